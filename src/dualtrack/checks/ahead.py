"""Words of what is ahead: plans, schedules in the present tense, what is open, and plans told as kept or dropped."""

import re

AHEAD = re.compile(
    r"\b(?:will|shall|(?<!\bthe )(?<!\ba )plans? to|planned|planning to|scheduled|slated|set to|"
    r"on track to|due|expected|expects? to|"
    r"intends? to|anticipates?|aims? to|hopes? to|to be "
    r"(?:confirmed|announced|decided|published|launched|completed|held|"
    r"appointed|determined|signed|adopted|established|introduced|released|issued|presented|opened|finali[sz]ed|"
    r"delivered|submitted|concluded|inaugurated|made public|rolled out|set up|filled|named|selected)|"
    r"(?:foreseen|pencilled in|set|envisaged|targeted|announced|earmarked|timetabled) for|foreseen in|yet to be|"
    r"not yet (?:known|announced|decided|confirmed|fixed|set)|upcoming|forthcoming|is to|are to|by the end of|no "
    r"later than|deadline|"
    r"wird|werden|soll(?:en)?|geplant|vorgesehen|voraussichtlich|spätestens|bis Ende|erwartet|anvisiert|zu rechnen|"
    r"zu erwarten|angestrebt|angepeilt|"
    r"angesetzt|terminiert|avisiert|beabsichtigt|angekündigt für|noch nicht (?:bekannt|bestätigt|entschieden|fest)|"
    r"steht an|"
    r"stehen an|folgt|folgen|"
    r"sera|seront|prévue?s?|prévoit|prévoient|devrait|devraient|devra|devront|d'ici|au plus tard|doit être|"
    r"doivent être|attendue?s?|programmée?s?|"
    r"annoncée?s? pour|envisagée?s?|programmée?s? (?:pour|en)|fixée?s? (?:au|à|pour)|à paraître|doi(?:t|"
    r"vent) [a-zà-ÿ]+(?:er|ir|re)|"
    r"pas encore (?:connue?s?|fixée?s?|arrêtée?s?|confirmée?s?)|"
    r"aura lieu|auront lieu|[a-zà-ÿ]{3,}(?:era|eront|ira|iront|dra|dront)|\w*(?:mettra|paraîtra|naîtra))\b|"
    r"\bby (?=(?:early |late |mid-)?(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|20\d\d|Q[1-4]|spring|summer|autumn|the end|\d{1,2} [A-Z]))|"
    r"予定|見込み|見込む|見通し|までに|計画(?:である|だ|中|を(?:立|発表|策))|目指す|方針|めど|目途|つもり|見込んで|控えて|開催される|하기로|예정|"
    r"계획(?:이다|임|이며|입니다)|"
    r"[될할릴갈올일날] (?:것(?:으로|이|입|임)|계획|전망|방침)|기로 (?:했|하였|합의)|"
    r"전망|까지|목표|预计|计划于|计划在|将于|将在|定于|拟于|之前",
    re.IGNORECASE,
)
DROPPED = re.compile(
    r"\b(?:had been|had to|was|were|has been|have been) (?:[\w-]+ ){0,2}?(?:due|planned|scheduled|expected|slated|"
    r"set|to|intended|announced|foreseen)\b|"
    r"\b(?:originally|initially|first planned|previously|postponed|delayed|cancelled|superseded|missed|"
    r"zunächst|ursprünglich|anfangs|verschob\w*|verschoben|verzögert\w*|abgesagt|sollten?|"
    r"war(?:en)? [^.;]{0,60}(?:vorgesehen|geplant|erwartet|angekündigt)|"
    r"initialement|à l'origine|devai(?:t|ent)|reportée?s?|annulée?s?|(?:était|étaient|avait été|avaient été|a été|"
    r"ont été) (?:[\w-]+ ){0,2}?(?:prévue?s?|attendue?s?|annoncée?s?|programmée?s?))\b|"
    r"当初|もともと|予定(?:だった|であった|でした|されていた|とされていた|していた|としていた)|見込(?:み|ま)?(?:だった|"
    r"であった|れていた)|とされていた|延期|中止|"
    r"당초|원래|애초|예정이(?:었|던)|예정되어 있(?:었|던)|계획이(?:었|던)|연기|취소|원정|原定|原计划|推迟|延期|取消",
    re.IGNORECASE,
)
"""A plan told as one of the past: kept, missed, put off or given up."""
KEPT = re.compile(
    r"\b(?:as (?:planned|scheduled|expected|foreseen|announced|intended)|on schedule|on time|ahead of schedule|"
    r"wie (?:geplant|vorgesehen|angekündigt|erwartet)|"
    r"planmäßig|fristgerecht|termingerecht|comme (?:prévu|annoncé|convenu|attendu)|dans les délais)\b|予定(?:どおり|"
    r"通り)|"
    r"計画(?:どおり|通り)|계획대로|예정대로|按计划|如期",
    re.IGNORECASE,
)

SCHEDULED = re.compile(
    r"\b(?:takes? place|goes live|opens|starts|begins|convenes|kicks off|launches|publishes|appears|enters into force|"
    r"findet|finden|beginnt|beginnen|startet|starten|erscheint|erscheinen|tagt|öffnet|tritt|treten|"
    r"a lieu|ont lieu|se tient|se tiennent|débute|débutent|commence|commencent|s['’]ouvre|ouvre|ouvrent|s['’]ouvrent|"
    r"démarre|"
    r"démarrent|"
    r"paraît|paraissent|entre en vigueur|intervient)\b|"
    r"(?:日|月|年度?内|年度?中|[春夏秋冬末期旬])(?:に|中に|内に)[^。、]{0,30}?(?:する|行う|開く|始める|始まる|決める|設ける|出す|"
    r"まとめる|開かれる|される|公募する|定める)(?=[。\s]|\Z)|"
    r"(?:한다|된다|열린다|나온다|연다|마련한다|내놓는다)(?=[.\s]|\Z)",
    re.IGNORECASE,
)
"""The present tense by which a text says when a thing is to begin, to be held or to come out."""
PENDING = re.compile(
    r"\bTBC\b|\bTBD\b|\bTBA\b|\bto be (?:confirmed|announced|decided|determined)\b|\bpending (?:confirmation|"
    r"approval|ratification)\b|\bawaiting (?:confirmation|approval)\b|"
    r"未定|調整中|追って(?:お知らせ|通知|公表)|承認待ち|検討中|未了|미정|협의 중|조율 중|추후 (?:공지|안내)|"
    r"noch (?:offen|nicht (?:bestätigt|bekannt|entschieden|fest))|not yet (?:known|confirmed|decided|announced)|"
    r"wird noch bekannt|werden noch bekannt|in Abstimmung|en cours de définition|à préciser|à "
    r"confirmer|à déterminer|pas encore (?:connue?s?|fixée?s?|arrêtée?s?|confirmée?s?)|待定|"
    r"尚未确定",
    re.IGNORECASE,
)
"""Words for what was open when the text was written."""
