"""Which year a month, a day or a season without one belongs to.

News hangs on its publication date: the last such month up to it, or the next one if the
clause looks ahead. A story hangs on what it told before: it moves forward, with short
looks back.
"""

from __future__ import annotations

from datetime import date

from geo.dates.almanac import Point
from geo.dates.reading import NO_DATE, Scene, published_on, told_on
from geo.dates.words import SEASON_MONTHS

_LOOK_BACK = 5
"""How many months after a season the story's next one is meant."""
_YEAR = 12
_SOON = 4
"""How many months on a day without a year may lie, where nothing tells of the past."""
_LEAP = 9
_LONGEST_SPAN = 40
"""Most years among which a weekday may settle one."""


def year_for(
    month: int, day: int | None, scene: Scene, weekday: int | None = None, *, way: str = ""
) -> tuple[int | None, str]:
    """Give the year of a month, or of a day of it, and what it was counted from.

    Parameters
    ----------
    month : int
    day : int or None
    scene : Scene
    weekday : int or None
        Monday is 0; where it fits the day in one year only of those near, that is it.
    way : str
        "last", "next" and the like.
    """
    if scene.published is None and weekday is not None:
        year, why = _only_year(month, day, weekday, scene)
        if year is not None:
            return year, why
    latest = scene.story.latest if scene.style.narrative else scene.looked_back
    if latest:
        year = _story_year(month, latest, way.lower(), scene)
        year = _fitting(year, month, day, weekday)
        return year, told_on(latest.value)
    if scene.published is None:
        return None, NO_DATE
    year = _news_year(month, day, scene, way.lower())
    return _fitting(year, month, day, weekday), published_on(scene.published)


def _story_year(month: int, latest: Point, way: str, scene: Scene) -> int:
    """Give the year of a month between what was told last and what is told next."""
    if latest.month is not None:
        if way in {"that", "the same"}:
            return latest.year
        if way in {"next", "the following", "this coming"}:
            return latest.year + (month <= latest.month)
        if way in {"last", "the previous", "this past"}:
            return latest.year - (month >= latest.month)
    coming, pace = scene.coming, scene.style.pace
    years = {latest.year, latest.year - 1, latest.year + 1}
    if coming is not None and abs(coming.year - latest.year) <= pace.near:
        years |= {coming.year, coming.year - 1}
    else:
        coming = None

    def cost(year: int) -> tuple[float, int]:
        here = year * _YEAR + month
        far = _way(latest, here, pace.back, late=False)
        if coming is not None:
            far += pace.coming * _way(coming, here, pace.back, late=True)
        return far, abs(year - latest.year)

    return min(years, key=cost)


def _way(point: Point, here: int, cost: float, *, late: bool) -> float:
    """Give the months from a point to a month, more where the story would step back."""
    first = point.year * _YEAR + (point.month or 1)
    last = point.year * _YEAR + (point.month or _YEAR)
    on = max(first - here if late else here - last, 0)
    back = max(here - last if late else first - here, 0)
    return on + cost * back


def _news_year(month: int, day: int | None, scene: Scene, way: str) -> int:
    today = scene.published or date.min
    if way in {"next", "this coming", "the following"}:
        return today.year + (month <= today.month)
    if way in {"last", "the previous", "this past"}:
        return today.year - (month >= today.month)
    if way == "this":
        return today.year
    if scene.ahead:
        return _existing(today.year + (month < today.month), month, day, 1)
    last = _existing(today.year - ((month, day or 1) > (today.month, today.day)), month, day, -1)
    # "The fair is on April 9" leaves out the year of a day soon to come.
    coming = _existing(last + 1, month, day, 1)
    months_on = (coming - today.year) * _YEAR + month - today.month
    soon = 0 <= months_on <= _SOON and not scene.past and not scene.background
    return coming if soon else last


def _existing(year: int, month: int, day: int | None, step: int) -> int:
    """Give a year in which there is such a day: the 29th of February is not in every one."""
    for near in range(year, year + _LEAP * step, step):
        if Point(near, month, day).exists:
            return near
    return year


def _fitting(year: int, month: int, day: int | None, weekday: int | None) -> int:
    """Let the day of the week settle the year, if one of the years beside fits it."""
    if weekday is None or day is None:
        return year
    for near in (year, year - 1, year + 1, year - 2):
        point = Point(near, month, day)
        if point.whole and point.whole.weekday() == weekday:
            return near
    return year


def _only_year(month: int, day: int | None, weekday: int, scene: Scene) -> tuple[int | None, str]:
    """Give the one year of those the text names in which the day falls on its weekday."""
    first, last = scene.style.years or (1, 0)
    if day is None or last - first > _LONGEST_SPAN:
        return None, NO_DATE
    days = [Point(year, month, day) for year in range(first, last + 1)]
    fitting = [each.year for each in days if each.whole and each.whole.weekday() == weekday]
    if len(fitting) != 1:
        return None, NO_DATE
    return fitting[0], f"the weekday, which fits {fitting[0]} alone of {first} to {last}"


def season_year(code: str, way: str, scene: Scene) -> tuple[int | None, str]:
    """Give the year of a season; a winter has that of its first month."""
    latest = scene.story.latest
    start, end = SEASON_MONTHS[code]
    if scene.style.narrative and latest:
        year = latest.year
        month = latest.month or 0
        if way in {"next", "the following", "the next"}:
            year += month >= start or not month
        elif way in {"last", "the previous"}:
            year -= month <= end or not month
        elif code == "WI" and month in {1, 2}:
            year -= 1
        elif month and month - end > _LOOK_BACK and code != "WI":
            year += 1
        return year, told_on(latest.value)
    if scene.published is None:
        return None, NO_DATE
    today = scene.published
    begun = today.month >= start
    over = today.month > end and code != "WI"
    if way == "next" or (scene.ahead and way != "last" and over):
        year = today.year + begun
    elif way == "last":
        year = today.year - (not over) if code != "WI" else today.year - 1 - (today.month <= end)
    elif way == "this" and code == "WI":
        year = today.year - (today.month <= end)
    else:
        year = today.year - (not begun and not (scene.ahead or way == "this"))
    return year, published_on(today)


def relative_year(way: str, scene: Scene) -> tuple[int | None, str]:
    """Give the year of "that year", "last year", "the following year"."""
    first = way.lower().split()[-1]
    step = {"last": -1, "next": 1, "following": 1, "previous": -1, "preceding": -1}.get(first, 0)
    latest = scene.story.latest
    deictic = way.lower() in {"this", "last", "next"}
    if scene.named is not None and not (scene.style.narrative or deictic):
        return scene.named + step, told_on(str(scene.named))
    if latest and (scene.rebased or not deictic):
        return latest.year + step or step, told_on(latest.value)
    if scene.published is None:
        return None, NO_DATE
    return scene.published.year + step, published_on(scene.published)
