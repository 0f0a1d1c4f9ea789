"""What an actor is, and those known by name: armies, groups, bodies, states."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

STATE = "state"
ARMY = "army"
REBELS = "rebel group"
JIHADISTS = "jihadist group"
MILITIA = "militia"
POLITICAL = "political body"
SECURITY = "security service"
INTERNATIONAL = "international organisation"
HUMANITARIAN = "humanitarian organisation"
MONITOR = "monitor"
CRIMINAL = "criminal group"
PROTESTERS = "protesters"
CIVILIANS = "civilians"
UNIDENTIFIED = "unidentified"
KINDS = (
    STATE, ARMY, REBELS, JIHADISTS, MILITIA, POLITICAL, SECURITY, INTERNATIONAL, HUMANITARIAN,
    MONITOR, CRIMINAL, PROTESTERS, CIVILIANS, UNIDENTIFIED,
)  # fmt: skip
"""All kinds of actor. A monitor only watches and reports: it never acts or suffers."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention of one that may act or suffer."""

    start: int
    """In code points of the sentence."""
    end: int
    """Exclusive."""
    text: str
    """As written, without article or possessive."""
    name: str
    """Of a known one the name it goes by here; else the words with a capital."""
    kind: str
    """One of :data:`KINDS`."""


@dataclass(frozen=True, slots=True)
class Known:
    """An actor of the list."""

    name: str
    """The one it goes by here."""
    aliases: tuple[str, ...]
    """Other names, without an article."""
    kind: str
    """One of :data:`KINDS`."""
    side: str
    """Its country, patron or alliance; empty for a state."""
    first: int
    """Year."""
    last: int | None
    """Year; None while it goes on."""
    adjectives: tuple[str, ...]
    """Of a state: "Turkish"."""


@cache
def roster() -> tuple[Known, ...]:
    """Give all actors of ``roster.tsv``, read at the first call."""
    text = (files("geo.events.actors") / "roster.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(_known(line.split("\t")) for line in lines[1:])


def _known(cells: list[str]) -> Known:
    name, aliases, kind, side, first, last, adjectives = cells
    return Known(
        name,
        tuple(aliases.split("|")) if aliases else (),
        kind,
        side,
        int(first),
        int(last) if last else None,
        tuple(adjectives.split("|")) if adjectives else (),
    )
