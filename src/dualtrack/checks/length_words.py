"""Small numbers in words, as lengths of time are written with them: English, German, French, Chinese, Korean."""

import re

_ONES = {
    "en": "one two three four five six seven eight nine",
    "de": "ein zwei drei vier fünf sechs sieben acht neun",
    "fr": "un deux trois quatre cinq six sept huit neuf",
}
_TEENS = {
    "en": "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "de": "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "fr": "dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante",
}


def _latin_words() -> dict[str, float]:
    """English, German and French to 99, and the German halves: viereinhalb."""
    found: dict[str, float] = {"eine": 1, "einen": 1, "einem": 1, "einer": 1, "une": 1, "anderthalb": 1.5}
    for language, words in _ONES.items():
        units: dict[str, float] = dict(zip(words.split(), range(1, 10), strict=True))
        found |= units | dict(zip(_TEENS[language].split(), range(10, 20), strict=True))
        for ten, value in zip(_TENS[language].split(), range(20, 100, 10), strict=False):
            found[ten] = value
            for word, one in units.items():
                joined = f"{word}und{ten}" if language == "de" else f"{ten}-{word}"
                found |= {joined: value + one, joined.replace("-", " "): value + one}
    german = dict(zip(f"{_ONES['de']} {_TEENS['de']}".split(), range(1, 20), strict=True))
    for word, value in german.items():
        found |= {f"{word}einhalb": value + 0.5, f"{word}undeinhalb": value + 0.5}
    return found


def _eastern_words() -> dict[str, float]:
    """Chinese characters to 99, Korean to ten."""
    found: dict[str, float] = {"两": 2, "両": 2}
    for korean in ("한 두 세 네 다섯 여섯 일곱 여덟 아홉 열", "일 이 삼 사 오 육 칠 팔 구 십"):
        found |= dict(zip(korean.split(), range(1, 11), strict=True))
    digits = ("", *"一二三四五六七八九")
    for number in range(1, 100):
        head = "十" if number // 10 == 1 else f"{digits[number // 10]}十" if number >= 10 else ""
        found[head + digits[number % 10]] = number
    return found


PLANS = {"bien": 2, "trien": 3, "quadrien": 4, "quinquen": 5, "sexen": 6, "septen": 7, "décen": 10}
"""Of 'triennal' and the like, the years that a plan of that name lasts."""
LATIN_WORDS = _latin_words()
NUMBER_WORDS: dict[str, float] = {**LATIN_WORDS, **_eastern_words(), **PLANS, "a": 1, "an": 1}


def number_of(word: str) -> float | None:
    """A small number in digits or words."""
    word = word.lower().replace(",", ".")
    if re.fullmatch(r"\d+(?:\.5)?", word):
        return float(word) if "." in word else int(word)
    if word.endswith("½"):
        return int(word[:-1]) + 0.5
    return NUMBER_WORDS.get(word)
