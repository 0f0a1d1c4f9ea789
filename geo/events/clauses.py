"""Clauses of a sentence: where one happening ends and the next begins.

"Jets bombed Ariha while rebels stormed Talmenes, killing nine" tells of two things and of
what one of them did. No grammar is parsed: a clause begins behind a joint ("while",
"after", "which", ", killing", ", and rebels stormed") if something stands on both sides of
it that tells of a deed, a verb or a word that the caller knows to. Quotations stay whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAIN = "main"
"""The link of a clause that opens a sentence or stands for itself."""
RESULT = "result"
"""What came of the clause before: ", killing nine"."""
SUPPOSED = "that"
"""What someone says, wants or fears."""
ATTRIBUTION = "said"
"""Who says it: ", the Observatory said"."""
COORDINATE = "and"
COLON = "colon"
"""Behind a colon: what was meant."""
RELATIVE = "which"

_IRREGULAR = listed(
    """
    was were is are has have had been did said says told fell struck hit shot took taken killed
    fought began broke brought burnt came cut drove fled flew found gave given went held kept left
    lost made met put ran rose saw seen sent set stood threw withdrew won wrote blew hurt died led
    overran retook forced shelled laid fired sought will would could may might must can became lay
    spread stole swept torn wounded pulled remain remains continue continues
    shut spoke sat rode hid split burst dealt bought sold heard built spent slept felt
    wore woke rang sank swam shook froze grew knew drew dug paid thought caught
    """
)
_NO_VERBS = frozenset({"armed", "shed"})
_NO_STEMS = ("hundred", "unarmed", "indeed", "need", "speed", "seed", "feed")
"""What ends like a participle and is none."""
_WORD = re.compile(r"\w+")
_OPENING = re.compile(
    r",?\s*(?:and|but|then|yet|so)\s+(?:(?:then|later|also|[a-z]+ly)\s+)?(?P<word>\w+)"
)
_JOINT = re.compile(
    # The first line alone tells of most characters that no joint begins there.
    r"(?=[\s,;:])(?:(?P<main>;\s+|\s+[—–]\s+)|(?P<colon>:\s+)"
    r"|,?\s+(?:(?:but\s+)?(?P<time>while|whilst|after|before|when|whereas|because|although|though"
    r"|until|once|following|amid|during|despite|without"
    r"|as(?!\s+(?:well|many|much|part|a\b|an\b|of\b|to\b|far|such|few|little|if|one\b|its\b"
    r"|their\b|head|leader)))"
    r"|(?P<which>which|who|whose|whom|where)"
    r"|(?P<that>that|if|unless|whether)"
    r"|(?P<said>according\s+to)"
    r"|(?P<and>and|but|then|yet|so))\s+"
    r"|,\s+(?:(?:also\s+|thereby\s+|reportedly\s+)?(?P<result>(?!according|including|during"
    r"|following|everything|evening|morning|nothing|something|being)[a-z]{2,}ing)\s+"
    r"|(?P<comma>)))",
)
_SAYS = re.compile(
    r"(?:[^,;]{1,90}?\s)?(?:said|says|told\s+\w+|reported|announced|added|claimed|wrote|confirmed"
    r"|stated)(?:\s+(?:on|late|early|in|to|by)\b[^,;]{0,40}|\s+\w+day)?[\s,.]*$"
)
_QUOTED = re.compile(r"“[^”]{0,1500}”|\"[^\"]{0,1500}\"|«[^»]{0,1500}»")
_NEAR = 60
"""How many characters behind "and" its verb may stand: "and three of their men were hurt"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence; offsets are the sentence's."""

    start: int
    end: int
    link: str = MAIN
    """How it joins what stands before: one of this module's links, or the joining word."""

    def holds(self, at: int) -> bool:
        """Tell whether a character stands in it."""
        return self.start <= at < self.end


def clauses(sentence: str, heads: Sequence[int] = ()) -> list[Clause]:
    """Split a sentence into clauses.

    Parameters
    ----------
    sentence : str
    heads : sequence of int, optional
        Where words stand that tell of something without a verb: "after the air strike".

    Returns
    -------
    list of Clause
        In order; they cover the sentence, each with the joint that opens it.
    """
    verbs = [word.start() for word in _WORD.finditer(sentence) if _is_verb(word.group())]
    marks = sorted({*heads, *verbs})
    quoted = [match.span() for match in _QUOTED.finditer(sentence)]
    found: list[Clause] = []
    start, link = 0, MAIN
    for at, end, word in _joints(sentence):
        if any(left < at < right for left, right in quoted):
            continue
        if not _any(marks, start, at) or not _opens(sentence, marks, end, word):
            continue
        found.append(Clause(start, at, link))
        start, link = at, word
    found.append(Clause(start, len(sentence), link))
    return [_attributed(sentence, clause) for clause in found]


def tells(text: str) -> bool:
    """Tell whether a stretch of text has a finite verb or a participle."""
    return any(map(_is_verb, _WORD.findall(text)))


def opens_with_verb(clause: str) -> bool:
    """Tell whether a clause has no subject of its own: "and then drove off"."""
    opening = _OPENING.match(clause)
    return opening is not None and _is_verb(opening["word"])


@lru_cache(maxsize=16_384)
def _is_verb(word: str) -> bool:
    """Tell whether a word is, as it is written, a finite verb or a participle."""
    if word in _IRREGULAR:
        return True
    plain = len(word) > len("red") and word.isascii() and word.isalpha() and word.islower()
    return (
        plain and word.endswith("ed") and word not in _NO_VERBS and not word.startswith(_NO_STEMS)
    )


def _joints(sentence: str) -> Iterator[tuple[int, int, str]]:
    """Yield where joints begin and end, and the link that each makes."""
    for match in _JOINT.finditer(sentence):
        kind = match.lastgroup or MAIN
        word = " ".join(match[kind].lower().split())
        # The participle itself belongs to its clause.
        end = match.start(kind) if kind == RESULT else match.end()
        yield match.start(), end, word if kind == "time" else kind


def _opens(sentence: str, marks: Sequence[int], end: int, link: str) -> bool:
    """Tell whether a clause stands behind a joint."""
    if link == RESULT:
        return True
    if link in {COORDINATE, "comma"}:
        # "Idlib and Hama", "Idlib, Hama": a verb must come before the next joint.
        limit = min(len(sentence), end + _NEAR)
        stop = next((match.start() for match in _JOINT.finditer(sentence, end, limit)), limit)
        return _any(marks, end, stop) and (
            link != "comma" or _SAYS.match(sentence, end) is not None
        )
    return _any(marks, end, len(sentence)) or link == ATTRIBUTION


def _any(marks: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(marks, start)
    return at < len(marks) and marks[at] < end


def _attributed(sentence: str, clause: Clause) -> Clause:
    """Mark a clause that only says who says it."""
    if clause.link in {MAIN, "comma"} and _SAYS.fullmatch(
        sentence[clause.start : clause.end].lstrip(" ,")
    ):
        return Clause(clause.start, clause.end, ATTRIBUTION)
    return Clause(clause.start, clause.end, MAIN) if clause.link == "comma" else clause
