"""The forms in which dates are written, one module a language; ``grammar_of`` finds the right one."""

import re
from functools import lru_cache

from dualtrack.extraction.date_forms.base import Grammar

__all__ = ["Grammar", "detect_language", "grammar_of"]

_KANA = re.compile("[\u3041-\u30ff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_HAN = re.compile("[\u4e00-\u9fff]")
_WORDS = {
    "en": re.compile(r"\b(?:the|of|and|to|in|by|on|will|from)\b", re.IGNORECASE),
    "de": re.compile(r"\b(?:der|die|das|und|im|am|den|des|wird|mit|von|bis|ist|ich)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:le|la|les|et|du|des|en|au|aux|une?|est|je|pour|dans)\b", re.IGNORECASE),
}
_SAMPLE = 4000


@lru_cache(maxsize=16)
def grammar_of(language: str) -> Grammar:
    """The grammar of a language; one that is not read yet gets the English grammar (ISO forms, English months)."""
    if language == "ja":
        from dualtrack.extraction.date_forms.ja import GRAMMAR
    elif language == "zh":
        from dualtrack.extraction.date_forms.zh import GRAMMAR
    elif language == "ko":
        from dualtrack.extraction.date_forms.ko import GRAMMAR
    elif language == "de":
        from dualtrack.extraction.date_forms.de import GRAMMAR
    elif language == "fr":
        from dualtrack.extraction.date_forms.fr import GRAMMAR
    else:
        from dualtrack.extraction.date_forms.en import GRAMMAR
    return GRAMMAR


def detect_language(text: str) -> str:
    """The language whose grammar fits: by script first, then by the commonest little words."""
    sample = text[:_SAMPLE]
    if _KANA.search(sample):
        return "ja"
    if _HANGUL.search(sample):
        return "ko"
    if _HAN.search(sample):
        return "ja" if re.search("令和|平成|昭和|年度|予算", sample) else "zh"
    counts = {language: len(words.findall(sample)) for language, words in _WORDS.items()}
    return max(counts, key=lambda language: (counts[language], language == "en"))
