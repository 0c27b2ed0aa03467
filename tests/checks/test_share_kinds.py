"""Kinds of shares and sums: told across sentences, before their parts, in lines, of owners, by verbs of adding."""

import pytest

from dualtrack.checks import check_text

WRONG_SHARES = [
    ("en", "Of the 300 sites visited, 90 lacked a permit. The failure rate was thus 36%."),
    ("en", "The city pays EUR 9 million of the bridge, which costs EUR 45 million. Its share is therefore 30%."),
    ("en", "At 52%, turnout was the lowest in years: only 1,320 of the 3,000 members voted."),
    ("en", "- Proposals received: 300\n- Proposals funded: 45\n- Success rate: 19%"),
    ("en", "The port is owned 52% by the state, 33% by the city and 25% by a bank."),
    ("de", "Es gingen 500 Skizzen ein, von denen 60 ausgewählt wurden (Bewilligungsquote: 18 Prozent)."),
    ("de", "Der Frauenanteil von 44 Prozent (27 von 90 Stellen) blieb gleich."),
    ("de", "Von 400 Betrieben waren 60 und damit 20 Prozent betroffen."),
    ("de", "Befragt wurden 1.200 Betriebe. Bei 300 von ihnen, also bei mehr als einem Drittel, fehlte ein Nachweis."),
    ("de", "Gut drei Viertel der 400 Befragten, nämlich 264, stimmten zu."),
    ("fr", "Le coût est de 40 M€ ; la région y contribue à hauteur de 10 M€. Sa participation s'élève donc à 35 %."),
    (
        "fr",
        "La Cour a vu 800 actes. Elle a relevé une erreur dans 80 d'entre eux, ce qui représente un acte sur quatre.",
    ),
    ("fr", "Ce sont 72 % des 500 agents concernés, autrement dit 310 personnes, qui ont accepté."),
    ("ja", "評議員は現在40人である。そのうち女性は10人で、女性比率は35.0%である。"),
    ("ja", "回答した1,200団体のうち600団体が済ませた。全体の3分の2が終えたことになる。"),
    ("ja", "人件費が12兆円と、総額80兆円の25.0%を占めている。"),
    ("ko", "신청은 모두 800건이었다. 그중 받아들여진 것은 160건으로, 인용률은 26.0%였다."),
    ("ko", "재적위원 45명 가운데 찬성 21명, 반대 24명으로, 안건이 재적위원 과반의 찬성을 얻었다."),
]
RIGHT_SHARES = [
    ("en", "Of the 300 sites visited, 90 lacked a permit. The failure rate was thus 30%."),
    ("en", "Of the 300 sites visited, 90 lacked a permit. The interest rate is therefore 3%."),
    ("en", "The city pays EUR 9 million of EUR 45 million. Its share of all bridges is therefore 30%."),
    ("en", "- Firms asked: 2,000\n- Answers: 800\n- Response rate of large firms: 62%"),
    ("en", "The road was financed 50% by the Union in phase one and 60% by the state in phase two."),
    ("de", "Es gab 480 Anträge, 120 wurden bewilligt. Die Förderquote beträgt 80 Prozent der Kosten."),
    ("de", "Die Betriebe gehören zu 80 Prozent einem Verband an, zu 45 Prozent einer Innung."),
    ("de", "Gut die Hälfte der 120 Gemeinden, nämlich 64, hat geantwortet."),
    ("fr", "Les agents sont satisfaits à 71 % de leurs horaires, à 64 % de leur salaire et à 58 % de leurs locaux."),
    ("ja", "職員は200人である。そのうち技術職は80人で、女性比率は32.0%である。"),
    ("ko", "회원 600명 중 150명이 응답하였다. 응답자의 3분의 2가 찬성한 셈이다."),
]
WRONG_SUMS = [
    ("en", "Loans of EUR 120 million and grants of EUR 45 million bring total support to EUR 175 million."),
    ("en", "The panel issued 700 opinions. These were 410 favourable, 205 conditional and 105 negative opinions."),
    ("de", "Zusammen mit den 12 Stellen im Innendienst ergeben die 30 Stellen im Außendienst 45 Stellen."),
    ("fr", "Aux 60 M€ de l'État s'ajoutent 20 M€ des régions, ce qui porte le total à 90 M€."),
    ("fr", "La cour a rendu 900 décisions. Il s'agit de 500 jugements, de 300 ordonnances et de 150 avis."),
    ("ja", "「調査」に30億円、「整備」に75億円、「広報」に15億円を充てる。三つの柱の合計は130億円である。"),
    ("ja", "回答した団体は400団体で、無回答はなかった。回答は「済み」が180、「検討中」が140、「予定なし」が90である。"),
    ("ja", "採択された24拠点の地域別の数は、関東7、近畿8、中国・四国5、九州6である。"),
    ("ko", "대상은 중앙 소관 1,200건과 지방 소관 2,400건을 합하면 3,700건에 이른다."),
]
RIGHT_SUMS = [
    ("en", "Grants of 35 million and loans of 27 million bring support since 2015 to 70 million."),
    (
        "en",
        "Grants of EUR 40 million and loans of EUR 20 million bring support to EUR 65 million with a EUR 5 million gift.",
    ),
    ("en", "The law has 60 articles. These are grouped in 4 parts, 12 chapters and 30 sections."),
    ("de", "Über 500 Betriebe wurden gefördert, und zwar 310 im Handwerk und 204 im Handel."),
    ("fr", "Plus de 700 exploitations ont été aidées, à savoir 455 en viticulture et 268 en arboriculture."),
    ("fr", "Près de 700 exploitations ont été aidées, à savoir 455 en viticulture et 238 en arboriculture."),
    ("fr", "Aux 120 agents s'ajoutent 40 contractuels et une dizaine de stagiaires, ce qui porte l'effectif à 170."),
    ("fr", "Parmi les 230 communes, 150 citent les coûts et 120 le personnel, certaines citant les deux motifs."),
    ("ja", "作業部会は、医師5名、看護師4名、自治体職員3名ら計15名で構成する。"),
    ("ja", "企業120社、大学35校、法人28団体の合わせて180を超える団体が加わった。"),
    ("ko", "대학 45곳, 기업 198곳을 합쳐 240여 곳이 참여하였다."),
    ("ko", "전화 1,850명, 방문 1,240명이며, 둘을 모두 이용한 290명을 한 번만 세면 총 2,800명이다."),
]


def families(text: str, language: str) -> set[str]:
    """The families of what fails in a text."""
    return {finding.family for finding in check_text(text, language) if finding.fails}


@pytest.mark.parametrize(("language", "text"), WRONG_SHARES)
def test_a_share_that_its_part_and_whole_do_not_make_is_found(language: str, text: str) -> None:
    assert "share" in families(text, language)


@pytest.mark.parametrize(("language", "text"), WRONG_SUMS)
def test_a_total_that_its_parts_do_not_make_is_found(language: str, text: str) -> None:
    assert "sum" in families(text, language)


@pytest.mark.parametrize(("language", "text"), [*RIGHT_SHARES, *RIGHT_SUMS])
def test_nothing_is_said_of_what_claims_nothing(language: str, text: str) -> None:
    assert not families(text, language) & {"share", "sum"}
