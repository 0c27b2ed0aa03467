"""Words a person reads, by language."""

from typing import Self

from pydantic import model_validator

from dualtrack.model.base import Value


class Text(Value):
    """One text in several languages; at least one is there, and Japanese and English are expected of our own texts.

    Languages are ISO 639-1 codes.
    """

    ja: str | None = None
    en: str | None = None
    ko: str | None = None
    zh: str | None = None
    de: str | None = None
    fr: str | None = None

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not any(self.__dict__.values()):
            raise ValueError("a text needs words in at least one language, such as {ja: ..., en: ...}")
        return self

    def languages(self) -> dict[str, str]:
        """The texts there are, by language code."""
        return {code: text for code in LANGUAGES if (text := getattr(self, code))}

    def get(self, language: str) -> str | None:
        """The text in this language, or ``None``."""
        return self.languages().get(language)

    def best(self, language: str) -> str:
        """The text in this language, else English, else Japanese, else any."""
        texts = self.languages()
        return texts.get(language) or texts.get("en") or texts.get("ja") or next(iter(texts.values()))


LANGUAGES = ("ja", "en", "ko", "zh", "de", "fr")
"""The languages that Dualtrack reads, as ISO 639-1 codes."""
