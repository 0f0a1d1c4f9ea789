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
        found = recognise(Document(id="t", text=text), gazetteer)
        return [toponym.text for toponym in found if not toponym.demonym]

    return names


@pytest.fixture(scope="session")
def marked(gazetteer):
    """Give the names that bear a mark: demonym or metonymic."""

    def names(text, mark):
        found = recognise(Document(id="t", text=text), gazetteer)
        return [toponym.text for toponym in found if getattr(toponym, mark)]

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
    ("Fighters left al-Bab for ash-Shaddadi.", ["al-Bab", "ash-Shaddadi"]),
    ("Mortars fell on the al-Qadam district.", ["al-Qadam district"]),
    ("The Port of Latakia burned.", ["Port of Latakia"]),
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
    "Chelsea Clinton cancelled the show.",
    "Mr. London spoke for an hour.",
    "President Washington was not amused.",
    "Ahmed Homs runs a bakery.",
    "Jordan Smith said the roof had gone.",
    "Sam Houston told the court he was ill. Later Houston left by a side door.",
    "Gen. Lincoln Brown led the column.",
    "Bashar al-Assad met the envoy.",
    "Ahmed al-Homsi was held.",
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
    ("The German city was calm.", ["German"]),
    ("Syrian and Turkish officers met.", ["Syrian", "Turkish"]),
    ("French jets flew past.", ["French"]),
    ("Two Syrians and an Iraqi were held.", ["Syrians", "Iraqi"]),
    ("Russian-backed troops went in.", ["Russian"]),
    ("The Lebanese army closed the road.", ["Lebanese"]),
    ("British and American planes took part.", ["British", "American"]),
]


@pytest.mark.parametrize(("text", "expected"), DEMONYMS)
def test_adjectives_and_peoples_are_marked_as_such(named, marked, text, expected):
    assert named(text) == []
    assert marked(text, "demonym") == expected


METONYMS = [
    ("Ankara said its troops would stay.", ["Ankara"]),
    ("Damascus rejected the offer on Monday.", ["Damascus"]),
    ("Moscow has repeatedly denied the charge.", ["Moscow"]),
    ("Turkey accused Russia of breaking the deal.", ["Turkey", "Russia"]),
    ("Talks between Moscow and Tehran went on.", ["Moscow", "Tehran"]),
    ("The militia is backed by Iran.", ["Iran"]),
    ("Paris condemned the attack.", ["Paris"]),
    ("Washington urged Ankara to hold back.", ["Washington", "Ankara"]),
    ("Relations with Baghdad were tense.", ["Baghdad"]),
    ("Kyiv's forces marched.", ["Kyiv"]),
    ("Moscow’s new envoy smiled.", ["Moscow"]),
    ("Washington, which convened the talks, was silent.", ["Washington"]),
    ("London and Paris urged calm.", ["London", "Paris"]),
    ("The talks were convened by Washington.", ["Washington"]),
]


@pytest.mark.parametrize(("text", "expected"), METONYMS)
def test_a_name_that_means_those_who_govern_is_marked(named, marked, text, expected):
    assert named(text) == expected
    assert marked(text, "metonymic") == expected


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off in Ankara, police said.",
        "Officials in Damascus said little.",
        "Crowds gathered near Baghdad and chanted.",
        "The army shelled Homs again.",
        "Fires burned across Turkey for days.",
        "He left Moscow and agreed to return.",
        "Damascus's old market burned.",
        "Crowds met in London and Paris.",
    ],
)
def test_a_name_that_says_where_is_not_marked_as_a_government(marked, text):
    assert marked(text, "metonymic") == []


CUES = [
    ("The fire began in Nice.", "Nice"),
    ("Trains stop at Reading again.", "Reading"),
    ("They moved to the town of Marsh.", "Marsh"),
    ("Rockets struck Karkamis.", "Karkamis"),
    ("She lives in Mobile with her sons.", "Mobile"),
    ("The bus to Bath was late.", "Bath"),
    ("Shells hit the village of Orient.", "Orient"),
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
    assert named("He lives in Split. The council has not met for years.") == ["Split"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Students at Idlib Technical College went on strike.", ["Idlib"]),
        ("The Damascus Chamber of Commerce met.", ["Damascus"]),
        ("He wrote for the Beirut Daily Star.", ["Beirut"]),
        ("He works for the Bank of Lebanon.", ["Lebanon"]),
    ],
)
def test_a_name_within_an_organisations_is_found(named, text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighting spread through Idlib and Hama provinces.", ["Idlib", "Hama"]),
        ("Northern and eastern Aleppo were cut off.", ["Aleppo"]),
        ("Roads in Homs, Hama and Tartus flooded.", ["Homs", "Hama", "Tartus"]),
        ("Jets hit Saraqib, Binnish, Taftanaz and Sarmin.",
         ["Saraqib", "Binnish", "Taftanaz", "Sarmin"]),
        ("Trucks crossed from Iraq into Syria.", ["Iraq", "Syria"]),
    ],
)  # fmt: skip
def test_names_side_by_side_are_each_found(named, text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A court in Sacramento, Calif., ruled.", ["Sacramento", "Calif."]),
        ("Police in Charleston, W.Va., said so.", ["Charleston", "W.Va."]),
        ("The U.S. sent aid to the U.K. and the UAE.", ["U.S.", "U.K.", "UAE"]),
        ("Miners in the DRC went home.", ["DRC"]),
        ("A flood in Greenville, S.C., closed roads.", ["Greenville", "S.C."]),
        ("A fire in Vancouver, B.C., spread.", ["Vancouver", "B.C."]),
    ],
)
def test_an_abbreviation_is_found_with_its_full_stops(named, text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DAMASCUS, Syria — Shops opened.", ["DAMASCUS", "Syria"]),
        ("SHELLS FALL ON ALEPPO AGAIN", ["ALEPPO"]),
        ("IDLIB: Two people died on Sunday.", ["IDLIB"]),
    ],
)
def test_names_in_capitals_are_found(named, text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cars were burnt in Sidi-Bouzid.", ["Sidi-Bouzid"]),
        ("He was born in Stratford-upon-Avon.", ["Stratford-upon-Avon"]),
        ("Crowds met in Rio de Janeiro.", ["Rio de Janeiro"]),
        ("Mines lie around St. Petersburg.", ["St. Petersburg"]),
        ("Rain fell on the Golan Heights.", ["Golan Heights"]),
        ("Boats crossed the Mediterranean Sea.", ["Mediterranean Sea"]),
        ("Clashes in the Eastern Ghouta went on.", ["Eastern Ghouta"]),
        ("Trade with South Africa grew.", ["South Africa"]),
    ],
)
def test_names_of_several_words_are_one_name(named, text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They flew to the Netherlands.", ["Netherlands"]),
        ("The Hague is quiet today.", ["The Hague"]),
        ("In the Gambia votes were counted.", ["Gambia"]),
        ("Shops in the Sudan are shut.", ["Sudan"]),
    ],
)
def test_the_article_is_a_part_of_a_name_only_where_it_is_one(named, text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army bombed Nyala airport.", ["Nyala airport"]),
        ("Planes circled over Goma airport.", ["Goma airport"]),
    ],
)
def test_airports_of_the_whole_world_are_believed(named, text, expected):
    assert named(text) == expected


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

        def bearers(self, key):
            asked.append(key)

    text = "Home" + "a" * 100_000 + " Home Long" + "a" * 100_000
    assert recognise(Document(id="t", text=text), Watched()) == []
    assert asked == ["home"]
