"""Bodies named by what they are: *the Commission*, 教育省, *le gouvernement*; who is meant, by what was named before.

A generic name means the body of the country in hand that is called so; or the last body named whose name holds the
word; a government means its country. What cannot be told stays a subject that nobody knows: the deed is then not
given to whoever was named last.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from dualtrack.codebook import codebook
from dualtrack.extraction.mentions import Mention
from dualtrack.extraction.proposals.owners import actor_kind, country_of

UNKNOWN = ""
"""The id of a subject that is named and not known."""

_GENERIC = {
    "ja": re.compile(r"(?:[一-龥ァ-ヶー]{1,8}・){0,3}[一-龥ァ-ヶー]{1,12}(?:省|庁|委員会|財団|理事会|議会|内閣)(?=は|が|も|では|により)|(?<![一-龥])政府(?=は|が|も)"),
    "ko": re.compile(r"(?<![가-힣])[가-힣]{1,10}(?:부|청|위원회|재단|의회|정부)(?=(?:은|는|이|가|도)\s)"),
    "zh": re.compile(r"(?:(?<=[,，;；。\n])|^)(?:该国|其)?[一-龥]{0,8}(?:部|委员会|基金会|政府|议会|法院)(?=于|在|\d|宣布|发布|公布|启动|通过|决定)"),
    "en": re.compile(r"\b[Tt]he\s+(?:[A-Z][\w-]+\s+)*(?:[A-Z][\w-]*(?:\s+(?:of|for)\s+(?:[A-Z][\w-]+(?:,? (?:and )?)?)+)?|government|administration|cabinet|ministry|department|agency|commission)(?!\w)"),
    "de": re.compile(r"\b(?:[Dd]ie|[Dd]er|[Dd]as|[Dd]en|[Dd]em)\s+(?:Kommission|Regierung|Ministerium|Behörde|Rat|Parlament|Bundesrat|Bundestag|Stiftung|Agentur|Kabinett)\b"),
    "fr": re.compile(r"\b(?:[Ll]e|[Ll]a|[Ll]['’])\s?(?:Commission|gouvernement|Gouvernement|ministère|Conseil|Parlement|agence|Agence|fondation)\b"),
}  # fmt: skip
_GOVERNMENT = re.compile(
    r"政府|内閣|정부|government|administration|cabinet|Regierung|Kabinett|gouvernement", re.IGNORECASE
)
_OF_EUROPE = {
    "commission": "eu-commission",
    "kommission": "eu-commission",
    "council": "eu-council",
    "rat": "eu-council",
    "conseil": "eu-council",
    "parliament": "eu-parliament",
    "parlament": "eu-parliament",
    "parlement": "eu-parliament",
}
_ARTICLE = re.compile(r"^(?:the|die|der|das|den|dem|le|la|l['’]|该国|其)\s*", re.IGNORECASE)
_IN = {
    "ja": ("{country}{body}",),
    "zh": ("{country}{body}",),
    "ko": ("{country} {body}", "{country}{body}"),
    "en": ("{body} ({country})", "{body} of {country}", "{country} {body}"),
    "de": ("{body} ({country})",),
    "fr": ("{body} ({country})",),
}


def generic_bodies(text: str, start: int, end: int, named: Sequence[Mention], language: str) -> list[Mention]:
    """The generic names of bodies in ``text[start:end]`` that no mention covers, still without an id."""
    rule = _GENERIC.get(language)
    if rule is None:
        return []
    found = []
    for match in rule.finditer(text, start, end):
        if not any(match.start() < m.end and m.start < match.end() for m in named):
            found.append(Mention(match.start(), match.end(), match[0], "actor", None))
    return found


def resolved(generic: Mention, before: Sequence[str], language: str) -> Mention:
    """The generic name with the id of who is meant; ``UNKNOWN`` where it cannot be told.

    Args:
        generic: The generic name.
        before: Ids of the actors in hand, the nearest first: of the sentence, of the context, of the heading.
        language: ISO 639-1.
    """
    body = _ARTICLE.sub("", generic.quote).strip()
    countries = [country for id_ in before if (country := country_of(id_))]
    id_ = _government(body, countries) or _of_country(body, tuple(countries), language) or _antecedent(body, before)
    return Mention(generic.start, generic.end, generic.quote, "actor", id_ or UNKNOWN)


def _government(body: str, countries: Sequence[str]) -> str:
    return countries[0] if countries and _GOVERNMENT.fullmatch(body) else ""


@lru_cache(maxsize=1024)
def _of_country(body: str, countries: tuple[str, ...], language: str) -> str:
    book = codebook()
    for country in dict.fromkeys(countries):
        for name in _country_names(country, language):
            for form in _IN.get(language, ()):
                if len(found := book.ids_named(form.format(country=name, body=body))) == 1:
                    return next(iter(found))
    known = [id_ for id_ in book.ids_named(body) if country_of(id_) in countries]
    return known[0] if len(known) == 1 else ""


def _country_names(country: str, language: str) -> tuple[str, ...]:
    book = codebook()
    forms = book.country_forms.get(country)
    names = [book.name_of(country, language) or ""]
    if forms is not None:
        names += [*forms.forms.get(language, ()), *forms.adjectives.get(language, ())]
    return tuple(name for name in names if name)


def _antecedent(body: str, before: Sequence[str]) -> str:
    word = body.casefold()
    if " " in word:
        return ""
    entities = codebook().entities
    for id_ in before:
        entry = entities.get(id_)
        if entry is None or actor_kind(id_) in ("person", "office", "country"):
            continue
        if word in " ".join(filter(None, (entry.names.en, entry.names.de, entry.names.fr))).casefold().split():
            return id_
    europe = any(country_of(id_) == "EU" for id_ in before)
    return _OF_EUROPE.get(word, "") if europe else ""
