"""Names that say which of several places are meant: "three villages, among them A and B"."""

from collections.abc import Sequence

from spacy.tokens import Token

from components.claims.enclosed import enclosed_names
from components.claims.names import unknown_name
from components.claims.sentence import Sentence, Target
from components.claims.subjects import subjects_of
from components.claims.syntax import FINITE, child, governed
from components.claims.targets import targets_of

_PLURALS = frozenset({"NNS", "NNPS"})
_INCLUDING = frozenset({"including", "namely", "notably", "mainly", "chiefly", "particularly"})
_AMONG_THEM = frozenset({"them", "these", "those", "which", "it"})
# Land without a name of its own, of which a list may name the places.
_LANDS = frozenset({"territory", "land", "ground", "terrain"})
_LISTING = frozenset({"include", "comprise"})
_JOINTS = frozenset({",", "and", "&", "as", "well", "also", "then", "both"})
_DASHES = frozenset({":", "--", "—", "–"})
_NONE = frozenset({"nothing", "nowhere", "none"})
_BUT = frozenset({"but", "except", "excepting", "save", "excluding", "barring", "bar"})
_PAIRS = frozenset({("apart", "from"), ("aside", "from"), ("other", "than"), ("exception", "of")})
# How soon after the noun a colon must stand.
_NEAR = 3
# How many words may name a holder.
_HOLDER_WORDS = 4
# How far from the noun its list may begin, and from one name the next.
_REACH = 24
_STEP = 7


# What several places are, of which a list may name some.
_OPEN = frozenset({"unnamed", "part", "beside"})


def with_members(token: Token, told: Sequence[Target], sentence: Sentence) -> Sequence[Target]:
    """Return the places of a phrase with those that a list behind it names.

    What is not named at all gives way to the names; of a land held in part both are told.
    """
    if not told or any(t.reason not in _OPEN and not t.anaphor for t in told):
        return told
    if sentence.is_(token, "whole") or token.pos_ == "NUM":
        # "a number of villages", "ten of the villages".
        token = next(iter(governed(token, "of")), token)
    several = any(t.reason == "part" or t.token.tag_ in _PLURALS for t in told)
    if token.tag_ not in _PLURALS | {"NN"} and not several:
        return told
    if token.tag_ == "NN" and not several and token.lower_ not in _LANDS:
        return _identified(token, sentence) or told
    named = [
        t
        for name in members_of(token, sentence)
        for t in (targets_of(name, sentence) or unknown_name(name, sentence))
    ]
    enclosed = [] if named else enclosed_names(token, sentence)
    if enclosed:
        return enclosed
    listed = {t.start for t in named}
    kept = [t for t in told if t.reason == "part" and t.entity and t.start not in listed]
    return [*kept, *named] if named else told


def _identified(token: Token, sentence: Sentence) -> list[Target]:
    """Return A of "the latest town to fall is A": the one place that a noun stands for."""
    verb = token.head
    is_ = verb.lemma_.lower() == "be" and token.dep_ == "nsubj" and token.i < verb.i
    if not is_ or not sentence.is_(token, "settlements"):
        return []
    attributes = [c for c in child(verb, "attr") if c.i > verb.i and _is_name(c, sentence)]
    return [t for c in attributes for t in targets_of(c, sentence)]


def members_of(token: Token, sentence: Sentence) -> list[Token]:
    """Return the names listed for a noun that stands for several places; none for others.

    Args:
        token: Head of the noun phrase: "villages", "most", "areas".
        sentence: The sentence.
    """
    start = _start(token, sentence)
    return names_from(start, sentence) if start is not None else []


def _start(token: Token, sentence: Sentence) -> int | None:  # noqa: C901, PLR0911 (each rule in turn)
    """Return where the list of a noun begins, None for no list."""
    doc = sentence.doc
    behind_verb = False
    for i in range(token.i + 1, min(len(doc) - 1, token.i + _REACH)):
        t = doc[i]
        if t.text in {";", "."}:
            break
        if t.text in _DASHES and i - token.i <= _NEAR and token.tag_ in _PLURALS:
            return i + 1
        if t.text == "," and _ends_holding(i, token, sentence):
            return i + 1
        if t.lower_ == "such" and doc[i + 1].lower_ == "as":
            return i + 2
        if t.lower_ in _INCLUDING:
            # "Most of the province is in rebel hands, including A": no group is meant.
            ours = sentence.place(doc[i + 1]) is not None if behind_verb else _is_of(t, token)
            return i + 1 if ours else None
        if t.lower_ == "among" and doc[i + 1].lower_ in _AMONG_THEM:
            return i + 2
        if _is_finite(t, token):
            if _lists(t, token):
                return i + 1
            if behind_verb or not _has_subject(t, token):
                break
            behind_verb = True
    return _last_colon(token, sentence)


def _is_finite(verb: Token, token: Token) -> bool:
    """Return whether a word is a main verb; "recaptured" of "towns recaptured from B" is none."""
    if verb.tag_ == "VBD" and verb.i == token.i + 1 and verb.nbor().lower_ in {"from", "by"}:
        return False
    return verb.tag_ in FINITE and verb.dep_ not in {"relcl", "aux", "auxpass"}


def _ends_holding(comma: int, token: Token, sentence: Sentence) -> bool:
    """Return whether a comma ends "held by B" in "the towns held by B, A and C"."""
    held = sentence.lexicon.words("held_words")
    clause = next((c for c in token.children if c.dep_ == "acl" and c.lower_ in held), None)
    doc = sentence.doc
    if clause is None or token.tag_ not in _PLURALS or doc[clause.i + 1].lower_ != "by":
        return False
    words = range(clause.i + 2, comma)
    after = doc[comma + 1]
    named = _is_name(after, sentence) and sentence.actor(after) is None
    # "Held by B, A residents said" lists nothing.
    listed = after.i + 1 < len(doc) and doc[after.i + 1].lower_ in {*_JOINTS, "."}
    return (
        named
        and listed
        and len(words) <= _HOLDER_WORDS
        and not any(doc[i].text == "," for i in words)
    )


def _last_colon(token: Token, sentence: Sentence) -> int | None:
    """Return where the list of "four towns have fallen to B this week: A, ..., D" begins."""
    doc = sentence.doc
    told = token.tag_ in _PLURALS and any(c.dep_ == "nummod" for c in token.children)
    if not told or not sentence.is_(token, "settlements"):
        return None
    colon = next((i for i in range(token.i + 1, len(doc)) if doc[i].text == ":"), len(doc))
    plurals = [t for t in doc[token.i + 1 : colon] if t.tag_ in _PLURALS]
    if any(sentence.is_(t, "settlements") or sentence.is_(t, "sites") for t in plurals):
        return None
    # The names go on to the end of the sentence.
    rest = [t for t in doc[colon + 1 :] if t.text != "."]
    listed = all(_is_name(t, sentence) or _leads_to_name(t, sentence) for t in rest)
    return colon + 1 if rest and listed else None


def _lists(verb: Token, token: Token) -> bool:
    """Return whether a verb lists what a noun stands for: "the towns include", "are"."""
    is_ = verb.lemma_.lower() == "be" and token.tag_ in _PLURALS
    return (is_ or verb.lemma_.lower() in _LISTING) and _is_subject(token, verb)


def _is_of(word: Token, token: Token) -> bool:
    """Return whether "including" goes with a noun, not with one that stands between."""
    head = word.head
    if word.lower_ != "including" or head.i <= token.i or head.pos_ not in {"NOUN", "PROPN"}:
        return True
    return head.i == token.i or any(a.i == token.i for a in list(head.ancestors)[:4])


def _has_subject(verb: Token, token: Token) -> bool:
    """Return whether a noun, or the "most" before it, is the subject of a verb."""
    return any(token.i == s.i or token in s.subtree for s in child(verb, "nsubj", "nsubjpass"))


def _is_subject(token: Token, verb: Token) -> bool:
    """Return whether a noun is what "include" or "are" lists, "among the towns were" included."""
    subjects = subjects_of(verb)
    if not subjects and verb.dep_ == "advcl" and verb.lemma_.lower() in _LISTING:
        # "Towns taken from B included A": the parser takes "taken" for the verb.
        subjects = subjects_of(verb.head)
    if any(s.i == token.i for s in subjects):
        return True
    return any(
        o.i == token.i for p in child(verb, "prep") if p.lower_ == "among" for o in child(p, "pobj")
    )


def names_from(start: int, sentence: Sentence) -> list[Token]:
    """Return the names of the list that begins at a word."""
    doc = sentence.doc
    found: list[Token] = []
    i, last = start, start
    while i < len(doc) and i - last <= _STEP:
        t = doc[i]
        if t.lower_ == "in" and doc[i + 1 : i + 3].text.lower() == "addition to":
            i, last = i + 3, i + 3
        elif _is_name(t, sentence):
            head = _site_called(t, sentence)
            found.append(head)
            i = last = _past_gloss(head.i + 1, sentence)
            if i >= len(doc) or doc[i].lower_ not in {*_JOINTS, "in"}:
                break
        elif not _leads_to_name(t, sentence):
            break
        else:
            i += 1
    return found


def _is_name(token: Token, sentence: Sentence) -> bool:
    entity = sentence.entities.get(token.i)
    if entity is None:
        proper = token.pos_ == "PROPN" and token.text[:1].isupper()
        return (
            proper
            and token.dep_ != "compound"
            and token.lower_ not in sentence.lexicon.words("calendar")
        )
    if entity.kind == "name":
        return not sentence.words_at(entity.start, entity.end).isupper()
    return entity.kind == "place" and not entity.container


def _site_called(token: Token, sentence: Sentence) -> Token:
    """Return the camp of "A camp", which is a place of its own; else the name itself."""
    doc = sentence.doc
    for i in range(token.i + 1, min(len(doc), token.i + 4)):
        t = doc[i]
        if t.pos_ not in {"NOUN", "PROPN", "NUM"} or t.i in sentence.entities:
            break
        if sentence.is_(t, "sites") and not sentence.is_(t, "settlements"):
            return t
    return token


def _past_gloss(i: int, sentence: Sentence) -> int:
    """Return what follows "villages" and "in B province" after a name."""
    doc = sentence.doc
    while i < len(doc) and (
        sentence.is_(doc[i], "settlements") or sentence.is_(doc[i], "containers")
    ):
        i += 1
    if i + 1 < len(doc) and doc[i].lower_ in {"in", "of"}:
        for j in range(i + 1, min(len(doc), i + 5)):
            if sentence.place(doc[j]):
                i = j + 1
                break
            if doc[j].pos_ not in {"DET", "ADJ", "NOUN"}:
                break
    while i < len(doc) and sentence.is_(doc[i], "containers"):
        i += 1
    return i


def _leads_to_name(token: Token, sentence: Sentence) -> bool:
    """Return whether a word may stand in a list before a name: "the border town of A"."""
    if token.lower_ in _JOINTS or token.lower_ in {"of", "the", "at", ":", "(", "-"}:
        return True
    if token.i in sentence.entities or sentence.is_(token, "parts"):
        return False
    described = sentence.is_(token, "settlements") or sentence.is_(token, "sites")
    return described or token.pos_ in {"ADJ", "NUM"} or token.dep_ in {"compound", "amod"}


def only_named(nothing: Token, sentence: Sentence) -> list[Token]:
    """Return A of "hold nothing but A", nothing for other words."""
    if nothing.lower_ not in _NONE:
        return []
    start = past_but(nothing.i + 1, sentence)
    return names_from(start, sentence) if start is not None else []


def past_but(i: int, sentence: Sentence) -> int | None:
    """Return what follows "but", "except for" or "apart from" at a position, None without."""
    doc = sentence.doc
    if i + 1 >= len(doc):
        return None
    if (doc[i].lower_, doc[i + 1].lower_) in _PAIRS:
        return i + 2 if i + 2 < len(doc) else None
    if doc[i].lower_ not in _BUT or _joins_clauses(doc[i]):
        return None
    return i + 2 if doc[i + 1].lower_ == "for" else i + 1


def _joins_clauses(but: Token) -> bool:
    """Return whether "but" begins a clause: "took all of A, but B fell"."""
    before = but.nbor(-1) if but.i else but
    return but.lower_ == "but" and (before.text == "," or but.head.pos_ in {"VERB", "AUX"})
