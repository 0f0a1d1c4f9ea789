"""Which way a clause looks, and whether a date in it is background."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_FUTURE = re.compile(
    r"\b(?:will|shall|due|scheduled|plans?\s{1,4}to|planned\s{1,4}for|expected|set\s{1,4}to"
    r"|upcoming|(?:is|are|going)\s{1,4}to|no\s{1,4}later\s{1,4}than|deadline|slated|(?:halted|wait)\s{1,4}until"
    r"|postponed\s{1,4}(?:to|until)|would(?!\s{1,4}have)|begins|starts|opens|resumes|reopens|expires)\b"
    r"|سوف|المقرر",
    re.IGNORECASE,
)
_FAR = 60
"""How many characters a word of the future reaches on."""
_WILL = re.compile(
    r",?\s[^.;,]{0,50}\b(?:will|shall|(?:is|are)\s+(?:to|due|scheduled|expected|set|planned))\b"
)
_OPENING = 14
"""Most characters before an expression that opens its clause: "On ", "Early on "."""
_BACK = re.compile(
    r"\b(?:since|until|before|scheduled\s{1,4}for|due\s{1,4}in|ahead\s{1,4}of)\s|منذ\s",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"since\s+(?:[a-z]+\s+){0,5}"
    r"|(?:until|before(?!\s+(?:dawn|sunrise|daybreak|noon|midday|dusk|sunset|midnight|long))"
    r"|scheduled\s+for|due\s+in|ahead\s+of)\s+(?:[a-z]+\s+){0,2}|منذ\s+",
    re.IGNORECASE,
)
_LONGEST = 80
"""Most characters between the start of a word like "since" and its date."""
_BERI = re.compile(r"['’]?\w{0,6}\s(?:beri|bu\syana)\b")
"""What Turkish has for "since", behind the date."""
_LABELLED = re.compile(r"\b(?:the|an?|its|their|his|her)\s+$", re.IGNORECASE)
_LABELS = re.compile(r"\s+[A-Za-z][a-z]{2,}")
_OF_A_LAW = re.compile(
    r"\b(?-i:Act|Law|Code|Decree|Resolution|Convention|Treaty|Constitution|Protocol|Regulations?)"
    r"(?:,|\s+no\.?|\s+\()?\s*$"
)
_LAW_OF = re.compile(
    r"\b(?-i:Act|Law|Code|Decree|Resolution|Convention|Treaty|Constitution|Accords?|Agreement)"
    r"\s+of\s+$"
)


class Cues:
    """The words of a text that make plans or background of dates, looked up by place.

    Parameters
    ----------
    text : str
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._ahead = [match.end() for match in _FUTURE.finditer(text)]
        self._back = [match.start() for match in _BACK.finditer(text)]

    def ahead(self, opening: int, start: int, after: str) -> bool:
        """Tell whether the clause around an expression looks into the future.

        Parameters
        ----------
        opening, start : int
            Where the sentence and the expression begin.
        after : str
            The words that follow the expression.
        """
        at = bisect_right(self._ahead, start) - 1
        if at >= 0 and self._ahead[at] >= max(opening, start - _FAR):
            between = self._text[self._ahead[at] : start]
            if "." not in between and ";" not in between:
                return True
        return start - opening <= _OPENING and bool(_WILL.match(after))

    def back(self, opening: int, start: int, after: str) -> bool:
        """Tell whether the words beside it make a background of it: "since", "ahead of"."""
        at = bisect_left(self._back, start) - 1
        if at < 0 or self._back[at] < max(opening, start - _LONGEST):
            return bool(_BERI.match(after))
        since = _SINCE.fullmatch(self._text, self._back[at], start)
        return bool(since or _BERI.match(after))


def is_label(before: str, after: str) -> bool:
    """Tell whether a year names a thing: "the 2018 deal", "Act of 1971"."""
    return bool((_LABELLED.search(before) and _LABELS.match(after)) or _LAW_OF.search(before))


def names_a_law(before: str) -> bool:
    """Tell whether a year belongs to the name of a law: "Immigration Act 1971"."""
    return bool(_OF_A_LAW.search(before))
