"""Which words of a text are place names: gazetteer names with context rules.

A run of words is a candidate when the gazetteer knows it and it is written as a name.
Of the candidates at a word the longest is tried first; the context then speaks for or
against it. Each rule is a plain function that sees one candidate.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.gazetteer import LONGEST_NAME, Gazetteer, Role
from geo.model import Document, Toponym
from geo.text import APOSTROPHES, Spans, Word, join_key, sentences, words
from geo.toponyms.lists import (
    CALENDAR_WORDS,
    FIRST_NAMES,
    FUNCTION_WORDS,
    GENERIC_NOUNS,
    LOCATIVE_WORDS,
    NAME_PARTICLES,
    ORGANISATION_NOUNS,
    PLACE_NOUNS_AFTER,
    PLACE_NOUNS_BEFORE,
    SPEECH_VERBS,
    TARGET_VERBS,
    TITLES,
)
from geo.toponyms.ordinary import ORDINARY_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.gazetteer import Match

_WITHIN_NAME = re.compile(rf"[ \u00a0]?[-‐‑–{APOSTROPHES}]?[ \u00a0]?|\. ")
"""What may stand between two words of one name: a space, a hyphen, "St. "."""
_LONGEST_WORD = 80
"""No name has a longer word; the index takes the square of a key's length."""
_KNOWN_TOWN = 15_000
"""A bare single word with no cue counts as a place from this many people on."""
_LARGE_TOWN = 100_000
"""A word within a longer name ("Aleppo University") does so from this many on."""


def recognise(document: Document, gazetteer: Gazetteer) -> list[Toponym]:
    """Find the place names of a document.

    Parameters
    ----------
    document : Document
    gazetteer : Gazetteer

    Returns
    -------
    list of Toponym
        In order, not overlapping. Demonyms ("Syrian") are not among them.
    """
    page = _Page.of(document.text)
    found: list[Toponym] = []
    at = 0
    while at < len(page.words):
        end = _name_at(page, at, gazetteer)
        if end is None:
            at += 1
            continue
        start, stop = page.words[at].start, page.words[end - 1].end
        found.append(Toponym(start, stop, document.text[start:stop]))
        at = end
    return found


@dataclass(frozen=True, slots=True)
class _Page:
    """A text with what the rules ask of it."""

    text: str
    words: list[Word]
    sentence_starts: frozenset[int]
    lower: frozenset[str]
    """Words that the text also writes in lower case."""
    surnames: frozenset[str]
    """Words that follow a first name or a title somewhere in the text."""

    @classmethod
    def of(cls, text: str) -> _Page:
        found = words(text)
        spans = Spans(sentences(text))
        firsts = {start for start, _ in spans}
        lower = frozenset(word.key for word in found if word.text.islower())
        surnames = frozenset(
            after.key
            for before, after in pairwise(found)
            if (before.key in FIRST_NAMES and before.text[:1].isupper())
            and after.text[:1].isupper()
            and text[before.end : after.start] == " "
            and after.key not in PLACE_NOUNS_AFTER
        )
        starts = frozenset(
            at for at, word in enumerate(found) if word.start in firsts or _opens(text, word)
        )
        return cls(text, found, starts, lower, surnames)

    def gap(self, at: int) -> str:
        """Text between word `at` and the next one."""
        if at + 1 >= len(self.words) or at < 0:
            return "\n"
        return self.text[self.words[at].end : self.words[at + 1].start]

    def key(self, at: int) -> str:
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def is_name(self, at: int) -> bool:
        """Tell whether word `at` is written with a capital (or in a script without)."""
        if not 0 <= at < len(self.words):
            return False
        return not self.words[at].text[:1].islower() and not self.words[at].text[:1].isdigit()

    def is_cased(self, at: int, other: int) -> bool:
        """Tell whether two words are both in a script with capitals, or both not."""
        return self.words[at].text[:1].isupper() == self.words[other].text[:1].isupper()


def _opens(text: str, word: Word) -> bool:
    """Tell whether a word stands first behind an opening quotation mark."""
    return text[max(0, word.start - 1) : word.start] in {"“", '"', "‘"}


def _name_at(page: _Page, at: int, gazetteer: Gazetteer) -> int | None:
    """Give the end (exclusive, in words) of the place name that begins at a word."""
    if not page.is_name(at):
        return None
    for end in _ends(page, at, gazetteer):
        key = join_key(word.key for word in page.words[at:end])
        known = gazetteer.by_key(key)
        matches = [match for match in known if _written_so(page, at, end, match)]
        if not matches or not _is_place(page, at, end, matches):
            continue
        # "German" is a town in Mexico too, but hardly ever that, not even in "German city".
        if any(match.role is Role.DEMONYM for match in known) and not _is_led_to(page, at):
            continue
        return end
    return None


def _ends(page: _Page, at: int, gazetteer: Gazetteer) -> Iterator[int]:
    """Yield where gazetteer names that begin at a word end, the longest first."""
    if len(page.key(at)) > _LONGEST_WORD:
        return
    stop = at + 1
    while (
        stop < len(page.words)
        and stop - at < LONGEST_NAME
        and len(page.key(stop)) <= _LONGEST_WORD
        and _WITHIN_NAME.fullmatch(page.gap(stop - 1))
    ):
        stop += 1
    keys = [word.key for word in page.words[at:stop]]
    known = set(gazetteer.prefixes(join_key(keys)))
    for end in range(stop, at, -1):
        key = join_key(keys[: end - at])
        if key in known and _capitals_fit(page, at, end):
            yield end


def _capitals_fit(page: _Page, at: int, end: int) -> bool:
    """Tell whether a run is written as a name: capitals, but for particles and nouns."""
    for index in range(at + 1, end):
        if page.is_name(index) or page.words[index].text.isdigit():
            continue
        key = page.key(index)
        if key not in GENERIC_NOUNS and (key not in NAME_PARTICLES or index == end - 1):
            return False
    return True


def _written_so(page: _Page, at: int, end: int, match: Match) -> bool:
    """Tell whether the text writes the name in the way that its role asks for."""
    if match.role in {Role.DEMONYM, Role.CODE}:
        return False
    if match.role is Role.SHORT:
        written = page.text[page.words[at].start : page.words[end - 1].end]
        if not written.replace(".", "").replace(" ", "").isupper():
            return False
        # "VA" and "IN" are states only behind a comma: "Richmond, VA".
        return match.place.kind == "A.PCLI" or page.gap(at - 1).strip() == ","
    return True


def _is_place(  # noqa: PLR0911  (a ladder of rules)
    page: _Page, at: int, end: int, matches: list[Match]
) -> bool:
    """Let the rules speak for or against a candidate, one after the other."""
    if end - at > 1:
        plain = all(page.key(index) in ORDINARY_WORDS for index in range(at, end))
        small = all(match.place.kind[0] == "P" for match in matches)
        return not _is_person(page, at, end) and not (plain and small)
    key = page.key(at)
    if _is_acronym(page, at):
        return any(match.role is Role.SHORT for match in matches)
    if key in FUNCTION_WORDS or key in CALENDAR_WORDS or len(key) < 3:  # noqa: PLR2004  (shorter ones are mostly not names)
        return any(match.role is Role.SHORT for match in matches)
    if _is_person(page, at, end):
        return False
    if key in ORDINARY_WORDS and not _has_cue(page, at):
        return False
    size = max(_size(match) for match in matches)
    if _in_longer_name(page, at):
        return size >= _LARGE_TOWN and page.key(at + 1) in ORGANISATION_NOUNS
    if at in page.sentence_starts and key in page.lower:
        return False
    return size >= _KNOWN_TOWN or _has_cue(page, at)


def _is_acronym(page: _Page, at: int) -> bool:
    """Tell whether a word in capitals stands alone, as in "SANA said", not in "BEIRUT"."""
    written = page.words[at].text
    if not written.isascii() or not written.isupper() or len(written) > 5:  # noqa: PLR2004  (acronyms are short)
        return False
    return at not in page.sentence_starts or page.gap(at) == " "


def _size(match: Match) -> float:
    """Give how well known a place is by this name, in people."""
    place = match.place
    if place.kind[0] in "ALHT" or place.id.startswith(("dl:", "icao:")):
        return _LARGE_TOWN
    # A town is rarely called by another name than its own.
    return place.population * (1.0 if match.role is Role.PRIMARY else 0.2)


def _is_person(page: _Page, at: int, end: int) -> bool:
    """Tell whether a run is (part of) a person's name."""
    if page.gap(at - 1) in {" ", ". "}:
        before = page.key(at - 1)
        if page.is_name(at - 1) and (before in FIRST_NAMES or before in TITLES):
            return True
    last = page.key(end - 1)
    if last in page.surnames and page.gap(at - 1).strip() != ",":
        return page.key(at - 1) not in {"in", "at", "near"}
    if page.key(at) in FIRST_NAMES and page.gap(end - 1) == " " and page.is_name(end):
        return page.key(end) not in PLACE_NOUNS_AFTER
    follows = page.key(end) if page.gap(end - 1) == " " else ""
    return end - at == 1 and follows in SPEECH_VERBS and page.key(at) in FIRST_NAMES


def _in_longer_name(page: _Page, at: int) -> bool:
    """Tell whether capitalised words stand directly before or behind a word."""
    behind = page.gap(at) == " " and page.is_name(at + 1) and page.is_cased(at + 1, at)
    before = (
        page.gap(at - 1) == " "
        and page.is_name(at - 1)
        and page.is_cased(at - 1, at)
        and at - 1 not in page.sentence_starts
    )
    known = page.key(at + 1) in PLACE_NOUNS_AFTER or page.key(at + 1) in CALENDAR_WORDS
    return (behind and not known) or (before and page.key(at - 1) not in LOCATIVE_WORDS)


def _has_cue(page: _Page, at: int) -> bool:
    """Tell whether the words around say that this is a place."""
    if page.gap(at) == " " and page.key(at + 1) in PLACE_NOUNS_AFTER:
        return True
    return _is_led_to(page, at)


def _is_led_to(page: _Page, at: int) -> bool:
    """Tell whether the words before a word lead to a place: "in", "town of", "shelled"."""
    before = page.key(at - 1) if page.gap(at - 1) == " " else ""
    if before == "of":
        two_before = page.key(at - 2)
        return two_before in PLACE_NOUNS_BEFORE or two_before in LOCATIVE_WORDS
    return before in LOCATIVE_WORDS or before in TARGET_VERBS
