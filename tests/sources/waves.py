"""Made-up survey waves in the published format, for tests."""

from pathlib import Path

HEAD = [
    "InitiativeID",
    "SurveyYear",
    "NameEnglish",
    "CountryLabel",
    "CountryCode",
    "NameOriginalLanguage",
    "Acronym",
    "StartDateYear",
    "EndDateYear",
    "ShortDescription",
    "Objectives1",
    "Background",
    "NameResponsibleOrganisation",
    "YearlyBudgetRange",
    "YearlyBudgetLocalCurrency",
    "Tags",
    "InternetLinks1",
    "HasBeenEvaluated",
    "LinksEvaluations1",
    "IsStructuralReform",
    "TH25",
    "TH55",
    "TG10",
    "InstrumentID",
    "InstrumentTypeCode",
    "InstrumentTypeLabel",
    "F36:V2",
]
LABELS = [f"Label of {name}" for name in HEAD]


def line(number: int, wave: int = 2017, **cells: str) -> list[str]:
    """One row of a wave: an initiative with one instrument."""
    row = {
        "InitiativeID": f"http://stip.oecd.org/{wave}/data/policyInitiatives/{number}",
        "SurveyYear": str(wave),
        "NameEnglish": f"PROGRAMME {number}",
        "CountryLabel": "Japan",
        "InstrumentID": f"http://stip.oecd.org/{wave}/data/policyInitiatives/{number}/instrument/{number}",
        "InstrumentTypeCode": "PI007",
        "HasBeenEvaluated": "0",
        "IsStructuralReform": "0",
        "TH25": "1",
        "TH55": "0",
        "TG10": "0",
        "F36:V2": "0",
        **{name.replace("F36", "F36:V2") if name == "F36" else name: cell for name, cell in cells.items()},
    }
    return [row.get(name, "") for name in HEAD]


def write(path: Path, *lines: list[str], head: list[str] | None = None, labels: list[str] | None = None) -> Path:
    """A wave file: head, labels, rows with blank lines between."""
    table = [head or HEAD, labels or LABELS, *lines]
    path.write_text("\ufeff" + "\n\n".join("|".join(row) for row in table) + "\n", encoding="utf-8")
    return path
