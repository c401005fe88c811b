"""What a sentence leaves unsaid: who left a place before others took it, or took it and left."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from components.claims.clauses import clause_of, is_passive
from components.claims.drafts import CHANGES
from components.claims.groups import is_nameless
from components.claims.lexicon import Frame
from components.claims.match import Found
from components.claims.modality import modal_of
from components.claims.parties import PartyFinder
from components.claims.sentence import Sentence
from components.claims.subjects import subjects_of
from components.claims.syntax import child, conjuncts, governed, prepositions

_LINKS = frozenset({"conj", "advcl", "pcomp", "prep", "relcl", "xcomp", "dep", "parataxis"})
_LEAVING_AGAIN = Frame(id="left-again", kind="lost")
_LEFT_BEFORE = Frame(id="left-before", kind="lost")
_BEFORE = frozenset({"after", "once", "when", "as", "because", "since"})
_MEANWHILE = frozenset({"as", "after", "once", "since"})
_PAST = frozenset({"VBD", "VBN"})
_LEAVING = frozenset(
    {"withdrawal", "departure", "retreat", "flight", "exit", "pullout", "pullback"}
)
_HOLDS = frozenset({"control", "hold", "grip"})
_STEPS = 5
_TIMES = frozenset({"hour", "minute", "day", "week", "month", "year"})


def left_again(
    found: Iterable[Found], sentence: Sentence, finder: PartyFinder, country: str
) -> Iterator[Found]:
    """Yield the losses that follow a capture without naming the place again.

    "Entered A and left after an hour", "seized A before withdrawing", "briefly captured A",
    "overran A but were expelled": the place did not stay taken. Expelled by C, it is C's.
    """
    known = list(found)
    triggers = {f.trigger.i for f in known}
    for one in known:
        if one.kind not in {"captured", "held"} or one.trigger.pos_ not in {"VERB", "AUX"}:
            continue
        trigger = _departure(one.trigger, sentence, triggers)
        told_how = any(f.trigger.i > one.trigger.i and f.kind in CHANGES for f in known)
        if trigger is None and not told_how and _is_brief(one.trigger, sentence):
            trigger = one.trigger
        if trigger is None:
            continue
        takers = one.parties.get("gaining") or one.parties.get("holding") or []
        parties = {"losing": takers} if takers else {}
        lost = {r.actor.id for r in takers}
        ousting = finder.parties(governed(trigger, "by"), country) if is_passive(trigger) else []
        winners = [r for r in ousting if r.armed and not is_nameless(r.actor)]
        if trigger.i != one.trigger.i and winners and not lost & {r.actor.id for r in winners}:
            parties["gaining"] = winners
        yield replace(
            one,
            frame=_LEAVING_AGAIN,
            kind="captured" if "gaining" in parties else "lost",
            trigger=trigger,
            parties=parties,
            used=frozenset(),
        )


def left_before(
    found: Iterable[Found], sentence: Sentence, finder: PartyFinder, country: str
) -> Iterator[Found]:
    """Yield what B lost by "C took A after B pulled out", where the place is not said again."""
    known = list(found)
    triggers = {f.trigger.i for f in known}
    for one in known:
        if one.kind != "captured" or one.trigger.pos_ not in {"VERB", "AUX"}:
            continue
        if modal_of(one.trigger) or any(c.lower_ == "to" for c in child(one.trigger, "aux")):
            continue
        takers = {r.actor.id for r in one.parties.get("gaining", ())}
        for word, leaving in _leavings(one.trigger, sentence):
            left = [r for r in finder.parties(leaving, country) if r.armed]
            if word.i not in triggers and left and not takers & {r.actor.id for r in left}:
                yield replace(
                    one,
                    frame=_LEFT_BEFORE,
                    kind="lost",
                    trigger=word,
                    parties={"losing": left},
                    used=frozenset(),
                )


def _leavings(verb: Token, sentence: Sentence) -> Iterator[tuple[Token, list[Token]]]:
    """Yield the words under a verb that say who had left, and do not say from where."""
    for clause in child(verb, "advcl"):
        if _is_bare_leaving(clause, sentence):
            yield clause, [k for c in child(clause, "nsubj") for k in conjuncts(c)]
    for prep in child(verb, "prep"):
        for noun in child(prep, "pobj") if prep.lower_ in {"after", "following"} else ():
            if noun.lemma_.lower() in _LEAVING and not governed(noun, "from"):
                yield noun, [*governed(noun, "of"), *child(noun, "poss"), *governed(noun, "by")]


def _is_bare_leaving(verb: Token, sentence: Sentence) -> bool:
    """Return whether a clause says that somebody had left, and not from where."""
    links = {c.lower_ for c in child(verb, "mark", "advmod")}
    if not links & _BEFORE or verb.tag_ not in _PAST or is_passive(verb):
        return False
    if verb.lemma_.lower() not in sentence.lexicon.words("left") or _has_object(verb):
        return False
    out = {c.lower_ for c in child(verb, "prt", "advmod", "prep")} & {"out", "back", "away"}
    gone = verb.lemma_.lower() != "pull" or bool(out)
    return gone and not governed(verb, "from") and not governed(verb, "out")


def _departure(trigger: Token, sentence: Sentence, triggers: set[int]) -> Token | None:
    """Return the verb that says that those who took a place left it or were driven out."""
    takers = {t.i for t in clause_of(trigger).agent}
    for verb in trigger.doc[trigger.i + 1 :]:
        if verb.pos_ != "VERB" or verb.i in triggers or not _hangs_on(verb, trigger):
            continue
        passive = is_passive(verb)
        words = "ousted" if passive else "left"
        leaves = verb.lemma_.lower() in sentence.lexicon.words(words) and not _has_object(verb)
        if not leaves and not _loses_hold(verb, sentence):
            continue
        if verb.head.i == trigger.i and {c.lower_ for c in child(verb, "mark")} & _MEANWHILE:
            # "C moved in as they left": others did. "Fell to B since it was ousted": earlier.
            continue
        subjects = subjects_of(verb)
        pronoun = any(s.lower_ in {"they", "it", "who"} for s in subjects)
        # "Held A until the group was ejected": whoever held it.
        until = any(c.lower_ == "until" for c in child(verb, "mark"))
        pronoun |= until and any(_is_again_the_group(s, sentence) for s in subjects)
        if pronoun or (takers & {s.i for s in subjects}):
            return verb
    return None


def _is_again_the_group(token: Token, sentence: Sentence) -> bool:
    """Return whether "the group" or "the militants" takes up who was named before."""
    alone = all(
        c.lower_ in {"the", "that", "those"} for c in child(token, "det", "amod", "compound")
    )
    plain = not sentence.actor(token) and any(child(token, "det")) and alone
    return plain and sentence.is_(token, "group_words")


def _loses_hold(verb: Token, sentence: Sentence) -> bool:
    """Return whether a verb says that control was lost, and not of what."""
    held = [o for o in child(verb, "dobj") if o.lower_ in _HOLDS]
    under = (o for t in (verb, *held) for p in ("of", "over", "in", "on") for o in governed(t, p))
    named = any(not sentence.is_(o, "calendar") and not o.like_num for o in under)
    return verb.lemma_ == "lose" and bool(held) and not named


def _has_object(verb: Token) -> bool:
    """Return whether a verb has an object; "hours later" is none, whatever the parser says."""
    return any(o.lemma_.lower() not in _TIMES for o in child(verb, "dobj"))


def _hangs_on(verb: Token, trigger: Token) -> bool:
    at = verb
    for _ in range(_STEPS):
        if at.i == trigger.i:
            return True
        if at.dep_ not in _LINKS or at.head.i == at.i:
            return False
        at = at.head
    return False


def _is_brief(trigger: Token, sentence: Sentence) -> bool:
    """Return whether a place was only taken for hours: "briefly", "for several hours"."""
    if any(c.lower_ in sentence.lexicon.words("briefly") for c in child(trigger, "advmod")):
        return True
    return any(
        o.lemma_.lower() in {"hour", "minute"}
        for prep in prepositions(trigger)
        if prep.lower_ == "for"
        for o in child(prep, "pobj")
    )
