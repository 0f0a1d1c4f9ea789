"""A sentence cut into words, numbers and signs."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"([^\W_]+[ -]years?[ -]olds?\b"  # four year old
    r"|(?:[A-Z]\.){2,}"  # U.S.
    r"|(?:Mrs?|Ms|Dr|Sgt|Gen|Col|Lt|Capt|Maj|Sen|Gov|Rev|Pvt|Cpl|Const|[A-Z])\.(?=\s[A-Z])"
    r"|(?:US|WHO|IT|MAY|DR)\b)"
    r"|\d+(?:-\d+){2,}"  # 2020-03-02
    r"|\d+(?:[.,:/]\d+)*(?:(?:-[^\W\d_]+)+|[^\W\d_]+)?"  # 1,200  3:20  46th  12-strong
    r"|[^\W\d_]+(?:['’-][^\W_]+)*"  # twenty-two  Port-au-Prince  commander’s
    r"|\S"
)
"""The group holds what is not simply written in lower case: ages, abbreviations, names."""


class Token(NamedTuple):
    """A word, a number or a sign of a sentence."""

    text: str
    low: str
    """In lower case."""
    start: int
    end: int


def tokens(sentence: str) -> list[Token]:
    """Cut a sentence into words, numbers and signs.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    list of Token

    Examples
    --------
    >>> [token.low for token in tokens("Mrs. Ito, a 70 year old from the US, died.")]
    ['mrs', 'ito', ',', 'a', '70-year-old', 'from', 'the', 'US', ',', 'died', '.']
    """
    found = []
    for match in _TOKEN.finditer(sentence):
        text = match.group()
        low = _special(text) if match.lastindex else text.lower()
        found.append(Token(text, low, *match.span()))
    return found


def _special(text: str) -> str:
    """Give "four-year-old", "mrs" and "u.s"; "US" and "A." stay: no pronoun, no article."""
    if text.isupper() and text.isalpha():
        return text
    if len(text) == len("A."):
        return text
    return text.lower().rstrip(".").replace(" ", "-")
