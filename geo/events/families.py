"""What kinds of families there are, and which of them tell something together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

FIRST = "first: "
"""Begins the feature of what a report tells first."""
BESIDE = " × "
"""Stands in the feature of two families of one sentence."""

GROUND = ("take", "retake", "move in", "lose ground")
"""Families of ground that changes hands."""
SIDES = {"state": "state", "police": "state", "rebels": "rebels", "gunmen": "gunmen"}
SUFFERERS = {
    "state": "force", "police": "force", "target": "force", "rebels": "rebels",
    "gunmen": "rebels", "civilians": "civilians", "protest": "protesters",
}  # fmt: skip
HARM = (
    "attack",
    "strike",
    "kill",
    "wound",
    "shooting",
    "murder",
    "storm",
    "hit",
    "fire at",
    "fall upon",
    "struck",
    "maimed",
)
BY_SOMEONE = {
    "attack": "attack",
    "shooting": "attack",
    "murder": "attack",
    "storm": "attack",
    "torture": "attack",
    "fall upon": "attack",
    "abduct": "abduct",
    "fetch": "fetch",
    "bombed": "bombing",
}
"""Deeds that someone does, by what the feature of it calls them."""
BY_CROWDS = ("attack", "loot", "burn", "hit", "storm", "torture", "murder", "clash")
PARTS = frozenset(
    ("treaty made", "organise", "dismantle", "pact", "statement", "meeting", "custody",
     "suppress", "burn", "labour", "find", "send", "establish", "property", "topic mark", "hit",
     "throw", "metaphor", "officials", "target", "base", "gather", "captives", "siege", "crowd",
     "let go", "carry off", "land", "go", "stock", "refugees", "toll", "rob")
)  # fmt: skip
"""Families that mean something only beside another one."""
DEEDS = frozenset(
    ("air strike", "bombed", "bomb", "device", "explosion", "suicide bomb", "grenade",
     "chemical", "shelling", "projectile", "shooting", "murder", "torture", "kill", "wound",
     "attack", "strike", "storm", "clash", "offensive", "abduct", "sexual violence", "protest",
     "riot", "mob", "disperse", "break up", "live fire", "take", "retake", "lose ground",
     "withdraw", "evacuate", "hand over", "move force", "regroup", "treaty", "swap", "surrender",
     "breach", "defuse", "intercept", "foil", "loot", "arrest", "coup deed", "mass grave",
     "displace", "return home", "disaster", "accident", "diplomatic step", "talks", "denial",
     "claim", "aid", "missile test", "struck", "plane downed", "fall upon", "run down", "move in",
     "blown up", "maimed", "appeal", "confer", "agree to", "escape", "people go", "fetch",
     "rebel held", "state held", "order", "lay down arms", "base made", "haul")
)  # fmt: skip
"""Families that report something by themselves."""


class Near(NamedTuple):
    """A feature of two families that stand near each other."""

    name: str
    others: tuple[str, ...]
    reach: int
    """How many words apart they may be."""


@dataclass(frozen=True, slots=True)
class Relations:
    """Which families tell something together."""

    near: dict[str, tuple[Near, ...]]
    """By the first of the two families."""
    beside: dict[str, dict[str, str]]
    """The feature of two families of one sentence, by the first and the second."""

    def involved(self, feature: str) -> tuple[str, ...]:
        """Give the families that a feature tells of."""
        if feature.startswith(FIRST):
            return (feature.removeprefix(FIRST),)
        if BESIDE in feature:
            return tuple(feature.split(BESIDE))
        found = [
            family
            for one, each in self.near.items()
            for near in each
            if near.name == feature
            for family in (one, *near.others)
        ]
        return tuple(found) or (feature.partition(": ")[0],)


@cache
def relations() -> Relations:
    """Read the relations, once a process."""
    near: dict[str, tuple[Near, ...]] = {}
    beside: dict[str, dict[str, str]] = {}
    path = files("geo.events") / "words" / "relations.txt"
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        if BESIDE in line:
            one, _, others = line.partition(BESIDE)
            named = {other: f"{one}{BESIDE}{other}" for other in others.split(", ")}
            beside.setdefault(one, {}).update(named)
            continue
        name, _, rest = line.partition(": ")
        pair, _, reach = rest.partition("; ")
        ones, _, others = pair.partition(" + ")
        relation = Near(name, tuple(others.split(", ")), int(reach))
        for one in ones.split(", "):
            near[one] = (*near.get(one, ()), relation)
    return Relations(near, beside)
