"""Who says so, and how that source stands to what happened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Token

from components.actors import Roster, Source
from components.claims.discourse import PartyRef
from components.claims.parties import PartyFinder
from components.claims.sentence import Sentence
from components.claims.subjects import subjects_of
from components.claims.syntax import child, climb, conjuncts, governed, objects_of, prepositions
from components.records import Attribution, Basis

_LONGEST_NAME = 90
_QUOTING = frozenset({"quote", "cite"})
_TELLING = frozenset({"tell", "inform", "say", "confirm"})
# Whoever was there: nobody in particular passes it on.
_ANY_PRESS = frozenset({"reporter", "journalist", "medium", "media", "press", "correspondent"})
_OWNING_UP = frozenset({"admit", "acknowledge", "concede", "confess"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a sentence says it has something from.

    Args:
        source: As the roster knows it.
        actors: Ids of the parties that speak, empty for others.
        via: Name of the medium or monitor that passes it on, "" for none.
        admitting: The parties that own up to it ("admitted that ..."), none otherwise.
        sides: The parties for which it speaks, none for others.
    """

    source: Source
    actors: frozenset[str]
    via: str = ""
    admitting: tuple[PartyRef, ...] = ()
    sides: tuple[PartyRef, ...] = ()


def speaker_of(
    trigger: Token, sentence: Sentence, finder: PartyFinder, roster: Roster, country: str
) -> Speaker | None:
    """Return who the sentence names as its source for a statement, None for nobody.

    The one that stands nearest to the statement is the source; a medium further out, or told
    by the source, passes it on: "the army said, SANA reported", "a resident told Reuters".
    """
    found: Speaker | None = None
    for token in _speakers(trigger, sentence):
        speaker = _speaker(token, sentence, finder, roster, country)
        if speaker is None:
            continue
        if found is None:
            found = speaker
        elif not found.via and speaker.source.is_outlet and speaker.source != found.source:
            found = replace(found, via=speaker.source.name)
    if found is None:
        return None
    if not found.via:
        told = (_speaker(t, sentence, finder, roster, country) for t in _told(trigger, sentence))
        outlets = [s.source for s in told if s and s.source.is_outlet]
        via = next((o.name for o in outlets if o != found.source), "")
        found = replace(found, via=via)
    admitting = [r for t in _admitting(trigger) for r in finder.parties([t], country) if r.armed]
    return replace(found, admitting=tuple(admitting))


def _speakers(trigger: Token, sentence: Sentence) -> list[Token]:
    """Return who speaks, the nearest to the statement first."""
    found: list[Token] = []
    beside = False
    for below, verb in pairwise(climb(trigger)):
        beside = beside or below.dep_ == "relcl"
        if beside and below.dep_ in {"dobj", "nsubjpass"}:
            # "They declared a state in A, which the army took": the writer says so, not they.
            continue
        if _are_apart(below, verb):
            continue
        found += _speaking(below, verb, trigger, sentence)
    for verb in sentence.doc:
        if verb.lower_ == "according" or (verb.lower_ in {"per", "citing"} and verb.pos_ != "NOUN"):
            nested = [o for p in prepositions(verb) for o in objects_of(p)]
            nested += governed(verb, "to") + objects_of(verb)
            nested += [c for c in verb.children if c.dep_ == "dobj"]
            found += nested[:1]
        elif verb.dep_ in {"parataxis", "ROOT"} and sentence.is_(verb, "say"):
            quoted = [c for c in verb.children if c.dep_ in {"ccomp", "parataxis"}]
            quoted = [c for c in quoted if not _are_apart(c, verb)]
            inside = any(trigger.i == c.i or c.is_ancestor(trigger) for c in quoted)
            # "B took A, X said; Y denied it": the parser hangs "said" on "denied".
            beside = verb.dep_ == "parataxis" and trigger.head.i == verb.head.i
            if inside or (beside and trigger.i < verb.i and not _are_apart(trigger, verb)):
                found += subjects_of(verb)
    return list(dict.fromkeys(found))


def _are_apart(one: Token, other: Token) -> bool:
    """Return whether a semicolon parts two words: "B took A; X denied it"."""
    first, last = sorted((one.i, other.i))
    return any(t.text == ";" for t in one.doc[first:last])


def _speaking(below: Token, verb: Token, trigger: Token, sentence: Sentence) -> list[Token]:
    """Return who speaks by a verb above a statement, nobody where it is no verb of speech."""
    if verb.lemma_.lower() in _QUOTING and below.dep_ in {"prep", "ccomp", "advcl"}:
        # "SANA quoted an officer as saying": he speaks, SANA passes it on.
        quoted = [o for c in child(verb, "dobj", "nsubjpass") for o in conjuncts(c)[:1]]
        passive = child(verb, "nsubjpass")
        return quoted + (governed(verb, "by") if passive else subjects_of(verb))
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        return []
    says = sentence.is_(verb, "say") and verb.pos_ in {"VERB", "AUX"}
    stands = below.dep_ in {"ccomp", "xcomp", "dobj", "nsubjpass", "acl"}
    # "Kyiv rejected Moscow's claim that A had fallen": the word against it is Kyiv's.
    gainsays = sentence.is_(verb, "gainsay") and below.dep_ in {"dobj", "prep", "ccomp"}
    # "In a statement, the army congratulated its men on the capture of A."
    tells = verb.pos_ == "VERB" and (gainsays or _in_message(verb, sentence))
    if says and stands and child(verb, "nsubjpass", "auxpass"):
        # "A is said to have fallen": by whom?
        return governed(verb, "by")
    if tells or (says and stands):
        return [s for s in subjects_of(verb) if s.i not in {trigger.i, below.i}]
    return []


def _in_message(verb: Token, sentence: Sentence) -> bool:
    """Whether a verb tells what is said in a statement, a speech, an interview."""
    where = [o for p in prepositions(verb) if p.lower_ == "in" for o in objects_of(p)]
    return any(sentence.is_(o, "messages") for o in where)


def _told(trigger: Token, sentence: Sentence) -> list[Token]:
    """Return whom a source told: Reuters in "a resident told Reuters that", "in an interview"."""
    found: list[Token] = []
    for verb in sentence.doc:
        if verb.lemma_.lower() not in _TELLING or verb.pos_ != "VERB":
            continue
        if verb.i == trigger.i or verb.is_ancestor(trigger) or verb.dep_ in {"parataxis", "ROOT"}:
            found += [*child(verb, "dobj", "dative"), *governed(verb, "to")]
    return [t for t in found if t.lemma_.lower() not in _ANY_PRESS]


def _admitting(trigger: Token) -> list[Token]:
    """Return who owns up to what a word says: the army of "the army admitted losing A"."""
    for below, verb in pairwise(climb(trigger)):
        if verb.lemma_.lower() in _OWNING_UP and verb.pos_ == "VERB":
            return [s for s in subjects_of(verb) if s.i != below.i]
    return []


def _speaker(
    token: Token, sentence: Sentence, finder: PartyFinder, roster: Roster, country: str
) -> Speaker | None:
    if token.pos_ == "PRON":
        refs = finder.parties([token], country)
        if not refs:
            return None
        names = " and ".join(r.actor.name for r in refs)
        return Speaker(Source(names, "side", refs[0].actor.id), _ids(refs), sides=tuple(refs))
    start, end = sentence.span(*_phrase(token))
    text = sentence.words_at(start, min(end, start + _LONGEST_NAME))
    if not text:
        return None
    source = roster.source(text)
    refs = finder.parties([token], country)
    actors = _ids(refs)
    if source.actor_id == "government" or source.actor_id in {"opposition", "militia", "jihadist"}:
        group = source.actor_id
        side = roster.generic(group, country, finder.discourse.day).id
        source = replace(source, standing="side", actor_id=side)
    if source.standing == "side" and source.actor_id:
        actors |= {source.actor_id}
    elif source.standing in {"monitor", "press"}:
        actors = frozenset()
    if source.standing == "unknown" and actors:
        source = replace(source, standing="side", actor_id=next(iter(actors)))
    if source.standing != "side":
        return Speaker(source, actors)
    spoken = roster.actors.get(source.actor_id)
    sides = [*refs, *([PartyRef(spoken, 0, 0)] if spoken and not refs else [])]
    fighting = [r for r in sides if country in roster.fights_in(r.actor.id)]
    return Speaker(source, actors, sides=tuple(fighting))


def _phrase(token: Token) -> tuple[Token, Token]:
    """Return the first and last word of a speaker's name, clauses and asides left out."""
    doc = token.doc
    last = token
    for c in token.children:
        near = c.dep_ in {"prep", "conj", "cc", "compound", "appos"} and c.i > token.i
        if (
            near
            and c.right_edge.i - token.i < 9
            and not any(k.pos_ in {"VERB", "AUX"} for k in c.subtree)
        ):
            last = max(last, c.right_edge, key=lambda t: t.i)
    left = [c.left_edge.i for c in token.children if c.i < token.i and c.dep_ != "punct"]
    first = doc[min([token.i, *left])]
    return first, last


def attribution_of(
    speaker: Speaker | None,
    parties: Sequence[tuple[str, str]],
    bloc: Callable[[str], str],
    default: str,
) -> Attribution:
    """Return who says so and the basis.

    Args:
        speaker: Whom the sentence names, None for nobody.
        parties: Role and actor id of the claim's parties.
        bloc: Rolls an actor up to its side on the day.
        default: Name of the article's own voice.
    """
    if speaker is None:
        return Attribution(default, "press")
    return Attribution(speaker.source.name, _basis(speaker, parties, bloc), speaker.via)


def _basis(
    speaker: Speaker, parties: Sequence[tuple[str, str]], bloc: Callable[[str], str]
) -> Basis:
    standing = speaker.source.standing
    if standing == "monitor":
        return "monitor"
    if standing == "press":
        return "press"
    sides = {bloc(a) for a in speaker.actors} | speaker.actors
    for roles, basis in (
        (("gaining", "holding", "attacking"), "gaining side"),
        (("losing", "defending"), "losing side"),
    ):
        if any(role in roles and {actor, bloc(actor)} & sides for role, actor in parties):
            return basis  # type: ignore[return-value]  # one of the literals above
    return "unknown"


def _ids(refs: Sequence[PartyRef]) -> frozenset[str]:
    return frozenset(r.actor.id for r in refs)
