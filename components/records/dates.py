"""Days that are known only within bounds."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DateInterval:
    """The days something may have happened on, both ends included.

    Args:
        earliest: First possible day; None when nothing bounds it from below.
        latest: Last possible day; None when nothing bounds it from above.

    Raises:
        ValueError: `latest` lies before `earliest`.
    """

    earliest: date | None
    latest: date | None

    def __post_init__(self) -> None:
        """Refuse an interval that holds no day."""
        if self.earliest and self.latest and self.latest < self.earliest:
            msg = f"an interval cannot end ({self.latest}) before it starts ({self.earliest})"
            raise ValueError(msg)

    @classmethod
    def on(cls, day: date) -> "DateInterval":
        """Return the interval of one known day."""
        return cls(day, day)

    @property
    def is_exact(self) -> bool:
        """Whether the interval is a single day."""
        return self.earliest is not None and self.earliest == self.latest

    def intersect(self, other: "DateInterval") -> "DateInterval | None":
        """Return the days that lie in both, or None if there are none."""
        earliest = max((d for d in (self.earliest, other.earliest) if d), default=None)
        latest = min((d for d in (self.latest, other.latest) if d), default=None)
        if earliest and latest and latest < earliest:
            return None
        return DateInterval(earliest, latest)
