"""The tables of the worked examples (design/EXAMPLES.md) are the expected values."""

import pytest
from evidence_samples import CITE, KNOWN, action, actor, agreement, filled, initiative, source, world

from dualtrack.evidence import EvidenceBase, State
from dualtrack.model import Period

P = Period


def only(states: list[State]) -> State:
    assert len(states) == 1, states
    return states[0]


@pytest.mark.parametrize(
    ("on", "status", "en"),
    [
        ("1975", "unknown", "nothing known"),
        ("1979-06-01", "in-force", "signed within 1979: the year is all that is known"),
        ("1981-01-01", "in-force", "in force since 1979, until 1984"),
        ("2023-06-15", "in-force", "in force (renewed every five years)"),
        ("2023-11-01", "in-force", "in force, extended to 2024-02"),
        ("2024-05-01", "in-force", "in force, extended to 2024-08"),
        ("2024-10-01", "lapsed", "lapsed since 2024-08"),
        ("2025-03-01", "in-force", "in force, renewed 2025-01, scope: basic research only"),
        ("2024-08-10", "lapsed", "lapsed within 2024-08: the month is all that is known"),
        ("2024-08", "lapsed", "lapsed within 2024-08: the month is all that is known"),
        (
            "2025-01-15",
            "in-force",
            "renewed within 2025-01: the month is all that is known, scope: basic research only",
        ),
    ],
)
def test_the_agreement_of_the_deck_on_any_day(base: EvidenceBase, on: str, status: str, en: str) -> None:
    filled(base, *agreement())
    state = only(base.state("sta", on=P(on), known=KNOWN))
    assert (state.status, state.label.en) == (status, en)
    assert state.label.ja
    assert state.certain == ("within" not in en and status != "unknown")


def test_nothing_was_known_before_it_was_known(base: EvidenceBase) -> None:
    filled(base, *agreement())
    assert only(base.state("sta", on=P("2024-10-01"), known=P("2024-10-01"))).label.en == "nothing known"
    assert base.states(on=P("2024-10-01"), known=P("2024-10-01")) == []


def test_a_recurring_renewal_may_be_written_as_one_action(lite: EvidenceBase) -> None:
    records = [
        *agreement(),
        action("sta-renewals", "renew", "1979/2023-08", every="P5Y", object="sta", actors=["US", "CN"]),
    ]
    filled(lite, *records)
    for on in ("1995", "2023-06-15"):
        assert only(lite.state("sta", on=P(on))).label.en == "in force (renewed every five years)"
    assert only(lite.state("sta", on=P("2023-11-01"))).label.en == "in force, extended to 2024-02"


def test_a_term_that_ran_out_is_due_not_lapsed(lite: EvidenceBase) -> None:
    both = {"actors": ["US", "CN"], "object": "sta"}
    filled(lite, *world(), initiative("sta", "agreement"), action("s", "sign", "1979", term="P5Y", **both))
    state = only(lite.states(on=P("2023-06-15")))
    assert (state.status, state.due, state.label.en) == ("due", True, "due 1984, not confirmed")
    assert only(lite.states(on=P("1984-06"))).status == "in-force"


def test_sources_that_differ_are_both_kept_until_a_reviewer_prefers_one(base: EvidenceBase) -> None:
    filled(base, *agreement())
    press = action(
        "sta-press", "renew", "2024-12-13", object="sta", actors=["US", "CN"], cites=[{"source": "press", "at": "p 1"}]
    )
    filled(base, source("press"), press)
    state = only(base.state("sta", on=P("2025-03-01")))
    assert state.label.en == "in force, renewed 2024-12-13 or 2025-01, sources differ, scope: basic research only"
    assert state.sources == ("press", "deck") and set(state.actions) == {"sta-press", "sta-2025-01"}
    between = only(base.state("sta", on=P("2025-01-05")))
    assert not between.certain and between.label.en.startswith("renewed 2024-12-13 or 2025-01, sources differ")
    base.set_status(
        "sta-2025-01", "superseded", by="reviewer", known=P("2025-07-01"), reason="the signing day is known"
    )
    assert only(base.state("sta", on=P("2025-03-01"))).label.en == "in force, renewed 2024-12-13"
    assert "sources differ" in only(base.state("sta", on=P("2025-03-01"), known=KNOWN)).label.en


def test_the_same_act_from_two_sources_is_one_at_its_closest_date(lite: EvidenceBase) -> None:
    filled(lite, *agreement())
    press = action("press-lapse", "lapse", "2024-08-27", object="sta", cites=[{"source": "press", "at": "p 1"}])
    filled(lite, source("press"), press)
    state = only(lite.state("sta", on=P("2024-10-01")))
    assert state.label.en == "lapsed since 2024-08-27"
    assert set(state.sources) == {"deck", "press"}
    assert only(lite.state("sta", on=P("2024-08-10"))).label.en == "in force, extended to 2024-08"


def test_an_office_by_two_clocks(base: EvidenceBase) -> None:
    office = actor("office-us-cto", "office", country="US")
    klein, kratsios = actor("ethan-klein", "person"), actor("michael-kratsios", "person")
    named = action("n", "nominate", "2025-05-26", actors=["ethan-klein"], object="office-us-cto")
    earlier = action("k", "hold", "2017-01-20/2021-01-20", actors=["michael-kratsios"], object="office-us-cto")
    filled(base, *world(), office, klein, kratsios, named, earlier, known=P("2025-05-26"))
    confirmed = action("c", "confirm", "2025-10-07", actors=["ethan-klein"], object="office-us-cto")
    filled(base, confirmed, known=P("2025-10-10"))

    def told(on: str, known: str) -> dict[str | None, str | None]:
        found = base.states("offices", actor="US", on=P(on), known=P(known))
        return {state.actor: state.label.en for state in found}

    pending = "nominated, confirmation pending (as of 2025-05-26)"
    assert told("2025-06-26", "2025-06-26")["ethan-klein"] == pending
    assert told("2025-11-01", "2025-06-26")["ethan-klein"] == pending
    assert told("2025-11-01", "2025-11-01")["ethan-klein"] == "held since 2025-10-07"
    assert told("2019-01-01", "2025-06-26") == {"michael-kratsios": "held since 2017-01-20, until 2021-01-20"}
    assert told("2025-06-26", "2025-06-26")["michael-kratsios"] == "left 2021-01-20"


def test_one_holder_after_another_and_two_offices_at_once(lite: EvidenceBase) -> None:
    records = [*world(), actor("chair", "office", country="US"), actor("adviser", "office", country="US")]
    records += [actor(name, "person") for name in ("first", "second")]
    records += [
        action("a", "appoint", "2021-01", actors=["first"], object="chair"),
        action("b", "appoint", "2025-02", actors=["second"], object="chair"),
        action("c", "appoint", "2025-03", actors=["second"], object="adviser"),
    ]
    filled(lite, *records)
    found = {(one.object, one.actor): one.label.en for one in lite.states("offices", on=P("2025-06"))}
    assert found == {
        ("chair", "first"): "left (succeeded by second)",
        ("chair", "second"): "held since 2025-02",
        ("adviser", "second"): "held since 2025-03",
    }


def test_a_plan_whose_day_passed_is_due_never_closed(base: EvidenceBase) -> None:
    body = actor("us-state-stc", "government body", country="US")
    filled(base, *world(), body, action("p", "plan-close", "2025-07-01", object="us-state-stc", actors=["US"]))
    before = only(base.states("bodies", on=P("2025-06-26"), known=KNOWN))
    assert (before.status, before.label.en) == ("planned", "planned for 2025-07-01: to close")
    after = only(base.states("bodies", actor="US", on=P("2025-08-01"), known=KNOWN))
    assert (after.status, after.due, after.label.en) == ("due", True, "due 2025-07-01, not confirmed")
    filled(base, action("c", "close", "2025-07-11", object="us-state-stc"), known=P("2025-07-20"))
    assert only(base.states("bodies", on=P("2025-08-01"))).label.en == "closed since 2025-07-11"
    assert only(base.states("bodies", on=P("2025-08-01"), known=KNOWN)).status == "due"


def test_memberships_have_their_scope(base: EvidenceBase) -> None:
    records = [*world(), initiative("horizon", "programme", owners=["EU"]), country_("EG", "Egypt")]
    korea = action("kr", "associate", "2025-01", actors=["EU", "KR"], object="horizon", scope={"en": "pillar II only"})
    egypt = action("eg", "associate", "2025-04-10", actors=["EG"], object="horizon", scope={"en": "transitional"})
    india = action("in", "consider", "2025-02", actors=["EU"], partners=["IN"], object="horizon")
    filled(base, *records, korea, egypt, india)
    found = {one.actor: one.label.en for one in base.states("memberships", on=P("2025-06-26"))}
    assert found == {
        "EG": "associated since 2025-04-10, scope: transitional",
        "IN": "under consideration since 2025-02",
        "KR": "associated since 2025-01, scope: pillar II only",
    }
    assert [one.actor for one in base.states("memberships", actor="KR", on=P("2025-06-26"))] == ["KR"]


def country_(id: str, name: str) -> object:
    from evidence_samples import country

    return country(id, name, name)


def test_withdrawal_under_way_then_done(lite: EvidenceBase) -> None:
    filled(
        lite,
        *world(),
        initiative("paris", "agreement"),
        action("j", "join", "2016-09-03", actors=["US"], object="paris"),
        action("w", "plan-withdraw", "2025-01-20", actors=["US"], object="paris"),
        action("x", "withdraw", "2026-01-27", actors=["US"], object="paris"),
    )
    told = [only(lite.states("memberships", on=P(on))).label.en for on in ("2020-01-01", "2025-06", "2026-02")]
    assert told == ["member since 2016-09-03", "withdrawal under way since 2025-01-20", "withdrawn since 2026-01-27"]


def test_orders_and_programmes(lite: EvidenceBase) -> None:
    filled(
        lite,
        *world(),
        initiative("ban", "order", owners=["US"]),
        action("i", "issue", "2025-06-04", object="ban", actors=["US"]),
        action("e", "enjoin", "2025-06-05", object="ban"),
        initiative("fellowship", "programme", parties=["US", "IN"]),
        action("l", "launch", "2022-05", object="fellowship", actors=["US"]),
        action("m", "expand", "2024-01", object="fellowship", actors=["US"]),
        initiative("awards", "programme", owners=["US"]),
        action("s", "plan-suspend", "2025-09-30", object="awards", actors=["US"]),
        initiative("fund", "fund", owners=["US"]),
        action("f", "launch", "2020", object="fund", actors=["US"], until="2023"),
    )
    told = {one.object: one.label.en for one in lite.states(on=P("2025-06-26"))}
    assert told == {
        "ban": "enjoined since 2025-06-05",
        "fellowship": "open since 2022-05, expanded 2024-01",
        "awards": "planned for 2025-09-30: to be suspended",
        "fund": "due 2023, not confirmed",
    }
    assert only(lite.states("orders", on=P("2025-06-04"))).label.en == "in force since 2025-06-04"


def test_only_accepted_actions_make_states(lite: EvidenceBase) -> None:
    filled(lite, *agreement())
    lite.set_status("sta-2025-01", "rejected", by="x", known=KNOWN)
    assert only(lite.state("sta", on=P("2025-03-01"))).label.en == "lapsed since 2024-08"


def test_a_state_says_what_it_rests_on(lite: EvidenceBase) -> None:
    filled(lite, *agreement())
    state = only(lite.states("agreements", actor="CN", on=P("2025-03-01"), known=KNOWN))
    assert state.actions == ("sta-2025-01",) and state.sources == ("deck",) and state.parties == ("US", "CN")
    assert state.known == KNOWN
    assert state.as_dict()["label"] == {
        "ja": "有効、2025年1月に更新、範囲: 基礎研究のみ",
        "en": "in force, renewed 2025-01, scope: basic research only",
    }
    assert CITE
