"""What forms draw from records: who speaks, which sums are told once, in which order."""

import pytest

from dualtrack.publishing import Brief, Chart, Table
from dualtrack.publishing.blocks import Note
from dualtrack.publishing.colours import _FIXED, colour


def chart(brief: Brief, kind: str) -> Chart:
    return next(b for s in brief.sections for b in s.blocks if isinstance(b, Chart) and b.kind == kind)


def test_a_sum_that_restates_another_in_yen_is_shown_once(briefs: dict[str, Brief]) -> None:
    """Slide 20: 54, 30 and over 100 million pounds; slide 8 gives the last once more, as about 20 billion yen."""
    shown = [point.label for point in chart(briefs["en"], "bars").points]
    assert sorted(shown) == ["GBP 54 million over 5 years", "over GBP 100 million", "up to GBP 30 million over 2 years"]


def test_budgets_go_from_the_deepest_cut_to_the_greatest_rise(briefs: dict[str, Brief]) -> None:
    """Slide 16: the international office of NSF loses 80 %, defence research gains 61 %."""
    drawn = chart(briefs["en"], "ranges")
    values = [point.value for point in drawn.points]
    assert values == sorted(values) and [point.row for point in drawn.points] == list(range(len(values)))
    assert drawn.rows[0] == "Office of International Science and Engineering" and drawn.points[0].label == "down 80%"
    assert drawn.rows[-1].startswith("DOD Research") and drawn.points[-1].label == "up 61%"


def test_analysts_speak_for_themselves_and_support_no_country_s_stand(briefs: dict[str, Brief]) -> None:
    said = next(s for s in briefs["ja"].statements() if s.record == "crds-conclusion-talent")
    assert [tag.name for tag in said.tags] == ["JST-CRDS"]
    points = [b for s in briefs["ja"].sections for b in s.blocks if isinstance(b, Note) and b.kind == "point"]
    assert points and all(tag.name != "JST-CRDS" for point in points for tag in point.tags)


def test_conclusions_stand_in_the_order_asked_for(briefs: dict[str, Brief]) -> None:
    part = next(section for section in briefs["en"].sections if section.number == "3")
    records = [s.record for s in briefs["en"].statements() if s in part.blocks]
    assert records == [
        f"crds-conclusion-{name}"
        for name in (
            "dual-track",
            "talent",
            "global-south",
            "research-security",
            "us-leaving",
            "eu-uk-canada",
            "new-order",
        )
    ]


def test_offices_that_somebody_holds_come_first(briefs: dict[str, Brief]) -> None:
    table = next(
        b for s in briefs["en"].sections for b in s.blocks if isinstance(b, Table) and b.title.startswith("Offices")
    )
    filled = [bool(row[1].text) for row in table.rows]
    assert filled == sorted(filled, reverse=True) and "OSTP" in " ".join(cell.text for cell in table.rows[0])


def test_a_count_of_listed_things_is_not_told_twice(briefs: dict[str, Brief]) -> None:
    assert not any("items" in figure or "rank" in figure for s in briefs["en"].statements() for figure in s.figures)


def test_years_without_anything_before_the_first_are_not_drawn(briefs: dict[str, Brief]) -> None:
    for section in briefs["en"].sections:
        for block in section.blocks:
            if isinstance(block, Chart) and block.kind == "columns":
                assert any(point.row == 0 for point in block.points), block.title


def test_themes_of_older_survey_waves_have_names(survey_briefs: dict[str, Brief]) -> None:
    heads = [
        row[0].text
        for section in survey_briefs["ja"].sections
        for block in section.blocks
        if isinstance(block, Table) and block.heads[0] == "テーマ"
        for row in block.rows
    ]
    assert len(heads) >= 15 and not any(head.startswith("TH") for head in heads)


def test_an_initiative_described_in_english_alone_shows_its_themes_in_japanese(survey_briefs: dict[str, Brief]) -> None:
    tables = [b for s in survey_briefs["ja"].sections for b in s.blocks if isinstance(b, Table) and "施策" in b.heads]
    told = [cell.text for table in tables for row in table.rows for cell in row if cell.text.startswith("テーマ：")]
    assert len(told) > 20
    assert all(table.caveat is not None and "日本語にない" in table.caveat.method for table in tables)


def simulated(shade: str) -> tuple[float, float, float]:
    """A colour as deuteranopes see it, in CIELAB: Viénot, Brettel and Mollon (1999), with sRGB of IEC 61966-2-1."""
    linear = [(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4) for v in parts(shade)]
    red, green, blue = linear
    seen = [0.29275 * red + 0.70725 * green, 0.29275 * red + 0.70725 * green, -0.02234 * red + 0.02234 * green + blue]
    x, y, z = (
        sum(weight * value for weight, value in zip(row, seen, strict=True))
        for row in ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    )
    fx, fy, fz = (
        value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x / 0.9505, y, z / 1.089)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def parts(shade: str) -> list[float]:
    return [int(shade[place : place + 2], 16) / 255 for place in (1, 3, 5)]


@pytest.mark.parametrize("group", [("US", "GB", "EU", "KR", "JP", "IN"), ("JP", "KR", "DE"), ("increase", "decrease")])
def test_colours_that_stand_together_are_told_apart_by_the_colour_blind(group: tuple[str, ...]) -> None:
    seen = {key: simulated(colour(key)) for key in group}
    close = [
        (one, two)
        for one in group
        for two in group
        if one < two and sum((a - b) ** 2 for a, b in zip(seen[one], seen[two], strict=True)) ** 0.5 < 10
    ]
    assert close == []


def test_no_two_countries_have_one_colour() -> None:
    shades = [shade for key, shade in _FIXED.items() if key not in ("increase", "decrease", "other", "")]
    assert len(shades) == len(set(shades))
