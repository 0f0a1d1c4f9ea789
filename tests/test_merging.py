"""The same event told twice is one; it can be taken apart again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.events import merge, split
from geo.model import Casualties, Event, Place, Resolution, Toponym, When

DAY = date(2020, 3, 1)
PLACES = {
    "Saraqib": Place("1", "Saraqib", "P.PPL", "SY", "Idlib", None, 35.864, 36.806),
    "Ariha": Place("2", "Ariha", "P.PPL", "SY", "Idlib", None, 35.814, 36.609),
    "Idlib province": Place("3", "Idlib", "A.ADM1", "SY", "Idlib", None, 35.8, 36.7, 0, 60.0),
    "Homs": Place("4", "Homs", "P.PPLA", "SY", "Homs", None, 34.73, 36.72),
    "Syria": Place("5", "Syria", "A.PCLI", "SY", None, None, 35.0, 38.0, 0, 400.0),
}
ONE = Casualties(fatalities=9, fatalities_low=9, fatalities_high=9)


def told(  # noqa: PLR0913  (what tests vary)
    place="Saraqib", *, day=DAY, document="a", at=0, killed=None, lent=False, **changes
):
    """Give a telling of an air strike."""
    when = None if day is None else When(0, 1, "x", "DATE", "x", day, day, "day", "event", "x")
    where = PLACES[place] if place else None
    casualties = Casualties()
    if killed is not None:
        casualties = Casualties(fatalities=killed, fatalities_low=killed, fatalities_high=killed)
    event = Event(
        id=f"{document}{at}{place}", event_type="Explosions/Remote violence",
        sub_event_type="Air/drone strike", status="reported", when=when,
        resolution=Resolution(Toponym(0, 1, "x"), where, 0.9, "x"), actors=(),
        casualties=casualties, quote=f"quote {at}", quote_start=at, quote_end=at + 7,
        document_id=document, confidence=0.9, reason="x", place_lent=lent,
    )  # fmt: skip
    return replace(event, **changes)


SAME = [
    (told(at=0), told(at=50)),
    (told(document="a"), told(document="b")),
    (told(document="a"), told("Ariha", document="b")),
    (told(document="a"), told(document="b", day=DAY + timedelta(days=1))),
    (told("Idlib province", at=0), told("Saraqib", at=50)),
    (told("Idlib province", document="a"), told("Saraqib", document="b")),
    (told(killed=9), told(document="b", killed=11)),
    (told(killed=9), told(document="b")),
    (told(status="historical"), told(document="b")),
    (told(None), told(None, at=50)),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_tellings_of_one_event_become_one(one, other):
    (event,) = merge([one, other])
    assert event.merged == (one, other)
    assert "told 2 times" in event.merge_reason


DIFFERENT = [
    (told(at=0), told("Ariha", at=50)),
    (told(at=0), told(at=0, id="other")),
    (told(document="a"), told("Homs", document="b")),
    (told(document="a"), told(document="b", day=DAY + timedelta(days=2))),
    (told(document="a"), told(document="b", sub_event_type="Armed clash")),
    (told(document="a"), told(document="b", status="denied")),
    (told(document="a", killed=3), told(document="b", killed=40)),
    (told("Syria", document="a"), told("Saraqib", document="b")),
    (told("Idlib province", at=0, killed=20), told("Saraqib", at=50, killed=14)),
    (told(None, document="a"), told(None, document="b")),
    (told(day=None, document="a"), told(day=None, document="b")),
    (told(day=None), told(at=50)),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_may_be_two_events_stays_two(one, other):
    assert merge([one, other]) == [one, other]


def test_counts_that_differ_give_a_range():
    (event,) = merge([told(killed=9), told(document="b", killed=11)])
    harmed = event.casualties
    assert (harmed.fatalities, harmed.fatalities_low, harmed.fatalities_high) == (None, 9, 11)


def test_at_least_nine_and_eleven_are_eleven():
    least = Casualties(fatalities=9, fatalities_low=9)
    (event,) = merge([told(casualties=least), told(document="b", killed=11)])
    harmed = event.casualties
    assert (harmed.fatalities, harmed.fatalities_low, harmed.fatalities_high) == (11, 9, None)


def test_the_finer_place_wins_and_the_own_one_before_the_lent():
    (event,) = merge([told("Idlib province", at=0), told("Saraqib", at=50)])
    assert event.resolution.place.name == "Saraqib"
    (event,) = merge([told(at=0), told(at=50, lent=True)])
    assert not event.place_lent


def test_a_long_interval_is_of_the_same_event_only_if_it_is_the_same():
    month = replace(told().when, last=DAY + timedelta(days=30), precision="month")
    assert len(merge([told(when=month), told(document="b")])) == 2
    assert len(merge([told(when=month), told(document="b", when=month)])) == 1


def test_two_places_of_one_report_are_not_drawn_together_by_another():
    found = merge([told(at=0), told("Ariha", at=50), told(document="b")])
    assert [len(split(event)) for event in found] == [2, 1]


TELLINGS = st.lists(
    st.builds(
        told,
        st.sampled_from([*PLACES, None]),
        day=st.sampled_from([DAY, DAY + timedelta(days=1), DAY + timedelta(days=9), None]),
        document=st.sampled_from("abc"),
        at=st.integers(0, 400),
        killed=st.sampled_from([None, 0, 3, 9, 400]),
        lent=st.booleans(),
    ),
    max_size=25,
)


@given(TELLINGS)
def test_merging_loses_nothing_and_can_be_undone(tellings):
    found = merge(tellings)
    apart = [telling for event in found for telling in split(event)]
    assert sorted(map(repr, apart)) == sorted(map(repr, tellings))
    for event in found:
        low, best = event.casualties.fatalities_low, event.casualties.fatalities
        assert low is None or best is None or low <= best


@given(TELLINGS)
def test_merging_again_changes_nothing(tellings):
    once = merge(tellings)
    assert merge(once) == once


def test_only_near_tellings_are_compared():
    crowd = [
        told(document=f"d{number}", day=DAY + timedelta(days=3 * number)) for number in range(3000)
    ]
    assert len(merge(crowd)) == 3000
    same = [told(document=f"d{number}") for number in range(3000)]
    (event,) = merge(same)
    assert len(event.merged) == 3000
