"""What a sentence counts: every number of people harmed, with the words that give it.

The sentence is read once, from left to right. Noun phrases (:mod:`geo.events.groups`)
become the subject of the clause, or stand aside in a prepositional phrase; words of harm
(:mod:`geo.events.harm`) then take the people from where their frame has them:

- passive: "*six people* were killed", "*two* were taken hostage"
- active: "killed *a woman and two children*", "wounding *30*", "shot dead *two men*"
- bare participle: "*36* killed in a strike", "and *seven* wounded"
- without an object: "*nine patients* died", "*a shepherd* lost his life"
- state: "left *12 villagers* dead", "*thirty people* are still missing"
- deed: "the deaths of *four aid workers*", "claimed the lives of *nine*"
- noun: "*three deaths*", "*no casualties*", "recovered *13 bodies*"
- toll: "the death toll rose to *41*", "put the number of wounded at *60*"
- more of the same: "four died at the scene and *two more* in hospital"
- part: "including *five children*", "*two of them* critically"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.events import quantity
from geo.events.claims import attribute
from geo.events.clause import Clause
from geo.events.enumerations import ADDING, SHARES, past_addition, past_age, shares
from geo.events.frames import read_harm
from geo.events.function_words import (
    ADVERBS,
    BE,
    CHAINED,
    DETERMINERS,
    DO,
    HAVE,
    INDEFINITE,
    JOINS,
    MODALS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    VERBS,
)
from geo.events.groups import Group, begins, parse
from geo.events.harm import (
    FORCED,
    FREED,
    HARM,
    INJURED,
    KILLED,
    ONE_PERSON,
    SURVIVORS,
)
from geo.events.names import NO_PEOPLE, PEOPLE, plain
from geo.events.nouns import COSTS, PUTS, read_cost, read_noun, speak_of_toll, toll_number
from geo.events.tokens import tokens

if TYPE_CHECKING:
    from geo.model import Toll

_HINTS = (
    "kill", "died", "dies", " die ", " die,", "dead", "death", "wound", "injur", "hurt",
    "casualt", "lives", "missing", "arrest", "detain", "captur", "abduct", "kidnap", "hostage",
    "fled", "flee", "displac", "murder", "execute", "executin", "executio", "behead", "assassinat",
    "massacr", "slain", "perish", "lynch", "drown", "homes", "homeless", "fatal", "toll",
    "slaughter", "gunned", "alive", "entomb", "down with the",
    "trapped", "unaccounted", "succumb", "maim", "seiz", "prisoner", "captive", "custody",
    "uproot", "to hospital", "in hospital", "hospitali", "hospital care", "l treatment",
    "critical condition", "martyr", "burns", "corpse", "decapitated",
    "apprehended", "losses", "remains of", "rounded", "lost", "cost", " hanged", "strangled",
    "electrocuted", "serious condition", "lifeless", " body ", "met the", "met h", "t surviv",
    "riddled", "neutralis", "neutraliz", "eliminat", "liquidat", "buried", "swallowed",
    "loss of", " harm", "shrapnel", "by flying", "slay", "slew", "suffocat",
    "no victims", "cadaver", "breathed", "mow", "cut down",
    "inhalation", "for shock", "throats", "expired", "hit by", "supreme sac", "stitches",
    "medical att", "s fell", "fell in ", "fell to ", "fell def", "treated for",
    "bodies", "body of",
)  # fmt: skip
"""Without one of these stems a sentence counts nobody."""
_BREAKS = frozenset({";", ":", "“", "”", "(", ")", "—", "–", '"'})
_UNREAL = frozenset({"if", "whether", "unless"})
_BEFORE_THAT = frozenset({"of", "on", "in", "at", "before", "after", "since", "by", "from"})
"""Behind them "that" points: "the evening of that day"."""
_ENDS = frozenset({"", ".", ";", "!"})
_INCLUDING = frozenset({"including", "include", "included"})
_AMONG = frozenset({"among", "amongst"})
_THEM = frozenset({"them", "those", "these"})
_WITH = frozenset({"with", "alongside"})
_SHAPING = frozenset(
    {
        *(",", "but", "aged"),
        *(_BREAKS | JOINS | SUBORDINATORS | RELATIVES | _INCLUDING | _AMONG | _WITH),
        *(ADDING | SHARES | MODALS | BE | HAVE | DO | VERBS | CHAINED | PREPOSITIONS),
        *(*COSTS, *PUTS),
    }
)
"""No other word shapes a clause."""


def tolls(sentence: str) -> list[Toll]:
    """Find every count of people harmed in a sentence, in order.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    list of Toll
        Offsets are the sentence's. Each holds the number and the victims, and the words
        of harm where they are next to them. "Killed or wounded" and "casualties" do not
        say how many of each: they give one toll of each kind, from none to all. Families
        that were displaced are counted as families, with no upper bound.

    Examples
    --------
    >>> [toll.text for toll in tolls("It killed a nun and two boys, and wounded six.")]
    ['killed a nun', 'two boys', 'wounded six']
    """
    low = sentence.lower()
    for hint in _HINTS:  # quicker than any()
        if hint in low:
            break
    else:
        return []
    clause = Clause(sentence, plain(sentence, tokens(sentence)))
    _read(clause)
    return attribute(sentence, clause.tolls())


def _read(clause: Clause) -> None:
    """Read the whole sentence."""
    while clause.at < len(clause.words):
        before = clause.at
        if not read_harm(clause) and not _word(clause):
            group = parse(clause.words, clause.at) if begins(clause.words, clause.at) else None
            if group is not None and group.end > clause.at:
                _place(clause, group)
            else:
                _other(clause)
        clause.at = max(clause.at, before + 1)
    clause.close_aside()
    clause.flush(clause.kind)


def _word(clause: Clause) -> bool:
    """Take a word that shapes the clause; False where a group may begin."""
    low = clause.words[clause.at].low
    if low not in _SHAPING:
        return False
    return _joint(clause, low) or _part(clause, low) or _verbal(clause, low)


def _joint(clause: Clause, low: str) -> bool:
    """Take what joins or parts: a comma, "and", "as well as", "but", "who"."""
    if low == ",":
        _comma(clause)
    elif low in _BREAKS:
        clause.break_off()
    elif low in JOINS:
        clause.joined, clause.oblique = "and", False
    elif past_addition(clause):
        clause.joined, clause.oblique = "with", False
    elif low == "but" or (low in SUBORDINATORS and low != "whose"):
        clause.break_off()
        clause.unreal = low in _UNREAL
        clause.oblique = low == "than"
    elif low == "whose" and clause.nearest is not None:
        if clause.in_parts:
            clause.flush(clause.kind)
        clause.interrupted, clause.subject = clause.subject, []
    elif low in RELATIVES and not _is_that(clause):
        _relative(clause, low)
    else:
        return False
    return True


def _part(clause: Clause, low: str) -> bool:
    """Take what tells of a part: "including", "among them", "most of them"."""
    if low in _INCLUDING:
        clause.in_parts = True
    elif low in _AMONG and clause.low(clause.at + 1) in _THEM:
        clause.in_parts, clause.at = True, clause.at + 2
    elif shares(clause, clause.at):
        clause.close_aside()
        clause.aside = (clause.subject, clause.recent, Group(0, 0))
        clause.at += 3
    else:
        return low in _AMONG and _among_harmed(clause)
    return True


def _verbal(clause: Clause, low: str) -> bool:
    """Take verbs and prepositions."""
    if low == "aged":
        _aged(clause)
    elif low in MODALS:
        clause.finite()
        clause.unreal = True
    elif low in BE or low in HAVE or low in DO:
        clause.finite()
    elif low in VERBS or low in COSTS or low in PUTS or (low in CHAINED and low != "held"):
        _verb(clause, low)
    elif low in _WITH and _adds_others(clause):
        clause.joined = "and"  # "was killed with three others"
    elif low in PREPOSITIONS and not _number_here(clause):
        clause.oblique, clause.joined = True, ""
    else:
        return False
    return True


def _adds_others(clause: Clause) -> bool:
    """Tell whether a number of people follows a word of harm by "with"."""
    follow = clause.at + 1
    return bool(
        clause.last
        and clause.harm_end == clause.at
        and follow < len(clause.words)
        and quantity.begins(clause.words[follow])
        and quantity.read(clause.words, follow)
    )


def _aged(clause: Clause) -> None:
    """Step over "aged seven and nine"."""
    while clause.at + 1 < len(clause.words) and (
        clause.low(clause.at + 1) in {"between", "and", "to", "from", "under", "just"}
        or quantity.begins(clause.words[clause.at + 1])
    ):
        clause.at += 1
    if clause.low(clause.at) != "and":
        clause.at += 1


def _number_here(clause: Clause) -> bool:
    """Tell whether "over 200" or "at least" begins here, not "over the bridge"."""
    return quantity.begins(clause.words[clause.at]) and (
        quantity.read(clause.words, clause.at) is not None
    )


def _is_that(clause: Clause) -> bool:
    """Tell whether "that" points: "that soldier"."""
    if clause.low(clause.at) != "that":
        return False
    return clause.low(clause.at + 1) in ONE_PERSON or clause.low(clause.at - 1) in _BEFORE_THAT


def _among_harmed(clause: Clause) -> bool:
    """Read "Among the 15 dead were four children": a number, and a part of it."""
    at = clause.at + 1 + (clause.low(clause.at + 1) in DETERMINERS)
    group = parse(clause.words, at) if at < len(clause.words) and begins(clause.words, at) else None
    end = group.end if group is not None and group.quantified else at
    harm = HARM.get(clause.low(end))
    if harm is None and clause.low(end) not in {"victims", "casualties"}:
        return False
    kind = harm.kind if harm else KILLED
    if group is not None and group.quantified:
        clause.note(kind, group, end + 1)
    clause.kind, clause.at, clause.in_parts = kind, end + 1, True
    if clause.low(clause.at) in BE:
        clause.at += 1
    return True


def _comma(clause: Clause) -> None:
    clause.joined, clause.oblique = ",", clause.oblique and _name_follows(clause)
    clause.close_aside()
    clause.resume()
    if (past := past_age(clause, clause.at)) > clause.at:
        clause.at = past
        return
    ahead = clause.at + 1 < len(clause.words) and begins(clause.words, clause.at + 1)
    if not ahead and clause.low(clause.at + 1) not in JOINS:
        clause.in_parts = False


def _name_follows(clause: Clause) -> bool:
    """Tell whether a list of places may go on: "in Homs, Hama and Idlib"."""
    follow = clause.at + 1
    return (
        follow < len(clause.words)
        and clause.words[follow].text[0].isupper()
        and clause.low(follow) not in ONE_PERSON
        and clause.low(follow) not in DETERMINERS
    )


def _relative(clause: Clause, low: str) -> None:
    """Begin "who …": its subject is the group before."""
    told = clause.nearest is None or clause.nearest.people != PEOPLE
    if low == "that" and clause.verb and (told or not clause.touches(clause.nearest)):
        clause.break_off()  # "said that"
    elif low in {"who", "that", "which"} and clause.nearest is not None:
        its_own = any(group is clause.nearest for group, _ in clause.subject)
        if its_own or clause.low(clause.at - 1) == ",":
            clause.interrupted = clause.subject or [(clause.nearest, "")]
        if not its_own:
            clause.subject, clause.recent = [(clause.nearest, "")], []
        clause.oblique = clause.unreal = False
    clause.joined = ""


def _verb(clause: Clause, low: str) -> None:
    if clause.low(clause.at - 1) not in BE and low not in CHAINED:
        clause.finite()
    elif (
        clause.recent
        and clause.low(clause.at - 1) not in JOINS
        and not clause.governed(clause.at, strict=True)
    ):
        clause.subject, clause.recent = clause.recent, []
    clause.verb, clause.joined, clause.oblique, clause.in_parts = True, "", False, False
    clause.forced = clause.forced or low in FORCED
    if low in COSTS or low in PUTS:
        read_cost(clause)
    clause.last = ""


def _other(clause: Clause) -> None:
    """Take a word that nothing else took: a verb, a participle, an adverb."""
    low = clause.words[clause.at].low
    if low in FORCED:
        clause.forced = True
    if low.endswith("ed") and low not in ADVERBS:
        if not clause.governed(clause.at, strict=False):
            _verb(clause, low)
    elif low.endswith("ing"):
        clause.oblique, clause.joined = low not in FORCED, ""
        clause.last = ""
    elif low in ADVERBS:
        clause.oblique = False  # "on Thursday | 15 civilians were killed"
    elif low[0].isalpha() and not low.endswith("ly"):
        clause.joined = ""


def _place(clause: Clause, group: Group) -> None:
    """Give a group its part in the clause."""
    at, clause.at = clause.at, group.end
    joined, clause.joined = clause.joined, ""
    if group.quantified and group.count is not None and group.count.high == 0:
        clause.zero = group.end
    if toll_number(clause, group, at) or read_noun(clause, group, at, joined):
        clause.oblique = False
        clause.nearest = group
        return
    indefinite = group.quantified or group.determiner in INDEFINITE
    if group.kind and group.count and indefinite and clause.low(at - 1) not in FREED:
        clause.note(group.kind, group, group.end)  # "12 wounded soldiers"
    if clause.in_parts:
        clause.parts.append(group)
        clause.nearest = group
        return
    speak_of_toll(clause, group)
    if group.partitive and (joined == "," or clause.low(at - 1) == "of") and clause.has_whole:
        clause.close_aside()
        clause.aside = (clause.subject, clause.recent, group)
        clause.subject, clause.recent, clause.verb = [(group, "")], [], False
    elif clause.oblique:
        clause.oblique = False
        clause.beside = [(group, "")]
    elif not (_more_of_the_same(clause, group, joined) or _breaks_down(clause, group, joined, at)):
        clause.extend(group, joined)
        clause.stand_beside(group, joined)
    clause.nearest = group


def _more_of_the_same(clause: Clause, group: Group, joined: str) -> bool:
    """Read "and two more in hospital" behind "four died at the scene"."""
    if (
        joined not in {"and", "with"}
        or not clause.last
        or group.count is None
        or group.people == NO_PEOPLE
        or (clause.last == KILLED and (group.head in SURVIVORS or _hurt(clause, group)))
    ):
        return False
    if not (group.quantified or (group.determiner in INDEFINITE and group.people == PEOPLE)):
        return False
    follow = clause.low(group.end)
    ends = follow in _ENDS or (follow == "," and (group.head == "others" or joined == "with"))
    if not ends and (follow not in PREPOSITIONS or follow == "of"):
        return False
    if clause.breakdown:
        clause.parts.append(group)
        return True
    clause.harmed(clause.last, [(group, "")], -1)
    clause.elliptic = group
    return True


def _hurt(clause: Clause, group: Group) -> bool:
    """Tell whether "with burns" follows."""
    clause.nearest = group
    matched = clause.harm_at(group.end) if clause.low(group.end) == "with" else None
    return matched is not None and matched[0].kind == INJURED


def _breaks_down(clause: Clause, group: Group, joined: str, at: int) -> bool:
    """Notice "nine people were killed, six in Kabul and three in Herat"."""
    clause.breakdown = (
        joined == ","
        and bool(clause.last)
        and clause.harm_end == at - 1
        and group.bare
        and clause.low(group.end) in PREPOSITIONS
    )
    if clause.breakdown:
        clause.parts.append(group)
    return clause.breakdown
