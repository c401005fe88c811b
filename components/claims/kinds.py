"""Of what kind a statement is once its parties are known, and to whom a place went last."""

from collections.abc import Iterator

from spacy.tokens import Token

from components.claims.clauses import clause_of
from components.claims.discourse import PartyRef
from components.claims.places_told import PlaceSlots
from components.claims.syntax import child, governed
from components.records import ClaimKind


class Kinds(PlaceSlots):
    """The kind of one frame tried on one trigger."""

    def _last_to(self) -> list[PartyRef]:
        """Return B of "A changed hands again, this time to B"."""
        own = [c for c in child(self.token, "npadvmod") if c.lower_ == "time"]
        own += [c for c in child(self.token, "advmod") if c.lower_ in {"recently", "lately"}]
        tokens = [o for c in own for o in governed(c, "to")]
        if own and not tokens:
            tokens = governed(self.token, "to")
        return [r for r in self.finder.parties(tokens, self.country) if r.armed]

    def _kind(self, roles: dict[str, list[PartyRef]]) -> ClaimKind:
        frame = self.frame
        base = self.token.lemma_.lower()
        if base in frame.kind_for:
            return frame.kind_for[base]
        # "Only A is left in the hands of B": it was theirs before.
        left = frame.id == "leave-in-hands" and base == "leave" and self._is_left_now()
        if left or (base == "occupy" and (self._goes_on() or self._lasts())):
            roles["holding"], roles["gaining"] = roles["gaining"], []
            return "held"
        if frame.kind == "held" and base == "control" and self._is_achieved():
            roles["gaining"], roles["holding"] = roles["holding"], []
        elif frame.lost_if_no_gaining and not roles["gaining"]:
            return "lost"
        if (frame.captured_if_gaining or frame.kind == "held") and roles["gaining"]:
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
        return any(t.lower_ in often or t.lemma_.lower() == "time" for t in own_words(self.token))

    def _goes_on(self) -> bool:
        """Return whether a deed is told as a lasting one: "is still occupied by"."""
        under = {"xcomp", "ccomp", "acomp", "oprd", "attr"}
        above = [self.token.head] if self.token.dep_ in under else []
        noun = self.token.head if self.token.dep_ == "acl" else self.token
        if any(c.lower_ in {"last", "only", "remaining", "sole"} for c in child(noun, "amod")):
            # "The last town occupied by B" is one that B still has.
            return True
        return any(
            c.lower_ in {"still", "remain", "remains", "remained"} or t.lemma_ == "continue"
            for t in (self.token, *above)
            for c in (t, *t.children)
        )

    def _lasts(self) -> bool:
        """Return whether "has occupied for many years" tells of a time, not of a deed."""
        perfect = any(c.lower_ in {"has", "have", "had"} for c in child(self.token, "aux"))
        return perfect and any(o.lemma_ in {"year", "decade"} for o in governed(self.token, "for"))

    def _is_achieved(self) -> bool:
        """Return whether somebody came to control a place: "managed to control", "able to"."""
        above = self.token.head
        return self.token.dep_ == "xcomp" and above.lemma_.lower() in {"manage", "able", "succeed"}

    def _is_left_now(self) -> bool:
        """Return whether something is what is left now, not what somebody left to others."""
        now = any(c.lower_ in {"is", "are", "remains"} for c in child(self.token, "auxpass"))
        return now and not governed(self.token, "by")

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


def own_words(token: Token) -> Iterator[Token]:
    """Yield the words under a token, clauses of their own left out."""
    queue = [token]
    for at in queue:
        yield at
        # "according to sources" is no accord.
        queue += [c for c in at.children if not _is_clause_apart(c) and c.lower_ != "according"]


def _is_clause_apart(token: Token) -> bool:
    """Return whether a word opens a clause of its own: "after B evacuated it", "before leaving"."""
    own = token.dep_ == "advcl" and any(child(token, "nsubj", "nsubjpass"))
    # "withdrew from A to spare civilians": it is no civilian who left.
    own = own or (token.dep_ == "advcl" and token.tag_ == "VB" and any(child(token, "dobj")))
    apart = token.dep_ == "prep" and token.lower_ in {"before", "after", "while", "following"}
    return own or (apart and any(child(token, "pcomp")))
