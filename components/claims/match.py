"""One frame of the lexicon tried on one word of a sentence."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from components.claims.lexicon import ROLES, Frame, Lexicon
from components.claims.lists import along_with, continued, dated_in_turn
from components.claims.parties import PartyFinder, PartyRef
from components.claims.sentence import Sentence, Target, target_at
from components.claims.syntax import (
    Clause,
    child,
    clause_of,
    conjuncts,
    governed,
    governed_below,
    objects_of,
    prepositions,
    subjects_of,
)
from components.claims.targets import targets_of
from components.records import ClaimKind

# A place named so soon after a verb is what it speaks of, however the parser hung it.
_NEXT_WORDS = 6
# Where a list of places may go on.
_LISTING = frozenset({"object", "object.of", "object.over", "of", "over", "from", "out"})
# What is said in the passive of a place that its holders no longer have.
_GIVEN_UP = frozenset(
    {"lost", "abandoned", "surrendered", "given", "ceded", "evacuated", "vacated"}
)
_BELOW = frozenset({"from", "to", "by"})

Trial = tuple[Frame, Token, Clause | None]
"""A frame, the word it is tried on, and the clause when the word is a verb."""


@dataclass(frozen=True, slots=True)
class Found:
    """A statement about control in a sentence.

    Args:
        frame: The entry of the lexicon.
        kind: What it says happened.
        trigger: The word that says it.
        targets: The places.
        parties: The words that name the parties, by role.
        used: Positions of the words that the statement is made of; they make no other.
    """

    frame: Frame
    kind: ClaimKind
    trigger: Token
    targets: tuple[Target, ...]
    parties: dict[str, list[PartyRef]]
    used: frozenset[int] = frozenset()


class Match:
    """One frame tried on one trigger."""

    def __init__(self, sentence: Sentence, finder: PartyFinder, country: str, trial: Trial) -> None:
        """Bind the sentence; `country` is the country at hand."""
        self.sentence = sentence
        self.finder = finder
        self.country = country
        self.frame, self.token, self.clause = trial
        self.prep_noun: Token | None = None

    def found(self, *, unsaid: bool = False) -> Found | None:
        """Return what the frame says here, or None when it does not fit.

        Args:
            unsaid: Whether the place may be left unsaid.
        """
        frame = self.frame
        if frame.complement_kind or not self._words_fit(unsaid=unsaid) or self._vetoed():
            return None
        targets = self._implied() if unsaid else self._targets()
        if not targets:
            return None
        roles = {role: self._parties(frame.slots(role), targets) for role in ROLES}
        if not self._parties_fit(roles, targets):
            return None
        self._owner_of_target(roles, targets)
        kind = self._kind(roles)
        named = {role: refs for role, refs in roles.items() if refs}
        return Found(frame, kind, self.token, tuple(targets), named, self._used())

    def _used(self) -> frozenset[int]:
        """Return the words that are spent: the control that was taken, the goal of a battle."""
        if self.clause is None:
            return (
                frozenset(g.i for g in _goals(self.token))
                if self.frame.kind == "contested"
                else frozenset()
            )
        spent: set[int] = set()
        if self.frame.objects:
            heads = [o for o in self.clause.object if o.lemma_.lower() in self.frame.objects]
            spent |= {o.i for o in heads}
            if self.frame.kind == "contested":
                spent |= {g.i for o in (*heads, self.token) for g in _goals(o)}
        if self.prep_noun is not None:
            spent.add(self.prep_noun.i)
        return frozenset(spent)

    # What must stand around the trigger

    def _words_fit(self, *, unsaid: bool) -> bool:  # noqa: PLR0911 (one return for each rule)
        frame, clause = self.frame, self.clause
        if clause is None:
            return self._noun_fits()
        if frame.participle and self.token.tag_ != "VBG":
            return False
        if frame.particles and not set(frame.particles) & clause.particles:
            return False
        heads = clause.object
        if frame.objects and not any(
            o.lemma_.lower() in frame.objects or o.lower_ in frame.objects for o in heads
        ):
            return False
        if frame.subjects and not any(
            s.lemma_.lower() in frame.subjects for s in (*clause.agent, *heads)
        ):
            return False
        if frame.complements and not self._complement():
            return False
        if frame.prep_nouns:
            self.prep_noun = self._find_prep_noun()
            if self.prep_noun is None:
                return False
        if frame.only and not unsaid and not any(self._slot(s) for s in frame.only):
            return False
        return not frame.with_ or any(
            self.finder.parties(self._slot(s), self.country) for s in frame.with_
        )

    def _noun_fits(self) -> bool:
        frame, token = self.frame, self.token
        above = self._governing_verb()
        if frame.needs_support:
            lemma = above.lemma_.lower() if above is not None else ""
            if lemma not in frame.needs_support:
                return False
        if frame.veto_verbs and above is not None and above.lemma_.lower() in frame.veto_verbs:
            return False
        if frame.needs_failure and not self._fails(above):
            return False
        if frame.with_ and not any(
            self.finder.parties(self._slot(s), self.country) for s in frame.with_
        ):
            return False
        return not (frame.needs_owner and not self._owners(token))

    def _fails(self, above: Token | None) -> bool:
        failing = self.sentence.lexicon.words("failure")
        if any(c.lower_ in {"failed", "unsuccessful", "abortive"} for c in self.token.children):
            return True
        subject = self.token.dep_ in {"nsubj", "nsubjpass"}
        return subject and above is not None and above.lemma_.lower() in failing

    def _governing_verb(self) -> Token | None:
        head = self.token.head
        if self.token.dep_ == "conj":
            head = head.head
        # "complete capture of A" as a headline has it: the parser takes the verb for an adjective.
        deed = head.dep_ == "ROOT" and head.lemma_.lower() in self.sentence.lexicon.words(
            "own_deeds"
        )
        if (head.pos_ in {"VERB", "AUX"} or deed) and head.i != self.token.i:
            return head
        return None

    def _vetoed(self) -> bool:
        if not self.frame.veto:
            return False
        words = self.frame.veto
        return any(
            t.lemma_.lower() in words or t.lower_ in words
            for t in _own_words(self.token)
            if t.i != self.token.i and t.i not in self.sentence.entities
        )

    def _complement(self) -> Token | None:  # noqa: C901 (one loop for each place it stands in)
        deps = ("ccomp", "xcomp", "oprd", "acomp", "amod", "advcl", "acl", "attr")
        for c in child(self.token, *deps):
            if c.dep_ == "advcl" and any(child(c, "mark", "nsubj")):
                continue
            if c.lower_ in self.frame.complements:
                return c
        for prep in prepositions(self.token):
            if prep.lower_ == "as":
                for c in child(prep, "amod", "pobj", "pcomp"):
                    if c.lower_ in self.frame.complements:
                        return c
        if self.clause:
            for o in self.clause.object:
                for c in child(o, "acl", "amod"):
                    if c.lower_ in self.frame.complements and c.i > o.i:
                        return c
        return None

    def _find_prep_noun(self) -> Token | None:
        for prep_name, nouns in self.frame.prep_nouns.items():
            under = governed(self.token, prep_name) or _beside_predicate(self.token, prep_name)
            if prep_name == "into":
                under += governed(self.token, "onto")
            for o in under:
                if o.lemma_.lower() in nouns or o.lower_ in nouns:
                    return o
        return None

    # Slots

    def _slot(self, name: str) -> list[Token]:
        parts = name.split(".")
        found = self._base(parts[0])
        for k, part in enumerate(parts[1:], start=1):
            if part == "object":
                continue
            if part == "owner":
                found = [o for t in found for o in self._owners(t)]
            elif part == "to" and parts[k + 1 : k + 2] == ["object"]:
                found = [o for t in found for o in _goal_objects(t)]
            elif part == "keeping":
                found = [o for t in found for o in _kept_by(t, self.sentence.lexicon)]
            elif parts[0] == "support":
                found = [
                    o
                    for t in found
                    for o in _past_times(t, part, self.sentence.lexicon.words("times"))
                ]
            elif part in _BELOW:
                found = [o for t in found for o in governed_below(t, part)]
            else:
                found = [o for t in found for o in governed(t, part)]
        return found

    def _base(self, name: str) -> list[Token]:
        if self.clause is not None and name in {"agent", "object", "subject"}:
            return self._argument(self.clause, name)
        if name in {"agent", "object", "subject"}:
            return []
        special = self._special(name)
        if special is not None:
            return special
        if name in _BELOW and self.clause is None:
            return governed_below(self.token, name)
        return governed(self.token, name)

    def _argument(self, clause: Clause, name: str) -> list[Token]:
        if name == "object":
            return list(clause.object)
        if name == "subject":
            return [*clause.agent, *clause.object]
        # A verb that moves or falls has no object: in the passive its subject is the agent.
        moved = clause.passive and self._is_intransitive()
        return list(clause.agent) or (list(clause.object) if moved else [])

    def _special(self, name: str) -> list[Token] | None:
        """Return what stands in a slot that is no preposition, None when it is one."""
        token, place = self.token, self.sentence.place
        if name in {"prep_noun", "complement", "support"}:
            one = {
                "prep_noun": lambda: self.prep_noun,
                "complement": self._complement,
                "support": self._governing_verb,
            }[name]()
            return [one] if one is not None else []
        if name == "owner":
            return self._owners(token)
        if name == "to" and self.clause is None:
            return [*governed(token, "to"), *_goal_objects(token)]
        if name == "leading":
            # "At A the banner flies": the parser may lose the preposition.
            return [c for c in child(token, "npadvmod", "advmod") if c.i < token.i and place(c)]
        deps = {
            "dative": ("dative",),
            "owner_place": ("poss",),
            "appos_place": ("appos",),
            "compound_place": ("compound", "nmod", "amod"),
        }.get(name)
        if deps is None:
            return None
        found = [c for c in child(token, *deps) if name == "dative" or place(c)]
        # "Mozambique's recapture" is a deed of a country, "Kherson's liberation" is of a town.
        wide = name == "owner_place" and any(self.sentence.entities[c.i].container for c in found)
        return [] if wide else found

    def _is_intransitive(self) -> bool:
        return "agent" in self.frame.place or self.frame.kind == "lost"

    def _owners(self, token: Token) -> list[Token]:
        owners = [k for c in child(token, "poss") for k in conjuncts(c)]
        owners += [k for c in child(token, "compound", "amod", "nmod") for k in conjuncts(c)]
        owners += (
            governed(token, "of")
            if token.lemma_.lower()
            in {
                "hand",
                "control",
                "rule",
                "occupation",
                "grip",
                "authority",
                "administration",
                "sway",
            }
            else []
        )
        return owners + governed(token, "by")

    # Places

    def _targets(self) -> list[Target]:
        allowed = self.frame.place
        goal = self.frame.only_if_goal
        if goal and self.clause and any(o.lemma_.lower() in goal for o in self.clause.object):
            allowed = tuple(
                s for s in allowed if "object.to" in s or s.endswith("for") or "to.object" in s
            )
        for slot in allowed:
            found = self._targets_in(slot)
            if found:
                return found
            # "took control of parliament in A": what was taken is no territory.
            if self.frame.objects and slot in {"object.of", "object.over"} and self._slot(slot):
                return []
        return []

    def _implied(self) -> list[Target]:
        """Return the place spoken of, where a verb that wants one has none ("A took control")."""
        if not self.frame.implied or self.clause is None or not self._is_bare(self.clause):
            return []
        if not any(r.armed for r in self.finder.parties(self.clause.agent, self.country)):
            return []
        target = target_at(self.token, self.token, self.sentence, anaphor=True)
        return [replace(target, implied=True)]

    def _is_bare(self, clause: Clause) -> bool:
        """Return whether a verb has a subject of its own, no object, and no place after it."""
        if clause.passive or (self.frame.only and "in" not in clause.particles):
            return False
        own = child(self.token, "nsubj")
        links = {"after", "as", "when", "once", "while", "before", "since", "until"}
        if self.token.dep_ == "advcl" and any(
            c.lower_ in links for c in child(self.token, "mark", "advmod")
        ):
            return False
        forced = self.token.dep_ == "xcomp" and any(child(self.token.head, "nsubjpass"))
        if not own and not forced and self.token.dep_ not in {"conj", "ROOT", "ccomp", "advcl"}:
            return False
        full = [*clause.object, *child(self.token, "dobj", "ccomp", "xcomp", "attr")]
        if any(o.lemma_.lower() not in self.frame.objects for o in full):
            return False
        ahead = [o for p in ("to", "towards", "toward", "into") for o in governed(self.token, p)]
        named = [
            o
            for o in self.token.subtree
            if self.sentence.place(o) and o.i > self.token.i and o not in ahead
        ]
        return not named or named[0].i - self.token.i >= _NEXT_WORDS

    def _targets_in(self, slot: str) -> list[Target]:
        sentence = self.sentence
        found: list[Target] = []
        tokens = self._complement_subjects() if self.frame.complements else self._slot(slot)
        if slot == "support" or (slot.endswith("to.object") and not tokens):
            tokens = tokens or (_goal_objects(self.token) if slot == "to.object" else [])
        if slot == "object" and tokens and self.clause and not self.clause.passive:
            tokens = [*tokens, *self._gapped()]
        if slot == "agent" and tokens and any(map(sentence.place, tokens)):
            tokens = [*tokens, *dated_in_turn(self.token, sentence)]
        if slot == "object" and tokens and self.clause:
            more = [*along_with(self.token), *dated_in_turn(self.token, sentence)]
            tokens += [t for t in more if t not in tokens and sentence.place(t)]
        if tokens and self.frame.kind not in {"contested", "besieged"} and slot in _LISTING:
            more = list(continued(max(tokens, key=lambda t: t.i), sentence))
            tokens = [*tokens, *(t for t in more if t not in tokens)]
        for token in self._wholes(tokens):
            told = targets_of(token, sentence) or self._below_flag(token)
            for target in map(self._in_view, self._repeat(token), told):
                reason = target.reason
                near = slot.rsplit(".", 1)[-1] in {"near", "outside"}
                found.append(replace(target, reason="beside") if near and not reason else target)
        return found

    def _below_flag(self, token: Token) -> list[Target]:
        """Return A of "hoisted its flag over A city council"."""
        if "flag" not in self.frame.id:
            return []
        named = [t for t in token.subtree if self.sentence.place(t)]
        return [t for n in named[:1] for t in targets_of(n, self.sentence)]

    @staticmethod
    def _repeat(token: Token) -> Iterator[Token]:
        while True:
            yield token

    def _in_view(self, token: Token, target: Target) -> Target:
        """Return a target as the verb shows it: a part for one that holds "parts of A"."""
        entering = "into" in self.frame.place
        if target.reason == "part" and entering and self.sentence.is_(token, "walk_in"):
            # Who walks into the centre of a town is in the town.
            return replace(target, reason="")
        described = self.token.dep_ in {"acl", "relcl"} and self.token.head.i == token.i
        of = token.head
        if described and of.lower_ == "of" and self.sentence.is_(of.head, "parts"):
            return replace(target, reason="part")
        return target

    def _wholes(self, tokens: Iterable[Token]) -> Iterable[Token]:
        """Pass from "all" to A in "all of A", which the parser takes for a pronoun."""
        for token in tokens:
            if token.pos_ == "PRON" and token.lower_ == "all":
                yield from governed(token, "of")
            else:
                yield token

    def _gapped(self) -> list[Token]:
        """Return B of "took A on Friday and B on Saturday", which the parser hangs on Friday."""
        times = self.sentence.lexicon.words("times")
        return [
            k
            for prep in prepositions(self.token)
            for o in child(prep, "pobj")
            if o.lower_ in times or o.lower_ in self.sentence.lexicon.words("calendar")
            for k in o.children
            if k.dep_ == "conj" and self.sentence.place(k)
        ]

    def _complement_subjects(self) -> list[Token]:
        complement = self._complement()
        if complement is not None and complement.dep_ in {"acomp", "attr"}:
            return list(self.clause.agent) if self.clause else []
        own = (
            subjects_of(complement)
            if complement is not None and complement.pos_ in {"VERB", "AUX", "ADJ"}
            else []
        )
        own = (
            [s for s in own if complement is not None and s.i > self.token.i]
            if self.clause and not self.clause.passive
            else own
        )
        return own or (list(self.clause.object) if self.clause else [])

    # Parties

    def _parties(self, slots: Iterable[str], targets: Sequence[Target]) -> list[PartyRef]:
        finder, country = self.finder, self.country
        found: list[PartyRef] = []
        # "Kyiv's liberation" was no deed of Ukraine's government.
        spent = {t.token.i for t in targets}
        for slot in slots:
            if slot == "support":
                found += self._support_parties()
                continue
            tokens = [t for t in self._slot(slot) if t.i not in spent]
            for ref in finder.parties(tokens, country):
                if all(ref.actor.id != other.actor.id for other in found):
                    found.append(ref)
            if found and self.frame.first_party:
                break
        return found

    def _support_parties(self) -> list[PartyRef]:
        above = self._governing_verb()
        if above is None:
            return []
        own = self.sentence.lexicon.words("own_deeds")
        if above.lemma_.lower() not in own:
            return []
        clause = clause_of(above)
        return [r for r in self.finder.parties(clause.agent, self.country) if r.armed]

    def _parties_fit(self, roles: dict[str, list[PartyRef]], targets: list[Target]) -> bool:  # noqa: C901, PLR0911 (one return for each rule)
        frame, clause = self.frame, self.clause
        if clause is None:
            if frame.kind == "held" and not roles["holding"]:
                return False
            return not frame.weak or bool(roles["losing"] or roles["gaining"])
        agents = [a for a in clause.agent if self._is_subject_slot(a)]
        known = [r for role in ROLES for r in roles[role]]
        deaf = [a for a in agents if self._is_no_party(a)]
        if (
            agents
            and len(deaf) == len(agents)
            and "agent" not in frame.place
            and not (frame.subjects or frame.complements)
        ):
            return False
        if frame.needs == "armed_object" and not roles["losing"]:
            # "ousted them": whom the text spoke of before, though it is not clear whom.
            fought = [o for o in clause.object if o.lower_ == "them"]
            return bool(fought) and any(r.armed for r in roles["gaining"])
        opposed = {"armed_object": "losing", "armed_attacker": "attacking"}.get(frame.needs)
        if opposed and not any(r.armed for r in roles[opposed]):
            return False
        if not frame.weak:
            return self._strong_enough(targets)
        if not any(r.armed for r in known):
            kinds = {"captured", "besieged"}
            given_up = self.token.lower_ in _GIVEN_UP
            passive_capture = (frame.kind in kinds or given_up) and clause.passive and not agents
            if not passive_capture or not all(t.entity or t.feature for t in targets):
                return False
        if frame.kind in {"held", "contested"} and not known:
            return False
        if frame.kind == "lost" and not known:
            # "A was lost on Friday".
            given_up = clause.passive and not agents and self.token.lower_ in _GIVEN_UP
            return given_up and all(t.entity or t.feature for t in targets)
        return self._strong_enough(targets)

    def _strong_enough(self, targets: list[Target]) -> bool:
        if not self.frame.needs_settlement:
            return True
        return all(t.entity or t.feature for t in targets)

    def _is_subject_slot(self, token: Token) -> bool:
        return token.pos_ in {"NOUN", "PROPN", "PRON", "ADJ"}

    def _is_no_party(self, token: Token) -> bool:
        """Return whether a subject is someone or something that cannot take a place."""
        sentence = self.sentence
        if token.pos_ == "PRON":
            return token.lower_ in sentence.lexicon.words("civilians")
        if sentence.actor(token) or sentence.is_(token, "goal_nouns"):
            return False
        return not self.finder.parties([token], self.country)

    def _owner_of_target(self, roles: dict[str, list[PartyRef]], targets: list[Target]) -> None:
        """The owner of a place that changes hands is who loses it."""
        if self.frame.kind not in {"captured", "lost"} or roles["losing"]:
            return
        holders = [h for t in targets for h in t.holders]
        roles["losing"] = [
            r
            for r in self.finder.parties(holders, self.country)
            if all(r.actor.id != g.actor.id for g in roles["gaining"])
        ]

    def _kind(self, roles: dict[str, list[PartyRef]]) -> ClaimKind:  # noqa: PLR0911 (one return for each rule)
        frame = self.frame
        base = self.token.lemma_.lower()
        if frame.id == "change-hands" and not self._often():
            return "captured"
        if base in frame.kind_for:
            return frame.kind_for[base]
        if base == "occupy" and self._goes_on():
            roles["holding"], roles["gaining"] = roles["gaining"], []
            return "held"
        if frame.lost_if_no_gaining and not roles["gaining"]:
            return "lost"
        if frame.captured_if_gaining and roles["gaining"]:
            return "captured"
        if (
            frame.kind == "lost"
            and self.clause is not None
            and self.token.dep_ in {"xcomp", "ccomp"}
        ):
            causer = self._causer()
            if causer:
                roles["gaining"] = causer
                return "captured"
        return frame.kind

    def _often(self) -> bool:
        """Return whether something is told to have happened more than once."""
        often = self.sentence.lexicon.words("often")
        return any(t.lower_ in often or t.lemma_.lower() == "time" for t in _own_words(self.token))

    def _goes_on(self) -> bool:
        """Return whether a deed is told as a lasting one: "is still occupied by"."""
        above = [self.token.head] if self.token.dep_ in {"xcomp", "ccomp"} else []
        return any(
            c.lower_ in {"still", "remain", "remains", "remained"}
            for t in (self.token, *above)
            for c in (t, *t.children)
        )

    def _causer(self) -> list[PartyRef]:
        """Return who forced the loser to leave ("A forced B to withdraw from C")."""
        above = self.token.head
        verb = self.sentence.lexicon.verb_of.get(above.lower_, "")
        frames = self.sentence.lexicon.by_verb.get(verb, ())
        if not any(f.complement_kind == "lost" for f in frames):
            return []
        clause = clause_of(above)
        doers = list(clause.agent)
        if clause.passive and not doers:
            doers = governed(self.token, "by")
        refs = self.finder.parties(doers, self.country)
        return [r for r in refs if r.armed]


def _own_words(token: Token) -> Iterator[Token]:
    """Yield the words under a token, clauses with a subject and a verb of their own left out."""
    queue = [token]
    for at in queue:
        yield at
        queue += [c for c in at.children if not _is_clause_apart(c)]


def _is_clause_apart(token: Token) -> bool:
    """Return whether a word opens a clause of its own: "after B evacuated it", "before leaving"."""
    own = token.dep_ == "advcl" and any(child(token, "nsubj", "nsubjpass"))
    apart = token.dep_ == "prep" and token.lower_ in {"before", "after", "while", "following"}
    return own or (apart and any(child(token, "pcomp")))


def _beside_predicate(verb: Token, name: str) -> list[Token]:
    """Return what a preposition governs that stands beside an adjective: "calm and under B"."""
    found: list[Token] = []
    for c in child(verb, "oprd", "acomp", "attr"):
        found += governed(c, name)
        for k in child(c, "conj"):
            if k.lower_ == name:
                found += objects_of(k)
    return found


def _kept_by(holder: Token, lexicon: Lexicon) -> list[Token]:
    """Return what a party holds by the words beside it: A of "the battalion defending A"."""
    return [
        o
        for c in child(holder, "acl", "relcl")
        if c.lemma_.lower() in lexicon.words("keeping")
        for o in clause_of(c).object
        if o.i > c.i
    ] + _garrisoned(holder)


def _garrisoned(holder: Token) -> list[Token]:
    """Return A of "the A garrison" and "the defenders of A"."""
    if holder.lemma_.lower() not in {"garrison", "defender"}:
        return []
    return [*child(holder, "compound", "nmod", "poss"), *governed(holder, "of")]


def _past_times(verb: Token, name: str, words: frozenset[str]) -> list[Token]:
    """Return what a preposition governs under a verb, times between them passed over.

    In "raged for a third day in A" the parser hangs "in A" on the day.
    """
    found = governed(verb, name)
    for prep in prepositions(verb):
        found += [
            g for o in objects_of(prep) if o.lemma_.lower() in words for g in governed(o, name)
        ]
    for c in child(verb, "npadvmod"):
        found += governed(c, name)
    return found


def _goal_objects(token: Token) -> list[Token]:
    """Return the object of an infinitive that hangs on a word: "battle to capture A"."""
    found: list[Token] = []
    for c in _goals(token):
        for o in child(c, "dobj"):
            inner = [x for p in ("of", "over") for x in governed(o, p)]
            control = o.lemma_.lower() in {"control", "hold", "possession"}
            found += inner if control and inner else conjuncts(o)
        for prep in prepositions(c):
            if prep.lower_ in {"into", "of", "over"}:
                found += objects_of(prep)
    return found


def _goals(token: Token) -> list[Token]:
    """Return the infinitives that say what a word is for."""
    return [
        c
        for c in token.children
        if c.dep_ in {"acl", "relcl", "advcl", "xcomp"}
        and any(k.dep_ == "aux" and k.lower_ == "to" for k in c.children)
    ]
