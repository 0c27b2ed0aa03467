"""How Japanese writes dates: 2025年6月26日（木）, 令和7年6月, 2024年度, 昨年, 同月, 5月15日, (2022)."""

from dualtrack.extraction.date_atoms import Relative
from dualtrack.extraction.date_forms.base import SPACE_CJK as SP
from dualtrack.extraction.date_forms.base import Grammar, Y
from dualtrack.extraction.date_forms.cjk import (
    CLOSE,
    OPEN,
    SEASONS,
    TILDE,
    WEEKDAYS,
    YK,
    K,
    N,
    bracketed,
    month_and_day,
)
from dualtrack.extraction.date_forms.en import FOREIGN_MONTHS, FOREIGN_NUMERIC, FOREIGN_WORDED

_WEEKDAY = f"(?:{SP}[(（、,の]?{SP}(?P<w>[月火水木金土日])(?:曜日?{CLOSE}?|(?:[・、]?祝)?{CLOSE}))?"
_TURN = "の?(?P<apm>頃|ごろ|ころ|前後|初頭|初め|はじめ|初旬|上旬|中旬|下旬|半ば|なかば|中頃|前半|後半)|末日?"
_MONTH_DAY = month_and_day(_WEEKDAY, "日", "[・、と]|及び|および", _TURN, "(?:まで)?")
_QUARTER = "第(?P<q>[1-4一二三四])四半期"
_HALF = "(?P<h>上半期|下半期|上期|下期|前期|後期|前半|後半)"
_FISCAL_PART = (_QUARTER + "|" + _HALF).replace("<q>", "<fq>").replace("<h>", "<fh>")
_PART = f"(?:{_QUARTER}|{_HALF}|(?P<s>[春夏秋冬])(?![季期]?[一-龠])[季期]?)"
_YEAR_TURN = "の?(?:(?P<ap>頃|ごろ|ころ|前後|初頭|初め|はじめ|初旬|半ば|なかば|中頃|中ごろ|年?央|年初)|年?末)"
_NOT_SPAN = "(?!間|ぶり|以上|分の[0-9一二三]|物|来の|ごと|おき|計画|目|余|来、|前|代)"
_NOT_COMPARED = "(?!度?(?:比|並み|同期|同月|同四半期|の同|割れ|を上回|を下回|実績|水準|の[0-9一二三四五六七八九十数約]{1,3}倍)|代|齢|々)"
_NUMBER_OF_ERA = "(?P<ey>[0-9]{1,2}|元|[一二三四五六七八九十]{1,3})"
_ERA = f"(?P<era>明治|大正|昭和|平成|令和){SP}{_NUMBER_OF_ERA}"


def _dated(year: str, plain: str = _NOT_SPAN) -> str:
    """A year with what may follow it; ``plain`` is what must hold where nothing does."""
    fiscal = f"(?P<fy>度)(?!比)(?:の?(?:{_FISCAL_PART})|末)?"
    return f"{year}(?:{SP}の?{SP}{_MONTH_DAY}|{fiscal}|{SP}の?{SP}{_PART}|{_YEAR_TURN}|{plain})"


_WESTERN = _dated(f"(?P<y>{YK}){SP}(?:年?{SP}{OPEN}{SP}{_ERA}{SP}年?{SP}{CLOSE}年?|年)")
_OF_ERA = _dated(f"{_ERA}{SP}(?:年?{SP}{OPEN}{SP}(?P<y>{Y}){SP}年?{SP}{CLOSE}年?|年)")
_ERA_FISCAL = f"{_ERA}{SP}(?P<fy>年度)(?:{SP}{OPEN}{SP}(?P<y>{Y}){SP}(?:年度?)?{CLOSE})?"
_RELATIVES = {
    "一昨年": Relative("year", -2),
    "昨年": Relative("year", -1),
    "去年": Relative("year", -1),
    "今年": Relative("year", 0),
    "本年": Relative("year", 0),
    "来年": Relative("year", 1),
    "次年": Relative("year", 1),
    "再来年": Relative("year", 2),
    "翌年": Relative("year", 1, True),
    "翌々年": Relative("year", 2, True),
    "同年": Relative("year", 0, True),
    "当年": Relative("year", 0, True),
    "前年": Relative("year", -1, True),
    "先々月": Relative("month", -2),
    "先月": Relative("month", -1),
    "今月": Relative("month", 0),
    "来月": Relative("month", 1),
    "同月": Relative("month", 0, True),
    "翌月": Relative("month", 1, True),
    "前月": Relative("month", -1, True),
    "一昨日": Relative("day", -2),
    "昨日": Relative("day", -1),
    "本日": Relative("day", 0),
    "同日": Relative("day", 0, True),
    "翌日": Relative("day", 1, True),
    "昨": Relative("year", -1),
    "今": Relative("year", 0),
    "来": Relative("year", 1),
    "年内": Relative("year", 0),
}
_RELATIVE_YEAR = (
    "(?P<rel>一昨年|昨年|(?<!過)去年|今年|(?<![日基資根標])本年|再来年|(?<![将従以本往由未近再])来年|翌々年|翌年|同年"
    f"|(?<![0-9一二三四五六七八九十数対])前年|次年(?=度)|当年(?=度)){_NOT_COMPARED}"
)
_RELATIVE_MONTH = "(?P<rel>先々月|先月|今月|(?<![将従以本往由未近])来月|同月|翌月|前月)(?!比|額|号|間)"
_SPAN = f"(?P<y>{Y})年?{SP}(?:{TILDE}|(?<=年)から){SP}(?:(?P<y2>{Y})|(?P<yy2>[0-9]{{2}})){SP}"

GRAMMAR = Grammar(
    language="ja",
    home="JP",
    numeric=(
        rf"{_SPAN}(?:会計)?(?P<fy>年度)(?:まで)?",
        rf"{_SPAN}年(?!{SP}[0-9]{{1,2}}月|[度代間])(?:まで)?",
        rf"(?P<dec>[12][0-9]{{2}}0|[3-9]0){SP}年代(?:の?(?P<ap>初頭|前半|半ば|後半|末))?",
        rf"(?:(?P<y>{Y})|(?P<yy>[0-9]{{2}})){SP}(?P<fy>会計年度|学年度)(?:の?(?:{_FISCAL_PART}))?",
        rf"(?P<y>{Y})(?P<fy>{SP}{OPEN}{_ERA}{CLOSE}年度)",
        rf"(?P<y>{Y})年{SP}(?P<m>{N})月の?{SP}(?:第{SP})?(?:(?P<n>[1-5一二三四五]|最初の)|(?P<last>最後の)){SP}(?P<w>[月火水木金土日])曜日?",
        rf"(?P<y>{Y})年{SP}(?P<m>{N})月の?{SP}(?P<eom>末日|最終日|最後の日)",
        _WESTERN,
        r"(?P<yy>[0-9]{2})/(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9/])",
        _dated(rf"(?P<yy>0[0-9]){SP}年"),
        _dated(rf"(?P<yy>[0-9]{{2}})年(?={SP}(?:[0-9]{{1,2}}月|度)|の?[春夏秋冬末])"),
        _MONTH_DAY,
        r"(?P<m>1[0-2]|[1-9])/(?P<d>3[01]|[12][0-9]|0?[1-9])[(（](?P<w>[月火水木金土日])(?:曜日?)?[)）]",
        r"(?<=日[・、と])(?P<d>[0-9]{1,2})日(?!間|目|後|以)(?:[(（](?P<w>[月火水木金土日])(?:曜日?)?[)）])?",
        r"(?P<d>[0-9]{1,2})日(?:[(（](?P<w>[月火水木金土日])(?:曜日?)?[)）]|(?=付|、|に(?![0-9一二三かわ])|午[前後]|夜|朝))",
        r"(?<=[(（【\[〔])(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12][0-9]|0?[1-9])(?=[)）】\]〕])",
        *FOREIGN_NUMERIC,
    ),
    bare=(r"(?P<bare>(?P<y>(?:19|20)[0-9]{2}))(?![0-9])",),
    worded=(
        rf"{_ERA}{SP}(?:年度?)?{SP}{TILDE}{SP}(?P<ey2>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}}){SP}(?:(?P<fy>年度)|年(?!{SP}[0-9]{{1,2}}月|[間代]))",
        _ERA_FISCAL,
        _OF_ERA,
        r"(?P<era>[MTSHR])(?P<ey>[0-9]{1,2})(?:年(?P<fy>度)|\.(?P<m>1[0-2]|0?[1-9])\.(?P<d>[0-3]?[0-9])(?![0-9.])|年)",
        rf"西暦{SP}" + _WESTERN,
        _WESTERN,
        _dated(_RELATIVE_YEAR, f"{_NOT_COMPARED}"),
        rf"{_RELATIVE_MONTH}(?:の?(?P<d>{N})日(?!間){_WEEKDAY}|{_TURN})?",
        r"(?P<rel>今|昨|(?<![将従以本往由未近])来)(?P<s>[春夏秋冬])(?=[、。にのからまでよ以])",
        r"(?P<rel>年内)(?=[にのをでは、。])",
        r"(?P<rel>昨日|一昨日|(?<!日)本日|同日|翌日)",
        _QUARTER,
        f"(?<![0-9一-龠]){_HALF.replace('|前期|後期|前半|後半', '')}",
        f"(?={K}{{1,2}}月{K}{{1,3}}日){_MONTH_DAY}",
        r"(?P<m>十[一二]?|[二三四五六七八九])月(?=[、。にのからまで以末上中下])(?:末|(?P<ap>[上中下]旬))?",
        *FOREIGN_WORDED,
    ),
    numbers={
        "上半期": 1,
        "下半期": 2,
        "上期": 1,
        "下期": 2,
        "前期": 1,
        "後期": 2,
        "前半": 1,
        "後半": 2,
        "最初の": 1,
        "最後の": -1,
    },
    months=FOREIGN_MONTHS,
    weekdays=WEEKDAYS,
    seasons=SEASONS,
    relatives=_RELATIVES,
    joins=rf"[ ]?(?:{TILDE}|から|より|[ ]to[ ])[ ]?",
    closes="まで",
    both=r"と|及び|・",
    word_start="(?=[A-Za-z明大昭平令西一二三四五六七八九十正昨去今本再来翌同前先年第次当上下])",
    vet=bracketed,
    behind="した|された|していた|行われた|られた|かれた|まった|なった",
    ahead="(?<!てい)る。|予定|まで|見込|計画|目指|締切|期限|今後|めど|目途",
)
