"""The tables of a ledger."""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

SCHEMA_VERSION = 2

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("number", Integer, nullable=False),
)
# `removed` is the revision at which an article was taken out; what was read of it stays.
# `changed` is the revision at which anything shown of it last changed.
articles = Table(
    "articles",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("removed", Integer, nullable=True),
    Column("changed", Integer, nullable=False, server_default="0", index=True),
    Column("fingerprint", Text, nullable=True),
)
claims = Table(
    "claims",
    metadata,
    Column("article", ForeignKey("articles.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", String(64), nullable=False, index=True),
    Column("place_id", Text, nullable=True, index=True),
    Column("body", Text, nullable=False),
)
mentions = Table(
    "mentions",
    metadata,
    Column("article", ForeignKey("articles.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("toponym", Text, nullable=False),
    Column("place_id", Text, nullable=True),
)
places = Table(
    "places", metadata, Column("id", Text, primary_key=True), Column("body", Text, nullable=False)
)
actors = Table(
    "actors", metadata, Column("id", Text, primary_key=True), Column("body", Text, nullable=False)
)
# A collection that was removed keeps its articles; `removed` is the revision, as above.
collections = Table(
    "collections",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("name", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("demonstration", Integer, nullable=False),
    Column("removed", Integer, nullable=True),
)
shelves = Table(
    "shelves",
    metadata,
    Column("article", ForeignKey("articles.number"), primary_key=True),
    Column("collection", ForeignKey("collections.id"), primary_key=True),
)
# Every change, in the order made; nothing is ever deleted from it. `status` is live, undone or
# set aside; `revision` is the ledger's when that last changed.
log = Table(
    "log",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("batch", String(40), nullable=False, index=True),
    Column("kind", String(40), nullable=False),
    Column("subject", Text, nullable=False),
    Column("article", Text, nullable=False),
    Column("before", Text, nullable=True),
    Column("after", Text, nullable=True),
    Column("by", Text, nullable=False),
    Column("at", String(40), nullable=False),
    Column("note", Text, nullable=False),
    Column("status", String(20), nullable=False),
    Column("revision", Integer, nullable=False),
    Index("log_by_subject", "subject"),
)
