"""The words that say what befell people, and who people are."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from geo.text import listed

KILLED, INJURED, MISSING = "killed", "injured", "missing"
CAPTURED, DISPLACED = "captured", "displaced"
CASUALTY = "casualty"
"""Killed or injured: the words do not say which."""

DONE, DOING, BEFELL, STATE, BASE = "done", "doing", "befell", "state", "base"
"""How a word takes the harmed; see :class:`Harm`."""


class Harm(NamedTuple):
    """What a word says of people, and where it has them.

    ``done``: a past form with an object or a passive ("killed"); ``doing``: only with an
    object ("killing"); ``befell``: of those before it ("died"); ``state``: said of those
    before it, with or without a verb ("dead", "missing"); ``base``: "kill".
    """

    kind: str
    voice: str
    strict: bool = False
    """Whether things suffer it as well ("captured three villages")."""
    fighters: bool = False
    """Whether it is said of combatants only ("neutralised eight militants")."""


def _all(kind: str, voice: str, block: str, *, strict: bool = False) -> dict[str, Harm]:
    return dict.fromkeys(listed(block), Harm(kind, voice, strict))


def _phrases(harm: Harm, *slots: str) -> dict[tuple[str, ...], Harm]:
    """Give every phrase that takes one word of each slot."""
    return dict.fromkeys(product(*(slot.split() for slot in slots)), harm)


HARM = {
    **_all(KILLED, DONE, """killed slain murdered massacred slaughtered executed beheaded
        decapitated assassinated lynched martyred electrocuted strangled hanged slew
        asphyxiated guillotined garrotted"""),
    **_all(KILLED, DOING, """killing kills murdering massacring slaughtering executing beheading
        assassinating lynching murders executes beheads assassinates massacres
        slaying slays lynching lynches hanging slaughters strangling"""),
    **_all(KILLED, BEFELL, "died perished drowned succumbed dies perishes suffocated"),
    **_all(KILLED, BEFELL, "expired", strict=True),
    **_all(KILLED, STATE, "dead lifeless"),
    **_all(KILLED, BASE, "kill murder die perish execute assassinate slay"),
    **_all(INJURED, DONE, "wounded injured hurt maimed hospitalised hospitalized"),
    **_all(INJURED, DOING, "wounding injuring wounds injures hurting maiming"),
    **_all(INJURED, BASE, "wound injure maim"),
    **_all(MISSING, STATE, "missing unaccounted", strict=False),
    **_all(MISSING, STATE, "trapped", strict=True),
    **_all(CAPTURED, DONE, "kidnapped abducted detained arrested apprehended"),
    **_all(CAPTURED, DONE, "captured seized", strict=True),
    **_all(CAPTURED, DOING, "kidnapping abducting detaining arresting kidnaps abducts arrests"),
    **_all(CAPTURED, DOING, "capturing seizing captures seizes detains", strict=True),
    **_all(CAPTURED, STATE, "hostage captive prisoner", strict=True),
    **_all(CAPTURED, BASE, "kidnap abduct arrest detain capture seize"),
    **_all(DISPLACED, DONE, "displaced uprooted", strict=True),
    **_all(DISPLACED, DOING, "displacing displaces uprooting", strict=True),
    **_all(DISPLACED, BEFELL, "fled", strict=True),
    **_all(DISPLACED, STATE, "homeless", strict=True),
    **_all(DISPLACED, BASE, "displace flee"),
}  # fmt: skip
PHRASES = {
    **_phrases(Harm(KILLED, BEFELL), "lost lose loses losing gave give", "their his her",
               "lives life"),
    **_phrases(Harm(KILLED, BEFELL), "met meet meets meeting", "their his her",
               "end ends death deaths"),
    **_phrases(Harm(KILLED, BEFELL), "breathed", "their his her", "last"),
    **_phrases(Harm(KILLED, BEFELL), "paid", "with", "their his her", "lives life"),
    **_phrases(Harm(KILLED, BEFELL), "not", "survive"),
    **_phrases(Harm(KILLED, BEFELL), "didn't didn’t", "survive"),
    **_phrases(Harm(KILLED, BEFELL), "not", "survived"),
    **_phrases(Harm(KILLED, BEFELL, strict=True), "passed", "away"),
    **_phrases(Harm(KILLED, DONE, strict=True), "mowed mown cut", "down"),
    **_phrases(Harm(KILLED, DOING, strict=True), "mowing mows cutting guns", "down"),
    **_phrases(Harm(KILLED, STATE), "riddled", "with", "bullets bullet gunshot"),
    **_phrases(Harm(KILLED, STATE), "with", "their his her", "throats throat", "cut slit"),
    **_phrases(Harm(KILLED, STATE), "whose", "lives life", "were was", "cut", "short"),
    **_phrases(Harm(KILLED, STATE), "whose", "lives life", "were was",
               "taken lost claimed ended"),
    **_phrases(Harm(KILLED, STATE), "left", "for", "dead"),
    **_phrases(Harm(KILLED, BEFELL), "attained embraced achieved", "martyrdom"),
    **_phrases(Harm(KILLED, BEFELL, strict=True), "went", "down", "with", "the"),
    **_phrases(Harm(KILLED, BEFELL), "made", "the", "supreme ultimate", "sacrifice"),
    **_phrases(Harm(INJURED, BEFELL, strict=True), "admitted taken rushed airlifted flown",
               "to", "hospital"),
    **_phrases(Harm(INJURED, BEFELL, strict=True), "ended landed", "up", "in", "hospital"),
    **_phrases(Harm(INJURED, BEFELL, strict=True), "landed", "in", "hospital"),
    **_phrases(Harm(INJURED, STATE, strict=True), "cut hit struck lacerated", "by",
               "glass flying shards shrapnel splinters broken falling"),
    **_phrases(Harm(INJURED, STATE, strict=True), "overcome", "by", "smoke fumes gas"),
    **_phrases(Harm(INJURED, STATE), "with", "shrapnel", "in"),
    ("gunned", "down"): Harm(KILLED, DONE),
    ("put", "to", "death"): Harm(KILLED, DONE), ("to", "death"): Harm(KILLED, STATE),
    ("burned", "alive"): Harm(KILLED, DONE), ("burnt", "alive"): Harm(KILLED, DONE),
    ("fatally", "shot"): Harm(KILLED, DONE), ("fatally", "wounded"): Harm(KILLED, DONE),
    ("fatally", "stabbed"): Harm(KILLED, DONE), ("mortally", "wounded"): Harm(KILLED, DONE),
    ("fatally", "injured"): Harm(KILLED, DONE), ("fatally", "struck"): Harm(KILLED, DONE),
    ("fatally", "shooting"): Harm(KILLED, DOING), ("gunning", "down"): Harm(KILLED, DOING),
    ("rounded", "up"): Harm(CAPTURED, DONE),
    ("in", "critical", "condition"): Harm(INJURED, STATE),
    ("in", "serious", "condition"): Harm(INJURED, STATE),
    ("into", "custody"): Harm(CAPTURED, STATE), ("lost", "their", "homes"): Harm(DISPLACED, BEFELL),
    ("left", "their", "homes"): Harm(DISPLACED, BEFELL),
    ("left", "their", "villages"): Harm(DISPLACED, BEFELL),
    ("from", "their", "homes"): Harm(DISPLACED, STATE), ("to", "flee"): Harm(DISPLACED, STATE),
    ("from", "their", "villages"): Harm(DISPLACED, STATE),
    ("to", "hospital", "with"): Harm(INJURED, STATE),
    ("to", "hospitals", "with"): Harm(INJURED, STATE),
}  # fmt: skip
SUFFER = listed("suffered suffering suffers sustained sustaining treated had has have received")
INJURY = frozenset({"injuries", "injury", "wounds", "burns", "concussion", "fractures", "wound",
                    "bruises", "lacerations", "shock", "inhalation", "hypothermia"})  # fmt: skip
"""What people suffer: "sustained life-changing injuries"."""
BROKEN = frozenset({"shattered", "broken", "fractured", "severed", "crushed"})
"""What is said of limbs: "a waiter with a shattered knee"."""
FORCED = frozenset({"forced", "forcing", "driven", "drove", "prompting", "causing", "uprooted",
                    "caused", "expelled", "displaced", "prompted", "obliged"})  # fmt: skip
"""What "to flee" and "from their homes" need before them to be said of people."""

HARM_NOUNS = {
    **dict.fromkeys(
        listed("deaths death fatalities fatality bodies corpses corpse cadavers"), KILLED
    ),
    **dict.fromkeys(listed("injuries injury"), INJURED),
    **dict.fromkeys(listed("casualties casualty"), CASUALTY),
    **dict.fromkeys(listed("arrests"), CAPTURED),
}
"""Nouns that count what befell people: "three deaths"."""
FREED = listed("released releasing freed freeing rescued swapped exchanged returned")
"""Before "12 captured soldiers" they tell of another event."""
LIFE = frozenset({"lives", "life"})
LIFE_TAKERS = frozenset({"claimed", "claiming", "claims", "cost", "costing", "costs", "took",
                         "taking", "taken", "lost", "losing", "loss", "ended", "ending", "short",
                         "snuffed"})  # fmt: skip
"""What stands before "12 lives" where they are lost, not saved."""
DEEDS = {
    **dict.fromkeys(listed(
        "death deaths killing killings murder murders assassination beheading execution"
        " executions bodies body massacre lynching remains corpses corpse slaying slayings loss"
    ), KILLED),
    **dict.fromkeys(listed("kidnapping abduction arrest arrests detention"), CAPTURED),
    **dict.fromkeys(listed("disappearance"), MISSING),
    **dict.fromkeys(listed("displacement"), DISPLACED),
}  # fmt: skip
"""Nouns with "of" and the harmed: "the deaths of four aid workers"."""
TRIED = frozenset({"charged", "convicted", "accused", "suspected", "trial", "guilty", "sentenced",
                   "anniversary", "acquitted", "jailed", "imprisoned", "prosecuted", "indicted",
                   "tried", "pleaded", "extradited", "cleared"})  # fmt: skip
"""Anywhere before a deed they speak of an older one, too."""
RECALLED = frozenset({"over", "against", "about", "into", "condemn", "condemned", "mourn",
                      "mourned", "denounced", "avenge", "protesting", "marking"})  # fmt: skip
"""Before a deed, these speak of an older one: "a rally over the killing of a teenager"."""
TOLL_NOUNS = {
    **dict.fromkeys(listed("toll dead deaths killed fatalities victims losses"), KILLED),
    **dict.fromkeys(listed("injured wounded injuries hurt"), INJURED),
    **dict.fromkeys(listed("casualties"), CASUALTY),
    **dict.fromkeys(listed("missing"), MISSING),
    **dict.fromkeys(listed("displaced"), DISPLACED),
    **dict.fromkeys(listed("detained arrested detainees arrests"), CAPTURED),
}
"""What a number may be given of: "the number of wounded", "the death toll"."""
TOLL_JOINTS = frozenset({"to", "at", "of", "is", "was", "as", "reached", "passed", "topped", "hit",
                         "exceeded", "reaches", "surpassed", "than", "stands", ":", "number",
                         "numbers", "numbered"})  # fmt: skip
NUMBERED = frozenset({"number", "numbers", "numbered"})
"""Behind "the dead" they give how many."""
LIMBS = listed("limb limbs leg legs arm arms foot feet hand hands thumb finger fingers toe toes eye"
              " eyes sight eyesight hearing ear")  # fmt: skip
"""What the injured lose."""
TREATMENT = listed("treatment care attention surgery hospitalisation hospitalization stitches"
                  " amputation amputations")  # fmt: skip
"""What the injured need."""
BURIERS = listed("avalanche avalanches landslide landslides landslip mudslide mudslides rockfall"
                " rockslide mud snow earth rubble debris cave-in sinkhole collapse lava mudflow"
                " ruins wreckage wall roof slide")  # fmt: skip
"""What buries the living."""
FIGHTS = listed("battle ambush fighting action combat attack assault clash clashes raid war"
               " firefight shootout shoot-out encounter skirmish siege campaign offensive barrage"
               " fight duty charge exchange gunfight gunbattle trenches fire gunfire snipers sniper"
               " bullets bullet shellfire")  # fmt: skip
"""Where combatants fall."""
SURVIVORS = frozenset({"survivors", "survivor", "evacuees"})
"""More of them are no more dead."""

AGENTS = frozenset({"gunmen", "attackers", "suspects", "assailants", "robbers", "men", "thieves",
                    "militants", "fighters", "bombers", "killers", "raiders", "bandits", "rebels",
                    "insurgents", "terrorists", "troops", "soldiers", "prisoners", "inmates",
                    "others"})  # fmt: skip
"""They flee from justice or from battle, not from their homes."""

_SINGULAR = listed(
    """
    bride groom bridegroom
    accountant activist actor adult adviser agent aide airman ambassador analyst applicant
    archbishop assailant athlete attacker aunt baby baker banker bandit bishop bodyguard bomber
    boy boyfriend brother builder bureaucrat businessman businesswoman bystander cadet
    campaigner candidate captain captive caretaker carpenter chaplain chief chieftain child
    citizen civilian clergyman cleric clerk coach collaborator colleague colonel combatant
    commander commando commuter comrade conscript constable contractor convict cook corporal
    councillor councilman councilor counsellor couple courier cousin criminal customer daughter
    dealer defector defender deminer demonstrator deputy deserter detainee detective diplomat
    director dissident diver doctor driver drone-operator economist editor elder employee
    engineer envoy evacuee executive extremist farmer father father-in-law fighter firefighter
    fisherman footballer foreigner friend fugitive gangster gendarme general girl girlfriend
    governor grandchild granddaughter grandfather grandmother grandson guard guardsman guerrilla
    guest guide gunman hawker head herder herdsman hiker hostage hunter husband imam immigrant
    infant infantryman informant informer inmate inspector insurgent interpreter investigator
    islamist jihadi jihadist jogger journalist judge kid kidnapper labourer laborer lady
    lawmaker lawyer leader legislator lecturer lieutenant lieutenant-colonel local mayor major
    man manager marine mechanic medic member mercenary merchant militant messenger miner
    minister minor missionary mobster monk mother motorcyclist motorist mourner muezzin musician
    nanny national navigator negotiator neighbour neighbor nephew newborn niece nun nurse
    observer offender officer official operative operator organiser organizer paramedic
    paramilitary paratrooper partisan passenger passer-by patient patriarch peacekeeper peasant
    pedestrian penitent pensioner person photographer photojournalist physician picketer pilgrim
    pilot pirate player poet policeman policewoman politician porter prankster preacher
    president priest prince princess principal prisoner producer professor promoter prosecutor
    protester protestor pupil rabbi raider ranger rapper rebel recruit referee refugee regular
    relative reporter rescuer researcher resident reservist rider rioter robber sailor salesman
    schoolboy schoolchild schoolgirl schoolteacher scientist scout secretary senator separatist
    sergeant servant serviceman servicewoman sheikh shepherd shooter shopkeeper shopper sibling
    sister skipper smuggler sniper soldier son spectator spokesman spokesperson spokeswoman spy
    stabber student suicide-bomber superintendent superior supervisor supporter surgeon survivor
    suspect sympathiser teacher technician teen teenager terrorist thief toddler tourist trader
    trafficker trainee trainer translator traveller traveler trooper trucker tribesman
    truck-driver uncle vendor veteran vet vicar victim vigilante villager visitor volunteer
    voter waiter waitress warlord widow wife woman worker worshipper worshiper writer youngster
    youth scholar alderman barber butcher tailor carer caddy cabbie beggar dancer singer sheriff
    marshal admiral brigadier seaman crewman crewmember gardener cleaner asylum-seeker settler
    nomad panner herdswoman boatman ferryman linesman militiaman newsman cameraman fireman
    watchman horseman statesman tradesman layman helper cyclist biker holidaymaker intruder
    looter lodger migrant prefect sultan emir mufti mullah king queen premier chancellor warden
    jailer guerilla insurrectionist irregular martyr comrade-in-arms clubber reveller reveler
    pickpocket arsonist squatter farmhand grocer fishmonger seller buyer client creditor
    consultant convert deacon pastor parishioner female male juvenile adolescent councilwoman
    congresswoman congressman spouse mum mom dad grandma granny mr mrs ms dr sgt gen col lt capt
    maj sen gov rev pvt cpl const caliph nobleman orphan guardian runner swimmer climber skier
    mountaineer trekker sherpa housekeeper headman drummer novice jockey moneylender rifleman
    docker stoker trawlerman apprentice bandsman bargee
    charwoman chauffeur chef conductor dockhand drover farmworker
    foreman gamekeeper goatherd greengrocer gunner havildar hotelier housewife jawan
    landlady landlord librarian machinist maid mahout
    midwife milkman naik painter peon pharmacist pillion-rider
    plumber postman postmaster quarryman railwayman recluse rickshaw-puller
    sapper sarpanch seamstress sepoy shoemaker signaller signalman steward stewardess stowaway
    subedar taxi-driver toolmaker typist undertaker verger
    warder watchmaker traitor collaborator welder witch
    """
)
_PLURAL = listed(
    """
    people persons men women children troops police policemen policewomen servicemen personnel
    staff crew airmen seamen gunmen fishermen businessmen cameramen firemen herdsmen guardsmen
    militiamen tribesmen paratroopers kids others victims folk youths infants babies wives
    schoolchildren grandchildren families family couples households minorities refugees thieves
    marines infantrymen watchmen clergymen spokesmen congressmen councilmen sportsmen mujahideen
    mujahidin peshmerga militia militias passers-by spies elderly adults teens newsmen crewmen
    boatmen comrades loyalists royalists nationals compatriots ones crewmembers schoolboys
    schoolgirls cadets reinforcements conscripts
    """
)
_IRREGULAR = {"man": "men", "woman": "women", "child": "children", "wife": "wives",
              "baby": "babies", "thief": "thieves"}  # fmt: skip


def _plural(word: str) -> str:
    for end, plural in _IRREGULAR.items():
        if word.endswith(end):
            return word[: -len(end)] + plural
    if word.endswith("y") and word[-2] not in "aeou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch")) else "s")


_FIGHTERS = listed(
    """
    airman bandit combatant commando commander constable corporal extremist fighter gendarme
    guard guerrilla gunman gunner insurgent infantryman jawan jihadi jihadist lieutenant
    marine militant mercenary militiaman officer paratrooper partisan peacekeeper policeman
    ranger rebel reservist rifleman sailor sapper separatist sepoy sergeant serviceman sniper
    soldier terrorist trooper volunteer warrior guardsman captain colonel
    """
)
ONE_PERSON = _SINGULAR
"""A person of a kind: "a shepherd"."""
PERSONS = frozenset({*_PLURAL, *map(_plural, ONE_PERSON)})
"""Several of them, or a word for many."""
FIGHTERS = frozenset({"troops", "police", "personnel", *_FIGHTERS, *map(_plural, _FIGHTERS)})
"""Those of whom it is said that they fell, or were neutralised."""
ATTRIBUTIVE = frozenset({"police", "militia", "family", "crew", "staff", "civilian", "rebel",
                         "child", "women", "youth", "student", "local", "insurgent", "guerrilla",
                         "separatist", "paramilitary", "general", "national", "chief", "troop",
                         "jihadist", "islamist", "terrorist", "militant", "refugee", "minority",
                         "regular", "worker", "passenger", "prisoner", "major", "head", "soldier",
                         "migrant", "minor", "extremist", "suspect", "partisan", "prince",
                         "peshmerga", "volunteer", "veteran", "member", "deputy", "elder",
                         "elderly", "male", "female"})  # fmt: skip
"""They may stand before the noun that counts: "a police car", "a rebel commander"."""
GENERIC = frozenset({"people", "persons", "person", "others", "victims", "victim", "ones", "dead",
                     "lives", "deaths", "fatalities", "members", "bodies", "casualties", "killed",
                     "injured", "wounded", "injuries", "arrests", "individuals", "he", "she",
                     "him", "her", ""})  # fmt: skip
"""They may be the same people as any others of the sentence."""
CONTAINERS = frozenset({"family", "group", "crowd", "crew", "team", "party", "gang", "unit",
                        "squad", "patrol", "delegation"})  # fmt: skip
"""With "of" and a number it counts its people: "a family of five"."""
PERSON_ENDINGS = ("man", "woman", "ist", "eer", "men", "women", "ists", "eers", "ees", "ers",
                  "ors", "ians", "ants")  # fmt: skip
FORCES = frozenset({"soldiers", "men", "fighters", "troops", "policemen", "officers", "sailors",
                    "airmen", "marines", "sons", "daughters", "children", "relatives", "personnel",
                    "commandos", "servicemen", "paratroopers", "militants"})  # fmt: skip
"""Those who are dead where someone "lost 12" of them."""

THINGS = listed(
    """
    accident accidents ability account aim aircraft airport airstrike airstrikes ambulance
    ambulances ambush ambushes animal animals apartment apartments area areas arm arms army
    artillery assault assaults attack attacks bank banks barracks barrel base bases battle
    battles bear bicycle bike bikes bird birds blast blasts block blocks boat boats bomb bombing
    bombings bombs border bridge bridges building buildings bullet bullets bus buses business
    businesses camel camels camp camps campaign car caravan cars case cases cat cats cattle
    ceasefire centre center century chance charge charges checkpoint checkpoints chicken
    chickens church churches city cities claim clash clashes clinic clinics coach column
    conflict convoy convoys corridor council countries country coup cow cows crash crashes
    cruiser crisis damage dam day days deadline decade deal dog dogs donkey donkeys door drone
    drones effort elephant elephants election embassy encounter engine enemy event events
    explosion explosions explosive explosives factory factories farm farms ferry field fields
    fire fires flat flats flight flights flood floods force forces front fuel gate goal goat
    goats government grenade grenades ground gun guns hall harbour headquarters helicopter
    helicopters herd highway hit home homes horse horses hospital hospitals hotel hotels hour
    hours house houses hut huts incident incidents infrastructure island jeep jeeps jet jets
    kilometre kilometres kilometer kilometers landmine landmines launcher launchers law leg line
    lion lions livestock lorries lorry magazine market markets mine mines minute minutes missile
    missiles mission missions month months morning mortar mortars mosque mosques motorbike
    motorbikes motorcycle motorcycles movement museum night number object offensive office
    offices operation operations order outbreak outpost outposts part parties party peace
    petition phone pickup pickups pig pigs pipeline place places plane planes plan plans plant
    plot point points port position positions post posts power prison prisons project property
    protest protests province provinces quake quakes quarter quarters raid raids rally ranch
    refinery regime region report reports republic request residence restaurant rifle rifles
    riot river road roads rocket rockets roof room round rounds rumour rumours salvo school
    schools seat seats sector series sheep shelling shell shells ship ships shop shops shooting
    shot shots side siege site sites situation square stall stalls state states station stations
    stampede statement statue store stores storm street streets strike strikes structure
    submarine synagogue system systems tank tanks target targets temple temples tent tents term
    threat threats tiger tigers time times tornado tower towers town towns tractor train trains
    tree trees trial truck trucks tunnel tunnels turtle van vans vehicle vehicles vessel vessels
    victory village villages violence volley vote war warehouse wars warplane warplanes warship
    wave waves weapon weapons week weekend weeks whale whales windows word words year years zone
    zones hope hopes dream dreams career careers morale spirit bill bills proposal idea knife
    knives buffalo buffaloes bull bulls calf calves lamb lambs ox oxen rat rats hectares acres
    crops olive sacks crates tonnes tons litres cell cells ballots votes mule mules stage
    ant antelope antelopes baboon baboons bees bison boar boars bullock bullocks chick chicks cod
    crocodile crocodiles deer dolphin dolphins ducks eagles ewes fish foals fox foxes geese giraffe
    giraffes heifers hens hippo hippos hounds hyena hyenas kangaroos leopard leopards mares monkeys
    ostriches parrots pelicans penguins pheasants pigeons poultry puppies rabbits reindeer
    rhino rhinos rhinoceros salmon seals sharks snakes stallions swans turkeys vultures wolf wolves
    wolfhounds yaks zebras
    companies company brigade brigades battalion battalions regiment regiments division
    divisions squadron platoon platoons tribe group groups
    """
)  # fmt: skip
"""Nouns that are no people; what they suffer is damage."""
