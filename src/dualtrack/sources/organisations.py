"""Bodies as surveys write them, ``Name (ACRONYM;Original name)``, unified across spellings and waves."""

import re
import unicodedata
from dataclasses import dataclass, field

from dualtrack.codebook import codebook
from dualtrack.model import Actor, Citation, Text
from dualtrack.sources.tidy import text

_WRITTEN = re.compile(r"(?P<name>.*?)\s*\((?P<acronym>[^();]*);(?P<original>.*)\)\s*$", re.DOTALL)
_NOISE = re.compile(r"\b(?:the|of|for|and|in|on|de|la|le|des|du|der|die|das|und|für)\b|[^\w\s]|_")
_SLUG = re.compile(r"[^a-z0-9]+")


def key(name: str) -> str:
    """A name without case, accents, marks and small words: two spellings of one body have one key."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return " ".join(sorted(_NOISE.sub(" ", letters.replace("&", " and ")).split()))


@dataclass
class Organisations:
    """The bodies of one source: known ones by their codebook id, others as new actors under ids of this source.

    Attributes:
        prefix: What new ids begin with (``stip``).
        new: The actors that the codebook does not know, by id.
    """

    prefix: str
    new: dict[str, Actor] = field(default_factory=dict)
    _ids: dict[tuple[str, str], str] = field(default_factory=dict)

    def resolve(self, cell: str, country: str | None, cite: Citation) -> str | None:
        """The id of the body that a cell names, or ``None`` where it names none.

        Args:
            cell: The cell as published.
            country: ISO 3166 code of the country that reports it: the same words may name another country's body.
            cite: Where it is named.
        """
        body = cell.strip()
        if (found := self._ids.get((country or "", body))) is not None:
            return found
        name, acronym, original = _parts(body)
        if not name and not original:
            return None
        id_ = _known(name, country) or _known(original, country) or self._new(name, acronym, original, country, cite)
        self._ids[country or "", body] = id_
        return id_

    def _new(self, name: str, acronym: str, original: str, country: str | None, cite: Citation) -> str:
        main = name or original
        slug = _SLUG.sub("-", key(main)).strip("-")[:70] or format(abs(hash_of(main)), "x")
        id_ = f"{self.prefix}-{(country or 'xx').lower()}-{slug}"
        aliases = tuple(dict.fromkeys(alias for alias in (acronym, original) if alias and alias != main))
        if (held := self.new.get(id_)) is not None:
            main = held.names.best("en")
            aliases = tuple(
                dict.fromkeys(alias for alias in (*held.aliases, name, *aliases) if alias and alias != main)
            )
            self.new[id_] = held.model_copy(update={"aliases": aliases})
        else:
            self.new[id_] = Actor(
                id=id_,
                kind="government body",
                names=Text(en=main),
                aliases=aliases,
                country=country,
                cites=(cite,),
            )
        return id_


def hash_of(name: str) -> int:
    """A number that stands for a name of which no letters are left; the same in every run."""
    value = 7
    for mark in name:
        value = (value * 131 + ord(mark)) % (1 << 40)
    return value


def _parts(body: str) -> tuple[str, str, str]:
    found = _WRITTEN.fullmatch(body)
    if found is None:
        return text(body), "", ""
    return text(found["name"]), text(found["acronym"]), text(found["original"])


def _known(name: str, country: str | None) -> str | None:
    if not name or country is None:
        return None
    book = codebook()
    ids = [id_ for id_ in book.ids_named(name) if getattr(book.names.get(id_), "country", None) == country]
    return ids[0] if len(ids) == 1 else None
