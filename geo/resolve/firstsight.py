"""What is usually meant by a name: weights of common sense.

Not learnt but set, since corpora of one country's news would teach that country's habits.
What is learnt of names in company starts from here too. A unit makes a place ten times as
likely. Countries and their parts come before towns, towns
by their people; another name than a place's own is weak evidence, since gazetteers know
"Human" for Uman.
"""

from __future__ import annotations

import math

_PER_UNIT = math.log(10.0)
_UNITS = {
    "country": 9.0, "continent": 8.0, "division": 2.5, "district": 0.5, "capital": 1.0,
    "town": 0.0, "quarter": -1.0, "airport": 2.5, "water": 4.0, "region": 4.0, "heights": 4.0,
    "site": 4.0, "road": 4.0,
    "town: people": 1.0, "division: people": 0.5, "district: people": 0.5,
    "name is alternate": -2.0, "name is short": -0.3, "name is demonym": -3.0,
    "name is code": -2.0,
    "another name is the beginning of a town's": 1.7,
    "another name is of a far larger place": 1.2,
    "noted": 1.0, "the user's own": 4.0,
    "called a town and is one": 4.0, "called a division and is one": 4.0,
    "called by its nature and is that": 4.0, "called an airport and is one": 4.0,
    "lies in the parent beside it": 6.0, "lies in a parent beside the name elsewhere": 4.0,
    "stands for a government and is a country or capital": 1.0,
    "in the country of the source": 1.0, "named in the source's address": 1.0,
    "share of names in its country": 2.5, "names in its country": 0.43,
    "share of the countries named": 2.0,
    "its division is named": 0.35, "names near it": 0.6,
}  # fmt: skip


def weights() -> dict[str, float]:
    """Give the weight of each feature that counts at first sight, in log odds."""
    return {name: units * _PER_UNIT for name, units in _UNITS.items()}
