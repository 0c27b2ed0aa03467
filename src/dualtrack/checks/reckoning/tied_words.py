"""The words by which a text tells of changes: earlier and later, more and less, taken up and turned from."""

import re

from dualtrack.checks.hints import Hint
from dualtrack.checks.wording import Direction, without_idioms

PRIOR = re.compile(
    r"\b(?:then(?=,|;|\)| and| to|$)|damals|last year|last time|previous(?:ly)?|prior|earlier|(?:the )?year before|"
    r"(?:a|one|two|three|\w+) (?:years?|"
    r"decades?|months?) "
    r"(?:ago|before|earlier)|former(?:ly)?|original(?:ly)?|initial(?:ly)?|at launch|baseline|compared|against|"
    r"versus|vs|than in|than the|"
    r"in (?:the first|its first) (?:round|year|call)|in year one|im ersten Jahr|(?:pendant|dans) la première année|"
    r"up from|down from|had been|instead of|brought (?:that|it|this) (?:down|up)|no (?:more|longer)|"
    r"Vorjahr\w*|zuvor|bisher\w*|bislang|laufende[nrms]?|gegenüber|im Vergleich|verglichen|damals|ursprünglich\w*|"
    r"früher\w*|"
    r"vorig\w*|vorangegangen\w*|letzte[nsr]? Jahre?s?|Vorperiode|Ausgangswert|nur noch|statt|vor \w+ Jahren|"
    r"im Jahr davor|"
    r"précédente?s?|auparavant|plus tôt|l['’]an (?:passé|dernier)|l['’]année (?:dernière|passée|précédente)|contre|"
    r"par rapport|"
    r"par comparaison|jusqu['’](?:ici|alors)|initial\w*|ancienn?e?s?|il y a \w+ ans|revenant|passant|passée?s? de|"
    r"tombée?s? à|"
    r"n['’]\w+ plus que|n['’](?:était|étaient|avait|avaient|atteigna\w+) (?:alors |encore )?que|nachdem (?:es|er|sie))\b|\b(?:nach|after|noch|erst|encore) (?=[\ue000-\uefff])|"
    r"初年度|初年|1年目|初回|前年|昨年|前回|前期|従来|当初|以前|現行|旧|導入前|改正前|改革前|開始前|これまで|比べ|"
    r"比較し|に対し|比で|より|だったが|であったが|"
    r"にとどまっ|だったの(?:が|に)|であったの(?:が|に)|だったものが|であったものが|"
    r"から(?=[^\ue000-\uefff]{0,16}[\ue000-\uefff])|"
    r"첫해|1차년도|전년|지난해|작년|이전|직전|종전|당시|당초|기존|에 비해|대비|보다|에서|이던|였던|이듬해|도입 전|"
    r"으나|지만|였는데|"
    r"去年|上年|此前|原来|从|由|同比|比|较|增至|降至",
    re.IGNORECASE,
)
TURN = re.compile(
    r"[;；]|\b(?:(?:while|whereas|although|though)(?! (?:it|they)\b)|meanwhile|by contrast|including|of which|inflation|target|average|"
    r"forecast|during which|obwohl|obgleich|bien que|quoique|même si|"
    r"während(?! (?:es|er|sie)\b)|hingegen|dagegen|wobei|davon|darunter|Inflation|Ziel|Durchschnitt|tandis que|alors que|en revanche|"
    r"dont|inflation|"
    r"cible|moyenne|objectif)\b|一方|他方|なお、|ただし|うち|目標|平均|반면|한편|다만|중에서|목표|평균|而|其中|目标",
    re.IGNORECASE,
)
BACK = re.compile(
    r"^\W*(?:\([^()]{0,40}\)\s*)?(?:(?:This|That|These|It|They|Which|Thus|By then|In all)\b|The (?:increase|rise|"
    r"cut|drop|fall|decline|gain|"
    r"reduction|growth|change|difference|jump|gap)\b|(?:Over|In|Within) (?:\w+ )?(?:years?|months)\b|"
    r"(?:Dies\w*|Das|Damit|Somit|Daraus|Es|Sie|Er)\b|(?:Der|Die|Den) (?:Anstieg|Zuwachs|Rückgang|Zunahme|Abnahme|"
    r"Steigerung|Erhöhung|Kürzung|Aufwuchs)\b|"
    r"Gegenüber\b|(?:In|Binnen|Innerhalb)\b[^.]{0,16}\b(?:Jahre?n?|Monaten?|Jahres)\b|(?:Cette|Ce|Ces|Cela|Soit|"
    r"C['’]est|Il|Elle|Ils|Elles)\b|"
    r"(?:La|Le|L['’]) ?(?:hausse|baisse|progression|recul|augmentation|diminution|réduction|croissance|écart)\b|"
    r"En \w+ ans\b|[^.]{0,40}\bainsi\b)|"
    r"^\W*(?:[◦▪○ㅇ・･\-*]\s*)?(?:これ|この|その|それ|前年|前期|前回|差し引き|"
    r"[0-9０-９\uf000-\uf8ff\ue000-\uefff一二三四五六七八九十]+年間?で|わずか|"
    r"[^、。,]{2,20}は[0-9０-９一二三四五六七八九十]+年(?:間)?で|이는|이로써|이것|그\s|전년|지난해|"
    r"[0-9\ue000-\uefff]+년간?\s?(?:만에|동안|새)|이번|이 같은|이러한|불과|한 해|这|该|比上年|同比)",
    re.IGNORECASE,
)
"""How a sentence begins that takes up the values of the one before it."""
MORE_AFTER = re.compile(
    r"\s?(?:の|を|も|と|ほど|ずつ)?(?:積み増|上積|上乗せ|増額|減額|上回|下回|改善|短縮|圧縮|膨ら|縮ま|縮め|高ま|"
    r"伸ば|増や|減ら|引き上|引き下)|"
    r"\s?(?:의|을|를|이|가|나|씩|가까이|정도|이상)*\s?(?:불어|커졌|뛰|치솟|단축|개선|증액|감액|줄어|줄었|늘어|늘었|"
    r"절감)|"
    r"\s(?:mehr|weniger|höher|niedriger|zusätzlich|de plus|de moins|supplémentaires?|more|fewer|less|higher|lower)\b",
    re.IGNORECASE,
)
LESS = re.compile(
    r"減|下回|短縮|圧縮|縮|減|引き下|단축|감액|줄|절감|weniger|niedriger|de moins|fewer|less|lower", re.IGNORECASE
)
DIFFERENCE_AFTER = re.compile(
    r"\s?(?:の|を|も|が|ほど|分)?(?:増|減|上積|上乗せ|短縮|短く|長く|改善|拡大|縮小|縮ま|縮め|伸び|上昇|低下|下落|上回|下回|"
    r"引き上げ|引き下げ|の開き|の差)(?!対効果)|"
    r"\s?(?:이|가|을|를|의|만큼)?\s?(?:증가|감소|단축|증액|삭감|감액|늘|줄|상승|하락|개선|차이|높아|낮아|많아|적어|짧아|길어|빨라|늦어|"
    r"축소|확대)|"
    r"\s(?:(?!points?\b|Punkte)[^\W\d]+ )?(?:more|fewer|less|higher|lower|mehr|weniger|höher|niedriger|de plus|"
    r"de moins|au-dessus|en dessous)"
    r"(?=\s?(?:[,.;:)]|$|(?:than|als|qu|compared|gegenüber|par rapport)))|"
    r"(?:增|减|多|少)",
    re.IGNORECASE,
)
DIFFERENCE_BEFORE = re.compile(
    r"\b(?:(?:an? )?(?:increase|rise|gain|drop|fall|cut|decrease|reduction|difference|jump|growth|saving|"
    r"improvement|uplift)s? of|plus|minus|"
    r"(?:ein(?:em|en)? )?(?:Plus|Minus|Anstieg|Zuwachs|Aufwuchs|Rückgang|Unterschied|Differenz|Mehr) von|(?:hausse|"
    r"baisse|augmentation|progression|recul|"
    r"réduction|diminution|écart|gain|économie) d[e'’]|gagn\w+|perd\w+)\s?(?:an? |some |about |rund |etwa |environ )?$|"
    r"(?:(?:差|増加分|減少分)[はが]|(?:増減額?|増加額|減少額|差引額?|対前年度?(?:比|増減額?))[はが:]?|차이는|증감액?[은:]?)\s?[△▲+−-]?\s?$",
    re.IGNORECASE,
)
BY = re.compile(
    r"\b(?:rose|fell|grew|drop\w*|declin\w+|climb\w*|risen|fallen|grown|increas\w+|decreas\w+|cut|rais\w+|reduc\w+|"
    r"shorten\w*|"
    r"stieg\w*|sank\w*|wuchs\w*|gestiegen|gesunken|erhöh\w*|kürz\w*|gekürzt|verringer\w*|verkürz\w*|augment\w+|"
    r"baiss\w+|progress\w+|"
    r"recul\w+|rédui\w+|diminu\w+)\b(?:(?!passant|allant)[^\ue000-\uf8ff.;]){0,30}\b(?:by|um|de|d['’])\s?(?:an? |some |about |rund |etwa |"
    r"environ )?$",
    re.IGNORECASE,
)
UPS = (
    r"\b(?:rais\w+|boost\w*|lift(?:s|ed|ing)|steiger\w*|aufstock\w*|aufgestockt|anheb\w*|angehoben|relèvement|"
    r"relevée?s?|accroî\w+|accru\w*|increas\w+|ris(?:e[sn]?|ing)|rose|gr[eo]w(?:[ns]|th|ing)?|climb\w*|surg\w+|"
    r"expan(?:d\w*|sion)|Anstieg\w*|"
    r"stieg\w*|gestiegen|Zuwachs|Zunahme|verlänger\w*|lengthen\w*|allong\w*|rallong\w*|"
    r"wuchs\w*|gewachsen|erhöh\w*|Aufwuchs|hausse|augment\w+|progression|progressé\w*|croissance)\b|増加|増額|拡大|"
    r"上昇|伸び|증가|증액|상승|확대|인상|늘리|늘렸|늘었|늘어|"
    r"增长|增加|上升"
)
DOWNS = (
    r"\b(?:cuts?|cutting|trim\w*|kürz\w*|senk(?:t|te|en|ten|ung)\w*|gesenkt|reduzier\w*|abaiss\w+|rédui\w+|amput\w*|"
    r"rabot\w*|decreas\w+|declin\w+|f[ae]ll(?:s|en|ing)?|drop\w*|reduc(?:e[sd]?|tions?|ing)|shr[aiu]nk\w*|slash\w*|"
    r"Rückgang\w*|sank\w*|gesunken|Kürzung\w*|"
    r"gekürzt|verkürz\w*|shorten\w*|raccourci\w*|verringer\w*|Abnahme|zurück(?:gegangen)?|baiss\w+|diminu\w+|recul\w*|repli|réduction|érosion)\b|減少|減額|縮小|低下|下落|"
    r"削減|감소|감액|하락|축소|삭감|인하|줄이|줄였|줄었|줄어|"
    r"减少|下降|降低"
)
_WAYS = re.compile(rf"(?P<up>{UPS})|(?P<down>{DOWNS})", re.IGNORECASE)


def ways(text: str) -> set[Direction]:
    """The ways that the words of a text tell of: up, down, or both."""
    return {"increase" if match["up"] else "decrease" for match in _WAYS.finditer(without_idioms(text))}


SIGNED = re.compile(r"(?:^|[\s(（])([-–−△▲+])\s?$")
CUT_BY = re.compile(
    r"\b(?:reduc\w+|cuts?|drop|fall|decline|decrease|rise|increase|gain|growth)(?: of| by)?\s(?:almost |nearly |"
    r"about )?$|"
    r"\bby (?:almost |nearly |about |more than )?$|\bum (?:rund |fast |knapp |gut )?$|\b(?:amput|rédui|diminu|baiss|"
    r"recul|augment|coup)\w*\s"
    r"(?:de |d['’])?(?:près d['’]|plus d['’]|environ )?$",
    re.IGNORECASE,
)
LEVEL_REACHED = re.compile(
    r"\b(?:to|auf) (?:only |just |about |rund |etwa |knapp |nur |noch )?$|"
    r"\b(?:n['’])?(?:était|étaient|est|sont|s['’]élev\w+|s['’]établi\w+) (?:que |alors |encore |ainsi )*(?:de |à )$|"
    r"(?:오른|늘어난|증가한|상승한|높아진|줄어든|감소한|하락한|낮아진|떨어진|"
    r"(?:増え|増加し|上昇し|高まっ|伸び|減っ|減少し|低下し|下落し)た)\s?$"
)
"""What stands before a level to which something rose or fell: 'cut to 2.6 %', 3.1%포인트 오른 52.7%."""
LEFT = re.compile(r"\b(?:von|from|de) $")
TO_ANOTHER = re.compile(r" (?:auf|to|à) $")
"""What stands behind a level that was left, up to the one that was reached: 'rose from 20 to 24 %'."""
BY_SO_MUCH = re.compile(
    r"\b(?:um|by)\s(?:about |around |almost |nearly |some |rund |etwa |knapp |gut |fast |über |mehr als |more than |"
    r"die |das |an? |ein(?:e|en)? )*$",
    re.IGNORECASE,
)
HALF_TO = re.compile(
    r"(?<=)\s?(?:이하|수준|가까이|정도)?(?:로|으로)\s?(?:줄|단축|감소|축소|떨어|감축)|\s?(?:以下|近く|程度)?に(?:減|"
    r"短縮|縮|下が|落ち|低下)",
    re.IGNORECASE,
)
RATE_OF = re.compile(
    r"(?:伸び|増加|成長|減少|上昇|低下)率|\bgrowth rates?\b|\brates? of (?:growth|increase|decline)\b|"
    r"\b(?:Wachstums|Zuwachs)rate\w*|"
    r"\btaux de (?:croissance|progression)\b|(?:증가|성장|감소)[율률]|增长率|增速",
    re.IGNORECASE,
)
SLOWED = re.compile(
    r"restor|revers|recover|rétabli|wiederhergestellt|rückgängig|zurückgenommen|復元|回復|복원|회복|鈍化|減速|둔화|slow|verlangsam|ralenti|放缓",
    re.IGNORECASE,
)
QUOTED = re.compile(r"“[^”]{8,}”|\"[^\"]{8,}\"|「[^」]{8,}」|『[^』]{8,}』|„[^“”]{8,}[“”]|«[^»]{8,}»")
AS_WELL = re.compile(
    r",? ?\b(?:und zwar|and that|et ce|et même|und \w+ (?:damit|somit|so)|and (?:is|was|stands?|stood) (?:thus|"
    r"therefore|now)|et \w+ (?:ainsi|donc))\b",
    re.IGNORECASE,
)
TAKES_UP = re.compile(
    r"[;；]\s?(?=(?:this|that|these|it|they|dies\w*|das|damit|es|er|sie|ce|cette|ces|c['’]est|cela|ils?|elles?|"
    r"an? |ein |un |une |これ|この|이는|"
    r"이 )\b)",
    re.IGNORECASE,
)
LATER = re.compile(
    r"\b(?:the (?:following|next) year|(?:years?|months?) (?:later|after that)|"
    r"im (?:Folgejahr|nächsten Jahr|Jahr (?:darauf|danach))|(?:Jahre?|Monate?) (?:später|danach)|"
    r"l['’]année suivante|(?:ans?|mois) (?:plus tard|après))\b|"
    r"[\ue000-\ue7ff] (?:later|später|plus tard)\b|翌年|翌々年|이듬해|[\ue000-\ue7ff]\s?(?:後に|뒤|후)",
    re.IGNORECASE,
)
"""Words for a time after the one told before."""
BETWEEN_TWO = re.compile(r"\b(?:between|zwischen|entre) [^,;:.]{1,40}? (?:and|und|et) ", re.IGNORECASE)
"""'Between the first and the second year' turns to nothing new."""
BARE_POINTS = re.compile(r"\s?(?:points?|Punkte?n?)\b(?! (?:d['’e]indice|de base|of))")
GAINED = re.compile(
    r"\b(?:gain(?:s|ed)|los(?:t|es)|gewann\w*|gewinn\w*|verlor\w*|verlier\w*|gagn\w*|perd\w*) $", re.IGNORECASE
)
ANAPHORA = re.compile(
    r"\W*(?:The|This|That|Dies\w*|Das|Der|Die|Cette|Cet|Ce|La|Le|Les|L['’]|Il s['’]agit|この|その|이|그|이러한|这)(?:\b|\w)"
)
"""What begins a sentence that takes up what was told before it."""
REAL = re.compile(
    r"\b(?:real[- ]terms|in real terms|constant (?:prices|euros|dollars)|inflation-adjusted|preisbereinigt\w*|"
    r"inflationsbereinigt\w*|nominal\w*|en (?:euros|monnaie|francs) constante?s?|"
    r"en (?:valeur|termes) réel\w*|en volume)\b|実質(?!的)|名目|실질(?!적)|명목|实际|不变价",
    re.IGNORECASE,
)
"""What is counted in prices of another year follows from no two amounts as they were."""
HINT = Hint(
    r"kürz|senk|reduz|steiger|erhöh|verring|rédui|augment|baiss|progress|recul|rais|boost|reduc|declin|increas|"
    r"decreas|拡大|縮小|引|인상|인하|확대|축소|"
    r"[%％]|percent|\bcent\b|prozent|points|punkte|gagn|perd|mehr|weniger|moins|plus|more|fewer|less|"
    r"divis|doubl|dopp|halb|hälfte|drittel|viertel|dreif|"
    r"vierf|tripl|third|quarter|half|halv|tiers|quart|moitié|allong|raccourc|verkürz|verläng|shorten|lengthen|倍|半|"
    r"ポイント|포인트|短縮|改善|多|少|高|低|膨|縮|上積|"
    r"上乗|増|減|短|長|짧|길어|빨라|늦어|배|절반|단축|개선|불어|커졌|뛰|늘|줄|증|감|차이|zuwachs|aufwuchs|anstieg|rückgang|zunahme|abnahme|"
    r"repli|tombé|gain|surg|lower|higher|niedrig|höher|"
    r"relevé|relèv|accroî|accrue?s?$|aufsto|aufgest|anheb|angehob|abaiss|amput|rabot|slash|"
    r"rose|rise|fell|fall|grew|grow|climb|drop|cut|stieg|sank|[–△▲+−](?:\s?\d|$)",
)
EXCEEDS = re.compile(r"\s?(?:上回|下回|超過|초과|웃돌|밑돌)")
