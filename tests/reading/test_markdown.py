"""Markdown: the seed deck by slide, front matter, marks, lists, tables."""

import pytest

from dualtrack.reading import read
from support import seed_path, shared_data


def texts(document, kind=None):
    return [passage.text for passage in document.passages if kind is None or passage.kind == kind]


def page_of(document, words):
    return next(passage.page for passage in document.passages if words in passage.text)


@pytest.fixture(scope="module")
def seed():
    return read(seed_path())


def test_the_seed_is_22_slides_dated_26_june_2025(seed):
    assert seed.pages == 22
    assert seed.language == "ja"
    assert (seed.published.edtf, seed.published_from) == ("2025-06-26", "text")
    assert seed.title.startswith("諸外国の科学技術イノベーション政策における")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (1, "諸外国の科学技術イノベーション政策における"),
        (2, "目次"),
        (2, "3. まとめ"),
        (4, "「国家安全保障戦略」(2022)"),
        (4, "同協定は2023年8月に更新に至らず"),
        (5, "経済・外交・安全保障等の多国間枠組みにおけるSTI"),
        (5, "OECD・CSTP閣僚級会合"),
        (5, "FMSTAN外務大臣科学技術顧問ネットワーク"),
        (6, "グローバルサウスの台頭・戦略的連携①"),
        (6, "ユニコーン企業輩出数でインドは世界3位"),
        (7, "700万ポンド(約14億円)"),
        (7, "初のEU・ASEAN首脳会議開催"),
        (8, "H-1Bビザ(研究者を含む特殊技能職)の約78%"),
        (9, "As open as possible, as closed as necessary"),
        (10, "研究セキュリティ強化に関する勧告"),
        (11, "デュアルトラックアプローチ"),
        (13, "クラチオスOSTP局長宛の書簡"),
        (13, "反証可能性"),
        (14, "マイケル・クラチオス氏"),
        (14, "デービッド・サックス氏"),
        (15, "4700人以上の記録が削除"),
        (16, "米国2026会計年度"),
        (16, "$63.7M→$12.74M(80.0%減)"),
        (17, "科学技術協力室と国務長官科学技術顧問室は廃止"),
        (18, "スティップ・パリクAAAS"),
        (19, "ERC(欧州研究会議)"),
        (19, "2025年2月27日・28日"),
        (20, "5年間で5,400万ポンド(約100億円)"),
        (20, "年間226億ポンドに増額"),
        (21, "韓・EUグリーンパートナーシップ(2023.5)"),
        (22, "3. まとめ 【再掲】"),
    ],
)
def test_the_seed_keeps_its_slides(seed, page, words):
    assert page_of(seed, words) == page


def test_printed_numbers_confirm_the_slides(seed):
    assert any("2 printed page numbers agree" in signal for signal in seed.signals)
    assert not any("bears the printed number" in signal for signal in seed.signals)


def test_section_heads_stand_alone(seed):
    for page in (3, 12):
        assert [passage.kind for passage in seed.passages if passage.page == page] == ["heading"]


def test_a_slide_stands_under_its_section_and_title(seed):
    fund = next(passage for passage in seed.passages if "5,400万ポンド" in passage.text)
    assert fund.headings == ("2. 直近の注目動向", "英国", "海外人材獲得の強化:")
    assert fund.kind == "list item"


def test_the_table_of_people_has_its_heads(seed):
    cell = next(passage for passage in seed.passages if passage.text.startswith("アラティ・プラバカー"))
    assert cell.kind == "table cell"
    assert cell.column_heads == ("(バイデン政権)",)
    assert cell.row_head.startswith("OSTP局長:マイケル・クラチオス氏")
    adviser = next(passage for passage in seed.passages if "ドログマイヤーOSTP" in passage.text)
    assert adviser.column_heads == ("(第1期トランプ政権)",)
    note = next(passage for passage in seed.passages if passage.text.startswith("*2025年5月26日現在"))
    assert note.kind == "footnote"


def test_sources_are_told_apart(seed):
    sources = texts(seed, "source line")
    assert "出典:各種発表、報道等を基にCRDS作成" in sources
    assert any("nationalacademies.org" in text for text in sources)
    assert any(text.startswith("2025年3月12日JST主催") for text in sources)


def test_marks_and_tags_are_taken_out(seed):
    assert "**" not in seed.text.replace("** 米国最高技術責任者", "")
    assert "<b>" not in seed.text and "<mark>" not in seed.text and "<a href" not in seed.text
    assert "\\" not in seed.text
    assert "utm_medium" not in seed.text or "_" in seed.text
    assert "$7,334Million→$3,908Million(46.7%減)" in seed.text


def test_white_house_texts_give_their_front_matter():
    document = read(
        shared_data(
            "policy-texts/whitehouse/2024-01-18-u-s-japan-and-republic-of-korea-launch-cutting-edge-quantum-collaboration.md"
        )
    )
    assert document.title == "U.S., Japan, and Republic of Korea Launch Cutting-edge Quantum Collaboration"
    assert (document.published.edtf, document.published_from) == ("2024-01-18", "front matter")
    assert document.url.startswith("https://bidenwhitehouse.archives.gov/")
    assert document.language == "en"
    assert document.pages is None
    first = document.passages[0]
    assert first.text.startswith("We, National Security Advisor Jake Sullivan, National Security Advisor Akiba Takeo")
    assert "\n" not in first.text


def test_all_white_house_texts_are_read_without_pages_or_lost_words():
    folder = shared_data("policy-texts/whitehouse")
    for path in sorted(folder.glob("*.md")):
        document = read(path)
        assert document.pages is None and document.language == "en", path.name
        assert document.published is not None and path.name.startswith(document.published.edtf[:7])


def test_front_matter_runs_nothing():
    document = read(
        b"---\ntitle: !!python/object/apply:os.system ['echo']\ndate: 2024-05-06\n---\nHello there.\n", name="a.md"
    )
    assert document.published.edtf == "2024-05-06"
    assert document.title == ""
    assert texts(document) == ["Hello there."]


def test_broken_front_matter_is_signalled():
    document = read(b"---\ntitle: [unclosed\n---\nHello there.\n", name="a.md")
    assert any("front matter" in signal for signal in document.signals)
    assert texts(document) == ["Hello there."]


def test_lists_nest_whatever_their_bullets():
    source = "# T\n\n- one\n  - two\n    - three\n- four\n\n・甲\n　・乙\n● 丙\n※注記です\n1. first\n"
    document = read(source.encode(), name="a.md")
    items = [(passage.text, passage.depth) for passage in document.passages if passage.kind == "list item"]
    assert items == [
        ("one", 0),
        ("two", 1),
        ("three", 2),
        ("four", 0),
        ("甲", 0),
        ("乙", 1),
        ("丙", 0),
        ("1. first", 0),
    ]
    assert texts(document, "footnote") == ["※注記です"]


def test_pipe_tables_have_heads():
    document = read(b"| Agency | FY25 | FY26 |\n|---|--:|--:|\n| NSF | **8** | 7 |\n| NIH | 47 | 27 |\n", name="a.md")
    cells = {(p.row, p.column): p for p in document.passages}
    assert cells[2, 2].text == "8"
    assert (cells[3, 3].row_head, cells[3, 3].column_heads) == ("NIH", ("FY26",))
    assert cells[1, 2].head and cells[2, 1].head and not cells[2, 2].head


def test_html_tables_in_markdown_keep_spans():
    source = b"Text.\n\n<table><tr><th colspan=2>Budget</th></tr><tr><th>2024</th><th>2025</th></tr><tr><td>1</td><td>2</td></tr></table>\n"
    document = read(source, name="a.md")
    assert next(p for p in document.passages if p.text == "2").column_heads == ("Budget", "2025")


def test_wrapped_lines_are_joined():
    document = read(
        "国際協力の\n方向性を示す。\n\nThe wrapped\nline.\n\nAI\nの活用\n\n한국의\n협력".encode(), name="a.md"
    )
    assert texts(document) == ["国際協力の方向性を示す。", "The wrapped line.", "AIの活用", "한국의 협력"]


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("「**重要な**」と*強調*する", "「重要な」と強調する"),
        ("see [the page](https://example.org/a_(b)) now", "see the page now"),
        ("a_b_c and https://example.org/utm_medium=x_y stay", "a_b_c and https://example.org/utm_medium=x_y stay"),
        ("5 * 3 * 2 stays", "5 * 3 * 2 stays"),
        ("\\*not\\* emphasis &amp; R&D", "*not* emphasis & R&D"),
        ("<b>bold</b> <mark>marked</mark> <a href='x'>link</a> x < y", "bold marked link x < y"),
        ("an `inline code` and ~~struck~~", "an inline code and struck"),
        ("left <!-- a comment --> right<script>alert(1)</script>", "left right"),
    ],
)
def test_inline_marks(marked, plain):
    assert read(f"# T\n\n{marked}\n".encode(), name="a.md").passages[1].text == plain


def test_ruled_decks_and_page_marks_are_slides():
    marp = "---\nmarp: true\n---\n# One\n\ntext\n\n---\n\n# Two\n\n- a\n\n---\n\n# Three\n"
    assert [(p.text, p.page) for p in read(marp.encode(), name="a.md").passages if p.kind == "heading"] == [
        ("One", 1),
        ("Two", 2),
        ("Three", 3),
    ]
    marked = "<!-- Slide number: 1 -->\n# One\n<!-- Slide number: 4 -->\n# Four\ntext\n"
    assert page_of(read(marked.encode(), name="a.md"), "text") == 4
    paged = "First page.\n\fSecond page.\n\fThird page.\n"
    assert page_of(read(paged.encode(), name="a.txt"), "Third") == 3


def test_ordinary_markdown_has_no_slides():
    source = "# T\n\nText.\n\n---\n\nMore text.\n\n\n## H\n\n\nText.\n\n***\n\nEnd of it.\n"
    assert read(source.encode(), name="a.md").pages is None


def test_another_deck_by_the_same_rule():
    deck = "\n\n\n\n".join(
        ["# Annual plan", "## Overview\n\n- point", "## Budget 2025\n\n- 5 million", "## Outlook\n\ntext\n\n4"]
    )
    document = read((deck + "\n\n## Next steps\n\nmore\n").encode(), name="a.md")
    assert page_of(document, "5 million") == 3
    assert page_of(document, "more") == 5
    assert not any("bears" in signal for signal in document.signals)
