"""The commands on the evidence base: load, look up, search, states by two clocks, history."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from dualtrack.cli import exchange
from dualtrack.cli.shared import (
    BaseOption,
    Format,
    FormatOption,
    KnownOption,
    Language,
    LanguageOption,
    OnOption,
    emit,
    emit_json,
)

ActorOption = Annotated[
    str | None, typer.Option("--actor", help="Of this actor; a country with all its bodies.", show_default=False)
]
ThemeOption = Annotated[str | None, typer.Option("--theme", help="Of this theme or technology.", show_default=False)]
VerbOption = Annotated[str | None, typer.Option("--verb", help="Of this verb.", show_default=False)]
FromOption = Annotated[str | None, typer.Option("--from", help="Not before this (EDTF).", show_default=False)]
ToOption = Annotated[str | None, typer.Option("--to", help="Not after this (EDTF).", show_default=False)]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (load, show, search, timeline, states, diff, history):
        app.command(command.__name__)(command)
    exchange.register(app)


def load(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Catalogue files or folders; the built-in catalogue if none.", show_default=False),
    ] = None,
    base: BaseOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Build the evidence base from catalogue files, or bring it up to date with them.

    All files are checked first: each fault is told with file, line, field and how to mend it, and then nothing is
    loaded. Loading the same again changes nothing.

    Examples:
        dualtrack load
        dualtrack load my-catalogue/ --base team.sqlite
    """
    from dualtrack.evidence import EvidenceBase
    from dualtrack.observatory import keeping

    where = base or keeping.default_base()
    with EvidenceBase.open(where) as opened:
        receipt = keeping.load(opened, paths or ())
    row = {"base": str(where), "new": receipt.new, "changed": receipt.changed, "unchanged": receipt.unchanged}
    emit([row], format_) if format_ is not Format.JSON else emit_json(row)


def show(
    id: Annotated[str, typer.Argument(help="The record's id, such as us-cn-sta-2024-08.", show_default=False)],
    known: KnownOption = None,
    base: BaseOption = None,
    format_: FormatOption = Format.TABLE,
    lang: LanguageOption = Language.EN,
) -> None:
    """Show one record as it was known, with its sources.

    Examples:
        dualtrack show uk-global-talent-fund
        dualtrack show us-cn-sta-2024-08 --known 2025-06-26 --format json
    """
    from dualtrack.observatory import keeping

    with keeping.open_base(base) as opened:
        shown = keeping.show(opened, id, known=_period(known), language=lang.value)
    line = shown.revision.as_dict()
    if format_ is Format.JSON:
        sources = {name: source.as_dict() for name, source in shown.sources.items()}
        emit_json({**line, "sources": sources, "names": shown.names})
        return
    rows = [{"field": name, "value": value} for name, value in line.items() if name != "body"]
    rows += [{"field": name, "value": _readable(value, shown.names)} for name, value in line["body"].items()]
    rows += [_cited(cite, shown.sources.get(cite.source), lang) for cite in shown.revision.record.cites]
    emit(
        [row for row in rows if row["field"] != "cites"],
        format_,
        title=keeping.title(shown.revision.record, lang.value),
    )


def search(
    text: Annotated[str, typer.Argument(help="Words in any of our languages; two characters are enough.")],
    kind: Annotated[
        str | None, typer.Option("--kind", help="actor, initiative, action, observation or source.", show_default=False)
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many at most.")] = 20,
    known: KnownOption = None,
    base: BaseOption = None,
    format_: FormatOption = Format.TABLE,
    lang: LanguageOption = Language.EN,
) -> None:
    """Find records that say something, best first; a name is found in all its languages.

    Examples:
        dualtrack search India
        dualtrack search 研究セキュリティ --kind action --lang ja
    """
    from dualtrack.observatory import keeping

    with keeping.open_base(base) as opened:
        hits = opened.search(text, known=_period(known), kind=kind, limit=limit)
        rows = [
            {
                "id": hit.id,
                "kind": hit.revision.kind,
                "status": hit.revision.status,
                "score": hit.score,
                "title": keeping.title(hit.revision.record, lang.value),
                "found": hit.title,
            }
            for hit in hits
        ]
    emit(rows, format_, columns=("id", "kind", "score", "title"), lang=lang)


def timeline(
    actor: ActorOption = None,
    theme: ThemeOption = None,
    verb: VerbOption = None,
    object: Annotated[str | None, typer.Option("--object", help="Done to this.", show_default=False)] = None,
    start: FromOption = None,
    end: ToOption = None,
    on: OnOption = None,
    known: KnownOption = None,
    base: BaseOption = None,
    format_: FormatOption = Format.TABLE,
    lang: LanguageOption = Language.EN,
) -> None:
    """List what was done, by date: who, with whom, what, according to whom.

    Examples:
        dualtrack timeline --actor IN --from 2024 --to 2025-06
        dualtrack timeline --theme research-security --lang ja --format csv
    """
    from dualtrack.observatory import keeping

    with keeping.open_base(base) as opened:
        found = opened.timeline(
            actor=actor,
            theme=theme,
            verb=verb,
            object=object,
            start=_period(start),
            end=_period(end),
            on=_period(on),
            known=_period(known),
        )
        if format_ is Format.JSON:
            emit_json([one.as_dict() for one in found])
            return
        bodies = [one.record.as_dict() for one in found]
        called = keeping.names(opened, [id for body in bodies for id in _ids(body)], lang.value)
    rows = [_line(one, body, called, lang) for one, body in zip(found, bodies, strict=True)]
    emit(rows, format_, columns=("date", "actors", "deed", "object", "partners", "summary", "sources", "id"), lang=lang)


def states(
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind", help="agreements, memberships, offices, programmes, orders or bodies.", show_default=False
        ),
    ] = None,
    actor: ActorOption = None,
    object: Annotated[str | None, typer.Option("--object", help="Of this one thing.", show_default=False)] = None,
    on: Annotated[str | None, typer.Option("--on", help="The day (EDTF); today if absent.", show_default=False)] = None,
    known: KnownOption = None,
    due: Annotated[bool, typer.Option("--due", help="Only what is due and not confirmed.")] = False,
    base: BaseOption = None,
    format_: FormatOption = Format.TABLE,
    lang: LanguageOption = Language.EN,
) -> None:
    """Tell what held on a day, as far as was known on another: agreements, memberships, offices, programmes ...

    States are derived from the actions, never typed in. What the precision of a date leaves open is said; a plan
    whose day has passed is 'due, not confirmed'.

    Examples:
        dualtrack states --kind offices --actor US --on 2025-06-26 --known 2025-06-26
        dualtrack states --object us-cn-science-technology-agreement --on 2024-08-10
        dualtrack states --on 2025-08-01 --due
    """
    from dualtrack.model import Period
    from dualtrack.observatory import keeping

    day = _period(on) or Period.of(datetime.now(UTC).date())
    with keeping.open_base(base) as opened:
        found = opened.states(kind, actor=actor, object=object, on=day, known=_period(known))
        if object and not found:
            found = opened.state(object, on=day, known=_period(known))
        found = [state for state in found if state.due or not due]
        ids = [id for state in found for id in (state.object, state.actor, *state.parties) if id]
        called = keeping.names(opened, ids, lang.value)
    rows = [
        {
            **state.as_dict(),
            "name": called[state.object],
            "who": called[state.actor] if state.actor else [called[party] for party in state.parties],
            "state": state.label.best(lang.value),
        }
        for state in found
    ]
    emit(rows, format_, columns=("kind", "name", "who", "state", "sources", "object"), lang=lang)


def diff(
    older: Annotated[
        str, typer.Option("--from", help="The earlier day of knowing (EDTF), or an edition.", show_default=False)
    ],
    newer: Annotated[
        str, typer.Option("--to", help="The later day of knowing (EDTF), or an edition.", show_default=False)
    ],
    kind: Annotated[str | None, typer.Option("--kind", help="Only this kind of record.", show_default=False)] = None,
    source: Annotated[
        str | None, typer.Option("--source", help="stip: changes between two survey waves.", show_default=False)
    ] = None,
    actor: Annotated[
        str | None, typer.Option("--actor", help="With --source: of this country or body.", show_default=False)
    ] = None,
    theme: Annotated[
        list[str] | None, typer.Option("--theme", help="With --source: of this theme (again for more).")
    ] = None,
    section: Annotated[
        bool, typer.Option("--section", help="With --source: as a section of a page, Markdown.")
    ] = False,
    page: Annotated[
        Path | None, typer.Option("--page", help="Write it as a page of that name instead.", show_default=False)
    ] = None,
    base: BaseOption = None,
    format_: FormatOption = Format.TABLE,
    lang: LanguageOption = Language.EN,
) -> None:
    """Tell what became known between two days: records that are new, changed or no longer held.

    With `--source stip`, what changed between two survey waves: new, ended, dropped without an end, renamed,
    re-scoped, budget changed; with uncertain matches shown as such.

    Examples:
        dualtrack diff --from 2025-05-26 --to 2025-06-26
        dualtrack diff --from 2025-05 --to 2025-06 --page build/changes.en.html
        dualtrack diff --source stip --from 2017 --to 2019 --actor JP --theme TH25
    """
    if source is not None:
        from dualtrack.cli.compare import wave_diff

        wave_diff(source, older, newer, actor, theme or [], base, format_, lang, section)
        return
    from dualtrack.observatory import briefing, keeping

    where = base or keeping.default_base()
    with keeping.open_base(base) as opened:
        if page is not None:
            text = briefing.difference(opened, where, older, newer, lang.value)
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, encoding="utf-8")
            emit([{"file": str(page), "bytes": page.stat().st_size}], format_)
            return
        found = opened.diff(briefing.day_named(older, where), briefing.day_named(newer, where), kind=kind)
    rows = []
    for one in found:
        shown = one.after or one.before
        assert shown is not None
        rows.append(
            {
                "change": one.change,
                "kind": one.kind,
                "id": one.id,
                "title": keeping.title(shown.record, lang.value),
                "fields": list(one.fields),
                "before": one.before.as_dict() if one.before else None,
                "after": one.after.as_dict() if one.after else None,
            }
        )
    emit(rows, format_, columns=("change", "kind", "id", "title", "fields"), lang=lang)


def history(
    id: Annotated[str, typer.Argument(help="The record's id.", show_default=False)],
    base: BaseOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Tell the life of a record: each revision, its status, who, when it was known and why.

    Examples:
        dualtrack history us-cn-sta-2025-01
    """
    from dualtrack.observatory import keeping

    with keeping.open_base(base) as opened:
        lines = [one.as_dict() for one in opened.history(id)]
        if not lines:
            keeping.show(opened, id)
    emit(lines, format_, columns=("revision", "status", "recorded_at", "by", "reason"), title=id)


def _period(text: str | None) -> Any:
    from dualtrack.model import Period

    return Period.parse(text) if text else None


def _ids(body: dict[str, Any]) -> list[str]:
    found = [*body.get("actors", ()), *body.get("partners", ())]
    return [*found, body["object"]] if body.get("object") else found


def _line(one: Any, body: dict[str, Any], called: dict[str, str], lang: Language) -> dict[str, Any]:
    summary = body.get("summary", {})
    return {
        "date": body["date"],
        "actors": [called[id] for id in body.get("actors", ())],
        "verb": body["verb"],
        "deed": _deed(body["verb"], lang),
        "object": called.get(body.get("object", ""), ""),
        "partners": [called[id] for id in body.get("partners", ())],
        "summary": summary.get(lang.value) or next(iter(summary.values()), ""),
        "sources": [f"{cite['source']} {cite.get('at', '')}".strip() for cite in body.get("cites", ())],
        "id": one.id,
    }


def _deed(verb: str, lang: Language) -> str:
    from dualtrack.codebook import codebook

    return codebook().name_of(verb, lang.value) or verb


def _readable(value: Any, called: dict[str, str]) -> Any:
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return [_readable(part, called) for part in value]
    if isinstance(value, str) and value in called and called[value] != value:
        return f"{called[value]} ({value})"
    return value


def _cited(cite: Any, source: Any, lang: Language) -> dict[str, Any]:
    quote = f"「{cite.quote}」" if cite.quote else ""
    parts = (cite.at, quote, *((source.title.best(lang.value), source.published, source.url) if source else ()))
    return {"field": f"source {cite.source}", "value": " · ".join(str(part) for part in parts if part)}
