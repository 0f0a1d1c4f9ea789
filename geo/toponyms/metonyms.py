"""Names of states and capitals that mean those who govern there: "Ankara said"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from geo.gazetteer import Bearers, Role, Sort, among
from geo.text import APOSTROPHES, listed
from geo.toponyms import lists
from geo.toponyms.page import BEYOND

if TYPE_CHECKING:
    from geo.toponyms.page import Candidate, Page

_MAY_ACT = among(Sort.COUNTRY, Sort.CAPITAL, Sort.CONTINENT)
_BODIES = frozenset({"eu", "european union", "kremlin", "white house", "pentagon"})
_LONGEST_AUXILIARY = 3
_AUXILIARIES = listed(
    """
    has have had is was are were will would may might could can should must also again later
    earlier then already since repeatedly however meanwhile itself never now not long
    """
)
_LED_TO = listed(
    """
    in at near from of outside inside around across into toward towards over through throughout
    within via on off leaving entering reached reaching
    """
)
_ADDRESSED = listed(
    """
    accused accuses accusing urged urges urging told asked warned blamed blames thanked criticised
    criticized called condemned pressed pressured persuaded convinced informed
    """
)
_BACKED = listed(
    """
    backed supported led sponsored funded brokered armed mediated hosted convened appointed
    imposed proposed condemned sanctioned recognised recognized denied rejected welcomed ordered
    announced agreed
    """
)
_ARMS = listed(
    """
    forces troops army soldiers military navy jets warplanes aircraft planes gunners brigades
    government ministers minister president premier chancellor envoy envoys ambassador ambassadors
    diplomats spokesman spokeswoman parliament rulers leaders leader allies
    """
)
"""What acts for a state: "Kyiv's forces"."""
_LONGEST_ARM = 4
_DEALINGS = listed(
    """
    talks relations ties deal deals agreement agreements cooperation alliance negotiations
    dialogue contacts tensions rapprochement dispute standoff accord pact understanding
    coordination consultations summit
    """
)


def is_metonym(page: Page, candidate: Candidate) -> bool:
    """Tell whether a name stands for a government rather than for where it is.

    It does as the subject of a verb of saying or deciding ("Damascus has rejected"), as
    one who is addressed ("accused Ankara of"), and as a party ("talks between Moscow and
    Tehran", "backed by Iran"). A name behind a preposition of place does not.
    """
    if not _may_act(candidate.bearers):
        return False
    before = _key(page, candidate.first - 1)
    if before in _LED_TO:
        return False
    if before == "the":
        before = _key(page, candidate.first - 2)
    if before in _ADDRESSED or (before == "by" and _key(page, candidate.first - 2) in _BACKED):
        return True
    return (
        _is_party(page, candidate, before)
        or _acts(page, _subject_ends(page, candidate.stop))
        or (_names_capital(candidate.bearers) and _owns_arms(page, candidate.stop))
    )


@lru_cache(maxsize=20_000)
def _may_act(bearers: Bearers) -> bool:
    acting = _MAY_ACT[bearers.sorts] & (bearers.roles != Role.DEMONYM)
    return bool(acting.any()) or bearers.key in _BODIES


def _names_capital(bearers: Bearers) -> bool:
    return bool((bearers.sorts == Sort.CAPITAL).any())


def _key(page: Page, at: int) -> str:
    """Give a word, as long as nothing but a space leads to the next one."""
    known = 0 <= at < len(page.words) and page.gap(at) in {" ", "\n"}
    return page.words[at].key if known else ""


def _subject_ends(page: Page, at: int) -> int:
    """Give the word at which it is told what a name does, behind "and Paris" and ", which"."""
    if _key(page, at) == "and" and page.gap(at - 1) == " ":
        named = [word.text[0].isupper() for word in page.words[at + 1 : at + 3]]
        behind = named.index(False) if False in named else len(named)
        return at + 1 + behind if behind else at
    which = page.gap(at - 1) == ", " and _key(page, at) in {"which", "who"}
    return at + 1 if which else at


def _owns_arms(page: Page, at: int) -> bool:
    """Tell whether a name owns what acts for a state: "Kyiv's forces", "Moscow's new envoy"."""
    if _key(page, at) != "s" or page.gap(at - 1) not in APOSTROPHES:
        return False
    for behind in range(at + 1, at + _LONGEST_ARM):
        key = _key(page, behind - 1) and page.words[behind : behind + 1]
        if not key:
            return False
        if key[0].key in _ARMS:
            return True
    return False


def _acts(page: Page, at: int) -> bool:
    """Tell whether the words from one on say that somebody says or decides something."""
    if page.gap(at - 1) not in {" ", ", "}:
        return False
    acting = lists.bit("speech-verbs") | lists.bit("agent-verbs")
    for word in page.words[at : at + _LONGEST_AUXILIARY]:
        if page.bits[BEYOND + at] & acting and not word.text[0].isupper():
            # "Ankara, accused of …" is no subject.
            return page.gap(at - 1) == " "
        if word.key not in _AUXILIARIES and not word.key.endswith("ly"):
            return False
        at += 1
    return False


def _is_party(page: Page, candidate: Candidate, before: str) -> bool:
    """Tell whether a name is one of those who deal with each other."""
    if before == "with":
        return _key(page, candidate.first - 2) in _DEALINGS
    at = candidate.first - 2 if before == "and" else candidate.first - 1
    for _ in range(4):
        word = _key(page, at)
        if word == "between":
            return _key(page, at - 1) in _DEALINGS
        at -= 1
    return False
