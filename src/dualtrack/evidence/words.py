"""Words for the search index: two-character windows for Chinese, Japanese and Korean writing, words for the rest.

A run of such writing ``科学技術`` becomes ``科学 学技 技術 術``: any stretch of two characters or more is found as its windows, and a
single character as the beginning of one. Ids that a record refers to are indexed as ``@id``, its full names as
``=name``. A lone kanji that stands for a country (印 in 日米印 or 訪印, not in 印刷) is indexed as ``=印``.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from dualtrack.model import Action, Actor, AnyRecord, Initiative, Observation, SourceRecord, Text, kind_of

_CJK = "ぁ-ゖゝ-ゟァ-ヺー-ヿ㐀-䶿一-鿿豈-﫿가-힣々〆"
_RUN = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+")
_COUNTRIES = "日米英独仏伊加豪印中韓露欧"
_BESIDE = "対訪在駐親反来"
_COUNTRY = re.compile(
    rf"(?<=[{_COUNTRIES}{_BESIDE}])[{_COUNTRIES}]|[{_COUNTRIES}](?=[{_COUNTRIES}])|(?<![一-鿿])[{_COUNTRIES}](?![一-鿿])"
)
_NOT_NAME = re.compile(r"[\x00-/:-@\[-`{-\x7f]+")


def plain(text: str) -> str:
    """The text as it is compared: NFKC, case folded."""
    return text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()


def words(text: str) -> list[str]:
    """The words of a plain text, in order, with repetitions."""
    found: list[str] = []
    for run in _RUN.findall(text):
        if run[0] < "々":
            found.append(run)
        else:
            found += [run[at : at + 2] for at in range(len(run))]
    return found


def name_word(name: str) -> str:
    """The one word that stands for a whole name."""
    return "=" + _NOT_NAME.sub("_", plain(name).strip())


def id_word(id: str) -> str:
    """The word that stands for a reference to a record."""
    return "@" + _NOT_NAME.sub("_", id.casefold())


def kind_word(kind: str) -> str:
    """The word that stands for being of a kind."""
    return "@@" + kind


def index_words(record: AnyRecord, references: Iterable[str]) -> str:
    """All words of a record, separated by spaces."""
    found: list[str] = [kind_word(kind_of(record)), id_word(record.id), *map(id_word, references)]
    for text in texts(record):
        compared = plain(text)
        found += words(compared)
        if not compared.isascii():
            found += ["=" + country for country in _COUNTRY.findall(compared)]
    if isinstance(record, Actor | Initiative):
        found += map(name_word, names(record))
    return " ".join(found)


def names(record: AnyRecord) -> list[str]:
    """The names of an entity in all languages, with its aliases; the titles of a source."""
    if isinstance(record, Actor | Initiative):
        return [*record.names.languages().values(), *record.aliases]
    return list(record.title.languages().values()) if isinstance(record, SourceRecord) else []


def texts(record: AnyRecord) -> Iterator[str]:
    """All words of a record that a person reads, and the quotes it cites."""
    yield from names(record)
    for text in _texts(record):
        if text is not None:
            yield from text.languages().values()
    for cite in record.cites:
        if cite.quote:
            yield cite.quote


def country_at(text: str, sign: str) -> bool:
    """Whether a lone kanji in a plain text stands for a country there."""
    return sign in _COUNTRY.findall(text)


def _texts(record: AnyRecord) -> Iterator[Text | None]:
    yield record.note
    if isinstance(record, Action):
        yield from (record.summary, record.scope, record.role, record.place, *record.detail)
        yield from (money.what for money in record.amounts)
    elif isinstance(record, Observation):
        yield from (record.summary, record.method)
    elif isinstance(record, Initiative):
        yield from (record.description, *record.elements)
    elif isinstance(record, Actor):
        yield record.description
