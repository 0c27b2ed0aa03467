"""The published JSON Schemas and the model judge the same records alike."""

from typing import Any

import pytest

from dualtrack.errors import DualtrackError
from dualtrack.evidence.catalogue import builtin_paths, read_catalogue
from dualtrack.model import RECORD_TYPES, json_schemas, kind_of

jsonschema = pytest.importorskip("jsonschema")
CITES = [{"source": "s", "at": "p 1"}]
GOOD = {"id": "a", "verb": "meet", "actors": ["US"], "date": "2025", "cites": CITES}


def judged(kind: str, body: dict[str, Any]) -> bool:
    return bool(jsonschema.Draft202012Validator(json_schemas()[kind]).is_valid(body))


def test_every_record_of_the_catalogue_fits_its_schema() -> None:
    for read in read_catalogue(builtin_paths()):
        validator = jsonschema.Draft202012Validator(json_schemas()[kind_of(read.record)])
        assert list(validator.iter_errors(read.record.as_dict())) == [], read.record.id


@pytest.mark.parametrize(
    "change",
    [
        {"verb": None},
        {"date": None},
        {"actors": "US"},
        {"colour": "red"},
        {"amounts": [{"amount": "5"}]},
        {"cites": [{"at": "p 1"}]},
        {"summary": "words without a language"},
        {"summary": {"xx": "no such language"}},
    ],
)
def test_what_the_model_refuses_the_schema_refuses(change: dict[str, Any]) -> None:
    body = {name: value for name, value in {**GOOD, **change}.items() if value is not None}
    assert judged("action", GOOD)
    RECORD_TYPES["action"].build(GOOD)
    assert not judged("action", body)
    with pytest.raises(DualtrackError):
        RECORD_TYPES["action"].build(body)
