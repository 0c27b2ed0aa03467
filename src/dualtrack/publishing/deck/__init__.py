"""A brief as slides: native, editable text, tables and charts in a PPTX file."""

from dualtrack.publishing.deck.draw import render_deck
from dualtrack.publishing.deck.frame import Frame
from dualtrack.publishing.deck.plan import plan
from dualtrack.publishing.deck.slide import Slide

__all__ = ["Frame", "Slide", "plan", "render_deck"]
