"""What the words around a verb do in a sentence: closed lists, and a guess by the ending."""

from __future__ import annotations

from geo.text import listed

BEING = listed("was were is are be been being get got gets")
"""Make a passive of the participle behind them."""
AUXILIARIES = BEING | listed(
    """
    has have had having will would may might could can shall should must did do does cannot didn
    wasn weren hadn hasn haven isn aren won
    """
)
ADVERBS = listed(
    """
    not never also later then again still already once soon twice meanwhile instead together even
    since now just first thus both all nearly almost apparently further thereafter overnight
    yesterday today tonight
    """
)
PREPOSITIONS = listed(
    """
    in on at of from with against by near to into onto over across around outside inside within
    between among under through throughout towards toward during amid amidst for via off without
    behind beyond despite along including upon about
    """
)
CONJUNCTIONS = listed(
    """
    after before when while as because if since until where although though once whereas unless
    whether how why what following
    """
)
RELATIVES = listed("who which that whom whose")
COORDINATORS = listed("and or but nor then")
MODALS = listed("will would may might could can shall should must")
PRONOUNS = listed("it they he she we them him her us itself themselves")
POSSESSIVES = listed("its their his her our")
DETERMINERS = listed(
    """
    the a an this these those some any several many dozens hundreds thousands scores no another
    other each every both two three four five six seven eight nine ten eleven twelve more most few
    at least one
    """
)
SAYING = listed(
    """
    said says say saying told tells reported reports announced announces claimed claims denied
    denies added adds stated confirmed confirms wrote alleged insisted explained acknowledged
    declared according reiterated noted notes argued believes believed estimated counted ascribed
    warned vowed threatened stressed
    """
)
"""Verbs of those who only speak; what they speak of is done by others."""
JUDGING = SAYING | listed(
    """
    condemned denounced criticised criticized welcomed praised documented monitored investigated
    recorded verified cited blamed accused feared expected urged demanded saw heard witnessed
    watched followed described discussed mentioned called recalled considered
    """
)
"""Verbs whose object is somebody else's deed."""
_IRREGULAR = listed(
    """
    said told took taken fell fallen lost won shot hit struck blew blown fought drove driven led
    left began begun broke broken gave given went gone came met made held sent set saw seen found
    kept brought fled withdrew withdrawn overran overrun retook retaken built burnt bound caught cut
    dealt felt flew flown hurt knew laid lay put ran rose sank sunk sought shook shut sold spoke
    spread stole stolen stood swept swore threw thrown won wrote beaten beat became bore slain slew
    cost crept rode burst dug
    stuck torn tore undertook undertaken forbade forced underwent stabbed swung paid meant
    """
)
_PRESENT = listed(
    """
    says kills captures seizes bombs denies accuses claims launches carries detains arrests takes
    retakes enters storms fires hits shells targets wants warns calls agrees plans deploys begins
    withdraws condemns announces vows threatens destroys wounds injures holds backs supports
    say tell call meet go move cross patrol recaptures loses sends tells leaves faces meets sees
    urges continues rejects kill capture seize
    bomb deny accuse claim launch carry detain arrest take retake enter storm want condemn withdraw
    destroy expels closes opens reports confirms signs
    """
)
_NO_VERBS = listed(
    """
    hundred hundreds need speed seed feed deed weed shed sped bleed breed indeed united armed
    masked unidentified
    suspected alleged hooded unarmed
    so-called naked wicked sacred embed kindred infrared
    morning evening building buildings meeting during including according following spring string
    nothing something everything anything wing ring king being beijing ceiling feeling gathering
    wedding housing clothing warning training crossing briefing hearing killing bombing shelling
    fighting offspring sibling amazing neighbouring neighboring surrounding remaining leading
    outstanding
    """
)
"""End like verbs and are none, or must show by their neighbours that they are."""
NOUN_OR_VERB = listed(
    """
    attack attacks strike strikes raid raids clash clashes protest protests march marches advance
    advances shell shells bomb bombs ambush ambushes assault assaults battle battles fight fights
    fire fires rally rallies target targets siege bombs storm storms claims reports loot loots
    airstrike bombard retreat retreats torch murder murders kidnap kidnaps rape riot riots patrol
    patrols hits calls capture captures arrest arrests release
    """
)
GERUND_OR_NOUN = listed(
    """
    shelling bombing fighting killing bombarding storming taking looting burning kidnapping
    beheading stabbing shooting bulldozing rioting hijacking
    """
)
CATENATIVE = listed(
    """
    began started stopped continued resumed kept begin start continue begun tried attempted managed
    threatened vowed planned agreed wanted failed helped ordered decided refused forced
    """
)
CLASHING = listed(
    """
    clash clashes clashed clashing fight fighting fought fights battle battles battled battling
    firefight firefights gunfight gunfights skirmish skirmishes gunbattle gunbattles exchange
    exchanged confrontation confrontations
    """
)
TALKING = listed(
    """
    arranged reached brokered shook
    talks met meeting agreement deal truce ceasefire pact treaty accord agreed signed negotiated
    negotiations summit memorandum talked meet patrol patrols patrolled negotiate
    """
)
"""Like :data:`CLASHING`, said of both sides alike."""
CAPTURING = listed(
    """
    seized captured took taken recaptured retook retaken wrested seizing capturing taking retaking
    recapturing capture seize retake recapture won gained gain cleared freed liberated regained
    control
    """
)
"""The one that a place is taken from suffers."""
UNDERGOING = listed(
    "died die dies perished drowned lost suffered suffers sustained survived dead dying lose"
)
"""Verbs whose subject comes to harm."""
FLEEING = listed("fled flee fleeing escaped displaced")
"""Civilians who do so suffer; others act."""
HARMING = listed(
    """
    killed wounded injured hurt maimed detained arrested kidnapped abducted displaced captured shot
    executed beheaded slain murdered massacred tortured hit struck bombed shelled attacked targeted
    ambushed assassinated stabbed seized overrun looted besieged raided evacuated expelled
    destroyed damaged downed stormed released freed
    """
)
"""Participles that speak of the noun before them if no object follows."""
HARMED = listed(
    """
    killed wounded injured hurt maimed detained arrested kidnapped abducted displaced executed
    beheaded slain murdered massacred tortured
    """
)
"""Those that hardly ever go without an object unless they are passive."""
MOVING = listed(
    """
    deployed deploy deploys deploying sent send sends withdrew withdrawn withdraw withdraws pulled
    moved redeployed posted recalled trained
    """
)
"""Whoever does so has troops for an object, and harms none."""
REPELLING = listed("repelled foiled thwarted prevented averted intercepted repulsed blocked")
STANDING = listed(
    """
    broke erupted raged continued occurred happened resumed began started intensified flared took
    were was are is have had has been carried launched conducted staged mounted fired claimed blamed
    attributed led planned organised organized executed ascribed believed be reported
    """
)
"""Verbs behind a noun of attack that go on to say who did it."""


def is_verb(key: str) -> bool:
    """Tell whether a word in small letters is, by its form alone, a verb."""
    if key in _IRREGULAR or key in _PRESENT:
        return True
    if key in _NO_VERBS:
        return False
    return len(key) > 3 and key.endswith(("ed", "ing"))  # noqa: PLR2004  (the shortest: "used")


def predicates(key: str) -> bool:
    """Tell whether a word may begin what is said of the noun before it."""
    return key in AUXILIARIES or key in ADVERBS or key.endswith("ly") or is_verb(key)
