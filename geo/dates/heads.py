"""The date that a text gives for itself at its head."""

from __future__ import annotations

import re

_WRITTEN = frozenset({"iso", "numeric", "day"})
"""The readers of dates that a head may have."""
_HEAD_LINES = 3
LONGEST_HEAD = 300
"""How far into a text its head may reach, in lines that hold words and in characters."""
_DATE_WORD = re.compile(
    r"\s*(?:date|dated|published|posted|updated)\s*:?\s+(?:on\s+)?", re.IGNORECASE
)
_PLACE_LINE = re.compile(
    # "BEIRUT, ", "ALEPPO, Syria (AP), ", "IDLIB, SYRIA - ": names up to a comma or a dash.
    r"\s*(?!(?:on|in|at|by|since|until|from|after|before|during|the|a)\b)"
    r"(?-i:[A-ZÀ-Þ])(?:[^\s.;:!?]|\.(?=\w)"
    r"|[ \t](?=(?-i:[A-ZÀ-Þ(])|[-–—]|(?:al|as|de|and|of|the)\b)){0,60}"
    r"(?:,|\)|[ \t]\(|[ \t][-–—]{1,2})[ \t]*",
    re.IGNORECASE,
)
_HEAD_ENDS = re.compile(r"[ \t]*\)?[ \t]*(?:\([^)\n]{1,40}\)[ \t]*)?(?:[—–:|]|--?(?=\s))")
_LINE_ENDS = re.compile(r"[ \t]*(?:\r?\n|$)")


def is_head(reader: str, text: str, start: int, end: int) -> str:
    """Tell whether a date stands where a text gives its own, and how.

    Parameters
    ----------
    reader : str
    text : str
    start, end : int
        Of the date.

    Returns
    -------
    str
        "date" behind a word like "date", "dateline" behind a place ("BEIRUT, March 9,
        2020 —", or the head of a photo's caption), "line" for one that stands alone
        at the head of a line; "" elsewhere.
    """
    if reader not in _WRITTEN or start > LONGEST_HEAD:
        return ""
    line = text.rfind("\n", 0, start) + 1
    if sum(bool(each.strip()) for each in text[:line].split("\n")) >= _HEAD_LINES:
        return ""
    if _DATE_WORD.fullmatch(text, line, start):
        return "date"
    ends = _HEAD_ENDS.match(text, end)
    if ends and _PLACE_LINE.fullmatch(text, line, start):
        return "dateline"
    alone = not text[line:start].strip()
    return "line" if alone and (ends or _LINE_ENDS.match(text, end)) else ""
