"""Charts as native, editable PowerPoint charts, from the same data as the SVG of the page."""

from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.parts.chart import ChartPart
from pptx.util import Pt

from dualtrack.publishing.blocks import Chart
from dualtrack.publishing.colours import colour
from dualtrack.publishing.deck.ink import ink
from dualtrack.publishing.measure import fitted

_SOFT = ink("#555B63")
_GRID = ink("#D5D9DE")
_CATEGORIES: Any = CategoryChartData
_PAIRS: Any = XyChartData


def add_chart(part: Any, chart: Chart) -> str:
    """Make the chart's part for a slide's part; what is returned is the relation that its frame names."""
    kind, data = _DATA[chart.kind](chart)
    made = ChartPart.new(kind, data, part.package)
    relation = str(part.relate_to(made, RELATIONSHIP_TYPE.CHART))
    native = made.chart
    native.has_title = False
    native.font.size = Pt(10.5)
    _DRESS[chart.kind](native, chart)
    return relation


def _bar_data(chart: Chart) -> tuple[Any, Any]:
    data: Any = _CATEGORIES(number_format="#,##0.##")
    data.categories = [fitted(name, 10.5, 210) for name in chart.rows]
    for number, series in enumerate(chart.series):
        values = {point.row: point.value for point in chart.points if point.series == number}
        data.add_series(series.name, [values.get(row) for row in range(len(chart.rows))])
    return XL_CHART_TYPE.BAR_CLUSTERED, data


def _range_data(chart: Chart) -> tuple[Any, Any]:
    """A floating bar from the year before (100) to the request: an unseen foot, then the difference."""
    data: Any = _CATEGORIES(number_format="0.#")
    data.categories = [fitted(name, 10.5, 210) for name in chart.rows]
    points = {point.row: point for point in chart.points}
    rows = range(len(chart.rows))
    data.add_series(chart.axis, [min(points[row].value, points[row].start) for row in rows])
    for number, series in enumerate(chart.series[:2]):
        data.add_series(
            series.name,
            [abs(points[row].value - points[row].start) if points[row].series == number else None for row in rows],
        )
    return XL_CHART_TYPE.BAR_STACKED, data


def _column_data(chart: Chart) -> tuple[Any, Any]:
    data: Any = _CATEGORIES(number_format="0")
    data.categories = list(chart.rows)
    for number, series in enumerate(chart.series):
        values = {point.row: point.value for point in chart.points if point.series == number}
        data.add_series(series.name, [values.get(row) for row in range(len(chart.rows))])
    side = {series.key for series in chart.series} == {"increase", "decrease"}
    return (XL_CHART_TYPE.COLUMN_CLUSTERED if side else XL_CHART_TYPE.COLUMN_STACKED), data


def _dot_data(chart: Chart) -> tuple[Any, Any]:
    data: Any = _PAIRS(number_format="0.00")
    stacks: dict[tuple[int, int], int] = {}
    for number, series in enumerate(chart.series):
        made = data.add_series(series.name)
        for point in chart.points:
            if point.series == number:
                slot = (point.row, round(point.value * 12))
                level = stacks.get(slot, 0)
                stacks[slot] = level + 1
                made.add_data_point(point.value, len(chart.rows) - point.row + min(level, 7) * 0.11)
    return XL_CHART_TYPE.XY_SCATTER, data


def _dress_bars(native: Any, chart: Chart) -> None:
    _axes(native)
    native.plots[0].gap_width, native.plots[0].overlap = 45, 100
    for number, series in enumerate(native.plots[0].series):
        _fill(series, chart.series[number].key)
        for point in chart.points:
            if point.series == number:
                _label(series, point.row, point.label, XL_LABEL_POSITION.OUTSIDE_END)
    _value_title(native, chart.axis)
    _legend(native, len(chart.series) > 1)


def _dress_ranges(native: Any, chart: Chart) -> None:
    _axes(native)
    native.value_axis.minimum_scale = 0
    native.plots[0].gap_width, native.plots[0].overlap = 70, 100
    foot, *rest = native.plots[0].series
    foot.format.fill.background()
    for number, series in enumerate(rest):
        _fill(series, chart.series[number].key)
        for point in chart.points:
            if point.series == number:
                _label(series, point.row, point.label)
    native.has_legend = False
    _value_title(native, chart.axis)


def _value_title(native: Any, text: str) -> None:
    native.value_axis.has_title = True
    frame = native.value_axis.axis_title.text_frame
    frame.text = text
    frame.paragraphs[0].runs[0].font.size = Pt(10)
    frame.paragraphs[0].runs[0].font.bold = False


def _dress_columns(native: Any, chart: Chart) -> None:
    native.plots[0].gap_width = 60
    for number, series in enumerate(native.plots[0].series):
        _fill(series, chart.series[number].key)
    _quiet(native.value_axis)
    _value_title(native, chart.axis)
    native.category_axis.tick_labels.font.size = Pt(10.5)
    _legend(native, len(chart.series) > 1)


def _dress_dots(native: Any, chart: Chart) -> None:
    for number, series in enumerate(native.plots[0].series):
        series.format.line.fill.background()
        series.marker.style = XL_MARKER_STYLE.CIRCLE
        series.marker.size = 7
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = ink(colour(chart.series[number].key))
        series.marker.format.line.fill.background()
    first = int(min(point.value for point in chart.points))
    last = int(max(point.value for point in chart.points)) + 1
    axis = native.category_axis
    axis.minimum_scale, axis.maximum_scale = first, last
    axis.major_unit = 1 if last - first <= 12 else 5
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "0", False
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = _GRID
    rows = native.value_axis
    rows.minimum_scale, rows.maximum_scale = 0.6, len(chart.rows) + 1.0
    rows.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    rows.major_tick_mark = XL_TICK_MARK.NONE
    rows.has_major_gridlines = False
    rows.format.line.fill.background()
    _legend(native, True, XL_LEGEND_POSITION.RIGHT)


def _axes(native: Any) -> None:
    native.category_axis.reverse_order = True
    native.category_axis.tick_labels.font.size = Pt(10)
    native.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    native.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _quiet(native.value_axis)


def _quiet(axis: Any) -> None:
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = _GRID
    axis.format.line.fill.background()
    axis.tick_labels.font.size = Pt(10)
    axis.tick_labels.font.color.rgb = _SOFT


def _label(series: Any, row: int, text: str, where: Any = XL_LABEL_POSITION.INSIDE_BASE) -> None:
    label = series.points[row].data_label
    label.position = where
    frame = label.text_frame
    frame.text = text
    frame.paragraphs[0].runs[0].font.size = Pt(10)


def _legend(native: Any, wanted: bool, where: Any = XL_LEGEND_POSITION.BOTTOM) -> None:
    native.has_legend = wanted
    if wanted:
        native.legend.position = where
        native.legend.include_in_layout = False
        native.legend.font.size = Pt(10)


def _fill(series: Any, key: str) -> None:
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = ink(colour(key))
    series.invert_if_negative = False


_DATA: dict[str, Any] = {"bars": _bar_data, "ranges": _range_data, "columns": _column_data, "dots": _dot_data}
_DRESS: dict[str, Any] = {"bars": _dress_bars, "ranges": _dress_ranges, "columns": _dress_columns, "dots": _dress_dots}
