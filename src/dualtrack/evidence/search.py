"""Search: words and two-character windows, widened by the names that things have in other languages."""

import math
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select, text

from dualtrack.errors import BadInputError
from dualtrack.evidence.questions import as_revision, revisions, seen
from dualtrack.evidence.revision import KINDS, Hit, Revision, check_kind
from dualtrack.evidence.schema import fact, ident
from dualtrack.evidence.words import country_at, id_word, kind_word, name_word, names, plain, texts, words
from dualtrack.model import Period

_CANDIDATES = 300
"""How many matching records are ranked at most: entities first, then the last recorded."""
_BEYOND = 2**62
_ENTITIES = ("actor", "initiative")
_ENTITY_CODES = [KINDS.index(kind) for kind in _ENTITIES]

_reference = lru_cache(maxsize=4096)(id_word)

Synonyms = Callable[[str], Iterable[str]]


class _Way(NamedTuple):
    """One way in which a term may be said: all its words must be there."""

    words: tuple[str, ...]
    last_begins: bool
    """Whether the last word need only begin so."""
    said: str
    """What must stand in the text; empty for a reference."""
    weight: float


class _Screen(NamedTuple):
    """What a record must have to say a term in a way, asked before any is weighed: most are said by few records."""

    way: _Way
    sign: str
    """In its text; empty where anything will do."""
    reference: str
    """Or in the record as kept; empty where it is no help."""

    @classmethod
    def of(cls, way: _Way) -> "_Screen":
        if len(way.said) < 2:
            return cls(way, "", "")
        reference = "" if " " in way.said else _reference(way.said)[1:]  # no id has a blank
        return cls(way, way.words[0] if way.said.isascii() else way.said, reference)


def search(
    connection: Connection, asked: str, synonyms: Synonyms, *, known: Period | None, kind: str | None, limit: int
) -> list[Hit]:
    """Records in which every term of ``asked`` is found in one of its ways, best first."""
    terms = [_ways(connection, term, synonyms) for term in _terms(connection, asked, synonyms)]
    if not terms:
        raise BadInputError(
            "There is nothing to search for", mend="Give a word of two characters or more.", given=asked
        )
    found = _candidates(connection, terms, known, check_kind(kind) if kind else None)
    screens = [[_Screen.of(way) for way in ways] for ways in terms]
    narrow = [[screen for screen in some if screen.way.said.isascii()] for some in screens]
    hits = [hit for revision in found if (hit := _weigh(revision, screens, narrow, plain(asked)))]
    return sorted(hits, key=lambda hit: (-hit.score, hit.id))[:limit]


def _terms(connection: Connection, asked: str, synonyms: Synonyms) -> list[str]:
    """The terms of a search: all of it if it is a name of something, else its words."""
    whole = asked.strip()
    parts = [part for part in plain(whole).split() if words(part)]
    if len(parts) > 1 and (list(synonyms(whole)) or _named(connection, whole)):
        return [whole]
    return parts


def _ways(connection: Connection, term: str, synonyms: Synonyms) -> list[_Way]:
    said = plain(term)
    ways = [_Way(*_begun(words(said)), said, 1.0)]
    for name in dict.fromkeys(map(plain, synonyms(term))):
        if name == said:
            continue
        if len(name) == 1:
            ways.append(_Way((name_word(name),), False, name, 0.7))
        elif parts := words(name):
            ways.append(_Way(*_exact(parts), name, 0.8))
    return ways + [_Way((id_word(id),), False, "", 0.6) for id in _named(connection, term)]


def _begun(parts: list[str]) -> tuple[tuple[str, ...], bool]:
    """The words of what a person typed: the last may go on, unless it is short and Latin."""
    last = parts[-1]
    if len(last) == 1 and len(parts) > 1 and not last.isascii():
        return tuple(parts[:-1]), False
    return tuple(parts), not last.isascii() or len(last) > 3


def _exact(parts: list[str]) -> tuple[tuple[str, ...], bool]:
    """The words of a name; a run of windows drops its last single character, which any text may continue."""
    whole = len(parts) > 1 and len(parts[-1]) == 1 and not parts[-1].isascii()
    return tuple(parts[:-1] if whole else parts), False


def _named(connection: Connection, name: str) -> list[str]:
    """The ids of the entities that have this name in any language."""
    word = name_word(name)
    if connection.dialect.name == "sqlite":
        matches = text("SELECT rowid FROM search WHERE search MATCH :words ORDER BY rowid DESC LIMIT 50")
        found = connection.execute(matches, {"words": f'"{word}"'})
    else:
        matches = text("SELECT rev FROM search WHERE words @@ CAST(:words AS tsquery) ORDER BY rev DESC LIMIT 50")
        found = connection.execute(matches, {"words": _quote(word)})
    revs = [row[0] for row in found]
    entities = (
        select(ident.c.id)
        .join(fact, fact.c.rid == ident.c.nid)
        .where(fact.c.rev.in_(revs), fact.c.kind.in_(_ENTITY_CODES))
    )
    return sorted({id for (id,) in connection.execute(entities)}) if revs else []


def _candidates(
    connection: Connection, terms: list[list[_Way]], known: Period | None, kind: str | None
) -> list[Revision]:
    """What to rank: with no kind asked for, entities first, then the last recorded of all."""
    if kind:
        return _matching(connection, terms, known, (kind,))
    found = _matching(connection, terms, known, _ENTITIES) + _matching(connection, terms, known, ())
    return list({revision.id: revision for revision in found}.values())


def _matching(
    connection: Connection, terms: list[list[_Way]], known: Period | None, kinds: tuple[str, ...]
) -> list[Revision]:
    """Matches, the last recorded first: whole words, and what begins so where these are too few."""
    if kinds:
        terms = [*terms, [_Way((kind_word(kind),), False, "", 0) for kind in kinds]]
    whole = [[way._replace(last_begins=False) for way in ways] for ways in terms]
    found = _last(connection, whole, known)
    if len(found) < _CANDIDATES and whole != terms:
        found += _last(connection, terms, known)
    return list({revision.id: revision for revision in found}.values())


def _last(connection: Connection, terms: list[list[_Way]], known: Period | None) -> list[Revision]:
    if connection.dialect.name == "sqlite":
        asked = text(
            "SELECT rowid FROM search WHERE search MATCH :words AND rowid < :below ORDER BY rowid DESC LIMIT :some"
        )
        expression = _sqlite_words(terms)
    else:
        asked = text(
            "SELECT rev FROM search WHERE words @@ CAST(:words AS tsquery) AND rev < :below"
            " ORDER BY rev DESC LIMIT :some"
        )
        expression = _postgres_words(terms)
    statement = revisions().where(fact.c.rev.in_(bindparam("revs", expanding=True)), seen(known))
    found: list[Revision] = []
    below = _BEYOND
    while len(found) < _CANDIDATES:
        given = {"words": expression, "below": below, "some": 2 * _CANDIDATES}
        revs = list(connection.execute(asked, given).scalars())
        if revs:
            below = revs[-1]
            rows = connection.execute(statement.order_by(fact.c.rev.desc()), {"revs": revs})
            found += [as_revision(row) for row in rows]
        if len(revs) < 2 * _CANDIDATES:
            break
    return found[:_CANDIDATES]


def _sqlite_words(terms: list[list[_Way]]) -> str:
    def one(way: _Way) -> str:
        quoted = [f'"{word}"' for word in way.words]
        if way.last_begins:
            quoted[-1] += " *"
        return "(" + " AND ".join(quoted) + ")"

    return " AND ".join("(" + " OR ".join(map(one, ways)) + ")" for ways in terms)


def _postgres_words(terms: list[list[_Way]]) -> str:
    def one(way: _Way) -> str:
        quoted = [_quote(word) for word in way.words]
        if way.last_begins:
            quoted[-1] += ":*"
        return "(" + " & ".join(quoted) + ")"

    return " & ".join("(" + " | ".join(map(one, ways)) + ")" for ways in terms)


def _quote(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"


def _weigh(revision: Revision, screens: list[list[_Screen]], narrow: list[list[_Screen]], asked: str) -> Hit | None:
    """Score a candidate, or refuse it where a run of characters is not really there; ``narrow`` are the ASCII ways."""
    record = revision.record
    called = [plain(name) for name in names(record)]
    said = [plain(part) for part in texts(record)]
    whole, body = " ".join(said), revision.body.casefold()
    score = 0.0
    heard = []
    for some in narrow if whole.isascii() and body.isascii() else screens:
        possible = [way for way, sign, reference in some if sign in whole or (reference and reference in body)]
        heard += possible
        best = max((_said(way, called, said, whole, body) for way in possible), default=0.0)
        if best == 0:
            return None
        score += best
    if asked in called or plain(revision.id) == asked:
        score += 5
    length = sum(map(len, said))
    shown = next((part for way in heard for part in said if way.said and way.said in part), "")
    return Hit(revision, round(score / (1 + math.log1p(length / 200) / 4), 4), shown)


def _said(way: _Way, called: list[str], said: list[str], whole: str, body: str) -> float:
    """How strongly a record says a term in one way; names count three times, and more of the same less and less.

    ``whole`` is all that is ``said`` in one, ``body`` the record as kept, both without case.
    """
    if not way.said:
        return way.weight
    if len(way.said) == 1 and way.words[0].startswith("="):
        count: float = sum(country_at(part, way.said) for part in said)
    else:
        count = 0
        spelled = way.said.isascii()
        begun = not spelled or way.words[0] in whole
        if begun and way.said in whole:
            count = sum(part.count(way.said) for part in said) + 2 * sum(part.count(way.said) for part in called)
        elif begun and spelled and all(word in whole for word in way.words):
            count = 0.5
        if not count and " " not in way.said and _reference(way.said)[1:] in body:
            count = 0.5
    return way.weight * 2.2 * count / (count + 1.2)
