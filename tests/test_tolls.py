"""What each sentence counts: every toll, whose it is, and which of them must not be added.

The sentences were written before the grammar was run on them. ``TUNED`` was then used to
build it; on its first run over ``HELD_OUT`` it got 95 of the 100 right. Both are kept
right by the tests now.
"""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.events.casualties import count, sum_up
from geo.events.tolls import tolls
from geo.model import Casualties, Toll


def told(killed=None, **others):
    """Give the numbers of a sentence; a lone number of killed is best, low and high."""
    best, low, high = killed if isinstance(killed, tuple) else (killed,) * 3
    return Casualties(fatalities=best, fatalities_low=low, fatalities_high=high, **others)


TUNED = {
    "numbers": [
        ("Half a dozen shoppers were killed when mortar bombs fell on Omdurman.", told(6)),
        ("The famine and fighting have displaced close to a million people in Darfur.",
         told(displaced=1_000_000)),
        ("Fewer than ten people died in the riots, police in Nairobi said.", told((None, 0, 9))),
        ("Between four and six herders were shot dead near Gao.", told((None, 4, 6))),
        ("Clashes in Cauca left 20–30 rebels dead.", told((None, 20, 30))),
        ("At least two dozen pilgrims perished in the stampede.", told((24, 24, None))),
        ("A pair of policemen were gunned down in Ciudad Juárez.", told(2)),
        ("A handful of villagers were killed in Cabo Delgado overnight.", told((None, 3, None))),
        ("Tens of thousands of civilians fled Goma on foot.", told()),
        ("No more than 15 fighters were killed in the ambush.", told((15, 0, 15))),
        ("Some 1 200 families were displaced by the shelling of Avdiivka.", told(displaced=1200)),
        ("One hundred and twelve miners died in the collapse.", told(112)),
        ("Scores of worshippers were killed in the mosque.", told((None, 40, None))),
        ("More than a hundred people were killed and over 300 injured.",
         told((100, 100, None), injured=300)),
    ],
    "passive and active": [
        ("Boko Haram gunmen on motorcycles killed 14 farmers in Zabarmari on Saturday.", told(14)),
        ("Fourteen farmers were killed by Boko Haram gunmen on motorcycles.", told(14)),
        ("The explosion, which was heard across Kabul, killed nine and wounded 31.",
         told(9, injured=31)),
        ("Two men who opened fire on a checkpoint were shot dead by soldiers.", told(2)),
        ("Three militants holed up in a house in Pulwama were killed, the army said.", told(3)),
        (("Twin suicide bombings ripped through a market, killing at least 32 people and "
          "injuring more than 100."), told((32, 32, None), injured=100)),
        ("Police shot and killed two protesters in Conakry.", told(2)),
        ("Eight people in two cars had been burned to death.", told(8)),
        ("Villagers stabbed two suspected thieves to death.", told(2)),
        ("Car bomb kills 12, wounds 30 in Mogadishu", told(12, injured=30)),
        ("Six of his bodyguards were also slain.", told(6)),
        ("Drone strikes on Odesa left five dead and 18 wounded.", told(5, injured=18)),
    ],
    "nouns": [
        ("Health officials confirmed three deaths and 12 injuries.", told(3, injured=12)),
        ("The army reported 12 fatalities among its troops.", told(12)),
        ("Divers recovered the bodies of seven fishermen off Mindanao.", told(7)),
        ("The landslide claimed 26 lives in Cajamarca.", told(26)),
        ("The raid led to the deaths of four aid workers.", told(4)),
        ("The death toll from Friday’s bombing in Quetta rose to 41.", told(41)),
        ("The hospital put the number of wounded at 60.", told(injured=60)),
        ("Police made 36 arrests after the march in Minsk.", told(captured=36)),
    ],
    "one person": [
        ("A man was killed when a shell hit his yard in Kherson.", told(1)),
        ("Abu Musa, a commander of the group, was killed in the raid.", told(1)),
        ("A 14-year-old girl died of her wounds.", told(1)),
        ("The strike killed Hamza Darwish, a field commander.", told(1)),
        ("Unknown assailants assassinated the deputy governor of Ghazni.", told(1)),
        ("Maria Ressalva and Tomas Ilagan were shot dead outside their home in Samar.", told(2)),
        ("She was the first soldier to die in the campaign.", told(1)),
        ("A Kurdish journalist was kidnapped in Kirkuk.", told(captured=1)),
        ("The blast killed a police officer and wounded two.", told(1, injured=2)),
        ("A farmer, 52, was hacked to death in Benue.", told(1)),
    ],
    "lists": [
        ("The shelling killed two soldiers and three civilians.", told(5)),
        ("A woman and two children were killed in the strike on Khan Younis.", told(3)),
        ("Four died at the scene and two more in hospital.", told(6)),
        ("A missile hit his car, killing him and his wife.", told(2)),
        ("The ambush near Djibo killed the commander and two aides.", told(3)),
        ("A father, his three sons and a neighbour were killed in Zawiya.", told(5)),
        ("Seven soldiers, two policemen and at least ten insurgents died.",
         told((19, 19, None))),
        ("A family of five was killed when their house in Rafah was hit.", told(5)),
        ("One attacker was shot dead and another blew himself up.", told(1)),
        ("Gunmen killed a priest, two nuns and a driver on the road to Bangassou.", told(4)),
    ],
    "parts": [
        ("The flood killed 80 people, including five children.", told(80)),
        ("Of the 60 people who died, 36 of these were women.", told(60)),
        ("Twelve people, three of whom were medics, were killed in Idlib.", told(12)),
        ("Forty were wounded, among them two medics.", told(injured=40)),
        ("Nine people were killed, most of them children.", told(9)),
        ("Among the 15 dead were four children.", told(15)),
        ("At least 20 people, including women and children, were killed.", told((20, 20, None))),
        ("The bombing wounded 30 people, five of them critically.", told(injured=30)),
    ],
    "totals": [
        ("More than 5,000 people have been killed since 2011.", told()),
        ("A soldier was killed on Monday, bringing the death toll to 41.", told(1)),
        ("The war has killed tens of thousands.", told()),
        ("Over the past week, 90 civilians have died in the siege.", told()),
        (("Two people were killed in Port-au-Prince, where gangs have killed 300 people so far "
          "this year."), told(2)),
        ("The conflict in Tigray has displaced two million people.", told()),
    ],
    "claims": [
        ("Ankara said 34 soldiers had died while Damascus put the number at 12.",
         told((None, 12, 34))),
        ("The rebels said they killed 20 soldiers, but the army put its losses at three.",
         told((None, 3, 20))),
        ("According to the Observatory, 12 people were killed in Deir ez-Zor.", told(12)),
        ("Nine people were killed, the ministry said.", told(9)),
        ("Police said four people were killed; a local hospital reported seven deaths.",
         told((None, 4, 7))),
    ],
    "none and unknown": [
        ("There were no casualties in the attack on the pipeline.", told(0, injured=0)),
        ("The drone was shot down without casualties.", told(0, injured=0)),
        ("No one was hurt when the bomb went off in Derry.", told(injured=0)),
        ("The number of casualties was unknown.", told()),
        ("It was not clear how many people were killed in Sagaing.", told()),
        ("No injuries were reported.", told(injured=0)),
        ("Rockets fell in an empty field, causing no deaths or injuries.", told(0, injured=0)),
    ],
    "other kinds": [
        ("Rebels captured 12 soldiers and two tanks near Mekelle.", told(captured=12)),
        ("Bandits abducted 87 pupils from a school in Kaduna.", told(captured=87)),
        ("Thirty people are still missing after the ferry sank.", told(missing=30)),
        ("Security forces detained more than 200 protesters in Algiers.", told(captured=200)),
        ("Nearly 4,000 people fled their homes in Ituri.", told(displaced=4000)),
        ("Two aid workers were taken hostage in Diffa.", told(captured=2)),
        ("Six miners remained trapped under the rubble.", told(missing=6)),
        ("The fighting forced 2,500 people from their homes.", told(displaced=2500)),
    ],
    "what is no count": [
        ("Four gunmen killed a priest in Zacatecas.", told(1)),
        ("Raiders killed 40 sheep and burned six houses.", told()),
        ("He was killed four years ago in the same street.", told(1)),
        ("The 46th Regiment killed dozens of rebels.", told((None, 24, None))),
        ("The group threatened to kill 12 hostages.", told()),
        ("A larger bomb could kill thousands.", told()),
        ("The mayor was nearly killed by a roadside bomb.", told()),
        ("All 40 passengers survived.", told()),
        ("On 12 March two farmers were killed in Sinjar.", told(2)),
        ("About 40 percent of those killed were children.", told()),
        ("The troops killed were from Brigade 92.", told()),
        ("The army captured three villages near Bakhmut.", told()),
    ],
}  # fmt: skip

HELD_OUT = {
    "numbers": [
        ("As many as 70 migrants drowned or died of thirst off Nouadhibou.", told((70, 0, 70))),
        ("Two and a half million people have been uprooted by the floods in Sindh.",
         told(displaced=2_500_000)),
        ("Around thirty-five gold panners were killed in Djugu.", told(35)),
        ("Upwards of 60 people were killed in the twin blasts in Jos.", told((60, 60, None))),
        ("Six to eight policemen were killed in Naxal fire in Bastar.", told((None, 6, 8))),
        ("Hundreds of people were injured when riot police charged in Jakarta.", told()),
        ("A dozen or more fighters were killed on Thursday.", told((12, 12, None))),
        ("The quake killed 1.2 thousand people.", told(1200)),
        ("A couple of guards were killed at the gate of the oilfield.", told(2)),
        ("Less than 20 people were wounded.", told()),
        ("Both pilots died when the helicopter came down near Aleppo.", told(2)),
        ("Several thousand people were forced to flee Menaka.", told()),
        ("Three hundred and forty people lost their lives in the crush.", told(340)),
        ("Anywhere from 15 to 25 people were killed.", told((None, 15, 25))),
    ],
    "passive and active": [
        ("Fighters of the Allied Democratic Forces hacked 17 villagers to death in Beni.",
         told(17)),
        ("An explosive device planted beside the road to Maiduguri killed six hunters.", told(6)),
        ("Ten civilians have been confirmed killed in the shelling of Kharkiv.", told(10)),
        ("Three suspected smugglers were killed and five others arrested in a raid in Sinaloa.",
         told(3, captured=5)),
        ("In Kandahar, a gunman on a motorbike shot dead two female teachers.", told(2)),
        ("The avalanche buried a bus, leaving eleven people dead and four missing.",
         told(11, missing=4)),
        ("Soldiers fired on the crowd in Bahri and at least five people were killed.",
         told((5, 5, None))),
        ("Five Indian soldiers and a porter have died in an avalanche on Siachen.", told(6)),
        ("Police say 13 gang members were lynched in Port-au-Prince.", told(13)),
        ("Fire in a Dhaka garment factory kills at least 52", told((52, 52, None))),
        ("The officers, who were on patrol, were ambushed and two of them killed.", told(2)),
        (("Eighteen passengers were injured, two of them seriously, when a bomb went off on a "
          "train near Sibi."), told(injured=18)),
    ],
    "nouns": [
        ("The blast resulted in 14 fatalities.", told(14)),
        ("Rescue workers pulled 22 bodies from the rubble in Izmir.", told(22)),
        ("The ambush took the lives of nine paratroopers.", told(9)),
        ("A death toll of 64 was given by the Red Crescent.", told(64)),
        ("The number of dead climbed to 19 on Tuesday.", told(19)),
        ("The attack caused the death of a ten-year-old boy.", told(1)),
        ("The operation cost the lives of two marines.", told(2)),
        ("Six people succumbed to their injuries in a Peshawar hospital.", told(6)),
    ],
    "one person": [
        ("An elderly man was shot dead at a barricade in Masaya.", told(1)),
        ("The mayor of Temoaya has been murdered.", told(1)),
        ("Colonel Ibrahim Tembo died in the crash.", told(1)),
        ("Israeli police shot and wounded a Palestinian youth near Jenin.", told(injured=1)),
        ("A French soldier was killed in Mali on Wednesday, the Elysée said.", told(1)),
        ("A roadside bomb in Nimroz killed the head of the district council.", told(1)),
        ("Activist Nadia Okello was found dead in Kampala.", told(1)),
        ("One civilian was hurt by falling debris in Belgorod.", told(injured=1)),
        ("Militants beheaded a shepherd in the mountains of Kasserine.", told(1)),
        ("Teenager killed by stray bullet in Rosario", told(1)),
    ],
    "lists": [
        ("The mine killed a mother, her two daughters and their cousin.", told(4)),
        ("Three police officers and five attackers were killed in the raid on Surabaya.", told(8)),
        ("Two people died in Marib and another three in Taiz.", told(5)),
        ("The crash killed the pilot and all four passengers.", told(5)),
        ("A grandmother, a baby and two of her brothers died in the fire.", told(4)),
        ("Bombs in the capital killed ten people and one of the bombers.", told(11)),
        ("A suicide bomber killed himself and six others in N’Djamena.", told(7)),
        ("Two girls, aged seven and nine, and their uncle were killed.", told(3)),
        ("Twenty Houthi fighters and 11 government soldiers were killed, as well as a medic.",
         told(32)),
        ("A teacher and his pupil were wounded.", told(injured=2)),
    ],
    "parts": [
        ("At least 16 people, among them a pregnant woman, were killed in Plateau state.",
         told((16, 16, None))),
        ("The crash killed 29 people, 11 of them schoolchildren.", told(29)),
        ("Thirteen people were killed, of whom seven were civilians.", told(13)),
        ("A strike on a convoy killed eight men including two senior commanders.", told(8)),
        ("Some 45 people were injured, at least ten of them seriously.", told(injured=45)),
        ("Three of the dead were from the same family.", told()),
        ("A total of 21 people, 14 civilians and seven soldiers, were killed.", told(21)),
        ("Ninety people were arrested, including 12 minors.", told(captured=90)),
    ],
    "totals": [
        ("The insurgency has claimed more than 3,000 lives since 2017.", told()),
        ("Three more protesters were shot on Sunday, taking the toll to 58.", told()),
        ("So far this month, 27 policemen have been killed in Khyber Pakhtunkhwa.", told()),
        ("The blast killed four people in a province where 200 have died since January.", told(4)),
        ("In the past two years, kidnappers have seized more than 1,000 schoolchildren.", told()),
        ("Since the coup, soldiers have killed at least 2,900 civilians in Myanmar.", told()),
    ],
    "claims": [
        ("The army said it had killed 40 insurgents; residents said nine civilians died.",
         told(49)),
        ("Kyiv said eight people were killed, but Moscow put the toll at two.",
         told((None, 2, 8))),
        ("Witnesses said at least ten people died, while the government gave a figure of four.",
         told((None, 4, None))),
        ("Twenty-one people were killed, according to a hospital official.", told(21)),
        ("Hospital sources counted 17 dead; the interior ministry spoke of 11 dead.",
         told((None, 11, 17))),
    ],
    "none and unknown": [
        ("Nobody was killed or injured in the blast.", told(0, injured=0)),
        ("The rocket landed in the sea and caused no casualties.", told(0, injured=0)),
        ("Casualty figures were not immediately available.", told()),
        ("None of the soldiers was hurt.", told(injured=0)),
        ("There was no word on casualties.", told()),
        ("Two people were injured but no deaths were reported.", told(0, injured=2)),
        ("An unknown number of people were killed in Kachin.", told()),
    ],
    "other kinds": [
        ("Gunmen stormed a church and kidnapped a priest and 11 worshippers.", told(captured=12)),
        ("The militia took 25 soldiers prisoner.", told(captured=25)),
        ("Five fishermen went missing in the storm.", told(missing=5)),
        ("Fourteen crew members were unaccounted for.", told(missing=14)),
        ("Some 900 families have been displaced from Tambura.", told(displaced=900)),
        ("About 60 suspects were rounded up in Medellín and 12 were detained in Cali.",
         told(captured=72)),
        ("The cyclone left 12,000 people homeless.", told(displaced=12_000)),
        ("Eleven hostages were freed by the army.", told()),
    ],
    "what is no count": [
        ("Two helicopters killed a herder near Kidal.", told(1)),
        ("The shelling killed 15 cows in Barda.", told()),
        ("Police fear that 30 people may have been killed.", told()),
        ("The ceasefire has not stopped the killing in its 12 weeks.", told()),
        ("Police are looking for three men who killed a taxi driver in Durban.", told(1)),
        ("The men planned to kidnap two diplomats.", told()),
        ("Three gunmen fled on motorbikes after the shooting.", told()),
        ("Unit 29155 did not kill anyone.", told(0)),
        ("The blast, 12 km from Homs, killed a boy of nine.", told(1)),
        ("Twenty-two years after the massacre, mourners gathered in Račak.", told()),
        ("Fifteen countries condemned the killing.", told()),
        ("Nine trucks were destroyed and a driver was wounded.", told(injured=1)),
    ],
}  # fmt: skip


def numbers(found):
    return replace(found, tolls=())


def cases(groups):
    return [pytest.param(*case, id=f"{group}-{n}")
            for group, listed in groups.items() for n, case in enumerate(listed)]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), cases(TUNED))
def test_what_a_sentence_counts(sentence, expected):
    assert numbers(count(sentence)) == expected


@pytest.mark.parametrize(("sentence", "expected"), cases(HELD_OUT))
def test_what_a_held_out_sentence_counts(sentence, expected):
    assert numbers(count(sentence)) == expected


def only(sentence):
    (toll,) = tolls(sentence)
    return toll


def texts(sentence):
    return [toll.text for toll in tolls(sentence)]


WORDS = [
    ("On Sunday a man was killed.", ["a man was killed"]),
    ("It killed at least two dozen monks.", ["killed at least two dozen monks"]),
    ("It killed a nun and two boys, and wounded six.",
     ["killed a nun", "two boys", "wounded six"]),
    ("Nine people in the port of Aden died.", ["Nine people"]),
    ("The blast left 30 people wounded.", ["30 people wounded"]),
    ("The death toll rose to 41.", ["The death toll rose to 41"]),
    ("No casualties were reported.", ["No casualties", "No casualties"]),
    ("Officials said the market was quiet.", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), WORDS)
def test_a_toll_holds_the_number_the_victims_and_the_harm_beside_them(sentence, expected):
    assert texts(sentence) == expected


VICTIMS = [
    ("The ambush killed 12 Turkish soldiers.", "Turkish soldiers"),
    ("Dozens of people died.", "people"),
    ("A shepherd was killed.", "shepherd"),
    ("Three of his children were killed.", "his children"),
    ("A strike killed Hamza Darwish.", "Hamza Darwish"),
    ("Nine were killed.", None),
    ("Floods displaced 300 families.", "families"),
]


@pytest.mark.parametrize(("sentence", "victims"), VICTIMS)
def test_a_toll_says_who_they_were(sentence, victims):
    assert only(sentence).victims == victims


PARTS = [
    ("The flood killed 80 people, including five children.", [False, True]),
    ("Forty were wounded, among them two medics.", [False, True]),
    ("Nine were wounded, three of them critically.", [False, True]),
    ("Twelve people, three of whom were medics, were killed.", [False, True]),
    ("Nine people were killed, six in Kabul and three in Herat.", [False, True, True]),
    ("A total of 21 people, 14 civilians and seven soldiers, were killed.", [False, True, True]),
    ("It killed two soldiers and three civilians.", [False, False]),
    ("The officers were ambushed and two of them killed.", [False]),
]


@pytest.mark.parametrize(("sentence", "parts"), PARTS)
def test_parts_are_marked(sentence, parts):
    assert [toll.part for toll in tolls(sentence)] == parts


TOTALS = [
    ("More than 5,000 people have been killed since 2011.", [True]),
    ("A soldier was killed, bringing the death toll to 41.", [False, True]),
    ("So far this year 300 people have been kidnapped.", [True]),
    ("Over the past week, 90 civilians have died.", [True]),
    ("The war has killed 40,000 people.", [True]),
    ("The death toll from Friday’s bombing rose to 41.", [False]),
    ("Nine patients have died since the morning.", [False]),
    ("He is the third journalist killed this year.", [False]),
    ("Earlier this year a blast there killed 12.", [False]),
    ("A week earlier five people were killed there.", [False]),
    ("Gunmen have killed 14 people in the past two days.", [False]),
]


@pytest.mark.parametrize(("sentence", "totals"), TOTALS)
def test_sums_of_many_events_are_marked(sentence, totals):
    assert [toll.total for toll in tolls(sentence)] == totals


CLAIMANTS = [
    ("According to the Observatory, 12 people were killed.", ["the Observatory"]),
    ("Nine people were killed, the interior ministry said.", ["the interior ministry"]),
    ("Nine people were killed, according to two doctors.", ["two doctors"]),
    ("The army said it had killed 40 rebels.", ["The army"]),
    ("Ankara said 34 soldiers had died while Damascus put the number at 12.",
     ["Ankara", "Damascus"]),
    ("Nine people died; the monitor’s own figure is 15.", [None, "the monitor"]),
    ("Police said 14 died, but Interfax cited the army as saying nine died.",
     ["Police", "the army"]),
    ("Nine people died.", [None]),
    ("He said nine people died.", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "claimants"), CLAIMANTS)
def test_who_gives_the_number_is_kept(sentence, claimants):
    assert [toll.claimant for toll in tolls(sentence)] == claimants


def toll(number, claimant=None, **others):
    text = others.pop("text", f"{number} were killed")
    best = {"kind": "killed", "best": number, "low": number, "high": number}
    return Toll(
        **best | {"start": 0, "end": len(text), "text": text, "claimant": claimant} | others
    )


def killed(*given):
    found = sum_up(given)
    return found.fatalities, found.fatalities_low, found.fatalities_high


def test_totals_and_parts_are_not_added():
    assert killed(toll(5), toll(300, total=True), toll(2, part=True)) == (5, 5, 5)
    assert killed(toll(300, total=True)) == (None, None, None)


def test_the_same_count_again_is_one():
    assert killed(toll(5, start=0), toll(5, start=300)) == (5, 5, 5)


def test_a_fuller_count_replaces_an_earlier_one():
    assert killed(toll(5), toll(9, start=300)) == (9, 9, 9)
    assert killed(toll(9), toll(5, start=300)) == (9, 9, 9)


def test_others_come_to_those_before():
    assert killed(toll(5), toll(2, start=300, text="two more died")) == (7, 7, 7)
    assert killed(toll(5, victims="soldiers"), toll(2, start=300, victims="civilians")) == (7, 7, 7)


def test_claims_that_differ_give_a_range_and_those_that_agree_do_not():
    assert killed(toll(34, "Ankara"), toll(12, "Damascus", start=300)) == (None, 12, 34)
    assert killed(toll(9, "Ankara"), toll(9, "Damascus", start=300)) == (9, 9, 9)
    assert killed(toll(9, "Ankara"), toll(12, "Ankara", start=300)) == (12, 12, 12)
    assert killed(toll(9), toll(12, "Ankara", start=300)) == (12, 12, 12)


def test_many_claimants_are_no_burden():
    many = [toll(n, f"witness {n}", start=40 * n) for n in range(1, 5000)]
    assert killed(*many)[1] == 1


def test_the_tolls_are_kept():
    given = (toll(5), toll(300, total=True), toll(2, part=True))
    assert sum_up(given).tolls == given


def test_killed_or_wounded_says_of_neither_how_many():
    found = count("Some 40 people were killed or wounded.")
    assert (found.fatalities, found.fatalities_low, found.fatalities_high) == (None, 0, 40)
    assert found.injured is None


def test_casualties_say_of_neither_how_many():
    found = count("There were two casualties.")
    assert (found.fatalities, found.fatalities_low, found.fatalities_high) == (None, 0, 2)


NEWS = """killed wounded died dead were was the a two 12 people soldiers and , of them including
at least more than Homs said army since 2011 death toll rose to five others Abu Musa not who
claimed lives ; hundred or missing captured fled 45 ( ) no casualties all most"""


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(NEWS.split())).map(" ".join)))
def test_whatever_is_written_the_tolls_are_its_words_and_agree(sentence):
    found = tolls(sentence)
    for each in found:
        assert each.text == sentence[each.start : each.end] != ""
        assert each.low >= 0
        assert each.best is None or each.low <= each.best
        assert each.high is None or max(each.low, each.best or 0) <= each.high
    summed = sum_up(found)
    whole = [each for each in found if not (each.part or each.total)]
    assert sum_up(whole) == replace(summed, tolls=tuple(whole))
    assert [each.start for each in found] == sorted(each.start for each in found)


REPEATED = ["killed ", "two men ", "and ", ", a man", "12, ", "the army said ", "deaths of ",
            "three of them ", "two men dead and ", "since 2011 ", "hundred and ", "Abu Musa ",
            "claimed the lives of ", "according to X ", "including five ", "killed and wounded ",
            "1 000 ", "to death ", "( ", "a", "a-", "two year old ", " ", "said 2 died, ",
            "X said 2 died but ", "cited ", "quoted x as ", "since ", "he was "]  # fmt: skip


@pytest.mark.parametrize("unit", REPEATED)
def test_the_time_for_hostile_repetition_grows_with_its_length_alone(unit):
    def seconds(size):
        text = "It killed two men " + (unit * size)[:size]
        started = time.perf_counter()
        count(text)
        return time.perf_counter() - started

    assert seconds(50_000) < 12 * max(seconds(12_500), 0.05)
