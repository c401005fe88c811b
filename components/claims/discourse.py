"""Whom an article has spoken of so far, and how a party is kept until the claim is made."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from components.records import Actor


@dataclass(frozen=True, slots=True)
class PartyRef:
    """Who is meant, and the words that say so.

    Args:
        actor: The actor.
        start: First code point of the words in the article.
        end: Code point after the last.
        armed: Whether it is an armed party beyond doubt.
    """

    actor: Actor
    start: int
    end: int
    armed: bool = True


@dataclass(slots=True)
class Discourse:
    """What an article has said so far about who is who.

    Args:
        country: ISO code of the country at hand.
        day: Latest day of report, for who governed then.
        coalitions: Ids of actors that are coalitions of others.
        recent: Ids of actors named so far, last at the end.
        subject: The parties of the last clause about control.
        named: All actors that the article names, for "the rebels" of a headline.
    """

    country: str
    day: date | None
    coalitions: frozenset[str] = frozenset()
    recent: list[Actor] = field(default_factory=list)
    subject: tuple[PartyRef, ...] = ()
    named: tuple[Actor, ...] = ()

    def note(self, actors: Iterable[Actor]) -> None:
        """Remember actors that were named."""
        for actor in actors:
            if actor in self.recent:
                self.recent.remove(actor)
            self.recent.append(actor)
