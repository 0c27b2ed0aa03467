"""Anniversaries: the year of a founding, the number of the anniversary and the year in which it is kept."""

import re
from collections.abc import Iterator

from dualtrack.checks.context import Context
from dualtrack.checks.finding import Finding
from dualtrack.checks.hints import Hint
from dualtrack.checks.rule import rule
from dualtrack.checks.whole import whole
from dualtrack.model import Text

_HINT = Hint(r"anniver|jähr|jubil|周年|주년")
_KEPT_IN = "(?P<y>(?:18|19|20)[0-9][0-9])"
_FOUNDED_IN = "(?P<f>(?:18|19|20)[0-9][0-9])"
_NUMBER = r"(?P<n>[0-9]{1,3})"
_ON = r"[^.;\d]{0,60}"
_EN_FOUNDED = (
    r"\b(?:founded|founding|established|establishment|created|creation|set up|signed|signing|signature|concluded|"
    r"conclusion|launched|launch|opened|opening|adopted|adoption|accession)"
)
_EN_KEEPS = r"\b(?:celebrat\w+|mark\w*|commemorat\w+|observ\w+|kept)"
_EN_NUMBER = rf"{_NUMBER}(?:st|nd|rd|th) anniversary"
_EN_KEPT = rf"{_EN_KEEPS} (?:the|its|their|our) {_EN_NUMBER}"
_EN_OWN = rf"{_EN_KEEPS} (?:its|their|our) {_EN_NUMBER}"
_EN_OF = r"(?: of(?: (?!with|by|through|at|in|for|via|under|using|and)[\w'’-]+){0,7})?,? "
_DE_KEPT = "(?:feierte|feiert|beging|begeht)"
_DE_NUMBER = rf"{_NUMBER}-jähriges? (?:Bestehen|Jubiläum)"
_DE_THEN = (
    r"(?:;|,| –|\.) ?(?:es |sie |er )?(?:wurde |war )?(?:es )?gegründet (?:wurde |worden )?"
    r"(?:es |sie |er )?(?:im Jahr )?"
)
_FR_FOUNDED = (
    "(?:création|fondation|signature|fondée?|créée?|signée?|lancement|lancée?|ouverture|conclue?|entrée en vigueur)"
)
_FR_KEPT = rf"(?:fêt|célébr|commémor|marqu)\w+ (?:le|son|leur) {_NUMBER}e anniversaire"
_FR_OWN = rf"(?:fêt|célébr|commémor|marqu)\w+ (?:son|leur) {_NUMBER}e anniversaire"
_FR_OF = r"(?: d[eu](?: (?!avec|par|lors|dans|à|au|en|et)[\w'’-]+){0,6})? "
_JA_DAY = r"年(?:\d{1,2}月)?に"
_JA_FOUNDED = "(?:設立|創設|締結|発足|開設|署名|創立|発効)"
_JA_OF = rf"(?:された|した)[^。、\dがをでとは]{{1,24}}(?:の|が)(?:{_JA_FOUNDED})?"
_KO_DAY = r"년(?: \d{1,2}월)?에"
_KO_FOUNDED = "(?:설립|창설|체결|출범|개소|서명|발효)"
_KO_OF = rf"(?:된|한) [^.,\d은는을를이가]{{1,24}}의 (?:{_KO_FOUNDED} )?"
_PATTERNS = {
    language: tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
    for language, patterns in {
        "en": (
            rf"\bIn {_KEPT_IN},? {_ON}{_EN_KEPT}{_EN_OF}{_EN_FOUNDED} (?:in )?{_FOUNDED_IN}\b",
            rf"\bIn {_KEPT_IN},? {_ON}{_EN_KEPT} of (?:the|its|their) {_FOUNDED_IN}\b",
            rf"\bIn {_KEPT_IN},? {_ON}, {_EN_FOUNDED} in {_FOUNDED_IN}, {_EN_OWN}",
            rf"{_EN_KEPT} of (?:the|its|their) {_FOUNDED_IN}(?: [\w'’-]+){{1,5}} in {_KEPT_IN}\b",
            rf"{_EN_FOUNDED} in {_FOUNDED_IN},? {_ON}{_EN_OWN} in {_KEPT_IN}\b",
        ),
        "de": (
            rf"\b{_KEPT_IN} {_DE_KEPT}{_ON} (?:sein|ihr)e?n? {_DE_NUMBER}{_DE_THEN}{_FOUNDED_IN}\b",
            rf"\b{_FOUNDED_IN} gegründete{_ON} {_DE_KEPT} (?:im Jahr )?{_KEPT_IN} (?:sein|ihr)e?n? {_DE_NUMBER}",
        ),
        "fr": (
            rf"\bEn {_KEPT_IN},? {_ON}{_FR_KEPT}{_FR_OF}{_FR_FOUNDED} (?:en |de )?{_FOUNDED_IN}\b",
            rf"\b{_FR_FOUNDED} en {_FOUNDED_IN},? {_ON}{_FR_OWN} en {_KEPT_IN}\b",
        ),
        "ja": (
            rf"{_KEPT_IN}{_JA_DAY}は?、?[^。\d]{{0,24}}{_FOUNDED_IN}{_JA_DAY}{_JA_FOUNDED}{_JA_OF}{_NUMBER}周年",
            rf"{_FOUNDED_IN}{_JA_DAY}{_JA_FOUNDED}[^。\d]{{1,40}}{_KEPT_IN}{_JA_DAY}は?、?(?:{_JA_FOUNDED})?{_NUMBER}周年",
        ),
        "ko": (
            rf"{_KEPT_IN}{_KO_DAY}는? ?[^.\d]{{0,24}}{_FOUNDED_IN}{_KO_DAY} ?{_KO_FOUNDED}{_KO_OF}{_NUMBER}주년",
            rf"{_FOUNDED_IN}{_KO_DAY} ?{_KO_FOUNDED}[^.\d]{{1,40}}{_KEPT_IN}{_KO_DAY}는? ?"
            rf"(?:창립|{_KO_FOUNDED})? ?{_NUMBER}주년",
        ),
    }.items()
}
_LOOSE = re.compile(
    r"\b(?:upcoming|approaching|ahead of|eve of|run-up|late|belated|delayed|postponed|Vorfeld|verspätet|nachgeholt|"
    r"en vue|report)|控え|向け|前に|遅れ|延期|앞두|앞서|연기",
    re.IGNORECASE,
)
"""The anniversary is near, or is kept late."""


@rule(
    "DT605",
    family="period",
    severity="error",
    title=Text(ja="周年の数が年と合わない", en="An anniversary does not fit its years"),
    explanation=Text(
        ja="「2024年には、2012年に設立された…の10周年」のように、始まりの年と記念の年の差を周年の数と比べる。記念の前後の年を述べる"
        "文は見ない。",
        en="Compares the number of an anniversary with the year it is kept in and the year of what it remembers, where "
        "one sentence tells all three. Sentences that look ahead to it or keep it late are left alone.",
    ),
    wrong=Text(
        ja="2024年には、2012年に設立された同センターの10周年を祝った。",
        en="In 2024 the partners celebrated the 10th anniversary of the agreement signed in 2012.",
    ),
    right=Text(
        ja="2024年には、2014年に設立された同センターの10周年を祝った。",
        en="In 2024 the partners celebrated the 10th anniversary of the agreement signed in 2014.",
    ),
)
def anniversaries(context: Context) -> Iterator[Finding]:
    """Anniversaries that do not fit their years."""
    for sentence in whole(context):
        if sentence.digits < 3 or not sentence.has(_HINT) or _LOOSE.search(sentence.text):
            continue
        for pattern in _PATTERNS.get(sentence.language, ()):
            match = pattern.search(sentence.text)
            if match is None:
                continue
            years = int(match["y"]) - int(match["f"])
            if years != int(match["n"]):
                yield context.finding(
                    sentence.start + match.start(),
                    sentence.start + match.end(),
                    f"{match['f']}年から{match['y']}年は{years}年で、{match['n']}周年ではない",
                    f"From {match['f']} to {match['y']} is {years} years, not {match['n']}",
                    stated=match["n"],
                    computed=str(years),
                    reason=f"{match['y']} less {match['f']}",
                )
            break
