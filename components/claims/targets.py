"""Which place a noun phrase means: a name, a site, a part, "the town", or nothing that is a place."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from components.claims.lexicon import Lexicon
from components.claims.mask import Entity, Masked
from components.claims.syntax import conjuncts, governed, objects_of, prepositions
from components.records import ReasonCode

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "both"})
_HELD = frozenset(
    {"held", "controlled", "occupied", "run", "administered", "dominated", "ruled", "besieged"}
)
_SEATS = frozenset({"district", "provincial", "governorate", "administrative", "subdistrict"})
_DIRECTIONS = frozenset(
    ["eastern", "western", "northern", "southern", "central", "east", "west", "north", "south", "northeastern", "northwestern", "southeastern", "southwestern", "northeast", "northwest", "southeast", "southwest", "old", "rural", "downtown", "upper", "lower", "inner"]
)
_CALENDAR = frozenset(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday ramadan eid christmas easter""".split()
)
_PARTICLES = frozenset(["al", "el", "ad", "ar", "as", "ash", "at", "an", "ez", "az", "de", "du", "la", "le", "bin", "ibn", "abu", "deir"])
_TAIL = re.compile(r"[\s,;:.'\"-]+\Z")
_MAX_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Target:
    """A place that a phrase means.

    Args:
        token: The word that names it, or its head noun.
        start: First code point of the name in the article.
        end: Code point after the last.
        entity: The masked name, None for a name that no lookup knows or for none at all.
        feature: The common noun it goes with ("town", "airport"), "" for none.
        anaphor: Whether the article named it before ("the town", "it").
        reason: Why a claim on it must not count, "" if it may.
        holders: Words that say who held it ("rebel-held").
    """

    token: Token
    start: int
    end: int
    entity: Entity | None = None
    feature: str = ""
    anaphor: bool = False
    reason: ReasonCode = ""
    holders: tuple[Token, ...] = ()


class Sentence:
    """A parsed sentence with what its words stand for."""

    def __init__(self, doc: Doc, masked: Masked, lexicon: Lexicon, article: str) -> None:
        """Match tokens of the masked text with the names they stand for."""
        self.doc = doc
        self.masked = masked
        self.lexicon = lexicon
        self.article = article
        self.entities: Mapping[int, Entity] = {
            t.i: masked.entities[t.idx] for t in doc if t.idx in masked.entities
        }

    def place(self, token: Token) -> Entity | None:
        """Return the place that a token stands for."""
        entity = self.entities.get(token.i)
        return entity if entity and entity.kind == "place" else None

    def actor(self, token: Token) -> Entity | None:
        """Return the actor that a token stands for."""
        entity = self.entities.get(token.i)
        return entity if entity and entity.kind == "actor" else None

    def words_at(self, start: int, end: int) -> str:
        """Return the words of the article from one point to another, runs of blanks as one."""
        return trim(self.article[start:end])

    def span(self, first: Token, last: Token) -> tuple[int, int]:
        """Return where the words from one token to another stand in the article."""
        head, tail = self.entities.get(first.i), self.entities.get(last.i)
        start = head.start if head else self.masked.origin[first.idx]
        end = tail.end if tail else self.masked.origin[last.idx + len(last) - 1] + 1
        return (start, end) if end > start else (start, start + 1)

    def is_(self, token: Token, name: str) -> bool:
        """Return whether a token is one of a word list's words, by form or base form."""
        words = self.lexicon.words(name)
        return token.lower_ in words or token.lemma_.lower() in words


def targets_of(token: Token, sentence: Sentence, depth: int = 0) -> list[Target]:
    """Return the places that a noun phrase means; none when it is no territory.

    Args:
        token: Head of the phrase; coordinated heads are the caller's.
        sentence: The sentence.
        depth: How often a phrase within a phrase has been entered.
    """
    if depth > _MAX_DEPTH:
        return []
    holders = holders_of(token, sentence) or owners_of(token, sentence)
    found = _targets(token, sentence, depth)
    return [replace(t, holders=t.holders or holders) for t in found]


def _targets(token: Token, sentence: Sentence, depth: int) -> list[Target]:
    entity = sentence.place(token)
    if entity:
        return _named_place(token, entity, sentence, depth)
    if sentence.actor(token):
        return []
    if token.pos_ == "PRON":
        known = token.lower_ in {"it", "them"}
        return [_at(token, token, sentence, anaphor=True)] if known else []
    if token.lower_ in {"both", "either"}:
        return []
    if sentence.is_(token, "whole"):
        return [t for o in governed(token, "of") for t in targets_of(o, sentence, depth + 1)]
    if _is_part(token, sentence):
        return _part(token, sentence, depth)
    if sentence.is_(token, "settlements") or sentence.is_(token, "containers"):
        return _featured(token, sentence, depth)
    if sentence.is_(token, "sites"):
        return _site(token, sentence, depth)
    if sentence.is_(token, "area"):
        return _featured(token, sentence, depth)
    if token.pos_ == "PROPN":
        return _unknown_name(token, sentence)
    return []


def _at(
    first: Token,
    last: Token,
    sentence: Sentence,
    *,
    entity: Entity | None = None,
    feature: str = "",
    anaphor: bool = False,
    reason: ReasonCode = "",
) -> Target:
    start, end = sentence.span(first, last)
    return Target(last, start, end, entity, feature, anaphor, reason)


def _named_place(token: Token, entity: Entity, sentence: Sentence, depth: int) -> list[Target]:
    """Return the place a masked name stands for, and those put beside it by apposition."""
    after = token.nbor() if token.i + 1 < len(sentence.doc) else None
    # "in Aleppo city": the parser may hang the feature on the name instead of the reverse.
    feature = after.lower_ if after is not None and after.head == token else ""
    part = any(c.lower_ in _DIRECTIONS and c.i < token.i for c in token.children)
    reason: ReasonCode = "part" if part else ""
    found = [_at(token, token, sentence, entity=entity, feature=feature, reason=reason)]
    for c in token.children:
        if c.dep_ in {"appos"} and sentence.place(c) and not sentence.entities[c.i].container:
            found += [t for k in conjuncts(c) for t in targets_of(k, sentence, depth + 1)]
    return found


def _is_part(token: Token, sentence: Sentence) -> bool:
    if not sentence.is_(token, "parts"):
        return False
    if token.lower_ in {"centre", "center"} and any(
        c.lower_ in _SEATS for c in token.children if c.dep_ == "compound"
    ):
        return False
    if sentence.is_(token, "settlements") or sentence.is_(token, "sites"):
        named = _left_names(token, sentence) or _right_names(token, sentence)
        plural = token.tag_ in {"NNS", "NNPS"} or token.lower_ in {"centre", "center"}
        near = any(governed(token, p) for p in ("of", "in", "around", "near"))
        return near and not named if not plural else not _colon_names(token, sentence)
    return True


def _part(token: Token, sentence: Sentence, depth: int) -> list[Target]:
    """Return the place of which only a part is meant."""
    inside = [
        o for p in ("of", "in", "from", "around", "near", "within") for o in governed(token, p)
    ]
    inside += [c for c in token.children if c.dep_ in {"compound", "poss", "nmod", "appos"}]
    for inner in inside:
        found = targets_of(inner, sentence, depth + 1)
        if found:
            return [
                replace(t, reason="part" if not t.reason or t.anaphor else t.reason, token=token)
                for t in found
            ]
    if sentence.is_(token, "settlements") or sentence.is_(token, "area"):
        return [_phrase(token, sentence, "unnamed")]
    return []


def _featured(token: Token, sentence: Sentence, depth: int) -> list[Target]:
    """Return what "the town of A", "A city", "towns, including A and B" or "the town" means."""
    # "the Damascus suburb of Harasta": what stands after the noun names it.
    names = [*_right_names(token, sentence), *_colon_names(token, sentence)]
    names = names or _left_names(token, sentence)
    near = _near(token, sentence)
    if near and not names:
        return near
    found: list[Target] = []
    for name in names:
        found += [
            replace(t, feature=token.lower_, token=t.token)
            for t in (targets_of(name, sentence, depth + 1) or _unknown_name(name, sentence))
        ]
    if found:
        return found
    if sentence.is_(token, "area") and not sentence.is_(token, "settlements"):
        inside = [
            t
            for o in governed(token, "of") + governed(token, "around")
            for t in targets_of(o, sentence, depth + 1)
        ]
        if inside:
            return [replace(t, reason="beside") for t in inside]
    if _is_definite(token, sentence):
        return [_at(token, token, sentence, feature=token.lower_, anaphor=True)]
    return [_phrase(token, sentence, "unnamed")]


def _is_definite(token: Token, sentence: Sentence) -> bool:
    """Return whether "the town" points back; "the town that X holds" and plurals do not."""
    marked = any(c.lower_ in _DEFINITE for c in token.children if c.dep_ in {"det", "poss"})
    more = any(c.dep_ in {"relcl", "nummod"} for c in token.children)
    pointing = not any(o for p in prepositions(token) for o in objects_of(p) if sentence.place(o))
    plural = token.tag_ in {"NNS", "NNPS"}
    return marked and pointing and not more and not plural


def _near(token: Token, sentence: Sentence) -> list[Target]:
    """Return the place beside which an unnamed one lies ("a village near A")."""
    for prep in prepositions(token):
        if sentence.is_(prep, "near"):
            for o in objects_of(prep) or [x for p in prepositions(prep) for x in objects_of(p)]:
                entity = sentence.place(o)
                if entity:
                    return [_at(o, o, sentence, entity=entity, reason="beside")]
    return []


def _left_names(token: Token, sentence: Sentence) -> list[Token]:
    """Return names before a feature word: "Aleppo city", "Idlib and Hama provinces"."""
    names = [
        c
        for c in token.children
        if c.i < token.i and c.dep_ in {"compound", "nmod", "poss", "amod", "nsubj"}
    ]
    places = [k for c in names if sentence.place(c) and c.dep_ != "poss" for k in conjuncts(c)]
    if places:
        return places
    plain = [
        c
        for c in names
        if c.pos_ == "PROPN" and c.dep_ in {"compound", "nmod"} and not sentence.actor(c)
    ]
    if token.tag_ in {"NNS", "NNPS"}:
        listed = [k for c in plain for k in conjuncts(c)]
        return [c for c in listed if not any(c in o.children for o in listed)] or listed
    return plain[-1:] if plain and plain[-1].i == token.i - 1 else []


def _right_names(token: Token, sentence: Sentence) -> list[Token]:
    """Return names after a feature word: "the town of A", "the village A"."""
    found: list[Token] = []
    for o in governed(token, "of") + governed(token, "called") + governed(token, "including"):
        if sentence.place(o) or o.pos_ == "PROPN" or sentence.is_(o, "settlements"):
            found.append(o)
    for c in token.children:
        if c.i > token.i and c.dep_ in {"appos", "npadvmod", "nmod"}:
            found += [k for k in conjuncts(c) if sentence.place(k) or k.pos_ in {"PROPN", "NOUN"}]
        if c.dep_ == "acl" and c.lower_ in {"called", "named", "known"}:
            found += [k for k in c.subtree if sentence.place(k) or k.pos_ == "PROPN"][:1]
        if c.dep_ == "prep" and c.lower_ in {"including", "like"}:
            found += [o for o in objects_of(c) if o not in found]
    return found


def _colon_names(token: Token, sentence: Sentence) -> list[Token]:
    """Return the names of "five towns: A, B and C" however the parser hung them."""
    if token.tag_ not in {"NNS", "NNPS"}:
        return []
    stop = min(len(sentence.doc), token.i + 4)
    colon = next((i for i in range(token.i + 1, stop) if sentence.doc[i].text in ":,-—–"), None)
    if colon is None:
        return []
    names = []
    for i in range(colon + 1, len(sentence.doc)):
        t = sentence.doc[i]
        if sentence.place(t) or (t.pos_ == "PROPN" and not sentence.actor(t)):
            if t.dep_ != "compound":
                names.append(t)
        elif t.text not in {",", "and", "including", "namely", "-", "the", "of", "as", "well"}:
            break
    return names


def _site(token: Token, sentence: Sentence, depth: int) -> list[Target]:
    """Return a site under its own name: "Menagh air base", "the airport in A"."""
    named = [
        c
        for c in token.children
        if c.i < token.i
        and c.dep_ in {"compound", "nmod", "amod", "poss"}
        and (sentence.place(c) or (c.pos_ == "PROPN" and not sentence.actor(c)))
    ]
    if named and not sentence.place(named[0]):
        return [_at(_name_start(named[0], sentence), token, sentence, feature=token.lower_)]
    if named:
        first = min(
            named[0].left_edge.i if not sentence.place(named[0]) else named[0].i, named[0].i
        )
        start = sentence.doc[first]
        if start.pos_ == "DET":
            start = named[0]
        return [_at(start, token, sentence, feature=token.lower_)]
    places = _right_names(token, sentence)
    right = [p for p in places if sentence.place(p) or p.pos_ == "PROPN"]
    if right and any(c.dep_ == "appos" for c in right):
        return [replace(t, feature=token.lower_) for p in right for t in _site_name(p, sentence)]
    inside = [o for p in ("of", "in", "at", "on") for o in governed(token, p)]
    for o in inside:
        if sentence.place(o) or o.pos_ == "PROPN":
            whole = _at(token, o, sentence, feature=token.lower_)
            number = any(c.dep_ == "nummod" for c in token.children) or token.tag_ == "NNS"
            return [replace(whole, reason="unnamed") if number else whole]
    near = _near(token, sentence)
    if near:
        return near
    if _is_definite(token, sentence):
        return [_at(token, token, sentence, feature=token.lower_, anaphor=True)]
    return [_phrase(token, sentence, "unnamed")]


def _site_name(token: Token, sentence: Sentence) -> list[Target]:
    entity = sentence.place(token)
    if entity:
        return [_at(token, token, sentence, entity=entity)]
    return _unknown_name(token, sentence)


def _phrase(token: Token, sentence: Sentence, reason: ReasonCode) -> Target:
    """Return a place that is described and not named."""
    left = [c for c in token.children if c.i < token.i and c.dep_ not in {"case", "punct", "cc"}]
    first = min((c.i for c in left), default=token.i)
    last = token
    for prep in prepositions(token):
        if prep.lower_ in {"in", "of", "near", "around", "outside"} and objects_of(prep):
            last = objects_of(prep)[0]
            break
    return _at(sentence.doc[first], last, sentence, feature=token.lower_, reason=reason)


def _unknown_name(token: Token, sentence: Sentence) -> list[Target]:
    """Return a name that no lookup knows, standing where a place stands."""
    if token.pos_ not in {"PROPN", "NOUN"} or not token.text[:1].isupper():
        return []
    left = [c for c in token.children if c.dep_ == "compound" and c.i < token.i]
    titles = sentence.lexicon.words("person_titles")
    before = sentence.doc[max(0, min((c.i for c in left), default=token.i) - 1)]
    if any(c.lower_ in titles for c in (*left, before)) or token.lower_ in titles:
        return []
    if sentence.is_(token, "things") or token.lower_ in _CALENDAR:
        return []
    return [_at(_name_start(token, sentence), token, sentence)]


def _name_start(token: Token, sentence: Sentence) -> Token:
    """Return where a name of several words begins ("Qalaat al-Madiq")."""
    doc = sentence.doc
    first = token
    for i in range(token.i - 1, max(-1, token.i - 8), -1):
        t = doc[i]
        joint = t.text == "-" and i > 0 and doc[i - 1].whitespace_ == ""
        if t.i in sentence.entities:
            break
        if t.text[:1].isupper() and t.pos_ not in {"DET", "ADP", "VERB", "AUX", "PRON", "CCONJ"}:
            first = t
        elif not (joint or t.lower_ in _PARTICLES):
            break
    return first


def holders_of(token: Token, sentence: Sentence) -> tuple[Token, ...]:
    """Return the words that say who held a place: "rebel" of "the rebel-held town"."""
    doc = sentence.doc
    found: list[Token] = []
    for c in token.children:
        if c.i < token.i and c.lower_ in _HELD and c.i >= 2 and doc[c.i - 1].text == "-":
            found.append(doc[c.i - 2])
    return tuple(found)


def owners_of(token: Token, sentence: Sentence) -> tuple[Token, ...]:
    """Return the words that say whose a site or stronghold is: "army" of "an army base"."""
    strong = token.lower_ in {"stronghold", "strongholds", "bastion", "enclave"}
    if not strong and not sentence.is_(token, "sites"):
        return ()
    return tuple(
        c
        for c in token.children
        if c.dep_ in {"compound", "poss", "amod", "nmod"}
        and not sentence.place(c)
        and c.i < token.i
        and (sentence.actor(c) or c.pos_ in {"NOUN", "ADJ"})
    )


def trim(text: str) -> str:
    """Return a name without blanks and stops at its end."""
    return _TAIL.sub("", re.sub(r"\s+", " ", text)).strip()
