"""What stands in the slots of a frame: its subject, its object, what a preposition governs."""

from spacy.tokens import Token

from components.claims.clauses import Clause, clause_of
from components.claims.lexicon import Frame, Lexicon
from components.claims.parties import PartyFinder
from components.claims.sentence import Sentence
from components.claims.subjects import antecedents
from components.claims.syntax import (
    child,
    conjuncts,
    governed,
    governed_below,
    objects_of,
    prepositions,
)

# Who sets out to reach a place does not fight for it yet.
_ON_THE_WAY = frozenset({"reach", "approach", "near", "link", "connect"})
_BELOW = frozenset({"from", "to", "by"})

Trial = tuple[Frame, Token, Clause | None]
"""A frame, the word it is tried on, and the clause when the word is a verb."""


class Slots:
    """The slots of one frame tried on one trigger."""

    def __init__(self, sentence: Sentence, finder: PartyFinder, country: str, trial: Trial) -> None:
        """Bind the sentence; `country` is the country at hand."""
        self.sentence = sentence
        self.finder = finder
        self.country = country
        self.frame, self.token, self.clause = trial
        self.prep_noun: Token | None = None

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

    def _complement(self) -> Token | None:  # noqa: C901 (one loop for each place it stands in)
        deps = ("ccomp", "xcomp", "oprd", "acomp", "amod", "advcl", "acl", "attr")
        for c in child(self.token, *deps):
            if c.dep_ == "advcl" and any(child(c, "mark", "nsubj")):
                continue
            if c.dep_ == "ccomp" and any(child(c, "dobj")):
                # "announced that it had captured A" is told by "captured".
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

    def _slot(self, name: str) -> list[Token]:
        parts = name.split(".")
        found = self._base(parts[0])
        for k, part in enumerate(parts[1:], start=1):
            if part == "object":
                continue
            if part == "owner":
                found = [o for t in found for o in self._owners(t)]
            elif part == "to" and parts[k + 1 : k + 2] == ["object"]:
                found = [o for t in found for o in goal_objects(t)]
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
        found = _meant_by_relative(self.token, name, governed(self.token, name))
        return found or (self._out_below() if name == "out" else [])

    def _out_below(self) -> list[Token]:
        """Return A of "drove fighters led by B out of A", which the parser hangs on "led"."""
        objects = self.clause.object if self.clause else ()
        return [
            o
            for thing in objects
            for c in thing.subtree
            if c.dep_ in {"acl", "relcl"} and c.i > thing.i
            for o in governed(c, "out")
        ]

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
        if name in {"owner", "tried"}:
            own = name == "owner"
            return self._owners(token) if own else tried_before(token, self.sentence)
        if name == "to" and self.clause is None:
            return [*governed(token, "to"), *goal_objects(token)]
        if name in {"leading", "stationed"}:
            # "At A the banner flies": the parser may lose the preposition.
            ahead = [c for c in child(token, "npadvmod", "advmod") if c.i < token.i and place(c)]
            return ahead if name == "leading" else _stationed_before(token, self.sentence)
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
                "possession",
                "grasp",
            }
            else []
        )
        return owners + governed(token, "by")


def _meant_by_relative(verb: Token, name: str, found: list[Token]) -> list[Token]:
    """Return A for the "which" of "A, from which B withdrew", and the "where" of "A, where"."""
    if verb.dep_ != "relcl":
        return found
    if [t.lower_ for t in found] == ["which"]:
        return antecedents(verb)
    where = name in {"in", "at"} and any(c.lower_ == "where" for c in child(verb, "advmod"))
    return antecedents(verb) if where and not found else found


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


def _stationed_before(verb: Token, sentence: Sentence) -> list[Token]:
    """Return A of "had been stationed at A but withdrew", where the verb has no place."""
    above = verb.head
    joined = verb.dep_ == "conj" and above.lemma_.lower() in sentence.lexicon.words("keeping")
    if not joined or governed(verb, "from"):
        return []
    return [o for p in ("at", "in") for o in governed(above, p) if sentence.place(o)]


def as_does(verb: Token) -> list[Token]:
    """Return C of "B holds A, as does C": who does the same."""
    return [
        k
        for did in child(verb, "advcl")
        if did.lemma_.lower() == "do" and did.i > verb.i and not child(did, "dobj", "neg")
        if any(c.lower_ == "as" for c in child(did, "mark", "advmod", "prep"))
        for c in child(did, "nsubj")
        if c.i == did.i + 1 or c.left_edge.i == did.i + 1
        for k in conjuncts(c)
    ]


def tried_before(verb: Token, sentence: Sentence) -> list[Token]:
    """Return A of "tried to enter A but were repelled", "attacked A, only to be repulsed"."""
    attacks, tries = sentence.lexicon.words("attacking"), sentence.lexicon.words("try")
    fights = sentence.lexicon.words("fighting") | attacks
    at = verb
    for _ in range(3):
        only = at.dep_ in {"advcl", "xcomp", "acl", "relcl"} and any(
            c.lower_ == "only" for c in at.children
        )
        if not (only or at.dep_ in {"conj", "ccomp", "parataxis"}) or at.head.i >= at.i:
            return []
        at = at.head
        aims = child(at, "xcomp") if at.lemma_.lower() in tries else []
        # "Launched an assault on A but were repelled".
        mounted = [o for o in child(at, "dobj") if o.lemma_.lower() in fights]
        for deed in (at, *aims, *mounted):
            if deed is at and deed.lemma_.lower() not in attacks:
                continue
            named = [o for c in child(deed, "dobj") for o in conjuncts(c)]
            named += [o for p in ("on", "into", "in", "at", "against") for o in governed(deed, p)]
            # "Staged attacks on A": the parser may hang "on" on the verb.
            named += [o for p in ("on", "against") for o in governed(at, p) if deed in mounted]
            named = [o for o in named if sentence.place(o) or sentence.is_(o, "settlements")]
            if named:
                return named
    return []


def goal_objects(token: Token) -> list[Token]:
    """Return the object of an infinitive that hangs on a word: "battle to capture A"."""
    found: list[Token] = []
    for c in goals(token):
        for o in child(c, "dobj"):
            inner = [x for p in ("of", "over") for x in governed(o, p)]
            control = o.lemma_.lower() in {"control", "hold", "possession"}
            found += inner if control and inner else conjuncts(o)
        for prep in prepositions(c):
            if prep.lower_ in {"into", "of", "over"}:
                found += objects_of(prep)
    return found


def goals(token: Token) -> list[Token]:
    """Return the infinitives that say what a word is for."""
    return [
        c
        for c in token.children
        if c.lemma_.lower() not in _ON_THE_WAY
        and c.dep_ in {"acl", "relcl", "advcl", "xcomp"}
        and any(k.dep_ == "aux" and k.lower_ == "to" for k in c.children)
        # "Only to be repulsed" is what came of it.
        and not any(k.lower_ == "only" for k in c.children)
    ]
