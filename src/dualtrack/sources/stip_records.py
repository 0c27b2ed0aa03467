"""From the entries of a STIP wave to records: initiatives, their bodies, starts and ends, and budgets."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING

from babel.numbers import get_territory_currencies

from dualtrack.codebook import codebook
from dualtrack.model import (
    Action,
    AnyRecord,
    Citation,
    Initiative,
    Instrument,
    Money,
    Observation,
    Period,
    SourceRecord,
    Text,
)
from dualtrack.sources.organisations import Organisations
from dualtrack.sources.signals import Signals
from dualtrack.sources.tidy import links, parts, text, year

if TYPE_CHECKING:
    from dualtrack.sources.stip import Entry

_LABELS = {
    "Korea": "KR",
    "Turkey": "TR",
    "Türkiye": "TR",
    "Russian Federation": "RU",
    "Viet Nam": "VN",
    "Czech Republic": "CZ",
    "Czechia": "CZ",
    "Slovak Republic": "SK",
    "China (People's Republic of)": "CN",
    "European Union": "EU",
    "Chinese Taipei": "TW",
    "Hong Kong, China": "HK",
    "Bosnia and Herzegovina": "BA",
    "North Macedonia": "MK",
}
_CODES = (
    "ARG:AR AUS:AU AUT:AT BEL:BE BEBRU:BE BEFED:BE BEVLG:BE BEWAL:BE BEWBF:BE BGR:BG BRA:BR CAN:CA CHE:CH "
    "CHL:CL CHN:CN COL:CO CRI:CR CYP:CY CZE:CZ DEU:DE DNK:DK EGY:EG ESP:ES EST:EE FIN:FI FRA:FR GBR:GB "
    "GRC:GR HRV:HR HUN:HU IDN:ID IND:IN IRL:IE ISL:IS ISR:IL ITA:IT JPN:JP KAZ:KZ KEN:KE KOR:KR LTU:LT "
    "LUX:LU LVA:LV MAR:MA MEX:MX MLT:MT MYS:MY NLD:NL NOR:NO NZL:NZ PER:PE POL:PL PRT:PT ROU:RO RUS:RU "
    "SAU:SA SGL:SG SGP:SG SRB:RS SVK:SK SVN:SI SWE:SE THA:TH TUR:TR UAE:AE ARE:AE URY:UY USA:US VNM:VN "
    "ZAF:ZA EU:EU EUR:EU UKR:UA ALB:AL MNE:ME MKD:MK BIH:BA GEO:GE MDA:MD PHL:PH NGA:NG TUN:TN "
)
_BY_CODE = {code: alpha2 for pair in _CODES.split() for code, _, alpha2 in [pair.partition(":")]}
_RANGES = {
    "less than 1m": (Decimal(0), Decimal(1_000_000), None),
    "1m-5m": (Decimal(1_000_000), Decimal(5_000_000), None),
    "5m-20m": (Decimal(5_000_000), Decimal(20_000_000), None),
    "20m-50m": (Decimal(20_000_000), Decimal(50_000_000), None),
    "50m-100m": (Decimal(50_000_000), Decimal(100_000_000), None),
    "100m-500m": (Decimal(100_000_000), Decimal(500_000_000), None),
    "more than 500m": (Decimal(500_000_000), None, "over"),
}  # the survey asks for a yearly range in euros
_NO_BUDGET = frozenset(("", "unknown", "don't know", "not applicable", "not available"))
_SMALLEST = Decimal(1000)
_LANGUAGES = {"JP": "ja", "KR": "ko", "CN": "zh", "TW": "zh", "DE": "de", "AT": "de", "FR": "fr"}
_OWN_SCRIPT = ("ja", "ko", "zh")
_SPOKEN = {
    **_LANGUAGES,
    **dict.fromkeys(("AR", "CL", "CO", "CR", "ES", "MX", "PE"), "es"),
    **{"BR": "pt", "PT": "pt", "IT": "it", "NL": "nl", "PL": "pl", "RU": "ru", "TH": "th", "TR": "tr"},
}
"""The one language of a country, where it has one; those of ``_LANGUAGES`` are also languages of records."""
_STARTS = {"strategy": "adopt", "law": "adopt", "plan": "adopt", "guideline": "publish", "public-body": "open"}
_EVALUATED = {"1": True, "0": False, "true": True, "false": False, "yes": True, "no": False}


def records_of(wave: Period, entries: Iterable["Entry"], signals: Signals) -> Iterator[AnyRecord]:
    """The records of a wave: the source first, the bodies last, each with all the spellings that were met."""
    source = f"stip-survey-{wave}"
    yield SourceRecord(
        id=source,
        title=Text(ja=f"EC-OECD STIP Compass {wave}年調査", en=f"EC-OECD STIP Compass, {wave} survey"),
        publisher="oecd",
        url="https://stip.oecd.org",
        published=wave,
        language="en",
        kind="database",
        official=True,
        rights="Free reuse with attribution to EC/OECD STIP Compass",
    )
    organisations = Organisations("stip")
    for entry in entries:
        yield from _entry(entry, source, wave, organisations, signals)
    yield from organisations.new.values()


def _entry(
    entry: "Entry", source: str, wave: Period, organisations: Organisations, signals: Signals
) -> Iterator[AnyRecord]:
    fields, place = entry.fields, f"initiative {entry.number}"
    cite = Citation(source=source, at=entry.uri or place)
    country, region = _country(fields, signals)
    owners = tuple(_owners(fields.get("organisations", ""), country, cite, organisations))
    budget = tuple(_budget(fields, country, wave, place, signals))
    type_ = _type(entry)
    id_ = f"stip-{entry.number}"
    name = text(fields.get("name", "")) or text(fields.get("original", ""))
    if not name:
        signals.note(place, "has no name; kept under its number")
    pages, evaluations = (_links(entry.lists.get(kind, []), place, signals) for kind in ("links", "evaluations"))
    names, aliases = _names(name or f"Initiative {entry.number}", fields, country)
    yield Initiative(
        id=id_,
        type=type_,
        names=names,
        aliases=aliases,
        owners=owners or ((country,) if country else ()),
        parties=(country,) if country else (),
        themes=entry.themes,
        target_groups=entry.groups,
        instruments=tuple(_instruments(entry)),
        elements=tuple(Text(en=body) for cell in entry.lists.get("objectives", []) if (body := text(cell))),
        description=_text(fields.get("description", "")),
        background=_text(fields.get("background", "")),
        tags=tuple(parts(fields.get("tags", ""))),
        url=pages[0] if pages else "",
        links=tuple(pages[1:]),
        budget=budget,
        evaluated=_flag(fields, "evaluated", place, signals),
        evaluations=tuple(evaluations),
        structural_reform=_flag(fields, "reform", place, signals),
        region=region,
        cites=(cite,),
    )
    yield from _life(id_, type_, fields, owners or ((country,) if country else ()), wave, cite, signals)
    yield from _spending(id_, budget, wave, cite)


def _country(fields: dict[str, str], signals: Signals) -> tuple[str | None, str]:
    label, code = text(fields.get("country", "")), fields.get("country_code", "").strip().upper()
    name, _, region = label.partition(" - ")
    found = _country_named(name) or _BY_CODE.get(code) or (code if len(code) == 2 and code.isalpha() else None)
    if found is None:
        signals.note("column country", f"'{label or code}' is no country that is known")
    return found, region.strip()


@lru_cache(maxsize=512)
def _country_named(name: str) -> str | None:
    if name in _LABELS:
        return _LABELS[name]
    return next((id_ for id_ in sorted(codebook().ids_named(name)) if id_ in codebook().countries), None)


def _owners(cell: str, country: str | None, cite: Citation, organisations: Organisations) -> Iterator[str]:
    seen = set()
    for part in cell.split("¬"):
        id_ = organisations.resolve(part, country, cite) if part.strip() else None
        if id_ is not None and id_ not in seen:
            seen.add(id_)
            yield id_


def native_name(fields: dict[str, str]) -> tuple[str, str]:
    """The language, ISO 639-1, and the name in it, where a country has one language; else two empty strings."""
    name, original = text(fields.get("name", "")), text(fields.get("original", ""))
    language = _SPOKEN.get(_country_named(text(fields.get("country", "")).partition(" - ")[0]) or "", "")
    told = original and original.casefold() != name.casefold() and not (language in _OWN_SCRIPT and original.isascii())
    return (language, original) if language and told else ("", "")


def _names(name: str, fields: dict[str, str], country: str | None) -> tuple[Text, tuple[str, ...]]:
    original, acronym = text(fields.get("original", "")), text(fields.get("acronym", ""))
    language = _LANGUAGES.get(country or "")
    aliases = [acronym]
    texts = {"en": name}
    if original and original.casefold() != name.casefold():
        if language and (language not in _OWN_SCRIPT or not original.isascii()):
            texts[language] = original
        else:
            aliases.append(original)
    return Text.model_validate(texts), tuple(dict.fromkeys(alias for alias in aliases if alias))


def _text(cell: str) -> Text | None:
    body = text(cell)
    return Text(en=body) if body else None


def _instruments(entry: "Entry") -> Iterator[Instrument]:
    for found in entry.instruments:
        code = found.get("instrument_type") or found.get("instrument_label") or ""
        if code:
            yield Instrument(
                code=code,
                number=found.get("instrument", "").rstrip("/").rpartition("/")[2],
                name=_text(found.get("instrument_name", "")),
                description=_text(found.get("instrument_description", "")),
                facets=found["facets"],
            )


def _type(entry: "Entry") -> str:
    codes = [found.get("instrument_type", "") for found in entry.instruments]
    return next((type_ for code in codes if (type_ := _types().get(code))), "programme")


@lru_cache(maxsize=1)
def _types() -> dict[str, str]:
    found: dict[str, str] = {}
    for id_, type_ in codebook().types.items():
        for code in type_.stip:
            found.setdefault(code, id_)
    return found


def _links(cells: list[str], place: str, signals: Signals) -> list[str]:
    found: list[str] = []
    for cell in cells:
        urls, left = links(cell)
        found += [url for url in urls if url not in found]
        if left or not urls:
            signals.note("links", f"no link: '{(left or cell).strip()[:80]}' ({place})")
    return found


def _flag(fields: dict[str, str], name: str, place: str, signals: Signals) -> bool | None:
    cell = fields.get(name, "").strip().casefold()
    if cell and cell not in _EVALUATED:
        signals.note(f"column {name}", f"'{cell[:40]}' is neither yes nor no ({place})")
    return _EVALUATED.get(cell)


def _budget(fields: dict[str, str], country: str | None, wave: Period, place: str, signals: Signals) -> Iterator[Money]:
    written = text(fields.get("budget_range", "")).casefold()
    if written in _RANGES:
        low, high, qualifier = _RANGES[written]
        yield Money.model_validate(
            {"amount": low, "upper": high, "currency": "EUR", "per": "year", "qualifier": qualifier}
        )
    elif written not in _NO_BUDGET:
        signals.note("column budget range", f"'{written[:60]}' is no range that is known")
    yield from _local(fields.get("budget_local", "").strip(), country, wave, place, signals)


def _local(cell: str, country: str | None, wave: Period, place: str, signals: Signals) -> Iterator[Money]:
    if not cell:
        return
    try:
        amount = Decimal(cell.replace(",", ""))
    except InvalidOperation:
        signals.note("column local budget", f"'{cell[:40]}' is no amount ({place})")
        return
    currency = _currency(country, str(wave)[:4])
    if not amount.is_finite() or amount <= 0 or currency is None:
        signals.note("column local budget", f"{cell} has no currency that is known or is no budget ({place})")
    elif amount < _SMALLEST:
        signals.note("column local budget", f"{amount.normalize():f} {currency} is too small for a budget ({place})")
    else:
        whole = amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount.normalize()
        yield Money(amount=whole, currency=currency, per="year")


@lru_cache(maxsize=256)
def _currency(country: str | None, year_: str) -> str | None:
    if country is None:
        return None
    if country == "EU":
        return "EUR"
    day = date(int(year_), 1, 1)
    found = get_territory_currencies(country, day, day, tender=True)
    return found[0] if found else None


def _life(
    id_: str,
    type_: str,
    fields: dict[str, str],
    owners: tuple[str, ...],
    wave: Period,
    cite: Citation,
    signals: Signals,
) -> Iterator[Action]:
    start, end = (_year(fields, name, id_, signals) for name in ("start", "end"))
    if start and end and end < start:
        signals.note("years", f"ends {end}, before it starts {start}; the end is left out ({id_})")
        end = None
    if start:
        verb = _STARTS.get(type_, "launch")
        yield Action(id=f"{id_}-start", verb=verb, actors=owners, object=id_, date=Period(start), cites=(cite,))
    if end:
        verb = "end" if end <= str(wave) else "plan-close"
        yield Action(id=f"{id_}-end", verb=verb, actors=owners, object=id_, date=Period(end), cites=(cite,))


def _year(fields: dict[str, str], name: str, id_: str, signals: Signals) -> str | None:
    cell = fields.get(name, "").strip()
    if not cell:
        return None
    found = year(cell)
    if found is None or (name == "end" and found == "1900"):
        signals.note(f"column {name} year", f"'{cell[:20]}' is no year that can be meant ({id_})")
        return None
    return found


def _spending(id_: str, budget: tuple[Money, ...], wave: Period, cite: Citation) -> Iterator[Observation]:
    for money in budget:
        yield Observation(
            id=f"{id_}-budget-{wave}-{money.currency.lower()}{'-range' if money.upper or money.qualifier else ''}",
            indicator="budget",
            subject=id_,
            period=wave,
            value=money,
            cites=(cite,),
        )
