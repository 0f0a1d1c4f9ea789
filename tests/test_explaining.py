"""What an explanation says has to be what was decided, and add up."""

from __future__ import annotations

import math
import pickle
from dataclasses import FrozenInstanceError
from datetime import date

import pytest

import geo
from geo import pipeline
from geo.explaining import explain, words
from geo.model import Document
from geo.resolve import resolve
from geo.resolve.weighing import FEATURES
from geo.toponyms import features, recognise

TEXTS = [
    "Shells fell on Tripoli, Lebanon, on Sunday. Ankara said Syrian troops had left Idlib.",
    "Two people were hurt in Springfield.",
    "Drones struck Aleppo airport. New York City was quiet, and so was York.",
    "Snow fell in Victoria; Paris Hilton was in London, Ontario, with Jordan Reading.",
    "Nothing happened.",
    "Two people were killed in Homs city and in Idlib province, in Syria, and in Homs.",
    "In Kherson, a woman died. Ukraine blamed Russia. Kyiv said so.",
    "Halep'te iki kişi öldü, Suriye'nin İdlib kentinde ise çatışma çıktı.",
    "قال مصدر في حلب إن غارات على إدلب أوقعت قتلى",
]


@pytest.fixture(scope="session")
def explained(gazetteer):
    def explanation(text, **fields):
        return explain(Document(id="t", text=text, **fields), gazetteer)

    return explanation


def _span(explanation, text):
    return next(span for span in explanation.spans if span.toponym.text == text)


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_taken_and_where_it_is_is_what_the_stages_decide(explained, gazetteer, text):
    document = Document(id="t", text=text)
    names = recognise(document, gazetteer)
    taken = [span for span in explained(text).spans if span.taken]
    assert [span.toponym for span in taken] == names
    resolutions = [span.whereabouts.resolution for span in taken]
    assert resolutions == resolve(document, names, gazetteer)
    for span in taken:
        place = span.whereabouts.resolution.place
        assert place in {None, span.whereabouts.readings[0].place}


@pytest.mark.parametrize("text", TEXTS)
def test_arguments_add_up_to_the_belief(explained, text):
    found = explained(text)
    for span in (each for each in found.spans if not each.by_rule):
        odds = found.start + math.fsum(each.weight for each in span.arguments)
        assert math.log(span.belief / (1 - span.belief)) == pytest.approx(odds, abs=1e-3)


@pytest.mark.parametrize("text", TEXTS)
def test_what_told_two_readings_apart_adds_up_to_the_lead(explained, text):
    for span in explained(text).spans:
        for each in span.whereabouts.comparisons if span.taken else ():
            belief = {one.place.id: one.belief for one in span.whereabouts.readings}
            lead = math.log(belief[each.winner.id] / belief[each.other.id])
            assert each.lead == pytest.approx(lead, abs=1e-6)
            assert math.fsum(one.weight for one in each.arguments) == pytest.approx(each.lead)


@pytest.mark.parametrize("text", TEXTS)
def test_the_strongest_come_first_and_beliefs_are_shares(explained, text):
    for span in explained(text).spans:
        strengths = [abs(each.weight) for each in span.arguments]
        assert strengths == sorted(strengths, reverse=True)
        if span.taken:
            beliefs = [each.belief for each in span.whereabouts.readings]
            # A town may come before the likelier division that is named for it.
            assert beliefs[1:] == sorted(beliefs[1:], reverse=True)
            assert sum(beliefs) == pytest.approx(1.0)


def test_the_reason_is_the_one_in_the_event_card(gazetteer):
    text = "Two soldiers were killed in Idlib on Sunday."
    document = Document(id="t", text=text, published=date(2020, 3, 2))
    (event,) = pipeline.annotate(document, pipeline.stages(gazetteer)).events
    reason = _span(explain(document, gazetteer), "Idlib").whereabouts.resolution.reason
    assert reason == event.resolution.reason
    assert reason in event.reason


def test_a_parent_beside_the_name_is_what_wins(explained):
    where = _span(explained(TEXTS[0]), "Tripoli").whereabouts
    assert where.readings[0].country == "Lebanon"
    assert where.readings[1].country == "Libya"
    strongest = where.comparisons[0].arguments[0]
    assert strongest.feature == "lies in the parent beside it"
    assert strongest.weight > 0
    assert strongest.words == "it lies in the place named beside it"


def test_flags_are_told(explained):
    found = explained(TEXTS[0])
    assert _span(found, "Syrian").toponym.demonym
    assert _span(found, "Ankara").toponym.metonymic


def test_a_part_of_a_longer_name_says_so(explained):
    found = explained(TEXTS[2])
    assert "“Aleppo airport”" in _span(found, "Aleppo").why_not
    assert "longer and believed more" in _span(found, "Aleppo").why_not
    assert _span(found, "Aleppo").whereabouts is None
    whole = _span(found, "Aleppo airport")
    assert whole.why_not == ""
    assert whole.whereabouts.readings[0].kind == "airport"


def test_a_name_that_is_not_believed_says_what_it_takes(explained):
    why_not = _span(explained("Jordan Reading was born."), "Reading").why_not
    assert why_not.startswith("less likely than the 40 %")


def test_an_open_name_keeps_its_readings_and_its_reason(explained):
    where = _span(explained(TEXTS[1]), "Springfield").whereabouts
    assert where.resolution.place is None
    assert "nothing in the text tells them apart" in where.resolution.reason
    assert len(where.readings) > 5
    assert where.comparisons


def test_a_division_of_the_same_name_is_no_rival_but_the_next_one_elsewhere_is(explained):
    for text in TEXTS:
        for span in explained(text).spans:
            where = span.whereabouts
            if where is None or len(where.readings) < 2:
                continue
            assert where.comparisons[0].other == where.readings[1].place
            elsewhere = [each.place for each in where.readings if not each.same]
            if where.readings[1].same and elsewhere:
                assert where.comparisons[1].other == elsewhere[0]


def test_the_source_counts(explained):
    def british(source):
        found = explained("A fire broke out in Richmond.", source=source)
        readings = _span(found, "Richmond").whereabouts.readings
        return sum(each.belief for each in readings if each.place.country == "GB")

    assert british("gazette.co.uk") > 2 * british(None)


def test_a_number_in_steps_is_one_argument(explained):
    for text in TEXTS:
        for span in explained(text).spans:
            numbers = [each.feature.partition(" ≥ ")[0] for each in span.arguments]
            assert len(numbers) == len(set(numbers))


def test_dates_say_what_they_were_counted_from(explained):
    (when,) = explained("Snow fell in Homs on Sunday.", published=date(2020, 3, 2)).whens
    assert (when.first, when.anchor) == (date(2020, 3, 1), "publication date 2020-03-02")


def test_explanations_are_frozen_and_can_be_pickled(explained):
    found = explained(TEXTS[0])
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301  (our own bytes)
    with pytest.raises(FrozenInstanceError):
        found.start = 0.0


@pytest.mark.parametrize("text", ["", " ", "\ud800", "🙂" * 50, "\x00", "Aleppo " * 200])
def test_odd_texts_are_explained_too(explained, text):
    assert explained(text).document.text == text


def test_every_feature_has_words_of_its_own():
    told = [words.of_name(name) for name in features.names()]
    assert not set(told) & set(features.names())
    assert len(set(told)) == len(told)
    for winner in (True, False):
        told = [words.of_place(name, winner=winner) for name in FEATURES]
        assert not set(told) & set(FEATURES)
        assert len(set(told)) == len(told)


def test_a_feature_unknown_here_is_told_by_its_name():
    assert words.of_name("behind a drum") == "behind a drum"
    assert words.of_name("drums ≥ 3") == "drums ≥ 3"
    assert words.of_name("word before: drums") == "the word before it is of “drums”"
    assert words.of_place("drums", winner=False) == "drums, of the other"


def test_the_front_door_takes_a_text():
    found = geo.explain("Snow fell in Homs on Sunday.", published="2020-03-02")
    assert _span(found, "Homs").taken
    assert found.whens[0].first == date(2020, 3, 1)
