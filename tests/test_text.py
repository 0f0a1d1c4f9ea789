from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.text import Spans, fold, inert_cell, join_key, live_cell, name_key, sentences, words

NEWS = st.text(
    st.one_of(
        st.sampled_from(list("abcdeMSU    \n\n\r\t..!?…؟۔,;:'’‘ʿ\"“”«»()-—&")),
        st.sampled_from(list("éàñışłøßابةيأىـַّ́\u200f\u200c\u00ad😀漢字")),
        st.characters(),
    ),
    max_size=200,
)
NAMES = st.text(
    st.one_of(
        st.sampled_from(list("aAlnsTr eé'’ʿ.-,&/()\"_\u200b\x07")),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=30,
)


# --- words


@given(NEWS)
def test_words_stand_where_they_say(text):
    found = words(text)
    assert all(text[word.start : word.end] == word.text for word in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@given(NEWS)
def test_words_lose_no_letter_or_digit(text):
    inside = {at for word in words(text) for at in range(word.start, word.end)}
    assert all(at in inside for at, char in enumerate(text) if char.isalnum())


@given(NEWS)
def test_words_hold_no_space(text):
    assert not any(char.isspace() for word in words(text) for char in word.text)


@given(NEWS)
def test_word_keys_are_the_folded_words(text):
    assert all(word.key == fold(word.text) for word in words(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aleppo's mayor", ["Aleppo", "s", "mayor"]),
        ("Aleppo’s mayor", ["Aleppo", "s", "mayor"]),
        ("ALEPPO'S MAYOR", ["ALEPPO", "S", "MAYOR"]),
        ("the U.S. and D.C.", ["the", "U.S.", "and", "D.C."]),
        ("in W.Va. today", ["in", "W.Va.", "today"]),
        ("Ma'arrat al-Nu'man", ["Ma'arrat", "al", "Nu'man"]),
        ("on 3 May, 40km off", ["on", "3", "May", "40km", "off"]),
        ("Deir_ez_Zor", ["Deir", "ez", "Zor"]),
        ("قصف على إدلب،", ["قصف", "على", "إدلب"]),
        ("", []),
        ("… — !", []),
    ],
)
def test_words_of(text, expected):
    assert [word.text for word in words(text)] == expected


@pytest.mark.parametrize(
    "word",
    [
        unicodedata.normalize("NFD", "Nuʿmān"),
        unicodedata.normalize("NFD", "Šibenik"),
        "دِمَشْق",
        "דִּמֶשֶׂק",
        "दिल्ली",
        "မြန်မာ",
        "Alep\u00adpo",
        "می\u200cخواهم",
        "حلــب",
    ],
)
def test_accents_vowel_signs_and_joiners_do_not_cut_a_word(word):
    assert [found.text for found in words(f"in {word}, now")] == ["in", word, "now"]


def test_marks_of_direction_around_a_word_are_no_part_of_it():
    assert [word.text for word in words("\u202bحلب\u202c in \u200eHoms\u200e.")] == [
        "حلب",
        "in",
        "Homs",
    ]


# --- sentences


@given(NEWS)
def test_sentences_are_in_order_and_never_overlap(text):
    spans = sentences(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))


@given(NEWS)
def test_sentences_lose_nothing_but_space(text):
    outside = list(text)
    for start, end in sentences(text):
        outside[start:end] = [" "] * (end - start)
    assert "".join(outside).strip() == ""


@given(NEWS)
def test_sentences_have_no_space_around_them(text):
    assert all(text[start:end] == text[start:end].strip() for start, end in sentences(text))


def _split(text):
    return [text[start:end] for start, end in sentences(text)]


def test_full_stop_before_a_capital_ends_a_sentence():
    assert _split("Shells fell on Azaz. Two people died.") == [
        "Shells fell on Azaz.",
        "Two people died.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Gen. Mazloum Abdi spoke on Monday.",
        "The U.S. Army left on Oct. 7 at night.",
        "It fell at 5 p.m. Moscow time.",
        "Lt. Col. J. Smith denied it.",
        "St. George Church was hit by approx. 3.5 tons of rubble.",
        "He asked “who fired?” and left.",
        "They waited … and went home.",
        "Yahoo! said so.",
    ],
)
def test_sentence_goes_on_after(sentence):
    assert _split(f"{sentence} Then came night.") == [sentence, "Then came night."]


def test_closing_quotes_and_brackets_stay_with_their_sentence():
    assert _split("“It is over.” (He wept.) «Enough!» Then he left.") == [
        "“It is over.”",
        "(He wept.)",
        "«Enough!»",
        "Then he left.",
    ]


def test_arabic_sentences_end_at_their_own_marks():
    assert _split("قتل شخصان في حلب. من قصف المدينة؟ لا أحد يعلم.") == [
        "قتل شخصان في حلب.",
        "من قصف المدينة؟",
        "لا أحد يعلم.",
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\n\n", "\n \n"])
def test_line_break_ends_a_sentence(newline):
    assert _split(f"Shells hit Azaz{newline}two people died") == [
        "Shells hit Azaz",
        "two people died",
    ]


def test_missing_space_after_a_full_stop_is_forgiven():
    assert _split("Shells fell on Azaz.Two people died.") == [
        "Shells fell on Azaz.",
        "Two people died.",
    ]


def test_page_of_dots_is_one_sentence():
    # Looked at from each dot anew, this page would take minutes.
    text = "." * 200_000 + "x"
    assert sentences(text) == [(0, len(text))]


def test_decimal_points_end_no_sentence():
    assert _split("It was 3.5 km from www.example.org/a.b there.") == [
        "It was 3.5 km from www.example.org/a.b there."
    ]


def test_abbreviation_at_the_end_of_a_paragraph_ends_a_sentence():
    assert _split("They flew to the U.S.\nThey landed.") == [
        "They flew to the U.S.",
        "They landed.",
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\t\r\n "])
def test_space_alone_holds_no_sentence(text):
    assert sentences(text) == []


# --- spans


@given(NEWS)
def test_spans_find_the_span_that_holds_an_offset(text):
    spans = Spans(sentences(text))
    for offset in range(-1, len(text) + 1):
        holding = [at for at, (start, end) in enumerate(spans) if start <= offset < end]
        assert spans.at(offset) == (holding[0] if holding else None)


def test_spans_are_counted_and_given_by_place():
    spans = Spans([(0, 3), (5, 9)])
    assert len(spans) == 2
    assert spans[1] == (5, 9)
    assert list(spans) == [(0, 3), (5, 9)]


# --- keys of names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ma'arrat an-Nu'man", "Maarrat al-Numan"),
        ("Ma‘arrat an Nu‘mān", "Ma`arrat al Nu'man"),
        ("Maʿarrat an-Nuʿmān", "Maarrat al-Numan"),
        ("Jisr ash-Shughur", "Jisr al-Shughur"),
        ("Jisr esh Shughūr", "JISR AL SHUGHUR"),
        ("Deir ez-Zor", "Deir al-Zor"),
        ("Tell Rif'at", "Tell Rifat"),
        ("St. Louis", "St Louis"),
        ("U.S.", "US"),
        ("Port-au-Prince", "Port au Prince"),
        ("Port–au—Prince", "Port au Prince"),
        ("Łódź", "Lodz"),
        ("Malmø", "Malmo"),
        ("Þórshöfn", "Thorshofn"),
        ("Diyarbakır", "Diyarbakir"),
        ("İstanbul", "Istanbul"),
        ("Gießen", "Giessen"),
        ("أعزاز", "اعزاز"),
        ("حلـــب", "حلب"),
        ("دِمَشْق", "دمشق"),
        ("الرقة", "الرقه"),
        ("کرمانشاه", "كرمانشاه"),
        ("\u202bحلب\u202c", "حلب"),
        ("Aleppo\u200e", "Aleppo"),
        ("Alep\u00adpo", "Aleppo"),
        ("Ｈｏｍｓ", "Homs"),
        ("Washington, D.C.", "Washington DC"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
        ("Trinidad & Tobágo", "Trinidad and Tobago"),
        ("  Tel   Aviv ", "tel aviv"),
        ("Tel\u00a0Aviv", "Tel Aviv"),
        ("Homs (city)", "Homs city"),
        ("Tell: Abyad!", "Tell Abyad"),
    ],
)
def test_spellings_of_one_name_meet(one, other):
    assert name_key(one) == name_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Homs", "Hama"),
        ("Al-Bab", "Bab al-Hawa"),
        ("Tel Aviv", "Telaviv"),
        ("Kafr Nabl", "Kafr Nabudah"),
        ("دمشق", "حمص"),
        ("दिल्ली", "दलली"),
        ("Mar Asad", "Mar Alasad"),
    ],
)
def test_different_names_stay_apart(one, other):
    assert name_key(one) != name_key(other)


@given(NAMES)
def test_key_of_a_key_is_the_key(name):
    key = name_key(name)
    assert name_key(key) == key


@given(NAMES)
def test_composed_and_decomposed_names_meet(name):
    composed = unicodedata.normalize("NFC", name)
    decomposed = unicodedata.normalize("NFD", name)
    assert name_key(name) == name_key(composed) == name_key(decomposed)


@given(st.text(st.characters(max_codepoint=127), max_size=30))
def test_an_invisible_character_changes_no_key(name):
    assert name_key(name + "\u200b") == name_key("\u202a" + name) == name_key(name)


@given(NAMES)
def test_keys_hold_words_joined_by_single_spaces(name):
    key = name_key(name)
    assert key == " ".join(key.split())
    assert all(char == " " or char.isalnum() or unicodedata.category(char) == "Mc" for char in key)


@given(st.text("!?*+=%#-–—,.'’\"()[]{}/\\|~^<>@;:_ \t\n\u200b\u202e😀", max_size=20))
def test_key_without_letter_or_digit_is_empty(name):
    assert name_key(name) == ""


@given(st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), max_size=20))
def test_case_changes_no_key(name):
    assert name_key(name.title()) == name_key(name.lower())


def test_article_before_a_letter_that_it_does_not_fit_is_a_word_of_its_own():
    assert name_key("As Rabat") == "as rabat"
    assert name_key("Ar Raqqah") == "al raqqah"


def test_article_at_the_end_stays():
    assert join_key(["bab", "an"]) == "bab an"
    assert join_key(["bab", "an", ""]) == "bab an"


@given(st.text(max_size=20))
def test_folding_a_folded_word_changes_nothing(word):
    assert fold(fold(word)) == fold(word)


# --- cells of a spreadsheet


@given(st.text(st.one_of(st.sampled_from(list("'=+-@\t\r\n＝ a1")), st.characters()), max_size=12))
def test_inert_cells_become_the_text_again(text):
    assert live_cell(inert_cell(text)) == text


@given(st.sampled_from(list("=+-@\t\r\n＝＋－＠")), st.text(max_size=12))
def test_no_cell_begins_like_a_formula(first, rest):
    assert inert_cell(first + rest) == f"'{first}{rest}"


@given(st.sampled_from(list("=+-@\t\r")), st.integers(1, 4))
def test_text_that_looks_protected_is_protected_once_more(sign, apostrophes):
    text = "'" * apostrophes + sign + "1"
    assert inert_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Azaz", "'Afrin", "'", "3 dead", "a=b", " =1"])
def test_harmless_text_is_left_alone(text):
    assert inert_cell(text) == text
    assert live_cell(text) == text
