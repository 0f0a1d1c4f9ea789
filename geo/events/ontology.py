"""ACLED's six event types and 25 sub-event types by their exact names, and civil ones.

News of a conflict tells of more than violence: of talks, statements, people who flee, aid
and disasters. They are events of a seventh type of our own. docs/ontology.md defines each
sub-event type. PLOVER's codes stand alongside where they map.

Sources: ACLED Codebook, 2023 edition; Halterman et al., *PLOVER and POLECAT* (2023).
"""

from __future__ import annotations

BATTLES = "Battles"
EXPLOSIONS = "Explosions/Remote violence"
CIVILIANS = "Violence against civilians"
PROTESTS = "Protests"
RIOTS = "Riots"
STRATEGIC = "Strategic developments"
CIVIL = "Diplomacy and relief"

TYPES: dict[str, tuple[str, ...]] = {
    BATTLES: (
        "Government regains territory",
        "Non-state actor overtakes territory",
        "Armed clash",
    ),
    EXPLOSIONS: (
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    ),
    CIVILIANS: ("Sexual violence", "Attack", "Abduction/forced disappearance"),
    PROTESTS: (
        "Excessive force against protesters",
        "Protest with intervention",
        "Peaceful protest",
    ),
    RIOTS: ("Violent demonstration", "Mob violence"),
    STRATEGIC: (
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    ),
}
"""ACLED's sub-event types by its event types."""

CIVIL_TYPES: dict[str, tuple[str, ...]] = {
    CIVIL: ("Talks", "Statement", "Displacement", "Aid", "Disaster")
}
"""Our own sub-event types, of what is no event of ACLED's."""

ALL_TYPES: dict[str, tuple[str, ...]] = TYPES | CIVIL_TYPES
"""Every sub-event type by event type."""

SUB_EVENT_TYPES: dict[str, str] = {sub: kind for kind, subs in ALL_TYPES.items() for sub in subs}
"""Event type by sub-event type, civil ones included."""

ACLED_SUB_TYPES: tuple[str, ...] = tuple(sub for subs in TYPES.values() for sub in subs)
"""ACLED's 25."""

ACLED_OF: dict[str, str] = {"Displacement": "Other"}
"""What ACLED would call a civil sub-type, where it records such events at all."""

VIOLENT: frozenset[str] = frozenset(
    (*TYPES[BATTLES], *TYPES[EXPLOSIONS], *TYPES[CIVILIANS],
     "Excessive force against protesters", "Mob violence")
)  # fmt: skip
"""What ACLED counts as political violence."""

PLOVER: dict[str, tuple[str, str | None]] = {
    "Government regains territory": ("ASSAULT", None),
    "Non-state actor overtakes territory": ("ASSAULT", None),
    "Armed clash": ("ASSAULT", "firearms"),
    "Chemical weapon": ("ASSAULT", "weapons of mass effect"),
    "Air/drone strike": ("ASSAULT", "aerial"),
    "Suicide bomb": ("ASSAULT", "suicide-attack"),
    "Shelling/artillery/missile attack": ("ASSAULT", "heavy-weapons"),
    "Remote explosive/landmine/IED": ("ASSAULT", "explosives"),
    "Grenade": ("ASSAULT", "explosives"),
    "Sexual violence": ("ASSAULT", "sexual"),
    "Attack": ("ASSAULT", None),
    "Abduction/forced disappearance": ("ASSAULT", "abduct"),
    "Excessive force against protesters": ("COERCE", "restrict"),
    "Protest with intervention": ("PROTEST", "demonstrate"),
    "Peaceful protest": ("PROTEST", "demonstrate"),
    "Violent demonstration": ("PROTEST", "riot"),
    "Mob violence": ("PROTEST", "riot"),
    "Agreement": ("AGREE", None),
    "Arrests": ("COERCE", "arrest"),
    "Change to group/activity": ("MOBILIZE", None),
    "Disrupted weapons use": ("COERCE", "seize"),
    "Headquarters or base established": ("MOBILIZE", None),
    "Looting/property destruction": ("COERCE", "seize"),
    "Non-violent transfer of territory": ("RETREAT", None),
    "Talks": ("CONSULT", None),
    "Aid": ("AID", None),
}
"""PLOVER's event type and mode; none for what PLOVER does not code as one event type."""

MENTION = "Mention"
"""The "event type" of a place that a text names without an event there."""

STATUSES = ("reported", "planned", "threatened", "hypothetical", "denied", "historical")
