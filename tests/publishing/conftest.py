"""A base made once from the built-in catalogue, and the built-in brief in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dualtrack.evidence import EvidenceBase
from dualtrack.evidence.catalogue import load_catalogue
from dualtrack.publishing import Brief, Holdings, Spec, compose, load_spec


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
