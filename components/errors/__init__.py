"""Errors that a reader can act on. Their text is shown as written: what was given, what was
expected, what to do next.
"""


class ReaderError(Exception):
    """Something a person gave that cannot be used; the message says what to do."""


class UnreadableArticleError(ReaderError):
    """A file or text that holds no article."""


class BadRecordError(ReaderError):
    """A line of a JSON Lines file that cannot be used."""


class BadChoiceError(ReaderError):
    """A setting or an argument outside what is possible."""


class LedgerError(ReaderError):
    """A ledger that cannot be opened, read or written."""
