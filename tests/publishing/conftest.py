"""A base made once from the built-in catalogue, and the built-in brief in both languages."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from dualtrack.evidence import EvidenceBase
from dualtrack.evidence.catalogue import load_catalogue
from dualtrack.observatory.importing import import_stip
from dualtrack.publishing import Brief, Holdings, Spec, compose, load_spec
from support import shared_data


@pytest.fixture(scope="session")
def base_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("base") / "catalogue.sqlite"


@pytest.fixture(scope="session")
def base(base_path: Path) -> Iterator[EvidenceBase]:
    opened = EvidenceBase.open(base_path)
    load_catalogue(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def spec() -> Spec:
    return load_spec("international-cooperation")


@pytest.fixture(scope="session")
def held(base: EvidenceBase, spec: Spec) -> Holdings:
    return Holdings.of(base, on=spec.on, known=spec.known)


@pytest.fixture(scope="session")
def briefs(spec: Spec, held: Holdings) -> dict[str, Brief]:
    return {language: compose(spec, held, language) for language in ("ja", "en")}


@pytest.fixture(scope="session")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Holdings]:
    """What the 2019 wave of the STIP survey holds of three countries; skipped where the wave is not here."""
    folder = tmp_path_factory.mktemp("survey")
    wave = folder / "STIP_Survey-2019.csv"
    with gzip.open(shared_data("stip/STIP_Survey-2019.csv.gz"), "rt", encoding="utf-8") as lines:
        kept = [
            line
            for number, line in enumerate(lines)
            if number < 2 or any(f"|{country}|" in line for country in ("Japan", "Korea", "Germany"))
        ]
    wave.write_text("".join(kept), encoding="utf-8")
    opened = EvidenceBase.open(folder / "survey.sqlite")
    import_stip(opened, [wave])
    yield Holdings.of(opened)
    opened.close()


@pytest.fixture(scope="session")
def survey_briefs(survey: Holdings) -> dict[str, Brief]:
    spec = load_spec("stip-survey")
    return {language: compose(spec, survey, language) for language in ("ja", "en")}
