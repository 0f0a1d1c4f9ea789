"""Words of harm, and where each has those whom it befell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.events.clause import BACK
from geo.events.enumerations import Listed, objects
from geo.events.function_words import (
    ADVERBS,
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
)
from geo.events.groups import begins, parse
from geo.events.harm import (
    BASE,
    BEFELL,
    BURIERS,
    CASUALTY,
    DEEDS,
    DOING,
    DONE,
    FIGHTERS,
    FIGHTS,
    HARM,
    INJURED,
    KILLED,
    LIMBS,
    PHRASES,
    STATE,
    SUFFER,
    TREATMENT,
    Harm,
)
from geo.events.names import PEOPLE
from geo.events.nouns import deed, tried
from geo.events.quantity import Count
from geo.text import listed

if TYPE_CHECKING:
    from geo.events.clause import Clause

_UNDONE = frozenset({"not", "never", "nearly", "almost", "narrowly", "didn’t", "didn't", "wasn't",
                     "wasn’t", "weren't", "weren’t", "barely"})  # fmt: skip
_STATE_VERBS = frozenset({"shot", "shooting", "stabbed", "beaten", "found", "stabbing", "beating",
                          "hacked", "burned", "burnt", "trampled", "crushed", "stoned", "beat",
                          "took", "stoning", "clubbed", "starved", "bled", "froze"})  # fmt: skip
"""What stands before "dead" and "to death" where the harmed come behind."""


_INTRANSITIVE = frozenset({"die", "perish"})
_FALLEN = frozenset({"", ".", ",", ";", "and", "defending", "fighting", "during", "while", "there",
                     "storming", "holding", "before", "dead", "outside"})  # fmt: skip
"""Behind "fell" they say that somebody died."""
_AMID = 5
"""So many words at most stand between "fell in" and "ambush"."""
_ASTRAY = frozenset({"in", "for", "without", "to", "on", "their", "after"})
"""Behind "were lost" they tell of people who only lost their way, or of contests."""


def unusual(clause: Clause, at: int) -> tuple[Harm, int] | None:
    """Give a harm that only the words around it make one: "fell", "were lost", "buried"."""
    read = _UNUSUAL.get(clause.words[at].low)
    return read(clause, at) if read else None


def _fell(clause: Clause, at: int) -> tuple[Harm, int] | None:
    follow = clause.low(at + 1)
    among = follow in {"in", "on", "at", "near", "to"} and any(
        clause.low(n) in FIGHTS for n in range(at + 2, at + 2 + _AMID)
    )
    if not among and follow not in _FALLEN:
        return None
    return Harm(KILLED, BEFELL, strict=True, fighters=True), 1


def _lost(clause: Clause, at: int) -> tuple[Harm, int] | None:
    """Read "were lost" and "lost a foot"."""
    if clause.low(at - 1) in BE and clause.low(at) == "lost":
        astray = clause.low(at + 1) in _ASTRAY and clause.low(at + 2) != "sea"
        return None if astray else (Harm(KILLED, BEFELL, strict=True), 1)
    for end in range(at + 1, at + 4):
        if clause.low(end) in LIMBS:
            return Harm(INJURED, BEFELL, strict=True), end + 1 - at
    return None


def _neutralised(clause: Clause, at: int) -> tuple[Harm, int] | None:
    voice = DOING if clause.low(at).endswith("ing") else DONE
    if clause.low(at + 1) == "from":
        return None
    return Harm(KILLED, voice, strict=True, fighters=True), 1


def _buried(clause: Clause, at: int) -> tuple[Harm, int] | None:
    """Read "an avalanche buried nine", "nine were buried under rubble"; no funeral."""
    near = (*range(max(at - BACK, 0), at), *range(at + 1, at + _AMID))
    if clause.low(at + 1) != "alive" and not any(clause.low(n) in BURIERS for n in near):
        return None
    voice = DOING if clause.low(at).endswith("ing") else DONE
    return Harm(KILLED, voice, strict=True), 1


def _needed(clause: Clause, at: int) -> tuple[Harm, int] | None:
    for end in range(at + 1, at + 4):
        if clause.low(end) in TREATMENT:
            return Harm(INJURED, BEFELL, strict=True), end + 1 - at
    return None


def _harmed(clause: Clause, at: int) -> tuple[Harm, int] | None:
    """Read "no one was harmed" and "came to harm": of nobody only."""
    size = 1 if clause.low(at) == "harmed" else 3
    if size > 1 and (clause.low(at + 1), clause.low(at + 2)) != ("to", "harm"):
        return None
    people = clause.before(at, finite=True)
    nobody = people and people[0][0].count == Count(0, 0, 0)
    return (Harm(CASUALTY, BEFELL), size) if nobody else None


_UNUSUAL = {
    "fell": _fell,
    **dict.fromkeys(("lost", "losing", "loses"), _lost),
    **dict.fromkeys(
        listed("neutralised neutralized eliminated liquidated neutralising neutralizing"
              " eliminating liquidating"), _neutralised),
    **dict.fromkeys(listed("buried burying swallowed swallowing engulfed entombed"), _buried),
    **dict.fromkeys(listed("needed required requiring needing"), _needed),
    **dict.fromkeys(("harmed", "came", "come"), _harmed),
}  # fmt: skip
_OPENING = frozenset({*HARM, *SUFFER, "with", *_UNUSUAL, *(phrase[0] for phrase in PHRASES)})
"""No other word begins a word or phrase of harm."""


def read_harm(clause: Clause) -> bool:
    """Take a word of harm and find those whom it befell."""
    if clause.words[clause.at].low not in _OPENING:
        return False
    matched = clause.harm_at(clause.at) or unusual(clause, clause.at)
    if matched is None:
        return False
    harm, size = matched
    start, end = clause.at, clause.at + size
    clause.at = end
    if clause.low(end) == "of" and harm.voice in {DOING, BASE}:
        if clause.low(start) in DEEDS:
            deed(clause, DEEDS[clause.low(start)], end + 1, start)
        return True
    if clause.low(end) == "toll":
        clause.toll, clause.at = (KILLED, start, None), end + 1
        return True
    if _undone(clause, start, end):
        clause.finite()
        return True
    _FRAMES[harm.voice](clause, harm, start, end)
    clause.in_parts = clause.oblique = False
    clause.verb, clause.joined, clause.harm_end = True, "", end
    return True


def _undone(clause: Clause, start: int, end: int) -> bool:
    """Tell whether it did not happen; "did not kill anyone" counts nobody."""
    near = range(start - 1, max(start - 5, -1), -1)
    for back in near:
        low = clause.low(back)
        if low in _UNDONE:
            group = parse(clause.words, end) if end < len(clause.words) else None
            if group is not None and group.word in {"anyone", "anybody"}:
                group.count = Count(0, 0, 0)
                clause.note(_kind_at(clause, start), group, group.end)
                clause.at = group.end
            return True
        if low not in BE and low not in HAVE and low not in DO and low not in ADVERBS:
            break
    if clause.low(start - 1) in {"of", "for"}:
        return False  # "whether a man accused of killing eight …"
    return clause.unreal


def _kind_at(clause: Clause, at: int) -> str:
    matched = clause.harm_at(at)
    return matched[0].kind if matched else KILLED


def _done(clause: Clause, harm: Harm, start: int, end: int) -> None:
    """Take "killed": passive, active or a bare participle."""
    passive = clause.governed(start, strict=True)
    also = (
        clause.low(end) in {"and", "or"} and clause.harm_at(end + 1) if _more(clause, end) else None
    )
    if also and also[0].voice == DONE and not passive and _both(clause, harm, also[0], end):
        return
    listed, after = ([], end) if passive else objects(clause, end)
    if listed:
        clause.harmed(harm.kind, _fit(harm, listed), start, strict=harm.strict)
        clause.at, clause.recent = after, []
        return
    people = clause.before(start)
    if also and {harm.kind, also[0].kind} == {KILLED, INJURED}:
        clause.at = end + 2
        # "100 people were killed and wounded": nobody says how many of them died.
        clause.harmed(CASUALTY, people, -1, verb_end=end + 2)
        return
    clause.harmed(harm.kind, _fit(harm, people), -1, strict=harm.strict, verb_end=end)


def _fit(harm: Harm, listed: Listed) -> Listed:
    """Leave out those of whom the word is not said."""
    if not harm.fighters:
        return listed
    return [(group, joined) for group, joined in listed if group.head in FIGHTERS]


def _more(clause: Clause, end: int) -> bool:
    return end + 1 < len(clause.words)


def _both(clause: Clause, harm: Harm, also: Harm, end: int) -> bool:
    """Read "killed and wounded dozens": the words do not say how many of each."""
    listed, after = objects(clause, end + 2)
    if not listed:
        return False
    kind = CASUALTY if {harm.kind, also.kind} == {KILLED, INJURED} else also.kind
    clause.harmed(kind, listed, -1)
    clause.at, clause.recent = after, []
    return True


def _active(clause: Clause, harm: Harm, start: int, end: int) -> None:
    """Take "killing": whom stands behind it."""
    if clause.low(start - 1) == "for" and tried(clause, start):
        return  # "jailed for killing two nurses"
    joint, also = clause.low(end), clause.harm_at(end + 1) if _more(clause, end) else None
    coordinated = joint in {"and", "or"} and also and also[0].voice == DOING
    if coordinated and also and _both(clause, harm, also[0], end):
        return
    listed, after = objects(clause, end)
    if listed and listed[0][0].head == "themselves":  # "three bombers … killing themselves"
        listed[:1] = [(group, joined) for group, joined in clause.subject if group.quantified]
        start = -1
    clause.harmed(harm.kind, _fit(harm, listed), start, strict=harm.strict)
    if listed:
        clause.at, clause.recent = after, []


def _base(clause: Clause, harm: Harm, start: int, end: int) -> None:
    """Take "kill": a headline's, or the "first soldier to die"."""
    before = clause.low(start - 1)
    if before == "to":
        group = clause.nearest
        if group is not None and group.end == start - 1 and group.nouns_from > group.first + 1:
            clause.harmed(harm.kind, [(group, "")], -1)
    elif before not in MODALS and before not in DO and before not in DETERMINERS:
        if clause.low(start) not in _INTRANSITIVE:
            _active(clause, harm, start, end)
        elif not clause.verb:
            people = clause.before(start, finite=True)
            clause.harmed(harm.kind, people, -1, strict=True, verb_end=end)


def _befell(clause: Clause, harm: Harm, start: int, end: int) -> None:
    """Take "died": whom stands before it."""
    people = _fit(harm, clause.before(start, finite=True))
    clause.harmed(harm.kind, people, -1, strict=harm.strict, verb_end=end)


def _state(clause: Clause, harm: Harm, start: int, end: int) -> None:
    """Take "dead" and "missing", with a verb or without."""
    if clause.low(start) == "whose" and clause.nearest is not None:
        clause.harmed(harm.kind, [(clause.nearest, "")], -1)
        return
    if clause.low(start) == "left":
        _may_live(clause, start)
    if not clause.governed(start, strict=True):
        listed, after = objects(clause, end) if clause.low(start - 1) in _STATE_VERBS else ([], end)
        if listed:  # "shot dead two teachers"
            clause.harmed(harm.kind, listed, start - 1, strict=harm.strict)
            clause.at, clause.recent = after, []
            return
        if not clause.stands_by(start) and clause.low(start - 1) not in _STATE_VERBS:
            return
        if clause.low(start) == "dead" and _other_noun(clause, end):
            return  # "150 dead mullet"
    if clause.low(start) == "dead" and clause.low(end) in {"and", "or"}:
        also = clause.harm_at(end + 1) if _more(clause, end) else None
        if also and also[0].kind == INJURED and not objects(clause, end + 2)[0]:
            clause.at = end + 2  # "3,000 dead and wounded"
            clause.harmed(CASUALTY, clause.before(start), -1, verb_end=end + 2)
            return
    part = harm.kind == INJURED and clause.kind == INJURED and clause.low(start) == "in"
    clause.harmed(harm.kind, clause.before(start), -1, strict=harm.strict, verb_end=end, part=part)


def _may_live(clause: Clause, start: int) -> None:
    """Let "left for dead" leave open whether they lived."""
    for group, _ in clause.before(start):
        if group.count is not None:
            group.count = Count(group.count.best, 0, group.count.high)


def _other_noun(clause: Clause, at: int) -> bool:
    """Tell whether a noun for no people follows a bare number."""
    group = parse(clause.words, at) if at < len(clause.words) and begins(clause.words, at) else None
    bare = clause.nearest is not None and clause.nearest.bare
    return bare and group is not None and not (group.determiner or group.quantified) and (
        group.people != PEOPLE and clause.words[at].text[0].islower()
    )  # fmt: skip


_FRAMES = {DONE: _done, DOING: _active, BASE: _base, BEFELL: _befell, STATE: _state}
