"""Kinds of event that a policy text dates: signing, adoption, opening, decision, in six languages."""

import re

_EVENT_WORDS = {
    "sign": r"\bsign(?:ed|s|ing|ature)\b|\bconcluded\b|署名|締結|調印|서명|체결|unterzeichn|unterschr|geschlossen|"
    r"\bsigné|signature|\bconclu|签署|签订",
    "adopt": r"\badopt(?:ed|s|ion)\b|\bpassed\b|採択|채택|의결|verabschied|angenommen|adopté|adoption|\bvoté|通过",
    "launch": r"\blaunch(?:ed|es)?\b|\bstarted\b|\bbegan\b|\bkicked off\b|開始|発足|立ち上げ|출범|시작|착수|"
    r"gestartet|startete|begann|\blancé|lancement|débuté|启动",
    "publish": r"\bpublish(?:ed|es)?\b|\breleased\b|\bissued\b|\bpublication\b|公表|発表|公開|발표|공개|"
    r"veröffentlicht|Veröffentlichung|vorgelegt|publié|paru|发布|公布",
    "hold": r"\bheld\b|\btook place\b|\bmet\b|\bconvened\b|開催|開かれ|개최|열렸|열린|stattgefunden|\bfand|\btagte|"
    r"\btenue?\b|a eu lieu|s'est réuni|举行|召开",
    "force": r"\bentered into force\b|\btook effect\b|\bcame into force\b|発効|施行|발효|시행|in Kraft|"
    r"entrée? en vigueur|生效|施行",
    "establish": r"\bestablish(?:ed|es)?\b|\bfounded\b|\bcreated\b|\bset up\b|設立|創設|設置|설립|신설|gegründet|"
    r"eingerichtet|créé|fondé|成立|设立",
}
_MORE_WORDS = {
    "decide": r"\bdecided\b|\bdecision\b|\bapproved?\b|\bapproval\b|\bendorsed\b|決定|承認|閣議決定|결정|승인|확정|"
    r"beschloss|beschlossen|Beschluss|gebilligt|genehmigt|"
    r"décidé|décision|approuvé|validé|决定|批准",
    "open": r"\bopen(?:ed|s)\b|\binaugurated\b|\bopening\b|開所|開設|開館|オープン|개소|개관|eröffne|inauguré|"
    r"inauguration|\bouvert|启用|揭牌",
    "appoint": r"\bappointed\b|\bnamed\b|\btook office\b|任命|就任|임명|취임|ernannt|berufen|nommé|任命",
    "submit": r"\bsubmitted\b|\bdelivered\b|\bhanded over\b|提出|答申|제출|übergeben|eingereicht|remis|déposé|提交",
    "complete": r"\bcompleted\b|\bended\b|\bfinished\b|\bclosed\b|完了|終了|閉幕|완료|종료|abgeschlossen|beendet|"
    r"endete|achevé|terminé|clos\b|完成|结束",
    "promulgate": r"\bpromulgat|公布|공포|verkündet|Verkündung|promulgu",
    "visit": r"\bvisit(?:ed)?\b|訪問|방문|besucht|Besuch|visite|访问",
}


_SUMMED_UP = {
    "sign": r"\bUnterschrift|\bUnterzeichnung|結[ばんび]|맺|체결",
    "adopt": r"\bVerabschiedung|\bAnnahme(?= des)|制定|可決|成立|제정|통과",
    "launch": r"\btätig\b|\bArbeit auf\b|\bBetrieb auf\b|\bin Betrieb\b|\boperational\b|\bin operation\b|"
    r"\bentrée? en service|稼働|가동|\bstart(?:s|et|eten)?\b|\bdémarr|\bcommenc|시작|開始|始ま|スタート|출범",
    "force": r"\b(?:gilt|gelten|in Kraft) seit\b|\bin force since\b|\bapplie[sd]? (?:from|since)\b|"
    r"\bInkrafttreten|\bentry into force\b|"
    r"\ben vigueur depuis\b|適用",
    "establish": r"\b(?:creation|foundation|founding|establishment)(?= of\b)|\bGründung|\bEinrichtung(?= de[rs]\b)|"
    r"\bSchaffung(?= de[rs]\b)|"
    r"\bcréation\b|\bfondation(?= d)|立ち上げ|세워",
    "open": r"문을 열|문을 연|열었|開き|개원|개관|開業|開通|개통|개장|"
    r"\b(?:put|brought|came|went) into (?:service|operation)\b|"
    r"\bfreigegeben|\bFreigabe\b|\bInbetriebnahme|\bmise? en service|\bouvert(?:ure)?|"
    r"\bnahm(?:en)?\b.{0,90}\b(?:Betrieb|Arbeit)\b.{0,60}\bauf\b",
    "introduce": r"\bintroduced\b|\bintroduction(?= of\b)|\beingeführt|\bEinführung\b|\binstauré|"
    r"\bmise? en place\b|導入|도입|"
    r"\baufgelegt|新設|創設",
    "reform": r"개편|再編|刷新|改編|\boverhauled\b",
    "hold": r"\bréunie?s?\b|\btagt|\bhosted\b|\bse tiendra\b|\btenues?\b|開か|열린|열렸|열었|열려|가졌|ausgerichtet|"
    r"\bstatt\b",
    "close": r"\bdeadlines?\b|\bclos(?:es?|ing)\b|\bdue\b|\bsubmitted (?:\w+ ){0,6}by\b|\bbe in by\b|"
    r"\b(?:apply|submit) (?:\w+ ){0,4}by\b|\binvited (?:\w+ ){0,4}by\b|\w*[Ff]rist\b|"
    r"\bendet\b|\beinzureichen|\beingereicht|\bbewerben|\bEinsendeschluss|"
    r"\bclôtur|\bclos\b|\bdate limite|\bjusqu['’]|\béchéance|\bau plus tard|\bferm(?:é|ée|és|ées|eture)\b|"
    r"締め?切|期限|まで|마감|까지|기한",
    "end": r"\bruns? until\b|\bexpires?\b|\bläuft\b.* bis\b|\b(?:prend|pris) fin\b|\bexpired\b|"
    r"\blief(?:en)?\b.* \bab\b|"
    r"満了|만료",
    "propose": r"\bproposed\b|\btabled\b|\bvorgeschlagen|\blegte\b.*\bvor\b|\bproposé|提案|제안",
    "agree": r"\bagreed\b|\bendorsed\b|\bvereinbart|\beinigten\b|\bconvenu|合意|一致|합의",
    "join": r"\bjoin(?:ed|s|ing)?\b|\baccess?ion\b|\bacceded\b|\bbeigetreten|\btrat\b.*\bbei\b|"
    r"\bBeitritt|\brejoi(?:nt|gn)|"
    r"\badhér|\badhésion|加盟|加入|参画|가입|합류",
    "award": r"\bawarded\b|\bselected\b|\bbewilligt|\bausgewählt|\bsélectionné|\bretenu|採択|選定|선정",
}


def _compiled(words: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in words.items()}


EVENTS = _compiled(_EVENT_WORDS)
"""The kinds that the evidence base has verbs for."""
ALL_EVENTS = EVENTS | _compiled(_MORE_WORDS)
"""Those and others that only a text is compared with itself for."""
TOLD_EVENTS = _compiled(
    {
        name: "|".join(filter(None, (_EVENT_WORDS.get(name), _MORE_WORDS.get(name), _SUMMED_UP.get(name))))
        for name in dict.fromkeys((*_EVENT_WORDS, *_MORE_WORDS, *_SUMMED_UP))
    }
)
"""Those, deadlines and agreements: what a summary says again in other words."""
ANY_EVENT = re.compile("|".join(pattern.pattern for pattern in TOLD_EVENTS.values()), re.IGNORECASE)
