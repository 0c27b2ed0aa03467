"""The initiatives that were held on a day of knowing, light enough to count thousands of them in a blink."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, select

from dualtrack.codebook import codebook
from dualtrack.errors import BadInputError
from dualtrack.evidence import EvidenceBase
from dualtrack.evidence.questions import seen
from dualtrack.evidence.revision import KINDS, STATUSES
from dualtrack.evidence.schema import bundle, fact, ident, revision
from dualtrack.model import Period

_INITIATIVE, _ACTION, _ACTOR = (KINDS.index(kind) for kind in ("initiative", "action", "actor"))
_ACCEPTED = STATUSES.index("accepted")
_SURVEY = "stip-survey-"
_OPENING = ("launch", "adopt", "open", "publish", "enact", "sign")
_CLOSING = ("end", "close", "plan-close", "lapse", "terminate", "revoke")
_MANY = 5000


class Held(NamedTuple):
    """One initiative as held: ``countries`` are those of its parties and owners; ``rev`` is its revision's number."""

    id: str
    rev: int
    rid: int
    countries: tuple[str, ...]
    actors: tuple[str, ...]
    themes: frozenset[str]


class Life(NamedTuple):
    """First and last years that are known of an initiative: its start and its end, as EDTF."""

    start: str | None
    end: str | None


def held(base: EvidenceBase, known: Period | None = None) -> list[Held]:
    """The accepted initiatives at ``known``, without those that the last survey no longer lists."""
    actors, themes, sources = (bundle.alias(name) for name in ("a", "t", "s"))
    statement = (
        select(ident.c.id, fact.c.rev, fact.c.rid, actors.c.members, themes.c.members, sources.c.members)
        .select_from(fact)
        .join(ident, ident.c.nid == fact.c.rid)
        .outerjoin(actors, actors.c.bid == fact.c.actors)
        .outerjoin(themes, themes.c.bid == fact.c.themes)
        .outerjoin(sources, sources.c.bid == fact.c.sources)
        .where(fact.c.kind == _INITIATIVE, fact.c.status == _ACCEPTED, seen(known))
    )
    with base.store.read() as connection:
        rows = connection.execute(statement).all()
        country_of = _countries(connection, known)
    return [
        Held(id, rev, rid, _of(tuple((who or "").split()), country_of), tuple((who or "").split()), _set(what))
        for id, rev, rid, who, what, cited in rows
        if (cited or "").count(_SURVEY) < 2
    ]


def _set(members: str | None) -> frozenset[str]:
    return frozenset(members.split()) if members else frozenset()


def _of(actors: tuple[str, ...], country_of: dict[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(country for who in actors if (country := _country(who, country_of))))


def _country(who: str, country_of: dict[str, str]) -> str | None:
    return who if len(who) == 2 and who.isupper() else country_of.get(who)


def _countries(connection: Connection, known: Period | None) -> dict[str, str]:
    """The country of each body."""
    country = ident.alias("country")
    statement = (
        select(ident.c.id, country.c.id)
        .select_from(fact)
        .join(ident, ident.c.nid == fact.c.rid)
        .join(country, country.c.nid == fact.c.object)
        .where(fact.c.kind == _ACTOR, seen(known))
    )
    return {row[0]: row[1] for row in connection.execute(statement)}


def bodies(base: EvidenceBase, revs: Iterable[int]) -> dict[int, dict[str, Any]]:
    """The bodies of revisions, by number, as plain data."""
    statement = select(revision.c.rev, revision.c.body).where(revision.c.rev.in_(bindparam("revs", expanding=True)))
    wanted = sorted(set(revs))
    with base.store.read() as connection:
        return {
            rev: json.loads(body)
            for at in range(0, len(wanted), _MANY)
            for rev, body in connection.execute(statement, {"revs": wanted[at : at + _MANY]})
        }


def lives(base: EvidenceBase, known: Period | None = None) -> dict[int, Life]:
    """When initiatives begin and end, by number: the first date of what opens them, the last of what closes them."""
    verb = ident.alias("verb")
    statement = (
        select(fact.c.object, verb.c.id, fact.c.date)
        .select_from(fact)
        .join(verb, verb.c.nid == fact.c.what)
        .where(fact.c.kind == _ACTION, fact.c.status == _ACCEPTED, seen(known), verb.c.id.in_(_OPENING + _CLOSING))
    )
    found: dict[int, Life] = {}
    with base.store.read() as connection:
        for rid, does, date in connection.execute(statement):
            start, end = found.get(rid, _UNKNOWN)
            if does in _OPENING:
                found[rid] = Life(min(start, date) if start else date, end)
            else:
                found[rid] = Life(start, max(end, date) if end else date)
    return found


_UNKNOWN = Life(None, None)


def expand_themes(themes: Iterable[str]) -> dict[str, frozenset[str]]:
    """Each theme asked for with the codes that stand for it: a codebook theme with its STIP codes, a STIP code itself.

    Raises:
        BadInputError: It is neither a theme of the codebook nor a STIP code.
    """
    known = codebook().themes
    found = {}
    for theme in themes:
        code = theme.upper() if theme[:2].upper() == "TH" and theme[2:].isdecimal() else theme
        if code in known:
            found[code] = frozenset((code, *known[code].stip))
        elif code[:2] == "TH":
            found[code] = frozenset((code,))
        else:
            raise BadInputError(
                f"'{theme}' is no theme", mend="Give a STIP code such as TH25 or a theme of: dualtrack codebook themes"
            )
    return found


def chosen(rows: Iterable[Held], codes: frozenset[str]) -> Iterator[Held]:
    """Those that have one of the theme codes; all where there are none."""
    return (row for row in rows if not codes or row.themes & codes)
