"""Words, sentences and the one way in which names are compared.

The gazetteer's index and every query go through :func:`name_key`, so two spellings
meet if and only if their keys are equal.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

APOSTROPHES = "'’‘ʼʿʾʻ`´ˈ′"
"""Marks that stand for an apostrophe, a hamza or an ayn in transliteration."""

_SIGNS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u08d3-\u08e1\u08e3-\u0963"
    "\u0966-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ece\u1000-\u1049"
    "\u1050-\u109f\u1780-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
"""Accents and vowel signs that stand as characters of their own, for a class of `re`."""
_INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Soft hyphens, joiners and marks of direction, for a class of `re`."""
_WORD = re.compile(
    # U.S., D.C., W.Va.: capitals with full stops are one word.
    rf"(?:[A-Z][a-z]?\.){{2,}}|[^\W_]+(?:[{_SIGNS}]+[^\W_]*|[{_INVISIBLE}]+[^\W_]+"
    rf"|[{APOSTROPHES}](?![sS]\b)[^\W_]+)*"
)
_ASCII_SIGNS = "".join(char for char in map(chr, range(128)) if not char.isalnum())
_NO_MARKS = dict.fromkeys(map(ord, APOSTROPHES + "ـ" + _ASCII_SIGNS))
_ASCII_NAME: dict[int, str | None] = {
    ord(char): None if char in "'`." or not (char.isprintable() or char.isspace()) else " "
    for char in _ASCII_SIGNS
} | {ord("&"): " and "}
_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي",
                         "ک": "ك", "ة": "ه", "ؤ": "و", "ئ": "ي"})  # fmt: skip
_PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th",
                        "æ": "ae", "œ": "oe", "ħ": "h", "ə": "e"})  # fmt: skip
_ARTICLES = {"al": "", "el": "", "ul": "", "ash": "s", "esh": "s", "as": "s", "es": "s",
             "ar": "r", "er": "r", "ad": "d", "ed": "d", "an": "n", "en": "n",
             "at": "t", "et": "t", "az": "z", "ez": "z", "adh": "d"}  # fmt: skip
"""Arabic articles and the sun letter that each stands before ("" for any letter)."""

_SHORTENED = {"st": "saint", "mt": "mount", "ft": "fort"}
"""What is written short before a name: "Mt. Lebanon" and "Mount Lebanon" meet."""


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Give the comparable form of one word.

    Lower case, letters and digits only: without accents, apostrophes, full stops and
    invisible controls; Arabic letter variants and a few Latin letters are unified.

    Parameters
    ----------
    word : str

    Returns
    -------
    str
        May be empty, if the word held nothing but marks.
    """
    if word.isascii():
        return word.casefold().translate(_NO_MARKS)
    decomposed = unicodedata.normalize("NFKD", word).casefold()
    kept = "".join(
        # Vowel signs of Indic scripts (Mc) are as good as letters.
        char
        for char in decomposed
        if char.isalnum() or unicodedata.category(char) == "Mc"
    )
    return kept.translate(_NO_MARKS).translate(_PLAIN).translate(_ARABIC)


class _NameSigns(dict[int, str]):
    """What :meth:`str.translate` makes of a character of a name; learned on demand.

    Whatever no word holds becomes a space; what :func:`fold` drops stays for it.
    """

    def __missing__(self, code: int) -> str:
        """Look at a character for the first time."""
        char = chr(code)
        in_word = (
            char.isalnum()
            or char in APOSTROPHES + "."
            or (unicodedata.category(char) in {"Mn", "Mc", "Me", "Cf", "Cc"} and not char.isspace())
        )
        self[code] = char if in_word else " "
        return self[code]


_NAME = _NameSigns({ord("&"): " and "})


def join_key(folded: Iterable[str]) -> str:
    """Join folded words into a name key.

    An Arabic article before the letter it fits becomes ``al`` ("ash-Shughur",
    "esh-Shughur" and "al-Shughur" meet), and "St", "Mt" and "Ft" are written out, except
    at the end of the name.
    """
    words = [word for word in folded if word]
    for at, word in enumerate(words[:-1]):
        sun_letter = _ARTICLES.get(word)
        if sun_letter is not None and words[at + 1].startswith(sun_letter):
            words[at] = "al"
        elif word in _SHORTENED:
            words[at] = _SHORTENED[word]
    return " ".join(words)


def name_key(name: str) -> str:
    """Give the key under which a name stands in the index.

    Parameters
    ----------
    name : str
        As written, in any script.

    Returns
    -------
    str
        Folded words joined by single spaces; hyphens, commas and other signs separate
        words, "&" is "and". Empty if the name holds no letter or digit.

    Examples
    --------
    >>> name_key("Jisr ash-Shughur") == name_key("Jisr al-Shughur")
    True
    >>> name_key("Ma‘arrat an Nu‘mān")
    'maarrat al numan'
    >>> name_key("St. Louis") == name_key("Saint Louis")
    True
    """
    if name.isascii():
        return join_key(name.casefold().translate(_ASCII_NAME).split())
    composed = unicodedata.normalize("NFC", name)
    return join_key(fold(word) for word in composed.translate(_NAME).split())


class Word(NamedTuple):
    """A word of a text; `start` and `end` are code points, `end` exclusive."""

    start: int
    end: int
    text: str
    key: str
    """The folded form."""


def listed(block: str) -> frozenset[str]:
    """Give the words of a block of text; a paragraph reads better than a column of quotes."""
    return frozenset(block.split())


def words(text: str) -> list[Word]:
    """Split a text into words, each with its place in the text.

    A possessive "'s" is not part of a word; "U.S." is one word.
    """
    spans = [match.span() for match in _WORD.finditer(text)]
    written = [text[start:end] for start, end in spans]
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    return list(map(Word._make, zip(starts, ends, written, map(fold, written), strict=True)))


_SENTENCE_END = re.compile(
    # A run of stops is looked at once, from its start: a page of dots stays cheap.
    r"(?<![.!?…؟۔])[.!?…؟۔]+[\"”’'»)\]]*(?=\s)|[.!?؟][\"”»]?(?=[A-ZÀ-Þ“][a-zà-ÿ])"
    r"|\n\s*\n|\r?\n"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"'])(?:[A-Z]|(?:[A-Z]\.)+[A-Z]?|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm"
    r"|Brig|Sen|Rep|Gov|Pres|St|Mt|Ft|vs|Jr|Sr|Inc|Ltd|Co|Corp|approx|ca|cf|a\.m|p\.m|e\.g|i\.e"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.$"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Split a text into sentences.

    A line break ends a sentence; a full stop after an abbreviation, an initial or
    before a lower-case word does not.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of (int, int)
        Start and end (exclusive) of each sentence, without surrounding space, in
        order and never overlapping.
    """
    return list(_sentences(text))


@lru_cache(maxsize=2)
def _sentences(text: str) -> list[tuple[int, int]]:
    """Split a text; each stage asks for the sentences of the one in hand."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if not match.group().isspace() and _goes_on(text, match):
            continue
        _add_span(spans, text, start, match.end())
        start = match.end()
    _add_span(spans, text, start, len(text))
    return spans


def _goes_on(text: str, end: re.Match[str]) -> bool:
    """Tell whether the sentence goes on after what looks like its end."""
    following = text[end.end() : end.end() + 40].lstrip(" \t\"“‘'([")
    if following[:1].islower():
        return True
    if not end.group().startswith(".") or len(end.group()) > 1:
        return False
    before = text[max(0, end.start() - 24) : end.start() + 1]
    return bool(_ABBREVIATION.search(before)) and bool(following) and following[0] != "\n"


def _add_span(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        start += len(piece) - len(piece.lstrip())
        spans.append((start, start + len(stripped)))


class Spans:
    """Look-up of the span that holds an offset, in logarithmic time.

    Parameters
    ----------
    spans : list of (int, int)
        In order, not overlapping, ends exclusive.
    """

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = spans
        self._starts = [start for start, _ in spans]

    def at(self, offset: int) -> int | None:
        """Give the index of the span that holds `offset`, or None."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self._spans[index][1] else None

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Give the spans in order."""
        return iter(self._spans)

    def __len__(self) -> int:
        """Count the spans."""
        return len(self._spans)

    def __getitem__(self, index: int) -> tuple[int, int]:
        """Give a span by its place in the order."""
        return self._spans[index]


def content_id(*parts: object) -> str:
    """Give an id of 16 hexadecimal digits that depends on the content alone."""
    content = "\0".join(str(part) for part in parts)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""Spreadsheets set to East Asian languages take the wide signs for the narrow ones."""


def inert_cell(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would run as a formula.

    Text that already looks so gets another one, so that :func:`live_cell` can tell.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def live_cell(cell: str) -> str:
    """Undo :func:`inert_cell`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
