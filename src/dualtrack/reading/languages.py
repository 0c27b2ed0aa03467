"""Which language a passage is in: by script, then by the small words that only one language uses.

Cheap and without a model: it says nothing ('') where the evidence is thin, rather than guess.
"""

import re
from collections import Counter
from collections.abc import Iterable

_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff\uff66-\uff9d]")
_HANGUL = re.compile("[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_OTHER = re.compile("[\u0370-\u1fff\u2c00-\u2dff\ua000-\uabff]")
_SAMPLE = 200
_SHORT = 60
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]{1,2000}")
_SIMPLIFIED = re.compile(
    "[们这为际发关议说时进动实业产经东车长门问间书图报护战对应开过还两让达统计设华处务员项资联势协创标总认术领讯阶级导压尔亚铁钱银难题顾风飞龙权执环绿纳绩节约规视试话语课谁调负财质购贸费贺赛转软轻较辑输边运远连选邮针错页须颁预]"
)
_JAPANESE_HAN = re.compile(
    "["
    "亜唖穐悪鯵圧鮎囲壱稲鰯隠欝営栄頴鋭駅閲円焔縁艶薗塩汚応鴬鴎穏仮価菓壊廻懐絵鈎拡撹殻覚楽樫梶渇椛竃噛栢"
    "苅勧巻寛歓潅観諌関陥舘巌贋顔帰気亀戯犠拠挙郷尭暁倶駆駈喰粂勲薫啓恵掲渓経継繋蛍軽頚鶏撃倹剣圏検権県険"
    "顕験鹸厳戸袴呉娯碁効広鉱砿麹黒狛込査歳済砕斎剤冴堺榊咲桜笹雑皐桟産讃賛姉歯児鴫宍雫実舎釈呪収繍衆讐従"
    "渋獣縦粛処奨渉焼粧醤乗剰壌嬢浄畳穣譲醸靭図粋酔髄椙瀬斉摂説絶専戦繊賎銭曽疎遡惣捜挿掻巣痩窓総聡荘騒増"
    "臓蔵続楕駄騨対帯滝択沢凧竪単団弾値遅鋳庁徴聴勅栂辻壷逓鉄転兎妬嶋梼闘働峠徳涜読栃瀞呑凪縄弐匂韮廼嚢悩"
    "脳覇廃拝楳売蝿硲畑畠鉢溌発醗髪抜噺晩樋姫氷鋲冨払仏塀箆変辺舗歩穂峯頬毎柾桝侭麿満麺黙杢戻籾匁薬訳鑓揺"
    "様謡頼覧裏竜両猟緑隣瑠塁涙隷霊齢暦歴錬労篭蝋録脇枠鰐椀"
    "]"
)
"""Common kanji of Japanese that neither simplified nor traditional Chinese uses: in JIS, not in GB 2312 or Big5."""

_STOP_WORDS = {
    "en": "the of and to in for that with on is by are was this which be from will has have an it at not "
    "its their these shall",
    "de": "der die und den das von zu mit für im dem des ist auf ein eine nicht sich auch wird werden durch "
    "zur zum bei oder einer",
    "fr": "le la les et des du une dans pour est qui que sur au aux par avec sont cette ce leur ses plus "
    "ainsi être entre",
    "es": "el la los las y del que una por con para es se al su sus este esta entre como más son ha sobre fue",
    "it": "il lo gli di e della delle dei che per con una sono nel nella alla è si da dal come anche più tra questo",
    "pt": "o os as e do da dos das que uma para com não no na em por se mais são ao pela pelo entre este como foi",
    "nl": "de het een van en dat met voor zijn niet op te aan door wordt ook bij naar uit deze dit worden",
    "sv": "och att som för det en är av med till den på inte om ett har de var från",
    "pl": "i w na się z do nie jest że o jak dla przez oraz są",
}
_BY_WORD: dict[str, tuple[str, ...]] = {}
for _language, _words in _STOP_WORDS.items():
    for _word in _words.split():
        _BY_WORD[_word] = (*_BY_WORD.get(_word, ()), _language)


def language_of(text: str) -> str:
    """The ISO 639-1 code of the text's language, or '' where it cannot be told.

    Kana makes Japanese, Hangul Korean; Han alone is read as Chinese (see ``settle`` for bare kanji in a Japanese
    document); Latin script is decided by stop words of nine languages and needs two hits and a clear lead.
    """
    sample = text[:_SAMPLE]
    if "://" in sample or "www." in sample:
        sample = _ADDRESS.sub(" ", sample)
    if not sample.isascii():
        kana, hangul, han = (len(pattern.findall(sample)) for pattern in (_KANA, _HANGUL, _HAN))
        latin = len(_LATIN.findall(sample))
        if kana + hangul + han and 10 * (kana + hangul + han) >= latin:
            return _east_asian(sample, kana, hangul, han)
        if len(_OTHER.findall(sample)) > latin:
            return ""
    return _by_stop_words(sample)


def _east_asian(text: str, kana: int, hangul: int, han: int) -> str:
    if hangul > kana and hangul * 4 >= han:
        return "ko"
    if kana and kana * 20 >= han:
        return "ja"
    if _JAPANESE_HAN.search(text) and not _SIMPLIFIED.search(text):
        return "ja"
    return "zh" if han >= 2 else ""


def _by_stop_words(text: str) -> str:
    counts: Counter[str] = Counter()
    for word in filter(_BY_WORD.__contains__, text.lower().split()):
        for language in _BY_WORD[word]:
            counts[language] += 1
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 2:
        return ""
    if len(ranked) > 1 and ranked[0][1] < 1.25 * ranked[1][1]:
        return ""
    return ranked[0][0]


def settle(texts: Iterable[str]) -> tuple[str, list[str]]:
    """The language of a whole document and of each of its passages.

    The document's is the one with most characters. In a Japanese document Han without kana is Japanese unless it is
    written in simplified characters. In a document of a Latin language a few words in Latin letters take its language.
    """
    found: list[str] = []
    weights: Counter[str] = Counter()
    kept = list(texts)
    for text in kept:
        language = language_of(text)
        found.append(language)
        if language:
            weights[language] += len(text) * (3 if language in ("ja", "zh", "ko") else 1)
    if not weights:
        return language_of(" ".join(kept[:200])), found
    main = weights.most_common(1)[0][0]
    if main == "zh" and weights["ja"] * 5 > weights["zh"]:
        main = "ja"
    if main == "ja":
        found = [
            "ja" if language == "zh" and not _SIMPLIFIED.search(text) else language
            for language, text in zip(found, kept, strict=True)
        ]
    if main not in ("ja", "zh", "ko") and weights[main] * 5 >= weights.total() * 4:
        found = [
            main if not language and len(text) <= _SHORT and _LATIN.search(text) and not _HAN.search(text) else language
            for language, text in zip(found, kept, strict=True)
        ]
    return main, found
