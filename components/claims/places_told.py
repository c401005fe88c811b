"""Which places a frame finds in its slots, and where they may be left unsaid."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from components.claims.by_land import listed_by_land
from components.claims.clauses import Clause
from components.claims.its_place import its_place
from components.claims.lists import along_with, continued, dated_in_turn, with_it
from components.claims.members import only_named, with_members
from components.claims.sentence import Target, target_at
from components.claims.slots import Slots, goal_objects
from components.claims.subjects import subjects_of
from components.claims.syntax import child, governed, prepositions
from components.claims.targets import targets_of

# A place named so soon after a verb is what it speaks of, however the parser hung it.
_NEXT_WORDS = 6
_AHEAD = ("to", "towards", "toward", "into", "for", "via")
_FURTHER = frozenset({"further", "deeper", "farther"})
_ROADS = frozenset({"road", "highway", "route", "motorway", "direction"})
# Where a list of places may go on.
_LISTING = frozenset({"object", "object.of", "object.over", "of", "over", "from", "out"})


class PlaceSlots(Slots):
    """The places of one frame tried on one trigger."""

    def _targets(self) -> list[Target]:
        allowed = self.frame.place
        goal = self.frame.only_if_goal
        if goal and self.clause and any(o.lemma_.lower() in goal for o in self.clause.object):
            allowed = tuple(
                s for s in allowed if "object.to" in s or s.endswith("for") or "to.object" in s
            )
        for slot in allowed:
            found = self._targets_in(slot)
            if self._is_stronghold(slot):
                # "abandoned a stronghold in A province": not the province.
                found = [t for t in found if not (t.entity and t.entity.container)]
            if found:
                return found
            # "took control of parliament in A": what was taken is no territory.
            taken = slot in {"object.of", "object.over", "of", "over"}
            if self.frame.objects and taken and self._slot(slot):
                return []
        return []

    def _is_stronghold(self, slot: str) -> bool:
        """Return whether a slot says where a stronghold lies that was lost or taken."""
        objects = self.clause.object if self.clause and slot.endswith("in") else ()
        return any(o.lemma_.lower() in {"stronghold", "foothold", "bastion"} for o in objects)

    def _implied(self) -> list[Target]:
        """Return the place spoken of, where a verb that wants one has none ("A took control")."""
        if not self.frame.implied or self.clause is None:
            return []
        there = self._where()
        if there is None and (self._tells_of_land() or not self._is_bare(self.clause)):
            return []
        parties = self.finder.parties(self.clause.agent, self.country)
        if not self.clause.passive and not any(r.armed for r in parties):
            return []
        if there is not None:
            told = targets_of(there, self.sentence)
            return [t for t in told if not t.reason and (t.entity or t.feature)]
        target = target_at(self.token, self.token, self.sentence, anaphor=True)
        return [replace(target, implied=True)]

    def _tells_of_land(self) -> bool:
        """Return whether "control over nearby districts" says of what, though it names nothing."""
        within = ("object.", "prep_noun.")
        slots = [s for s in self.frame.place if s.startswith(within) or s in {"of", "over"}]
        lists = ("settlements", "containers", "parts", "area", "sites")
        return any(
            self.sentence.is_(o, name) for s in slots for o in self._slot(s) for name in lists
        )

    def _where(self) -> Token | None:
        """Return A of "A, where B took control": what stands right before "where"."""
        where = next((c for c in child(self.token, "advmod") if c.lower_ == "where"), None)
        if where is None or where.i == 0 or where.i > self.token.i:
            return None
        between = self.token.doc[where.i + 1 : self.token.i]
        if any(t.lower_ in {"who", "which", "that"} for t in between):
            # "A, where troops who fled B have regrouped".
            return None
        before = where.nbor(-1)
        if before.text == "," and before.i:
            before = before.nbor(-1)
        return before if self.sentence.place(before) or before.i == self.token.head.i else None

    def _is_bare(self, clause: Clause) -> bool:  # noqa: PLR0911 (one return for each rule)
        """Return whether a verb has a subject of its own, no object, and no place after it."""
        # "B were driven out"; without a subject of its own it goes on with the verb before it.
        told = child(self.token, "nsubjpass")
        ousted = clause.passive and bool(told) and all(map(self._is_ousted, clause.object))
        if clause.passive and not ousted and not self._is_known_attack(clause):
            return False
        if self.frame.only and "in" not in clause.particles:
            return False
        if self.token.tag_ == "VBG" and any(c.lemma_ == "be" for c in child(self.token, "aux")):
            # "were retreating" does not say from where, nor that they left it.
            return False
        own = child(self.token, "nsubj", "nsubjpass")
        if any(c.i in self.sentence.entities for c in child(self.token, "compound", "nmod")):
            # "... and Hadi flees": the parser takes the verb for a noun.
            return False
        there = any(c.lower_ in {"there", "where"} for c in child(self.token, "advmod"))
        if there and any(self.sentence.place(t) for t in self.token.doc[: self.token.i]):
            # "A and B, where C took charge there": the place is in the sentence.
            return False
        links = {"after", "as", "when", "once", "while", "before", "since", "until"}
        if self.frame.needs == "armed_object" and any(o.lower_ == "them" for o in clause.object):
            # "Held A for a day before C drove them out".
            links -= {"before", "until"}
        if self.token.dep_ == "advcl" and any(
            c.lower_ in links for c in child(self.token, "mark", "advmod")
        ):
            return False
        forced = self.token.dep_ == "xcomp" and any(child(self.token.head, "nsubjpass"))
        if not own and not forced and self.token.dep_ not in {"conj", "ROOT", "ccomp", "advcl"}:
            return False
        # "B left A; C took control": what stands before the stroke is a clause of its own.
        after = [c for c in child(self.token, "ccomp") if c.i > self.token.i]
        full = [*clause.object, *child(self.token, "dobj", "xcomp", "attr"), *after]
        if any(o.lemma_.lower() not in self.frame.objects for o in full if not self._is_ousted(o)):
            return False
        ahead = [o for p in _AHEAD for o in governed(self.token, p)]
        ahead += [o for way in governed(self.token, "in") for o in governed(way, "of")]
        named = [
            o
            for o in self.token.subtree
            if self.sentence.place(o)
            and o.i > self.token.i
            and o not in ahead
            and o.head.lower_ not in _ROADS
        ]
        return not named or named[0].i - self.token.i >= _NEXT_WORDS

    def _is_ousted(self, token: Token) -> bool:
        """Return whether an object is who is driven from the place left unsaid."""
        if self.frame.needs != "armed_object" or token.dep_ not in {"dobj", "nsubjpass", "nsubj"}:
            return False
        return token.lower_ == "them" or any(
            r.armed for r in self.finder.parties([token], self.country)
        )

    def _is_known_attack(self, clause: Clause) -> bool:
        """Return whether "the assault was repelled" speaks of one that was told before."""
        if any(o.lemma_.lower() == "advance" for o in clause.object):
            # An advance leads from the place spoken of to another.
            return False
        return bool(self.frame.objects) and all(
            o.lemma_.lower() in self.frame.objects
            and any(c.lower_ in {"the", "this", "that", "their"} for c in o.children)
            and not any(True for _ in prepositions(o))
            for o in clause.object
        )

    def _targets_in(self, slot: str) -> list[Target]:
        sentence = self.sentence
        found: list[Target] = []
        if slot == "its":
            return its_place(self.token, self.finder, self.country)
        if slot == "there":
            there = [c for c in child(self.token, "advmod") if c.lower_ == "there"]
            return [target_at(c, c, sentence, anaphor=True) for c in there]
        named = not self.frame.complements or slot.startswith("complement.")
        tokens = self._slot(slot) if named else self._complement_subjects()
        if slot == "support" or (slot.endswith("to.object") and not tokens):
            tokens = tokens or (goal_objects(self.token) if slot == "to.object" else [])
        if slot == "object" and tokens and self.clause and not self.clause.passive:
            tokens = [*tokens, *self._gapped()]
        if slot == "agent" and tokens and any(map(sentence.place, tokens)):
            tokens = [*tokens, *dated_in_turn(self.token, sentence)]
        if slot == "object" and tokens and self.clause:
            more = [*along_with(self.token), *dated_in_turn(self.token, sentence)]
            tokens += [t for t in more if t not in tokens and sentence.place(t)]
            tokens += [t for t in with_it(self.token) if t not in tokens]
        if tokens and self.frame.kind not in {"contested", "besieged"} and slot in _LISTING:
            more = list(continued(max(tokens, key=lambda t: t.i), sentence))
            tokens = [*tokens, *(t for t in more if t not in tokens)]
            tokens = listed_by_land(self.token, sentence) or tokens
        tokens = [t for t in tokens if not sentence.quoted_apart(self.token, t)]
        # "On the way to A", "in the Battle of A": neither is a place.
        no_places = sentence.lexicon.words("fighting") | {"way"}
        tokens = [t for t in tokens if t.lower_ not in no_places]
        for token in self._wholes(tokens):
            told = self._garrison(token) or self._under_flag(token)
            told = told or list(with_members(token, targets_of(token, sentence), sentence))
            told = told or self._below_flag(token)
            for target in map(self._in_view, self._repeat(token), told):
                reason = target.reason
                where = slot.rsplit(".", 1)[-1]
                # Fighting round A is not in A; a ring round A is its siege.
                near = where in {"near", "outside"}
                near = near or (where == "around" and self.frame.kind == "contested")
                found.append(replace(target, reason="beside") if near and not reason else target)
        return found

    def _garrison(self, token: Token) -> list[Target]:
        """Return A of "the garrison of A was besieged": it is besieged in the town."""
        if self.frame.kind != "besieged" or token.lemma_.lower() not in {"garrison", "defender"}:
            return []
        inside = [o for p in ("of", "in", "at") for o in governed(token, p)]
        return [t for o in inside for t in targets_of(o, self.sentence)]

    def _under_flag(self, token: Token) -> list[Target]:
        """Return A of "raised its flag over the town hall in A": that is said of the town."""
        if "flag" not in self.frame.id or not self.sentence.is_(token, "town_halls"):
            return []
        inside = [o for p in ("in", "of", "at") for o in governed(token, p)]
        return [t for o in inside if self.sentence.place(o) for t in targets_of(o, self.sentence)]

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
        if entering and any(c.lower_ in _FURTHER for c in self.token.subtree if c.i < token.i):
            # Who advances further into a town has a part of it.
            return target if target.reason else replace(target, reason="part")
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
            named = only_named(token, self.sentence)
            if named:
                yield from named
            elif token.pos_ == "PRON" and token.lower_ == "all":
                yield from governed(token, "of")
            else:
                yield token

    def _gapped(self) -> list[Token]:
        """Return B of "took A on Friday and B on Saturday", which the parser hangs on Friday."""
        times = self.sentence.lexicon.words("times")
        # "lost A this July and its stronghold of B".
        beside = [
            k
            for o in (self.clause.object if self.clause else ())
            for day in child(o, "npadvmod")
            if self.sentence.is_(day, "calendar") or self.sentence.is_(day, "times")
            for k in child(day, "conj")
            if self.sentence.place(k) or self.sentence.is_(k, "settlements")
        ]
        return beside + [
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
