"""What speaks for or against a candidate being a place name, as numbers.

Every feature is 0 or 1: a list or a shape of a word at or around the candidate, a sign
between words, what the gazetteer knows of the name, and how the document uses it.
Numbers such as populations become steps ("at least 10,000 people"), so that a weight can
be read by itself. No feature knows a word but by the lists it stands on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.gazetteer import LONGEST_NAME, Sort
from geo.toponyms import lists, portraits
from geo.toponyms.page import BEYOND, Page
from geo.toponyms.portraits import Steps

if TYPE_CHECKING:
    from geo.gazetteer import Bearers

_WHERE = (
    "first word", "last word", "every word", "word before", "second word before", "word behind",
    "second word behind", "capitals before", "capitals behind",
)  # fmt: skip
"""Whose lists and shapes are looked at. Capitals are the run of capitalised words."""
_SIGNS = (
    "space", "comma", "hyphen", "possessive", "full stop", "line", "quote", "opening bracket",
    "closing bracket", "slash", "colon", "semicolon", "other",
)  # fmt: skip
_OF_SIGN = {
    "": 0, ",": 1, "-": 2, "‐": 2, "‑": 2, "–": 2, ".": 4, "/": 9, ":": 10, ";": 11,
    '"': 6, "“": 6, "”": 6, "'": 6, "‘": 6, "’": 6, '."': 6, ',"': 6, ".”": 6, ",”": 6,
    ' "': 6, " “": 6,
}  # fmt: skip
_POSSESSIVE, _LINE, _OPENING, _CLOSING, _OTHER = 3, 5, 7, 8, 12
_JOINS = frozenset({" ", "-", ". "})
"""What a run of capitalised words may have between them."""
_LONGEST_RUN = 5
_REACH = 6
"""Words each way in which capitals are counted: headlines have many."""
_NEIGHBOURS = frozenset({0, 1, 4, 7})
"""Signs behind a name that its parent may follow."""


_FEW = (1.0, 2.0, 3.0)
_SHARES = (0.001, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9, 0.999)
_NUMBERS = (
    Steps("words", (2.0, 3.0, 4.0)),
    Steps("letters", (3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 14.0, 20.0)),
    Steps("capitals before", _FEW),
    Steps("capitals behind", _FEW),
    Steps("mentions", (2.0, 3.0, 5.0, 9.0)),
    Steps("mentions free of other capitals", (1.0, 2.0, 4.0)),
    Steps("share of mentions free of other capitals", _SHARES),
    Steps("mentions behind in, at, from", (1.0, 2.0, 4.0)),
    Steps("times in lower case", (1.0, 2.0, 4.0)),
    Steps("times behind a first name or title", _FEW),
    Steps("place in the text", (0.1, 0.3, 0.5, 0.7, 0.9)),
    Steps("word of the text", (2.0, 4.0, 8.0, 16.0, 64.0, 256.0)),
    Steps("capitals around", _SHARES),
    Steps("share of other names in its countries", _SHARES),
    Steps("share of other names in its first country", _SHARES),
)
_YES_NO = (
    "a longer name begins here", "a shorter name begins here", "within a longer name",
    "overlaps a name before", "its country stands behind", "its division stands behind",
    "a place within stands before", "a place within its division stands before",
    "noted, and its first word on no list", "behind a place noun and of", "behind a verb of place",
    "before a surname", "begins with an Arabic article",
)  # fmt: skip
(
    _LONGER, _SHORTER, _INSIDE, _OVERLAPS, _IN_COUNTRY, _IN_DIVISION, _HOLDS_AS_COUNTRY,
    _HOLDS_AS_DIVISION, _DISTINCT, _CALLED, _AFTER_VERB, _SURNAME_BEHIND, _WITH_ARTICLE,
) = range(len(_YES_NO))  # fmt: skip
SENSE = {"noted town or site": 1.0, "noted, and its first word on no list": 3.0,
         "behind a place noun and of": 2.0, "before a surname": -1.5,
         "begins with an Arabic article": 2.0}  # fmt: skip
"""Weights that learning starts from and is drawn to: what no corpus of the world's news
teaches, that a name which is listed here by hand is seldom anything else."""


@cache
def names() -> tuple[str, ...]:
    """Give the names of the features, in the order of the columns of :func:`matrix`."""
    of_name = portraits.names()
    return (
        *(f"{where}: {name}" for where in _WHERE for name in lists.names()),
        *(f"sign {side}: {sign}" for side in ("before", "behind") for sign in _SIGNS),
        *_YES_NO,
        *(name for steps in _NUMBERS for name in steps.names()),
        *of_name,
        *(f"name before: {name}" for name in of_name),
        *(f"name behind: {name}" for name in of_name),
    )


def matrix(page: Page) -> np.ndarray[Any, Any]:
    """Give the features of every candidate of a page.

    Returns
    -------
    numpy.ndarray of uint8, shape (number of candidates, number of features)
        Zeros and ones, in the order of :func:`names`.
    """
    if not page.candidates:
        return np.zeros((0, len(names())), dtype=np.uint8)
    around = [_Around.of(page, at) for at in range(len(page.candidates))]
    neighbours = _Neighbours(page)
    known = np.stack([portraits.portrait(each.bearers) for each in page.candidates])
    before, behind = neighbours.of_each(known)
    columns = [_listed(page, around)]
    columns += [
        _one_of(len(_SIGNS), [getattr(each, side) for each in around])
        for side in ("sign_before", "sign_behind")
    ]
    columns.append(neighbours.yes_no(around))
    numbers = _numbers(page, around)
    columns += [steps.binary(numbers[steps.name]) for steps in _NUMBERS]
    return np.hstack([*columns, known, before, behind])


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands directly around a candidate."""

    sign_before: int
    sign_behind: int
    run_before: int
    """How many capitalised words stand before it in one run."""
    run_behind: int
    lists_before: int
    """Their lists and shapes, together."""
    lists_behind: int

    @classmethod
    def of(cls, page: Page, at: int) -> _Around:
        first, stop, _, _ = page.candidates[at]
        before = _run(page, first - 1, -1)
        behind = _run(page, stop, 1)
        return cls(_sign(page.gap(first - 1)), _sign(page.gap(stop - 1)), *before[:1],
                   *behind[:1], *before[1:], *behind[1:])  # fmt: skip


def _run(page: Page, at: int, step: int) -> tuple[int, int]:
    """Count the capitalised words that go on from one in a direction; join their lists."""
    capital, length, found = lists.bit("capital"), 0, 0
    while length < _LONGEST_RUN and 0 <= at < len(page.words):
        its = page.bits[BEYOND + at]
        if not its & capital or page.gap(at if step < 0 else at - 1) not in _JOINS:
            break
        length, found, at = length + 1, found | its, at + step
    return length, found


def _sign(gap: str) -> int:
    """Tell what stands between two words."""
    if gap == " ":
        return 0
    if "\n" in gap:
        return _LINE
    if gap[:2] in {"'s", "’s"}:
        return _POSSESSIVE
    sign = gap.strip()
    if sign.startswith("("):
        return _OPENING
    if sign.startswith(")"):
        return _CLOSING
    return _OF_SIGN.get(sign, _OTHER)


def _listed(page: Page, around: list[_Around]) -> np.ndarray[Any, Any]:
    """Give lists and shapes of the words at and around each candidate."""
    first = np.array([BEYOND + each.first for each in page.candidates])
    stop = np.array([BEYOND + each.stop for each in page.candidates])
    flags = page.flags
    every = flags[first]
    for further in range(1, int((stop - first).max())):
        at = np.minimum(first + further, stop - 1)
        every = every & flags[at]
    words = np.stack(
        [
            flags[first], flags[stop - 1], every, flags[first - 1], flags[first - 2],
            flags[stop], flags[stop + 1],
            np.array([each.lists_before for each in around], dtype=np.uint64),
            np.array([each.lists_behind for each in around], dtype=np.uint64),
        ],
        axis=1,
    )  # fmt: skip
    octets = words.astype("<u8").view(np.uint8).reshape(len(words), len(_WHERE), 8)
    bits = np.unpackbits(octets, axis=2, bitorder="little")[:, :, : len(lists.names())]
    return bits.reshape(len(words), -1)


def _one_of(size: int, chosen: list[int]) -> np.ndarray[Any, Any]:
    found = np.zeros((len(chosen), size), dtype=np.uint8)
    found[np.arange(len(chosen)), chosen] = 1
    return found


def _numbers(page: Page, around: list[_Around]) -> dict[str, list[float]]:
    """Count how the document uses each candidate's name."""
    keys = [each.key for each in page.candidates]
    mentions = Counter(keys)
    free = Counter(
        key for key, each in zip(keys, around, strict=True)
        if not each.run_before and not each.run_behind
    )  # fmt: skip
    led = lists.bit("=in") | lists.bit("=at") | lists.bit("=from")
    to = Counter(each.key for each in page.candidates if page.bits[BEYOND + each.first - 1] & led)
    persons = _persons(page)
    capitals = _capitals_around(page)
    shares = _shares(page)
    count = len(page.words)
    return {
        "words": [each.stop - each.first for each in page.candidates],
        "letters": [len(key) for key in keys],
        "capitals before": [each.run_before for each in around],
        "capitals behind": [each.run_behind for each in around],
        "mentions": [mentions[key] for key in keys],
        "mentions free of other capitals": [free[key] for key in keys],
        "share of mentions free of other capitals": [free[key] / mentions[key] for key in keys],
        "mentions behind in, at, from": [to[key] for key in keys],
        "times in lower case": [
            max(page.small[word.key] for word in page.words[each.first : each.stop])
            for each in page.candidates
        ],
        "times behind a first name or title": [
            persons[page.words[each.stop - 1].key] for each in page.candidates
        ],
        "place in the text": [each.first / count for each in page.candidates],
        "word of the text": [each.first for each in page.candidates],
        "capitals around": capitals,
        "share of other names in its countries": [any_ for any_, _ in shares],
        "share of other names in its first country": [first for _, first in shares],
    }


def _persons(page: Page) -> Counter[str]:
    """Count how often a word follows a first name or a title."""
    leading = lists.bit("first-names") | lists.bit("titles")
    capital = lists.bit("capital")
    flags = page.flags[BEYOND:-BEYOND]
    names_ = (flags & np.uint64(capital)) != 0
    leads = names_ & ((flags & np.uint64(leading)) != 0)
    after = np.flatnonzero(leads[:-1] & names_[1:]) + 1
    return Counter(
        page.words[at].key for at in after.tolist() if page.gap(at - 1) in {" ", ". "}
    )  # fmt: skip


def _capitals_around(page: Page) -> list[float]:
    """Give the share of capitalised words around each candidate."""
    capital = np.uint64(lists.bit("capital"))
    so_far = np.concatenate([[0], np.cumsum((page.flags[BEYOND:-BEYOND] & capital) != 0)])
    count = len(page.words)
    spans = [(max(0, c.first - _REACH), min(count, c.stop + _REACH)) for c in page.candidates]
    return [float(so_far[stop] - so_far[start]) / (stop - start) for start, stop in spans]


def _shares(page: Page) -> list[tuple[float, float]]:
    """Give the share of the document's other names that lie where each one's places lie.

    Each well-known name speaks for the country that it usually means, once.
    """
    usual = {each.key: portraits.usual(each.bearers) for each in page.candidates}
    votes = Counter(country for country, known in usual.values() if known)
    total = votes.total() + 1
    found = {}
    for each in page.candidates:
        if each.key not in found:
            country, known = usual[each.key]
            shares = {
                place: votes[place] - (known and place == country)
                for place in {*each.bearers.country.tolist()}
            }
            found[each.key] = max(shares.values()) / total, shares[country] / total
    return [found[each.key] for each in page.candidates]


_NOTED = portraits.names().index("noted town or site")


def _is_surname(its: int) -> bool:
    """Tell by its lists whether a word is a surname and hardly anything else."""
    other = _noun() | lists.bit("organisation-nouns") | lists.bit("venue-nouns")
    other |= lists.bit("street-nouns") | lists.bit("nature-nouns") | lists.bit("calendar-words")
    return its & lists.bit("surnames") > 0 and not its & other


@cache
def _noun() -> int:
    return lists.bit("place-nouns") | lists.bit("generic-nouns")


@cache
def _any_list() -> int:
    """Give the bits of all lists, without the shapes."""
    return (1 << len(lists.names()) - len(lists.SHAPES)) - 1


class _Neighbours:
    """Candidates that overlap, or stand directly before or behind each other."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._starts: dict[int, list[int]] = defaultdict(list)
        self._stops: dict[int, list[int]] = defaultdict(list)
        for at, each in enumerate(page.candidates):
            self._starts[each.first].append(at)
            self._stops[each.stop].append(at)

    def of_each(
        self, known: np.ndarray[Any, Any]
    ) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
        """Give the rows of the names before and behind each candidate, zeros where is none."""
        rows = np.vstack([known, np.zeros_like(known[:1])])
        candidates = self._page.candidates
        before = [self._longest(self._stops.get(each.first)) for each in candidates]
        behind = [self._longest(self._starts.get(each.stop)) for each in candidates]
        return rows[before], rows[behind]

    def _longest(self, numbers: list[int] | None) -> int:
        """Give the longest of some candidates, which says most; -1 for none."""
        return min(numbers, key=self._length) if numbers else -1

    def _length(self, at: int) -> int:
        each = self._page.candidates[at]
        return each.first - each.stop

    def yes_no(self, around: list[_Around]) -> np.ndarray[Any, Any]:
        """Give the columns of :data:`_YES_NO`."""
        rows = [[0] * len(_YES_NO) for _ in around]
        for at, (row, beside) in enumerate(zip(rows, around, strict=True)):
            self._overlaps(at, row)
            self._led(at, row, beside)
            if beside.sign_behind in _NEIGHBOURS:
                self._parents(at, rows)
        return np.array(rows, dtype=np.uint8)

    def _overlaps(self, at: int, row: list[int]) -> None:
        first, stop, _, _ = self._page.candidates[at]
        for other in self._starts[first]:
            theirs = self._page.candidates[other].stop
            if theirs > stop:
                row[_LONGER] = 1
            elif theirs < stop:
                row[_SHORTER] = 1
        for before in range(max(0, first - LONGEST_NAME + 1), first):
            for other in self._starts.get(before, ()):
                theirs = self._page.candidates[other].stop
                if theirs >= stop:
                    row[_INSIDE] = 1
                elif theirs > first:
                    row[_OVERLAPS] = 1

    def _led(self, at: int, row: list[int], beside: _Around) -> None:
        each = self._page.candidates[at]
        here = BEYOND + each.first
        two_before, before, own = self._page.bits[here - 2 : here + 1]
        row[_DISTINCT] = int(portraits.portrait(each.bearers)[_NOTED] > 0 and not own & _any_list())
        if beside.sign_before == 0:
            row[_CALLED] = int(before & lists.bit("=of") > 0 and two_before & _noun() > 0)
            row[_AFTER_VERB] = int(before & lists.bit("place-verbs") > 0)
        behind = self._page.bits[BEYOND + each.stop]
        row[_SURNAME_BEHIND] = int(beside.run_behind == 1 and _is_surname(behind))
        row[_WITH_ARTICLE] = int(each.key.startswith("al "))

    def _parents(self, at: int, rows: list[list[int]]) -> None:
        each = self._page.candidates[at]
        for other in self._starts.get(each.stop, ()):
            by_country, by_division = _holds(self._page.candidates[other].bearers, each.bearers)
            if by_country:
                rows[at][_IN_COUNTRY] = rows[other][_HOLDS_AS_COUNTRY] = 1
            if by_division:
                rows[at][_IN_DIVISION] = rows[other][_HOLDS_AS_DIVISION] = 1


@lru_cache(maxsize=20_000)
def _holds(parent: Bearers, child: Bearers) -> tuple[bool, bool]:
    """Tell whether a country, and whether a division, of one name holds a place of another."""
    countries = set(parent.country[parent.sorts == Sort.COUNTRY].tolist()) - {0}
    divisions = set(parent.admin1[parent.sorts == Sort.DIVISION].tolist()) - {0}
    within_country = child.country[child.sorts != Sort.COUNTRY].tolist()
    small = (child.sorts != Sort.COUNTRY) & (child.sorts != Sort.DIVISION)
    return (
        not countries.isdisjoint(within_country),
        not divisions.isdisjoint(child.admin1[small].tolist()),
    )
