"""How words are written: names of persons, titles before them, ages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.events import quantity
from geo.events.function_words import ARTICLES, ORGANISATION, PARTICLES, STOPS
from geo.events.harm import HARM, ONE_PERSON, PERSONS, THINGS

if TYPE_CHECKING:
    from geo.events.groups import Group
    from geo.events.tokens import Token

NO_PEOPLE, MAYBE, PEOPLE = 0, 1, 2
"""How surely a phrase speaks of people."""
_LONGEST_NAME = 5
_MARKS = frozenset("\"“”‘’'")
_BRACKETED = 8
"""So many words at most stand in a bracket that is passed over."""
_MARKED = 3
"""So many words at most stand in quotation marks that are passed over."""


def plain(sentence: str, words: list[Token]) -> list[Token]:
    """Leave out the marks and brackets that tell nothing of how many were harmed."""
    if not _MARKS.isdisjoint(sentence):
        words = _unquoted(words)
    return _without_asides(words) if "(" in sentence else words


def _unquoted(words: list[Token]) -> list[Token]:
    """Leave out the marks round a noun for people: 15 "terrorists" had been killed."""
    kept: list[Token] = []
    opened = -_MARKED - 1
    for word in words:
        kept.append(word)
        if word.text not in _MARKS:
            continue
        if 0 <= opened >= len(kept) - _MARKED - 2 and (
            kept[-2].low in PERSONS or kept[-2].low in ONE_PERSON
        ):
            del kept[-1], kept[opened]
            opened = -_MARKED - 1
        else:
            opened = len(kept) - 1
    return kept


def _without_asides(words: list[Token]) -> list[Token]:
    """Leave out brackets that count nothing: "personnel of the Guards (FPS) were killed"."""
    kept: list[Token] = []
    at = 0
    while at < len(words):
        if words[at].text == "(":
            inner = range(at + 1, min(at + _BRACKETED, len(words)))
            close = next((n for n in inner if words[n].text == ")"), None)
            if close is not None and not any(
                quantity.begins(word) or word.low in HARM for word in words[at:close]
            ):
                at = close + 1
                continue
        kept.append(words[at])
        at += 1
    return kept


def mark_name(words: list[Token], start: int, group: Group, capitals: int) -> None:
    """Mark a phrase of capitalised words as a person's name, if it may be one."""
    if group.quantified or group.determiner or group.people == PEOPLE or not capitals:
        return
    span = words[start : group.end]
    if any(word.low in ORGANISATION or word.low in THINGS for word in span):
        group.people = NO_PEOPLE
        return
    small = [word for word in span if not upper(word)]
    if any(word.low not in PARTICLES and not is_age(word.low) for word in small):
        return
    if len(span) == 1 and (span[0].low.endswith("s") or len(span[0].text) < 3):  # noqa: PLR2004
        return
    group.name = True
    group.people = PEOPLE if len(span) > 1 else MAYBE


def title(words: list[Token], at: int, group: Group) -> int:
    """Take in the name behind "commander"."""
    begin = at
    while (
        at < len(words)
        and at - begin < _LONGEST_NAME
        and (capital(words, at) or (words[at].low in PARTICLES and capital(words, at + 1)))
    ):
        at += 1
    group.name = at > begin
    return at


def capital(words: list[Token], at: int) -> bool:
    """Tell whether a word may go on a name."""
    if at >= len(words):
        return False
    token = words[at]
    return upper(token) and token.low not in STOPS and token.low not in ORGANISATION


def upper(token: Token) -> bool:
    """Tell whether a word is written as a name: "Hassan", "al-Muhajir"."""
    first = token.text[0]
    return first.isupper() or (first in "aei" and token.low.startswith(ARTICLES))


def is_compound(low: str) -> bool:
    """Tell whether a number is part of an adjective: "22-year-old", "20,000-strong"."""
    return "-" in low and low[-1].isalpha() and (low[0].isdigit() or is_age(low))


def is_age(low: str) -> bool:
    """Tell whether a word is "22-year-old"."""
    return "-year-old" in low
