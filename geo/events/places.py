"""How a place stands in its sentence: where it happens, or who acts, speaks or is left.

"Mortars hit Jableh" and "near Jableh" say where; "from Tartus", "Moscow said" and "the
ministry in Ankara" do not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from geo.model import Resolution
from geo.sphere import distance_km

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Place

_CAPITAL_PEOPLE = 500_000
"""From this size on a city may speak for its state."""
_BEFORE = 100
_BEHIND = 60
"""How many characters around a name are looked at."""

_DIRECTION = (
    r"(?:(?:north|south|east|west)(?:ern)?|(?:north|south)-?(?:east|west)(?:ern)?|central"
    r"|(?:rebel|government|opposition)-held|besieged|nearby|neighbou?ring|coastal|rural|war-torn)"
)
_NOUN_OF = (
    r"(?:(?:city|town|village|province|governorate|district|region|port|countryside|outskirts"
    r"|suburbs?|area|camp|island|neighbou?rhood|edge|centre|center|quarter|part|side)s?\s+of\s+)?"
)
_TARGETING = (
    r"hit|hits|hitting|struck|strike|strikes|striking|bomb(?:ed|ing|s)?|shell(?:ed|ing)?"
    r"|captur(?:ed|e|ing|es)|seiz(?:ed|e|ing|es)|retook|retake|retaking|recaptur(?:ed|e|ing)"
    r"|took|take|taken|taking|entered|enter|attack(?:ed|ing)?|target(?:ed|ing)?|storm(?:ed|ing)?"
    r"|pound(?:ed|ing)?|overran|overrun|besieged|left|raid(?:ed|ing)?|invad(?:ed|e|ing)"
    r"|reached|(?:spread|spilled\s+over|moved|returned)\s+(?:in)?to|crashed\s+into|swept\s+through"
)
_LEAVING = (
    r"(?:withdr[ae]w\w*|pull(?:ed|ing|s)?\s+(?:\w+\s+){0,3}?(?:out|back)|evacuat\w+|retreat\w*"
    r"|expelled|driven(?:\s+out)?|ousted|abducted|kidnapped|fled|flee|fleeing|displaced|seized|freed"
    r"|released)\s+[^.;]{0,60}?\bfrom"
)
_AT = re.compile(
    # "in", "in the northern city of", "on the eastern edge of", "shelled"
    r"\b(?:in|into|at|near|on|around|outside|inside|across|over|within|throughout|off|between"
    r"|(?<!direction )(?<!north )(?<!south )(?<!east )(?<!west )of"
    rf"|{_TARGETING}|{_LEAVING})\s+(?:the\s+)?(?:{_DIRECTION}(?:\s+and\s+|,?\s+)?){{0,3}}"
    rf"(?:\w+(?:ian|ish|i|ese)\s+)?(?:border\s+)?(?:{_DIRECTION}\s+)?{_NOUN_OF}$",
    re.IGNORECASE,
)
_LOWER_AT = re.compile(
    # "in occupied", "near the mainly Kurdish town of": plain words behind the preposition.
    r"\b(?:in|at|near|outside|inside|around|across|throughout)\s+(?:(?!(?:to|from|with|by|for|against|that|and|or"
    r"|as|on|which|who|response|talks|retaliation|line|touch|return|exchange|had|has|have|was|were|is|are"
    r"|will|would|could|may|might|must|said|says)\b)[a-z][a-z-]*\s+){1,4}$"
)
_ALSO = re.compile(
    r"\s*(?:,|,?\s+and|\s+or|,?\s+as\s+well\s+as)\s+(?:the\s+)?(?:nearby\s+|neighbou?ring\s+)?",
    re.IGNORECASE,
)
_OWNS = re.compile(rf"[’']s\s+(?:{_DIRECTION}\s+){{0,2}}{_NOUN_OF}(?:capital,?\s+)?", re.IGNORECASE)
"""Between the parts of "Syria's Idlib"."""
_AWAY = re.compile(
    r"\b(?:from|towards?|to|for|via|with|by|against|direction\s+of)\s+(?:the\s+)?"
    rf"(?:{_DIRECTION}\s+)?{_NOUN_OF}$",
    re.IGNORECASE,
)
_GOAL = re.compile(
    rf"\b(?:to|into|for|towards?)\s+(?:the\s+)?(?:\w+\s+)?{_NOUN_OF}$", re.IGNORECASE
)
_TAKEN_TO = re.compile(
    # "were driven to hospitals in Antakya"
    r"\bto\s+(?:(?-i:[a-z][a-z-]*)\s+){0,3}(?:hospitals?|clinics?|morgues?|prisons?|jails?|courts?|custody"
    r"|headquarters|safety|shelters?)\s+(?:in|at|of)\s+(?:(?-i:[a-z][a-z-]*)\s+){0,4}$",
    re.IGNORECASE,
)
_AIMED_AT = re.compile(
    # "nine drones sent against"
    r"\b(?:sent|launched|fired|directed|aimed)\s+[^,;.]{0,40}\b(?:against|at|on|towards?)\s+$",
    re.IGNORECASE,
)
_ORIGIN = re.compile(
    # "launched from a base in"
    r"\b(?:launched|fired|took\s+off|taken\s+off|flown|flying|sent|coming|came|arrived|controlled)\b"
    r"[^,;.]{0,40}\bfrom\b(?:(?!\b(?:fell|hit|hits|struck|landed|and|on|into)\b)[^,;.]){0,50}"
    r"\b(?:in|at|near|of|outside)\s+(?:(?-i:[a-z][a-z-]*)\s+){0,3}$",
    re.IGNORECASE,
)
_SAID_IN = re.compile(
    # "Trump said in", "told reporters at the hospital in"
    r"\b(?:said|says|told\s+\w+|speaking|spoke|announced|declared|wrote|warned|added)\s+"
    r"(?:[^,;.]{0,30}\s)?(?:in|at|from)\s+(?:(?-i:[a-z][a-z-]*)\s+){0,3}$",
    re.IGNORECASE,
)
_OFFICE_IN = re.compile(
    r"\b(?:council|bank|university|bishop|patriarch)\s+of\s+$|\b(?:ministry|government|embassy|office|officials?|parliament|reporters|journalists"
    r"|spokes\w+|ministers?|court|headquarters|newspaper|broadcaster|authorities)"
    r"\s+(?:in|at|of)\s+$",
    re.IGNORECASE,
)
_BEFORE_OFFICE = re.compile(
    # "gathered outside the Turkish embassy in"
    r"\b(?:outside|near|in\s+front\s+of|before|at|on|around|stormed|attacked|hit|towards?)\s+(?:the\s+)?"
    r"(?:[\w-]+\s+){0,2}(?:ministry|embassy|office|parliament|court|headquarters|newspaper|consulate"
    r"|government\s+building)\s+(?:in|at)\s+$",
    re.IGNORECASE,
)
_UNDER_FIRE = re.compile(
    r"\s+(?:(?:was|were|has\s+been|had\s+been|is|are)\s+(?:\w+ly\s+|also\s+|again\s+|once\s+more\s+)?"
    r"(?:hit|struck|bombed|shelled|attacked|targeted|rocked|captured|seized|taken|retaken"
    r"|recaptured|overrun|besieged|stormed|under\s+(?:fire|attack))|came\s+under|fell)\b"
)
_ACTS = re.compile(
    r"(?:[’']s)?\s+(?:said|says|has|had|have|was|is|were|and\s+\w+\s+(?:said|agreed)|accused|denied"
    r"|demanded|asked|calls|called|wants|wanted|claimed|agreed|backed|backs|insisted|blamed|vowed"
    r"|threatened|warned|began|launched|shot|carried|responded|reported|announced"
    r"|will|would|can|could|may|might|(?:and\s+\w+\s+)?[a-z]+ed(?!\s+by))\b"
)
_SAYS = re.compile(r"[,’'s]*\s+(?:said|says|told|announced|reported|claimed)\b")
BODY = re.compile(
    r"(?:[’']s)?\s+(?:regime|government|authorities|officials|police|University|Observatory|Center"
    r"|Centre|Times|Post|Institute|Ministry|Council|Army|Red|National|Democratic|Defen[cs]e"
    r"|Rifles|Regiment|Brigade|Corps|Battalion|Guards?|Liberation|Security|Process|Declaration"
    r"|Broadcasting|Agency|Journal|Network|Front|Party|Workers)\b"
)
_COMPOUND = re.compile(r"[-‐‑](?:led|backed|made|held|based|born|trained|sponsored|brokered)\b")
_DATELINE = re.compile(r"(?:,[^.\n—–]{1,30})?\s*(?:\([^)\n]{1,30}\)\s*)?(?:[—–:]|--? )")


_COUNTRIES = frozenset({"A.PCLI", "L.CONT"})
_FINENESS = {"A.PCLI": 0, "L.CONT": 0, "A.ADM1": 2, "A.ADM2": 3, "P": 5, "S": 5, "T": 4, "L": 4}
"""By kind, or by its feature class; others give 1."""


class Stance(IntEnum):
    """How a place stands to what its sentence reports."""

    ELSEWHERE = 0
    """It acts, speaks, or is where something came from."""
    GOAL = 1
    """Where someone goes or speaks: "flew to Geneva", "announced in Azaz"."""
    OPEN = 2
    STATED = 3
    """Said to be where it happens."""


@dataclass(frozen=True, slots=True)
class Located:
    """A resolved mention, with how it stands in its sentence."""

    resolution: Resolution
    start: int
    end: int
    stance: Stance
    dateline: bool = False
    """Whether it is where the report was written: "BEIRUT (AP) — "."""

    @property
    def fineness(self) -> int:
        """How finely it places an event: 0 for countries, 5 for towns and sites."""
        return fineness(self.resolution.place) if self.resolution.place else 1


def locate(text: str, resolutions: Sequence[Resolution]) -> list[Located]:
    """Say how each resolved place of a document stands; open names and adjectives are left out.

    Parameters
    ----------
    text : str
        Of the document.
    resolutions : sequence of Resolution
        In order.

    Returns
    -------
    list of Located
        In order.
    """
    found: list[Located] = []
    for resolution in resolutions:
        if resolution.place is not None and not resolution.toponym.demonym:
            start, end = resolution.toponym.start, resolution.toponym.end
            stance = _stance(text, resolution, found[-1] if found else None)
            dateline = not found and _is_dateline(text, start, end)
            found.append(Located(resolution, start, end, stance, dateline))
    return found


def fineness(place: Place) -> int:
    """Give how finely a place puts an event: 0 for countries, 5 for towns and sites."""
    return _FINENESS[place.kind] if place.kind in _FINENESS else _FINENESS.get(place.kind[:1], 1)


def inside(inner: Place, outer: Place) -> bool:
    """Tell whether one place is a part of another: a town of its province or country."""
    if inner == outer or inner.country != outer.country:
        return False
    if outer.kind in _COUNTRIES:
        return fineness(inner) > 0
    if outer.kind == "A.ADM1" and inner.admin1 and outer.admin1:
        return inner.admin1 == outer.admin1 and fineness(inner) > fineness(outer)
    apart = distance_km(inner.lat, inner.lon, outer.lat, outer.lon)
    return inner.radius_km < outer.radius_km and apart <= outer.radius_km


def lies_in(inner: Located, outer: Located) -> bool:
    """Tell whether one named place is a part of another."""
    small, large = inner.resolution.place, outer.resolution.place
    return small is not None and large is not None and inside(small, large)


def _stance(  # noqa: PLR0911  (a ladder of rules)
    text: str, resolution: Resolution, earlier: Located | None
) -> Stance:
    start, end = resolution.toponym.start, resolution.toponym.end
    if resolution.toponym.metonymic:
        return Stance.ELSEWHERE
    if earlier and _is_owned(text, resolution, earlier):
        # "bombed Syria's Idlib": what is said of the whole is meant of the part.
        start, earlier = earlier.start, None
    before, behind = text[max(0, start - _BEFORE) : start], text[end : end + _BEHIND]
    if _COMPOUND.match(behind):
        return Stance.ELSEWHERE
    if _BEFORE_OFFICE.search(before):
        return Stance.STATED
    if BODY.match(behind) or _OFFICE_IN.search(before) or _is_dateline(text, start, end):
        return Stance.ELSEWHERE
    if _TAKEN_TO.search(before) or _ORIGIN.search(before):
        return Stance.ELSEWHERE
    if _SAID_IN.search(before):
        return Stance.GOAL
    if _AT.search(before) or _LOWER_AT.search(before) or _AIMED_AT.search(before):
        return Stance.STATED
    if earlier and _ALSO.fullmatch(text, earlier.end, start):
        return earlier.stance
    if _SAYS.match(behind):
        return Stance.ELSEWHERE
    if _AWAY.search(before):
        return Stance.GOAL if _GOAL.search(before) else Stance.ELSEWHERE
    if _UNDER_FIRE.match(behind):
        return Stance.STATED
    place = resolution.place
    if place is None or place.kind in {"A.PCLI", "L.CONT"}:
        return Stance.ELSEWHERE
    speaks = place.population > _CAPITAL_PEOPLE or place.kind == "P.PPLC"
    return Stance.ELSEWHERE if speaks and _ACTS.match(behind) else Stance.OPEN


def _is_dateline(text: str, start: int, end: int) -> bool:
    opens = not text[max(0, start - _BEFORE) : start].rpartition("\n")[2].strip()
    return opens and _DATELINE.match(text, end) is not None


def _is_owned(text: str, resolution: Resolution, earlier: Located) -> bool:
    """Tell whether a place is written as its country's or its division's: "Syria's Idlib"."""
    if not _OWNS.fullmatch(text, earlier.end, resolution.toponym.start):
        return False
    place, whole = resolution.place, earlier.resolution.place
    return place is not None and whole is not None and place.country == whole.country
