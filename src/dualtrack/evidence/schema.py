"""The tables of the evidence base.

``revision`` is the truth: one row a revision, only ever added to (the database refuses change and removal). All else
is derived from it and can be rebuilt: ``fact`` has one slim row a revision, with the interval of ``known`` days in
which it is the one to be seen, so that no question needs to search for the latest; ``deed`` one row for each actor
of each action, in the order in which deeds are counted. Ids are interned as integers (``ident``), lists of ids as
bundles (``bundle``, ``member``), days are proleptic ordinals (1 is 0001-01-01).
"""

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, SmallInteger, String, Table, Text, text

FOREVER = 9_999_999
"""The day after all days: an interval that ends here has no end."""

NEVER = 0
"""The day before all days: a date with no beginning begins here."""

metadata = MetaData()
_LONG = BigInteger().with_variant(Integer, "sqlite")

ident = Table(
    "ident",
    metadata,
    Column("nid", Integer, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False),
    Index("ident_id", "id", unique=True),
)

bundle = Table(
    "bundle",
    metadata,
    Column("bid", Integer, primary_key=True, autoincrement=False),
    Column("members", String, nullable=False, unique=True),
)

member = Table(
    "member",
    metadata,
    Column("bid", Integer, primary_key=True),
    Column("nid", Integer, primary_key=True),
    Index("member_nid", "nid"),
    sqlite_with_rowid=False,
)

revision = Table(
    "revision",
    metadata,
    Column("rev", _LONG, primary_key=True, autoincrement=False),
    Column("rid", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", SmallInteger, nullable=False),
    Column("status", SmallInteger, nullable=False),
    Column("known", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("body", Text, nullable=False),
)

fact = Table(
    "fact",
    metadata,
    Column("rev", _LONG, primary_key=True, autoincrement=False),
    Column("rid", Integer, nullable=False),
    Column("kind", SmallInteger, nullable=False),
    Column("status", SmallInteger, nullable=False),
    Column("known_from", Integer, nullable=False),
    Column("known_until", Integer, nullable=False),
    Column("what", Integer),  # verb, type, indicator, actor kind
    Column("object", Integer),  # object, subject, country
    Column("actors", Integer),  # bundle: actors, owners and parties, publisher
    Column("partners", Integer),  # bundle: partners, counterpart
    Column("themes", Integer),  # bundle: themes and technologies
    Column("sources", Integer),  # bundle: cited sources
    Column("lower", Integer, nullable=False),
    Column("upper", Integer, nullable=False),
    Column("date", String),
    Column("term", String),
    Column("every", String),
    Column("until", String),
    Column("scope", String),  # JSON of the text by language
    Column("role", String),
    Index("fact_rid", "rid"),
    Index("fact_object", "object", "kind"),
    Index(
        "fact_partners",
        "partners",
        sqlite_where=text("partners IS NOT NULL"),
        postgresql_where=text("partners IS NOT NULL"),
    ),
    Index("fact_actors", "actors", "kind"),
)

deed = Table(
    "deed",
    metadata,
    Column("actor", Integer, primary_key=True),
    Column("verb", Integer, primary_key=True),
    Column("upper", Integer, primary_key=True),
    Column("known_from", Integer, primary_key=True),
    Column("known_until", Integer, primary_key=True),
    Column("rev", _LONG, primary_key=True),
    sqlite_with_rowid=False,
)

signal = Table(
    "signal",
    metadata,
    Column("source", String, primary_key=True),
    Column("place", String, primary_key=True),
    Column("what", String, primary_key=True),
    Column("count", Integer, nullable=False),
)
