"""What a phrase explains: A of "A, the hub of the north", "a gateway north of B, A"."""

from spacy.tokens import Token

from components.claims.sentence import Sentence
from components.claims.syntax import conjuncts

_MAX_DEPTH = 4
# What a town is called for those who hold it.
_SEATS = frozenset({"headquarters", "hub", "seat", "stronghold", "bastion"})


def is_on_the_way(token: Token) -> bool:
    """Return whether a name with a clause of its own only says where a road leads."""
    own = [c for c in token.children if c.dep_ == "relcl"]
    if not own or token.dep_ != "pobj" or token.head.lower_ not in {"to", "between"}:
        return False
    comma = token.i + 1 < len(token.doc) and token.nbor().text == ","
    return comma or token.head.head.lower_ in {"road", "highway", "route", "way", "motorway"}


def is_bearing(token: Token, sentence: Sentence) -> bool:
    """Return whether a name with a clause of its own only says how far off another lies."""
    owns = any(c.dep_ in {"relcl", "acl"} for c in token.children)
    # "north of the capital B seized by C": B may hang on the verb itself.
    if not owns and not (token.dep_ == "nsubj" and token.head.dep_ in {"relcl", "acl"}):
        return False
    before = token.doc[max(0, token.i - 4) : token.i]
    words = {t.lower_ for t in before}
    return bool(words & {"of", "from"}) and any(
        sentence.is_(t, "near") or t.lower_ in {"km", "kilometres", "kilometers", "miles"}
        for t in before
    )


def located(token: Token, sentence: Sentence) -> Token | None:
    """Return A of "A, a gateway 600 km north of B"."""
    for at in token.ancestors:
        if sentence.place(at):
            return at
        if at.pos_ in {"VERB", "AUX"} and at.dep_ not in {"relcl", "acl"}:
            return None
    return None


def explained(token: Token, sentence: Sentence) -> list[Token]:
    """Return A of "A, the hub of the north, fell" and "A and B, towns on a road which X took"."""
    if token.pos_ != "NOUN":
        return []
    described = sentence.is_(token, "settlements") or sentence.is_(token, "area")
    if any(c.dep_ == "relcl" for c in token.children):
        found = explained_above(token, sentence)
        if found:
            return found
    doc, first = sentence.doc, token.left_edge
    # The parser takes the name for an adverb of the verb, or for a child of what explains it.
    for c in token.children:
        if sentence.place(c) and c.dep_ in {"npadvmod", "nsubj", "nmod", "compound", "dep"}:
            comma = c.right_edge.i + 1
            article = doc[c.i + 2] if c.i + 2 < len(doc) else token
            if c.i < comma < token.i and doc[c.i + 1].text == "," and article.pos_ == "DET":
                return [c]
    if not described or token.dep_ not in {"nsubj", "nsubjpass"} or first.i < 2:
        return _called_by(token, sentence) if described else []
    name = doc[first.i - 2]
    beside = doc[first.i - 1].text == "," and sentence.place(name) is not None
    end = token.right_edge.i + 1
    closed = token.right_edge.text == "," or (end < len(doc) and doc[end].text == ",")
    free = name.dep_ in {"npadvmod", "nsubj", "nsubjpass", "dep", "conj", "appos", "nmod"}
    if beside and closed and free and first.i - 2 <= 6 and first.pos_ == "DET":
        return [name]
    return []


def _called_by(token: Token, sentence: Sentence) -> list[Token]:
    """Return A of "In the second city, A, B remains in charge", which opens a sentence."""
    doc, comma = sentence.doc, token.i + 1
    leads = token.dep_ == "pobj" and token.head.i <= 1 and token.left_edge.lower_ == "the"
    if not leads or comma + 2 >= len(doc) or doc[comma].text != "," or doc[comma + 2].text != ",":
        return []
    entity = sentence.place(doc[comma + 1])
    return [doc[comma + 1]] if entity is not None and not entity.container else []


def explained_name(token: Token, sentence: Sentence) -> Token | None:
    """Return A of "A, the rebels' headquarters": what a town is to its holders is no site in it."""
    first = token.left_edge
    if token.lower_ not in _SEATS or first.i < 2 or sentence.doc[first.i - 1].text != ",":
        return None
    name = sentence.doc[first.i - 2]
    plain = first.pos_ == "DET" or any(c.dep_ == "poss" for c in token.children)
    named = any(sentence.place(c) for c in token.children if c.i < token.i)
    return name if plain and not named and sentence.place(name) is not None else None


def explained_above(token: Token, sentence: Sentence) -> list[Token]:
    """Return A and B of "A and B, two towns on the road to C which X had seized"."""
    at = token
    for _ in range(_MAX_DEPTH * 2):
        if at.i != token.i and at.pos_ == "NOUN" and sentence.is_(at, "settlements"):
            break
        if at.dep_ not in {"pobj", "prep"} or at.head.i == at.i:
            return []
        at = at.head
    else:
        return []
    comma = at.left_edge.i - 1
    if comma < 1 or sentence.doc[comma].text != ",":
        return []
    name = sentence.doc[comma - 1]
    if not sentence.place(name):
        return []
    if at.tag_ not in {"NNS", "NNPS"}:
        return [name]
    first = name
    for _ in range(_MAX_DEPTH * 3):
        if first.dep_ != "conj" or not sentence.place(first.head):
            break
        first = first.head
    return conjuncts(first)


def explained_before(token: Token, sentence: Sentence) -> Token | None:
    """Return A of "A, a small town that X holds", however the parser hung the town."""
    first = token.left_edge.i
    if first < 2 or sentence.doc[first].lower_ not in {"a", "an"} or token.dep_ == "appos":
        return None
    name = sentence.doc[first - 2]
    comma = sentence.doc[first - 1].text == ","
    after = token.nbor() if token.i + 1 < len(sentence.doc) else token
    told = any(c.dep_ in {"relcl", "acl"} for c in token.children)
    told = told or (token.dep_ == "nsubj" and after.i == token.head.i)
    return name if comma and told and sentence.place(name) is not None else None
