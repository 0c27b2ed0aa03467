"""The codebook as a whole: complete, quick, bilingual, mapped to STIP, and its faults told by file, line and field."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dualtrack.codebook import Codebook, Verb, codebook
from dualtrack.codebook.files import package_data, read_yaml
from dualtrack.codebook.sections import build_names, build_section
from dualtrack.errors import BadInputError, ManyErrors
from dualtrack.model import RECORD_TYPES, Period
from support import shared_data

BOOK = codebook()


def test_every_verb_effect_names_a_state_and_renewal_holds_an_agreement_in_force() -> None:
    assert len(BOOK.verbs) >= 30
    assert BOOK.verbs["sign"].effects["agreements"].status == "signed"
    assert BOOK.verbs["sign"].effects["agreements"].with_term == "in-force"
    assert BOOK.verbs["plan-close"].effects["bodies"].plan
    assert BOOK.verbs["extend"].presupposes == "in-force"
    assert BOOK.verbs["withdraw"].weight < 0 < BOOK.verbs["join"].weight


def test_sections_refer_only_to_what_there_is() -> None:
    groups, lists = BOOK.groups, BOOK.technology_lists
    for technology in BOOK.technologies.values():
        assert set(technology.lists) <= set(lists), technology.id
    for theme in BOOK.themes.values():
        assert theme.pillar is None or theme.pillar in BOOK.pillars
    for pillar in BOOK.pillars.values():
        assert set(pillar.verbs) <= set(BOOK.verbs)
    for indicator in BOOK.indicators.values():
        assert indicator.unit == "money" or indicator.unit in BOOK.units, indicator.id
    for track in BOOK.tracks.values():
        for rule in track.rules:
            assert {rule.partners_within, rule.partners_beyond} - {None} <= set(groups)
            assert set(rule.themes) <= set(BOOK.themes)
    assert set(BOOK.terms) <= set(BOOK.themes) | set(BOOK.technologies)
    known = set(BOOK.entities) | set(BOOK.countries)
    for group in groups.values():
        assert {member.who for member in group.members} <= known
        assert group.actor is None or group.actor in known
    for list_ in lists.values():
        assert list_.publisher is None or list_.publisher in known


def test_each_official_list_is_held_whole() -> None:
    held: dict[str, set[str]] = {}
    for technology in BOOK.technologies.values():
        for id, name in technology.lists.items():
            held.setdefault(id, set()).add(name)
    assert {id: len(names) for id, names in held.items()} == {
        id: list_.fields for id, list_ in BOOK.technology_lists.items()
    }


def test_stip_codes_are_those_of_the_survey() -> None:
    import openpyxl

    book = openpyxl.load_workbook(shared_data("stip/STIP_Survey_Codebook_2021.xlsx"), read_only=True)
    codes = {
        str(row[0]) for sheet in ("Themes", "PolicyInstruments") for row in book[sheet].iter_rows(values_only=True)
    }
    used = [entry for entries in (BOOK.themes, BOOK.types) for entry in entries.values()]
    assert {code for entry in used for code in entry.stip} <= codes
    instruments = {code for code in codes if code.startswith("PI0")}
    assert {code for entry in BOOK.types.values() for code in entry.stip} == instruments


def test_the_catalogue_uses_only_what_the_codebook_has() -> None:
    unknown = []
    for name, data in BOOK.data.items():
        if not name.startswith("catalogue/") or not isinstance(data, dict):
            continue
        for section, known in (("themes", BOOK.themes), ("technologies", BOOK.technologies)):
            for kind in ("initiatives", "actions", "observations"):
                for record in data.get(kind) or ():
                    unknown += [(name, record["id"], id) for id in record.get(section) or () if id not in known]
        unknown += [(name, r["id"], r["type"]) for r in data.get("initiatives") or () if r["type"] not in BOOK.types]
        unknown += [(name, r["id"], r["verb"]) for r in data.get("actions") or () if r["verb"] not in BOOK.verbs]
        for record in data.get("observations") or ():
            if record["indicator"] not in BOOK.indicators:
                unknown.append((name, record["id"], record["indicator"]))
    assert unknown == []


def test_a_cold_start_is_quick() -> None:
    code = (
        "import time; from dualtrack.codebook import codebook; t = time.perf_counter(); b = codebook(); b.verbs; b.themes;"
        "print(time.perf_counter() - t)"
    )
    runs = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout) for _ in range(3)
    ]
    assert min(runs) < 0.15


def test_the_cache_is_done_without_where_it_cannot_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dualtrack").write_text("a file where the folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert "codebook/verbs.yaml" in package_data()


def test_a_cache_that_is_no_json_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    first = package_data()
    kept = next((tmp_path / "dualtrack").glob("codebook-*.json"))
    kept.write_text("{ half")
    assert package_data() == first
    assert json.loads(kept.read_text(encoding="utf-8")) == first


def test_a_mistake_is_told_with_file_line_and_field(tmp_path: Path) -> None:
    path = tmp_path / "verbs.yaml"
    path.write_text(
        "sign:\n  labels: {ja: 署名する, en: signs}\n  definition: {ja: 署名。, en: Signs.}\n  polarity: promote\n"
        "  weight: 12\n  effects: {}\nlose:\n  labels: {en: loses}\n  definition: {ja: 失う。, en: Loses.}\n"
        "  polarity: bad\n  weight: 0\n  colour: red\n",
        encoding="utf-8",
    )
    with pytest.raises(ManyErrors) as caught:
        build_section(read_yaml(path), Verb, path)
    told = {(error.facts["field"], error.facts["line"]) for error in caught.value.errors}
    assert told == {("weight", 5), ("labels", 8), ("polarity", 10), ("colour", 12)}
    assert all(error.facts["file"] == str(path) for error in caught.value.errors)


def test_a_key_that_stands_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "units.yaml"
    path.write_text("people: {}\nvisas: {}\npeople: {}\n", encoding="utf-8")
    with pytest.raises(BadInputError) as caught:
        read_yaml(path)
    assert caught.value.facts["line"] == 3 and "people" in str(caught.value)


def test_norway_is_no_truth_value_and_a_date_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "some.yaml"
    path.write_text("country: NO\nday: 2024-02-30\nplan: true\ncount: 3\n", encoding="utf-8")
    assert read_yaml(path) == {"country": "NO", "day": "2024-02-30", "plan": True, "count": 3}


def test_a_name_is_an_actor_or_an_initiative(tmp_path: Path) -> None:
    path = tmp_path / "names.yaml"
    path.write_text(
        "- {id: xx-a, names: {en: A}}\n- {id: xx-b, kind: funder, type: fund, names: {en: B}}\n", encoding="utf-8"
    )
    with pytest.raises(ManyErrors) as caught:
        build_names(read_yaml(path), path)
    assert [error.facts["line"] for error in caught.value.errors] == [1, 2]


def test_own_groups_replace_ours(tmp_path: Path) -> None:
    own = tmp_path / "groups.yaml"
    own.write_text(
        "like-minded:\n  labels: {ja: 同志国, en: Like-minded}\n  definition: {ja: 自分の定義。, en: My own rule.}\n"
        "  source: mine\n  rule: {any_of: [g7], also: [KR], without: [IT]}\n",
        encoding="utf-8",
    )
    book = Codebook(BOOK.data, own)
    assert book.members_on("like-minded", "2025") == {"CA", "DE", "FR", "GB", "JP", "US", "KR"}
    assert book.members_on("g7", "2025") == BOOK.members_on("g7", "2025")


def test_kinds_of_names_are_kinds_of_the_model() -> None:
    for name in BOOK.names.values():
        fields = {"id": name.id, "names": name.names.as_dict()}
        if name.kind:
            RECORD_TYPES["actor"].build({**fields, "kind": name.kind, "country": name.country})
        else:
            assert name.type in BOOK.types, name.id


def test_a_missing_group_is_told() -> None:
    with pytest.raises(BadInputError, match="not in the codebook"):
        BOOK.members_on("g99", Period("2024"))
