"""Public bodies outside the field of the codebook, whose names are checked as those of the codebook are."""

from dataclasses import dataclass

_BY_ACRONYM = {
    "JP": """
    IPSS 国立社会保障・人口問題研究所
    PMDA 医薬品医療機器総合機構
    JILPT 労働政策研究・研修機構
    JBIC 国際協力銀行
    SMRJ 中小企業基盤整備機構
    NITE 製品評価技術基盤機構
    NITS 教職員支援機構
    JEED 高齢・障害・求職者雇用支援機構
    GPIF 年金積立金管理運用独立行政法人
    NUMO 原子力発電環境整備機構
    OCCTO 電力広域的運営推進機構
    RIETI 経済産業研究所
    NIED 防災科学技術研究所
    NIID 国立感染症研究所
    """,
    "KR": """
    KDI 한국개발연구원
    KDB 한국산업은행
    KIHASA 한국보건사회연구원
    KLI 한국노동연구원
    KIEP 대외경제정책연구원
    KIET 산업연구원
    KEI 한국환경연구원
    KEEI 에너지경제연구원
    KRIHS 국토연구원
    KREI 한국농촌경제연구원
    KEDI 한국교육개발원
    KICE 한국교육과정평가원
    KRIVET 한국직업능력연구원
    KIPA 한국행정연구원
    KWDI 한국여성정책연구원
    NYPI 한국청소년정책연구원
    KIPF 한국조세재정연구원
    KISDI 정보통신정책연구원
    KOTI 한국교통연구원
    KMI 한국해양수산개발원
    KICJ 한국형사·법무정책연구원
    KOTRA 대한무역투자진흥공사
    EDCF 대외경제협력기금
    KISA 한국인터넷진흥원
    NABO 국회예산정책처
    NARS 국회입법조사처
    HIRA 건강보험심사평가원
    NHIS 국민건강보험공단
    KDCA 질병관리청
    KEPCO 한국전력공사
    KEA 한국에너지공단
    KOSME 중소벤처기업진흥공단
    KIBO 기술보증기금
    KODIT 신용보증기금
    NIPA 정보통신산업진흥원
    KCCI 대한상공회의소
    BOK 한국은행
    KETI 한국전자기술연구원
    """,
    "": """
    UNHCR 国連難民高等弁務官事務所 유엔난민기구
    UNICEF 유엔아동기금
    UNFPA 国連人口基金
    UNFCCC 유엔기후변화기본협약
    WFP 国連世界食糧計画 세계식량계획
    OHCHR 国連人権高等弁務官事務所
    UNODC 国連薬物犯罪事務所
    ILO 国際労働機関 국제노동기구
    ICAO 国際民間航空機関
    AIIB アジアインフラ投資銀行 아시아인프라투자은행
    ICRC 赤十字国際委員会
    IFRC 国際赤十字・赤新月社連盟
    IBRD 国際復興開発銀行 국제부흥개발은행
    IOM 国際移住機関 국제이주기구
    EBRD 欧州復興開発銀行
    WOAH 国際獣疫事務局
    """,
}
"""By country, none for international ones: an acronym, and the names it stands for."""
_BARE = """
    地方公共団体情報システム機構 地域経済活性化支援機構 預金保険機構 公正取引委員会 個人情報保護委員会
    原子力規制委員会 中央労働委員会 中央教育審議会 労働政策審議会 社会保障審議会 経済財政諮問会議
    全国健康保険協会 国民健康保険中央会 社会保険診療報酬支払基金 全国社会福祉協議会
    全国都道府県議会議長会 全国町村議会議長会
    농림축산식품부 식품의약품안전처 개인정보보호위원회 국민권익위원회 공정거래위원회 금융감독원
    금융위원회 방송통신위원회 원자력안전위원회 저출산고령사회위원회 국가인권위원회 경제사회노동위원회
    한국산업안전보건공단 한국장애인고용공단 한국고용정보원 한국사회보장정보원 근로복지공단
"""
"""Names without an acronym in common use."""
_FORMER = (
    "科学技術政策研究所",
    "高齢・障害者雇用支援機構",
    "大学評価・学位授与機構",
    "総合科学技術会議",
    "한국정보화진흥원",
    "한국직업능력개발원",
)
"""Names of old, which are no slips of those of now."""


@dataclass(frozen=True, slots=True)
class Body:
    """A public body.

    Attributes:
        acronym: Its acronym.
        country: ISO 3166 code; empty for an international one.
        names: Its names in characters of the East.
    """

    acronym: str
    country: str
    names: tuple[str, ...]


BODIES = tuple(
    Body(acronym, country, tuple(names))
    for country, table in _BY_ACRONYM.items()
    for acronym, *names in map(str.split, table.strip().splitlines())
)
NAMES = (*(name for body in BODIES for name in body.names), *_BARE.split(), *_FORMER)
