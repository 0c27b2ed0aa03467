"""What docs/ says of briefs is what the program does."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dualtrack.model import Actor
from dualtrack.publishing import Brief, Chart, Holdings, Spec, Statement, Table, form_names
from dualtrack.publishing.spec import Piece, Query, Section

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_every_form_has_its_heading() -> None:
    text = (DOCS / "brief.md").read_text("utf-8")
    assert re.findall(r"^### `([a-z-]+)`$", text, flags=re.MULTILINE) and sorted(
        re.findall(r"^### `([a-z-]+)`$", text, flags=re.MULTILINE)
    ) == sorted(form_names())


@pytest.mark.parametrize("model", [Spec, Section, Piece, Query])
def test_every_field_of_a_specification_is_told(model: type[Spec] | type[Section] | type[Piece] | type[Query]) -> None:
    text = (DOCS / "brief.md").read_text("utf-8")
    fields = [field.alias or name for name, field in model.model_fields.items()]
    assert [field for field in fields if f"`{field}`" not in text] == []


def sections_of(brief: Brief, held: Holdings) -> dict[int, set[str]]:
    """Which sections hold records that cite which slide."""
    found: dict[int, set[str]] = {}
    for section in brief.sections:
        for block in section.blocks:
            ids = [block.record] if isinstance(block, Statement) else []
            tables = [block] if isinstance(block, Table) else [block.data] if isinstance(block, Chart) else []
            for table in tables:
                for cell in (cell for row in table.rows for cell in row):
                    ids += [cell.record] if cell.record else list(cell.records)
            for id in ids:
                record = held.get(id)
                for citation in record.cites if record is not None else ():
                    if place := re.fullmatch(r"slide (\d+)", citation.at):
                        found.setdefault(int(place[1]), set()).add(section.number)
    return found


def test_the_seed_s_slides_went_where_the_table_says(briefs: dict[str, Brief], held: Holdings) -> None:
    rows = re.findall(
        r"^\| (\d+) \| [^|]+ \| ([^|]+) \|", (DOCS / "seed-coverage.md").read_text("utf-8"), flags=re.MULTILINE
    )
    assert [int(slide) for slide, _ in rows] == list(range(1, 23))
    found = sections_of(briefs["en"], held)
    wrong = [
        (slide, section)
        for slide, where in rows
        for section in re.findall(r"\b\d(?:\.\d)?(?=[,;. ]|$)", where.replace("part 1", "").replace("part 2", ""))
        if section not in found.get(int(slide), set())
    ]
    assert wrong == []


def test_the_offices_of_slide_14_come_out_right(briefs: dict[str, Brief]) -> None:
    table = next(
        block
        for section in briefs["en"].sections
        for block in section.blocks
        if isinstance(block, Table) and block.title.startswith("Offices")
    )
    rows = {row[0].text: [cell.text for cell in row] for row in table.rows}
    cto = " ".join(rows["US Chief Technology Officer"])
    assert "Ethan Klein" in cto and "26 May 2025" in cto and ("confirmation" in cto or "awaits" in cto)
    director = " ".join(rows["Director of OSTP"])
    assert "Michael Kratsios" in director and "also" in director
    assert "Arati Prabhakar" in director and "Kelvin Droegemeier" in director


def test_the_walk_through_works_as_written(
    base_path: Path, base: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dualtrack.cli import app

    text = (DOCS / "walkthrough.md").read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DUALTRACK_BASE", str(base_path))
    runner = CliRunner()
    steps = re.findall(r"```(sh|yaml)\n(.*?)```", text, flags=re.DOTALL)
    assert [kind for kind, _ in steps].count("sh") >= 5
    for kind, body in steps:
        if kind == "yaml":
            (tmp_path / "korea-germany.yaml").write_text(body, encoding="utf-8")
            continue
        for line in body.strip().splitlines():
            result = runner.invoke(app, shlex.split(line)[1:])
            assert result.exit_code == 0, (line, result.output, result.exception)
    for name in ("korea-germany.ja.html", "korea-germany.en.html", "korea-germany.ja.pptx", "korea-germany.en.pptx"):
        assert (tmp_path / "build" / name).stat().st_size > 10_000
    page = (tmp_path / "build" / "korea-germany.en.html").read_text("utf-8")
    for said in ("Horizon Europe", "1,000 heads", "dual nationality", "research security", "August 2023"):
        assert said.casefold() in page.casefold(), said


def test_actors_are_no_facts_of_a_brief_unless_the_catalogue_tells_of_them(held: Holdings) -> None:
    told = [fact for fact in held._by_kind["actors"] if isinstance(fact, Actor)]
    assert 10 < len(told) < 300
