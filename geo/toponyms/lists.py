"""Closed word lists of our own that tell places from persons, bodies and plain words.

All in folded form (:func:`geo.text.fold`). General English of news, no corpus behind it.
"""

from __future__ import annotations


def listed(block: str) -> frozenset[str]:
    """Give the words of a block of text; a paragraph reads better than a column of quotes."""
    return frozenset(block.split())


FUNCTION_WORDS = listed(
    """
    a about above according across after again against ago all along already also although
    always am amid among an and another any anyone anything are area areas around as asked
    at away back be became because been before began behind being below beneath besides
    between beyond big both bring but by call came can cause come could day days deal
    despite did do does down due during each early earlier east eastern either else end even
    ever every everyone far few first five for former four from full further get give given
    go good great had has have he heavy help her here hers high him his home hours how
    however hundreds i if in inside instead into is it its just keep last late later least
    less let like little live local long look made main make many may me meanwhile men might
    million minutes more most much must my near nearly need neither never new next night
    nine no none nor north northern northeast northwest northeastern northwestern not
    nothing now of off officials often old on once one only open or other others our out
    outside over own part past people per point post public put rather read recent right
    same saw say second see seven several shall she should since six small so some someone
    something soon south southern southeast southwest southeastern southwestern state still
    such take ten than that the their them then there these they third this those though
    thousands three through throughout thus time to today together tomorrow tonight too
    toward towards two under until up upon us use very via was way we week weeks well were
    west western what when where whether which while who whole whom whose why will with
    within without world would year years yes yesterday yet you young your central upper
    lower middle greater inner outer mid
    """
)

CALENDAR_WORDS = listed(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday
    friday saturday sunday mon tue tues wed thu thurs fri sat sun spring summer autumn fall
    winter ramadan easter christmas eid ashura nowruz
    """
)

TITLES = listed(
    """
    mr mrs ms dr prof professor president minister premier chancellor king queen prince
    princess sheikh shaykh emir sultan pope general gen colonel col captain capt major maj
    lieutenant lt sergeant sgt admiral adm brigadier brig commander marshal senator sen
    congressman congresswoman rep representative governor gov mayor ambassador envoy
    secretary director chairman chairwoman spokesman spokeswoman spokesperson analyst judge
    justice sir lord lady lawyer activist coach officer detective chief deputy leader pastor
    rabbi imam ayatollah
    """
)

FIRST_NAMES = listed(
    """
    aaron abbas abd abdallah abdel abdul abdullah abraham abu adam adel adnan ahmad ahmed
    aisha alan albert alex alexander alexei alexey ali alice amanda amir amy ana anatoly
    andrei andrew angela ann anna anne anthony antonio antony ariel arthur ashraf ayman aziz
    barack barbara bashar bassam ben benjamin bernard bernie betty bill bob boris brandon
    brian bruce burhan carl carlos carol caroline catherine charles charlotte chris
    christian christine christopher cindy claire colin craig cynthia dan daniel david dean
    deborah denis dennis derek diana dmitri dmitry don donald donna dorothy doug douglas ed
    eddie edward elena elizabeth emily emma emmanuel eric erik ethan eva evan faisal farouk
    fatima fawzi ferhat firas frances francis francois frank fred gary geoffrey george
    gerald ghassan gordon grace graham greg gregory hafez hakan hamad hamid hannah harold
    harry hasan hassan heather helen henry howard hugh hulusi hussain hussein ian ibrahim
    igor imad ismail ivan jack jacob jacques jake jamal james jan jane janet jason jean jeff
    jeffrey jennifer jeremy jessica jill jim jimmy joan joe joel johan john jon jonathan
    jose joseph josh joshua juan judith judy julia julian julie justin karen karim karl kate
    katherine kathleen keith kelly ken kenneth kevin khaled khalid khalil kim kurt larry
    laura lauren lee leo leon leonid linda lisa lloyd louis louise lucas lucy luis luke lynn
    mahmoud mahmud maher malik marc marcus margaret maria marie mario mark martha martin
    marwan mary matt matthew maya mazloum megan melissa mevlut michael michel michelle mike
    mikhail mohamed mohammad mohammed moshe muammar muhammad murat mustafa nabil nadia nancy
    nasser natalia natalie nathan neil nicholas nick nicolas nicole nikita nikolai noah
    nouri nuri oleg oliver olivia olga omar osama oscar pamela patricia patrick paul pavel
    peter phil philip pierre pyotr qasem qassem rachel rafael raja ralph rami rania raymond
    rebecca recep richard riad rob robert robin rodney roger ronald rosa rose ross roy
    russell ruth ryan sabri saddam said salah salim salman sam samantha samir samuel sandra
    sara sarah scott sean sergei sergey shadi sharon simon sophia sophie stan stanley
    stephanie stephen steve steven stuart sue suleiman susan tamara tariq taylor ted terry
    theresa thomas tim timothy tina todd tom tony tyler valery vanessa victor victoria
    vincent virginia vitaly vladimir volodymyr walid walter wanda wayne wendy william yasser
    yevgeny youssef yuri yury yusuf zachary zaher zeinab
    """
)

ORGANISATION_NOUNS = listed(
    """
    academy agency airlines airways alliance army association authority bank battalion board
    brigade brigades broadcasting bureau center centre chamber club coalition college
    commission committee company congress corporation corps council court department
    division exchange federation force forces foundation front fund gazette group herald
    high holdings hospital inc industries initiative institute institution international
    journal league library magazine ministry mosque movement museum network news observatory
    office order organisation organization party patriots post press radio red review school
    senate society street studies symphony team television times tribune union united
    university watch
    """
)

PLACE_NOUNS_BEFORE = listed(
    """
    city town village province governorate district region county port camp island mount
    lake neighbourhood neighborhood suburb state republic prefecture township municipality
    countryside
    """
)
"""Nouns that make a name behind them a place: "the town of Saraqib"."""

PLACE_NOUNS_AFTER = listed(
    """
    city town village province governorate district subdistrict region county port camp island
    airport airbase countryside suburb suburbs neighbourhood neighborhood desert river valley
    mountains prefecture oblast state border crossing peninsula plain dam pocket
    """
)
"""Nouns that make a name before them a place: "Saraqib district"."""

LOCATIVE_WORDS = listed(
    """
    in at near outside around inside toward towards from to across into between of around
    throughout over leaving entering via northwest northeast southwest southeast north south
    east west northern southern eastern western central
    """
)

TARGET_VERBS = listed(
    """
    hit struck bombed shelled bombarded pounded captured recaptured seized retook stormed
    entered besieged attacked overran rocked evacuated
    """
)
"""Verbs whose object is mostly a place: "shells hit Karkamis"."""

SPEECH_VERBS = listed(
    """
    said says told added warned argued noted wrote claimed insisted stressed replied vowed
    explained recalled tweeted
    """
)

NAME_PARTICLES = listed(
    """
    al el de la le les du des da do dos das del della di of the and on sur am an bei von van
    der den upon y e i w l d bin ibn abu ul ash esh as es ar er ad ed an en at et az ez adh
    """
)
"""Words within place names that stay in lower case."""

GENERIC_NOUNS = PLACE_NOUNS_AFTER | listed(
    """
    air base naval military international airfield harbour harbor zone enclave sea gulf
    strip heights bank facility terminal refinery station bridge highway gate point square
    field fields countryside prison hospital checkpoint junction roundabout
    """
)
"""Nouns at the end of a place's name that a text may write in lower case."""
