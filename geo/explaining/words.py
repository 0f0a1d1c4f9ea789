"""Features and kinds of places for a person who knows neither the models nor GeoNames.

What is not listed here is told as the models and GeoNames call it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.model import Place

_LISTS = {
    "agent-verbs": "a verb of what people do",
    "body-acronyms": "an acronym of a body or a thing",
    "calendar-words": "a word of the calendar",
    "demonym-nouns": "a noun that follows nationalities",
    "directions": "a word of direction or position",
    "first-names": "a first name",
    "function-words": "a grammatical word",
    "generic-nouns": "a noun that ends names of places",
    "media-words": "a word of the press",
    "name-particles": "a small word within names",
    "nature-nouns": "a noun for waters or heights",
    "number-words": "a number or measure",
    "occupations": "an occupation",
    "ordinary-words": "an ordinary word",
    "organisation-nouns": "a noun for a company or body",
    "person-nouns": "a noun for people",
    "place-nouns": "a noun for settlements or lands",
    "place-verbs": "a verb that places follow",
    "prepositions": "a preposition",
    "product-words": "a brand or product",
    "speech-verbs": "a verb of saying",
    "sport-words": "a word of sport",
    "street-nouns": "a noun for streets",
    "surnames": "a surname",
    "titles": "a title or rank",
    "venue-nouns": "a noun for buildings or grounds",
    "capital": "capitalised",
    "capitals": "all in capitals",
    "small": "in lower case",
    "digits": "in digits",
    "dotted": "written with a full stop",
    "initial": "a single letter",
    "short": "of two or three letters",
    "opens_sentence": "the first of a sentence or quotation",
}
"""Lists and shapes of words, behind "is"."""
_WHERE = {
    "first word": "its first word is",
    "last word": "its last word is",
    "every word": "every word of it is",
    "word before": "the word before it is",
    "second word before": "the second word before is",
    "word behind": "the word behind it is",
    "second word behind": "the second word behind is",
    "capitals before": "a capitalised word of those just before is",
    "capitals behind": "a capitalised word of those just behind is",
}
_SIGNS = {
    "space": "nothing but a space",
    "comma": "a comma",
    "hyphen": "a hyphen",
    "possessive": "a possessive “’s”",
    "full stop": "a full stop",
    "line": "a line break, or nothing,",
    "quote": "a quotation mark",
    "opening bracket": "an opening bracket",
    "closing bracket": "a closing bracket",
    "slash": "a slash",
    "colon": "a colon",
    "semicolon": "a semicolon",
    "other": "another sign",
}
_NUMBERS = {
    "words": "at least {} words",
    "letters": "at least {} letters",
    "capitals before": "capitalised words just before: at least {}",
    "capitals behind": "capitalised words just behind: at least {}",
    "mentions": "named at least {} times",
    "mentions free of other capitals": "named without capitals beside it: at least {} times",
    "share of mentions free of other capitals": "named without capitals beside it: {%} of the time",
    "mentions behind in, at, from": "named behind “in”, “at” or “from”: at least {} times",
    "times in lower case": "also written in lower case: at least {} times",
    "times behind a first name or title": "behind a first name or title: at least {} times",
    "place in the text": "{%} of the text stand before it",
    "word of the text": "at least {} words into the text",
    "capitals around": "{%} of the words around are capitalised",
    "share of other names in its countries": "{%} of the other names lie in a country"
    " that it may lie in",
    "share of other names in its first country": "{%} of the other names lie in the"
    " country that it usually means",
    "people of the largest place of the name": "the largest place that bears the name has {people}",
    "people of the largest place called so": "the largest place really called so has {people}",
    "places": "at least {} places bear the name",
    "countries": "places in at least {} countries bear the name",
}
_NAME = {
    "a longer name begins here": "a longer name begins with it",
    "a shorter name begins here": "it begins with a shorter name",
    "within a longer name": "it is part of a longer name",
    "overlaps a name before": "it overlaps a name before it",
    "its country stands behind": "a country that it may lie in stands behind",
    "its division stands behind": "a province or state that it may lie in stands behind",
    "a place within stands before": "a place that may lie in it stands before",
    "a place within its division stands before": "a place in the same province or state stands"
    " before",
    "noted, and its first word on no list": "it is listed by hand, and no ordinary word",
    "behind a place noun and of": "it stands behind “town of”, “province of” or the like",
    "behind a verb of place": "it stands behind a verb that places follow",
    "a town is called so": "a town is really called so",
    "an area is called so": "a country, province or district is really called so",
    "noted area": "a region, water or mountain listed by hand bears the name",
    "noted town or site": "a town or site listed by hand bears the name",
    "before a surname": "a surname stands behind it",
    "begins with an Arabic article": "it begins with an Arabic article",
    "written in a way that leaves no doubt": "it is named as a whole site, or behind “town of” or"
    " the like",
    "name is: primary": "it is a place’s own name",
    "name is: alternate": "it is another name of a place",
    "name is: short": "it is an abbreviation of a place’s name",
    "name is: demonym": "it is an adjective or a people",
    "name is: code": "it is a code",
}
_SORTS = {
    "country": "a country",
    "continent": "a continent",
    "division": "a province or state",
    "district": "a district or county",
    "capital": "a capital",
    "town": "a city, town or village",
    "quarter": "a quarter of a town",
    "airport": "an airport",
    "water": "a water",
    "region": "a region",
    "heights": "a mountain, an island or a desert",
    "site": "a building or site",
    "road": "a road",
}
_SOME = 0.005


def of_name(feature: str) -> str:
    """Say what a feature of :mod:`geo.toponyms.features` means."""
    for head in ("name before: ", "name behind: "):
        if feature.startswith(head):
            return f"the {head}{of_name(feature.removeprefix(head))}"
    number, is_number, least = feature.partition(" ≥ ")
    if is_number:
        return _number(number, float(least)) if number in _NUMBERS else feature
    where, is_pair, what = feature.partition(": ")
    return _NAME.get(feature) or (is_pair and _pair(where, what)) or feature


def _number(number: str, least: float) -> str:
    """Say which step a number has reached."""
    share = f"at least {100 * least:.0f} %"
    if not _SOME <= least <= 1 - _SOME:
        share = "some" if least < _SOME else "all"
    people = (
        f"at least {float(f'{10**least:.2g}'):,.0f} people"
        if least >= 1
        else "a population on record"
    )
    told = _NUMBERS[number].replace("{%}", share).replace("{people}", people)
    told = told.replace("{}", f"{least:g}")
    return told.replace("at least 1 times", "at least once")


def _pair(where: str, what: str) -> str:
    """Say what stands where, or what may be meant; nothing for a pair not known here."""
    if what == "capital" and where.startswith("capitals "):
        return f"a capitalised word stands just {where.removeprefix('capitals ')} it"
    if where in _WHERE:
        shown = f"“{what[1:]}”" if what.startswith("=") else _LISTS.get(what, f"of “{what}”")
        return f"{_WHERE[where]} {shown}"
    if where in {"sign before", "sign behind"}:
        return f"{_SIGNS.get(what, what)} stands {where.removeprefix('sign ')} it"
    return f"{_SORTS.get(what, what)} bears the name" if where == "may be" else ""


_PLACE = {
    "town: people": "{it} has more people, as a town",
    "town: people unknown": "{it} is a town of unknown size",
    "division: people": "{it} has more people, as a province or state",
    "district: people": "{it} has more people, as a district",
    "name is alternate": "{it} bears the name only as another name",
    "name is short": "{it} bears the name as an abbreviation",
    "name is demonym": "{it} bears the name as an adjective or people",
    "name is code": "{it} bears the name as a code",
    "name is the one shown": "the gazetteer shows {it} under this name",
    "another name is the beginning of a town's": "{its} full name begins with the name",
    "another name is of a far larger place": "{it} is far larger than any town really called so",
    "another name of a town: people": "{it} is a larger town, by another name",
    "noted": "{it} is listed by hand as in the news",
    "the user's own": "{it} is a place of your own",
    "in a country that speaks English": "{it} lies in a country that speaks English",
    "called a town and is one": "the text calls it a town, and {it} is one",
    "called a division and is one": "the text calls it a province or district, and {it} is one",
    "called a division and is of the first order": "the text calls it a province or district,"
    " and {it} is a province or state",
    "called by its nature and is that": "the text calls it a water or height, and {it} is one",
    "called an airport and is one": "the text calls it an airport, and {it} is one",
    "called something and is a country": "the text calls it a town or the like, and {it} is a"
    " country",
    "lies in the parent beside it": "{it} lies in the place named beside it",
    "lies in a parent beside the name elsewhere": "{it} lies in a place named beside the name"
    " elsewhere",
    "stands for a government and is a country or capital": "the name stands for a government,"
    " and {it} is a country or capital",
    "in the country of the source": "{it} lies in the country of the source",
    "named in the source's address": "the source’s address names it, and {it} is a town",
    "share of names in its country": "a larger share of the names lies in {its} country",
    "names in its country": "more names lie in {its} country",
    "a country named beside others": "more of the names may lie in {it}, a country",
    "names in a country that may be meant": "more names lie in {it}, a country",
    "its country is named": "{its} country is named more",
    "share of the countries named": "{its} country is more of the countries named",
    "share of names in its division": "a larger share of the names lies in {its} province",
    "names in its division": "more names lie in {its} province",
    "its division is named": "{its} province is named more",
    "names in its district": "more names lie in {its} district",
    "names near it": "more names lie near {it}",
}
"""Of two readings, what is true of one, or more so of it than of the other."""
_KINDS = {
    "A.ADM1": "province or state",
    "A.ADM2": "district or county",
    "A.ADM3": "subdistrict",
    "P.PPLC": "capital",
    "P.PPLX": "quarter of a town",
    "S.AIRB": "air base",
    "S.AIRP": "airport",
    "S.BDG": "bridge",
    "S.BLDG": "building",
    "S.CMPRF": "refugee camp",
    "S.CMP": "camp",
    "S.CSTL": "castle",
    "S.DAM": "dam",
    "S.HSP": "hospital",
    "S.MFG": "factory",
    "S.MNMT": "monument",
    "S.MSQE": "mosque",
    "S.PRN": "prison",
    "S.PSN": "power station",
    "S.PSTB": "border post",
    "S.RUIN": "ruins",
    "S.SCH": "school",
    "S.SQR": "square",
    "S.STDM": "stadium",
    "L.CONT": "continent",
    "L.MILB": "military base",
    "L.NVB": "naval base",
    "L.OILF": "oil field",
    "L.PRK": "park",
    "L.PRT": "port",
    "H.BAY": "bay",
    "H.CNL": "canal",
    "H.GULF": "gulf",
    "H.HBR": "harbour",
    "H.LK": "lake",
    "H.OCN": "ocean",
    "H.RSV": "reservoir",
    "H.SEA": "sea",
    "H.STM": "river",
    "H.STRT": "strait",
    "T.DSRT": "desert",
    "T.ISL": "island",
    "T.ISLS": "islands",
    "T.MT": "mountain",
    "T.MTS": "mountains",
    "T.PEN": "peninsula",
    "T.VAL": "valley",
    "T.VLC": "volcano",
    "R.ST": "street",
    "R.RD": "road",
}
_STATES = frozenset({"A.PCLI", "A.PCL", "A.PCLF"})
_LARGE = 20_000
_CLASSES = {
    "A": "administrative area",
    "P": "town or village",
    "H": "water",
    "L": "region",
    "R": "road",
    "S": "site",
    "T": "land form",
    "U": "undersea feature",
    "V": "wood or heath",
}


def of_place(feature: str, *, winner: bool) -> str:
    """Say what a feature of :mod:`geo.resolve.evidence` means between two readings.

    Parameters
    ----------
    feature : str
    winner : bool
        Whether it is true, or more so, of the likelier reading than of the other.
    """
    told = _PLACE.get(feature)
    if told is None:
        told = f"{{it}} is {_SORTS[feature]}" if feature in _SORTS else f"{feature}, of {{it}}"
    own, its = ("it", "its") if winner else ("the other", "the other’s")
    return told.replace("{its}", its).replace("{it}", own)


def of_kind(place: Place) -> str:
    """Say what a place is, by its GeoNames kind."""
    kind = place.kind
    if kind.startswith("A.PCL"):
        return "country" if kind in _STATES else "territory"
    if kind == "P.PPL" and place.population >= _LARGE:
        return "city or town"
    return _KINDS.get(kind) or _CLASSES.get(kind[:1], kind)
