"""An index on disk, opened by memory map.

Nothing is read at opening but headers, so the time to open and the memory do not grow
with the number of places, and all processes share the pages.
"""

from __future__ import annotations

import json
import math
import mmap
import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import marisa_trie
import numpy as np

from geo.errors import GazetteerError
from geo.gazetteer import layout
from geo.gazetteer.layout import distances_km
from geo.gazetteer.record import Role
from geo.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_KM_PER_CELL = 111.2 / layout.CELLS_PER_DEGREE
_FARTHEST = 160
"""Cells each way that :meth:`Index.nearest` looks through: about 1,800 km."""


class Index:
    """A built index, memory-mapped and read-only.

    Parameters
    ----------
    folder : pathlib.Path
        As :func:`geo.gazetteer.writer.write` made it.

    Raises
    ------
    GazetteerError
        If a file is missing or damaged.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            self.info: dict[str, Any] = json.loads((folder / "info.json").read_text("utf-8"))
            if self.info["format"] != layout.FORMAT:
                raise ValueError(self.info["format"])  # noqa: TRY301  (as good as damaged)
            self._shards = int(self.info["shards"])
            self._names = lru_cache(maxsize=None)(self._open_names)
            self._loose = lru_cache(maxsize=None)(self._open_loose)
            # The others are opened when they are asked for.
            self._names(0)
            self._loose(0)
            self._cells = np.load(folder / "cells.npy", mmap_mode="r", allow_pickle=False)
            self._order = np.load(folder / "order.npy", mmap_mode="r", allow_pickle=False)
            with (folder / "places.bin").open("rb") as file:
                rows = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._table = np.frombuffer(rows, dtype=layout.ROW)
            with (folder / "strings.bin").open("rb") as file:
                self._strings = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, EOFError, KeyError, TypeError, ValueError, RuntimeError) as error:
            raise self._damaged() from error

    def __len__(self) -> int:
        """Give the number of places."""
        return len(self._table)

    def postings(self, key: str) -> list[tuple[int, Role]]:
        """Give the places that bear a name: their numbers, and the name's role."""
        return [(number, Role(role)) for number, role in self._shard(key).get(key, ())]

    def prefixes(self, key: str) -> list[str]:
        """Give the names that `key` begins with, whole words only, shortest first."""
        return [
            found
            for found in self._shard(key).prefixes(key)
            if len(found) == len(key) or key[len(found)] == " "
        ]

    def loosely(self, loose_key: str, heard: str = "") -> Iterator[tuple[str, str]]:
        """Yield how names sound, and their keys, that have a loose key.

        Parameters
        ----------
        loose_key : str
        heard : str, optional
            Only names that sound so.
        """
        prefix = f"{loose_key}\t{heard}\t" if heard else f"{loose_key}\t"
        for shard in range(self._shards):
            for found in self._loose(shard).keys(prefix):
                _, sound, key = found.split("\t")
                yield sound, key

    def known(self, loose_key: str) -> int:
        """Tell how many first letters of a loose key some name begins with."""
        tries = [self._loose(shard) for shard in range(self._shards)]
        for length in range(1, len(loose_key) + 1):
            prefix = loose_key[:length]
            if all(next(trie.iterkeys(prefix), None) is None for trie in tries):
                return length - 1
        return len(loose_key)

    def place(self, number: int) -> Place:
        """Read one place."""
        row = self._table[number]
        return Place(
            id=self._string(row["id"]),
            name=self._string(row["name"]),
            kind=self._string(row["kind"]),
            country=self._string(row["country"]) or None,
            admin1=self._string(row["admin1"]) or None,
            admin2=self._string(row["admin2"]) or None,
            lat=int(row["lat_e6"]) / 1e6,
            lon=int(row["lon_e6"]) / 1e6,
            population=int(row["population"]),
            radius_km=int(row["radius_m"]) / 1000,
            noted=bool(row["noted"]),
        )

    def largest(
        self, west: float, south: float, east: float, north: float, count: int
    ) -> list[int]:
        """Give the numbers of the most populous settlements in a box of degrees."""
        rows = self._table
        inside = (rows["lat_e6"] >= south * 1e6) & (rows["lat_e6"] <= north * 1e6)
        inside &= (rows["lon_e6"] >= west * 1e6) & (rows["lon_e6"] <= east * 1e6)
        found: list[int] = []
        for number in np.flatnonzero(inside)[
            np.argsort(rows["population"][inside], kind="stable")[::-1]
        ].tolist():
            if len(found) == count or not rows["population"][number]:
                break
            if self._string(rows["kind"][number]).startswith("P"):
                found.append(number)
        return found

    def nearest(self, lat: float, lon: float, *, classes: str = "P") -> tuple[float, int] | None:
        """Give the nearest place of some feature classes.

        Parameters
        ----------
        lat, lon : float
            WGS 84 degrees.
        classes : str, optional
            GeoNames feature classes, such as "PS".

        Returns
        -------
        (float, int) or None
            Distance in kilometres and the place's number; None if none is within
            about 1,800 km.
        """
        reach = 1
        while True:
            found = self._nearest_within(lat, lon, reach, classes)
            # What lies outside the box is at least as far away as its nearer edge.
            if reach >= _FARTHEST or (found is not None and found[0] <= reach * _KM_PER_CELL):
                return found
            reach = min(_FARTHEST, reach * 4)

    def _nearest_within(
        self, lat: float, lon: float, reach: int, classes: str
    ) -> tuple[float, int] | None:
        """Look through a box of cells that reaches so many cells' heights each way."""
        numbers = self._in_box(lat, lon, reach)
        rows = self._table[numbers]
        offsets = np.unique(rows["kind"])
        wanted = [offset for offset in offsets if self._string(offset)[0] in classes]
        numbers, rows = (part[np.isin(rows["kind"], wanted)] for part in (numbers, rows))
        if not len(numbers):
            return None
        distances = distances_km(lat, lon, rows["lat_e6"] / 1e6, rows["lon_e6"] / 1e6)
        best = int(np.lexsort((numbers, distances))[0])
        return float(distances[best]), int(numbers[best])

    def _in_box(self, lat: float, lon: float, reach: int) -> np.ndarray[Any, Any]:
        """Give the places in the cells around a point."""
        row = int((lat + 90) * layout.CELLS_PER_DEGREE)
        column = int((lon + 180) * layout.CELLS_PER_DEGREE)
        last = 180 * layout.CELLS_PER_DEGREE
        rows = np.arange(max(0, row - reach), min(last, row + reach) + 1, dtype=np.int64)
        # Cells grow narrower towards the poles.
        polar = min(89.9, abs(lat) + (reach + 1) / layout.CELLS_PER_DEGREE)
        width = math.ceil((reach + 1) / math.cos(math.radians(polar)))
        half = layout.ROW_OF_CELLS // 2
        stretches = [(0, layout.ROW_OF_CELLS)]
        if width < half:
            first = (column - width) % layout.ROW_OF_CELLS
            stop = first + 2 * width + 1
            stretches = [(first, min(stop, layout.ROW_OF_CELLS))]
            if stop > layout.ROW_OF_CELLS:
                stretches.append((0, stop - layout.ROW_OF_CELLS))
        found = []
        for first, stop in stretches:
            starts = np.searchsorted(self._cells, rows * layout.ROW_OF_CELLS + first)
            stops = np.searchsorted(self._cells, rows * layout.ROW_OF_CELLS + stop)
            pairs = zip(starts.tolist(), stops.tolist(), strict=True)
            found += [self._order[start:stop_] for start, stop_ in pairs if stop_ > start]
        return np.concatenate(found) if found else np.zeros(0, dtype=np.uint32)

    def _shard(self, key: str) -> marisa_trie.RecordTrie:
        return self._names(layout.shard_of(key.split(" ", 1)[0], self._shards))

    def _open_names(self, shard: int) -> marisa_trie.RecordTrie:
        path = self.folder / f"names-{shard}.marisa"
        try:
            return marisa_trie.RecordTrie(layout.NAME_FORMAT).mmap(str(path))
        except (OSError, RuntimeError) as error:
            raise self._damaged() from error

    def _open_loose(self, shard: int) -> marisa_trie.Trie:
        path = self.folder / f"loose-{shard}.marisa"
        try:
            return marisa_trie.Trie().mmap(str(path))
        except (OSError, RuntimeError) as error:
            raise self._damaged() from error

    def _damaged(self) -> GazetteerError:
        reason = "The gazetteer's index is damaged; build it anew: dateline gazetteer build"
        return GazetteerError(reason, path=os.fspath(self.folder))

    def _string(self, offset: int) -> str:
        start = int(offset)
        return self._strings[start : self._strings.find(b"\0", start)].decode()
