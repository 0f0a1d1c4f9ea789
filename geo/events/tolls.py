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

from dataclasses import dataclass, field

from geo.events import quantity
from geo.events.claims import attribute
from geo.events.groups import (
    ADVERBS,
    BE,
    CHAINED,
    DETERMINERS,
    DO,
    HAVE,
    INDEFINITE,
    MAYBE,
    MODALS,
    NO_PEOPLE,
    PEOPLE,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    THOSE,
    VERBS,
    Group,
    begins,
    parse,
)
from geo.events.harm import (
    AGENTS,
    BASE,
    BEFELL,
    CAPTURED,
    CASUALTY,
    DEEDS,
    DISPLACED,
    DOING,
    DONE,
    FORCED,
    FORCES,
    GENERIC,
    HARM,
    INJURED,
    KILLED,
    LIFE,
    LIFE_TAKERS,
    ONE_PERSON,
    PHRASES,
    INJURY,
    RECALLED,
    STATE,
    SUFFER,
    TRIED,
    TOLL_JOINTS,
    TOLL_NOUNS,
    Harm,
)
from geo.events.quantity import Count, Token, tokens
from geo.model import Toll

_HINTS = ("kill", "die", "dead", "death", "wound", "injur", "hurt", "casualt", "lives", "missing",
          "arrest", "detain", "captur", "abduct", "kidnap", "hostage", "fled", "flee", "displac",
          "bodies", "murder", "execut", "behead", "assassinat", "massacr", "slain", "perish",
          "lynch", "drown", "homes", "homeless", "fatalit", "toll", "slaughter", "gunned",
          "alive", "trapped", "unaccounted", "succumb", "maim", "seiz", "prisoner", "captive",
          "custody", "uproot", "hospital", "critical", "martyred", "burns", "corpses",
          "decapitated", "apprehended", "losses", "remains of", "rounded",
          "lost", "cost", "fatally", "hanged", "strangled", "electrocuted", "condition", "lifeless",
          "body of")  # fmt: skip
"""Without one of these stems a sentence counts nobody."""
_PHRASES_BY: dict[str, list[tuple[str, ...]]] = {}
for _words in sorted(PHRASES, key=len, reverse=True):
    _PHRASES_BY.setdefault(_words[0], []).append(_words)
_BREAKS = frozenset({";", ":", "“", "”", "(", ")", "—", "–", '"'})
_JOINS = frozenset({"and", "or", "plus", "&"})
_UNREAL = frozenset({"if", "whether", "unless"})
_UNDONE = frozenset({"not", "never", "nearly", "almost", "narrowly", "didn’t", "didn't", "wasn't",
                     "wasn’t", "weren't", "weren’t", "barely"})  # fmt: skip
_NEVER_AN_OBJECT = frozenset({"last", "next", "late", "early", "this", "that", "jan", "feb",
                              "march", "may", "today", "half"})  # fmt: skip
_SENTENCED = frozenset({"sentenced", "condemned", "scared", "frightened", "bored"})
_STATE_VERBS = frozenset({"shot", "shooting", "stabbed", "beaten", "found", "stabbing", "beating",
                          "hacked", "burned", "burnt", "trampled", "crushed", "stoned", "beat",
                          "took", "stoning", "clubbed", "starved", "bled", "froze"})  # fmt: skip
_NUMBER_OF = frozenset({"number", "toll", "figure", "tally", "losses", "count", "numbers"})
_SHARES = frozenset({"most", "many", "some", "all", "half", "several", "both", "none", "two-thirds"})
"""With "of them" they tell of a part without a number."""
_BEFORE_THAT = frozenset({"of", "on", "in", "at", "before", "after", "since", "by", "from"})
"""Behind them "that" points: "the evening of that day"."""
_AFTER_AGE = frozenset({",", "and", ".", ""})
_COSTS = frozenset({"lost", "cost", "costing", "losing"})
_BRACKETED = 8
"""So many words at most stand in a bracket that is passed over."""
_MOST_LISTED = 12
"""No enumeration has more groups."""
_REACH = 16
"""How many words may stand between "the death toll" and its number."""
_BACK = 8
"""How many words before a word of harm its verbs may stand."""
_FEW = 20
"""Fewer who flee without being called residents or the like are fugitives."""


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
    if not any(hint in low for hint in _HINTS):
        return []
    reader = _Reader(sentence, _without_asides(tokens(sentence)))
    reader.read()
    return attribute(sentence, reader.tolls())


def _without_asides(words: list[Token]) -> list[Token]:
    """Leave out brackets that count nothing: "personnel of the Guards (FPS) were killed"."""
    if not any(word.text == "(" for word in words):
        return words
    kept: list[Token] = []
    at = 0
    while at < len(words):
        if words[at].text == "(":
            inner = range(at + 1, min(at + _BRACKETED, len(words)))
            close = next((n for n in inner if words[n].text == ")"), None)
            if close is not None and not any(
                quantity.begins(word) or word.low in HARM for word in words[at:close]
            ):
                at = close + 1
                continue
        kept.append(words[at])
        at += 1
    return kept


@dataclass(slots=True)
class _Found:
    """A group and what befell it."""

    kind: str
    group: Group
    first: int
    end: int
    part: bool = False
    count: Count | None = None
    """Where it is not the group's own."""
    claimant: str | None = None
    """Who owns the number: "the monitor’s own figure"."""


_Listed = list[tuple[Group, str]]
"""Groups of one enumeration, each with what joins it to the one before."""


@dataclass(slots=True)
class _Reader:  # noqa: PLR0902  (the state of the clause)
    sentence: str
    words: list[Token]
    at: int = 0
    found: list[_Found] = field(default_factory=list)
    subject: _Listed = field(default_factory=list)
    recent: _Listed = field(default_factory=list)
    """Groups since the verb: objects, or the subject of what follows."""
    nearest: Group | None = None
    """The last group, whatever its part in the clause."""
    joined: str = ""
    verb: bool = False
    """Whether the clause has had a verb."""
    oblique: bool = False
    """Whether a preposition stands before the next group."""
    unreal: bool = False
    """Whether the clause only may be so."""
    forced: bool = False
    parts: list[Group] = field(default_factory=list)
    in_parts: bool = False
    aside: tuple[_Listed, _Listed, Group] | None = None
    """What to return to behind ", two of them …,"."""
    last: str = ""
    """The kind of the last harm, while more of the same may follow."""
    kind: str = ""
    """The kind of the last harm of the sentence."""
    seen: dict[str, int] = field(default_factory=dict)
    """Where each kind was counted first."""
    toll: tuple[str, int, str | None] | None = None
    """The kind of a toll whose number is still to come, where it was spoken of, whose it is."""
    harm_end: int = 0
    """Where the last word of harm ended."""
    zero: int = -1
    """Where the last "no …" ended."""

    # -- the walk ---------------------------------------------------------------------

    def read(self) -> None:
        """Read the whole sentence."""
        while self.at < len(self.words):
            before = self.at
            if not self._harm() and not self._word():
                group = parse(self.words, self.at) if begins(self.words, self.at) else None
                if group is not None and group.end > self.at:
                    self._place(group)
                else:
                    self._other()
            self.at = max(self.at, before + 1)
        self._close_aside()
        self._flush(self.kind)

    def tolls(self) -> list[Toll]:
        """Give what was found as tolls, in the order of the text."""
        self.found.sort(key=lambda each: (each.first, each.kind))
        made = []
        for each in self.found:
            count = each.count or each.group.count
            if count is None:
                continue
            start, end = self.words[each.first].start, self.words[each.end - 1].end
            made.append(
                Toll(
                    each.kind, count.best, count.low, count.high, start, end,
                    self.sentence[start:end], self._victims(each.group), each.part,
                    claimant=each.claimant,
                )
            )  # fmt: skip
        return made

    def _victims(self, group: Group) -> str | None:
        first = max(group.nouns_from, group.first)
        if first < group.end and self.words[first].low == "of":
            first += 1
        if first >= group.end or (group.quantified and not group.head) or group.partitive:
            return None
        return self.sentence[self.words[first].start : self.words[group.end - 1].end]

    def _low(self, at: int) -> str:
        return self.words[at].low if 0 <= at < len(self.words) else ""

    # -- words that are neither people nor harm ---------------------------------------

    def _word(self) -> bool:
        """Take a word that shapes the clause; False where a group may begin."""
        low = self.words[self.at].low
        if low == ",":
            self._comma()
        elif low in _BREAKS:
            self._break()
        elif low in _JOINS:
            self.joined, self.oblique = "and", False
        elif self._adds():
            self.joined, self.oblique = "and", False
        elif low == "but" or low in SUBORDINATORS:
            self._break()
            self.unreal = low in _UNREAL
            self.oblique = low == "than"
        elif low in RELATIVES and not self._is_that():
            self._relative(low)
        elif low in {"including", "include", "included"}:
            self.in_parts = True
        elif low in {"among", "amongst"} and self._low(self.at + 1) in {"them", "those", "these"}:
            self.in_parts, self.at = True, self.at + 2
        elif low in {"among", "amongst"} and self._among_harmed():
            pass
        elif low == "aged":
            self._aged()
        elif low in MODALS:
            self._finite()
            self.unreal = True
        elif low in BE or low in HAVE or low in DO:
            self._finite()
        elif self._shares(self.at):
            self._close_aside()
            self.aside = (self.subject, self.recent, Group(0, 0))
            self.at += 3
        elif low in VERBS or low in _COSTS or (low in CHAINED and low != "held"):
            self._verb(low)
        elif low in {"with", "alongside"} and self._adds_others():
            self.joined = "and"  # "was killed with three others"
        elif low in PREPOSITIONS and not self._number_here():
            self.oblique, self.joined = True, ""
        else:
            return False
        return True

    def _adds_others(self) -> bool:
        """Tell whether a number of people follows a word of harm by "with"."""
        follow = self.at + 1
        return bool(
            self.last
            and self.harm_end == self.at
            and follow < len(self.words)
            and quantity.begins(self.words[follow])
            and quantity.read(self.words, follow)
        )

    def _shares(self, at: int) -> bool:
        """Tell whether "most of them" stands here."""
        return (
            self._low(at) in _SHARES
            and self._low(at + 1) == "of"
            and self._low(at + 2) in THOSE
        )

    def _aged(self) -> None:
        """Step over "aged seven and nine"."""
        while self.at + 1 < len(self.words) and (
            self._low(self.at + 1) in {"between", "and", "to", "from", "under", "just"}
            or quantity.begins(self.words[self.at + 1])
        ):
            self.at += 1
        if self._low(self.at) != "and":
            self.at += 1

    def _number_here(self) -> bool:
        """Tell whether "over 200" or "at least" begins here, not "over the bridge"."""
        return quantity.begins(self.words[self.at]) and (
            quantity.read(self.words, self.at) is not None
        )

    def _is_that(self) -> bool:
        """Tell whether "that" points: "that soldier"."""
        if self._low(self.at) != "that":
            return False
        return self._low(self.at + 1) in ONE_PERSON or self._low(self.at - 1) in _BEFORE_THAT

    def _adds(self) -> bool:
        """Step over "as well as" and "along with"."""
        three = (self._low(self.at), self._low(self.at + 1), self._low(self.at + 2))
        if three == ("as", "well", "as"):
            self.at += 3
            return True
        if three[:2] in {("along", "with"), ("together", "with"), ("in", "addition")}:
            self.at += 3 if three[2] == "to" else 2
            return True
        return False

    def _among_harmed(self) -> bool:
        """Read "Among the 15 dead were four children": a number, and a part of it."""
        at = self.at + 1 + (self._low(self.at + 1) in DETERMINERS)
        group = parse(self.words, at) if at < len(self.words) and begins(self.words, at) else None
        end = group.end if group is not None and group.quantified else at
        harm = HARM.get(self._low(end))
        if harm is None and self._low(end) not in {"victims", "casualties"}:
            return False
        kind = harm.kind if harm else KILLED
        if group is not None and group.quantified:
            self._note(kind, group, end + 1)
        self.kind, self.at, self.in_parts = kind, end + 1, True
        if self._low(self.at) in BE:
            self.at += 1
        return True

    def _comma(self) -> None:
        self.joined, self.oblique = ",", self.oblique and self._name_follows()
        self._close_aside()
        if (past := self._past_age(self.at)) > self.at:
            self.at = past
            return
        ahead = self.at + 1 < len(self.words) and begins(self.words, self.at + 1)
        if not ahead and self._low(self.at + 1) not in _JOINS:
            self.in_parts = False

    def _name_follows(self) -> bool:
        """Tell whether a list of places may go on: "in Homs, Hama and Idlib"."""
        follow = self.at + 1
        return (
            follow < len(self.words)
            and self.words[follow].text[0].isupper()
            and self._low(follow) not in ONE_PERSON
            and self._low(follow) not in DETERMINERS
        )

    def _break(self) -> None:
        """End the clause; its subject stays until another comes."""
        self._close_aside()
        self._flush(self.kind)
        self.verb = self.oblique = self.unreal = self.forced = self.in_parts = False
        self.recent, self.joined, self.last = [], "", ""
        if self.words[self.at].low == ";":
            self.toll = None

    def _relative(self, low: str) -> None:
        """Begin "who …": its subject is the group before."""
        told = self.nearest is None or self.nearest.people != PEOPLE
        if low == "that" and self.verb and (told or not self._touches(self.nearest)):
            self._break()  # "said that"
        elif low in {"who", "that", "which"} and self.nearest is not None:
            if all(group is not self.nearest for group, _ in self.subject):
                self.subject, self.recent = [(self.nearest, "")], []
            self.oblique = self.unreal = False
        self.joined = ""

    def _touches(self, group: Group | None) -> bool:
        return group is not None and group.end == self.at

    def _finite(self) -> None:
        """Take an auxiliary: what stands before it is the subject."""
        if self._low(self.at - 1) in _JOINS:
            self.recent = []
        elif self.recent:
            self.subject, self.recent = self.recent, []
        else:
            self._reclaim()
        self._close_list()
        self.in_parts = self.oblique = False
        self.verb, self.joined = True, ""

    def _close_list(self) -> None:
        """Take "two soldiers, a civilian were killed" for an enumeration: no comma ends it."""
        listed = self.subject
        if len(listed) > 1 and listed[-1][0].end == self.at and listed[0][0].quantified:
            listed[-1] = (listed[-1][0], "and")

    def _reclaim(self) -> None:
        """Take back "three soldiers" in "killed five people and three soldiers were hurt"."""
        if len(self.found) < 2 or self.last == "":  # noqa: PLR2004
            return
        taken, before = self.found[-1], self.found[-2]
        joint = self._low(taken.group.first - 1)
        several = self._low(self.at) in {"were", "are", "have"}
        if joint in _JOINS and taken.kind == before.kind and taken.group.many == several and (
            self.nearest is not None and taken.group.first > before.group.first and not taken.part
            and before.first < before.group.first  # the verb stood before them
        ):  # fmt: skip
            self.found.pop()
            self.subject = [(taken.group, "")]

    def _verb(self, low: str) -> None:
        if self._low(self.at - 1) not in BE and low not in CHAINED:
            self._finite()
        elif self.recent and self._low(self.at - 1) not in _JOINS and not self._governed(self.at, strict=True):
            self.subject, self.recent = self.recent, []
        self.verb, self.joined, self.oblique, self.in_parts = True, "", False, False
        self.forced = self.forced or low in FORCED
        if low in _COSTS:
            self._cost()
        self.last = ""

    def _cost(self) -> None:
        """Read "lost 12 men" and "cost the army 11 men"."""
        at = self.at + 1
        for _ in range(2):
            group = parse(self.words, at) if at < len(self.words) else None
            if group is None or group.end <= at:
                return
            if group.quantified and group.head in FORCES:
                self._harmed(KILLED, [(group, "")], self.at)
                self.at, self.nearest = group.end - 1, group
                return
            at = group.end

    def _other(self) -> None:
        """Take a word that nothing else took: a verb, a participle, an adverb."""
        low = self.words[self.at].low
        if low in FORCED:
            self.forced = True
        if low.endswith("ed") and low not in ADVERBS:
            if not self._governed(self.at, strict=False):
                self._verb(low)
        elif low.endswith("ing"):
            self.oblique, self.joined = low not in FORCED, ""
            self.last = ""
        elif low in ADVERBS:
            self.oblique = False  # "on Thursday | 15 civilians were killed"
        elif low[0].isalpha() and not low.endswith("ly"):
            self.joined = ""

    # -- people -----------------------------------------------------------------------

    def _place(self, group: Group) -> None:
        """Give a group its part in the clause."""
        at, self.at = self.at, group.end
        joined, self.joined = self.joined, ""
        if group.quantified and group.count is not None and group.count.high == 0:
            self.zero = group.end
        if self._toll_number(group, at) or self._noun(group, at, joined):
            self.oblique = False
            self.nearest = group
            return
        if group.kind and group.count and (group.quantified or group.determiner in INDEFINITE):
            self._note(group.kind, group, group.end)  # "12 wounded soldiers"
        if self.in_parts:
            self.parts.append(group)
            self.nearest = group
            return
        self._speak_of_toll(group)
        if group.partitive and (joined == "," or self._low(at - 1) == "of") and self.kind_or_subject:
            self._close_aside()
            self.aside = (self.subject, self.recent, group)
            self.subject, self.recent, self.verb = [(group, "")], [], False
        elif self.oblique:
            self.oblique = False
        elif not self._more_of_the_same(group, joined):
            self._subject(group, joined)
        self.nearest = group

    @property
    def kind_or_subject(self) -> bool:
        """Whether there is anything to be a part of."""
        return bool(self.kind or self.subject)

    def _subject(self, group: Group, joined: str) -> None:
        listed = self.recent if self.verb else self.subject
        if joined == "," and listed and group.count is None and group.people != PEOPLE:
            return  # "six rangers in the park, famous for its gorillas, …"
        continues = bool(joined and listed and (self._joins(group, listed, joined)))
        if continues and len(listed) < _MOST_LISTED:
            listed.append((group, joined))
        elif self.verb:
            self.recent = [(group, "")]
            if joined == "and":
                self.unreal = self.unreal and self._low(group.end) not in BE
        else:
            self.subject = [(group, "")]

    def _joins(self, group: Group, listed: _Listed, joined: str) -> bool:
        """Tell whether a group goes on an enumeration."""
        previous = listed[-1][0]
        if self.harm_end > previous.end:
            return False
        if joined == "," and (previous.count is None or (previous.name and previous.people == MAYBE)):
            return False
        # A phrase may stand between: "two people in the market and three outside".
        return joined == "and" or previous.end >= group.first - 4

    def _more_of_the_same(self, group: Group, joined: str) -> bool:
        """Read "and two more in hospital" behind "four died at the scene"."""
        if joined != "and" or not self.last or group.count is None or group.people == NO_PEOPLE:
            return False
        if not (group.quantified or (group.determiner in INDEFINITE and group.people == PEOPLE)):
            return False
        follow = self._low(group.end)
        if follow in PREPOSITIONS and follow != "of" or not follow or follow in {".", ",", ";", "!"}:
            self._harmed(self.last, [(group, "")], -1)
            return True
        return False

    def _noun(self, group: Group, at: int, joined: str) -> bool:
        """Read what nouns count: "three deaths", "12 lives", "the deaths of 12"."""
        if group.head in LIFE:
            return self._lives(group, at)
        if group.noun and group.kind is not None and not group.quantified and self._none(at, joined):
            group.count, group.quantified = Count(0, 0, 0), True
            self.zero = group.end
        if group.noun and group.kind is not None and group.quantified and group.count is not None:
            part = self.in_parts
            self._note(group.kind, group, group.end, part=part)
            self.last = self.kind = group.kind
            return not self.verb
        if group.quantified:
            return False
        if group.head in DEEDS and self._low(group.end) == "of":
            return self._deed(DEEDS[group.head], group.end + 1, at)
        if group.head in INJURY and self._low(group.end) == "to":
            return self._deed(INJURED, group.end + 1, at)  # "injuries to eight pedestrians"
        return False

    def _none(self, at: int, joined: str) -> bool:
        """Tell whether nouns speak of nothing: "without casualties", "did not cause deaths"."""
        before = self._low(at - 1)
        if before == "without" or (joined == "and" and self.zero >= at - 2):
            return True
        if before in {"causing", "any"} and self._low(at - 2) == "without":
            return True
        if before == "of" and self.zero >= at - 1:  # "no reports of casualties"
            return not any(word.low.startswith("immediate") for word in self.words[max(at - _REACH, 0) : at])
        return any(self._low(back) in {"not", "didn't", "didn’t"} for back in range(at - 3, at))

    def _lives(self, group: Group, at: int) -> bool:
        taken = any(self._low(back) in LIFE_TAKERS for back in range(at - 4, at))
        if self._low(group.end) == "of":
            return taken and self._deed(KILLED, group.end + 1, at)
        lost = self._low(group.end) in BE and self._low(group.end + 1) in {"lost", "claimed"}
        if group.quantified and (taken or lost):
            self._harmed(KILLED, [(group, "")], -1)
            return True
        return group.quantified

    def _deed(self, kind: str, start: int, at: int) -> bool:
        """Read the harmed behind "the deaths of"."""
        recalled = any(self._low(back) in RECALLED for back in range(at - _BACK, at)) or any(
            self._low(back) in TRIED for back in range(max(at - _REACH, 0), at)
        )
        listed, end = self._objects(start)
        if not listed or recalled or self.unreal:
            return False
        if all(group.count is None for group, _ in listed):
            return False
        self._harmed(kind, listed, -1)
        self.at = end
        return True

    def _speak_of_toll(self, group: Group) -> None:
        """Notice "the death toll" and "the number of wounded": a number is to come."""
        if group.quantified:
            return
        head, follow = group.head, self._low(group.end)
        if head not in _NUMBER_OF and follow != "toll":
            return
        kind = KILLED if KILLED in self.seen else self.kind
        if head == "losses" or "toll" in {head, follow}:
            kind = KILLED
        elif follow in {"of", "for"}:
            ahead = range(group.end + 1, min(group.end + 6, len(self.words)))
            named = next((n for n in ahead if self._low(n) in TOLL_NOUNS), None)
            if named is not None:
                kind, self.at = TOLL_NOUNS[self._low(named)], named + 1
            elif head != "figure":
                return
        if not kind:
            return
        if follow == "toll":
            self.at = group.end + 1
        self.toll = (kind, group.first, self._owner(group))

    def _owner(self, group: Group) -> str | None:
        """Give whose number it is: "the monitor’s own figure"."""
        for token in self.words[group.first : group.end]:
            if token.low.endswith(("’s", "'s")):
                return self.sentence[self.words[group.first].start : token.end - 2]
        return None

    def _toll_number(self, group: Group, at: int) -> bool:
        """Take the number of "the death toll rose to 41"."""
        if self.toll is None or not group.quantified or group.count is None:
            return False
        kind, spoken, owner = self.toll
        before = self._low(at - 1)
        if at - spoken > _REACH or group.people == NO_PEOPLE or self.unreal:
            return False
        if before == "from" and group.count.best is None and group.count.high is not None:
            top = group.count.high  # "rose from 12 to 41"
            group.count = Count(top, top, top)
        elif before not in TOLL_JOINTS:
            return False
        self.toll = None
        self._note(kind, group, group.end)
        self.found[-1].first = min(spoken, group.first)
        self.found[-1].claimant = owner
        self.kind = self.last = kind
        return True

    # -- harm -------------------------------------------------------------------------

    def _harm(self) -> bool:
        """Take a word of harm and find those whom it befell."""
        matched = self._harm_at(self.at)
        if matched is None:
            return False
        harm, size = matched
        start, end = self.at, self.at + size
        self.at = end
        if self._low(end) == "of" and harm.voice in {DOING, BASE}:
            if self._low(start) in DEEDS:
                self._deed(DEEDS[self._low(start)], end + 1, start)
            return True
        if self._low(end) == "toll":
            self.toll, self.at = (KILLED, start, None), end + 1
            return True
        if self._undone(start, end):
            self._finite()
            return True
        frame = {DONE: self._done, DOING: self._active, BASE: self._base,
                 BEFELL: self._befell, STATE: self._state}[harm.voice]  # fmt: skip
        frame(harm, start, end)
        self.in_parts = self.oblique = False
        self.verb, self.joined, self.harm_end = True, "", end
        return True

    def _harm_at(self, at: int) -> tuple[Harm, int] | None:
        low = self.words[at].low
        for phrase in _PHRASES_BY.get(low, ()):
            if all(self._low(at + n) == word for n, word in enumerate(phrase)):
                said = PHRASES[phrase]
                if said.kind == DISPLACED and said.voice == STATE and not self.forced:
                    continue
                if phrase == ("to", "death") and self._low(at - 1) in _SENTENCED:
                    continue
                return said, len(phrase)
        harm = HARM.get(low)
        if harm is None:
            return self._injury(at) if low in SUFFER else None
        return harm, 1

    def _injury(self, at: int) -> tuple[Harm, int] | None:
        """Read "sustained life-changing injuries", "treated for burns"."""
        for end in range(at + 1, min(at + 7, len(self.words))):
            low = self._low(end)
            if low in INJURY:
                return Harm(INJURED, STATE if self._low(at) == "treated" else BEFELL), end + 1 - at
            if not low[0].isalpha() or quantity.begins(self.words[end]) and low != "a":
                return None
        return None

    def _undone(self, start: int, end: int) -> bool:
        """Tell whether it did not happen; "did not kill anyone" counts nobody."""
        near = range(start - 1, max(start - 5, -1), -1)
        for back in near:
            low = self._low(back)
            if low in _UNDONE:
                group = parse(self.words, end) if end < len(self.words) else None
                if group is not None and group.word in {"anyone", "anybody"}:
                    group.count = Count(0, 0, 0)
                    self._note(self._kind_at(start), group, group.end)
                    self.at = group.end
                return True
            if low not in BE and low not in HAVE and low not in DO and low not in ADVERBS:
                break
        return self.unreal

    def _kind_at(self, at: int) -> str:
        matched = self._harm_at(at)
        return matched[0].kind if matched else KILLED

    def _done(self, harm: Harm, start: int, end: int) -> None:
        """Take "killed": passive, active or a bare participle."""
        passive = self._governed(start, strict=True)
        also = self._low(end) in {"and", "or"} and self._harm_at(end + 1) if self._more(end) else None
        if also and also[0].voice == DONE and not passive and self._both(harm, also[0], end):
            return
        listed, after = ([], end) if passive else self._objects(end)
        if listed:
            self._harmed(harm.kind, listed, start, strict=harm.strict)
            self.at, self.recent = after, []
            return
        people = self._before(start)
        joint = self._low(end)
        if also and {harm.kind, also[0].kind} == {KILLED, INJURED}:
            self.at = end + 2
            kind = CASUALTY if joint == "or" else harm.kind
            self._harmed(kind, people, -1, verb_end=end + 2)
            return
        self._harmed(harm.kind, people, -1, strict=harm.strict, verb_end=end)

    def _more(self, end: int) -> bool:
        return end + 1 < len(self.words)

    def _both(self, harm: Harm, also: Harm, end: int) -> bool:
        """Read "killed and wounded dozens": the words do not say how many of each."""
        listed, after = self._objects(end + 2)
        if not listed:
            return False
        kind = CASUALTY if {harm.kind, also.kind} == {KILLED, INJURED} else also.kind
        self._harmed(kind, listed, -1)
        self.at, self.recent = after, []
        return True

    def _active(self, harm: Harm, start: int, end: int) -> None:
        """Take "killing": whom stands behind it."""
        joint, also = self._low(end), self._harm_at(end + 1) if self._more(end) else None
        if joint in {"and", "or"} and also and also[0].voice == DOING:
            if self._both(harm, also[0], end):
                return
        listed, after = self._objects(end)
        if listed and listed[0][0].head == "themselves":  # "three bombers … killing themselves"
            listed[:1] = [(group, joined) for group, joined in self.subject if group.quantified]
            start = -1
        self._harmed(harm.kind, listed, start, strict=harm.strict)
        if listed:
            self.at, self.recent = after, []

    def _base(self, harm: Harm, start: int, end: int) -> None:
        """Take "kill": a headline's, or the "first soldier to die"."""
        before = self._low(start - 1)
        if before == "to":
            group = self.nearest
            if group is not None and group.end == start - 1 and group.nouns_from > group.first + 1:
                self._harmed(harm.kind, [(group, "")], -1)
        elif before not in MODALS and before not in DO and before not in DETERMINERS:
            self._active(harm, start, end)

    def _befell(self, harm: Harm, start: int, end: int) -> None:
        """Take "died": whom stands before it."""
        self._harmed(harm.kind, self._before(start), -1, strict=harm.strict, verb_end=end)

    def _state(self, harm: Harm, start: int, end: int) -> None:
        """Take "dead" and "missing", with a verb or without."""
        if not self._governed(start, strict=True):
            listed, after = self._objects(end) if self._low(start - 1) in _STATE_VERBS else ([], end)
            if listed:  # "shot dead two teachers"
                self._harmed(harm.kind, listed, start - 1, strict=harm.strict)
                self.at, self.recent = after, []
                return
            if not self._stands_by(start) and self._low(start - 1) not in _STATE_VERBS:
                return
            if self._low(start) == "dead" and self._other_noun(end):
                return  # "150 dead mullet"
        part = harm.kind == INJURED and self.kind == INJURED and self._low(start) == "in"
        self._harmed(
            harm.kind, self._before(start), -1, strict=harm.strict, verb_end=end, part=part
        )

    def _other_noun(self, at: int) -> bool:
        """Tell whether a noun for no people follows a bare number."""
        group = parse(self.words, at) if at < len(self.words) and begins(self.words, at) else None
        bare = self.nearest is not None and self.nearest.bare
        return bare and group is not None and not (group.determiner or group.quantified) and (
            group.people != PEOPLE and self.words[at].text[0].islower()
        )  # fmt: skip

    def _stands_by(self, at: int) -> bool:
        """Tell whether a group stands right before, but for adverbs and "feared"."""
        group = self.nearest
        if group is None or at - group.end > 3 or group.end > at:  # noqa: PLR2004
            return False
        between = (self._low(n) for n in range(group.end, at))
        return all(low in ADVERBS or low in CHAINED or low.endswith("ly") for low in between)

    def _governed(self, at: int, *, strict: bool) -> bool:
        """Tell whether a form of "be" governs a word; strictly, with no other verb between."""
        at -= 1
        start = at
        while at >= 0 and self._low(at) not in BE and start - at < _BACK:
            low = self._low(at)
            passed = low in ADVERBS or low in CHAINED or low in HAVE or low.endswith("ly")
            harmed = low in HARM or low == "to"
            loose = not strict and (low in _JOINS or low == "," or low.endswith("ed"))
            if not (passed or harmed or loose or low == "down"):
                return False
            at -= 1
        return at >= 0 and self._low(at) in BE

    def _before(self, start: int) -> _Listed:
        """Give those before a word of harm: the nearest, or the subject of the clause."""
        group = self.nearest
        if self._stands_by(start) and group is not None:
            for listed in (self.recent, self.subject):
                if any(each is group for each, _ in listed):
                    return listed
            return [(group, "")]
        if self.recent and self._low(start - 1) not in _JOINS:
            return self.recent
        return self.subject

    def _objects(self, start: int) -> tuple[_Listed, int]:
        """Read the enumeration behind a verb, and where it ends."""
        at = start
        while self._low(at) in ADVERBS and at < start + 3:
            at += 1
        if at >= len(self.words) or self._low(at) in _NEVER_AN_OBJECT:
            return [], start
        listed: _Listed = []
        joined = ""
        end = start
        while at < len(self.words) and begins(self.words, at):
            group = parse(self.words, at)
            if group is None or (group.head and group.head[0].isdigit()):
                break
            if listed and (group.partitive or self._own_verb(group) or not joined):
                break
            if len(listed) == _MOST_LISTED or (listed and self._shares(at)):
                break
            listed.append((group, joined))
            end = self._past_age(group.end)
            self.nearest = group
            joined, at = self._joint(end)
            if not joined:
                break
        if len(listed) > 1 and joined == "and" and all(group.quantified for group, _ in listed) and (
            listed[0][0].head not in GENERIC
        ):  # "killed ten soldiers, three policemen and wounded 12"
            listed[-1] = (listed[-1][0], "and")
        return listed, end

    def _past_age(self, at: int) -> int:
        """Step over ", 45" in "a man, 45, and 3 children"."""
        if self._low(at) != ",":
            return at
        age = at + 1 + (self._low(at + 1) in {"age", "aged"})
        number = self._low(age)
        if number.isdecimal() and len(number) < 4 and self._low(age + 1) in _AFTER_AGE:  # noqa: PLR2004
            return age + 1
        return at

    def _joint(self, at: int) -> tuple[str, int]:
        comma = self._low(at) == ","
        at += comma
        if self._low(at) == "and":
            return "and", at + 1
        mark, self.at = self.at, at
        adds, at = self._adds(), self.at
        self.at = mark
        return ("and" if adds else "," if comma else ""), at

    def _own_verb(self, group: Group) -> bool:
        """Tell whether another tale begins: "and two boys were hurt"."""
        at = group.end
        while self._low(at) in ADVERBS:
            at += 1
        low = self._low(at)
        if low in BE or low in HAVE or low in MODALS or low in DO or low in VERBS:
            return True
        return self._harm_at(at) is not None if at < len(self.words) else False

    # -- finding ----------------------------------------------------------------------

    def _harmed(  # noqa: PLR0913
        self, kind: str, listed: _Listed, verb: int, *, strict: bool = False, verb_end: int = -1,
        part: bool = False,
    ) -> None:  # fmt: skip
        """Note what befell the people of an enumeration."""
        self.last = self.kind = kind
        groups = _settled(listed)
        whole, breakdown = groups
        for group in whole:
            alone = len(whole) == 1 and verb < 0
            if not _suffers(group, kind, strict=strict, alone=alone):
                continue
            part_of = part or (group.partitive and self._counted_before(kind, group))
            part_of = part_of or any(group is each for each in self.parts)
            end = group.end
            if group is whole[-1] and verb_end > 0 and self._only_verbs(group.end, verb_end):
                end = verb_end
            self._note(kind, group, end, part=part_of)
            if verb >= 0 and group is whole[0]:
                self.found[-1].first = min(verb, group.first)
        for group in breakdown:
            if _suffers(group, kind, strict=strict, alone=False):
                self._note(kind, group, group.end, part=True)
        if self.aside is not None and any(group is self.aside[2] for group in whole):
            self.aside = (self.aside[0], self.aside[1], Group(0, 0))
        self._flush(kind)

    def _counted_before(self, kind: str, group: Group) -> bool:
        return self.seen.get(kind, group.first) < group.first

    def _only_verbs(self, start: int, end: int) -> bool:
        return all(
            low in BE or low in HAVE or low in ADVERBS or low in CHAINED or low in HARM
            or low.endswith("ly") or low in {"to", "death", "down", "and", "or", "their", "lives"}
            for low in (self._low(at) for at in range(start, end))
        )  # fmt: skip

    def _note(self, kind: str, group: Group, end: int, *, part: bool = False) -> None:
        kinds = (KILLED, INJURED) if kind == CASUALTY else (kind,)
        for each in kinds:
            count = group.count
            if count is None or self._noted(each, group):
                continue
            if kind == CASUALTY and count.high != 0:
                count = Count(None, 0, count.high)
            elif each == DISPLACED and group.head in {"families", "households"}:
                count = Count(count.best, count.low, None)
            self.found.append(_Found(each, group, group.first, end, part, count))
            self.seen.setdefault(each, group.first)

    def _noted(self, kind: str, group: Group) -> bool:
        """Tell whether a group has that already; the wounded who die are wounded no more."""
        for each in self.found[-_MOST_LISTED:]:
            if each.group is group:
                if each.kind == kind:
                    return True
                if kind == KILLED and each.kind == INJURED and group.kind == INJURED:
                    self.found.remove(each)
                    return False
        return False

    def _close_aside(self) -> None:
        """Return to the subject behind "two of them seriously,"."""
        if self.aside is None:
            return
        self.subject, self.recent, group = self.aside
        self.aside, self.verb = None, bool(self.kind)
        if group.end:
            self.parts.append(group)

    def _flush(self, kind: str) -> None:
        """Note the parts that were spoken of, once their kind is known."""
        if not kind:
            return
        for group in self.parts:
            if group.count is not None and group.people != NO_PEOPLE and group.count.low:
                self._note(kind, group, group.end, part=True)
        self.parts = []


def _suffers(group: Group, kind: str, *, strict: bool, alone: bool) -> bool:
    """Tell whether a group counts people whom that may befall."""
    if group.count is None or group.people == NO_PEOPLE or group.word in {"anyone", "anybody"}:
        return False
    if kind == DISPLACED and group.head in AGENTS | {""} and (
        group.count.low < _FEW and group.head not in {"soldiers", "troops"}
        or group.head in AGENTS and group.count.low < _FEW
    ):  # fmt: skip
        return False
    if kind == DISPLACED and not group.quantified:
        return False
    if group.people == MAYBE:
        if group.name:
            return alone and not strict
        if not group.quantified:
            return False
        return not strict or not group.head or kind == DISPLACED
    if group.bare and strict and kind == CAPTURED:
        return False
    return not (group.name and not alone and not group.determiner and group.head == "")


def _settled(listed: _Listed) -> tuple[list[Group], list[Group]]:
    """Tell those whom an enumeration adds up from those that only break a number down.

    "A man, a woman and two boys" adds up; "Abu Musa, a commander," is one; "21 people, 14
    civilians and seven soldiers," are 21. A bare number before another ("five and six
    people") is no enumeration, nor is one with a number that makes no sense.
    """
    groups = [group for group, _ in listed]
    if not groups or any(group.nonsense for group in groups):
        return [], []
    closed = any(joined == "and" for _, joined in listed)
    if not closed:
        return groups[:1], []
    if groups[0].bare and groups[0].word != "one" and groups[1].quantified and (
        groups[1].head not in GENERIC - {"people"} and listed[1][1] == "and"
    ):  # fmt: skip
        return [], []
    first, rest = groups[0], groups[1:]
    if first.name and len(rest) > 1 and not rest[0].quantified and rest[0].determiner:
        groups.remove(rest[0])  # "Hamza Darwish, a field commander, and two guards"
        rest = rest[1:]
    low = sum(group.count.low for group in rest if group.count is not None)
    if (
        first.head in GENERIC
        and listed[1][1] == ","
        and first.count is not None
        and first.count.low >= low > 0
    ):
        return [first], rest
    return groups, []
