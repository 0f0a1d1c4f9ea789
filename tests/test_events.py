"""What happened, where and when: one event a sentence, with the words that say so."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import dates, events, pipeline
from geo.events.extractor import unused
from geo.model import Document
from geo.resolve import resolve
from geo.toponyms import recognise

TODAY = date(2020, 3, 2)
"""A Monday."""


@pytest.fixture(scope="session")
def extracted(gazetteer):
    def extract(text, published=TODAY, id_="t"):
        document = Document(id=id_, text=text, published=published)
        resolutions = resolve(document, recognise(document, gazetteer), gazetteer)
        return [
            event
            for event in events.extract(document, resolutions, dates.find(document))
            if event.sub_event_type != "Statement"
        ]

    return extract


@pytest.fixture(scope="session")
def only(extracted):
    def one(text, published=TODAY):
        (event,) = extracted(text, published)
        return event

    return one


def test_a_sentence_with_a_trigger_and_a_place_is_an_event(only):
    event = only("Mortar fire killed eight people in Nusaybin on Friday and wounded 35.")
    assert event.event_type == "Explosions/Remote violence"
    assert event.sub_event_type == "Shelling/artillery/missile attack"
    assert event.resolution.toponym.text == "Nusaybin"
    assert event.resolution.place.country == "TR"
    assert event.when.first == event.when.last == date(2020, 2, 28)
    assert (event.casualties.fatalities, event.casualties.injured) == (8, 35)
    assert event.status == "reported"


def test_what_someone_means_to_do_is_an_event_of_its_own(only):
    event = only("The militia plans to attack the airport of Aleppo, its commander said.")
    assert (event.sub_event_type, event.status) == ("Armed clash", "planned")
    event = only("The army is expected to attack Idlib within days.")
    assert (event.resolution.toponym.text, event.status) == ("Idlib", "planned")


def test_a_corrected_death_toll_by_itself_is_no_event(extracted):
    assert extracted("The ministry revised the death toll in Homs from 15 to 12.") == []


def test_the_quote_is_the_sentence_exactly_as_written(extracted):
    text = "Markets were calm.\n\n  “An air strike hit  Aleppo on Sunday,” she said. It rained.  "
    (event,) = extracted(text)
    assert event.quote == text[event.quote_start : event.quote_end]
    assert event.quote == "“An air strike hit  Aleppo on Sunday,” she said."


NO_EVENTS = [
    "Aleppo is a city in Syria.",
    "Farmers near Idlib sold olives on Sunday.",
    "The roads to Homs were full.",
    "",
]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_without_a_trigger_there_is_no_event(extracted, text):
    assert extracted(text) == []


NOWHERE = [
    "An air strike hit a school on Sunday.",
    "Turkey shot down a jet on Tuesday.",
    "A truce that Moscow and Washington arranged on Sunday holds.",
    "Prices rose in Syria on Sunday. Mortar fire killed nine people on Sunday.",
]


@pytest.mark.parametrize("text", NOWHERE)
def test_an_event_without_a_place_stays_unplaced_with_the_reason(only, text):
    event = only(text)
    assert event.resolution.place is None
    assert "names no place for it" in event.reason


def test_an_event_at_a_place_that_no_gazetteer_has_says_so(only):
    event = only("Warplanes bombed Qwertzville on Sunday.")
    assert event.resolution.place is None
    assert event.resolution.toponym.text == "Qwertzville"
    assert "“Qwertzville” is in no gazetteer" in event.reason


HARKING_BACK = [
    "Since the attack, Homs has been quiet.",
    "That offensive began near Idlib.",
    "Their raid is still a topic in Aleppo.",
    "These airstrikes are all that Idlib remembers.",
    "He said in Idlib on Sunday that the airstrikes were a beginning.",
]


@pytest.mark.parametrize("text", HARKING_BACK)
def test_a_noun_that_harks_back_makes_no_event(extracted, text):
    assert extracted(text) == []


def test_a_count_makes_an_event_of_a_noun_that_harks_back(only):
    event = only("The attack in Homs killed nine people.")
    assert event.casualties.fatalities == 9


STATUSES = [
    ("Warplanes bombed Saraqib on Sunday.", "reported"),
    ("The army will shell Saraqib on Friday.", "planned"),
    ("Troops are due to withdraw from Saraqib on Friday.", "planned"),
    ("A protest is planned in Saraqib on Friday.", "planned"),
    ("He threatened to shell Saraqib.", "threatened"),
    ("The general vowed that his men would storm Saraqib.", "threatened"),
    ("Moscow denied that its jets bombed Saraqib.", "denied"),
    ("The army did not shell Saraqib on Sunday.", "denied"),
    ("If they shelled Saraqib, the talks would end.", "hypothetical"),
    ("Rebels could storm Saraqib within days.", "hypothetical"),
    ("Warplanes bombed Saraqib in 2016.", "historical"),
    ("Since 2014 warplanes have bombed Saraqib.", "historical"),
    ("Warplanes bombed Saraqib on 3 March 2018.", "historical"),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_the_status_is_what_the_sentence_says(only, text, status):
    assert only(text).status == status


ELSEWHERE = [
    ("Jets from Hmeimim bombed Saraqib on Sunday.", "Saraqib"),
    ("Shells fired from Tartus fell on villages near Jableh on Sunday.", "Jableh"),
    ("Rockets struck Karkamis on Sunday as convoys headed towards Aleppo.", "Karkamis"),
    ("Missiles came from the direction of Haifa and hit Damascus on Sunday.", "Damascus"),
]


STATED = [
    ("Damascus was hit by rockets on Sunday.", "Damascus"),
    ("The brigade withdrew from Manbij on Sunday.", "Manbij"),
    ("Shells fell on the eastern edge of Jableh on Sunday.", "Jableh"),
    ("Troops fought their way back into Saraqib on Sunday.", "Saraqib"),
]


@pytest.mark.parametrize(("text", "place"), STATED)
def test_what_is_hit_left_or_entered_is_the_place(only, text, place):
    assert only(text).resolution.toponym.text == place


@pytest.mark.parametrize(("text", "place"), ELSEWHERE)
def test_where_it_came_from_or_went_to_is_not_the_place(only, text, place):
    assert only(text).resolution.toponym.text == place


SPEAKERS = [
    ("Air strikes hit Saraqib on Sunday, Moscow said.", "Saraqib"),
    ("Damascus said that shells fell on Jableh on Sunday.", "Jableh"),
    ("Turkey shelled the hills near Kobani on Sunday.", "Kobani"),
    ("Russia began bombing raids on Saraqib on Sunday.", "Saraqib"),
    ("The defence ministry in Moscow said jets bombed Saraqib on Sunday.", "Saraqib"),
    ("A strike of the U.S.-led coalition killed nine people in Raqqa on Sunday.", "Raqqa"),
    ("BEIRUT, March 2, 2020 — Warplanes bombed Saraqib on Sunday.", "Saraqib"),
]


@pytest.mark.parametrize(("text", "place"), SPEAKERS)
def test_the_one_who_acts_or_speaks_is_not_the_place(only, text, place):
    assert only(text).resolution.toponym.text == place


ONLY_SPEAKERS = [
    "Moscow said it shot down nine drones on Sunday.",
    "Turkey shot down a jet on Tuesday.",
    "Ankara threatened an offensive.",
    "Rebels reached a deal with Damascus on Sunday.",
]


@pytest.mark.parametrize("text", ONLY_SPEAKERS)
def test_a_state_that_acts_lends_its_event_no_place(extracted, text):
    assert all(event.resolution.place is None for event in extracted(text))


def test_the_finest_place_is_taken(only):
    event = only("Warplanes bombed the town of Saraqib in Idlib province in Syria on Sunday.")
    assert event.resolution.toponym.text == "Saraqib"


def test_a_place_of_the_paragraph_is_lent_at_a_lower_confidence(extracted):
    text = "Warplanes bombed Saraqib on Sunday. Gunmen killed nine people on Saturday."
    own, lent = extracted(text)
    assert lent.resolution.place == own.resolution.place
    assert lent.confidence < own.confidence
    assert "in the paragraph" in lent.reason
    assert "in the clause" in own.reason
    assert (own.place_lent, lent.place_lent) == (False, True)


def test_another_paragraph_lends_its_place_at_a_lower_confidence_still(extracted):
    text = "Warplanes bombed Saraqib on Sunday.\n\nGunmen killed nine people on Saturday."
    other = extracted(text)[-1]
    near = extracted(text.replace("\n\n", " "))[-1]
    assert other.resolution.place == near.resolution.place
    assert other.confidence < near.confidence
    assert "the place named last before" in other.reason


THERE = [
    "Saraqib was quiet on Saturday.\n\nOn Sunday warplanes bombed the town.",
    "Saraqib was quiet on Saturday.\n\nOn Sunday nine people were killed there.",
]


@pytest.mark.parametrize("text", THERE)
def test_there_and_the_town_are_the_place_named_before(only, text):
    event = only(text)
    assert event.resolution.toponym.text == "Saraqib"
    assert "means the place named before" in event.reason


DAYS = [
    ("Warplanes bombed Saraqib on Sunday.", date(2020, 3, 1)),
    ("It was a bad Saturday. Warplanes bombed Saraqib.", date(2020, 2, 29)),
    ("Saturday was quiet.\n\nWarplanes bombed Saraqib.", date(2020, 2, 29)),
    ("Warplanes bombed Saraqib on Friday, the army said on Sunday.", date(2020, 2, 28)),
    ("The army said on Sunday that warplanes bombed Saraqib on Friday.", date(2020, 2, 28)),
]


@pytest.mark.parametrize(("text", "first"), DAYS)
def test_the_day_is_the_sentences_own_or_the_nearest_before(only, text, first):
    assert only(text).when.first == first


def test_a_day_from_farther_off_is_less_sure(only):
    own = only("Warplanes bombed Saraqib on Saturday.")
    paragraph = only("It was a bad Saturday. Warplanes bombed Saraqib.")
    report = only("Saturday was quiet.\n\nWarplanes bombed Saraqib.")
    assert own.confidence > paragraph.confidence > report.confidence


def test_an_event_without_a_day_stays_undated_with_a_reason(only):
    event = only("Warplanes bombed Saraqib.")
    assert event.when is None
    assert "nothing in the report dates it" in event.reason


def test_a_relative_day_without_a_publication_date_stays_open_with_a_reason(only):
    event = only("Warplanes bombed Saraqib on Sunday.", None)
    assert event.when.first is None
    assert "no publication date" in event.reason


SPECIFIC = [
    ("Nine people were killed when a car bomb went off in Idlib.", "Remote explosive/landmine/IED"),
    ("An air raid on a farm outside Saraqib killed nine people.", "Air/drone strike"),
    ("Mortar fire on Sunday killed two people in Nusaybin.", "Shelling/artillery/missile attack"),
    ("Warplanes bombed Saraqib. At a funeral in Idlib nine were killed.", "Air/drone strike"),
]


@pytest.mark.parametrize(("text", "sub_type"), SPECIFIC)
def test_people_killed_take_the_type_of_what_killed_them(extracted, text, sub_type):
    assert extracted(text)[-1].sub_event_type == sub_type


def test_the_reason_says_where_a_lent_type_comes_from(extracted):
    lent = extracted("Warplanes bombed Saraqib. At a funeral in Idlib nine were killed.")[-1]
    assert "bombed” before it says of what type" in lent.reason


def test_words_that_say_only_that_it_was_hit_need_a_type_from_the_report(extracted):
    assert extracted("A strike near Saraqib on Sunday was the talk of the day.") == []


def test_a_statement_dates_an_event_only_where_no_other_day_is_named(only):
    event = only("Warplanes bombed Saraqib, the army said on Sunday.")
    assert event.when.first == date(2020, 3, 1)
    assert "it was said" in event.reason


OWN_DATES = [
    "BEIRUT, March 2, 2020 — A bomb killed two people in Idlib on Sunday.",
    "date 2020-03-02 A bomb killed two people in Idlib on Sunday",
    "IDLIB, SYRIA - MARCH 02: A bomb killed two people in Idlib on Sunday.",
    "BEIRUT, March 2, 2020 — It was a bad Sunday. A bomb killed two people in Idlib.",
]


@pytest.mark.parametrize("text", OWN_DATES)
def test_the_reports_own_date_dates_no_event_that_has_another(only, text):
    assert only(text).when.first == date(2020, 3, 1)


def test_the_reports_own_date_dates_what_nothing_else_dates(extracted):
    text = "BEIRUT, March 2, 2020 — Shells hit Jableh.\n\nMortar fire killed two people in Idlib."
    found = extracted(text)
    assert [event.when.first for event in found] == [TODAY, TODAY]
    assert [event.status for event in found] == ["reported", "reported"]
    assert all("only the report's own date" in event.reason for event in found)
    assert all(event.confidence < 0.6 for event in found)


def test_the_day_of_the_clause_goes_before_that_of_the_sentence(only):
    event = only("On Saturday all was calm; mortar rounds hit Idlib on Sunday.")
    assert event.when.text == "Sunday"
    text = "On 26 February there was a sit-in; rockets fired by the army hit Idlib on 28 February."
    assert only(text.replace("a sit-in", "rain")).when.first == date(2020, 2, 28)


OWNED = [
    "Russian jets bombed Syria's Idlib on Sunday.",
    "Russian jets bombed Syria’s Idlib on Sunday.",
    "Russian jets bombed Syria's northern city of Idlib on Sunday.",
    "Syria's Idlib was bombed on Sunday.",
    "Air strikes hit Syria on Sunday; Idlib burned.",
]


@pytest.mark.parametrize("text", OWNED)
def test_a_country_is_not_the_place_beside_a_finer_one_within_it(only, text):
    assert only(text).resolution.toponym.text == "Idlib"


def test_the_finer_one_must_lie_in_the_country(only):
    assert only("Air strikes hit Syria on Sunday; Paris burned.").resolution.toponym.text == "Syria"


def test_where_an_owned_place_is_left_it_is_not_the_place(only):
    event = only("Jets from Syria's Idlib bombed Jableh on Sunday.")
    assert event.resolution.toponym.text == "Jableh"


def test_a_sentence_without_end_is_cut_and_still_quoted_exactly(extracted):
    text = "Shells hit Idlib on Sunday, " + "and prices of bread rose, " * 300
    text += "and warplanes bombed Aleppo on Friday"
    first, last = extracted(text)
    assert (first.resolution.toponym.text, last.resolution.toponym.text) == ("Idlib", "Aleppo")
    for event in (first, last):
        assert event.quote == text[event.quote_start : event.quote_end]
        assert len(event.quote) <= 2000
    assert first.when.first == date(2020, 3, 1)
    assert last.when.first == date(2020, 2, 28)


def _cheapest(run):
    """The least of three times, in seconds."""
    times = []
    for _ in range(3):
        before = time.process_time()
        run()
        times.append(time.process_time() - before)
    return min(times)


@pytest.mark.parametrize(
    "words", ["killed ", "struck", "protest ", "deaths of ", "seized ", "killed 12 ", "12 killed "]
)
def test_four_times_the_text_costs_about_four_times_the_work(extracted, words):
    def took(size):
        text = "Shells hit Idlib on Sunday " + words * (size // len(words))
        return _cheapest(lambda: extracted(text))

    took(1000)
    # Where all were compared with all, it would be sixteen times.
    assert took(40_000) < 8 * max(took(10_000), 0.01)


def test_sentences_look_only_at_their_own_places_and_dates(gazetteer):
    class Counting(list):
        read = 0

        def __iter__(self):
            Counting.read += 1
            return super().__iter__()

    text = "Shells hit Jableh on Sunday. " * 50
    document = Document(id="t", text=text, published=TODAY)
    resolutions = resolve(document, recognise(document, gazetteer), gazetteer)
    found = events.extract(document, resolutions, Counting(dates.find(document)))
    assert len(found[0].merged) == 50
    assert Counting.read < 10


def test_the_type_and_the_reason_agree_with_the_trigger(only):
    event = only("Warplanes bombed Saraqib on Sunday.")
    assert events.SUB_EVENT_TYPES[event.sub_event_type] == event.event_type
    assert "reports the event" in event.reason
    assert "dates it" in event.reason


def test_ids_are_the_same_every_time_and_differ_between_events(extracted):
    text = (
        "Warplanes bombed Saraqib on Sunday. Shells hit Jableh on Sunday. "
        "Police arrested nine men in Homs."
    )
    first, second = extracted(text), extracted(text)
    assert first == second
    assert len(first) == 3
    assert len({event.id for event in first}) == 3
    other = extracted(text, id_="another")
    assert not {event.id for event in first} & {event.id for event in other}


def test_places_without_an_event_are_mentions(gazetteer):
    text = "Warplanes bombed Saraqib on Sunday. Aleppo is far away."
    document = Document(id="t", text=text, published=TODAY)
    resolutions = resolve(document, recognise(document, gazetteer), gazetteer)
    found = events.extract(document, resolutions, dates.find(document))
    assert [each.toponym.text for each in unused(resolutions, found)] == ["Aleppo"]


def test_a_name_that_stays_open_never_hides_an_event_at_another(extracted):
    found = extracted("Warplanes bombed Qwertzville on Sunday. Shells hit Jableh on Sunday.")
    assert [event.resolution.toponym.text for event in found] == ["Qwertzville", "Jableh"]


_SENTENCES = st.lists(
    st.sampled_from(
        [
            "Warplanes bombed Saraqib on Sunday.", "Moscow said no.", "Nine people were killed.",
            "The attack in Homs killed 5.", "He will meet rebels in Aleppo on Friday.", "\n\n", "—",
            "“Shells hit Jableh,” he said.", "In 2014 clashes broke out in Deraa.", "🙂 é", "\r\n",
            "Dozens fled Idlib.", "Denied.", "If rebels took Hama…",
        ]
    ),
    max_size=10,
).map(" ".join)  # fmt: skip


@settings(deadline=None, max_examples=80)
@given(text=_SENTENCES, published=st.sampled_from([TODAY, None]))
def test_every_event_keeps_its_promises_for_any_text(extracted, text, published):
    found = extracted(text, published)
    for event in found:
        assert event.quote == text[event.quote_start : event.quote_end]
        for each in event.evidence:
            assert each.text == text[each.start : each.end] != ""
        assert all(telling.document_id == "t" for telling in events.split(event))
        assert event.status in events.STATUSES
        assert events.SUB_EVENT_TYPES[event.sub_event_type] == event.event_type
        assert 0.0 <= event.confidence <= event.resolution.confidence <= 1.0
        assert event.reason
        assert len(event.actors) <= 2
        assert event.document_id == "t"


def test_that_no_one_was_harmed_is_no_event_of_its_own(extracted):
    events = extracted("Rockets hit Homs on Sunday. No one was killed.")
    assert [event.quote for event in events] == ["Rockets hit Homs on Sunday."]


# --- several events a sentence


SEVERAL = [
    (
        "On Sunday warplanes bombed Saraqib while rebels shelled Jableh.",
        [("Air/drone strike", "Saraqib"), ("Shelling/artillery/missile attack", "Jableh")],
    ),
    (
        "Police arrested nine men in Homs on Sunday, and a car bomb exploded in Aleppo.",
        [("Arrests", "Homs"), ("Remote explosive/landmine/IED", "Aleppo")],
    ),
    (
        "Warplanes bombed Saraqib, Ariha and Binnish on Sunday.",
        [("Air/drone strike", name) for name in ("Saraqib", "Ariha", "Binnish")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_a_sentence_tells_of_as_many_events_as_it_names_deeds_and_places(extracted, text, expected):
    found = extracted(text)
    assert [(each.sub_event_type, each.resolution.toponym.text) for each in found] == expected


ONE = [
    "Warplanes bombed Saraqib on Sunday, killing nine people.",
    "Warplanes bombed Saraqib on Sunday; nine people were killed.",
    "Nine people were killed in Idlib on Sunday when warplanes bombed Saraqib.",
    "Warplanes bombed Saraqib on Sunday and set a warehouse alight.",
    "Warplanes bombed Saraqib on Sunday after weeks of fighting.",
    "Gunmen pulled a driver out of his lorry in Homs on Sunday and abducted him.",
    "Warplanes bombed the road between Saraqib and Ariha on Sunday.",
    "Nine people were killed in air strikes on Saraqib and Ariha on Sunday.",
]


@pytest.mark.parametrize("text", ONE)
def test_a_deed_and_what_came_of_it_is_one_event(only, text):
    assert only(text).resolution.place is not None


def test_each_place_has_its_own_count(extracted):
    found = extracted("Air strikes killed nine people in Saraqib and four in Ariha on Sunday.")
    counts = {each.resolution.toponym.text: each.casualties.fatalities for each in found}
    assert counts == {"Saraqib": 9, "Ariha": 4}


# --- counts in the next sentence


COUNTED = [
    ("Warplanes bombed Saraqib on Sunday. Nine people died.", 9),
    ("Warplanes bombed Saraqib on Sunday. At least nine people were killed, medics said.", 9),
    ("A landslide buried a hamlet near Idlib on Sunday. Two drivers died.", 2),
    ("Warplanes bombed Saraqib on Sunday. Nobody was hurt.", 0),
]


@pytest.mark.parametrize(("text", "killed"), COUNTED)
def test_a_sentence_that_only_counts_belongs_to_the_event_before(only, text, killed):
    event = only(text)
    assert event.casualties.fatalities == killed
    assert len(event.merged) == 2
    assert [each.field for each in event.evidence].count("fatalities") == 1


TOTALS = [
    "Since 2011 more than 300,000 people have been killed in Syria.",
    "More than 600 people were killed in Homs in January.",
]


@pytest.mark.parametrize("text", TOTALS)
def test_a_running_total_is_no_event(extracted, text):
    assert extracted(text) == []


def test_who_acts_does_a_thing_of_their_own(extracted):
    found = extracted("Warplanes bombed Saraqib on Sunday. Gunmen killed nine people in Homs.")
    assert [each.sub_event_type for each in found] == ["Air/drone strike", "Attack"]


# --- where


PARTS = [
    ("Shells hit Homs on Sunday. On Monday a bomb went off in the Qwertz market.", "Homs"),
    ("Shells hit Homs on Sunday. On Monday a bomb went off near the Qwertz mosque.", "Homs"),
]


@pytest.mark.parametrize(("text", "town"), PARTS)
def test_an_unknown_part_of_a_town_is_put_in_the_town_with_little_confidence(extracted, text, town):
    event = extracted(text)[-1]
    assert event.resolution.toponym.text == town
    assert event.place_lent
    assert event.confidence < 0.5


def test_a_second_look_finds_a_name_that_only_its_place_in_the_sentence_tells(gazetteer):
    text = "A truck bomb killed two people near Azaz on Sunday. Gunmen fled to Rosas."
    document = Document(id="t", text=text, published=TODAY)
    asked = []

    def look(name):
        asked.append(name.text)
        return resolve(document, [name], gazetteer)[0]

    (event,) = events.extract(document, [], dates.find(document), look)
    assert asked == ["Azaz"]
    assert event.resolution.place.country == "SY"


def test_an_article_and_a_people_are_not_asked_for_as_a_place(gazetteer):
    asked = []
    text = "Nine men were hurt in an Israeli raid on Sunday, and a bomb went off in al-Qwertz."
    document = Document(id="t", text=text, published=TODAY)

    def look(name):
        asked.append(name.text)
        return resolve(document, [name], gazetteer)[0]

    events.extract(document, [], dates.find(document), look)
    assert asked == ["al-Qwertz"]


AWAY = [
    ("Families fled Homs for Tartus on Sunday.", "Homs"),
    ("The wounded were taken to hospitals in Tartus after a car bomb in Homs on Sunday.", "Homs"),
    ("A missile launched from a base near Tartus hit Homs on Sunday.", "Homs"),
    ("Protesters gathered outside the Turkish embassy in Beirut on Sunday.", "Beirut"),
    ("The foreign minister flew to Beirut for talks on Sunday.", "Beirut"),
    ("An aid convoy reached Homs from Tartus on Sunday.", "Homs"),
]


@pytest.mark.parametrize(("text", "place"), AWAY)
def test_origins_goals_and_offices_are_told_from_the_scene(extracted, text, place):
    assert place in {each.resolution.toponym.text for each in extracted(text)}


# --- when


STEPS = [
    ("Troops met in Homs on Friday, two days after rebels shelled Jableh.", date(2020, 2, 26)),
    ("Shops in Homs shut on Friday, a week after gunmen stormed Jableh.", date(2020, 2, 21)),
]


@pytest.mark.parametrize(("text", "first"), STEPS)
def test_days_are_counted_from_the_day_of_the_other_clause(extracted, text, first):
    (event,) = [each for each in extracted(text) if each.resolution.toponym.text == "Jableh"]
    assert event.when.first == event.when.last == first


def test_a_denial_has_the_day_of_what_it_denies(extracted):
    text = (
        "Warplanes bombed Saraqib on Wednesday.\n\n"
        "Moscow denied on Saturday that its warplanes had bombed Saraqib."
    )
    bombed, denied = extracted(text)
    assert (bombed.status, denied.status) == ("reported", "denied")
    assert denied.when == bombed.when


def test_what_is_planned_has_no_day_of_what_has_happened(extracted):
    text = "Warplanes bombed Saraqib on Saturday. Rebels will storm Jableh."
    assert extracted(text)[-1].when is None


def test_a_plan_for_a_weekday_means_the_next_one(extracted):
    event = extracted("Unions plan to march in Homs on Friday.")[-1]
    assert (event.status, event.when.first) == ("planned", date(2020, 3, 6))


# --- found by reading with suspicion


def test_the_same_place_named_twice_gives_two_events_of_their_own(extracted):
    text = "Police arrested two men in Leeds on Monday and three in Leeds on Tuesday."
    found = extracted(text)
    assert len({each.id for each in found}) == len(found)


SAID_WHERE = [
    ("Russia said it killed 300 militants in strikes in Idlib on Sunday.", "Idlib"),
    ("Syrian police said the bomb killed 20 people in Homs on Sunday.", "Homs"),
    ("A bomb went off at Iraq's embassy in Beirut on Sunday.", "Beirut"),
    ("Drones attacked Russia's air bases in western Syria on Sunday.", "Syria"),
]


@pytest.mark.parametrize(("text", "place"), SAID_WHERE)
def test_where_it_was_is_told_from_who_says_it_and_whose_it_is(only, text, place):
    assert only(text).resolution.toponym.text == place


ANOTHER = [
    "A bomb killed 5 people in Homs on Saturday. Another bomb in Homs on Sunday killed 9.",
    "A bomb killed five in Homs on Saturday. A second bomb killed six in Homs on Saturday.",
    "A bomb killed ten people in Homs on Saturday.\n\nA bomb killed ten in Homs on Sunday.",
]


@pytest.mark.parametrize("text", ANOTHER)
def test_one_more_event_is_not_the_same_event(extracted, text):
    assert len(extracted(text)) == 2


NOT_SO = [
    ("Turkey dismissed reports that it had shelled Afrin on Sunday.", "denied"),
    ("Reports that warplanes bombed Saraqib on Sunday were false.", "denied"),
    ("A protest in Homs on Sunday was called off.", "denied"),
    ("The army had not warned residents before it shelled Homs on Sunday.", "reported"),
]


@pytest.mark.parametrize(("text", "status"), NOT_SO)
def test_what_did_not_happen_is_told_from_what_did(extracted, text, status):
    assert extracted(text)[-1].status == status


def test_a_range_keeps_the_words_of_both_its_ends(only):
    text = (
        "Warplanes bombed Saraqib on Sunday. Six people were killed, the army said. "
        "Nine died, medics said."
    )
    event = only(text)
    told = {each.text for each in event.evidence if each.field == "fatalities"}
    assert (event.casualties.fatalities_low, event.casualties.fatalities_high) == (6, 9)
    assert len(told) == 2


# --- the right place, the right day

SHELLS = "Shells hit Homs on Friday."
SAME_SENTENCE = [
    (f"{SHELLS} A plane landed in Tartus, and the navy shelled a hill there on Sunday.", "Tartus"),
    (f"{SHELLS} A convoy reached Hama on Saturday and handed out food there.", "Hama"),
]


@pytest.mark.parametrize(("text", "place"), SAME_SENTENCE)
def test_there_is_first_of_all_a_place_of_the_same_sentence(extracted, text, place):
    assert extracted(text)[-1].resolution.toponym.text == place


BOMB = "On Sunday a car bomb went off in the capital."
CAPITALS = [
    (f"Damascus is far from Homs, where shells fell. He left Washington. {BOMB}", "Damascus"),
    (f"Envoys met in Paris. Shells hit Homs on Friday. {BOMB}", None),
]


@pytest.mark.parametrize(("text", "place"), CAPITALS)
def test_the_capital_is_that_of_the_country_that_is_spoken_of(extracted, text, place):
    found = extracted(text)[-1].resolution
    assert (found.place and found.place.name) == place
    assert place or "does not name the capital" in found.reason


PARTS = [
    ("India is tense. A bomb killed two at Reasi in Jammu on Sunday.", "Reasi"),
    ("In Homs, gunmen who had come in from Rastan shot dead two in Talbiseh.", "Talbiseh"),
    ("In Saraqib, Idlib, shells hit a school on Sunday.", "Saraqib"),
    ("In Ciudad Juárez, Chihuahua, gunmen attacked a prison on Sunday.", "Ciudad Juárez"),
    ("Six people were killed in Damascus, Aleppo and Latakia on Sunday.", "Damascus"),
    ("At Homs, a bomb on the Hama road killed six people on Sunday.", "Homs"),
]


@pytest.mark.parametrize(("text", "place"), PARTS)
def test_the_place_is_the_part_and_not_the_whole(extracted, text, place):
    assert extracted(text)[0].resolution.toponym.text == place


ASIDE = [
    (f"{SHELLS}\n\nLawyers protested around the high court of Tartus on Sunday.", "Tartus"),
    (f"{SHELLS} Some 3,000 people fled to Hama on Sunday.", "Hama"),
    (f"{SHELLS} Some 3,000 people fled by bus, from Hama to Tartus.", "Hama"),
    (f"{SHELLS} Officials in Hama said mortar fire killed six on Sunday.", "Homs"),
]


@pytest.mark.parametrize(("text", "place"), ASIDE)
def test_a_town_of_its_own_sentence_comes_before_that_of_another(extracted, text, place):
    assert extracted(text)[-1].resolution.toponym.text == place


def test_a_country_that_is_ruled_is_not_where_its_rulers_meet(extracted):
    text = "He will go to Sochi on Friday, where the leaders of Turkey and Russia are to meet."
    assert extracted(text)[-1].resolution.toponym.text == "Sochi"


def annotated(gazetteer, text, published=TODAY):
    document = Document(id="t", text=text, published=published)
    return pipeline.annotate(document, pipeline.stages(gazetteer))


DOUBTED = [
    ("Rebels report 14 air raids on Azaz on Sunday.", ["Azaz"]),
    ("Azaz, which rebels captured on Sunday, is calm.", ["Azaz"]),
    ("Rebels shelled a hill on Sunday, Ahmad Sabbagh and Bishop Azaz said.", []),
    ("Azaz said on Sunday that shells fell.", []),
]


@pytest.mark.parametrize(("text", "names"), DOUBTED)
def test_other_names_of_its_sentence_are_asked_for_too(gazetteer, text, names):
    document = Document(id="t", text=text, published=TODAY)
    asked = []

    def look(name):
        asked.append(name.text)
        return resolve(document, [name], gazetteer)[0]

    found = events.extract(document, [], dates.find(document), look)
    assert asked == names
    assert not names or found[0].resolution.place.country == "SY"


FAR = [
    "Homs is in Syria, and the United States is far. Gunmen killed nine men in Koromey on Sunday.",
    "Homs is in Syria, and Lebanon is near. Shells struck the Roman temples on Sunday.",
]


@pytest.mark.parametrize("text", FAR)
def test_a_namesake_far_off_is_not_meant(gazetteer, text):
    assert all(event.resolution.place is None or event.resolution.place.country == "SY"
               for event in annotated(gazetteer, text).events)  # fmt: skip


LIVE = (
    "Good morning.\n\n14:20\n\nA drone has hit a motorcycle in Homs.\n\n"
    "13:05\n\nOn Friday shells hit Hama.\n\n12:30\n\nPolice in Tartus fired at protesters."
)


def test_what_a_live_report_tells_without_a_day_is_of_its_own(extracted):
    found = {event.resolution.toponym.text: event.when.first for event in extracted(LIVE)}
    assert found == {"Homs": TODAY, "Hama": date(2020, 2, 28), "Tartus": TODAY}


def test_what_stands_before_its_first_hour_too(extracted):
    text = LIVE.replace("Good morning.", "Students have blocked a road in Idlib.")
    assert extracted(text)[0].when.first == TODAY


def test_the_day_of_a_statement_is_not_that_of_what_its_paragraph_dates(extracted):
    text = (
        "Shells hit Homs on Friday. Gunmen burned a lorry in Hama, he said on Sunday. "
        "Gunmen burned a mill in Rastan."
    )
    days = {event.when.first for event in extracted(text)}
    assert days == {date(2020, 2, 28)}


def test_the_day_of_a_memory_by_the_way_is_not_lent(extracted):
    text = (
        "Shells hit Homs on Friday. Khan Shaykhun, where gas killed 80 people in April 2017, was "
        "struck as well. Jets bombed Saraqib."
    )
    assert extracted(text)[-1].when.first == date(2020, 2, 28)


def test_of_what_is_only_background_a_day_dates_better_than_a_month(only):
    text = "The first aid convoy to Homs since June is scheduled for Sunday, 8 March."
    assert only(text).when.first == date(2020, 3, 8)
