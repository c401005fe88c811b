"""Who holds a place by a clause with "be" or "remain", or by an aside between commas."""

from collections.abc import Iterator

from spacy.tokens import Token

from components.claims.discourse import PartyRef
from components.claims.lexicon import Frame
from components.claims.match import Found
from components.claims.parties import PartyFinder
from components.claims.sentence import Sentence
from components.claims.subjects import subjects_of
from components.claims.syntax import child, climb, conjuncts
from components.claims.targets import targets_of

_BEING = frozenset({"be", "remain", "stay"})
_STAYING = frozenset({"remain", "stay"})
_STILL = frozenset({"still", "now", "again"})
_LANDS = frozenset({"territory", "ground", "land", "terrain", "country", "turf"})
_INSIDE = frozenset({"in", "inside"})
_PRESENT = Frame(id="are-in", kind="held")
_OWNING = ("compound", "amod", "nmod", "poss")
_HELD = Frame(id="is-held", kind="held")


def held_by(verb: Token, sentence: Sentence, finder: PartyFinder, country: str) -> Found | None:
    """Return what "A is rebel-held", "A remains under B" or "A is still with B" says.

    Args:
        verb: A word of the sentence; only "be", "remain" and "stay" say anything.
        sentence: The sentence.
        finder: Its parties.
        country: The country at hand.
    """
    if verb.pos_ not in {"VERB", "AUX"} or verb.lemma_.lower() not in _BEING:
        return None
    holders = _holders(verb, sentence, finder, country)
    if not holders:
        return _present(verb, sentence, finder, country)
    subjects = subjects_of(verb)
    targets = [t for s in subjects for t in targets_of(s, sentence) if not t.reason]
    placed = any(t.entity or t.feature or t.anaphor for t in targets)
    if not placed or any(r.armed for r in finder.parties(subjects, country)):
        return None
    return Found(_HELD, "held", verb, tuple(targets), {"holding": holders})


def _present(verb: Token, sentence: Sentence, finder: PartyFinder, country: str) -> Found | None:
    """Return what "B's troops are now in A", "still in A" and "have been in A since May" say.

    A country is not held by the soldiers who are in it, and "are in A" alone may be a visit.
    """
    lasting = any(c.lower_ in {"now", "still"} for c in child(verb, "advmod"))
    lasting = lasting or _is_since(verb)
    if verb.lemma_.lower() != "be" or not lasting:
        return None
    refs = [r for r in finder.parties(subjects_of(verb), country) if r.armed]
    inside = [o for p in child(verb, "prep") if p.lower_ in _INSIDE for o in child(p, "pobj")]
    targets = [t for o in inside for t in targets_of(o, sentence) if not t.reason]
    placed = [t for t in targets if t.entity and not t.entity.container]
    if not refs or not placed:
        return None
    return Found(_PRESENT, "held", verb, tuple(placed), {"holding": refs})


def _holders(verb: Token, sentence: Sentence, finder: PartyFinder, country: str) -> list[PartyRef]:
    told = [*_hyphened(verb, sentence), *_owned(verb), *_governing(verb, sentence)]
    refs = [r for r in finder.parties(told, country) if r.armed]
    if refs:
        return refs
    # "A has been Armenian since February".
    still = verb.lemma_.lower() in _STAYING or _is_still(verb) or _is_since(verb)
    people = [c for c in child(verb, "acomp", "attr", "oprd") if still and c.i > verb.i]
    return [
        r
        for c in people
        if c.pos_ in {"ADJ", "PROPN"} and finder.roster.country_of(c.text)
        for r in finder.parties([c], country)
    ]


def _is_since(verb: Token) -> bool:
    return any(c.lower_ == "since" for c in child(verb, "prep", "mark", "advmod"))


def _is_still(verb: Token) -> bool:
    return any(c.lower_ in _STILL for c in child(verb, "advmod"))


def _hyphened(verb: Token, sentence: Sentence) -> Iterator[Token]:
    """Yield "rebel" of "A is rebel-held"."""
    held = sentence.lexicon.words("held_words") - {"besieged"}
    for c in child(verb, "acomp", "attr", "oprd", "xcomp"):
        if c.lower_ in held and c.i >= 2 and c.doc[c.i - 1].text == "-":
            yield c.doc[c.i - 2]


def _owned(verb: Token) -> Iterator[Token]:
    """Yield "rebel" of "A is rebel territory", and B of "A is B's"."""
    for c in child(verb, "attr", "acomp"):
        if c.lemma_.lower() in _LANDS:
            yield from child(c, *_OWNING)
        if any(k.dep_ == "case" for k in c.children) and not child(c, "poss"):
            yield c


def _governing(verb: Token, sentence: Sentence) -> Iterator[Token]:
    """Yield B of "A remained under B", "A is still with B" and "A stays loyal to B"."""
    loyal = [c for c in child(verb, "acomp") if c.lower_ == "loyal" and verb.lemma_ in _STAYING]
    for to in (p for c in loyal for p in child(c, "prep") if p.lower_ == "to"):
        yield from child(to, "pobj")
    for prep in child(verb, "prep"):
        under = prep.lower_ == "under"
        beside = prep.lower_ == "with" and (_is_still(verb) or verb.lemma_ in _STAYING)
        for o in child(prep, "pobj") if under or beside else ():
            named = sentence.actor(o) is not None or sentence.is_(o, "group_words")
            if named:
                yield from conjuncts(o)


def aside(token: Token) -> Iterator[Token]:
    """Yield the prepositions beside a name that the parser hangs on something else.

    "A, still under the control of B, fell"; "With A in the hands of B, C was next".
    """
    doc, i = token.doc, token.i + 1
    first = next(t for t in climb(token) if t.dep_ != "conj")
    start = first.left_edge.i
    # The parser may make A the subject of "in".
    if first.head.lower_ == "with" or (start and doc[start - 1].lower_ == "with"):
        j = conjuncts(first)[-1].i + 1
        while j < len(doc) - 1 and doc[j].pos_ == "ADV":
            j += 1
        if j < len(doc) and doc[j].lower_ in {"in", "under"}:
            yield doc[j]
    if i >= len(doc) - 2 or doc[i].text != ",":
        return
    i += 1
    while i < len(doc) - 1 and doc[i].pos_ == "ADV":
        i += 1
    prep = doc[i]
    later = prep.head.i > prep.right_edge.i and prep.head.pos_ in {"VERB", "AUX"}
    if prep.dep_ == "prep" and later:
        end = prep.right_edge.i + 1
        if end < len(doc) and doc[end].text == ",":
            yield prep
