"""The difference of two editions as a page: the news alone, in the shape of a brief."""

from dualtrack.model import Text
from dualtrack.model.date_words import say_period
from dualtrack.publishing.blocks import Brief
from dualtrack.publishing.compose import compose
from dualtrack.publishing.forms.registry import News
from dualtrack.publishing.holdings import Holdings
from dualtrack.publishing.page import render_page
from dualtrack.publishing.spec import Section, Spec


def difference_brief(held: Holdings, news: News, language: str, later: str = "") -> Brief:
    """A brief whose only content is what is new; ``later`` is what the later edition is called."""
    said = later or say_period(held.known, "ja"), later or say_period(held.known, "en")
    spec = Spec(
        brief="difference",
        title=Text(ja="版の違い", en="What changed between two editions"),
        subtitle=Text(ja=f"{news.since}から{said[0]}まで", en=f"From {news.since} to {said[1]}"),
        sections=(Section(title=Text(ja="この資料の作り方", en="How this page was made"), form="method"),),
    )
    return compose(spec, held, language, news=news)


def difference_page(held: Holdings, news: News, language: str, later: str = "") -> str:
    """The difference as one self-contained HTML page."""
    return render_page(difference_brief(held, news, language, later))
