"""Temporary."""

from __future__ import annotations

from geo.events.casualties import _counts_people, _matches, _one
from geo.events.quantity import read
from geo.model import Toll


def tolls(sentence: str) -> list[Toll]:
    """Count."""
    found = []
    for kind in ("killed", "injured", "displaced"):
        some = False
        for match in _matches(sentence, kind):
            if _counts_people(sentence, match) and (number := read(match)) is not None:
                some = True
                found.append(Toll(kind, number.best, number.low, number.high, match.start("number"), match.end(), sentence[match.start("number"):match.end()]))
        if not some and kind != "displaced" and (one := _one(sentence, kind)):
            found.append(Toll(kind, one.best, one.low, one.high, 0, 1, sentence[0:1]))
    return sorted(found, key=lambda t: t.start)
