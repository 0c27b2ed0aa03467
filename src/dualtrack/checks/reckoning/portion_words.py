"""The words by which a text tells of shares: part and whole, rates of success, glosses."""

import re

from dualtrack.checks.hints import Hint

PERCENTISH = Hint(r"[%％]|percent|\bcent\b|割|prozent")
"""What a sentence with a percentage has."""
WORD = r"[^\W\d_][\w'’&./-]*"
HINT = re.compile(
    r"\b(?:sur|in) (?:deux|trois|quatre|cinq|six|dix|two|three|four|five|ten|\d)\b|[%％割]|percent|per cent|prozent|pour cent|分の|분의|過半|과반|majorit|mehrheit|half|third|quarter|fifth|"
    r"hälfte|drittel|viertel|fünftel|jede|"
    r"moitié|tiers|quart|ième|\b(?:one|two|three|four|five|six|seven|eight|nine|une?|deux|trois|\d) (?:in|sur|"
    r"out of) |[人社件校]に\d|(?:중|가운데)|比率",
)
OF = re.compile(
    rf"\s?(?:{WORD} ){{0,3}}?(?:out of|of|from among|among|von|der|aus|des|de|sur|parmi|d['’]entre|auf|unter|"
    rf"in)\s(?:{WORD} ){{0,4}}",
    re.IGNORECASE,
)
"""Between a part and the whole that follows it."""
OUT_OF = re.compile(
    rf"(?:^|[\s(„«\"–—])(?:of|out of|among|from|von|aus|unter|bei|sur|parmi|des|de|d['’]entre|"
    rf"pour)\s(?:{WORD} ){{0,4}}$",
    re.IGNORECASE,
)
"""Before a whole whose part follows."""
AMONG = re.compile(
    r"のうち|うち|の中|中(?!小|国|央|間|期|心)|に対し|のなか|から(?:選|採)|중|가운데|에서 ?(?:선정|채택)|이 중|"
    r"\b(?:of (?:which|whom|these|them|this)|davon|von denen|darunter|dont|d['’]entre e(?:ux|lles)|hiervon|en (?:a|"
    r"ont) (?:retenu|accepté|sélectionné)\w*)\b",
    re.IGNORECASE,
)
"""Between a whole and the part that follows it."""
OF_THESE = re.compile(
    r"\b(?:of (?:them|these|those)|von (?:ihnen|diesen)|davon|darunter|parmi (?:eux|elles|ceux-ci|celles-ci)|"
    r"d['’]entre (?:eux|elles))\b|このうち|そのうち|うち|이 중|그중|이 가운데",
    re.IGNORECASE,
)
AS_FRACTION = re.compile(
    r"[,、(]\s?(?:or|that is|i\.e\.|namely|which (?:is|means|represents)|also|das sind|nämlich|mithin|soit|"
    r"c['’]est-à-dire|autrement dit|ce qui (?:représente|correspond à|équivaut à)|つまり|すなわち|즉)?,?\s?"
    r"(?:(?:in|bei|dans|chez) )?(?:about |some |rund |etwa |environ |fast |약 |約)?(?:der |la )?\Z",
    re.IGNORECASE,
)
"""Between a part and the fraction that says the same."""
GLOSS_BEFORE = re.compile(
    r"(?:[(（\[=＝、,:–—]|\b(?:or|i\.e\.|that is|namely|soit|mithin|also|sprich|d\. ?h\.|das (?:sind|ist|"
    r"entspricht)|damit|entspricht|équivaut à|"
    r"représente|makes?|or just|or only|which is)\b|つまり|すなわち|即ち|즉|그러니까|다시 말해|で|と|は|が|の)"
    r"\s?(?:just |only |barely |rund |knapp |fast |environ |à peine |nearly |almost |about |全体の|全て?の|전체의 |"
    r"약 |an? |les |une? |einem? |eine[rn]? )*$",
    re.IGNORECASE,
)
THAT_IS = re.compile(
    r"(?:\b(?:or|i\.e\.|that is|namely|soit|mithin|das (?:sind|ist|entspricht)|und (?:damit|somit)|and (?:thus|"
    r"therefore|hence)|et donc)|つまり|すなわち|즉|"
    r"그러니까)\s?(?:just |only |rund |about |environ |約|약 )?$",
    re.IGNORECASE,
)
OF_ALL = re.compile(r"\s?(?:of|du|des|der|de la|de l['’]|am|vom)\b", re.IGNORECASE)
GLOSS_AFTER = re.compile(
    r"\s?(?:[)）\].,;:、。–—]|$|に(?:当たる|あたる|相当|達|のぼ|上|とどま|留ま)|を占|である|であった|でござ|です|だ|で、|と|"
    r"이다|였다|에 해당|에 달|에 머|에 그|이 |가 |를 차지|을 차지|으로|로|인 )"
)
RATE = re.compile(
    r"\b(?:success|acceptance|approval|selection|award|funding|hit|response|reply|return|turnout|participation|"
    r"completion|pass|retention|"
    r"execution|absorption|take-up|conversion|renewal|admission|coverage)[ -]rate\b|\b(?:Erfolgs|Bewilligungs|"
    r"Förder|Annahme|Rücklauf|Beteiligungs|"
    r"Auswahl|Ausschöpfungs|Abschluss|Zusage|Übernahme|Bewilligungs|Antwort)(?:quote|rate)\b|\btaux (?:de |"
    r"d['’])(?:succès|sélection|réussite|réponse|retour|participation|"
    r"acceptation|exécution|consommation|financement|attribution|admission)\b|(?:採択|採用|合格|選定|回収|回答|参加|"
    r"達成|出席|執行|充足|実施|受賞|定着|内定|"
    r"完了|応答|成功|策定|導入|利用|就職)率|(?:선정|채택|합격|응답|회수|참여|성공|집행|달성|참석|완료|취업|정착|"
    r"수용)[률율]",
    re.IGNORECASE,
)
SHARE_NOUN = re.compile(
    r"\b(?:share|proportion|Anteil|Quote|part)\b|割合|比率|シェア|占有率|비율|비중|占比",
    re.IGNORECASE,
)
GDP = re.compile(
    r"\bGDP\b|\bPIB\b|\bBIP\b|Bruttoinlandsprodukt|gross domestic product|produit intérieur brut|国内総生産|"
    r"국내총생산|대비",
    re.IGNORECASE,
)
OTHER = re.compile(
    r"\s?(?:of (?:them|these|whom|those|which|all women|the women)|were women|davon|d['’]entre|von ihnen|deren|"
    r"women|men|Frauen|femmes|female|of the total budget)\b",
    re.IGNORECASE,
)
THRESHOLD = re.compile(
    r"\s?(?:quorum|threshold|majority|Quorum|Mehrheit|majorité|seuil|required|以上の(?:出席|賛成)|の定足数|정족수)",
    re.IGNORECASE,
)
"""A share that is asked for, not reached: the two-thirds quorum."""
INNER = re.compile(
    r"(?:\b(?:dont|davon|darunter|of which|of whom|including)(?: (?:amount|sum|total|number))?|うち|中|이 중)\s?(?:rund |about |environ |약 |約)?$",
    re.IGNORECASE,
)
"""A share of part of what was said before, not of all of it."""
MAJORITY = re.compile(r"過半|과반|majorit|Mehrheit|过半", re.IGNORECASE)
ALL = re.compile(
    r"\b(?:total|overall|world(?:wide)?|global|in all|insgesamt|gesamt\w*|weltweit|au total|mondial\w*|ensemble)\b|"
    r"世界|全体|合計|総数|全国|세계|전체|총|합계|全国|总",
    re.IGNORECASE,
)
SPENT = re.compile(r"執行率|집행[률율]|execution|absorption|exécution|consommation|Ausschöpfung", re.IGNORECASE)
FORMER = re.compile(
    r"\b(?:from|previous(?:ly)?|last year|earlier|up from|down from|than|against|compared|target|Vorjahr\w*|zuvor|"
    r"gegenüber|als|nach|Ziel|contre|cible|"
    r"précédent\w*|par rapport|objectif)\b|前年|昨年|前回|前期|従来|目標|から|より|전년|지난해|작년|목표|보다|대비",
    re.IGNORECASE,
)
OF_WHOLE = re.compile(
    rf"\s?(?:of|der|von|des|de|d['’]|aller|sur)\s?(?:(?:the|all|its|their|our|les?|los|insgesamt|den|a total of|"
    rf"über|rund|environ|quelque) )*(?:{WORD} ){{0,4}}?(?:von |de |d['’]|of )?",
    re.IGNORECASE,
)
AMOUNTING = re.compile(
    r"\b(?:account\w* for|ma[dk]es? up|represent\w*|constitut\w*|is|are|was|were|amount\w* to|mach(?:t|en|te|ten)|"
    r"bild\w+|entspr\w+|stell\w+|ausmach\w+|"
    r"représent\w*|constitu\w*|équiva\w*|correspond\w*)\b|占め|相当|차지|해당|占",
    re.IGNORECASE,
)
OF_THEM = re.compile(
    r"\s?(?:of (?:them|these|those|whom|which)|davon|von ihnen|d['’]entre (?:eux|elles))\s?(?:,|\(|,? (?:or|soit|"
    r"also|nämlich)\b)\s?",
    re.IGNORECASE,
)
"""Between a share of what was counted in the sentence before and the part that spells it out."""
