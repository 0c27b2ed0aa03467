"""``dualtrack themes``: a model of STIP themes, trained, shown and asked."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from dualtrack.cli.shared import BaseOption, Format, FormatOption, emit, emit_json, group

ModelOption = Annotated[
    Path | None,
    typer.Option("--model", help="The model file; without it, themes.npz in your data folder.", show_default=False),
]
_SCORES = {
    "micro_f1": "micro-F1",
    "macro_f1": "macro-F1",
    "lrap": "label-ranking average precision",
    "first_right": "first theme right",
    "calibration_error": "calibration error, all themes",
    "calibration_error_first": "calibration error, first theme",
}

_SHOWN = {name: _SCORES[name] for name in ("micro_f1", "lrap", "first_right", "calibration_error")}


def register(app: typer.Typer) -> None:
    """Add the commands."""
    themes = group(app, "themes", "Tell what a text is about: STIP themes learned from survey initiatives.")
    themes.command("train")(train)
    themes.command("show")(show)
    themes.command("test")(test)
    themes.command("score")(score)


def train(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Wave files; without them, the base's waves.", show_default=False)
    ] = None,
    base: BaseOption = None,
    model: ModelOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Train the theme model from wave files, or from the waves that were imported into the base.

    Takes a few minutes and needs the extra `themes`. Scores are by cross-validation over initiatives. The model is one
    file of arrays and JSON that is safe to load.

    Examples:
        dualtrack themes train STIP_Survey-2017.csv.gz STIP_Survey-2019.csv.gz
        dualtrack themes train --base team.sqlite --model team-themes.npz
    """
    from dualtrack.observatory import keeping, themes

    if files:
        trained = themes.train_from_files(files, model, _say)
    else:
        with keeping.open_base(base) as opened:
            trained = themes.train_from_base(opened, model, _say)
    _emit(trained, model or themes.default_model(), format_)


def show(model: ModelOption = None, format_: FormatOption = Format.TABLE) -> None:
    """Show what the model was trained on, its scores, its calibration error and the ten pairs it mistakes most.

    Examples:
        dualtrack themes show
        dualtrack themes show --format json
    """
    from dualtrack.observatory import themes

    _emit(themes.load(model), model or themes.default_model(), format_)


def test(
    files: Annotated[list[Path], typer.Argument(help="Wave files.", show_default=False)],
    model: ModelOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Test the model on the initiatives of wave files that it did not learn from.

    Each is told from all that it says of itself in English, and where its name in its own language is given from that
    alone. Themes that the waves do not offer, or that the model does not know, do not count. Takes half a minute.

    Examples:
        dualtrack themes train STIP_Survey-2017.csv.gz
        dualtrack themes test STIP_Survey-2019.csv.gz
    """
    from dualtrack.observatory import themes

    loaded = themes.load(model)
    found = themes.test(files, loaded, _say)
    if format_ is Format.JSON:
        emit_json(found)
        return
    _emit_scores(found["scores"], loaded.about["labels"], found["names"], format_)
    print(
        f"tried on {found['tried']} initiatives and {found['themes']} themes; left out: {found['learned']} that the "
        f"model learned from, {found['unknown']} without a theme that it knows",
        file=sys.stderr,
    )


def score(
    text: Annotated[str, typer.Argument(help="The passage; - reads standard input.", show_default=False)],
    language: Annotated[str, typer.Option("--language", help="Of the passage, BCP 47.")] = "en",
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many themes at most.")] = 5,
    model: ModelOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Score a passage: its most probable STIP themes and the words that decided.

    English has calibrated probabilities, and so have Japanese, Korean, Chinese, German, French and nine more where the
    model was trained with the cross-lingual encoder; they are read less well (`themes show` tells how well). Without a
    model that reads it, a language is read by the codebook's terms: an order, not a probability.

    Examples:
        dualtrack themes score "Grants for researchers who return from abroad"
        dualtrack themes score --language ja "若手研究者の海外派遣を支援する"
        dualtrack themes score - --format json < call.txt
    """
    from dualtrack.observatory import themes

    passage = sys.stdin.read() if text == "-" else text
    read = themes.reading(language, model)
    rows = themes.score(passage, language, read, limit)
    if format_ is not Format.JSON:
        rows = [{**row, "words": [f"{word} {weight:+g}" for word, weight in row["words"]]} for row in rows]
    emit(rows, format_, columns=("code", "probability", "told", "label", "words"))
    if read is None or not read.reads(language):
        print("Read by the codebook's terms: the numbers order the themes, they are no probabilities.", file=sys.stderr)


def _shown(scores: dict[str, Any]) -> dict[str, str]:
    return {"of": str(scores["of"]), **{title: f"{scores[name]:.3f}" for name, title in _SHOWN.items()}}


def _emit(model: Any, where: Path, format_: Format) -> None:
    about, scores = model.about, model.about["scores"]
    if format_ is Format.JSON:
        sizes = {"themes": len(model.codes), "terms": len(model.vocabulary)}
        bar = {"threshold": model.threshold, "rise": model.rise}
        emit_json({"model": str(where), **sizes, **bar, **about})
        return
    _emit_scores(scores, about["labels"], (about.get("languages") or {}).get("scores", {}), format_)
    print(
        f"{where}: {len(model.codes)} themes, {len(model.vocabulary)} terms, from {about['initiatives']} initiatives "
        f"of {', '.join(about['waves'])}; scores by {scores['by']}; data {about['digest'][:12]}",
        file=sys.stderr,
    )


def _emit_scores(scores: dict[str, Any], labels: dict[str, str], names: dict[str, Any], format_: Format) -> None:
    emit([{"score": title, "value": f"{scores[name]:.3f}"} for name, title in _SCORES.items()], format_)
    pairs = [
        {
            "meant": f"{pair['meant']} {labels.get(pair['meant'], '')}".strip(),
            "told instead": f"{pair['told']} {labels.get(pair['told'], '')}".strip(),
            "count": pair["count"],
        }
        for pair in scores["confused"]
    ]
    emit(pairs, format_, columns=("meant", "told instead", "count"))
    if names:
        last = sorted(names, key=lambda language: (language == "all", language))
        rows = [{"names in": language, **_shown(names[language])} for language in last]
        emit(rows, format_, columns=("names in", "of", *_SHOWN.values()))


def _say(what: str) -> None:
    if sys.stderr.isatty():
        print(what, file=sys.stderr)
