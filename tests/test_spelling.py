"""Transliterations meet, misspellings are found, and neither is taken too far."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import geo
from geo.gazetteer import EXACT, FUZZY, LOOSE
from geo.gazetteer.spelling import loose_key, neighbours, sound
from geo.text import name_key

GROUPS = [
    ("Maarat al-Numan", "Ma'arrat an-Nu'man", "Maaret al-Noman"),
    ("Jisr al-Shughur", "Jisr ash-Shughour"),
    ("Qamishli", "Kamishly", "Qamishlo", "القامشلي"),
    ("Khan Sheikhoun", "Khan Shaykhun", "خان شيخون"),
    ("Tal Rifaat", "Tell Rifat", "تل رفعت"),
    ("Sarakeb", "Saraqib", "سراقب"),
    ("Deir ez-Zor", "Deirezzor", "Dayr az-Zawr", "دير الزور"),
]


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group[0])
def test_transliterations_have_one_loose_key(group: tuple[str, ...]) -> None:
    assert len({loose_key(name_key(name)) for name in group}) == 1


@pytest.mark.parametrize(
    ("a", "b"), [("Homs", "Hama"), ("Idlib", "Aleppo"), ("Raqqa", "Rastan"), ("Paris", "Basra")]
)
def test_different_names_have_different_loose_keys(a: str, b: str) -> None:
    assert loose_key(name_key(a)) != loose_key(name_key(b))


@given(st.text())
def test_any_name_has_a_key_without_tabs(name: str) -> None:
    key = name_key(name)
    assert "\t" not in sound(key) + loose_key(key)
    assert sound(key).isascii()


def test_neighbours_are_one_letter_away() -> None:
    found = set(neighbours("mskw"))
    assert {"skw", "mskt", "smkw", "mskws", "mskw"} <= found | {"mskw"}
    assert all(abs(len(each) - 4) <= 1 for each in found)


@pytest.mark.parametrize(
    ("written", "place", "how"),
    [
        ("Idlib", "Idlib", EXACT),
        ("Edleb", "Idlib", LOOSE),
        ("Lattaqia", "Latakia", LOOSE),
        ("Kafranbal", "Kafranbel", LOOSE),
        ("Constantinopel", "Istanbul", LOOSE),
        ("Mariuppl", "Mariupol", LOOSE),
    ],
)
def test_names_are_found_in_the_order_exact_loose_fuzzy(
    gazetteer: geo.Gazetteer, written: str, place: str, how: str
) -> None:
    found = gazetteer.search(written)
    assert place in {match.place.name for match in found}
    assert {match.how for match in found} == {how}


def test_a_misspelt_consonant_is_found_as_such(gazetteer: geo.Gazetteer) -> None:
    found = gazetteer.search("Damasgus")
    assert any(match.place.country == "SY" for match in found)
    assert {match.how for match in found} == {FUZZY}


@pytest.mark.parametrize("name", ["Qwxyzville", "XX", "", "—", "Zzzzzzzz"])
def test_what_is_no_name_is_not_found(gazetteer: geo.Gazetteer, name: str) -> None:
    assert gazetteer.search(name) == ()


def test_a_country_holds_in_every_step(gazetteer: geo.Gazetteer) -> None:
    for written in ("Idlib", "Edleb", "Lattaqia"):
        assert {match.place.country for match in gazetteer.search(written, countries=["SY"])} == {
            "SY"
        }
        assert gazetteer.search(written, countries=["IS"]) == ()


def test_a_long_text_is_no_misspelt_name(gazetteer: geo.Gazetteer) -> None:
    assert gazetteer.search("Aleppo " * 100_000) == ()
