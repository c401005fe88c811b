"""Whose troops a phrase means by who leads, backs or names them: "X's men", "rebels led by A"."""

from typing import TYPE_CHECKING

from spacy.tokens import Token

from components.claims.discourse import PartyRef
from components.claims.syntax import child, governed
from components.records import Actor

if TYPE_CHECKING:
    from components.claims.parties import PartyFinder

_LOYAL = frozenset({"loyal", "belonging", "affiliated", "allied", "linked", "aligned"})
# What stands behind the name of who backs or holds, and is not meant: "A-backed", "A-held".
_BACKED = frozenset(
    {
        *("backed", "supported", "held", "allied", "controlled", "aligned", "trained"),
        *("sponsored", "occupied"),
    }
)


class Following:
    """Resolves the followers that one sentence speaks of to parties."""

    def __init__(self, finder: "PartyFinder") -> None:
        """Bind what resolves the noun phrases of the sentence."""
        self.finder = finder
        self.sentence = finder.sentence
        self.roster = finder.roster

    def of(self, token: Token) -> PartyRef | None:
        """Return the party that is named by its leader, or by what it is known as."""
        return self._leader(token) or self._called(token) or self._followers(token)

    def former(self, token: Token) -> PartyRef | None:
        """Return the followers of X of "troops loyal to former vice president X"."""
        loyal = [k for o in linked_by(token, "to") for k in (o, *child(o, "appos"))]
        name = next((k for k in loyal if k.pos_ == "PROPN"), None)
        if name is None:
            return None
        start, end = self.sentence.span(name, name)
        actor = self.roster.named(self.sentence.words_at(start, end))
        return PartyRef(actor, start, end, armed=True)

    def _followers(self, token: Token) -> PartyRef | None:
        """Return whose troops they are by the name of who leads them: "X's men", "loyal to X"."""
        loyal = [k for o in linked_by(token, "to") for k in (o, *child(o, "appos"))]
        for name in (*child(token, "poss"), *loyal):
            entity = self.sentence.actor(name)
            known = self.roster.actors[entity.ref] if entity else None
            if entity is None and name.pos_ == "PROPN":
                shown = self.sentence.words_at(*self.sentence.span(name, name))
                known = self._led_by(shown) or self._led_by(shown.split()[-1])
            if known is not None:
                first, last = sorted((name, token), key=lambda t: t.i)
                return self.finder.ref(known, first, last)
        return None

    def _led_by(self, name: str) -> Actor | None:
        return self.roster.called(f"forces loyal to {name}") or self.roster.called(
            f"{name}'s forces"
        )

    def _leader(self, token: Token) -> PartyRef | None:
        """Return who leads a party: A of "insurgents led by A"."""
        for c in child(token, "acl"):
            if c.lower_ in {"led", "commanded", "headed"}:
                for o in governed(c, "by"):
                    entity = self.sentence.actor(o)
                    if entity:
                        return self.finder.ref(self.roster.actors[entity.ref], token, o)
        return None

    def _called(self, token: Token) -> PartyRef | None:
        """Return A of "the rebels, known as A"."""
        for c in child(token, "acl"):
            if c.lower_ in {"known", "called", "named", "dubbed"}:
                for t in c.subtree:
                    entity = self.sentence.actor(t)
                    if entity:
                        return self.finder.ref(self.roster.actors[entity.ref], t, t)
        return None


def linked_by(token: Token, link: str) -> list[Token]:
    """Return whom troops belong or are loyal to: A of "troops of A", "fighters allied with A"."""
    found = governed(token, link)
    for c in token.children:
        after = c.dep_ in {"amod", "acl", "relcl"} and c.i > token.i
        if after and c.lower_ in _LOYAL:
            found += [*governed(c, link), *governed(c, "to"), *governed(c, "with")]
    return found


def only_backs(token: Token) -> bool:
    """Return whether a name only backs or leads: "NATO-backed rebels"."""
    doc = token.doc
    after = doc[token.i + 2] if token.i + 2 < len(doc) else None
    hyphen = token.i + 1 < len(doc) and doc[token.i + 1].text == "-"
    return hyphen and after is not None and after.lower_ in _BACKED


def is_favoured(token: Token) -> bool:
    """Return whether a country is only sided with or against: "pro-Russian rebels"."""
    before = [t.lower_ for t in token.doc[max(0, token.i - 2) : token.i]]
    return before in (["pro", "-"], ["anti", "-"])
