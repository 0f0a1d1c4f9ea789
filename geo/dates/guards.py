"""The words and numbers that only look like dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.dates.roles import names_a_law
from geo.dates.words import TURKISH_DAYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.dates.reading import Scene

    Parts = dict[str, str]

_ALSO_WORDS = frozenset({"May", "March", "Mar.", "Jun", "Jan", "Jul", "Sun.", "Sat.", "Mon."})
"""Months and weekdays that are plain words or names too."""
_TURKISH = frozenset({"ocak", "mart", "nisan", "haziran", "ekim", "kasım", "aralık", "eylül"})
_ARABIC_WORDS = frozenset({"مارس", "اب", "مايو"})
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|since|last|of|until|by|from|to|during|between|and|through|for|after|before|till"
    r"|throughout|this|next|or)\s+|[(–—-]\s?)$",
    re.IGNORECASE,
)
_BEFORE_SEASON = re.compile(
    r"\b(?:in|since|of|until|till|by|from|during|through|throughout|for|before|after|over|the|and"
    r"|that|each|every|following|severe|harsh|cold|a)\s+$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s+(?:(?-i:[a-z]+)\s+)?(?:men|women|people|civilians|troops|soldiers|fighters|tonnes|tons|kilomet"
    r"|met(?:re|er)s|km\b|miles|dollars|euros|refugees|children|vehicles|homes|families|prisoners"
    r"|hours|words|square|feet|ft\b|aircraft|tanks|guns|ships|casualties"
    r"|volunteers|workers|students|homes|houses|residents|protesters|mph|votes|barrels|shares"
    r"|(?:and|or)\s+\d{4}\s+(?:men|troops|soldiers|people))\b",
    re.IGNORECASE,
)
_HARMED = re.compile(r"\s+(?:dead|killed|wounded|injured)\b")
_PHONE = re.compile(r"(?<!\d)\d{3}[-.]$|\b0\d{2,4}[\s-](?:\d{3,4}[\s-])?$")
_ADDRESS = re.compile(r"(?:[A-Za-z]/|(?:://|www\.)\S*)$")
_SEASON_YEARS = re.compile(r"\b(?:1\d|20)\d\d/$")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Sen|Rep|Gov|Prof)\.?\s+$")
_GIVEN_NAMES = frozenset({"April", "June", "August"})
_SURNAME = re.compile(r"\s+(?:[A-Z]\.\s)?(?:\([A-Z]\w+\)\s)?[A-Z][a-z]+")
_IN = re.compile(
    r"\b(?:in|since|until|during|last|next|this|the|late|early|every|each)\s+$", re.IGNORECASE
)
_NAMED_DAY = re.compile(r"\b(?:Black|Bloody|Super|Cyber|Shrove|Fat|Mad)\s$")
_GAME = re.compile(
    r"\b(?:goals?|points?|touchdowns?|scor(?:ed?|ing)|lead|led|trail(?:ed|ing)|rebounds?|yards?|game"
    r"|half-?time|baskets?|season)\b",
    re.IGNORECASE,
)
_COUNTING = re.compile(
    r"(?:[$€£¥#№]\s?|\b(?:over|than|nearly|almost|some|roughly|approximately|least|most|killed|no\.?"
    r"|killing|article|section|resolution|room|flight|page|pp?\.|route|highway|unit|hill|line|boeing"
    r"|airbus|area|all|these|those|another|with|army\s+of|force\s+of|total\s+of)\s+|\d[.,:/]|[A-Za-z]-)$",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"(?:\s[NSEW]\.?)?(?:\s[A-Z0-9][\w.]*){1,4}\s(?:Streets?|St|Roads?|Rd|Avenue|Ave|Drive|Dr|Lane"
    r"|Boulevard|Blvd|Court|Highway|Place|Way|Square)\b"
)
_AFTER_ALL = re.compile(r"\b(?:post|pre|mid)-$", re.IGNORECASE)
_AGE = re.compile(r"[\s-]+olds?\b|\s+of\s+age\b|[- ]sentence\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|age\s+of)\s+$", re.IGNORECASE)
_BEFORE_NTH = re.compile(
    r"(?:\b(?:on|by|until|till|from|to|since|and|between|before|after|of)\s+|[–-]\s?)$",
    re.IGNORECASE,
)
_AFTER_NTH = re.compile(
    r"\s*(?:$|[.,;:)–-]|(?:and|to|or|of|when|while|with|the|they|he|she|it|but|in|at|on|was|were|by"
    r"|for|as|a|an|there|had)\b)"
)
_NUMBERED = re.compile(r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|many))[\s-]+$")
_PER = re.compile(
    r"(?:\d|%|\b(?:times?|once|twice|dollars|euros|pounds|percent|hours?|minutes?|days?|tons?"
    r"|tonnes|people|men|barrels|miles|sorties|flights|million|billion|thousand|hundred))\s+$",
    re.IGNORECASE,
)
_ANCIENT = re.compile(
    r"(?:\b(?:in|by|since|from|until|till|to|of|and|early|late|during|after|before|around|about"
    r"|circa|year|between)\s+|c\.\s?|[(–-]\s?)$",
    re.IGNORECASE,
)


_PLURAL = re.compile(r"\s+(?!was\b|is\b|has\b|as\b|this\b)[a-z]{2,}s\b")
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|of|and|to|through|before|after|during|the|an?|its|their|his"
    r"|her|our|this|as|s|for|between)|[(,;–-])\s*$|^\s*$",
    re.IGNORECASE,
)
_CAMPAIGN = re.compile(
    r"\s+(?:[A-Z]{2,}\s+)?(?:counter-?)?(?:offensives?|campaigns?|attacks?|fighting|months|invasion)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\s+(?!(?-i:The|In|On|At|By|As|A|But)\b)(?-i:[A-Z])[\w-]+")
_ATTRIBUTE = re.compile(r"\b(?:an?|the|its|their|his|her|of|stay|stayed)\s+$", re.IGNORECASE)
_AFTER_NIGHT = re.compile(
    r"\s*(?:$|[.,;:!?)—–])|\s(?:in|on|at|by|from|to|after|before|when|while|as|and|but|with|near|into"
    r"|for|that|killing|leaving|injuring)\b"
)
_BESIDE = 40
_PREPOSITION = re.compile(
    r"\b(?:at|by|during|until|till|from|of|around|about|since|before|after|for|in|throughout|over)\s+$",
    re.IGNORECASE,
)


def _capital(word: str) -> bool:
    return word[:1].isupper() or not word[:1].isascii()


def _month(parts: Parts, words: str, scene: Scene) -> bool:
    name = parts["month"]
    if not _capital(name):
        return False
    if name in _ALSO_WORDS and words == name:
        return bool(_BEFORE_MONTH.search(scene.before))
    if words == name and _is_given_name(name, scene):
        return False
    if words == name and name.lower() in _TURKISH:
        return scene.after[:1] in {"'", "’"}  # "Ekim" is also a name: its case ending tells
    if words == name and not name[0].isascii() and name in _ARABIC_WORDS:
        return bool(re.search(r"(?:في|منذ|من|حتى|خلال|شهر)\s$", scene.before))
    return words != name or len(name) > len("Jan") or name == "May"


def _is_given_name(name: str, scene: Scene) -> bool:
    """Tell April Jones and Mrs March from the months."""
    if _TITLED.search(scene.before):
        return True
    return (
        name in _GIVEN_NAMES and bool(_SURNAME.match(scene.after)) and not _IN.search(scene.before)
    )


def _half(parts: Parts, _words: str, scene: Scene) -> bool:
    """Tell a quarter of the year from one of a match."""
    told = {"year", "short", "rel", "unit", "month"} & parts.keys()
    return bool(told) or not _GAME.search(scene.before + scene.after[:_BESIDE])


def _day(parts: Parts, _words: str, _scene: Scene) -> bool:
    return _capital(parts["month"])


def _weekday(parts: Parts, words: str, scene: Scene) -> bool:
    name = parts["weekday"]
    if name in _ALSO_WORDS and words == name:
        return bool(_BEFORE_SEASON.search(scene.before) or re.search(r"\bon\s+$", scene.before))
    if _NAMED_DAY.search(scene.before):
        return False
    if _NAMED.match(scene.after) and scene.before[-4:] in {"The ", "the "}:
        return False  # "The Sunday Times"
    return _capital(name) or name.lower() in TURKISH_DAYS


def _season(parts: Parts, words: str, scene: Scene) -> bool:
    if {"year", "short", "rel", "way"} & parts.keys():
        return True
    word = parts["season"].lower()
    attribute = _CAMPAIGN.match(scene.after) or (
        parts["season"][:1].isupper() and _NAMED.match(scene.after) and scene.before.strip()
    )
    if attribute:
        # "the Spring Offensive": the article belongs to the noun behind.
        return "mod" in parts or words.lower() == word
    leads = words[:4].lower() == "the " or "mod" in parts
    if word == "fall":
        plain = not re.match(r"\s+(?:of|in|from|to|back|apart|into|on|short)\b", scene.after)
        return plain and (leads or bool(re.search(r"\b(?:in|by|last)\s+$", scene.before)))
    if word == "spring" and re.match(r"\s+(?:water|up|from)\b", scene.after):
        return False
    return leads or bool(_BEFORE_SEASON.search(scene.before))


def _year(parts: Parts, words: str, scene: Scene) -> bool:
    if "short" in parts:
        return bool("mod" in parts or _BEFORE_MONTH.search(scene.before))
    if {"era", "mod"} & parts.keys() or not words[:1].isdigit():
        return not _COUNTED.match(scene.after)
    if re.match(r"[-–/]\d{3}(?!\d)|[-–]\d{5}", scene.after):
        return False
    if re.match(r"-[A-Za-z]", scene.after) and not _BEFORE_MONTH.search(scene.before):
        return False
    usual = words[:2] in {"19", "20"}
    if not usual and _PLURAL.match(scene.after) and not _BEFORE_YEAR.search(scene.before):
        return False
    return not (_is_count(scene) or _is_of_a_place(scene) or names_a_law(scene.before))


def _is_count(scene: Scene) -> bool:
    """Tell "2000 men", "over 1900", "2015 killed", "1600 km" from years."""
    if _COUNTED.match(scene.after) or re.match(r"\s?(?:mm|km|kg|ft|m|hp)\b", scene.after):
        return True
    if _HARMED.match(scene.after) and not _BEFORE_MONTH.search(scene.before):
        return True
    if _AFTER_ALL.search(scene.before) or _SEASON_YEARS.search(scene.before):
        return False
    return bool(_COUNTING.search(scene.before))


def _is_of_a_place(scene: Scene) -> bool:
    """Tell the numbers of houses and telephones, and parts of an address on the web."""
    if _PHONE.search(scene.before) or _ADDRESS.search(scene.before):
        return True
    return bool(_STREET.match(scene.after) or re.match(r"\sblock\b", scene.after))


def _decade(parts: Parts, words: str, _scene: Scene) -> bool:
    return "word" not in parts or words[:4].lower() == "the " or "mod" in parts  # "his thirties"


def _ancient(_parts: Parts, _words: str, scene: Scene) -> bool:
    counted = _COUNTED.match(scene.after) or _PLURAL.match(scene.after)
    return bool(_ANCIENT.search(scene.before)) and not counted


def _nth(parts: Parts, words: str, scene: Scene) -> bool:
    if "part" in parts or "rel" in parts:
        return True
    return bool(_BEFORE_NTH.search(scene.before) and _AFTER_NTH.match(scene.after)) and (
        words[:3].lower() == "the" or bool(re.search(r"on\s+$|[–-]\s?$", scene.before))
    )


def _length(parts: Parts, words: str, scene: Scene) -> bool:
    unit = parts["unit"].lower()
    if unit == "second" or (unit == "night" and "number" not in parts):
        return False
    if not parts.get("vague", "-") and words[0].isupper() and scene.before.strip():
        return False  # "Councilman Richard Days"
    if not parts.get("vague", "-") and _NUMBERED.search(scene.before):
        return False  # "aged 41 years": what the number makes of it was refused before
    if parts.get("vague", "").lower() == "many" and re.search(r"\bas\s+$", scene.before):
        return False
    if re.match(r"-", scene.after) and not words[:1].isdigit():
        return False
    return not (
        _AGE.match(scene.after) or _AGED.search(scene.before)
    ) and not words.lower().startswith("few ")


def _set(parts: Parts, words: str, scene: Scene) -> bool:
    if parts.get("unit", "").lower() == "second":
        return False
    if parts.get("how", "").lower() in {"a", "an"} and words[:2].lower() in {"a ", "an"}:
        return bool(_PER.search(scene.before))
    return True


def _partof(parts: Parts, words: str, scene: Scene) -> bool:
    if "way" in parts and parts["way"].lower() not in {"the", "one"}:
        return True
    if parts["part"].lower() in {"midnight", "noon", "midday"}:
        return False
    if scene.after[:2] in {"'s", "’s"}:
        return False
    after = re.match(r"\s+(?:of|[a-z]+)?", scene.after)
    if after and after.group().strip() == "of":
        return False
    return words[:1].islower() and bool(
        re.search(
            r"\b(?:at|by|in\s+the|before|until|in|of|all|through\s+the|the|one)\s+$", scene.before
        )
        or words[:4] in {"the ", "one "}
        or scene.style.narrative
    )


def _overnight(_parts: Parts, _words: str, scene: Scene) -> bool:
    """Tell "were hurt overnight" from "an overnight stay"."""
    return not _ATTRIBUTE.search(scene.before) and bool(_AFTER_NIGHT.match(scene.after))


def _thetime(_parts: Parts, _words: str, scene: Scene) -> bool:
    return bool(_PREPOSITION.search(scene.before))


def _vague(_parts: Parts, words: str, scene: Scene) -> bool:
    if words.lower() != "former" or not re.search(r"\bthe\s+$", scene.before):
        return True
    return bool(re.match(r"\s+(?!an?\b|the\b|was\b|is\b|had\b|and\b|of\b|to\b)\w", scene.after))


def _clock(parts: Parts, _words: str, scene: Scene) -> bool:
    if "clock" not in parts or re.search(r"[a-z]", parts["clock"], re.IGNORECASE):
        return True
    # "won 10:15" may be a score or a verse: an hour has a word beside it.
    return bool(
        re.search(
            r"\b(?:at|from|until|till|by|to|before|after|around|about|and|since|,)\s+$|[(–-]\s?$",
            scene.before,
        )
    )


_GUARDS: dict[str, Callable[[Parts, str, Scene], bool]] = {
    "month": _month, "day": _day, "weekday": _weekday, "season": _season, "year": _year,
    "ancient": _ancient,
    "decade": _decade, "nth": _nth, "length": _length, "set": _set, "partof": _partof,
    "clock": _clock, "thetime": _thetime, "vague": _vague, "half": _half, "overnight": _overnight,
}  # fmt: skip


def is_time(reader: str, parts: Parts, words: str, scene: Scene) -> bool:
    """Tell whether what looks like an expression of time is one."""
    guard = _GUARDS.get(reader)
    return guard is None or guard(parts, words, scene)
