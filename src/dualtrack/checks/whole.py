"""Sentences as dates and amounts need them: not cut in '2026. 2. 29.' or '1,2 Bio. Yen', parted at labelled lines.

Also what surrounds them: the neighbours of a sentence in its passage, and the day that a dateline gives the document.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from dualtrack.checks.context import Context, Sentence, once
from dualtrack.checks.languages import language_of
from dualtrack.extraction.dates import DateMention, find_dates
from dualtrack.model import Period

_CUT = re.compile(
    r"(?:(?:19|20)\d\d|['’‘]\d\d)\.\s?(?P<m>\d{1,2}\.\s?)?(?P<d>\d{1,2}\.)?\s*\Z|"
    r"[~～〜–-]\s?\d{1,2}\.\s?(?P<e>\d{1,2}\.)?\s*\Z|"
    r"(?<![\d.])\d{1,2}\.\s?(?P<g>\d{1,2}\.)?\s*\Z|(?P<b>\d\s?(?:Bio|Tsd|Trd)\.\s*)\Z"
)
_NUMBER_ON = re.compile(r"\d{1,2}(?:\.|:\d|시|\s?[(（~])|(?:19|20)\d\d\b")
_LABEL = re.compile(r"\n(?=\s*[【〔［<＜《〈□○ㅇ◇◆■▶▷※])")


@once
def whole(context: Context) -> list[Sentence]:
    """The sentences of a document, put together where a stop inside a date or amount cut them, each wording once."""
    first: dict[str, Sentence] = {}
    for sentence in _joined(context) if context.statements else ():
        for part in _lines(sentence):
            first.setdefault(part.text, part)
    return list(first.values())


def digits_near(context: Context, index: int, reach: int) -> bool:
    """Whether figures stand in a sentence of ``whole`` or in one so many places from it."""
    sentences = whole(context)
    return any(one.digits for one in sentences[max(0, index - reach) : index + reach + 1])


def _joined(context: Context) -> Iterator[Sentence]:
    held: Sentence | None = None
    for sentence in context.sentences:
        if held is not None and _goes_on(held, sentence):
            held = Sentence(context, held.passage, held.start, held.text + sentence.text)
            continue
        if held is not None:
            yield held
        held = sentence
    if held is not None:
        yield held


def _goes_on(one: Sentence, other: Sentence) -> bool:
    """Whether a stop between two sentences is one of a date in numbers or of an abbreviated amount."""
    if one.passage is not other.passage or one.start + len(one.text) != other.start or one.text.endswith("\n"):
        return False
    cut = _CUT.search(one.text[-24:])
    if cut is None:
        return False
    if cut["b"] or cut["d"] or cut["e"]:
        return True
    following = _NUMBER_ON.match(other.text)
    return following is not None and (cut["g"] is not None or len(following.group()) < 4 or other.text[2:3] == ":")


def _lines(sentence: Sentence) -> Iterator[Sentence]:
    """A sentence parted where a line of it begins with a label: 【본문】, □, ※."""
    if "\n" not in sentence.text:
        yield sentence
        return
    place = 0
    for match in (*_LABEL.finditer(sentence.text), None):
        end = match.end() if match else len(sentence.text)
        if sentence.text[place:end].strip():
            part = sentence if (place, end) == (0, len(sentence.text)) else None
            yield part or Sentence(sentence.context, sentence.passage, sentence.start + place, sentence.text[place:end])
        place = end


def around(context: Context, index: int, reach: int = 1) -> Sequence[Sentence]:
    """The neighbours of a whole sentence in its passage: so many before and after, itself left out."""
    sentences = whole(context)
    near = range(max(0, index - reach), min(len(sentences), index + reach + 1))
    here = sentences[index].passage
    return [sentences[other] for other in near if other != index and sentences[other].passage is here]


_HEAD = 200
_PLACE = (
    r"(?:[A-ZÀ-Ý][\w'’.-]*(?:[ -][\w'’.-]+){0,3}|[\u4e00-\u9fffァ-ヴー]{1,10}|[가-힣]{1,10}|"
    r"(?:[\w'’-]+ ){0,4}(?:[Rr]elease|[Vv]eille|[Pp]resse|[Cc]ommuniqué|[Mm]emo|[Nn]ote|[Uu]pdate|[Bb]rief(?:ing)?|"
    r"[Bb]ulletin|[Mm]itteilung|보도자료|報道発表|プレスリリース|新闻稿))"
)
_BEFORE_DATE = re.compile(
    rf"\A[\s#*【〔\[（(「«-]*(?:{_PLACE})?\s*[,、，=:：|／/(（]?\s*(?:(?:le|den|the|on|,)\s|(?<=, )am\s)?\Z", re.UNICODE
)
_RELEASE_OF = re.compile(
    r"\A[\s#*【〔\[（(「«-]*(?:(?:Presse|Medien)(?:mitteilung|information|meldung)|Mitteilung|Meldung|Pressedienst|"
    r"(?:[Pp]ress|[Nn]ews|[Mm]edia) [Rr]elease|[Cc]ommuniqué(?: de presse)?|[Pp]ress [Ss]tatement|Statement|"
    r"보도\s?(?:참고|해명|설명)?자료|報道発表(?:資料)?|プレスリリース|记者通稿|新闻稿)"
    r"(?: Nr\. ?[\d/]+| n° ?[\d-]+)?,? ?"
    r"(?:vom|of|dated|issued on|du|en date du|\()? ?\Z"
)
"""'Pressemitteilung vom', 'Press release of', 'Communiqué du': what follows dates the document, whatever word leads."""
_RELEASE_AFTER = re.compile(
    r"[ \u3000]?(?:付け?|字|발표|배포)?[ \u3000]?(?:보도\s?(?:참고|해명|설명)?자료|報道発表(?:資料)?|プレスリリース|"
    r"新闻稿|[Pp]ress release|Pressemitteilung|배포)"
)
_NO_PLACE = re.compile(
    r"deadline|frist|clos|clôtur|limite|open|start|begin|beginn|event|termin|datum der|date of|締|期限|日時|開催|"
    r"受付|期間|마감|일시|"
    r"기간|행사|접수|截止|时间|\b(?:by|until|bis|ab|from|since|seit|vom|depuis|avant|before|after)\s*\Z|\A\W*(?:am|"
    r"im|on|in|le|"
    r"en|du|the)\s*\Z",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(r"\s*(?:[.:：–—)）】〕\]」|]|-{1,2}\s|\n|\Z)")
_PLACED = re.compile("[\u4e00-\u9fffァ-ヴー가-힣][、,，=＝]\\s?\\Z")
_UNIT_AFTER = re.compile(r"[ \u3000][\u4e00-\u9fff가-힣ァ-ヴー]{2,16}(?:\n|\Z)")


@once
def dateline(context: Context) -> tuple[DateMention, date] | None:
    """The date that heads a document: 'Bonn, 12. Mai 2025.', '(서울=2025년 5월 14일)', '東京、2025年6月1日'.

    Returns the mention (its offsets count from the beginning of the document) and the last day that it may be.
    """
    head = context.flat[:_HEAD]
    if not re.search(r"\d{4}|令和", head):
        return None
    for mention in find_dates(head, language_of(head)):
        if mention.inferred or mention.kind not in ("date", "month") or "/" in mention.edtf:
            continue
        before = head[: mention.start].rpartition("\n")[2]
        after = head[mention.end :]
        placed = _PLACED.search(before) is not None and after[:1] in " \u3000"
        stands = placed or _AFTER_DATE.match(after) or _UNIT_AFTER.match(after)
        released = (stands and _RELEASE_OF.match(before)) or (
            _BEFORE_DATE.match(before) and _RELEASE_AFTER.match(after) and not before.strip(" #*【〔[（(「«-")
        )
        if released or (stands and _BEFORE_DATE.match(before) and not _NO_PLACE.search(before)):
            last = Period(mention.edtf).upper
            return (mention, last) if last else None
        return None
    return None


def issued(context: Context) -> date | None:
    """The day of the document: as known, else by its dateline."""
    if context.published is not None:
        return context.published
    found = dateline(context)
    return found[1] if found else None
