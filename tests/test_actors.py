"""Who acts in a sentence's event, and who is acted upon."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.events.actors import acting


def actors(sentence, trigger):
    return acting(sentence, sentence.index(trigger))


AGENT_FIRST = [
    ("Israeli jets bombed the depot.", "bombed", ("Israeli jets",)),
    ("Russian warplanes struck the ridge.", "struck", ("Russian warplanes",)),
    ("Syrian government forces shelled the camp.", "shelled", ("Syrian government forces",)),
    ("Turkish-backed fighters looted the shops.", "looted", ("Turkish-backed fighters",)),
    ("Gunmen kidnapped a priest.", "kidnapped", ("Gunmen",)),
    ("Turkey shelled the hills.", "shelled", ("Turkey",)),
    ("The SDF withdrew from the bridge.", "withdrew", ("SDF",)),
]


@pytest.mark.parametrize(("sentence", "trigger", "expected"), AGENT_FIRST)
def test_the_one_before_the_verb_acts(sentence, trigger, expected):
    assert actors(sentence, trigger) == expected


BOTH = [
    ("Islamic State ambushed Syrian soldiers.", "ambushed", ("Islamic State", "Syrian soldiers")),
    ("Turkish troops shelled the YPG.", "shelled", ("Turkish troops", "YPG")),
    ("Rebels drove the Syrian army out.", "drove", ("Rebels", "Syrian army")),
]


@pytest.mark.parametrize(("sentence", "trigger", "expected"), BOTH)
def test_the_other_one_is_acted_upon(sentence, trigger, expected):
    assert actors(sentence, trigger) == expected


PASSIVE = [
    ("Two Turkish soldiers were killed by Syrian artillery.", "killed", "Syrian artillery"),
    ("The YPG were driven out by Turkish troops.", "driven", "Turkish troops"),
    ("Civilians were shot by the gunmen.", "shot", "gunmen"),
]


@pytest.mark.parametrize(("sentence", "trigger", "agent"), PASSIVE)
def test_the_one_behind_by_acts(sentence, trigger, agent):
    assert actors(sentence, trigger)[0] == agent


@pytest.mark.parametrize(
    "sentence", ["A bakery burned down.", "Rain fell on the coast.", "Nobody knew who did it.", ""]
)
def test_nobody_is_made_up(sentence):
    assert acting(sentence, 0) == ()


def test_the_same_one_is_not_named_twice():
    assert actors("Rebels said rebels shelled the mill.", "shelled")[0].lower() == "rebels"
    assert actors("Hezbollah denied that Hezbollah shelled it.", "shelled") == ("Hezbollah",)


_WORDS = st.sampled_from(
    ["Turkish troops", "rebels", "by", "the", "SDF", "shelled", "Turkey", "and", ",", "é🙂", "\n"]
)


@given(st.lists(_WORDS, max_size=12).map(" ".join) | st.text(max_size=60), st.integers(0, 80))
def test_names_are_as_written_at_most_two_and_different(text, at):
    found = acting(text, at)
    assert len(found) <= 2
    assert len(set(found)) == len(found)
    assert all(name and name in text for name in found)
