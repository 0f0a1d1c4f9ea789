"""How many were killed, injured and displaced, as a sentence counts them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.events.quantity import NUMBER_WORD, QUANTITY, Count, read, total
from geo.model import Casualties

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_PERSONS = (
    r"people|persons|civilians|soldiers|troops|men|women|children|fighters|militants|rebels"
    r"|members|policemen|officers|residents|servicemen|gunmen|protesters|patients|boys|girls"
    r"|prisoners|guards|worshippers|pilgrims|villagers|refugees|insurgents|jihadists|inmates"
    r"|detainees|airmen|paramedics|medics|workers|journalists|students|families|passengers"
)
"""Nouns for several people, without the adjectives that :data:`_PEOPLE` also takes."""
_LINKS = (
    r"of|from|and|the|on|aboard|in|its|their|his|were|was|other|others|more|including|young|whom"
)
_STOPS = (
    r"but|and|or|nor|after|before|when|while|as|who|which|that|was|were|is|are|has|have|had|to|at"
    r"|nobody|none|no|not|later|earlier|ago|days?|hours?|weeks?|months?|years?|killed|died|dead"
    rf"|injured|wounded|hurt|fled|minutes?|times?|{NUMBER_WORD}"
)
_PEOPLE = (
    r"people|persons?|civilians?|soldiers?|troops|men|women|children|fighters?|militants?|rebels?"
    r"|members?|personnel|policemen|officers?|residents|servicemen|crew|gunmen|protesters?"
    r"|patients|bodies|man|woman|child|boys?|girls?|evacuees|prisoners|guards|casualties|victims"
    r"|worshippers|pilgrims|villagers|refugees|insurgents|jihadists|inmates|detainees|airmen"
    r"|pro-government|government|regime|military|army|paramedics?|medics?|aid|workers?"
    r"|journalists?|pro-Iranian|Iran-backed|foreign|allied|local|family|families|lives"
)
_VICTIMS = (
    # Two words of any kind ("hill farmers"), then people, names and what links them.
    rf"(?:\s+(?!(?:{_STOPS})\b)[^\W\d][\w’'-]*){{0,2}}"
    rf"(?:\s+(?:of\s+(?:them|these|those|whom)|{_LINKS}|{_PEOPLE}|(?-i:[A-Z])[\w’'-]+)\b){{0,8}}"
)
_ASIDE = (
    r"(?:,\s+(?:(?:including|among\s+them|most(?:ly)?|many\s+of|some\s+of|all)\b[^,.;]{0,60}"
    r"|[^,.;]{0,60}\bamong\s+them|[^,.;]{0,60}\bof\s+them\b[^,.;]{0,30}),)?"
)
_ADVERB = r"(?:\s+(?:reportedly|also|later|confirmed|reported|believed))?"
_PASSIVE = rf"\s+(?:were|was|(?:have|had|has)\s+been|are|is|lay|being){_ADVERB}\s+"
_SUFFERED = {
    "killed": r"(?:killed|slain|executed|massacred|shot\s+dead|beheaded)",
    "injured": r"(?:wounded|injured|hurt|maimed)",
    "displaced": r"(?:displaced|uprooted|forced\s+(?:to\s+flee|from\s+their\s+homes))",
}
"""What is done to people; "four gunmen killed a priest" has the same word for those who do it."""
_UNDERWENT = {
    "killed": r"(?:dead|died|lost\s+their\s+lives|perished)",
    "injured": None,
    "displaced": r"fled",
}
"""What takes no object, or none that is harmed: it always speaks of those before it."""
_HARM = r"(?:killed|wounded|injured|hurt|maimed|displaced|buried|executed|beheaded)"
_FREE = (
    # What may follow; a noun, a name, a number or an article would be the harmed.
    r"(?:\s*(?:$|[.,;:!?…)\]”\"'’»—–]|-\s)"
    r"|\s+(?:in|on|by|near|from|for|with|within|without|inside|outside|across|along|among|during"
    r"|at(?!\s+(?:least|most)\b)|as(?!\s+many\b)|over\s+the\s+(?:weekend|past|last)|under|after"
    r"|before|when|while|since|until|because|if|but|nor|so|then|there|here|where|amid|aboard|off"
    r"|(?:this|last)\s+(?:week|month|year|morning|night|spring|summer|autumn|winter)|late|early|today"
    r"|yesterday|tonight|overnight|alone|together|(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"|(?!family|only|nearly|mostly|roughly|approximately|exactly|elderly)[a-z]+ly"
    rf"|(?-i:{_MONTH}))\b)"
)
_NO_OBJECT = rf"(?={_FREE}|\s+(?:and|or)\b(?!\s+{_HARM}\b(?!{_FREE}|\s+(?:and|or)\b)))"
_VERBS = {
    "killed": r"(?:kill(?:ed|ing|s)|claim(?:ed|ing)\s+the\s+lives\s+of|deaths\s+of"
    r"|death\s+toll\s+(?:of|to|at|rose\s+to|stood\s+at)"
    r"|number\s+of\s+(?:\w+\s+){0,2}(?:killed|dead|deaths)\b[^.;]{0,60}?\bat)",
    "injured": r"(?:injur(?:ed|ing|es)|wound(?:ed|ing|s)|hurting)",
    "displaced": r"(?:displac(?:ed|ing|es)|uproot(?:ed|ing|s))",
}


def _harmed(kind: str) -> str:
    """Give the pattern of how the words for the harmed go on behind them."""
    done_to = rf"(?:{_PASSIVE}{_SUFFERED[kind]}|\s+{_SUFFERED[kind]}{_NO_OBJECT})"
    if underwent := _UNDERWENT[kind]:
        return rf"(?:{done_to}|(?:{_PASSIVE}|(?:\s+(?:have|had)){_ADVERB}\s+|\s+){underwent})"
    return done_to


_PATTERNS = {
    kind: (
        re.compile(rf"{QUANTITY}{_VICTIMS}(?<!\band){_ASIDE}{_harmed(kind)}\b", re.IGNORECASE),
        re.compile(
            rf"\b{_VERBS[kind]}\s+(?:and\s+(?:injur|wound)(?:ed|ing)\s+)?{QUANTITY}"
            rf"(?:(?:\s+(?:{_LINKS}))?\s+(?:{_PEOPLE})\b)*",
            re.IGNORECASE,
        ),
    )
    for kind in _VERBS
}
_MORE_KILLED = (
    # "left 12 villagers dead", "cost the army 11 men", "found 13 bodies"
    re.compile(rf"\b(?:left|leaving)\s+{QUANTITY}{_VICTIMS}\s+dead\b", re.IGNORECASE),
    re.compile(
        rf"\bcost(?:ing)?(?:\s+[\w’'-]+){{1,4}}?\s+{QUANTITY}(?:\s+\w+)?\s+"
        r"(?:men|women|soldiers|lives|people|fighters|troops|dead|civilians|children)\b",
        re.IGNORECASE,
    ),
    re.compile(rf"{QUANTITY}(?:\s+\w+)?\s+(?:bodies|corpses|deaths)\b", re.IGNORECASE),
)
_PERSON = (
    r"(?:man|woman|boy|girl|child|baby|soldier|marine|officer|policeman|policewoman|general"
    r"|colonel|commander|pilot|navigator|serviceman|guard|fighter|gunman|sniper|leader|mayor"
    r"|minister|president|ambassador|envoy|diplomat|politician|activist|journalist|reporter"
    r"|photographer|doctor|nurse|medic|teacher|student|farmer|driver|priest|imam|lawyer|judge"
    r"|civilian|protester|demonstrator|worker|resident|villager|contractor|prisoner|hostage"
    r"|attacker|bomber|person)"
)
_ONE_HARMED = {
    "killed": r"killed|shot\s+dead|beheaded|executed|assassinated|stabbed\s+to\s+death",
    "injured": r"injured|wounded|hurt|maimed",
}
_ONE_PERSON = {
    kind: re.compile(
        rf"\b(?:the|an?|its|their|his|her)\s+(?:[\w’'-]+\s+){{0,3}}?{_PERSON}(?![\w’'-])"
        rf"(?:\s+(?:to|of|in|from|for)\s+(?:the\s+)?(?-i:[A-Z])[\w-]+)?(?:,[^.;]{{1,60}}?,)?\s+"
        rf"(?:(?:was|has\s+been|had\s+been)\s+(?:\w+ly\s+|also\s+)?(?:{words})"
        rf"{'|died' if kind == 'killed' else ''})\b"
        rf"|\b{_VERBS[kind]}\s+(?:the|an?|its|their|his|her)\s+"
        rf"(?:[\w’'-]+\s+){{0,2}}?{_PERSON}(?![\w’'-])",
        re.IGNORECASE,
    )
    for kind, words in _ONE_HARMED.items()
}
_ITEM = re.compile(
    rf"(?:{QUANTITY}|(?P<one>an?|the|his|her|their|its))(?:\s+(?!(?:{_STOPS})\b)[\w’'-]+){{0,2}}?"
    rf"\s+(?:{_PERSON}|{_PERSONS})(?![\w’'-])(?:,\s+(?:aged\s+)?\d{{1,3}}(?=\s+and\b|,))?",
    re.IGNORECASE,
)
"""One part of "a man, 45, and 3 children"."""
_AND_ITEM = re.compile(r",?\s+and\s+|,\s+", re.IGNORECASE)
_OWN_VERB = re.compile(
    # "killed five men, and two boys were hurt": another tale begins.
    r"\s+(?:were|was|are|is|have|has|had|remain\w*|who|died|fled|among|missing|\w+ed)\b",
    re.IGNORECASE,
)
_LISTED = {
    kind: re.compile(rf"\b{_VERBS[kind]}\s+(?=(?:an?|the|his|her|their|its|\w+)\s)", re.IGNORECASE)
    for kind in _ONE_HARMED
}
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_OF = re.compile(
    rf"\s+(?!(?:{_PERSONS}|of|in|were|was|have|had|dead|killed)\b)\w", re.IGNORECASE
)
_NOUN = re.compile(r"\s+(?!(?:of|in|were|was|have|had|dead|killed|died)\b)\w", re.IGNORECASE)
_NOT_REALLY = re.compile(
    r"\b(?:if|unless|might|may|could|would|not|never|whether|nearly|almost)\b", re.IGNORECASE
)
_SUBSET = re.compile(r"\b(?:including|among\s+them|of\s+whom|them)\s*,?\s*$", re.IGNORECASE)
_NOT_PEOPLE = re.compile(
    r"\s+(?:days?|weeks?|months?|years?|hours?|minutes?|kilomet\w+|km|miles?|drones?|planes?"
    r"|war\s?planes?|tanks?|vehicles?|aircraft|jets?|villages|towns|homes|houses|percent"
    rf"|per\s+cent|%|times?|(?-i:{_MONTH}))|-|:\d",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"(?:(?-i:{_MONTH})|\b(?:day|aged|age|year|number|(?:boy|girl|man|woman)\s+of))\s+$",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"\b(?:in|since|during|until|by|from|of)\s+$", re.IGNORECASE)
_BEFORE = 40
"""How many characters before a number are looked at."""
_OF = re.compile(r"\s+of\b", re.IGNORECASE)
_PLURAL = re.compile(r"\s+(?:were|are|have)\s", re.IGNORECASE)


def count(sentence: str) -> Casualties:
    """Count the people that a sentence says were killed, injured and displaced.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    Casualties
        Fields that the sentence does not speak of are None; "no one was killed" is 0.
        "At least 81" gives 81 with no upper bound; "dozens" gives only a lower bound.

    Examples
    --------
    >>> count("The blast killed six people and injured at least 81.").injured
    81
    """
    killed = _quantity(sentence, "killed") or _one(sentence, "killed")
    injured = _quantity(sentence, "injured") or _one(sentence, "injured")
    displaced = _quantity(sentence, "displaced")
    return Casualties(
        fatalities=killed.best if killed else None,
        fatalities_low=killed.low if killed else None,
        fatalities_high=killed.high if killed else None,
        injured=injured.best if injured else None,
        displaced=displaced.best if displaced else None,
    )


def _quantity(sentence: str, kind: str) -> Count | None:
    """Give the first count of a kind."""
    found = [
        *_enumerated(sentence, kind),
        *(
            (match.start("number"), number)
            for match in _matches(sentence, kind)
            if _counts_people(sentence, match) and (number := read(match)) is not None
        ),
    ]
    return min(found, key=lambda each: each[0])[1] if found else None


def _matches(sentence: str, kind: str) -> Iterator[re.Match[str]]:
    for pattern in _PATTERNS[kind] + (_MORE_KILLED if kind == "killed" else ()):
        yield from pattern.finditer(sentence)


def _enumerated(sentence: str, kind: str) -> Iterator[tuple[int, Count]]:
    """Yield the sums of "killed a man, 45, and 3 children", each with its start."""
    for match in _LISTED[kind].finditer(sentence) if kind in _LISTED else ():
        at, parts, joined = match.end(), list[Count](), ""
        while item := _ITEM.match(sentence, at):
            part = Count(1, 1, 1) if item["one"] else read(item)
            if part is None or not (item["one"] or _counts_people(sentence, item)):
                break
            parts.append(part)
            joint = _AND_ITEM.match(sentence, item.end())
            if "and" in joined or joint is None:
                at = item.end()
                break
            joined, at = joint.group(), joint.end()
        if len(parts) > 1 and "and" in joined and not _OWN_VERB.match(sentence, at):
            yield match.end(), total(parts)


def _counts_people(sentence: str, match: re.Match[str]) -> bool:
    """Tell whether a number counts the harmed: no date, no age, no part of a whole."""
    start = match.start("number")
    end = max(match.end(group) for group in ("number", "top", "upper"))
    before = sentence[max(0, start - _BEFORE) : start]
    if _NOT_PEOPLE.match(sentence, end) or _DATED.search(before):
        return False
    number = match["number"]
    if (
        _YEAR.fullmatch(number)
        and (
            _YEARLY.search(before)
            # "the 2020 offensive killed", "2016 soldiers": but "killed 2016 soldiers" counts.
            or _YEAR_OF.match(sentence, end)
            or (_NOUN.match(sentence, end) and not sentence[match.start() : start].strip())
        )
    ):
        return False
    if number.lower() == "one" and _PLURAL.search(sentence, end, match.end()):
        # "One man and a boy were killed": more than the number says.
        return bool(_OF.match(sentence, end))
    begin = match.start("bound") if match["bound"] else start
    return not _SUBSET.search(sentence[max(0, begin - _BEFORE) : begin])


def _one(sentence: str, kind: str) -> Count | None:
    """Give one where a single person was harmed: "the mayor was killed"."""
    match = _ONE_PERSON[kind].search(sentence)
    if match is None or _NOT_REALLY.search(sentence[max(0, match.start() - 40) : match.end()]):
        return None
    return Count(1, 1, 1)


def sum_up(tolls):
    kinds = {}
    for toll in tolls:
        kinds.setdefault(toll.kind, toll)
    k, i, d = (kinds.get(x) for x in ("killed", "injured", "displaced"))
    return Casualties(
        fatalities=k.best if k else None, fatalities_low=k.low if k else None, fatalities_high=k.high if k else None,
        injured=i.best if i else None, displaced=d.best if d else None, tolls=tuple(tolls))
