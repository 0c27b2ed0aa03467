"""The page in a real browser: accessible by axe, readable on a phone, in light and dark, traceable by a click."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dualtrack.publishing import Brief, render_page

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = Path("/usr/bin/chromium")
LANGUAGES = ("ja", "en")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed at /usr/bin/chromium")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def addresses(briefs: dict[str, Brief], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("pages")
    for language, brief in briefs.items():
        others = {code: f"brief.{code}.html" for code in LANGUAGES}
        (folder / f"brief.{language}.html").write_text(render_page(brief, others), encoding="utf-8")
    return {language: (folder / f"brief.{language}.html").as_uri() for language in LANGUAGES}


def visit(browser: Any, address: str, **how: Any) -> Any:
    page = browser.new_context(offline=True, **how).new_page()
    page.goto(address)
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_serious(browser: Any, addresses: dict[str, str], language: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page = visit(browser, addresses[language], color_scheme=scheme)
    found = axe.Axe().run(page).response["violations"]
    grave = [
        (rule["id"], rule["impact"], rule["nodes"][0]["html"][:150])
        for rule in found
        if rule["impact"] in ("serious", "critical")
    ]
    assert grave == []


@pytest.mark.parametrize("width", [390, 820, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_sticks_out_at_any_width(browser: Any, addresses: dict[str, str], language: str, width: int) -> None:
    page = visit(browser, addresses[language], viewport={"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_a_table_of_sentences_is_read_without_scrolling_sideways(
    browser: Any, addresses: dict[str, str], language: str
) -> None:
    page = visit(browser, addresses[language], viewport={"width": 390, "height": 844})
    table = page.locator("main table.cards").first
    assert table.evaluate("table => table.scrollWidth <= table.parentElement.clientWidth + 1")
    assert table.locator("caption").evaluate("caption => caption.clientWidth > 200")
    named = table.locator("td[data-head]").first
    assert named.evaluate("cell => getComputedStyle(cell, '::before').content").strip('"') == named.get_attribute(
        "data-head"
    )


def test_a_click_shows_where_a_statement_comes_from(browser: Any, addresses: dict[str, str]) -> None:
    page = visit(browser, addresses["en"])
    button = page.locator("#s2 button.trace").first
    record = button.get_attribute("data-record")
    button.click()
    dialog = page.locator("dialog#trace")
    assert dialog.is_visible()
    assert record in dialog.inner_text() and "slide" in dialog.inner_text()
    dialog.get_by_role("button").click()
    assert not dialog.is_visible()


def test_a_source_is_told_on_hover(browser: Any, addresses: dict[str, str]) -> None:
    page = visit(browser, addresses["ja"])
    page.locator("#s2 .cite a").first.hover()
    assert "諸外国の科学技術イノベーション政策" in page.locator("#card").inner_text()


def test_the_other_language_opens_at_the_same_statement(browser: Any, addresses: dict[str, str]) -> None:
    page = visit(browser, addresses["ja"] + "#s5")
    page.locator("a.switch").click()
    page.wait_for_url("**/brief.en.html#s5")
    assert page.locator("html").get_attribute("lang") == "en"


def test_it_prints_on_a4_without_buttons(browser: Any, addresses: dict[str, str], tmp_path: Path) -> None:
    import pypdfium2

    page = visit(browser, addresses["ja"])
    page.pdf(path=str(tmp_path / "brief.pdf"), prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(tmp_path / "brief.pdf")
    width, high = document[0].get_size()
    assert (round(width), round(high)) == (595, 842)
    assert 10 < len(document) < 90
    text = document[2].get_textpage().get_text_range()
    assert "明暗を切り替える" not in text
