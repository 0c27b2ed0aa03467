"""Names: long forms and acronyms beside one another, blocks of names in the East, and people."""

import pytest

from dualtrack.checks import check_text


def _found(text: str, language: str | None = None) -> list[tuple[str, str]]:
    return [(one.rule, one.computed) for one in check_text(text, language) if one.family == "name"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("It is paid for by the National Aeronautics and Space Agency (NASA).",
         "National Aeronautics and Space Administration"),
        ("NOAA (National Oceanic and Atmospheric Agency) runs it.", "National Oceanic and Atmospheric Administration"),
        ("The data (International Energy Association, IEA) are new.", "International Energy Agency"),
        ("The European Research Commission (ERC) chose twelve.", "European Research Council"),
        ("Die Deutsche Forschungsgesellschaft (DFG) zahlt.", "Deutsche Forschungsgemeinschaft"),
        ("Die Hochschuldirektorenkonferenz (HRK) rät ab.", "Hochschulrektorenkonferenz"),
        ("Die Physikalisch-Technische Bundesbehörde (PTB) prüft.", "Physikalisch-Technische Bundesanstalt"),
        ("Le Centre national pour la recherche scientifique (CNRS) signe.",
         "Centre national de la recherche scientifique"),
        ("The International Panel on Climate Change (IPCC) met.", "Intergovernmental Panel on Climate Change"),
        ("国際原子力機構（IAEA）が査察した。", "国際原子力機関"),
        ("科学技術振興財団（JST）が公募した。", "科学技術振興機構"),
        ("경제개발협력기구(OECD)가 공표했다.", "경제협력개발기구"),
        ("한국연구기금(NRF)은 공고했다.", "한국연구재단"),
        ("世界卫生机构（WHO）发布了报告。", "世界卫生组织"),
    ],
)  # fmt: skip
def test_a_long_form_beside_a_known_acronym(text: str, right: str) -> None:
    assert _found(text) == [("DT905", right)]


@pytest.mark.parametrize(
    "text",
    [
        "The US National Science Foundation (NSF) signed.",
        "The Bulgarian National Science Fund (NSF) signed.",
        "The World Tourism Organization (WTO) signed.",
        "The Czech Academy of Sciences (CAS) signed.",
        "The Agricultural Research Council (ARC) signed.",
        "The Council of Economic Advisers (CEA) signed.",
        "The National Science and Technology Committee (NSTC) signed.",
        "The Organization for Economic Cooperation and Development (OECD) signed.",
        "The German Research Foundation (DFG) signed.",
        "The Japanese Society for the Promotion of Science (JSPS) signed.",
        "The Portuguese Science and Technology Foundation (FCT) signed.",
        "The National Oceanic and Atmospheric Administration's (NOAA) ships",
        "Der Vertrag der Deutschen Forschungsgemeinschaft (DFG) endet.",
        "Die Internationale Atomenergiebehörde (IAEA) berät.",
        "Das Bundesministerium (BMFTR) berät.",
        "Le Commissariat à l'énergie atomique (CEA) a signé.",
        "L'Agence spatiale européenne (ASE) a signé.",
        "欧州宇宙機構（ESA）が署名した。",
        "科学技術振興事業団（JST）が署名した。",
        "유럽연구이사회(ERC)가 서명했다.",
        "經濟合作暨發展組織（OECD）參加了會議。",
    ],
)
def test_translations_older_names_and_other_bodies_are_left_alone(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The Natural Sciences and Engineering Research Council (NSREC) paid.", "NSERC"),
        ("The Japan Society for the Promotion of Science (JPSP) paid.", "JSPS"),
        ("Der Deutsche Akademische Austauschdienst (DADA) vergibt es.", "DAAD"),
        ("Le Centre national de la recherche scientifique (CRNS) signe.", "CNRS"),
        ("宇宙航空研究開発機構（JXAA）が提供する。", "JAXA"),
        ("유럽연구이사회(European Research Council, ECR)가 지원한다.", "ERC"),
        ("国家自然科学基金委员会（NFSC）公布了名单。", "NSFC"),
    ],
)
def test_an_acronym_beside_a_known_name(text: str, right: str) -> None:
    assert _found(text) == [("DT906", right)]


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Science, ICT and Future Planning (MSIP) signed.",
        "The Swiss National Science Foundation (SNSF) signed.",
        "The Institute of Radioprotection and Nuclear Safety (IRSN) signed.",
        "Le Conseil européen de la recherche (CER) finance le projet.",
        "The Department of Energy (DoE) signed.",
    ],
)
def test_other_acronyms_of_a_name_are_left_alone(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The Strategic Research Exchange Programme (SREP) is new. The Strategic Research Equipment Programme (SREP) pays.",
         "Strategic Research Exchange Programme"),
        ("Le CSM (Comité scientifique mixte) siège en mai. Le CSM (Conseil scientifique mixte) rend un avis.",
         "Comité scientifique mixte"),
        ("Der VERBIO (Verbund für Bioökonomie in Franken) ist neu. Der VERBIO (Verein für Bioökonomie in Franken) wächst.",
         "Verbund für Bioökonomie in Franken"),
        ("Der Gemeinsame Ausschuss für Forschungssicherheit (GAF) tagt. Es entscheidet der Gemeinsame Ausschuss für "
         "Forschungsförderung (GAF).", "Gemeinsame Ausschuss für Forschungssicherheit"),
        ("양자정보연구지원센터(QIRC)를 열었다. 양자기술연구지원센터(QIRC)는 인력을 늘렸다.", "양자정보연구지원센터"),
        ("国際量子標準化推進会議（IQSC）を置いた。国際量子技術推進会議（IQSC）は報告した。",
         "国際量子標準化推進会議"),
    ],
)  # fmt: skip
def test_one_acronym_spelled_out_in_two_ways(text: str, other: str) -> None:
    assert _found(text) == [("DT907", other)]


@pytest.mark.parametrize(
    "text",
    [
        "The National Research Foundation (NRF) of Korea signed. In Luxembourg, the National Research Fund (NRF) did.",
        "Joint Research Programmes (JRP) are new. A Joint Research Program (JRP) pays.",
        "The Environmental Protection Agency (EPA) and the Economic Partnership Agreement (EPA) are told apart.",
        "The Joint Committee (JCO) met. The Joint Committee on Cooperation (JCO) will follow.",
        "総合科学技術会議（CSTI）があった。総合科学技術・イノベーション会議（CSTI）に改組された。",
    ],
)
def test_forms_of_one_name_and_bodies_of_two_countries_are_left_alone(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("分析は量子科学技術開発研究機構が行う。", "量子科学技術研究開発機構"),
        ("公募は学術日本振興会が行う。", "日本学術振興会"),
        ("先端材料国際共同研究機構が発足した。先端材料国際研究共同機構は拠点を増やした。", "先端材料国際共同研究機構"),
        ("先端材料国際共同研究機構が発足した。先端材料国際共同硏究機構は拠点を増やした。", "先端材料国際共同研究機構"),
        ("결과는 한국통신전자연구원이 공개한다.", "한국전자통신연구원"),
    ],
)
def test_blocks_of_a_name_exchanged(text: str, right: str) -> None:
    assert _found(text) == [("DT908", right)]


@pytest.mark.parametrize(
    "text",
    [
        "日韓科学技術協力委員会と韓日科学技術協力委員会は同じものである。",
        "東京大学大学院医学系研究科と東京大学大学院農学系研究科が担当した。",
        "長岡技術科学大学と豊橋技術科学大学が参加した。",
        "第一専門委員会と第二専門委員会を置く。",
        "中央教育審議会と中央環境審議会が答申した。",
    ],
)
def test_other_bodies_are_no_exchange(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Dr Annelise Bergström leads it. According to Dr Bergstörm, posts are vacant.", "Bergström"),
        ("Mme Sylvie Retailleau a parlé. Madame Reatilleau a signé.", "Retailleau"),
        ("Selon la commissaire Ekaterina Zaharieva, il est prêt. Madame Zahareiva l'a confirmé.", "Zaharieva"),
        ("坂口志文氏が講演した。坂口史文氏は若手の育成を訴えた。", "坂口志文"),
        ("배경훈 부총리가 말했다. 이어 배경운 부총리는 서명했다.", "배경훈"),
    ],
)
def test_a_person_in_two_spellings(text: str, right: str) -> None:
    assert _found(text) == [("DT909", right)]


@pytest.mark.parametrize(
    "text",
    [
        "Ms Hansen opened the session. Mr Hanson replied.",
        "Mr Johnson, Mr Johnston and Ms Johansson served on the panel.",
        "山田一郎氏が講演した。山田二郎氏も講演した。",
        "青山太郎教授が発表した。青木太郎教授も発表した。",
        "Mr Peter Hansson spoke. Mr Paul Hanson replied.",
    ],
)
def test_two_people_are_left_alone(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Le réseau SIRTAC livre. L'entretien revient à SITRAC, avec un contrat.", "SIRTAC"),
        ("KAERI signed in March. In May KEARI reported on it.", "KAERI"),
    ],
)
def test_two_acronyms_with_letters_turned(text: str, right: str) -> None:
    assert _found(text) == [("DT901", right)]


def test_acronyms_of_two_languages_are_no_slips() -> None:
    for text in (
        "Italy's National Research Council (CNR) and Canada's National Research Council (NRC) signed.",
        "The programme of CIHR is new. CIHRs budget is open. CIHR said so.",
        "NASA, NSA, NIAID, NIAMS and NIGMS sent staff.",
    ):
        assert _found(text) == []


def test_a_short_name_of_two_words_with_letters_turned() -> None:
    assert _found("The call is part of Horizon Eurpoe and open to all.") == [("DT904", "Horizon Europe")]
