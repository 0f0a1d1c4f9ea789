"""Which way a clause looks, and whether a date in it is background."""

from __future__ import annotations

import re

_FUTURE = re.compile(
    r"\b(?:will|shall|due|scheduled|plans?\s+to|planned\s+for|expected|set\s+to|upcoming|is\s+to"
    r"|are\s+to|going\s+to|by\s+the\s+end\s+of|no\s+later\s+than|deadline|postponed\s+(?:to|until)"
    r"|slated|would\s+(?:meet|begin|start|take\s+place)|ahead\s+of|until)\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since\s+(?:[a-z]+\s+){0,5}"
    r"|(?:until|before(?!\s+(?:dawn|sunrise|daybreak|noon|midday|dusk|sunset|midnight|long))"
    r"|scheduled\s+for|due\s+in|ahead\s+of)\s+(?:[a-z]+\s+){0,2})$",
    re.IGNORECASE,
)
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


def looks_ahead(before: str) -> bool:
    """Tell whether the clause up to an expression looks into the future."""
    return bool(_FUTURE.search(before))


def looks_back(before: str) -> bool:
    """Tell whether the words before make a background of it: "since", "ahead of"."""
    return bool(_SINCE.search(before))


def is_label(before: str, after: str) -> bool:
    """Tell whether a year names a thing: "the 2018 deal", "Act of 1971"."""
    return bool((_LABELLED.search(before) and _LABELS.match(after)) or _LAW_OF.search(before))


def names_a_law(before: str) -> bool:
    """Tell whether a year belongs to the name of a law: "Immigration Act 1971"."""
    return bool(_OF_A_LAW.search(before))
