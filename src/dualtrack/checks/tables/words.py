"""Words at the edges of tables, in ja, en, ko, de, fr and zh: what a head says its row or column holds."""

import re

_I = re.IGNORECASE

TOTAL = re.compile(
    r"\W*(?:(?:grand |sub-?|overall |sous-|running )?totals?|totaux|合\s*計|総\s*計|総\s*額|総\s*数|小\s*計|"
    r"計|合计|总计|总额|总数|小计|合\s*계|"
    r"총\s*계|총\s*액|총\s*합계|소\s*계|전\s*체|계|Summe|Gesamt|(?:Gesamt|End|Zwischen)(?:summe|betrag|ergebnis|"
    r"zahl)|Insgesamt|zusammen|total g[ée]n[ée]ral|sous-total|"
    r"ensemble|sum|all|全体|全国|together|overall)"
    r"(?:\W*(?:\(.*\)|（.*）|\[.*\]|額|数|予算|件数|人数|budget|amount|funding|cost|costs|general|général|:|：|"
    r"in|der|des|du|de la|"
    r"EUR|USD|M€|k€|€|\d|[a-z]\b))*\W*",
    _I,
)
"""A whole head that says: total."""
TOTAL_BROAD = re.compile(
    r"^\W*(?:(?:grand |sub-?)?total\b|full[ -]year\b|whole year\b|Gesamtjahr|année (?:entière|complète)|通年|"
    r"年間|연간|全年|gesamt\w*|insgesamt|summe\b|ensemble d|toute?s\b|all (?!other)|"
    r"総[^合括]|全(?:分野|機関|国|体|産業|学部)|合計|"
    r"計\W|총(?!괄)\s?[가-힣]+|합계|전체\s|계\W|总[^体]|合计|so\w+ total)|(?:合計|総計|小計|合计|小计|합계|"
    r"총계|소계|(?<![設統時推会累集])計)(?:額|数)?\W*$|\btotale?\W*$|"
    r"\bin total\W*$|\binsgesamt\W*$",
    _I,
)
"""A head that begins or ends with a word for total: trusted at the end or the beginning of its block."""
DISTINCT = re.compile(
    r"countr|institution|organi[sz]ation|partner|universit|国数|国・地域|機関数|大学数|企業数|Länder|"
    r"Einrichtung|Hochschule|pays\b|établissement|"
    r"partenaire|국가|기관|대학|国家数|机构数",
    _I,
)
"""Heads of counts that may hold one thing in several rows but once in the total."""
OF_WHICH = re.compile(
    r"^\W*(?:of (?:which|whom|these)|thereof|うち|内\s?数|davon|darunter|hiervon|dont\b|其中|그\s?중|이\s?중|"
    r"incl|including|among (?:which|them)|"
    r"y compris|inkl)|再掲|[(（](?:うち|of which|davon|dont)|,? (?:davon|dont|of which|of whom)\b|のうち",
    _I,
)
DEDUCT = re.compile(r"^\W*(?:less\b|minus\b|abzüglich|abzgl|moins\b|à déduire|控除|減額|差引|차감|공제|减[:：])", _I)
NO_SUM = re.compile(
    r"%|％|率|割合|比|平均|average|mean\b|median|rank|順位|\bshares?\b|ratio|\brates?\b|per |\bje\b|pro |"
    r"\bpar\b|Anteil|[Qq]uoten?\b|quote\b|Durchschnitt|"
    r"moyen|taux|\bpart\b|비율|비중|평균|순위|증감률|당\b|占|名次|年|year|Jahr|index|indice|指数|지수|No\b|"
    r"番号|伸び|growth|当たり|あたり|cumul|kumul|累計|累积|累计|"
    r"누적|unique|distinct|重複|中央値|중앙값|Median|médian|change|Veränder|évolution|variation|percent|"
    r"Prozent|pour cent|score|得点|スコア|점수|Note\b|"
    r"\bage\b|年齢|歳|Alter|âge|연령|turnaround|days|日数|Tage|jours|months?\b|か月|Monate|mois|개월|duration|"
    r"期間|Dauer|durée|인당",
    _I,
)
CUMULATED = re.compile(r"cumul|kumul|累計|累積|累计|누적|to date|running|depuis", _I)
RATIO = re.compile(
    r"ratio|\bper\b|average|mean\b|当たり|あたり|인당|당\b|\bpro\b|\bje\b|\bpar\b|人均|平均|평균|moyen|"
    r"Durchschnitt|Ø|倍",
    _I,
)
AVERAGE = re.compile(
    r"average|\bper\b|当たり|あたり|인당|\bpro\b|\bje\b|\bpar\b|人均|mean\b|平均|Durchschnitt|"
    r"Mittel(?:wert)?\b|moyen|평균|median",
    _I,
)
YEAR_NAME = re.compile(
    r"(?:person|man|staff)[- ](?:months?|years?|days?)|Personen(?:monate|tage)|人月|人日|人年|"
    r"hommes?[- ](?:mois|jours?)|"
    r"(?:FY\s?|LFI\s?|PLF\s?|Soll\s?|Ist\s?)?['’]?(?:19|20)\d\d(?:[/–-]\d\d)?\s?(?:年度?|년도?)?|(?:令和|平成|"
    r"R|H)\s?(?:\d{1,2}|元)\s?年度?|['’]\d\d\s?(?:年度?|년도?)?|"
    r"前年度?|今年度?|本年度?|昨年度?|当年度|翌年度|지난해|올해|전년도?|금년|\b(?:last|this|previous|next|"
    r"prior|current) year\b|Vorjahr|第?\d+年度|\d+차년도|Year \d|Jahr \d|année \d",
    _I,
)
CHANGE = re.compile(
    r"\bchanges?\b|\bchg\b|growth|increase|deviation|variance\b|差$|^差|差異|差分|Abweichung|乖離|편차|"
    r"decrease|differ|diff\b|gap\b|Δ|delta|"
    r"\+\s?/\s?[-–−]|±|variation|évolution|évol\.|écart|progression|Veränderung|"
    r"Änderung|Differenz|Wachstum|Zuwachs|Entwicklung|增长|"
    r"増減|増加|減少|伸び|前年度?比|前年度?差|対前年|前期比|前回差|変化|증감|증가율|증가액|증가|감소|"
    r"전년 ?대비|변화|차이|成長率|성장률|变化|增减|同比|差額|差引|"
    r"vs\.? ?(?:FY|20|last|prev)|year[ -]on[ -]year|\byoy\b|y/y|\bgrew|croissance|hausse|\btrend\b",
    _I,
)
DECREASE = re.compile(r"decrease|reduction|decline|減少|削減|감소|Rückgang|baisse|diminution|réduction|减少", _I)
SHARE = re.compile(
    r"share|proportion|percentage|portion|構成比|割合|比率|比重|シェア|占有|占め|内訳比|비중|비율|구성비|점유|"
    r"Anteil|\bpart\b|\bparts\b|poids|répartition|占比|占|% (?:of|du|de|der|des|vom)|"
    r"(?:of|du) total|^\W*[%％]\W*$|^in %$|全体比",
    _I,
)
RATE = re.compile(
    r"\brates?\b|success|ratio|率|quote\b|quoten\b|taux|율|률|Prozent|percent|per cent|achieve|attain|"
    r"Auslastung|Ausschöpfung|exécution|execution|消化|達成|"
    r"採択|%|％|比|progress|進捗|進度|사용|집행|달성",
    _I,
)
SUCCESS = re.compile(
    r"success|approval|award rate|採択率|選定率|達成率|合格率|消化率|執行率|回収率|선정률|채택률|달성률|"
    r"집행률|합격률|quote\b|taux de (?:réussite|succès|sélection|"
    r"réponse|exécution)|中标率|录取率|资助率|完成率",
    _I,
)
WHOLE = re.compile(
    r"構成比|(?:budget|funding) share|予算配分比|Mittelanteil|share of (?:the )?(?:all|total)|(?:% )?(?:of|"
    r"du) total|구성비|비중|占比|Anteil an|breakdown|"
    r"distribution|Verteilung|répartition|"
    r"内訳|분포|구성|percentage distribution|composition|structure|Zusammensetzung|構成|shares? of",
    _I,
)
SEVERAL = re.compile(
    r"multiple (?:answers?|responses?|choices?|selection)|more than one|複数回答|複数選択|あてはまるもの|重複|"
    r"복수|중복|Mehrfach|plusieurs réponses|"
    r"réponses multiples|choix multiples|多选|several answers|check all|select all|overlap|double[- ]count|"
    r"recoup|Doppelzähl|doubles? comptes?|延べ|"
    r"いくつでも|up to (?:two|three|3|2) answers",
    _I,
)
SINGLE = re.compile(
    r"single[- ](?:choice|answer|response)|one answer|Einfachnennung|Einfachauswahl|une seule réponse|"
    r"réponse unique|単一回答|択一|一つだけ|一つ選|"
    r"\b(?:the|their|its) (?:one|single|main|most important|biggest)\b|\b(?:one|single) category\b|\bonly one\b|"
    r"\bnur (?:einer|eine|einem)\b|\bune seule\b|いずれか一つ|한 가지만|wichtigste[rns]?\b|principale? (?:raison|"
    r"obstacle|motif)|"
    r"[=＝]\s?(?:100|１００)|\bone (?:answer|response|choice) (?:per|each)|\b(?:per|je|par) (?:person|respondent|"
    r"answer|antwortende\w*|befragte\w*|personne|répondant) (?:one|an?|ein(?:e|en)?|une?)\b|"
    r"\b(?:une|un seul|une seule) (?:réponse|choix) par\b|1人(?:1|一)つ|一人一つ|1인 ?1|"
    r"택\s?1|단일 ?(?:선택|응답)|하나만|单选",
    _I,
)
"""What makes each answer count once, so that the shares are of one whole."""
OTHERS = re.compile(
    r"\b(?:others?|all other|rest of|übrige\w*|sonstige\w*|andere|weitere L\w+|autres?|le reste)\b|その他|기타|나머지|"
    r"其他|其余",
    _I,
)
"""The last part of a list that leaves nothing out."""
ROUNDED = re.compile(r"round|四捨五入|端数|gerundet|[Rr]undung|arrondi|반올림|単位未満|切り?捨て|四舍五入|단수", _I)
EXCERPT = re.compile(
    r"selected|excerpt|top (?:\d+|five|ten|three)|\bmain\b|主な|主要な|上位|抜粋|ausgewählt|Auszug|wichtigste|"
    r"principa(?:l|ux|les)|extrait|"
    r"sélection|주요|상위|일부|主要|largest|leading|größte|premiers|first \w+ only",
    _I,
)
MONEY = re.compile(
    r"[$€£¥￥₩]|円|원\b|元\b|億|억|百万|백만|千円|천원|million|billion|Mio|Mrd|Tsd|EUR|USD|CHF|JPY|GBP|KRW|"
    r"予算|費|額|budget|amount|cost|funding|spend|expenditure|grant (?:sum|volume)|Mittel|Ausgabe|Kosten|"
    r"Betrag|Einnahme|Soll|crédits?|montant|dépense|"
    r"recette|subvention|예산|금액|액\b|비용|투자|経費|支出|収入|FTE|ETPT?|VZÄ|Vollzeit|人年|換算|FY\d|PLF|"
    r"LFI|当初|要求|兆|%|％|km|ha\b|tons?\b|トン|kWh",
    _I,
)
"""Words of a head, a title or a cell by which whole numbers may be rounded ones."""
LAST = re.compile(
    r"last year|previous|prior|enacted|baseline|before|earlier|前年|昨年|前期|前回|当初|Vorjahr|Vorperiode|"
    r"précédent|전년|지난해|이전|上年|去年|基準|old\b|alt\b|旧",
    _I,
)
YEAR = re.compile(
    r"(?:19|20)\d\d|令和\s?(?:\d+|元)|平成\s?(?:\d+|元)|\bR(?:\d+)|\bH\d+|['’]\d\d|(?<!\d)\d\d(?=년|年度)"
)
YEARLY = re.compile(
    r"CAGR|annual (?:average|growth)|per year|p\.\s?a\.|年平均|年率|연평균|pro Jahr|jährlich|par an|annuel|年均", _I
)


def year_of(head: str) -> int | None:
    """The year that a head names, for its order among others; None where it names none."""
    found = YEAR.search(head)
    return int(re.sub(r"\D", "", found.group()) or "1") if found else None


def no_sum(head: str) -> bool:
    """Whether a head says that what it heads is not added up; years and person-months say nothing of the kind."""
    return NO_SUM.search(YEAR_NAME.sub("", head)) is not None


TOTAL_HINT = re.compile(
    r"total|計|総|合计|总|共|총|합계|모두|계\b|summe|gesamt|zusammen|ensemble|enveloppe|overall|\bin all\b|全体", _I
)
"""What a text must hold for any list in it to have a total."""
