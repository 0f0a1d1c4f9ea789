"""Where one happening of a sentence ends and the next begins."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.events.clauses import clauses

SPLIT = [
    ("Jets bombed Ariha while rebels stormed Talmenes.",
     ["Jets bombed Ariha", "while rebels stormed Talmenes."]),
    ("Jets bombed Ariha, killing nine people.", ["Jets bombed Ariha", "killing nine people."]),
    ("Shells hit Homs, and rebels seized a depot.",
     ["Shells hit Homs", "and rebels seized a depot."]),
    ("Gunmen stormed the base and killed nine men.",
     ["Gunmen stormed the base", "and killed nine men."]),
    ("He was shot as he left a mosque in Kano.", ["He was shot", "as he left a mosque in Kano."]),
    ("The bridge, which was bombed in May, fell.", ["The bridge, which was bombed in May, fell."]),
    ("Police freed a trader who was kidnapped in Jos.",
     ["Police freed a trader", "who was kidnapped in Jos."]),
    ("The army said that jets had struck Taiz.", ["The army said", "that jets had struck Taiz."]),
    ("Shells fell on Donetsk; a tram was hit.", ["Shells fell on Donetsk", "a tram was hit."]),
    ("Families fled after fighting broke out.", ["Families fled", "after fighting broke out."]),
    ("Jets bombed Ariha, the army said.", ["Jets bombed Ariha", "the army said."]),
    ("Six died, according to the governor.", ["Six died", "according to the governor."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "parts"), SPLIT)
def test_a_clause_begins_behind_a_joint_with_deeds_on_both_sides(sentence, parts):
    found = [sentence[clause.start : clause.end].strip(" ,;") for clause in clauses(sentence)]
    assert found == parts


WHOLE = [
    "Air strikes hit villages in Idlib and Hama.",
    "Shells fell on Idlib, Ariha and Saraqib.",
    "Troops from Chad, Niger and Nigeria attacked the camp.",
    "As many as nine people were killed as part of the raid.",
    "He worked as a driver in Kabul.",
    "“They came at night and burned our houses and left,” she recalled.",
    "Nine people were killed, including three children.",
]


@pytest.mark.parametrize("sentence", WHOLE)
def test_lists_comparisons_and_quotations_stay_whole(sentence):
    assert len(clauses(sentence)) == 1


def test_a_noun_that_tells_of_something_counts_where_the_caller_says_so():
    sentence = "Families left after an air strike on the camp."
    assert len(clauses(sentence)) == 1
    assert len(clauses(sentence, [sentence.index("air"), sentence.index("left")])) == 2


LINKS = [
    ("Jets bombed Ariha, killing nine people.", "result"),
    ("Jets bombed Ariha, the army said.", "said"),
    ("Jets bombed Ariha, according to the army.", "said"),
    ("Jets bombed Ariha when rebels attacked.", "when"),
    ("Police freed a trader who was kidnapped.", "which"),
    ("He feared that rebels attacked.", "that"),
]


@pytest.mark.parametrize(("sentence", "link"), LINKS)
def test_a_clause_says_how_it_joins_the_one_before(sentence, link):
    assert clauses(sentence)[-1].link == link


@given(
    st.lists(
        st.sampled_from(
            ["jets", "bombed", ",", "and", "while", "killing", "“", "”", "said", "that", ";", "—",
             "which", "was", "\n", "é🙂", '"', "according to", "after"]
        ),
        max_size=60,
    ).map(" ".join)
)  # fmt: skip
def test_clauses_cover_the_sentence_without_gaps(sentence):
    found = clauses(sentence)
    assert found[0].start == 0
    assert found[-1].end == len(sentence)
    assert all(left.end == right.start for left, right in itertools.pairwise(found))
