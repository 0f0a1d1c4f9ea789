"""CAMEO event codes, as GDELT uses them, in ACLED's types.

CAMEO codes what one side does to another by news verbs; ACLED codes events on the
ground. Only acts that both know are mapped; all others, talk above all, are "Strategic
developments", "Other".

References
----------
.. [1] P. A. Schrodt, "CAMEO: Conflict and Mediation Event Observations Event and Actor
   Codebook", 1.1b3, 2012.
"""

from __future__ import annotations

from geo.events import SUB_EVENT_TYPES

_OTHER = "Other"
_SUB_TYPES = {
    "057": "Agreement",  # sign a formal agreement
    "0871": "Agreement",  # declare a truce
    "14": "Peaceful protest",
    "145": "Violent demonstration",
    "171": "Looting/property destruction",  # seize or damage property
    "173": "Arrests",
    "175": "Attack",  # violent repression
    "18": "Attack",
    "181": "Abduction/forced disappearance",
    "1821": "Sexual violence",
    "183": "Remote explosive/landmine/IED",
    "1831": "Suicide bomb",
    "19": "Armed clash",
    "191": _OTHER,  # blockade
    "192": _OTHER,  # occupy territory, by force or not
    "194": "Shelling/artillery/missile attack",
    "195": "Air/drone strike",
    "20": "Attack",
    "2041": "Chemical weapon",  # the code also holds biological and radiological ones
}
"""By code or what it begins with; the longest wins."""
_STATUSES = {"03": "planned", "13": "threatened"}
"""Intents and threats, by root: they say that nothing has happened yet."""


def act(code: str, root: str = "") -> tuple[str, str, str]:
    """Give event type, sub-type and status for a CAMEO code.

    Parameters
    ----------
    code : str
        Two to four digits.
    root : str, optional
        The code's root; it tells "014" from "14" where a spreadsheet dropped the zero.

    Examples
    --------
    >>> act("195")
    ('Explosions/Remote violence', 'Air/drone strike', 'reported')
    """
    code, root = code.strip(), root.strip().zfill(2)
    if not code.startswith(root) and f"0{code}".startswith(root):
        code = f"0{code}"
    heads = (code[:length] for length in range(len(code), 1, -1))
    sub = next((_SUB_TYPES[head] for head in heads if head in _SUB_TYPES), _OTHER)
    return SUB_EVENT_TYPES[sub], sub, _STATUSES.get(code[:2], "reported")
