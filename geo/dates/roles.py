"""Which way a clause looks, and whether a date in it is background."""

from __future__ import annotations

import re
from functools import lru_cache

_FUTURE = re.compile(
    r"\b(?:will|shall|due|scheduled|plans?\s{1,4}to|planned\s{1,4}for|expected|set\s{1,4}to"
    r"|upcoming|(?:is|are|going)\s{1,4}to|no\s{1,4}later\s{1,4}than|deadline|slated|(?:halted|wait)\s{1,4}until"
    r"|postponed\s{1,4}(?:to|until)|would(?!\s{1,4}have)|begins|starts|opens|resumes|reopens|expires)\b"
    r"|سوف|المقرر",
    re.IGNORECASE,
)
_FAR = 60
"""How many characters a word of the future reaches on."""
_LOOK_BACK = _FAR + len("scheduled for") + 8
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


@lru_cache(maxsize=1024)
def cues(before: str, after: str) -> tuple[bool, bool]:
    """Tell whether the clause of an expression looks ahead, and whether it is background.

    Parameters
    ----------
    before : str
        The sentence up to the expression, or the end of it.
    after : str
        The words behind the expression.

    Returns
    -------
    (bool, bool)
        Whether it looks into the future ("will meet on"), and whether words beside it make
        a background of it ("since", "ahead of").
    """
    opens = len(before) <= _OPENING
    ahead = _looks_ahead(before) or (opens and bool(_WILL.match(after)))
    return ahead, _leads_back(before) or bool(_BERI.match(after))


def _looks_ahead(before: str) -> bool:
    behind = [cue.end() for cue in _FUTURE.finditer(before, max(0, len(before) - _LOOK_BACK))]
    if not behind or behind[-1] < len(before) - _FAR:
        return False
    between = before[behind[-1] :]
    return "." not in between and ";" not in between


def _leads_back(before: str) -> bool:
    cues = [cue.start() for cue in _BACK.finditer(before, max(0, len(before) - _LONGEST))]
    return bool(cues and _SINCE.fullmatch(before, cues[-1]))


def is_label(before: str, after: str) -> bool:
    """Tell whether a year names a thing: "the 2018 deal", "Act of 1971"."""
    return bool((_LABELLED.search(before) and _LABELS.match(after)) or _LAW_OF.search(before))


def names_a_law(before: str) -> bool:
    """Tell whether a year belongs to the name of a law: "Immigration Act 1971"."""
    return bool(_OF_A_LAW.search(before))
