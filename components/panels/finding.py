"""Finding: places, parties and sentences by their words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import streamlit as st

from components.panels import state
from components.panels.atlas import Atlas
from components.panels.cards import Evidence
from components.panels.text import count_words, escape, escape_markdown
from components.records import Claim

PLACE, PARTY, SENTENCE = "place", "party", "sentence"
# Beyond so many, the box in the bar offers no sentences; the dialog finds them all.
_MOST_SENTENCES = 1_500
_LISTED = 8
_SENTENCES_LISTED = 25
_ROOM = 110


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: what it is, its id, and how it is called in a list."""

    kind: str
    id: str
    label: str


@lru_cache(maxsize=4)
def offers(whole: Atlas) -> dict[str, str]:
    """Return what the box in the bar offers, by a key that says what it is."""
    labels = {f"{PLACE}:{place_id}": label for place_id, label in whole.place_labels.items()}
    labels.update((f"{PARTY}:{one.id}", f"{one.label} (party)") for one in parties_of(whole))
    claims = [c for c in whole.world.claims if c.id in whole.evidence]
    if len(claims) <= _MOST_SENTENCES:
        labels.update((f"{SENTENCE}:{one.id}", f"“{one.label}”") for one in sentences_of(whole))
    return labels


def parties_of(whole: Atlas) -> tuple[Hit, ...]:
    """Return the parties that any claim names, by name."""
    named = {party.actor_id for claim in whole.world.claims for party in claim.parties}
    hits = (Hit(PARTY, one, whole.name(one)) for one in named)
    return tuple(sorted(hits, key=lambda hit: hit.label.casefold()))


def sentences_of(whole: Atlas) -> tuple[Hit, ...]:
    """Return the sentences behind claims, each once, in the order in which they were read."""
    seen: dict[str, Hit] = {}
    for claim in whole.world.claims:
        sentence = _one_line(str(whole.evidence[claim.id]["sentence"]))
        if sentence and sentence not in seen:
            seen[sentence] = Hit(SENTENCE, claim.id, _shortened(sentence))
    return tuple(seen.values())


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _shortened(text: str) -> str:
    return text if len(text) <= _ROOM else text[:_ROOM].rpartition(" ")[0] + " …"


def go_to(whole: Atlas, chosen: str) -> None:
    """Show what was chosen: a place; a party alone; or the place and day of a sentence.

    Args:
        whole: All that was read.
        chosen: A key of `offers`.
    """
    kind, _, found = chosen.partition(":")
    if kind == PLACE:
        state.fly_to(found)
    elif kind == PARTY:
        show_party(whole, found)
    else:
        claim = next((c for c in whole.world.claims if c.id == found), None)
        if claim is not None:
            show_claim(whole, claim)


def show_party(whole: Atlas, actor_id: str) -> None:
    """Narrow the map to a party, or to what it counts with."""
    known = whole.painter.colours
    bloc = whole.history.bloc(actor_id, date.fromisoformat(state.asked("day")))
    party = next((one for one in (actor_id, bloc) if one in known), "")
    if party:
        state.choose("actors", party)
    else:
        state.look_for(whole.name(actor_id))


def show_claim(whole: Atlas, claim: Claim) -> None:
    """Go to the place and the day from which a claim is shown, where its card is."""
    first, last = whole.bounds
    day = claim.event.latest or claim.event.earliest or claim.reported.latest or last
    if claim.kind == "contested" and claim.event.earliest:
        # A fight is shown from its first possible day, all else from its last.
        day = claim.event.earliest
    state.choose_day(max(first, min(day, last)))
    if claim.place_id in whole.places:
        state.fly_to(str(claim.place_id))


def draw_find(whole: Atlas) -> None:
    """Draw the dialog that finds places, parties and sentences while one types."""
    words = st.text_input(
        "Find",
        key=state.find_key(),
        placeholder="A place, a group or a word of a sentence",
        label_visibility="collapsed",
        icon=":material/search:",
        live="300ms",
    )
    asked = _one_line(words or "").casefold()
    if not asked:
        st.html('<p class="quiet">Places, parties, and every sentence behind the map.</p>')
        return
    places = [
        Hit(PLACE, place_id, label)
        for place_id, label in whole.place_labels.items()
        if asked in label.casefold() or asked in str(whole.places[place_id].get("native", ""))
    ]
    parties = [hit for hit in parties_of(whole) if asked in hit.label.casefold()]
    claims = list(_claims_with(whole, asked))
    if not (places or parties or claims):
        st.html(f'<p class="quiet">Nothing here says “{escape(words or "")}”.</p>')
    _draw_hits(whole, "Places", places)
    _draw_hits(whole, "Parties", parties)
    if claims:
        st.html(f"<h3>Sentences <em>{len(claims):,}</em></h3>")
        for claim in claims[:_SENTENCES_LISTED]:
            _draw_sentence(whole, claim, asked)
        more = len(claims) - _SENTENCES_LISTED
        if more > 0:
            st.html(f'<p class="quiet">And {count_words(more, "more sentence")}.</p>')


def _claims_with(whole: Atlas, asked: str) -> Iterator[Claim]:
    """Yield claims whose sentence or parties have these words, each sentence once."""
    seen: set[tuple[str, int]] = set()
    for claim in whole.world.claims:
        card = whole.evidence.get(claim.id)
        at = (claim.evidence.article_id, claim.evidence.start)
        if card is None or at in seen:
            continue
        if asked in _one_line(f"{card['sentence']} {card['words']}").casefold():
            seen.add(at)
            yield claim


def _draw_hits(whole: Atlas, title: str, hits: Sequence[Hit]) -> None:
    if not hits:
        return
    st.html(f"<h3>{title} <em>{len(hits):,}</em></h3>")
    with st.container(key=f"hits-{hits[0].kind}", horizontal=True, gap="xsmall"):
        for hit in hits[:_LISTED]:
            st.button(
                escape_markdown(hit.label),
                key=f"hit-{hit.kind}-{hit.id}",
                on_click=_chosen,
                args=(whole, f"{hit.kind}:{hit.id}"),
            )


def _draw_sentence(whole: Atlas, claim: Claim, asked: str) -> None:
    card = whole.evidence[claim.id]
    place = whole.world.places.get(claim.place_id or "")
    name = place.name if place else str(card["toponym"]) or "a place without a name"
    when = str(card["when"])
    where = f"{name[:1].upper()}{name[1:]}, {when[:1].lower()}{when[1:]}"
    with st.container(key=f"said-{claim.id}"):
        st.html(sentence_html(card, asked))
        st.button(
            escape_markdown(where),
            key=f"hit-{SENTENCE}-{claim.id}",
            type="tertiary",
            on_click=_chosen,
            args=(whole, f"{SENTENCE}:{claim.id}"),
        )


def sentence_html(card: Evidence, asked: str) -> str:
    """Return a sentence with the words that were looked for marked."""
    sentence = _one_line(str(card["sentence"]))
    at = sentence.casefold().find(asked)
    if at < 0 or len(sentence.casefold()) != len(sentence):
        return f'<p class="said">{escape(sentence)}</p>'
    end = at + len(asked)
    return (
        f'<p class="said">{escape(sentence[:at])}<mark>{escape(sentence[at:end])}</mark>'
        f"{escape(sentence[end:])}</p>"
    )


def _chosen(whole: Atlas, chosen: str) -> None:
    state.close_dialog()
    go_to(whole, chosen)
