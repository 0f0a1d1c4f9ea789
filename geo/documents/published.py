"""On which day a report was published, as far as it says so itself."""

from __future__ import annotations

import re
from datetime import date

_LEADING_DATE = re.compile(r"\s*date:?\s+(\d{4}-\d{2}-\d{2})\b", re.IGNORECASE)
_MONTHS = ("january", "february", "march", "april", "may", "june", "july",
           "august", "september", "october", "november", "december")  # fmt: skip
_DATELINE = re.compile(
    # Such as "BEIRUT, March 2, 2020 —" or "ALEPPO, Syria (AP), 2 March 2020 -".
    r"\s*(?P<place>[A-ZÀ-Þ][^\n.—–:]{1,60}?,?)\s+"
    r"(?:(?P<m1>[A-Z][a-z]{2,8})\.?\s+(?P<d1>\d{1,2}),?\s+(?P<y1>\d{4})"
    r"|(?P<d2>\d{1,2})\s+(?P<m2>[A-Z][a-z]{2,8})\.?,?\s+(?P<y2>\d{4}))"
    r"\s*(?:\([^)\n]{1,30}\)\s*)?[—–-]"
)
_PARTICLES = ("al", "and", "as", "at", "az", "da", "de", "do", "del", "el", "la", "of", "the")
"""What is written small within a place's name."""
_NO_PLACE = ("after", "at", "before", "by", "during", "from", "in", "on", "since", "the", "until")


def parse_day(value: str) -> date:
    """Read a calendar day from ``YYYY-MM-DD``, with or without a time behind it.

    Raises
    ------
    ValueError
        If the value does not begin with a real day.
    """
    match = re.match(r"(\d{4}-\d{2}-\d{2})(?:$|[T ])", value.strip())
    if match is None:
        message = f"{value!r} is not a day such as 2020-03-01"
        raise ValueError(message)
    return date.fromisoformat(match.group(1))


def date_in_text(text: str) -> tuple[date | None, tuple[str, ...]]:
    """Find a publication date at the head of a text.

    Parameters
    ----------
    text : str

    Returns
    -------
    (datetime.date or None, tuple of str)
        The day, from "date 2020-03-02" or a dateline, and a note on where it stood.
    """
    if match := _LEADING_DATE.match(text):
        try:
            return parse_day(match.group(1)), ("publication date from the text's first words",)
        except ValueError:
            return None, ()
    match = _DATELINE.match(text[:200])
    if match is None or not _is_place(match["place"]):
        return None, ()
    found = match.groupdict()
    name = (found["m1"] or found["m2"]).lower()
    month = next((at for at, full in enumerate(_MONTHS, 1) if full.startswith(name)), None)
    try:
        year, day = int(found["y1"] or found["y2"]), int(found["d1"] or found["d2"])
        return date(year, month or 0, day), ("publication date from the dateline",)
    except ValueError:
        return None, ()


def _is_place(head: str) -> bool:
    """Tell a dateline's place from the head of a sentence ("The truce of", "On")."""
    parts = head.split()
    if parts[0].lower() in _NO_PLACE or not (head.endswith((",", ")")) or parts[0].isupper()):
        return False
    return all(
        part[0].isupper() or part[0] == "(" or part.split("-")[0] in _PARTICLES for part in parts
    )
