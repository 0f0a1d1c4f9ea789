"""Words that report a happening, each with the sub-type that its clause speaks for.

The lexicon says which words report something (:mod:`geo.events.lexicon`), the families
around them which kind it was (:mod:`geo.events.evidence`, :mod:`geo.events.deciding`):
the words of the same clause count in full, the rest of the sentence less.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.events.deciding import GENERIC, NONE, model
from geo.events.evidence import DEEDS, Sentence, merged, of_report
from geo.events.lexicon import Cue
from geo.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words of a sentence that report an event; offsets are in the sentence."""

    start: int
    end: int
    text: str
    sub_event_type: str
    generic: bool = False
    """Says that there was violence, but not of which kind: "killed", "the attack"."""
    bare: bool = False
    """Names a weapon or a state of things rather than something done."""
    strength: float = 1.0
    """How sure the sub-type is, 0 to 1."""


_PAIRED = {
    "find": ("arms", "grenade", "device", "bomb", "projectile"),
    "establish": ("base",),
    "hit": ("aircraft", "projectile", "rocket grenade", "grenade"),
    "throw": ("grenade",),
    "fire at": ("projectile", "aircraft", "state", "police", "gunmen", "rebels"),
    "send": ("state", "rebels"),
    "gather": ("protest",),
}
"""Families that report something where one of others stands within a few words."""
_PAIR_REACH = 8
_BARE = frozenset({"bomb", "device", "grenade", "projectile", "rocket grenade", "offensive", "chemical"})
_BARE_WORDS = frozenset(
    "battle battles fighting combat war frontline frontlines attacker attackers assailant assailants"
    " explosion explosions casualties bomb bombs unrest violence".split()
)  # fmt: skip
_GENERIC_WORDS = frozenset(
    "strike strikes struck hit raid raids".split()
)  # fmt: skip
_LINKS = frozenset(
    "while whereas but although though when after before as until because which where".split()
)
_STOPS = frozenset(";:()—–")
_ELSEWHERE = 0.35
"""What the rest of the sentence counts beside the clause …"""
_ELSEWHERE_WITH_DOER = 0.15
"""… that names who acts …"""
_ELSEWHERE_GENERIC = 0.7
"""… and where the clause says only that people were harmed."""
_HANDICAP = 0.7
"""How much less a deed's words need than a whole report to count as an event."""
_ACTORS = frozenset({"state", "police", "rebels", "gunmen", "aircraft", "projectile"})


@lru_cache(maxsize=64)
def _read(text: str) -> Sentence:
    return Sentence.of(text)


def triggers(sentence: str) -> list[Trigger]:
    """Find the words of a sentence that report a happening.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    list of Trigger
        In the order of the text; they never overlap. Civil happenings, such as talks and
        earthquakes, are among them.
    """
    read = _read(sentence)
    found = []
    for clause in _clauses(read):
        found += _of_clause(read, clause)
    return found


def settle(clause: str, sentence: str) -> tuple[str | None, float]:
    """Say which sub-type a clause speaks for, in the light of its sentence.

    Parameters
    ----------
    clause : str
    sentence : str
        The whole of what the clause stands in.

    Returns
    -------
    tuple of (str or None, float)
        The sub-type, None for no event, and how sure that is, 0 to 1.
    """
    features = merged(
        [(_read(clause).features(), 1.0), (_read(sentence).features(), _ELSEWHERE)]
    )
    name, share = model().best(features)
    return (None if name == NONE else name), share


def classify(text: str) -> str | None:
    """Name the one sub-type that a short report is chiefly about.

    Parameters
    ----------
    text : str
        A few sentences.

    Returns
    -------
    str or None
        None where nothing happens that the ontology knows.
    """
    return ranked(text)[0]


def ranked(text: str) -> tuple[str | None, float]:
    """Name the sub-type of a short report, and say how sure it is, 0 to 1."""
    spans = sentences(text)
    name, share = model().best(of_report(Sentence.of(text[start:end]) for start, end in spans))
    return (None if name == NONE else name), share


def _clauses(read: Sentence) -> list[range]:
    """Cut a sentence into clauses that tell of something each, as ranges of words."""
    told = sorted({cue.first for cue in read.cues if cue.family in DEEDS or cue.family in _PAIRED})
    if not told:
        return []
    cuts = [0]
    for at, word in enumerate(read.words):
        linked = word.key in _LINKS or word.key in _STOPS
        if word.key == "," and at + 1 < len(read.words):
            linked = read.words[at + 1].key in {"and", "with", "then", "but"}
        if linked and at > cuts[-1]:
            cuts.append(at)
    cuts.append(len(read.words))
    clauses = [range(a, b) for a, b in zip(cuts, cuts[1:], strict=False)]
    kept: list[range] = []
    for clause in clauses:
        if any(clause.start <= at < clause.stop for at in told):
            kept.append(clause)
    return kept


def _of_clause(read: Sentence, clause: range) -> list[Trigger]:
    cues = [cue for cue in read.cues if clause.start <= cue.first < clause.stop]
    telling = list(_telling(read, cues))
    if not telling:
        return []
    own = read.features(clause)
    whole = read.features()
    acted = any(cue.family in _ACTORS for cue in cues)
    found: list[Trigger] = []
    for cue in telling:
        generic = cue.family in GENERIC
        share = _ELSEWHERE_WITH_DOER if acted else _ELSEWHERE_GENERIC if generic else _ELSEWHERE
        features = merged([(own, 1.0), (whole, share)])
        features[f"first: {cue.family}"] = 1.0
        among = model().allowed.get(cue.family, frozenset())
        name, strength = model().best(features, among, handicap=_HANDICAP)
        if name == NONE:
            continue
        start, end = read.words[cue.first].start, read.words[cue.last].end
        text = read.text[start:end]
        found.append(
            Trigger(
                start,
                end,
                text,
                name,
                generic=generic,
                bare=_is_bare(cue, text),
                strength=round(strength, 3),
            )
        )
    return _merged(found)


def _telling(read: Sentence, cues: list[Cue]) -> Iterator[Cue]:
    """Yield the cues that report something, one where several overlap."""
    taken = -1
    for cue in _by_worth(read, cues):
        if cue.first > taken:
            yield cue
            taken = cue.last


def _by_worth(read: Sentence, cues: list[Cue]) -> list[Cue]:
    """Give the cues that may report something, of overlapping ones the best alone."""
    kept: list[Cue] = []
    for cue in cues:
        if cue.first in read.topics or read.describes(cue) or not _reports(cue, cues):
            continue
        if kept and cue.first <= kept[-1].last:
            if _worth(read, cue) > _worth(read, kept[-1]):
                kept[-1] = cue
            continue
        kept.append(cue)
    return kept


def _worth(read: Sentence, cue: Cue) -> tuple[bool, bool, int]:
    found = cue.family == "find" and cue.first in read.finds
    return (found, cue.family in DEEDS and cue.family not in GENERIC, cue.size)


def _reports(cue: Cue, cues: list[Cue]) -> bool:
    if cue.family in DEEDS:
        return True
    others = _PAIRED.get(cue.family, ())
    return any(
        other.family in others
        and other.first <= cue.last + _PAIR_REACH
        and cue.first <= other.last + _PAIR_REACH
        for other in cues
    )


def _is_bare(cue: Cue, text: str) -> bool:
    return (cue.size == 1 and cue.family in _BARE) or text.lower() in _BARE_WORDS


def _merged(found: list[Trigger]) -> list[Trigger]:
    """Drop a bare weapon beside the deed that it was used for."""
    done = {trigger.sub_event_type for trigger in found if not trigger.bare}
    return [
        trigger for trigger in found if not (trigger.bare and trigger.sub_event_type in done)
    ]
