"""The rules of English for days, months, years and hours, absolute and counted from others."""

from __future__ import annotations

from geo.dates.grammar import Rule, rule

ABSOLUTE: list[Rule] = [
    rule(
        "first of days",
        "day",
        r"{OFDAY}?(?:the )?{day:DAY}(?=(?:, {DAY}){0,4}{TO}(?:the )?{DAY}(?: of)? "
        r"{month:MONTH}{OFYEAR}?)",
    ),
    rule(
        "day month of a range",
        "day",
        r"{day:DAY}(?: of)? {month:MONTH}(?={TO}{DAY}(?: of)? {MONTH},? {year:YEAR})",
    ),
    rule(
        "month day of a range",
        "day",
        r"{month:MONTH} {day:DAY}(?={TO}(?:{MONTH} )?{DAY},? {year:YEAR})",
    ),
    rule(
        "month of a range",
        "month",
        r"(?:{mod:MOD})?{month:MONTH}(?={TO}(?:{MOD})?{until:MONTH},? {year:YEAR})",
    ),
    rule(
        "iso",
        "iso",
        r"{year:\d\d\d\d}-{month:\d\d}-{day:\d\d}(?:[T ]{clock:\d\d:\d\d})?(?![\w-])",
    ),
    rule("year first", "iso", r"{year:\d\d\d\d}[/.]{month:\d\d}[/.]{day:\d\d}(?![\w/-])"),
    rule("day-month-year", "day", r"{day:DAY}-{month:MONTH}-{year:YEAR}"),
    rule(
        "numbers",
        "numeric",
        r"{one:\d\d?}{sep:[/.-]}{two:\d\d?}(?P=sep__1){year:(?:\d{4}|\d\d)}(?![\w/-])",
    ),
    rule(
        "day month",
        "day",
        r"{OFDAY}?{mod:EARLY}?(?: on)? ?(?:{weekday:WEEKDAY}(?: {part:PART})?,? )?(?:the )?"
        r"{day:DAY}(?: day)?(?: of)? {month:MONTH}{OFYEAR}?(?: {part:PART})?",
    ),
    rule(
        "month day",
        "day",
        r"{OFDAY}?(?:{mod:MOD})?(?:{weekday:WEEKDAY}(?: {part:PART})?,? )?{month:MONTH} "
        r"(?:the )?{day:DAY}(?!:\d|%|,\d\d\d\b){OFYEAR}?(?: {part:PART})?",
    ),
    rule(
        "month day of the year before it",
        "day",
        r"{rel:(?:that|the same|last|next)} year,? (?:on )?{month:MONTH} (?:the )?{day:DAY}"
        r"(?!:\d|%)",
    ),
    rule(
        "day month of the year before it",
        "day",
        r"{rel:(?:that|the same|last|next)} year,? (?:on )?(?:the )?{day:DAY}(?: of)? "
        r"{month:MONTH}",
    ),
    rule(
        "month of the year before it",
        "month",
        r"{rel:(?:that|the same|last|next)} year,? in (?:{mod:EARLY} )?{month:MONTH}(?! \d)",
    ),
    rule(
        "half",
        "half",
        r"(?:the )?{nth:(?:first|second|third|fourth|1st|2nd|3rd|4th|latter|last)}[- ]{half:"
        r"(?:half|quarter)}(?:(?: of)?{OFYEAR}|(?: of)? {unit:(?:the|this|last|next)}"
        r" year(?!\w)| of {month:MONTH}{OFYEAR}?)?",
    ),
    rule("month", "month", r"(?:{mod:MOD})?(?:{way:WAY} )?{month:MONTH}{OFYEAR}?"),
    rule(
        "season",
        "season",
        r"(?:{mod:MOD})?(?:{way:WAY} )?(?:the )?(?:{year:YEAR} )?{season:SEASON}(?:(?: of)?"
        r"{OFYEAR})?",
    ),
    rule("season of a name", "season", r"{season:SEASON}"),
    rule("year", "year", r"(?:{mod:MOD})?(?:(?:the )?years? )?{year:YEAR}(?: {era:ERA})?"),
    rule(
        "era",
        "year",
        r"(?:{mod:MOD})?(?:ca?\. )?{year:\d{1,4}} {era:(?:BCE?|B\.C\.E\.|B\.C\.?)}(?!\w)",
    ),
    rule("ad", "year", r"(?:AD|A\.D\.) {year:\d{1,4}}(?!\w)"),
    rule("short year", "year", r"(?:{mod:MOD})?{short:SHORT}"),
    rule("ancient year", "ancient", r"(?:{mod:MOD})?{year:\d\d\d}(?![\w%,.]\w|[\w%]| {UNIT})"),
    rule(
        "decade",
        "decade",
        r"(?:{mod:MOD})?(?:the )?(?:{mod:EARLY}[- ](?:to[- ]late[- ])?)?(?:"
        r"{year:\d\d\d?0}['’]?s|['’‘]{short:\d0}s|{word:(?:twenties|thirties|forties|fifties|"
        r"sixties|seventies|eighties|nineties)})(?: {era:ERA})?(?!\w)",
    ),
    rule(
        "century",
        "century",
        r"(?:{mod:MOD})?(?:the )?(?:{mod:EARLY}[- ])?{nth:ORDINAL}[- ]centur(?:y|ies)(?: "
        r"{era:ERA})?(?!\w)",
    ),
    rule(
        "weekday of a month",
        "nthday",
        r"(?:the )?{nth:(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)} (?:"
        r"{weekday:WEEKDAY}|{unit:(?:day|week)}) (?:of|in) {month:MONTH}{OFYEAR}?",
    ),
    rule(
        "week of a day",
        "weekof",
        r"(?:the )?{unit:week(?:end)?} {way:(?:of|beginning|starting|ending)}(?: on)? (?:"
        r"{weekday:WEEKDAY},? )?(?:{day:DAY}(?: of)? {month:MONTH}|{month:MONTH} {day:DAY})"
        r"{OFYEAR}?",
    ),
    rule("quarter", "half", r"{half:[QH]}{nth:[1-4]}(?:{OFYEAR})?(?!\w)"),
    rule("holiday", "holiday", r"(?:{mod:MOD})?{holiday:HOLIDAY}(?:{OFYEAR})?(?: {part:PART})?"),
    rule("day of month", "nth", r"{OFDAY}?(?:the )?{day:NTH}(?: of {rel:WAY} month)?(?!\w)"),
    rule("part of a number", "nth", r"{OFDAY}{day:DAY}(?! {MONTH})"),
    rule("clock", "clock", r"(?:{part:(?:noon|midday|midnight)}|{clock:CLOCK})(?!\w)"),
]
"""What stands on the calendar, and hours."""

RELATIVE: list[Rule] = [
    rule(
        "weekday",
        "weekday",
        r"(?:{OFDAY}|{part:(?:dawn|dusk|daybreak|sunset|sunrise|overnight)}(?: on)? "
        r"|(?:early|late)(?: on)? )?(?:{way:COMING} )?{weekday:WEEKDAY}(?: "
        r"{part:PART})?(?:(?: of)? {way:(?:last|this|next) week}(?!\w)| {way:week}(?![\w-]))?",
    ),
    rule("week and day", "weekday", r"{way:(?:last|next) week},?(?: on)? {weekday:WEEKDAY}"),
    rule(
        "weekday of a week",
        "weekday",
        r"a {way:week (?:ago|from)}(?: on| last| next)? {weekday:WEEKDAY}(?: {part:PART})?",
    ),
    rule("overnight", "overnight", r"{part:overnight}(?!\w)"),
    rule(
        "same of last year", "sameday", r"(?:the )?same {unit:(?:day|week|month)} {way:last} year"
    ),
    rule(
        "deictic",
        "deictic",
        r"(?:(?:early|late|earlier|later) )?{word:(?:the day before yesterday|the day after"
        r" tomorrow|today|yesterday|tomorrow|tonight)}(?!\w)(?: {part:PART})?",
    ),
    rule(
        "this morning",
        "partof",
        r"(?:(?:early|late|later|earlier)(?: on| in)? )?{way:(?:last|this|that same|that"
        r" very|that|the same|the following|the next|the previous|next)} {part:PART}",
    ),
    rule(
        "morning",
        "partof",
        r"(?:(?:early|late|later)(?: on| in)? )?(?:{way:(?:the|one)} )?{part:PART}(?! of)",
    ),
    rule("nighttime", "partof", r"{part:(?:night-time|nighttime|daytime)}"),
    rule(
        "story day",
        "storyday",
        r"(?:(?:early|late|later) (?:on )?)?{way:(?:the following|the next|next|that same|"
        r"that very|that|the very same|the same|the very next|the previous|the preceding)} "
        r"{unit:day}(?!\w| (?:of|in|from))",
    ),
    rule(
        "day before",
        "storyday",
        r"{way:the} (?:day|{part:(?:morning|afternoon|evening|night)}) "
        r"{step:(?:before|after|following|earlier|later)}(?!\w| yesterday| tomorrow)",
    ),
    rule(
        "unit",
        "unit",
        r"(?:{mod:MOD})?{way:(?:last|this past|this coming|this|next|the following|the next|"
        r"the previous|the preceding|the past|the last|the coming|that same|that very|that|"
        r"the very same|the same|previous|following|the current)} {unit:(?:weekends?|week|"
        r"fortnight|month|quarter|year|decade|century)}(?!\w)",
    ),
    rule("the weekend", "unit", r"{way:the} {unit:weekend}(?!\w)"),
    rule(
        "of the unit",
        "unit",
        r"(?:{mod:MOD}|{mod:(?:later|earlier) in (?:the )?})(?P<way>){unit:(?:week|month|"
        r"year|decade|century)}(?!\w)",
    ),
    rule("of the unit", "unit", r"(?P<way>){unit:(?:month|year|week)}['’]s {mod:end}"),
    rule("of the season", "season", r"(?:later|earlier|early|late) in the {season:SEASON}"),
    rule(
        "shift",
        "shift",
        r"{ABOUT}?(?:{number:NUMBER}|{vague:VAGUE})(?: (?:short|full|long|whole|mere))? "
        r"{unit:UNIT} {step:(?:ago|earlier|later|before|after|afterwards?|previously|hence|"
        r"from now|thereafter|beforehand|prior)}(?!\w)(?: {exact:(?:today|to the day)}(?!\w))?",
    ),
    rule(
        "units later",
        "shift",
        r"(?:(?:only|just) )?(?P<vague>){unit:(?:days|weeks|months|years|hours|minutes|"
        r"decades|centuries)} {step:(?:ago|earlier|later|before|after|afterwards?|"
        r"previously)}(?!\w)",
    ),
    rule(
        "recent",
        "recent",
        r"{way:(?:recent|(?:the )?(?:last|past|coming|next) (?:few|several|couple of))} "
        r"{unit:UNIT}",
    ),
]
"""What is counted from another day."""
