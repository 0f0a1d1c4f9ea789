"""Events told in many words: sentences of every sub-type, and of what is none."""

from __future__ import annotations

import pytest
from breadth_sentences import FOURTH, GAPS, LOUD, PLAIN, QUIET, THIRD, UNUSUAL

from geo.events.evidence import Sentence
from geo.events.ontology import SUB_EVENT_TYPES
from geo.events.status import status_of
from geo.events.triggers import triggers

TOLD = [
    (kind, sentence)
    for some in (PLAIN, UNUSUAL, THIRD, FOURTH)
    for kind, sentences in some.items()
    for sentence in sentences
]


def sub_types(sentence):
    return [trigger.sub_event_type for trigger in triggers(sentence)]


@pytest.mark.parametrize(("kind", "sentence"), TOLD)
def test_a_sentence_has_a_trigger_of_its_sub_type(kind, sentence):
    assert kind in sub_types(sentence)


@pytest.mark.parametrize("sentence", QUIET)
def test_what_is_no_event_has_no_trigger(sentence):
    assert triggers(sentence) == []


def test_every_sub_type_is_told_and_few_sentences_are_passed_over():
    assert {kind for kind, _ in TOLD} == set(SUB_EVENT_TYPES)
    missed = [each for each in GAPS if each[0] not in sub_types(each[1])]
    assert len(missed) <= len(TOLD) // 12
    assert sum(bool(triggers(sentence)) for sentence in LOUD) <= len(QUIET) // 4


def test_words_for_people_hide_no_deed_and_no_deed_hides_them():
    families = {cue.family for cue in Sentence.of("They swapped 95 prisoners of war.").cues}
    assert {"swap", "captives"} <= families
    families = {cue.family for cue in Sentence.of("It is massing troops at the border.").cues}
    assert {"move force", "state"} <= families


MEANT = [
    "The militia plans to attack the airport.",
    "The army is expected to attack the town within days.",
    "Rebels are preparing to storm the city.",
    "The neighbour intends to strike targets in the port.",
    "Troops are poised to attack the camp.",
]


@pytest.mark.parametrize("sentence", MEANT)
def test_what_someone_means_to_do_is_planned(sentence):
    trigger = triggers(sentence)[0]
    assert status_of(sentence, trigger, None, None)[0] == "planned"


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry revised the death toll to 12 from 15.",
        "The toll was later corrected by the governor's office.",
    ],
)
def test_a_corrected_toll_is_no_deed(sentence):
    assert triggers(sentence) == []
