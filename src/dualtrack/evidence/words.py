"""Words for the search index: two-character windows for Chinese, Japanese and Korean writing, words for the rest.

A run of such writing ``科学技術`` becomes ``科学 学技 技術 術``: any stretch of two characters or more is found as
its windows, and a single character as the beginning of one. Ids that a record refers to are indexed as ``@id``, its
full names as ``=name``. A lone kanji that stands for a country (印 in 日米印 or 訪印, not in 印刷) is indexed as
``=印``.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from operator import add

from dualtrack.model import (
    RECORD_TYPES,
    Action,
    Actor,
    AnyRecord,
    Initiative,
    Observation,
    SourceRecord,
    Text,
)

_CJK = "ぁ-ゖゝ-ゟァ-ヺー-ヿ㐀-䶿一-鿿豈-﫿가-힣々〆"
_RUN = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+")
_COUNTRIES = "日米英独仏伊加豪印中韓露欧"
_BESIDE = "対訪在駐親反来"
_COUNTRY = re.compile(
    rf"[{_COUNTRIES}](?:(?<=[{_COUNTRIES}{_BESIDE}].)|(?=[{_COUNTRIES}])|(?<![一-鿿].)(?![一-鿿]))", re.DOTALL
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
            found += map(add, run, run[1:])
            found.append(run[-1])
    return found


def name_word(name: str) -> str:
    """The one word that stands for a whole name."""
    return "=" + _NOT_NAME.sub("_", plain(name).strip())


def id_word(id: str) -> str:
    """The word that stands for a reference to a record."""
    return "@" + id.lower().replace(":", "_")


_reference_word = lru_cache(maxsize=65536)(id_word)


def kind_word(kind: str) -> str:
    """The word that stands for being of a kind."""
    return "@@" + kind


def index_words(record: AnyRecord, references: Iterable[str]) -> str:
    """All words of a record, separated by spaces."""
    said = plain("\n".join(texts(record)))
    found = [_KIND_WORDS[type(record)], id_word(record.id), *map(_reference_word, references), *words(said)]
    if not said.isascii():
        found += ["=" + country for country in _COUNTRY.findall(said)]
    if isinstance(record, Actor | Initiative):
        found += map(name_word, names(record))
    return " ".join(found)


def names(record: AnyRecord) -> list[str]:
    """The names of an entity in all languages, with its aliases; the titles of a source."""
    if isinstance(record, Actor | Initiative):
        return [*record.names.languages().values(), *record.aliases]
    return list(record.title.languages().values()) if isinstance(record, SourceRecord) else []


def texts(record: AnyRecord) -> list[str]:
    """All words of a record that a person reads, and the quotes it cites."""
    found = names(record) if not isinstance(record, Action) else []
    for text in _TEXTS[type(record)](record):
        if text is not None:
            found += [said for said in text.__dict__.values() if said]
    found += [cite.quote for cite in record.cites if cite.quote]
    return found


def country_at(text: str, sign: str) -> bool:
    """Whether a lone kanji in a plain text stands for a country there."""
    return sign in _COUNTRY.findall(text)


def _of_action(record: Action) -> Iterable[Text | None]:
    found = (record.note, record.summary, record.scope, record.role, record.place, *record.detail)
    return (*found, *(money.what for money in record.amounts)) if record.amounts else found


def _of_observation(record: Observation) -> Iterable[Text | None]:
    return (record.note, record.summary, record.method)


def _of_initiative(record: Initiative) -> Iterable[Text | None]:
    return (record.note, record.description, *record.elements)


def _of_actor(record: Actor) -> Iterable[Text | None]:
    return (record.note, record.description)


def _of_source(record: SourceRecord) -> Iterable[Text | None]:
    return (record.note,)


_TEXTS: Mapping[type, Callable[..., Iterable[Text | None]]] = {
    Action: _of_action,
    Observation: _of_observation,
    Initiative: _of_initiative,
    Actor: _of_actor,
    SourceRecord: _of_source,
}
_KIND_WORDS = {type_: kind_word(kind) for kind, type_ in RECORD_TYPES.items()}
