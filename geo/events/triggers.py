"""Words that report an event, by ACLED sub-type.

An ordered lexicon of our own: where several triggers stand in a sentence, the nearest to
the place wins, and of equals the more specific one, which stands higher here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words of a sentence that report an event; offsets are in the sentence."""

    start: int
    end: int
    text: str
    sub_event_type: str
    rank: int
    """Place in the lexicon; lower is more specific."""


_AIRCRAFT = r"(?:war\s?planes?|jets?|fighter jets?|aircraft|drones?|helicopters?|planes?)"
_LEXICON: tuple[tuple[str, str], ...] = (
    ("Chemical weapon", r"(?:chemical|sarin|chlorine|nerve agent|poison(?:ous)? gas|toxic gas)"
     r"(?:\s+\w+){0,2}?\s+(?:attacks?|bomb(?:s|ing)?|strikes?|weapons? (?:was|were) used|gas(?:sed)?)"),
    ("Suicide bomb", r"suicide (?:bomb\w*|attack\w*|blasts?|car|vests?)|(?:blew|blowing|blown) (?:himself|herself|themselves) up"),
    ("Disrupted weapons use", r"(?:shot|shooting|brought|bringing) down|downed|downing of|intercept(?:ed|s|ing)|defus(?:ed|ing)"),
    ("Air/drone strike", rf"air\s?strikes?|air[- ]?(?:raids?|attacks?|campaign)|aerial (?:bombardment|attacks?|bombing)|air force (?:strikes?|raids?)"
     rf"|drone (?:strikes?|attacks?|raids?)|barrel bombs?|bombing raids?|strikes? from the air|{_AIRCRAFT}(?:\s+\w+){{0,3}}?\s+(?:struck|hit|bombed|pounded|targeted|attacked|fired|carried out|raided)"
     rf"|(?:struck|hit|bombed|attacked|targeted)\b[^.;]{{0,60}}?\bby (?:\w+\s+){{0,3}}?{_AIRCRAFT}"),
    ("Grenade", r"(?:hand )?grenades? (?:attack|was|were|exploded|thrown|blast)|(?:threw|hurled|lobbed)\b[^.;]{0,20}grenades?"),
    ("Remote explosive/landmine/IED", r"(?:car|truck|roadside|motor(?:cycle|bike)|vehicle|minibus|convoy) bomb\w*|land\s?mines?|IEDs?|explosive devices?|booby[- ]trap\w*"
     r"|bombings?|bombs? (?:exploded|went off|detonated|blast)|(?:bomb|car) blasts?|explosions?|exploded|blew up|detonated"),
    ("Shelling/artillery/missile attack", r"shell(?:ed|ing|s|fire)|mortars?(?: fire| rounds?| attack)?|artillery|rocket(?:s| fire| attacks?)|cruise missiles?|missiles?(?: strikes?| attacks?)?|bombard(?:ed|ment|ing)"),
    ("Abduction/forced disappearance", r"kidnap\w*|abduct\w*|taken hostage|took\b[^.;]{0,20}hostage|forcibly disappeared"),
    ("Sexual violence", r"rap(?:ed|es|ing)|sexual(?:ly)? (?:violence|assault\w*|abus\w*)"),
    ("Protest", r"protest(?:s|ed|ers?|ing)?|demonstrat(?:ions?|ors?|ed|ing)|rall(?:y|ies|ied)(?! behind)|sit-ins?|took to the streets|marched (?:through|on|in)"),
    ("Mob violence", r"riot(?:s|ed|ers|ing)?|lynch\w*|mobs?"),
    ("Territory", r"recaptur\w+|re(?:took|taken|taking|take)|regain\w*(?: control)?|won back|captur(?:ed|es|ing)|captured?|seiz(?:ed|es|ing)|overr[ua]n\w*|took (?:full )?control|taken control|fell to|drove\b[^.;]{0,40} out of|ousted from|broke the siege|siege\b[^.;]{0,30}\bbroken|stormed into"),
    ("Attack", r"execut(?:ed|ions?|ing)|behead\w*|massacr\w*|gunned down|shot dead|stabbed|assassinat\w*|opened fire on (?:civilians|villagers|residents|worshippers)"),
    ("Armed clash", r"clash(?:es|ed|ing)?|fighting|fought|battle[sd]?|battling|fire\s?fights?|gun\s?battles?|gunfights?|ambush\w*|exchanged? (?:of )?fire|raid(?:ed|s)?|assault(?:ed|s)?|stormed|attack(?:ed|s|ers)?|offensive"),
    ("Non-violent transfer of territory", r"handed over|handover|surrender(?:ed)?\b|evacuat(?:ed|ion|ions|ing)|took over\b[^.;]{0,30}without a fight|returned to government control"),
    ("Agreement", r"(?:cease-?fires?|truces?|deals?|agreements?|memorandum|accords?|pact)(?:\s+\w+){0,4}?\s+(?:signed|agreed|reached|announced|brokered|took effect|came into (?:force|effect)|went into effect|entered into force)"
     r"|(?:signed|agreed(?: on| to)?|reached|announced|brokered|negotiated|concluded)(?:\s+\w+){0,5}?\s+(?:cease-?fire|truce|deal|agreement|memorandum|accord|pact)"),
    ("Arrests", r"arrest(?:ed|s|ing)?|detain(?:ed|s|ing)|rounded up"),
    ("Headquarters or base established", r"(?:set|setting) up (?:\w+\s+){0,3}(?:bases?|outposts?|posts?|headquarters)|established (?:\w+\s+){0,3}(?:base|outpost|post|headquarters)s?"),
    ("Looting/property destruction", r"loot(?:ed|ing)|torched|set fire to|ransack\w*|demolish\w*|(?:destroyed|burned)(?: down)?(?:\s+\w+){0,3}\s+(?:homes|houses|shops|property|crops)"),
    ("Change to group/activity", r"withdr(?:ew|awn?|awal|awing)|pull(?:ed|ing) (?:out|back)|deploy(?:ed|ing|ment|s)|troops (?:entered|crossed|moved)|crossed (?:the border )?into|began (?:\w+\s+){0,3}(?:campaign|operation|operations)|launched (?:\w+\s+){0,3}(?:campaign|operation|incursion)|reinforcements"),
    ("Killed", r"killed|killing|kills|(?:were|was|left|found) dead|died|wounded|injured|struck|hit"),
    ("Other", r"displac(?:ed|ement|ing)|fled|(?:aid|relief) (?:convoy|deliver\w*)|prisoner (?:swap|exchange)"),
)  # fmt: skip
_COMPILED = tuple(
    (rank, name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for rank, (name, words) in enumerate(_LEXICON)
)
_ANY = re.compile("|".join(rf"\b(?:{words})\b" for _, words in _LEXICON), re.IGNORECASE)

_STATE_FORCES = re.compile(
    r"\b(?:government|regime|army|troops|loyalist|pro-government|state|Assad\S*|security) ?(?:forces|troops)?\b",
    re.IGNORECASE,
)
_NON_STATE = re.compile(
    r"\b(?:rebels?|insurgents?|militants?|jihadists?|Islamic State|ISIS|ISIL|IS|opposition|fighters|militia\w*"
    r"|Hayat Tahrir al-Sham|HTS|Nusra|SDF|Syrian Democratic Forces|YPG|Kurdish)\b"
)
_RETAKING = re.compile(r"recaptur|re(?:took|take|taking)|regain|won back|broke|broken", re.IGNORECASE)
_FIGHTERS = re.compile(
    r"\b(?:soldiers?|troops|fighters?|militants?|gunmen|rebels?|policemen|officers?|servicemen)\b",
    re.IGNORECASE,
)
_FIRED = re.compile(r"\b(?:shot|opened fire|live (?:fire|rounds|ammunition)|fired (?:on|at|into)|killed)\b", re.IGNORECASE)
_DISPERSED = re.compile(r"\b(?:tear gas|dispers\w+|water cannon|arrest\w*|detain\w*|batons?|broke up)\b", re.IGNORECASE)
_VIOLENT = re.compile(r"\b(?:riot\w*|stones?|rocks|torched|burn(?:ed|ing)|molotov|petrol bombs|clashed)\b", re.IGNORECASE)


def triggers(sentence: str) -> list[Trigger]:
    """Find the words of a sentence that report an event.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    list of Trigger
        In the order of the lexicon; one stretch of words is taken once.
    """
    if not _ANY.search(sentence):
        return []
    found: list[Trigger] = []
    for rank, name, words in _COMPILED:
        for match in words.finditer(sentence):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            found.append(
                Trigger(match.start(), match.end(), match.group(), _settled(name, match, sentence), rank)
            )
    return found


def _settled(name: str, match: re.Match[str], sentence: str) -> str:
    """Turn a family of triggers into the sub-type that the sentence speaks for."""
    if name == "Protest":
        if _FIRED.search(sentence):
            return "Excessive force against protesters"
        if _VIOLENT.search(sentence):
            return "Violent demonstration"
        return "Protest with intervention" if _DISPERSED.search(sentence) else "Peaceful protest"
    if name == "Territory":
        before = sentence[: match.start()]
        by = re.search(r"\bby\b(.{0,60})", sentence[match.end() :])
        winner = by.group(1) if by else before
        state, other = _last(_STATE_FORCES, winner), _last(_NON_STATE, winner)
        if state == other:
            retaken = _RETAKING.search(match.group())
            return "Government regains territory" if retaken else "Non-state actor overtakes territory"
        return "Government regains territory" if state > other else "Non-state actor overtakes territory"
    if name == "Killed":
        return "Armed clash" if _FIGHTERS.search(sentence) else "Attack"
    return name


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Give where a pattern last stands in a text, -1 for nowhere."""
    last = -1
    for match in pattern.finditer(text):
        last = match.start()
    return last
