"""Applies the lexicon to a parsed sentence: what happened, to which places, by whom."""

from collections.abc import Iterable

from spacy.tokens import Token

from components.claims.clauses import Clause, clause_of
from components.claims.ellipsis import left_again, left_before
from components.claims.exceptions import without_excepted
from components.claims.gapping import gapped
from components.claims.holdings import aside, held_by
from components.claims.lexicon import Frame, Lexicon
from components.claims.match import Found, Match
from components.claims.members import members_of, with_members
from components.claims.names import holders_of
from components.claims.parties import PartyFinder
from components.claims.sentence import Sentence
from components.claims.subjects import subjects_of
from components.claims.syntax import child, conjuncts, governed
from components.claims.targets import targets_of
from components.claims.verbless import under_heading, verbless
from components.records import ClaimKind

_HANDS = frozenset(
    {
        "control",
        "hands",
        "rule",
        "occupation",
        "administration",
        "grip",
        "claws",
        "clutches",
        "flag",
        "banner",
    }
)
_RELATIVE = frozenset({"which", "that", "who", "whom", "where", "whose"})
_AGAIN = frozenset({"back", "now", "again", "firmly", "still", "safely", "fully"})
_CHARGE = frozenset({"control", "charge", "possession", "command"})
_TELLING = _HANDS | _CHARGE | {"besieged"}
_PREFIXES = frozenset({"re", "over", "out"})
_OWNING = ("poss", "compound", "amod", "nmod")


class FrameReader:
    """Finds the statements of one sentence."""

    def __init__(self, sentence: Sentence, parties: PartyFinder, country: str) -> None:
        """Bind a sentence and its parties; `country` is the country at hand."""
        self.sentence = sentence
        self.lexicon: Lexicon = sentence.lexicon
        self.finder = parties
        self.country = country
        # Most sentences have none of these words, and every token would be asked for them.
        telling = _TELLING | self.lexicon.words("held_words")
        self._tells_states = any(t.lower_ in telling for t in sentence.doc)

    def find(self) -> list[Found]:
        """Return the statements in the order of their triggers."""
        found: list[Found] = []
        for token in self.sentence.doc:
            known = token.i in self.sentence.entities
            statement = self._state(token) if known else self._of_token(token)
            if statement:
                found.append(statement)
        used = {i for f in found for i in f.used}
        found = [f for f in found if f.trigger.i not in used]
        found = list(without_excepted(found, self.sentence))
        found = list(gapped(found, self.sentence, self.finder, self.country))
        found = under_heading(self.sentence) or found
        found = found or verbless(self.sentence, self.finder, self.country)
        before = left_before(found, self.sentence, self.finder, self.country)
        return [*found, *left_again(found, self.sentence, self.finder, self.country), *before]

    def _of_token(self, token: Token) -> Found | None:
        verb = self.lexicon.verb_of.get(token.lower_)
        if (
            verb
            and not _is_compounded(token)
            and (token.pos_ in {"VERB", "AUX"} or _verb_like(token) or self._listed_after(token))
        ):
            frames = self.lexicon.by_verb.get(verb, ())
            told = self._first(frames, token, self._clause(token, frames))
            if told:
                return told
        noun = self.lexicon.noun_of.get(token.lower_)
        if noun and token.pos_ in {"NOUN", "PROPN", "VERB"}:
            found = self._first(self.lexicon.by_noun[noun], token, None)
            if found:
                return found
        held = held_by(token, self.sentence, self.finder, self.country)
        return held or self._state(token)

    def _clause(self, verb: Token, frames: Iterable[Frame]) -> Clause:
        """Return the parts of a verb; a place without an object suffers what it seems to do.

        In "A, liberated in May, was shelled" and "A retaken from B" the parser makes A the
        subject of an active verb.
        """
        clause = clause_of(verb)
        if not clause.object and not clause.passive:
            shared = _object_of_next(verb)
            clause = Clause(verb, clause.agent, tuple(shared), False, clause.particles)
        active = self._active_after_all(verb) or self._listed_after(verb)
        active = active or self._beside_name(verb)
        if active is not None:
            return active
        # "A lost to B in the final"; "near the captured town, A is calm": not the subject's.
        beaten = verb.lower_ == "lost" and not self._is_taken_by(verb)
        # "A lost, army admits".
        beaten = beaten and not (verb.dep_ == "ccomp" and self.sentence.is_(verb.head, "say"))
        if beaten or verb.dep_ == "amod":
            return clause
        suffers = {slot for f in frames for slot in f.place} & {"agent", "object"} == {"object"}
        if (
            not suffers
            or clause.passive
            or clause.object
            or verb.tag_ not in {"VBD", "VBN"}
            or not clause.agent
        ):
            return clause
        # "Attacks on A, a village regained in May, failed": the nearest is meant.
        near = max(clause.agent, key=lambda t: t.i)
        beside = near.i == verb.i - 1 and near.dep_ == "nsubj" and near.head.i == verb.i
        beside = beside and len(clause.agent) > 1 and self._is_place(near)
        if beside and not any(c.dep_ == "aux" for c in verb.children):
            return Clause(verb, (), (near,), True, clause.particles)
        if any(c.dep_ == "aux" for c in verb.children) or not all(
            map(self._is_place, clause.agent)
        ):
            return clause
        by = governed(verb, "by")
        return Clause(verb, tuple(by), clause.agent, True, clause.particles)

    def _active_after_all(self, verb: Token) -> Clause | None:
        """Return the parts of a verb that the parser took for an adjective or an aside.

        "Fighters of B captured A" is read like "the captured A", and "B and its ally C captured
        A" like "B, which C captured".
        """
        head = verb.head
        if verb.tag_ in {"VBN", "VBD"} and any(c.lower_ == "with" for c in child(verb, "mark")):
            # "With A lost, B dug in": B lost it.
            lost = tuple(k for c in child(verb, "nsubj") for k in conjuncts(c))
            own = subjects_of(head) if verb.dep_ == "advcl" else []
            return Clause(verb, tuple(own), lost, True)
        named = head.i in self.sentence.entities and self.sentence.actor(head) is None
        if verb.dep_ == "amod" and verb.tag_ in {"VBN", "VBD"} and named:
            before = verb.nbor(-1) if verb.i else verb
            if head.i != verb.i + 1 or before.pos_ not in {"NOUN", "PROPN"}:
                return None
            top = before
            for _ in range(6):
                if top.dep_ not in {"pobj", "prep", "compound"} or top.head.i >= verb.i:
                    break
                top = top.head
            return Clause(verb, (top,), tuple(conjuncts(head)), False)
        own = child(verb, "nsubj")
        if verb.dep_ == "relcl" and head.dep_ == "ROOT" and own and child(verb, "dobj"):
            if head.pos_ in {"VERB", "AUX"} or own[0].i > verb.i or own[0].lower_ in _RELATIVE:
                return None
            clause = clause_of(verb)
            return Clause(verb, (head, *clause.agent), clause.object, False, clause.particles)
        return None

    def _listed_after(self, verb: Token) -> Clause | None:
        """Return the parts of "captured" in "the captured villages are A and B"."""
        done = verb.dep_ == "amod" and verb.lower_.endswith(("ed", "en"))
        if not done or not members_of(verb.head, self.sentence):
            return None
        return Clause(verb, (), (verb.head,), True)

    def _beside_name(self, verb: Token) -> Clause | None:
        """Return the parts of "held" in "took A, held by B", which the parser hung on "took"."""
        alone = verb.tag_ == "VBN" and verb.dep_ == "advcl" and verb.i >= 2
        if not alone or any(child(verb, "nsubj", "nsubjpass", "aux", "auxpass", "mark", "dobj")):
            return None
        # "A, long held by B".
        before = verb.i - 1
        while before > 1 and verb.doc[before].pos_ == "ADV":
            before -= 1
        comma, name = verb.doc[before], verb.doc[before - 1]
        by = governed(verb, "by")
        if comma.text != "," or self.sentence.place(name) is None or not by:
            return None
        return Clause(verb, tuple(by), (name,), True, frozenset())

    def _is_taken_by(self, verb: Token) -> bool:
        return any(r.armed for r in self.finder.parties(governed(verb, "to"), self.country))

    def _is_place(self, token: Token) -> bool:
        entity = self.sentence.place(token)
        if entity is not None:
            return not self.finder.parties([token], self.country)
        settled = self.sentence.is_(token, "settlements") or self.sentence.is_(token, "sites")
        return settled and not self.finder.parties([token], self.country)

    def _first(self, frames: Iterable[Frame], token: Token, clause: Clause | None) -> Found | None:
        tried = [
            Match(self.sentence, self.finder, self.country, (f, token, clause)) for f in frames
        ]
        for unsaid in (False, True):
            for match in tried:
                if unsaid and not match.frame.implied:
                    continue
                found = match.found(unsaid=unsaid)
                if found:
                    return found
        return None

    def _in_control(self, token: Token) -> Found | None:
        """Return what "forces in control of A" says where no verb does."""
        held = _control_of(token)
        if not held or token.pos_ not in {"NOUN", "PROPN"}:
            return None
        targets = [t for o in held for t in targets_of(o, self.sentence) if not t.anaphor]
        holders = [r for r in self.finder.parties([token], self.country) if r.armed]
        if not targets or not holders:
            return None
        frame = Frame(id="in-control-of", kind="held")
        return Found(frame, "held", token, tuple(targets), {"holding": holders})

    def _state(self, token: Token) -> Found | None:
        """Return what "A, now in rebel hands" or "rebel-held A" says."""
        if not self._tells_states:
            return None
        holding = self._in_control(token)
        if holding:
            return holding
        if self.sentence.source(token) or self.sentence.is_(token, "things"):
            # "The rebel-run television".
            return None
        holders = holders_of(token, self.sentence) or _hands_of(token)
        if not holders and not _is_besieged(token):
            return None
        meant = with_members(token, targets_of(token, self.sentence), self.sentence)
        targets = [t for t in meant if not t.reason and not t.anaphor]
        if any(c.lower_ == "run" for c in token.children):
            # "The state-run Nile Broadcasting": a name that is no known place is a firm.
            targets = [t for t in targets if t.entity or t.feature]
        if targets:
            besieged = _is_besieged(token)
            role = "attacking" if besieged else "holding"
            refs = self.finder.parties(holders, self.country)
            if refs or (besieged and not holders):
                kind: ClaimKind = "besieged" if besieged else "held"
                frame = Frame(id="attribute", kind=kind)
                return Found(frame, kind, token, tuple(targets), {role: refs} if refs else {})
        return None


def _object_of_next(verb: Token) -> list[Token]:
    """Return A of "occupied and looted A", which the parser gives to the second verb alone."""
    for other in child(verb, "conj"):
        between = verb.doc[verb.i + 1 : other.i]
        if other.pos_ == "VERB" and all(t.pos_ in {"CCONJ", "ADV"} for t in between):
            return [o for c in child(other, "dobj") for o in conjuncts(c)]
    return []


def _control_of(token: Token) -> list[Token]:
    """Return A of "forces in control of A", in a headline without a verb."""
    found: list[Token] = []
    again = [c for c in token.children if c.lower_ in _AGAIN and c.i > token.i]
    for prep in (p for t in (token, *again) for p in child(t, "prep")):
        for noun in child(prep, "pobj") if prep.lower_ == "in" and prep.i > token.i else ():
            if noun.lower_ in _CHARGE:
                found += governed(noun, "of")
    return found


def _is_besieged(token: Token) -> bool:
    """Return whether a place is called besieged: "the besieged city of A"."""
    if any(c.lower_ == "besieged" and c.i < token.i for c in token.children):
        return True
    # "A, under blockade since May".
    return any(
        o.lower_ in {"siege", "blockade", "encirclement"}
        for prep in (*child(token, "prep"), *aside(token))
        if prep.lower_ == "under" and prep.i > token.i
        for o in child(prep, "pobj")
    )


def _hands_of(token: Token) -> tuple[Token, ...]:
    """Return who holds a place beside which it stands: B of "A, now under the control of B"."""
    found: list[Token] = []
    # "A back in the hands of B": the parser hangs "in" on "back".
    again = [c for c in token.children if c.lower_ in _AGAIN and c.i > token.i]
    beside = (p for t in (token, *again) for p in t.children if p.dep_ == "prep")
    for prep in (*beside, *aside(token)):
        if prep.i < token.i or prep.lower_ not in {"under", "in"}:
            continue
        for noun in child(prep, "pobj"):
            if noun.lower_ in _HANDS:
                found += [k for c in child(noun, *_OWNING) for k in conjuncts(c)]
                found += [*governed(noun, "of"), *governed(noun, "by")]
    return tuple(found)


def _is_compounded(token: Token) -> bool:
    """Return whether a participle is the end of an adjective: "the Russian-backed army"."""
    doc, i = token.doc, token.i
    joined = i > 1 and doc[i - 1].text == "-" and not doc[i - 1].whitespace_
    return joined and token.tag_ == "VBN" and doc[i - 2].lower_ not in _PREFIXES


def _verb_like(token: Token) -> bool:
    """Return whether a word that the tagger took for a noun or adjective heads a clause."""
    form = token.lower_.endswith(("ed", "took", "ran", "fell", "lost", "won"))
    deps = {c.dep_ for c in token.children}
    whole = token.dep_ == "ROOT" and {"nsubj", "dobj"} <= deps
    return whole or (form and bool(deps & {"nsubj", "dobj", "nsubjpass", "agent", "auxpass"}))
