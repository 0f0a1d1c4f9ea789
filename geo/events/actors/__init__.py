"""Who is named in a sentence as one that may act or suffer: armies, groups, states, crowds.

Known names come from ``roster.tsv``; others are told by their words: an adjective of
nationality or allegiance with a noun ("Turkish-backed rebels"), or a noun that may stand
alone ("gunmen"). Which of them acts in an event is told by :func:`roles`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from geo.events.actors.clauses import items
from geo.events.actors.describing import Phrases
from geo.events.actors.roster import KINDS, Actor
from geo.events.actors.voice import among, roles

if TYPE_CHECKING:
    from geo.events.actors.clauses import Item
    from geo.events.actors.objects import Pair

__all__ = ["KINDS", "Actor", "Cast", "find", "roles"]


def find(sentence: str) -> list[Actor]:
    """Find the actors that a sentence names.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    list of Actor
        In order, not overlapping; where several could be read, the longest.

    Examples
    --------
    >>> [actor.name for actor in find("The YPG said Turkish jets had bombed its posts.")]
    ['YPG', 'Turkish jets']
    """
    page = Phrases(sentence)
    at, free = 0, 0
    while at < page.count:
        entry = page.lexicon.get(page.keys[at])
        hit = page.read(at, free, entry) if entry is not None else None
        if hit is None:
            at += 1
        else:
            page.take(hit)
            at = free = max(hit.stop, at + 1)
    return page.actors


class Cast:
    """Who acts in the events of one sentence: its actors are found once, and only if asked."""

    def __init__(self, sentence: str) -> None:
        self._sentence = sentence
        self._told: dict[tuple[int, int], Pair] = {}

    @cached_property
    def _items(self) -> list[Item]:
        return items(self._sentence, find(self._sentence))

    def roles(self, start: int, end: int) -> Pair:
        """Tell who acts and who suffers in an event, as :func:`roles`."""
        if (start, end) not in self._told:
            self._told[start, end] = among(self._items, start, end)
        return self._told[start, end]
