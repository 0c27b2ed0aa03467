"""Known names in characters of the East of which a word was left out, or two were turned about a dot."""

from functools import lru_cache

from dualtrack.checks.known_forms import eastern_names, eastern_written
from dualtrack.checks.name_words import eastern_name

_LEAST, _BEGINNING, _END = 10, 4, 3
_SCHOOLS = ("大学", "大学校", "学院", "大學")


def with_a_word_back(written: str) -> str | None:
    """The long known name that a name would be if a word of two characters stood in it, if there is one."""
    if len(written) < _LEAST - 2 or written[0] >= "가":
        return None
    bare = eastern_name(written)
    right = None if not bare or bare in eastern_names() else _without_two().get(bare)
    return eastern_written()[right] if right else None


def turned_about_a_dot(written: str) -> str | None:
    """The known name whose words a name with a dot has in another order, if there is one."""
    bare = eastern_name(written) if "・" in written else ""
    if len(bare) < _LEAST or bare in eastern_names():
        return None
    right = _by_characters().get("".join(sorted(bare)))
    return eastern_written()[right] if right and right[:2] == bare[:2] else None


@lru_cache(maxsize=1)
def _without_two() -> dict[str, str | None]:
    """The names by their forms without two neighbouring characters inside; none where two names share a form."""
    found: dict[str, str | None] = {}
    for name in sorted(eastern_names()):
        if len(name) < _LEAST or name[0] >= "가" or name.endswith(_SCHOOLS):
            continue
        for place in range(_BEGINNING, len(name) - _END - 1):
            left = name[:place] + name[place + 2 :]
            found[left] = name if found.setdefault(left, name) == name else None
    return found


@lru_cache(maxsize=1)
def _by_characters() -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for name in sorted(eastern_names()):
        if len(name) >= _LEAST:
            key = "".join(sorted(name))
            found[key] = name if found.setdefault(key, name) == name else None
    return found
