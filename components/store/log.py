"""The log: every change to a ledger, who made it, when and why. Nothing is deleted from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, get_args

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.engine import Row

from components.errors import LedgerError
from components.records import Claim, Review
from components.store import rows, schema

EntryKind = Literal[
    "article added",
    "article removed",
    "article put back",
    "article read again",
    "claim accepted",
    "claim rejected",
    "claim corrected",
    "claim as read",
    "claim added",
    "place decided",
    "collection made",
    "collection removed",
    "collection put back",
    "undone",
    "redone",
]
Status = Literal["live", "undone", "set aside"]

KIND_OF_VERDICT: dict[str, EntryKind] = {
    "accepted": "claim accepted",
    "rejected": "claim rejected",
    "corrected": "claim corrected",
    "as read": "claim as read",
}
_VERDICT_OF_KIND: dict[str, Any] = {kind: verdict for verdict, kind in KIND_OF_VERDICT.items()}
_TABLE = schema.log


@dataclass(frozen=True, slots=True)
class Entry:
    """One change.

    Args:
        number: Its place in the log.
        kind: What was done.
        subject: What it was done to: the id of a claim, article or collection; for a decided
            place the toponym; for undone and redone the numbers of the entries.
        article: Id of the article concerned, "" for none.
        by: Who did it, "" where nobody gave a name.
        at: When.
        note: Why, in that person's words.
        batch: Entries with one batch are undone together.
        status: live; undone; or set aside, because somebody else had changed the claim.
        revision: The ledger's revision when the status last changed.
        before_body: What was there before, as kept; None where nothing was.
        after_body: What is there since, as kept; None where nothing is.
    """

    number: int
    kind: EntryKind
    subject: str
    article: str
    by: str
    at: datetime
    note: str
    batch: str
    status: Status
    revision: int
    before_body: str | None = None
    after_body: str | None = None

    @property
    def before(self) -> Claim | None:
        """The claim as it was before, None where the entry is about no claim."""
        return self._claim(self.before_body)

    @property
    def after(self) -> Claim | None:
        """The claim as a person corrected or added it, None for other entries."""
        return self._claim(self.after_body)

    def _claim(self, body: str | None) -> Claim | None:
        return rows.claim_of(body) if body and self.kind.startswith("claim") else None

    @property
    def review(self) -> Review | None:
        """The verdict that the entry records, None for other entries."""
        verdict = _VERDICT_OF_KIND.get(self.kind)
        if verdict is None:
            return None
        return Review(self.subject, verdict, self.after, self.by, self.at, self.note, self.revision)


class EditConflictError(LedgerError):
    """Somebody changed a claim while it was being edited; nothing of theirs was overwritten.

    Args:
        theirs: What was done to the claim in the meantime.
        yours: The edit that was refused; it is kept, set aside.
    """

    def __init__(self, theirs: Entry, yours: Entry) -> None:
        who = theirs.by or "Someone"
        super().__init__(
            f"{who} changed this claim while you were editing. Nothing was overwritten; "
            "yours is kept below. Choose one."
        )
        self.theirs = theirs
        self.yours = yours


@dataclass(frozen=True, slots=True)
class Act:
    """Who changes a ledger, when and why.

    Args:
        by: Who, "" where nobody gave a name.
        at: When; None for now.
        note: Why.
        batch: Changes with one batch are undone together; "" stands alone.
    """

    by: str = ""
    at: datetime | None = None
    note: str = ""
    batch: str = ""


UNSIGNED = Act()


@dataclass(frozen=True, slots=True)
class Details:
    """What an entry is about, beside its subject; see `Entry`."""

    article: str = ""
    before: str | None = None
    after: str | None = None


PLAIN = Details()


def write(
    connection: Connection,
    act: Act,
    kind: EntryKind,
    subject: str,
    details: Details = PLAIN,
    *,
    status: Status = "live",
    revision: int = 0,
) -> Entry:
    """Add an entry to the log."""
    at = act.at or datetime.now(UTC)
    article, before, after = details.article, details.before, details.after
    values = {
        "batch": act.batch,
        "kind": kind,
        "subject": subject,
        "article": article,
        "before": before,
        "after": after,
        "by": act.by,
        "at": at.isoformat(),
        "note": act.note,
        "status": status,
        "revision": revision,
    }
    made = connection.execute(insert(_TABLE).values(**values)).inserted_primary_key
    assert made
    number = int(made[0])
    batch = act.batch or f"entry {number}"
    if not act.batch:
        connection.execute(update(_TABLE).where(_TABLE.c.number == number).values(batch=batch))
    return Entry(
        *(number, kind, subject, article, act.by, at, act.note, batch, status, revision),
        *(before, after),
    )


def entries(connection: Connection, *conditions: Any) -> tuple[Entry, ...]:
    """Return the entries for which all conditions hold, in the order made."""
    found = connection.execute(select(_TABLE).where(*conditions).order_by(_TABLE.c.number))
    return tuple(entry_of(row) for row in found)


def entry_of(row: Row[Any]) -> Entry:
    """Return the entry of a row."""
    assert row.kind in get_args(EntryKind), row.kind
    return Entry(
        *(row.number, row.kind, row.subject, row.article, row.by),
        *(datetime.fromisoformat(row.at), row.note, row.batch, row.status, row.revision),
        *(row.before, row.after),
    )


def about_claims(connection: Connection, articles: Iterable[str] | None = None) -> list[Entry]:
    """Return what people said of claims and decided about places, set aside or not.

    Args:
        connection: The ledger.
        articles: Only of these articles, and what holds for all; None stands for all.
    """
    kinds = [*_VERDICT_OF_KIND, "claim added", "place decided"]
    conditions = [_TABLE.c.kind.in_(kinds), _TABLE.c.status != "set aside"]
    if articles is not None:
        # What was decided for a name everywhere belongs to no article.
        conditions.append(_TABLE.c.article.in_([*articles, ""]))
    return list(entries(connection, *conditions))


def claim_revision(connection: Connection, claim_id: str) -> int:
    """Return the revision at which people last changed a claim, 0 for never."""
    found = connection.scalar(
        select(func.max(_TABLE.c.revision)).where(
            _TABLE.c.subject == claim_id,
            _TABLE.c.kind.like("claim %"),
            _TABLE.c.status != "set aside",
        )
    )
    return int(found or 0)


def last_on_claim(connection: Connection, claim_id: str) -> Entry:
    """Return the entry that last changed a claim; there must be one."""
    found = entries(
        connection,
        _TABLE.c.subject == claim_id,
        _TABLE.c.kind.like("claim %"),
        _TABLE.c.status != "set aside",
    )
    return max(found, key=lambda e: (e.revision, e.number))
