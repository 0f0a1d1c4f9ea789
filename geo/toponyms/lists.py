"""Closed word lists of our own that tell places from persons, bodies and plain words.

All in folded form (:func:`geo.text.fold`). General English of news, no corpus behind it.
"""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    a about above according across after again against ago all along already also although
    always am amid among an and another any anyone anything are area areas around as asked at
    away back be became because been before began behind being below beneath besides between
    beyond big both bring but by call came can cause come could day days deal despite did do
    does down due during each early earlier east eastern either else end even ever every
    everyone far few first five for former four from full further get give given go good great
    had has have he heavy help her here hers high him his home hours how however hundreds i if
    in inside instead into is it its just keep last late later least less let like little live
    local long look made main make many may me meanwhile men might million minutes more most
    much must my near nearly need neither never new next night nine no none nor north northern
    northeast northwest northeastern northwestern not nothing now of off officials often old on
    once one only open or other others our out outside over own part past people per point post
    public put rather read reading recent right same saw say second see seven several shall she
    should since six small so some someone something soon south southern southeast southwest
    southeastern southwestern state still such take ten than that the their them then there
    these they third this those though thousands three through throughout thus time to today
    together tomorrow tonight too toward towards two under until up upon us use very via was way
    we week weeks well were west western what when where whether which while who whole whom
    whose why will with within without world would year years yes yesterday yet you young your
    central upper lower middle greater inner outer mid
    """.split()  # noqa: SIM905  (a paragraph reads better than a column of quotes)
)

CALENDAR_WORDS = frozenset(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat
    sun spring summer autumn fall winter ramadan easter christmas eid ashura nowruz
    """.split()  # noqa: SIM905
)

TITLES = frozenset(
    """
    mr mrs ms dr prof professor president minister premier chancellor king queen prince princess
    sheikh shaykh emir sultan pope general gen colonel col captain capt major maj lieutenant lt
    sergeant sgt admiral adm brigadier brig commander marshal senator sen congressman
    congresswoman rep representative governor gov mayor ambassador envoy secretary director
    chairman chairwoman spokesman spokeswoman spokesperson analyst judge justice sir lord lady
    lawyer activist coach officer detective chief deputy leader pastor rabbi imam ayatollah
    """.split()  # noqa: SIM905
)

FIRST_NAMES = frozenset(
    """
    aaron abbas abd abdallah abdel abdul abdullah abraham abu adam adel adnan ahmad ahmed aisha
    alan albert alex alexander alexei alexey ali alice amanda amir amy ana anatoly andrei andrew
    angela ann anna anne anthony antonio antony ariel arthur ashraf ayman aziz barack barbara
    bashar bassam ben benjamin bernard bernie betty bill bob boris brandon brian bruce burhan
    carl carlos carol caroline catherine charles charlotte chris christian christine christopher
    cindy claire colin craig cynthia dan daniel david dean deborah denis dennis derek diana dmitri
    dmitry don donald donna dorothy doug douglas ed eddie edward elena elizabeth emily emma
    emmanuel eric erik ethan eva evan faisal farouk fatima fawzi ferhat firas frances francis
    francois frank fred gary geoffrey george gerald ghassan gordon grace graham greg gregory
    hafez hakan hamad hamid hannah harold harry hasan hassan heather helen henry howard hugh
    hulusi hussain hussein ian ibrahim igor imad ismail ivan jack jacob jacques jake jamal james
    jan jane janet jason jean jeff jeffrey jennifer jeremy jessica jill jim jimmy joan joe joel
    johan john jon jonathan jose joseph josh joshua juan judith judy julia julian julie justin
    karen karim karl kate katherine kathleen keith kelly ken kenneth kevin khaled khalid khalil
    kim kurt larry laura lauren lee leo leon leonid linda lisa lloyd louis louise lucas lucy luis
    luke lynn mahmoud mahmud maher malik marc marcus margaret maria marie mario mark martha martin
    marwan mary matt matthew maya mazloum megan melissa mevlut michael michel michelle mike mikhail
    mohamed mohammad mohammed moshe muammar muhammad murat mustafa nabil nadia nancy nasser natalia
    natalie nathan neil nicholas nick nicolas nicole nikita nikolai noah nouri nuri oleg oliver
    olivia olga omar osama oscar pamela patricia patrick paul pavel peter phil philip pierre pyotr
    qasem qassem rachel rafael raja ralph rami rania raymond rebecca recep richard riad rob robert
    robin rodney roger ronald rosa rose ross roy russell ruth ryan sabri saddam said salah salim
    salman sam samantha samir samuel sandra sara sarah scott sean sergei sergey shadi sharon simon
    sophia sophie stan stanley stephanie stephen steve steven stuart sue suleiman susan tamara
    tariq taylor ted terry theresa thomas tim timothy tina todd tom tony tyler valery vanessa
    victor victoria vincent virginia vitaly vladimir volodymyr walid walter wanda wayne wendy
    william yasser yevgeny youssef yuri yury yusuf zachary zaher zeinab
    """.split()  # noqa: SIM905
)

ORGANISATION_NOUNS = frozenset(
    """
    academy agency airlines airways alliance army association authority bank battalion board
    brigade brigades broadcasting bureau center centre chamber club coalition college commission
    committee company congress corporation corps council court department division exchange
    federation force forces foundation front fund gazette group herald high holdings hospital
    inc industries initiative institute institution international journal league library
    magazine ministry mosque movement museum network news observatory office order organisation
    organization party patriots post press radio red review school senate society street
    studies symphony team television times tribune union united university watch
    """.split()  # noqa: SIM905
)

PLACE_NOUNS_BEFORE = frozenset(
    "city town village province governorate district region county port camp island mount lake "
    "neighbourhood neighborhood suburb state republic prefecture township municipality "
    "countryside".split()  # noqa: SIM905
)
"""Nouns that make a name behind them a place: "the town of Saraqib"."""

PLACE_NOUNS_AFTER = frozenset(
    "city town village province governorate district region county port camp island airport "
    "airbase countryside suburb suburbs neighbourhood neighborhood desert river valley mountains "
    "prefecture oblast state border crossing peninsula plain dam pocket".split()  # noqa: SIM905
)
"""Nouns that make a name before them a place: "Saraqib district"."""

DIVISION_NOUNS = frozenset(
    "province governorate region county district oblast prefecture state countryside "
    "provinces governorates regions counties districts".split()  # noqa: SIM905
)
"""Of those, the ones that mean a division rather than its chief town."""

LOCATIVE_WORDS = frozenset(
    "in at near outside around inside toward towards from to across into between of around "
    "throughout over leaving entering via northwest northeast southwest southeast north south "
    "east west northern southern eastern western central".split()  # noqa: SIM905
)

SPEECH_VERBS = frozenset(
    "said says told added warned argued noted wrote claimed insisted stressed replied vowed "
    "explained recalled tweeted".split()  # noqa: SIM905
)

NAME_PARTICLES = frozenset(
    "al el de la le les du des da do dos das del della di of the and on sur am an bei von van "
    "der den upon y e i w l d bin ibn abu".split()  # noqa: SIM905
)
"""Words within place names that stay in lower case."""

GENERIC_NOUNS = PLACE_NOUNS_AFTER | frozenset(
    "air base naval military international airfield harbour harbor zone enclave sea gulf strip "
    "heights bank facility terminal refinery station bridge highway gate point square field "
    "fields countryside prison hospital checkpoint junction roundabout".split()  # noqa: SIM905
)
"""Words at the end of a place's name that a text may write in lower case."""

ORDINARY_WORDS = frozenset(
    """
    accord act action advance affairs age agent air alarm alert alliance ally amber angel anger
    anniversary answer apple arch arena armed arms arrow art ash assembly asset atlas attack attorney
    august authority avenue award bachelor badge baker ball band bank banner bar barber baron base
    basin bass bath battle bay beach beacon bear beauty bell belt bench best bill birth bishop black
    blast blue board boat bond bonus book boom border born boss boston bow box branch brand bravo
    bread bridge bright broad brook brown buck budget buffalo building bull burden bureau burn bush
    business butler button cabinet camp campaign canal cap capital captain car card care carol carter
    case cash castle catalyst cause cave cedar cell center central century chain chair challenge
    chance chancellor change channel chapel chapter charge charity charm charter chase chief child
    choice church circle citizen city civil claim clan clark class clay clean clear clinic clinton
    cloud club coach coal coalition coast code cold college colony column come comet command comment
    commerce commission committee common community company complex concord conference congress
    constant constitution contact content control cook cool copper core corn corner cost council
    counsel country county courage court cove cover cow craft crane credit creek crescent crew crime
    crisis cross crown cruise crystal culture cup current custom dale data dawn dean death debate
    decade deep deer defence defense delta democracy department desert design desire diamond diet
    direct district divide division doctor dollar double dove dragon dream drive drum duke dust duty
    eagle earl earth ease economy edge edition editor education effect effort eight election element
    elite elm embassy emergency empire energy enterprise envoy equity era estate evening event
    exchange exercise exit express eye face factor fair faith fall falls family fan farm farmer
    fashion father favor fear feast federal federation field fight file final fire first fish fisher
    flag flat fleet flint flood floor florence flower focus folk food foot force ford foreign forest
    forge fort fortune forum foundation fox free freedom fresh friend front fruit fuel full fund
    future gallery game garden gas gate gem general gift glass globe gloria glory go goal god gold
    golden good governor grace grain grand grange grant grass grave gray great green grove guard
    guardian guide gulf gun hall hand harbor harbour harmony hart harvest hawk head health heart
    heat heaven height heights herald heritage hero hill history hobby hold hollow holy home honor
    hood hook hope horn horse hospital host hot house human hunt hunter ice idea ideal image
    imperial independence index industry initiative inn institute interest interior iris iron
    island issue ivory jet jewel job joint jordan journal joy judge junction justice kent key kick
    king kingdom knight knot lab labor labour lady lake lamb land lane last laurel law lawn lead
    leader league leaf left legend level liberty library life light lily lima limit lincoln line link
    lion list little lodge log logan lord love luck lunch magazine magic mail main major male mall
    manager manor map marble march marine mark market marriage marsh marshal mask mass master match
    media medical medina memory mercy metal mill mind mine miner mineral minister ministry mission
    mobile model modern moment money monitor monument moon moral morning mosque moss mother motor
    mount mountain mouth movement museum music mystic name nation national native nature navy
    network new news nice night noble normal north note nurse oak oasis oath object ocean office
    oil olive opal open opera orange orchard order organ origin outlook owen oxford pace page palace
    palm panel paper paradise park parker parliament party pass passage past path patriot peace pearl
    pepper perfect phoenix piano pilot pine pioneer place plain plains plan planet plant plata
    platform play plaza pleasant point poland pole police policy polo pool pope port post potter
    power prairie premium present president press price pride prince princess print prior prize
    progress project promise prospect protest protocol providence province public purple quarter
    queen quest quick quiet race radio rain ranch range ranger rank ray reach reading ready real
    reason record red reform regent region relief republic rescue reserve resolution resort rest
    review rice rich rider ridge right rights ring rise river road robin rock roman room root rose
    round row royal rule rural sable safe sage saint sale salt san sand santa savage scale school
    science sea seal season seat second secretary security see senate senior service session set
    settlement seven seymour shadow shell shelter shepherd ship shore show side sierra sign signal
    silver simple sky slate smith snow social society soldier solo song soul sound source south
    spa space spark speaker spirit sport sports spring spruce square stable staff stage stand
    standard star start state station steel stem step stone storm story strand stream street strike
    strong student success sugar summit sun superior supply support surprise swan sweet system table
    target task tax taylor team temple tent term terminal theater theatre time times title today
    tower town trade trail train transit treasury treaty tree tribune trinity troop troy true trust
    truth tunnel turner twin union unit united unity universal university upper valley value van
    vanguard venture vera verona veteran victor victory view villa village violet virtue vision voice
    volunteer vote wall walker war ward warren water wave way welcome well west wheel white wild
    will wing winter wish wolf woman wood word work world wright yard york young zone
    """.split()  # noqa: SIM905
) - {"boston", "buffalo", "clinton", "florence", "jordan", "kent", "lima", "lincoln", "medina",
     "oxford", "phoenix", "plata", "poland", "providence", "van", "verona", "york", "concord",
     "august", "logan", "warren", "troy", "taylor", "turner", "owen", "parker", "potter", "carter",
     "clark", "butler", "seymour", "smith", "walker", "wright", "carol", "gloria", "vera"}  # fmt: skip
"""Plain words that are villages somewhere; a place only where the words around say so."""
