"""Names that stand where a place would, though none is known: "near Qwertzville"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.events.places import Located
from geo.events.stances import BODY, Stance
from geo.model import Resolution, Toponym
from geo.text import fold
from geo.toponyms import lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def _name(word: str) -> str:
    """Give the pattern of a name of up to three words: "al-Qwertz Ville"."""
    # "an Israeli" is no name with an article; "An Nabk" and "an-Nabk" are.
    article = r"(?:(?:[Aa]l|[Ee]l|[Aa][sdrtnz]h?)-|(?:Al|El|A[sdrtnz]h?) )?"
    return rf"(?P<name>{article}{word}(?:[ -](?:al-|el-)?{word}){{0,2}})"


_WORD = r"[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ][\w’'-]*"
"""Not all capitals."""
_OWNER = r"[A-ZÀ-Þ](?=[\w-]*(?:[’'](?!s\b)[\w-]*)*[a-zà-ÿ])[\w’'-]*"
"""The same without its "’s", told in one step: a pattern may follow."""
_BEHIND = re.compile(
    # "near Qwertzville", "the village of Qwertzville", "shelled Qwertzville"
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|[Aa]round|through|beside|off|out\s+of|left|fled"
    r"|reached|overran"
    r"|captured|seized|entered|shelled|bombed|struck|hit"
    r"|(?:village|town|city|hamlet|suburb|district|camp)\s+of)\s+(?:the\s+)?"
    r"(?:(?:town|village|city|hamlet|camp|suburb|district|nearby|neighbou?ring|occupied)\s+"
    rf"(?:of\s+)?){{0,2}}{_name(_WORD)}"
)
_BEFORE = re.compile(
    # "Qwertzville fell", "Qwertzville was shelled", "Qwertzville's siege"
    rf"(?=[.,;a]|^)(?:^|[.,;]\s+|\band\s+){_name(_OWNER)}(?:[’']s\s+(?:siege|fall|capture"
    r"|garrison|defenders|market|prison|jail|hospital|airport|bridge|outskirts|suburbs)\b|\s+(?:fell\b|saw\b|witnessed\b"
    r"|changed\s+hands|came\s+under|(?:was|were|has\s+been|had\s+been)"
    r"\s+(?:\w+ly\s+|also\s+)?(?:shelled|bombed|captured|recaptured|taken|retaken|overrun|besieged"
    r"|stormed)\b))"
)
_NO_PLACE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
    r"|Ramadan|Eid|Christmas|Easter|New Year|Parliament|Congress|Senate|God|Allah|Islam\w*"
    r"|Christian\w*|Muslims?|English|Arabic|French|Russian\w*|Turkish|Kurdish|Syrian\w*"
    r"|[A-Z][a-z]+(?:ian|ish|ese)s?"
    r"|Security|United|National|President|Prime|Minister|General|Colonel|Captain|Mr|Mrs|Dr|St"
    r"|Israelis?|Iraqis?|Saudis?|Yemenis?|Pakistanis?|Afghans?|Kuwaitis?|Emiratis?|Qataris?|Kurds?"
    r"|Arabs?|Romans?|Ottomans?|Byzantine|Catholics?|Orthodox|Sunnis?|Shia|Shiites?|Druze|Hindus?"
    r"|Jews?|All|Both|Some|Many|Most|No|Nobody|None|Another|Other|Others|Each|Every|Hundreds|Thousands"
    r"|Dozens|Police|Troops|Soldiers|Rebels|Gunmen|The|This|That|These|Those|It|He|She|They|We|I"
    r"|One|Two|Three|Four|Five|Last|Early|Late)\b"
)


_PART = re.compile(
    r"\b(?:area|estate|neighbou?rhood|quarter|street|road|avenue|square|market|bridge|hospital|school"
    r"|university|mosque|church|barracks|stadium|park|roundabout|junction|station|ward|suburb|flats)\b",
    re.IGNORECASE,
)
"""What a town has within it."""


def is_part(text: str, start: int, end: int) -> bool:
    """Tell whether a name is said to be a part of a town: "the Creggan estate"."""
    last = max(text.rfind(" ", start, end) + 1, start)
    stop = text.find(" ", end + 1)
    return _PART.search(text, last, len(text) if stop < 0 else stop) is not None


def unplaced(text: str, start: int, end: int, known: Sequence[Resolution]) -> Iterator[Located]:
    """Yield what a stretch of text names as a place without a known one: "near Qwertzville".

    Parameters
    ----------
    text : str
        Of the document.
    start, end : int
    known : sequence of Resolution
        The names that were recognised there; one whose place stays open is yielded.
    """
    sentence = text[start:end]
    matches = [*_BEHIND.finditer(sentence), *_BEFORE.finditer(sentence)]
    for match in sorted(matches, key=lambda each: each.start("name")):
        left, right = (start + at for at in match.span("name"))
        if _NO_PLACE.match(match["name"]) or BODY.match(text, right):
            continue
        met = [each for each in known if _overlaps(each.toponym, left, right)]
        if not met:
            toponym = Toponym(left, right, match["name"])
            reason = f"“{match['name']}” is in no gazetteer; add it to one to place this"
            yield Located(Resolution(toponym, None, 0.0, reason), left, right, Stance.STATED)
        elif met[0].place is None and not met[0].toponym.demonym:
            toponym = met[0].toponym
            yield Located(met[0], toponym.start, toponym.end, Stance.STATED)


_RUN = re.compile(
    r"(?<![\w’'-])(?:(?:[Aa]l|[Ee]l|[Aa][sdrtnz]h?)-|(?:Al|El|A[sdrtnz]h?) )?"
    rf"{_WORD}(?:[ -](?:al-|el-|le-|sur-|de )?{_WORD}){{0,2}}"
)
_OPENS = re.compile(r",?\s+(?:which|where|whose)\b|,\s+(?:in|near|on|a|an|the)\b")
"""Behind a place that a sentence begins with: "Kherson, which"."""
_GOES_ON = re.compile(r"\b[A-ZÀ-Þ][\w’'.-]*(?<![’']s)\s+$")
"""Before the last word of a longer name."""
_LONGEST = 30
"""So long may the word before be."""
_HUMAN = ("first-names", "surnames", "titles", "occupations", "calendar-words", "function-words",
          "ordinary-words", "media-words", "number-words")  # fmt: skip
"""Lists whose words are no names of places where nothing says so."""


def doubted(text: str, start: int, end: int, known: Sequence[Resolution]) -> Iterator[Toponym]:
    """Yield the other names of a stretch of text, which a gazetteer may know: "to Kherson".

    Parameters
    ----------
    text : str
        Of the document.
    start, end : int
    known : sequence of Resolution
        The names that were recognised there.
    """
    for match in _RUN.finditer(text, start, end):
        left, right = match.span()
        if _NO_PLACE.match(match[0]) or BODY.match(text, right) or _is_human(match[0]):
            continue
        opens = left == start and not _OPENS.match(text, right)
        if opens or _GOES_ON.search(text, max(start, left - _LONGEST), left):
            continue
        if not any(_overlaps(each.toponym, left, right) for each in known):
            yield Toponym(left, right, match[0])


def _is_human(name: str) -> bool:
    wanted = sum(lists.bit(each) for each in _HUMAN)
    return any(lists.bits().get(fold(word), 0) & wanted for word in name.split())


def _overlaps(toponym: Toponym, start: int, end: int) -> bool:
    return toponym.start < end and start < toponym.end
