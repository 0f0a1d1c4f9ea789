"""Words that report a happening, each with the sub-type that its clause speaks for.

The lexicon says which words report something (:mod:`geo.events.lexicon`), the families
around them which kind it was (:mod:`geo.events.evidence`, :mod:`geo.events.deciding`):
the words of the same clause count in full, the rest of the sentence less.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from geo.events.deciding import GENERIC, NONE, best, best_of, model
from geo.events.evidence import Sentence, of_report
from geo.events.families import DEEDS, FIRST
from geo.events.lexicon import Cue, Marks, Words, lexicon
from geo.events.naming import WON
from geo.text import sentences


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words of a sentence that report an event; offsets are in the sentence."""

    start: int
    end: int
    text: str
    sub_event_type: str
    generic: bool = False
    """Says that there was violence, but not of which kind: "killed", "the attack".

    Its sub-type is what the rest of its sentence speaks for.
    """
    bare: bool = False
    """Names a weapon or a state of things rather than something done."""
    strength: float = 1.0
    """How sure the sub-type is, 0 to 1: its share among those that the words may be of.

    Below about 0.5 a generic one says next to nothing of the kind: the report's earlier
    violence is the better guess. Words of a deed of their own stand above 0.8 as a rule;
    below 0.5 they are vague, and so is the sentence.
    """


_PAIRED = {
    "find": ("arms", "grenade", "device", "bomb", "projectile"),
    "establish": ("base",),
    "hit": (
        *("aircraft", "projectile", "armour", "rocket grenade", "grenade"),
        *("target", "base", "denial"),
    ),
    "throw": ("grenade",),
    "fire at": ("projectile", "aircraft", "state", "police", "gunmen", "rebels"),
    "send": ("state", "rebels", "armour"),
    "go": ("state", "rebels", "armour"),
    "land": ("projectile", "rocket grenade", "grenade", "bomb", "chemical"),
    "gather": ("protest",),
    "burn": ("property",),
    "withdraw": (
        "state",
        "rebels",
        "projectile",
        "aircraft",
        "target",
        "base",
        "take",
        "hand over",
    ),
    "move force": (
        *("state", "rebels", "projectile", "aircraft", "arms", "police", "gunmen"),
        *("target", "base", "armour"),
    ),
    "organise": ("state", "rebels"),
    "dismantle": ("device", "bomb"),
    "rob": ("rebels", "gunmen", "state"),
    "pact": ("treaty made",),
    "return home": ("refugees", "civilians", "displace", "people go", "siege", "rebels", "state"),
    "statement": ("diplomacy", "officials", "state", "rebels"),
    "meeting": ("diplomacy", "officials", "rebels"),
    "suppress": ("protest",),
    "let go": ("captives", "abduct", "civilians", "custody", "state", "arrest", "swap"),
    "carry off": (
        *("property", "arms", "aid", "loot", "rebels", "gunmen", "state"),
        *("civilians", "captives"),
    ),
}
"""Families that report something only where one of others stands within a few words."""
_OF_FORCES = frozenset({"move force", "withdraw"})
"""Of these, entries of several words may name the force themselves: "joint drills"."""
_PAIR_REACH = (8, 8)
"""So many words before and behind …"""
_REACHES = {"go": (7, 0), "send": (4, 7), "organise": (12, 8), "land": (10, 3)}
"""… but for these: who goes is told before."""
_WEAPONS = ("aircraft", "projectile", "rocket grenade", "grenade")
_BARE = frozenset(
    ("bomb", "device", "grenade", "projectile", "rocket grenade", "offensive", "chemical", "gather")
)
"""Families of which one word by itself says nothing done."""
_GENERIC = frozenset({"kill", "wound", "violence", "struck", "maimed"})
_CROWD = (
    "Excessive force against protesters",
    "Violent demonstration",
    "Protest with intervention",
    "Peaceful protest",
)
"""What one clause says of a protest is one of these: the first that any of its words says."""
_JOINS = frozenset(("and", "with", "then", "but"))
_STOPS = frozenset(";:()—–")
_ELSEWHERE = 0.35
"""What the rest of the sentence counts beside the clause …"""
_ELSEWHERE_WITH_DOER = 0.15
"""… that names who acts …"""
_ELSEWHERE_GENERIC = 0.7
"""… and where the clause says only that people were harmed."""
_HANDICAP = 0.7
"""How much less a deed's words need than a whole report to count as an event."""
_HANDICAP_GENERIC = 2.0
"""The same for words of harm: that someone died is nearly always of interest."""
_DIED = frozenset(("died", "die", "perished"))
_PHRASE = 2
"""Longer entries of ground that changes hands need nothing beside them."""
_ACTORS = frozenset({"state", "police", "rebels", "gunmen", "aircraft", "projectile"})


@lru_cache(maxsize=64)
def _read(text: str) -> Sentence | None:
    """Read a sentence, unless a look at its words shows that it has no trigger."""
    words = Words.of(text)
    return None if _says_nothing(words) else Sentence.of(words)


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
    if read is None:
        return []
    found: list[Trigger] = []
    for clause in _clauses(read):
        done = found[-1].end if found else 0
        found += [trigger for trigger in _of_clause(read, clause) if trigger.start >= done]
    return found


@cache
def _marks() -> tuple[Marks, Marks, Marks]:
    """Give the marks of deeds, of what is a deed beside others, and of those others."""
    known = lexicon()
    beside = {family for some in _PAIRED.values() for family in some}
    return known.marks_of(DEEDS, *WON), known.marks_of(_PAIRED), known.marks_of(beside)


def _says_nothing(words: Words) -> bool:
    """Tell quickly of most sentences without a trigger that they have none."""
    keys = set(words.keys)
    deeds, halves, others = _marks()
    return not (
        deeds.may_stand_in(keys) or (halves.may_stand_in(keys) and others.may_stand_in(keys))
    )


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
    features = of_report(Sentence.of(Words.of(text[start:end])) for start, end in spans)
    name, share = best(model().scores(features))
    return (None if name == NONE else name), share


def _clauses(read: Sentence) -> list[range]:
    """Cut a sentence into clauses that tell of something each, as ranges of words."""
    told = [cue.first for cue in read.cues if cue.family in DEEDS or cue.family in _PAIRED]
    if not told:
        return []
    cuts = [0]
    keys, links = read.words.keys, lexicon().classes["links"]
    fronts = lexicon().classes["fronts"]
    for at, key in enumerate(keys):
        linked = key in links or key in _STOPS
        if key == "before" and not fronts.isdisjoint(keys[at + 1 : at + 3]):
            linked = False
        if key == "," and at + 1 < len(keys):
            linked = keys[at + 1] in _JOINS
        if linked and at > cuts[-1]:
            cuts.append(at)
    cuts.append(len(keys))
    clauses = (range(first, stop) for first, stop in pairwise(cuts))
    return [
        each for each in clauses if bisect_left(told, each.start) < bisect_left(told, each.stop)
    ]


def _of_clause(read: Sentence, clause: range) -> list[Trigger]:
    cues = read.cues_of(clause)
    telling = _telling(read, cues)
    if not telling:
        return []
    own, known = read.features(clause), model()
    scores = known.scores(own).tolist()
    rest = _elsewhere(read, clause, own)
    acted = any(cue.family in _ACTORS for cue in cues)
    found: list[Trigger] = []
    harmed = lexicon().classes["harmed"]
    for cue in telling:
        generic = cue.family in GENERIC
        among = known.allowed[cue.family]
        first = known.of(f"{FIRST}{cue.family}")
        share = _ELSEWHERE_GENERIC if generic else _ELSEWHERE
        share = _ELSEWHERE_WITH_DOER if acted else share
        if rest is None:
            each = [scores[at] + first[at] for at in among]
        else:
            each = [scores[at] + first[at] + rest[at] * share for at in among]
        hurt = generic and (
            cue.size > 1 or read.words.keys[cue.first] in harmed or _people_died(read, cue)
        )
        each[-1] -= _HANDICAP_GENERIC if hurt else _HANDICAP
        name, strength = best_of(among, each)
        if name != NONE:
            found.append(_trigger(read, cue, name, strength))
    return _agreed(found)


def _people_died(read: Sentence, cue: Cue) -> bool:
    """Tell whether a count of people died: "Five people died in the town"."""
    keys, at = read.words.keys, cue.first
    if not at or keys[at] not in _DIED or keys[at - 1] not in lexicon().classes["persons"]:
        return False
    return any(
        key.isdigit() or key in lexicon().classes["some"] for key in keys[max(0, at - 3) : at - 1]
    )


def _elsewhere(read: Sentence, clause: range, own: dict[str, float]) -> list[float] | None:
    """Give what a sentence says that one of its clauses does not, in scores."""
    if len(read.cues_of(clause)) == len(read.cues):
        return None
    whole = read.whole
    more = {name: value for name, value in whole.items() if name not in own}
    if not more:
        return None
    found: list[float] = (model().scores(more) - model().weights[-1]).tolist()
    return found


def _trigger(read: Sentence, cue: Cue, name: str, strength: float) -> Trigger:
    spans = read.words.spans
    start, end = spans[cue.first][0], spans[cue.last][1]
    text = read.text[start:end]
    plain, classes = text.lower(), lexicon().classes
    if cue.family == "hit":
        generic = not _beside(read, cue, _WEAPONS)
    else:
        generic = cue.family in _GENERIC or plain in classes["generic"]
    return Trigger(
        start,
        end,
        text,
        name,
        generic=generic,
        bare=(cue.size == 1 and cue.family in _BARE) or plain in classes["bare"],
        strength=round(strength, 3),
    )


def _telling(read: Sentence, cues: list[Cue]) -> list[Cue]:
    """Give the cues that may report something, of overlapping ones the best alone."""
    kept: list[Cue] = []
    for cue in cues:
        if cue.first in read.topics or read.describes(cue) or not _reports(read, cue):
            continue
        if kept and cue.first <= kept[-1].last:
            if _worth(read, cue) > _worth(read, kept[-1]):
                kept[-1] = cue
            continue
        kept.append(cue)
    return kept


def _worth(read: Sentence, cue: Cue) -> tuple[bool, bool, bool, int]:
    found = cue.family == "find" and cue.first in read.finds
    specific = cue.family in DEEDS and cue.family not in GENERIC
    return (found, specific, cue.family not in _BARE, cue.size)


def _reports(read: Sentence, cue: Cue) -> bool:
    if cue.family in {"take", "retake", "move in"}:
        # "Is back in the hands of …" says so itself.
        return cue.size > _PHRASE or read.gains_ground(cue)
    others = _PAIRED.get(cue.family)
    if others is None:
        return cue.family in DEEDS
    if cue.size > 1 and cue.family in _OF_FORCES:
        own = read.words.keys[cue.first : cue.last + 1]
        if not lexicon().classes["martial"].isdisjoint(own):
            return True
    return _beside(read, cue, others)


def _beside(read: Sentence, cue: Cue, families: tuple[str, ...]) -> bool:
    """Tell whether one of some families stands within a few words."""
    before, behind = _REACHES.get(cue.family, _PAIR_REACH)
    near = read.cues_of(range(cue.first - before, cue.last + behind + 1))
    return any(other.family in families for other in near)


def _agreed(found: list[Trigger]) -> list[Trigger]:
    """Let the words of a clause agree on what a protest was; drop needless bare ones."""
    said = {trigger.sub_event_type for trigger in found}
    crowd = next((name for name in _CROWD if name in said), None)
    if crowd is not None:
        found = [
            replace(each, sub_event_type=crowd) if each.sub_event_type in _CROWD else each
            for each in found
        ]
    done = {trigger.sub_event_type for trigger in found if not trigger.bare}
    return [trigger for trigger in found if not (trigger.bare and trigger.sub_event_type in done)]
