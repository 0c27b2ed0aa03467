"""Charts that are made of marks in rows, as native XY charts: timelines of dots, and dumbbells.

The inside of the axes fills the chart's frame to fixed margins, so that the names of the rows, which XY charts know
nothing of, can stand as text beside it.
"""

import math
from typing import Any

from lxml import etree
from pptx.chart.data import XyChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.util import Pt

from dualtrack.publishing.blocks import Chart
from dualtrack.publishing.charts.stacking import stacked
from dualtrack.publishing.colours import colour
from dualtrack.publishing.deck.ink import BEFORE, GRID, SOFT, ink

_PAIRS: Any = XyChartData
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_SIDE, _TOP, _FOOT, _TITLED = 12.0, 4.0, 24.0, 42.0
"""Margins around the inside of the axes in points: left and right, above, below, below with an axis title."""
_DOT = 6.0
"""The size of a dot in points; dots stand half a point apart."""


def rows_of(chart: Chart, size: tuple[float, float]) -> list[float]:
    """How far below the top of its frame each row of a chart of marks lies, in points."""
    if chart.kind == "dots":
        heights = _dots_placed(chart, size[0])[1]
        tops = _tops(heights)
        inner, whole = size[1] - _TOP - _FOOT, tops[0] + 0.5
        return [_TOP + inner * (1 - (top - high) / whole) for top, high in zip(tops, map(_rise, heights), strict=True)]
    count, inner = len(chart.rows), size[1] - _TOP - _TITLED
    return [_TOP + inner * (row + 0.6) / (count + 0.2) for row in range(count)]


def dots_height(chart: Chart) -> float:
    """As high as a chart of dots should be at most, so that dots on each other stand close."""
    return _TOP + _FOOT + max(120.0, 1.5 * _DOT * _tops(_dots_placed(chart, 700.0)[1])[0])


def dots(chart: Chart, size: tuple[float, float]) -> tuple[Any, Any, Any]:
    """A dot for each point in its row, dots that would touch one on the other."""
    places, heights = _dots_placed(chart, size[0])
    tops, (first, last) = _tops(heights), _years(chart)
    data: Any = _PAIRS(number_format="0.00")
    held: dict[int, list[tuple[float, float]]] = {}
    for point, (year, level) in zip(chart.points, places, strict=True):
        held.setdefault(point.series, []).append((round(year, 3), tops[point.row] - _rise(heights[point.row]) + level))
    # LibreOffice drops the series before one that is longer: the longest comes first
    order = sorted(held, key=lambda number: (-len(held[number]), number))
    for number in order:
        made = data.add_series(chart.series[number].name)
        for x, y in held[number]:
            made.add_data_point(x, y)

    def dress(native: Any) -> None:
        for number, series in zip(order, native.plots[0].series, strict=True):
            _mark(series, colour(chart.series[number].key), _DOT)
        _axes(native, (first, last), (0.0, tops[0] + 0.5))
        steps = (1, 2, 5, 10, 20, 50)
        native.category_axis.major_unit = next(step for step in steps if (last - first) / step <= 14)
        _place(native, size, _FOOT)

    return XL_CHART_TYPE.XY_SCATTER, data, dress


def ranges(chart: Chart, size: tuple[float, float]) -> tuple[Any, Any, Any]:
    """A dumbbell a row: a grey mark at the start, a filled one at the value, a line between, the change beside."""
    count = len(chart.rows)
    most = max(value for point in chart.points for value in (point.value, point.start))
    last = 20 * math.ceil((most * 1.12) / 20)
    data: Any = _PAIRS(number_format="0.#")
    for point in chart.points:
        made = data.add_series(chart.rows[point.row])
        made.add_data_point(point.start, count - point.row)
        made.add_data_point(point.value, count - point.row)

    def dress(native: Any) -> None:
        for point, series in zip(chart.points, native.plots[0].series, strict=True):
            shade = colour(chart.series[point.series].key)
            _mark(series, shade, 9)
            series.format.line.color.rgb = ink(shade)
            series.format.line.width = Pt(3)
            start = series.points[0]
            start.marker.style = XL_MARKER_STYLE.CIRCLE
            start.marker.size = 9
            start.marker.format.fill.solid()
            start.marker.format.fill.fore_color.rgb = BEFORE
            start.format.line.color.rgb = BEFORE  # from which LibreOffice takes the mark's colour
            label_point(series, 0 if point.start > point.value else 1, point.label, XL_LABEL_POSITION.RIGHT)
        _axes(native, (0, last), (0.4, count + 0.6))
        axis = native.category_axis
        axis.major_unit = 20 if last <= 200 else 50
        title_axis(axis, chart.axis)
        _place(native, size, _TITLED)

    return XL_CHART_TYPE.XY_SCATTER_LINES, data, dress


def _years(chart: Chart) -> tuple[int, int]:
    first = math.floor(min(point.value for point in chart.points))
    return first, max(first + 1, math.ceil(max(point.value for point in chart.points) + 0.01))


def _dots_placed(chart: Chart, wide: float) -> tuple[list[tuple[float, int]], list[int]]:
    """For each point its year, moved to the next place of a dot, and its level; for each row how high it is."""
    first, last = _years(chart)
    inner = (wide - 2 * _SIDE) / (last - first)
    places, heights = stacked(chart, lambda value: (value - first) * inner, _DOT + 0.5)
    return [(first + x / inner, level) for x, level in places], heights


def _rise(high: int) -> float:
    """How far the lowest dot of a row lies under the row's top."""
    return max(2, high) + 0.5


def _tops(heights: list[int]) -> list[float]:
    return [sum(_rise(high) + 0.5 for high in heights[row:]) for row in range(len(heights))]


def _place(native: Any, size: tuple[float, float], foot: float) -> None:
    """Fix where the inside of the axes lies, as shares of the frame."""
    native.has_legend = False
    area = native._chartSpace.chart.plotArea
    for old in area.findall(f"{_C}layout"):
        area.remove(old)
    layout = etree.Element(f"{_C}layout")
    manual = etree.SubElement(layout, f"{_C}manualLayout")
    x, y, wide, high = _SIDE / size[0], _TOP / size[1], 1 - 2 * _SIDE / size[0], 1 - (_TOP + foot) / size[1]
    settings = {
        "layoutTarget": "inner",
        "xMode": "edge",
        "yMode": "edge",
        **{name: f"{value:.4f}" for name, value in (("x", x), ("y", y), ("w", wide), ("h", high))},
    }
    for name, value in settings.items():
        etree.SubElement(manual, f"{_C}{name}").set("val", value)
    area.insert(0, layout)


def _axes(native: Any, across: tuple[float, float], down: tuple[float, float]) -> None:
    axis, rows = native.category_axis, native.value_axis
    axis.minimum_scale, axis.maximum_scale = across
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "0", False
    axis.tick_labels.font.color.rgb = SOFT
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = GRID
    axis.format.line.color.rgb = GRID
    axis.major_tick_mark = XL_TICK_MARK.NONE
    rows.minimum_scale, rows.maximum_scale = down
    rows.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    rows.major_tick_mark = XL_TICK_MARK.NONE
    rows.has_major_gridlines = False
    rows.format.line.fill.background()


def _mark(series: Any, shade: str, size: float) -> None:
    series.format.line.fill.background()
    series.smooth = False
    series.marker.style = XL_MARKER_STYLE.CIRCLE
    series.marker.size = int(size)
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = ink(shade)
    series.marker.format.line.fill.background()


def title_axis(axis: Any, text: str) -> None:
    """Write what an axis counts beside it."""
    axis.has_title = True
    frame = axis.axis_title.text_frame
    frame.text = text
    frame.paragraphs[0].runs[0].font.size = Pt(10)
    frame.paragraphs[0].runs[0].font.bold = False


def label_point(series: Any, point: int, text: str, position: Any) -> None:
    """Write a text at a point of a native chart."""
    label = series.points[point].data_label
    label.position = position
    frame = label.text_frame
    frame.text = text
    frame.paragraphs[0].runs[0].font.size = Pt(10)
