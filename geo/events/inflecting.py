"""Forms of English verbs and nouns, so that the lexicon names each by its lemma."""

from __future__ import annotations

import re

_IRREGULAR = {
    "beat": "beats beating beaten",
    "become": "becomes becoming became",
    "blow": "blows blowing blew blown",
    "break": "breaks breaking broke broken",
    "bring": "brings bringing brought",
    "build": "builds building built",
    "burn": "burns burning burned burnt",
    "burst": "bursts bursting",
    "bust": "busts busting busted",
    "catch": "catches catching caught",
    "come": "comes coming came",
    "cut": "cuts cutting",
    "die": "dies dying died",
    "dig": "digs digging dug",
    "draw": "draws drawing drew drawn",
    "dive": "dives diving dived dove",
    "drive": "drives driving drove driven",
    "fall": "falls falling fell fallen",
    "fight": "fights fighting fought",
    "find": "finds finding found",
    "flee": "flees fleeing fled",
    "fling": "flings flinging flung",
    "fly": "flies flying flew flown",
    "give": "gives giving gave given",
    "go": "goes going went gone",
    "grow": "grows growing grew grown",
    "hang": "hangs hanging hung hanged",
    "hear": "hears hearing heard",
    "hit": "hits hitting",
    "hold": "holds holding held",
    "hurt": "hurts hurting",
    "keep": "keeps keeping kept",
    "lay": "lays laying laid",
    "lead": "leads leading led",
    "leave": "leaves leaving left",
    "lie": "lies lying lay lain",
    "light": "lights lighting lighted lit",
    "lose": "loses losing lost",
    "make": "makes making made",
    "meet": "meets meeting met",
    "move": "moves moving moved",
    "mow": "mows mowing mowed mown",
    "overrun": "overruns overrunning overran",
    "overthrow": "overthrows overthrowing overthrew overthrown",
    "put": "puts putting",
    "recapture": "recaptures recapturing recaptured",
    "retake": "retakes retaking retook retaken",
    "ride": "rides riding rode ridden",
    "rip": "rips ripping ripped",
    "run": "runs running ran",
    "seek": "seeks seeking sought",
    "sell": "sells selling sold",
    "send": "sends sending sent",
    "set": "sets setting",
    "shake": "shakes shaking shook shaken",
    "shoot": "shoots shooting shot",
    "sink": "sinks sinking sank sunk",
    "sit": "sits sitting sat",
    "slay": "slays slaying slew slain",
    "speak": "speaks speaking spoke spoken",
    "split": "splits splitting",
    "spread": "spreads spreading",
    "steal": "steals stealing stole stolen",
    "step": "steps stepping stepped",
    "stick": "sticks sticking stuck",
    "strike": "strikes striking struck stricken",
    "swear": "swears swearing swore sworn",
    "sweep": "sweeps sweeping swept",
    "take": "takes taking took taken",
    "tear": "tears tearing tore torn",
    "throw": "throws throwing threw thrown",
    "tread": "treads treading trod trodden",
    "waylay": "waylays waylaying waylaid",
    "wear": "wears wearing wore worn",
    "win": "wins winning won",
    "withdraw": "withdraws withdrawing withdrew withdrawn",
}
IRREGULAR_PASTS = frozenset(
    form
    for forms in _IRREGULAR.values()
    for form in forms.split()
    if not form.endswith(("ing", "s"))
)
"""Forms of irregular verbs that are no nouns, or seldom."""
_DOUBLING = frozenset(
    ("kidnap", "stab", "rob", "grab", "nab", "ban", "plan", "plot", "drop", "step", "stop", "lob",
     "gun", "gut", "trap", "rig", "snap", "whip", "slam", "tip", "scrap", "swap", "flog", "stun",
     "ram", "mob", "rap", "drag", "spot", "expel", "commit", "submit", "admit", "compel", "repel",
     "quit", "star", "slip", "chop", "jam", "wrap", "rub", "tap", "beg", "mug", "rebel", "skid",
     "club", "strip", "net", "squat", "swat", "jet")
)  # fmt: skip
"""Verbs that double their last letter."""
_BRITISH = frozenset(("signal", "travel", "cancel", "level", "fuel", "model", "label", "tunnel"))
"""Verbs in -l of which both spellings occur."""
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_NOUNS = {
    "child": "children", "knife": "knives", "life": "lives", "thief": "thieves",
    "leaf": "leaves", "loaf": "loaves", "ash": "ashes",
}  # fmt: skip


def verb(lemma: str) -> frozenset[str]:
    """Give the forms of a verb, the lemma included.

    Examples
    --------
    >>> sorted(verb("stab"))
    ['stab', 'stabbed', 'stabbing', 'stabs']
    """
    if lemma in _IRREGULAR:
        return frozenset((lemma, *_IRREGULAR[lemma].split()))
    stem = lemma + lemma[-1] if lemma in _DOUBLING else lemma
    if lemma.endswith("ee"):
        forms = {lemma + "d", lemma + "ing"}
    elif lemma.endswith("ie"):
        forms = {lemma + "d", lemma[:-2] + "ying"}
    elif lemma.endswith("e"):
        forms = {lemma + "d", lemma[:-1] + "ing"}
    elif re.search(r"[^aeiou]y$", lemma):
        forms = {lemma[:-1] + "ied", lemma + "ing"}
    else:
        forms = {stem + "ed", stem + "ing"}
        if lemma in _BRITISH:
            forms |= {lemma + "led", lemma + "ling"}
    return frozenset({lemma, noun_plural(lemma), *forms})


def noun(lemma: str) -> frozenset[str]:
    """Give the singular and the plural of a noun.

    Examples
    --------
    >>> sorted(noun("battery"))
    ['batteries', 'battery']
    """
    return frozenset((lemma, noun_plural(lemma)))


def noun_plural(lemma: str) -> str:
    """Give the plural, which is spelt like a verb's third person."""
    if lemma in _NOUNS:
        return _NOUNS[lemma]
    if _SIBILANT.search(lemma):
        return lemma + "es"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma in {"go", "do", "veto", "torpedo", "volcano", "tornado"} else "s")
