"""Names of states and capitals that mean those who govern there: "Ankara said"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from geo.gazetteer import Bearers, Role, Sort, among
from geo.text import listed
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
_BACKED = listed("backed supported led sponsored funded brokered armed mediated hosted")
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
    return _is_party(page, candidate, before) or _acts(page, candidate.stop)


@lru_cache(maxsize=20_000)
def _may_act(bearers: Bearers) -> bool:
    acting = _MAY_ACT[bearers.sorts] & (bearers.roles != Role.DEMONYM)
    return bool(acting.any()) or bearers.key in _BODIES


def _key(page: Page, at: int) -> str:
    """Give a word, as long as nothing but a space leads to the next one."""
    return page.words[at].key if at >= 0 and page.gap(at) in {" ", "\n"} else ""


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
