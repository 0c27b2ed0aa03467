"""Country names from CLDR by Babel; after a new Babel run ``python -m dualtrack.codebook.countries_cldr``."""

import json
from pathlib import Path

PATH = Path(__file__).with_name("countries_cldr.json")
LANGUAGES = ("ja", "en", "ko", "zh", "de", "fr", "es", "it", "pt", "nl")
"""The languages of documents, and four more in which countries alone are recognised."""
_NO_COUNTRY = frozenset(["AC", "CP", "CQ", "DG", "EA", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"])


def generate() -> dict[str, dict[str, str]]:
    """Names by country code (ISO 3166-1 alpha-2, ``EU``, and ``XK`` for Kosovo) and language."""
    from babel import Locale

    territories = {language: dict(Locale(language).territories) for language in LANGUAGES}
    codes = sorted(code for code in territories["en"] if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY)
    return {code: {language: names[code] for language, names in territories.items() if code in names} for code in codes}


def text_of(names: dict[str, dict[str, str]]) -> str:
    """The file's text: one country a line, so that a change of CLDR is read in a diff."""
    lines = (f"{json.dumps(code)}: {json.dumps(some, ensure_ascii=False)}" for code, some in names.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    PATH.write_text(text_of(generate()), encoding="utf-8")
