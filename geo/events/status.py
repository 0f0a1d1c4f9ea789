"""Whether an event is reported, planned, threatened, hypothetical, denied or historical."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.dates import HEAD

if TYPE_CHECKING:
    from datetime import date

    from geo.events.triggers import Trigger
    from geo.model import When

_OLD_NEWS_DAYS = 180
"""Half a year back is no news."""

CLAUSE_BREAK = re.compile(
    r"[,;:–—]|\b(?:while|after|before|until|as|which|who|when|but|although|because)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\bden(?:y|ies|ied|ying)\b", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|(?:reject|dismiss|refut|debunk)\w*\s+(?:\w+\s+)?(?:claims|reports"
    r"|accusations|allegations|rumou?rs)|no\s+evidence"
    r"|(?:did|was|were|has|have|had)\s+not(?!\s+(?:the\s+)?(?:first|only|last|alone))|never)\b",
    re.IGNORECASE,
)
_THREAT = re.compile(
    r"\b(?:threaten(?:ed|s|ing)?|vow(?:ed|s|ing)?|warn(?:ed|s|ing)\s+(?:that|it|they|of))\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:will|shall|plan(?:s|ned)?\s+to|planning|scheduled|due\s+to|set\s+to"
    r"|(?:expected|expects?|intends?|intended|prepar(?:es?|ed|ing)|poised|about|aims?|aiming|readying"
    r"|getting\s+ready|gearing\s+up|bracing)\s+(?:\w+\s+){0,2}?to|on\s+the\s+(?:verge|brink)\s+of"
    r"|would\s+begin|ahead\s+of|(?:is|are)\s+to)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\s+(?:is|are|was|were)\s+(?:planned|scheduled|expected|due)\b", re.IGNORECASE
)
"""Behind what is to happen: "a protest is planned"."""
_UNTRUE = re.compile(
    r"[^.;]{0,80}?\b(?:(?:is|are|was|were|be|proved)\s+(?:\w+ly\s+)?(?:false|untrue|baseless|fabricated"
    r"|unfounded)|(?:was|were|is|are|been)\s+(?:called\s+off|cancelled|canceled|postponed))\b",
    re.IGNORECASE,
)
"""Behind what did not happen: "reports of a raid were false", "a march was called off"."""
_IF = re.compile(
    r"\b(?:if|unless|could|might|may|would|whether|risk\w*|fear(?:s|ed)?|call(?:ed|s|ing)?\s+(?:for|on)"
    r"|urg(?:ed|es|ing)|demand\w*|asked|wants?)\b",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(
    r"(?<!began )(?<!managed )(?<!able )(?<!forced )(?<!started )\bto\s+$", re.IGNORECASE
)


def status_of(
    sentence: str, trigger: Trigger, when: When | None, published: date | None
) -> tuple[str, tuple[int, int] | None]:
    """Give the status of a sentence's event, and the words that say so.

    Parameters
    ----------
    sentence : str
    trigger : Trigger
        The words that report the event.
    when : When or None
        Its date.
    published : datetime.date or None
        Of the document; what lies behind it is planned, what lies far before it is
        historical.

    Returns
    -------
    tuple
        One of :data:`geo.events.STATUSES`; start and end of the words in the sentence,
        None where there are none: a plain report, or one that its date makes old or new.
    """
    before = sentence[: trigger.start]
    broken = list(CLAUSE_BREAK.finditer(before))
    clause = broken[-1].end() if broken else 0
    near = max(0, trigger.start - 70)
    last_word = max(0, len(before.rstrip()) - len("to"))
    found = (
        _NEGATED.search(sentence, clause, trigger.start)
        or _DENIED.search(sentence, near, trigger.end + 30)
        or _UNTRUE.match(sentence, trigger.end)
    )
    if found:
        return "denied", found.span()
    if found := _THREAT.search(before):
        return "threatened", found.span()
    found = _PLAN.search(sentence, clause, trigger.start)
    if found := found or _PLANNED.match(sentence, trigger.end):
        return "planned", found.span()
    found = _IF.search(sentence, clause, trigger.start)
    if found := found or _INFINITIVE.match(before, last_word):
        return "hypothetical", found.span()
    return _by_day(when, published), None


def _by_day(when: When | None, published: date | None) -> str:
    if when is None or when.first is None or when.last is None:
        return "reported"
    if when.role == "context" and when.anchor != HEAD:
        return "historical"
    if published is None:
        return "reported"
    if when.first > published:
        return "planned"
    return "historical" if (published - when.last).days > _OLD_NEWS_DAYS else "reported"
