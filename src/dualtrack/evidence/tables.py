"""Tables for analysis: columns of plain values, and the same as Arrow for pandas, Polars and DuckDB.

Every table has ``id`` (of the record), ``status`` and ``known`` (EDTF) first. Periods come as EDTF text with their
first and last day as dates (null where open), amounts as decimals with their currency, lists of ids as lists.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from dualtrack.errors import BadInputError, MissingExtraError
from dualtrack.evidence.base import EvidenceBase
from dualtrack.evidence.projection import sources
from dualtrack.evidence.revision import STATUSES, Revision
from dualtrack.model import Action, Actor, Initiative, Money, Observation, Period, Quantity, Share, SourceRecord, Text

Row = dict[str, Any]


class _Table(NamedTuple):
    kind: str | None
    rows: Callable[[Any], Iterable[Row]]
    types: Mapping[str, str]
    """Column -> ``text``, ``day``, ``number``, ``count``, ``flag`` or ``list``."""


def columns(base: EvidenceBase, name: str, known: Period | None = None) -> dict[str, list[Any]]:
    """A table as lists by column, of what is held at ``known`` (any status).

    Raises:
        BadInputError: There is no such table.
    """
    table_ = _named(name)
    head = ("id", "status", "known")
    found: dict[str, list[Any]] = {column: [] for column in (*head, *table_.types)}
    for revision in base.records(table_.kind, known=known, status=STATUSES):
        for row in table_.rows(revision if table_.kind is None else revision.record):
            for column, value in zip(head, (revision.id, revision.status, revision.known.edtf), strict=True):
                found[column].append(value)
            for column in table_.types:
                found[column].append(row.get(column))
    return found


def table(base: EvidenceBase, name: str, known: Period | None = None) -> Any:
    """A table as a ``pyarrow.Table``.

    Raises:
        BadInputError: There is no such table.
        MissingExtraError: pyarrow is not installed.
    """
    types = {"id": "text", "status": "text", "known": "text", **_named(name).types}
    try:
        import pyarrow as pa
    except ImportError:
        raise MissingExtraError("tables", "Tables in Arrow") from None
    arrow = {
        "text": pa.string(),
        "day": pa.date32(),
        "number": pa.decimal128(38, 6),
        "count": pa.int32(),
        "flag": pa.bool_(),
        "list": pa.list_(pa.string()),
    }
    schema = pa.schema([(column, arrow[type_]) for column, type_ in types.items()])
    return pa.table(columns(base, name, known), schema=schema)


def _named(name: str) -> _Table:
    if name not in TABLES:
        raise BadInputError(f"There is no table '{name}'", mend=f"Use one of {', '.join(TABLES)}.")
    return TABLES[name]


def _words(name: str, text: Text | None) -> Row:
    return {f"{name}_{code}": text.get(code) if text else None for code in ("ja", "en")}


def _days(name: str, period: Period | None) -> Row:
    return {
        name: period.edtf if period else None,
        f"{name}_first": period.lower if period else None,
        f"{name}_last": period.upper if period else None,
    }


def _record(revision: Revision) -> list[Row]:
    return [{"kind": revision.kind, "by": revision.by, "revision": revision.number, "body": revision.body}]


def _actor(record: Actor) -> list[Row]:
    row = {"kind": record.kind, "country": record.country, "parent": record.parent, "sources": list(sources(record))}
    return [{**row, **_words("name", record.names), "ror": record.ror or None, "wikidata": record.wikidata or None}]


def _initiative(record: Initiative) -> list[Row]:
    lists = {"owners": record.owners, "parties": record.parties, "themes": record.themes}
    row = {"type": record.type, "parent": record.parent, "url": record.url or None, **_words("name", record.names)}
    more = {"technologies": list(record.technologies), "sources": list(sources(record))}
    return [{**row, **{name: list(ids) for name, ids in lists.items()}, **more}]


def _action(record: Action) -> list[Row]:
    return [
        {
            "verb": record.verb,
            "actors": list(record.actors),
            "object": record.object,
            "partners": list(record.partners),
            **_days("date", record.date),
            "term": record.term.text if record.term else None,
            "themes": list(record.themes),
            "technologies": list(record.technologies),
            **_words("summary", record.summary),
            "sources": list(sources(record)),
        }
    ]


def _observation(record: Observation) -> list[Row]:
    baseline = _value(record.baseline.value) if record.baseline else {}
    return [
        {
            "indicator": record.indicator,
            "subject": record.subject,
            "counterpart": record.counterpart,
            **_days("period", record.period),
            **(_value(record.value) if record.value else {}),
            "stage": record.stage,
            "baseline": baseline.get("value"),
            "change": record.change.value if record.change else None,
            "change_points": record.change.points if record.change else None,
            "change_direction": record.change.direction if record.change else None,
            **_words("summary", record.summary),
            "themes": list(record.themes),
            "sources": list(sources(record)),
        }
    ]


def _value(value: Money | Quantity | Share) -> Row:
    if isinstance(value, Share):
        return {"value": value.percent, "unit": "percent", "qualifier": value.qualifier}
    unit = value.currency if isinstance(value, Money) else value.unit
    return {"value": value.amount, "unit": unit, "value_upper": value.upper, "qualifier": value.qualifier}


def _source(record: SourceRecord) -> list[Row]:
    plain = {name: getattr(record, name) or None for name in ("publisher", "url", "language", "kind", "sha256")}
    return [
        {**plain, **_words("title", record.title), **_days("published", record.published), "official": record.official}
    ]


def _amounts(revision: Revision) -> list[Row]:
    record = revision.record
    held = record.amounts if isinstance(record, Action) else record.budget if isinstance(record, Initiative) else ()
    return [_amount(at, money) for at, money in enumerate(held, 1)]


def _amount(at: int, money: Money) -> Row:
    gloss = money.gloss
    return {
        "position": at,
        "amount": money.amount,
        "upper": money.upper,
        "currency": money.currency,
        "qualifier": money.qualifier,
        "per": money.per,
        "over": money.over.text if money.over else None,
        "gloss_amount": gloss.amount if gloss else None,
        "gloss_currency": gloss.currency if gloss else None,
    }


def _citations(revision: Revision) -> list[Row]:
    return [
        {"position": at, "source": cite.source, "place": cite.at, "quote": cite.quote, "document": cite.document}
        for at, cite in enumerate(revision.record.cites, 1)
    ]


def _names(revision: Revision) -> list[Row]:
    record = revision.record
    if not isinstance(record, Actor | Initiative):
        return []
    named = [{"language": code, "name": name, "alias": False} for code, name in record.names.languages().items()]
    return named + [{"language": None, "name": name, "alias": True} for name in record.aliases]


def _texts(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, "text")


def _lists(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, "list")


def _dated(name: str) -> dict[str, str]:
    return {name: "text", f"{name}_first": "day", f"{name}_last": "day"}


_VALUES = {"value": "number", "value_upper": "number", **_texts("unit", "qualifier", "stage"), "baseline": "number"}
_CHANGES = {"change": "number", "change_points": "flag", "change_direction": "text"}

TABLES: dict[str, _Table] = {
    "records": _Table(None, _record, {**_texts("kind", "by"), "revision": "count", "body": "text"}),
    "actors": _Table(
        "actor",
        _actor,
        {**_texts("kind", "name_ja", "name_en", "country", "parent", "ror", "wikidata"), **_lists("sources")},
    ),
    "initiatives": _Table(
        "initiative",
        _initiative,
        {
            **_texts("type", "name_ja", "name_en", "parent", "url"),
            **_lists("owners", "parties", "themes", "technologies", "sources"),
        },
    ),
    "actions": _Table(
        "action",
        _action,
        {
            "verb": "text",
            "actors": "list",
            "object": "text",
            "partners": "list",
            **_dated("date"),
            "term": "text",
            **_texts("summary_ja", "summary_en"),
            **_lists("themes", "technologies", "sources"),
        },
    ),
    "observations": _Table(
        "observation",
        _observation,
        {
            **_texts("indicator", "subject", "counterpart"),
            **_dated("period"),
            **_VALUES,
            **_CHANGES,
            **_texts("summary_ja", "summary_en"),
            **_lists("themes", "sources"),
        },
    ),
    "sources": _Table(
        "source",
        _source,
        {
            **_texts("title_ja", "title_en", "publisher", "url"),
            **_dated("published"),
            **_texts("language", "kind", "sha256"),
            "official": "flag",
        },
    ),
    "amounts": _Table(
        None,
        _amounts,
        {
            "position": "count",
            "amount": "number",
            "upper": "number",
            **_texts("currency", "qualifier", "per", "over"),
            "gloss_amount": "number",
            "gloss_currency": "text",
        },
    ),
    "citations": _Table(None, _citations, {"position": "count", **_texts("source", "place", "quote", "document")}),
    "names": _Table(None, _names, {**_texts("language", "name"), "alias": "flag"}),
}
"""The tables there are, by name."""
