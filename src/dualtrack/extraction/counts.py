"""What numbers count: people, researchers, projects, papers, countries; and ranks."""

import re
from functools import lru_cache

from dualtrack.extraction.lexicon import Lexicon

_LATIN: dict[str, dict[str, str]] = {
    "en": {
        "people": "people|persons|individuals|participants|staff|employees|workers|jobs|experts|applicants|visitors|delegates|members",
        "researchers": "researchers|scientists|scholars|fellows|postdocs|academics|engineers|professors|investigators",
        "students": "students|phd students|doctoral students|graduates|undergraduates|doctoral candidates",
        "projects": "projects|programmes|programs|initiatives", "papers": "papers|publications|articles",
        "patents": "patents|patent applications", "institutions": "institutions|organisations|organizations|institutes|agencies|laboratories|labs|centres|centers",
        "universities": "universities|colleges", "companies": "companies|firms|businesses|start-ups|startups|smes|enterprises",
        "countries": "countries|nations|member states|economies|states", "grants": "grants|awards|fellowships|scholarships|visas",
        "proposals": "proposals|applications", "agreements": "agreements|memoranda|treaties", "divisions": "divisions|departments|directorates",
    },
    "de": {
        "people": "personen|menschen|beschäftigte|mitarbeitende|mitarbeiter|teilnehmer|teilnehmende|arbeitsplätze|stellen|fachkräfte",
        "researchers": "forscher|forschende|forscherinnen|wissenschaftler|wissenschaftlerinnen|forschenden",
        "students": "studierende|studenten|promovierende|doktoranden", "projects": "projekte|vorhaben|projekten|programme",
        "papers": "publikationen|veröffentlichungen|artikel", "patents": "patente|patentanmeldungen", "institutions": "einrichtungen|institute|institutionen|zentren",
        "universities": "universitäten|hochschulen", "companies": "unternehmen|firmen|start-ups", "countries": "länder|staaten|ländern|mitgliedstaaten",
        "grants": "stipendien|förderungen", "proposals": "anträge",
    },
    "fr": {
        "people": "personnes|participants|emplois|salariés|agents|postes", "researchers": "chercheurs|scientifiques|chercheuses|enseignants-chercheurs",
        "students": "étudiants|doctorants|étudiantes", "projects": "projets|programmes", "papers": "publications|articles", "patents": "brevets",
        "institutions": "institutions|organismes|établissements|laboratoires|centres", "universities": "universités", "companies": "entreprises|start-up|pme",
        "countries": "pays|états membres|etats membres", "grants": "bourses|subventions", "proposals": "propositions|candidatures",
    },
}  # fmt: skip
_EAST_ASIAN: dict[str, dict[str, str]] = {
    "ja": {
        "people": "人|名", "researchers": "人の研究者|名の研究者", "students": "人の学生|人の留学生|名の学生", "items": "件",
        "projects": "件のプロジェクト|プロジェクト|の研究プロジェクト|つのプロジェクト|つの研究プロジェクト|課題|の事業|件の研究課題",
        "papers": "本の論文|報の論文|編の論文|論文|報", "countries": "か国|カ国|ヶ国|ヵ国|ケ国|箇国|国", "companies": "社", "universities": "大学|校",
        "institutions": "機関|研究機関|の研究機関|の研究所|研究所", "divisions": "の部門|部門|部局", "fields": "分野|セクター|の高成長セクター|つの分野|領域",
        "things": "つ|個|基|か所|カ所|ヶ所|箇所|拠点|種|項目",
    },
    "ko": {
        "people": "명|인", "items": "건", "things": "개", "projects": "개 과제|개 사업|개 프로젝트|과제|건의 과제", "papers": "편", "countries": "개국|개 국가|개 나라",
        "companies": "개사|개 기업|개 회사", "universities": "개 대학|개교", "institutions": "개 기관|개 연구소|개 연구기관",
    },
    "zh": {
        "people": "人|名|人次", "researchers": "名研究人员|名科学家|名科研人员|位科学家", "students": "名学生|名博士生|名留学生", "projects": "个项目|项|个课题|項|个科研项目",
        "papers": "篇|篇论文", "patents": "件|件专利|项专利", "countries": "个国家|国|個國家", "companies": "家企业|家公司|家|家高新技术企业", "universities": "所大学|所高校|所",
        "institutions": "个机构|家机构|个研究机构|家科研机构|个实验室", "things": "个|個",
    },
}  # fmt: skip
_FOLLOW = re.compile(
    r"(?P<人>人)(?![工文材間体格権権口気民類種員事物])|(?P<国>国)(?![間際内家民立会連務防籍土産外営境])|(?P<社>社)(?![会長員説])|"
    r"(?P<名>名)(?![称義前目])|(?P<件>件)(?![費名])|(?P<個>個)(?![人別体々月])|(?P<つ>つ)(?![つけか])|(?P<基>基)(?![準本盤礎金])|(?P<項>項)|"
    r"(?P<报>報)(?![告道])|(?P<校>校)(?![長])|(?P<家>家)(?![庭])|(?P<种>種)(?![類別])|(?P<个>个)(?![月人别百])|(?P<项>项)(?![目])|(?P<所>所)(?![以有谓])|"
    r"(?P<명>명)(?![가-힣])|(?P<명조>명)(?=[이을의은에과으])|(?P<개>개)(?!월|년|국|[발혁선정])|(?P<건>건)(?![강설물])|(?P<편>편)(?![성집])|(?P<인>인)(?![가-힣])"
)
_GUARDED = frozenset("人国社名件個つ基項報校家種个项所명개건편인")


@lru_cache(maxsize=16)
def count_nouns(language: str) -> Lexicon[str]:
    """The things counted in a language, with their unit keys."""
    table = _EAST_ASIAN.get(language) or _LATIN.get(language) or _LATIN["en"]
    return Lexicon({noun: unit for unit, nouns in table.items() for noun in nouns.split("|")})


_ADJECTIVE = re.compile(r"(?:[A-Za-zÀ-ÿ][a-zà-ÿ-]{2,20}[ -])", re.ASCII if False else 0)
_NAMED = re.compile(
    r"(?:\b[A-Z]\w*|Article|Section|Chapter|Pillar|Phase|Annex|Artikel|Kapitel|Abschnitt|Horizont|No\.|n°|Nr\.|第|제)\s?$"
)


def match_count(text: str, place: int, language: str) -> tuple[int, str] | None:
    """The end and the unit of the thing counted that starts at ``place``; one adjective may stand before it."""
    nouns = count_nouns(language)
    found = nouns.match(text, place)
    if found is None and language in _LATIN:
        adjective = _ADJECTIVE.match(text, place)
        found = nouns.match(text, adjective.end()) if adjective else None
    if found is None:
        return None
    noun = text[place : found[0]]
    if language == "en" and noun[0].isupper() and noun.lower() not in ("member states", "phd students"):
        return None  # 123 Agreements: a name
    if noun in _GUARDED and not _FOLLOW.match(text, place):
        return None
    return found


def is_named(text: str, start: int) -> bool:
    """True where a word before the number makes it part of a name: Horizon 2020, Article 5, 第2."""
    return bool(_NAMED.search(text[max(0, start - 12) : start]))


_RANK_AFTER = {
    "ja": re.compile(r"位(?!置)"),
    "ko": re.compile(r"\s?위(?![가-힣])|\s?위(?=[를를로에의인권])"),
    "zh": re.compile(r"[位名](?=[，。、；,.\s]|$)|位"),
    "en": re.compile(r"(?:st|nd|rd|th) (?:place|in the world|globally|worldwide|rank)"),
    "de": re.compile(r"(?!)"),
    "fr": re.compile(r"(?:e|er|ème) (?:rang|place|mondial)"),
}
_RANK_BEFORE = {
    "ja": re.compile(r"(?:第|世界|国内|トップ|首位から)$"),
    "ko": re.compile(r"(?:제|세계|순위|전체|에서|에) ?$"),
    "zh": re.compile(r"(?:第|排名|位列|居|世界)$"),
    "en": re.compile(r"\b(?:rank(?:s|ed|ing)?|place[ds]?|position|number|No\.) (?:at )?(?:number |No\. ?|#)?$"),
    "de": re.compile(r"\b(?:Platz|Rang)\s$"),
    "fr": re.compile(r"\b(?:rang|place|classée?) (?:numéro )?$"),
}


def match_rank(text: str, start: int, end: int, language: str) -> int | None:
    """The end of a rank (世界第3位, ranks 5th) whose number is at ``start:end``; None where it is none."""
    after = _RANK_AFTER.get(language)
    found = after.match(text, end) if after else None
    before = _RANK_BEFORE[language].search(text[max(0, start - 16) : start]) if language in _RANK_BEFORE else None
    if language in ("ja", "ko", "zh", "fr"):
        return found.end() if found and (before or language in ("ja", "ko", "fr")) else None
    if found:
        return found.end()
    return end if before and language == "de" else None
