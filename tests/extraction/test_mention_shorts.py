"""Countries written with one character: when they are countries, and when part of a word."""

import pytest

from dualtrack.extraction.mention_shorts import find_shorts


def found(text: str, language: str) -> str:
    """The quotes found, each place once, in order."""
    places = {(start, end) for start, end, _ in find_shorts(text, language)}
    return " ".join(text[start:end] for start, end in sorted(places))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("日米首脳会談", "日 米"),
        ("米中対立と日韓関係", "米 中 日 韓"),
        ("日米豪印", "日 米 豪 印"),
        ("英独仏の首脳", "英 独 仏"),
        ("更新してきた米中の協定", "米 中"),
        ("訪米中の大臣", "米"),
        ("駐日大使、対中輸出、在米研究者、訪韓", "日 中 米 韓"),
        ("米大統領、英首相、仏議会、独企業", "米 英 仏 独"),
        ("米ハーバード大と英オックスフォード大", "米 英"),
        ("（米）、(英)", "米 英"),
        ("日・米・韓の三か国", "日 米 韓"),
        ("日EU協力と韓・EU関係", "日 韓"),
        ("日ロ交渉", "日 ロ"),
        ("26日米国は", ""),
        ("同日中に", ""),
        ("日中の気温", ""),
        ("日中関係", "日 中"),
        ("本日独自に印刷、増加中", ""),
        ("来日した学者、将来日本で", "日"),
        ("反対中", ""),
        ("現在米国では", ""),
        ("北米、南米、中南米、欧米、白米、新米", ""),
        ("米ドルと豪ドル", ""),
        ("米中西部の大学", "米"),
        ("バイオテクノ ロジー", ""),
        ("米が離脱を表明し、英も続いた。仏は慎重だ。", "米 英 仏"),
        ("米、関税を引き上げ", "米"),
        ("米は価格が上がり、米の生産量も減った。豪雨が続く。", ""),
        ("数日中に中央へ", ""),
    ],
)
def test_japanese(text: str, expected: str) -> None:
    assert found(text, "ja") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中美关系、美日同盟、中日韩", "中 美 美 日 中 日 韩"),
        ("访华、对美、驻日、在华企业", "华 美 日 华"),
        ("美方表示，中方回应", "美 中"),
        ("美国和中国", ""),
        ("完美的方法，英语，印刷，加强，法律，德行", ""),
        ("其中美好的一天", ""),
        ("集中国力", ""),
        ("对中国的政策", ""),
        ("20日美国宣布", ""),
    ],
)
def test_chinese(text: str, expected: str) -> None:
    assert found(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("한미일 정상회의", "한 미 일"),
        ("한·미·일 3국", "한 미 일"),
        ("한-EU 협력", "한"),
        ("미중 갈등, 중일 관계", "미 중 중 일"),
        ("방미 기간, 대중 수출, 주일 대사", "미 중 일"),
        ("중미 지역", ""),
        ("한 일이 많다", ""),
        ("미중유의 사태", ""),
        ("방일정", ""),
    ],
)
def test_korean(text: str, expected: str) -> None:
    assert found(text, "ko") == expected


def test_other_languages_have_none() -> None:
    assert found("中 米", "en") == ""
