"""JSON Schema of the record kinds, generated from the model; published in the documentation, used to check YAML."""

from typing import Any

from dualtrack.model.records import RECORD_TYPES


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one record kind."""
    schema = RECORD_TYPES[kind].model_json_schema(by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://dualtrack.org/schema/{kind}.json",
        **schema,
    }


def json_schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schemas of all record kinds, by kind."""
    return {kind: json_schema(kind) for kind in RECORD_TYPES}
