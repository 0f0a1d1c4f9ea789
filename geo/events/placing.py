"""Where a happening was: its clause before its sentence, its paragraph, its report.

Each step further off costs confidence and says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.events.happenings import Happening
from geo.events.passages import Passage
from geo.events.places import TOWN, Located, lies_in
from geo.events.stances import ACTS, Stance
from geo.events.story import Story, is_capital
from geo.events.unplaced import is_part
from geo.model import Resolution, Toll, Toponym
from geo.sphere import distance_km
from geo.text import name_key

if TYPE_CHECKING:
    from collections.abc import Sequence


_THERE = re.compile(
    r"\b(?:there\b(?!\s+(?:is|are|was|were|has|have|had|will|would|could|may|might))"
    r"|here\b|(?:the|that|this)\s+(?:same\s+)?(?:town|city|village|camp|district|neighbou?rhood"
    r"|province|region|enclave|suburb|area|base|prison|airport|hospital|border\s+town|capital|island|port)\b)",
    re.IGNORECASE,
)
_WIDE = ("province", "region", "area", "island")
"""Nouns of what is no town."""
_LISTED = re.compile(
    r"\s*(?:,|,?\s+and|,?\s+or|,?\s+as\s+well\s+as|,?\s+then)\s+(?:also\s+)?"
    r"(?:(?:in|at|near|around|on)\s+)?(?:the\s+)?"
    r"(?:(?:nearby|neighbou?ring|adjacent)\s+)?(?:(?:town|village|city|district)s?\s+of\s+)?",
    re.IGNORECASE,
)
_OF_TOLL = re.compile(
    r"\s*(?:(?:of\s+them|others?|more|people|dead|were\s+killed|each)\s+)?(?:in|at|near|around|from)\s+"
    r"(?:the\s+)?(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"(?:\s+(?:district|quarter|neighbou?rhood|suburb|area|section|camp|township|ward))?"
    r"(?:\s+(?:of|in)\s+(?:the\s+)?(?:city\s+of\s+)?|,\s+)",
    re.IGNORECASE,
)
"""Between a part of a place and the whole."""
_IN = re.compile(r"(?:\s+\w+)?,?\s+in\s+(?:the\s+)?(?:nearby\s+|neighbou?ring\s+)?", re.IGNORECASE)
"""Between a place and the one that it lies in."""
_SETS_SCENE = re.compile(
    r"(?:(?:and|but|meanwhile,?)\s+)?in\s+(?:the\s+)?(?:nearby\s+|neighbou?ring\s+)?", re.IGNORECASE
)
"""Before a place with which a sentence begins."""
_SCENE_KM = 150.0
"""How far from there what is told may be."""
_CITY_KM = 60.0
"""How far a quarter may lie from its city's middle."""
_BEFORE = 60
"""How many characters before a name are looked at."""
_ASIDE = re.compile(
    r"\b(?:ministry|ministers?|officials?|spokes\w+|reporters|journalists|government|authorities"
    r"|observers|analysts|sources?|embassy|diplomats?|newspaper|road|highway|way|route|flight|plane|leave"
    r"|bound)\s+(?:in|at|of|to|for|from)\s+$"
    r"|\b(?:north|south|east|west)\s+of\s+$",
    re.IGNORECASE,
)
"""Before a place where surely nothing of it happened."""
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?(?:\w+\s+){0,2}$", re.IGNORECASE)
"""Before the first of two places that are the ends of one."""
_UNLENT = frozenset({"Agreement", "Talks", "Statement"})
"""What is told of anywhere: its place is its own, or "there"."""
_BOUND = frozenset({"Talks", "Aid", "Agreement", "Statement", "Change to group/activity"})
"""What happens where someone goes or speaks: "flew to Geneva for talks", "said in Azaz"."""
_PAIR = 2
"""More places in a row are no part and whole: "in Dhaka, Chittagong and Rangpur"."""
_MOST = 12
"""Of a longer list the first places are taken."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a happening was, and how sure that is."""

    place: Located
    share: float
    """0 to 1, to be multiplied with the confidence of the place itself."""
    why: str
    lent: bool = False
    tolls: tuple[Toll, ...] = ()
    """The counts that belong to this place."""

    @property
    def named(self) -> bool:
        """Whether a place is named at all, be it known or not."""
        return bool(self.place.resolution.toponym.text)


def place(happening: Happening, passage: Passage, story: Story, *, alone: bool) -> list[Placed]:
    """Say where something happened.

    Parameters
    ----------
    happening : Happening
    passage : Passage
        Its sentence.
    story : Story
        What was said before.
    alone : bool
        Whether the sentence tells of nothing else, so that all its places are its own.

    Returns
    -------
    list of Placed
        One, or several where it happened in several places.
    """
    if happening.trigger.sub_event_type in _UNLENT:
        story = story.unplaced
    search = _Search(happening, passage, story)
    clause = happening.clause
    within = [each for each in passage.places if clause.holds(each.start - passage.start)]
    around = [each for each in passage.places if happening.holds(each.start - passage.start)]
    return (
        search.among(within, 1.0, "it stands in the clause", stated=True)
        # Better no place than that of another clause.
        or search.without_one(within_clause=True)
        or search.among(within, 1.0, "it stands in the clause")
        or search.there()
        or search.country(within, 1.0, "it stands in the clause")
        or search.among(around, 0.95, "it stands in the sentence")
        or search.among(passage.places, 0.9 if alone else 0.75, "it stands in the sentence")
        or search.country(passage.places, 0.9 if alone else 0.75, "it stands in the sentence")
        or search.without_one(within_clause=False)
        or search.aside(around)
        or search.lent()
        or search.nowhere()
    )


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for the place of one happening."""

    happening: Happening
    passage: Passage
    story: Story

    def among(
        self, near: Sequence[Located], share: float, why: str, *, stated: bool = False
    ) -> list[Placed]:
        """Choose among the places of a clause or a sentence, those stated alone if asked so."""
        fine = [each for each in near if each.fineness]
        usable = said = [each for each in fine if each.stance is Stance.STATED]
        if not said and not stated:
            usable = [each for each in fine if each.stance is Stance.OPEN]
            if not usable and self.happening.trigger.sub_event_type in _BOUND:
                usable = [each for each in fine if each.stance is Stance.GOAL]
        if not usable:
            return []
        usable = self._parts(usable)
        if counted := self._by_toll(usable):
            return [Placed(each, share, why, tolls=tolls) for each, tolls in counted]
        usable = self._without_namesakes(usable)
        at = self.passage.start + self.happening.trigger.end
        first = min(usable, key=lambda each: (-each.fineness, abs(each.start - at)))
        row = self._row(first, usable)
        if len(row) > 1 and not self.happening.tolls and said:
            return [Placed(each, share, why) for each in row[:_MOST]]
        return self._at(row[0], share, why)

    def without_one(self, *, within_clause: bool) -> list[Placed]:
        """Give a place that is named and not known, which stays open."""
        for each in self.passage.unplaced:
            if not within_clause or self.happening.clause.holds(each.start - self.passage.start):
                return self._within_town(each) or self._at(each, 1.0, "")
        return []

    def _within_town(self, name: Located) -> list[Placed]:
        """Give the town that an unknown name is likely to be a part of: "the Creggan estate"."""
        start, text = self.passage.start, self.passage.text
        part = is_part(text, name.start - start, name.end - start)
        town = self.story.home or (self.story.before if part else None)
        if town is None or town.fineness < TOWN or town.resolution.place is None:
            return []
        written = name.resolution.toponym.text
        why = f"“{written}” is in no gazetteer and may be a part of it, or lie near it"
        return self._at(town, 0.4, why, lent=True)

    def there(self) -> list[Placed]:
        """Give the place named before, where the clause means it: "there", "in the town"."""
        clause = self.happening.clause
        there = _THERE.search(self.passage.text, clause.start, clause.end)
        if there is None:
            return []
        word = there.group().lower()
        if word == "here":
            before = self.story.dateline or self.story.first_place
        elif word == "the capital":
            before = self.story.capital_of(self._nearest(there.start()))
        else:
            before = self._nearest(there.start(), word) or self.story.before
        if before is None:
            return self._unnamed(there) if word == "the capital" else []
        why = f"“{there.group()}” means the place named before"
        return self._at(before, 0.7, why, lent=True)

    def _unnamed(self, there: re.Match[str]) -> list[Placed]:
        """Give the open place of a capital that the report does not name."""
        start, end = (self.passage.start + at for at in there.span())
        reason = "the report does not name the capital that it means"
        unnamed = Resolution(Toponym(start, end, there.group()), None, 0.0, reason)
        return self._at(Located(unnamed, start, end, Stance.STATED), 1.0, "", lent=True)

    def _nearest(self, at: int, word: str = "") -> Located | None:
        """Give the place that the sentence itself names last before a word, of the kind it says."""
        wide = word.endswith(_WIDE)
        named = [*self.passage.places, *self.passage.unplaced]
        near = [
            each
            for each in named
            if each.end - self.passage.start <= at
            and each.stance > Stance.ELSEWHERE
            and (not word or each.resolution.place is None or (each.fineness < TOWN) == wide)
        ]
        return max(near, key=lambda each: each.start, default=None)

    def aside(self, near: Sequence[Located]) -> list[Placed]:
        """Take a town of its own sentence that only seems to be elsewhere: "at the office in"."""
        text, start = self.passage.text, self.passage.start
        towns = [
            each
            for each in near
            if each.fineness >= TOWN
            and not each.dateline
            and not each.resolution.toponym.metonymic
            and not _ASIDE.search(text, max(0, each.start - start - _BEFORE), each.start - start)
            and not (is_capital(each.resolution) and ACTS.match(text, each.end - start))
        ]
        # "brought by bus from Vovchansk to Kharkiv"
        left = [each for each in towns if text.endswith("from ", 0, each.start - start)]
        found = (left or towns)[-1:]
        return self._at(found[0], 0.5, "it stands in the sentence") if found else []

    def lent(self) -> list[Placed]:
        """Give the place of an earlier sentence, the nearest first."""
        for lent, share, why in (
            (self.story.place, 0.6, "it stands in the paragraph"),
            (self.story.last_place, 0.35, "it is the place named last before"),
            (self.story.dateline, 0.3, "only the report's own dateline names a place"),
        ):
            if lent is not None:
                return self._at(lent, share, why, lent=True)
        return []

    def nowhere(self) -> list[Placed]:
        """Give the open place of what no place is named for."""
        at = self.passage.start + self.happening.trigger.start
        nowhere = Resolution(Toponym(at, at, ""), None, 0.0, "")
        where = Located(nowhere, at, at, Stance.ELSEWHERE)
        return self._at(where, 1.0, "the report names no place for it")

    def _at(self, where: Located, share: float, why: str, *, lent: bool = False) -> list[Placed]:
        return [Placed(where, share, why, lent, self.happening.tolls)]

    def country(self, near: Sequence[Located], share: float, why: str) -> list[Placed]:
        """Take a country where no finer place is named, or a finer one within it."""
        stated = (each for each in near if not each.fineness and each.stance is Stance.STATED)
        wide = next(stated, None)
        if wide is None:
            return []
        inner = [
            each
            for each in self.passage.places
            if each.stance >= Stance.OPEN and lies_in(each, wide)
        ]
        if inner:
            # "Syria buried its dead; Idlib burned"
            finest = max(inner, key=lambda each: each.fineness)
            return self._at(finest, 0.75, "it stands in the sentence")
        # "Nine were killed in Syria" tells less than the town that was named before.
        if self.story.place is not None and lies_in(self.story.place, wide):
            return self._at(self.story.place, 0.6, "it stands in the paragraph", lent=True)
        return self._at(wide, share, why)

    def _parts(self, usable: list[Located]) -> list[Located]:
        """Leave out the wider of two places: "in Reasi, in Jammu", "In Kaduna, … in Zaria"."""
        wider = {
            id(whole) for part, whole in pairwise(usable) if self._is_whole(part, whole, usable)
        }
        scene, later = usable[0], usable[1:]
        before = self.passage.text[: scene.start - self.passage.start]
        if _SETS_SCENE.fullmatch(before) and self.passage.text.startswith(
            ",", scene.end - self.passage.start
        ):
            near = [each for each in later if _distance(each, scene) <= _SCENE_KM]
            if near and not _LISTED.fullmatch(self._between(scene, near[0])):
                wider.add(id(scene))
        kept = [
            each
            for each in usable
            if id(each) not in wider and not any(lies_in(other, each) for other in usable)
        ]
        return kept or usable

    def _is_whole(self, part: Located, whole: Located, usable: Sequence[Located]) -> bool:
        """Tell whether a place is written as what the one before it lies in."""
        between = self._between(part, whole)
        if between == ", ":
            return _names_province(part, whole) and len(self._row(part, usable)) <= _PAIR
        return _IN.fullmatch(between) is not None

    def _without_namesakes(self, usable: Sequence[Located]) -> list[Located]:
        """Leave out the far namesake of a quarter: "the Potrero Grande district of Cali"."""
        far = {
            id(part)
            for part, whole in pairwise(usable)
            if _PART_OF.fullmatch(self._between(part, whole))
            and _far(part, whole)
            and len(self._row(part, usable)) <= _PAIR
        }
        return [each for each in usable if id(each) not in far]

    def _by_toll(self, usable: Sequence[Located]) -> list[tuple[Located, tuple[Toll, ...]]]:
        """Give each place its own count: "killed nine in Homs and four in Hama"."""
        owned: dict[int, list[Toll]] = {}
        text, start = self.passage.text, self.passage.start
        for toll in self.happening.tolls:
            behind = next((each for each in usable if each.start >= start + toll.end), None)
            if behind and _OF_TOLL.fullmatch(text, toll.end, behind.start - start):
                owned.setdefault(usable.index(behind), []).append(toll)
        if len(owned) == 1:
            return []
        return [(usable[at], tuple(tolls)) for at, tolls in sorted(owned.items())]

    def _row(self, first: Located, usable: Sequence[Located]) -> list[Located]:
        """Give the places that are listed with one: "in Ariha, Saraqib and Binnish"."""
        begin = end = usable.index(first)
        while begin and _LISTED.fullmatch(self._between(usable[begin - 1], usable[begin])):
            begin -= 1
        while end + 1 < len(usable) and _LISTED.fullmatch(
            self._between(usable[end], usable[end + 1])
        ):
            end += 1
        # "Homs, Homs and Homs" is one place.
        row = list({_identity(each): each for each in reversed(usable[begin : end + 1])}.values())
        row.reverse()
        before = self.passage.text[: row[0].start - self.passage.start]
        return row[:1] if _BETWEEN.search(before[-40:]) else row

    def _between(self, left: Located, right: Located) -> str:
        start = self.passage.start
        return self.passage.text[left.end - start : right.start - start]


def _identity(located: Located) -> str | int:
    place = located.resolution.place
    return located.start if place is None else place.id


def _distance(one: Located, other: Located) -> float:
    """Give the distance of two known places, 0 if one is not known."""
    a, b = one.resolution.place, other.resolution.place
    return 0.0 if a is None or b is None else distance_km(a.lat, a.lon, b.lat, b.lon)


def _names_province(part: Located, whole: Located) -> bool:
    """Tell whether a town bears the name of the province that another lies in."""
    small, large = part.resolution.place, whole.resolution.place
    if small is None or large is None or large.admin1 is None:
        return False
    within = (small.country, small.admin1) == (large.country, large.admin1)
    return within and name_key(large.name) == name_key(large.admin1)


def _far(part: Located, whole: Located) -> bool:
    large = whole.resolution.place
    if _names_province(part, whole):
        return False
    return large is not None and _distance(part, whole) > _CITY_KM + large.radius_km
