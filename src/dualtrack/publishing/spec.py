"""What a brief is to hold: the YAML specification, read strictly; a wrong one is refused with its line and the mend."""

import re
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, Self

import yaml
from pydantic import Field, ValidationError, model_validator

from dualtrack.errors import BadInputError, DualtrackError, ManyErrors
from dualtrack.model import Period, Text, Value

Kind = Literal["actions", "observations", "initiatives", "actors"]
Group = Literal["none", "country", "theme", "year", "technology", "initiative", "pillar"]


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads ``on``, ``no`` and dates as words: ``on`` is a field of ours, NO a country, a date is EDTF."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in found if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
    ]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|false|False)$"), list("tTfF"))


class Query(Value):
    """Which records; every field narrows, an absent one does not."""

    kinds: tuple[Kind, ...] = ("actions", "observations")
    countries: tuple[str, ...] = ()
    """Country ids, or a group of the codebook (``G7``); what a body of the country does counts as the country's."""
    partners: tuple[str, ...] = ()
    """Country ids of the other side: partners and counterparts."""
    themes: tuple[str, ...] = ()
    technologies: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    """Initiative types: of the initiative itself, or of the object of an action."""
    indicators: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    """Record ids, or beginnings of ids that end with ``*``."""
    objects: tuple[str, ...] = ()
    """What is acted on or measured: ids, or beginnings of ids with ``*``."""
    since: Period | None = Field(default=None, alias="from")
    until: Period | None = Field(default=None, alias="to")
    without: "Query | None" = None
    """Records that match this are left out."""


class Point(Value):
    """One conclusion with the records that must support it: the point is shown with the countries that do."""

    text: Text
    query: Query


class Piece(Value):
    """One form over one query."""

    form: str
    query: Query = Query()
    title: Text | None = None
    group: Group = "none"
    limit: int = Field(default=0, ge=0)
    """At most so many rows or statements (0: all); how many more there are is told."""
    points: tuple[Point, ...] = ()
    state: str = ""
    """For the form ``states``: agreements, memberships, offices, programmes, orders or bodies."""
    countries: tuple[str, ...] = ()
    """For profiles and matrices: the countries, in order."""
    unseen: bool = False
    """Only records that no earlier section has shown."""


class Section(Value):
    """A titled part of the brief: one form, several, or further sections."""

    title: Text
    lead: Text | None = None
    country: str = ""
    """The country a chapter is about, for its tag and as default of its queries."""
    form: str = ""
    query: Query = Query()
    group: Group = "none"
    limit: int = Field(default=0, ge=0)
    points: tuple[Point, ...] = ()
    state: str = ""
    countries: tuple[str, ...] = ()
    unseen: bool = False
    forms: tuple[Piece, ...] = ()
    sections: tuple["Section", ...] = ()

    @model_validator(mode="after")
    def _something(self) -> Self:
        if sum(map(bool, (self.form, self.forms, self.sections))) != 1:
            raise ValueError("a section needs exactly one of: form, forms, sections")
        if any(inner.sections for inner in self.sections):
            raise ValueError("sections nest only once: a part with its chapters")
        return self

    def pieces(self) -> tuple[Piece, ...]:
        """Its forms in order."""
        if not self.form:
            return self.forms
        return (
            Piece(
                form=self.form, query=self.query, group=self.group, limit=self.limit, points=self.points,
                state=self.state, countries=self.countries, unseen=self.unseen,
            ),
        )  # fmt: skip


class Spec(Value):
    """A brief: for whom, in which languages, as of which days, and its sections."""

    brief: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    """Its name, used for its files."""
    title: Text
    subtitle: Text | None = None
    audience: Text | None = None
    languages: tuple[Literal["ja", "en"], ...] = ("ja", "en")
    on: Period | None = None
    """The day it holds for: nothing later is shown as having happened. Absent: the day of knowledge."""
    known: Period | None = None
    """What was known by then. Absent: all that the base holds."""
    since: str = ""
    """An edition's name or a day: what is new since then is told at the front and marked."""
    scope: Query = Query()
    """Holds for every section; its ``kinds`` only where it names them."""
    sections: tuple[Section, ...] = Field(min_length=1)


def read_spec(text: str, file: str = "") -> Spec:
    """Read a specification.

    Raises:
        BadInputError: It is no YAML, or one thing in it is wrong; its facts name the line and the field.
        ManyErrors: Several things are wrong; all are told.
    """
    try:
        data = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else None
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise BadInputError(
            f"The brief's specification is no YAML: {problem}",
            mend="Check the indentation and the quotes at that line.", file=file or None, line=line,
        ) from None  # fmt: skip
    if not isinstance(data, dict):
        raise BadInputError(
            "The brief's specification is empty", mend="Start from `dualtrack brief --new`.", file=file or None
        )
    try:
        spec = Spec.model_validate(_plain_dates(data))
    except ValidationError as error:
        details = error.errors(include_url=False)
        inner = {detail["loc"][0] for detail in details if len(detail["loc"]) > 1}
        told = [d for d in details if d["type"] != "too_short" or d["loc"][0] not in inner]
        node = yaml.compose(text, Loader=_Loader)
        errors = [_fault(detail, node, file) for detail in told]
        raise _together(errors, file) from None
    from dualtrack.publishing.vocabulary import unknown_names

    strange = list(unknown_names(data))
    if strange:
        node = yaml.compose(text, Loader=_Loader)
        raise _together(
            [
                BadInputError(
                    f"The brief's '{'.'.join(map(str, path))}' is wrong: {what}",
                    mend=mend,
                    file=file or None,
                    line=_line(node, path),
                )
                for path, what, mend in strange
            ],
            file,
        )
    return spec


def load_spec(name: str) -> Spec:
    """The built-in specification of that name, or the one in that file.

    Raises:
        BadInputError: There is neither, or it is wrong.
    """
    if name in builtin_specs():
        return read_spec(files("dualtrack.publishing").joinpath(f"specs/{name}.yaml").read_text("utf-8"), name)
    path = Path(name)
    if not path.is_file():
        raise BadInputError(
            f"There is no brief '{name}'",
            mend=f"Give a YAML file, or one of: {', '.join(builtin_specs())}; `dualtrack brief --new` writes a start.",
        )
    return read_spec(path.read_text("utf-8"), name)


def starter(name: str = "") -> str:
    """A commented specification to begin from, or the text of a built-in one.

    Raises:
        BadInputError: There is no built-in one of that name.
    """
    if name:
        if name not in builtin_specs():
            raise BadInputError(
                f"There is no built-in brief '{name}'", mend=f"Use one of: {', '.join(builtin_specs())}; or none."
            )
        return files("dualtrack.publishing").joinpath(f"specs/{name}.yaml").read_text("utf-8")
    return files("dualtrack.publishing").joinpath("templates/starter.yaml").read_text("utf-8")


def builtin_specs() -> tuple[str, ...]:
    """The names of the specifications that come with Dualtrack."""
    folder = files("dualtrack.publishing").joinpath("specs")
    return tuple(sorted(f.name.removesuffix(".yaml") for f in folder.iterdir() if f.name.endswith(".yaml")))


def _together(errors: list[DualtrackError], file: str) -> DualtrackError:
    """One error for all faults of a specification."""
    if len(errors) == 1:
        return errors[0]
    return ManyErrors(f"The brief's specification has {len(errors)} faults", errors, "", file=file or None)


_MENDS = {
    "missing": "Add the field.",
    "extra_forbidden": "Remove the field or correct its name.",
    "string_pattern_mismatch": "Use small letters, digits and hyphens.",
    "too_short": "Give at least one.",
}


def _fault(detail: Any, node: yaml.Node | None, file: str) -> DualtrackError:
    path = tuple(part for part in detail["loc"])
    message = detail["msg"].removeprefix("Value error, ")
    mend = _MENDS.get(detail["type"], "")
    if detail["type"] == "literal_error":
        mend = f"Use {detail['ctx']['expected']}."
    field = ".".join(str(part) for part in path)
    return BadInputError(
        f"The brief's '{field}' is wrong: {message}" if field else f"The brief is wrong: {message}",
        mend=mend or "See docs/brief.md for what each field takes.",
        file=file or None,
        line=_line(node, path),
    )


def _line(node: yaml.Node | None, path: tuple[str | int, ...]) -> int:
    """The line of the value at a path, or of the nearest thing around it that exists."""
    line = node.start_mark.line + 1 if node else 1
    for part in path:
        found: tuple[yaml.Node, int] | None = None
        if isinstance(node, yaml.MappingNode):
            found = next(((v, k.start_mark.line + 1) for k, v in node.value if str(k.value) == str(part)), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            found = (node.value[part], node.value[part].start_mark.line + 1)
        if found is None:
            break
        node, line = found
    return line


def _plain_dates(value: Any) -> Any:
    """YAML reads 2025 as a number in fields that name things; everything else is left as it is."""
    if isinstance(value, dict):
        return {
            key: str(part) if key in ("since", "brief") and not isinstance(part, dict | list) else _plain_dates(part)
            for key, part in value.items()
        }
    return [_plain_dates(part) for part in value] if isinstance(value, list) else value
