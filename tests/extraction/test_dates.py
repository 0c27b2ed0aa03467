"""Dates are read as written: right place, right EDTF, no more precision than stated."""

from datetime import date

import pytest

from dualtrack.extraction import find_date_faults, find_dates
from support import seed_text

ON = "2025-06-26"


def read(text, language, reference=ON, country=None):
    return [(mention.quote, mention.edtf) for mention in find_dates(text, language, reference, country)]


def values(text, language, reference=ON, country=None):
    return [mention.edtf for mention in find_dates(text, language, reference, country)]


@pytest.mark.parametrize(
    ("text", "quote", "edtf"),
    [
        ("会議は2025年6月26日に開かれた。", "2025年6月26日", "2025-06-26"),
        ("令和7年6月に公表。", "令和7年6月", "2025-06"),
        ("平成31年度の予算", "平成31年度", "2019-04/2020-03"),
        ("サミット(2022.10)", "2022.10", "2022-10"),
        ("(2024.4、パリ)", "2024.4", "2024-04"),
        ("インド訪問(2025年2月27日・28日)", "2025年2月27日・28日", "2025-02-27/2025-02-28"),
        ("米国2026会計年度の教書", "2026会計年度", "2025-10/2026-09"),
        ("2020-2022年平均で3位", "2020-2022年", "2020/2022"),
        ("2029-30年までに", "2029-30年", "2029/2030"),
        ("令和7年(2025年)6月に", "令和7年(2025年)6月", "2025-06"),
        ("(25年10月~26年9月)", "25年10月~26年9月", "2025-10/2026-09"),
        ("二〇二五年三月", "二〇二五年三月", "2025-03"),
        ("２０２５年６月", "２０２５年６月", "2025-06"),
        ("2024年4月1日から2025年3月31日まで", "2024年4月1日から2025年3月31日まで", "2024-04-01/2025-03-31"),
    ],
)
def test_japanese(text, quote, edtf):
    assert read(text, "ja") == [(quote, edtf)]


@pytest.mark.parametrize(
    ("text", "quote", "edtf"),
    [
        ("on Thursday, 26 June 2025 in Tokyo", "Thursday, 26 June 2025", "2025-06-26"),
        ("on Sept. 5th, 2024", "Sept. 5th, 2024", "2024-09-05"),
        ("in the first quarter of 2025", "first quarter of 2025", "2025-33"),
        ("between 2027 and 2030", "between 2027 and 2030", "2027/2030"),
        ("by mid-2026", "mid-2026", "2026~"),
        ("spring 2025", "spring 2025", "2025-21"),
        ("H1 2025", "H1 2025", "2025-01/2025-06"),
        ("the 1990s", "1990s", "199X"),
        ("Dec-25-2018", "Dec-25-2018", "2018-12-25"),
        ("from 4 to 22 January, 1995", "from 4 to 22 January, 1995", "1995-01-04/1995-01-22"),
        ("the last Friday of May 2019", "last Friday of May 2019", "2019-05-31"),
        ("in twenty sixteen", "twenty sixteen", "2016"),
    ],
)
def test_english(text, quote, edtf):
    assert read(text, "en") == [(quote, edtf)]


@pytest.mark.parametrize(
    ("language", "text", "quote", "edtf"),
    [
        ("ko", "2024 회계연도 예산", "2024 회계연도", "2024"),
        ("ko", "지난달 15일", "지난달 15일", "2025-05-15"),
        ("zh", "民国113年", "民国113年", "2024"),
        ("zh", "2025年6月26日（星期四）", "2025年6月26日（星期四）", "2025-06-26"),
        ("zh", "20世纪90年代", "20世纪90年代", "199X"),
        ("de", "im dritten Quartal 2024", "dritten Quartal 2024", "2024-35"),
        ("de", "am 05.12.2024", "05.12.2024", "2024-12-05"),
        ("fr", "le 1er janvier 2025", "1er janvier 2025", "2025-01-01"),
        ("fr", "mi-2026", "mi-2026", "2026~"),
        ("es", "publicado el 2024-05-23", "2024-05-23", "2024-05-23"),
    ],
)
def test_other_languages(language, text, quote, edtf):
    assert read(text, language) == [(quote, edtf)]


@pytest.mark.parametrize("language", ["ja", "en", "ko", "zh", "de", "fr", None])
def test_iso_and_english_months_are_read_everywhere(language):
    text = "2024-05-23 / May 30, 2025 / 23 May 2024"
    assert values(text, language) == ["2024-05-23", "2025-05-30", "2024-05-23"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Horizon 2020, Vision 2040, Executive Order 14110, section 2024, $2025, 2,025 and the 2030 Agenda",
        ),
        ("en", "Parties may march on; Theresa May, 5G, G20, second, ISO 9001:2015, version 2024.1, INCoDe.2030"),
        ("en", "https://example.org/2024/05/23 and doi 10.1000/2024.05.23"),
        ("ja", "第7期、5年間、10年計画、21世紀、今日の課題、前年比、日本年報、18歳から30歳、2,025億円"),
        ("de", "Horizont 2020, Agenda 2030, 2000 Forschende, § 2024"),
        ("fr", "Horizon 2020, France 2030, 2000 chercheurs, l'article 2024"),
        ("zh", "“十四五”期间，5年内，第2024号，21世纪"),
        ("ko", "5년간, 제5차, 10년 계획, 2024명, 전년 대비"),
    ],
)
def test_what_is_no_date(language, text):
    assert read(text, language) == []


def test_fiscal_years_follow_the_country():
    assert values("FY2026", "en", country="US") == ["2025-10/2026-09"]
    assert values("FY2029-30", "en", country="GB") == ["2029-04/2030-03"]
    assert values("FY2024-25", "en", country="AU") == ["2024-07/2025-06"]
    assert values("FY2024-25", "en", country="US") == ["2023-10/2025-09"]
    assert values("2024年度", "ja") == ["2024-04/2025-03"]
    assert values("2024年度", "ja", country="KR") == ["2024"]
    assert values("2024年度第3四半期", "ja") == ["2024-10/2024-12"]


def test_an_assumed_fiscal_calendar_is_said_to_be_inferred():
    (assumed,) = find_dates("The FY2026 request.", "en")
    (named,) = find_dates("The U.S. request for FY2026.", "en")
    assert (assumed.edtf, assumed.inferred) == ("2025-10/2026-09", True)
    assert (named.edtf, named.inferred) == ("2025-10/2026-09", False)


def test_the_order_of_day_and_month_follows_the_country():
    assert values("12/05/2024", "en") == ["2024-12-05"]
    assert values("12/05/2024", "en", country="GB") == ["2024-05-12"]
    assert values("12/05/2024", "fr") == ["2024-05-12"]
    assert values("21/04/2016", "en", country="US") == ["2016-04-21"]


def test_a_month_and_day_take_their_year_from_the_text_then_from_the_reference():
    assert values("2023年8月に合意。9月15日に発効した。", "ja") == ["2023-08", "2023-09-15"]
    assert values("5月15日に決定した。", "ja") == ["2025-05-15"]
    assert values("5月15日に決定した。", "ja", reference=date(2024, 7, 1)) == ["2024-05-15"]
    assert values("In December 2024 it fell. In January it rose.", "en") == ["2024-12", "2025-01"]
    assert values("1950年に創設された。\n5月15日、支援を決定した。", "ja") == ["1950", "2025-05-15"]


def test_tense_decides_the_year_of_a_month_that_is_still_to_come():
    assert values("12月18日、議会は可決した。", "ja") == ["2024-12-18"]
    assert values("The report will appear in November.", "en") == ["2025-11"]
    assert values("Guidance is due by September.", "en") == ["2025-09"]


def test_relative_dates_count_from_the_reference_or_from_the_text():
    assert values("昨年、今年、来年、先月、本年度", "ja") == ["2024", "2025", "2026", "2025-05", "2025-04/2026-03"]
    assert values("2019年3月に署名、同月発効、翌年改定、同年末に終了", "ja") == ["2019-03", "2019-03", "2020", "2020"]
    assert values("It was signed in 2019 and ratified the following year.", "en") == ["2019", "2020"]
    assert values("昨年", "ja", reference=None) == []


def test_without_any_year_a_date_is_signalled_and_not_returned():
    assert find_dates("5月15日に決定した。", "ja") == []
    (fault,) = find_date_faults("5月15日に決定した。", "ja")
    assert (fault.kind, fault.quote) == ("year-unknown", "5月15日")


@pytest.mark.parametrize(
    ("text", "language", "kind", "expected"),
    [
        ("2024年2月30日に開催", "ja", "impossible-date", ""),
        ("on February 30, 2024", "en", "impossible-date", ""),
        ("2023-02-29", "en", "impossible-date", ""),
        ("2025年6月26日(金)", "ja", "weekday-mismatch", "Thursday"),
        ("Friday, 26 June 2025", "en", "weekday-mismatch", "Thursday"),
        ("令和7年(2024年)に", "ja", "era-mismatch", "2025"),
        ("平成32年に", "ja", "era-past-end", "2019-04-30"),
    ],
)
def test_faults(text, language, kind, expected):
    assert [(fault.kind, fault.expected) for fault in find_date_faults(text, language)] == [(kind, expected)]


def test_an_impossible_day_is_no_date():
    assert read("2024年2月30日に開催", "ja") == []
    assert values("29 February 2024", "en") == ["2024-02-29"]


def test_plain_data():
    (mention,) = find_dates("令和7年6月26日（木）", "ja")
    assert mention.as_dict() == {
        "quote": "令和7年6月26日（木）",
        "start": 0,
        "end": 12,
        "edtf": "2025-06-26",
        "inferred": False,
    }
    assert (mention.kind, mention.weekday, mention.era) == ("date", 3, ("令和", 7))


def test_the_seed_deck():
    """Every event of the deck whose date is written, by hand from its slides 14 to 21."""
    found = {mention.edtf for mention in find_dates(seed_text(), "ja", ON)}
    assert found >= {
        "2025-03-26", "2025-04-14", "2025-05-19", "2025-05-23", "2025-05-26", "2025-05-02", "2025-05-30",
        "2025-10/2026-09", "2025-07-01", "2025-02-07", "2025-02-13", "2025-04-30", "2025-06-03", "1945", "1950",
        "2025-05-15", "2025-04-10", "2025-02-27/2025-02-28", "2025-06-22", "2025-06-23", "2029/2030", "2023-08",
        "2024-04", "2025-02", "2022-11", "2023-06", "2023-05", "2025-01", "2020/2022", "2010~", "1979",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("2018年4月1日-2019年3月31日", "ja", "2018-04-01/2019-03-31"),
        ("2018年1月-2019年3月", "zh", "2018-01/2019-03"),
        ("2018년 4월 1일-2019년 3월 31일", "ko", "2018-04-01/2019-03-31"),
        ("2018/1/10-2018/7/10", "en", "2018-01-10/2018-07-10"),
        ("2018.1.10-2018.7.10", "en", "2018-01-10/2018-07-10"),
        ("01.01.2018-31.12.2018", "de", "2018-01-01/2018-12-31"),
    ],
)
def test_a_hyphen_between_dates_makes_an_interval(text, language, edtf):
    assert read(text, language) == [(text, edtf)]


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("first Friday of July 2016", "en", "2016-07-01"),
        ("letzten Sonntag im März 2014", "de", "2014-03-30"),
        ("premier lundi d'octobre 2016", "fr", "2016-10-03"),
        ("2014년 9월 셋째화요일", "ko", "2014-09-16"),
        ("2014년 3월 마지막 일요일", "ko", "2014-03-30"),
        ("last day of October 2015", "en", "2015-10-31"),
        ("letzter Tag im Februar 2024", "de", "2024-02-29"),
        ("dernier jour de février 2023", "fr", "2023-02-28"),
        ("2015年10月末日", "ja", "2015-10-31"),
        ("2020年10月最后一天", "zh", "2020-10-31"),
        ("2015년 10월 마지막 날", "ko", "2015-10-31"),
    ],
)
def test_weekdays_and_last_days_of_a_month(text, language, edtf):
    assert read(text, language) == [(text, edtf)]


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("二零零四年八月十五日", "zh", "2004-08-15"),
        ("十九世纪七十年代", "zh", "187X"),
        ("08年", "zh", "2008"),
        ("九八年", "zh", "1998"),
        ("2016 年 11 月 12 日", "ja", "2016-11-12"),
        ("74/10/31", "ko", "1974-10-31"),
        ("nineteen seventies", "en", "197X"),
        ("two thousand and tens", "en", "201X"),
        ("June of nineteen ninety nine", "en", "1999-06"),
        ("14th April 15", "en", "2015-04-14"),
        ("18. Juli 14", "de", "2014-07-18"),
        ("4tes Quartal 2018", "de", "2018-36"),
        ("31 octobre 74", "fr", "1974-10-31"),
        ("20 02 2014", "fr", "2014-02-20"),
        ("2016 troisième trimestre", "fr", "2016-35"),
        ("fünfter Mai zweitausendsechzehn", "de", "2016-05-05"),
        ("Juni neunzehnhundertneunundneunzig", "de", "1999-06"),
        ("7 février deux mille dix-huit", "fr", "2018-02-07"),
        ("juin mille neuf cent quatre-vingt-dix-neuf", "fr", "1999-06"),
    ],
)
def test_shortened_and_spelt_dates(text, language, edtf):
    assert read(text, language) == [(text, edtf)]


def test_a_count_after_a_month_is_no_short_year():
    assert values("Le 31 octobre 74 personnes ont signé.", "fr") == ["2024-10-31"]
    assert values("Am 18. Juli 14 Uhr", "de") == ["2025-07-18"]


def test_a_lunar_month_is_not_read_as_ours():
    assert values("农历2015年十月初一", "zh") == ["2015"]
    assert values("农历五月初五", "zh") == []


def test_thousands_of_people_are_no_year():
    assert values("Le 3 mai deux mille personnes ont voté.", "fr") == ["2025-05-03"]
    assert values("Le 3 mai deux mille deux cents personnes ont voté.", "fr") == ["2025-05-03"]
    assert values("Am 3. Mai zweitausend Menschen", "de") == ["2025-05-03"]
