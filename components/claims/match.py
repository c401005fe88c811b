"""One frame of the lexicon tried on one word of a sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from components.claims.clauses import clause_of
from components.claims.discourse import PartyRef
from components.claims.kinds import Kinds, own_words
from components.claims.lexicon import ROLES, Frame
from components.claims.sentence import Target
from components.claims.slots import as_does, goals
from components.claims.subjects import subjects_of
from components.claims.syntax import child, conjuncts, governed
from components.records import ClaimKind

_PEACE = frozenset({"deal", "truce", "ceasefire", "accord", "agreement", "armistice", "pact"})
# What links a deed to the agreement that it carries out.
_CARRYING_OUT = frozenset({"line", "part", "accordance", "keeping", "compliance", "terms"})
_GROUNDS = frozenset({"under", "following", "after", "per", "since", "despite"})
# What is said in the passive of a place that its holders no longer have.
_GIVEN_UP = frozenset(
    {"lost", "abandoned", "surrendered", "given", "ceded", "evacuated", "vacated"}
)
# What is said of those from whom a place is taken back.
_ONCE = frozenset({"after", "when", "once", "as"})
_TAKEN = frozenset({"seize", "capture", "take", "overrun", "lose", "abandon", "occupy", "conquer"})

# What people may be left with or as.
_STATES_OF = frozenset({"without", "with", "to", "alone", "exposed", "stranded", "behind", "no"})


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
        stretch: From where to where the article says it, for one of several that share a verb.
    """

    frame: Frame
    kind: ClaimKind
    trigger: Token
    targets: tuple[Target, ...]
    parties: dict[str, list[PartyRef]]
    used: frozenset[int] = frozenset()
    stretch: tuple[int, int] | None = None


class Match(Kinds):
    """One frame tried on one trigger."""

    def found(self, *, unsaid: bool = False) -> Found | None:
        """Return what the frame says here, or None when it does not fit.

        Args:
            unsaid: Whether the place may be left unsaid.
        """
        frame = self.frame
        if frame.complement_kind or not self._words_fit(unsaid=unsaid) or self._vetoed():
            return None
        last_to = self._last_to() if frame.id == "change-hands" else []
        if frame.id == "change-hands" and self._often() and not last_to:
            # "changed hands four times": who has it now is not said.
            return None
        targets = self._implied() if unsaid else self._targets()
        if not targets:
            return None
        roles = {role: self._parties(frame.slots(role), targets) for role in ROLES}
        if not self._parties_fit(roles, targets):
            return None
        if self.clause is None and self.token.lower_ == "occupation" and self._is_left_behind():
            # "the liberation of A from B's occupation": B loses it.
            roles["losing"], roles["gaining"] = roles["losing"] or roles["gaining"], []
        roles["gaining"] += last_to
        self._owner_of_target(roles, targets)
        losing = {r.actor.id for r in roles["losing"]}
        if roles["gaining"] and losing:
            # Nobody takes a place from himself: one of the two was misread.
            roles["gaining"] = [r for r in roles["gaining"] if r.actor.id not in losing]
        kind = self._kind(roles)
        named = {role: refs for role, refs in roles.items() if refs}
        return Found(frame, kind, self.token, tuple(targets), named, self._used())

    def _used(self) -> frozenset[int]:
        """Return the words that are spent: the control that was taken, the goal of a battle."""
        if self.clause is None:
            return (
                frozenset(g.i for g in goals(self.token))
                if self.frame.kind == "contested"
                else frozenset()
            )
        spent: set[int] = set()
        if self.frame.objects:
            heads = [o for o in self.clause.object if o.lemma_.lower() in self.frame.objects]
            spent |= {o.i for o in heads}
            if self.frame.kind == "contested":
                spent |= {g.i for o in (*heads, self.token) for g in goals(o)}
        if self.prep_noun is not None:
            spent.add(self.prep_noun.i)
        complement = self._complement() if self.frame.complements else None
        if complement is not None:
            # "declared A captured": told once.
            spent.add(complement.i)
        return frozenset(spent)

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
        if token.lower_ == "losses":
            # "Kyiv's losses" are dead and wrecks.
            return False
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

    def _vetoed(self) -> bool:
        if self.frame.kind == "lost" and self.token.lemma_ in {"leave", "depart"}:
            # "a convoy left A for B" tells of a journey.
            bound = [] if self._are_the_last() else governed(self.token, "for")
            if any(self.sentence.place(o) or self.sentence.is_(o, "border") for o in bound):
                return True
            if self._leaves_people():
                return True
        if self.frame.kind == "lost" and self.token.lemma_ == "flee" and self._are_people():
            return True
        doers = self.clause.agent if self.clause and self.frame.kind == "repelled" else ()
        if any(t.lemma_.lower() in _PEACE for t in doers):
            # "A truce halted their advance": nobody repelled it.
            return True
        if not self.frame.veto:
            return False
        words = self.frame.veto
        purpose = {
            t.i
            for c in child(self.token, "advcl")
            if self.frame.kind == "lost" and any(k.lower_ == "to" for k in child(c, "aux"))
            for t in c.subtree
        }
        # "Withdrew from A under the B agreement": they left the town, not the agreement.
        grounds = [t for t in self.token.subtree if t.lower_ in _GROUNDS]
        ground = [t for t in grounds if t.dep_ == "prep"]
        # "In line with an accord", "as part of a deal".
        ground += [o for o in self.token.subtree if o.dep_ == "pobj" and o.lower_ in _CARRYING_OUT]
        # "After the ceasefire agreement": the parser takes the noun for a clause.
        ground += [t.head for t in grounds if t.dep_ == "mark" and t.head.pos_ == "NOUN"]
        purpose |= {t.i for p in ground if self.frame.kind == "lost" for t in p.subtree}
        # "withdrew from A to spare civilians": they are not who left.
        return any(
            t.lemma_.lower() in words or t.lower_ in words
            for t in own_words(self.token)
            if t.i != self.token.i and t.i not in self.sentence.entities and t.i not in purpose
        )

    def _are_people(self) -> bool:
        """Return whether a people flees, or civilians do with others: "200,000 Eritreans"."""
        civilians = self.sentence.lexicon.words("civilians")
        own = self.clause.agent if self.clause is not None else ()
        # "Thousands of men and women"
        fleeing = [k for a in own for o in (a, *governed(a, "of")) for k in conjuncts(o)]
        people = [k for k in fleeing if k.lemma_.lower() in civilians]
        # "Haftar's men fled": those are no civilians.
        if any(not self.finder.parties([k], self.country) for k in people):
            return True
        shown = (self.sentence.words_at(*self.sentence.span(a, a)) for a in own)
        return any(name.endswith("s") and self.finder.roster.country_of(name) for name in shown)

    def _leaves_people(self) -> bool:
        """Return whether "left them without support", "left A as the only town" says a state."""
        as_what = [o for o in governed(self.token, "as") if o.i > self.token.i]
        if any(self.sentence.is_(o, "settlements") for o in as_what):
            return True
        own = self.clause.object if self.clause is not None else ()
        left = [o for o in own if o.lower_ in {"them", "us", "him", "her"}]
        return any(o.i + 1 < len(o.doc) and o.nbor().lower_ in _STATES_OF for o in left)

    def _are_the_last(self) -> bool:
        """Return whether "the last fighters" or "all rebels" leave: then nobody stays behind."""
        own = self.clause.agent if self.clause is not None else ()
        return any(c.lower_ in {"last", "remaining", "all"} for s in own for c in s.children)

    def _parties(self, slots: Iterable[str], targets: Sequence[Target]) -> list[PartyRef]:
        finder, country = self.finder, self.country
        found: list[PartyRef] = []
        # "Kyiv's liberation" was no deed of Ukraine's government.
        spent = {t.token.i for t in targets}
        for slot in slots:
            if slot == "support":
                known = {ref.actor.id for ref in found}
                found += [r for r in self._support_parties() if r.actor.id not in known]
                continue
            tokens = [t for t in self._slot(slot) if t.i not in spent]
            if slot == "agent":
                tokens += as_does(self.token)
            for ref in finder.parties(tokens, country):
                if all(ref.actor.id != other.actor.id for other in found):
                    found.append(ref)
            if found and self.frame.first_party:
                break
        return found

    def _support_parties(self) -> list[PartyRef]:
        above = self._governing_verb()
        own = self.sentence.lexicon.words("own_deeds")
        prep = self.token.head
        if self.token.dep_ == "pobj" and prep.lower_ == "with" and prep.i < prep.head.i:
            # "With the capture of A, B holds the whole coast."
            above = prep.head
        elif above is None or above.lemma_.lower() not in own:
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
        doing = any("agent" in frame.slots(role) for role in ROLES)
        if (
            agents
            and doing
            and len(deaf) == len(agents)
            and "agent" not in frame.place
            and not (frame.subjects or frame.complements)
        ):
            # "hunters took A from B", "elders handed A to B": whoever they are, B lost or has it.
            ends_with = {"captured": "losing", "transferred": "gaining"}.get(frame.kind, "")
            taken = bool(ends_with) and any(r.armed for r in roles[ends_with])
            return (taken or self._is_announced()) and _is_placed(targets)
        if frame.needs == "armed_object" and not roles["losing"]:
            # "ousted them": whom the text spoke of before, though it is not clear whom.
            fought = [o for o in clause.object if o.lower_ == "them"]
            return bool(fought) and any(r.armed for r in roles["gaining"])
        if frame.needs == "no_object" and clause.object:
            # "moved offices out of A"
            return False
        told = {"told_taken": self._is_told_taken, "own_troops": self._are_own_troops}
        if frame.needs in told and not told[frame.needs]():
            return False
        opposed = {"armed_object": "losing", "armed_attacker": "attacking"}.get(frame.needs)
        if opposed and not any(r.armed for r in roles[opposed]):
            return False
        if not frame.weak:
            return self._strong_enough(targets)
        if not any(r.armed for r in known):
            kinds = {"captured", "besieged"}
            given_up = self.token.lower_ in _GIVEN_UP
            passive_capture = (frame.kind in kinds or given_up) and clause.passive and not agents
            if not passive_capture or not _is_placed(targets):
                return False
        if frame.kind in {"held", "contested"} and not known:
            return False
        if frame.kind == "lost" and not known:
            # "A was lost on Friday".
            given_up = clause.passive and not agents and self.token.lower_ in _GIVEN_UP
            return given_up and _is_placed(targets)
        return self._strong_enough(targets)

    def _is_announced(self) -> bool:
        """Return whether "officials announced liberating A": whoever did it, it is done."""
        told = self.token.tag_ == "VBG" and self.token.dep_ in {"xcomp", "ccomp"}
        telling = {"announce", "report", "confirm"}
        return self.frame.kind == "captured" and told and self.token.head.lemma_ in telling

    def _is_told_taken(self) -> bool:
        """Return whether the sentence says that others took the place, were driven out or left.

        Soldiers return to many a town; "returned to A, which rebels had seized" takes it back.
        """
        words = self.sentence.lexicon.words
        taken = _TAKEN | words("ousted")
        verbs = [t for t in self.sentence.doc if t.pos_ == "VERB" and t.i != self.token.i]
        after = [t for t in verbs if any(c.lower_ in _ONCE for c in child(t, "mark", "advmod"))]
        left = [s for t in after if t.lemma_.lower() in words("left") for s in subjects_of(t)]
        others = any(r.armed for r in self.finder.parties(left, self.country))
        return others or any(t.lemma_.lower() in taken for t in verbs)

    def _are_own_troops(self) -> bool:
        """Return whether a party's troops as a whole are meant: "its men", "the last soldiers"."""
        troops = self.clause.object if self.clause is not None else ()
        words = {"all", "remaining", "last", "entire"}
        return any(c.dep_ == "poss" or c.lower_ in words for t in troops for c in t.children)

    def _strong_enough(self, targets: list[Target]) -> bool:
        if not self.frame.needs_settlement:
            return True
        return _is_placed(targets)

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

    def _is_left_behind(self) -> bool:
        """Return whether somebody is freed from what a noun says."""
        prep = self.token.head
        freed = prep.head.lemma_.lower() in {"liberation", "liberate", "free", "freedom"}
        return freed and self.token.dep_ == "pobj" and prep.lower_ == "from"

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


def _is_placed(targets: Sequence[Target]) -> bool:
    """Return whether a known place or a word for one is among the targets.

    In a list with one of them, a name that no gazetteer has is a place as well.
    """
    return any(t.entity or t.feature for t in targets)
