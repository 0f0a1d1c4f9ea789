"""A text as the recogniser sees it: words with their lists and shapes, and candidates."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from geo.gazetteer import LONGEST_NAME, Gazetteer, Role
from geo.text import APOSTROPHES, Word, join_key, sentences, words
from geo.toponyms import lists
from geo.toponyms.arabic import is_arabic
from geo.toponyms.renown import LONGEST_WORD

if TYPE_CHECKING:
    from geo.gazetteer import Bearers

_WITHIN_NAME = re.compile(rf"[ \u00a0]?[-‐‑–{APOSTROPHES}]?[ \u00a0]?|\. ")
"""What may stand between two words of one name: a space, a hyphen, "St. "."""
_SHORT = 3
_OPENING = re.compile('[“"‘«]')
_ARTICLES = frozenset("al el ul ash esh as es ar er ad ed an en at et az ez".split())  # noqa: SIM905  (reads better)
_HYPHENS = frozenset("-‐‑")
BEYOND = 8
"""So many words of nothing stand behind the last one, and before the first."""
_NO_WORDS = [0] * BEYOND


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
    bits: list[int]
    """The lists and shapes of each word, behind as many of no word as :data:`BEYOND` says."""
    flags: np.ndarray[Any, Any]
    """The same for many words at once, uint64, shape (number of words + 2 · BEYOND,)."""
    gaps: list[str]
    """What stands behind each word and before the next one."""
    small: Counter[str]
    """How often the text writes a word in lower case, by its key."""
    candidates: list[Candidate]
    """In order of their first word, the longest first."""

    @classmethod
    def of(cls, text: str, gazetteer: Gazetteer) -> Page:
        """Read a text."""
        found = words(text)
        starts = {start for start, _ in sentences(text)}
        starts.update(match.end() for match in _OPENING.finditer(text))
        opens = lists.bit("opens_sentence")
        bits = [
            _shape(written, key) | opens if start in starts else _shape(written, key)
            for start, _, written, key in found
        ]
        bits = [*_NO_WORDS, *bits, *_NO_WORDS]
        gaps = [text[left.end : right.start] for left, right in pairwise(found)]
        small = Counter([key for _, _, written, key in found if written[0].islower()])
        page = cls(text, found, bits, np.array(bits, dtype=np.uint64), gaps, small, [])
        page._find_candidates(gazetteer)
        return page

    def gap(self, at: int) -> str:
        """Give the text between word `at` and the next one; beyond the text line breaks."""
        return self.gaps[at] if 0 <= at < len(self.gaps) else "\n"

    def end(self, candidate: Candidate) -> int:
        """Give where a candidate ends in the text: a full stop belongs to "Calif."."""
        end = self.words[candidate.stop - 1].end
        written = self.words[candidate.stop - 1].text
        if (
            self.text[end : end + 1] == "."
            and not written.endswith(".")
            and (not written.isupper() or "." in written)
            and _ABBREVIATION in candidate.bearers.roles
        ):
            return end + 1
        return end

    def _find_candidates(self, gazetteer: Gazetteer) -> None:
        small, digits = lists.bit("small"), lists.bit("digits")
        begins = (self.flags[BEYOND:-BEYOND] & np.uint64(small | digits)) == 0
        for at in np.flatnonzero(begins).tolist():
            # What the model has learnt says nothing about words without capitals.
            if self._is_of_model(at) or is_arabic(self.words[at].text):
                continue
            if at and self.words[at - 1].key in _ARTICLES and self._is_hyphened(at - 1):
                self._find_candidates_at(at - 1, gazetteer)
            self._find_candidates_at(at, gazetteer)

    def _is_of_model(self, at: int) -> bool:
        """Tell whether a word is the letters of a machine: "Il-20"."""
        return self.gap(at) in _HYPHENS and self.words[at + 1].text[0].isdigit()

    def _is_hyphened(self, at: int) -> bool:
        """Tell whether a word is an article in lower case: "al-Qadam"."""
        return self.words[at].text.islower() and self.gap(at) in _HYPHENS

    def _find_candidates_at(self, at: int, gazetteer: Gazetteer) -> None:
        may_end = self._ends(at)
        if not may_end:
            return
        stop = may_end[-1]
        if stop - at == 1:
            # Most runs are of one word.
            runs = [(stop, self.words[at].key)]
        else:
            keys = [word.key for word in self.words[at:stop]]
            known = gazetteer.prefixes(join_key(keys))
            # The key of a part may differ from the part of a key: articles look ahead.
            ends = reversed(may_end) if known else ()
            runs = [(end, key) for end in ends if (key := join_key(keys[: end - at])) in known]
        for end, key in runs:
            bearers = gazetteer.bearers(key) if len(key) > 1 else None
            if bearers is not None:
                self.candidates.append(Candidate(at, end, key, bearers))

    def _ends(self, at: int) -> list[int]:
        """Give where a name may end that begins at a word.

        It goes on with capitals, and with particles and general nouns in lower case.
        """
        may_end: list[int] = []
        words, gaps, generic, particles = self.words, self.gaps, _generic(), _particles()
        for stop in range(at, min(len(words), at + LONGEST_NAME)):
            _, _, written, key = words[stop]
            if len(key) > LONGEST_WORD:
                break
            if stop > at and gaps[stop - 1] != " " and not _WITHIN_NAME.fullmatch(gaps[stop - 1]):
                break
            if not written[0].islower() or (stop > at and key in generic):
                may_end.append(stop + 1)
            elif key not in particles:
                break
        return may_end


_ABBREVIATION = int(Role.SHORT)


@cache
def _generic() -> frozenset[str]:
    return lists.words("generic-nouns")


@cache
def _particles() -> frozenset[str]:
    return lists.words("name-particles")


@lru_cache(maxsize=65_536)
def _shape(written: str, key: str) -> int:
    """Give the bits of how a word is written."""
    first = written[0]
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
    if len(key) == 1:
        found |= lists.bit("initial")
    elif len(key) <= _SHORT:
        found |= lists.bit("short")
    return found | lists.bits().get(key, 0)
