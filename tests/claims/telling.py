"""What a reader tells of a text, in the shapes that tests compare."""

from collections.abc import Iterable, Sequence
from datetime import date

from components.articles import from_text
from components.claims import Reader
from components.records import Claim, Reading

TODAY = date(2026, 1, 1)
# Whether a place is on the map says nothing of how a text is read.
_PLACED_OR_NOT = frozenset({"", "not_found", "ambiguous"})


def read_text(reader: Reader, text: str, published: date | None = None) -> Reading:
    """Read a text as an article of a day, of no day without one."""
    return reader.read(from_text(text, today=TODAY, published=published))


def claims_of(reader: Reader, text: str, published: date | None = None) -> tuple[Claim, ...]:
    """Return whatever is read in a text, counted or not."""
    return tuple(read_text(reader, text, published).claims)


def counted(reader: Reader, text: str, published: date | None = None) -> list[Claim]:
    """Return what counts of what is read in a text."""
    return [c for c in claims_of(reader, text, published) if c.counted]


def asserted(reader: Reader, text: str, published: date | None = None) -> list[Claim]:
    """Return what a text asserts and what would count if its places were found."""
    claims = claims_of(reader, text, published)
    return [c for c in claims if c.stance == "asserted" and c.reason_code in _PLACED_OR_NOT]


def actors(claim: Claim, *roles: str) -> list[str]:
    """Return who has one of some roles in a claim, or any role where none is given."""
    return [p.actor_id for p in claim.parties if not roles or p.role in roles]


def with_actors(claims: Iterable[Claim], *roles: str) -> set[tuple[str, ...]]:
    """Return kind, place and the actors of some roles, or of all where none is given, sorted."""
    return {(c.kind, c.toponym, *sorted(actors(c, *roles))) for c in claims}


def with_roles(claims: Iterable[Claim]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return kind, place and each party with its role, in the order of the text."""
    return [(c.kind, c.toponym, sorted((p.role, p.actor_id) for p in c.parties)) for c in claims]


def by_role(claims: Iterable[Claim]) -> list[tuple[str, str, dict[str, str]]]:
    """Return kind, place and who has each role: "a+b" where several do."""
    return [
        (c.kind, c.toponym, {p.role: "+".join(actors(c, p.role)) for p in c.parties})
        for c in claims
    ]


def won_and_lost(
    claims: Iterable[Claim],
    winning: Sequence[str] = ("gaining", "holding"),
    losing: Sequence[str] = ("losing",),
) -> set[tuple[str, str, str, str]]:
    """Return kind, place, who has it and who loses it by some roles: "a+b", "" for nobody."""
    return {
        (c.kind, c.toponym, "+".join(actors(c, *winning)), "+".join(actors(c, *losing)))
        for c in claims
    }
