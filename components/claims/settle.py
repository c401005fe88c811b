"""Settles which place of the gazetteer a target is, "the town" and "it" included."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from components.claims.bearings import (
    ARRIVED,
    EDGE,
    EDGED,
    GARRISON,
    LEAD,
    LIES,
    LIVED_IN,
    SPEAKS_IN,
    is_on_the_side,
    is_on_the_way,
    is_spoken_from,
)
from components.claims.counted import number_of
from components.claims.datelines import dateline_end
from components.claims.divisions import division_before
from components.claims.mask import Entity
from components.claims.names import strange_before
from components.claims.pointing import (
    CAMPS,
    FIELDS,
    KINDS_CALLED,
    SETTLED,
    SINGULAR,
    fits,
    is_district,
    lies_towards,
    spellings,
)
from components.claims.scan import Scan
from components.claims.sentence import Sentence, Target, trim
from components.claims.settled import Settled
from components.places import Gazetteer, resolve_name
from components.records import ReasonCode, Span

_CAMP_KINDS = frozenset({"base", "airport"})
_INNER_NAME = re.compile(r"(?:\b(?:of|at|and)|,) (?:the )?(?:\w+['’]s )?((?:(?!\band\b)[^,])+)$")
_WIDE = frozenset({"province", "region", "country"})
_NARROW = frozenset(
    {"district", "quarter", "neighbourhood", "neighborhood", "village", "town", "suburb", "base"}
)
_SITES_OF_TOWNS = frozenset({"airport", "port", "crossing", "dam", "airbase"})
_GLOSS = re.compile(r"\s*[(\[](?:of )?(?:the (?:town|city|village) of )?")
_PROVINCIAL = frozenset({"provincial", "regional", "governorate", "state", "province"})
_PLURALS = frozenset(
    {"towns", "cities", "villages", "settlements", "localities", "communities", "areas", "places"}
)
# How many code points back "the towns" may point.
_NEAR = 700
# How far back "the town" may point, in sentences that named a place.
_MEMORY = 6
_LISTED = re.compile(
    r"\s*(?:\([^()]{0,60}\)\s*)?(?:,\s*and|,|and|as well as|along with)"
    r"\s+(?:the (?:town|city|village)s? of )?\Z"
)
_LAST_LINK = re.compile(r"\band\b|as well as|along with")
# How many names back "both towns" may point.
_NAMES_BACK = 40


class Settler:
    """Settles the targets of one article in the order of the text."""

    def __init__(
        self,
        text: str,
        scan: Scan,
        gazetteer: Gazetteer,
        seat: str = "",
        is_seat: Callable[[str], object] = lambda _: False,
    ) -> None:
        """Bind the article.

        Args:
            text: The article.
            scan: Its names and dates.
            gazetteer: Where names are looked up.
            seat: The name of the capital of the country at hand.
            is_seat: Whether a name is that of some country's seat of government.
        """
        self.seat = seat
        self.is_seat = is_seat
        self.text = text
        self.scan = scan
        self.gazetteer = gazetteer
        self._recent: list[Settled] = []
        self._claimed: set[str] = set()
        # The places of the last statement on several, and where it stood.
        self._told: tuple[int, tuple[Settled, ...]] | None = None
        # Where the sentence begins that last spoke of "the base" of which no name is known.
        self._unnamed_in = -1
        # Bases called by where they lie ("its camp at A"), and where the words stand.
        self._camps: list[tuple[int, int, Settled]] = []
        self._mentions = Counter(trim(r.toponym.text).casefold() for r in scan.resolutions)
        self._context = [r.place for r in scan.resolutions if r.place]

    def settle(self, target: Target, sentence: Sentence, sentence_start: int) -> Settled:
        """Return which place a target is."""
        if target.anaphor:
            if not target.feature and self._unnamed_in == sentence_start:
                # "overran the base, and the army regained it": not the town named before.
                return Settled(trim(self.text[target.start : target.end]), None, "unnamed")
            found = self._look_back(target, sentence, sentence_start)
            if found.reason == "unnamed" and target.feature in CAMPS:
                self._unnamed_in = sentence_start
            elif target.feature:
                # "stormed the camp at A and held the town before leaving it": the town.
                self._camps.clear()
            return found
        text = trim(self.text[target.start : target.end])
        if target.entity:
            return self._known(target, text)
        if target.reason == "unnamed":
            called = self._site_called(target, text) if target.feature in SINGULAR else None
            return called or Settled(text, None, "unnamed", target.feature)
        found = self._by_name(target, text)
        if target.feature in CAMPS:
            self._camps.append((target.start, target.end, found))
        return found

    def settle_all(
        self, target: Target, sentence: Sentence, sentence_start: int
    ) -> tuple[Settled, ...]:
        """Return the places a target is; several for "both towns" and "the two places"."""
        number = number_of(target)
        plural = target.anaphor and (target.feature in _PLURALS or target.token.lower_ == "them")
        if plural and not number and self._told and self._told[0] > sentence_start - _NEAR:
            return self._told[1]
        if target.anaphor and target.token.lower_ == "them":
            # Several are meant; the one place named last is not.
            return (Settled(target.token.text, None, "unnamed", target.feature),)
        if not number:
            return (self.settle(target, sentence, sentence_start),)
        feature = SINGULAR.get(target.feature, target.feature)
        for group in self._groups_before(target.start):
            if len(group) == number and all(fits(s, feature) for s in group):
                return group
        if self._told and len(self._told[1]) == number:
            return self._told[1]
        text = trim(self.text[target.start : target.end])
        return (Settled(text, None, "unnamed", target.feature),)

    def _groups_before(self, stop: int) -> list[tuple[Settled, ...]]:
        """Return the lists "A and B" before a point of the text, the last one first."""
        named = [e for e in self.scan.within(0, stop) if e.kind == "place" and not e.container]
        # "took A, south of the stronghold of B, and C": B and C are no pair.
        named = [e for e in named if not LIES.search(self.text[max(0, e.start - LEAD) : e.start])]
        groups: list[tuple[Settled, ...]] = []
        run: list[Entity] = []
        closed = False
        for entity in reversed(named[-_NAMES_BACK:]):
            between = self.text[entity.end : run[0].start] if run else ""
            joined = bool(run) and len(between) < 90 and bool(_LISTED.match(between))
            if joined:
                closed = closed or bool(_LAST_LINK.search(between))
                run.insert(0, entity)
                continue
            if closed:
                groups.append(self._settled(run))
            run, closed = [entity], False
        if closed:
            groups.append(self._settled(run))
        return groups

    def _settled(self, entities: Sequence[Entity]) -> tuple[Settled, ...]:
        found = []
        for e in entities:
            resolution = self.scan.place(e)
            name = trim(self.text[e.start : e.end])
            found.append(Settled(name, resolution.place, resolution.reason_code))
        return tuple(found)

    def _named(self, target: Target, entity: Entity) -> Settled:
        """Return the place of a name, as what a description of it means."""
        name = trim(self.text[entity.start : entity.end])
        return self._known(Target(target.token, entity.start, entity.end, entity), name)

    def _known(self, target: Target, text: str) -> Settled:
        assert target.entity is not None
        resolution = self.scan.place(target.entity)
        place = resolution.place
        # "the al-Tamim district" is not the province of that name.
        too_wide = place is not None and place.kind in _WIDE and target.feature in _NARROW
        if place and place.kind in SETTLED and target.feature in FIELDS:
            named = (f"{text} {word}" for word in ("air base", "airport", "base"))
            sites = (resolve_name(name, self.gazetteer, self._context).place for name in named)
            place = next((p for p in sites if p and p.kind in _CAMP_KINDS), None)
        if place and not too_wide:
            return Settled(text, place, "", target.feature)
        reason: ReasonCode = resolution.reason_code or "not_found"
        return Settled(text, None, reason, target.feature)

    def _by_name(self, target: Target, text: str) -> Settled:
        near = {p.country for p in self._context}
        for name in spellings(text, target.feature):
            resolution = resolve_name(name, self.gazetteer, self._context)
            if resolution.place and (not near or resolution.place.country in near):
                return Settled(text, resolution.place, "", target.feature)
        reason = resolution.reason_code or "not_found"
        site = self._site_called(target, text)
        return site or Settled(text, None, reason, target.feature)

    def _site_called(self, target: Target, text: str) -> Settled | None:
        """Return the base that "the camp at A" or "the headquarters of A" is, A being no town."""
        inner = _INNER_NAME.search(text)
        if SINGULAR.get(target.feature, target.feature) not in CAMPS or inner is None:
            return None
        resolution = resolve_name(inner.group(1), self.gazetteer, self._context)
        place = resolution.place
        near = {p.country for p in self._context}
        if place is None or place.kind not in _CAMP_KINDS or (near and place.country not in near):
            return None
        return Settled(inner.group(1), place, "", target.feature)

    def _look_back(  # noqa: C901, PLR0911, PLR0912 (each rule in turn)
        self, target: Target, sentence: Sentence, sentence_start: int
    ) -> Settled:
        """Return the last specific place named before; never the area that contains it."""
        glossed = self._glossed(target, sentence)
        if glossed:
            return glossed
        feature = target.feature or "it"
        division = division_before(self.text, self.scan, target.start, feature)
        if division is not None:
            return self._named(target, division)
        capital = self._capital(target) if feature == "capital" else None
        if capital:
            return capital
        if feature == "enclave" and lies_towards(target, sentence):
            # "the northwestern enclave" is a land, not the town named last.
            return Settled(trim(self.text[target.start : target.end]), None, "unnamed", feature)
        arrived: Entity | None = None
        lived_in: Entity | None = None
        start = dateline_end(
            self.text, Span("", sentence_start, max(sentence_start + 1, target.start))
        )
        for entity in reversed(self.scan.within(start, target.start)):
            wide = entity.container and feature != "centre"
            if entity.kind != "place" or wide or entity in sentence.masked.dropped:
                continue
            name = trim(self.text[entity.start : entity.end])
            if is_on_the_side(entity, sentence) or (
                self.is_seat(name) and is_spoken_from(entity, sentence)
            ):
                continue
            lead = self.text[max(0, entity.start - LEAD) : entity.start]
            # "reached the outskirts of A, but the town itself" is A.
            at_edge = feature in EDGED and EDGE.search(lead) is not None
            # "advanced towards B and took it" is B, "took A, north of B, and held it" is not.
            if not at_edge and (LIES.search(lead) or (feature != "it" and is_on_the_way(lead))):
                arrived = arrived or (entity if ARRIVED.search(lead) else None)
                if feature == "town" and SPEAKS_IN.search(lead):
                    return self._named(target, entity)
                lived_in = lived_in or (entity if LIVED_IN.search(lead) else None)
                continue
            camp = next((s for a, b, s in self._camps[-3:] if a <= entity.start < b), None)
            if camp is not None and feature == "it":
                # "quit its camp at A; B took it over": the camp, not the town.
                return camp
            known = self._known(Target(target.token, entity.start, entity.end, entity), name)
            lead = self.text[max(0, entity.start - LEAD) : entity.start]
            if GARRISON.search(lead) and not fits(known, feature):
                known = self._by_name(Target(target.token, entity.start, entity.end), name)
            if fits(known, feature):
                return known
        recent = list(reversed(self._recent))
        if (
            feature == "it"
            and recent
            and is_district(recent[0])
            and recent[0].text in self._claimed
        ):
            return recent[0]
        same = [s for s in recent if s.feature == feature]
        fitting = [s for s in (*same, *recent) if fits(s, feature)]
        if arrived is not None:
            reached = self._named(target, arrived)
            if fits(reached, feature) and not any(s.text in self._claimed for s in fitting[:1]):
                return reached
        if fitting:
            return self._topic(fitting)
        if lived_in is not None:
            # "Residents of A said rebels took the town", where no other was spoken of.
            known = self._named(target, lived_in)
            if fits(known, feature):
                return known
        if feature in _SITES_OF_TOWNS:
            found = self._site_of_town(feature)
            if found:
                return found
        strange = strange_before(target, sentence) if feature in KINDS_CALLED else ""
        if strange:
            return Settled(strange, None, "not_found", feature)
        text = trim(self.text[target.start : target.end])
        return Settled(text, None, "unnamed", feature)

    def _glossed(self, target: Target, sentence: Sentence) -> Settled | None:
        """Return A of "the town (of A)", which an editor puts into a quotation."""
        for entity in sentence.masked.dropped:
            between = self.text[target.end : entity.start] if entity.start >= target.end else "-"
            if entity.kind == "place" and _GLOSS.fullmatch(between):
                return self._named(target, entity)
        return None

    def _capital(self, target: Target) -> Settled | None:
        """Return what "the capital" is; "the provincial capital" is that of the province named."""
        words = {c.lower_ for c in target.token.children if c.dep_ in {"amod", "compound", "poss"}}
        text = trim(self.text[target.start : target.end])
        if words & _PROVINCIAL:
            named = [
                r.place
                for r in self.scan.resolutions
                if r.place and r.place.kind in _WIDE and r.toponym.start < target.start
            ]
            names = [p.name for p in named if p.kind != "country"][-1:]
            around = [s.place.admin1 for s in reversed(self._recent) if s.place]
            names = names or [name for name in around[:1] if name]
        else:
            names = [self.seat] if self.seat and not words else []
        for name in names:
            place = resolve_name(name, self.gazetteer, self._context).place
            if place and place.kind in {"city", "town"} and place.country == self.scan.country:
                return Settled(text, place, "", "capital")
        return None

    def _topic(self, fitting: Sequence[Settled]) -> Settled:
        """Return the last place, or the one the text is about where that is only named once.

        "Fighting in A went on; A's mayor fled. Officials in B said. The town fell."
        """
        last = fitting[0]
        if last.text in self._claimed:
            return last
        for settled in fitting[1:]:
            claimed = settled.text in self._claimed
            if claimed and self._count(settled.text) > self._count(last.text):
                return settled
        return last

    def _count(self, name: str) -> int:
        return self._mentions.get(name.casefold(), 0)

    def _site_of_town(self, feature: str) -> Settled | None:
        """Return "the airport" of the town that the text speaks of."""
        for settled in reversed(self._recent):
            if settled.place and settled.place.kind in SETTLED:
                name = f"{settled.place.name} {feature}"
                resolution = resolve_name(name, self.gazetteer, self._context)
                if resolution.place and resolution.place.country == settled.place.country:
                    return Settled(feature, resolution.place, "", feature)
                return None
        return None

    def remember(self, settled: Settled) -> None:
        """Remember a place as soon as it is settled, for "the town" later in the sentence."""
        if settled.reason != "unnamed":
            self._recent.append(settled)

    def told_together(self, start: int, places: tuple[Settled, ...]) -> None:
        """Remember the places of one statement, for "the towns" and "them" soon after."""
        named = tuple(dict.fromkeys(s for s in places if s.reason != "unnamed"))
        if len(named) > 1:
            self._told = (start, named)

    def note(self, start: int, end: int, told: Sequence[Settled]) -> None:
        """Remember the places of a sentence: those it names, last those it makes claims on.

        What it names on the way ("near B", "towards B") stands behind what it speaks of.
        """
        beyond: list[Settled] = []
        aside: list[Settled] = []
        plain: list[Settled] = []
        for entity in self.scan.within(dateline_end(self.text, Span("", start, end)), end):
            if entity.kind == "place" and not entity.container:
                resolution = self.scan.place(entity)
                lead = self.text[max(start, entity.start - LEAD) : entity.start]
                named = beyond if LIES.search(lead) else aside if is_on_the_way(lead) else plain
                named.append(
                    Settled(trim(resolution.toponym.text), resolution.place, resolution.reason_code)
                )
        # "It lies north of B" says nothing of B: what was spoken of before stands nearer.
        told_of = (s for s in told if s.reason != "unnamed")
        self._recent = [*beyond, *self._recent, *aside, *plain, *told_of]
        self._claimed |= {s.text for s in told}
        del self._recent[:-_MEMORY]
