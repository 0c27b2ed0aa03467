"""The first schema: revisions that are only added to, facts derived from them, search, signals."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_WORDS = ("known", "by", "at", "reason")
_FACTS = ("what", "object", "actors", "partners", "themes", "sources")
_SPANS = ("date", "term", "every", "until", "scope", "role")


def upgrade() -> None:
    """Make all tables."""
    op.create_table("ident", _key("nid", sa.Integer()), sa.Column("id", sa.String(), nullable=False))
    op.create_index("ident_id", "ident", ["id"], unique=True)
    op.create_table("bundle", _key("bid", sa.Integer()), sa.Column("members", sa.String(), nullable=False, unique=True))
    op.create_table("member", _key("bid", sa.Integer()), _key("nid", sa.Integer()), sqlite_with_rowid=False)
    op.create_index("member_nid", "member", ["nid"])
    op.create_table(
        "revision",
        _key("rev", sa.BigInteger().with_variant(sa.Integer(), "sqlite")),
        *_numbers("rid", "number"),
        *(sa.Column(name, sa.SmallInteger(), nullable=False) for name in ("kind", "status")),
        *(sa.Column(name, sa.String(), nullable=False) for name in _WORDS),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_table(
        "fact",
        _key("rev", sa.BigInteger().with_variant(sa.Integer(), "sqlite")),
        *_numbers("rid"),
        *(sa.Column(name, sa.SmallInteger(), nullable=False) for name in ("kind", "status")),
        *_numbers("known_from", "known_until"),
        *(sa.Column(name, sa.Integer()) for name in _FACTS),
        *_numbers("lower", "upper"),
        *(sa.Column(name, sa.String()) for name in _SPANS),
    )
    op.create_index("fact_rid", "fact", ["rid"])
    op.create_index("fact_object", "fact", ["object", "kind"])
    some = sa.text("partners IS NOT NULL")
    op.create_index("fact_partners", "fact", ["partners"], sqlite_where=some, postgresql_where=some)
    op.create_index("fact_actors", "fact", ["actors", "kind"])
    deed = ("actor", "verb", "upper", "known_from", "known_until")
    op.create_table(
        "deed",
        *(_key(name, sa.Integer()) for name in deed),
        _key("rev", sa.BigInteger().with_variant(sa.Integer(), "sqlite")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "signal",
        *(sa.Column(name, sa.String(), primary_key=True) for name in ("source", "place", "what")),
        *_numbers("count"),
    )
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRES:
        op.execute(sa.text(statement))


def _key(name: str, type_: sa.types.TypeEngine[int]) -> sa.Column[int]:
    return sa.Column(name, type_, primary_key=True, autoincrement=False)


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


_SQLITE = (
    """CREATE VIRTUAL TABLE search USING fts5(
        words, content='', columnsize=0, detail=none, tokenize="ascii tokenchars '@=_-.'")""",
    """INSERT INTO search(search, rank) VALUES ('hashsize', 16777216)""",
    """CREATE TRIGGER revision_kept BEFORE UPDATE ON revision
        BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END""",
    """CREATE TRIGGER revision_never_removed BEFORE DELETE ON revision
        BEGIN SELECT RAISE(ABORT, 'a revision is never removed'); END""",
)

_POSTGRES = (
    "CREATE TABLE search (rev bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX search_words ON search USING gin (words)",
    """CREATE FUNCTION revision_kept() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'a revision is never changed or removed'; END $$""",
    """CREATE TRIGGER revision_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON revision
        FOR EACH STATEMENT EXECUTE FUNCTION revision_kept()""",
)
