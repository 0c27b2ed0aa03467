"""The value types and records of the field: frozen, typed, and impossible to build wrong."""

from dualtrack.model.base import CountryCode, CurrencyCode, RecordId, Value
from dualtrack.model.citation import Citation, Source
from dualtrack.model.document import Box, Document, Passage, PassageKind
from dualtrack.model.duration import Duration
from dualtrack.model.fiscal import ERAS, Era, era_named, era_of, fiscal_label, fiscal_year, western_year
from dualtrack.model.money import Change, Money, Qualifier, Quantity, Share
from dualtrack.model.period import Order, Period
from dualtrack.model.records import (
    RECORD_TYPES,
    Action,
    Actor,
    ActorKind,
    AnyRecord,
    Baseline,
    Initiative,
    Instrument,
    Measured,
    Observation,
    Record,
    SourceRecord,
    kind_of,
)
from dualtrack.model.schema import json_schema, json_schemas
from dualtrack.model.text import LANGUAGES, Text

__all__ = [
    "ERAS",
    "LANGUAGES",
    "RECORD_TYPES",
    "Action",
    "Actor",
    "ActorKind",
    "AnyRecord",
    "Baseline",
    "Box",
    "Change",
    "Citation",
    "CountryCode",
    "CurrencyCode",
    "Document",
    "Duration",
    "Era",
    "Initiative",
    "Instrument",
    "Measured",
    "Money",
    "Observation",
    "Order",
    "Passage",
    "PassageKind",
    "Period",
    "Qualifier",
    "Quantity",
    "Record",
    "RecordId",
    "Share",
    "Source",
    "SourceRecord",
    "Text",
    "Value",
    "era_named",
    "era_of",
    "fiscal_label",
    "fiscal_year",
    "json_schema",
    "json_schemas",
    "kind_of",
    "western_year",
]
