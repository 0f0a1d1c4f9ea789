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
