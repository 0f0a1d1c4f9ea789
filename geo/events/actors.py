"""Who acts and who is acted upon: known names, and nationality with a noun."""

from __future__ import annotations

import re

_KNOWN = (
    "Islamic State", "ISIS", "ISIL", "Daesh", "Hayat Tahrir al-Sham", "HTS", "Nusra Front",
    "Jabhat al-Nusra", "al-Qaeda", "Free Syrian Army", "Syrian National Army", "Ahrar al-Sham",
    "Jaysh al-Islam", "Jaish al-Islam", "Faylaq al-Rahman", "National Liberation Front",
    "Syrian Democratic Forces", "SDF", "YPG", "YPJ", "PKK", "PYD", "Kurdistan Workers['’]? Party",
    "Hezbollah", "Hizbollah", "Revolutionary Guards?", "Quds Force", "Asayish",
    "White Helmets", "NATO", "United Nations", "UN", "Red Crescent", "Syrian Arab Army",
    "National Defen[cs]e Forces", "Tiger Forces", "Wagner(?: Group)?", "US-led coalition",
    "U\\.S\\.-led coalition", "the coalition", "Sinjar Resistance", "Kremlin", "Pentagon",
)  # fmt: skip
_NATIONALITY = (
    r"(?:Syrian|Turkish|Russian|American|U\.S\.|US|Iranian|Israeli|Iraqi|Lebanese|Jordanian|French"
    r"|British|German|Saudi|Qatari|Kurdish|Afghan|Palestinian|Chechen|Ukrainian|Western)"
)
_BODY = (
    r"(?:(?:government|regime|army|military|air|ground|special|security|armed|opposition|rebel"
    r"|coalition|state|naval|police|border|Kurdish|Arab|backed|allied)[\s-]+){0,3}"
    r"(?:forces|force|troops|soldiers?|army|military|air force|navy|jets?|war\s?planes?|drones?"
    r"|planes?|helicopters?|artillery|fighters?|rebels?|police|officers?|militias?|gunmen|commandos"
    r"|government|regime|servicemen|pilots?)"
)
_GROUPS = (
    r"(?i:(?:(?:pro-government|government|regime|rebel|opposition|jihadist|Islamist"
    r"|Kurdish(?:-led)?|Turkey-backed|Turkish-backed|Russian-backed|Iran-backed|Moscow-backed|US-backed|allied"
    r"|insurgent|loyalist|foreign|armed|unidentified|unknown)[\s-]+)+"
    r"(?:forces|troops|fighters|groups?|factions|militias?|gunmen|soldiers|militants|rebels|army)"
    r"|rebels|insurgents|jihadists|militants|gunmen|protesters|demonstrators|civilians)"
    r"|Assad[’']s forces"
)
_STATES = (
    r"(?:Turkey|Russia|Israel|Iran|Syria|(?:the )?United States)\b(?=\s+(?:shot|struck|began"
    r"|launched|carried|bombed|shelled|fired|sent|hit|killed|deployed|withdrew))"
)
_ACTOR = re.compile(
    rf"\b(?:{'|'.join(_KNOWN)})\b|\b{_NATIONALITY}(?:-backed|-led)?\s+{_BODY}\b"
    rf"|\b(?:{_GROUPS})\b|\b{_STATES}"
)
_BEFORE = 80
"""How many characters before a name are looked at."""
_BY = re.compile(r"\bby\s+(?:the\s+|a\s+|an\s+)?(?:\w+[\s-]+){0,2}?$", re.IGNORECASE)


def acting(sentence: str, trigger_start: int) -> tuple[str, ...]:
    """Name the actors of a sentence's event.

    Parameters
    ----------
    sentence : str
    trigger_start : int
        Where the words that report the event begin.

    Returns
    -------
    tuple of str
        The one who acts, then the one who is acted upon; none, one or two, as
        written. Behind "by", or else before the trigger, stands the one who acts.
    """
    found = list(_ACTOR.finditer(sentence))
    if not found:
        return ()
    agent = next(
        (
            each
            for each in found
            if _BY.search(sentence[max(0, each.start() - _BEFORE) : each.start()])
        ),
        None,
    )
    if agent is None:
        before = [each for each in found if each.end() <= trigger_start]
        agent = before[-1] if before else found[0]
    other = next((each for each in found if each.group() != agent.group()), None)
    return (agent.group(),) if other is None else (agent.group(), other.group())
