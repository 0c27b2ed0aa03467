"""Known names in characters of the East of which a word was left out, or two were turned about a dot."""

from functools import lru_cache

from dualtrack.checks.homophones import read_alike
from dualtrack.checks.known_forms import by_characters, eastern_names, eastern_written
from dualtrack.checks.name_words import eastern_name

_LEAST, _BEGINNING, _END = 10, 4, 3
_SHORT = 6
_SCHOOLS = ("大学", "大学校", "学院", "大學")


def with_a_word_back(written: str) -> str | None:
    """The long known name that a name would be if a word of two characters stood in it, if there is one."""
    if len(written) < _LEAST - 2 or written[0] >= "가":
        return None
    bare = eastern_name(written)
    right = None if not bare or bare in eastern_names() else _without_two().get(bare)
    return eastern_written()[right] if right else None


def read_alike_at_first(written: str) -> str | None:
    """The known name of which another has a first character that is read alike, if there is one."""
    bare = eastern_name(written)
    names = _without_first().get(bare[1:], ()) if len(bare) >= _SHORT and bare not in eastern_names() else ()
    rights = [name for name in names if read_alike(name[0], bare[0])]
    return eastern_written()[rights[0]] if len(rights) == 1 else None


@lru_cache(maxsize=1)
def _without_first() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in sorted(eastern_names()):
        if len(name) >= _SHORT and name[0] < "가" and not name.endswith(_SCHOOLS):
            found[name[1:]] = (*found.get(name[1:], ()), name)
    return found


def turned_about_a_dot(written: str) -> str | None:
    """The known name whose words a name with a dot has in another order, if there is one."""
    bare = eastern_name(written) if "・" in written else ""
    if len(bare) < _LEAST or bare in eastern_names():
        return None
    right = by_characters().get("".join(sorted(bare)))
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
