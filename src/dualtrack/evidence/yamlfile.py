"""YAML with the line of every value; dates and decimals stay as they are written.

Only ``true`` and ``false`` are truth values, so that ``NO`` is Norway; a day such as 2024-02-30 stays text, to be
judged by the model, and 12.74 stays text, so that no decimal becomes a float.
"""

from pathlib import Path
from typing import Any, NamedTuple

import yaml

from dualtrack.errors import BadInputError, DualtrackError

Place = tuple[str | int, ...]


class YamlFile(NamedTuple):
    """The data of a file, and the line (from 1) of every key path in it."""

    name: str
    data: Any
    lines: dict[Place, int]

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest place around it."""
        for length in range(len(place), -1, -1):
            if (found := self.lines.get(place[:length])) is not None:
                return found
        return 1


def read_yaml(path: Path) -> YamlFile:
    """Read one file.

    Raises:
        BadInputError: It is not YAML, is not UTF-8, or says one key twice; with file and line.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError("The file cannot be read as UTF-8 text", file=path, because=error) from None
    try:
        node = yaml.compose(text, yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise BadInputError(
            f"The file is not YAML: {error.problem}",
            mend="Check indentation, quotes and brackets.",
            file=path,
            line=line,
        ) from None
    lines: dict[Place, int] = {}
    faults: list[DualtrackError] = []
    data = _plain(node, (), lines, faults, path)
    if faults:
        raise faults[0]
    return YamlFile(str(path), data, lines)


def _plain(
    node: yaml.Node | None, place: Place, lines: dict[Place, int], faults: list[DualtrackError], path: Path
) -> Any:
    if node is None:
        return None
    lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, place, lines, faults, path)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(part, (*place, at), lines, faults, path) for at, part in enumerate(node.value)]
    return _scalar(node)


def _mapping(
    node: yaml.MappingNode, place: Place, lines: dict[Place, int], faults: list[DualtrackError], path: Path
) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key, value in node.value:
        name = str(key.value)
        line = key.start_mark.line + 1
        if name in data:
            faults.append(BadInputError(f"'{name}' stands twice", mend="Keep one.", file=path, line=line, field=name))
        data[name] = _plain(value, (*place, name), lines, faults, path)
        lines[(*place, name)] = line
    return data


def _scalar(node: yaml.Node) -> Any:
    text = str(node.value)
    tag = node.tag.rpartition(":")[2]
    if tag == "null":
        return None
    if tag == "bool" and text.lower() in ("true", "false"):
        return text.lower() == "true"
    if tag == "int" and text.replace("_", "").lstrip("+-").isdigit():
        return int(text.replace("_", ""))
    return text.replace("_", "") if tag == "float" else text
