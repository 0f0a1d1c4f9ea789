"""Words that report an event, by ACLED sub-type.

An ordered lexicon of our own: where several triggers stand in a sentence, the nearest to
the place wins, and of equals the more specific one, which stands higher here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words of a sentence that report an event; offsets are in the sentence."""

    start: int
    end: int
    text: str
    sub_event_type: str
    rank: int
    """Place in the lexicon; lower is more specific."""
    generic: bool = False
    """Says that there was violence, but not of which kind: "killed", "the attack"."""
    strength: float = 0.5

    @property
    def bare(self) -> bool:
        """Whether it names a weapon or a state of things rather than something done."""
        return self.text.lower() in _BARE


_BARE = frozenset(
    {"offensive", "battle", "battles", "fighting", "missile", "missiles", "rocket", "rockets",
     "artillery", "mortar", "mortars", "shells", "attacker", "attackers", "explosion",
     "explosions"}
)  # fmt: skip
_GENERIC = re.compile(
    r"(?:kill(?:ed|ing|s)|deaths?|(?:were |was |left |found )?dead|died"
    r"|lost (?:his|her|their) li\w+|wounded|injured|struck|hit|strikes?|raids?|attacks?|assaults?)",
    re.IGNORECASE,
)
_ACCIDENT = re.compile(
    r"\b(?:earthquakes?|quakes?|aftershocks?|floods?|flooding|landslides?|mudslides?|avalanches?"
    r"|hurricanes?|typhoons?|cyclones?|tornado(?:es)?|tsunamis?|eruptions?|wildfires?|droughts?"
    r"|heat\s?waves?|lightning|virus|epidemic|pandemic|outbreak|cholera|accident(?:s|ally)?"
    r"|derail\w*|capsiz\w*|drown\w*|shipwreck\w*|stampede|(?:gas|oil|chemical) (?:leak|spill)"
    r"|(?:bus|train|plane|car|road) (?:crash|accident))\b",
    re.IGNORECASE,
)
"""What kills without anyone meaning it: no event of ACLED's."""
_AIRCRAFT = (
    r"(?:war\s?planes?|jets?|fighter jets?|aircraft|drones?|helicopters?|planes?|bombers|gunships?)"
)
_SHOT = r"(?:rockets?|missiles?|mortars?|shells?|rounds)"
_TREATY = r"(?:cease-?fires?|truces?|deals?|agreements?|memorandum|accords?|pacts?)"
_ARMS = r"(?:weapons?|firearms?|ammunition|rifles?|guns?|pistols?|explosives|arms|munitions)"
_DO = r"(?:(?<=\bto )|(?<=\bwill )|(?<=ould )|(?<=\bmight )|(?<=\bmay )|(?<=\bnot )|(?<=\bshall ))"
"""Before a verb in its base form."""

_LEXICON: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Chemical weapon", (
        (r"(?:chemical|sarin|chlorine|nerve agent|(?:poison(?:ous)? |toxic )?gas)(?:\s+\w+){0,2}?"
         r"\s+(?:attacks?|bomb(?:s|ing)?|strikes?|weapons? (?:was|were) used|gassed)"),
        r"used? (?:of )?(?:chemical weapons|sarin|chlorine|nerve agents?)",
        r"filled with (?:sarin|chlorine)",
    )),
    ("Suicide bomb", (
        r"suicide (?:bomb\w*|attack\w*|blasts?|car|vests?)",
        r"(?:blew|blow|blowing|blown) (?:himself|herself|themselves) up",
    )),
    ("Disrupted weapons use", (
        r"(?:shot|shoot|shooting|brought|bringing) down|downed|downing of",
        r"intercept(?:ed|s|ing)|defus(?:ed|ing)",
        rf"(?:seiz(?:ed|ing|es)|confiscat(?:ed|ing)|recovered|unearthed)\b[^.;]{{0,40}}?\b{_ARMS}",
        rf"{_ARMS}\b[^.;]{{0,60}}?\b(?:seized|confiscated|recovered|unearthed)",
    )),
    ("Air/drone strike", (
        r"air\s?strikes?|air[- ]?(?:raids?|attacks?|campaign|strikes?)",
        r"air force (?:strikes?|raids?)",
        r"aerial (?:bombardment|attacks?|bombing)|strikes? from the air",
        r"barrel bombs?|bombing raids?",
        r"drone (?:strikes?|attacks?|raids?)",
        (rf"{_AIRCRAFT}(?:\s+\w+){{0,3}}?\s+(?:struck|hit|bomb(?:ed)?|pounded|targeted|attacked"
         r"|fired|carried out|raided)"),
        rf"(?:struck|hit|attacked|targeted)\b[^.;]{{0,60}}?\bby (?:\w+\s+){{0,3}}?{_AIRCRAFT}",
        r"out of (?:action|service) by (?:\w+\s+){0,2}?(?:drones?|jets|war\s?planes)",
        rf"bombed|{_DO}bomb",
    )),
    ("Grenade", (
        r"(?:hand )?grenades? (?:attack|was|were|exploded|thrown|blast)",
        r"(?:threw|hurled|lobbed)\b[^.;]{0,20}grenades?",
    )),
    ("Remote explosive/landmine/IED", (
        r"(?:car|truck|roadside|motor(?:cycle|bike)|vehicle|minibus|convoy) bomb\w*|land\s?mines?",
        r"IEDs?|explosive devices?|booby[- ]trap\w*|bombings?|(?:bomb|car) blasts?",
        r"bombs? (?:exploded|went off|detonated|blast|that)",
        r"explosions?|exploded|blew up|detonated|an? (?:\w+ )?blast",
    )),
    ("Shelling/artillery/missile attack", (
        (rf"{_SHOT}(?:\s+\w+){{0,5}}?\s+(?:struck|hit|fell|landed|slammed|rained|killed|crashed"
         r"|came down|tore)"),
        r"fired (?:\w+\s+){0,4}?(?:missiles?|rockets?|shells|mortars)",
        r"shell(?:ed|ing|s|fire)|mortars?(?: fire| rounds?| attack)?|artillery(?: fire)?",
        r"rocket(?:s| fire| attacks?)|cruise missiles?|missiles?(?: strikes?| attacks?)?",
        rf"bombard(?:ed|ment|ing)|{_DO}(?:shell|bombard)",
    )),
    ("Abduction/forced disappearance", (
        r"kidnap\w*|abduct\w*|taken hostage|took\b[^.;]{0,20}hostage|forcibly disappeared",
    )),
    ("Sexual violence", (r"rap(?:ed|es|ing)|sexual(?:ly)? (?:violence|assault\w*|abus\w*)",)),
    ("Protest", (
        r"protest(?:s|ed|ers?|ing)?|demonstrat(?:ions?|ors?|ed|ing)|rall(?:y|ies|ied)(?! behind)",
        r"sit-ins?|(?:took|taken|take) to the streets|march(?:ed|ing) (?:through|on|in)",
        r"march(?:ed|ing) (?:against|for)",
    )),
    ("Mob violence", (r"riot(?:s|ed|ers|ing)?|lynch\w*|mobs?",)),
    ("Territory", (
        r"recaptur\w+|re(?:took|taken|taking|take)|regain\w*(?: control)?|won back",
        r"captur(?:ed?|es|ing)|seiz(?:ed?|es|ing)|overr[ua]n\w*|stormed into",
        r"took (?:full )?control|taken control|(?:take|taking) control|wrested",
        r"fell (?:to (?!the ground)|on (?=(?-i:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))",
        (r"(?:took|taken|taking) (?:(?:the )?(?:city|town|village|hill|base)\b|"
         r"(?-i:[A-Z])[\w’-]+(?=[,.;]| on | from | in | after | back ))"
        ),
        r"fought (?:its|their) way (?:back )?into",
        r"drove\b[^.;]{0,40} out of|ousted from|broke the siege|siege\b[^.;]{0,30}\bbroken",
    )),
    ("Attack", (
        r"execut(?:ed|ions?|ing)|behead\w*|massacr\w*|gunned down|shot dead|stabbed|assassinat\w*",
        r"opened fire on (?:civilians|villagers|residents|worshippers)|shooting of|murder(?:ed|s)?",
    )),
    ("Armed clash", (
        r"clash(?:es|ed|ing)?|fighting|fought|battle[sd]?|battling|fire\s?fights?",
        r"gun\s?battles?|gunfights?|ambush\w*|exchanged? (?:of )?fire|stormed|attacked|offensive",
        r"raid(?:ed|s)?|assault(?:ed|s)?|attack(?:s|ers)?|advanced? on",
        rf"{_DO}(?:storm|invade|attack)",
    )),
    ("Non-violent transfer of territory", (
        r"handed over|handover|surrender(?:ed)?\b|evacuat(?:ed|ion|ions|ing)",
        r"took over\b[^.;]{0,30}without a fight|returned to government control",
    )),
    ("Agreement", (
        (rf"{_TREATY}(?:\s+\w+){{0,7}}?\s+(?:signed|agreed|reached|announced|brokered|arranged"
         r"|struck|took effect|came into (?:force|effect)|went into effect|entered into force)"),
        (r"(?:signed|agreed(?: on| to)?|reached|announced|brokered|negotiated|concluded)"
         rf"(?:\s+\w+){{0,5}}?\s+{_TREATY}"),
        r"shook hands on",
    )),
    ("Arrests", (r"arrest(?:ed|s|ing)?|detain(?:ed|s|ing)|rounded up",)),
    ("Headquarters or base established", (
        r"(?:set|setting) up (?:\w+\s+){0,3}(?:bases?|outposts?|posts?|headquarters)",
        r"established (?:\w+\s+){0,3}(?:base|outpost|post|headquarters)s?",
    )),
    ("Looting/property destruction", (
        r"loot(?:ed|ing)|torched|set fire to|ransack\w*|demolish\w*",
        r"set [^.;]{0,20}(?:alight|on fire)",
        (r"(?:destroyed|burned)(?: down)?(?:\s+\w+){0,3}\s+(?:homes|houses|shops|property|crops"
         r"|buses|cars|tents)"),
    )),
    ("Change to group/activity", (
        r"withdr(?:ew|awn?|awal|awing)|pull(?:ed|ing|s)? (?:\w+ ){0,3}?(?:out|back)\b",
        r"defect(?:ed|ing|ions?)|redeploy\w*",
        r"deploy(?:ed|ing|ment|s)?|troops (?:entered|crossed|moved)|crossed (?:the border )?into",
        r"(?:began|launched) (?:\w+\s+){0,3}(?:campaign|operations?|incursion)|reinforcements",
    )),
    ("Killed", (
        r"killed|killing|kills|(?:were|was|left|found) dead|dead|deaths|died|wounded|injured",
        r"lost (?:his|her|their) li\w+|struck|hit|(?<!hunger )(?<!general )(?<!on )strikes?",
    )),
    ("Other", (
        r"displac(?:ed|ement|ing)|fled",
        r"(?:aid|relief) (?:convoy|deliver\w*)|prisoner (?:swap|exchange)",
    )),
)  # fmt: skip
_COMPILED = tuple(
    (rank, name, re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE))
    for rank, (name, words) in enumerate(_LEXICON)
)

_STATE_FORCES = re.compile(
    r"\b(?:government|regime|army|troops|loyalist|pro-government|state|Assad\S*|security)"
    r" ?(?:forces|troops)?\b",
    re.IGNORECASE,
)
_NON_STATE = re.compile(
    r"\b(?:rebels?|insurgents?|militants?|jihadists?|Islamic State|ISIS|ISIL|IS|opposition|fighters"
    r"|militia\w*|Hayat Tahrir al-Sham|HTS|Nusra|SDF|Syrian Democratic Forces|YPG|Kurdish)\b"
)
_WON_BY = re.compile(r"\bby\b(.{0,60})")
_REACH = 300
"""How many characters before and behind a conquest its winner is looked for."""
_RETAKING = re.compile(
    r"recaptur|re(?:took|take|taking)|regain|won back|broke|broken|way back", re.IGNORECASE
)
_FIGHTERS = re.compile(
    r"\b(?:soldiers?|troops|fighters?|militants?|gunmen|rebels?|policemen|officers?|servicemen)\b",
    re.IGNORECASE,
)
_FIRED = re.compile(
    r"\b(?:shot|opened fire|live (?:fire|rounds|ammunition)|fired (?:on|at|into)|killed)\b",
    re.IGNORECASE,
)
_DISPERSED = re.compile(
    r"\b(?:tear gas|dispers\w+|water cannon|arrest\w*|detain\w*|batons?|broke up)\b", re.IGNORECASE
)
_VIOLENT = re.compile(
    r"\b(?:riot\w*|stones?|rocks|torched|burn(?:ed|ing)|molotov|petrol bombs|clashed)\b",
    re.IGNORECASE,
)


def triggers(sentence: str) -> list[Trigger]:
    """Find the words of a sentence that report an event.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    list of Trigger
        In the order of the lexicon; one stretch of words is taken once. None where
        people came to harm by nature or by accident.
    """
    found: list[Trigger] = []
    taken = bytearray(len(sentence))
    whole = _Whole(sentence)
    for rank, name, words in _COMPILED:
        for match in words.finditer(sentence):
            start, end, text = match.start(), match.end(), match.group()
            if taken.find(1, start, end) >= 0:
                continue
            taken[start:end] = b"\1" * (end - start)
            generic = bool(_GENERIC.fullmatch(text))
            sub_type = _settled(name, match, whole)
            found.append(Trigger(start, end, text, sub_type, rank, generic))
    if all(trigger.generic for trigger in found) and _ACCIDENT.search(sentence):
        return []
    return found


class _Whole:
    """What a sentence says as a whole; looked for once, however many triggers ask."""

    def __init__(self, sentence: str) -> None:
        self._sentence = sentence

    @cached_property
    def protest(self) -> str:
        return _protest(self._sentence)

    @cached_property
    def harm(self) -> str:
        return "Armed clash" if _FIGHTERS.search(self._sentence) else "Attack"


def _settled(family: str, match: re.Match[str], whole: _Whole) -> str:
    """Turn a family of triggers into the sub-type that the sentence speaks for."""
    if family == "Protest":
        return whole.protest
    if family == "Territory":
        return _territory(match)
    return whole.harm if family == "Killed" else family


def _protest(sentence: str) -> str:
    if _FIRED.search(sentence):
        return "Excessive force against protesters"
    if _VIOLENT.search(sentence):
        return "Violent demonstration"
    return "Protest with intervention" if _DISPERSED.search(sentence) else "Peaceful protest"


def _territory(match: re.Match[str]) -> str:
    """Say who won it: the one behind "by", or else the last one named before the verb."""
    sentence = match.string
    by = _WON_BY.search(sentence, match.end(), match.end() + _REACH)
    winner = by.group(1) if by else sentence[max(0, match.start() - _REACH) : match.start()]
    state, other = _last(_STATE_FORCES, winner), _last(_NON_STATE, winner)
    regained = bool(_RETAKING.search(match.group())) if state == other else state > other
    return "Government regains territory" if regained else "Non-state actor overtakes territory"


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Give where a pattern last stands in a text, -1 for nowhere."""
    last = -1
    for match in pattern.finditer(text):
        last = match.start()
    return last
