"""From records to what a committee receives: a brief as a page, a deck or Markdown, in Japanese and English."""

from dualtrack.publishing.blocks import Brief, Chart, NumberedSource, Section, Statement, Table
from dualtrack.publishing.compose import compose
from dualtrack.publishing.difference import difference_page
from dualtrack.publishing.editions import Edition, cut, edition_named, editions, editions_file, unchanged
from dualtrack.publishing.forms import form_names
from dualtrack.publishing.holdings import Holdings
from dualtrack.publishing.page import render_page
from dualtrack.publishing.spec import Piece, Query, Spec, builtin_specs, load_spec, read_spec, starter
from dualtrack.publishing.trace import Trace, trace

__all__ = [
    "Brief",
    "Chart",
    "Edition",
    "Holdings",
    "NumberedSource",
    "Piece",
    "Query",
    "Section",
    "Spec",
    "Statement",
    "Table",
    "Trace",
    "builtin_specs",
    "compose",
    "cut",
    "difference_page",
    "edition_named",
    "editions",
    "editions_file",
    "form_names",
    "load_spec",
    "read_spec",
    "render_page",
    "starter",
    "trace",
    "unchanged",
]
