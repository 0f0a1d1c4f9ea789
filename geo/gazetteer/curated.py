"""The curated TSV files of ``gazetteer/``: read, and every fault named.

The columns are explained in ``gazetteer/README.md``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.errors import GazetteerError
from geo.gazetteer.record import Record, Role
from geo.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLACES = ("theatre.tsv", "regions.tsv", "divisions.tsv")
"""The files that :func:`places` reads."""
KIND = re.compile(r"[ACHLPRSTUV]\.[A-Z0-9]{2,5}")


def rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Read a tab-separated file with a header line and no quoting.

    Parameters
    ----------
    path : pathlib.Path
        UTF-8 text.

    Yields
    ------
    (int, dict of str to str)
        The line's number, counted from 1 with the header, and its fields.

    Raises
    ------
    GazetteerError
        If a line has more or fewer fields than the header.
    """
    with path.open(encoding="utf-8", newline="\n") as lines:
        header = next(lines, "").rstrip("\n").split("\t")
        for number, line in enumerate(lines, start=2):
            if not line.strip():
                continue
            fields = line.rstrip("\n").split("\t")
            if len(fields) != len(header):
                reason = f"{len(fields)} fields where the header has {len(header)}"
                raise GazetteerError(reason, path=str(path), line=number)
            yield number, dict(zip(header, fields, strict=True))


def countries(path: Path) -> Iterator[Record]:
    """Read ``countries.tsv``: countries and dependent territories."""
    for line, row in rows(path):
        field = Fields(str(path), line, row)
        names = [(field.text("name"), Role.PRIMARY), (row["official"], Role.ALTERNATE)]
        names += [(name, _country_role(name)) for name in listed(row["names"])]
        names += [(row["iso2"], Role.CODE), (row["iso3"], Role.CODE)]
        names += [(name, Role.DEMONYM) for name in listed(row["demonyms"])]
        place = Place(
            id=f"iso:{field.text('iso2')}",
            name=field.text("name"),
            kind="A.PCLI",
            country=row["iso2"],
            admin1=None,
            admin2=None,
            lat=field.number("lat", -90, 90),
            lon=field.number("lon", -180, 180),
            radius_km=field.number("radius_km", 0, 10_000),
        )
        yield Record(place, names)


def places(path: Path) -> Iterator[Record]:
    """Read ``theatre.tsv``, ``regions.tsv`` or ``divisions.tsv``.

    The columns ``short`` (abbreviations) and ``demonyms`` may be missing.
    """
    for line, row in rows(path):
        field = Fields(str(path), line, row)
        kind = field.kind("kind")
        # Of places that reports write of, every spelling listed here is as good as the name;
        # a division's other names are mostly its chief town's.
        other = Role.ALTERNATE if kind[0] == "A" else Role.PRIMARY
        names = [(field.text("name"), Role.PRIMARY)]
        names += [(name, other) for name in listed(row["names"])]
        names += [(name, Role.SHORT) for name in listed(row.get("short", ""))]
        names += [(name, Role.DEMONYM) for name in listed(row.get("demonyms", ""))]
        place = Place(
            id=field.text("id"),
            name=row["name"],
            kind=kind,
            country=row["country"] or None,
            admin1=row["admin1"] or None,
            admin2=row["admin2"] or None,
            lat=field.number("lat", -90, 90),
            lon=field.number("lon", -180, 180),
            radius_km=field.number("radius_km", 0, 10_000),
            noted=kind[0] != "A",
        )
        yield Record(place, names)


def _country_role(name: str) -> Role:
    """Names of two or three capitals (US, U.K., UAE) count only as written so."""
    bare = name.replace(".", "")
    return Role.SHORT if bare.isascii() and bare.isupper() and len(bare) <= 4 else Role.ALTERNATE  # noqa: PLR2004  (the longest is CAR with a dot or two)


def listed(field: str) -> list[str]:
    """Split a field at its bars."""
    return [part.strip() for part in field.split("|") if part.strip()]


class Fields:
    """One row's fields, read with checks that name file, line and field."""

    def __init__(self, path: str, line: int, row: dict[str, str]) -> None:
        self._path = path
        self._line = line
        self._row = row

    def text(self, name: str) -> str:
        """Give a field that has to be filled."""
        if not self._row[name]:
            raise self.fault(name, "is empty")
        return self._row[name]

    def kind(self, name: str) -> str:
        """Give a feature class and code."""
        value = self.text(name)
        if not KIND.fullmatch(value):
            reason = f"{value!r} is no GeoNames feature class and code, such as P.PPL"
            raise self.fault(name, reason)
        return value

    def number(self, name: str, low: float, high: float, *, default: float | None = None) -> float:
        """Give a number within bounds; the default for an empty field, if there is one."""
        written = self._row[name]
        if not written and default is not None:
            return default
        try:
            value = float(written)
        except ValueError:
            raise self.fault(name, f"{written!r} is not a number") from None
        if not low <= value <= high:
            raise self.fault(name, f"{value} is outside {low}…{high}")
        return value

    def fault(self, name: str, reason: str) -> GazetteerError:
        """Make the error that names this field."""
        return GazetteerError(reason, path=self._path, line=self._line, field=name)
