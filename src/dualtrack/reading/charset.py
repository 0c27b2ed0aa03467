"""Bytes to text: the encoding told by byte order mark, declaration, or by which language comes out well."""

import codecs
import re
from functools import cache

from dualtrack.reading.errors import ReadingError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,3}=\s{0,3}["']?\s{0,3}([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_WIDER = {
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "gb2312": "gb18030", "gbk": "gb18030",
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "big5": "cp950",
}  # fmt: skip
_SAMPLE = 60_000

# The characters that running text of each language is fullest of; they cover a quarter to a half of it.
_JA = "のにはをたがでてとしれさあるいるもするからなことよりこなっ国年日本学研究技術科会一人大中的者政策、。"
_KO = "이의을는에다가고하지로한은를과도기서으사정대자인있해일시어리나부구수연학국술제전장보주그들년원발과된"
_ZH_S = "的一是在和有国了不为这中人上大技我他发以生要会学到年对科究研新工业展政合作加与个来时创可们，。"
_ZH_T = "的一是在和有國了不為這中人上大技我他發以生要會學到年對科究研新工業展政合作加與個來時創可們，。"
_PUNCTUATION = frozenset("、。，．・：；？！（）「」『』【】《》〈〉“”‘’〜～ー－—…％＋０１２３４５６７８９　©")


@cache
def _candidates() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    """Encoding, the characters its language is fullest of, and those that it uses at all in ordinary writing."""
    kana = frozenset(map(chr, [*range(0x3041, 0x3097), *range(0x30A1, 0x30FD)]))
    japanese = kana | _row_of("euc_jp", 0xB0, 0xCF)
    return (
        ("cp932", frozenset(_JA), japanese),
        ("euc_jp", frozenset(_JA), japanese),
        ("cp949", frozenset(_KO), _row_of("euc_kr", 0xB0, 0xC8)),
        ("gb18030", frozenset(_ZH_S), _row_of("gb2312", 0xB0, 0xD7)),
        ("cp950", frozenset(_ZH_T), _row_of("big5", 0xA4, 0xC6)),
    )


def _row_of(encoding: str, first: int, last: int) -> frozenset[str]:
    """The characters whose lead byte is in a range: where each standard keeps its common ones."""
    pairs = (bytes((lead, trail)) for lead in range(first, last + 1) for trail in range(0x40, 0xFF))
    return frozenset(
        char for pair in pairs if len(char := pair.decode(encoding, errors="ignore")) == 1 and char > "\xff"
    )


_PLACE = re.compile("[\ue000-\uf8ff\uff61-\uff9f\x80-\x9f\ufffd\u0400-\u04ff\u2500-\u257f\u0370-\u03ff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, name: str = "") -> tuple[str, str]:
    """The text, with every line end a line feed, and the encoding it was in.

    Raises:
        ReadingError: The bytes are in no encoding that Dualtrack knows, or are not text at all.
    """
    text, encoding = _decode(data, name)
    if len(_CONTROLS.findall(text[:_SAMPLE])) > 1 + len(text[:_SAMPLE]) // 50:
        raise ReadingError(
            "The file is not text", mend="Give the document itself, not a program or data file.", file=name or None
        )
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), encoding


def _decode(data: bytes, name: str) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), encoding
    if b"\x00" in data[:_SAMPLE]:
        return _wide(data, name)
    if b"\x1b$" in data[:_SAMPLE] and (text := _strict(data, "iso2022_jp_ext")) is not None:
        return text, "iso-2022-jp"
    if (text := _strict(data, "utf-8")) is not None and not _looks_wide(data):
        return text, "utf-8"
    declared = _declared(data)
    if declared and (text := _strict(data, declared)) is not None:
        return text, declared
    return _guessed(data, name)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data[:4000])
    if not found:
        return ""
    name = found[1].decode("ascii").lower()
    try:
        known = codecs.lookup(_WIDER.get(name, name))
    except LookupError:
        return ""
    return known.name if known._is_text_encoding and not known.name.startswith(("utf", "punycode", "idna")) else ""


def _wide(data: bytes, name: str) -> tuple[str, str]:
    """UTF-16 or UTF-32 without a byte order mark: zero bytes stand on one side."""
    sample = data[: _SAMPLE & ~3]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if even > len(sample) * 0.2 and odd > len(sample) * 0.2:
        order = ("utf-32-be", "utf-32-le") if sample[0] == 0 else ("utf-32-le", "utf-32-be")
    else:
        order = ("utf-16-le", "utf-16-be") if odd >= even else ("utf-16-be", "utf-16-le")
    for encoding in order:
        if (text := _strict(data, encoding)) is not None and _plausible(text):
            return text, encoding
    raise ReadingError(
        "The file is not text", mend="Give the document itself, not a program or data file.", file=name or None
    )


def _looks_wide(data: bytes) -> bool:
    """Whether bytes that are also valid UTF-8 are rather UTF-16: control bytes where no text has them."""
    return len(re.findall(rb"[\x01-\x08\x0e-\x1a]", data[:_SAMPLE])) * 50 > min(len(data), _SAMPLE)


def _plausible(text: str) -> bool:
    sample = text[:_SAMPLE]
    odd = sum(1 for char in sample if not (char.isprintable() or char in "\r\n\t\f\ufeff\xa0\u3000\u2028\xad\u200b"))
    return odd * 50 <= len(sample)


def _guessed(data: bytes, name: str) -> tuple[str, str]:
    """The legacy encoding in which the text reads best.

    A point for each character beyond ASCII that is common in the language, two more for the most frequent, one less for
    what has no place in a text; taken where the mean is above a half.
    """
    sample = data[:_SAMPLE]
    scores = {encoding: _score(sample, encoding, frequent, common) for encoding, frequent, common in _candidates()}
    if len(data) % 2 == 0:
        scores |= {encoding: _wide_score(sample, encoding) for encoding in ("utf-16-le", "utf-16-be")}
    best = max(scores, key=lambda encoding: scores[encoding])
    if scores[best] < 0.9 and (text := _western(data)) is not None:
        return text, "cp1252"
    if scores[best] >= 0.5:
        return data.decode(best, errors="replace"), best
    if (share := _broken_utf8(data)) is not None and share < 0.02:
        return data.decode("utf-8", errors="replace"), "utf-8"
    raise ReadingError(
        "The encoding of the text cannot be told", mend="Save it as UTF-8 and try again.", file=name or None
    )


def _score(sample: bytes, encoding: str, frequent: frozenset[str], common: frozenset[str]) -> float:
    text = sample.decode(encoding, errors="replace")
    wide = [char for char in text if char > "\x7f"]
    if not wide or text.count("\ufffd") > 1 + len(wide) // 100:
        return 0.0
    return (_points(wide, frequent, common) - len(_PLACE.findall(text))) / len(wide)


def _points(wide: list[str], frequent: frozenset[str], common: frozenset[str]) -> int:
    return sum((char in common or char in _PUNCTUATION) + 2 * (char in frequent) for char in wide)


def _wide_score(sample: bytes, encoding: str) -> float:
    text = _strict(sample, encoding)
    if text is None or not _plausible(text):
        return 0.0
    wide = [char for char in text if char > "\x7f"]
    if not wide:
        return 0.0
    return max(_points(wide, frequent, common) for _, frequent, common in _candidates()) / len(wide)


def _western(data: bytes) -> str | None:
    """Windows-1252, if bytes beyond ASCII are few, letters mostly, and stand in words."""
    high = sum(1 for byte in data[:_SAMPLE] if byte > 0x7F)
    if high * 3 > min(len(data), _SAMPLE):
        return None
    text = _strict(data, "cp1252")
    if text is None:
        return None
    sample = text[:_SAMPLE]
    letters = len(re.findall("[A-Za-z][à-öø-ÿßœšžÀ-ÖØ-ÞŒŠŽ’]|[à-öø-ÿßÀ-ÖØ-ÞŒŠ][a-z]|[“”‘’„–—…•€£§«»°·©®]", sample))
    return text if letters * 3 >= high else None


def _broken_utf8(data: bytes) -> float | None:
    text = data[:_SAMPLE].decode("utf-8", errors="replace")
    wide = sum(1 for char in text if char > "\x7f")
    return text.count("\ufffd") / wide if wide else None
