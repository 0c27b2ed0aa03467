"""What is wrong with the tables of a document, each fault told once and in its family.

A wrong figure disturbs all that is computed from it. So the faults of one table are found together: relations between
columns first, then those between rows (the table turned), then totals; a total with a part already found wrong is not
told again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from dualtrack.checks.context import Context, once
from dualtrack.checks.finding import Finding
from dualtrack.checks.tables.cell import Cell
from dualtrack.checks.tables.grid import Grid, grids
from dualtrack.checks.tables.lists import list_grids
from dualtrack.checks.tables.reading import Judged, Reading
from dualtrack.checks.tables.relations import readings
from dualtrack.checks.tables.shares import shares_of_whole
from dualtrack.checks.tables.sums import Mismatch, mismatches, total_rows
from dualtrack.checks.written import shown

Family = Literal["change", "sum", "share"]
_FAMILY: dict[str, Family] = {
    "change": "change", "fall": "change", "difference": "change", "yearly": "change", "ratio": "share",
    "share": "share", "quotient": "share", "product": "sum", "running": "sum",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """A figure of a table that does not follow from the others.

    Attributes:
        family: The family of rules it belongs to.
        cell: The figure.
        computed: What it would be, as words.
        rounded: Whether rounding explains it.
        slight: Whether it might.
        reason: From what it was computed, in English.
        operands: The figures it was computed from.
    """

    family: Family
    cell: Cell
    computed: str
    rounded: bool
    slight: bool
    reason: str
    operands: tuple[Cell, ...] = ()

    def moved(self, by: int) -> "Fault":
        """The same fault so many characters further on."""
        operands = tuple(cell.moved(by) for cell in self.operands)
        return replace(self, cell=self.cell.moved(by), operands=operands)

    def finding(self, context: Context) -> Finding:
        """The finding that tells of it."""
        quote = self.cell.quote.strip()
        if self.family == "sum" and not self.operands:
            ja, en = f"表の計{quote}は和{self.computed}と", f"The total {quote} is not the sum {self.computed}"
        else:
            source = "と".join(cell.quote.strip() for cell in self.operands) or self.reason
            ja, en = f"{source}からは{self.computed}で、{quote}と", f"{self.reason} gives {self.computed}, not {quote}"
        return context.finding(
            self.cell.start, self.cell.end, ja + ("丸めの差がある" if self.rounded else "合わない"),
            en + (" (only by rounding)" if self.rounded else ""), stated=quote, computed=self.computed,
            reason=self.reason, severity="note" if self.rounded else "warning" if self.slight else None,
        )  # fmt: skip


def findings(context: Context, family: Family) -> Iterator[Finding]:
    """The findings of one family in all tables and lists of a document."""
    return (fault.finding(context) for fault in _all(context) if fault.family == family)


@once
def _all(context: Context) -> list[Fault]:
    known: dict[object, tuple[int, list[Fault]]] = {}
    found: list[Fault] = []
    for grid in (*grids(context), *list_grids(context)):
        if grid.wording not in known:
            known[grid.wording] = grid.start, faults(grid)
        start, told = known[grid.wording]
        found += [fault.moved(grid.start - start) for fault in told] if grid.start != start else told
    return found


def faults(grid: Grid) -> list[Fault]:
    """The faults of one table."""
    sides = [(side, total_rows(side)) for side in (grid, grid.turn())]
    read = [{} if side.listed and side.turned else readings(side, totals) for side, totals in sides]
    explained = _explained(read)
    found: dict[int, Fault] = {}
    for accepted in read:
        for reading in accepted.values():
            for fault in _of_reading(reading, accepted):
                if fault.cell.start not in explained:
                    found.setdefault(fault.cell.start, fault)
    _add_totals(found, sides, read)
    _drop_consequences(found)
    _add_wholes(found, sides, read)
    return sorted(found.values(), key=lambda fault: fault.cell.start)


Sides = Sequence[tuple[Grid, list[int]]]
Read = Sequence[dict[int, Reading]]


def _add_totals(found: dict[int, Fault], sides: Sides, read: Read) -> None:
    unequal: list[Mismatch] = []
    for (side, totals), accepted, other in zip(sides, read, reversed(read), strict=True):
        derived = [column for column in side.columns if _derived(side, column, accepted)]
        summed = [row for row in totals if row not in other or other[row].kind == "difference"]
        unequal += mismatches(side, summed, derived)
    for mismatch in unequal:
        fault = None if _follows(mismatch, unequal) else _of_mismatch(mismatch, found)
        if fault is not None:
            found.setdefault(fault.cell.start, fault)


def _drop_consequences(found: dict[int, Fault]) -> None:
    """Take out what was only computed from a figure that is itself wrong."""
    grave = {fault.cell.start for fault in found.values() if not fault.rounded}
    for fault in sorted(found.values(), key=lambda one: (one.family != "sum", one.cell.start)):
        if any(cell.start in grave for cell in fault.operands):
            del found[fault.cell.start]
            grave.discard(fault.cell.start)


def _add_wholes(found: dict[int, Fault], sides: Sides, read: Read) -> None:
    marked = set(found)
    for (side, totals), accepted in zip(sides, read, strict=True):
        used = [column for column, reading in accepted.items() if reading.kind != "share"]
        for cell, total in shares_of_whole(side, totals, used):
            if not any(one.start in marked for one in side.numbers.values()):
                found.setdefault(cell.start, _over(cell, total))


def _explained(read: Read) -> set[int]:
    """The cells that the relations of one direction make right, whatever the other says."""
    right: set[int] = set()
    for accepted in read:
        for reading in accepted.values():
            if reading.agreeing >= 2:
                right |= {row.stated.start for row in reading.rows if row.right}
    return right


def _derived(side: Grid, column: int, accepted: dict[int, Reading]) -> bool:
    reading = accepted.get(column)
    if reading is not None and reading.kind not in ("difference", "product", "quotient"):
        return True
    return side.percent(column) or (reading is not None and reading.kind == "quotient")


def _of_reading(reading: Reading, accepted: dict[int, Reading]) -> Iterator[Fault]:
    wrong = reading.wrong
    unnamed = reading.kind in ("quotient", "product") and not reading.named
    for row in reading.rows:
        if not row.right and not (unnamed and row not in wrong):
            fault = _fault(reading, row, row not in wrong)
            yield replace(fault, family="change") if _of_difference(reading, accepted) else fault


def _of_difference(reading: Reading, accepted: dict[int, Reading]) -> bool:
    """Whether a percentage is that of a difference: a change told in two steps."""
    part = accepted.get(reading.operands[0])
    return reading.kind == "ratio" and part is not None and part.kind == "difference"


def _fault(reading: Reading, row: Judged, rounded: bool) -> Fault:
    decimals = row.stated.decimals
    mark = "%" if row.stated.percent else ""
    right = f"{shown(Decimal(str(row.computed)), decimals + 1 if rounded else decimals)}{mark}"
    family: Family = _FAMILY[reading.kind]
    return Fault(family, row.stated, right, rounded, False, _reason(reading, row), row.operands)


def _reason(reading: Reading, row: Judged) -> str:
    quotes = [cell.quote.strip() for cell in row.operands]
    if reading.kind == "share":
        return f"{quotes[0]} of {shown(Decimal(str(float(row.operands[0].value) / row.computed * 100)), 1)}"
    sign = {"ratio": " of ", "quotient": " / ", "product": " × "}.get(reading.kind, " → ")
    return sign.join(quotes)


def _follows(one: Mismatch, unequal: Sequence[Mismatch]) -> bool:
    """Whether a total is the sum as soon as another wrong total among its parts is set right."""
    parts = {cell.start: cell for cell in one.parts}
    return any(
        other.total.start in parts and one.summed - other.total.value + other.summed == one.total.value
        for other in unequal
    )


def _of_mismatch(one: Mismatch, found: dict[int, Fault]) -> Fault | None:
    """The fault of a total, unless one of its parts is already known to be wrong."""
    known = (found.get(cell.start) for cell in one.parts)
    if any(fault is not None and not fault.rounded for fault in known):
        return None
    right = shown(one.summed, 3)
    reason = " + ".join(cell.quote.strip() for cell in one.parts) + f" = {right}"
    return Fault("sum", one.total, right, one.rounded, one.slight and not one.rounded, reason)


def _over(cell: Cell, total: Decimal) -> Fault:
    right = f"{shown(total, 2)}%"
    return Fault("share", cell, right, False, False, "The sum of the shares of one whole")
