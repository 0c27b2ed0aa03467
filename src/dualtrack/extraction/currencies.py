"""Currency symbols, codes and names in many languages, read as ISO 4217 codes.

Names come from CLDR (through babel) with the forms a text gives them: plurals, German endings, Japanese and Korean
spellings with and without spaces. Names shared by several currencies (dollar, pound, ``$``, ``元``) are *marks* that
``resolve`` reads by the country of the document.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from dualtrack.extraction.lexicon import Lexicon

_MARKS: dict[str, dict[str, str]] = {
    "$": {
        "": "USD", "AU": "AUD", "CA": "CAD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "TW": "TWD", "MX": "MXN", "CL": "CLP",
        "AR": "ARS", "CO": "COP", "FJ": "FJD", "JM": "JMD", "TT": "TTD", "BB": "BBD", "BS": "BSD", "BZ": "BZD",
        "BN": "BND", "GY": "GYD", "NA": "NAD", "UY": "UYU", "KY": "KYD", "BM": "BMD", "SB": "SBD",
    },
    "£": {"": "GBP", "EG": "EGP", "LB": "LBP", "GI": "GIP", "FK": "FKP", "SY": "SYP", "SD": "SDG", "SS": "SSP"},
    "¥": {"": "JPY", "CN": "CNY"},
    "元": {"": "CNY", "TW": "TWD", "HK": "HKD", "MO": "MOP", "SG": "SGD"},
    "kr": {"": "SEK", "SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK"},
    "krone": {"": "NOK", "DK": "DKK", "NO": "NOK"},
    "franc": {"": "CHF"},
    "rupee": {"": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR", "MU": "MUR", "SC": "SCR"},
    "peso": {"": "MXN", "AR": "ARS", "CL": "CLP", "CO": "COP", "PH": "PHP", "UY": "UYU", "DO": "DOP", "CU": "CUP"},
    "won": {"": "KRW", "KP": "KPW"},
    "dinar": {"RS": "RSD", "KW": "KWD", "BH": "BHD", "DZ": "DZD", "IQ": "IQD", "JO": "JOD", "LY": "LYD", "TN": "TND"},
    "rial": {"IR": "IRR", "OM": "OMR", "YE": "YER"},
    "riyal": {"SA": "SAR", "QA": "QAR"},
    "dirham": {"": "AED", "MA": "MAD"},
    "shilling": {"KE": "KES", "TZ": "TZS", "UG": "UGX", "SO": "SOS"},
    "lira": {"": "TRY"},
    "real": {"": "BRL"},
    "mark": {"": "DEM"},
    "R": {"ZA": "ZAR"},
}  # fmt: skip
"""Marks that several currencies share: the code by country of the document, ``""`` where the country is another."""

_SYMBOLS = {
    "$": "$", "＄": "$", "﹩": "$", "💲": "$", "£": "£", "￡": "£", "₤": "£", "¥": "¥", "￥": "¥",
    "€": "EUR", "€ur": "EUR", "₩": "KRW", "￦": "KRW", "₹": "INR", "₨": "INR", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₫": "VND",
    "฿": "THB", "₴": "UAH", "₦": "NGN", "₱": "PHP", "₡": "CRC", "₲": "PYG", "₵": "GHS", "₸": "KZT", "₿": "BTC", "₼": "AZN",
    "₾": "GEL", "₭": "LAK", "₮": "MNT", "៛": "KHR", "؋": "AFN", "﷼": "IRR", "৳": "BDT", "֏": "AMD",
    "us$": "USD", "us $": "USD", "u.s.$": "USD", "u.s. $": "USD", "u$s": "USD", "$us": "USD", "$ us": "USD", "$u.s.": "USD",
    "us＄": "USD", "a$": "AUD", "au$": "AUD", "aud$": "AUD", "$au": "AUD", "$a": "AUD", "au $": "AUD",
    "c$": "CAD", "ca$": "CAD", "cdn$": "CAD", "can$": "CAD", "cad$": "CAD", "$ca": "CAD", "$ ca": "CAD", "$can": "CAD",
    "$ can": "CAD", "$c": "CAD", "$ c": "CAD", "c $": "CAD", "ca $": "CAD", "cdn $": "CAD", "$cdn": "CAD", "$ cdn": "CAD",
    "nz$": "NZD", "nz $": "NZD", "$nz": "NZD", "s$": "SGD", "sg$": "SGD", "$sg": "SGD", "hk$": "HKD",
    "hk $": "HKD", "$hk": "HKD", "$ hk": "HKD", "nt$": "TWD", "nt $": "TWD", "tw$": "TWD", "r$": "BRL",
    "mx$": "MXN", "mex$": "MXN", "bz$": "BZD", "fj$": "FJD", "j$": "JMD", "ja$": "JMD", "tt$": "TTD", "b$": "BND",
    "n$": "NAD", "z$": "ZWL", "rmb¥": "CNY", "cn¥": "CNY", "jp¥": "JPY", "rmb": "CNY", "cnh": "CNY", "ntd": "TWD", "nis": "ILS",
    "rs": "rupee", "rs.": "rupee", "rm": "MYR", "rp": "IDR", "rp.": "IDR", "sfr": "CHF", "sfr.": "CHF", "fr.": "CHF",
    "s.fr.": "CHF", "zł": "PLN", "zl": "PLN", "kč": "CZK", "ft": "HUF", "kr": "kr", "kr.": "kr", "skr": "SEK", "nkr": "NOK",
    "dkr": "DKK", "€uro": "EUR", "e£": "EGP", "£e": "EGP", "ll": "LBP", "btc": "BTC", "xbt": "BTC", "eth": "ETH",
    "руб": "RUB", "руб.": "RUB", "р.": "RUB", "р": "RUB", "грн": "UAH", "грн.": "UAH", "лв": "BGN", "лв.": "BGN", "тг": "KZT",
    "dollar": "$", "dollars": "$", "bitcoin": "BTC", "bitcoins": "BTC", "ether": "ETH", "ethereum": "ETH",
}  # fmt: skip
_WRITTEN_SMALL = "usd eur gbp jpy cny chf aud nzd sgd hkd nok dkk krw inr brl zar mxn twd pln czk huf thb rub idr vnd"
"""Codes that are also written in small letters; others are words (try, all) or short forms (sek, cad, myr)."""
_DOLLARS = "USD AUD CAD NZD SGD HKD TWD MXN"

_EUROPEAN = {
    "en": {
        "us dollars": "USD", "us dollar": "USD", "u.s. dollars": "USD", "u.s. dollar": "USD", "american dollars": "USD",
        "american dollar": "USD", "united states dollars": "USD", "united states dollar": "USD", "bucks": "USD", "buck": "USD",
        "pound": "£", "pounds": "£", "pounds sterling": "GBP", "pound sterling": "GBP", "sterling": "GBP", "quid": "GBP",
        "british pounds": "GBP", "british pound": "GBP", "uk pounds": "GBP", "euro": "EUR", "euros": "EUR", "yen": "JPY",
        "japanese yen": "JPY", "yens": "JPY", "yuan": "CNY", "yuans": "CNY", "chinese yuan": "CNY", "renminbi": "CNY",
        "yuan renminbi": "CNY", "chinese renminbi": "CNY", "rmb": "CNY", "won": "won", "korean won": "KRW",
        "south korean won": "KRW", "franc": "franc", "francs": "franc", "rupee": "rupee", "rupees": "rupee", "peso": "peso",
        "pesos": "peso", "krona": "SEK", "kronor": "SEK", "kronur": "ISK", "krone": "krone", "kroner": "krone",
        "dinar": "dinar", "dinars": "dinar", "rial": "rial", "rials": "rial", "riyal": "riyal", "riyals": "riyal",
        "dirham": "dirham", "dirhams": "dirham", "shilling": "shilling", "shillings": "shilling", "lira": "lira",
        "liras": "lira", "reais": "BRL", "brazilian reais": "BRL", "brazilian real": "BRL", "rouble": "RUB", "roubles": "RUB",
        "ruble": "RUB", "rubles": "RUB", "russian roubles": "RUB", "russian rouble": "RUB", "shekel": "ILS", "shekels": "ILS",
        "israeli shekels": "ILS", "israeli shekel": "ILS", "taiwan dollars": "TWD", "taiwan dollar": "TWD", "nt dollars": "TWD",
        "taiwanese dollars": "TWD", "deutsche marks": "DEM", "deutschmarks": "DEM", "german marks": "DEM",
        "finnish markka": "FIM", "finnish markkas": "FIM", "zloty": "PLN", "zlotys": "PLN", "polish zloty": "PLN",
        "saudi riyals": "SAR", "saudi riyal": "SAR", "qatari riyals": "QAR", "renmimbi": "CNY", "rands": "ZAR",
        "canadian": "CAD", "emirati dirhams": "AED", "malaysia ringgit": "MYR", "malaysia ringgits": "MYR",
        "zimbabwe dollars": "ZWL", "zimbabwean dollars": "ZWL", "indian rupee": "INR", "hk dollars": "HKD", "lei": "RON", "leu": "RON", "lev": "BGN", "guilder": "NLG", "guilders": "NLG", "dutch guilders": "NLG",
        "lire": "ITL", "italian lire": "ITL", "escudo": "PTE", "escudos": "PTE", "bolivar": "VES", "bolivars": "VES",
        "colones": "CRC", "cordobas": "NIO", "icelandic krona": "ISK", "pakistan rupees": "PKR", "albanian lek": "ALL",
        "british pounds sterling": "GBP", "kina": "PGK", "pa'anga": "TOP", "us$ dollars": "USD",
    },
    "de": {
        "us-dollar": "USD", "us dollar": "USD", "dollar": "$", "pfund": "£", "pfund sterling": "GBP", "euro": "EUR",
        "euros": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "won": "won", "franken": "CHF", "schweizer franken": "CHF",
        "sfr": "CHF", "rupien": "rupee", "rupie": "rupee", "kronen": "kr", "krone": "kr", "rubel": "RUB", "lira": "lira",
        "dinar": "dinar", "rial": "rial", "riyal": "riyal", "dirham": "dirham", "peso": "peso", "pesos": "peso", "real": "BRL",
        "reais": "BRL", "schekel": "ILS", "zloty": "PLN", "złoty": "PLN", "d-mark": "DEM", "dm": "DEM", "mark": "DEM",
        "deutsche mark": "DEM", "finnische mark": "FIM", "finnmark": "FIM", "britische pfund": "GBP", "amerikanische dollar": "USD",
        "amerikanischen dollar": "USD", "forint": "HUF", "teur": "TEUR", "t€": "TEUR", "hongkong-dollar": "HKD",
        "taiwan-dollar": "TWD", "rand": "ZAR", "bitcoins": "BTC", "schilling": "ATS", "francs": "FRF", "französische francs": "FRF",
        "gulden": "NLG", "peseten": "ESP", "drachmen": "GRD", "lire": "ITL", "polnische zloty": "PLN", "baht": "THB", "naira": "NGN",
        "kenianische schilling": "KES", "saudische riyal": "SAR", "kuwaitische dinar": "KWD", "israelische schekel": "ILS",
        "rumänische lei": "RON", "bulgarische lewa": "BGN",
    },
    "fr": {
        "dollar": "$", "dollars": "$", "dollar américain": "USD", "dollars américains": "USD", "dollar us": "USD",
        "dollars us": "USD", "dollars des états-unis": "USD", "livre": "£", "livres": "£", "livre sterling": "GBP",
        "livres sterling": "GBP", "livres sterlings": "GBP", "pound": "£", "pounds": "£", "euro": "EUR", "euros": "EUR",
        "yen": "JPY", "yens": "JPY", "yuan": "CNY", "yuans": "CNY", "renminbi": "CNY", "won": "won", "wons": "won",
        "franc": "franc", "francs": "franc", "francs suisses": "CHF", "franc suisse": "CHF", "francs français": "FRF",
        "roupie": "rupee", "roupies": "rupee", "couronne": "kr", "couronnes": "kr", "rouble": "RUB", "roubles": "RUB",
        "livre turque": "TRY", "livres turques": "TRY", "dinar": "dinar", "dinars": "dinar", "rial": "rial", "rials": "rial",
        "riyal": "riyal", "riyals": "riyal", "dirham": "dirham", "dirhams": "dirham", "peso": "peso", "pesos": "peso",
        "real": "BRL", "reais": "BRL", "réal": "BRL", "réaux": "BRL", "shekel": "ILS", "shekels": "ILS", "mark finlandais": "FIM",
        "marks finlandais": "FIM", "mark": "DEM", "marks": "DEM", "deutsche marks": "DEM", "zloty": "PLN", "zlotys": "PLN",
        "rand": "ZAR", "rands": "ZAR", "dollar de hong kong": "HKD", "dollars de hong kong": "HKD", "dollars hongkongais": "HKD",
        "dollars singapouriens": "SGD", "dollars taiwanais": "TWD", "dollars taïwanais": "TWD", "florins": "NLG", "florin": "NLG",
        "florins hollandais": "NLG", "florins néerlandais": "NLG", "pesetas": "ESP", "drachmes": "GRD", "lires": "ITL",
        "reais brésiliens": "BRL", "yuans chinois": "CNY", "forints": "HUF", "bahts": "THB", "nairas": "NGN", "cedis": "GHS",
        "ringgits": "MYR", "dongs": "VND", "hryvnias": "UAH", "leus": "RON", "bolivars": "VES", "soles": "PEN",
    },
    "es": {"dólar": "$", "dólares": "$", "euro": "EUR", "euros": "EUR", "libras": "£", "yenes": "JPY", "pesos": "peso"},
    "it": {"dollari": "$", "dollaro": "$", "euro": "EUR", "sterline": "GBP", "yen": "JPY", "franchi": "CHF"},
    "pt": {"dólares": "$", "dólar": "$", "euro": "EUR", "euros": "EUR", "libras": "£", "reais": "BRL", "ienes": "JPY"},
    "nl": {"dollar": "$", "euro": "EUR", "pond": "£", "yen": "JPY", "kronen": "kr"},
}  # fmt: skip
_EAST_ASIAN = {
    "ja": {
        "円": "JPY", "圓": "JPY", "日本円": "JPY", "ドル": "$", "米ドル": "USD", "弗": "$", "米国ドル": "USD", "アメリカドル": "USD",
        "アメリカ・ドル": "USD", "usドル": "USD", "カナダドル": "CAD", "加ドル": "CAD", "豪ドル": "AUD", "オーストラリアドル": "AUD",
        "シンガポールドル": "SGD", "星ドル": "SGD", "香港ドル": "HKD", "台湾ドル": "TWD", "新台湾ドル": "TWD", "台湾元": "TWD",
        "ニュー台湾ドル": "TWD", "ニュージーランドドル": "NZD", "nzドル": "NZD", "ポンド": "£", "英ポンド": "GBP", "イギリスポンド": "GBP",
        "英国ポンド": "GBP", "スターリングポンド": "GBP", "ユーロ": "EUR", "元": "元", "人民元": "CNY", "中国元": "CNY", "ウォン": "won",
        "韓国ウォン": "KRW", "ルピー": "rupee", "インドルピー": "INR", "スイスフラン": "CHF", "フラン": "franc", "ルーブル": "RUB",
        "ロシアルーブル": "RUB", "クローナ": "SEK", "クローネ": "krone", "バーツ": "THB", "リンギット": "MYR", "ルピア": "IDR", "ペソ": "peso",
        "ドン": "VND", "レアル": "BRL", "ランド": "ZAR", "リラ": "TRY", "トルコリラ": "TRY", "シェケル": "ILS", "新シェケル": "ILS", "イスラエルシェケル": "ILS", "サウジリヤル": "SAR",
        "サウジアラビアリヤル": "SAR", "ブルガリアレフ": "BGN", "マルク": "DEM", "ディルハム": "dirham",
        "リヤル": "riyal", "リアル": "riyal", "ディナール": "dinar", "ナイラ": "NGN", "ズウォティ": "PLN", "フォリント": "HUF", "ビットコイン": "BTC",
    },
    "ko": {
        "원": "won", "한국 원": "KRW", "한화": "KRW", "달러": "$", "미국 달러": "USD", "미 달러": "USD", "미달러": "USD", "us달러": "USD", "불": "$",
        "미불": "USD", "캐나다 달러": "CAD", "호주 달러": "AUD", "싱가포르 달러": "SGD", "홍콩 달러": "HKD", "대만 달러": "TWD", "뉴질랜드 달러": "NZD",
        "유로": "EUR", "유로화": "EUR", "파운드": "£", "영국 파운드": "GBP", "파운드화": "£", "엔": "JPY", "엔화": "JPY", "일본 엔": "JPY",
        "일본 엔화": "JPY", "위안": "CNY", "위안화": "CNY", "중국 위안": "CNY", "인민폐": "CNY", "프랑": "franc", "스위스 프랑": "CHF",
        "루피": "rupee", "인도 루피": "INR", "루블": "RUB", "크로나": "SEK", "크로네": "krone", "바트": "THB", "링깃": "MYR", "동": "VND",
        "페소": "peso", "헤알": "BRL", "리라": "TRY", "핀란드 마르카": "FIM", "마르크": "DEM", "독일 마르크": "DEM", "비트코인": "BTC", "디르함": "dirham",
        "리얄": "riyal", "디나르": "dinar", "셰켈": "ILS", "이스라엘 셰켈": "ILS", "브라질 헤알": "BRL", "랜드": "ZAR", "남아공 랜드": "ZAR", "즐로티": "PLN",
        "남아프리카 공화국 랜드": "ZAR", "터키 리라": "TRY", "튀르키예 리라": "TRY", "폴란드 즐로티": "PLN", "사우디 리얄": "SAR", "북한 원": "KPW",
    },
    "zh": {
        "元": "元", "圆": "元", "圓": "元", "块": "元", "块钱": "元", "塊": "元", "塊錢": "元", "元人民币": "CNY", "元人民幣": "CNY", "人民币": "CNY",
        "人民幣": "CNY", "元钱": "元", "蚊": "HKD", "美元": "USD", "美金": "USD", "美圆": "USD", "美刀": "USD", "欧元": "EUR", "歐元": "EUR", "英镑": "GBP",
        "英鎊": "GBP", "镑": "£", "日元": "JPY", "日圆": "JPY", "日圓": "JPY", "日币": "JPY", "日幣": "JPY", "韩元": "KRW", "韓元": "KRW", "韩圆": "KRW",
        "韩币": "KRW", "港元": "HKD", "港币": "HKD", "港幣": "HKD", "港圆": "HKD", "台币": "TWD", "台幣": "TWD", "新台币": "TWD", "新台幣": "TWD",
        "新臺幣": "TWD", "新台币元": "TWD", "澳元": "AUD", "澳大利亚元": "AUD", "加元": "CAD", "加拿大元": "CAD", "加币": "CAD", "新加坡元": "SGD",
        "新元": "SGD", "新西兰元": "NZD", "纽元": "NZD", "瑞士法郎": "CHF", "瑞郎": "CHF", "法郎": "franc", "卢布": "RUB", "盧布": "RUB", "卢比": "rupee",
        "印度卢比": "INR", "泰铢": "THB", "林吉特": "MYR", "马币": "MYR", "澳门元": "MOP", "澳门币": "MOP", "奈拉": "NGN", "比特币": "BTC", "里拉": "TRY",
        "里亚尔": "riyal", "第纳尔": "dinar", "迪拉姆": "dirham", "比索": "peso", "雷亚尔": "BRL", "兰特": "ZAR", "马克": "DEM", "越南盾": "VND",
        "印尼盾": "IDR", "印尼卢比": "IDR", "谢克尔": "ILS", "以色列谢克尔": "ILS", "人民币元": "CNY", "澳币": "AUD", "新币": "SGD", "泰币": "THB", "瑞典克朗": "SEK", "丹麦克朗": "DKK", "挪威克朗": "NOK", "克朗": "kr",
    },
}  # fmt: skip

_LEGACY_CODES = (
    "DEM",
    "FRF",
    "ITL",
    "ESP",
    "NLG",
    "BEF",
    "ATS",
    "FIM",
    "GRD",
    "IEP",
    "PTE",
    "ZWL",
    "BTC",
    "ETH",
    "HRK",
)
_NOT_CODES = frozenset(("ALL", "TOP", "XXX", "XTS"))

_FOLLOWERS = {
    "원": re.compile(r"(?! ?사례)(?![가-힣])|(?=[을를이가은는의에으로과와씩짜어대까부하및도만]|보다|규모|상당|가량|정도|미만|이상|이하|초과|안팎|내외|여)(?!인|이스)"),
    "엔": re.compile(r"(?![가-힣])|(?=[을를이가은는의에으로과와씩까부]|규모|상당|가량|정도|미만|이상|이하)"),
    "불": re.compile(r"(?![가-힣])|(?=[을를이은의에로과]|규모|상당|이상|이하)"),
    "동": re.compile(r"(?![가-힣])"),
    "元": re.compile(r"(?![素件旦首宇年老帅帥气氣気化论論组組配数催触結结方次])"),
    "块": re.compile(r"(?![\u4e00-\u9fff])|(?=[钱的到至以和一二两三四五六七八九零]|左右)"),
    "塊": re.compile(r"(?![\u4e00-\u9fff])|(?=[錢的到至以和一二兩三四五六七八九零])"),
    "円": re.compile(r"(?![滑卓陣熟形錐周盤安高])"),
    "랜드": re.compile(r"(?![가-힣])|(?=[를가는의에로와])"),
    "ドン": re.compile(r"(?![ァ-ヶー])"),
    "ランド": re.compile(r"(?![ァ-ヶー])"),
    "リアル": re.compile(r"(?![ァ-ヶー])(?!タイム)"),
    "ポンド": re.compile(r"(?!法)"),
}  # fmt: skip
"""What must follow short names that are also the beginning of other words."""


def resolve(mark: str, country: str | None, language: str) -> str | None:
    """The ISO 4217 code of a mark in a document of this country; None where the text leaves it open (10 dinars)."""
    codes = _MARKS.get(mark)
    if codes is None:
        return mark
    if country is None and mark == "¥" and language == "zh":
        return "CNY"
    if country is None and mark == "kr":
        country = {"sv": "SE", "da": "DK", "nb": "NO", "no": "NO"}.get(language)
    return codes.get(country or "", codes.get(""))


def is_kind_of(mark: str, code: str) -> bool:
    """Whether the code is one of the currencies that share the mark: SGD is a ``$``."""
    return code in _MARKS.get(mark, {}).values()


def _current_codes() -> set[str]:
    from babel.core import get_global

    today = {
        code
        for uses in get_global("territory_currencies").values()
        for code, _, end, tender in uses
        if tender and end is None
    }
    return (today | set(_LEGACY_CODES)) - _NOT_CODES


def _german_forms(name: str) -> Iterator[str]:
    stem, space, noun = name.partition(" ")
    if space and re.search(r"(?:er|e|es)$", stem):
        base = re.sub(r"(?:er|e|es)$", "", stem)
        yield from (f"{base}{ending} {noun}" for ending in ("e", "er", "en", "es", "em"))


def _name_forms(name: str, language: str) -> Iterator[str]:
    name = re.sub(r"\s*[(（].*$", "", name).lower()
    yield name
    if language == "de":
        yield from _german_forms(name)
    if language in ("ja", "ko") and " " in name:
        yield name.replace(" ", "")
        yield name.replace(" ", "・")
    if language == "en" and " " in name and not name.endswith("s"):
        yield name + "s"


def _cldr_names(language: str) -> Iterator[tuple[str, str]]:
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return
    current = _current_codes()
    plurals = locale._data["currency_names_plural"]
    for code, name in locale.currencies.items():
        if code in current:
            for written in {name, *dict(plurals.get(code, {})).values()}:
                yield from (
                    (form, code) for form in _name_forms(written, language) if len(form) > 2 or ord(form[0]) > 0x2E80
                )


def _unique_nouns(names: dict[str, str]) -> dict[str, str]:
    """The last word of a name where it belongs to one currency alone: baht, ringgit, forint."""
    owners: dict[str, set[str]] = {}
    for name, code in names.items():
        owners.setdefault(name.rsplit(" ", 1)[-1], set()).add(code)
    unsafe = {
        "all",
        "unit",
        "units",
        "top",
        "mark",
        "som",
        "real",
        "won",
        "rights",
        "sol",
        "lev",
        "leu",
        "lei",
        "kina",
        "tala",
    }
    return {
        noun: min(codes) for noun, codes in owners.items() if len(codes) == 1 and len(noun) > 3 and noun not in unsafe
    }


@lru_cache(maxsize=16)
def currency_names(language: str) -> Lexicon[str]:
    """What may stand after a number (or before it) as its currency, in this language; values are codes or marks."""
    cldr = dict(_cldr_names(language))
    own = _EUROPEAN.get(language) or _EAST_ASIAN.get(language) or {}
    if language == "ko":
        own = {form: mark for name, mark in own.items() for form in (name, name.replace(" ", ""))}
    elif language == "de":
        own = {form: mark for name, mark in own.items() for form in (name, *_german_forms(name))}
    nouns = _unique_nouns(cldr) if language == "en" else {}
    codes = {code: code.upper() for code in _WRITTEN_SMALL.split()}
    codes |= {f"{sign}{code}": code for code in _DOLLARS.split() for sign in ("$", "$ ")}
    return Lexicon(codes | _EUROPEAN["en"] | nouns | cldr | _SYMBOLS | own)


_CODES: list[frozenset[str]] = []


def currency_codes() -> frozenset[str]:
    """ISO 4217 codes of today's currencies, of those the euro replaced, and of the two coins everyone names."""
    if not _CODES:
        _CODES.append(frozenset(_current_codes()))
    return _CODES[0]


def match_currency(text: str, place: int, language: str) -> tuple[int, str] | None:
    """The end and the mark or code of the currency that starts at ``place``."""
    code = text[place : place + 3]
    if code.isascii() and code.isupper() and code in currency_codes():
        end = place + 3
        if not (text[end : end + 1].isascii() and text[end : end + 1].isalnum()):
            return end, code
    found = currency_names(language).match(text, place)
    if found is None:
        return None
    follower = _FOLLOWERS.get(text[place : found[0]])
    return found if follower is None or follower.match(text, found[0]) else None


class Subunit(NamedTuple):
    """A hundredth or tenth: its size in whole units and its currency, where the name tells."""

    size: Decimal
    currency: str | None


_CENT = Decimal("0.01")
_TENTH = Decimal("0.1")
_SUBUNITS = {
    **dict.fromkeys(("cent", "cents", "¢", "セント", "센트", "ct", "cts"), Subunit(_CENT, None)),
    **dict.fromkeys(("pence", "penny", "pennies", "ペンス", "펜스", "便士"), Subunit(_CENT, "GBP")),
    **dict.fromkeys(("centime", "centimes"), Subunit(_CENT, None)),
    **dict.fromkeys(("rappen",), Subunit(_CENT, "CHF")),
    **dict.fromkeys(("pfennig", "pfennige"), Subunit(_CENT, "DEM")),
    **dict.fromkeys(("銭", "日本銭"), Subunit(_CENT, "JPY")),
    **dict.fromkeys(("美分", "us cent", "us cents", "u.s. cents", "米セント", "미국 센트"), Subunit(_CENT, "USD")),
    **dict.fromkeys(
        (
            "欧分",
            "euro cent",
            "euro cents",
            "eurocent",
            "eurocents",
            "centimes d'euro",
            "centimes d’euro",
            "ユーロセント",
            "유로 센트",
        ),
        Subunit(_CENT, "EUR"),
    ),
    **dict.fromkeys(("pesewa", "pesewas"), Subunit(_CENT, "GHS")),
    **dict.fromkeys(("satang",), Subunit(_CENT, "THB")),
    **dict.fromkeys(("paise", "paisa"), Subunit(_CENT, "INR")),
    **dict.fromkeys(("kopeks", "kopecks", "kopeck", "kopeken"), Subunit(_CENT, "RUB")),
    **dict.fromkeys(("sen", "sens"), Subunit(_CENT, "MYR")),
}
_AFTER_WHOLE = {
    **dict.fromkeys(("角", "毛", "毫"), Subunit(_TENTH, None)),
    **dict.fromkeys(("分", "仙", "c"), Subunit(_CENT, None)),
}
SUBUNITS: Lexicon[Subunit] = Lexicon(_SUBUNITS)
"""Subunits that may stand alone: 50 cents."""
SUBUNITS_AFTER: Lexicon[Subunit] = Lexicon(_SUBUNITS | _AFTER_WHOLE)
"""Subunits that may follow a whole amount: 5元3角."""
