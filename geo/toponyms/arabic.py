"""Place names in Arabic words, by rules.

Arabic has no capitals, and writes "and", "in", "to" and "like" onto the word behind them. A
word is a name if some place bears it as it stands, or else without what is attached. It is
believed if the name is well known and no ordinary word, or if a noun such as "town of"
leads to it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.gazetteer import Role
from geo.text import fold, listed
from geo.toponyms.lists import folded
from geo.toponyms.renown import (
    LONGEST_WORD,
    Reading,
    Renown,
    beside,
    is_demonym,
    is_miswritten,
    renown,
    run,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.gazetteer import Gazetteer
    from geo.model import Toponym
    from geo.text import Word

LETTERS = "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f"
"""Letters of the Arabic script, for a class of `re`."""
_WRITTEN = re.compile(f"[{LETTERS}]")
_MARKS = "[\u0610-\u061a\u0640\u064b-\u065f\u0670]*"
_AND = re.compile(f"[وف]{_MARKS}")
_TO = re.compile(f"[بكل]{_MARKS}")
_RARE = "فك"
"""Particles before which more words are words of their own."""
_TO_THE = re.compile(f"(ل{_MARKS})ل{_MARKS}")
_ARTICLE = "ال"
_JOINS = frozenset({" ", "\u00a0", "-"})
_LONGEST = 5
"""Words of the longest name that is looked for."""
_SHORTEST = 3
"""Letters of the shortest name that stands behind a particle or without its article."""
_SHORTEST_RARE = 5
"""The same behind particles that more words merely begin with."""
_HOME = listed("AE BH DZ EG IL IQ JO KW LB LY MA OM PS QA SA SD SY TN TR YE")
"""Where the language is spoken, or written of every day."""

_SETTLEMENTS = folded("مدينة بلدة قرية محافظة ريف ناحية")
"""Those that are no part of the name behind them."""
_PLACE_NOUNS = folded(
    """
    مدينة مدينتي بلدة بلدتي بلدات قرية قريتي قرى ريف ريفي محافظة محافظتي ولاية إقليم منطقة ناحية
    قضاء مخيم حي حيي ضاحية جزيرة مطار ميناء مرفأ معبر محيط مشارف أطراف ضواحي تخوم بادية سهل
    """
)
"""Nouns that are followed by the name of what they are: "the town of"."""
_PREPOSITIONS = folded(
    """
    في من إلى الى على عن نحو صوب باتجاه قرب بين داخل خارج عبر حتى قبالة جوار شمال شمالي جنوب جنوبي
    شرق شرقي غرب غربي وسط بمحيط قبل
    """
)
_SIDES = folded("شمال شمالي جنوب جنوبي شرق شرقي غرب غربي")
"""What often follows a town, and seldom a word: "al-Bab, north of"."""
_ON = re.compile("[وف]?ع[\u064b-\u0652]*ل[\u064b-\u0652]*ى[\u064b-\u0652]*")
"""The preposition, which is folded to the first name Ali."""
_FIRST_NAMES = folded(
    """
    محمد أحمد محمود علي حسن حسين عمر عثمان خالد سعيد سعد سامي سمير مصطفى إبراهيم إسماعيل يوسف يونس
    موسى عيسى مريم فاطمة عائشة زينب خديجة ليلى سارة هدى نور رنا ريم أمل عادل فارس فادي هادي رامي
    وليد طارق زياد ماهر باسل بشار حافظ ياسر عبد الله الرحمن كريم كمال جمال جلال نبيل نزار غسان
    مروان عدنان رياض فيصل سلمان سلطان فهد ناصر منصور صالح صلاح عماد أيمن أنس بلال حمزة جعفر عباس
    حيدر مهدي قاسم هشام وائل هيثم أسامة بكر زكريا داود سليمان إلياس جورج ميشال أبو أم بن ابن
    """
)
_TITLES = folded(
    """
    الدكتور الدكتورة السيد السيدة العقيد العميد المقدم الرائد النقيب الملازم الجنرال المهندس
    المحامي المحامية الأستاذ الأستاذة الحاج الإعلامي الصحفي الصحفية الناشط الناشطة المدعو
    """
)
_BRANDS = folded(
    """
    قناة صحيفة جريدة مجلة وكالة شبكة موقع إذاعة تلفزيون فضائية فيلق حركة حزب جبهة هيئة تحرير أحرار
    لواء كتيبة كتائب عملية فريق نادي شركة بنك مؤسسة منظمة جمعية فندق مطعم مقهى شارع
    """
)
"""Nouns that are followed by a name which is not where something happens."""
_ORDINARY = folded(
    """
    باب عين شام جزيرة رقة قدس مغرب جبل سوق وادي وان مدينة ميناء قلعة قصر بلد مركز دير تل جديد جديدة
    جامع جامعة صور جمال ثورة سجن علم خبر حد خميس حي بيان إشارة وجه أبيض بيضاء صف جميل قائم حمراء
    خضراء سيدة بيض شهداء سعيدة سالم آب أب قنوات هوية طرف عيون زعيم هندية حمام مالي طبقة ساحل سويا
    مشهد خبراء حاضر حديثة خمس زيارة سلوك معسكر دينار شين أشهر مائة عالية زاوية كسب أمان شجرة سلطات
    حراك شروق كرامة عبور حزم سد نجمة ضمير خالص بشار رياض رشيد غازي نايف صافي ملح صدد بحري قبلي بشري
    بشرى مزرعة كريمة قبة عشاق تاني بركة فحم فحص برج قاسم يبين حولي بصري كائن ربك سترة صخرة قارة
    مساكن كوت عقبة أقصر أمسك جنان طريف خارجة وقف لقاح حرفا بعيدين تربة سلوى مذنب بياض مهين كالي
    بولي منشأة بورصة سلالة صيلة تيرة جيزة قاح ينقل بيرا سرت ليون أراك أكرا يهود بنين سحاب ميدان طور
    هامة سلمية راعي كاف جرف أرى نوا نوى روسو بيجي يرحم شامية جمالية محمدية بحركة ديلي ستيف دورا
    حلوان جاسم فرعون ديانا صوفيا فيكتوريا رباط عمران رمادي زرقاء شقراء حضر عرب كرمان نور مارس مايو
    مارت
    """
)
"""Names that are common words or first names too, with and without the article: a place
only behind a noun of place or before a direction."""
_KNOWN_WITH_ARTICLE = folded(
    """
    الرقة القدس المغرب الرباط الرياض الحمراء السويداء الجيزة الرمادي الخليل العقبة الزرقاء الطبقة
    الميادين القائم الأقصر
    """
)
"""Those that are rather places with it."""


def is_arabic(word: str) -> bool:
    """Tell whether a word begins with an Arabic letter."""
    return not word.isascii() and _WRITTEN.match(word) is not None


def is_written(text: str) -> bool:
    """Tell whether a text has Arabic letters."""
    return not text.isascii() and _WRITTEN.search(text) is not None


def recognise(text: str, written: list[Word], gazetteer: Gazetteer) -> list[Toponym]:
    """Find the place names among the Arabic words of a text.

    Parameters
    ----------
    text : str
    written : list of Word
        Its words.
    gazetteer : Gazetteer

    Returns
    -------
    list of Toponym
        In order, not overlapping, each without the particles attached to it. Adjectives
        and peoples are marked as demonyms.
    """
    found: list[Toponym] = []
    at = 0
    while at < len(written):
        # "And" right behind a name leads to another one.
        follows = bool(found) and text[found[-1].end : written[at].start] == " "
        believed = [
            each
            for each in _readings(text, written, at, gazetteer)
            if _is_believed(each, text, written, at, follows=follows)
        ]
        # Of names that begin in one word the longest, then the one with least cut off.
        reading = max(believed, key=lambda each: (each.stop, -each.start), default=None)
        if reading is not None:
            found.append(reading.toponym(text))
        at = reading.stop if reading is not None else at + 1
    return found


def _readings(text: str, written: list[Word], at: int, gazetteer: Gazetteer) -> Iterator[Reading]:
    """Yield what the words from one on may be names of; particles only before unknown words."""
    word = written[at]
    if len(word.key) == 1 or len(word.text) > LONGEST_WORD or not is_arabic(word.text):
        return
    behind = [each.key for each in written[at + 1 : run(text, written, at, _JOINS, _LONGEST)]]
    led = _leads(beside(text, written, at, at - 1))
    whole = len(word.text)
    for cut, first in _stems(word.text):
        shortest = _shortest(word.text[:cut])
        for key in _names(first, behind, gazetteer, led=led):
            bearers = gazetteer.bearers(key)
            last = at + key.count(" ")
            if bearers is None or is_miswritten(bearers, key) or len(key) < shortest:
                continue
            if last == at and cut > whole:
                continue
            if last == at:
                whole = cut
            start, end = word.start + cut, written[last].end
            yield Reading(start, end, last + 1, key, bearers, is_demonym(bearers))


def _shortest(cut: str) -> int:
    """Give how many letters a name needs behind what is cut off."""
    if not cut:
        return 1
    return _SHORTEST_RARE if fold(cut)[-1] in _RARE else _SHORTEST


@lru_cache(maxsize=20_000)
def _stems(word: str) -> tuple[tuple[int, str], ...]:
    """Give where a name may begin within a word, and the key of the rest, the longest first.

    "To" swallows the first letter of the article behind it; the key has the article again.
    """
    conjunction = _AND.match(word)
    begins = [0, conjunction.end()] if conjunction else [0]
    cuts = {(begin, "") for begin in begins}
    for begin in begins:
        if preposition := _TO.match(word, begin):
            cuts.add((preposition.end(), ""))
        if swallowing := _TO_THE.match(word, begin):
            cuts |= {(swallowing.end(), _ARTICLE), (swallowing.end(1), _ARTICLE)}
    rests = [(end, article, fold(word[end:])) for end, article in sorted(cuts)]
    return tuple((end, article + rest) for end, article, rest in rests if rest)


def _names(first: str, behind: list[str], gazetteer: Gazetteer, *, led: bool) -> list[str]:
    """Give the names that begin with a word, the shortest first.

    The gazetteer has adjectives without an article. Without theirs, names are words.
    """
    known = gazetteer.prefixes(" ".join([first, *behind]))
    if first in _SETTLEMENTS and behind and gazetteer.prefixes(" ".join(behind)):
        # "The town of al-Bab" is a name only where "al-Bab" is none.
        return []
    if known or len(first.removeprefix(_ARTICLE)) < _SHORTEST:
        return known
    bearers = gazetteer.bearers(first)
    if bearers is None:
        return []
    return [first] if led or Role.DEMONYM in bearers.roles else []


def _leads(word: str) -> bool:
    """Tell whether a word, whatever is attached to it, leads to the name of a place."""
    return any(stem in _PLACE_NOUNS for _, stem in _stems(word))


def _is_believed(
    reading: Reading, text: str, written: list[Word], at: int, *, follows: bool
) -> bool:
    """Tell whether a reading is a place name here, right behind another one or not."""
    before = beside(text, written, at, at - 1)
    if before in _FIRST_NAMES and not (at and _ON.fullmatch(written[at - 1].text)):
        return False
    if reading.demonym:
        return True
    if before in _BRANDS or before in _TITLES or reading.key in _PLACE_NOUNS:
        return False
    behind = beside(text, written, reading.stop - 1, reading.stop)
    if behind in _SIDES or _leads(before):
        return len(reading.key) >= _SHORTEST
    if _is_ordinary(reading.key):
        return False
    known = renown(reading.bearers, _HOME)
    led = before in _PREPOSITIONS or (follows and reading.start > written[at].start)
    return known is Renown.KNOWN or (known is Renown.TOWN and led)


def _is_ordinary(key: str) -> bool:
    """Tell whether a name is rather a common word."""
    if key in _KNOWN_WITH_ARTICLE:
        return False
    return key in _ORDINARY or key.removeprefix(_ARTICLE) in _ORDINARY
