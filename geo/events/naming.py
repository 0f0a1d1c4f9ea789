"""What capital letters tell: names that are no deeds, and places that are won."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.events.families import DEEDS, PARTS
from geo.events.lexicon import BREAKS, Cue, Words, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOOK = frozenset(("took", "taken"))
WON = _TOOK | {"fell"}
"""Verbs of ground that changes hands, beside a name."""
_TITLES = frozenset(("mr", "mrs", "ms", "dr"))
_FELL_HOW = frozenset((".", "to", "on", "in", "last", "after"))
_NO_PLACE = frozenset(("i", "he", "part", "place"))
_GOES_ON = frozenset(
    (".", ",", ";", "on", "from", "in", "after", "back", "last", "by", "and", "with")
)


def without_names(cues: list[Cue], words: Words) -> list[Cue]:
    """Drop "Flood" and "Butcher" as names: a capital letter within a sentence."""
    proper = lexicon().classes["proper"]
    names = {
        cue.first
        for cue in cues
        if cue.size == 1
        and cue.first
        and words.capital(cue.first)
        and (cue.family in DEEDS or cue.family in PARTS)
        and words.keys[cue.first] not in proper
        and (words.keys[cue.first - 1] not in BREAKS or words.keys[cue.first - 2] in _TITLES)
    }
    if not names or sum(form[0].isupper() for form in words.forms) > len(words.forms) / 2:
        return cues
    return [cue for cue in cues if cue.first not in names or cue.size > 1]


def places_won(words: Words) -> Iterator[Cue]:
    """Yield "took Sinjar", "Tal Abyad fell": a verb and a name beside it."""
    keys = words.keys
    if WON.isdisjoint(keys):
        return
    for at, key in enumerate(keys):
        if key in _TOOK:
            name = at + 1
            while name < len(keys) and words.capital(name):
                name += 1
            goes_on = name == len(keys) or keys[name] in _GOES_ON
            if name > at + 1 and goes_on and keys[at + 1] not in _NO_PLACE:
                yield Cue(at, at, "take", 1)
        elif key == "fell" and at and words.capital(at - 1):  # noqa: SIM102  (clearer)
            if at + 1 == len(keys) or keys[at + 1] in _FELL_HOW:
                yield Cue(at, at, "take", 1)
