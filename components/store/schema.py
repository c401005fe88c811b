"""The tables of a ledger."""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

SCHEMA_VERSION = 1

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("number", Integer, nullable=False),
)
# `removed` is the revision at which an article was taken out; what was read of it stays.
articles = Table(
    "articles",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("removed", Integer, nullable=True),
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
reviews = Table(
    "reviews",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("claim_id", String(64), nullable=False),
    Column("verdict", String(20), nullable=False),
    Column("replacement", Text, nullable=True),
    Column("reviewer", Text, nullable=False),
    Column("reviewed_at", String(40), nullable=False),
    Column("note", Text, nullable=False),
    Index("reviews_by_claim", "claim_id"),
)
