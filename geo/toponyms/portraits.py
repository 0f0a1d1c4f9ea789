"""What the gazetteer knows of a name, as zeros and ones: its portrait."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.gazetteer import TOWNS, Bearers, Role, Sort, among

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Steps:
    """A number in steps."""

    name: str
    edges: tuple[float, ...]

    def names(self) -> list[str]:
        """Give the name of the feature that each edge makes."""
        return [f"{self.name} ≥ {edge:g}" for edge in self.edges]

    def binary(self, values: Sequence[float]) -> np.ndarray[Any, Any]:
        """Give which edges each value reaches, shape (n, number of edges)."""
        found = np.asarray(values)[:, None] >= np.array(self.edges)
        return np.asarray(found, dtype=np.uint8)


_PEOPLE = (0.1, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 5.5, 6.0, 6.5)
_OF_NAME = (
    Steps("people of the largest place of the name", _PEOPLE),
    Steps("people of the largest place called so", _PEOPLE),
    Steps("places", (2.0, 3.0, 5.0, 9.0, 17.0, 33.0)),
    Steps("countries", (2.0, 3.0, 5.0)),
)
_VAST = among(Sort.CONTINENT, Sort.REGION, Sort.WATER, Sort.HEIGHTS)
_AREAS = among(Sort.COUNTRY, Sort.CONTINENT, Sort.DIVISION, Sort.DISTRICT)


_KNOWN = 5.0
_PRIOR = {Sort.COUNTRY: 9.0, Sort.DIVISION: 6.0}
_ROLE_COST = np.array([0.0, 2.0, 0.5, 1.0, 9.0])


@lru_cache(maxsize=20_000)
def usual(bearers: Bearers) -> tuple[int, bool]:
    """Give the country that a name usually means, and whether it is well known for that."""
    prior = np.maximum(bearers.people, 1.0)
    for sort, score in _PRIOR.items():
        prior[bearers.sorts == sort] = score
    prior -= _ROLE_COST[bearers.roles]
    best = int(prior.argmax())
    return int(bearers.country[best]), bool(prior[best] > _KNOWN)


@cache
def names() -> tuple[str, ...]:
    """Give the names of the features of :func:`portrait`."""
    return (
        *(f"may be: {sort.name.lower()}" for sort in Sort),
        *(f"name is: {role.name.lower()}" for role in Role),
        "a town is called so", "an area is called so", "noted area", "noted town or site",
        *(name for steps in _OF_NAME for name in steps.names()),
    )  # fmt: skip


@lru_cache(maxsize=20_000)
def portrait(bearers: Bearers) -> np.ndarray[Any, Any]:
    """Give what the gazetteer knows of a name, as zeros and ones."""
    towns, primary = TOWNS[bearers.sorts], bearers.roles == Role.PRIMARY
    numbers = (
        bearers.people[towns].max(initial=0.0),
        bearers.people[towns & primary].max(initial=0.0),
        float(len(bearers.places)),
        float(len(set(bearers.country.tolist()))),
    )
    return np.concatenate(
        [
            np.bincount(bearers.sorts, minlength=len(Sort)) > 0,
            np.bincount(bearers.roles, minlength=len(Role)) > 0,
            [
                bool((towns & primary).any()),
                bool((_AREAS[bearers.sorts] & primary).any()),
                bool((bearers.noted & _VAST[bearers.sorts]).any()),
                bool((bearers.noted & ~_VAST[bearers.sorts]).any()),
            ],
            *(steps.binary([number])[0] for steps, number in zip(_OF_NAME, numbers, strict=True)),
        ]
    ).astype(np.uint8)
