"""Where a figure may start: one quick pattern a language, so that most of a text is passed over at speed."""

from dualtrack.extraction.numerals import EAST_ASIAN_HEADS, HANGUL_HEADS, WORD_HEADS, either_case

_WORDED_HEADS = {
    "en": (
        "halv",
        "doubl",
        "tripl",
        "quadrupl",
        "half",
        "a third",
        "a quarter",
        "a fifth",
        "a tenth",
        "an eighth",
        "a sixth",
    ),
    "de": ("halbier", "verdopp", "verdreif", "vervierf", "hälfte"),
    "fr": ("réduit", "divis", "multipli", "doubl", "tripl", "quadrupl", "la moiti", "le tiers", "le quart"),
}
_EAST_ASIAN = {
    "ja": EAST_ASIAN_HEADS + "半倍過",
    "zh": EAST_ASIAN_HEADS + "半翻减減倍过過",
    "ko": HANGUL_HEADS + "절과반배갑곱두세",
}


def trigger_pattern(language: str) -> str:
    """A pattern that matches at least one character wherever a number, a worded share or a web address starts."""
    if language in _EAST_ASIAN:
        return f"[0-9０-９hw{_EAST_ASIAN[language]}]"
    heads = (*WORD_HEADS.get(language, ()), *_WORDED_HEADS.get(language, ()), "http", "www.")
    return rf"[0-9０-９]|(?<![A-Za-zÀ-ÿ]){either_case(heads)}"
