"""The rules of English: how it writes times, from the most to the least telling."""

from __future__ import annotations

from geo.dates.grammar import Rule, rule

_ABSOLUTE = [
    ("iso", "iso", r"{year:\d\d\d\d}-{month:\d\d}-{day:\d\d}(?:[T ]{clock:\d\d:\d\d})?(?![\w-])"),
    ("numbers", "numeric", r"{one:\d\d?}{sep:[/.-]}{two:\d\d?}(?P=sep__1){year:(?:\d{4}|\d\d)}(?![\w/-])"),
    ("day month", "day", r"{OFDAY}?{mod:EARLY}?(?: on)? ?(?:{weekday:WEEKDAY}(?: {part:PART})?,? )?(?:the )?"
     r"{day:DAY}(?: day)?(?: of)? {month:MONTH}{OFYEAR}?(?: {part:PART})?"),
    ("first of days", "day", r"{OFDAY}?(?:the )?{day:DAY}(?={TO}(?:the )?{DAY}(?: of)? {month:MONTH}{OFYEAR}?)"),
    ("day month of a range", "day", r"{day:DAY}(?: of)? {month:MONTH}(?={TO}{DAY}(?: of)? {MONTH},? {year:YEAR})"),
    ("month day of a range", "day", r"{month:MONTH} {day:DAY}(?={TO}(?:{MONTH} )?{DAY},? {year:YEAR})"),
    ("month of a range", "month", r"(?:{mod:MOD})?{month:MONTH}(?={TO}(?:{MOD})?{until:MONTH},? {year:YEAR})"),
    ("month day", "day", r"{OFDAY}?(?:{mod:MOD})?(?:{weekday:WEEKDAY}(?: {part:PART})?,? )?"
     r"{month:MONTH} (?:the )?{day:DAY}(?!:\d|%|,\d\d\d\b){OFYEAR}?"
     r"(?: {part:PART})?"),
    ("half", "half", r"(?:the )?{nth:(?:first|second|third|fourth|1st|2nd|3rd|4th|latter|last)}[- ]{half:(?:half|quarter)}"
     r"(?:(?: of)?{OFYEAR}|(?: of)? {unit:(?:the|this|last|next)} year(?!\w)| of {month:MONTH}{OFYEAR}?)?"),
    ("month", "month", r"(?:{mod:MOD})?(?:{way:(?:last|this|next|the following|the previous|that|the same|this past|this coming)} )?"
     r"{month:MONTH}{OFYEAR}?"),
    ("season", "season", r"(?:{mod:MOD})?(?:{way:(?:last|this|next|the following|the previous|the next|that|the same)} )?"
     r"(?:the )?(?:{year:YEAR} )?{season:SEASON}(?:(?: of)?{OFYEAR})?"),
    ("season of a name", "season", r"{season:SEASON}"),
    ("year", "year", r"(?:{mod:MOD})?(?:(?:the )?years? )?{year:YEAR}(?: {era:ERA})?"),
    ("era", "year", r"(?:{mod:MOD})?(?:ca?\. )?{year:\d{1,4}} {era:(?:BCE?|B\.C\.E\.|B\.C\.?)}(?!\w)"),
    ("ad", "year", r"(?:AD|A\.D\.) {year:\d{1,4}}(?!\w)"),
    ("short year", "year", r"(?:{mod:MOD})?{short:SHORT}"),
    ("ancient year", "ancient", r"(?:{mod:MOD})?{year:\d\d\d}(?![\w%,.]\w|[\w%]| {UNIT})"),
    ("decade", "decade", r"(?:{mod:MOD})?(?:the )?(?:{mod:EARLY}[- ](?:to[- ]late[- ])?)?(?:{year:\d\d\d?0}['’]?s|['’‘]{short:\d0}s"
     r"|{word:(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)})(?: {era:ERA})?(?!\w)"),
    ("century", "century", r"(?:{mod:MOD})?(?:the )?(?:{mod:EARLY}[- ])?{nth:ORDINAL}[- ]centur(?:y|ies)(?: {era:ERA})?(?!\w)"),
    ("quarter", "half", r"{half:[QH]}{nth:[1-4]}(?:{OFYEAR})?(?!\w)"),
    ("holiday", "holiday", r"(?:{mod:MOD})?{holiday:HOLIDAY}(?:{OFYEAR})?(?: {part:PART})?"),
    ("day of month", "nth", r"{OFDAY}?(?:the )?{day:NTH}(?: of {rel:(?:that|the same|this|last|next|the following|the previous)} month)?(?!\w)"),
    ("part of a number", "nth", r"{OFDAY}{day:DAY}(?! {MONTH})"),
    ("clock", "clock", r"(?:{part:(?:noon|midday|midnight)}|{clock:CLOCK})(?!\w)"),
]  # fmt: skip

_RELATIVE = [
    ("weekday", "weekday", r"(?:{OFDAY}|(?:early|late)(?: on)? )?(?:{way:(?:last|this|next|the following|the previous|that|this past|this coming)} )?"
     r"{weekday:WEEKDAY}(?:['’]s)?(?: {part:PART})?(?: {way:(?:last|next) week})?"),
    ("deictic", "deictic", r"(?:(?:early|late|earlier|later) )?{word:(?:the day before yesterday|the day after tomorrow|today|yesterday|tomorrow|tonight)}"
     r"(?!\w)(?: {part:PART})?"),
    ("this morning", "partof", r"(?:(?:early|late|later|earlier)(?: on| in)? )?{way:(?:last|this|that same|that very|that|the same|the following|the next|the previous|next)} {part:PART}"),
    ("morning", "partof", r"(?:(?:early|late|later)(?: on| in)? )?(?:{way:(?:the|one)} )?{part:PART}(?! of)"),
    ("nighttime", "partof", r"{part:(?:night-time|nighttime|daytime)}"),
    ("story day", "storyday", r"(?:(?:early|late|later) (?:on )?)?{way:(?:the following|the next|next|that same|that very|that|the very same|the same|the very next|the previous|the preceding)} {unit:day}(?!\w| (?:of|in|from))"),
    ("day before", "storyday", r"{way:the} day {step:(?:before|after|following|earlier|later)}(?!\w| yesterday| tomorrow)"),
    ("unit", "unit", r"(?:{mod:MOD})?{way:(?:last|this past|this coming|this|next|the following|the next|the previous|the preceding|the past|the last|the coming|that same|that very|that|the very same|the same|previous|following|the current)}"
     r" {unit:(?:week(?:end)?s?|fortnight|month|quarter|year|decade|century)}(?!\w)"),
    ("the weekend", "unit", r"{way:the} {unit:weekend}(?!\w)"),
    ("of the unit", "unit", r"(?:{mod:MOD}|{mod:(?:later|earlier) in (?:the )?})(?P<way>){unit:(?:week|month|year|decade|century)}(?!\w)"),
    ("of the unit", "unit", r"(?P<way>){unit:(?:month|year|week)}['’]s {mod:end}"),
    ("of the season", "season", r"(?:later|earlier|early|late) in the {season:SEASON}"),
    ("shift", "shift", r"{ABOUT}?(?:{number:NUMBER}|{vague:VAGUE})(?: (?:short|full|long|whole|mere))? {unit:UNIT}"
     r" {step:(?:ago|earlier|later|before|after|afterwards?|previously|hence|from now|thereafter|beforehand|prior)}(?!\w)"),
    ("units later", "shift", r"(?:(?:only|just) )?(?P<vague>){unit:(?:days|weeks|months|years|hours|minutes|decades|centuries)}"
     r" {step:(?:ago|earlier|later|before|after|afterwards?|previously)}(?!\w)"),
    ("recent", "recent", r"{way:(?:recent|(?:the )?(?:last|past|coming|next) (?:few|several|couple of))} {unit:UNIT}"),
]  # fmt: skip

_LENGTHS = [
    ("last units", "length", r"(?:the|these|those) (?:(?:first|last|past|next|previous|following|final|coming|preceding|subsequent|opening|intervening|ensuing|other|same|entire|whole|closing) )?"
     r"(?:{number:NUMBER}|{vague:(?:several|few|many|couple of)})(?:[- ](?:full|long|short|previous))? {unit:UNIT}(?: period(?!\w))?"),
    ("adjective units", "length", r"(?:the )(?P<vague>(?:following|next|coming|last|past|intervening|early|ensuing|succeeding|final|previous|subsequent|closing|opening)) {unit:(?:minutes|hours|days|weeks|months|years|decades|centuries)}(?!\w)"),
    ("first unit", "length", r"the (?P<number>(?:first|last|final|opening)) {unit:(?:hour|day|week|month|year|decade)}(?!\w)"),
    ("length", "length", r"(?:as (?:long|much|many|little) as )?{ABOUT}?(?:the )?(?:another )?(?:{number:NUMBER}|{vague:VAGUE}(?: more)?)(?: (?:more|full|long|short|whole|consecutive|straight|bloody|bitter|brutal|further|additional))?"
     r" {unit:UNIT}(?: and a {plushalf:half}(?!\w))?(?:[- ]long(?!\w)| time(?!\w))?"),
    ("long adjective", "length", r"{number:NUMBER}-{unit:UNIT}(?:[- ]long(?!\w))?"),
    ("period", "length", r"(?:the |a |an )?{number:NUMBER}[- ]{unit:UNIT}[- ]period(?!\w)"),
    ("half", "length", r"{ABOUT}?{number:NUMBER} and (?:a )?{plushalf:half} {unit:UNIT}"),
    ("unit and a half", "length", r"{ABOUT}?{number:(?:a|an|one)} {unit:UNIT} and a {plushalf:half}(?!\w)"),
    ("half hour", "length", r"{half:half}(?: an?| of an?|-an?)?[- ]{unit:UNIT}"),
    ("unit-long", "length", r"(?P<number>){unit:(?:minute|hour|day|week|month|year|decade|century)}s?[- ]long(?!\w)"),
    ("units", "length", r"(?P<vague>){unit:(?:minutes|hours|days|weeks|months|years|decades|centuries)}(?!\w)"),
]  # fmt: skip

_SETS = [
    ("every", "set", r"{how:(?:every|each)}(?: {other:(?:other|second|two|three|four|five|six|ten)})? {unit:(?:second|minute|hour|day|night|week|weekend|month|quarter|year|decade|spring|summer|autumn|winter|morning|afternoon|evening|{WEEKDAY}|{MONTH})s?}(?!\w)"),
    ("adverb", "set", r"{word:(?:hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annually|annual|everyday)}(?!\w)"),
    ("per", "set", r"{how:(?:per|a|an)} {unit:(?:second|minute|hour|day|week|month|quarter|year)}(?!\w)"),
    ("times a", "set", r"(?:once|twice|{NUMBER} times|several times) {how:(?:a|an|per|each|every)} {unit:(?:minute|hour|day|week|month|year)}(?!\w)"),
]  # fmt: skip

_VAGUE = [
    ("now", "vague", r"{present:(?:right now|now|nowadays|currently|current|at present|(?:the )?present[- ](?:day|time)|the present|(?<=to\s)date|modern[- ]day|at this time|at the present time|the time being|the moment|these days|this moment)}(?!\w)"),
    ("past", "vague", r"{past:(?:recently|recent|formerly|former|the (?:recent |distant )?past|previously(?=,)|lately|long ago|not long ago|the old days|once upon a time)}(?!\w)"),
    ("future", "vague", r"{future:(?:(?:the |the near |near |the foreseeable )?future)}(?!\w)"),
    ("the time", "thetime", r"{same:(?:the same time|this time|that time|the time(?! (?:of|to|for|when|he|she|they|it|being|was|is))|this period|that period|the same period|that point)}(?!\w)"),
]  # fmt: skip

ENGLISH: list[Rule] = [
    rule(name, reader, pattern)
    for table in (_ABSOLUTE, _RELATIVE, _SETS, _LENGTHS, _VAGUE)
    for name, reader, pattern in table
]
