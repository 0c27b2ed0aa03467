"""Comparison of countries by theme: counts, shares, specialisation, instruments, budgets and starts, with coverage.

Specialisation is the revealed comparative advantage of Balassa (1965): the share of a country's initiatives that have
the theme, divided by that share among all countries. ``rca = (n_ct / N_c) / (n_t / N)``; its 95 % interval is that of a
ratio of two proportions on the logarithm (Katz et al. 1978):
``rca * exp(+-1.96 * sqrt(1/n_ct - 1/N_c + 1/n_t - 1/N))``. With ``n_ct = 0`` the upper end is that of half an
initiative. Shares have the interval of Wilson (1927).
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dualtrack.analysis.portfolio import Held, Life, bodies, chosen, expand_themes, held, lives
from dualtrack.codebook import codebook
from dualtrack.errors import BadInputError
from dualtrack.evidence import EvidenceBase
from dualtrack.model import Period

FORMULA = "rca = (n_ct / N_c) / (n_t / N)"
"""The specialisation of a country c in a theme t; N counts initiatives of all countries."""

INTERVAL = "rca * exp(+-1.96 * sqrt(1/n_ct - 1/N_c + 1/n_t - 1/N)), Katz et al. 1978; shares: Wilson 1927; 95 %"
"""How the intervals are made."""

_Z = 1.959964


@dataclass(frozen=True)
class Budget:
    """Yearly budgets where known: how many, and their sum as a range in euros; ``open_ended`` have no upper end."""

    known: int
    of: int
    low: Decimal
    high: Decimal
    open_ended: int
    exact: dict[str, tuple[int, Decimal]]
    """Currency -> how many amounts in it, and their sum."""

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return {
            "coverage": coverage(self.known, self.of),
            "currency": "EUR",
            "low": str(self.low),
            "high": str(self.high),
            "open_ended": self.open_ended,
            "exact": {code: {"initiatives": count, "sum": str(sum_)} for code, (count, sum_) in self.exact.items()},
        }


@dataclass(frozen=True)
class Cell:
    """One country and one theme.

    Attributes:
        actor: A country or a group of the codebook.
        theme: The theme as asked for; empty for all initiatives.
        codes: The codes that stand for it.
        count: Its initiatives with the theme.
        total: All its initiatives.
        world_count: Initiatives of all countries with the theme.
        world_total: Initiatives of all countries.
        instruments: Instrument code -> how many of ``count`` use it, the most used first.
        instruments_known: How many of ``count`` name an instrument.
        budget: Their budgets.
        starts: First year -> how many began in it.
        starts_known: How many have a first year.
        ids: The records it rests on.
    """

    actor: str
    theme: str
    codes: tuple[str, ...]
    count: int
    total: int
    world_count: int
    world_total: int
    instruments: dict[str, int]
    instruments_known: int
    budget: Budget
    starts: dict[str, int]
    starts_known: int
    ids: tuple[str, ...]

    @property
    def share(self) -> float | None:
        """The theme's share of the country's initiatives."""
        return self.count / self.total if self.total else None

    @property
    def rca(self) -> float | None:
        """Specialisation; ``None`` where the country or the theme has no initiatives."""
        if not self.total or not self.world_count:
            return None
        return (self.count / self.total) / (self.world_count / self.world_total)

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return {
            "actor": self.actor,
            "theme": self.theme,
            "codes": list(self.codes),
            "count": self.count,
            "total": self.total,
            "share": _rounded(self.share),
            "share_interval": _pair(wilson(self.count, self.total)),
            "world_count": self.world_count,
            "world_total": self.world_total,
            "rca": _rounded(self.rca),
            "rca_interval": _pair(rca_interval(self.count, self.total, self.world_count, self.world_total)),
            "instruments": self.instruments,
            "instruments_coverage": coverage(self.instruments_known, self.count),
            "budget": self.budget.as_dict(),
            "start_years": self.starts,
            "start_years_coverage": coverage(self.starts_known, self.count),
            "initiatives": list(self.ids),
        }


@dataclass(frozen=True)
class Comparison:
    """Countries by theme on one day, as known on another; ``dated`` of ``of`` have a first year."""

    on: Period | None
    known: Period | None
    cells: tuple[Cell, ...]
    dated: int
    of: int

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return {
            "on": str(self.on) if self.on else None,
            "known": str(self.known) if self.known else None,
            "formula": FORMULA,
            "interval": INTERVAL,
            "coverage": {"initiatives": self.of, "start_year": coverage(self.dated, self.of)},
            "cells": [cell.as_dict() for cell in self.cells],
        }


def compare(
    base: EvidenceBase,
    actors: Sequence[str],
    themes: Sequence[str] = (),
    *,
    on: Period | None = None,
    known: Period | None = None,
) -> Comparison:
    """Compare countries (or groups of the codebook) by theme.

    Args:
        base: The evidence base.
        actors: ISO 3166 codes or groups of the codebook.
        themes: STIP codes or themes of the codebook; without any, one cell a country for all its initiatives.
        on: Leave out what surely had not begun or surely had ended by then; what has no date stays in.
        known: The second clock.

    Raises:
        BadInputError: An actor or theme is not known.
    """
    countries = {actor: _members(actor, on) for actor in actors}
    codes = expand_themes(themes) or {"": frozenset[str]()}
    rows = held(base, known)
    dates = lives(base, known)
    if on is not None:
        rows = [row for row in rows if _alive(dates.get(row.rid, _NO_LIFE), on)]
    wanted = frozenset[str]().union(*countries.values())
    ours = [row for row in rows if wanted.intersection(row.countries)]
    told = bodies(base, {row.rev for some in codes.values() for row in chosen(ours, some)})
    cells = tuple(
        _cell((actor, theme), some, [row for row in ours if members.intersection(row.countries)], rows, told, dates)
        for actor, members in countries.items()
        for theme, some in codes.items()
    )
    return Comparison(on, known, cells, sum(1 for row in rows if dates.get(row.rid, _NO_LIFE).start), len(rows))


_NO_LIFE = Life(None, None)


def _members(actor: str, on: Period | None) -> frozenset[str]:
    book = codebook()
    code = actor.upper()
    if code in book.countries or code == "EU":
        return frozenset((code,))
    if actor in book.groups:
        return book.members_on(actor, on or Period("9999"))
    found = [id for id in book.ids_named(actor) if id in book.countries]
    if len(found) == 1:
        return frozenset(found)
    raise BadInputError(f"'{actor}' is no country or group", mend="Give a code such as JP, or a group such as g7.")


def _alive(life: Life, on: Period) -> bool:
    begun = life.start is None or (first := Period(life.start).lower) is None or on.upper is None or first <= on.upper
    over = life.end is not None and (last := Period(life.end).upper) is not None and on.lower is not None
    return begun and not (over and last is not None and on.lower is not None and last < on.lower)


def _cell(
    asked: tuple[str, str],
    codes: frozenset[str],
    own: Sequence[Held],
    world: Sequence[Held],
    told: dict[int, dict[str, Any]],
    dates: dict[int, Life],
) -> Cell:
    actor, theme = asked
    some = list(chosen(own, codes))
    found = [told[row.rev] for row in some]
    used = [{one["code"] for one in body.get("instruments", ())} for body in found]
    starts = Counter(life.start[:4] for row in some if (life := dates.get(row.rid, _NO_LIFE)).start)
    counted = Counter(code for codes_ in used for code in codes_)
    return Cell(
        actor=actor,
        theme=theme,
        codes=tuple(sorted(codes)),
        count=len(some),
        total=len(own),
        world_count=sum(1 for _ in chosen(world, codes)),
        world_total=len(world),
        instruments=dict(sorted(counted.items(), key=lambda item: (-item[1], item[0]))),
        instruments_known=sum(map(bool, used)),
        budget=_budget(found),
        starts=dict(sorted(starts.items())),
        starts_known=sum(starts.values()),
        ids=tuple(row.id for row in some),
    )


def _budget(found: Sequence[dict[str, Any]]) -> Budget:
    low = high = Decimal(0)
    open_ended = known = 0
    exact: dict[str, tuple[int, Decimal]] = {}
    for body in found:
        amounts = body.get("budget", ())
        known += bool(amounts)
        for money in amounts:
            amount = Decimal(money["amount"])
            if "upper" in money or money.get("qualifier") == "over":
                low, high = low + amount, high + Decimal(money.get("upper", money["amount"]))
                open_ended += "upper" not in money
            else:
                count, sum_ = exact.get(money["currency"], (0, Decimal(0)))
                exact[money["currency"]] = count + 1, sum_ + amount
    return Budget(known, len(found), low, high, open_ended, dict(sorted(exact.items())))


def coverage(known: int, of: int) -> dict[str, Any]:
    """On how much a figure rests: ``known`` of ``of``, and the percentage."""
    return {"known": known, "of": of, "percent": round(100 * known / of, 1) if of else None}


def wilson(count: int, total: int) -> tuple[float, float] | None:
    """The 95 % interval of a share (Wilson 1927); ``None`` of nothing."""
    if not total:
        return None
    share, extra = count / total, _Z**2 / total
    middle = (share + extra / 2) / (1 + extra)
    half = _Z * math.sqrt(share * (1 - share) / total + extra / (4 * total)) / (1 + extra)
    return max(0.0, middle - half), min(1.0, middle + half)


def rca_interval(count: int, total: int, world_count: int, world_total: int) -> tuple[float, float] | None:
    """The 95 % interval of a specialisation (Katz et al. 1978); ``None`` where there is none."""
    if not total or not world_count:
        return None
    at_least = count or 0.5
    rca = (at_least / total) / (world_count / world_total)
    half = _Z * math.sqrt(max(0.0, 1 / at_least - 1 / total + 1 / world_count - 1 / world_total))
    return (rca * math.exp(-half) if count else 0.0), rca * math.exp(half)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _pair(pair: tuple[float, float] | None) -> list[float] | None:
    return None if pair is None else [round(value, 4) for value in pair]


def lines(comparison: Comparison) -> Iterator[dict[str, Any]]:
    """One row a cell for tables and CSV, each figure with its coverage."""
    for cell in comparison.cells:
        row = cell.as_dict()
        known = row["budget"]["coverage"]["percent"]
        low, high = row["rca_interval"] or (None, None)
        yield {
            "actor": cell.actor,
            "theme": cell.theme or "all",
            "initiatives": f"{cell.count} of {cell.total}",
            "share": f"{100 * cell.share:.1f} %" if cell.share is not None else "",
            "rca": f"{cell.rca:.2f} [{low:.2f}, {high:.2f}]" if cell.rca is not None else "",
            "instruments": ", ".join(f"{code} {count}" for code, count in list(cell.instruments.items())[:4]),
            "budget": _said(cell.budget),
            "budget_coverage": f"known for {known or 0} % ({cell.budget.known} of {cell.count})",
            "starts": _span(cell),
        }


def _said(budget: Budget) -> str:
    if not budget.low and not budget.high:
        return ""
    more = f" or more ({budget.open_ended} without upper end)" if budget.open_ended else ""
    return f"EUR {budget.low / 1_000_000:,.0f}-{budget.high / 1_000_000:,.0f} million a year{more}"


def _span(cell: Cell) -> str:
    if not cell.starts:
        return f"known for 0 of {cell.count}"
    years = sorted(year for year, count in cell.starts.items() for _ in range(count))
    return f"{years[0]}-{years[-1]}, median {years[len(years) // 2]} (known for {cell.starts_known} of {cell.count})"
