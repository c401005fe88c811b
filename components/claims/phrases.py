"""How a noun phrase that may mean a place is built: its names, whether it points back."""

from collections.abc import Sequence

from spacy.tokens import Token

from components.claims.sentence import Sentence, Target, target_at
from components.claims.syntax import child, conjuncts, governed, objects_of, prepositions
from components.claims.unlisted import is_people
from components.records import ReasonCode

DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "both"})
# Within how many words behind "a town" it is said where the town lies.
_LYING = 12
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth"})
_SOME = frozenset({"a", "an", "another", "one"})
DESCRIBING = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
GENERAL = frozenset(
    {
        *("military", "army", "air", "same", "strategic", "key", "main", "entire", "whole", "big"),
        *("large", "important", "sprawling", "nearby", "local", "rebel", "government", "enemy"),
        *("police", "vast", "abandoned", "besieged", "border", "former", "last", "major", "its"),
    }
)


def is_area(token: Token, sentence: Sentence) -> bool:
    """Return whether a word names a province, a district or the like."""
    entity = sentence.place(token)
    return entity is not None and entity.container


def is_definite(token: Token, sentence: Sentence) -> bool:
    """Return whether "the town" points back; "the town that X holds" and plurals do not."""
    ahead = {"det", "poss", "predet", "preconj"}
    marked = any(c.lower_ in DEFINITE for c in token.children if c.dep_ in ahead)
    more = any(c.dep_ == "nummod" or _restricts(c, sentence) for c in token.children)
    # "took its first town" points to nothing named.
    counted = token.dep_ in {"dobj", "pobj"} and child(token, "amod")
    more = more or any(c.lower_ in _ORDINALS for c in counted or ())
    # "Lost its last territory": land of no name.
    more = more or (sentence.is_(token, "lands") and any(child(token, "poss")))
    pointing = not any(_names(o, sentence) for p in prepositions(token) for o in objects_of(p))
    plural = token.tag_ in {"NNS", "NNPS"}
    if plural:
        return marked and pointing and (is_counted(token) or _is_bare_plural(token))
    return marked and pointing and not more


def _names(token: Token, sentence: Sentence) -> bool:
    """Return whether a word is a place or "region" of "the A region"."""
    inside = sentence.is_(token, "containers") and any(map(sentence.place, token.children))
    return inside or sentence.place(token) is not None


def _is_bare_plural(token: Token) -> bool:
    """Return whether "the towns" stands alone, so that only towns named before can be meant."""
    return all(c.dep_ in {"det", "punct", "cc", "conj"} for c in token.children) and any(
        c.lower_ in {"the", "those", "these"} for c in token.children
    )


def _restricts(clause: Token, sentence: Sentence) -> bool:
    """Return whether a clause says which town is meant: not so "the town, which lies by a road"."""
    tells = clause.lemma_ in {"lie", "sit", "stand", "straddle"}
    first = clause.left_edge
    added = first.lower_ == "which" and first.i > 0 and first.nbor(-1).text == ","
    added = added and sentence.is_(clause.head, "settlements")
    return clause.dep_ == "relcl" and not tells and not added


def is_counted(token: Token) -> bool:
    """Return whether "both towns" or "the two places" points back to a list."""
    if any(c.dep_ in {"relcl", "acl"} for c in token.children):
        return False
    return any(
        c.lower_ == "both" or (c.dep_ == "nummod" and c.lower_ in {"two", "three", "four", "five"})
        for c in token.children
    )


def beside(token: Token, sentence: Sentence) -> list[Target]:
    """Return the place beside which an unnamed one lies ("a village near A")."""
    for prep in prepositions(token):
        if sentence.is_(prep, "near"):
            for o in objects_of(prep) or [x for p in prepositions(prep) for x in objects_of(p)]:
                entity = sentence.place(o)
                if entity:
                    return [target_at(o, o, sentence, entity=entity, reason="beside")]
    return []


def left_names(token: Token, sentence: Sentence) -> list[Token]:
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
        if not _says_who_lives_there(c, sentence)
    ]
    if token.tag_ in {"NNS", "NNPS"}:
        listed = [k for c in plain for k in conjuncts(c)]
        return [c for c in listed if not any(c in o.children for o in listed)] or listed
    # "The A island area": a noun for what A is may stand between.
    near = plain[-1].i if plain else token.i
    between = token.doc[near + 1 : token.i]
    named = len(between) < 2 and all(sentence.is_(t, "sites") for t in between)
    return plain[-1:] if named else []


def _says_who_lives_there(token: Token, sentence: Sentence) -> bool:
    """Return whether a word before "town" says who lives there: "the Armenian town"."""
    if sentence.place(token):
        return False
    shown = sentence.words_at(*sentence.span(token, token))
    return is_people(shown, lambda word: word.endswith(("ian", "ish")))


def right_names(token: Token, sentence: Sentence) -> list[Token]:
    """Return names after a feature word: "the town of A", "the village A"."""
    # "the capital of A" is a town in A.
    under = [o for p in ("of", "called", "including") for o in governed(token, p)]
    under = [o for o in under or shared_name(token, sentence) if not _is_bearing(o, sentence)]
    if token.lower_ == "capital":
        # "The capital of A State" is not A, whatever the parser makes of "State".
        under = [o for o in under if not is_area(o, sentence) and token.dep_ != "appos"]
        under = [o for o in under if not sentence.is_(o, "containers")]
    found = [
        o for o in under if sentence.place(o) or o.pos_ == "PROPN" or sentence.is_(o, "settlements")
    ]
    for c in token.children:
        if sentence.quoted_apart(token, c):
            # 'took the town," A said'.
            continue
        if c.i > token.i and c.dep_ in {"appos", "npadvmod", "nmod"}:
            # "the city, capital of the north": what explains it is no name.
            found += [
                k
                for k in conjuncts(c)
                if sentence.place(k) or (k.pos_ in {"PROPN", "NOUN"} and k.text[:1].isupper())
            ]
        if c.dep_ == "acl" and c.lower_ in {"called", "named", "known"}:
            found += [k for k in c.subtree if sentence.place(k) or k.pos_ == "PROPN"][:1]
        if c.dep_ == "prep" and c.lower_ in {"including", "like"}:
            found += [o for o in objects_of(c) if o not in found]
        if c.dep_ == "prep" and c.lower_ == "in" and not found:
            # "another town in A state, B": the parser explains the state by it.
            areas = [o for o in objects_of(c) if is_area(o, sentence)]
            told = [
                k for o in areas for k in child(o, "appos") if sentence.doc[k.i - 1].text == ","
            ]
            found += [k for k in told if sentence.place(k) and not is_area(k, sentence)]
    return found or _called_after(token, sentence)


def _called_after(token: Token, sentence: Sentence) -> list[Token]:
    """Return A of "a town on the shores of the lake, A, from B", however the parser hung A."""
    doc = sentence.doc
    some = token.tag_ == "NN" and any(c.lower_ in _SOME for c in child(token, "det"))
    some = some and sentence.is_(token, "settlements")
    if not some or token.i + 3 >= len(doc) or doc[token.i + 1].pos_ != "ADP":
        return []
    for i in range(token.i + 2, min(len(doc) - 1, token.i + _LYING)):
        if doc[i].text == ",":
            name = doc[i + 1]
            after = doc[i + 2] if i + 2 < len(doc) else None
            closed = after is None or after.text in {",", "."}
            listed = (
                after is not None and i + 3 < len(doc) and doc[i + 3].pos_ in {"CCONJ", "PROPN"}
            )
            plain = sentence.place(name) is not None and not is_area(name, sentence)
            # "A town near the capital, A": that is the capital's name.
            plain = plain and not sentence.is_(doc[i - 1], "settlements")
            return [name] if plain and closed and not listed else []
        near = sentence.place(doc[i]) is not None and not is_area(doc[i], sentence)
        if near or doc[i].pos_ in {"VERB", "AUX", "CCONJ"}:
            return []
    return []


def _is_bearing(token: Token, sentence: Sentence) -> bool:
    """Return whether a name only says where another lies: A of "a depot southwest of A"."""
    before = token.head.i - 1
    return before >= 0 and sentence.is_(sentence.doc[before], "near")


def lies_in(token: Token, names: Sequence[Token]) -> bool:
    """Return whether a name says where an unnamed town lies: "another A town", "an A village"."""
    some = any(c.lower_ in _SOME for c in token.children)
    return some and len(names) == 1 and token.tag_ == "NN" and names[0].i == token.i - 1


def shared_name(token: Token, sentence: Sentence) -> list[Token]:
    """Return A for the village of "the hill and village of A": the parser gives it the hill."""
    doc = sentence.doc
    if token.dep_ != "conj" or token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "of":
        return []
    described = sentence.is_(token.head, "settlements") or sentence.is_(token.head, "sites")
    return [o for o in objects_of(doc[token.i + 1]) if described and sentence.place(o)][:1]


def identified(token: Token, sentence: Sentence) -> list[Token]:
    """Return A of "A is the largest city that B has taken" and "is among those taken by B"."""
    noun = token
    if token.dep_ == "pobj" and token.head.lower_ in {"among", "of"}:
        above = token.head.head
        among = token.head.lower_ == "among" and above.lemma_ == "be"
        noun = token.head if among else above
        if not among and above.lower_ != "one":
            return []
    elif token.dep_ != "attr":
        return []
    verb = noun.head
    several = token.lower_ in {"those", "ones"} or sentence.is_(token, "settlements")
    if verb.lemma_ != "be" or noun.dep_ not in {"attr", "prep"} or not several:
        return []
    subjects = [named_by(k, sentence) for c in child(verb, "nsubj") for k in conjuncts(c)]
    named = [k for k in subjects if sentence.place(k) and not is_area(k, sentence)]
    return named if len(named) == len(subjects) else []


def named_by(token: Token, sentence: Sentence) -> Token:
    """Return A of "the town of A"."""
    if not sentence.is_(token, "settlements"):
        return token
    return next((o for o in governed(token, "of") if sentence.place(o)), token)


def colon_names(token: Token, sentence: Sentence) -> list[Token]:
    """Return the names of "five towns: A, B and C" however the parser hung them."""
    if token.tag_ not in {"NNS", "NNPS"}:
        return []
    stop = min(len(sentence.doc), token.i + 4)
    colon = next((i for i in range(token.i + 1, stop) if sentence.doc[i].text in ":,-—–"), None)
    if colon is None or any(t.pos_ == "ADP" for t in sentence.doc[token.i + 1 : colon]):
        # "villages in A, B and C provinces" names none.
        return []
    names: list[Token] = []
    for i in range(colon + 1, len(sentence.doc)):
        t = sentence.doc[i]
        if not names and sentence.doc[colon].text == "," and _opens_clause(t):
            return []
        if sentence.place(t) or (t.pos_ == "PROPN" and not sentence.actor(t)):
            if t.dep_ != "compound":
                names.append(t)
        elif t.text not in {",", "and", "including", "namely", "-", "the", "of", "as", "well"}:
            break
    return names


def _opens_clause(name: Token) -> bool:
    """Return whether a name speaks or acts: "after the loss of these towns, A announced"."""
    after = name.nbor() if name.i + 1 < len(name.doc) else name
    return name.dep_ == "nsubj" and after.i == name.head.i


def next_to(token: Token) -> list[Token]:
    """Return A of "the base at A" where the parser hung "at A" on the verb."""
    doc = token.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ not in {"at", "in"}:
        return []
    return [o for o in objects_of(doc[token.i + 1]) if o.i == token.i + 2]


def is_enclosed(token: Token) -> bool:
    """Return whether a word stands between two commas."""
    doc, i = token.doc, token.i
    return 0 < i < len(doc) - 1 and doc[i - 1].text == doc[i + 1].text == ","


def left_end(token: Token) -> Token:
    """Return the first word that describes a site: "army" of "the army post at A"."""
    left = [c for c in token.children if c.i < token.i and c.dep_ in DESCRIBING - {"poss"}]
    return min(left, default=token, key=lambda c: c.i)


def is_any(token: Token) -> bool:
    """Return whether a site is one of several, or several: "a camp in A", "two posts at A"."""
    one = any(c.lower_ in {"a", "an", "another", "one"} for c in token.children)
    return one or any(c.dep_ == "nummod" for c in token.children) or token.tag_ == "NNS"


def is_the(token: Token) -> bool:
    """Return whether a noun is one and known: "the base"."""
    return any(c.lower_ == "the" for c in token.children) and token.tag_ in {"NN", "NNP"}


def is_general(token: Token) -> bool:
    """Return whether a site is only called by what any of its kind is ("the military base")."""
    return all(
        c.lower_ in GENERAL or c.dep_ in {"det", "prep", "punct", "appos"} for c in token.children
    )


def phrase(token: Token, sentence: Sentence, reason: ReasonCode) -> Target:
    """Return a place that is described and not named."""
    left = [c for c in token.children if c.i < token.i and c.dep_ not in {"case", "punct", "cc"}]
    first = min((c.left_edge.i for c in left), default=token.i)
    last = token
    for prep in prepositions(token):
        if prep.lower_ in {"in", "of", "near", "around", "outside"} and objects_of(prep):
            last = objects_of(prep)[0]
            break
    return target_at(sentence.doc[first], last, sentence, feature=token.lower_, reason=reason)
