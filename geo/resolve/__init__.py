"""Where a place name is: the gazetteer's readings, weighed by the whole document.

Each reading of a name gets a share of belief from a linear model: what is usually meant by
the name, a noun or a parent beside it ("Idlib province", "Tripoli, Lebanon"), and what the
document's other names speak for: countries, divisions, places near by. The confidence is
the share of the chosen place and of all that are as good as the same; a name without a
likely one stays open. The reason names what spoke for it. Mentions in the same
circumstances (name, noun, parent) are weighed once.
"""

from geo.resolve.asked import look_up
from geo.resolve.resolver import resolve

__all__ = ["look_up", "resolve"]
