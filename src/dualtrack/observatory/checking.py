"""Use cases of the checks: proofread files, a text, or the evidence base."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dualtrack.checks import Config, Finding, check_document, check_records, without_known
from dualtrack.checks.plain import with_tables
from dualtrack.checks.report import Checked, Unreadable
from dualtrack.errors import BadInputError, DualtrackError
from dualtrack.model import Period
from dualtrack.reading import read

if TYPE_CHECKING:
    from dualtrack.evidence import EvidenceBase

_TEXT = (".md", ".markdown", ".txt", ".html", ".htm", ".xhtml")


def check_files(
    files: Iterable[str | Path],
    config: Config | None = None,
    *,
    published: Period | str | None = None,
    standard_input: bytes | None = None,
) -> Checked:
    """Proofread files and the files of folders.

    Args:
        files: Files and folders; ``-`` stands for ``standard_input``.
        config: Rules, severities, what is left out and the baseline.
        published: The documents' date where they do not tell it themselves.
        standard_input: What ``-`` holds.

    Returns:
        Documents and findings by file; a file that cannot be read is told among ``unreadable`` and stops nothing.
    """
    config = config or Config()
    checked = Checked()
    for name in _expanded(files):
        source: Path | bytes = standard_input or b"" if name == "-" else Path(name)
        try:
            document = read(source, name="text.md" if name == "-" else "", published=published)
        except DualtrackError as error:
            checked.unreadable.append(Unreadable(name, error))
            continue
        written = _source(source, name)
        document = checked.documents[name] = with_tables(document, written)
        found = check_document(document, config.for_file(name), written)
        checked.findings.extend(finding.of_file(name) for finding in found)
    if config.baseline is not None:
        return replace(checked, findings=without_known(checked.findings, config.baseline))
    return checked


def _expanded(files: Iterable[str | Path]) -> Iterator[str]:
    """The files, folders opened: the known formats in them, in order of name."""
    for file in files:
        path = Path(file)
        if str(file) != "-" and path.is_dir():
            yield from (
                str(inside)
                for inside in sorted(path.rglob("*"))
                if inside.is_file() and inside.suffix.lower() in SUFFIXES
            )
        else:
            yield str(file)


SUFFIXES = frozenset((*_TEXT, ".pdf", ".pptx", ".docx", ".xlsx", ".csv"))
"""The formats that are looked for in a folder."""


def _source(source: Path | bytes, name: str) -> str:
    """The source text in which ignores may stand; empty for other formats."""
    if isinstance(source, bytes):
        return source.decode("utf-8", errors="replace")
    return source.read_text(encoding="utf-8", errors="replace") if Path(name).suffix.lower() in _TEXT else ""


def check_base(base: "EvidenceBase", config: Config | None = None) -> list[Finding]:
    """What does not add up in the accepted records of an evidence base, by the same rules."""
    config = config or Config()
    wanted = {rule.code for rule in config.options.rules()}
    found = [finding for finding in check_records(base, config.options.as_of) if finding.rule in wanted]
    return [finding.with_severity(config.options.severities.get(finding.rule, finding.severity)) for finding in found]


def annotate(checked: Checked, file: Path, target: Path, language: str = "en") -> int:
    """Write a copy of a deck with its findings marked; returns how many were marked.

    Raises:
        BadInputError: The file is no deck.
    """
    from dualtrack.checks.report import annotate_pptx

    if file.suffix.lower() != ".pptx":
        raise BadInputError(
            "Only a PPTX deck can be annotated", mend="Use --format html for other documents.", file=str(file)
        )
    return annotate_pptx(file, target, checked.of(str(file)), language)
