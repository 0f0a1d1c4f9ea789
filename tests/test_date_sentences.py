"""Our own sentences, trap by trap: what a careful reader finds is what is found."""

from __future__ import annotations

import pytest
from date_sentences import (
    ARABIC,
    BACKGROUND,
    IN_MARCH,
    IN_NOVEMBER,
    KNOWN_GAPS,
    MARCH,
    NOVEMBER,
    TURKISH,
)

from geo.dates import find
from geo.dates.arabic import ARABIC as ARABIC_RULES
from geo.dates.english import ENGLISH as ENGLISH_RULES
from geo.dates.openings import opening, openings
from geo.dates.turkish import TURKISH as TURKISH_RULES
from geo.model import Document

ENGLISH = [
    pytest.param(
        text,
        expected,
        published,
        id=f"{group}: {text}",
        marks=[pytest.mark.xfail(strict=True)] if text in KNOWN_GAPS else [],
    )
    for groups, published in ((IN_MARCH, MARCH), (IN_NOVEMBER, NOVEMBER))
    for group, sentences in groups.items()
    for text, expected in sentences
]


RULES = [*ENGLISH_RULES, *ARABIC_RULES, *TURKISH_RULES]


def values(text, published):
    found = find(Document(id="t", text=text, published=published))
    return {when.text: when.value for when in found}


@pytest.mark.parametrize(("text", "expected", "published"), ENGLISH)
def test_a_sentence_is_read_as_a_careful_reader_does(text, expected, published):
    assert values(text, published) == expected


def test_at_least_nineteen_of_twenty_sentences_are_right():
    assert len(ENGLISH) >= 150
    assert len(KNOWN_GAPS) <= 0.05 * len(ENGLISH)


@pytest.mark.parametrize(("text", "expected"), ARABIC + TURKISH)
def test_arabic_and_turkish_sentences_are_read(text, expected):
    assert values(text, MARCH) == expected


@pytest.mark.parametrize("sentences", [ARABIC, TURKISH])
def test_each_language_has_its_sentences(sentences):
    assert len(sentences) >= 15


@pytest.mark.parametrize("text", BACKGROUND)
def test_background_is_context(text):
    assert {when.role for when in find(Document(id="t", text=text, published=MARCH))} == {"context"}


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        ("may|june", "mj"),
        ("(?:the )?end", "te"),
        ("(?P<day>[12]?[3-5])st", "0"),
        (r"(?=x)(?:a{0,2}|b+?)\bc", "abc"),
        ("[a-cİ’]", "abci"),
        (r"\(?GMT\)?", "(g"),
    ],
)
def test_it_is_known_with_what_a_pattern_may_begin(pattern, begins):
    assert openings(pattern) == set(begins)


@pytest.mark.parametrize("pattern", ["a?", "[^a]", ".", r"\w", "(?P<a>b?)", "(?(1)a|b)"])
def test_what_may_begin_with_anything_is_always_asked(pattern):
    assert openings(pattern) >= set("az0 (,")


def test_no_rule_matches_what_it_is_not_asked_for():
    for text, _, _ in (each.values for each in ENGLISH):
        for rule in RULES:
            for match in rule.pattern.finditer(text):
                assert not match.group() or opening(match.group()[0]) in {"", *rule.begins}
