"""States in words, Japanese and English: what holds, since when, and how much of it is known."""

from dualtrack.evidence.state import State
from dualtrack.model import Duration, Period, Text
from dualtrack.model.date_words import say_period

_STATUS: dict[str, tuple[str, str]] = {
    "in-force": ("有効", "in force"),
    "signed": ("署名済み", "signed"),
    "agreed": ("合意済み", "agreed"),
    "concluded": ("交渉妥結", "concluded"),
    "negotiating": ("交渉中", "under negotiation"),
    "proposed": ("提案", "proposed"),
    "announced": ("発表済み", "announced"),
    "lapsed": ("失効", "lapsed"),
    "terminated": ("終了(破棄)", "terminated"),
    "suspended": ("停止", "suspended"),
    "open": ("実施中", "open"),
    "ended": ("終了", "ended"),
    "closed": ("廃止", "closed"),
    "enjoined": ("差し止め", "enjoined"),
    "revoked": ("撤回", "revoked"),
    "member": ("加盟", "member"),
    "associated": ("準加盟", "associated"),
    "under-consideration": ("協力を検討中", "under consideration"),
    "invited": ("招請", "invited"),
    "negotiations-concluded": ("準加盟交渉妥結", "negotiations concluded"),
    "withdrawing": ("脱退手続き中", "withdrawal under way"),
    "withdrawn": ("脱退", "withdrawn"),
    "nominated": ("指名", "nominated"),
    "held": ("在任", "held"),
    "left": ("退任", "left"),
}
_POINTS = frozenset(
    ("signed", "agreed", "concluded", "negotiations-concluded", "proposed", "announced", "left", "invited")
)
"""Statuses told with the day on which they came about, not with 'since'."""
_TO: dict[str, tuple[str, str]] = {
    "closed": ("廃止", "to close"),
    "suspended": ("停止", "to be suspended"),
    "ended": ("終了", "to end"),
    "withdrawn": ("脱退", "to withdraw"),
}
_DONE: dict[str, tuple[str, str]] = {
    "announce": ("発表", "announced"),
    "propose": ("提案", "proposed"),
    "adopt": ("採択", "adopted"),
    "launch": ("開始", "launched"),
    "fund": ("資金供与", "funded"),
    "expand": ("拡大", "expanded"),
    "amend": ("改正", "amended"),
    "suspend": ("停止", "suspended"),
    "end": ("終了", "ended"),
    "open": ("開設", "opened"),
    "close": ("廃止", "closed"),
    "enact": ("成立", "enacted"),
    "issue": ("発出", "issued"),
    "enjoin": ("差し止め", "enjoined"),
    "revoke": ("撤回", "revoked"),
    "conclude": ("妥結", "concluded"),
    "sign": ("署名", "signed"),
    "agree": ("合意", "agreed"),
    "enter-into-force": ("発効", "entered into force"),
    "extend": ("延長", "extended"),
    "renew": ("更新", "renewed"),
    "lapse": ("失効", "lapsed"),
    "terminate": ("終了(破棄)", "terminated"),
    "join": ("加盟", "joined"),
    "associate": ("準加盟", "associated"),
    "withdraw": ("脱退", "withdrawn"),
    "nominate": ("指名", "nominated"),
    "confirm": ("承認", "confirmed"),
    "appoint": ("任命", "appointed"),
    "hold": ("在任", "held"),
    "leave": ("退任", "left"),
}
_TOLD = frozenset(("extend", "renew", "amend"))
"""What is told of a state in place of its beginning: in force, renewed 2025-01."""
_OBSERVED = frozenset(("hold", "cooperate"))
"""Verbs that tell what was seen on a day, not what began on it."""
_ONLY: dict[str, tuple[str, str]] = {
    "day": ("日", "day"),
    "month": ("月", "month"),
    "season": ("季節", "season"),
    "quarter": ("四半期", "quarter"),
    "year": ("年", "year"),
    "decade": ("年代", "decade"),
    "century": ("世紀", "century"),
}
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def describe(state: State) -> Text:
    """The state in words."""
    ja, en = _main(state)
    if state.role:
        ja, en = f"{ja}、{state.role.best('ja')}", f"{en}, {state.role.best('en')}"
    if state.scope:
        ja, en = f"{ja}、範囲: {state.scope.best('ja')}", f"{en}, scope: {state.scope.best('en')}"
    return Text(ja=ja, en=en)


def _ja(period: Period | None) -> str:
    return say_period(period, "ja") if period is not None else ""


def status_words(status: str) -> tuple[str, str]:
    """A status of the codebook in Japanese and English."""
    return _STATUS.get(status, (status, status.replace("-", " ")))


def _main(state: State) -> tuple[str, str]:
    if state.status == "unknown":
        return "わかっていない", "nothing known"
    if state.status in ("due", "planned"):
        return _plan(state)
    if not state.certain and state.within is not None:
        return _within(state)
    ja, en = _settled(state)
    if state.within is not None and state.within != state.since:
        ja += f"({_ja(state.within)}の間にも動き、{_all_ja(state.within)})"
        en += f" (another step within {state.within}: {_all_en(state.within)})"
    return ja, en


def _plan(state: State) -> tuple[str, str]:
    day = state.until or state.since
    ja, en = _TO.get(state.target, ("", ""))
    if state.status == "planned":
        return f"{_ja(day)}に{ja}の予定", f"planned for {day}: {en}"
    return f"{_ja(day)}が期限、未確認", f"due {day}, not confirmed"


def _within(state: State) -> tuple[str, str]:
    ja, en = _DONE.get(state.verb, status_words(state.status))
    period = state.within
    assert period is not None
    if state.alternatives:
        dates_ja, dates_en = _either(state.alternatives)
        return f"{dates_ja}に{ja}、出典により異なる", f"{en} {dates_en}, sources differ"
    if period.lower is None:
        return f"{_ja(period.end)}までに{ja}。始まりはわかっていない", f"{en} by {period.end}: since when is not known"
    return f"{_ja(period)}のうちに{ja}。{_all_ja(period)}", f"{en} within {period}: {_all_en(period)}"


def _settled(state: State) -> tuple[str, str]:
    ja, en = status_words(state.status)
    if state.status == "nominated":
        return f"指名済み、承認待ち({_ja(state.known)}現在)", f"nominated, confirmation pending (as of {state.known})"
    if state.every is not None:
        steps_ja, steps_en = _every(state.every)
        return f"{ja}({steps_ja}更新)", f"{en} (renewed every {steps_en})"
    if state.successor:
        return f"退任(後任 {state.successor})", f"left (succeeded by {state.successor})"
    if state.verb in _TOLD:
        return _changed(state, ja, en)
    return _lasting(state, ja, en)


def _lasting(state: State, ja: str, en: str) -> tuple[str, str]:
    """What has held since its beginning, what was last done to it, and when it is to end."""
    when_ja, when_en = _when(state)
    if state.verb in _OBSERVED and state.date and not state.until and state.status in ("held", "open"):
        seen = state.date.end
        ja, en = f"{ja}({_ja(seen)}現在)", f"{en} (as of {seen})"
        if state.since == state.date:
            return ja, en
    ja, en = f"{when_ja}{ja}" if when_ja else ja, f"{en}{when_en}"
    if state.since != state.date and state.verb in _DONE and state.verb not in _OBSERVED:
        done_ja, done_en = _DONE[state.verb]
        ja, en = f"{ja}、{_ja(state.date)}に{done_ja}", f"{en}, {done_en} {state.date}"
    return (f"{ja}、{_ja(state.until)}まで", f"{en}, until {state.until}") if state.until else (ja, en)


def _changed(state: State, ja: str, en: str) -> tuple[str, str]:
    """In force, with the act that made it so: extended to, renewed, amended."""
    done_ja, done_en = _DONE[state.verb]
    if state.alternatives:
        dates_ja, dates_en = _either(state.alternatives)
        return f"{ja}、{dates_ja}に{done_ja}、出典により異なる", f"{en}, {done_en} {dates_en}, sources differ"
    if state.verb == "extend" and state.until is not None:
        return f"{ja}、{_ja(state.until)}まで{done_ja}", f"{en}, {done_en} to {state.until}"
    until_ja, until_en = (f"、{_ja(state.until)}まで", f", until {state.until}") if state.until else ("", "")
    return f"{ja}、{_ja(state.date)}に{done_ja}{until_ja}", f"{en}, {done_en} {state.date}{until_en}"


def _when(state: State) -> tuple[str, str]:
    """Since when, to stand before the Japanese word and after the English one."""
    if state.alternatives:
        ja, en = _either(state.alternatives)
        return f"{ja}から(出典により異なる)", f" since {en}, sources differ"
    since = state.since
    if since is None:
        return "", ""
    if since.interval and since.lower is None:
        return f"遅くとも{_ja(since.end)}から", f" by {since.end}"
    if since.interval and since.upper is not None:
        some_time = f"{_ja(since.begin)}から{_ja(since.end)}の間のいつかから"
        return some_time, f" since some time in {since.begin} to {since.end}"
    if state.status in _POINTS:
        return f"{_ja(since)}に", f" {since}"
    return f"{_ja(since)}から", f" since {since}"


def _either(dates: tuple[Period, ...]) -> tuple[str, str]:
    return "または".join(map(_ja, dates)), " or ".join(map(str, dates))


def _all_ja(period: Period) -> str:
    only = _ONLY.get(period.precision)
    return f"{only[0]}までしかわかっていない" if only else "それより細かい日付はわかっていない"


def _all_en(period: Period) -> str:
    only = _ONLY.get(period.precision)
    return f"the {only[1]} is all that is known" if only else "no closer date is known"


def _every(step: Duration) -> tuple[str, str]:
    if step.months and step.months % 12 == 0 and not step.days:
        return _steps(step.months // 12, "年", "year")
    if step.months and not step.days:
        return _steps(step.months, "か月", "month")
    return _steps(step.days, "日", "day")


def _steps(count: int, ja: str, en: str) -> tuple[str, str]:
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"{count}{ja}ごとに", en if count == 1 else f"{number} {en}s"
