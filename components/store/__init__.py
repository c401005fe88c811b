"""What was read and reviewed, kept in a database: SQLite here, PostgreSQL for a team."""

from components.store.ledger import Ledger, text_digest
from components.store.opening import default_ledger_url

__all__ = ["Ledger", "default_ledger_url", "text_digest"]
