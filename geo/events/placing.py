"""Where a happening was: its clause before its sentence, its paragraph, its report.

Each step further off costs confidence and says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.events.places import Located, Stance, lies_in
from geo.model import Toll
from geo.sphere import distance_km

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.events.clauses import Clause
    from geo.events.happenings import Happening
    from geo.events.passages import Passage
    from geo.events.story import Story

_THERE = re.compile(
    r"\b(?:there\b(?!\s+(?:is|are|was|were|has|have|had|will|would|could|may|might))|the\s+(?:same\s+)?"
    r"(?:town|city|village|camp|district|neighbou?rhood|province|region|enclave|suburb|area|base"
    r"|prison|airport|hospital|border\s+town|capital|island|port)\b)",
    re.IGNORECASE,
)
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
_CITY_KM = 60.0
"""How far a quarter may lie from its city's middle."""
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?(?:\w+\s+){0,2}$", re.IGNORECASE)
"""Before the first of two places that are the ends of one."""
_UNLENT = frozenset({"Agreement", "Talks", "Statement"})
"""What is told of anywhere: its place is its own, or "there"."""
_BOUND = frozenset({"Talks", "Aid", "Agreement", "Statement", "Change to group/activity"})
"""What happens where someone goes or speaks: "flew to Geneva for talks", "said in Azaz"."""
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
        One, or several where it happened in several places; none if nothing says where.
    """
    story = story if happening.trigger.sub_event_type not in _UNLENT else story.unplaced
    within = [each for each in passage.places if happening.clause.holds(each.start - passage.start)]
    around = [each for each in passage.places if happening.holds(each.start - passage.start)]
    for near, share, why in (
        (within, 1.0, "it stands in the clause"),
        (around, 0.95, "it stands in the sentence"),
        (passage.places, 0.9 if alone else 0.75, "it stands in the sentence"),
    ):
        if own := _own(near, happening, passage, story, share, why):
            return own
        # Better no place than that of another sentence.
        if near is within and (unknown := _unplaced(passage, happening.clause)):
            return [Placed(unknown, 1.0, "", tolls=happening.tolls)]
        if near is within and (there := _there(passage, happening, story)):
            return [there]
    if passage.unplaced:
        return [Placed(passage.unplaced[0], 1.0, "", tolls=happening.tolls)]
    return _lent(passage, story, happening.tolls)


def _unplaced(passage: Passage, clause: Clause) -> Located | None:
    return next(
        (each for each in passage.unplaced if clause.holds(each.start - passage.start)), None
    )


def _there(passage: Passage, happening: Happening, story: Story) -> Placed | None:
    """Give the place named before, where the clause means it: "there", "in the town"."""
    clause = happening.clause
    there = _THERE.search(passage.text, clause.start, clause.end)
    if there is None or story.before is None:
        return None
    why = f"“{there.group()}” means the place named before"
    return Placed(story.before, 0.7, why, lent=True, tolls=happening.tolls)


def _own(
    near: Sequence[Located],
    happening: Happening,
    passage: Passage,
    story: Story,
    share: float,
    why: str,
) -> list[Placed]:
    """Choose among the places of a clause or a sentence."""
    fine = [each for each in near if each.fineness]
    stated = [each for each in fine if each.stance is Stance.STATED]
    usable = stated or [each for each in fine if each.stance is Stance.OPEN]
    if not usable and happening.trigger.sub_event_type in _BOUND:
        usable = [each for each in fine if each.stance is Stance.GOAL]
    if not usable:
        return _country(near, passage, story, share, why, happening.tolls)
    usable = [
        each for each in usable if not any(lies_in(other, each) for other in usable)
    ] or usable
    if counted := _by_toll(usable, happening, passage):
        return [Placed(each, share, why, tolls=tolls) for each, tolls in counted]
    usable = list(_without_namesakes(usable, passage))
    at = passage.start + happening.trigger.end
    first = min(usable, key=lambda each: (-each.fineness, abs(each.start - at)))
    row = _row(first, usable, passage)
    if len(row) > 1 and not happening.tolls and stated:
        return [Placed(each, share, why) for each in row[:_MOST]]
    return [Placed(row[0], share, why, tolls=happening.tolls)]


def _without_namesakes(usable: Sequence[Located], passage: Passage) -> Sequence[Located]:
    """Leave out the far namesake of a quarter: "the Potrero Grande district of Cali"."""
    far = {
        id(part)
        for part, whole in pairwise(usable)
        if _PART_OF.fullmatch(passage.text, part.end - passage.start, whole.start - passage.start)
        and _far(part, whole)
    }
    return [each for each in usable if id(each) not in far]


def _far(part: Located, whole: Located) -> bool:
    small, large = part.resolution.place, whole.resolution.place
    if small is None or large is None:
        return False
    return distance_km(small.lat, small.lon, large.lat, large.lon) > _CITY_KM + large.radius_km


def _country(  # noqa: PLR0913  (what a place may be lent from)
    near: Sequence[Located],
    passage: Passage,
    story: Story,
    share: float,
    why: str,
    tolls: tuple[Toll, ...],
) -> list[Placed]:
    """Take a country where no finer place is named, or a finer one within it."""
    wide = next((each for each in near if not each.fineness and each.stance is Stance.STATED), None)
    if wide is None:
        return []
    inner = [each for each in passage.places if each.stance >= Stance.OPEN and lies_in(each, wide)]
    if inner:
        # "Syria buried its dead; Idlib burned"
        finest = max(inner, key=lambda each: each.fineness)
        return [Placed(finest, 0.75, "it stands in the sentence", tolls=tolls)]
    # "Nine were killed in Syria" tells less than the town that was named before.
    if story.place is not None and lies_in(story.place, wide):
        return [Placed(story.place, 0.6, "it stands in the paragraph", lent=True, tolls=tolls)]
    return [Placed(wide, share, why, tolls=tolls)]


def _by_toll(
    usable: Sequence[Located], happening: Happening, passage: Passage
) -> list[tuple[Located, tuple[Toll, ...]]]:
    """Give each place its own count: "killed nine in Homs and four in Hama"."""
    if len(usable) < 2 or len(happening.tolls) < 2:  # noqa: PLR2004  (a pair)
        return []
    owned: dict[int, list[Toll]] = {}
    for toll in happening.tolls:
        end = passage.start + toll.end
        behind = next((each for each in usable if each.start >= end), None)
        if behind is None:
            continue
        between = passage.text[toll.end : behind.start - passage.start]
        if _OF_TOLL.fullmatch(between):
            owned.setdefault(usable.index(behind), []).append(toll)
    if len(owned) < 2:  # noqa: PLR2004  (a pair)
        return []
    return [(usable[at], tuple(tolls)) for at, tolls in sorted(owned.items())]


def _row(first: Located, usable: Sequence[Located], passage: Passage) -> list[Located]:
    """Give the places that are listed with one: "in Ariha, Saraqib and Binnish"."""
    row = [first]
    at = usable.index(first)
    for step in (-1, 1):
        here = at
        while 0 <= here + step < len(usable):
            left, right = sorted((usable[here], usable[here + step]), key=lambda each: each.start)
            between = passage.text[left.end - passage.start : right.start - passage.start]
            if not _LISTED.fullmatch(between):
                break
            here += step
            row.append(usable[here])
    row.sort(key=lambda each: each.start)
    before = passage.text[: row[0].start - passage.start]
    return row[:1] if _BETWEEN.search(before[-40:]) else row


def _lent(passage: Passage, story: Story, tolls: tuple[Toll, ...]) -> list[Placed]:
    if story.place is not None:
        return [Placed(story.place, 0.6, "it stands in the paragraph", lent=True, tolls=tolls)]
    if story.last_place is not None:
        why = "it is the place named last before"
        return [Placed(story.last_place, 0.35, why, lent=True, tolls=tolls)]
    if story.dateline is not None:
        why = "only the report's own dateline names a place"
        return [Placed(story.dateline, 0.3, why, lent=True, tolls=tolls)]
    return []
