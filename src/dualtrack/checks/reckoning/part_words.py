"""The words by which a text tells of totals: lists, parts, the rest, and what is left open."""

import re

AMONG = re.compile(
    r"\b(?:of (?:these|them|those)|davon|darunter|dont|parmi (?:eux|elles))\b|うち|このうち|이 중|그중|이 가운데|其中"
)
"""What begins the parts of a number in the sentence before: they may leave some out, but cannot be more."""

SEPARATOR = re.compile(
    r"[,、，;；·・/+\n&]|\b(?:and|und|sowie|et|ainsi que|plus|or|oder|ou)\b|と|及び|および|並びに|와|과|및|그리고|"
    r"(?<=[로고며은는이])\s"
)
TURN = re.compile(
    r"[。!?？]|(?<=[a-zà-ÿ)])\.\s|→|⇒|->|\b(?:(?:from|to|auf)(?= [\ue000-\uefff])|compared|than|against|versus|"
    r"out of|per|each|every|respectively|rose|fell|increase[sd]?|"
    r"decrease[sd]?|while|whereas|target|average|gegenüber|je|jeweils|stieg|sank|als|während|pro|contre|par rapport|"
    r"chacune?s?|hausse|baisse|"
    r"tandis que|alors que|soit)\b|から|に対し|比べ|前年|昨年|増|減|ずつ|各(?!種)|毎|あたり|当たり|平均|目標|에서|"
    r"대비|보다|각|씩|증가|감소|평균|목표|增|减|每|"
    r"\b(?:in|since|by|until|im Jahr|seit|bis|en|depuis) (?=\uf000)",
    re.IGNORECASE,
)
NESTED = re.compile(
    r"\b(?:dont|darunter|davon|of which|of whom|including|inkl\.?|einschließlich|y compris|notamment|incl\.?)\b|"
    r"うち|内数|含む|其中|이 중|중에서|포함",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"\b(?:includ(?:es|ed|ing)|such as|e\.g\.|for example|for instance|among (?:others?|them)|notably|in particular|"
    r"mainly|mostly|primarily|largely|essentially|chiefly|etc|im Wesentlichen|überwiegend|hauptsächlich|"
    r"pour l['’]essentiel|essentiellement|majoritairement|einschließlich|inklusive|inkl|unter anderem|u\. ?a\.|z\. ?B\.|zum Beispiel|vor allem|insbesondere|darunter|"
    r"etwa(?= [\ue000-\uefff])|beispielsweise|notamment|"
    r"y compris|entre autres|par exemple|principalement|surtout|parmi lesquels|as well as others?|other than|"
    r"at least)\b|"
    r"など|主な|主に|例えば|ほか|他に|をはじめ|含む|含め|等[をがはにでの、。)]|을 포함|를 포함|등[이의을에 ,)]|주로|"
    r"예를 들어|비롯|包括|例如|主要|等等|重複|重なる|중복|overlap|double[- ]count|Mehrfach|plusieurs (?:fois|"
    r"catégories)",
    re.IGNORECASE,
)
WHOLE = re.compile(
    r"\b(?:consist\w*|compris\w+|made up|composed|break\w* down|broken down|divided|split|namely|shared|distributed|"
    r"allocated|as follows|"
    r"bestehend|besteh\w+ aus|bestand\w*|umfass\w+|setz\w+ sich|zusammengesetzt|aufgeteilt|verteil\w+|gliedert|"
    r"und zwar|aufgeschlüsselt|entfallen|entfielen|"
    r"teil\w+ sich|untergliedert|compos\w+|comprend\w*|comprenant|répart\w+|se (?:partage|décompose|divise|répartit|"
    r"répartissent|ventile|ventilent|composent?)\w*|à savoir|ventil\w+|soit(?= [\ue000-\uefff]))\b|"
    r"\b(?:by|nach|par|selon) (?:the |la |le |les )?(?:country|type|field|sector|region|source|Ländern|Fach\w*|"
    r"Sektor\w*|Region\w*|pays|secteur|domaine|région|catégorie)\b|"
    r"内訳|構成|からなる|から成る|に分|分か|別(?:に|で|では|には)|별(?:로|로는|은|는|\s)|내역|구성|이루어|나뉘|나눠|"
    r"분포|분류|分为|分为|构成|分别|由",
    re.IGNORECASE,
)
THESE_ARE = re.compile(
    r"(?:^|(?<=[.。] )|(?<=[.。]))(?:Il s['’]agi(?:t|ssait) (?:de |d['’])|Ce (?:sont|furent) |Es handelt(?:e)? sich |Dabei "
    r"handelt(?:e)? es sich |Das (?:sind|waren) |Th(?:ese|ey) (?:are|were|comprised?) |"
    r"(?:その)?回答は(?=[^。]*(?:賛成[^。]*反対|済み?[^。]*(?:予定|検討|未)|はい[^。]*いいえ|わからない|分からない|無回答)))"
)
"""The beginning of a sentence that says what was counted in the one before it."""
UNTOLD = re.compile(
    r"\b(?:and|et|und|sowie|plus)\s(?:(?:the|an?|its|their|le|la|les|une?|der|die|das|den|ein\w*)\b|l['’])",
    re.IGNORECASE,
)
"""A further part without a number, between the last part and the total."""
ALL_ANSWERED = re.compile(r"無回答は(?:なかった|なく|ない|0)|全(?:員|社|団体|自治体)(?:から|が)回答")
AND_SUCH = re.compile(r"[人名社]?ら\s?(?=計|合計|合わせ|総)")
"""The end of a list that names only some: 医師5名、看護師4名ら計15名."""
TOTAL_BEFORE = re.compile(
    r"(?:\b(?:a )?total(?:s|led|ling|ing)?(?: of| to|:)?|\b(?:altogether|in all|overall|insgesamt|zusammen|"
    r"gesamt\w*|Summe(?: von)?|au total|total(?: de)?|ensemble)|"
    r"計|合計|総計|総額|総数|全|合わせて|あわせて|총|합계|모두|전체|도합|합쳐|总|共|合计)[\s:：は約]*$",
    re.IGNORECASE,
)
TOTAL_AFTER = re.compile(
    r"\s?(?:[^\W\d]+ ){0,2}(?:in total|in all|altogether|insgesamt|zusammen|au total|en tout|の合計|となる見込み)\b",
    re.IGNORECASE,
)
REST = re.compile(
    r"\b(?:remain\w*|remainder|rest|balance|others?|übrige[nrs]?|restliche[nrs]?|verbleibende[nrs]?|Rest|restant\w*|"
    r"reste|autres)\b|残り|残る|残額|その他|나머지|그 밖|기타|其余|剩余|其他",
    re.IGNORECASE,
)
BRACKET = re.compile(r"[^\ue000-\uefff.;。]{0,60}[:：(（–—\[]\s?[^\ue000-\uf8ff]{0,40}")
TOTAL_WORD = re.compile(
    r"\b(?:total\w*|altogether|in all|overall|insgesamt|zusammen|gesamt\w*|Summe|au total|ensemble|all)\b|計|総|全|"
    r"合わせ|총|합계|모두|전체|总|共",
    re.IGNORECASE,
)
VOTES = re.compile(r"\b(?:votes?|ballots?|favour|favor|abst\w+|motion)\b", re.IGNORECASE)
IN_A_YEAR = re.compile(r"\b(?:in|im Jahr|im|en) [\uf000-\uf8ff]")
JOINT = re.compile(r"\b(?:and|und|sowie|et|ainsi que)\b|と|及び|および|와|과|및|그리고|;|고\s|며\s|、|,", re.IGNORECASE)
CLOSE_WHOLE = re.compile(
    r"[^\ue000-\uf8ff。]{0,16}?(?:で構成|からな|から成|の内訳|으로 구성|로 구성|로 이루어|으로 이루어|을 합|를 합)"
)
SO_FAR = re.compile(
    r"\b(?:bringing|so far|since|cumulative(?:ly)?|to date|bisher|seit|kumul\w*|depuis|cumul\w*|portant)\b|累計|"
    r"通算|これまで|누적|累计",
    re.IGNORECASE,
)
ONE_MORE = re.compile(
    r"\b(?:plus|sowie|as well as|and|und|et|ainsi que)\s(?:je\s)?(?:an?|one|ein\w*|une?|the|der|die|das|le|la|its|"
    r"their|sa|son)\b|"
    r"\bl['’](?=\w)|及び|および|並びに|委員長|議長|위원장|의장",
    re.IGNORECASE,
)
