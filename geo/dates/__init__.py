"""Time expressions of a text: where they stand, and which days they mean."""

from geo.dates.finder import find
from geo.dates.reading import HEAD, NO_DATE, Pace

__all__ = ["HEAD", "NO_DATE", "Pace", "find"]
