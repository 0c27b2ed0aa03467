"""How Korean writes dates: 2025년 2월 26일(수), 2025. 2. 26., 2024 회계연도, 작년, 올해, 지난달, 2025년 상반기."""

from dualtrack.extraction.date_atoms import Relative
from dualtrack.extraction.date_forms.base import Grammar, Y
from dualtrack.extraction.date_forms.cjk import bracketed
from dualtrack.extraction.date_forms.en import FOREIGN_MONTHS, FOREIGN_NUMERIC, FOREIGN_WORDED

_S = "[ \\t\u00a0]{0,2}"
_TO = f"{_S}[~〜～\\-–—∼]{_S}"
_N = "[0-9]{1,2}"
_WEEKDAY = f"(?:{_S},?{_S}[(（]?(?P<w>[월화수목금토일](?:요일|(?=[)）])))[)）]?)?"
_TURN = f"{_S}(?:(?P<apm>초순|중순|하순|초|경|께|쯤|무렵)|말)(?![가-힣](?<![에까부의은는이도]))"
_DAYS = (
    f"{_S}(?P<d>{_N})(?:{_S}일{_WEEKDAY}|(?={_TO}{_N}일))(?:(?:{_TO}|[과와]{_S}(?={_N}일{_S}사이)|부터{_S}|에서{_S}|(?P<list>{_S}[·,ㆍ]{_S}|과{_S}|와{_S}))"
    f"(?P<d2>{_N})일(?!간){_WEEKDAY.replace('<w>', '<w2>')}(?:까지)?)?"
)
_MONTH_DAY = f"(?P<m>{_N})(?:{_S}월(?!간|급)(?:{_DAYS}|{_TURN})?|{_TO}(?P<m2>{_N})월(?!{_S}{_N}일))"
_QUARTER = f"(?:제{_S})?(?P<q>[1-4]|첫{_S}번째|두{_S}번째|세{_S}번째|네{_S}번째){_S}[/·]?{_S}(?:사?분기)"
_HALF = "(?P<h>상반기|하반기|전반기|후반기|전반|후반)"
_PART = f"(?:{_QUARTER}|{_HALF}|(?P<s>봄|여름|가을|겨울)(?!방학))"
_YEAR_TURN = f"{_S}(?:(?P<ap>초반|초|중반|중순|경|께|쯤|무렵|전후)|연?말)(?![가-힣](?<![에까부의은는이도]))"
_NOT_SPAN = "(?!간|차|여|이상|이내|생|식|형|대(?![회학])|만에|동안|제)"


def _dated(year: str, plain: str = _NOT_SPAN) -> str:
    fiscal = f"{_S}(?P<fy>도)(?![0-9])(?:{_S}(?P<fq>[1-4]){_S}분기)?(?:말)?"
    return f"{year}(?:{_S}{_MONTH_DAY}|{fiscal}|{_S}{_PART}|{_YEAR_TURN}|{plain})"


_WESTERN = _dated(f"(?P<y>{Y}){_S}년")
_RELATIVES = {
    "연말": Relative("year", 0),
    "작년": Relative("year", -1),
    "지난해": Relative("year", -1),
    "재작년": Relative("year", -2),
    "올해": Relative("year", 0),
    "금년": Relative("year", 0),
    "올": Relative("year", 0),
    "내년": Relative("year", 1),
    "내후년": Relative("year", 2),
    "이듬해": Relative("year", 1, True),
    "다음 해": Relative("year", 1, True),
    "이듬 해": Relative("year", 1, True),
    "같은 해": Relative("year", 0, True),
    "동년": Relative("year", 0, True),
    "전년": Relative("year", -1, True),
    "전년도": Relative("year", -1, True),
    "지난달": Relative("month", -1),
    "지난 달": Relative("month", -1),
    "이달": Relative("month", 0),
    "이번 달": Relative("month", 0),
    "금월": Relative("month", 0),
    "다음 달": Relative("month", 1),
    "다음달": Relative("month", 1),
    "내달": Relative("month", 1),
    "같은 달": Relative("month", 0, True),
    "같은달": Relative("month", 0, True),
    "동월": Relative("month", 0, True),
    "어제": Relative("day", -1),
    "같은 날": Relative("day", 0, True),
}
_RELATIVE_YEAR = (
    "(?P<rel>(?<![가-힣])연말(?=까지|에 )|재작년|작년|지난해|올해|금년|내후년|(?<![가-힣])내년|이듬[ ]?해|같은 해|(?<![가-힣])동년|(?<![가-힣])전년(?=도[^\\s]?[가-힣 ])|올(?=[ ]?(?:봄|여름|가을|겨울|상반기|하반기|[0-9])))"
    "(?!배|[ ]?대비|[ ]?동기|[ ]?동월|보다)"
)
_RELATIVE_MONTH = "(?P<rel>지난[ ]?달|이달|이번 달|금월|다음[ ]?달|(?<![가-힣])내달|같은[ ]?달|(?<![가-힣])동월)"
_SPAN = rf"(?P<y>{Y})(?:{_S}년)?(?:{_TO}|년부터{_S}|년에서{_S}|년[과와]{_S}(?={Y}년{_S}사이))(?:(?P<y2>{Y})|['’]?(?P<yy2>[0-9]{{2}})){_S}"


def _spelled_numbers() -> dict[str, int]:
    """Years, months and days written out: 이천이십오 (2025), 십이 (12)."""
    units = {"": 0, "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9}
    below: dict[str, int] = {}
    for tens, ten in units.items():
        for unit, one in units.items():
            front = "" if not ten else ("십" if ten == 1 else f"{tens}십")
            below[front + unit] = 10 * ten + one
    below.pop("")
    words = {f"이천{word}": 2000 + n for word, n in below.items()} | {
        f"천구백{word}": 1900 + n for word, n in below.items()
    }
    return below | words | {"이천": 2000, "천구백": 1900}


_NUMBERS = _spelled_numbers() | {
    "상반기": 1,
    "하반기": 2,
    "전반기": 1,
    "후반기": 2,
    "첫 번째": 1,
    "두 번째": 2,
    "세 번째": 3,
    "네 번째": 4,
    "다섯 번째": 5,
    **dict.fromkeys(("첫번째", "첫째"), 1),
    **dict.fromkeys(("두번째", "둘째"), 2),
    **dict.fromkeys(("세번째", "셋째"), 3),
    **dict.fromkeys(("네번째", "넷째"), 4),
    **dict.fromkeys(("다섯번째", "다섯째"), 5),
    "전반": 1,
    "후반": 2,
    "유": 6,
    "시": 10,
}
_NTH = f"첫{_S}번째|첫째|두{_S}번째|둘째|세{_S}번째|셋째|네{_S}번째|넷째|다섯{_S}번째|다섯째"
_SPELLED = "(?:이천|천구백)(?:[이삼사오육칠팔구]?십)?[일이삼사오육칠팔구]?"
_SMALL = "(?:[이삼]?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구])"
_SPELLED_DATE = f"(?P<y>{_SPELLED}){_S}년(?:{_S}(?P<m>{_SMALL}|유|시|십유|[0-9]{{1,2}})월(?:{_S}(?P<d>{_SMALL}|[0-9]{{1,2}})일{_WEEKDAY})?)?"


_DOT_MONTH, _DOT_DAY = "1[0-2]|0?[1-9]", "3[01]|[12][0-9]|0?[1-9]"
_TIME = rf"(?:{_S}[0-2]?[0-9]:[0-5][0-9])?"
_DOTTED_ON = (
    rf"\.{_S}(?P<m>{_DOT_MONTH})\.{_S}(?P<d>{_DOT_DAY})\.?{_WEEKDAY}{_TIME}{_TO}"
    rf"(?:(?P<m2>{_DOT_MONTH})\.{_S})?(?P<d2>{_DOT_DAY})(?:\.(?![0-9])|(?=[(（]))(?!{_S}[0-9]{{1,2}}\.){_WEEKDAY.replace('<w>', '<w2>')}"
)
"""A day in numbers and a later one without its year, which it takes from the first: 2025. 10. 27.(월) ~ 10. 29.(금)."""


GRAMMAR = Grammar(
    language="ko",
    home="KR",
    numeric=(
        rf"{_SPAN}(?P<fy>회계연도|회계년도|년도|학년도)(?:까지)?",
        rf"{_SPAN}년(?!{_S}[0-9]{{1,2}}월|[도간대차])(?:까지)?",
        rf"(?P<y>{Y}){_S}(?:년{_S})?(?P<fy>회계연도|회계년도|학년도)",
        rf"(?P<dec>[12][0-9]{{2}}0|[3-9]0){_S}년대(?:{_S}(?P<ap>초반|중반|후반|초|말))?",
        rf"(?P<y>{Y}){_S}년{_S}(?P<m>{_N}){_S}월의?{_S}(?:(?P<n>{_NTH})|(?P<last>마지막)){_S}(?P<w>[월화수목금토일]요일)",
        rf"(?P<y>{Y}){_S}년{_S}(?P<m>{_N}){_S}월의?{_S}(?P<eom>마지막{_S}날)",
        _WESTERN,
        r"(?P<yy>[0-9]{2})/(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9/])",
        _dated(rf"(?P<yy>0[0-9]){_S}년"),
        rf"(?P<y>{Y}){_DOTTED_ON}",
        rf"(?P<y>{Y})\.{_S}(?P<m>1[0-2]|0?[1-9])\.{_S}(?P<d>3[01]|[12][0-9]|0?[1-9])(?:\.(?![0-9]))?{_WEEKDAY}(?![0-9])",
        rf"(?P<y>{Y})\.{_S}(?P<m>1[0-2]|0?[1-9])\.(?![0-9])",
        _dated(rf"(?P<yy>[0-9]{{2}}){_S}년(?={_S}(?:[0-9]{{1,2}}월|[1-4]{_S}분기|상반기|하반기|도))"),
        rf"(?P<d>[0-3]?[0-9])[./-](?P<m>0?[1-9]|1[0-2])[./-](?P<y>{Y})(?![0-9])",
        _MONTH_DAY,
        rf"(?P<d>{_N})일(?:[(（](?P<w>[월화수목금토일])(?:요일)?[)）]|(?=자|,|[ ]?(?:오전|오후)))",
        rf"(?<=지난[ ])(?P<d>{_N})일(?!간|째|동안|[ ]?동안)",
        rf"(?<=[이가][ ])(?P<d>{_N})일(?=[ ](?:밝혔|말했|발표|보도|전했|공개|열린|열렸|개최|서명|체결|오전|오후|[가-힣]{{1,6}}에서))",
        rf"(?<=[은는][ ])(?P<d>{_N})일(?=[ ](?!동안|정도|이상|이내|이후|만에|간|연속|뒤|후|전|넘게))",
        r"(?<=[(（\[])(?P<m>1[0-2]|[1-9])\.(?P<d>3[01]|[12][0-9]|[1-9])(?=\.?[)）\]]{_S}(?:\n|\Z))".replace("{_S}", _S),
        _QUARTER + "(?!보)",
        *FOREIGN_NUMERIC,
    ),
    bare=(r"(?P<bare>(?P<y>(?:19|20)[0-9]{2}))(?![0-9])",),
    worded=(
        _SPELLED_DATE,
        rf"['’‘](?P<yy>[0-9]{{2}}){_DOTTED_ON}",
        rf"['’‘](?P<yy>[0-9]{{2}})\.{_S}(?P<m>1[0-2]|0?[1-9])\.{_S}(?P<d>3[01]|[12][0-9]|0?[1-9])(?:\.(?![0-9]))?{_WEEKDAY}(?![0-9])",
        rf"['’‘](?P<yy>[0-9]{{2}})\.{_S}(?P<m>1[0-2]|0?[1-9])(?![0-9.월])",
        "['’‘]" + _dated(rf"(?P<yy>[0-9]{{2}})(?:{_S}년|\.(?=[0-9]))"),
        "(?<![가-힣0-9])(?P<h>상반기|하반기)",
        _dated(_RELATIVE_YEAR, ""),
        rf"{_RELATIVE_MONTH}(?:{_S}(?P<d>{_N})일(?!간){_WEEKDAY}|{_TURN})?",
        "(?P<rel>(?<![가-힣])어제|같은 날)",
        rf"제{_S}(?P<q>[1-4]){_S}분기",
        rf"서기{_S}" + _WESTERN,
        *FOREIGN_WORDED,
    ),
    numbers=_NUMBERS,
    months=FOREIGN_MONTHS | _NUMBERS,
    weekdays={f"{day}{tail}": place for place, day in enumerate("월화수목금토일") for tail in ("", "요일")},
    seasons={"봄": 1, "여름": 2, "가을": 3, "겨울": 4},
    relatives=_RELATIVES,
    joins=f"{_S}(?:[~〜～∼\\-–—]|부터|에서){_S}",
    closes="까지",
    both=f"{_S}(?:[·ㆍ]|과|와|및){_S}",
    word_start="(?=[A-Za-z연이천재작지올금내다같동전어제서상하'’‘])",
    vet=bracketed,
    behind="했다|하였다|되었다|됐다|었다|였다|렸다|했으며|됐으며",
    ahead="예정|까지|계획|목표|전망",
)
