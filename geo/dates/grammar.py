"""What a time expression looks like, and the words and numbers that only look so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.dates.reading import Scene

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
WEEKDAY = (
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|Mon\.|Tues?\.|Wed\.|Thurs?\.|Fri\.|Sat\.|Sun\.)"
)
CENTURY = r"(?:1[5-9]|20)"
YEAR = rf"{CENTURY}\d\d"
NUMBER = (
    r"(?:\d{1,3}|an?|a\s+couple\s+of"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
VAGUE = r"(?:several|a\s+few|few|recent|some|many|the\s+past\s+few|the\s+last\s+few)"
UNIT = r"(?:day|week|month|year|decade)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_PART = r"(?:\s+(?:morning|afternoon|evening|night))"
_TO = r"(?:\s?[-–—]\s?|\s+(?:and|to)\s+)"
_EARLY = r"(?:(?:early|mid|late)[\s-]+(?:in\s+)?)?"
_NEXT = r"(?:(?:last|this|next)\s+)?"

_KINDS = {
    "iso": rf"\b{YEAR}-\d\d-\d\d\b",
    "numeric": r"\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b",
    "span": rf"\b(?:between\s+|from\s+)?(?:{MONTH}\s+{_DAY}{_TO}{_DAY}|{_DAY}{_TO}{_DAY}\s+{MONTH})"
    rf"(?:,?\s+{YEAR})?\b",
    "full": rf"\b(?:{WEEKDAY},?\s+)?(?:the\s+)?"
    rf"(?:{_DAY}(?:\s+of)?\s+{MONTH}|{MONTH}\s+(?:the\s+)?{_DAY}),?\s+{YEAR}\b",
    "monthday": rf"\b(?:{WEEKDAY},?\s+)?"
    rf"(?:{MONTH}\s+{_DAY}\b(?!:\d|%)|(?:the\s+)?{_DAY}(?:\s+of)?\s+{MONTH}(?!\w))",
    "month": rf"\b{_EARLY}{_NEXT}{MONTH}(?!\w)(?:(?:,|\s+of|\s+last)?\s+(?:{YEAR}|year)\b)?",
    "season": r"\b(?:(?:early|mid|late)[\s-]+)?(?:(?:last|this|next|the)\s+)?"
    rf"(?:spring|summer|autumn|winter)(?:\s+(?:of\s+)?{YEAR})?\b",
    "decade": rf"\b(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?{CENTURY}\d0s\b",
    "shift": rf"\b(?:{NUMBER}|{VAGUE})\s+{UNIT}s?"
    r"\s+(?:ago|earlier|later|before|after|previously)\b",
    "recent": rf"\b(?:in\s+)?(?:recent|the\s+(?:last|past|coming)\s+(?:few\s+)?)\s*{UNIT}s\b",
    "nextday": r"\b(?:the|that)\s+(?:following|next|previous|same)\s+(?:day|morning|night|evening)"
    r"|\bthat\s+(?:day|morning|night|evening)",
    "weekday": rf"\b(?:(?:early|late)\s+(?:on\s+)?)?{_NEXT}{WEEKDAY}{_PART}?(?!\w)",
    "deictic": r"\b(?:(?:early|late|earlier|later)\s+)?(?:today|yesterday|tomorrow|tonight)"
    rf"{_PART}?\b",
    "unit": r"\b(?:(?:early|earlier|late|later|mid)\s+)?(?:last|this|next)\s+"
    r"(?:week(?:end)?|month|year|decade|night|morning|afternoon|evening)\b",
    "year": rf"\b{_EARLY}{YEAR}\b(?![-–/:%.,]\d|\s*%)",
}
"""By kind, the stronger first: of two that begin at one word the first one is taken."""

EXPRESSION = re.compile(
    "|".join(rf"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()), re.IGNORECASE
)

_COUNTED = re.compile(
    r"\s+(?:men|women|people|civilians|troops|soldiers|fighters|tonnes|tons|kilomet|met(?:re|er)s"
    r"|km\b|dollars|euros|refugees|children|vehicles|homes|families|prisoners|hours|words|square)"
)
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|during|of|late|early|mid|between|and|to|through|before"
    r"|after|the|an?|year|around|about|back\s+to|its|their|his|her|summer|winter|spring|autumn|as)"
    r"|[(,–-])\s*$",
    re.IGNORECASE,
)
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|last|of|until|by|from|to|during|between|and|through|for|after|before)\s+$",
    re.IGNORECASE,
)
_ALSO_WORDS = frozenset({"May", "March", "Mar.", "Jun", "Jan", "Jul"})
"""Months that are plain words or names too: dates only behind a word like "in"."""
_NOUN_FOLLOWS = re.compile(r"\s+[a-z]{3,}")


def is_date(kind: str, match: re.Match[str], scene: Scene) -> bool:
    """Keep out plain words and numbers that look like dates."""
    text = match.group()
    if kind == "month":
        return _is_month(text, scene)
    if kind in {"monthday", "weekday"}:
        return any(char.isupper() for char in text)
    if kind == "season":
        return bool(re.search(rf"{YEAR}|\b(?:last|this|next)\b", text, re.IGNORECASE))
    if kind == "year":
        if _COUNTED.match(match.string, match.end()):
            return False
        return not text[:1].isdigit() or not scene.before or bool(_BEFORE_YEAR.search(scene.before))
    return True


def _is_month(text: str, scene: Scene) -> bool:
    word = re.search(MONTH, text, re.IGNORECASE)
    name = word.group() if word else ""
    if not name[:1].isupper():
        return False
    if text != name:
        return True
    if name in _ALSO_WORDS:
        return bool(_BEFORE_MONTH.search(scene.before))
    return bool(re.fullmatch(r"[A-Z][a-z]{3,}|.*[\s.].*", text, re.DOTALL))


def is_label(match: re.Match[str]) -> bool:
    """Tell whether a year names a thing: "the 2018 deal", "a 2019 agreement"."""
    before = match.string[max(0, match.start() - 6) : match.start()].lower()
    article = re.search(r"\b(?:the|an?|its|their)\s+$", before)
    return bool(article and _NOUN_FOLLOWS.match(match.string, match.end()))


_WRITTEN = frozenset({"iso", "numeric", "full", "monthday"})
"""The kinds of date that a head may have."""
_HEAD_LINES = 3
_LONGEST_HEAD = 300
"""How far into a text its head may reach, in lines that hold words and in characters."""
_DATE_WORD = re.compile(
    r"\s*(?:date|dated|published|posted|updated)\s*:?\s+(?:on\s+)?", re.IGNORECASE
)
_PLACE_LINE = re.compile(
    # "BEIRUT, ", "ALEPPO, Syria (AP), ", "IDLIB, SYRIA - ": names up to a comma or a dash.
    r"\s*(?!(?:on|in|at|by|since|until|from|after|before|during|the|a)\b)"
    r"(?-i:[A-ZÀ-Þ])(?:[^\s.;:!?]|\.(?=\w)"
    r"|[ \t](?=(?-i:[A-ZÀ-Þ(])|[-–—]|(?:al|as|de|and|of|the)\b)){0,60}"
    r"(?:,|\)|[ \t][-–—]{1,2})[ \t]*",
    re.IGNORECASE,
)
_HEAD_ENDS = re.compile(r"[ \t]*(?:\([^)\n]{1,40}\)[ \t]*)?(?:[—–:|]|--?(?=\s))")
_LINE_ENDS = re.compile(r"[ \t]*(?:\r?\n|$)")


def is_head(kind: str, match: re.Match[str]) -> str:
    """Tell whether a date stands where a text gives its own, and how.

    Parameters
    ----------
    kind : str
    match : re.Match

    Returns
    -------
    str
        "date" behind a word like "date", "dateline" behind a place ("BEIRUT, March 9,
        2020 —", or the head of a photo's caption), "line" for one that stands alone
        at the head of a line; "" elsewhere.
    """
    if kind not in _WRITTEN or match.start() > _LONGEST_HEAD:
        return ""
    text = match.string
    line = text.rfind("\n", 0, match.start()) + 1
    if sum(bool(each.strip()) for each in text[:line].split("\n")) >= _HEAD_LINES:
        return ""
    if _DATE_WORD.fullmatch(text, line, match.start()):
        return "date"
    ends = _HEAD_ENDS.match(text, match.end())
    if ends and _PLACE_LINE.fullmatch(text, line, match.start()):
        return "dateline"
    alone = not text[line : match.start()].strip()
    return "line" if alone and (ends or _LINE_ENDS.match(text, match.end())) else ""
