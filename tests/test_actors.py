"""Who is named in a sentence, who acts in its event, and who suffers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.events.actors import KINDS, find, roles
from geo.events.actors.lexicon import WORD, word_key
from geo.events.actors.roster import MONITOR, STATE, roster
from geo.toponyms import lists


def names(sentence):
    return [actor.name for actor in find(sentence)]


def told(sentence, trigger):
    start = sentence.index(trigger)
    both = roles(sentence, find(sentence), start, start + len(trigger))
    return tuple(actor.name if actor else None for actor in both)


KNOWN = [
    ("Fighters of HTS left.", ["Fighters", "Hayat Tahrir al-Sham"]),
    ("The Nusra Front left Idlib.", ["Jabhat al-Nusra"]),
    ("Jabhat al-Nusra’s men left.", ["Jabhat al-Nusra"]),
    ("Isis, Isil and Daesh are one.", ["Islamic State"] * 3),
    ("Islamic State militants fled.", ["Islamic State"]),
    ("The so-called Islamic State group fled.", ["Islamic State"]),
    ("IS is gone; it is over.", ["Islamic State"]),
    ("The Syrian Democratic Forces (SDF) spoke.", ["Syrian Democratic Forces"] * 2),
    ("Hay’at Tahrir al-Sham and Ahrar al-Sham met.", ["Hayat Tahrir al-Sham", "Ahrar al-Sham"]),
    ("Iran's Revolutionary Guards paraded.", ["Islamic Revolutionary Guard Corps"]),
    ("Kata'ib Hezbollah denied it.", ["Kataib Hezbollah"]),
    ("Turkey’s army shelled it.", ["Turkish army"]),
    ("Israel's air force was busy.", ["Israeli air force"]),
    ("The White Helmets dug.", ["White Helmets"]),
    ("The U.S.-led coalition flew.", ["US-led coalition"]),
    ("US-led coalition jets flew.", ["US-led coalition"]),
    ("Al-Shabaab gunmen left.", ["al-Shabaab"]),
    ("The TTP and the BLA met.", ["Tehrik-i-Taliban Pakistan", "Balochistan Liberation Army"]),
    ("Wagner mercenaries dug in.", ["Wagner Group"]),
    ("Sudan’s Rapid Support Forces dug in.", ["Rapid Support Forces"]),
    ("Members of the PKK hid.", ["Kurdistan Workers' Party"]),
    ("Richard Wagner and Wagner met.", ["Wagner Group"]),
    ("The 3rd Assault Brigade dug in.", ["3rd Assault Brigade"]),
    ("Liwa al-Haqq dug in.", ["Liwa al-Haqq"]),
]


@pytest.mark.parametrize(("sentence", "expected"), KNOWN)
def test_a_known_group_goes_by_one_name(sentence, expected):
    assert names(sentence) == expected


DESCRIBED = [
    ("Turkish soldiers dug in.", ["Turkish soldiers"]),
    ("Russian and Syrian warplanes flew.", ["Russian and Syrian warplanes"]),
    ("Two North Korean soldiers fled.", ["North Korean soldiers"]),
    ("A Russian Su-24 crashed.", ["Russian Su-24"]),
    ("Turkish-backed rebels dug in.", ["Turkish-backed rebels"]),
    ("Kurdish-led forces dug in.", ["Kurdish-led forces"]),
    ("A pro-government militia dug in.", ["Pro-government militia"]),
    ("Iran-backed fighters dug in.", ["Iran-backed fighters"]),
    ("SDF-led forces dug in.", ["SDF-led forces"]),
    ("Assad's forces dug in.", ["Assad's forces"]),
    ("Syrian government forces dug in.", ["Syrian government forces"]),
    ("Gunmen and masked men came.", ["Gunmen", "Masked men"]),
    ("Unidentified assailants came.", ["Unidentified assailants"]),
    ("A suicide bomber came.", ["Suicide bomber"]),
    ("The security forces told villagers.", ["Security forces", "Villagers"]),
    ("Rebels, militants, police and protesters met civilians.",
     ["Rebels", "Militants", "Police", "Protesters", "Civilians"]),
    ("Aid workers and journalists came.", ["Aid workers", "Journalists"]),
    ("Thousands of people marched in Idlib.", ["Protesters"]),
    ("Hundreds took to the streets.", ["Protesters"]),
    ("The government said so.", ["Government"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), DESCRIBED)
def test_others_are_named_by_the_words_for_them(sentence, expected):
    assert names(sentence) == expected


NOBODY = [
    "A government building burned.",
    "The rebel-held town was quiet.",
    "Syrian towns were quiet.",
    "The Turkish border is near.",
    "Military bases are near.",
    "Thousands of homes burned.",
    "Local groups met.",
    "It told us that it is late.",
    "WHO IS SAFE?",
    "The anti-government protest ended.",
    "turkey and polish are words",
    "Lebanese cities were dark.",
    "A refugee camp and a civilian bus are near.",
    "Fighter jets and helicopters flew.",
    "It was stopped by the United States Secret Service.",
    "",
]


@pytest.mark.parametrize("sentence", NOBODY)
def test_what_is_no_actor_is_not_taken_for_one(sentence):
    assert names(sentence) == []


STATES = [
    ("Turkey shelled the hills.", ["Turkey"]),
    ("Ankara said it had struck the post.", ["Turkey"]),
    ("Israel has repeatedly bombed the port.", ["Israel"]),
    ("The United States withdrew.", ["United States"]),
    ("Moscow and Ankara agreed.", ["Russia", "Turkey"]),
    ("The presidents of Russia, Iran and Turkey met.", ["Russia", "Iran", "Turkey"]),
    ("A deal between Russia and Turkey holds.", ["Russia", "Turkey"]),
    ("Israel’s bombardment of the port went on.", ["Israel"]),
    ("It was shot down by Syria.", ["Syria"]),
    ("Russian air strikes went on.", ["Russia"]),
    ("North Korean missiles flew.", ["North Korea"]),
    ("Prices in Turkey rose.", []),
    ("They went from Iran to Syria.", []),
    ("The fighting in northern Syria killed nine.", []),
    ("Afrin, Syria, is quiet.", []),
    ("The Turkey-Syria border is shut.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), STATES)
def test_a_state_is_an_actor_where_it_acts_or_is_dealt_with(sentence, expected):
    assert names(sentence) == expected


ACTIVE = [
    ("Israeli jets bombed the depot.", "bombed", ("Israeli jets", None)),
    ("Islamic State ambushed Syrian soldiers.", "ambushed", ("Islamic State", "Syrian soldiers")),
    ("Gunmen kidnapped two farmers.", "kidnapped", ("Gunmen", "Farmers")),
    ("Police detained three activists.", "detained", ("Police", "Activists")),
    ("Rebels drove the Syrian army out.", "drove", ("Rebels", "Syrian army")),
    ("The SDF seized the town from Islamic State.", "seized",
     ("Syrian Democratic Forces", "Islamic State")),
    ("Masked men opened fire on protesters.", "opened fire", ("Masked men", "Protesters")),
    ("Hezbollah fired rockets at Israeli troops.", "fired", ("Hezbollah", "Israeli troops")),
    ("Turkish jets hit a camp of the PKK.", "hit", ("Turkish jets", "Kurdistan Workers' Party")),
    ("Rebels stormed a base held by the army.", "stormed", ("Rebels", "Army")),
    ("Fighters of the FSA took the hill.", "took", ("Free Syrian Army", None)),
    ("Insurgents backed by Turkish artillery took the town.", "took", ("Insurgents", None)),
    ("In Idlib province rebels shelled the army.", "shelled", ("Rebels", "Army")),
    ("On Sunday evening rebels shelled the army.", "shelled", ("Rebels", "Army")),
    ("The army withdrew from the bridge.", "withdrew", ("Army", None)),
    ("The ministry deployed troops at the bridge.", "deployed", (None, None)),
    ("Residents fled as jets came.", "fled", (None, "Residents")),
    ("The army lost nine men.", "lost", (None, "Army")),
    ("Protesters burned tyres.", "Protesters", ("Protesters", None)),
    ("Israel strikes a Hezbollah convoy.", "strikes", ("Israel", "Hezbollah")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "trigger", "expected"), ACTIVE)
def test_in_the_active_voice_the_subject_acts(sentence, trigger, expected):
    assert told(sentence, trigger) == expected


PASSIVE = [
    ("Two Turkish soldiers were killed by Syrian artillery.", "killed",
     ("Syrian artillery", "Turkish soldiers")),
    ("The villages were shelled by the army.", "shelled", ("Army", None)),
    ("The YPG were driven out of it by Turkish troops.", "driven", ("Turkish troops", "YPG")),
    ("At least 33 soldiers were killed.", "killed", (None, "Soldiers")),
    ("Soldiers were killed and wounded by rebels.", "wounded", ("Rebels", "Soldiers")),
    ("Nine soldiers were killed when rebels stormed the post.", "killed", ("Rebels", "Soldiers")),
    ("Four soldiers were wounded in clashes with rebels.", "wounded", ("Rebels", "Soldiers")),
    ("Nine people died in a Turkish drone strike.", "died", ("Turkey", None)),
    ("A convoy attacked by gunmen burned.", "attacked", ("Gunmen", None)),
    ("Three policemen killed in ambush by militants.", "killed", ("Militants", "Policemen")),
    ("A camp of the PKK was bombed.", "bombed", (None, "Kurdistan Workers' Party")),
    ("The post was hit by a missile fired by rebels.", "hit", ("Rebels", None)),
    ("Tal Abyad fell on Sunday to Turkish forces.", "fell", ("Turkish forces", None)),
    ("Soldiers came under fire from Kurdish fighters.", "came under fire",
     ("Kurdish fighters", "Soldiers")),
    ("Three activists were arrested.", "arrested", (None, "Activists")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "trigger", "expected"), PASSIVE)
def test_in_the_passive_voice_the_subject_suffers(sentence, trigger, expected):
    assert told(sentence, trigger) == expected


NOMINAL = [
    ("An air strike by Turkey on the YPG killed four.", "air strike", ("Turkey", "YPG")),
    ("Turkey’s shelling of Kurdish fighters went on.", "shelling", ("Turkey", "Kurdish fighters")),
    ("Russian air strikes killed nine civilians.", "air strikes", ("Russia", "Civilians")),
    ("Russian air strikes killed nine civilians.", "killed", ("Russia", "Civilians")),
    ("A rebel attack on soldiers failed.", "attack", ("Rebels", "Soldiers")),
    ("An attack on soldiers by gunmen left five dead.", "attack", ("Gunmen", "Soldiers")),
    ("Israel launched air strikes on Hezbollah.", "air strikes", ("Israel", "Hezbollah")),
    ("The raid was carried out by Turkish jets.", "raid", ("Turkish jets", None)),
    ("The raid was blamed on rebels.", "raid", ("Rebels", None)),
    ("A raid that the Observatory ascribed to Russian jets killed six.", "raid",
     ("Russian jets", None)),
    ("Nine soldiers were killed in air strikes.", "air strikes", (None, "Soldiers")),
    ("Soldiers came under attack from rebels.", "attack", ("Rebels", "Soldiers")),
    ("The army repelled a rebel attack.", "attack", ("Rebels", "Army")),
    ("Islamic State claimed the attack.", "attack", ("Islamic State", None)),
    ("The minister blamed Israel for the attack.", "attack", ("Israel", None)),
    ("US-led air strikes hit the bridge.", "air strikes", ("US-led coalition", None)),
    ("Turkish shelling left nine soldiers dead.", "dead", ("Turkey", "Soldiers")),
    ("The capture of Raqqa by the SDF took months.", "capture",
     ("Syrian Democratic Forces", None)),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "trigger", "expected"), NOMINAL)
def test_a_noun_of_attack_is_told_by_what_stands_around_it(sentence, trigger, expected):
    assert told(sentence, trigger) == expected


MUTUAL = [
    ("Clashes between rebels and the army broke out.", "Clashes", ("Rebels", "Army")),
    ("The SDF clashed with Turkish-backed rebels.", "clashed",
     ("Syrian Democratic Forces", "Turkish-backed rebels")),
    ("Rebels and the army clashed near Idlib.", "clashed", ("Rebels", "Army")),
    ("Fighting broke out between Amhara Fano and the Ethiopian army.", "Fighting",
     ("Fano militia", "Ethiopian army")),
    ("The army fought against Boko Haram.", "fought", ("Army", "Boko Haram")),
    ("Talks between Russia and Turkey began.", "Talks", ("Russia", "Turkey")),
    ("Russia and Turkey signed a truce.", "signed", ("Russia", "Turkey")),
    ("The truce that Russia and Turkey arranged holds.", "truce", ("Russia", "Turkey")),
    ("The SDF announced an agreement with Damascus.", "agreement",
     ("Syrian Democratic Forces", "Syria")),
    ("Soldiers were wounded in clashes with rebels.", "clashes", ("Soldiers", "Rebels")),
    ("Fighting began after rebels shelled the army.", "Fighting", ("Rebels", "Army")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "trigger", "expected"), MUTUAL)
def test_of_two_sides_the_first_named_comes_first(sentence, trigger, expected):
    assert told(sentence, trigger) == expected


SAID = [
    ("The Observatory said rebels shelled the mill.", "shelled", ("Rebels", None)),
    ("Police said gunmen killed two farmers.", "killed", ("Gunmen", "Farmers")),
    ("The army said jets had bombed the mill.", "bombed", (None, None)),
    ("Jets bombed the mill, the army said.", "bombed", (None, None)),
    ("Nine died, according to the army.", "died", (None, None)),
    ("The Observatory said it had been shelled.", "shelled", (None, None)),
    ("Ankara said it had struck PKK posts.", "struck", ("Turkey", "Kurdistan Workers' Party")),
    ("The army said its jets had bombed Hezbollah.", "bombed", ("Army", "Hezbollah")),
    ("Rebels, the army said, shelled the mill.", "shelled", ("Rebels", None)),
    ("Activists told Reuters that police beat students.", "beat", ("Police", "Students")),
    ("The UN condemned an attack by rebels.", "attack", ("Rebels", None)),
    ("Turkey accused the SDF of shelling its troops.", "shelling", ("Syrian Democratic Forces",)),
    ("Shells killed nine, he said, blaming the YPG.", "killed", ("YPG", None)),
    ("Nine were hurt by SANA.", "hurt", (None, None)),
]


@pytest.mark.parametrize(("sentence", "trigger", "expected"), SAID)
def test_who_only_says_so_does_not_act(sentence, trigger, expected):
    assert told(sentence, trigger)[: len(expected)] == expected


CHAINED = [
    ("Rebels attacked the base, killing nine soldiers.", "killing", ("Rebels", "Soldiers")),
    ("Rebels attacked soldiers, killing nine.", "killing", ("Rebels", "Soldiers")),
    ("Rebels attacked the base and killed nine soldiers.", "killed", ("Rebels", "Soldiers")),
    ("The base was attacked by rebels, killing nine.", "killing", ("Rebels", None)),
    ("The army, backed by Russian jets, took the town.", "took", ("Army", None)),
    ("Rebels, who had dug in, shelled the army.", "shelled", ("Rebels", "Army")),
    ("Rebels who had dug in shelled the army.", "shelled", ("Rebels", "Army")),
    ("Gunmen who killed a priest escaped.", "killed", ("Gunmen", "Priest")),
    ("After taking the town, rebels shot ten soldiers.", "taking", ("Rebels", None)),
    ("Rebels began shelling the town.", "shelling", ("Rebels", None)),
    ("Turkey threatened to attack the SDF.", "attack", ("Turkey", "Syrian Democratic Forces")),
    ("Police raped, beat and killed civilians.", "raped", ("Police", "Civilians")),
    ("Soldiers (of the 5th Corps) shelled rebels.", "shelled", ("Soldiers", "Rebels")),
    ("Two suicide bombers killed 22 worshippers.", "suicide bombers",
     ("Suicide bombers", "Worshippers")),
    ("Fifteen civilians were killed and 20 hurt in an air raid.", "air raid",
     (None, "Civilians")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "trigger", "expected"), CHAINED)
def test_a_subject_goes_on_through_chains_and_asides(sentence, trigger, expected):
    assert told(sentence, trigger) == expected


def test_the_bounds_of_a_clause_are_not_left():
    sentence = "Rebels came, and nine were killed"
    start = sentence.index("killed")
    actors = find(sentence)
    assert roles(sentence, actors, start, start + 6, clause=(12, len(sentence))) == (None, None)


def test_a_mention_has_its_words_its_place_and_its_kind():
    (actor,) = find("The Russian Aerospace Forces’ jets")[:1]
    assert (actor.start, actor.end, actor.text) == (4, 28, "Russian Aerospace Forces")
    assert (actor.name, actor.kind) == ("Russian air force", "army")


BY_KIND = [
    ("Security forces came.", "security service"),
    ("Rebel fighters came.", "rebel group"),
    ("Turkish-backed fighters came.", "militia"),
    ("Turkish troops came.", "army"),
    ("Aid workers came.", "humanitarian organisation"),
    ("Drug smugglers came.", "criminal group"),
    ("Gunmen came.", "unidentified"),
    ("Reuters came.", "monitor"),
]


@pytest.mark.parametrize(("sentence", "kind"), BY_KIND)
def test_the_kind_is_that_of_the_noun_or_of_what_describes_it(sentence, kind):
    assert [actor.kind for actor in find(sentence)] == [kind]


# The list.


def test_the_list_holds_the_theatre_and_the_best_known_elsewhere():
    actors = [actor for actor in roster() if actor.kind != STATE]
    assert len(actors) >= 220
    assert {actor.kind for actor in actors} <= set(KINDS)


def test_no_two_actors_share_a_name():
    seen = {}
    for actor in roster():
        for alias in (actor.name, *actor.aliases):
            # "JEM" and "JeM" are two groups.
            key = alias if sum(map(str.isupper, alias)) > 1 else alias.casefold()
            assert seen.setdefault(key, actor.name) == actor.name
            assert alias == alias.strip()
            assert WORD.findall(alias)


def test_years_are_in_order():
    for actor in roster():
        assert 800 < actor.first <= 2026
        assert actor.last is None or actor.first <= actor.last <= 2026
        assert (actor.side == "") == (actor.kind == STATE)
        assert not actor.adjectives or actor.kind == STATE


def test_every_alias_is_found_as_its_actor():
    for actor in roster():
        if actor.kind == STATE:
            continue
        for alias in (actor.name, *actor.aliases):
            assert actor.name in names(f"the {alias}, they"), alias


def test_no_alias_is_an_ordinary_word_or_a_place(gazetteer):
    # In the news these are hardly ever anything else.
    allowed = {"observatory", "wagner", "hamas", "nato", "xinhua", "taliban"}
    ordinary = lists.words("ordinary-words") | lists.words("generic-nouns")
    for actor in roster():
        if actor.kind == STATE:
            continue
        for alias in (actor.name, *actor.aliases):
            if " " in alias or sum(map(str.isupper, alias)) > 1 or word_key(alias) in allowed:
                continue
            assert word_key(alias) not in ordinary, alias
            found = [m.place.id for m in gazetteer.find(alias) if m.place.population > 5000]
            assert not found, (alias, found)


def test_a_monitor_neither_acts_nor_suffers():
    for monitor in (actor.name for actor in roster() if actor.kind == MONITOR):
        assert told(f"The {monitor} attacked soldiers.", "attacked")[0] is None
        assert told(f"Rebels attacked the {monitor}.", "attacked")[1] is None


# Whatever the text.

_WORDS = st.sampled_from(
    ["Turkish troops", "rebels", "by", "the", "SDF", "shelled", "Turkey", "and", ",", "é🙂", "\n",
     "killed", "who", "were", "it", "said", "air strikes", "between", "U.S.-led", "to", "after",
     "killing", "Assad’s", "forces", "(", ")", "Liwa", "al-", "thousands", "protested", "its"]
)  # fmt: skip
_TEXTS = st.lists(_WORDS, max_size=24).map(" ".join) | st.text(max_size=60)


@given(_TEXTS)
def test_mentions_are_as_written_in_order_and_apart(text):
    end = 0
    for actor in find(text):
        assert end <= actor.start < actor.end <= len(text)
        assert text[actor.start : actor.end] == actor.text
        assert actor.name
        assert actor.kind in KINDS
        end = actor.end


@given(_TEXTS, st.integers(0, 80), st.integers(0, 20))
def test_roles_are_mentions_of_the_sentence_and_two_ones(text, start, length):
    actors = find(text)
    agent, patient = roles(text, actors, start, start + length)
    assert agent is None or (agent in actors and agent.kind != MONITOR)
    assert patient is None or (patient in actors and patient.kind != MONITOR)
    assert agent is None or agent is not patient


HOSTILE = [
    "Turkish ",
    "army and ",
    "Syrian and ",
    "who ",
    "Liwa al-",
    "it said ",
    ", killing ",
    "(",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_page_of_repetition_is_read_once(piece, monkeypatch):
    from geo.events.actors.naming import Page  # noqa: PLC0415

    looks = 0
    plain = Page.key

    def counted(page, at):
        nonlocal looks
        looks += 1
        return plain(page, at)

    monkeypatch.setattr(Page, "key", counted)
    costs = []
    for size in (200, 400):
        looks = 0
        text = piece * size
        actors = find(text)
        roles(text, actors, len(text) // 2, len(text) // 2 + 8)
        costs.append(looks)
    assert costs[1] <= 2.2 * costs[0] + 50
