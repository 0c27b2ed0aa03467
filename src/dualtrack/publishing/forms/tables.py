"""Records as table rows: ``table`` for actions, ``indicators`` for what was measured, ``initiatives`` for policies."""

from collections.abc import Iterable
from dataclasses import replace

from dualtrack.model import Action, Initiative, Observation
from dualtrack.model.date_words import say_period
from dualtrack.publishing.blocks import Block, Caveat, Cell, Note, Table
from dualtrack.publishing.forms.registry import Setting, form
from dualtrack.publishing.holdings import Fact
from dualtrack.publishing.labels import label
from dualtrack.publishing.numbers import say_money
from dualtrack.publishing.sentences import say, say_figure
from dualtrack.publishing.words import join


@form("table")
def table(setting: Setting) -> Iterable[Block]:
    """Date, who, what, with whom, amount; each row with its sources."""
    facts, more = setting.limited([fact for fact in setting.facts() if isinstance(fact, Action)])
    heads = tuple(setting.word(name) for name in ("date", "who", "what", "with_whom", "amount", "source"))
    yield from made(
        setting,
        heads,
        [_action_row(setting, fact) for fact in facts if isinstance(fact, Action)],
        more,
        (2, 2, 6, 2, 2, 1.4),
    )


def _action_row(setting: Setting, action: Action) -> tuple[Cell, ...]:
    said = say(action, setting.held, setting.language)
    text = f"{said.topic}：{said.text}" if said.topic and setting.language == "ja" else said.text
    text = f"{said.topic}: {said.text}" if said.topic and setting.language == "en" else text
    partners = join([setting.held.name(partner, setting.language) for partner in action.partners], setting.language)
    who = join([setting.held.name(actor, setting.language) for actor in setting.held.owners(action)], setting.language)
    return (
        head_cell(setting, action, say_period(action.date, setting.language)),
        Cell(who),
        Cell(text),
        Cell(partners),
        Cell(join(list(said.figures), setting.language)),
        source_cell(setting, action),
    )


@form("indicators")
def indicators(setting: Setting) -> Iterable[Block]:
    """What was measured: subject, indicator, period, value, and its sources."""
    facts, more = setting.limited([fact for fact in setting.facts() if isinstance(fact, Observation)])
    heads = tuple(setting.word(name) for name in ("subject", "indicator", "period", "value", "what", "source"))
    rows = [_observation_row(setting, fact) for fact in facts if isinstance(fact, Observation)]
    yield from made(setting, heads, rows, more, (2.4, 2.2, 2, 2, 4.4, 1.4))


def _observation_row(setting: Setting, seen: Observation) -> tuple[Cell, ...]:
    subject = setting.held.name(seen.subject, setting.language)
    return (
        head_cell(setting, seen, subject),
        Cell(label(seen.indicator, setting.language)),
        Cell(say_period(seen.period, setting.language, setting.held.country(seen.subject))),
        Cell(say_figure(seen, setting.language)),
        Cell((seen.summary.get(setting.language) or "") if seen.summary else ""),
        source_cell(setting, seen),
    )


@form("initiatives")
def initiatives(setting: Setting) -> Iterable[Block]:
    """Policies: name, kind, whose, what they hold, and their sources."""
    facts, more = setting.limited(setting.facts(setting.asking(kinds=("initiatives",))))
    heads = tuple(setting.word(name) for name in ("initiative", "type", "country", "what", "source"))
    rows = [_initiative_row(setting, fact) for fact in facts if isinstance(fact, Initiative)]
    foreign = sum(1 for fact in facts if isinstance(fact, Initiative) and _only_elsewhere(fact, setting.language))
    caveat = None
    if foreign:
        known = say_period(setting.held.known, setting.language)
        caveat = Caveat(known=known, method=setting.word("described_elsewhere", n=f"{foreign:,}"))
    yield from made(setting, heads, rows, more, (3, 1.6, 2, 5, 1.4), caveat)


def _only_elsewhere(initiative: Initiative, language: str) -> bool:
    """Whether an initiative is described, but not in the language."""
    own = initiative.description
    return own is not None and not own.get(language)


def _initiative_row(setting: Setting, initiative: Initiative) -> tuple[Cell, ...]:
    said = say(initiative, setting.held, setting.language)
    kind = label(initiative.type, setting.language)
    parts = [*([] if said.text == kind else [said.text]), *said.details]
    if not parts and initiative.themes:
        themes = [label(theme, setting.language) for theme in setting.held.themes(initiative)]
        parts = [f"{setting.word('theme')}{'：' if setting.language == 'ja' else ': '}{join(themes, setting.language)}"]
    budget = [say_money(money, setting.language) for money in initiative.budget]
    owners = [setting.held.name(owner, setting.language) for owner in setting.held.owners_of(initiative.id)]
    return (
        head_cell(setting, initiative, said.topic),
        Cell(kind),
        Cell(join(owners, setting.language)),
        Cell(("／" if setting.language == "ja" else " / ").join([*parts, *budget])),
        source_cell(setting, initiative),
    )


def head_cell(setting: Setting, fact: Fact, text: str) -> Cell:
    """The first cell of a record's row: its address in the brief."""
    return Cell(text, anchor=setting.scribe.anchor(), record=fact.id, mark=setting.scribe.marks.get(fact.id, ""))


def source_cell(setting: Setting, fact: Fact) -> Cell:
    """The last cell of a record's row: its numbered sources."""
    return Cell("", references=setting.scribe.references(fact, setting.scribe.last))


def made(
    setting: Setting,
    heads: tuple[str, ...],
    rows: list[tuple[Cell, ...]],
    more: int,
    widths: tuple[float, ...],
    caveat: Caveat | None = None,
    name: str = "",
) -> Iterable[Block]:
    """The table without the columns that are empty in every row; a word where there are no rows.

    It is called by the piece's own title, else by the word ``name``, else by what its columns had in common.
    """
    if not rows:
        if not setting.piece.unseen:
            yield Note(setting.word("none_found"), "empty")
        return
    full = [i for i in range(len(heads)) if any(row[i].text or row[i].references or row[i].records for row in rows)]
    same = [i for i in full if len(rows) > 2 and len({row[i] for row in rows}) == 1 and rows[0][i].text]
    kept = [i for i in full if i not in same]
    colon = "：" if setting.language == "ja" else ": "
    shared = join([f"{heads[i]}{colon}{rows[0][i].text}" for i in same], setting.language)
    if more:
        missing = setting.word("more", n=f"{more:,}")
        caveat = replace(caveat or Caveat(known=say_period(setting.held.known, setting.language)), missing=missing)
    title = setting.title(name)
    if shared and title:
        title += f"（{shared}）" if setting.language == "ja" else f" ({shared})"
    title = title or shared
    yield Table(
        title.strip(),
        tuple(heads[i] for i in kept),
        tuple(tuple(row[i] for i in kept) for row in rows),
        caveat,
        widths=tuple(widths[i] for i in kept),
    )
