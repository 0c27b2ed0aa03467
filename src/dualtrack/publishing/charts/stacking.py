"""Where the dots of a timeline lie: dots that would touch stand one on the other."""

from collections.abc import Callable

from dualtrack.publishing.blocks import Chart


def stacked(chart: Chart, x: Callable[[float], float], apart: float) -> tuple[list[tuple[float, int]], list[int]]:
    """For each point its place along the axis and how high it is stacked; and how high each row is.

    ``x`` places a value along the axis; dots stand at least ``apart`` from each other, in the units of ``x``.
    """
    columns: dict[tuple[int, int], int] = {}
    heights = [1] * len(chart.rows)
    places = []
    for point in chart.points:
        slot = (point.row, round(x(point.value) / apart))
        level = columns.get(slot, 0)
        columns[slot] = level + 1
        heights[point.row] = max(heights[point.row], level + 1)
        places.append((slot[1] * apart, level))
    return places, heights
