"""The dialog that says which place a name means: in one claim, one article, or everywhere.

A place is chosen from those that fit, searched, typed as coordinates, or clicked on the map.
"""

import re
import textwrap
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from components.panels import state
from components.panels.atlas import Atlas
from components.panels.claimform import place_label
from components.panels.countries import country_name
from components.panels.inquiring import found_online
from components.panels.notes import Note
from components.panels.reviewing import draw_who, now, save
from components.panels.settings import gazetteer
from components.panels.text import count_words, escape
from components.panels.unplaced import WITHOUT_PLACE
from components.pipeline.reviewing import Correction, correct, decide_place
from components.places.geometry import distance_km
from components.records import Claim, Place
from components.store import Entry, Ledger

Reach = Literal["claim", "article", "name"]
REACHES: dict[Reach, str] = {
    "claim": "This claim",
    "article": "This article",
    "name": "This name from now on, in every article",
}
NOWHERE = "no place"
_HITS = 8
_MOST_NAMES = 200
_TOLD_NAMES = 3
_ROUND_THE_EARTH_KM = 40_100
_POINT = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*")
BAD_POINT = (
    "These are no coordinates. Give latitude and longitude in degrees, such as 35.93, 36.63."
)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decides.

    Args:
        claim: A claim that has the name.
        reach: How far it goes.
        place: What the name means, None for no place on the map.
    """

    claim: Claim
    reach: Reach
    place: Place | None


def draw_open(place_id: str) -> None:
    """Draw the quiet button below a place's name."""
    st.button(
        "Wrong place?",
        key="open_placing",
        icon=":material/wrong_location:",
        type="tertiary",
        on_click=_ask,
        args=(place_id,),
    )


def draw_unplaced(atlas: Atlas) -> None:
    """Draw which names are on no place, with the way to place them; nothing where there is none."""
    names = atlas.unplaced
    if not names:
        return
    first = ", ".join(escape(f"{one.name} ({len(one.claims):,})") for one in names[:_TOLD_NAMES])
    more = len(names) - _TOLD_NAMES
    rest = f" and {count_words(more, 'more name')}" if more > 0 else ""
    claims = count_words(sum(len(one.claims) for one in names), "claim")
    st.html(
        f"<h3>Not on the map <em>{count_words(len(names), 'name')}, {claims}</em></h3>"
        f'<p class="quiet">{first}{rest}: in no list of places, or the name of several.</p>'
    )
    st.button(
        "Place these names",
        key="open_unplaced",
        icon=":material/add_location_alt:",
        type="tertiary",
        on_click=_ask,
        args=("",),
    )


def _ask(place_id: str) -> None:
    st.session_state["asked_place"] = place_id
    st.session_state["placing_form"] = int(st.session_state.get("placing_form") or 0) + 1
    state.open_dialog("placing")


def draw_placing(ledger: Ledger, whole: Atlas) -> None:
    """Draw the dialog.

    Args:
        ledger: Where the decision is kept.
        whole: All that was read.
    """
    asked = str(st.session_state.get("asked_place") or "")
    here = names_of(whole.world.claims, asked)
    lost = {one.name: one for one in whole.unplaced[:_MOST_NAMES] if one.name not in here}
    if not (here or lost):
        st.html('<p class="quiet">No claim names this place any more.</p>')
        return
    key = f"placing_{st.session_state.get('placing_form') or 0}"
    name = st.selectbox(
        "Name as written",
        [*here, *lost],
        format_func=lambda one: lost[one].label if one in lost else one,
        key=f"{key}_name",
        persist_state="session",
    )
    claims = here[name] if name in here else lost[name].claims
    reach = st.radio(
        "It is meant for",
        list(REACHES),
        index=1,
        format_func=lambda one: REACHES[one],
        key=f"{key}_reach",
        help="The last choice holds for the articles kept and for those to come.",
        persist_state="session",
    )
    claim = _draw_which(whole, claims, reach, key)
    choice = _draw_choice(whole, name, claim, reach, key)
    by, note = draw_who(key)
    with st.container(key="placingacts", horizontal=True, horizontal_alignment="right"):
        st.button("Cancel", key="close_placing", on_click=state.close_dialog)
        if st.button("Save", key="do_placing", type="primary"):
            if isinstance(choice, str):
                st.html(Note("bad", choice).html())
                return
            decision = Decision(claim, reach, choice)
            expected = int(whole.evidence[claim.id].get("revision") or 0)
            save(
                lambda seen: keep(ledger, decision, by, note, seen),
                by,
                expected if reach == "claim" else None,
            )


def names_of(claims: Sequence[Claim], place_id: str) -> dict[str, list[Claim]]:
    """Return the names that mean a place with the claims that have them, the most used first."""
    here = [c for c in claims if place_id and c.place_id == place_id and c.toponym]
    counted = Counter(c.toponym for c in here).most_common(_MOST_NAMES)
    return {name: [c for c in here if c.toponym == name] for name, _ in counted}


def keep(ledger: Ledger, decision: Decision, by: str, note: str, expected: int | None) -> Entry:
    """Keep a decision with who made it.

    Raises:
        EditConflictError: Somebody changed the claim since.
        BadChoiceError: Nothing would be otherwise.
    """
    claim, place = decision.claim, decision.place
    if decision.reach == "claim":
        may_count = claim.stance == "asserted" and claim.reason_code in {"", *WITHOUT_PLACE}
        correction = Correction(place=place, counted=claim.counted or may_count)
        return correct(ledger, claim.id, correction, by=by, at=now(), note=note, expected=expected)
    article = claim.evidence.article_id if decision.reach == "article" else ""
    return decide_place(ledger, article, claim.toponym, place, by=by, at=now(), note=note)


def typed_point(words: str, name: str) -> Place | str:
    """Return the place at coordinates that a person typed, or why they are none."""
    found = _POINT.fullmatch(words)
    if found is None:
        return BAD_POINT
    lat, lon = float(found.group(1)), float(found.group(2))
    if abs(lat) > 90 or abs(lon) > 180:
        return BAD_POINT
    country = gazetteer().country_near(lat, lon)
    return Place(f"by-hand:{lat:.4f},{lon:.4f}", name, "site", lat, lon, country, "", "by hand")


def _draw_which(whole: Atlas, claims: Sequence[Claim], reach: Reach, key: str) -> Claim:
    """Let a person choose one of the claims, or of the articles, that have the name."""
    if reach == "name":
        return claims[0]
    by_id = {c.id: c for c in claims}
    if reach == "article":
        by_id = {c.id: c for c in {c.evidence.article_id: c for c in claims}.values()}
    if len(by_id) == 1:
        only = next(iter(by_id.values()))
        st.html(f'<p class="read">{escape(_told(whole, only.id, reach))}</p>')
        return only
    chosen = st.selectbox(
        "Claim" if reach == "claim" else "Article",
        list(by_id),
        format_func=lambda claim_id: _told(whole, claim_id, reach),
        key=f"{key}_{reach}",
        persist_state="session",
    )
    return by_id[chosen]


def _told(whole: Atlas, claim_id: str, reach: Reach) -> str:
    card = whole.evidence[claim_id]
    sentence = str(card["sentence"])
    if reach == "claim":
        return sentence
    return str(card["article"]) or f"Without a title: “{textwrap.shorten(sentence, 70)}”"


def _draw_choice(
    whole: Atlas, name: str, claim: Claim, reach: Reach, key: str
) -> Place | str | None:
    """Draw the places to choose from; return the one chosen, or why there is none."""
    with st.container(key="wherebox", horizontal=True, vertical_alignment="bottom"):
        words = st.text_input(
            "Another name, or coordinates",
            key=f"{key}_words",
            placeholder="Beginning of its name, or latitude, longitude",
            persist_state="session",
        )
        st.button(
            "Click on the map",
            key="pick_point",
            icon=":material/add_location_alt:",
            on_click=state.wait_for_point,
            args=(name, f"{key}_words"),
        )
    words = (words or "").strip()
    if re.match(r"-?\d", words):
        point = typed_point(words, name)
        if isinstance(point, Place):
            st.html(f'<p class="quiet" role="status">{escape(where_words(whole, point))}</p>')
        return point
    found = list(gazetteer().search(words, _HITS) if words else gazetteer().lookup(name)[:_HITS])
    found += found_online(words or name, key)
    choices = {place.id: place for place in found if place.id != claim.place_id}
    options = [*choices, *((NOWHERE,) if reach != "claim" else ())]
    if not options:
        return "No other place of this name is known. Type another name, or coordinates."
    chosen = st.selectbox(
        "Means",
        options,
        format_func=lambda one: place_label(choices[one]) if one in choices else "No place at all",
        key=f"{key}_means_{words}",
        persist_state="session",
    )
    return choices.get(chosen)


def where_words(whole: Atlas, point: Place) -> str:
    """Return where a point lies, told by the nearest place that the articles name.

    Args:
        whole: All that was read.
        point: The point.
    """
    near = [
        (distance_km(point, place, _ROUND_THE_EARTH_KM) or 0.0, place.name)
        for place in whole.world.places.values()
    ]
    where = f"The point is in {country_name(point.country)}" if point.country else "The point is"
    if not near:
        return f"{where}."
    km, name = min(near)
    far = "less than 1 km" if km < 1 else f"{km:,.0f} km"
    return f"{where}{',' if point.country else ''} {far} from {name}."
