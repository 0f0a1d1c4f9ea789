"""Which way a clause looks, and whether a date in it is background."""

from __future__ import annotations

import re

_FUTURE = re.compile(
    r"\b(?:will|shall|due|scheduled|plans?\s+to|planned\s+for|expected|set\s+to|upcoming|is\s+to"
    r"|are\s+to|going\s+to|no\s+later\s+than|deadline|postponed\s+(?:to|until)|slated|سوف|المقرر"
    r"|would\s+(?:meet|begin|start|take\s+place))\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
_WILL = re.compile(
    r",?\s[^.;,]{0,50}\b(?:will|shall|(?:is|are)\s+(?:to|due|scheduled|expected|set|planned))\b"
)
_OPENING = 14
"""Most characters before an expression that opens its clause: "On ", "Early on "."""
_SINCE = re.compile(
    r"\b(?:since\s+(?:[a-z]+\s+){0,5}"
    r"|(?:until|before(?!\s+(?:dawn|sunrise|daybreak|noon|midday|dusk|sunset|midnight|long))"
    r"|scheduled\s+for|due\s+in|ahead\s+of)\s+(?:[a-z]+\s+){0,2})$|منذ\s+$",
    re.IGNORECASE,
)
_BERI = re.compile(r"['’]?\w{0,6}\s(?:beri|bu\syana)\b")
"""What Turkish has for "since", behind the date."""
_LABELLED = re.compile(r"\b(?:the|an?|its|their|his|her)\s+$", re.IGNORECASE)
_LABELS = re.compile(r"\s+[a-z]{3,}")
_OF_A_LAW = re.compile(
    r"\b(?-i:Act|Law|Code|Decree|Resolution|Convention|Treaty|Constitution|Protocol|Regulations?)"
    r"(?:,|\s+no\.?|\s+\()?\s*$"
)
_LAW_OF = re.compile(
    r"\b(?-i:Act|Law|Code|Decree|Resolution|Convention|Treaty|Constitution|Accords?|Agreement)"
    r"\s+of\s+$"
)


def looks_ahead(before: str, after: str) -> bool:
    """Tell whether the clause around an expression looks into the future."""
    return bool(_FUTURE.search(before) or (len(before) <= _OPENING and _WILL.match(after)))


def looks_back(before: str, after: str) -> bool:
    """Tell whether the words beside it make a background of it: "since", "ahead of"."""
    return bool(_SINCE.search(before) or _BERI.match(after))


def is_label(before: str, after: str) -> bool:
    """Tell whether a year names a thing: "the 2018 deal", "Act of 1971"."""
    return bool((_LABELLED.search(before) and _LABELS.match(after)) or _LAW_OF.search(before))


def names_a_law(before: str) -> bool:
    """Tell whether a year belongs to the name of a law: "Immigration Act 1971"."""
    return bool(_OF_A_LAW.search(before))
