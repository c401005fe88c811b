"""Places that share a verb with the first one, however far off the parser hung them."""

from collections.abc import Iterator

from spacy.tokens import Token

from components.claims.sentence import Sentence
from components.claims.syntax import FINITE, child, governed, objects_of

_NOMINAL = frozenset({"NOUN", "PROPN", "ADP"})
_JOINTS = frozenset({",", "and", "&", "plus", "also", "as", "well", "finally", "lastly", "then"})
_AREAS = frozenset(
    {
        *("provinces", "regions", "states", "districts", "governorates", "oblasts"),
        *("counties", "raions", "prefectures", "departments"),
    }
)


def along_with(verb: Token) -> Iterator[Token]:
    """Yield B of "A was taken, along with B"."""
    for c in verb.children:
        if c.lower_ in {"along", "together"}:
            for prep in child(c, "prep"):
                if prep.lower_ == "with":
                    yield from objects_of(prep)


def with_it(verb: Token) -> Iterator[Token]:
    """Yield B of "took A and with it the rest of B"."""
    doc = verb.doc
    for i in range(verb.i + 1, len(doc) - 2):
        if doc[i].tag_ in FINITE or doc[i].text == ";":
            return
        if (
            doc[i - 1].lower_ in {"and", ","}
            and doc[i].lower_ == "with"
            and doc[i + 1].lower_ == "it"
        ):
            at = doc[i + 2]
            while at.head.i > i + 1 and at.head.i != at.i and at.head.pos_ in _NOMINAL:
                at = at.head
            if at.pos_ in {"NOUN", "PROPN"}:
                yield at


def dated_in_turn(verb: Token, sentence: Sentence) -> Iterator[Token]:
    """Yield B of "took A on Friday, B on Saturday"."""
    doc = sentence.doc
    dated = False
    for i in range(verb.i + 1, len(doc) - 2):
        t = doc[i]
        if t.tag_ in FINITE or t.text == ";":
            return
        dated = dated or _is_time(t, sentence)
        place = doc[i + 1]
        if (
            dated
            and t.text in {",", "and"}
            and sentence.place(place)
            and _has_date(place, sentence)
        ):
            yield place


def continued(  # noqa: C901 (one loop, a step for each kind of joint)
    last: Token, sentence: Sentence
) -> Iterator[Token]:
    """Yield B and C of "over A, the B compound and C", where the parser lost the list."""
    doc, at = sentence.doc, last.right_edge.i if last.right_edge.i - last.i < 4 else last.i
    if any(t.text == "," or sentence.place(t) for t in doc[last.i + 1 : at + 1]):
        # The parser hangs the next name on the last one, or the comma before it.
        at = last.i
    if at == last.i and sentence.is_(last, "settlements"):
        # "the village of A in B province, the town of C": the rest hangs on the village.
        at = next((o.i for o in governed(last, "of") if sentence.place(o)), at)
    explained = False
    for _ in range(16):
        i = _past_area(at + 1, sentence)
        if i >= len(doc) or doc[i].lower_ not in {",", "and", "&", "plus"}:
            return
        if i > at + 1 and _are_areas(i, sentence):
            # "villages in A, B and C provinces".
            return
        linked = False
        while i < len(doc) and doc[i].lower_ in _JOINTS:
            linked = linked or doc[i].text != ","
            i += 1
        head = _head_of_phrase(i, sentence)
        past = None if linked or explained else _past_gloss(i, head, sentence)
        if past is not None and _goes_on_past(i, past, sentence):
            at = past
            continue
        if past is not None:
            # "took A, the hub of the south, and B".
            at, explained = past, True
            continue
        if explained and not linked:
            return
        explained = False
        if head is None or not _is_listed(head, sentence, linked=linked):
            return
        yield head
        at = head.i


def _past_area(i: int, sentence: Sentence) -> int:
    """Return what follows "in northern B" and "of B district" after A, which tell where A lies."""
    doc = sentence.doc
    for _ in range(3):
        if i >= len(doc) or doc[i].lower_ not in {"in", "of"}:
            return i
        for j in range(i + 1, min(len(doc), i + 6)):
            entity = sentence.place(doc[j])
            after = doc[j + 1] if j + 1 < len(doc) else None
            area = after is not None and sentence.is_(after, "containers")
            # "A and B villages in C, D and E villages in F".
            around = doc[i].lower_ == "in" and i > 0 and doc[i - 1].tag_ == "NNS"
            if entity is not None and (entity.container or area or around):
                i = j + 1 + bool(area)
                break
            if doc[j].pos_ not in {"DET", "ADJ", "NOUN"} and doc[j].lower_ != "of":
                return i
        else:
            return i
    return i


def _are_areas(start: int, sentence: Sentence) -> bool:
    """Return whether the names that go on from here are those of provinces."""
    for t in sentence.doc[start:]:
        if t.lower_ in _AREAS:
            return True
        named = t.i in sentence.entities or t.pos_ == "PROPN"
        if not named and t.lower_ not in _JOINTS and t.pos_ != "DET":
            return False
    return False


def _past_gloss(start: int, head: Token | None, sentence: Sentence) -> int | None:
    """Return the last word of what only explains the name before, between commas."""
    doc = sentence.doc
    # "A, one of the largest towns of the east, B".
    one = start + 1 < len(doc) and doc[start].lower_ == "one" and doc[start + 1].lower_ == "of"
    article = (
        start < len(doc) and doc[start].pos_ == "DET" and doc[start].i not in sentence.entities
    )
    if not one and not article:
        return None
    if not one and (head is None or _is_named(head, sentence) or sentence.place(head)):
        return None
    for i in range(start, min(len(doc) - 1, start + 14)):
        if doc[i].tag_ in FINITE:
            return None
        if doc[i].text == ",":
            return i - 1
    return None


def _goes_on_past(first: int, last: int, sentence: Sentence) -> bool:
    """Return whether a list goes on past an aside: "A, one of the towns there, B, and C"."""
    doc, i = sentence.doc, last + 2
    if doc[first].lower_ != "one" or i + 2 >= len(doc) or sentence.place(doc[i]) is None:
        return False
    # "A, one of the towns between B, C and D" lists those that A lies between.
    within = (sentence.place(t) for t in doc[first : last + 1])
    if any(entity is not None and not entity.container for entity in within):
        return False
    return any(t.lower_ in {"and", "&"} for t in doc[i + 1 : i + 3])


def _is_named(head: Token, sentence: Sentence) -> bool:
    """Return whether a site or town has a name of its own: "the A bridge", "the base at A"."""
    before = any(c.i < head.i and _is_name(c, sentence) for c in head.children)
    return before or any(
        _is_name(o, sentence) for p in ("of", "at", "in", "on") for o in governed(head, p)
    )


def _is_name(token: Token, sentence: Sentence) -> bool:
    named = token.pos_ == "PROPN" and sentence.actor(token) is None
    return named or sentence.place(token) is not None


def _head_of_phrase(start: int, sentence: Sentence) -> Token | None:
    """Return the noun that the phrase beginning here ends with."""
    doc = sentence.doc
    for i in range(start, min(len(doc), start + 7)):
        token = doc[i]
        after = doc[i + 1] if i + 1 < len(doc) else None
        if token.pos_ not in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "PUNCT"} or token.text == ",":
            return None
        if token.pos_ in {"NOUN", "PROPN"} and (
            after is None or after.pos_ not in {"NOUN", "PROPN", "PUNCT"} or after.text in ",.;:"
        ):
            return token
    return None


def _is_listed(head: Token, sentence: Sentence, *, linked: bool) -> bool:
    """Return whether a noun goes on with a list of places and begins no clause.

    Args:
        head: The noun.
        sentence: The sentence.
        linked: Whether "and" stands before it; without, "A, the supply base of B" explains A.
    """
    entity = sentence.place(head)
    if entity is not None and entity.container:
        return False
    if _is_unknown_name(head, sentence):
        return head.dep_ not in {"nsubj", "nsubjpass"}
    site = sentence.is_(head, "sites") and (linked or _is_named(head, sentence))
    if entity is None and not site and not _names_town(head, sentence):
        return False
    if sentence.is_(head, "containers"):
        return False
    acts = head.dep_ in {"nsubj", "nsubjpass"} and head.head.i > head.i
    return not acts


def _is_unknown_name(head: Token, sentence: Sentence) -> bool:
    """Return whether a masked name is neither a place nor an actor, nor an acronym."""
    entity = sentence.entities.get(head.i)
    if entity is None or entity.kind != "name":
        return False
    return not sentence.words_at(entity.start, entity.end).isupper()


def _names_town(head: Token, sentence: Sentence) -> bool:
    """Return whether a noun is the "village" of "A village" or "the villages of A and B"."""
    if not sentence.is_(head, "settlements"):
        return False
    own = any(_is_name(c, sentence) and c.i == head.i - 1 for c in head.children)
    return own or any(sentence.place(o) for o in governed(head, "of"))


def _has_date(place: Token, sentence: Sentence) -> bool:
    """Return whether a day follows a place before the next comma or verb."""
    for t in sentence.doc[place.i + 1 : place.i + 10]:
        if t.text in {",", ";", "."} or t.tag_ in FINITE or t.dep_ == "aux":
            return False
        if _is_time(t, sentence):
            return place.dep_ not in {"nsubj", "nsubjpass"}
    return False


def _is_time(token: Token, sentence: Sentence) -> bool:
    words = sentence.lexicon
    return token.lower_ in words.words("calendar") or token.lower_ in words.words("times")
