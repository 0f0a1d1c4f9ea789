"""The rules of English for lengths, what is repeated, and the vague."""

from __future__ import annotations

from geo.dates.grammar import Rule, rule

SETS: list[Rule] = [
    rule(
        "every",
        "set",
        r"{how:(?:every|each)}(?: {other:(?:other|second|two|three|four|five|six|ten)})? "
        r"{unit:(?:second|minute|hour|day|night|week|weekend|month|quarter|year|decade|"
        r"spring|summer|autumn|winter|morning|afternoon|evening|{WEEKDAY}|{MONTH})s?}(?!\w)",
    ),
    rule(
        "adverb",
        "set",
        r"{word:(?:hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annually|"
        r"annual|everyday)}(?!\w)",
    ),
    rule(
        "per",
        "set",
        r"{how:(?:per|a|an)} {unit:(?:second|minute|hour|day|week|month|quarter|year)}(?!\w)",
    ),
    rule(
        "times a",
        "set",
        r"(?:once|twice|{NUMBER} times|several times) {how:(?:a|an|per|each|every)} {unit:"
        r"(?:minute|hour|day|week|month|year)}(?!\w)",
    ),
]
"""What happens again and again."""

LENGTHS: list[Rule] = [
    rule(
        "last units",
        "length",
        r"(?:the|these|those) (?:(?:first|last|past|next|previous|following|final|coming|"
        r"preceding|subsequent|opening|intervening|ensuing|other|same|entire|whole|closing)"
        r" )?(?:{number:NUMBER}|{vague:(?:several|few|many|couple of)})(?:[- ](?:full|long|"
        r"short|previous))? {unit:UNIT}(?: period(?!\w))?",
    ),
    rule(
        "adjective units",
        "length",
        r"(?:the )(?P<vague>(?:following|next|coming|last|past|intervening|early|ensuing|"
        r"succeeding|final|previous|subsequent|closing|opening)) {unit:UNITS}",
    ),
    rule(
        "first unit",
        "length",
        r"the (?P<number>(?:first|last|final|opening)) {unit:(?:hour|day|week|month|year|"
        r"decade)}(?!\w)",
    ),
    rule(
        "length",
        "length",
        r"(?:as (?:long|much|many|little) as )?{ABOUT}?(?:the )?(?:another )?(?:"
        r"{number:NUMBER}|{vague:VAGUE}(?: more)?)(?: (?:more|full|long|short|whole|"
        r"consecutive|straight|bloody|bitter|brutal|further|additional))? {unit:UNIT}(?: and"
        r" a {plushalf:half}(?!\w))?(?: long(?!\w)| time(?!\w))?",
    ),
    rule("long adjective", "length", r"{number:NUMBER}-{unit:UNIT}(?:[- ]long(?!\w))?"),
    rule("period", "length", r"(?:the |a |an )?{number:NUMBER}[- ]{unit:UNIT}[- ]period(?!\w)"),
    rule("half", "length", r"{ABOUT}?{number:NUMBER} and (?:a )?{plushalf:half} {unit:UNIT}"),
    rule(
        "unit and a half",
        "length",
        r"{ABOUT}?{number:(?:a|an|one)} {unit:UNIT} and a {plushalf:half}(?!\w)",
    ),
    rule("half hour", "length", r"{half:half}(?: an?| of an?|-an?)?[- ]{unit:UNIT}"),
    rule(
        "unit-long",
        "length",
        r"(?P<number>){unit:(?:minute|hour|day|week|month|year|decade|century)}s?[-"
        r" ]long(?!\w)",
    ),
    rule("units", "length", r"(?P<vague>){unit:UNITS}"),
]
"""Lengths of time."""

VAGUE: list[Rule] = [
    rule(
        "now",
        "vague",
        r"{present:(?:right now|now|nowadays|currently|current|at present|(?:the )?present[-"
        r" ](?:day|time)|the present|(?<=to\s)date|modern[- ]day|at this time|at the present"
        r" time|the time being|the moment|these days|this moment)}(?!\w)",
    ),
    rule(
        "past",
        "vague",
        r"{past:(?:recently|recent|formerly|former|the (?:recent |distant )?past|"
        r"previously(?=,)|lately|long ago|not long ago|the old days|once upon a time)}(?!\w)",
    ),
    rule("future", "vague", r"{future:(?:(?:the |the near |near |the foreseeable )?future)}(?!\w)"),
    rule(
        "the time",
        "thetime",
        r"{same:(?:the same time|this time|that time|the time(?! (?:of|to|for|when|he|she|"
        r"they|it|being|was|is))|this period|that period|the same period|that point)}(?!\w)",
    ),
]
"""What names no time at all."""
