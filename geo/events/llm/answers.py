"""What a model answered, read as JSON of the form that was asked for."""

from __future__ import annotations

import json

MOST_EVENTS = 200
"""A piece of a report tells of fewer; what is more is not looked at."""
_THOUGHT = "</think>"
"""Behind it begins the answer of models that think aloud."""


def read(content: str) -> list[object]:
    """Read the events of an answer.

    Parameters
    ----------
    content : str
        The answer; words or fences around its JSON object are passed over.

    Returns
    -------
    list
        The events as they came; each is still to be checked, down to its type.

    Raises
    ------
    ValueError
        If it holds no JSON object with a list of events.
    """
    answer = content.rpartition(_THOUGHT)[2]
    start = answer.find("{")
    if start < 0:
        message = "its answer holds no JSON object"
        raise ValueError(message)
    try:
        found, _ = json.JSONDecoder().raw_decode(answer, start)
    except (ValueError, RecursionError):
        message = "its answer is not JSON, or breaks off"
        raise ValueError(message) from None
    return events_of(found)


def events_of(found: object) -> list[object]:
    """Give the list of events of a JSON object.

    Raises
    ------
    ValueError
        If there is none.
    """
    events = found.get("events") if isinstance(found, dict) else None
    if not isinstance(events, list):
        message = "its answer has no list of events"
        raise ValueError(message)  # noqa: TRY004  (a fault of the answer, not of the program)
    return events
