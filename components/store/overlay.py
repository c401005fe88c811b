"""What people said, laid over what was read: verdicts, places they decided, claims they added."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from components.records import Claim, Mention, Review
from components.store.log import Entry

_WITHOUT_PLACE = frozenset({"not_found", "ambiguous"})


_NO_PLACE = "says that this name means no place on the map."


def is_said_to_be_none(claim: Claim) -> bool:
    """Return whether a person said that the claim's name means no place on the map."""
    return claim.place_id is None and claim.reason.endswith(_NO_PLACE)


@dataclass
class Said:
    """What people said of the claims of one article, in the order in which they said it.

    Args:
        reviews: The verdict in force on a claim, by its id.
        revisions: At which revision a claim was last changed by anybody, by its id.
        added: Claims added by hand, by their id.
        places: Place decided for a name, by the name as `plain` has it; None for none.
        deciders: Who decided it.
    """

    reviews: dict[str, Review] = field(default_factory=dict)
    revisions: dict[str, int] = field(default_factory=dict)
    added: dict[str, Claim] = field(default_factory=dict)
    places: dict[str, str | None] = field(default_factory=dict)
    deciders: dict[str, str] = field(default_factory=dict)

    def hear(self, entry: Entry) -> None:
        """Take in one entry of the log, later ones going before earlier ones."""
        if entry.kind.startswith("claim"):
            latest = max(self.revisions.get(entry.subject, 0), entry.revision)
            self.revisions[entry.subject] = latest
        if entry.status != "live":
            return
        review = entry.review
        if entry.kind == "place decided":
            self.places[plain(entry.subject)] = entry.after_body
            self.deciders[plain(entry.subject)] = entry.by
        elif entry.kind == "claim added" and entry.after:
            self.added[entry.subject] = entry.after
        elif review and review.verdict == "as read":
            self.reviews.pop(entry.subject, None)
        elif review:
            self.reviews[entry.subject] = review


def said_by_article(told: Iterable[Entry]) -> defaultdict[str, Said]:
    """Return what people said, by the article it is about.

    What was decided for a name everywhere is said of every article, also of one that nobody
    else spoke of; of decisions about one name the last goes before the others.
    """
    by_article: dict[str, list[Entry]] = {"": []}
    for entry in told:
        by_article.setdefault(entry.article, []).append(entry)
    everywhere = by_article.pop("")
    said: defaultdict[str, Said] = defaultdict(lambda: _heard(everywhere))
    for article, entries in by_article.items():
        said[article] = _heard(sorted((*everywhere, *entries), key=lambda e: e.number))
    return said


def _heard(entries: Iterable[Entry]) -> Said:
    said = Said()
    for entry in entries:
        said.hear(entry)
    return said


def plain(toponym: str) -> str:
    """Return what two ways to write one name in an article have in common."""
    return " ".join(toponym.replace("- ", "-").split()).casefold()


def claims_with(
    claims: Iterable[Claim], said: Said
) -> tuple[tuple[Claim, ...], Mapping[str, Claim]]:
    """Return claims as people left them, and what was read of those that they corrected."""
    read = [_placed(c, said) for c in claims]
    there = {c.id for c in read}
    read += [c for i, c in said.added.items() if i not in there]
    done = tuple(_reviewed(c, said.reviews.get(c.id)) for c in read)
    changed = {
        now.id: was
        for now, was in zip(done, read, strict=True)
        if now is not was and said.reviews[now.id].verdict == "corrected"
    }
    return done, changed


def mentions_with(mentions: Iterable[Mention], said: Said) -> tuple[Mention, ...]:
    """Return mentions with the places that people decided."""
    if not said.places:
        return tuple(mentions)
    return tuple(
        replace(m, place_id=said.places[plain(m.toponym)]) if plain(m.toponym) in said.places else m
        for m in mentions
    )


def _placed(claim: Claim, said: Said) -> Claim:
    """Return a claim on the place that a person decided for its name in this article."""
    name = plain(claim.toponym)
    if name not in said.places:
        return claim
    place_id = said.places[name]
    if place_id is None:
        who = said.deciders[name] or "A reader"
        return replace(
            claim,
            place_id=None,
            counted=False,
            reason_code="not_found",
            reason=f"{who} {_NO_PLACE}",
        )
    if claim.reason_code in _WITHOUT_PLACE and claim.stance == "asserted":
        return replace(claim, place_id=place_id, counted=True, reason_code="", reason="")
    return replace(claim, place_id=place_id)


def _reviewed(claim: Claim, review: Review | None) -> Claim:
    """Return a claim as a person's verdict leaves it, under the id it was read with."""
    if review is None:
        return claim
    if review.verdict != "rejected":
        return replace(review.replacement, id=claim.id) if review.replacement else claim
    note = f": {review.note}" if review.note else ""
    return replace(
        claim,
        counted=False,
        reason_code="rejected",
        reason=f"Rejected by {review.reviewer or 'a reader'}{note}",
    )
