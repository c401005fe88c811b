"""Whether a party that was read is the one a label names, and which way a place changed hands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from components.actors import Roster
from components.records import Actor, Claim, Party, Role
from tests.evaluate.sets import Label

_FROM_OUTSIDE = "foreign"
# Where a label allows two kinds, whoever took a place may as well be read as holding it.
_ALIKE: dict[Role, tuple[Role, ...]] = {
    "gaining": ("gaining", "holding"),
    "holding": ("holding", "gaining", "defending"),
    "attacking": ("attacking", "gaining"),
    "losing": ("losing", "defending"),
    "defending": ("defending", "losing", "holding"),
}


@dataclass(frozen=True)
class Sides:
    """The roster, and the country and day that say whose "army" is meant."""

    roster: Roster
    country: str = ""
    day: date | None = None

    def meant(self, name: str) -> frozenset[str]:
        """Return the actors that a label's name may mean: by id, by name, by head noun."""
        if name in self.roster.actors:
            return frozenset({name})
        at_hand = frozenset({self.country} - {""})
        found = [m.actor_id for m in self.roster.find(name, at_hand)]
        called = self.roster.called(name)
        if called:
            found.append(called.id)
        words = name.casefold().removeprefix("the ").split()
        group = self.roster.words.group_of(words)
        code = next((c for c in map(self.roster.country_of, name.split()) if c), "")
        if not found and (group or code):
            country = code or self.country
            state = code and group in {"", "armed", "government"}
            found.append(
                self.roster.government(country, self.day).id
                if state
                else self.roster.generic(group, country, self.day).id
            )
        return frozenset(found)

    def names(self, wanted: Iterable[str], parties: Iterable[Party]) -> bool:
        """Return whether any of the parties is one of those named."""
        parties = tuple(parties)
        return any(self._is(name, party) for name in wanted for party in parties)

    def _is(self, name: str, party: Party) -> bool:
        ids = self.meant(name)
        blocs = {self.roster.bloc(i, self.day) for i in ids}
        if party.actor_id in ids or self.roster.bloc(party.actor_id, self.day) in blocs:
            return True
        actor = self.roster.actors.get(party.actor_id)
        spoken = (party.text, *((actor.name, *actor.aliases) if actor else ()))
        plain = name.casefold().removeprefix("the ")
        return any(plain in words.casefold() for words in spoken if words) or (
            bool(party.text) and party.text.casefold().removeprefix("the ") in plain
        )

    def direction(self, label: Label, country: str) -> str:
        """Return which way a place changed hands, "" for what is no change.

        Args:
            label: A capture or a transfer.
            country: Country of the place, which tells a government from a foreign state.
        """
        if label.kinds[:1] == ("transferred",):
            return "transfer"
        gaining = [n for roles, names in label.parties.items() if "gaining" in roles for n in names]
        if label.kinds[:1] != ("captured",) or not gaining:
            return ""
        kinds = {self._standing(name, country or self.country) for name in gaining}
        if "government" in kinds:
            return "government regains"
        return "foreign state" if _FROM_OUTSIDE in kinds else "non-state actor overtakes"

    def _standing(self, name: str, country: str) -> str:
        ids = sorted(self.meant(name))
        actors: list[Actor] = [self.roster.actors[i] for i in ids if i in self.roster.actors]
        if any(i.startswith("government:") for i in ids):
            return "government"
        for actor in actors:
            if actor.kind == _FROM_OUTSIDE or (
                actor.kind == "government" and country and actor.country not in {"", country}
            ):
                return _FROM_OUTSIDE
            if actor.kind == "government":
                return "government"
        return "other"


def alike(roles: Iterable[Role]) -> tuple[Role, ...]:
    """Return the roles in which a party of these roles may be read as well."""
    return tuple(dict.fromkeys(other for role in roles for other in _ALIKE[role]))


def parties_of(claim: Claim, roles: Iterable[Role]) -> list[Party]:
    """Return the parties of a claim in some roles."""
    wanted = frozenset(roles)
    return [p for p in claim.parties if p.role in wanted]
