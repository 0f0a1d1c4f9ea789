"""With which character a rule may begin, so that it is asked only where that stands.

The patterns of the rules are read as far as that needs: groups, alternatives, classes and
what may be left out. Whatever is not understood may begin with anything.
"""

from __future__ import annotations

import re

_DIGIT = "0"
"""Stands for all digits."""
_ANYTHING = frozenset(chr(code).lower() for code in range(128)) - frozenset("123456789")
_NOTHING: frozenset[str] = frozenset()
_ESCAPED = {"d": frozenset(_DIGIT), "s": frozenset(" \t\n\r\f\v"), "b": _NOTHING, "B": _NOTHING}
_WIDTHLESS = frozenset("bB")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>)?(?!\?)")
_CLASS = re.compile(r"\[(?P<inside>\^?\]?(?:\\.|[^\]\\])*)\]")
_IN_CLASS = re.compile(r"\\(?P<escaped>.)|(?P<first>.)-(?P<last>[^\\])|(?P<plain>.)", re.DOTALL)
_COUNT = re.compile(r"(?:\{(?P<least>\d+)(?:,\d*)?\}|(?P<sign>[?*+]))\??")

Opening = tuple[frozenset[str], bool]
"""Characters, and whether nothing at all will do."""


def opening(char: str) -> str:
    """Give what stands for a character among those of :func:`openings`.

    Empty for one that is not ASCII: whether it is told from another one by its case alone
    is left to the rules.
    """
    if not char.isascii():
        return ""
    return _DIGIT if char.isdigit() else char.lower()


def openings(pattern: str) -> frozenset[str]:
    r"""Give the ASCII characters, in lower case, with which a match of a pattern may begin.

    Parameters
    ----------
    pattern : str
        Of a regular expression, for :data:`re.IGNORECASE`.

    Returns
    -------
    frozenset of str
        "0" stands for all digits.

    Examples
    --------
    >>> sorted(openings(r"(?:the )?(?P<day>[12]\d)(?!\w)|may"))
    ['0', 'm', 't']
    """
    (found, empty), _ = _alternatives(pattern, 0)
    return _ANYTHING if empty else found


def _alternatives(pattern: str, at: int) -> tuple[Opening, int]:
    """Read alternatives as far as their group goes."""
    found, empty = _NOTHING, False
    while True:
        (chars, may_be_empty), at = _sequence(pattern, at)
        found, empty = found | chars, empty or may_be_empty
        if at >= len(pattern) or pattern[at] == ")":
            return (found, empty), at
        at += 1


def _sequence(pattern: str, at: int) -> tuple[Opening, int]:
    found, empty = _NOTHING, True
    while at < len(pattern) and pattern[at] not in "|)":
        (chars, may_be_empty), at = _item(pattern, at)
        if count := _COUNT.match(pattern, at):
            at = count.end()
            may_be_empty |= count["sign"] in {"?", "*"} or count["least"] == "0"
        if empty:
            found, empty = found | chars, may_be_empty
    return (found, empty), at


def _item(pattern: str, at: int) -> tuple[Opening, int]:
    """Read a group, a class or a character."""
    char = pattern[at]
    if char == "(":
        group = _GROUP.match(pattern, at)
        what, end = _alternatives(pattern, group.end() if group else at + 1)
        if pattern.startswith(_LOOKS, at):
            what = (_NOTHING, True)
        elif group is None:
            what = (_ANYTHING, True)
        return what, end + 1
    if char == "[" and (some := _CLASS.match(pattern, at)):
        return (_of_class(some["inside"]), False), some.end()
    if char == "\\":
        escaped = pattern[at + 1]
        return (_of_escaped(escaped), escaped in _WIDTHLESS), at + 2
    return (_ANYTHING if char in ".^$" else _of_char(char), char in "^$"), at + 1


def _of_class(inside: str) -> frozenset[str]:
    if inside.startswith("^"):
        return _ANYTHING
    found: set[str] = set()
    for match in _IN_CLASS.finditer(inside):
        if match["escaped"]:
            found |= _of_escaped(match["escaped"])
        elif match["plain"]:
            found |= _of_char(match["plain"])
        else:
            codes = range(ord(match["first"]), ord(match["last"]) + 1)
            found.update(*(_of_char(chr(code)) for code in codes))
    return frozenset(found)


def _of_escaped(char: str) -> frozenset[str]:
    if char in _ESCAPED:
        return _ESCAPED[char]
    return _ANYTHING if char.isalnum() else _of_char(char)


def _of_char(char: str) -> frozenset[str]:
    """Give a character; the Turkish letters i are one where case does not count."""
    if char in "ıİ":
        return frozenset("i")
    return frozenset(opening(char))
