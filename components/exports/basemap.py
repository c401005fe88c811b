"""The built-in map's files, read into outlines."""

from collections.abc import Iterable

from components.exports.ground import Ground


def ground_for(countries: Iterable[str]) -> Ground:
    """Return the ground round some countries (ISO 3166-1 alpha-2 codes)."""
    del countries
    return Ground(())
