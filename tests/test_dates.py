"""Time expressions: where they stand, which days they mean, and what they hang on."""

from __future__ import annotations

import re
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.dates import HEAD, NO_DATE, find
from geo.model import Document

TODAY = date(2020, 3, 2)
"""A Monday."""


def whens(text, published=TODAY):
    return find(Document(id="t", text=text, published=published))


def only(text, published=TODAY):
    (when,) = whens(text, published)
    return when


def day(iso):
    return date.fromisoformat(iso)


ABSOLUTE = [
    ("It fell on 2020-02-27.", "2020-02-27"),
    ("It fell on 27 February 2020.", "2020-02-27"),
    ("It fell on the 27th of February, 2020.", "2020-02-27"),
    ("It fell on February 27, 2020.", "2020-02-27"),
    ("It fell on Feb. 27, 2020.", "2020-02-27"),
    ("It fell on Thursday, 27 February 2020.", "2020-02-27"),
    ("It fell on 27/02/2020.", "2020-02-27"),
    ("It fell on 27.02.2020.", "2020-02-27"),
    ("It fell on 02/27/2020.", "2020-02-27"),
    ("It fell on 2/2/2020.", "2020-02-02"),
]


@pytest.mark.parametrize("published", [TODAY, None])
@pytest.mark.parametrize(("text", "value"), ABSOLUTE)
def test_a_full_date_needs_no_publication_date(text, value, published):
    when = only(text, published)
    assert (when.value, when.first, when.last) == (value, day(value), day(value))
    assert (when.precision, when.anchor, when.role) == ("day", "the text", "event")


def test_day_and_month_that_cannot_be_told_apart_stay_open():
    when = only("It fell on 03/04/2020.")
    assert (when.first, when.last) == (None, None)
    assert "cannot be told apart" in when.anchor


@pytest.mark.parametrize("text", ["on 31 February 2020", "on 2020-13-01", "on 45/02/2020"])
def test_a_day_that_no_calendar_has_is_no_date(text):
    assert all(when.precision != "day" for when in whens(text))


RELATIVE = [
    ("It burned on Sunday.", "2020-03-01"),
    ("It burned on Monday.", "2020-03-02"),
    ("It burned on Tuesday.", "2020-02-25"),
    ("It burned late on Thursday.", "2020-02-27"),
    ("It burned last Monday.", "2020-02-24"),
    ("It burned next Friday.", "2020-03-06"),
    ("It burned Sunday night.", "2020-03-01"),
    ("It burned today.", "2020-03-02"),
    ("It burned yesterday.", "2020-03-01"),
    ("It burns tomorrow.", "2020-03-03"),
    ("It burned last night.", "2020-03-01"),
    ("It burned three days ago.", "2020-02-28"),
    ("It burned on 20 Feb.", "2020-02-20"),
    ("It burned on February 20.", "2020-02-20"),
]


@pytest.mark.parametrize(("text", "value"), RELATIVE)
def test_a_relative_day_is_counted_from_the_publication_date(text, value):
    when = only(text)
    assert (when.first, when.last) == (day(value), day(value))
    assert when.precision == "day"
    assert when.anchor == "publication date 2020-03-02"


@pytest.mark.parametrize("text", [text for text, _ in RELATIVE])
def test_without_a_publication_date_it_stays_open_with_the_reason(text):
    when = only(text, None)
    assert (when.first, when.last, when.anchor) == (None, None, NO_DATE)
    assert when.value


MONTHS = [
    ("It began in February.", "2020-02-01", "2020-02-29"),
    ("It began in March.", "2020-03-01", "2020-03-31"),
    ("It began in April.", "2019-04-01", "2019-04-30"),
    ("It began in December.", "2019-12-01", "2019-12-31"),
    ("It began in June 2018.", "2018-06-01", "2018-06-30"),
    ("It began in May last year.", "2019-05-01", "2019-05-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), MONTHS)
def test_a_month_is_the_last_one_up_to_the_publication_date(text, first, last):
    when = only(text)
    assert (when.first, when.last, when.precision) == (day(first), day(last), "month")


YEAR_BACK = [
    ("Nov. 20", date(2022, 11, 22), "2022-11-20"),
    ("Dec. 30", date(2020, 1, 2), "2019-12-30"),
    ("31 December", date(2018, 1, 9), "2017-12-31"),
    ("January 5", date(2020, 1, 5), "2020-01-05"),
    ("January 6", date(2020, 1, 5), "2019-01-06"),
]


@pytest.mark.parametrize(("written", "published", "value"), YEAR_BACK)
def test_a_day_without_a_year_rolls_back_to_the_last_one(written, published, value):
    day_, noon = whens(f"It happened on {written} at noon.", published)
    assert (day_.value, noon.value) == (value, f"{value}T12:00")


FUTURE = [
    ("Both sides will meet on Friday.", "2020-03-06"),
    ("The vote is scheduled for Thursday.", "2020-03-05"),
    ("The talks are to open on 15 March.", "2020-03-15"),
    ("The court is due to sit on January 10.", "2021-01-10"),
]


@pytest.mark.parametrize(("text", "value"), FUTURE)
def test_a_future_cue_turns_the_day_forward(text, value):
    assert only(text).value == value


def test_a_future_cue_of_another_clause_does_not():
    found = whens("The army will stay. It shelled the town on Friday.")
    assert [when.value for when in found] == ["2020-02-28"]


RANGES = [
    ("Rain fell from 24 to 26 February.", "2020-02-24", "2020-02-26"),
    ("Rain fell on February 24-26.", "2020-02-24", "2020-02-26"),
    ("Rain fell between 24 and 26 February 2019.", "2019-02-24", "2019-02-26"),
    ("Rain fell on 24–26 Feb. 2019.", "2019-02-24", "2019-02-26"),
]


@pytest.mark.parametrize(("text", "first", "last"), RANGES)
def test_both_ends_of_a_range_have_its_interval_and_their_own_value(text, first, last):
    ends = whens(text)
    assert [when.value for when in ends] == [first, last]
    assert {(when.first, when.last) for when in ends} == {(day(first), day(last))}


STRETCHES = [
    ("It began last week.", "2020-02-24", "2020-03-01", "week"),
    ("It began last month.", "2020-02-01", "2020-02-29", "month"),
    ("It began earlier this month.", "2020-03-01", "2020-03-02", "month"),
    ("It began last year.", "2019-01-01", "2019-12-31", "year"),
    ("It began last summer.", "2019-06-01", "2019-08-31", "season"),
    ("It began in the winter of 2013.", "2013-12-01", "2014-02-28", "season"),
    ("It began in 2014.", "2014-01-01", "2014-12-31", "year"),
    ("It began in the 1990s.", "1990-01-01", "1999-12-31", "decade"),
    ("It began last weekend.", "2020-02-29", "2020-03-01", "weekend"),
]


@pytest.mark.parametrize(("text", "first", "last", "precision"), STRETCHES)
def test_longer_stretches_give_their_whole_interval(text, first, last, precision):
    when = only(text)
    assert (when.first, when.last, when.precision) == (day(first), day(last), precision)


def test_early_mid_and_late_narrow_an_interval():
    early, late = only("It began in early 2015."), only("It began in late 2015.")
    assert early.first == day("2015-01-01")
    assert early.last < late.first
    assert late.last == day("2015-12-31")


STORY = [
    ("On 10 February the town fell. Two days later it was retaken.", "2020-02-12"),
    ("On 10 February the town fell. The next day it was retaken.", "2020-02-11"),
    ("On 10 February the town fell. That night it burned.", "2020-02-10TNI"),
    ("On 10 February the town fell. Three days earlier it had been shelled.", "2020-02-07"),
]


@pytest.mark.parametrize(("text", "value"), STORY)
def test_a_story_is_counted_from_the_day_it_last_named(text, value):
    assert whens(text)[1].value == value


def test_a_story_goes_on_over_a_paragraph_break():
    found = whens("On 10 February the town fell.\n\nA day later the talks ended.")
    assert found[1].value == "2020-02-11"


def test_background_does_not_move_the_story():
    found = whens(
        "It fell on Tuesday. Since the siege began on Sunday nothing moved. That day it rained."
    )
    assert [when.role for when in found] == ["event", "context", "event"]
    assert found[2].first == found[0].first


def test_a_day_ahead_does_not_move_the_story():
    found = whens("It fell on Tuesday. Patrols will begin on 15 March. That day it rained.")
    assert found[2].first == found[0].first


def test_ago_is_counted_from_the_publication_date_even_in_a_story():
    found = whens("On 10 February the town fell. Two days ago it was retaken.")
    assert found[1].value == "2020-02-29"


BACKGROUND = [
    "The 2018 deal held for a while.",
    "A 2019 agreement names both sides.",
    "The road has been closed since 2014.",
    "The camp has stood there since January.",
    "His father had fled 20 years ago.",
    "Prices doubled last year.",
]


@pytest.mark.parametrize("text", BACKGROUND)
def test_background_dates_no_event(text):
    assert only(text).role == "context"


HEADS = [
    "BEIRUT, March 2, 2020 — A bomb fell.",
    "ALEPPO, Syria (AP), 2 March 2020 - A bomb fell.",
    "KYIV (Reuters) - March 2, 2020 - A bomb fell.",
    "Maarat al-Numan, March 2 – A bomb fell.",
    "IDLIB, SYRIA - MARCH 02: Smoke rises.",
    "date 2020-03-02 A bomb fell.",
    "Date: 2020-03-02\n\nA bomb fell.",
    "Bomb falls\n2 March 2020\nIt fell on a mill.",
    "March 2, 2020 — A bomb fell.",
]


@pytest.mark.parametrize("text", HEADS)
def test_the_date_that_a_text_gives_for_itself_is_context(text):
    when = only(text)
    assert (when.role, when.anchor, when.first) == ("context", HEAD, TODAY)


NO_HEADS = [
    "On March 2, 2020 — a holiday — a bomb fell.",
    "In Idlib, March 2, 2020 — a holiday — was quiet.",
    "Two bombs, March 2, 2020 - a list.",
    "15 February: A bomb fell.",
    "March 2 bombs fell.",
    "A.\n\nB.\n\nC.\n\nBEIRUT, March 2, 2020 — A bomb fell.",
]


@pytest.mark.parametrize("text", NO_HEADS)
def test_a_date_within_the_story_is_not_the_texts_own(text):
    assert only(text).role == "event"


def test_the_texts_own_date_does_not_move_the_story():
    found = whens("BEIRUT, March 2, 2020 — It fell on Friday. The next day it was retaken.")
    assert [when.value for when in found[1:]] == ["2020-02-28", "2020-02-29"]


NEWS = [
    "It burned before dawn on Friday.",
    "It burned on Friday.",
    "It burned in February.",
    "It burned two days ago.",
    "It burned last week.",
]


@pytest.mark.parametrize("text", NEWS)
def test_news_dates_an_event(text):
    assert only(text).role == "event"


NO_DATES = [
    "He may resign.",
    "May the best team win.",
    "They march through mud.",
    "March on, he told them.",
    "The column counted 2000 men.",
    "They met an army of 2000 men.",
    "A crowd of about 1900 people stood there.",
    "Some 1900 people live there.",
    "It cost 2,020 dollars.",
    "The sun set at last.",
    "Mon ami, he wrote.",
    "Call 2020-555 for help.",
    "Spring water ran dry.",
    "The second floor caught fire.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_plain_words_and_numbers_are_no_dates(text):
    assert whens(text) == []


@pytest.mark.parametrize(
    ("text", "type_"), [("It burned on Sunday night.", "TIME"), ("It burned on Sunday.", "DATE")]
)
def test_a_part_of_the_day_is_a_time(text, type_):
    assert only(text).type == type_


LONGER_RANGES = [
    ("It lasted from March to May 2019.", "2019-03-01", "2019-05-31"),
    ("It lasted from November to February 2019.", "2018-11-01", "2019-02-28"),
    ("It rained from Sunday night into Monday.", "2020-03-01", "2020-03-02"),
    ("It rained between Friday and Sunday.", "2020-02-28", "2020-03-01"),
    ("It stood there in 2015–2018.", "2015-01-01", "2018-12-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), LONGER_RANGES)
def test_ranges_of_months_weekdays_and_years(text, first, last):
    assert {(when.first, when.last) for when in whens(text)} == {(day(first), day(last))}


def test_two_days_named_beside_each_other_are_no_range():
    first, second = whens("They met on 3 and 5 February.")
    assert (first.last, second.first) == (day("2020-02-03"), day("2020-02-05"))


NUMERIC = [("dmy", "2020-04-03"), ("mdy", "2020-03-04")]


@pytest.mark.parametrize(("order", "value"), NUMERIC)
def test_the_order_of_numbers_is_an_option(order, value):
    (when,) = find(Document(id="t", text="It fell on 3/4/2020.", published=TODAY), order=order)
    assert when.value == value


WAR = (
    "The war began on 4 October 1890. In December the capital fell. The next day a truce was"
    " signed. In February talks failed, and on 3 March the fleet sailed. Two days later it was"
    " sunk. By the end of the year all was over. A treaty of 1892 settled the coast, one of 1894"
    " the islands."
)


def test_a_history_hangs_on_its_own_dates_and_not_on_its_publication():
    values = [when.value for when in whens(WAR)]
    assert values == [
        "1890-10-04", "1890-12", "1890-12-XX", "1891-02", "1891-03-03", "1891-03-05", "1891",
        "1892", "1894",
    ]  # fmt: skip
    assert [when.value for when in whens(WAR, None)] == values


def test_without_a_publication_date_even_a_history_leaves_last_year_open():
    when = whens("The war began in 1914. In August it spread. Last year all was calm.", None)[-1]
    assert (when.value, when.first, when.anchor) == ("XXXX", None, NO_DATE)


def test_an_old_year_in_news_does_not_make_a_history_of_it():
    text = "The club was founded in 1911 and moved in 1952 and 1960. On Friday it burned. In May it"
    text += " had been sold; yesterday the last wall fell."
    assert [when.value for when in whens(text)][3:] == ["2020-02-28", "2019-05", "2020-03-01"]


def test_a_weekday_settles_the_year_where_one_year_alone_fits():
    text = "Trade grew from 2013 to 2016. Fire broke out on Tuesday, 10 March."
    when = whens(text, None)[-1]
    assert when.value == "2015-03-10"
    assert "weekday" in when.anchor


LONG = [
    ("the first half of 2019", "2019-01-01", "2019-06-30"),
    ("Q3 2019", "2019-07-01", "2019-09-30"),
    ("the 19th century", "1800-01-01", "1899-12-31"),
    ("the 1990s", "1990-01-01", "1999-12-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), LONG)
def test_halves_quarters_decades_and_centuries(text, first, last):
    when = only(f"It was so in {text}.")
    assert (when.first, when.last) == (day(first), day(last))


def test_what_lies_before_the_calendar_has_a_value_and_no_days():
    when = only("It fell in 480 BC.")
    assert (when.value, when.first) == ("BC0480", None)
    assert "before the calendar" in when.anchor


@pytest.mark.parametrize("text", ["It took three days.", "It runs daily.", "It is now shut."])
def test_lengths_sets_and_the_vague_date_no_event(text):
    when = only(text)
    assert (when.first, when.role) == (None, "context")
    assert when.anchor


_PIECES = st.sampled_from(
    [
        "on Friday", "Nov. 20", "31 February", "in 2014", "2020-02-30", "two days later", "May",
        "last week", "99/99/2020", "the 1990s", "twelve decades ago", "next year", "tomorrow", ".",
        "\n\n", "will", "since", "earlier this month", "900 years ago", "the following day",
        "é🙂", "between 26 and 24 March", "late", "winter of 9999", "2099", "480 BC", "at 3 p.m.",
        "the night of the 12th", "Easter 2019", "the third quarter", "'45", "-", "to",
        "two weeks", "every day", "Şubat 2020", "قبل يومين", "يوم الخميس", "geçen yıl", "25:99",
        "0 BC", "the 0th century", "the same month", "last weekend", "a century ago",
        "Q9 2014", "half an hour", "24",
    ]
)  # fmt: skip
_DAYS = st.none() | st.dates()


@settings(deadline=None, max_examples=300)
@given(text=st.lists(_PIECES, max_size=15).map(" ".join) | st.text(max_size=80), published=_DAYS)
def test_offsets_are_exact_and_intervals_ordered_for_any_text(text, published):
    behind = 0
    for when in whens(text, published):
        assert behind <= when.start < when.end <= len(text)
        assert text[when.start : when.end] == when.text
        assert (when.first is None) == (when.last is None)
        assert when.first is None or when.first <= when.last
        assert when.role in {"event", "context"}
        assert when.type in {"DATE", "TIME", "DURATION", "SET"}
        assert when.anchor
        assert when.value
        assert when.rule
        behind = when.end


@settings(deadline=None)
@given(text=st.lists(_PIECES, max_size=8).map(" ".join), published=_DAYS)
def test_a_value_that_names_days_agrees_with_the_interval(text, published):
    for when in whens(text, published):
        if when.first is None or not when.value[:4].isdigit():
            continue
        if match := re.match(r"\d{4}-\d\d-\d\d", when.value):
            assert when.first <= day(match.group()) <= when.last
        elif re.fullmatch(r"\d{4}", when.value):
            assert when.first.year <= int(when.value) <= when.last.year
        elif match := re.fullmatch(r"(\d{4})-(\d\d)", when.value):
            month = (int(match.group(1)), int(match.group(2)))
            assert (when.first.year, when.first.month) <= month
            assert month <= (when.last.year, when.last.month)


RELATIVE_DAYS = [
    "on Friday", "last Monday", "next Sunday", "today", "yesterday", "tomorrow", "last night",
    "three days ago", "last week", "two weeks ago", "last weekend", "this week", "this morning",
    "the day before yesterday",
]  # fmt: skip


@given(published=st.dates(date(1900, 1, 1), date(2100, 1, 1)))
@pytest.mark.parametrize("words", RELATIVE_DAYS)
def test_a_week_later_every_relative_date_is_a_week_later(words, published):
    week = timedelta(days=7)
    one, two = only(f"It was {words}.", published), only(f"It was {words}.", published + week)
    assert (one.first + week, one.last + week) == (two.first, two.last)


HOSTILE = [
    "the ", "Friday ", "in March ", "1", "12/", "a", "May ", "the early hours of the ", "20-",
    "between 24 and ", "the end of the ", "twenty ", "\n", " ", "Nov. 20-22 ", "will meet on ",
    "late in the early ", "since ", "since a b c d e ", "mid-", "'99 ", "2014 2014 BC ", "الخميس ",
    "iki gün ", "BEIRUT, ", "2000 ", "2000 2001 ", "1939-45 ", "May-", "Jan. ", "may ", "of ", "(",
    "between 1 and ", "late ", "the day after ", "two days later ", "the following day ", "3 p.m. ",
    "3 p.m. Friday ", "10:15 ", "2020-03-02 ", "3/4/19 ", "Friday.", "now ", "5 May ",
    "Act of 1971 ", "a week ago Friday ", "overnight ", "the first week of ", "Feb. 20, 21, ",
    "Monday through ",
    "from 9 a.m. to ", "Easter Monday ", "شباط ", "بين 24 و", "منذ عام 2014 ", "Şubat 20-", "ecek ",
    "date 2020-03-02\n", "0800 ", "www.", "goals in the first quarter ", "needed ",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_work_grows_with_the_length_of_hostile_text_and_no_faster(unit):
    # Calls are counted, so that a busy machine changes nothing.
    short, long = (calls((unit * 50_000)[:length]) for length in (5_000, 50_000))
    assert long <= 13 * short + 2_000


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_wording_that_comes_again_is_read_once(unit):
    # Ten calls a character are some 0.1 s for 50 KB.
    assert calls((unit * 20_000)[:20_000]) <= 10 * 20_000 + 10_000


def test_each_further_date_of_a_hostile_text_costs_a_handful_of_calls():
    text = "Nov. 20-22 " * 3_000
    assert calls(text) <= 60 * len(whens(text)) + 10_000


def calls(text):
    """Count the calls of functions that reading a text takes."""
    count = 0

    def seen(_frame, event, _arg):
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        whens(text)
    finally:
        sys.setprofile(before)
    return count


@given(published=st.dates(date(1900, 1, 1), date(2100, 1, 1)))
@pytest.mark.parametrize("name", ["Monday", "Thursday", "Sunday"])
def test_a_bare_weekday_lies_in_the_week_up_to_the_publication_date(name, published):
    when = only(f"It burned on {name}.", published)
    assert when.first.strftime("%A") == name
    assert 0 <= (published - when.first).days <= 6


@given(published=st.dates(date(1900, 1, 1), date(2100, 1, 1)), seen=st.dates(date(1904, 1, 1)))
def test_a_day_of_a_month_never_lies_after_the_publication_date(published, seen):
    for when in whens(f"It burned on {seen.day} {seen:%B} before rain came.", published):
        assert when.first is None or when.first <= published


@given(told=st.dates(date(1600, 1, 1), date(2099, 12, 31)))
def test_a_written_day_is_read_back(told):
    for written in (f"{told.day} {told:%B} {told.year}", f"{told:%B} {told.day}, {told.year}"):
        when = only(f"It burned on {written}.", None)
        assert (when.first, when.last) == (told, told)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The council said this Monday that it was over.", date(2022, 1, 31)),
        ("The council will meet this Monday.", date(2022, 2, 7)),
        ("Shops open this Sunday.", date(2022, 2, 6)),
    ],
)
def test_this_weekday_is_the_one_of_the_same_week_unless_it_is_still_to_come(text, day):
    (when,) = find(Document(id="t", text=text, published=date(2022, 2, 4)))
    assert (when.first, when.last) == (day, day)


LATER_BORN = [
    ("The race is on 29 February.", date(2020, 2, 28), "2020-02-29"),
    ("It burned on 29 February.", date(2021, 1, 15), "2020-02-29"),
    ("It will be held on 29 February.", date(2021, 3, 2), "2024-02-29"),
    ("It fell on 2 January.", date(2019, 12, 30), "2019-01-02"),
    ("The truce starts on 2 January.", date(2019, 12, 30), "2020-01-02"),
    ("It fell on Dec. 30.", date(2020, 1, 2), "2019-12-30"),
    ("It snowed this winter.", date(2020, 1, 2), "2019-WI"),
    ("It snowed last winter.", date(2020, 1, 2), "2018-WI"),
    ("It snowed last winter.", date(2020, 3, 2), "2019-WI"),
]


@pytest.mark.parametrize(("text", "published", "value"), LATER_BORN)
def test_the_turn_of_the_year_and_leap_days(text, published, value):
    assert only(text, published).value == value


LONG_RANGES = [
    (
        "The fair runs from December 24 to January 6.",
        date(2019, 12, 30),
        "2019-12-24",
        "2020-01-06",
    ),
    ("Lanes close from April 4 through Jan. 2.", TODAY, "2020-04-04", "2021-01-02"),
    ("The guard walks Monday through Friday.", TODAY, "2020-03-02", "2020-03-06"),
    ("It lasted for December-January-February.", TODAY, "2019-12-01", "2020-02-29"),
]


@pytest.mark.parametrize(("text", "published", "first", "last"), LONG_RANGES)
def test_the_end_of_a_range_lies_behind_its_start(text, published, first, last):
    assert {(when.first, when.last) for when in whens(text, published)} == {(day(first), day(last))}


NIGHTS = [("Two were hurt overnight.", "2020-03-01", "2020-03-02"),
          ("It will rain overnight.", "2020-03-02", "2020-03-03")]  # fmt: skip


@pytest.mark.parametrize(("text", "first", "last"), NIGHTS)
def test_overnight_reaches_over_both_days_of_the_night(text, first, last):
    when = only(text)
    assert (when.value, when.first, when.last) == ("2020-03-02TNI", day(first), day(last))


WEEKS = [
    ("the last week of January", "2020-01-25", "2020-01-31"),
    ("the second week of May 2019", "2019-05-08", "2019-05-14"),
    ("the week of 19 February", "2020-02-17", "2020-02-23"),
    ("the week ending 21 February", "2020-02-15", "2020-02-21"),
    ("the weekend of 22 February", "2020-02-22", "2020-02-23"),
    ("the last Friday in May 2019", "2019-05-31", "2019-05-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), WEEKS)
def test_weeks_and_weekdays_of_a_month_have_their_days(text, first, last):
    when = only(f"It rained in {text}.")
    assert (when.first, when.last) == (day(first), day(last))


def test_what_news_tells_of_later_than_an_untold_day_stays_open():
    when = only("The girl told the police a month later.")
    assert (when.first, when.role) == (None, "context")
    assert "no day told of" in when.anchor


def test_a_fiscal_quarter_stays_open_with_the_reason():
    when = only("Sales in the fiscal second quarter fell.")
    assert when.first is None
    assert "fiscal" in when.anchor


AGO_TODAY = [
    ("Ten years ago today rockets fell.", "2010-03-02"),
    ("A week ago today a bomb went off.", "2020-02-24"),
    ("Last year, on Sept. 21, they struck.", "2019-09-21"),
    ("Last year, on 21 September, they struck.", "2019-09-21"),
    ("Last year, in September, they struck.", "2019-09"),
    ("A strike has been called for Friday.", "2020-03-06"),
    ("The bloc is sending a delegation on Friday.", "2020-03-06"),
    ("On Friday farmers intend to rally.", "2020-03-06"),
]


@pytest.mark.parametrize(("text", "value"), AGO_TODAY)
def test_words_around_a_day_settle_it(text, value):
    assert only(text).value == value


def test_that_year_is_the_one_named_last():
    text = "He has been wanted since 2015. On October 17 of that year soldiers let him go."
    assert [when.value for when in whens(text)] == ["2015", "2015-10-17"]


def test_a_date_in_brackets_at_the_head_is_the_texts_own():
    first, second = whens("COTABATO CITY (March 2) - Two bombs went off on Sunday.")
    assert (first.anchor, first.role) == (HEAD, "context")
    assert second.value == "2020-03-01"


ENTRIES = "14:20 A drone fell.\n\n13:05\n\nShells fell.\n\n9.30 is no hour here. 12:30 won.\n\n"


def test_the_hours_of_a_live_report_are_of_its_day():
    found = [when for when in whens(ENTRIES + "11:15 - All calm.") if when.first == TODAY]
    assert [when.text for when in found] == ["14:20", "13:05", "11:15"]
    assert all(when.role == "event" for when in found)


def test_two_hours_make_no_live_report():
    assert not [when for when in whens(ENTRIES) if when.first]
    assert not [when for when in whens(ENTRIES + "11:15 - All calm.", None) if when.first]
