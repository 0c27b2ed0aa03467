"""Findings for a person at a terminal: the quote marked in its surroundings, the message, what would be right."""

from rich.console import Group, RenderableType
from rich.text import Text as Styled

from dualtrack.checks.finding import Finding
from dualtrack.checks.report.checked import Checked
from dualtrack.checks.rule import FAMILIES, Rule
from dualtrack.model import Document

_STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}
_WORDS = {
    "ja": {
        "error": "誤り",
        "warning": "警告",
        "note": "注記",
        "page": "p.",
        "right": "計算値",
        "none": "指摘なし",
        "total": "件",
    },
    "en": {
        "error": "error",
        "warning": "warning",
        "note": "note",
        "page": "page ",
        "right": "computed",
        "none": "no findings",
        "total": "findings",
    },
}
_AROUND = 60


def render(checked: Checked, language: str = "en") -> RenderableType:
    """All findings by file, and one line that counts them."""
    words = _WORDS[language]
    parts: list[RenderableType] = []
    for one in checked.unreadable:
        parts.append(Styled(f"{one.file}: {one.error}", style="bold red"))
    for file in dict.fromkeys(finding.file for finding in checked.findings):
        parts.append(Styled(file or "text", style="bold underline"))
        parts.extend(_finding(finding, checked.documents.get(file), language) for finding in checked.of(file))
    counts = {severity: sum(finding.severity == severity for finding in checked.findings) for severity in _STYLES}
    told = ", ".join(f"{words[severity]} {count}" for severity, count in counts.items() if count)
    parts.append(Styled(f"{len(checked.findings)} {words['total']}: {told}" if told else words["none"], style="bold"))
    return Group(*parts)


def _finding(finding: Finding, document: Document | None, language: str) -> Styled:
    words = _WORDS[language]
    text = Styled("  ")
    text.append(f"{finding.rule} {words[finding.severity]}", style=_STYLES[finding.severity])
    place = f" {words['page']}{finding.page}" if finding.page else f" {finding.record}" if finding.record else ""
    text.append(f"{place} [{finding.start}:{finding.end}]  " if not finding.record else f"{place}  ", style="dim")
    text.append(finding.message.best(language))
    text.append("\n    ")
    before, quote, after = surroundings(finding, document)
    text.append(before, style="dim")
    text.append(quote, style=f"{_STYLES[finding.severity]} reverse")
    text.append(after, style="dim")
    if finding.reason:
        text.append(f"\n    {finding.reason}", style="dim italic")
    return text


def surroundings(finding: Finding, document: Document | None) -> tuple[str, str, str]:
    """The words before, the quote, and the words after it, on one line."""
    quote = " ".join(finding.quote.split())
    if document is None:
        return "", quote, ""
    before = document.text[max(0, finding.start - _AROUND) : finding.start].rpartition("\n")[2]
    after = document.text[finding.end : finding.end + _AROUND].partition("\n")[0]
    return before, quote, after


def explanation(rule: Rule, language: str = "en") -> str:
    """What ``dualtrack check --explain CODE`` prints."""
    labels = {
        "ja": ("系統", "重さ", "誤った例", "正しい例", "既定では働かない"),
        "en": ("family", "severity", "wrong", "right", "off by default"),
    }[language]
    off = "" if rule.default else f"\n{labels[4]}"
    return (
        f"{rule.code}  {rule.title.best(language)}\n{labels[0]}: {rule.family} "
        f"({FAMILIES[rule.family].best(language)})\n{labels[1]}: {rule.severity}{off}\n\n"
        f"{rule.explanation.best(language)}\n\n{labels[2]}:\n{_indented(rule.wrong.best(language))}\n\n{labels[3]}:\n{_indented(rule.right.best(language))}"
    )


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())
