"""Closed lists of the words that name actors without a proper name, and of what they do."""

from __future__ import annotations

from geo.events.actors.roster import (
    ARMY,
    CIVILIANS,
    CRIMINAL,
    HUMANITARIAN,
    INTERNATIONAL,
    JIHADISTS,
    MILITIA,
    POLITICAL,
    PROTESTERS,
    REBELS,
    SECURITY,
    UNIDENTIFIED,
)
from geo.text import listed

BARE = {
    ARMY: """
        soldiers soldier troops army servicemen serviceman conscripts paratroopers commandos
        marines
        """,
    SECURITY: """
        police policemen policeman policewoman policewomen officers gendarmes gendarmerie
        """,
    REBELS: "rebels insurgents guerrillas separatists guerillas secessionists",
    JIHADISTS: "jihadists jihadis Islamists extremists terrorists",
    MILITIA: """
        militia militias militiamen paramilitaries mercenaries loyalists vigilantes tribesmen
        herdsmen warlords
        """,
    UNIDENTIFIED: """
        gunmen gunman militants fighters attackers attacker assailants assailant kidnappers snipers
        sniper hijackers arsonists
        """,
    CRIMINAL: "bandits pirates gangsters smugglers traffickers robbers gangs cartels",
    POLITICAL: "government regime authorities junta opposition coalition",
    INTERNATIONAL: "peacekeepers peacekeeper",
    PROTESTERS: "protesters protestors demonstrators protester demonstrator rioters marchers mob",
    CIVILIANS: """
        civilians civilian villagers residents students journalists journalist activists activist
        worshippers pilgrims refugees migrants shepherds farmers traders prisoners detainees
        hostages medics paramedics doctors teachers lawyers reporters miners fishermen locals
        settlers mourners evacuees inmates doctor teacher student farmer shepherd villager lawyer
        reporter refugee migrant pilgrim prisoner paramedic medic hostage priest priests cleric
        clerics imam nurse nurses
        """,
}
"""By kind, the nouns that may stand alone: "gunmen stopped a bus"."""
MODIFIED = {
    ARMY: """
        forces force military warplanes warplane jets jet planes plane aircraft bomber helicopters
        helicopter gunships gunship drones drone artillery warships warship destroyers frigates
        navy pilots pilot airmen gunners tanks reservists recruits bombers units unit vessels
        general generals commander commanders marine
        """,
    SECURITY: "officer guards guard agents services",
    MILITIA: "militiaman faction factions mercenary alliance",
    UNIDENTIFIED: "men man fighter militant group groups elements members operatives personnel",
    CRIMINAL: "gang cartel",
    POLITICAL: """
        officials diplomats delegation delegations negotiators ministers presidents envoys leaders
        """,
    REBELS: "rebel insurgent guerrilla",
    CIVILIANS: "workers volunteers rescuers worker",
    PROTESTERS: "supporters crowds",
}
"""By kind, the nouns that need a word before them: "Turkish jets", "armed men"."""
PHRASES = {
    "suicide bomber": UNIDENTIFIED,
    "suicide bombers": UNIDENTIFIED,
    "suicide attacker": UNIDENTIFIED,
    "suicide attackers": UNIDENTIFIED,
    "car bomber": UNIDENTIFIED,
    "car bombers": UNIDENTIFIED,
    "displaced people": CIVILIANS,
    "displaced families": CIVILIANS,
}
"""Two words that together are as good as a noun that may stand alone."""
KIND_BY_MODIFIER = {
    **dict.fromkeys(("rebel", "opposition", "insurgent", "separatist", "guerrilla"), REBELS),
    **dict.fromkeys(("jihadist", "jihadi", "islamist", "extremist", "terrorist"), JIHADISTS),
    **dict.fromkeys(("security", "police", "riot", "prison"), SECURITY),
    **dict.fromkeys(("militia", "paramilitary", "tribal", "loyalist", "pro", "village"), MILITIA),
    **dict.fromkeys(("backed", "aligned", "allied", "supported", "affiliated", "linked"), MILITIA),
    **dict.fromkeys(("aid", "relief", "rescue", "humanitarian", "health"), HUMANITARIAN),
    **dict.fromkeys(("criminal", "drug", "street"), CRIMINAL),
    "peacekeeping": INTERNATIONAL,
    "mercenary": MILITIA,
}
"""What a word before "forces", "fighters" or "workers" says of their kind."""
OWNED = listed(
    """
    forces troops army military regime government force jets warplanes police navy fighters militia
    soldiers artillery helicopters drones
    """
)
"""Nouns that need no more than an owner: "Assad's forces"."""
CALENDAR = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december today yesterday tonight year week month
    """
)
VAGUE = listed(
    """
    men man group groups elements members operatives personnel units unit vessels jets jet planes
    plane aircraft helicopters helicopter drones drone bombers bomber warplanes warplane
    """
)
"""Nouns that a weak modifier does not make an actor: "local groups"."""
WEAK = listed(
    """
    suspected local foreign special joint village regional internal national federal provincial
    air ground attack strategic transport prison displaced moderate democratic elite state
    intelligence health medical rescue aid relief off duty civil interior fighter combat military
    surveillance reconnaissance
    """
)
STATESMEN = listed(
    "officials diplomats delegation delegations negotiators ministers presidents envoys leaders"
)
"""Those who speak for states: "Russian officials", "the presidents of Russia and Turkey"."""
MODELS = listed("su mig il mi f tu ka an uh ah mq b c")
"""Letters of aircraft before a number: "Su-24", "F-16s"."""
GUARDED = listed(
    """
    government regime opposition military coalition lebanese rohingya druze prisoner student hostage
    refugee migrant pilgrim civilian worker farmer
    """
)
"""Nouns that are no actor before another noun: "a government building"."""
SIDES = {
    "rebel": ("Rebels", REBELS),
    "insurgent": ("Insurgents", REBELS),
    "guerrilla": ("Guerrillas", REBELS),
    "separatist": ("Separatists", REBELS),
    "jihadist": ("Jihadists", JIHADISTS),
    "islamist": ("Islamists", JIHADISTS),
    "militant": ("Militants", UNIDENTIFIED),
    "loyalist": ("Loyalists", MILITIA),
    "government": ("Government", POLITICAL),
    "regime": ("Regime", POLITICAL),
    "opposition": ("Opposition", POLITICAL),
    "coalition": ("Coalition", POLITICAL),
}
"""Words that name a side before what it does ("a rebel attack"), with the name and kind."""
PEOPLES = {
    "Kurdish": ("Kurds", MILITIA),
    "Palestinian": ("Palestinians", MILITIA),
    "Chechen": ("Chechens", MILITIA),
    "Turkmen": ("Turkmens", MILITIA),
    "Arab": ("Arabs", MILITIA),
    "Druze": ("Druze", MILITIA),
    "Alawite": ("Alawites", MILITIA),
    "Tuareg": ("Tuareg", MILITIA),
    "Kashmiri": ("Kashmiris", MILITIA),
    "Rohingya": ("Rohingya", CIVILIANS),
    "Tamil": ("Tamils", REBELS),
    "Baloch": ("Baloch", REBELS),
    "Western": ("Western states", ARMY),
    "Bedouin": ("Bedouin", MILITIA),
    "Yazidi": ("Yazidis", CIVILIANS),
}
"""Adjectives of peoples and regions without a state, with the name and kind of those meant."""
PLURALS = listed(
    """
    Kurds Turks Palestinians Israelis Syrians Iraqis Russians Iranians Americans Ukrainians Afghans
    Yazidis Rohingya Egyptians Yemenis Libyans Pakistanis Indians Lebanese Jordanians Somalis
    Kenyans Nigerians Armenians Azerbaijanis Georgians Chechens Alawites Druze
    """
)
"""People by nation: "killed two Palestinians"."""
MODIFIERS = listed(
    """
    government regime rebel opposition jihadist jihadi islamist islamic extremist insurgent loyalist
    separatist guerrilla terrorist militant militia paramilitary army military naval air ground
    special security border riot police armed unidentified unknown masked unnamed suspected allied
    coalition tribal local foreign shia shiite sunni christian maoist communist hindu buddhist
    muslim jewish elite state presidential republican pro anti plainclothes undercover
    uniformed civil combat fighter strategic transport infantry tank heavily lightly aid relief
    rescue health humanitarian medical peacekeeping ethnic criminal drug street hardline regional
    internal national federal provincial foreign interior defence defense revolutionary
    mercenary nationalist far right left wing prison intelligence counterterrorism surveillance
    reconnaissance attack commando gang suicide village moderate secular radical opposing warring
    displaced democratic joint off duty autonomous
    """
)
"""What may stand between an adjective of nationality and its noun, or begin the phrase."""
LINKING = listed(
    "backed led aligned allied supported sponsored affiliated trained linked funded armed inspired"
)
"""Behind a hyphen: "Turkish-backed"."""
HOLDING = listed(
    """
    held controlled run ruled occupied besieged populated majority dominated language owned born
    based made built era style imposed appointed inhabited administered speaking
    """
)
"""Behind a hyphen, where the whole describes a place or a thing: "rebel-held"."""
ATTACKS = listed(
    """
    attack attacks strike strikes airstrike airstrikes raid raids offensive bombardment shelling
    fire assault assaults ambush operation operations incursion campaign advance bombing bombings
    bombardments barrage gunfire siege invasion retreat withdrawal crackdown sweep airdrop
    counteroffensive counterattack missile missiles rocket rockets shells protest protests rally
    demonstration demonstrations march artillery drone drones mortar mortars sortie sorties
    kidnapping abduction abductions killing killings execution executions arrests detention capture
    seizure deployment pullout blockade mine mines bomb bombs grenades
    """
)
"""Nouns of what an actor does; an adjective before them names the actor."""
BETWEEN = listed(
    """
    air drone missile rocket artillery mortar ground suicide car bomb cross border night overnight
    aerial military barrel cruise cluster naval tank sniper machine gun heavy chemical precision
    new fresh major surprise deadly overnight retaliatory joint counter terror terrorist guided
    morning evening dawn land sea ballistic long range fierce intense renewed three two day week
    """
)
"""What may stand between that adjective and that noun."""
CROWDS = listed("thousands hundreds dozens scores people crowd crowds")
"""Who are protesters if a verb of protest follows."""
CROWD_FILLERS = listed(
    """
    of people residents citizens students supporters workers men women several had have also again
    then on in the across country late and many others some who
    """
)
PROTESTING = listed(
    """
    protested demonstrated marched rallied gathered chanted protesting demonstrating marching
    rallying protest demonstrate march
    """
)
UNITS = listed("Brigade Brigades Battalion Battalions Regiment Division Legion Militia Cartel")
"""Last words of the names of armed groups: "the 3rd Assault Brigade"."""
GROUPS = listed(
    "Liwa Jaysh Jaish Katibat Kataib Harakat Ansar Saraya Jund Ahrar Firqat Faylaq Failaq Suqour"
)
"""First words of the names of armed groups: "Liwa al-Haqq"."""
SINGULAR_ARMS = listed(
    "drone jet plane helicopter warplane tank aircraft artillery suicide fighter"
)
"""Before a noun of attack they belong to it: "a Turkish drone strike"."""
NOT_SHOUTED = listed("is who ice us un au")
"""Acronyms that are ordinary words where all is written in capitals."""

SURNAMES = listed("wagner")
"""Names of actors that are also persons' behind another name."""
PLACE_PREPOSITIONS = listed(
    """
    in near from at of outside inside around across into toward towards over through throughout
    within via to off leaving northern southern eastern western central rural neighbouring
    neighboring northeastern northwestern southeastern southwestern northeast northwest
    """
)
DEALINGS = listed(
    """
    talks war clashes clashed fighting fought agreement deal truce ceasefire agreed signed met
    negotiated negotiations treaty pact cooperation accord conflict memorandum reached brokered
    negotiating coordination coordinated battle battles exchange
    """
)
"""Before "with": what parties do with each other."""
BLAMED = listed("accused accuses accusing blamed blames blaming condemned urged warned")
STRUCK = listed("cost attacked invaded threatened against attacks invades")
"""Before a state that suffers it."""
