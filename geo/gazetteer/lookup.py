"""The gazetteer as the rest of the package sees it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from geo.gazetteer import index
from geo.gazetteer.record import Role
from geo.model import Place
from geo.text import name_key

if TYPE_CHECKING:
    from pathlib import Path

    from geo.gazetteer.index import Progress

LONGEST_NAME = 8
"""Longer names, in words, are found when asked for, but not looked for in a text."""


@dataclass(frozen=True, slots=True)
class Match:
    """A place that bears the name that was asked for."""

    place: Place
    role: Role
    """How the name stands for the place."""


class Gazetteer:
    """Places by name, from a memory-mapped index on disk.

    Open it with :meth:`open`. It is read-only, safe to share between threads, and
    cheap to open in each process.

    Examples
    --------
    >>> gazetteer = Gazetteer.open()
    >>> gazetteer.find("Hmeimim")[0].place.kind
    'S.AIRB'
    """

    def __init__(self, source: index.Index) -> None:
        self._index = source
        # Reports repeat their places; most look-ups are of a few hundred names.
        self._cached = lru_cache(maxsize=20_000)(self._matches)

    @classmethod
    def open(cls, *, cache: Path | None = None, progress: Progress | None = None) -> Gazetteer:
        """Open the index of the installed sources; build it on first use.

        Parameters
        ----------
        cache : pathlib.Path, optional
            Folder of built indexes; the user's cache folder by default.
        progress : callable, optional
            Called while building with what is being done and the share done (0–1).

        Returns
        -------
        Gazetteer

        Raises
        ------
        GazetteerError
            If a source is missing or faulty, or the index cannot be written.
        """
        return cls(index.Index(index.ensure(cache, progress=progress)))

    @property
    def folder(self) -> Path:
        """Where the index lies."""
        return self._index.folder

    @property
    def info(self) -> dict[str, Any]:
        """What the index was built from: counts, source versions, attribution."""
        return self._index.info

    def __len__(self) -> int:
        """Give the number of places."""
        return len(self._index)

    def find(self, name: str) -> tuple[Match, ...]:
        """Give every place that bears a name, in any spelling with the same key.

        Parameters
        ----------
        name : str
            In any script, with or without marks and articles' variants.

        Returns
        -------
        tuple of Match
            In the order of the index, not of likelihood. Empty if no place bears the
            name.
        """
        return self.by_key(name_key(name))

    def by_key(self, key: str) -> tuple[Match, ...]:
        """As :meth:`find`, for a key made by :func:`geo.text.name_key`."""
        return self._cached(key)

    def prefixes(self, key: str) -> list[str]:
        """Give the keys of names that `key` begins with, whole words, shortest first."""
        return self._index.prefixes(key)

    def _matches(self, key: str) -> tuple[Match, ...]:
        if not key:
            return ()
        return tuple(
            Match(self._index.place(number), role)
            for number, role in sorted(self._index.postings(key))
        )
