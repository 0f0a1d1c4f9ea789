"""GeoNames' hierarchy: which place lies in which, for places whose codes do not say so."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

ADM1, ADM2 = "A.ADM1", "A.ADM2"
_LONGEST_CHAIN = 12
"""Steps up to the Earth; a file that leads in circles ends here."""
_COLUMNS = 2
_ID = re.compile("[0-9]{1,9}")


@dataclass
class Hierarchy:
    """The parent of each place, and the names of the divisions among them."""

    parents: dict[int, int] = field(default_factory=dict)
    """By GeoNames id."""
    names: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Kind and name of each first- and second-order division, by GeoNames id."""

    _administrative: set[int] = field(default_factory=set)

    def read(self, line: str) -> bool:
        """Take up a line of ``hierarchy.txt``: parent, child, and the type of their bond.

        Where a place has several parents the administrative one is taken.

        Returns
        -------
        bool
            Whether it was such a line.
        """
        fields = line.rstrip("\r\n").split("\t")
        if len(fields) < _COLUMNS or not (_ID.fullmatch(fields[0]) and _ID.fullmatch(fields[1])):
            return False
        parent, child = int(fields[0]), int(fields[1])
        if fields[2:3] == ["ADM"] and child not in self._administrative:
            self._administrative.add(child)
            self.parents[child] = parent
        else:
            self.parents.setdefault(child, parent)
        return True

    def divisions(self, identity: int) -> tuple[str | None, str | None]:
        """Give the names of the first- and second-order division that a place lies in.

        Parameters
        ----------
        identity : int
            GeoNames id.

        Returns
        -------
        (str or None, str or None)
            A division counts as lying in itself.
        """
        found: dict[str, str] = {}
        at: int | None = identity
        for _ in range(_LONGEST_CHAIN):
            if at is None:
                break
            if at in self.names:
                kind, name = self.names[at]
                found.setdefault(kind, name)
            at = self.parents.get(at)
        return found.get(ADM1), found.get(ADM2)
