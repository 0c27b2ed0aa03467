"""Charts as inline SVG: plain shapes, text in the page's own colour, one mark one title.

Lengths are in SVG user units; a chart is 760 units wide and scales with the page.
"""

import math
from collections.abc import Callable
from html import escape

from dualtrack.publishing.blocks import Chart
from dualtrack.publishing.charts.stacking import stacked
from dualtrack.publishing.colours import colour
from dualtrack.publishing.measure import broken, fitted, width

WIDE = 760
_SIZE = 12.0
_LABELS = 250


def draw(chart: Chart) -> str:
    """The chart as an ``<svg>`` element with its text alternative."""
    body, high = _DRAWERS[chart.kind](chart)
    legend, more = _legend(chart, high)
    return (
        f'<svg class="chart" viewBox="0 0 {WIDE} {_n(high + more)}" role="img" '
        f'aria-label="{escape(chart.alt, quote=True)}" xmlns="http://www.w3.org/2000/svg" '
        f'font-size="{_n(_SIZE)}">{body}{legend}</svg>'
    )


def _bars(chart: Chart) -> tuple[str, float]:
    step, left = 34.0, float(_LABELS)
    most = max((point.value for point in chart.points), default=1.0) or 1.0
    right = WIDE - 150
    parts = [_axis_title(chart, left)]
    for point in chart.points:
        y = 30 + point.row * step
        long = max(2.0, (right - left) * point.value / most)
        parts.append(_row_label(chart.rows[point.row], y + step / 2))
        fill = colour(chart.series[point.series].key)
        parts.append(
            _mark(
                _rect(left, y + 6, long, step - 14, fill) + ">",
                point.label,
                "rect",
            )
        )
        parts.append(_text(left + long + 6, y + step / 2 + 3, fitted(point.label, _SIZE, WIDE - left - long - 10)))
    return "".join(parts), 30 + len(chart.rows) * step + 8


def _ranges(chart: Chart) -> tuple[str, float]:
    step, left = 34.0, float(_LABELS)
    right = WIDE - 110.0
    values = [value for point in chart.points for value in (point.value, point.start)]
    top = _nice(max(values, default=100.0))

    def x(value: float) -> float:
        return left + (right - left) * value / top

    high = 34 + len(chart.rows) * step
    parts = [_axis_title(chart, left), *_grid(x, top, high)]
    for point in chart.points:
        y = 34 + (point.row + 0.5) * step
        fill = colour(chart.series[point.series].key)
        parts.append(_row_label(chart.rows[point.row], y))
        parts.append(_line(x(point.start), y, x(point.value), y, f'stroke="{fill}" stroke-width="4"'))
        parts.append(f'<circle cx="{_n(x(point.start))}" cy="{_n(y)}" r="5" class="before"/>')
        parts.append(
            _mark(f'<circle cx="{_n(x(point.value))}" cy="{_n(y)}" r="6" fill="{fill}">', point.label, "circle")
        )
        parts.append(_text(max(x(point.value), x(point.start)) + 12, y + 4, point.label))
    return "".join(parts), high + 8


def _columns(chart: Chart) -> tuple[str, float]:
    left, top_y, base = 44.0, 34.0, 254.0
    totals = [sum(p.value for p in chart.points if p.row == row) for row in range(len(chart.rows))]
    side_by_side = {series.key for series in chart.series} == {"increase", "decrease"}
    most = _nice(max((p.value for p in chart.points), default=1.0) if side_by_side else max(totals, default=1.0))
    step = (WIDE - left - 10) / max(1, len(chart.rows))
    parts = [_text(left, 16, chart.axis, kind="axis")]
    for tick in _ticks(most):
        y = base - (base - top_y) * tick / most
        parts.append(f'<line x1="{_n(left)}" x2="{WIDE - 10}" y1="{_n(y)}" y2="{_n(y)}" class="grid"/>')
        parts.append(_text(left - 6, y + 4, f"{tick:g}", anchor="end"))
    stacked = [0.0] * len(chart.rows)
    for point in chart.points:
        wide = step * 0.7 / (len(chart.series) if side_by_side else 1)
        at = left + point.row * step + step * 0.15 + (point.series * wide if side_by_side else 0)
        long = (base - top_y) * point.value / most
        foot = base if side_by_side else base - (base - top_y) * stacked[point.row] / most
        stacked[point.row] += point.value
        series = chart.series[point.series]
        title = f"{chart.rows[point.row]} {series.name}: {point.label}"
        parts.append(
            _mark(
                _rect(at, foot - long, wide, long, colour(series.key), 0) + ' class="edge">',
                title,
                "rect",
            )
        )
    parts += [_text(left + (row + 0.5) * step, base + 18, name, anchor="middle") for row, name in enumerate(chart.rows)]
    return "".join(parts), base + 30


def _dots(chart: Chart) -> tuple[str, float]:
    left, right = 170.0, WIDE - 16.0
    first = math.floor(min(point.value for point in chart.points))
    last = math.ceil(max(point.value for point in chart.points) + 0.01)

    def x(value: float) -> float:
        return left + (right - left) * (value - first) / max(1, last - first)

    places, heights = stacked(chart, x, 9.0)
    tops, y = [], 34.0
    for high in heights:
        tops.append(y)
        y += max(24.0, high * 9.0 + 12)
    step = 1 if last - first <= 12 else 5
    parts = [_text(left, 16, chart.axis, kind="axis")]
    for year in range(first, last + 1, step):
        parts.append(f'<line x1="{_n(x(year))}" x2="{_n(x(year))}" y1="28" y2="{_n(y)}" class="grid"/>')
        if year < last:
            parts.append(_text((x(year) + x(min(last, year + step))) / 2, y + 14, str(year), anchor="middle"))
    for row, name in enumerate(chart.rows):
        bottom = tops[row + 1] if row + 1 < len(tops) else y
        parts.append(_text(left - 10, bottom - 8, fitted(name, _SIZE, left - 14), anchor="end"))
        parts.append(f'<line x1="{_n(left)}" x2="{_n(right)}" y1="{_n(bottom)}" y2="{_n(bottom)}" class="grid"/>')
    for point, (at, level) in zip(chart.points, places, strict=True):
        bottom = tops[point.row + 1] if point.row + 1 < len(tops) else y
        fill = colour(chart.series[point.series].key)
        parts.append(
            _mark(
                f'<circle cx="{_n(at)}" cy="{_n(bottom - 9 - level * 9)}" r="4" fill="{fill}" class="edge">',
                point.label,
                "circle",
            )
        )
    return "".join(parts), y + 24


def _legend(chart: Chart, high: float) -> tuple[str, float]:
    if chart.kind == "dots" or len(chart.series) < 2:
        return "", 0.0
    used = {point.series for point in chart.points}
    parts, x, y = [], 10.0, high + 10
    for number, series in enumerate(chart.series):
        if number not in used:
            continue
        wide = 24 + width(series.name, _SIZE) + 14
        if x + wide > WIDE:
            x, y = 10.0, y + 20
        parts.append(_rect(x, y - 9, 12, 12, colour(series.key)) + ' class="edge"/>')
        parts.append(_text(x + 17, y + 2, series.name))
        x += wide
    return "".join(parts), y - high + 12


def _grid(x: Callable[[float], float], top: float, high: float) -> list[str]:
    parts = []
    for tick in _ticks(top):
        kind = "grid strong" if tick == 100 else "grid"
        parts.append(f'<line x1="{_n(x(tick))}" x2="{_n(x(tick))}" y1="34" y2="{_n(high)}" class="{kind}"/>')
        parts.append(_text(x(tick), 30, f"{tick:g}", anchor="middle"))
    return parts


def _nice(value: float) -> float:
    size = 10.0 ** math.floor(math.log10(value)) if value > 0 else 1.0
    return next(size * step for step in (1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if size * step >= value)


def _ticks(top: float) -> list[float]:
    for count in (5, 4, 3, 2, 1):
        if (top / count).is_integer():
            return [top / count * n for n in range(count + 1)]
    return [0.0, top]


def _row_label(name: str, y: float) -> str:
    lines = broken(name, _SIZE, _LABELS - 16.0)
    if len(lines) == 1:
        return _text(_LABELS - 8, y + 4, name, anchor="end")
    return _text(_LABELS - 8, y - 3, lines[0], anchor="end") + _text(_LABELS - 8, y + 11, lines[1], anchor="end")


def _axis_title(chart: Chart, x: float) -> str:
    return _text(x, 14, chart.axis, kind="axis")


def _rect(x: float, y: float, wide: float, high: float, fill: str, corner: float = 2) -> str:
    return f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(wide)}" height="{_n(high)}" rx="{_n(corner)}" fill="{fill}"'


def _line(x1: float, y1: float, x2: float, y2: float, look: str) -> str:
    return f'<line x1="{_n(x1)}" x2="{_n(x2)}" y1="{_n(y1)}" y2="{_n(y2)}" {look}/>'


def _mark(shape: str, title: str, name: str) -> str:
    return f"{shape}<title>{escape(title)}</title></{name}>"


def _text(x: float, y: float, text: str, anchor: str = "start", kind: str = "") -> str:
    place = f' text-anchor="{anchor}"' if anchor != "start" else ""
    style = f' class="{kind}"' if kind else ""
    return f'<text x="{_n(x)}" y="{_n(y)}"{place}{style}>{escape(text)}</text>'


def _n(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


_DRAWERS: dict[str, Callable[[Chart], tuple[str, float]]] = {
    "bars": _bars,
    "ranges": _ranges,
    "columns": _columns,
    "dots": _dots,
}
