"""When a happening was: its clause before its sentence, its paragraph, its report."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from geo.dates import HEAD
from geo.events.happenings import harks_back
from geo.model import When

if TYPE_CHECKING:
    from geo.events.happenings import Happening
    from geo.events.passages import Passage
    from geo.events.story import Story


_WEEK = 7
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "a two three four five six seven eight nine ten eleven twelve".split(),  # noqa: SIM905  (a row of words)
        start=1,
    )
} | {"one": 1}
_DAYS_OF = {"day": 1, "days": 1, "week": 7, "weeks": 7}
_STEP = re.compile(
    rf"\b(?P<step>(?P<number>{'|'.join(_NUMBERS)}|\d{{1,2}})\s+(?P<unit>{'|'.join(_DAYS_OF)}))\s*$",
    re.IGNORECASE,
)
"""Before a clause that begins with "after"."""
_NEWS_DAYS = 14
"""How long what has happened is spoken of with no day of its own."""
_DENIED = re.compile(r"\b(?:den(?:y|ies|ied|ying)|rejected|dismissed)\b", re.IGNORECASE)


class Dated(NamedTuple):
    """When a happening was, and how sure that is."""

    when: When | None
    why: str
    """A part of a sentence that a person understands."""
    share: float
    """0 to 1, to be multiplied with the confidence of the event."""


def day(happening: Happening, passage: Passage, story: Story, sub_event_type: str) -> Dated:
    """Say when something happened.

    Parameters
    ----------
    happening : Happening
    passage : Passage
        Its sentence.
    story : Story
        What was said before.
    sub_event_type : str
        Of what happened: earlier sentences may have dated it.
    """
    known = story.days.get(sub_event_type)
    found = _stepped(happening, passage) or _own(happening, passage, story)
    if found is None or found.when is None:
        return found or _lent(passage, story)
    when = found.when
    if known is not None and when.first and _tells_again(happening, when, known, passage):
        return Dated(
            known, f"“{known.text}” dated it before, “{when.text}” says when it was told", 0.7
        )
    return found


def _stepped(happening: Happening, passage: Passage) -> Dated | None:
    """Count from the day of the other clause: "on Monday, three days after soldiers rose"."""
    clause = happening.clause
    if clause.link not in {"after", "before"}:
        return None
    step = _STEP.search(passage.text, 0, clause.start)
    if step is None:
        return None
    others = [when for when in passage.days if not clause.holds(when.start - passage.start)]
    base = min(others, key=lambda when: abs(when.end - passage.start - step.start()), default=None)
    if base is None or base.first is None or base.last is None:
        return None
    number = _NUMBERS.get(step["number"].lower()) or int(step["number"])
    days = number * _DAYS_OF[step["unit"].lower()] * (-1 if clause.link == "after" else 1)
    first, last = (each + timedelta(days=days) for each in (base.first, base.last))
    start, end = step.span("step")
    text = passage.text[start:end]
    when = When(passage.start + start, passage.start + end, text, "DATE", first.isoformat(), first,
                last, base.precision, "event", f"“{base.text}”", "step")  # fmt: skip
    return Dated(when, f"“{text}” dates it, counted from “{base.text}”", 0.9)


def _tells_again(happening: Happening, when: When, known: When, passage: Passage) -> bool:
    """Tell whether the day of a statement stands beside what was dated before.

    "It killed eleven people, the agency reported on Monday", "denied on Thursday that its
    army had used gas": the words of the deed hark back, or there are none.
    """
    if not passage.is_of_statement(when) or when.first is None or known.first is None:
        return False
    again = happening.trigger.generic or harks_back(passage.text, happening.trigger)
    denied = _DENIED.search(passage.text, 0, happening.trigger.start) is not None
    return (again or denied) and 0 <= (when.first - known.first).days <= _NEWS_DAYS


def coming(when: When, published: date | None) -> When:
    """Give the day that a plan means: "called for a march on Tuesday" is the next one.

    A bare weekday is counted back from the publication date where nothing in its own clause
    looks ahead; that it is planned may stand elsewhere.
    """
    if published is None or when.rule != "weekday" or when.first is None or when.last is None:
        return when
    if not 0 < (published - when.last).days <= _WEEK:
        return when
    first, last = (each + timedelta(days=_WEEK) for each in (when.first, when.last))
    value = first.isoformat() + when.value[len("YYYY-MM-DD") :]
    return replace(when, first=first, last=last, value=value)


def _just_before(day: When, said: When) -> bool:
    """Tell whether a day lies a few days before that of a statement."""
    if day.first is None or said.first is None:
        return False
    return 0 < (said.first - day.first).days <= _NEWS_DAYS


def _own(happening: Happening, passage: Passage, story: Story) -> Dated | None:
    start = passage.start + happening.trigger.start
    end = passage.start + happening.trigger.end
    near = [when for when in passage.days if happening.clause.holds(when.start - passage.start)]
    own = near or [when for when in passage.days if happening.holds(when.start - passage.start)]
    if days := own or passage.days:
        when = min(days, key=lambda when: max(when.start - end, start - when.end, 0))
        if when.first is None:
            return Dated(when, f"“{when.text}” stays open: {when.anchor}", 0.8)
        if passage.is_of_statement(when):
            if story.day is not None and _just_before(story.day, when):
                why = f"the paragraph's “{story.day.text}” dates it, “{when.text}” when it was said"
                return Dated(story.day, why, 0.7)
            return Dated(when, f"it was said “{when.text}”, and no other day is named", 0.8)
        anchor = when.anchor if when.anchor.startswith("counted") else f"from {when.anchor}"
        return Dated(when, f"“{when.text}” dates it, {anchor}", 1.0 if own else 0.9)
    if background := [when for when in passage.whens if when.first and when.anchor != HEAD]:
        when = next((each for each in background if each.precision == "day"), background[0])
        return Dated(when, f"“{when.text}” is background, and the only date there", 0.6)
    return None


def _lent(passage: Passage, story: Story) -> Dated:
    if story.day is not None:
        return Dated(story.day, f"the paragraph's “{story.day.text}” dates it", 0.7)
    if story.last_day is not None:
        when = story.last_day
        return Dated(when, f"the last date before, “{when.text}”, dates it", 0.5)
    if head := passage.head or story.head:
        return Dated(head, f"only the report's own date, “{head.text}”, dates it", 0.5)
    return Dated(None, "nothing in the report dates it", 0.5)
