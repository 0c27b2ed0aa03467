"""What every value type and record shares: frozen, strict about unknown fields, plain data in and out."""

import re
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from dualtrack.errors import BadInputError, DualtrackError, ManyErrors

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_CURRENCY = re.compile(r"[A-Z]{3}")


def _record_id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise ValueError("an id is letters, digits and - . _ : with no spaces, such as uk-global-talent-fund")
    return value


def _country(value: str) -> str:
    if not _COUNTRY.fullmatch(value):
        raise ValueError("a country is written as its two capital letters of ISO 3166, such as JP")
    return value


def _currency(value: str) -> str:
    if not _CURRENCY.fullmatch(value):
        raise ValueError("a currency is written as its three capital letters of ISO 4217, such as GBP")
    return value


RecordId = Annotated[str, AfterValidator(_record_id)]
"""Names one record or codebook entry: countries as ``GB``, others as ``gb-dsit``."""

CountryCode = Annotated[str, AfterValidator(_country)]
"""ISO 3166-1 alpha-2, with ``EU`` for the European Union."""

CurrencyCode = Annotated[str, AfterValidator(_currency)]
"""ISO 4217."""


class Value(BaseModel):
    """A frozen value: it cannot be built wrong, changed, or given a field it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, str_strip_whitespace=True)

    @classmethod
    def build(cls, data: Any, **facts: object) -> Self:
        """Build from plain data.

        Args:
            data: A mapping of the fields.
            facts: Where it came from (file, line, record), shown in the error.

        Raises:
            BadInputError: One field is wrong; its facts name the field.
            ManyErrors: Several are.
        """
        try:
            return cls.model_validate(data)
        except ValidationError as error:
            errors = [_field_error(cls.__name__, detail, facts) for detail in error.errors(include_url=False)]
        if len(errors) == 1:
            raise errors[0]
        raise ManyErrors(f"The {cls.__name__.lower()} has {len(errors)} faults", errors, "", **facts)

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON: absent fields left out, dates as EDTF, amounts as decimal strings."""
        data: dict[str, Any] = self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        return data


def _field_error(name: str, detail: Any, facts: dict[str, object]) -> DualtrackError:
    field = ".".join(str(part) for part in detail["loc"])
    message = detail["msg"].removeprefix("Value error, ")
    given = detail.get("input")
    shown = given if isinstance(given, str | int | float | bool) else None
    return BadInputError(
        f"The {name.lower()}'s '{field}' is wrong: {message}" if field else f"The {name.lower()} is wrong: {message}",
        mend=_MENDS.get(detail["type"], ""),
        field=field or None,
        given=shown,
        **facts,
    )


_MENDS = {
    "missing": "Add the field.",
    "extra_forbidden": "Remove the field or correct its name.",
}
