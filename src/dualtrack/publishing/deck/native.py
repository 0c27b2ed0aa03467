"""Charts as native, editable PowerPoint charts, from the same data as the SVG of the page: bars and columns."""

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.parts.chart import ChartPart
from pptx.util import Pt

from dualtrack.publishing.blocks import Chart
from dualtrack.publishing.colours import colour
from dualtrack.publishing.deck.ink import GRID, SOFT, ink
from dualtrack.publishing.deck.scatter import dots, dots_height, label_point, ranges, title_axis
from dualtrack.publishing.measure import fitted, width

_CATEGORIES: Any = CategoryChartData
_HEIGHTS = {"bars": (56, 44), "ranges": (64, 30)}
"""The height of a chart in points beside its rows, and of each row; others take what there is."""
ROW = 10.0
"""The size of the names of rows."""


def chart_height(chart: Chart) -> float:
    """As high as a chart should be at most, so that few rows do not swell."""
    if chart.kind == "dots":
        return dots_height(chart)
    beside, row = _HEIGHTS.get(chart.kind, (2000, 0))
    return beside + row * len(chart.rows)


def row_names(chart: Chart) -> float:
    """The room for the names of the rows, which stand beside a chart of marks; none beside others."""
    if chart.kind not in ("dots", "ranges"):
        return 0.0
    return min(320.0 if len(chart.rows) > 10 else 250.0, max(width(name, ROW) for name in chart.rows) + 6)


def add_chart(part: Any, chart: Chart, size: tuple[float, float]) -> str:
    """Make the chart's part for a slide's part; what is returned is the relation that its frame names.

    ``size``: width and height of its frame in points.
    """
    kind, data, dress = _KINDS[chart.kind](chart, size)
    made = ChartPart.new(kind, data, part.package)
    relation = str(part.relate_to(made, RELATIONSHIP_TYPE.CHART))
    native = made.chart
    native.has_title = False
    native.font.size = Pt(10.5)
    dress(native)
    return relation


def _bars(chart: Chart, _size: tuple[float, float]) -> tuple[Any, Any, Any]:
    data: Any = _CATEGORIES(number_format="#,##0.##")
    data.categories = [fitted(name, 10.5, 260) for name in reversed(chart.rows)]
    last = len(chart.rows) - 1
    for number, series in enumerate(chart.series):
        values = {last - point.row: point.value for point in chart.points if point.series == number}
        data.add_series(series.name, [values.get(row) for row in range(len(chart.rows))])

    def dress(native: Any) -> None:
        axis = native.category_axis
        axis.major_tick_mark = XL_TICK_MARK.NONE
        axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
        axis.format.line.color.rgb = SOFT
        _quiet(native.value_axis, chart.axis)
        native.value_axis.maximum_scale = 1.35 * max((point.value for point in chart.points), default=1.0)
        native.plots[0].gap_width, native.plots[0].overlap = 60, 100
        for number, series in enumerate(native.plots[0].series):
            _fill(series, chart.series[number].key)
            for point in chart.points:
                if point.series == number:
                    label_point(series, last - point.row, point.label, XL_LABEL_POSITION.OUTSIDE_END)
        _legend(native, len(chart.series) > 1)

    return XL_CHART_TYPE.BAR_CLUSTERED, data, dress


def _columns(chart: Chart, _size: tuple[float, float]) -> tuple[Any, Any, Any]:
    data: Any = _CATEGORIES(number_format="0")
    data.categories = list(chart.rows)
    for number, series in enumerate(chart.series):
        values = {point.row: point.value for point in chart.points if point.series == number}
        data.add_series(series.name, [values.get(row) for row in range(len(chart.rows))])
    side = {series.key for series in chart.series} == {"increase", "decrease"}

    def dress(native: Any) -> None:
        native.plots[0].gap_width = 60
        for number, series in enumerate(native.plots[0].series):
            _fill(series, chart.series[number].key)
        _quiet(native.value_axis, chart.axis)
        highest = max((p.value for p in chart.points), default=1.0) if side else _tallest(chart)
        if highest <= 10:
            native.value_axis.major_unit = 2 if highest > 5 else 1
        native.value_axis.tick_labels.number_format = "0"
        native.value_axis.tick_labels.number_format_is_linked = False
        native.category_axis.tick_labels.font.size = Pt(10.5)
        native.category_axis.major_tick_mark = XL_TICK_MARK.NONE
        native.category_axis.format.line.color.rgb = SOFT
        _legend(native, len(chart.series) > 1)

    return (XL_CHART_TYPE.COLUMN_CLUSTERED if side else XL_CHART_TYPE.COLUMN_STACKED), data, dress


def _tallest(chart: Chart) -> float:
    rows = range(len(chart.rows))
    return max((sum(p.value for p in chart.points if p.row == row) for row in rows), default=1.0)


def _quiet(axis: Any, title: str) -> None:
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = GRID
    axis.format.line.fill.background()
    axis.tick_labels.font.size = Pt(10)
    axis.tick_labels.font.color.rgb = SOFT
    axis.minimum_scale = 0
    title_axis(axis, title)


def _legend(native: Any, wanted: bool) -> None:
    native.has_legend = wanted
    if wanted:
        native.legend.position = XL_LEGEND_POSITION.BOTTOM
        native.legend.include_in_layout = False
        native.legend.font.size = Pt(10)


def _fill(series: Any, key: str) -> None:
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = ink(colour(key))
    series.invert_if_negative = False


_KINDS: dict[str, Any] = {"bars": _bars, "ranges": ranges, "columns": _columns, "dots": dots}
