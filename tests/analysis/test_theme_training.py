"""The theme model on a sample of the real waves, and the commands that train, show and ask it."""

import json

import pytest
from typer.testing import CliRunner

from support import shared_data

pytest.importorskip("sklearn")

from dualtrack.analysis.theme_examples import Example, examples_in, examples_of
from dualtrack.analysis.theme_training import _Trainer, train
from dualtrack.cli import app
from dualtrack.evidence import EvidenceBase
from dualtrack.evidence.ledger import Entry
from dualtrack.extraction.crosslingual_vectors import carried
from dualtrack.extraction.theme_model import ThemeModel
from dualtrack.model import Citation, Initiative, Period, SourceRecord, Text
from dualtrack.sources import read_wave

_HEAD = "InitiativeID|SurveyYear|NameEnglish|CountryLabel|ShortDescription|TH55|TH91"
_LABELS = "Initiative|Year|Name|Country|Description|Mobility|Climate"


@pytest.fixture
def wave_file(tmp_path):
    rows = [_HEAD, _LABELS]
    for number in range(60):
        mobile = number % 2
        said = "Grants for researchers abroad" if mobile else "Wind energy for the climate"
        rows.append(
            f"http://stip.oecd.org/2017/data/policyInitiatives/{number}|2017|Scheme|Japan|{said}|{mobile}|{1 - mobile}"
        )
    path = tmp_path / "STIP_Survey-2017.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


needs_encoder = pytest.mark.skipif(carried() is None, reason="the cross-lingual encoder is not installed")


def _run(*words: str, **more):
    return CliRunner().invoke(app, ["themes", *words], **more)


def test_train_show_and_score(wave_file, tmp_path) -> None:
    kept = str(tmp_path / "themes.npz")
    trained = _run("train", str(wave_file), "--model", kept, "--format", "json")
    assert trained.exit_code == 0, trained.output
    answer = json.loads(trained.stdout)
    assert (answer["themes"], answer["rows"], answer["waves"]) == (2, 60, ["2017"])
    assert answer["labels"] == {"TH55": "Mobility", "TH91": "Climate"}
    assert answer["scores"]["micro_f1"] == 1.0
    assert json.loads(_run("show", "--model", kept, "--format", "json").stdout) == answer
    scored = _run("score", "-", "--model", kept, "--format", "json", input="Wind and energy")
    first = json.loads(scored.stdout)[0]
    assert (first["code"], first["label"], first["told"]) == ("TH91", "Climate", True)
    assert {word for word, _ in first["words"]} >= {"wind", "energy"}


def test_the_parts_of_cross_validation_are_countries_and_nearly_even() -> None:
    rows = [
        Example(f"{number}", "2017", "", "", "", frozenset(["TH55"]), f"country {number % 24}") for number in range(240)
    ]
    part = _Trainer(rows, ("TH55",), {}, print)._parts()
    assert [int((part == number).sum()) for number in range(4)] == [60] * 4
    assert all(len(set(part[at::24])) == 1 for at in range(24))


def test_where_countries_are_few_the_parts_are_initiatives() -> None:
    rows = [Example(f"{number % 40}", "2017", "", "", "", frozenset(["TH55"]), "Japan") for number in range(80)]
    part = _Trainer(rows, ("TH55",), {}, print)._parts()
    assert [int((part == number).sum()) for number in range(4)] == [20] * 4
    assert (part[:40] == part[40:]).all()


def test_score_in_japanese_needs_no_model(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr("dualtrack.observatory.themes.default_model", lambda: tmp_path / "none.npz")
    monkeypatch.setattr("dualtrack.extraction.theme_model.default_model", lambda: tmp_path / "none.npz")
    scored = _run("score", "国際頭脳循環を進める。", "--language", "ja", "--format", "json")
    assert scored.exit_code == 0
    assert "TH55" in {row["code"] for row in json.loads(scored.stdout)}
    assert "no probabilities" in scored.stderr


@needs_encoder
def test_the_model_that_was_named_is_asked_and_no_other(monkeypatch, wave_file, tmp_path) -> None:
    reading, plain = tmp_path / "reading.npz", tmp_path / "plain.npz"
    assert _run("train", str(wave_file), "--model", str(reading)).exit_code == 0
    monkeypatch.setattr("dualtrack.extraction.crosslingual_vectors.carried", lambda: None)
    assert _run("train", str(wave_file), "--model", str(plain)).exit_code == 0
    monkeypatch.undo()
    monkeypatch.setattr("dualtrack.extraction.theme_model.default_model", lambda: reading)
    scored = _run("score", "国際頭脳循環を進める。", "--language", "ja", "--model", str(plain), "--format", "json")
    assert "TH50" in {row["code"] for row in json.loads(scored.stdout)}  # which neither model knows
    assert "no probabilities" in scored.stderr


def test_a_model_is_tried_on_what_it_did_not_learn_from(wave_file, tmp_path) -> None:
    kept = str(tmp_path / "themes.npz")
    assert _run("train", str(wave_file), "--model", kept).exit_code == 0
    refused = _run("test", str(wave_file), "--model", kept)
    assert refused.exit_code != 0
    later = tmp_path / "STIP_Survey-2019.csv"
    head, labels, *rows = wave_file.read_text(encoding="utf-8").splitlines()
    new = [row.replace("policyInitiatives/", "policyInitiatives/9").replace("/2017/", "/2019/") for row in rows[:10]]
    neither = new[0].replace("policyInitiatives/9", "policyInitiatives/8").rsplit("|", 2)[0] + "|0|0"
    odd = [f"{row}|0" for row in [*rows[10:], *new]] + [f"{neither}|1"]
    later.write_text("\n".join([f"{head}|TH13", f"{labels}|Strategy", *odd]), encoding="utf-8")
    answer = _run("test", str(later), "--model", kept, "--format", "json")
    assert answer.exit_code == 0, answer.output
    found = json.loads(answer.stdout)
    assert (found["tried"], found["learned"], found["unknown"], found["themes"]) == (10, 50, 1, 2)
    assert found["scores"]["micro_f1"] == found["scores"]["lrap"] == 1.0
    assert found["scores"]["of"] == 10
    assert "left out: 50 that the model learned from" in _run("test", str(later), "--model", kept).stderr


@needs_encoder
def test_score_in_japanese_by_a_model_learned_from_english(wave_file, tmp_path) -> None:
    kept = str(tmp_path / "themes.npz")
    assert _run("train", str(wave_file), "--model", kept).exit_code == 0
    scored = _run("score", "風力エネルギーと気候", "--language", "ja", "--model", kept, "--format", "json")
    assert scored.exit_code == 0, scored.output
    first = json.loads(scored.stdout)[0]
    assert (first["code"], first["told"]) == ("TH91", True)
    assert dict(first["words"])["風力"] > 0
    assert scored.stderr == ""
    unread = _run("score", "Tuulivoima", "--language", "fi", "--model", kept, "--format", "json")
    assert "no probabilities" in unread.stderr


def test_training_from_a_base_reads_what_was_imported(tmp_path) -> None:
    with EvidenceBase.open(tmp_path / "base.sqlite") as base:
        source = SourceRecord(id="stip-survey-2017", title=Text(en="Wave"), kind="database")
        held = Initiative.model_validate(
            {
                "id": "stip-7",
                "type": "programme",
                "names": {"en": "Return grants", "ja": "帰国助成"},
                "themes": ["TH55"],
                "description": {"en": "For researchers."},
                "elements": [{"en": "They come back."}],
                "background": {"en": "Many left."},
                "cites": [{"source": "stip-survey-2017", "at": "7"}],
            }
        )
        base.write([Entry(source, Period("2017"), "stip"), Entry(held, Period("2017"), "stip")])
        later = source.model_copy(update={"id": "stip-survey-2019"})
        cites = (*held.cites, Citation(source="stip-survey-2019", at="not listed"))
        gone = held.model_copy(update={"cites": cites})
        base.write([Entry(later, Period("2019"), "stip"), Entry(gone, Period("2019"), "stip")])
        [found] = examples_in(base)
    assert found.id == "7"
    assert found.text == "Return grants\nFor researchers.\nThey come back.\nMany left."
    assert found.themes == {"TH55"}
    assert (found.language, found.native) == ("ja", "帰国助成")


def test_real_waves_a_sample_learns_what_the_rest_is_about() -> None:
    wave = read_wave(shared_data("stip/STIP_Survey-2017.csv.gz"))
    rows = list(examples_of(wave))
    sample, rest = rows[::4], rows[1::20]
    model: ThemeModel = train(sample, wave.labels)
    known = [row for row in rest if row.themes & set(model.codes)]
    right = sum(next(iter(model.score(row.text))) in row.themes for row in known)
    assert len(known) > 200
    assert right / len(known) > 0.4
    assert model.about["scores"]["calibration_error"] < 0.05
