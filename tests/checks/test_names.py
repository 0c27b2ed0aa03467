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


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("地域みらい人材育成事業を始めた。翌年度、地域未来人材育成事業を拡大した。", "地域みらい人材育成事業"),
        ("地域こども見守り支援事業は2年目である。地域子ども見守り支援事業の対象は小学生である。", "地域こども見守り支援事業"),
        ("「みなと共創プログラム」を始めた。市は「みなと競創プログラム」の予算を倍増する。", "みなと共創プログラム"),
        ("『南川市中小企業振興条例』を定めた。『南川市中小企業新興条例』第4条による。", "南川市中小企業振興条例"),
        ("地域導入推進事業を公募した。地域導入促進事業には14件の応募があった。", "地域導入推進事業"),
        ("北嶺県医療連携推進会議は意見を取りまとめた。県は北嶺県医療連携推進委員会の意見を踏まえる。", "北嶺県医療連携推進会議"),
        ("□ 모두온 돌봄사업 개요\n ㅇ 대상은 초등학생\n□ 실적\n ㅇ 모두올 돌봄사업 참여 아동은 많다", "모두온 돌봄사업"),
        ("'누리봄 청년사업'은 2022년에 시작되었다. 올해 '누리본 청년사업'에는 많이 참여하였다.", "누리봄 청년사업"),
        ("“海洋碳汇监测工程”立项。今年，“海洋碳汇监侧工程”投入3亿元。", "海洋碳汇监测工程"),
        ("Das Programm „Zukunft im ländlichen Raum“ läuft. Die „Zukunft im ländlichen Ruam“ endet.",
         "Zukunft im ländlichen Raum"),
    ],
)  # fmt: skip
def test_a_quoted_name_or_one_that_ends_with_its_kind_comes_back_miswritten(text: str, right: str) -> None:
    assert _found(text) == [("DT910", right)]


@pytest.mark.parametrize(
    "text",
    [
        "「地域共創推進事業」と「地域共創促進事業」は別の事業である。",
        "「第3期環境基本計画」を踏まえた。「第4期環境基本計画」を策定する。",
        "旧称の「地域連携推進事業」は終わった。「地域連携促進事業」に改称された。",
        "医療対策協議会の下に、県は組織を置く。国民健康保険運営協議会が答申した。国民健康保険運営委員会は任意である。",
        "「道路橋点検要領」を定めた。「道路橋点検要項」は古い。",
        "「スマート農業実証プロジェクト」は終わった。「スマート農業実装プロジェクト」が始まる。",
        "신청한 지원사업은 12개이다. 신청할 지원사업은 8개이다.",
        "한빛동 돌봄센터는 3월에 문을 열었다. 한밭동 돌봄센터는 5월에 문을 열었다.",
        "Mittel der „Digitalen Region“ flossen. Das Programm „Digitale Region“ startete.",
        'The "Creating Futures" scheme was renamed. It is "Creating Features" now.',
    ],
)
def test_names_that_are_two_or_renamed_are_left_alone(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("科学技術振興機構(JSPS)を通じて支援する。", "JST"),
        ("한국노동연구원(KIHASA)이 수행한다.", "KLI"),
        ("국회예산정책처(NARS)가 추계하였다.", "NABO"),
        ("The National Institutes of Health (NSF) pay.", "NIH"),
    ],
)
def test_the_acronym_of_another_body(text: str, right: str) -> None:
    assert _found(text) == [("DT911", right)]


@pytest.mark.parametrize(
    "text",
    [
        "文部科学省(NISTEP)の調査によれば、横ばいである。",
        "理化学研究所(JST事業)で得られた。",
        "国際連合(UNESCO)の統計による。",
        "The European Commission (ERC) pays.",
        "The National Research Council (NRF) pays.",
    ],
)
def test_a_body_with_what_belongs_to_it_is_left_alone(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("国立社会保障・人口研究所の推計を用いた。", ("DT904", "国立社会保障・人口問題研究所")),
        ("労働政策研修・研究機構の報告書による。", ("DT904", "労働政策研究・研修機構")),
        ("預金の保護は予金保険機構が担う。", ("DT904", "預金保険機構")),
        ("内閣府総合科学技術・イノベーシション会議は答申した。", ("DT904", "総合科学技術・イノベーション会議")),
        ("과학정보기술통신부는 교육을 제공해 왔다.", ("DT908", "과학기술정보통신부")),
        ("国連高等難民弁務官事務所(UNHCR)の報告書による。", ("DT905", "国連難民高等弁務官事務所")),
        ("유엔기후변화협약(UNFCCC)에 제출한다. UNFCC 사무국이 모은다.", ("DT901", "UNFCCC")),
        ("ハイドロリンク・プロジェクトを始めた。ハイドロリング・プロジェクトは続く。",
         ("DT902", "ハイドロリンク・プロジェクト")),
        ("Les partenariats Hubert Curien existent. Chaque partenariat Hubert Curie est cofinancé par le pays.",
         ("DT902", "Hubert Curien")),
        ("○斉藤隆一委員 賛成である。\n○事務局 承知した。\n○斎藤隆一委員 次回に示してほしい。", ("DT909", "斉藤隆一")),
        ("○ 위원장 이재현: 개의합니다.\n○ 위원장 이제현: 계십니까?", ("DT909", "이재현")),
    ],
)  # fmt: skip
def test_other_wrong_forms_of_bodies_and_people(text: str, finding: tuple[str, str]) -> None:
    assert finding in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "科学技術・学術政策研究所(旧科学技術政策研究所)が公表した。科学技術政策研究所の名義の報告書もある。",
        "選考は日本文学振興会が行った。",
        "県産業技術研究所が試験した。",
        "斉藤花子委員は賛成した。斎藤太郎委員は反対した。",
        "佐藤恵子教授が報告した。その後、佐藤恵美教授が補足した。",
        "위원 김민수: 찬성합니다.\n위원 김민주: 반대합니다.",
        "中央地域包括支援センターは駅前にある。中央地区包括支援センターは旧市街にある。",
        "Les bourses Jean Martin existent. Chaque bourse Jean Martine est unique.",
    ],
)
def test_other_bodies_and_people_are_left_alone(text: str) -> None:
    assert _found(text) == []
