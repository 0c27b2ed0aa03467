"""One shape for everything that can go wrong: what happened, how to mend it, and the facts.

The command line and the web pages print the three parts; nobody is shown a traceback.
"""

from collections.abc import Sequence


class DualtrackError(Exception):
    """Something went wrong that a person can understand and mend.

    Args:
        what: What happened, one sentence without a final full stop.
        mend: How to mend it, one imperative sentence; empty where nothing can be done.
        facts: The particulars: file, line, field, value and the like, shown as ``name: value``.
    """

    def __init__(self, what: str, mend: str = "", **facts: object) -> None:
        self.what = what
        self.mend = mend
        self.facts: dict[str, object] = {name: fact for name, fact in facts.items() if fact is not None}
        super().__init__(what)

    def __str__(self) -> str:
        """Everything on few lines: what, the facts in brackets, and the mend."""
        facts = "; ".join(f"{name}: {fact}" for name, fact in self.facts.items())
        text = f"{self.what} ({facts})" if facts else self.what
        return f"{text}. {self.mend}" if self.mend else text

    def as_dict(self) -> dict[str, object]:
        """The three parts as plain data, for ``--format json`` and the web."""
        facts = {name: fact if isinstance(fact, int | float | bool) else str(fact) for name, fact in self.facts.items()}
        return {"error": self.what, "mend": self.mend, "facts": facts}


class BadInputError(DualtrackError):
    """What a person or a file gave cannot be used; nothing was changed."""


class ManyErrors(DualtrackError):  # noqa: N818 - it holds errors, it is the sum of them
    """Several things are wrong with one input, reported together so that they can be mended together."""

    def __init__(self, what: str, errors: Sequence[DualtrackError], mend: str = "", **facts: object) -> None:
        self.errors = tuple(errors)
        super().__init__(what, mend, **facts)

    def __str__(self) -> str:
        """The summary, then one line for each error."""
        return "\n".join([super().__str__(), *(f"  - {error}" for error in self.errors)])

    def as_dict(self) -> dict[str, object]:
        """The summary with each error as plain data."""
        return {**super().as_dict(), "errors": [error.as_dict() for error in self.errors]}


class MissingExtraError(DualtrackError):
    """A part of Dualtrack that was not installed is needed.

    Args:
        extra: The extra, or the package where ``install`` is given.
        purpose: What needs it.
        install: How it is installed, where it is no extra.
    """

    def __init__(self, extra: str, purpose: str, install: str = "") -> None:
        super().__init__(
            f"{purpose} needs the {'package' if install else 'extra'} '{extra}', which is not installed",
            mend="Install it with: " + (install or f"pip install 'dualtrack[{extra}]'"),
        )
