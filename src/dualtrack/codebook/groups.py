"""Who belongs to a group of countries on a day."""

from collections.abc import Mapping
from datetime import date

from dualtrack.codebook.entries import Group
from dualtrack.errors import BadInputError
from dualtrack.model import Period

Day = Period | date | str


def members_on(groups: Mapping[str, Group], id: str, day: Day) -> frozenset[str]:
    """The ids of those who belong to the group on a day, or at some time in a longer period.

    Where a membership's beginning or end is known only to the month or year, all of that month or year counts.

    Raises:
        BadInputError: There is no such group, or a rule goes round in a circle.
    """
    return _members(groups, id, _period(day), ())


def _members(groups: Mapping[str, Group], id: str, day: Period, above: tuple[str, ...]) -> frozenset[str]:
    group = groups.get(id)
    if group is None or id in above:
        why = "is defined by itself" if id in above else "is not in the codebook"
        raise BadInputError(f"The group '{id}' {why}", mend="See: dualtrack codebook groups", group=id)
    found = {member.who for member in group.members if member.during.overlaps(day)}
    if group.rule:
        for other in group.rule.any_of:
            found |= _members(groups, other, day, (*above, id))
        found |= set(group.rule.also)
        found -= set(group.rule.without)
    return frozenset(found)


def _period(day: Day) -> Period:
    if isinstance(day, Period):
        return day
    return Period.of(day) if isinstance(day, date) else Period(day)
