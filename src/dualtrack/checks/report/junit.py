"""JUnit XML, which build servers read: a suite for each file, a failing case for each finding at warning or above."""

import re
from xml.etree import ElementTree

from dualtrack.checks.report.checked import Checked

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def as_junit(checked: Checked, language: str = "en") -> str:
    """The XML document; notes are cases that pass and say what they noticed."""
    root = ElementTree.Element("testsuites", name="dualtrack check")
    for file in dict.fromkeys([*checked.documents, *(one.file for one in checked.unreadable)]):
        found = checked.of(file)
        suite = ElementTree.SubElement(
            root,
            "testsuite",
            name=_clean(file),
            tests=str(max(1, len(found))),
            failures=str(sum(one.fails for one in found)),
            errors="0",
        )
        if not found:
            ElementTree.SubElement(suite, "testcase", classname=_clean(file), name="no findings")
        for finding in found:
            page = f" page {finding.page}" if finding.page else ""
            case = ElementTree.SubElement(
                suite, "testcase", classname=_clean(file), name=_clean(f"{finding.rule}{page} at {finding.start}")
            )
            message = _clean(finding.message.best(language))
            body = _clean(f"{finding.quote}\nstated: {finding.stated}\ncomputed: {finding.computed}\n{finding.reason}")
            if finding.fails:
                ElementTree.SubElement(case, "failure", type=finding.severity, message=message).text = body
            else:
                ElementTree.SubElement(case, "system-out").text = f"{message}\n{body}"
    for one in checked.unreadable:
        suite = next(suite for suite in root if suite.get("name") == _clean(one.file))
        suite.set("errors", "1")
        ElementTree.SubElement(suite[0], "error", message=_clean(str(one.error)))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
