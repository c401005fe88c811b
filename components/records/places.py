"""Places of the gazetteer, and the parties to a war."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the gazetteer.

    Args:
        id: Stable identifier with its source as prefix, such as "geonames:169304".
        name: Name in Latin script.
        kind: city | town | village | quarter | base | airport | crossing | dam | mountain |
            road | region | district | province | country | site.
        lat: Latitude in degrees, WGS 84.
        lon: Longitude in degrees, WGS 84.
        country: ISO 3166-1 alpha-2 code, "" where none applies.
        pcode: Administrative code, "" where none is known.
        gazetteer: Which source the entry comes from.
        native: Name in the script of the country, "" where not known.
        admin1: Name of the first-level area it lies in, "" where not known.
        population: Inhabitants; 0 where not known.
    """

    id: str
    name: str
    kind: str
    lat: float
    lon: float
    country: str
    pcode: str
    gazetteer: str
    native: str = ""
    admin1: str = ""
    population: int = 0


@dataclass(frozen=True, slots=True)
class Actor:
    """A party to a war, or a source that speaks about it.

    Args:
        id: Stable identifier.
        name: Name as shown in a table ("Government", "Ahrar al-Sham").
        kind: government | opposition | jihadist | kurdish | foreign | militia | monitor | other.
        aliases: Other names, as written in articles.
        phrase: Name inside a sentence ("the government"); "" where it equals `name`.
        bloc: Id of the actor it counts with when it is in no dated coalition; "" for itself.
        country: ISO code of the country whose government or forces it is, else "".
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    phrase: str = ""
    bloc: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    """`actor` counted with `coalition` from `start` to `end`, both included; None is open."""

    actor: str
    coalition: str
    start: date | None
    end: date | None
