"""The small words that build a clause, by what they do in it, and the parts of names."""

from __future__ import annotations

from geo.text import listed

INDEFINITE = frozenset({"a", "an", "another", "every", "each"})
DEFINITE = frozenset({"the", "his", "her", "its", "their", "my", "our", "your", "this", "that"})
PLURAL_DETERMINERS = frozenset({"these", "those", "all", "both", "any", "some", "such"})
DETERMINERS = INDEFINITE | DEFINITE | PLURAL_DETERMINERS
ONE_PRONOUN = frozenset({"him", "her", "himself", "herself", "he", "she"})
MANY_PRONOUN = frozenset({"them", "themselves", "they", "it", "itself", "we", "us", "you", "i"})
THOSE = frozenset({"them", "these", "those", "whom", "which", "us"})
JOINS = frozenset({"and", "or", "plus", "&"})
PREPOSITIONS = listed(
    """
    in on at by near from with to into of for during over across along outside inside between
    aboard against through toward towards around amid beside behind within without despite under
    beneath beyond above below off onto via per according about among amongst throughout past
    alongside following upon like out up down as than except
    """
)
SUBORDINATORS = listed(
    """
    when while where because after before if although though once until since unless whereas but
    whether how why what whose
    """
)
RELATIVES = frozenset({"who", "which", "that", "whom"})
BE = frozenset({"was", "were", "is", "are", "been", "be", "being", "got", "lay", "lie", "remain",
                "remained", "remains", "gets", "get", "went", "go", "isn't", "wasn't", "weren't",
                "lies", "wasn’t", "weren’t"})  # fmt: skip
HAVE = frozenset({"has", "have", "had", "having"})
MODALS = frozenset({"could", "may", "might", "would", "will", "shall", "should", "can", "must",
                    "cannot"})  # fmt: skip
DO = frozenset({"did", "does", "do", "didn't", "didn’t"})
NEGATIONS = frozenset({"not", "never", "nearly", "almost", "narrowly", "didn't", "didn’t", "nor",
                       "neither", "wasn't", "wasn’t", "weren't", "weren’t"})  # fmt: skip
ADVERBS = listed(
    """
    however therefore moreover nevertheless also later then still now today yesterday tonight
    overnight there here ago too alone together instead again already just only even once
    earlier so far yet soon often away back home abroad ashore twice since thereby meanwhile
    afterwards dead monday tuesday wednesday thursday friday saturday sunday january february
    march april june july august september october november december thus hence indoors outdoors
    nearby upstairs underground
    """
) - {"dead"}
CHAINED = frozenset({"reported", "feared", "believed", "confirmed", "thought", "presumed", "known",
                     "pronounced", "declared", "listed", "found", "taken", "left", "held", "shot",
                     "said", "forced", "burned", "burnt", "stabbed", "beaten", "hacked", "made",
                     "rendered", "carried", "driven", "rushed"})  # fmt: skip
"""Between a form of "be" and what befell people: "were feared dead", "were shot dead"."""
SAYING = listed(
    """
    said says say saying adding told announced reported disclosed confirmed added claimed wrote
    tweeted stated acknowledged admitted insisted estimated alleged counted put gave spoke
    quoted listed
    """
)
VERBS = SAYING | listed(
    """
    hit struck fell broke ran left found came took began saw held met fought blew shot drove set
    rose stood brought made became led sent went caught burst fled flew sank spread swept tore
    threw bled froze burnt fire lost kept paid beat bore built bought dealt dug felt grew heard
    hid knew laid lay leaving left lent let meant overran overtook read rode sang sat slept
    sought split stole swam taught told thought understood woke wore won wound heard brings
    kills hits strikes rips cost costs costing leaves leave vow vows says rocks targets carried
    fall falls erupt died put cut shut shook hold holds holding
    """
) - {"wound", "fled", "died", "kills"}
STOPS = frozenset(
    PREPOSITIONS | SUBORDINATORS | RELATIVES | BE | HAVE | MODALS | DO | NEGATIONS | ADVERBS | VERBS
    | CHAINED | DETERMINERS | ONE_PRONOUN | MANY_PRONOUN | JOINS | {"including", "fire"}
)  # fmt: skip

PARTICLES = frozenset({"al", "bin", "ibn", "abu", "de", "da", "del", "van", "von", "ould", "la"})
ARTICLES = ("al-", "el-", "ibn-", "ad-", "ar-", "as-", "at-", "an-", "ash-", "az-")
ORGANISATION = listed(
    """
    army front state party forces brigade brigades observatory ministry police council
    government movement court parliament union nations agency force group battalion command
    committee congress network division corps court church resistance crescent cross house
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december city province district county region
    islands north south east west northern southern eastern western bank strip valley river
    mount street square airport hospital university school republic kingdom houthi hamas isis
    hezbollah taliban israeli news radio times agency guard guards
    """
)
"""A name that holds one of these is no person's."""
