"""Small records for the tests of the evidence base."""

from typing import Any

from dualtrack.evidence import EvidenceBase
from dualtrack.model import Action, Actor, AnyRecord, Initiative, Period, SourceRecord

KNOWN = Period("2025-06-26")
CITE = [{"source": "deck", "at": "slide 4"}]


def source(id: str = "deck", **more: Any) -> SourceRecord:
    return SourceRecord.build({"id": id, "title": {"en": f"Source {id}"}, **more})


def country(id: str, en: str, ja: str) -> Actor:
    return Actor.build({"id": id, "kind": "country", "country": id, "names": {"en": en, "ja": ja}, "cites": CITE})


def actor(id: str, kind: str, **more: Any) -> Actor:
    return Actor.build({"id": id, "kind": kind, "names": {"en": id}, "cites": CITE, **more})


def initiative(id: str, type: str, **more: Any) -> Initiative:
    return Initiative.build({"id": id, "type": type, "names": {"en": id}, "cites": CITE, **more})


def action(id: str, verb: str, date: str, **more: Any) -> Action:
    return Action.build({"id": id, "verb": verb, "date": date, "cites": CITE, **more})


def world() -> list[AnyRecord]:
    return [
        source(),
        country("US", "United States", "アメリカ合衆国"),
        country("CN", "China", "中国"),
        country("IN", "India", "インド"),
        country("KR", "South Korea", "韓国"),
        country("EU", "European Union", "欧州連合"),
    ]


def agreement() -> list[AnyRecord]:
    """The agreement of the worked example, in its own words."""
    on = {"object": "sta"}
    both = {"actors": ["US", "CN"], **on}
    return [
        *world(),
        initiative("sta", "agreement", parties=["US", "CN"]),
        action("sta-1979", "sign", "1979", term="P5Y", **both),
        action("sta-2023-08", "extend", "2023-08", term="P6M", **both),
        action("sta-2024-02", "extend", "2024-02", term="P6M", **both),
        action("sta-2024-08", "lapse", "2024-08", **on),
        action("sta-2025-01", "renew", "2025-01", scope={"ja": "基礎研究のみ", "en": "basic research only"}, **both),
    ]


def filled(base: EvidenceBase, *records: AnyRecord, known: Period = KNOWN) -> EvidenceBase:
    base.record([*records], known=known, by="test")
    return base
