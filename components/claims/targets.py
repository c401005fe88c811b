"""Which place a noun phrase means: a name, a site, a part, "the town", or no place at all."""

from dataclasses import replace

from spacy.tokens import Token

from components.claims.counted import counted_of, specified
from components.claims.explained import (
    explained,
    explained_above,
    explained_before,
    explained_name,
    is_bearing,
    is_on_the_way,
    located,
)
from components.claims.mask import Entity
from components.claims.names import holders_of, name_start, owners_of, unknown_name
from components.claims.parts import DISTRICTS, all_of, is_bare_centre, is_part, is_seat, is_seat_of
from components.claims.phrases import (
    DESCRIBING,
    beside,
    colon_names,
    identified,
    is_any,
    is_area,
    is_counted,
    is_definite,
    is_enclosed,
    is_general,
    is_the,
    left_end,
    left_names,
    lies_in,
    named_by,
    next_to,
    phrase,
    right_names,
)
from components.claims.pointing import FIELDS
from components.claims.sentence import Sentence, Target, target_at
from components.claims.syntax import child, conjuncts, governed, objects_of, prepositions
from components.claims.taken_up import taken_up
from components.records import ReasonCode

_MAX_DEPTH = 4
_REAR = frozenset({"supply", "rear", "home", "power", "logistics"})
_SEVERAL = frozenset({"villages", "settlements", "hamlets", "localities", "communities"})
_HEIGHTS = frozenset({"heights", "hills", "mountains", "peaks", "ridges"})
_GROWN = frozenset({"city", "town"})
_TIMES = frozenset({"hour", "day", "week", "month", "year", "minute"})
_TOWN_SITES = frozenset({"terminal", "port", "harbour", "harbor", "oilfield", "field"})


def targets_of(token: Token, sentence: Sentence, depth: int = 0) -> list[Target]:
    """Return the places that a noun phrase means; none when it is no territory.

    Args:
        token: Head of the phrase; coordinated heads are the caller's.
        sentence: The sentence.
        depth: How often a phrase within a phrase has been entered.
    """
    if depth > _MAX_DEPTH:
        return []
    found = _targets(token, sentence, depth)
    if not found:
        return []
    holders = holders_of(token, sentence) or owners_of(token, sentence)
    return [replace(t, holders=t.holders or holders) for t in found]


def _targets(token: Token, sentence: Sentence, depth: int) -> list[Target]:  # noqa: C901, PLR0911, PLR0912 (one return for each rule)
    entity = sentence.place(token)
    if entity and is_on_the_way(token):
        above = explained_above(token, sentence)
        if above:
            return [t for k in above for t in targets_of(k, sentence, depth + 1)]
    if entity and is_bearing(token, sentence):
        lies = located(token, sentence)
        if lies is not None:
            return targets_of(lies, sentence, depth + 1)
    if entity:
        return _named_place(token, entity, sentence, depth)
    beside_name = token.lemma_.lower() in _TIMES or token.lower_.endswith("wards")
    if beside_name and token.dep_ in {"pobj", "dobj"}:
        # "retreated from A days earlier", "from A westwards": the parser makes A a part of them.
        named = [c for c in token.children if c.i == token.i - 1 and sentence.place(c)]
        return [t for c in named for t in targets_of(c, sentence, depth + 1)]
    if sentence.actor(token):
        return []
    if token.lower_ in {"both", "either"}:
        alone = token.lower_ == "both" and token.dep_ in {"dobj", "pobj", "nsubjpass"}
        pointing = alone and not list(token.children)
        return [target_at(token, token, sentence, feature="both", anaphor=True)] if pointing else []
    called = identified(token, sentence)
    if called:
        return [t for k in called for t in targets_of(k, sentence, depth + 1)]
    if token.pos_ == "PRON":
        return _of_pronoun(token, sentence, depth)
    told_of = explained(token, sentence)
    if told_of:
        return [t for k in told_of for t in targets_of(k, sentence, depth + 1)]
    if token.lower_ in sentence.lexicon.words("near"):
        # "the hill west of A": the parser takes "west" for the head.
        inner = [c for c in token.children if c.dep_ == "compound" and sentence.is_(c, "sites")]
        if not inner and governed(token, "of"):
            # "Wadi Hajar west of A": no gazetteer has the name.
            inner = [c for c in token.children if c.dep_ == "compound" and c.pos_ == "PROPN"]
        return [t for c in inner[-1:] for t in targets_of(c, sentence, depth + 1)]
    if token.pos_ == "NUM" and governed(token, "of"):
        # "10 of the 14 districts in A".
        some = [o for o in governed(token, "of") if o.tag_ == "NNS"]
        some = [o for o in some if sentence.is_(o, "settlements") or sentence.is_(o, "containers")]
        return [phrase(o, sentence, "unnamed") for o in some]
    if sentence.is_(token, "whole"):
        under = governed(token, "of") + governed(token, "including")
        return [t for o in under for t in targets_of(o, sentence, depth + 1)]
    towns = specified(token, sentence)
    if towns is not None:
        return targets_of(towns, sentence, depth + 1)
    counted = counted_of(token, sentence)
    if counted:
        return [t for o in counted for t in targets_of(o, sentence, depth + 1)]
    if token.lower_ == "districts" and is_counted(token) and is_definite(token, sentence):
        # "B had taken the two districts": those told before, not parts of a town.
        return [target_at(token, token, sentence, feature=token.lower_, anaphor=True)]
    whole = all_of(token, sentence)
    if whole:
        return [t for o in whole for t in targets_of(o, sentence, depth + 1)]
    if is_part(token, sentence):
        return _part(token, sentence, depth)
    owned = any(c.dep_ == "poss" and sentence.place(c) for c in token.children)
    if owned and sentence.is_(token, "sites"):
        return _site(token, sentence)
    if token.lower_ == "place" and token.head.lemma_ == "take" and not list(token.children):
        # "Fighting with B took place": B took nothing.
        return []
    if is_seat(token):
        under = [o for o in governed(token, "of") if o.lower_ in DISTRICTS]
        return [t for o in under for t in targets_of(o, sentence, depth + 1)]
    if is_seat_of(token, sentence):
        under = governed(token, "of")
        return [
            t
            for o in under
            for t in targets_of(o, sentence, depth + 1) or unknown_name(o, sentence)
        ]
    if sentence.is_(token, "settlements") or sentence.is_(token, "containers"):
        return _featured(token, sentence, depth)
    if sentence.is_(token, "sites"):
        return _site(token, sentence)
    if sentence.is_(token, "area"):
        return _featured(token, sentence, depth)
    if token.pos_ == "PROPN":
        return unknown_name(token, sentence)
    # "the fifth, A, is under siege".
    if token.pos_ in {"ADJ", "NUM", "NOUN"} and token.dep_ in {"nsubj", "nsubjpass"}:
        return [
            t
            for c in token.children
            if c.dep_ == "appos" and sentence.place(c) and is_enclosed(c)
            for t in targets_of(c, sentence, depth + 1)
        ]
    return []


def _of_pronoun(token: Token, sentence: Sentence, depth: int) -> list[Target]:
    """Return what "it" or "them" means in its own sentence, else the word itself."""
    if token.lower_ not in {"it", "them"}:
        return []
    meant = _meant_by(token, sentence, depth)
    before = taken_up(token, sentence) if not meant and token.lower_ == "it" else None
    if before is not None:
        meant = [t for t in targets_of(before, sentence, depth + 1) if not t.anaphor]
    return meant or [target_at(token, token, sentence, anaphor=True)]


def _meant_by(token: Token, sentence: Sentence, depth: int) -> list[Target]:
    """Return the site that "it" takes up: "attacked the base in A and overran it"."""
    for above in list(token.head.ancestors)[:4]:
        if above.pos_ not in {"VERB", "AUX"} or above.i > token.i:
            continue
        near = [o for c in child(above, "dobj", "nsubjpass") for o in conjuncts(c) if o.i < token.i]
        near += [o for p in prepositions(above) for o in objects_of(p) if o.i < token.i]
        last = max(near, key=lambda o: o.i, default=token)
        if sentence.is_(last, "settlements") and not sentence.is_(last, "sites"):
            # "stormed the base and held the town before leaving it": the nearer one is meant.
            return []
        for o in near:
            if o.pos_ == "PRON" or not sentence.is_(o, "sites"):
                continue
            found = [t for t in targets_of(o, sentence, depth + 1) if not t.anaphor]
            if found and not found[0].reason:
                return found[:1]
    return []


def _named_place(token: Token, entity: Entity, sentence: Sentence, depth: int) -> list[Target]:
    """Return the place a masked name stands for, and those put beside it by apposition."""
    after = token.nbor() if token.i + 1 < len(sentence.doc) else None
    # "in Aleppo city": the parser may hang the feature on the name instead of the reverse.
    feature = after.lower_ if after is not None and after.head == token else ""
    for c in child(token, "appos") if feature in {"", ","} else ():
        # "A, the largest air base of the north": not the town of that name.
        field = c.lower_ in FIELDS and not sentence.place(c)
        # "A, the main supply base of B" may be a town.
        field = field and not any(k.lower_ in _REAR for k in c.children)
        feature = c.lower_ if field else feature
    part = any(
        c.lower_ in sentence.lexicon.words("directions") and c.i < token.i for c in token.children
    )
    reason: ReasonCode = "part" if part else ""
    found = [target_at(token, token, sentence, entity=entity, feature=feature, reason=reason)]
    for c in token.children:
        if c.dep_ == "appos" and sentence.place(c) and not sentence.entities[c.i].container:
            found += [t for k in conjuncts(c) for t in targets_of(k, sentence, depth + 1)]
    return found


def _part(token: Token, sentence: Sentence, depth: int) -> list[Target]:
    """Return the place of which only a part is meant."""
    inside = [
        o for p in ("of", "in", "from", "around", "near", "within") for o in governed(token, p)
    ]
    inside += [c for c in token.children if c.dep_ in {"compound", "poss", "nmod", "appos"}]
    listed = governed(token, "including")
    named = [t for o in listed if sentence.place(o) for t in targets_of(o, sentence, depth + 1)]
    if named and token.lower_ == "bank":
        # "the left bank, including A and B": all of A and of B.
        return named
    for inner in inside:
        found = targets_of(inner, sentence, depth + 1)
        if found:
            return [
                replace(t, reason="part" if not t.reason or t.anaphor else t.reason, token=token)
                for t in found
            ]
    if sentence.is_(token, "settlements") or sentence.is_(token, "area"):
        return [phrase(token, sentence, "unnamed")]
    return []


def _featured(token: Token, sentence: Sentence, depth: int) -> list[Target]:  # noqa: C901, PLR0911 (one return for each rule)
    """Return what "the town of A", "A city", "towns, including A and B" or "the town" means."""
    # "the Damascus suburb of Harasta": what stands after the noun names it.
    if token.dep_ == "appos" and sentence.place(token.head):
        return targets_of(token.head, sentence, depth + 1)
    above = explained_before(token, sentence)
    if above:
        return targets_of(above, sentence, depth + 1)
    names, lands = _names_of(token, sentence)
    if lies_in(token, names):
        return [phrase(token, sentence, "unnamed")]
    if lands and not names and token.lower_ == "area":
        # "the vast B area" is in B, and not the town named before.
        told = (t for n in lands for t in targets_of(n, sentence, depth + 1))
        return [replace(t, reason=t.reason or "part") for t in told]
    near = beside(token, sentence)
    if near and not names:
        return near
    if token.lower_ in _SEVERAL and len(names) == 1 and governed(token, "of") == names:
        # "the villages of A" lie in A.
        return [phrase(token, sentence, "unnamed")]
    found: list[Target] = []
    for name in names:
        found += [
            replace(t, feature=token.lower_, token=t.token)
            for t in (targets_of(name, sentence, depth + 1) or unknown_name(name, sentence))
        ]
    if found:
        # "the old city of A" is a quarter of A.
        old = token.lower_ in _GROWN and any(c.lower_ == "old" for c in child(token, "amod"))
        return [replace(t, reason=t.reason or "part") for t in found] if old else found
    if sentence.is_(token, "area") and not sentence.is_(token, "settlements"):
        inside = [
            t
            for o in governed(token, "of") + governed(token, "around")
            for t in targets_of(o, sentence, depth + 1)
        ]
        if inside:
            return [replace(t, reason="beside") for t in inside]
    if is_definite(token, sentence):
        return [target_at(token, token, sentence, feature=token.lower_, anaphor=True)]
    return [phrase(token, sentence, "unnamed")]


def _names_of(token: Token, sentence: Sentence) -> tuple[list[Token], list[Token]]:
    """Return the names of a town or towns, and those of the lands that it is said to lie in."""
    names = [*right_names(token, sentence), *colon_names(token, sentence)]
    names = [n for n in names if not sentence.actor(n)]
    left = left_names(token, sentence)
    if token.lower_ == "capital":
        # "the A state capital, B": B.
        left = [n for n in left if not is_area(n, sentence) and n.lower_ != "state"]
    if not any(n.dep_ == "pobj" for n in names) and token.tag_ in {"NN", "NNP"}:
        # "A town, B state" is A, not B.
        names = left or names
    if not names or token.lower_ in {"district", "quarter", "neighbourhood", "neighborhood"}:
        names = left or names
    listed = any(c.lower_ in {"including", "like"} for c in child(token, "prep"))
    if token.lower_ in _SEVERAL and left and not listed:
        # "the A and B villages of C"; but "the A-area villages including B".
        names = left
    if sentence.is_(token, "containers"):
        return names, []
    # "the main town of B province" lies in B and is not B.
    lands = [n for n in names if is_area(n, sentence)]
    return [n for n in names if n not in lands], lands


def _site(token: Token, sentence: Sentence) -> list[Target]:  # noqa: C901, PLR0911, PLR0912 (one return for each rule)
    """Return a site under its own name: "Menagh air base", "the airport in A"."""
    if is_bare_centre(token):
        return [phrase(token, sentence, "unnamed")]
    what_for = explained_name(token, sentence)
    if what_for is not None:
        return targets_of(what_for, sentence)
    if token.lower_ in {"centre", "center"} and any(
        c.lower_ in sentence.lexicon.words("seats") for c in child(token, "compound", "amod")
    ):
        own = [c for c in token.children if sentence.place(c) or c.pos_ == "PROPN"]
        if not own and is_the(token):
            return [target_at(token, token, sentence, feature="centre", anaphor=True)]
    if token.lower_ == "site" and any(c.lower_ == "heritage" for c in child(token, "compound")):
        # "the World Heritage Site of A".
        return [t for o in governed(token, "of") for t in targets_of(o, sentence)]
    named = [
        c
        for c in token.children
        if c.i < token.i
        and c.dep_ in {"compound", "nmod", "amod", "poss"}
        and (sentence.place(c) or (c.pos_ == "PROPN" and not sentence.actor(c)))
    ]
    if named and not sentence.place(named[0]):
        return [target_at(name_start(named[0], sentence), token, sentence, feature=token.lower_)]
    if named:
        first = min(
            named[0].left_edge.i if not sentence.place(named[0]) else named[0].i, named[0].i
        )
        start = sentence.doc[first]
        if start.pos_ == "DET":
            start = named[0]
        return [target_at(start, token, sentence, feature=token.lower_)]
    called = [c for c in child(token, "acl") if c.lower_ in {"called", "named", "known"}]
    if called and called[0].right_edge.i - called[0].i in {1, 2, 3}:
        return [target_at(called[0].nbor(), called[0].right_edge, sentence, feature=token.lower_)]
    after = token.nbor() if token.i + 1 < len(sentence.doc) else token
    if after.like_num and after.head.i in {token.i, token.head.i} and token.tag_ != "NNS":
        # "Base 46", "Checkpoint 17".
        return [target_at(left_end(token), after, sentence, feature=token.lower_)]
    places = right_names(token, sentence)
    right = [p for p in places if sentence.place(p) or p.pos_ == "PROPN"]
    if right and any(c.dep_ == "appos" for c in right):
        return [replace(t, feature=token.lower_) for p in right for t in _site_name(p, sentence)]
    inside = [o for p in ("of", "in", "at", "on") for o in governed(token, p)]
    inside = [o for o in inside if o.lower_ not in sentence.lexicon.words("calendar")]
    inside = [named_by(o, sentence) for o in inside]
    near_by = [o for o in next_to(token) if o not in inside]
    named_in = [o for o in [*inside, *near_by] if sentence.place(o) or o.pos_ == "PROPN"]
    if token.lower_ in _HEIGHTS and inside:
        # "the heights of A and B": A is a hill, unless a gazetteer has a town of the name.
        hills = [o for o in named_in if not sentence.place(o)]
        if hills:
            return [t for o in hills for t in unknown_name(o, sentence)]
    if len(named_in) > 1 and token.tag_ == "NNS" and inside:
        return [t for o in named_in for t in _each_site(o, token, sentence)]
    for o in named_in:
        if any(sentence.is_(c, "settlements") and c.i < o.i for c in child(token, "conj")):
            # "the hill and village of A".
            return targets_of(o, sentence)
        # "the base of Brigade 93".
        end = o.nbor() if o.i + 1 < len(o.doc) and o.nbor().like_num else o
        whole = target_at(left_end(token), end, sentence, feature=token.lower_)
        return [replace(whole, reason="unnamed") if is_any(token) else whole]
    near = beside(token, sentence)
    if near and not is_the(token):
        return near
    if is_definite(token, sentence):
        described = any(c.dep_ in DESCRIBING and c.pos_ != "VERB" for c in token.children)
        described = described and not sentence.is_(token, "buildings")
        if described and (near or not is_general(token)):
            return [phrase(token, sentence, "")]
        return [target_at(token, token, sentence, feature=token.lower_, anaphor=True)]
    return near or [phrase(token, sentence, "unnamed")]


def _each_site(name: Token, token: Token, sentence: Sentence) -> list[Target]:
    """Return A and B of "the terminals of A and B": a terminal is what such a town is known for."""
    if token.lemma_.lower() in _TOWN_SITES:
        return targets_of(name, sentence)
    return [target_at(token, name, sentence, feature=token.lower_, reason="unnamed")]


def _site_name(token: Token, sentence: Sentence) -> list[Target]:
    entity = sentence.place(token)
    if entity:
        return [target_at(token, token, sentence, entity=entity)]
    return unknown_name(token, sentence)
