"""What a time expression looks like: rules made of named parts, compiled together.

In a rule ``{PART}`` stands for a part of :data:`PARTS`, ``{name:PART}`` gives what it
matched to the reader as that group, and a space is white space within a paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from geo.dates.openings import openings
from geo.dates.words import EASTER_DAYS, HOLIDAYS, MONTHS, NUMBERS, ORDINALS, either

_WHITE = r"(?:[^\S\n]{1,8}|[^\S\n]{0,4}\n[^\S\n]{0,8})"
"""At most one line break, and a bound, so that white space costs no more than its length."""

_ENGLISH = re.compile(r"[a-z' -]+")
_MONTH_NAMES = [name for name in MONTHS if _ENGLISH.fullmatch(name) and len(name) > len("sept")]
_NUMBER_WORDS = [word for word in NUMBERS if _ENGLISH.fullmatch(word)
                 and word not in {"a", "an", "single", "dozen", "hundred", "couple", "bir", "on",
                                  "iki", "yedi", "sekiz", "dokuz", "yirmi"}]  # fmt: skip

PARTS: dict[str, str] = {
    "MONTH": f"(?:(?:{either(_MONTH_NAMES)[3:-1]}|may|june|july)(?![\\w])"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:\.|(?=\s\d)|(?!\w)))",
    "WEEKDAY": r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?!\w)"
    r"|(?:mon|tues?|wed|thurs?|fri|sat|sun)\.)",
    "DAY": r"(?:[12]\d|3[01]|0?[1-9])(?!\d)(?:st|nd|rd|th)?(?!\w)",
    "NTH": r"(?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th)(?!\w)",
    "YEAR": r"(?:1\d\d\d|20\d\d)(?!\w)(?![.,]\d|%)",
    "SHORT": r"['’‘]\d\d(?!\w)",
    "ERA": r"(?:BCE?|B\.C\.E\.|B\.C\.?|A\.D\.?|AD|CE|C\.E\.)(?!\w)",
    "ORDINAL": f"(?:{either(ORDINALS)}|[12]?\\d(?:st|nd|rd|th))",
    "PART": r"(?:mornings?|afternoons?|evenings?|nights?|dawn|daybreak|noon|midday|midnight"
    r"|dusk|sunrise|sunset|overnight)(?!\w)",
    "SEASON": r"(?:spring|summer|autumn|winter|fall)(?!\w)",
    "UNIT": r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?"
    r"|decades?|centur(?:y|ies))(?!\w)",
    "NUMBER": rf"(?:\d{{1,3}}(?:,\d{{3}})?(?:\.\d{{1,2}})?|{either(_NUMBER_WORDS)}"
    rf"(?:[- ]{either(_NUMBER_WORDS)})?|an?(?: (?:single|dozen|hundred))?"
    r"|(?:a )?couple of|half an?|(?:one|two|three|four|five|six) hundred)",
    "VAGUE": r"(?:several|a few|few|some|many|a number of|a matter of|numerous)",
    "ABOUT": r"(?:(?:about|around|almost|nearly|roughly|some|only|just|over|under|approximately"
    r"|more than|less than|at least|at most|fewer than|up to|close to|barely|the space of"
    r"|a little (?:more|less) than|a little over|little more than|well over|a mere|exactly) )",
    "THAT": r"(?:the|that|this)",
    "EDGE": r"(?:(?:very )?(?:beginning|start|end|middle|close|latter part|latter half|early part"
    r"|later part|late part|first part|early days|closing days|opening days|final days|last days"
    r"|early months|closing months|final months|turn|dawn|rest|remainder|first half|second half"
    r"|final weeks|early years|closing weeks) of(?: the)? )",
    "EARLY": r"(?:very )?(?:early|late|mid|later|earlier)",
    "CLOCK": r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:a\.m\.?|p\.m\.?|am(?!\w)|pm(?!\w))|\d{1,2} o['’]clock"
    r"|(?:[01]?\d|2[0-4]):[0-5]\d(?:h(?:rs?|ours)?\b)?(?![:\d])"
    r"|[0-2]\d[0-5]\d ?(?:hrs|hours)\b)",
    "ZONE": r"(?: \(?(?:GMT|UTC|EST|EDT|CST|CDT|PST|PDT|CET|CEST|BST|local time)\b\)?)?",
    "HOLIDAY": f"(?:{either(HOLIDAYS)}(?! ?['’]?s? ?eve)(?: day)?|{either(EASTER_DAYS)}(?!\\w)"
    r"|new year['’]s(?: day| eve)|(?:the )?new year(?!\w))",
    "UNITS": r"(?:minutes|hours|days|weeks|months|years|decades|centuries)(?!\w)",
    "WAY": r"(?:last|this|next|the following|the previous|the next|that|the same|this past"
    r"|this coming)",
    "COMING": r"(?:last|this|next|the following|the previous|this past|this coming)",
    "TO": r"(?: ?[-–—] ?| (?:and|to|through|until) )",
}
"""By name; parts that hold others are filled in when they are compiled."""

PARTS["MOD"] = (
    "(?:(?:the )?{EDGE}|{EARLY}(?:[- ]|(?: in| on) (?:the )?)|the (?:very )?(?:early|late|mid)[- ])"
)
PARTS["OFYEAR"] = (
    r"(?:,?(?: in| of)? {year:YEAR}(?: {era:ERA})?| (?:of )?{year:\d{1,4}} "
    r"{era:ERA}|,? {short:SHORT}"
    r"| (?:of )?{rel:(?:that|the same|this|last|next|the following|the previous)} year(?!\w))"
)
PARTS["OFDAY"] = (
    r"(?:(?:the )?(?:(?:(?:very )?(?:early|late)(?: in the)? )?{part:PART}(?: hours)?"
    r"|{part:(?:early|small) hours}) (?:of|on) (?:the )?)"
)

_NAME = re.compile(r"([a-z]+):(?!\])")
_SPACE = re.compile(r"\[[^\]]*\]| ")
_GROUP = re.compile(r"\(\?P<(\w+)>")
_COUNT = re.compile(r"\d+(?:,\d*)?")


def filled(pattern: str) -> str:
    """Fill the parts into a rule."""
    seen: Counter[str] = Counter()

    def numbered(match: re.Match[str]) -> str:
        seen[match.group(1)] += 1
        return f"(?P<{match.group(1)}__{seen[match.group(1)]}>"

    return _GROUP.sub(numbered, _SPACE.sub(_white, _filled(pattern)))


def _white(match: re.Match[str]) -> str:
    return _WHITE if match.group() == " " else match.group().replace(" ", r"\s")


def _filled(pattern: str) -> str:
    out, at = [], 0
    while (start := pattern.find("{", at)) >= 0:
        end = _closing(pattern, start)
        out += [pattern[at:start], _part(pattern[start + 1 : end])]
        at = end + 1
    return "".join(out) + pattern[at:]


def _closing(pattern: str, start: int) -> int:
    depth = 0
    for at in range(start, len(pattern)):
        depth += {"{": 1, "}": -1}.get(pattern[at], 0)
        if depth == 0:
            return at
    raise ValueError(f"a brace is not closed: {pattern}")


def _part(inside: str) -> str:
    if _COUNT.fullmatch(inside):
        return "{" + inside + "}"
    name = _NAME.match(inside)
    what = inside[name.end() :] if name else inside
    what = _filled(PARTS.get(what, what))
    return f"(?P<{name.group(1)}>{what})" if name else f"(?:{what})"


class Rule(NamedTuple):
    """A way to write a time, with the name of its reader."""

    name: str
    reader: str
    pattern: re.Pattern[str]
    begins: frozenset[str]
    """The characters that it may begin with, as :func:`geo.dates.openings.openings`."""


def rule(name: str, reader: str, pattern: str) -> Rule:
    """Compile a rule."""
    whole = filled(pattern)
    return Rule(name, reader, re.compile(whole, re.IGNORECASE), openings(whole))


def parts_of(match: re.Match[str]) -> dict[str, str]:
    """Give the named parts of a match that took part in it."""
    # A name that a rule has more than once is numbered.
    return {
        name.partition("__")[0]: value
        for name, value in match.groupdict().items()
        if value is not None
    }
