"""Figures over the compared texts of a set."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from components.actors import Roster
from components.records import Claim
from tests.evaluate.constructions import families_of
from tests.evaluate.scoring import COLUMNS, Scored, days_verdict, overlaps
from tests.evaluate.sets import Label, Text
from tests.evaluate.sides import Sides, alike, parties_of
from tests.evaluate.tables import f1, share

UNSAID = "not said"
VERDICTS = ("claim", "not counted", "trap")
DAYS = ("equal", "within", "overlap", "apart")


@dataclass
class Count:
    """Right, false and missed claims, with what comes of them."""

    right: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of what was read that is right."""
        return share(self.right, self.right + self.false)

    @property
    def recall(self) -> float:
        """Share of what there was to read that was."""
        return share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return f1(self.precision, self.recall)


def total(scored: Iterable[Scored]) -> Count:
    """Return the figures over all texts."""
    return sum_of(scored, lambda *_: ("all",), lambda *_: ("all",)).get("all", Count())


def by_kind(scored: Iterable[Scored]) -> dict[str, Count]:
    """Return the figures by kind of claim."""
    return sum_of(scored, lambda _, label: label.kinds[:1], lambda _, claim: (claim.kind,))


def by_register(scored: Iterable[Scored]) -> dict[str, Count]:
    """Return the figures by language register of the text."""
    return sum_of(
        scored,
        lambda text, _: (text.register or UNSAID,),
        lambda text, _: (text.register or UNSAID,),
    )


def by_construction(scored: Iterable[Scored]) -> dict[str, Count]:
    """Return the figures by family of construction, of labels that name theirs.

    What is false has the construction of the words it stands in. A label may be of several.
    """

    def of_label(_: Text, label: Label) -> tuple[str, ...]:
        return families_of(label.construction) if label.construction else ()

    def of_claim(text: Text, claim: Claim) -> tuple[str, ...]:
        near = [label for label in text.labels if overlaps(label, claim)]
        near.sort(key=lambda label: label.place.casefold() != claim.toponym.casefold())
        return of_label(text, near[0]) if near else ()

    return sum_of(scored, of_label, of_claim)


def sum_of(
    scored: Iterable[Scored],
    of_label: Callable[[Text, Label], tuple[str, ...]],
    of_claim: Callable[[Text, Claim], tuple[str, ...]],
) -> dict[str, Count]:
    """Return the figures under the names that labels and false claims go by."""
    counts: dict[str, Count] = {}
    for one in scored:
        for label, _ in one.right:
            for name in of_label(one.text, label):
                counts.setdefault(name, Count()).right += 1
        for label in one.missed:
            for name in of_label(one.text, label):
                counts.setdefault(name, Count()).missed += 1
        for claim in one.false:
            for name in of_claim(one.text, claim):
                counts.setdefault(name, Count()).false += 1
    return counts


@dataclass
class PartyCount:
    """How often the parties that the labels name were read, in claims that are right."""

    gainers: Counter[str] = field(default_factory=Counter)
    gainers_right: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    roles_right: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def gainer(self) -> float:
        """Return how often the gaining party is right, averaged over the directions there are."""
        shares = [share(self.gainers_right[d], n) for d, n in self.gainers.items()]
        return sum(shares) / len(shares) if shares else 1.0

    def role(self, name: str) -> float:
        """Return how often the party of a role is right."""
        return share(self.roles_right[name], self.roles[name])


def party_count(scored: Iterable[Scored], roster: Roster) -> PartyCount:
    """Compare the parties of the right claims with their labels."""
    count = PartyCount()
    for one, label, claim in _pairs(scored):
        place = one.places.get(claim.place_id or "")
        country = place.country if place else one.text.country
        sides = Sides(roster, country or one.text.country, label.days[1] if label.days else None)
        for roles, names in label.parties.items():
            is_right = sides.names(names, parties_of(claim, alike(roles)))
            # Where a set names only a winner or a loser, the claim says in which role.
            role = next((r for r in roles if parties_of(claim, (r,))), roles[0])
            count.roles[role] += 1
            count.roles_right[role] += is_right
            direction = sides.direction(label, country) if "gaining" in roles else ""
            if direction:
                count.gainers[direction] += 1
                count.gainers_right[direction] += is_right
            if not is_right:
                read = [(p.role, p.actor_id, p.text) for p in claim.parties]
                count.faults.append(f"{one.text.id} {roles} {names} read {read}")
    return count


def _pairs(scored: Iterable[Scored]) -> Iterator[tuple[Scored, Label, Claim]]:
    for one in scored:
        for label, claim in one.right:
            yield one, label, claim


def factuality(scored: Iterable[Scored]) -> dict[str, Counter[str]]:
    """Return how often each verdict came to be counted, recorded only, or not read."""
    table: dict[str, Counter[str]] = {name: Counter() for name in VERDICTS}
    for one in scored:
        for label, column in one.factuality:
            assert column in COLUMNS
            table[label.verdict][column] += 1
    return table


def traps_coloured(scored: Sequence[Scored]) -> float:
    """Return the share of trap sentences from which something was counted."""
    row = factuality(scored)["trap"]
    return row[COLUMNS[0]] / row.total() if row else 0.0


def days_of(scored: Iterable[Scored]) -> Counter[str]:
    """Return how the days of the right claims lie to those of their labels."""
    pairs = [(label, claim) for _, label, claim in _pairs(scored) if label.days]
    return Counter(days_verdict(label, claim) for label, claim in pairs)
