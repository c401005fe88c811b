"""Verified answers made into claims; place, parties and days are resolved here."""

from components.actors import Roster
from components.dates import event_interval, find
from components.places import Gazetteer, resolve_name
from components.records import (
    Actor,
    Attribution,
    Claim,
    DateInterval,
    Party,
    Place,
    Reading,
    ReasonCode,
    Span,
    claim_digest,
)
from components.secondreader.answers import Verified

_REASONS: dict[ReasonCode, str] = {
    "unconfirmed": "Only the second reader says so, and nobody has accepted it yet.",
    "not_found": "No gazetteer at hand knows the name.",
    "container": "The text names the wider area, not the place in it.",
    "denied": "The text says that it did not happen.",
    "planned": "It is planned, not done.",
    "hypothetical": "The text tells it as possible, not as done.",
    "attempted": "It was tried; the text does not say that it succeeded.",
}
_STANCES: dict[str, ReasonCode] = {
    "denied": "denied",
    "planned": "planned",
    "hypothetical": "hypothetical",
    "attempted": "attempted",
}


class ClaimMaker:
    """Makes the claims of one article from what the second reader answered."""

    def __init__(self, reading: Reading, gazetteer: Gazetteer, roster: Roster, reader: str) -> None:
        """Bind the article as the rules read it, and the lookups."""
        self.reading = reading
        self.article = reading.article
        self.gazetteer = gazetteer
        self.roster = roster
        self.reader = reader
        self.places = {place.id: place for place in reading.places}
        self.actors = {actor.id: actor for actor in reading.actors}
        self._dates = find(self.article.text, self.article.reported)

    def claim(self, verified: Verified) -> Claim:
        """Return the claim; it does not count, whatever it says."""
        span = self.article.sentences[verified.number]
        place = self._place(span.start + verified.place[0], span.start + verified.place[1])
        event = self._event(verified, span)
        parties = tuple(
            Party(self._actor(words, place, event).id, role, words)
            for role, at in verified.parties
            for words in (self._words(span, at),)
        )
        code = _code(verified, place)
        toponym = self._words(span, verified.place)
        place_id = place.id if place else None
        return Claim(
            id=claim_digest(span, verified.kind, verified.stance, parties, toponym, place_id),
            kind=verified.kind,
            stance=verified.stance,
            parties=parties,
            place_id=place_id,
            toponym=toponym,
            event=event,
            reported=self.article.reported,
            attribution=Attribution(self.article.publisher or "The article", "press"),
            evidence=span,
            counted=False,
            reason_code=code,
            reason=_REASONS[code],
            extractor=self.reader,
        )

    def _words(self, span: Span, at: tuple[int, int]) -> str:
        return " ".join(self.article.text[span.start + at[0] : span.start + at[1]].split())

    def _place(self, start: int, end: int) -> Place | None:
        """Return the place that the rules found under these words, else look the name up."""
        for mention in self.reading.mentions:
            if mention.span.start < end and start < mention.span.end and mention.place_id:
                same = mention.span.start <= start and end <= mention.span.end
                return self.places[mention.place_id] if same else None
        name = self.article.text[start:end]
        named = resolve_name(name, self.gazetteer, tuple(self.places.values()))
        if named.place:
            self.places[named.place.id] = named.place
        return named.place

    def _actor(self, words: str, place: Place | None, event: DateInterval) -> Actor:
        country = place.country if place else ""
        at_hand = frozenset({country} - {""})
        named = self.roster.find(words, at_hand)
        if named:
            actor = self.roster.actors[named[0].actor_id]
        else:
            plain = words.casefold().removeprefix("the ").split()
            group = self.roster.words.group_of(plain)
            day = event.latest
            actor = self.roster.generic(group, country, day) if group else self.roster.named(words)
        self.actors[actor.id] = actor
        return actor

    def _event(self, verified: Verified, span: Span) -> DateInterval:
        """Return the days that the words for the date name, read as the rules read them."""
        expression = None
        if verified.date:
            start, end = (span.start + at for at in verified.date)
            expression = next((d for d in self._dates if d.start < end and start < d.end), None)
        return event_interval(expression, self.article.reported, is_news=True)


def _code(verified: Verified, place: Place | None) -> ReasonCode:
    if verified.stance in _STANCES:
        return _STANCES[verified.stance]
    if place is None:
        return "not_found"
    return "container" if place.kind == "country" else "unconfirmed"
