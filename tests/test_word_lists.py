from __future__ import annotations

from pathlib import Path

import pytest

import geo
from geo.resolve import weighing
from geo.text import fold
from geo.toponyms import features, lists
from geo.toponyms.recogniser import BIAS, WEIGHTS
from geo.weights import Weights

FOLDER = Path(geo.__file__).parent / "toponyms" / "words"
LEAST = {
    "agent-verbs": 200,
    "body-acronyms": 300,
    "calendar-words": 50,
    "demonym-nouns": 60,
    "directions": 60,
    "first-names": 1800,
    "function-words": 300,
    "generic-nouns": 50,
    "name-particles": 40,
    "media-words": 100,
    "nature-nouns": 150,
    "number-words": 100,
    "occupations": 200,
    "ordinary-words": 6000,
    "organisation-nouns": 350,
    "person-nouns": 80,
    "place-nouns": 120,
    "place-verbs": 120,
    "prepositions": 80,
    "product-words": 200,
    "speech-verbs": 120,
    "sport-words": 250,
    "street-nouns": 60,
    "surnames": 2500,
    "titles": 150,
    "venue-nouns": 200,
}


PLACES = """
    afghanistan albania algeria angola argentina australia austria bangladesh belgium bolivia
    brazil britain canada chile china colombia cuba cyprus denmark ecuador egypt england
    ethiopia france germany ghana greece haiti hungary india indonesia iran iraq ireland
    israel italy japan jordan kenya kuwait laos lebanon libya mali mexico morocco nepal
    nigeria norway oman pakistan panama peru poland portugal qatar russia rwanda scotland
    senegal serbia somalia spain sudan sweden switzerland syria taiwan thailand togo tunisia
    turkey uae uganda uk ukraine us usa venezuela vietnam wales yemen zambia zimbabwe
    amman ankara athens baghdad bangkok beijing beirut berlin brussels cairo caracas damascus
    delhi dhaka dublin hanoi havana jakarta jerusalem kabul kiev kyiv lima lisbon london
    madrid manila moscow nairobi oslo ottawa paris prague rome seoul sofia stockholm tehran
    tokyo tripoli vienna warsaw washington
"""


def lines_of(name: str) -> list[str]:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def words_of(name: str) -> list[str]:
    return " ".join(lines_of(name)[1:]).split()


def test_every_list_is_known():
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == sorted(LEAST)


def test_the_weights_know_no_word_that_is_on_no_list():
    learnt = set(Weights.read("geo.toponyms", WEIGHTS).by_name) - {BIAS}
    assert learnt <= set(features.names())
    told = [name for name in features.names() if ": =" in name]
    assert {name.rpartition("=")[2] for name in told} == set(lists.SINGLES)
    chosen = set(Weights.read("geo.resolve", weighing.WEIGHTS).by_name)
    assert chosen <= {f"{step}: {name}" for step in weighing.STEPS for name in weighing.FEATURES}


@pytest.mark.parametrize("name", LEAST)
def test_a_list_says_first_what_it_is(name):
    first, *rest = lines_of(name)
    assert first.startswith("# ")
    assert first.endswith(".")
    assert not any("#" in line for line in rest)


@pytest.mark.parametrize("name", LEAST)
def test_words_are_folded(name):
    assert [word for word in words_of(name) if fold(word) != word] == []


@pytest.mark.parametrize("name", LEAST)
def test_words_are_sorted_and_stand_once(name):
    words = words_of(name)
    assert words == sorted(set(words))


@pytest.mark.parametrize("name", LEAST)
def test_a_list_is_large_enough(name):
    assert len(words_of(name)) >= LEAST[name]


@pytest.mark.parametrize("name", LEAST)
def test_lines_are_short_and_full(name):
    lines = lines_of(name)
    assert max(map(len, lines)) <= 100
    assert all(line.strip() for line in lines)


@pytest.mark.parametrize("name", ["ordinary-words", "function-words", "body-acronyms"])
def test_no_country_or_capital_is_an_ordinary_word(name):
    allowed = {"us"} if name == "function-words" else set()
    assert sorted(set(words_of(name)) & set(PLACES.split()) - allowed) == []
