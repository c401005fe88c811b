"""Whether a statement says that something happened: one walk up the tree."""

from spacy.tokens import Token

from components.claims.doubts import OPEN, doubt_of, is_answered, told_by
from components.claims.infinitives import is_completed, of_coordinated, of_infinitive
from components.claims.lexicon import Lexicon
from components.claims.modality import (
    ASSERTED,
    Status,
    attempted,
    denied,
    hypothetical,
    may_tell,
    modal_of,
    negation_of,
    of_modifier,
    own_status,
    planned,
    spurned,
)
from components.claims.syntax import child

_FALSELY = frozenset({"falsely", "wrongly", "erroneously", "incorrectly", "mistakenly"})
_WORKS = frozenset(
    {"film", "book", "documentary", "movie", "exhibition", "novel", "memoir", "museum", "play"}
)
_LEADING = frozenset({"lead", "result", "culminate", "end", "contribute", "amount"})
_SPANS = frozenset({"time", "hour", "day", "week", "month", "when"})


def status_of(trigger: Token, lexicon: Lexicon) -> Status:
    """Return whether the statement that a trigger makes is asserted.

    Args:
        trigger: Verb or noun that says what happened.
        lexicon: Word lists for intention, doubt and denial.
    """
    if trigger.doc[-1].text.endswith("?"):
        return hypothetical("?")
    instead = spurned(trigger)
    if instead:
        return denied(instead)
    own = own_status(trigger, lexicon)
    return own if own.stance != "asserted" else _from_above(trigger, lexicon)


def status_begun(trigger: Token, *, leaving: bool) -> Status:
    """Return whether a change has only begun ("began to leave A"), or a leaving been allowed."""
    above = trigger.head
    if trigger.lemma_.lower() == "storm" and _is_under_way(trigger):
        return attempted(trigger.text)
    if trigger.dep_ not in {"xcomp", "ccomp"} or above.pos_ not in {"VERB", "AUX"}:
        return ASSERTED
    lemma = above.lemma_.lower()
    begun = lemma in {"begin", "start", "commence"} and trigger.dep_ == "xcomp"
    told = any(child(above, "nsubjpass", "auxpass")) or above.tag_ == "VBG"
    allowed = leaving and lemma in {"allow", "permit"} and not told
    return attempted(above.text) if begun or allowed else ASSERTED


def _is_under_way(verb: Token) -> bool:
    """Return whether it is not told to be done: "are storming A", "continued to storm A"."""
    being = verb.tag_ == "VBG" and any(c.lemma_ == "be" for c in child(verb, "aux"))
    goes_on = verb.head.lemma_.lower() in {"continue", "keep", "go"}
    return being or (goes_on and verb.dep_ in {"xcomp", "ccomp", "advcl"})


def status_if_over(trigger: Token, lexicon: Lexicon) -> Status:
    """Return whether it is asserted that a statement with "no longer" was true before."""
    told = (of_modifier(c, lexicon) for c in trigger.children)
    return modal_of(trigger) or next((s for s in told if s), _from_above(trigger, lexicon))


def status_of_state(noun: Token, lexicon: Lexicon) -> Status:
    """Return whether "rebel-held A" is so: "would make a rebel-held A" only imagines one."""
    if not any(c.lower_ in {"a", "an"} and c.dep_ == "det" for c in noun.children):
        return ASSERTED
    verb = next((t for t in noun.ancestors if t.pos_ in {"VERB", "AUX"}), noun)
    return modal_of(verb) or status_of(noun, lexicon)


def _from_above(trigger: Token, lexicon: Lexicon) -> Status:
    """Climb from a statement to the root; the first word that takes it back decides."""
    at = trigger
    for _ in range(len(trigger.doc)):
        above = at.head
        if above.i == at.i:
            return ASSERTED
        status, goes_on = _link(at, above, lexicon)
        if status.stance != "asserted":
            return status
        if not goes_on:
            return ASSERTED
        at = above
    return ASSERTED


def _link(at: Token, above: Token, lexicon: Lexicon) -> tuple[Status, bool]:  # noqa: PLR0911 (one return for each rule)
    """Return what a link to the word above does to the statement, and whether to go on."""
    dep = at.dep_
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in at.children)
    if (
        at.pos_ in {"VERB", "AUX"}
        and infinitive
        and dep in {"xcomp", "advcl", "acl", "ccomp", "relcl", "conj"}
    ):
        return of_infinitive(at, above, lexicon)
    if _is_apart(at, above):
        return ASSERTED, False
    if dep == "conj":
        return of_coordinated(at, above)
    if dep == "pcomp" or (dep == "pobj" and above.pos_ in {"ADP", "SCONJ"}):
        return _under_preposition(at, above, lexicon)
    teller = _teller(at, above, lexicon)
    if teller is not None:
        return _reported(at, teller, lexicon)
    if dep in {"dobj", "nsubjpass"} and above.pos_ in {"VERB", "AUX"}:
        return _object_of(above, lexicon)
    if dep in {"nsubj", "csubj"} and above.pos_ in {"VERB", "AUX"}:
        return _subject_of(above, lexicon)
    if dep in {"advcl", "relcl", "acl", "parataxis"}:
        # "unclear whether he remained in A fighting" says no more of the fighting.
        open_ = dep == "advcl" and at.tag_ == "VBG" and not any(child(at, "nsubj"))
        open_ = open_ and any(c.lower_ == "whether" for c in child(above, "mark"))
        return hypothetical("whether") if open_ else ASSERTED, False
    # "could split the country by enabling them to take A" stands like a participle.
    means = dep == "prep" and at.lower_ in {"by", "through"} and above.pos_ in {"VERB", "AUX"}
    if dep == "xcomp" or means:
        return _participle(above, lexicon)
    return ASSERTED, dep != "ROOT"


def _teller(at: Token, above: Token, lexicon: Lexicon) -> Token | None:
    """Return the verb or noun that a clause says the content of, None for other clauses."""
    if at.dep_ == "ccomp":
        return above
    if at.dep_ not in {"relcl", "acl"}:
        return None
    # "The prospect of B capturing A"
    of = above.dep_ == "pobj" and above.head.lower_ == "of" and at.tag_ == "VBG"
    if of and above.head.head.lemma_.lower() in OPEN:
        return above.head.head
    marked = at.dep_ == "acl" and any(c.dep_ == "mark" for c in at.children)
    return told_by(at, lexicon) or (above if marked else None)


def _is_apart(at: Token, above: Token) -> bool:
    """Return whether a semicolon parts two clauses; neither then says anything of the other."""
    if at.pos_ not in {"VERB", "AUX"}:
        return False
    first, last = sorted((at.i, above.i))
    return any(t.text == ";" for t in at.doc[first:last])


def _under_preposition(at: Token, prep: Token, lexicon: Lexicon) -> tuple[Status, bool]:  # noqa: C901, PLR0911 (one return for each rule)
    word, above = prep.lower_, prep.head
    if word == "without":
        return denied("without"), False
    lemma = above.lemma_.lower()
    verbal = at.dep_ == "pcomp"
    hangs_on_noun = above.pos_ in {"NOUN", "ADJ", "PROPN"}
    if word in {"about", "on", "of"} and lemma in _WORKS:
        return hypothetical(f"{above.text} {word}"), False
    doubt = doubt_of(above, lexicon) if hangs_on_noun and word == "of" else None
    if doubt is not None:
        return doubt, False
    aims = hangs_on_noun and lemma in lexicon.words("goal_preps")
    # "Close to taking A"; but "close to A, taken in May".
    event = verbal or at.lemma_.lower() in lexicon.noun_of
    near = {above.lower_, prep.nbor(-1).lower_ if prep.i else ""}
    aims = aims or (event and bool(near & lexicon.words("nearly_preps")))
    # "Made progress in taking A".
    made = [c for c in child(above, "dobj") if c.lower_ in lexicon.words("nearly_preps")]
    if verbal and made and word in {"in", "on", "towards", "toward"}:
        return attempted(f"{made[0].text} {word}"), False
    if aims and is_completed(above):
        return ASSERTED, True
    if aims and word in {"of", "at", "for", "on", "to", "in"}:
        return planned(f"{above.text} {word}"), False
    if (
        verbal
        and word == "from"
        and lemma in {"prevent", "stop", "keep", "bar", "block", "hinder", "deter", "discourage"}
    ):
        return denied(f"{above.text} from"), False
    if word in {
        "for",
        "at",
        "to",
        "towards",
        "toward",
        "about",
        "over",
        "on",
    } and lemma in lexicon.words("unreal_verbs"):
        return planned(f"{above.text} {word}"), False
    if verbal and word in {"before", "until"}:
        return ASSERTED, False
    if word in {"to", "in"} and lemma in _LEADING:
        # "Our successes would lead to the liberation of A."
        own = own_status(above, lexicon)
        return own, own.stance == "asserted"
    if word in {
        "despite",
        "after",
        "before",
        "since",
        "following",
        "during",
        "until",
        "upon",
        "amid",
    }:
        return ASSERTED, False
    return ASSERTED, True


def _reported(at: Token, above: Token, lexicon: Lexicon) -> tuple[Status, bool]:  # noqa: C901, PLR0911, PLR0912 (one return for each rule)
    lemma = above.lemma_.lower()
    if lemma in lexicon.words("deny"):
        negated = negation_of(above) or is_answered(at, lexicon)
        return (ASSERTED, True) if negated else (denied(above.text), False)
    if above.pos_ == "NOUN":
        verb = above.head
        if above.dep_ == "pobj" and verb.lower_ == "as":
            # "dismissed as propaganda reports that A had fallen"
            verb = verb.head
        if verb.lemma_.lower() in lexicon.words("deny"):
            return denied(verb.text), False
        doubt = doubt_of(above, lexicon)
        if doubt is not None:
            return doubt, False
        return ASSERTED, True
    if lemma in {"let", "make", "have", "help", "see"} and at.tag_ == "VB":
        # "would not let them raise their flag"
        own = own_status(above, lexicon)
        return own, own.stance == "asserted"
    refused = above.dep_ == "advcl" and any(c.lower_ == "as" for c in child(above, "mark"))
    if refused and above.head.lemma_.lower() in lexicon.words("deny"):
        # "dismissed as lies reports that": the parser takes "reports" for a verb.
        return denied(above.head.text), False
    if lemma in lexicon.words("fear"):
        return hypothetical(above.text), False
    if lemma in lexicon.words("demand") and lemma not in {"insist", "suggest"}:
        return planned(above.text), False
    if lemma == "mean" and above.tag_ == "VBD" and at.tag_ in {"VBD", "VBN"}:
        # "Their flight meant the town had fallen": a fact that follows from another.
        return (modal, False) if (modal := modal_of(at)) else (ASSERTED, True)
    if lemma in {"ensure", "mean", "pretend", "dream"}:
        return hypothetical(above.text), False
    if negation_of(above) and lemma in lexicon.words("say"):
        return denied(f"not {above.text}"), False
    falsely = next((c.text for c in above.children if c.lower_ in _FALSELY), "")
    if falsely:
        return denied(falsely), False
    modal = modal_of(above)
    # "We can announce that A has fallen" announces it.
    tells = lemma == "say" or (lemma in lexicon.words("say") and may_tell(above))
    return (modal, False) if modal and not tells else (ASSERTED, True)


def _object_of(above: Token, lexicon: Lexicon) -> tuple[Status, bool]:
    """A noun under a verb: "prevented the fall of A", "plans the capture of A"."""
    lemma = above.lemma_.lower()
    works = [c for c in child(above, "nsubj") if c.lemma_.lower() in _WORKS]
    if works:
        # "The film shows the fall of A."
        return hypothetical(works[0].text), False
    if lemma in lexicon.words("judging") and not negation_of(above):
        # "Sought to play down the loss of A": lost it was.
        return ASSERTED, False
    if lemma in lexicon.words("commemorating") and not negation_of(above):
        # "The capture of A will be celebrated": it has been captured.
        return ASSERTED, True
    if lemma in lexicon.words("unreal_verbs"):
        make = (
            denied
            if lemma in lexicon.words("deny")
            or lemma in {"stop", "halt", "thwart", "block", "foil"}
            else planned
        )
        return make(above.text), False
    own = own_status(above, lexicon)
    if own.stance != "asserted":
        return own, False
    return ASSERTED, True


def _subject_of(above: Token, lexicon: Lexicon) -> tuple[Status, bool]:
    modal = modal_of(above)
    if modal:
        return modal, False
    for c in child(above, "attr", "acomp"):
        of = {o.lemma_.lower() for prep in child(c, "prep") for o in child(prep, "pobj")}
        # "a matter of time", not "a matter of strategy"
        told = c.lemma_.lower() == "matter" and not of & _SPANS
        if c.lemma_.lower() in lexicon.words("unreal_attributes") and not told:
            return planned(c.text), False
    if above.lemma_.lower() in {"fail", "seem", "loom"}:
        return (attempted if above.lemma_ == "fail" else hypothetical)(above.text), False
    return ASSERTED, any(True for _ in child(above, "mark"))


def _participle(above: Token, lexicon: Lexicon) -> tuple[Status, bool]:
    """Read what governs a participle: "denied having lost", "risk losing"."""
    lemma = above.lemma_.lower()
    if lemma in lexicon.words("deny"):
        return denied(above.text), False
    if lemma in {"risk", "consider", "contemplate", "fear", "avoid", "imagine", "plan", "intend"}:
        return planned(above.text), False
    own = own_status(above, lexicon)
    return own, own.stance == "asserted"
