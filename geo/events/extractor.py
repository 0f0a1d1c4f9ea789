"""Events of a document: each happening with its place, its day, its counts and its actors.

The sentences are read in their order; each may lend what the next ones leave out (
:class:`geo.events.story.Story`). What is told several times is one event in the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.dates.live import LIVE
from geo.events.happenings import happenings
from geo.events.merging import merge
from geo.events.neighbours import Neighbourhood
from geo.events.passages import Passage, passages
from geo.events.story import Story, capitals, chief_country, home
from geo.events.telling import Teller

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.events.neighbours import SecondLook
    from geo.model import Document, Event, Resolution, When


def extract(
    document: Document,
    resolutions: Sequence[Resolution],
    whens: Sequence[When],
    second_look: SecondLook | None = None,
) -> list[Event]:
    """Find the events of a document.

    Parameters
    ----------
    document : Document
    resolutions : sequence of Resolution
        The document's places, in order.
    whens : sequence of When
        The document's dates, in order.
    second_look : callable, optional
        Asked for names in the sentences of events that stand where a place would
        ("a landslide in Rosas") and were not believed to be one.

    Returns
    -------
    list of Event
        In the order of the text; the quote of each is its sentence as written. One
        that no place is known of has a resolution that says so.
    """
    found: list[Event] = []
    story = Story(
        home(resolutions),
        country=chief_country(resolutions),
        capitals=capitals(resolutions),
        head=_head(whens),
    )
    silent: list[Passage] = []
    around = Neighbourhood(resolutions, second_look)
    for passage in passages(document.text, resolutions, whens):
        told = happenings(passage)
        if not told:
            # What it says counts for later sentences alone: there may be none.
            silent.append(passage)
            continue
        for each in silent:
            story.add(each)
        silent.clear()
        if second_look is not None:
            passage.look_up(around)
        story.begin(passage.paragraph)
        events = Teller(document, passage, story).events(told)
        story.add(passage, told, events)
        found += events
    return merge(found)


def _head(whens: Sequence[When]) -> When | None:
    """Give the day of a live report, which is its own."""
    return next((when for when in whens if when.rule == LIVE), None)


def unused(resolutions: Sequence[Resolution], events: Sequence[Event]) -> Iterator[Resolution]:
    """Yield the places that no event stands at: mentions, but for adjectives and peoples."""
    taken = {
        (telling.resolution.toponym.start, telling.resolution.toponym.end)
        for event in events
        for telling in (event, *event.merged)
    }
    for resolution in resolutions:
        toponym = resolution.toponym
        if not toponym.demonym and (toponym.start, toponym.end) not in taken:
            yield resolution
