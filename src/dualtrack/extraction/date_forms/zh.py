"""How Chinese writes dates, in simplified and traditional characters: 2025年6月26日（星期四）, 二〇二五年, 去年, 民国113年."""

import re

from dualtrack.extraction.date_atoms import Atom, Relative
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

_WEEKDAY = f"(?:{SP}[，,]?{SP}{OPEN}?(?:星期|周|週|礼拜|禮拜)(?P<w>[一二三四五六日天]){CLOSE}?)?"
_TURN = "[的]?(?P<apm>前后|前後|左右|上旬|中旬|下旬|初|中(?=[，。、旬])|上半月|下半月)|(?:月)?[底末]"
_DAY = "[日号號]"
_MONTH_DAY = month_and_day(_WEEKDAY, _DAY, "[、和与與及]", _TURN, "")
_QUARTER = "(?:第?(?P<q>[1-4一二三四])季度|第(?P<q_>[1-4一二三四])季)".replace("|第(?P<q_>[1-4一二三四])季", "")
_HALF = "(?P<h>上半年|下半年)"
_PART = f"(?:{_QUARTER}|{_HALF}|(?P<s>[春夏秋冬])(?:季|天)?(?!令|奥|奧))"
_YEAR_TURN = "的?(?:(?P<ap>前后|前後|左右|初|年初|中期|年中|中叶)|年?[底末])"
_NOT_SPAN = "(?!间|間|来的|级|級|版本|期计划|龄|齡|内|以上)"
_CENTURY = f"(?P<y>{YK}|[二两兩][千][零〇]?[一二三四五六七八九十]{{0,3}}|[12][0-9]{{3}})"


def _dated(year: str, plain: str = _NOT_SPAN) -> str:
    fiscal = "(?P<fy>度)(?:的?第?(?P<fq>[1-4一二三四])季度)?"
    return f"{year}(?:{SP}的?{SP}{_MONTH_DAY}|{fiscal}|{SP}的?{SP}{_PART}|{_YEAR_TURN}|{plain})"


_WESTERN = _dated(f"(?:公元)?{_CENTURY}{SP}年")
_LUNAR_DAY = (
    rf"{_CENTURY}{SP}年{SP}(?P<m>{N})月(?P<d>三?十[一二三四五六七八九]?+|二十[一二三四五六七八九]?+)(?![年个個日号號])"
)
_ROC = _dated(f"(?P<era>(?:中華|中华)?民[国國]){SP}(?P<ey>[0-9]{{1,3}}|[一二三四五六七八九十百〇零]{{1,5}}){SP}年")
_RELATIVES = {
    "去年": Relative("year", -1),
    "上年": Relative("year", -1, True),
    "前年": Relative("year", -2),
    "今年": Relative("year", 0),
    "本年": Relative("year", 0),
    "明年": Relative("year", 1),
    "来年": Relative("year", 1),
    "來年": Relative("year", 1),
    "后年": Relative("year", 2),
    "後年": Relative("year", 2),
    "次年": Relative("year", 1, True),
    "翌年": Relative("year", 1, True),
    "同年": Relative("year", 0, True),
    "当年": Relative("year", 0, True),
    "當年": Relative("year", 0, True),
    "上月": Relative("month", -1),
    "上个月": Relative("month", -1),
    "上個月": Relative("month", -1),
    "本月": Relative("month", 0),
    "这个月": Relative("month", 0),
    "這個月": Relative("month", 0),
    "下月": Relative("month", 1),
    "下个月": Relative("month", 1),
    "下個月": Relative("month", 1),
    "同月": Relative("month", 0, True),
    "当月": Relative("month", 0, True),
    "當月": Relative("month", 0, True),
    "次月": Relative("month", 1, True),
    "昨天": Relative("day", -1),
    "昨日": Relative("day", -1),
    "同日": Relative("day", 0, True),
    "次日": Relative("day", 1, True),
}
_RELATIVE_YEAR = (
    "(?P<rel>去年|(?<![以比较較])上年|(?<![0-9一二三四五六七八九十百多几幾数數])前年|今年|(?<![日基资資])本年|明年|(?<![将將以近未历歷])来年"
    "|(?<![將以近未歷])來年|(?<![0-9一二三四五六七八九十百])[后後]年|次年|翌年|同年|(?<![相])[当當]年)(?!龄|齡|代|级|級|同期|轻|輕|份|会|會|来)"
)
_RELATIVE_MONTH = "(?P<rel>上个月|上個月|上月|本月|这个月|這個月|下个月|下個月|下月|同月|当月|當月|次月)"
_SPAN = rf"(?P<y>{Y})年?{SP}{TILDE}{SP}(?:(?P<y2>{Y})|(?P<yy2>[0-9]{{2}}))"

_LUNAR = ("农历", "農曆", "阴历", "陰曆", "旧历", "舊曆")


def _vet(text: str, match: re.Match[str], atom: Atom) -> bool:
    """A month of the lunar calendar is none of ours: its year alone is told."""
    if text.endswith(_LUNAR, 0, match.start()):
        atom.month = atom.day = atom.until = None
        atom.unit, atom.approx = "year", False
        return atom.year is not None
    return bracketed(text, match, atom)


GRAMMAR = Grammar(
    language="zh",
    home="CN",
    numeric=(
        rf"{_SPAN}(?P<fy>财年|財年|财政年度|財政年度|会计年度|會計年度|學年度|学年度)",
        rf"{_SPAN}年(?!{SP}[0-9]{{1,2}}月|[代间間])度?",
        rf"(?:(?P<y>{Y})|(?P<yy>[0-9]{{2}})){SP}(?P<fy>财年|財年|财政年度|財政年度|会计年度|會計年度)(?:第?(?P<fq>[1-4一二三四])季度)?",
        rf"{_CENTURY}年{SP}(?P<m>{N})月的?{SP}(?:第{SP})?(?:(?P<n>[1-5一二三四五])|(?P<last>最[后後]一?))(?:个|個){SP}(?:星期|周|週)(?P<w>[一二三四五六日天])",
        rf"{_CENTURY}年{SP}(?P<m>{N})月的?(?P<eom>最[后後]一[天日])",
        rf"(?P<dec>[12][0-9]{{2}}0|[3-9]0){SP}年代(?P<ap>初|中期|末)?",
        rf"(?P<cen>20|21|19){SP}世[纪紀]{SP}(?P<dec>[0-9]0){SP}年代(?P<ap>初|中期|末)?",
        _LUNAR_DAY,
        _WESTERN,
        _dated(rf"(?P<ey>1[0-2][0-9]){SP}年(?=度|{SP}[0-9]{{1,2}}{SP}月)"),
        rf"(?P<y>{Y}){SP}(?:{TILDE}){SP}(?P<y2>{Y})(?![0-9年])",
        rf"(?P<yy>[0-9]{{2}})年{SP}{_MONTH_DAY}",
        _dated(rf"(?P<yy>0[0-9]){SP}年"),
        r"(?P<yy>[0-9]{2})/(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9/])",
        rf"(?P<y>{Y})[ ](?P<m>0[1-9]|1[0-2])[ ](?P<d>[0-3][0-9])(?![0-9])",
        rf"(?P<d>[0-3]?[0-9])[./-](?P<m>0?[1-9]|1[0-2])[./-](?P<y>{Y})(?![0-9])",
        _MONTH_DAY,
        r"(?<=日[、和与與及])(?P<d>[0-9]{1,2})日",
        r"(?<![第共近连連每内內前后後足满滿逾约約超近达達])(?P<d>[0-9]{1,2})日(?=在|公布|宣布|表示|举行|舉行|发布|發布|发表|發表|通过|通過|签署|簽署|召开|召開|晚|称|稱|电|電|讯|訊|上午|下午|凌晨|抵达|启动|啟動|会见|致电|会晤)",
        *FOREIGN_NUMERIC,
    ),
    bare=(r"(?P<bare>(?P<y>(?:19|20)[0-9]{2}))(?![0-9])",),
    worded=(
        _ROC,
        rf"(?P<cen>上|本|二十|十[七八九]){SP}世[纪紀]{SP}(?P<dec>[0-9]0|[二三四五六七八九]十){SP}年代(?P<ap>初|中期|末)?",
        _LUNAR_DAY,
        _WESTERN,
        rf"公元{_CENTURY}年",
        _dated(rf"(?P<yy>[零〇][一二三四五六七八九]|九[零〇一二三四五六七八]){SP}年"),
        _dated(_RELATIVE_YEAR, ""),
        rf"{_RELATIVE_MONTH}(?:的?{SP}(?P<d>{N}){_DAY}{_WEEKDAY}|[底末]|(?P<ap>[初]|[上中下]旬))?",
        "(?P<rel>昨天|(?<![0-9])昨日|同日|次日)",
        "第(?P<q>[1-4一二三四])季度",
        "(?<=[年在於于])第(?P<q>[1-4一二三四])季(?![节節賽赛])",
        "(?<![0-9一-龥])(?P<h>上半年|下半年)",
        f"(?={K}{{1,2}}月{K}{{1,3}}{_DAY}){_MONTH_DAY}",
        "(?P<m>十[一二]?|[二三四五六七八九])月(?=[，。、的至起初底末份以上中下])(?:份|底|末|(?P<ap>初|[上中下]旬))?",
        *FOREIGN_WORDED,
    ),
    numbers={"上半年": 1, "下半年": 2, "上": 20, "本": 21},
    months=FOREIGN_MONTHS,
    weekdays=WEEKDAYS,
    seasons=SEASONS,
    relatives=_RELATIVES,
    joins=rf"[ ]?(?:{TILDE}|直到|起至)[ ]?",
    opens="从|從|自|由",
    both="[和与與及、]",
    word_start="(?=[A-Za-z去上前今本明来來后後次翌同当當下这這昨第民中公零〇一二三四五六七八九十正两兩])",
    vet=_vet,
    behind="已|了(?=[。，、；])|曾",
    ahead="将|將|前完成|到|拟|擬|预计|預計|计划|計劃|截止",
)
