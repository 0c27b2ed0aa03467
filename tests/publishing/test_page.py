"""The page: whole, cited, self-contained, in one language, with addresses that lead somewhere."""

import re
from html import unescape

import pytest
from selectolax.lexbor import LexborHTMLParser

from dualtrack.model import Action, Initiative, Observation
from dualtrack.publishing import Brief, Holdings, render_page
from dualtrack.publishing.charts import draw
from dualtrack.reading import read

LANGUAGES = ("ja", "en")


@pytest.fixture(scope="module")
def pages(briefs: dict[str, Brief]) -> dict[str, str]:
    others = {language: f"brief.{language}.html" for language in LANGUAGES}
    return {language: render_page(brief, others) for language, brief in briefs.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_and_observation_has_its_place(pages: dict[str, str], held: Holdings, language: str) -> None:
    shown = set(re.findall(r'data-record="([^"]+)"', pages[language]))
    facts = [id for id, record in held.records.items() if isinstance(record, Action | Observation)]
    assert len(facts) > 200
    assert [id for id in facts if id not in shown] == []


def test_every_initiative_of_the_catalogue_is_told(briefs: dict[str, Brief], held: Holdings) -> None:
    own = [fact.id for fact in held._by_kind["initiatives"] if isinstance(fact, Initiative)]
    assert len(own) > 80
    assert [id for id in own if id not in briefs["ja"].traces] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_statement_has_a_numbered_source_that_the_list_holds(briefs: dict[str, Brief], language: str) -> None:
    brief = briefs[language]
    assert all(statement.references for statement in brief.statements())
    used = {reference.number for statement in brief.statements() for reference in statement.references}
    assert used <= {source.number for source in brief.sources}
    assert [source.number for source in brief.sources] == list(range(1, len(brief.sources) + 1))


def test_both_languages_say_the_same_things_under_the_same_addresses(briefs: dict[str, Brief]) -> None:
    one, two = ([(s.anchor, s.record) for s in briefs[language].statements()] for language in LANGUAGES)
    assert one == two
    assert [s.number for s in briefs["ja"].sections] == [s.number for s in briefs["en"].sections]


@pytest.mark.parametrize("language", LANGUAGES)
def test_addresses_are_unique_and_links_lead_to_them(pages: dict[str, str], language: str) -> None:
    ids = re.findall(r'\bid="([^"]+)"', pages[language])
    assert len(ids) == len(set(ids))
    targets = set(re.findall(r'href="#([^"]+)"', pages[language]))
    assert targets - set(ids) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_needs_no_network(pages: dict[str, str], language: str) -> None:
    page = LexborHTMLParser(pages[language])
    for tag, attribute in (("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src")):
        assert [node for node in page.css(tag) if node.attributes.get(attribute)] == []
    assert page.css("link[rel=stylesheet]") == []
    style = page.css_first("style")
    assert style is not None and "url(" not in style.text() and "@import" not in style.text()
    assert len(pages[language].encode()) < 3_000_000


def words(page: str) -> list[tuple[str, str]]:
    """What a reader reads, by element, without what is marked as another language, addresses and ids."""
    tree = LexborHTMLParser(page)
    for selector in ("script", "style", ".url", "[lang]:not(html)", "dialog"):
        for node in tree.css(selector):
            node.decompose()
    spoken = "title, h1, h2, h3, h4, h5, h6, li.st, th, td, p, caption, figcaption, summary, button, text, nav a, ol li"
    return [(node.tag, node.text(separator=" ")) for node in tree.css(spoken)]


def names(held: Holdings) -> str:
    """All names and aliases, which may stand in any language, and words that statements quote."""
    found = []
    for record in held.records.values():
        for field in ("names", "title"):
            text = getattr(record, field, None)
            found += list(text.languages().values()) if text else []
        found += list(getattr(record, "aliases", ()))
    return "\n".join(found).casefold()


def test_no_english_in_the_japanese_brief_save_names(pages: dict[str, str], held: Holdings) -> None:
    called = names(held)
    phrase = re.compile(r"\b[a-z]{2,}(?:[ ,]+[a-z]{2,})+")
    leaks = set()
    for _, text in words(pages["ja"]):
        for found in phrase.findall(re.sub(r"[「『（(][^」』）)]*[」』）)]", "", text)):
            if found.casefold() not in called:
                leaks.add(found)
    assert leaks == set()


def test_no_japanese_in_the_english_brief(pages: dict[str, str]) -> None:
    japanese = re.compile(r"[぀-ヿ一-鿿]+")
    assert [(tag, text[:80]) for tag, text in words(pages["en"]) if japanese.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_id_stands_where_a_name_should(briefs: dict[str, Brief], held: Holdings, language: str) -> None:
    for statement in briefs[language].statements():
        assert statement.topic not in held.records or statement.topic.isupper(), statement.record
        assert all(tag.name != tag.id or tag.id == "EU" for tag in statement.tags), statement.record


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_is_told_and_the_other_is_a_click_away(pages: dict[str, str], language: str) -> None:
    other = "en" if language == "ja" else "ja"
    assert f'<html lang="{language}">' in pages[language]
    assert f'href="brief.{other}.html"' in pages[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_have_a_text_alternative_their_data_and_all_caveats(briefs: dict[str, Brief], language: str) -> None:
    from dualtrack.publishing import Chart

    charts = [block for section in briefs[language].sections for block in section.blocks if isinstance(block, Chart)]
    assert {chart.kind for chart in charts} == {"bars", "columns", "dots", "ranges"}
    for chart in charts:
        assert len(chart.alt) > 20 and chart.data.rows
        assert chart.caveat.sources and chart.caveat.known and chart.caveat.method and chart.caveat.missing
        svg = draw(chart)
        assert svg.startswith("<svg") and 'role="img"' in svg
        assert unescape(svg.split('aria-label="', 1)[1].split('"', 1)[0]) == chart.alt


@pytest.mark.parametrize(
    ("record", "ja", "en"),
    [
        ("us-cn-sta-2024-08", "2024年8月", "August 2024"),
        ("uk-global-talent-fund-launch", "約100億円、2025年6月平均レート", "54 million"),
        ("nsf-oise-2026-request", "6,370万ドル", "USD 63.7 million"),
    ],
)
def test_figures_of_the_seed_read_as_its_readers_read_them(
    briefs: dict[str, Brief], pages: dict[str, str], record: str, ja: str, en: str
) -> None:
    for language, said in (("ja", ja), ("en", en)):
        page = pages[language]
        places = [found.start() for found in re.finditer(f'data-record="{record}"', page)]
        assert any(said in page[place : place + 2500] for place in places), (record, language)


def test_the_same_records_give_the_same_page(pages: dict[str, str], briefs: dict[str, Brief]) -> None:
    assert render_page(briefs["ja"], {language: f"brief.{language}.html" for language in LANGUAGES}) == pages["ja"]


def test_the_page_tells_its_day_to_those_who_read_it(pages: dict[str, str], briefs: dict[str, Brief]) -> None:
    for language, page in pages.items():
        document = read(page.encode(), name="brief.html")
        assert str(document.published) == briefs[language].known_edtf
        assert document.published_from == "metadata"
