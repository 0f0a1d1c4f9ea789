"""A text as the recogniser sees it: words with their lists and shapes, and candidates."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from geo.gazetteer import LONGEST_NAME, Gazetteer, Role
from geo.text import APOSTROPHES, Word, join_key, sentences, words
from geo.toponyms import lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.gazetteer import Bearers

_WITHIN_NAME = re.compile(rf"[ \u00a0]?[-‐‑–{APOSTROPHES}]?[ \u00a0]?|\. ")
"""What may stand between two words of one name: a space, a hyphen, "St. "."""
_LONGEST_WORD = 80
"""No name has a longer word; the index takes the square of a key's length."""
_SHORT = 3
_OPENING = frozenset('“"‘«')
BEYOND = 8
"""So many words of nothing stand behind the last one, and before the first."""


class Candidate(NamedTuple):
    """A run of words that some place bears as its name."""

    first: int
    """Its first word."""
    stop: int
    """The word behind its last one."""
    key: str
    bearers: Bearers


@dataclass(frozen=True, slots=True)
class Page:
    """A text with what the recogniser asks of it."""

    text: str
    words: list[Word]
    flags: np.ndarray[Any, Any]
    """The lists and shapes of each word, uint64, shape (number of words + 2 · BEYOND,)."""
    small: Counter[str]
    """How often the text writes a word in lower case, by its key."""
    candidates: list[Candidate]
    """In order of their first word, the longest first."""

    @classmethod
    def of(cls, text: str, gazetteer: Gazetteer) -> Page:
        """Read a text."""
        found = words(text)
        starts = {start for start, _ in sentences(text)}
        listed = lists.bits()
        shape = [_shape(text, word, starts) for word in found]
        flags = np.zeros(len(found) + 2 * BEYOND, dtype=np.uint64)
        flags[BEYOND : BEYOND + len(found)] = [
            listed.get(word.key, 0) | its for word, its in zip(found, shape, strict=True)
        ]
        small = Counter(word.key for word in found if word.text[:1].islower())
        page = cls(text, found, flags, small, [])
        page.candidates.extend(page._candidates(gazetteer))
        return page

    def gap(self, at: int) -> str:
        """Give the text between word `at` and the next one; beyond the text line breaks."""
        if 0 <= at < len(self.words) - 1:
            return self.text[self.words[at].end : self.words[at + 1].start]
        return "\n"

    def end(self, candidate: Candidate) -> int:
        """Give where a candidate ends in the text: a full stop belongs to "Calif."."""
        end = self.words[candidate.stop - 1].end
        written = self.words[candidate.stop - 1].text
        if (
            self.text[end : end + 1] == "."
            and not written.endswith(".")
            and (not written.isupper() or "." in written)
            and Role.SHORT in candidate.bearers.roles
        ):
            return end + 1
        return end

    def _candidates(self, gazetteer: Gazetteer) -> Iterator[Candidate]:
        for at, word in enumerate(self.words):
            if not word.text[0].islower() and not word.text[0].isdigit():
                yield from self._candidates_at(at, gazetteer)

    def _candidates_at(self, at: int, gazetteer: Gazetteer) -> Iterator[Candidate]:
        if len(self.words[at].key) > _LONGEST_WORD:
            return
        stop = at + 1
        last = min(len(self.words), at + LONGEST_NAME)
        while (
            stop < last
            and len(self.words[stop].key) <= _LONGEST_WORD
            and _WITHIN_NAME.fullmatch(self.gap(stop - 1))
        ):
            stop += 1
        keys = [word.key for word in self.words[at:stop]]
        known = set(gazetteer.prefixes(join_key(keys)))
        # The key of a part may differ from the part of a key: articles look ahead.
        for end in range(stop, at, -1) if known else ():
            key = join_key(keys[: end - at])
            if key in known and len(key) > 1 and self._is_written_as_name(at, end):
                bearers = gazetteer.bearers(key)
                # A code is found when asked for; in a text it is another word.
                if bearers is not None and bearers.roles.min() < Role.CODE:
                    yield Candidate(at, end, key, bearers)

    def _is_written_as_name(self, at: int, stop: int) -> bool:
        """Tell whether the words behind the first have capitals, but for particles and nouns."""
        for index in range(at + 1, stop):
            word = self.words[index]
            if not word.text[0].islower():
                continue
            if word.key not in _generic() and (word.key not in _particles() or index == stop - 1):
                return False
        return True


def _generic() -> frozenset[str]:
    return lists.words("generic-nouns")


def _particles() -> frozenset[str]:
    return lists.words("name-particles")


def _shape(text: str, word: Word, starts: set[int]) -> int:
    """Give the bits of how a word is written and where it stands."""
    first, written = word.text[0], word.text
    found = 0
    if first.isupper():
        found = lists.bit("capital")
        if len(written) > 1 and written.isupper():
            found |= lists.bit("capitals")
    elif first.islower():
        found = lists.bit("small")
    elif first.isdigit():
        found = lists.bit("digits")
    if "." in written:
        found |= lists.bit("dotted")
    if len(word.key) == 1:
        found |= lists.bit("initial")
    elif len(word.key) <= _SHORT:
        found |= lists.bit("short")
    if word.start in starts or text[word.start - 1 : word.start] in _OPENING:
        found |= lists.bit("opens_sentence")
    return found
