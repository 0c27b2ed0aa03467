"""Dualtrack: an open observatory of international cooperation in science, technology and innovation policy."""

__version__ = "0.1.0"
