"""Writing an index: streamed, so that thirteen million places need little memory.

Rows and strings go to disk as they come. Names are spooled to one file a shard, and each
shard becomes a trie on its own, so that memory follows the size of a shard and not of
the world.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import marisa_trie
import numpy as np

from geo.gazetteer import layout
from geo.gazetteer.record import Role, Supply
from geo.gazetteer.spelling import loose_key, sound
from geo.text import name_key

if TYPE_CHECKING:
    from geo.model import Place

Progress = Callable[[str, float], None]
"""Called while building with what is being done and the share done, 0 to 1."""

NAMES_A_SHARD = 1_500_000
_NAMES_A_PLACE = 4
_BATCH = 4096
_READING = 0.75
"""Share of the time that goes into reading; the rest is indexing."""


def write(folder: Path, supply: Supply, *, progress: Progress | None = None) -> None:
    """Write a whole index, which takes the place of `folder` in one step.

    Parameters
    ----------
    folder : pathlib.Path
        What stands there is replaced when the new index is complete.
    supply : Supply
    progress : callable, optional
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    # The caller holds the lock, so whatever lies half-built is a dead process's.
    for stale in folder.parent.glob(f".{folder.name}.*"):
        shutil.rmtree(stale, ignore_errors=True)
    building = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        _Writer(building, supply, progress or _silent).write()
        _flush(building)
        building.chmod(0o755)
        if folder.exists():
            # Moved aside first, so that an index is missing for no longer than a rename.
            folder.rename(building.with_name(f"{building.name}.old"))
        building.rename(folder)
    finally:
        shutil.rmtree(building, ignore_errors=True)
        shutil.rmtree(building.with_name(f"{building.name}.old"), ignore_errors=True)


def _flush(folder: Path) -> None:
    """Wait until the files are on the disk: an index counts as whole by its last one."""
    for path in folder.iterdir():
        with path.open("rb+") as file:
            os.fsync(file.fileno())


def _silent(_doing: str, _share: float) -> None:
    pass


class _Writer:
    def __init__(self, folder: Path, supply: Supply, progress: Progress) -> None:
        self._folder = folder
        self._supply = supply
        self._progress = progress
        self._shards = max(1, -(-supply.about * _NAMES_A_PLACE // NAMES_A_SHARD))
        self._spools: list[BinaryIO] = []
        self._names = 0

    def write(self) -> None:
        self._progress("Reading places", 0.0)
        count = self._spool_all()
        self._progress("Indexing places", _READING)
        self._index_cells(count)
        for shard in range(self._shards):
            self._index_names(shard)
            share = _READING + (1 - _READING) * (shard + 1) / self._shards
            self._progress("Indexing names", min(share, 0.99))
        info = {
            "format": layout.FORMAT,
            "places": count,
            "names": self._names,
            "shards": self._shards,
            **self._supply.facts,
        }
        text = json.dumps(info, indent=1, ensure_ascii=False)
        (self._folder / "info.json").write_text(text, encoding="utf-8")
        self._progress("Ready", 1.0)

    def _spool_all(self) -> int:
        """Write rows and strings, and the names of each shard to a file of its own."""
        with ExitStack() as stack:
            rows = stack.enter_context((self._folder / "places.bin").open("wb"))
            strings = _Strings(stack.enter_context((self._folder / "strings.bin").open("wb")))
            self._spools = [
                stack.enter_context((self._folder / f"spool-{shard}").open("wb"))
                for shard in range(self._shards)
            ]
            count = self._spool_records(rows, strings)
            for number, name, role in self._supply.later_names():
                if key := name_key(name):
                    self._spool(key, number, role)
        return count

    def _spool_records(self, rows: BinaryIO, strings: _Strings) -> int:
        batch: list[tuple[int, ...]] = []
        count = 0
        for count, record in enumerate(self._supply.records, start=1):
            batch.append(_row(record.place, strings))
            for key, role in _keys(record.names).items():
                self._spool(key, count - 1, role)
            if len(batch) == _BATCH:
                rows.write(np.array(batch, dtype=layout.ROW).tobytes())
                batch.clear()
                share = min(1.0, count / max(1, self._supply.about))
                self._progress("Reading places", _READING * share)
        rows.write(np.array(batch, dtype=layout.ROW).tobytes())
        return count

    def _spool(self, key: str, number: int, role: Role) -> None:
        shard = layout.shard_of(key.split(" ", 1)[0], self._shards)
        self._spools[shard].write(f"{key}\t{number}\t{int(role)}\n".encode())
        self._names += 1

    def _index_cells(self, count: int) -> None:
        if count:
            table = np.memmap(self._folder / "places.bin", dtype=layout.ROW, mode="r")
            found = layout.cells(table["lat_e6"], table["lon_e6"])
        else:
            found = np.zeros(0, dtype=np.int32)
        order = np.argsort(found, kind="stable").astype(np.uint32)
        np.save(self._folder / "cells.npy", found[order], allow_pickle=False)
        np.save(self._folder / "order.npy", order, allow_pickle=False)

    def _index_names(self, shard: int) -> None:
        """Turn one shard's names into its trie, and spool their loose keys further."""
        spool = self._folder / f"spool-{shard}"
        keys: list[str] = []
        values: list[tuple[int, int]] = []
        with spool.open(encoding="utf-8") as lines:
            for line in lines:
                key, number, role = line.rstrip("\n").split("\t")
                keys.append(key)
                values.append((int(number), int(role)))
        spool.unlink()
        names = marisa_trie.RecordTrie(layout.NAME_FORMAT, zip(keys, values, strict=True))
        names.save(str(self._folder / f"names-{shard}.marisa"))
        loose = marisa_trie.Trie(
            "\t".join((loose, sound(key), key))
            for key in dict.fromkeys(keys)
            if (loose := loose_key(key))
        )
        loose.save(str(self._folder / f"loose-{shard}.marisa"))


def _keys(names: list[tuple[str, Role]]) -> dict[str, Role]:
    """Give each distinct key of a place's names with its strongest role."""
    keys: dict[str, Role] = {}
    for name, role in names:
        key = name_key(name)
        if key and role < keys.get(key, len(Role)):
            keys[key] = role
    return keys


def _row(place: Place, strings: _Strings) -> tuple[int, ...]:
    return (
        strings.add(place.id),
        strings.add(place.name),
        strings.share(place.kind),
        strings.share(place.country or ""),
        strings.share(place.admin1 or ""),
        strings.share(place.admin2 or ""),
        place.population,
        round(place.lat * 1e6),
        round(place.lon * 1e6),
        round(place.radius_km * 1000),
        int(place.noted),
    )


class _Strings:
    """Strings on their way to disk; those that many places have stand there once."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._offsets: dict[str, int] = {}
        self._size = 0

    def add(self, string: str) -> int:
        part = string.encode() + b"\0"
        self._file.write(part)
        self._size += len(part)
        return self._size - len(part)

    def share(self, string: str) -> int:
        known = self._offsets.get(string)
        if known is None:
            known = self._offsets[string] = self.add(string)
        return known
