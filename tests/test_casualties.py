"""How many were killed, injured and displaced, as one sentence counts them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.events.casualties import count
from geo.model import Casualties


def numbers(sentence):
    """Count without the tolls behind the numbers."""
    return replace(count(sentence), tolls=())


KILLED = [
    # passive
    ("Six people were killed in the blast.", 6),
    ("Two servicemen were killed there at dusk.", 2),
    ("Sixteen people were killed in that raid on Friday evening.", 16),
    ("Three of the crew died on board.", 3),
    ("Nine patients have been killed since the morning.", 9),
    ("Four miners lay dead in the yard.", 4),
    ("Two Turkish soldiers lost their lives in the valley.", 2),
    # active
    ("The blast killed six people.", 6),
    ("A shell hit a bakery, killing 14.", 14),
    ("Mortar fire kills three boys.", 3),
    ("The raid left 12 villagers dead.", 12),
    ("The flood claimed the lives of nine people.", 9),
    ("The ambush cost the army 11 men.", 11),
    # nouns
    ("The death toll rose to 120.", 120),
    ("Doctors counted nine dead around the square.", 9),
    ("Rescuers found 13 bodies in the ruins.", 13),
    # aside
    ("Four people, a woman and a child among them, were killed in the village.", 4),
    ("Seven people, most of them children, died at the well.", 7),
]


@pytest.mark.parametrize(("sentence", "number"), KILLED)
def test_the_killed_are_counted(sentence, number):
    found = count(sentence)
    assert (found.fatalities, found.fatalities_low, found.fatalities_high) == (number,) * 3


WRITTEN = [
    ("ten", 10), ("eleven", 11), ("a dozen", 12), ("two dozen", 24),
    ("twenty-two", 22), ("twenty two", 22), ("ninety-nine", 99),
    ("a hundred", 100), ("one hundred and five", 105), ("two thousand", 2000), ("33", 33),
    ("1,200", 1200), ("12 thousand", 12000),
]  # fmt: skip


@pytest.mark.parametrize(("written", "number"), WRITTEN)
def test_numbers_are_read_as_words_and_as_digits(written, number):
    assert count(f"Officials said {written} people were killed.").fatalities == number


@given(st.integers(min_value=2, max_value=99_999))
def test_any_number_in_digits_is_read(number):
    assert count(f"The quake killed {number} people.").fatalities == number
    assert count(f"The quake injured {number:,} people.").injured == number


SINGLE = [
    "One person was killed near the gate.",
    "A man was killed near the gate.",
    "An old man was killed near the gate.",
    "A 22-year-old man was killed near the gate.",
    "The pilot, a captain of 31, was killed by fire from below.",
    "The Danish ambassador to Norway was shot dead.",
    "On day 12 the mayor was killed.",
    "A raid on 24 November killed the commander.",
    "The bomb killed a woman.",
    "A Russian marine died when the boat sank.",
    "One soldier was killed by missiles in the south.",
]


@pytest.mark.parametrize("sentence", SINGLE)
def test_one_person_counts_as_one(sentence):
    assert count(sentence).fatalities == 1


def test_one_person_injured_counts_as_one():
    assert numbers("A nurse was slightly injured.") == Casualties(injured=1)
    assert numbers("The blast injured a driver.") == Casualties(injured=1)


BOUNDS = [
    ("At least 81 people were killed.", (81, 81, None)),
    ("More than 40 people were killed.", (40, 40, None)),
    ("No fewer than 7 people were killed.", (7, 7, None)),
    ("Over 200 people were killed.", (200, 200, None)),
    ("Up to 30 people were killed.", (30, 0, 30)),
    ("As many as 30 people were killed.", (30, 0, 30)),
    ("Some 30 people were killed.", (30, 30, 30)),
    ("Dozens of people were killed.", (None, 24, None)),
    ("Hundreds died there.", (None, 200, None)),
]


@pytest.mark.parametrize(("sentence", "expected"), BOUNDS)
def test_bounds_are_kept(sentence, expected):
    found = count(sentence)
    assert (found.fatalities, found.fatalities_low, found.fatalities_high) == expected


THOSE_WHO_KILL = [
    ("Three rockets killed five people in Idlib on Sunday.", 5),
    ("Two air strikes killed 12 people.", 12),
    ("Two suicide bombers killed 40 people in Jableh.", 40),
    ("Four gunmen killed a priest.", 1),
    ("Four gunmen have killed a priest.", 1),
    ("Three rockets killed at least 12 people.", 12),
    ("Three rockets killed civilians.", None),
    ("Three rockets killed Ahmad.", None),
    ("Three rockets killed several.", None),
    ("Three rockets killed and maimed dozens.", None),
    ("Two bombs killed family members.", None),
    ("The 2020 offensive on Idlib killed hundreds.", None),
    ("The 2016 raid killed in silence.", None),
    ("2016 soldiers were killed.", None),
]


@pytest.mark.parametrize(("sentence", "number"), THOSE_WHO_KILL)
def test_those_who_kill_are_not_the_killed(sentence, number):
    assert count(sentence).fatalities == number


def test_those_who_wound_or_displace_are_not_counted():
    assert count("Two blasts wounded 20 people.").injured == 20
    assert count("Two floods displaced 300 families.").displaced == 300


def test_killed_and_wounded_together_does_not_say_how_many_died():
    counted = count("Five killed and wounded in Homs.")
    assert (counted.fatalities, counted.fatalities_low, counted.fatalities_high) == (None, 0, 5)


WITHOUT_AN_AUXILIARY = [
    ("36 killed in a strike.", 36),
    ("Nine people killed on Sunday.", 9),
    ("Nine people killed Sunday in Homs.", 9),
    ("Nine people killed.", 9),
    ("Five killed and seven wounded.", 5),
    ("Nine people killed at the well.", 9),
    ("Nine people killed instantly.", 9),
    ("Six civilians died, doctors said.", 6),
    ("Six soldiers have died.", 6),
]


@pytest.mark.parametrize(("sentence", "number"), WITHOUT_AN_AUXILIARY)
def test_the_killed_are_counted_without_an_auxiliary_where_no_object_follows(sentence, number):
    assert count(sentence).fatalities == number


RANGES = [
    ("Between 20 and 30 people were killed.", (None, 20, 30)),
    ("Between twenty and thirty people were killed.", (None, 20, 30)),
    ("The blast killed between 20 and 30 people.", (None, 20, 30)),
    ("Ten to fifteen civilians were killed.", (None, 10, 15)),
    ("About 50-60 people were killed in Homs.", (None, 50, 60)),
    ("Some 50–60 people died.", (None, 50, 60)),
    ("Two or three people died.", (None, 2, 3)),
]


@pytest.mark.parametrize(("sentence", "expected"), RANGES)
def test_a_range_has_its_ends_and_no_best_number(sentence, expected):
    found = count(sentence)
    assert (found.fatalities, found.fatalities_low, found.fatalities_high) == expected


ENUMERATED = [
    ("A bomb killed a man, 45, and 3 children.", (4, 4, 4)),
    ("A bomb killed two men and three women.", (5, 5, 5)),
    ("A bomb killed a man, a woman and at least two children.", (4, 4, None)),
    ("A bomb killed five people and 3 children were wounded.", (5, 5, 5)),
    ("A bomb killed five people and wounded 20.", (5, 5, 5)),
    ("A bomb killed 12 people, two of them children.", (12, 12, 12)),
    ("A teacher aged 22 and a boy of five were killed.", (2, 2, 2)),
]


@pytest.mark.parametrize(("sentence", "expected"), ENUMERATED)
def test_the_parts_of_an_enumeration_are_added_up(sentence, expected):
    found = count(sentence)
    assert (found.fatalities, found.fatalities_low, found.fatalities_high) == expected


NO_NUMBERS = [
    "The bomb killed 10000001 people.",
    f"The bomb killed {'9' * 5000} people.",
    "Twelve million people were killed.",
    "One hundred hundred hundred people were killed.",
    "Five and six people were killed.",
    "Twenty thirty people were killed.",
    "One thousand thousand people were killed.",
    "Between 30 and 20 people were killed.",
]


@pytest.mark.parametrize("sentence", NO_NUMBERS)
def test_what_is_no_number_or_too_large_a_one_gives_none(sentence):
    assert numbers(sentence) == Casualties()


def test_a_decimal_of_thousands_is_read():
    assert count("Some 3.5 thousand people were killed.").fatalities == 3500
    assert count("Some 1.25 million people were displaced.").displaced == 1_250_000


NONE_HARMED = [
    ("No one was killed.", "fatalities"),
    ("Nobody was killed in the crash.", "fatalities"),
    ("No civilians were killed.", "fatalities"),
    ("No one was injured.", "injured"),
    ("There was no damage and nobody was hurt.", "injured"),
]


@pytest.mark.parametrize(("sentence", "field"), NONE_HARMED)
def test_none_is_stated_as_zero(sentence, field):
    assert getattr(count(sentence), field) == 0


SUBSETS = [
    ("The shelling killed 80 people, including 30 children.", 80),
    ("At least 126 people died, among them 68 children.", 126),
    ("The raid killed 15 people, four of them women.", 15),
    ("Eleven people were killed, seven of them civilians.", 11),
    ("More than 80 people, including 30 children, died.", 80),
]


@pytest.mark.parametrize(("sentence", "number"), SUBSETS)
def test_a_part_of_the_killed_is_not_the_count(sentence, number):
    assert count(sentence).fatalities == number


BOTH = [
    ("The blast killed six people and injured 81.", (6, 81)),
    ("Five people were killed and seven wounded at the bridge.", (5, 7)),
    ("Mortar fire killed eight people and wounded 35.", (8, 35)),
    ("Fifteen civilians were killed and 20 hurt in the raid.", (15, 20)),
    ("It left 215 people dead and 180 wounded.", (215, 180)),
    ("Twenty-two people were killed and 1,200 were injured.", (22, 1200)),
    ("It injured 20 people but nobody was killed.", (0, 20)),
]


@pytest.mark.parametrize(("sentence", "expected"), BOTH)
def test_killed_and_injured_stand_in_one_sentence(sentence, expected):
    found = count(sentence)
    assert (found.fatalities, found.injured) == expected


DISPLACED = [
    ("Some 45,000 residents fled.", 45_000),
    ("The floods displaced 300 families.", 300),
    ("About 900 people were displaced.", 900),
    ("A million civilians have been displaced.", 1_000_000),
]


@pytest.mark.parametrize(("sentence", "number"), DISPLACED)
def test_the_displaced_are_counted(sentence, number):
    assert count(sentence).displaced == number


NO_COUNT = [
    "It hit a hall full of guests, among them 12 children killed at once.",
    "The town was shelled all night.",
    "They shot down two jets and hit the runway.",
    "A raid on 24 November killed a leading commander's hopes.",
    "In June 2017 he might have been killed in a raid.",
    "In 2017 soldiers were killed.",
    "The mayor might have been killed.",
    "The army destroyed 12 tanks.",
    "Soldiers were killed.",
    "The fire left 40 homes without power.",
    "The killing of prisoners shocked many.",
    "Three hours later they were killed.",
    "On day 12 the guards were killed.",
    "",
]


@pytest.mark.parametrize("sentence", NO_COUNT)
def test_a_sentence_that_counts_no_people_gives_no_number(sentence):
    assert numbers(sentence) == Casualties()


@pytest.mark.parametrize("before", ["date 2020-03-02", "At 3:20", "Chapter 4", "On 02.03.2020"])
def test_a_number_before_the_count_is_not_the_count(before):
    assert count(f"{before} six people were killed.").fatalities == 6


def test_a_date_before_the_verb_is_not_the_count():
    found = count("A raid on 24 November killed five people.")
    assert found.fatalities == 5


WORDINGS = [
    ("Seven constables fell in the ambush on the Jamestown road.", 7, None),
    ("Three boys fell from a mango tree and walked home.", None, None),
    ("Twenty-two crewmen were lost when the trawler went under off Peterhead.", 22, None),
    ("Nine porters met their end on the icefall above the valley.", 9, None),
    ("Two of the lorry's passengers did not survive.", 2, None),
    ("Five traders were left for dead beside the Zaria road.", (5, 0, 5), None),
    ("Two wardens and three poachers lay dead when the firing stopped.", 5, None),
    ("A headman was found riddled with bullets near Imphal.", 1, None),
    ("Riders on camels mowed down 14 harvesters in a millet field.", 14, None),
    ("A mob caught four alleged cattle thieves and stoned them to death.", 4, None),
    ("Two shepherds were hacked to death with machetes in Jos.", 2, None),
    ("The junta put six students to death at dawn.", 6, None),
    ("Twelve volunteers were martyred at the bridge, the party said.", 12, None),
    ("Security forces neutralised eight militants in the forest.", 8, None),
    ("An avalanche buried nine porters at the foot of the glacier.", 9, None),
    ("The mudslide swallowed eleven people in Bududa.", 11, None),
    ("The blaze left a novice dead and two nuns with burns.", 1, 2),
    ("The crash cost two cyclists their lives.", 2, None),
    ("The bridge was taken at the cost of 13 lives.", 13, None),
    ("Searchers counted 20 corpses and 15 survivors with burns.", 20, 15),
    ("Nineteen bodies have been washed ashore near Zuwara since the boat sank.", 19, None),
    ("One body was pulled from the rubble of the bakery.", 1, None),
    ("I counted 21 bodies in the courtyard, a teacher said.", 21, None),
    ("The dead number thirty-four, the mayor told a radio station.", 34, None),
    ("The fire caused no loss of life.", 0, None),
    ("The tremor did no harm to anyone.", 0, 0),
    ("Nobody was hurt when the wall gave way.", None, 0),
    ("All six crew members escaped unhurt.", None, None),
    ("The shelling cost nine their limbs.", None, 9),
    ("The gas put 61 in hospital.", None, 61),
    ("Eighteen pupils needed hospital care after the stand collapsed.", None, 18),
    ("Four shoppers were cut by flying glass.", None, 4),
    ("A sapper lost a foot when a mine went off near Mostar.", None, 1),
    ('Some 15 "terrorists" had been killed in the operation, state media said.', 15, None),
    ("The shell struck a hut, killing three members of one family.", 3, None),
    ("Ten people die in Ballykeel when a bomb brings down a shop front on them.", 10, None),
    ("The coastguard took 38 people from the water.", None, None),
    ("A man was sentenced to life for the killing of two nurses.", None, None),
    ("A gunman murdered a priest, whose housekeeper died with him.", 2, None),
    ("Loss of life: two. Damage: heavy.", 2, None),
]
HELD_OUT_WORDINGS = [
    ("Thirteen riflemen fell defending the ford at Kasese.", 13, None),
    ("Two jockeys fell at the last fence.", None, None),
    ("All nine aboard the helicopter were lost.", 9, None),
    ("Four miners met their deaths in a flooded shaft near Dhanbad.", 4, None),
    ("Three of the stowaways did not survive the crossing.", 3, None),
    ("When the smoke cleared, a sergeant and two drummers lay dead.", 3, None),
    ("A moneylender was found hanged in a lock-up in Leicester.", 1, None),
    ("Five farmhands were found dead in a ditch outside Uruapan.", 5, None),
    ("A lorry driven into the crowd mowed down eleven revellers.", 11, None),
    ("Villagers seized two suspected witches and burned them to death.", 2, None),
    ("A watchman was beaten to death with iron bars in Kisumu.", 1, None),
    ("Raiders hacked nine women to death at Kibirizi.", 9, None),
    ("Ten deserters were put to death in the barracks yard.", 10, None),
    ("Commandos eliminated three insurgents near Baramulla.", 3, None),
    ("A landslip buried six road workers near Shimla.", 6, None),
    ("The ambush left a chaplain dead.", 1, None),
    ("The derailment cost 17 commuters their lives.", 17, None),
    ("They held the hill, but at a cost of 40 men.", 40, None),
    ("Gunfire cut short the lives of three sisters.", 3, None),
    ("Fourteen corpses were brought to the morgue in Abeokuta.", 14, None),
    ("Fishermen found four bodies floating by the weir.", 4, None),
    ("Rescuers pulled eight bodies and three survivors from the mud.", 8, None),
    ("The dead numbered sixteen by nightfall.", 16, None),
    ("The depot burned to the ground without loss of life.", 0, None),
    ("There were no fatalities and no injuries in the derailment.", 0, 0),
    ("No one came to harm when the kiln blew up.", 0, 0),
    ("The minister's driver and two guards escaped unharmed.", None, None),
    ("The mine cost two children their legs.", None, 2),
    ("Twenty-three worshippers had to be treated for smoke inhalation.", None, 23),
    ("The stampede put a dozen fans in hospital.", None, 12),
    ("A postman lost a thumb to the letter bomb.", None, 1),
    ("Six labourers were hospitalised after inhaling chlorine.", None, 6),
    ("Troops said they had killed nine “bandits” in the raid.", 9, None),
    ("Gunmen burst into a flat, killing four members of one household.", 4, None),
    ("Six soldiers die in Larne when a bomb goes off under their minibus.", 6, None),
    ("A tanker rescued 52 people from the sea.", None, None),
    ("The court jailed five men for the murder of a clerk.", None, None),
    ("Hounds killed three foxes and the army seized 12 rifles.", None, None),
    ("The gale brought down a crane, slaying two dockers.", 2, None),
    ("Two bystanders were taken to hospital with shrapnel in their legs.", None, 2),
]
"""Written with the first, but not run before the words were in: 37 of the 40 were right then."""
MORE_WORDINGS = [
    ("Eleven people, most of them pensioners, die in Omagh when a wall comes down.", 11, None),
    ("Two officers and two prisoners lay dead in the corridor.", 4, None),
    ("Residents caught three suspected gangsters and burned them to death.", 3, None),
    ("A mine tore up a bus, costing two passengers their lives and nine their limbs.", 2, 9),
    ("Two scouts fell to snipers.", None, None),
    ("Two guards fell to snipers.", 2, None),
    ("Ten jobs were lost when the plant closed.", None, None),
    ("The family buried three sons on Friday.", None, None),
    ("Three teams were eliminated from the tournament.", None, None),
    ("The state suffered a net loss of 1,000 people.", None, None),
    ("There is no harm in asking.", None, None),
    ("He was sentenced to 20 years for killing two nurses.", None, None),
    ("A man was taken to hospital but died.", 1, None),
    ("Two men were shot dead and three others taken to hospital.", 2, 3),
    ("A body was found in the canal on Sunday.", 1, None),
    ("The dead numbered 14 and the wounded 32.", 14, 32),
    ("Two nuns, whose lives were cut short by a bomb, were buried on Monday.", 2, None),
    ("It killed eight people, including a woman whose car was hit by falling rocks.", 8, None),
    ("Three jawans attained martyrdom in the gunfight.", 3, None),
]


@pytest.mark.parametrize(
    ("sentence", "killed", "injured"), [*WORDINGS, *HELD_OUT_WORDINGS, *MORE_WORDINGS]
)
def test_unusual_wordings_are_counted(sentence, killed, injured):
    found = count(sentence)
    best, low, high = killed if isinstance(killed, tuple) else (killed,) * 3
    assert (found.fatalities, found.fatalities_low, found.fatalities_high) == (best, low, high)
    assert found.injured == injured


@given(st.text(max_size=120))
def test_any_text_gives_counts_that_agree(text):
    found = count(text)
    for low, best, high in [(found.fatalities_low, found.fatalities, found.fatalities_high)]:
        assert low is None or best is None or low <= best
        assert high is None or best is None or best <= high
    assert all(number is None or number >= 0 for number in (found.injured, found.displaced))
