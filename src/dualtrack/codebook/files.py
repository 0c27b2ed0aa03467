"""The codebook's YAML: read once, checked, and kept as JSON in the user's cache so that the next start is quick.

Only ``true`` and ``false`` are truth values, so that ``NO`` is Norway; dates stay text. A key that stands twice is
refused.
"""

import hashlib
import json
import os
import re
from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any

import yaml

from dualtrack.errors import BadInputError
from dualtrack.log import logger

HERE = Path(__file__).parent
CATALOGUE = HERE.parent / "catalogue"
_FORMAT = 1


class _Loader(yaml.CSafeLoader):
    """YAML 1.2's idea of a scalar, and no key twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        made = super().construct_mapping(node, deep=deep)
        if len(made) != len(node.value):
            seen: set[str] = set()
            for key, _ in node.value:
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(None, None, f"'{key.value}' stands twice", key.start_mark)
                seen.add(key.value)
        return made


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.rpartition(":")[2] in ("int", "null", "merge")]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def read_yaml(path: Path) -> Any:
    """The data of one file.

    Raises:
        BadInputError: It is not YAML in UTF-8, or says a key twice; with file and line.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8"), _Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise BadInputError(
            f"The file is not YAML as the codebook needs it: {error.problem}",
            mend="Check indentation, quotes, brackets and keys.",
            file=str(path),
            line=mark.line + 1 if mark else None,
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError("The file cannot be read as UTF-8 text", file=str(path), because=error) from None


def line_of(path: Path, place: Sequence[str | int]) -> int:
    """The line (from 1) of a place in a file, or of the nearest place around it. Slow: for errors only."""
    node = yaml.compose(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    line = 1
    for step in place:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == str(step)), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            break
    return line


def package_files() -> list[Path]:
    """All YAML of the codebook, then the catalogue's, whose actors and initiatives have names too."""
    return [
        *sorted(HERE.glob("*.yaml")),
        *sorted((HERE / "names").glob("*.yaml")),
        *sorted(CATALOGUE.glob("**/*.yaml")),
    ]


def package_data() -> dict[str, Any]:
    """The data of each of the package's files by its path below the package, from the cache where it is current."""
    texts = {str(path.relative_to(HERE.parent)): path.read_bytes() for path in package_files()}
    digest = hashlib.sha256(f"{_FORMAT}".encode())
    for name, text in texts.items():
        digest.update(f"{name}\0{len(text)}\0".encode())
        digest.update(text)
    kept = _cache_folder() / f"codebook-{digest.hexdigest()[:24]}.json"
    try:
        cached: dict[str, Any] = json.loads(kept.read_bytes())
        return cached
    except (OSError, ValueError):
        data = {name: read_yaml(HERE.parent / name) for name in texts}
    _keep(kept, json.dumps(data, ensure_ascii=False))
    return data


def _cache_folder() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dualtrack"


def _keep(path: Path, text: str) -> None:
    """Write the cache in one step; a cache that cannot be written is done without."""
    part = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.glob("codebook-*.json"):
            old.unlink(missing_ok=True)
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        logger(__name__).debug("the codebook's cache was not kept: %s", error)
