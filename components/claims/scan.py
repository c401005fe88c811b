"""What the lookups know of an article before a sentence is parsed: names and dates."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from components.actors import ActorMention, Roster
from components.claims.mask import Entity
from components.claims.pointing import KINDS_OF_AREA
from components.claims.unlisted import PLAIN, find_unlisted
from components.dates import DateExpression, Duration, find, find_durations
from components.places import Gazetteer, Resolution, Toponym, find_toponyms, resolve, resolve_name
from components.records import DateInterval, Place

# "Nawa-i-Barakzayi" is not Nawa.
_CAPITAL_BEFORE = re.compile(r"(?<![.!?\n])\s([A-Z][\w'’]+)\s\Z")
_JOINED = re.compile(r"-(?:i|e|ye|al|el|ul|ud)-\Z")
# "Bart al Anan" is not Anan.
_BEGUN = re.compile(
    r"(?<![\w.])([A-Z][\w'’]+)[ -](?:(?:al|el|ad|ar|ash|az|ez|ul|ud)[ -]|(?:as|at|an)-)\Z"
)
# "Bab al-Aziziya" is not al-Aziziya.
_ARTICLE = re.compile(r"(?:al|el|ad|ar|as|ash|at|an|az|ez|ul|ud)[ -]", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?<![\w.])([A-Z][\w'’]+) \Z")
_GOES_ON = re.compile(
    r"-(?:i|e|ye|al|el|ul|ud)-"
    r"|-(?!based|held|controlled|occupied|backed|led|run|born|area|bound|aligned)[a-z]{3,}"
    r"|\s(?:al|el|ad|ar|ash|at|az|ez)\s[A-Z]|\sas\s(?=S)"
    r"|\s(?:al|el|ad|ar|as|ash|at|an|az|ez)-(?!Nusra|Shabaab|Shabab|Qa|Sham|Assad)[A-Z]"
)
_BESIDE = re.compile(r" ?\(|, ")
# What an actor's country counts beside one that the text names.
_HINT = 0.9
# What a place counts in a country where nobody is known to fight.
_AT_PEACE = 0.4
# Where they meet, a war is not: "as talks went on in A".
_AWAY = re.compile(
    r"\b(?:talks?|negotiations|summit|met|meeting|conference|trial|exile|hospital)\b[^.;]{0,40}"
    r"\b(?:in|at) \Z"
)
_LEAD = 60
_KNOWN_TOWN = 50_000
_IN = frozenset({"in", "of", "from", "across", "near", "into", "throughout", "around", "inside"})


@dataclass(frozen=True, slots=True)
class Scan:
    """Names and dates of an article, in order.

    Args:
        entities: Places, actors and sources, without overlap.
        starts: Where they begin, for searching.
        resolutions: What became of the place names; an entity of a place refers to them.
        dates: Date expressions.
        durations: Lengths of time.
        country: ISO code of the country the article speaks of most, "" for none.
        text: The article.
    """

    entities: tuple[Entity, ...]
    starts: tuple[int, ...]
    resolutions: tuple[Resolution, ...]
    dates: tuple[DateExpression, ...]
    durations: tuple[Duration, ...]
    country: str
    text: str = ""

    def within(self, start: int, end: int) -> tuple[Entity, ...]:
        """Return the names that begin in a stretch of the article."""
        return self.entities[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def place(self, entity: Entity) -> Resolution:
        """Return what became of the place name behind an entity."""
        return self.resolutions[int(entity.ref)]

    def country_near(self, start: int, end: int) -> str:
        """Return the country of the first place in a stretch, else the article's."""
        countries: list[str] = []
        for entity in self.within(start, end):
            if entity.kind == "place" and not _is_away(self.text, start, entity.start):
                place = self.place(entity).place
                if place and place.kind != "country":
                    countries.append(place.country)
        # One name abroad in a text on a war at home is more likely a namesake.
        return self.country if self.country in countries else next(iter(countries), self.country)


def _is_away(text: str, start: int, at: int) -> bool:
    """Return whether a name only says where people meet or are treated."""
    return _AWAY.search(text[max(start, at - _LEAD) : at]) is not None


def scan(text: str, gazetteer: Gazetteer, roster: Roster, reported: DateInterval) -> Scan:
    """Find the names and dates of an article.

    Args:
        text: The article.
        gazetteer: Where places are looked up.
        roster: Where actors are looked up.
        reported: Days on which the article may have appeared.
    """
    actors = [m for m in roster.find(text) if _is_meant(m, text, roster)]
    toponyms = find_toponyms(text, gazetteer, skip=[(m.start, m.end) for m in actors])
    toponyms = _apart(toponyms, text)
    named = roster.countries_named(text)
    resolutions = resolve(toponyms, text, gazetteer, countries=_hints(actors, roster))
    resolutions = _at_home(resolutions, actors, roster, named)
    places = [r.place for r in resolutions if r.place]
    here = [r.place for r in resolutions if r.place and not _is_away(text, 0, r.toponym.start)]
    country = _main_country(here, roster, actors)
    if not country and len(named) == 1:
        country = next(iter(named))
    at_hand = frozenset(p.country for p in places) | ({country} - {""})
    # Once the countries are known, names that several actors share can be told apart.
    actors = [m for m in roster.find(text, at_hand) if _is_meant(m, text, roster)]
    believed = at_hand_of(actors, roster) | named
    home = believed | at_hand
    entities = [
        Entity(t.start, t.end, "place", str(i), _is_area(r) or _names_area(r, gazetteer, home))
        for i, (t, r) in enumerate(zip(toponyms, resolutions, strict=True))
        if not _is_partial(r, text, believed)
    ]
    dates = find(text, reported)
    taken = [(e.start, e.end) for e in entities]
    taken += [(m.start, m.end) for m in actors] + [(d.start, d.end) for d in dates]
    areas = [e.start for e in entities if e.container]
    opened = [e.start for e in entities if text[e.start - 1 : e.start] == "("]
    for start, end in find_unlisted(text, taken, areas, roster.country_of, opened):
        name = resolve_name(
            text[start:end],
            gazetteer,
            [p for p in places if p.country in at_hand],
            countries=_hints(actors, roster),
            within=_area_after(entities, resolutions, text, end),
        )
        toponym = Toponym(start, end, text[start:end], frozenset())
        resolutions = (*resolutions, _near_only(replace(name, toponym=toponym), at_hand))
        entities.append(Entity(start, end, "place", str(len(resolutions) - 1)))
    known = list(entities)
    entities += [
        Entity(m.start, m.end, "actor", m.actor_id)
        for m in actors
        if not any(e.start < m.end and m.start < e.end for e in known)
    ]
    known = list(entities)
    entities += [
        Entity(start, end, "source", "")
        for start, end in roster.sources_in(text)
        if not any(e.start < end and start < e.end for e in known)
    ]
    entities.sort(key=lambda e: e.start)
    return Scan(
        tuple(entities),
        tuple(e.start for e in entities),
        resolutions,
        dates,
        find_durations(text),
        country,
        text,
    )


def _at_home(
    resolutions: Sequence[Resolution],
    actors: Sequence[ActorMention],
    roster: Roster,
    named: frozenset[str],
) -> tuple[Resolution, ...]:
    """Let the countries where the named actors fight decide between namesakes.

    What was resolved gives way only where the text does not name the country it lies in.
    """
    local = nearby = at_hand_of(actors, roster)
    nearby = nearby or frozenset(r.place.country for r in resolutions if r.place)
    # A small town in a land at peace is a namesake where a party to a war elsewhere is named.
    abroad = roster.theatres | named | nearby
    return tuple(
        replace(r, place=None, reason_code="not_found")
        if local and r.place and _is_small(r.place) and r.place.country not in abroad
        else r
        for r in (_nearest(r, nearby, named) for r in resolutions)
    )


def _is_small(place: Place) -> bool:
    return place.kind in {"town", "village", "quarter"} and place.population < _KNOWN_TOWN


def at_hand_of(actors: Sequence[ActorMention], roster: Roster) -> frozenset[str]:
    """Return the countries where the named actors fight; foreign powers fight anywhere."""
    local = [m.actor_id for m in actors if roster.actors[m.actor_id].kind != "foreign"]
    homes = [roster.fights_in(actor_id) for actor_id in local]
    return frozenset[str]().union(*(h for h in homes if len(h) <= 2))


def _area_after(
    entities: Sequence[Entity], resolutions: Sequence[Resolution], text: str, end: int
) -> Place | None:
    """Return the area that a name is said to lie in: "A, B Region", "A (B district)"."""
    for entity in entities:
        if entity.container and _BESIDE.fullmatch(text[end : max(end, entity.start)]):
            return resolutions[int(entity.ref)].place
    return None


def _hints(actors: Sequence[ActorMention], roster: Roster) -> dict[str, float]:
    """Return the countries where the named actors fight, with what that counts."""
    hints: dict[str, float] = {}
    for mention in actors:
        homes = roster.fights_in(mention.actor_id)
        if roster.actors[mention.actor_id].kind != "foreign" and len(homes) <= 2:
            for country in homes:
                hints[country] = max(hints.get(country, 0.0), _HINT / len(homes))
    return hints


def _is_partial(resolution: Resolution, text: str, believed: frozenset[str]) -> bool:
    """Return whether a name is only the known end of a longer one, far from what is at hand.

    "Tal Dahab" in a Syrian note is not Dahab in Egypt.
    """
    place = resolution.place
    if not believed or (place and place.country in believed):
        return False
    start = resolution.toponym.start
    before = _CAPITAL_BEFORE.search(text[max(0, start - 30) : start])
    return bool(before) and before.group(1).casefold() not in PLAIN if before else False


def _near_only(resolution: Resolution, at_hand: frozenset[str]) -> Resolution:
    """Believe a name that the gazetteer's own finder passed over only in a country at hand."""
    place = resolution.place
    if place is None or place.country in at_hand:
        return resolution
    return replace(resolution, place=None, reason_code="not_found")


def _nearest(resolution: Resolution, nearby: frozenset[str], named: frozenset[str]) -> Resolution:
    place = resolution.place
    if place and (place.kind == "country" or place.country in nearby | named):
        return resolution
    if resolution.reason_code == "not_found":
        return resolution  # what it may mean lies elsewhere than the text says
    near = [c for c in resolution.candidates if c.place.country in nearby]
    if not place and not near and nearby:
        # Its only namesakes lie in countries that nothing in the text points to.
        elsewhere = all(c.place.country not in named for c in resolution.candidates)
        return replace(resolution, reason_code="not_found") if elsewhere else resolution
    alike = [c for c in near if c.place.kind == near[0].place.kind]
    if alike and (place or len(alike) == 1):
        return replace(resolution, place=alike[0].place, reason_code="")
    return resolution


def _apart(toponyms: Sequence[Toponym], text: str) -> tuple[Toponym, ...]:
    """Leave out names that touch: "Buq Aqable" is one name that the gazetteer lacks, not two."""
    touching: set[int] = set()
    for i, (one, other) in enumerate(pairwise(toponyms)):
        if text[one.end : other.start] in {" ", "-"}:
            touching |= {i, i + 1}
    touching |= {
        i
        for i, t in enumerate(toponyms)
        if _GOES_ON.match(text, t.end)
        or _JOINED.search(text[max(0, t.start - 4) : t.start])
        or _is_begun(text, t.start)
    }
    return tuple(t for i, t in enumerate(toponyms) if i not in touching)


def _is_begun(text: str, start: int) -> bool:
    """Return whether a name is only the last part of a longer one."""
    begun = _NAME_BEFORE if _ARTICLE.match(text, start) else _BEGUN
    before = begun.search(text[max(0, start - 40) : start])
    return before is not None and before.group(1).casefold() not in PLAIN


def _is_meant(mention: ActorMention, text: str, roster: Roster) -> bool:
    """Return whether a name means an actor here: "anti-Houthi forces" are not the Houthis."""
    against = text[max(0, mention.start - 5) : mention.start].lower().endswith(("anti-", "anti "))
    return not against and not _is_place_word(mention, text, roster)


def _is_place_word(mention: ActorMention, text: str, roster: Roster) -> bool:
    """Return whether an actor's name is a country's here, or an area's after "in"."""
    if roster.country_of(mention.text) and mention.text[-1:] not in "ns":
        return True
    before = text[max(0, mention.start - 14) : mention.start].split()[-1:]
    single = " " not in mention.text and mention.text[-1:] in {"d", "a"}
    return (
        single
        and bool(before)
        and before[0].lower() in _IN
        and mention.text
        in {
            *("Jubaland", "Jubbaland", "Puntland", "Somaliland", "Artsakh"),
        }
    )


def _is_area(resolution: Resolution) -> bool:
    kinds = resolution.toponym.required_kinds
    if resolution.place:
        return resolution.place.kind in KINDS_OF_AREA
    return bool(kinds) and kinds <= KINDS_OF_AREA


def _names_area(resolution: Resolution, gazetteer: Gazetteer, at_hand: frozenset[str]) -> bool:
    """Return whether A of "an A town" is a province of the countries at hand, and no town there."""
    if resolution.place or not resolution.toponym.required_kinds:
        return False
    known = [p for p in gazetteer.lookup(resolution.toponym.text) if p.country in at_hand]
    return bool(known) and all(p.kind in KINDS_OF_AREA for p in known)


def _main_country(places: Sequence[Place], roster: Roster, actors: Sequence[ActorMention]) -> str:
    """Return the country that a text speaks of most.

    Ministers and envoys speak in capitals at peace: one town at war outweighs two of those.
    """
    weights: dict[str, float] = {}
    for place in places:
        if place.country and place.kind != "country":
            weight = 1.0 if place.country in roster.theatres else _AT_PEACE
            weights[place.country] = weights.get(place.country, 0.0) + weight
    if weights:
        return max(weights, key=lambda code: weights[code])
    count = Counter(p.country for p in places if p.country)
    if not count:
        homes = [roster.fights_in(m.actor_id) for m in actors]
        count = Counter(c for home in homes if len(home) == 1 for c in home)
    return count.most_common(1)[0][0] if count else ""
