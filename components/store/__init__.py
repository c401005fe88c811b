"""What was read and reviewed, kept in a database: SQLite here, PostgreSQL for a team."""

from components.store.adding import text_digest
from components.store.kept import Kept
from components.store.ledger import Ledger
from components.store.log import Act, EditConflictError, Entry, EntryKind
from components.store.opening import default_ledger_url
from components.store.overlay import is_said_to_be_none
from components.store.overlay import plain as plain_toponym
from components.store.shelves import OWN, Collection, usual_collections

__all__ = [
    "OWN",
    "Act",
    "Collection",
    "EditConflictError",
    "Entry",
    "EntryKind",
    "Kept",
    "Ledger",
    "default_ledger_url",
    "is_said_to_be_none",
    "plain_toponym",
    "text_digest",
    "usual_collections",
]
