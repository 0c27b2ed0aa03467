"""An annotated page: the documents' text with findings marked in it and told beside it; one file, no network."""

from html import escape

from dualtrack.checks.finding import SEVERITIES, Finding
from dualtrack.checks.report.checked import Checked
from dualtrack.model import Document

_STYLE = """
:root{color-scheme:light dark;--line:#d0d7de;--error:#c62828;--warning:#9a6700;--note:#0969da;--bg:#fff;
--fg:#1f2328}
@media(prefers-color-scheme:dark){:root{--line:#3d444d;--error:#ff7b72;--warning:#d29922;--note:#58a6ff;
--bg:#0d1117;--fg:#e6edf3}}
body{margin:0;background:var(--bg);color:var(--fg);
font:16px/1.7 system-ui,"Hiragino Sans","Noto Sans CJK JP",sans-serif}
main{max-width:72rem;margin:0 auto;padding:1.5rem}h1{font-size:1.4rem}h2{font-size:1.1rem;
border-bottom:1px solid var(--line);overflow-wrap:anywhere}
.passage{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:1.5rem}.passage p{margin:.3rem 0;
white-space:pre-wrap;overflow-wrap:anywhere}
.heading p{font-weight:700}.page{color:gray;font-size:.8rem}
aside{border-left:3px solid var(--line);padding-left:.8rem;font-size:.9rem;margin:.3rem 0}
aside.error{border-color:var(--error)}aside.warning{border-color:var(--warning)}aside.note{border-color:var(--note)}
aside b.error{color:var(--error)}aside b.warning{color:var(--warning)}aside b.note{color:var(--note)}
aside small{display:block;color:gray}
mark{background:none;color:inherit;border-bottom:3px solid}mark.error{border-color:var(--error)}
mark.warning{border-color:var(--warning);border-bottom-style:double}mark.note{border-color:var(--note);
border-bottom-style:dotted}
@media(max-width:45rem){.passage{grid-template-columns:1fr}}
"""
_TITLES = {"ja": "点検の結果", "en": "What the checks found"}
_SEVERITIES = {
    "ja": {"error": "誤り", "warning": "警告", "note": "注記"},
    "en": {"error": "error", "warning": "warning", "note": "note"},
}


def as_html(checked: Checked, language: str = "en") -> str:
    """One self-contained HTML page."""
    title = _TITLES[language]
    parts = [_document(file, document, checked.of(file), language) for file, document in checked.documents.items()]
    unread = "".join(f'<p role="alert">{escape(one.file)}: {escape(str(one.error))}</p>' for one in checked.unreadable)
    records = [finding for finding in checked.findings if finding.record]
    if records:
        parts.append("<section>" + "".join(_aside(finding, language) for finding in records) + "</section>")
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" '
        f'content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body><main><h1>{title}</h1>{unread}{''.join(parts)}</main></body></html>\n"
    )


def _document(file: str, document: Document, findings: list[Finding], language: str) -> str:
    passages = list(document.passages)
    spans = [(passage.start, passage.end, passage.page, passage.kind) for passage in passages] or [
        (0, len(document.text), None, "paragraph")
    ]
    body, page = [], None
    for start, end, number, kind in spans:
        if number is not None and number != page:
            body.append(f'<div class="page">{"p." if language == "ja" else "page "}{number}</div>')
            page = number
        inside = [finding for finding in findings if start <= finding.start < max(end, start + 1)]
        notes = "".join(_aside(finding, language) for finding in inside)
        body.append(
            f'<div class="passage{" heading" if kind == "heading" else ""}">'
            f"<p>{_marked(document.text, start, end, inside)}</p><div>{notes}</div></div>"
        )
    return f"<section><h2>{escape(file or document.title or 'text')}</h2>{''.join(body)}</section>"


def _marked(text: str, start: int, end: int, findings: list[Finding]) -> str:
    """The passage with its findings marked; where two overlap the graver is marked."""
    parts: list[str] = []
    place = start
    for finding in sorted(findings, key=lambda one: (one.start, SEVERITIES.index(one.severity))):
        if finding.start < place:
            continue
        stop = min(finding.end, end)
        parts += (
            escape(text[place : finding.start]),
            f'<mark class="{finding.severity}">{escape(text[finding.start : stop])}</mark>',
        )
        place = stop
    return "".join((*parts, escape(text[place:end])))


def _aside(finding: Finding, language: str) -> str:
    reason = f"<small>{escape(finding.reason)}</small>" if finding.reason else ""
    where = f"{escape(finding.record)}: " if finding.record else ""
    return (
        f'<aside class="{finding.severity}"><b class="{finding.severity}">{finding.rule} '
        f"{_SEVERITIES[language][finding.severity]}</b> "
        f"{where}{escape(finding.message.best(language))}{reason}</aside>"
    )
