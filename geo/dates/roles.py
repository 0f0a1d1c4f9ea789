"""Which way a clause looks, and whether a date in it is background."""

from __future__ import annotations

import re
from functools import lru_cache

_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
# Of words in lower case: to ignore the case in the pattern would cost far more.
_FUTURE = re.compile(
    r"\b(?:will|shall|due|scheduled|plans?\s{1,4}to|planned\s{1,4}for|expected|set\s{1,4}to"
    r"|upcoming|(?:is|are|going)\s{1,4}to|no\s{1,4}later\s{1,4}than|deadline|slated|(?:halted|wait)\s{1,4}until"
    r"|(?:has|have|had)\s{1,4}(?:been\s{1,4})?called\s{1,4}(?:for|an?)"
    r"|(?:is|are)\s{1,4}(?:sending|visiting|hosting|travelling|flying)"
    r"|postponed\s{1,4}(?:to|until)|(?:would|should|must)(?!\s{1,4}have)|begins|starts|opens|resumes"
    r"|reopens|expires|(?:planning|hopes|hoping|intends?|aims?)\s{1,4}to|takes?\s{1,4}(?:effect|place)"
    r"|comes?\s{1,4}into\s{1,4}(?:effect|force)|runs?\s{1,4}(?:from|through|until|till)"
    r"|(?:delayed|postponed|extended|adjourned)\b[^.;]{0,40}\buntil"
    r"|(?:they|we)\s{1,4}(?:meet|vote|begin|open|start|resume)"
    rf"|(?:is|are)\s{{1,4}}(?:(?:at|from|on)\s{{1,4}})?(?=\d\d?(?::\d\d)?\s?[ap]\.?m|noon|{_DAYS}))\b"
    r"|s\s(?<=[a-z]{2}s.)(?<!\bwas.)(?<!\bhas.)(?<!\bhis.)(?<!\bthis.)(?<!\bits.)(?:open|start"
    r"|begin|resume|reopen|meet|convene|vote)\b"
    # "will" is one letter in Arabic, with which other words begin too: "car", "six", "control".
    r"|سوف|المقرر|\bس[يتن](?!ار|اس|طر|ة|ين|ون|نا|نم|وك|ف\b|د)\w{3,}",
)
_FAR = 60
"""How many characters a word of the future reaches on."""
_LOOK_BACK = _FAR + 60
_WILL = re.compile(
    r",?\s[^.;,]{0,50}\b(?:will|shall|(?:is|are)\s+(?:to|due|scheduled|expected|set|planned)"
    r"|(?:intends?|plans?)\s+to)\b"
)
_WILL_DIRECTLY = re.compile(r",?\s(?:will|shall)\b")
_WILL_IN_TURKISH = re.compile(r"[^.;]{0,60}\w{2,}(?:acak|ecek)(?:lar|ler|t[ıi])?\b")
_IRREGULAR = (
    "was|were|had|did|came|left|fell|took|began|met|went|got|gave|made|won|lost|shot|became|held"
    "|found|led|ran|saw|sent|struck|broke|brought|built|burnt|caught|drew|drove|flew|fled|fought|froze"
    "|grew|kept|knew|laid|lay|paid|rose|sank|sold|spoke|spent|stood|stole|swept|threw|tore|wore|wrote"
    "|hurt|hit|rang|sang|woke|shook|ate|chose|hid|hung|rode|blew|dug|felt|heard|sought|slept|slid|stuck"
    "|taught|thought|wept|withdrew|overran|lit|bore|crept|dealt|forgot|forbade|leapt|meant|rid|shone|shrank"
)
_REGULAR = (
    # None of those that tell what is said, or what a thing is like.
    r"(?!(?:need|speed|indeed|hundred|proceed|exceed|succeed|announc|add|report|confirm|warn|explain"
    r"|stat|insist|expect|schedul|plann|slat|propos|invit|requir|interest|limit|unit|estimat|need"
    r"|bas|locat|titl|nam|intend|design|delay|postpon|extend|adjourn)(?:ed)?\b)[a-z]{2,}ed"
)
_TOLD = re.compile(
    rf"(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)(?<!\bbeing\s)\b(?:{_IRREGULAR}|{_REGULAR})\b"
)
_HAPPENED = (
    r"(?:attack|shooting|killing|murder|fire|crash|bombing|blast|explosion|raid|death|accident|arrest"
    r"|incident|robbery|slaying|assault|coup|massacre|quake|earthquake|storm|flood)s?\b"
)
_HAPPENED_BEHIND = re.compile(rf"\s(?:[a-z]+\s){{0,2}}{_HAPPENED}")
_HAPPENED_BEFORE = re.compile(rf"\b{_HAPPENED}\s(?:(?:on|in|of)\s)?$")
"""Nouns of what has happened: "the June 2 fire", "the attack on June 2"."""
_STOP = re.compile(r"(?<!\b[ap])(?<!\b[ap]\.m)\.|;")
_FINITE = re.compile(r"\b(?:was|were|had|did)\b")
_JUST_TOLD = re.compile(
    rf"\b(?:{_IRREGULAR}|{_REGULAR})\s+(?:(?:early|late)\s+)?(?:(?:on|in|last)\s+)?$"
)
_BE = re.compile(r"\b(?:be|get|being)\b")
_CLAUSE = re.compile(r"[^.;]{0,60}")
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
    """Look for what the words beside an expression tell of it.

    Parameters
    ----------
    before : str
        The sentence up to the expression, or the end of it.
    after : str
        The words behind the expression.

    Returns
    -------
    (bool, bool)
        Whether its clause looks into the future ("will meet on"), and whether words beside
        it make a background of it ("since", "ahead of").
    """
    ahead = _looks_ahead(before) or _goes_ahead(before, after)
    return ahead, _leads_back(before) or bool(_BERI.match(after))


@lru_cache(maxsize=1024)
def tells_of_past(before: str, after: str) -> bool:
    """Tell whether the clause around an expression tells of what has happened.

    Parameters
    ----------
    before : str
        The sentence up to the expression, or the end of it.
    after : str
        The words behind the expression.
    """
    clause = _CLAUSE.match(after)
    if _TOLD.search(before) or (clause and _TOLD.search(clause.group())):
        return True
    return bool(_HAPPENED_BEHIND.match(after) or _HAPPENED_BEFORE.search(before))


def _looks_ahead(before: str) -> bool:
    before = before.lower()
    behind = [cue.end() for cue in _FUTURE.finditer(before, max(0, len(before) - _LOOK_BACK))]
    if not behind or behind[-1] < len(before) - _FAR:
        return False
    between = before[behind[-1] :]
    if _STOP.search(between) or _FINITE.search(between):
        return False
    # "would stay, and left on Friday", but "will be released on Friday".
    return not _JUST_TOLD.search(between) or bool(_BE.search(between))


def _goes_ahead(before: str, after: str) -> bool:
    """Tell whether the clause looks into the future behind the expression."""
    if ("acak" in after or "ecek" in after) and _WILL_IN_TURKISH.match(after):
        return True
    opens = len(before) <= _OPENING
    if not (_WILL if opens else _WILL_DIRECTLY).match(after):
        return False
    # "The attack on Friday will be looked into"
    return not (_HAPPENED_BEFORE.search(before) or (not opens and _TOLD.search(before)))


def _leads_back(before: str) -> bool:
    cues = [cue.start() for cue in _BACK.finditer(before, max(0, len(before) - _LONGEST))]
    return bool(cues and _SINCE.fullmatch(before, cues[-1]))


def is_label(before: str, after: str) -> bool:
    """Tell whether a year names a thing: "the 2018 deal", "Act of 1971"."""
    return bool((_LABELLED.search(before) and _LABELS.match(after)) or _LAW_OF.search(before))


def names_a_law(before: str) -> bool:
    """Tell whether a year belongs to the name of a law: "Immigration Act 1971"."""
    return bool(_OF_A_LAW.search(before))
