"""Hypothesis strategies shared by all tests: values drawn from the whole range the model allows."""

import calendar

from hypothesis import strategies as st

years = st.integers(min_value=1, max_value=9998).map(lambda year: f"{year:04}")
marks = st.sampled_from(["", "~", "?", "%"])


@st.composite
def edtf_points(draw: st.DrawFn) -> str:
    """One EDTF point: a decade, year, month, day, season or quarter, perhaps marked."""
    kind = draw(st.sampled_from(["decade", "year", "month", "day", "season", "quarter"]))
    year = draw(years)
    if kind == "decade":
        return f"{draw(st.integers(1, 998)):03}X"
    text = year
    if kind in ("month", "day"):
        month = draw(st.integers(1, 12))
        text += f"-{month:02}"
        if kind == "day":
            text += f"-{draw(st.integers(1, calendar.monthrange(int(year), month)[1])):02}"
    elif kind == "season":
        text += f"-{draw(st.integers(21, 24))}"
    elif kind == "quarter":
        text += f"-{draw(st.integers(33, 36))}"
    return text + draw(marks)


@st.composite
def edtf_intervals(draw: st.DrawFn) -> str:
    """Two EDTF points in either order, or one with an open or unknown end; may end before it begins."""
    first, last = draw(edtf_points()), draw(edtf_points())
    return draw(st.sampled_from([f"{first}/{last}", f"{first}/..", f"../{last}", f"{first}/", f"/{last}"]))
