"""Which words of a sentence report an event, and of which ACLED sub-type."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.events.ontology import SUB_EVENT_TYPES, TYPES
from geo.events.triggers import triggers


def test_a_trigger_repeated_is_found_each_time_and_none_overlap():
    found = triggers("killed " * 5000)
    assert len(found) == 5000
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("words", ["killed ", "struck ", "protest ", "captured ", "deaths of "])
def test_four_times_the_sentence_costs_about_four_times_the_work(words):
    def took(times):
        sentence = words * times
        best = 10.0
        for _ in range(3):
            before = time.process_time()
            triggers(sentence)
            best = min(best, time.process_time() - before)
        return best

    assert took(6000) < 8 * max(took(1500), 0.005)


def sub_types(sentence):
    return {trigger.sub_event_type for trigger in triggers(sentence)}


SENTENCES = [
    ("Chemical weapon", "A sarin attack left the wards full."),
    ("Chemical weapon", "Helicopters dropped chlorine bombs."),
    ("Suicide bomb", "A man blew himself up at the gate."),
    ("Suicide bomb", "A suicide bomber struck the queue."),
    ("Air/drone strike", "An air strike flattened the school."),
    ("Air/drone strike", "Warplanes bombed the market."),
    ("Air/drone strike", "Airstrikes went on until dawn."),
    ("Air/drone strike", "The depot was hit by a drone."),
    ("Air/drone strike", "Barrel bombs fell on the clinic."),
    ("Grenade", "Someone threw two grenades into the bar."),
    ("Remote explosive/landmine/IED", "A car bomb went off at noon."),
    ("Remote explosive/landmine/IED", "A landmine blew up their van."),
    ("Shelling/artillery/missile attack", "Mortar rounds fell on the market."),
    ("Shelling/artillery/missile attack", "The quarter was shelled again."),
    ("Shelling/artillery/missile attack", "Two missiles landed by the mill."),
    ("Abduction/forced disappearance", "Gunmen kidnapped the priest."),
    ("Sexual violence", "She was raped at the checkpoint."),
    ("Peaceful protest", "Teachers marched through the centre."),
    ("Peaceful protest", "Thousands took to the streets."),
    ("Excessive force against protesters", "Police opened fire on protesters."),
    ("Protest with intervention", "Police used tear gas on demonstrators."),
    ("Violent demonstration", "Protesters threw stones at the bank."),
    ("Mob violence", "A mob lynched two drivers."),
    ("Government regains territory", "Government forces recaptured the town."),
    ("Non-state actor overtakes territory", "Rebels captured the town."),
    ("Government regains territory", "The hill was seized by the army."),
    ("Non-state actor overtakes territory", "The hill was seized by militants."),
    ("Attack", "Gunmen executed four shepherds."),
    ("Attack", "The envoy was shot dead at a reception."),
    ("Armed clash", "Clashes went on near the dam."),
    ("Armed clash", "Raiders ambushed a patrol."),
    ("Non-violent transfer of territory", "The keys were handed over at noon."),
    ("Agreement", "Both sides signed a ceasefire."),
    ("Agreement", "A truce was announced at midnight."),
    ("Arrests", "Police arrested nine men."),
    ("Headquarters or base established", "The army set up an outpost on the ridge."),
    ("Looting/property destruction", "Fighters looted the shops."),
    ("Disrupted weapons use", "Air defences shot down three drones."),
    ("Disrupted weapons use", "Sappers defused a bomb."),
    ("Disrupted weapons use", "Police seized nine rifles in the hostel."),
    ("Disrupted weapons use", "Firearms and cash were seized at the port."),
    ("Change to group/activity", "The brigade withdrew to the river."),
    ("Attack", "Two farmers were killed."),
    ("Armed clash", "Two soldiers were killed."),
]


@pytest.mark.parametrize(("expected", "sentence"), SENTENCES)
def test_words_of_the_event_give_its_sub_type(expected, sentence):
    assert expected in sub_types(sentence)


QUIET = [
    "The minister spoke of wheat prices.",
    "Rain is forecast for the coast.",
    "The museum has a new roof.",
    "She plays the violin in the evening.",
    "The trains run every hour.",
    "",
]


@pytest.mark.parametrize("sentence", QUIET)
def test_a_quiet_sentence_reports_no_event(sentence):
    assert triggers(sentence) == []


ACCIDENTS = [
    "A strong earthquake killed eight people.",
    "Two boys died when the ferry capsized.",
    "Floods hit the valley and 66 people were found dead.",
    "A bus crash left nine pilgrims dead.",
]


@pytest.mark.parametrize("sentence", ACCIDENTS)
def test_harm_by_nature_or_accident_is_no_event(sentence):
    assert triggers(sentence) == []


WITHIN_WORDS = ["The grape harvest was good.", "He is a clasher of styles.", "Mobile phones rang."]


@pytest.mark.parametrize("sentence", WITHIN_WORDS)
def test_a_trigger_within_another_word_is_none(sentence):
    assert triggers(sentence) == []


def test_every_sub_type_that_a_sentence_is_given_here_is_one_of_acleds():
    assert {expected for expected, _ in SENTENCES} <= set(SUB_EVENT_TYPES)


def test_acled_has_six_types_and_25_sub_types():
    assert len(TYPES) == 6
    assert len(SUB_EVENT_TYPES) == 25


def test_one_stretch_of_words_is_taken_once():
    found = triggers("A suicide car bomb attack struck the base, and shelling began.")
    spans = sorted((trigger.start, trigger.end) for trigger in found)
    assert len(spans) > 1
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


_WORDS = st.sampled_from([sentence for _, sentence in SENTENCES] + ["and", "“", "\n", "é🙂", "by"])


@given(st.lists(_WORDS, max_size=6).map(" ".join) | st.text(max_size=80))
def test_offsets_are_exact_and_types_are_acleds_for_any_text(text):
    for trigger in triggers(text):
        assert text[trigger.start : trigger.end] == trigger.text
        assert trigger.sub_event_type in SUB_EVENT_TYPES
