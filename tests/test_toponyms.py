"""Which words of a text are place names, and which only look like it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.model import Document
from geo.toponyms import recognise


@pytest.fixture(scope="session")
def named(gazetteer):
    def names(text):
        return [toponym.text for toponym in recognise(Document(id="t", text=text), gazetteer)]

    return names


PLAIN = [
    ("The convoy left Homs before dawn.", ["Homs"]),
    ("Families crossed from Raqqa to Aleppo on foot.", ["Raqqa", "Aleppo"]),
    ("Shops in Beirut, Tripoli and Sidon stayed shut.", ["Beirut", "Tripoli", "Sidon"]),
    ("Roads between Khartoum and Omdurman were cut.", ["Khartoum", "Omdurman"]),
    ("Talks in New York went on all night.", ["New York"]),
    ("The road to Deir ez-Zor is mined.", ["Deir ez-Zor"]),
    ("Mourners filled the streets of Jisr al-Shughur.", ["Jisr al-Shughur"]),
    ("BEIRUT — The port reopened.", ["BEIRUT"]),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_names_that_stand_plainly_are_found(named, text, expected):
    assert named(text) == expected


SPELLINGS = ["Ma'arrat an-Nu'man", "Ma’arrat an-Nu’man", "Maarat al-Numan", "Maʿarrat an-Nuʿmān"]


@pytest.mark.parametrize("name", SPELLINGS)
def test_spellings_of_an_arabic_name_are_one_name(named, name):
    assert named(f"Shells fell on {name} at noon.") == [name]


POSSESSIVES = [
    ("Aleppo's bakeries ran out of flour.", "Aleppo"),
    ("Aleppo’s bakeries ran out of flour.", "Aleppo"),
    ("He walked through Homs' old market.", "Homs"),
    ("In Idlib’s south the shelling went on.", "Idlib"),
]


@pytest.mark.parametrize(("text", "name"), POSSESSIVES)
def test_a_possessive_ending_is_no_part_of_the_name(named, text, name):
    assert named(text) == [name]


FACILITIES = [
    ("Drones struck Aleppo airport overnight.", "Aleppo airport"),
    ("Two ships lay off the Tartus naval port.", "Tartus naval port"),
    ("Crews left Hmeimim air base in the evening.", "Hmeimim air base"),
]


@pytest.mark.parametrize(("text", "name"), FACILITIES)
def test_a_facility_is_one_name_though_its_noun_is_small(named, text, name):
    assert named(text) == [name]


PERSONS = [
    "Paris Hilton cancelled the show.",
    "Mr. London spoke for an hour.",
    "President Washington was not amused.",
    "Ahmed Homs runs a bakery.",
    "Jordan Smith said the roof had gone.",
    "Sam Houston told the court he was ill. Later Houston left by a side door.",
    "Gen. Lincoln Brown led the column.",
]


@pytest.mark.parametrize("text", PERSONS)
def test_a_person_is_no_place(named, text):
    assert named(text) == []


ORGANISATIONS = [
    "FDA inspectors closed the plant.",
    "A spokesman for SANA gave no figures.",
    "The Red Crescent sent blankets.",
    "The Security Council met again.",
]


@pytest.mark.parametrize("text", ORGANISATIONS)
def test_an_organisation_is_no_place(named, text):
    assert named(text) == []


PLAIN_WORDS = [
    "Many people were angry.",
    "March brought rain and mud.",
    "Reading the list took an hour.",
    "Of course nobody came.",
    "On Sunday the shops were open.",
    "Police said the man fled.",
    "The Battle was long and the Village burned.",
    "Nice weather helped the search.",
    "most of them came back in the spring, and some of them stayed",
    "he wore a pair of jersey gloves and ate off china",
]


@pytest.mark.parametrize("text", PLAIN_WORDS)
def test_plain_words_are_no_places(named, text):
    assert named(text) == []


DEMONYMS = [
    "The German city was calm.",
    "Syrian and Turkish officers met.",
    "The German said no.",
    "French jets flew past.",
]


@pytest.mark.parametrize("text", DEMONYMS)
def test_a_demonym_is_no_place(named, text):
    assert named(text) == []


CUES = [
    ("The fire began in Nice.", "Nice"),
    ("Trains stop at Reading again.", "Reading"),
    ("They moved to the town of Marsh.", "Marsh"),
    ("Rockets struck Karkamis.", "Karkamis"),
]


@pytest.mark.parametrize(("text", "name"), CUES)
def test_a_plain_word_is_a_place_where_the_words_around_say_so(named, text, name):
    assert named(text) == [name]


def test_a_state_code_counts_only_behind_a_comma(named):
    assert named("The mill in Richmond, VA, burned.") == ["Richmond", "VA"]
    assert named("IN NO CASE WILL THEY PAY.") == []


def test_the_parent_behind_a_comma_is_a_name_of_its_own(named):
    assert named("A bridge in Tripoli, Lebanon, fell.") == ["Tripoli", "Lebanon"]


def test_a_name_does_not_run_over_a_line_break(named):
    assert "New\nYork" not in named("Something New\nYork Minster stands")
    assert named("They passed Homs\n\nHama was quiet.") == ["Homs", "Hama"]


def test_a_word_of_another_script_beside_it_does_not_hide_a_name(named):
    assert named("A road to Idlib مرحبا was cut.") == ["Idlib"]


def test_a_word_that_opens_a_sentence_is_no_place_where_the_text_writes_it_small(named):
    assert named("Split votes are rare. The council has not been split for years.") == []
    assert named("Split voted early. The council has not met for years.") == ["Split"]


def test_an_empty_text_has_no_names(named):
    assert named("") == []
    assert named(" \n\n ") == []


_PIECES = st.sampled_from(
    [
        "Aleppo", "Homs's", "Tripoli, Lebanon", "Aleppo airport", "U.S.", "Mr. Paris", "said",
        "in", "of", "the", "Deir ez-Zor", "حلب", "—", ",", ".", "\n", "\n\n", "“",
        "’s", "St. Louis",
        "NEW YORK", "é", "\u200f", "🙂", "12",
    ]
)  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=25).map(" ".join) | st.text(max_size=120)
_PATIENT = settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@_PATIENT
@given(text=_TEXTS)
def test_offsets_are_exact_and_in_order_for_any_text(gazetteer, text):
    behind = 0
    for toponym in recognise(Document(id="t", text=text), gazetteer):
        assert behind <= toponym.start < toponym.end <= len(text)
        assert text[toponym.start : toponym.end] == toponym.text
        assert toponym.text == toponym.text.strip()
        behind = toponym.end


@_PATIENT
@given(text=_TEXTS)
def test_recognition_is_the_same_every_time(gazetteer, text):
    document = Document(id="t", text=text)
    assert recognise(document, gazetteer) == recognise(document, gazetteer)


def test_a_word_longer_than_any_name_is_never_looked_up():
    asked = []

    class Watched:
        def prefixes(self, key):
            asked.append(key)
            return []

    text = "Home" + "a" * 100_000 + " Home Long" + "a" * 100_000
    assert recognise(Document(id="t", text=text), Watched()) == []
    assert asked == ["home"]
