"""Links that the parser sets wrongly, set right before a sentence is read."""

from spacy.tokens import Doc, Token

from components.claims.lexicon import Lexicon
from components.claims.syntax import FINITE

_THROUGH = frozenset({"in", "on", "via", "through", "over", "by", "at", "to"})
_NEXT = frozenset({"then", "later", "afterwards", "next", "finally", "eventually", "subsequently"})
_PASSIVES = frozenset(
    {"overrun", "captured", "taken", "seized", "retaken", "recaptured", "occupied", "held"}
)
_BEARINGS = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_STAYING = frozenset({"remains", "remain", "remained", "stays", "stay", "stayed"})
_CLAUSE_LINKS = frozenset({"as", "after", "before", "since", "until"})
# Nouns that explain the name before them although more follows: "A, the capital of B".
_STANDINGS = frozenset(
    {"capital", "seat", "centre", "center", "heart", "hub", "home", "birthplace", "headquarters"}
)
_SPOKEN = ("say", "deny", "fear", "demand")


def mend(doc: Doc, lexicon: Lexicon) -> None:
    """Set right what the parser takes for something else."""
    for token in doc:
        if token.lower_ == "forces" and token.tag_ == "VBZ" and token.dep_ in _SUBJECTS:
            # "that forces loyal to B were flushed out": no verb is a subject.
            token.tag_, token.pos_ = "NNS", "NOUN"
        if token.dep_ == "nsubj":
            _join_title(token, lexicon)
            _suffer(token)
            _lead_on(token)
        if token.dep_ in {"relcl", "acl"}:
            _hang_on_speech(token, lexicon)
            _hang_on_place(token, lexicon)
            _hang_past_bearing(token)
        elif token.dep_ in {"conj", "dobj"}:
            _explain_name(token, lexicon)
            if token.dep_ == "dobj":
                _say_clause(token, lexicon)
            else:
                _join(token, lexicon)
        elif token.lower_ == "including" and token.dep_ == "prep":
            _include_in_object(token, lexicon)
        elif token.dep_ in _MENDED:
            _MENDED[token.dep_](token)


def _join(token: Token, lexicon: Lexicon) -> None:
    """Let what is told beside something else stand beside the right one."""
    _join_object(token)
    _join_past(token)
    _join_passive(token)
    _join_alike(token, lexicon)
    _join_dated(token, lexicon)


def _lead_on(noun: Token) -> None:
    """Let "A, taken by B in May, is calm" tell what was done to A, and not what A did."""
    done, doc = noun.head, noun.doc
    bare = done.tag_ == "VBN" and not any(c.dep_ in {"aux", "auxpass"} for c in done.children)
    if not bare or noun.i > done.i or doc[done.i - 1].text != ",":
        return
    verb = next((c for c in done.children if c.dep_ == "conj" and c.tag_ in FINITE | {"VB"}), None)
    if verb is None or doc[verb.left_edge.i - 1].text != ",":
        return
    if any(c.dep_ in _SUBJECTS for c in verb.children):
        return
    verb.head, verb.dep_ = (verb, "ROOT") if done.dep_ == "ROOT" else (done.head, done.dep_)
    noun.head, done.head = verb, noun
    done.dep_ = "acl"


def _join_title(name: Token, lexicon: Lexicon) -> None:
    """Let X be the commander of "troops loyal to commander X took A", not who took it too."""
    title = name.nbor(-1) if name.i else name
    if title.dep_ != "pobj" or title.lemma_.lower() not in lexicon.words("person_titles"):
        return
    if any(c.dep_ == "nsubj" and title in c.subtree for c in name.head.children):
        name.head, name.dep_ = title, "appos"


def _suffer(subject: Token) -> None:
    """Let A of "A remains held by B" be what is held: the parser hangs it on "remains"."""
    verb = subject.head
    if verb.dep_ == "auxpass" and verb.lower_ in _STAYING and subject.i < verb.i:
        subject.head, subject.dep_ = verb.head, "nsubjpass"


def _hang_on_speech(clause: Token, lexicon: Lexicon) -> None:
    """Let what is said in a message be the object of the verb of saying.

    "The army denied in a statement that it had lost A": the parser takes the clause for a part
    of the statement, as in "the statement that it made".
    """
    message = clause.head
    if message.dep_ != "pobj" or message.lemma_.lower() not in lexicon.words("messages"):
        return
    words = {c.dep_: c for c in clause.children}
    linked = any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)
    if not linked or not {"nsubj", "nsubjpass"} & words.keys():
        return
    verb = _verb_over(message)
    if verb is None or verb.lemma_.lower() not in _speech(lexicon):
        return
    if verb.i < clause.i and not any(c.dep_ == "ccomp" for c in verb.children):
        clause.head = verb
        clause.dep_ = "ccomp"


def _hang_on_place(clause: Token, lexicon: Lexicon) -> None:
    """Let ", which rebels hold" tell of the place before it, or of the site at that place.

    "A hospital in A, which rebels hold", but "the base at A, which rebels hold".
    """
    comma = clause.left_edge.nbor(-1) if clause.left_edge.i else clause
    if clause.dep_ != "relcl" or clause.left_edge.lower_ != "which" or comma.text != ",":
        return
    name = comma.nbor(-1) if comma.i else comma
    prep = name.head
    if name.pos_ != "PROPN" or name.dep_ != "pobj" or prep.pos_ != "ADP":
        return
    above = prep.head
    of_site = above.lemma_.lower() in lexicon.words("sites")
    if clause.head.i == above.i and above.pos_ == "NOUN":
        settled = of_site or above.lemma_.lower() in lexicon.words("settlements")
        if not settled:
            clause.head = name
    elif above.dep_ == "pobj" and above.lemma_.lower() in lexicon.words("settlements"):
        # "A group in the town of A, which fell": a group does not fall.
        falls = clause.lemma_ in {"fall", "pass", "come"} and clause.head.i == above.head.head.i
        if falls and clause.head.pos_ == "NOUN" and prep.lower_ == "of":
            clause.head = name
    elif clause.head.i == name.i and of_site and prep.lower_ in {"at", "of", "near", "outside"}:
        clause.head = above


def _hang_past_bearing(clause: Token) -> None:
    """Let "A to the north, which rebels hold" tell of A and not of the north."""
    side = clause.head
    to = side.head
    if side.lower_ not in _BEARINGS or side.dep_ != "pobj" or to.lower_ not in {"to", "in"}:
        return
    name = to.nbor(-1) if to.i else to
    if name.text == "," and name.i:
        name = name.nbor(-1)
    comma = clause.left_edge.i and clause.left_edge.nbor(-1).text == ","
    if comma and clause.dep_ == "relcl" and name.pos_ in {"NOUN", "PROPN"}:
        clause.head = name


def _explain_object(verb: Token) -> None:
    """Let "took A, the last base in B" tell of A; the parser may make "base" the root."""
    noun, doc = verb.head, verb.doc
    if noun.dep_ != "ROOT" or noun.pos_ not in {"NOUN", "PROPN"} or noun.i < verb.i:
        return
    first = min((c.left_edge.i for c in noun.lefts if c.i > verb.right_edge.i), default=noun.i)
    name = doc[first - 2] if first > verb.i + 2 and doc[first - 1].text == "," else verb
    if name.dep_ not in {"dobj", "pobj"} or name not in verb.subtree:
        return
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = name, "appos"


def _join_object(name: Token) -> None:
    """Let what was taken next stand beside what was taken first: "took A and then B"."""
    verb = name.head
    if verb.pos_ != "VERB" or name.pos_ not in {"PROPN", "NOUN"}:
        return
    first = next((c for c in verb.children if c.dep_ == "dobj" and c.i < name.i), None)
    if first is not None and any(c.lower_ in _NEXT for c in name.children):
        name.head = first


def _join_past(verb: Token) -> None:
    """Let "took" stand beside "forced" in "B forced C to leave and took A"."""
    first = verb.head
    aimed = any(c.dep_ == "aux" and c.lower_ == "to" for c in first.children)
    if verb.tag_ != "VBD" or first.tag_ != "VB" or not aimed:
        return
    if any(c.dep_ in _SUBJECTS for c in verb.children):
        return
    above = next((t for t in first.ancestors if t.tag_ in FINITE), None)
    if above is not None and above.i < first.i:
        verb.head = above


def _join_alike(noun: Token, lexicon: Lexicon) -> None:
    """Let B stand beside A in "A district in C province and B district in D province".

    The parser puts it beside the province.
    """
    land = noun.head
    prep = land.head
    first = prep.head
    apart = land.dep_ == "pobj" and prep.lower_ in {"in", "of"} and first.lower_ == noun.lower_
    settled = {"settlements", "containers"}
    if apart and any(noun.lower_ in lexicon.words(name) for name in settled):
        noun.head = first


def _join_dated(name: Token, lexicon: Lexicon) -> None:
    """Let B stand beside A in "the fall of A in May 2019 and B in June", not beside the date."""
    when = name.head
    calendar = lexicon.words("calendar")
    dated = when.lower_ in calendar or when.like_num
    if not dated or name.pos_ != "PROPN" or name.lower_ in calendar or when.dep_ != "pobj":
        return
    event = when.head.head
    of = next((c for c in event.children if c.lower_ == "of" and c.i < when.i), None)
    first = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if event.pos_ == "NOUN" and first is not None and first.pos_ == "PROPN":
        name.head = first


def _give_subject(verb: Token) -> None:
    """Let B be who leaves in "resulting in B leaving A", not who did what it resulted from."""
    noun = verb.nbor(-1) if verb.i else verb
    prep = noun.head
    if verb.tag_ != "VBG" or noun.dep_ != "pobj" or prep.dep_ != "prep":
        return
    if prep.head.i != verb.head.i:
        return
    if prep.lower_ in {"in", "to"} and prep.head.lemma_ in {"result", "lead"}:
        noun.head, noun.dep_ = verb, "nsubj"
        verb.head, verb.dep_ = prep, "pcomp"


def _include_in_object(link: Token, lexicon: Lexicon) -> None:
    """Let A be one of the towns in "took three towns on 10 May, including A", not of the days."""
    when = link.head
    dated = when.lower_.rstrip(".") in lexicon.words("calendar") or when.like_num
    verb = when.head.head if when.dep_ == "pobj" else when.head
    if not dated or verb.pos_ != "VERB":
        return
    taken = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and c.i < link.i]
    if taken and taken[0].tag_ in {"NNS", "NNPS"}:
        link.head = taken[0]


def _open_clause(noun: Token) -> None:
    """Let B be who acts in "fled as trucks of B rolled into A", not what A is likened to.

    So with "after B, the heart of A, became the first to fall".
    """
    link = noun.head
    verb = _verb_after(noun)
    if link.lower_ not in _CLAUSE_LINKS or link.dep_ != "prep" or verb is None:
        return
    if noun.is_ancestor(verb) or verb.is_ancestor(link):
        return
    if link.lower_ != "as" and verb.dep_ not in {"conj", "advcl"}:
        # "After A, B fell" has its own subject.
        return
    noun.head, noun.dep_ = verb, "nsubj"
    if link.lower_ != "as":
        verb.head, verb.dep_ = link.head, "advcl"
    link.head, link.dep_ = verb, "mark"


def _verb_after(noun: Token) -> Token | None:
    """Return the verb without a subject right behind a noun phrase, an aside passed over."""
    doc, after = noun.doc, noun.right_edge.i + 1
    aside = any(c.dep_ == "appos" for c in noun.children)
    if aside and after < len(doc) and doc[after].text == ",":
        after += 1
    if after >= len(doc):
        return None
    if doc[after].dep_ == "prep" and doc[after].head.i == doc[after].right_edge.i + 1:
        # "after M23 on Friday took A"
        after = doc[after].head.i
    verb = doc[after] if doc[after].dep_ not in {"aux", "auxpass"} else doc[after].head
    finite = doc[after].pos_ in {"VERB", "AUX"} and doc[after].tag_ in {"VBD", "VBZ", "VBP"}
    if not finite or any(c.dep_ in _SUBJECTS for c in verb.children):
        return None
    return verb


def _say_clause(noun: Token, lexicon: Lexicon) -> None:
    """Let "a call confirming A had been taken" confirm the taking, and not A."""
    told, verb = noun.head, _verb_after(noun)
    if verb is None or told.lemma_.lower() not in lexicon.words("say"):
        return
    if verb.dep_ not in {"advcl", "ccomp", "conj"} or verb.is_ancestor(told):
        return
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"
    verb.head, verb.dep_ = told, "ccomp"


def _make_subject(noun: Token) -> None:
    """Let A be the subject in "In a victory for B, A city was taken", and not explain B."""
    comma, after = noun.left_edge.i - 1, noun.right_edge.i + 1
    doc = noun.doc
    above = next((t for t in noun.ancestors if t.dep_ == "prep" and t.head.dep_ == "ROOT"), None)
    if above is None or above.left_edge.i > 1 or comma < 1 or doc[comma].text != ",":
        return
    verb = above.head
    if verb.pos_ not in {"VERB", "AUX"} or verb.i < after:
        return
    deps = {c.dep_ for c in verb.children}
    if deps & {"nsubj", "nsubjpass", "csubj"}:
        return
    noun.head, noun.dep_ = verb, "nsubjpass" if "auxpass" in deps else "nsubj"


def _begin_clause(noun: Token) -> None:
    """Let A and B be the subject in "With C gone, A and B are in the hands of D"."""
    above, doc, after = noun.head, noun.doc, noun.right_edge.i + 1
    comma = noun.left_edge.i - 1
    if above.dep_ != "advcl" or above.i > noun.i or comma < 1 or doc[comma].text != ",":
        return
    verb = above.head
    subjects = {"nsubj", "nsubjpass", "csubj", "expl"}
    if after >= len(doc) or verb.i < after or any(c.dep_ in subjects for c in verb.children):
        return
    if doc[after].i == verb.i or doc[after].head.i == verb.i:
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"


def _join_passive(verb: Token) -> None:
    """Let a second passive stand beside the first: "was manned by A and overrun by B".

    The parser takes it for one more of those who man.
    """
    noun, after = verb.head, verb.i + 1
    by = verb.doc[after] if after < len(verb.doc) else verb
    if verb.tag_ not in {"VBN", "NN"} or by.lower_ != "by" or noun.head.lower_ != "by":
        return
    first = noun.head.head
    passive = first.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in first.children)
    if not passive or verb.nbor(-1).lower_ != "and" or verb.lower_ not in _PASSIVES:
        return
    verb.head, verb.tag_, verb.pos_ = first, "VBN", "VERB"
    by.head, by.dep_ = verb, "agent"


def _explain_name(noun: Token, lexicon: Lexicon) -> None:
    """Let a noun between commas explain the name before it: "has reached A, the capital, which".

    The parser counts it as one more place where the verb has another before.
    """
    doc, first = noun.doc, noun.left_edge
    if noun.tag_ != "NN" or noun.lower_ not in lexicon.words("settlements") or first.i < 2:
        return
    name, after = doc[first.i - 2], doc[noun.i + 1] if noun.i + 1 < len(doc) else None
    alone = after is None or after.text in {",", "."}
    of = noun.lower_ in _STANDINGS and after is not None and after.lower_ == "of"
    if first.lower_ != "the" or doc[first.i - 1].text != "," or not (alone or of):
        return
    beside = noun.head == name if noun.dep_ == "conj" else name in noun.head.subtree
    if beside and name.pos_ == "PROPN" and name.dep_ in {"dobj", "pobj", "conj"}:
        noun.head, noun.dep_ = name, "appos"


def _verb_over(message: Token) -> Token | None:
    """Return the verb that a phrase hangs on: "said" of "said in a post on social media"."""
    at = message
    for _ in range(len(message.doc)):
        prep = at.head
        if at.dep_ != "pobj" or prep.dep_ != "prep" or prep.lower_ not in _THROUGH:
            return None
        if prep.head.pos_ == "VERB":
            return prep.head
        at = prep.head
    return None


def _speech(lexicon: Lexicon) -> frozenset[str]:
    return frozenset().union(*(lexicon.words(name) for name in _SPOKEN))


_MENDED = {
    "appos": _make_subject,
    "ccomp": _explain_object,
    "npadvmod": _begin_clause,
    "pobj": _open_clause,
    "advcl": _give_subject,
}
