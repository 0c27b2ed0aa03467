"""The language and the script of a text, among those whose values are read."""

import re
from functools import lru_cache
from typing import Literal

_KANA, _HANGUL, _HAN = re.compile("[\u3041-\u30fa]"), re.compile("[\uac00-\ud7a3]"), re.compile("[\u4e00-\u9fff]")


def script_of(text: str) -> Literal["ja", "ko", "han", "latin"]:
    """The script that decides which wordings can occur."""
    if text.isascii():
        return "latin"
    if _HANGUL.search(text):
        return "ko"
    if _KANA.search(text):
        return "ja"
    return "han" if _HAN.search(text) else "latin"


def is_japanese(text: str) -> bool:
    """Whether bare Han has words or forms of characters that Japanese has and neither way of writing Chinese."""
    return _JAPANESE.search(text) is not None


_JAPANESE = re.compile("令和|平成|昭和|[円発実気関価応経済団拡択拠鉄単総検県権戦従労働込帰毎図変処歳]")
_GERMAN = re.compile(
    r"\b(?:der|die|das|und|von|für|auf|im|am|dem|den|ist|wurde|werden|um|mit|bis|eine?[rnms]?|millionen|milliarden|"
    r"prozent|januar|februar|märz|mai|juni|"
    r"juli|oktober|dezember|mio|mrd|tsd|bio(?=\.)|stieg(?:en)?|sank(?:en)?|nach|davon|insgesamt|gegenüber|vorjahr)\b|"
    r"[äöüß]|[a-z]{3}(?<!sams)(?:ung(?:en)?|schaft(?:en)?|keit|heit|gaben)\b"
)
_FRENCH = re.compile(
    r"\b(?:le|la|les|des|du|de|et|en|est|une?|pour|dans|par|sur|au|aux|milliards?|à|janvier|février|mars|"
    r"avril|mai|juin|juillet|août|"
    r"septembre|octobre|novembre|décembre)\b|\b[ld]['’]|[éèêçùîôœ]"
)
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|for|is|was|from|by|with|on|will|at|billion)\b")


def language_of(text: str) -> str:
    """The language among those whose values are read, by script and common words."""
    script = script_of(text)
    return latin_language(text) or "en" if script == "latin" else "zh" if script == "han" else script


def latin_language(text: str) -> str:
    """The language that most words and signs of a text speak for; empty where none does."""
    english = german = french = 0
    for word in text.lower().split():
        en, de, fr = _votes(word)
        english, german, french = english + en, german + de, french + fr
    most = max(english, german, french)
    return "" if not most else "en" if english == most else "de" if german == most else "fr"


@lru_cache(maxsize=1 << 16)
def _votes(word: str) -> tuple[int, int, int]:
    """How often a word speaks for English, German and French."""
    return len(_ENGLISH.findall(word)), len(_GERMAN.findall(word)), len(_FRENCH.findall(word))
