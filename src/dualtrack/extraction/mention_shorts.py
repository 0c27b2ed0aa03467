"""Countries written with one character: 日米韓 and 訪印, 中美 and 访华, 한미일 and 방미.

Such a character is a country only in company: in a run of them, after 訪 在 対 and the like, before 政府 大統領 and the like, or in a
list set off by marks. In any other place (印刷, 増加, 仏教, 英語, 日中は) it is part of a word.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from dualtrack.codebook import codebook

Short = tuple[int, int, str]
"""Start, end and country."""

_KANJI = "一-鿿々"
_NOT_BEFORE = {  # what may not follow: the character is then part of a word
    "日": "本程時付常々間曜刊記誌額数帰没照光産用系",
    "中": "国央心小間期長止核学高等立東南部西級型断身枢継世略旬毒途文古和性華卒隊尉佐将盤堅",
    "英": "語文雄知才断気会単訳検数国",
    "独": "自立特占創裁断学身房法行善楽",
    "仏": "教像壇閣前頂典式",
    "印": "刷象字鑑税紙章度",
    "加": "盟入速算工味わえ熱害圧筆担重点減州奈",
    "伊": "藤豆勢丹達東賀那予能方佐",
    "豪": "雨華州快雪族勢農商",
    "露": "出骨呈店天地光",
    "台": "湾風数所車頭帳詞本北中南",
    "米": "国穀粒価作飯ドル",
    "韓": "国",
    "欧": "州文",
    "ロ": "",
    "朝": "鮮",
}
_JA = "日米英独仏伊加豪印韓中露ロ台欧"
_JA_RUN = re.compile(rf"[{_JA}]{{2,}}")
_JA_AFTER_PREFIX = re.compile(
    rf"(?=[訪在駐対渡反親知滞離来])(?:(?<![来探歴再])訪|(?<![現存所実不潜自健点滞散内外介偏])在|(?<![常進])駐|(?<![反絶相敵応初一])対|(?<![引譲過言])渡|(?<![違背謀])反|"
    rf"(?<![両父母肉])親|(?<![{_KANJI}])[知滞離]|(?<![本従将未以由元古出往到再])来(?=日))([{_JA}])"
)
_JA_OFFICE = (
    "政府|大統領|首相|議会|当局|軍|国務|財務|商務|国防|国土|司法|教育省|エネルギー省|通商|外相|外務|国内|国民|上院|下院|連邦|企業|大手|紙|誌|"
    "メディア|大学|研究|科学|側|産業|産|主導|両国|間|首脳|経済|財界|航空|宇宙|世論|東部|西部|南部|北部|中西部|次期|新政権|前政権|現政権|政権|系|"
    "内務|保健|環境|農務|労働|特許|原子力|陸軍|海軍|空軍|専門家|高官|長官|大使|有力|名門|国籍|留学|半導体|AI|IT|テック"
)
_JA_BEFORE_OFFICE = re.compile(
    rf"(?<![{_KANJI}ァ-ヺーA-Za-z])([{_JA.replace('日', '').replace('中', '').replace('台', '').replace('欧', '')}])"
    rf"(?=(?:{_JA_OFFICE})|(?<!ロ)(?!ドル|ポンド|フラン|ウォン|ルピー|ルーブル)(?:[ァ-ヺ][ァ-ヺー・]|[A-Z][A-Za-z]))"
)
_JA_LISTED = re.compile(
    rf"(?=[{_JA}])(?:(?<![{_KANJI}ァ-ヺーぁ-ゖA-Za-z0-9])([{_JA}])(?=[、・,，/／）)]\s?)"
    rf"|(?<=[、・,，/／（(])([{_JA}])(?=[、・,，/／）)]|の|など|等|両|各|[0-9０-９三四五]か?カ?ヵ?国|$))"
)
_JA_ALONE = re.compile(
    r"(?=[米英独仏豪韓露伊])(?:^|(?<=[。\n「『（(、・\s]))(?:([米英独仏豪韓露伊])(?=[がはも](?!じ))|([米英独仏豪韓露])(?=、(?!豆|麦|野菜|肉|魚)))(?![^。\n]{0,8}"
    r"(?:価格|生産量|収穫|消費|備蓄|品種|農家|炊|食べ|高騰|不足))"
)
_JA_WITH_BLOC = re.compile(
    rf"(?=[{_JA}])(?:(?<![{_KANJI}])([{_JA}])(?=[・-]?(?:EU|ASEAN|NATO|アフリカ|インド|ロシア|ウクライナ|メキシコ|カナダ|フィリピン|ベトナム|モンゴル))"
    rf"|(?<=EU)([日米英中韓印豪加])(?=首|間|貿|定|関|協|投|デ|サ))"
)
_DATE_BEFORE = re.compile(r"[0-9０-９一二三四五六七八九十同今毎本平翌前当祝連休数終近明昨過先元期半]$")
_DAYTIME = re.compile(
    "韓|関係|首脳|外相|両|間|共同|科学|友好|経済|協力|平和|国交|戦争|協定|対話|貿易|防衛|高級|会談|投資|連携|交流|台|米|露|印|欧|豪|・"
)

_ZH = "美日韩韓中英法德印俄欧歐澳加台臺朝乌"
_ZH_RUN = re.compile(rf"[{_ZH}]{{2,}}")
_ZH_AFTER = re.compile(
    r"(?=[访赴对驻来旅留援抵离在])(?<![相反绝面针应核])(?:访|赴|对|驻|来|旅|留|援|抵|离|(?<![存现所实内潜外正])在)([华美日韩英法德印俄欧澳加])"
)
_ZH_PARTY = re.compile(
    r"(?<![其集当空高初途完优司执立宪违合依守非刑民道品近])([美日韩中英法德俄欧印])(?=方(?!面|法|式|针|案|向|位|便|程|可|才|能|言)|政府|总统|首相|国会|商务部|财政部|媒体|企业|军方|两国|双方)"
)
_ZH_NOT_AFTER = {
    "美": "国國元好丽术洲食学观容金妙味满中不",
    "中": "国國央心小间期文学华等东部级型断共药介止长",
    "日": "本元期常程内报夜光益前后志用语记",
    "法": "国國律规院案定人官语庭治制学",
    "英": "国國语文雄镑才寸",
    "德": "国國语行育州",
    "印": "度尼刷象章发证太",
    "加": "拿强快大入速工上以之盟坡剧固",
    "台": "湾灣北风阶式词",
    "臺": "灣北中南風階東大",
    "韓": "國語元",
    "歐": "洲盟委元",
    "华": "人侨裔语盛为夏东北南中盛尔丽",
    "韩": "国國语元",
    "俄": "罗国國语勒",
    "欧": "洲盟委元",
    "澳": "大洲门门",
    "朝": "鲜着向代野",
    "乌": "兹鲁克拉龟",
}
_ZH_LISTED = re.compile(
    r"(?:(?<![\u4e00-\u9fff])[美日韩韓英法德俄印欧歐澳加](?:、[美日韩韓英法德俄印欧歐澳加意荷中])+|[美日韩韓英法德俄](?:、[美日韩韓英法德俄意荷中加澳]){1,6})"
    r"(?=[两兩三四五六七八九][国國]|[等各][国國多]|等)"
)
_ZH_ALONE = frozenset({"中法院", "日中"})

_KO = {
    "한": "KR",
    "미": "US",
    "일": "JP",
    "중": "CN",
    "러": "RU",
    "영": "GB",
    "독": "DE",
    "불": "FR",
    "북": "KP",
    "호": "AU",
}
_KO_PAIRS = (
    "한미일|미한일|한일미|한중일|중한일|한일중|일중한|미중일|한미|한중|한일|한러|한영|한독|한불|한호|한·미·일|미중|미일|미러|미영|영미|중일|중러|일중|일미|"
    "북중|북러|북미중|한미중|북중러|북미러|미중러|한미영|중미(?= ?(?:갈등|관계|무역|정상|경쟁|패권))|북미(?= ?(?:정상|회담|관계|협상|대화|대표))"
)
_KO_RUN = re.compile(
    rf"(?<![가-힣])(?:제\d차 ?)?({_KO_PAIRS})(?=[^가-힣]|$|정상|회담|동맹|협력|관계|공동|양국|3국|간|과학|경제|무역|갈등|외교|장관|연합|기술|패권|경쟁|통상|원자력|우주|자유|은|는|이|가|의|을|를|과|와|도|로|에|안보)"
)
_KO_LISTED = re.compile(
    r"(?<![가-힣A-Za-z])((?:[한미일중러영독불북호]|EU|유럽|인도|호주|아세안)(?:[·ㆍ・‧-](?:[한미일중러영독불북호]|EU|유럽|인도|호주|아세안|인|독|프|이|캐))+)(?![A-Za-z])"
)
_KO_VISIT = re.compile(
    r"(?<![가-힣])(?:방|대|주|재|친|반|도|탈)(미|중|일|러|영|독|불)(?=[^가-힣]|$|[은는이가을를의과와도로에]|정책|관계|수출|투자|외교|무역|협상|유학|한국|대사|통상|압박|의존|견제|특사|기간|일정)"
)
_KO_KOREA = re.compile(
    r"(?<![가-힣])(?:방|주|대)(한)(?= |$|[^가-힣]|[미일중]군|미군|대사|미국|중국|일본|영국|외교|외국|EU|유럽|투자|기간|일정|중|을|은|이)"
)


def find_shorts(text: str, language: str) -> Iterator[Short]:
    """The countries written with one character each, in a text of one language; places may repeat."""
    finder = _FINDERS.get(language)
    return finder(text) if finder else iter(())


@lru_cache(maxsize=8)
def _country_of(language: str) -> dict[str, str]:
    shorts = {
        forms.short[language]: code for code, forms in codebook().country_forms.items() if language in forms.short
    }
    return {**shorts, **({"ロ": "RU"} if language == "ja" else {}), **(_TRADITIONAL if language == "zh" else {})}


_TRADITIONAL = {"华": "CN", "華": "CN", "臺": "TW", "韓": "KR", "歐": "EU", "烏": "UA", "紐": "NZ"}


def _japanese(text: str) -> Iterator[Short]:
    country = _country_of("ja")
    for run in _JA_RUN.finditer(text):
        yield from _japanese_run(text, run.start(), run.end(), country)
    for found in _JA_AFTER_PREFIX.finditer(text):
        if _free_after(text, found.start(1), found.end(1)):
            yield found.start(1), found.end(1), country[found[1]]
    for found in _JA_BEFORE_OFFICE.finditer(text):
        end = found.end(1) + (2 if text.startswith("政府", found.end(1)) else 0)
        yield found.start(1), end, country[found[1]]
    for found in _JA_BRAZIL.finditer(text):
        yield found.start(), found.end(), "BR"
    for found in _JA_BESIDE.finditer(text):
        if text.startswith(_katakana_names(), found.end()):
            yield found.start(), found.end(), country[found[0]]
    for pattern in (_JA_WITH_BLOC, _JA_ALONE):
        yield from _one_of_two(pattern, text, country)
    yield from _japanese_lists(text, country)


def _one_of_two(pattern: re.Pattern[str], text: str, country: dict[str, str]) -> Iterator[Short]:
    for found in pattern.finditer(text):
        at = found.start(1) if found[1] else found.start(2)
        yield at, at + 1, country[text[at]]


def _japanese_run(text: str, start: int, end: int, country: dict[str, str]) -> Iterator[Short]:
    before = text[start - 1] if start else ""
    if (text[start] == "日" and _DATE_BEFORE.search(before)) or (
        re.match(rf"[{_KANJI}]", before) and before not in "対訪在駐渡反親新元前現各旧的の"
    ):
        start += 1
    if text[start] == "ロ" and re.match("[ァ-ヺー]", before):
        start += 1
    while end - start > 1 and not _free_after(text, end - 1, end):
        end -= 1
    if end - start == 2 and text[end - 1] == "中" and before and before in "訪在滞駐渡来離":
        return
    run = text[start:end]
    if end - start < 2 or not _sensible(run, text[end : end + 3]):
        return
    for at in range(start, end):
        yield at, at + 1, country[text[at]]


def _sensible(run: str, after: str) -> bool:
    if run == "日中":
        return bool(_DAYTIME.match(after))
    if run in ("中日", "中米", "中欧", "日台", "加日", "台中", "中台"):
        return bool(_DAYTIME.match(after)) and run not in ("中欧", "台中")
    return run != "欧米" and len(set(run)) == len(run)


def _free_after(text: str, start: int, end: int) -> bool:
    following = text[end : end + 1]
    if text[start] == "ロ" and re.match("[ァ-ヺー]", following):
        return False
    if text[start] == "米" and text.startswith("ドル", end):
        return False
    return not following or following not in _NOT_BEFORE.get(text[start], "").replace("ドル", "")


def _japanese_lists(text: str, country: dict[str, str]) -> Iterator[Short]:
    """Single characters in a list; one alone is a country only where another country stands beside it."""
    for match in _JA_LISTED.finditer(text):
        at = match.start(1) if match[1] else match.start(2)
        if _in_company(text, at, country):
            yield at, at + 1, country[text[at]]


def _in_company(text: str, at: int, country: dict[str, str]) -> bool:
    if text[at - 1 : at] in ("（", "(") and text[at + 1 : at + 2] in ("）", ")"):
        return text[at] in "米英独仏伊加豪印韓中露"
    left = re.search(r"([^、・,，/／（(\s]+)[、・,，/／]$", text[max(0, at - 12) : at])
    right = re.match(r"[、・,，/／]\s?([^、・,，/／）)\s]+)", text[at + 1 : at + 14])
    beside = [found[1] for found in (left, right) if found]
    return any(_short_word(word, country) or _country_word(word) for word in beside)


def _short_word(word: str, country: dict[str, str]) -> bool:
    return word[0] in country and (len(word) == 1 or word[1] in "両各など等の首外3三")


def _country_word(word: str) -> bool:
    known = _country_starts()
    return any(word.startswith(name) or word.endswith(name) for name in known)


@lru_cache(maxsize=1)
def _country_starts() -> tuple[str, ...]:
    names = {form.text for form in codebook().naming.forms if form.language == "ja" and form.id.isupper()}
    return (*sorted((name for name in names if 2 <= len(name) <= 8), key=len, reverse=True), "EU", "ASEAN", "NZ")


def _chinese(text: str) -> Iterator[Short]:
    country = _country_of("zh")
    for run in _ZH_RUN.finditer(text):
        start, end = run.span()
        before = text[start - 1] if start else ""
        if (text[start] == "日" and re.match(r"[0-9０-９一二三四五六七八九十今昨明同生每近节]", before)) or (
            text[start] in "中加美法" and re.match("[其集当增参更在从优立宪司非]", before) and text[start] != "美"
        ):
            start += 1
        while end - start > 1 and text[end : end + 1] in _ZH_NOT_AFTER.get(text[end - 1], "") and text[end : end + 1]:
            end -= 1
        if end - start >= 2 and text[start:end] not in _ZH_ALONE and len(set(text[start:end])) == end - start:
            yield from ((at, at + 1, country[text[at]]) for at in range(start, end))
    for listed in _ZH_LISTED.finditer(text):
        yield from ((at, at + 1, country[text[at]]) for at in range(*listed.span()) if text[at] in country)
    for pattern in (_ZH_AFTER, _ZH_PARTY):
        for found in pattern.finditer(text):
            if text[found.end(1) : found.end(1) + 1] not in (*_ZH_NOT_AFTER.get(found[1], ""),):
                yield found.start(1), found.end(1), country[found[1]]


def _korean(text: str) -> Iterator[Short]:
    for pattern in (_KO_RUN, _KO_LISTED):
        for found in pattern.finditer(text):
            for at in range(found.start(1), found.end(1)):
                alone = pattern is _KO_RUN or not re.match("[가-힣]", text[at + 1 : at + 2])
                before = pattern is _KO_RUN or at == found.start(1) or not re.match("[가-힣]", text[at - 1])
                if text[at] in _KO and before and (alone or at + 1 == found.end(1)):
                    yield at, at + 1, _KO[text[at]]
    for found in _KO_BESIDE.finditer(text):
        if text[found.end() :].startswith(_korean_names()):
            yield found.start(1), found.end(1), _KO[found[1]]
    for run in _KO_HANJA.finditer(text):
        yield from ((at, at + 1, _HANJA[text[at]]) for at in range(*run.span()))
    for pattern in (_KO_VISIT, _KO_KOREA):
        for found in pattern.finditer(text):
            yield found.start(1), found.end(1), _KO[found[1]]


_HEADING = re.compile(
    r"(?m)^[ \t#*■●◆▼▶【]{0,6}((?:[美米英德独法仏日韩韓俄露印欧歐澳豪加中](?:[、・/,，] ?)?){1,5})(?=[】:：]|[ \t]*$)"
)
_HANJA = {
    "美": "US",
    "日": "JP",
    "中": "CN",
    "英": "GB",
    "獨": "DE",
    "独": "DE",
    "佛": "FR",
    "韓": "KR",
    "北": "KP",
    "露": "RU",
    "印": "IN",
    "濠": "AU",
    "臺": "TW",
}
_KO_HANJA = re.compile(
    r"(?<![一-鿿가-힣(（])[美日中英獨独佛韓北露印濠臺]{1,4}(?=[ ·,‧]? ?[가-힣A-Za-z\"'“‘]|[,·]|\s*$|\n)"
)


def find_headings(text: str, language: str) -> Iterator[Short]:
    """The countries that a line of single characters names: the heads of a deck's slides (美, 英、欧)."""
    if language not in ("ja", "zh"):
        return
    country = {**_country_of("ja"), **_country_of("zh"), **_TRADITIONAL}
    for found in _HEADING.finditer(text):
        for at in range(found.start(1), found.end(1)):
            if text[at] in country:
                yield at, at + 1, country[text[at]]


_KO_BESIDE = re.compile(r"(?<![가-힣])([한미일중영독])[-·ㆍ‧∙・]")


@lru_cache(maxsize=1)
def _korean_names() -> tuple[str, ...]:
    return tuple(
        {
            form.text
            for form in codebook().naming.forms
            if form.language == "ko" and form.id.isupper() and len(form.text) > 1
        }
    )


_JA_BRAZIL = re.compile(rf"(?<![{_KANJI}])伯(?=側|国(?!際)|政府|大統領)")
_JA_BESIDE = re.compile(rf"(?<![{_KANJI}0-9])[日米英独仏中韓豪印](?=[ァ-ヴ])|(?<=[0-9]回)日(?=[ァ-ヴ])")


@lru_cache(maxsize=1)
def _katakana_names() -> tuple[str, ...]:
    forms = codebook().naming.forms
    return tuple(
        {f.text for f in forms if f.language == "ja" and f.id.isupper() and re.fullmatch("[ァ-ヴー・]{3,}", f.text)}
    )


_FINDERS: dict[str, Callable[[str], Iterator[Short]]] = {"ja": _japanese, "zh": _chinese, "ko": _korean}
