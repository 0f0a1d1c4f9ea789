"""How a place stands in its sentence: where it happens, or who acts, speaks or is left.

"Mortars hit Jableh" and "near Jableh" say where; "from Tartus", "Moscow said" and "the
ministry in Ankara" do not. The rules stand in tables; the first that holds counts.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple


class Stance(IntEnum):
    """How a place stands to what its sentence reports."""

    ELSEWHERE = 0
    """It acts, speaks, or is where something came from."""
    GOAL = 1
    """Where someone goes or speaks: "flew to Geneva", "announced in Azaz"."""
    OPEN = 2
    STATED = 3
    """Said to be where it happens."""


class _Before(NamedTuple):
    """A rule on the words before a name."""

    stance: Stance
    words: str
    """It is looked for where one of these stands: that is quicker than everywhere."""
    follows: str
    """What stands between that word and the name, as a pattern."""
    flags: re.RegexFlag = re.IGNORECASE

    def pattern(self) -> re.Pattern[str]:
        """Compile it with its words."""
        return re.compile(rf"(?:{'|'.join(self.words.split())}){self.follows}$", self.flags)


class _Behind(NamedTuple):
    """A rule on the words behind a name."""

    stance: Stance
    pattern: re.Pattern[str]


_WORD = re.compile(r"\w+")


class _Rules:
    """An ordered table of rules."""

    def __init__(self, *rules: _Before | _Behind) -> None:
        self._stances = [rule.stance for rule in rules]
        self._before: dict[str, list[tuple[int, re.Pattern[str]]]] = {}
        """The rules on what stands before, by number, under each of their words."""
        self._behind: list[tuple[int, re.Pattern[str]]] = []
        for number, rule in enumerate(rules):
            if isinstance(rule, _Behind):
                self._behind.append((number, rule.pattern))
                continue
            for word in rule.words.split():
                self._before.setdefault(word, []).append((number, rule.pattern()))

    def stance(self, before: str, behind: str) -> Stance | None:
        """Give what the first rule says that holds, None if none does."""
        first, rules = len(self._stances), self._before
        for word in _WORD.finditer(before):
            for number, pattern in rules.get(word[0].lower(), ()):
                if number < first and pattern.match(before, word.start()):
                    first = number
        for number, pattern in self._behind:
            if number > first:
                break
            if pattern.match(behind):
                first = number
        return self._stances[first] if first < len(self._stances) else None


_DIRECTION = (
    r"(?:(?:north|south|east|west)(?:ern)?|(?:north|south)-?(?:east|west)(?:ern)?|central"
    r"|(?:rebel|government|opposition)-held|besieged|nearby|neighbou?ring|coastal|rural|war-torn)"
)
_NOUN_OF = (
    r"(?:(?:city|town|village|province|governorate|district|region|port|countryside|outskirts"
    r"|suburbs?|area|camp|island|neighbou?rhood|edge|centre|center|quarter|part|side)s?\s+of\s+)?"
)
_PLAIN_WORD = r"(?-i:[a-z][a-z-]*)\s+"
_WHERE = (
    rf"\s+(?:the\s+)?(?:{_DIRECTION}(?:\s+and\s+|,?\s+)?){{0,3}}"
    rf"(?:\w+(?:ian|ish|i|ese)\s+)?(?:border\s+)?(?:{_DIRECTION}\s+)?{_NOUN_OF}"
)
"""Behind "in" and "shelled": "the northern city of", "the eastern edge of"."""
_OFF = rf"\s+(?:the\s+)?(?:{_DIRECTION}\s+)?{_NOUN_OF}"
"""Behind "from" and "to"."""

_OFFICE = (
    r"\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}(?:ministry|embassy|office|parliament|court|headquarters"
    r"|newspaper|consulate|government\s+building)\s+(?:in|at)\s+"
)
_FROM_WITHIN = (
    r"\b[^,;.]{0,40}\bfrom\b(?:(?!\b(?:fell|hit|hits|struck|landed|and|on|into|to)\b)[^,;.]){0,50}"
    rf"\b(?:in|at|near|of|outside)\s+(?:{_PLAIN_WORD}){{0,3}}"
)
_SPOKEN_AT = (
    # No further verb: "said they shelled a post in" tells where it was shelled.
    r"\s+(?:(?!\b(?:that|it|he|she|they|we|had|has|have|was|were|is|are|would|will|could|may"
    r"|might|\w+ed)\b)[^,;.]){0,30}?"
    rf"\b(?:in|at|from)\s+(?:{_PLAIN_WORD}){{0,3}}"
)

BODY = re.compile(
    r"(?:[’']s)?\s+(?:regime|government|authorities|officials|police|University|Observatory|Center"
    r"|Centre|Times|Post|Institute|Ministry|Council|Army|Red|National|Democratic|Defen[cs]e"
    r"|Rifles|Regiment|Brigade|Corps|Battalion|Guards?|Liberation|Security|Process|Declaration"
    r"|Broadcasting|Agency|Journal|Network|Front|Party|Workers|(?:news\s+)?agency|daily|newspaper)\b"
)
"""What makes the name of a place one of a body: "the Homs Ministry"."""

PLAIN = _Rules(
    # "Turkish-led"
    _Behind(
        Stance.ELSEWHERE,
        re.compile(r"[-‐‑](?:led|backed|made|held|based|born|trained|sponsored|brokered)\b"),
    ),
    # "at Turkey's embassy in", "against Russia's air bases in"
    _Behind(
        Stance.ELSEWHERE,
        re.compile(r"[’']s\s+(?:\w+\s+){0,3}?(?:embassy|consulate|mission|bases?)\b"),
    ),
    # "gathered outside the Turkish embassy in"
    _Before(
        Stance.STATED,
        "outside near before at on around stormed attacked hit toward towards",
        _OFFICE,
    ),
    _Before(Stance.STATED, "in", rf"\s+front\s+of{_OFFICE}"),
    _Behind(Stance.ELSEWHERE, BODY),
    # "the bishop of", "the ministry in"
    _Before(Stance.ELSEWHERE, "council bank university bishop patriarch", r"\s+of\s+"),
    _Before(
        Stance.ELSEWHERE,
        "ministry government embassy office official officials parliament reporters journalists"
        " spokesman spokesmen spokeswoman spokeswomen spokesperson spokespersons spokespeople"
        " minister ministers court headquarters newspaper broadcaster authorities",
        r"\s+(?:in|at|of)\s+",
    ),
    # "were driven to hospitals in"
    _Before(
        Stance.ELSEWHERE,
        "to",
        rf"\s+(?:{_PLAIN_WORD}){{0,3}}(?:hospitals?|clinics?|morgues?|prisons?|jails?|courts?"
        rf"|custody|headquarters|safety|shelters?)\s+(?:in|at|of)\s+(?:{_PLAIN_WORD}){{0,4}}",
    ),
    # "launched from a base in"
    _Before(
        Stance.ELSEWHERE,
        "launched fired flown flying sent coming came arrived controlled",
        _FROM_WITHIN,
    ),
    _Before(Stance.ELSEWHERE, "took taken", rf"\s+off{_FROM_WITHIN}"),
    # "Trump said in", "told reporters at the hospital in"
    _Before(
        Stance.GOAL,
        "said says speaking spoke announced declared wrote warned added",
        _SPOKEN_AT,
    ),
    _Before(Stance.GOAL, "told", rf"\s+\w+{_SPOKEN_AT}"),
    # "in", "near the", "shelled the northern city of"
    _Before(
        Stance.STATED,
        "in into at near on around outside inside across over within throughout off between"
        " hit hits hitting struck strike strikes striking bomb bombed bombing bombs shell shelled"
        " shelling captured capture capturing captures seized seize seizing seizes retook retake"
        " retaking recaptured recapture recapturing took take taken taking entered enter attack"
        " attacked attacking target targeted targeting storm stormed storming pound pounded"
        " pounding overran overrun besieged left raid raided raiding invaded invade invading"
        " reached",
        _WHERE,
    ),
    _Before(
        Stance.STATED,
        "of",
        rf"(?<!direction of)(?<!north of)(?<!south of)(?<!east of)(?<!west of){_WHERE}",
    ),
    _Before(Stance.STATED, "spread moved returned", rf"\s+(?:in)?to{_WHERE}"),
    _Before(Stance.STATED, "spilled", rf"\s+over\s+(?:in)?to{_WHERE}"),
    _Before(Stance.STATED, "crashed", rf"\s+into{_WHERE}"),
    _Before(Stance.STATED, "swept", rf"\s+through{_WHERE}"),
    # "withdrew all its men from"
    _Before(
        Stance.STATED,
        "withdraw withdraws withdrew withdrawn withdrawing withdrawal withdrawals evacuate"
        " evacuated evacuates evacuating evacuation evacuations retreat retreats retreated"
        " retreating expelled driven ousted abducted kidnapped fled flee fleeing displaced seized"
        " freed released",
        rf"\s+[^.;]{{0,60}}?\bfrom{_WHERE}",
    ),
    _Before(
        Stance.STATED,
        "pull pulled pulling pulls",
        rf"\s+(?:\w+\s+){{0,3}}?(?:out|back)\s+[^.;]{{0,60}}?\bfrom{_WHERE}",
    ),
    # "in occupied", "near the mainly rural town of": plain words behind the preposition.
    _Before(
        Stance.STATED,
        "in at near outside inside around across throughout",
        r"\s+(?:(?!(?:to|from|with|by|for|against|that|and|or|as|on|which|who|response|talks"
        r"|retaliation|line|touch|return|exchange|had|has|have|was|were|is|are|will|would|could"
        r"|may|might|must|said|says)\b)[a-z][a-z-]*\s+){1,4}",
        re.NOFLAG,
    ),
    # "nine drones sent against"
    _Before(
        Stance.STATED,
        "sent launched fired directed aimed",
        r"\s+[^,;.]{0,40}\b(?:against|at|on|towards?)\s+",
    ),
)
"""These count before what an enumeration says ("in Homs and Hama") …"""

WEAKER = _Rules(
    _Behind(
        Stance.ELSEWHERE,
        re.compile(r"[,’'s]*\s+(?:said|says|told|announced|reported|claimed)\b"),
    ),
    # "flew to", "on the road to the city of"
    _Before(Stance.GOAL, "to for toward towards", _OFF),
    _Before(Stance.ELSEWHERE, "from via with by against", _OFF),
    _Before(Stance.ELSEWHERE, "direction", rf"\s+of{_OFF}"),
    # "was shelled again"
    _Behind(
        Stance.STATED,
        re.compile(
            r"\s+(?:(?:was|were|has\s+been|had\s+been|is|are)"
            r"\s+(?:\w+ly\s+|also\s+|again\s+|once\s+more\s+)?"
            r"(?:hit|struck|bombed|shelled|attacked|targeted|rocked|captured|seized|taken|retaken"
            r"|recaptured|overrun|besieged|stormed|under\s+(?:fire|attack))|came\s+under|fell)\b"
        ),
    ),
)
"""… and these after it."""

ACTS = re.compile(
    r"(?:[’']s)?\s+(?:said|says|has|had|have|was|is|were|and\s+\w+\s+(?:said|agreed)|accused|denied"
    r"|demanded|asked|calls|called|wants|wanted|claimed|agreed|backed|backs|insisted|blamed|vowed"
    r"|threatened|warned|began|launched|shot|carried|responded|reported|announced"
    r"|will|would|can|could|may|might|(?:and\s+\w+\s+)?[a-z]+ed(?!\s+by))\b"
)
"""What a state does behind the name of its capital."""
OWNS = re.compile(rf"[’']s\s+(?:{_DIRECTION}\s+){{0,2}}{_NOUN_OF}(?:capital,?\s+)?", re.IGNORECASE)
"""Between the parts of "Syria's Idlib"."""
