"""Who held what, when: claims folded into intervals per place. Pure."""

from components.control.copies import Copies, fingerprint
from components.control.fold import Folder, fold, is_used
from components.control.reports import is_own_voice
from components.control.shown import interval_on, number_on, possible_since, shown_from
from components.control.stretch import SIDE_CHANGED
from components.control.undated import is_undated, without_undated

__all__ = [
    "SIDE_CHANGED",
    "Copies",
    "Folder",
    "fingerprint",
    "fold",
    "interval_on",
    "is_own_voice",
    "is_undated",
    "is_used",
    "number_on",
    "possible_since",
    "shown_from",
    "without_undated",
]
