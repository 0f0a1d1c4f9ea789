"""Where a place name is: the gazetteer's readings, ranked by the whole document.

Each reading of a name gets a score, a sum of named parts in the same unit (about a
factor of ten in likelihood each): what is usually meant by the name, the countries
that the text speaks of, a parent beside it ("Y, X", "X's Y"), a noun like "province", and
nearness to what is already sure. The same name means the same place throughout a
document. The confidence is the best reading's share of the whole, and the reason names
the parts. Mentions in the same circumstances (name, noun, parent) are weighed once.
"""

from geo.resolve.asked import look_up
from geo.resolve.resolver import resolve

__all__ = ["look_up", "resolve"]
