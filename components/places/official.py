"""Where files of places are published that a person can add."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OfficialAddress:
    """A publisher of files that can be added.

    Args:
        publisher: Who publishes.
        url: Where; "{iso}" stands for a country's two letters, "{iso3}" for its three.
        what: What one finds there.
        licence: Under which licence.
    """

    publisher: str
    url: str
    what: str
    licence: str


_ADDRESSES = (
    OfficialAddress(
        "GeoNames",
        "https://download.geonames.org/export/dump/{iso}.zip",
        "every place of a country; add the .zip as it is",
        "CC BY 4.0",
    ),
    OfficialAddress(
        "OCHA, Humanitarian Data Exchange",
        "https://data.humdata.org/dataset?q={iso3}+populated+places",
        "populated places with P-codes and native names, as .xlsx or .csv",
        "mostly CC BY-IGO; each data set says its own",
    ),
    OfficialAddress(
        "geoBoundaries",
        "https://www.geoboundaries.org/countryDownloads.html",
        "outlines of provinces and districts, as .geojson",
        "CC BY 4.0",
    ),
)


def official_addresses() -> tuple[OfficialAddress, ...]:
    """Return the publishers, the one with most villages first."""
    return _ADDRESSES
