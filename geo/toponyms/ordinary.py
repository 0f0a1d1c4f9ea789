"""Plain words that are villages somewhere; places only where the words around say so."""

from __future__ import annotations

from geo.toponyms.lists import listed

ORDINARY_WORDS = listed(
    """
    accord act action advance affairs age agent air alarm alert alliance ally amber angel
    anger anniversary answer apple arch arena armed arms arrow art ash assembly asset atlas
    attack attorney authority avenue award bachelor badge baker ball band bank banner bar
    barber baron base basin bass bath battle bay beach beacon bear beauty bell belt bench
    best bill birth bishop black blast blue board boat bond bonus book boom border born boss
    bow box branch brand bravo bread bridge bright broad brook brown buck budget building
    bull burden bureau burn bush business button cabinet camp campaign canal cap capital
    captain car card care case cash castle catalyst cause cave cedar cell center central
    century chain chair challenge chance chancellor change channel chapel chapter charge
    charity charm charter chase chief child choice church circle citizen city civil claim
    clan class clay clean clear clinic cloud club coach coal coalition coast code cold
    college colony column come comet command comment commerce commission committee common
    community company complex conference congress constant constitution contact content
    control cook cool copper core corn corner cost council counsel country county courage
    court cove cover cow craft crane credit creek crescent crew crime crisis cross crown
    cruise crystal culture cup current custom dale data dawn dean death debate decade deep
    deer defence defense delta democracy department desert design desire diamond diet direct
    district divide division doctor dollar double dove dragon dream drive drum duke dust
    duty eagle earl earth ease economy edge edition editor education effect effort eight
    election element elite elm embassy emergency empire energy enterprise envoy equity era
    estate evening event exchange exercise exit express eye face factor fair faith fall
    falls family fan farm farmer fashion father favor fear feast federal federation field
    fight file final fire first fish fisher flag flat fleet flint flood floor flower focus
    folk food foot force ford foreign forest forge fort fortune forum foundation fox free
    freedom fresh friend front fruit fuel full fund future gallery game garden gas gate gem
    general gift glass globe glory go goal god gold golden good governor grace grain grand
    grange grant grass grave gray great green grove guard guardian guide gulf gun hall hand
    harbor harbour harmony hart harvest hawk head health heart heat heaven height heights
    herald heritage hero hill history hobby hold hollow holy home honor hood hook hope horn
    horse hospital host hot house human hunt hunter ice idea ideal image imperial
    independence index industry initiative inn institute interest interior iris iron island
    issue ivory jet jewel job joint journal joy judge junction justice key kick king kingdom
    knight knot lab labor labour lady lake lamb land lane last laurel law lawn lead leader
    leaf league left legend level liberty library life light lily limit line link lion list
    little lodge log lord love luck lunch magazine magic mail main major male mall manager
    manor map marble march marine mark market marriage marsh marshal mask mass master match
    media medical memory mercy metal mill mind mine miner mineral minister ministry mission
    mobile model modern moment money monitor monument moon moral morning mosque moss mother
    motor mount mountain mouth movement museum music mystic name nation national native
    nature navy network new news nice night noble normal north note nurse oak oasis oath
    object ocean office oil olive opal open opera orange orchard order organ origin outlook
    pace page palace palm panel paper paradise park parliament party pass passage past path
    patriot peace pearl pepper perfect piano pilot pine pioneer place plain plains plan
    planet plant platform play plaza pleasant point pole police policy polo pool pope port
    post power prairie premium present president press price pride prince princess print
    prior prize progress project promise prospect protest protocol province public purple
    quarter queen quest quick quiet race radio rain ranch range ranger rank ray reach
    reading ready real reason record red reform regent region relief republic rescue reserve
    resolution resort rest review rice rich rider ridge right rights ring rise river road
    robin rock roman room root rose round row royal rule rural sable safe sage saint sale
    salt san sand santa savage scale school science sea seal season seat second secretary
    security see senate senior service session set settlement seven shadow shell shelter
    shepherd ship shore show side sierra sign signal silver simple sky slate snow social
    society soldier solo song soul sound source south spa space spark speaker spirit sport
    sports spring spruce square stable staff stage stand standard star start state station
    steel stem step stone storm story strand stream street strike strong student success
    sugar summit sun superior supply support surprise swan sweet system table target task
    tax team temple tent term terminal theater theatre time times title today tower town
    trade trail train transit treasury treaty tree tribune trinity troop true trust truth
    tunnel twin union unit united unity universal university upper valley value vanguard
    venture veteran victor victory view villa village violet virtue vision voice volunteer
    vote wall war ward water wave way welcome well west wheel white wild will wing winter
    wish wolf woman wood word work world yard young zone
    """
)
"""In folded form; words that are better known as places or surnames are not among them."""
