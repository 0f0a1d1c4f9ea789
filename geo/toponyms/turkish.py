"""Place names in Turkish texts, by rules.

Case endings stand behind an apostrophe ("Halep'te"), which tells a name, and those of the
locative and ablative a place. A capitalised word is believed if its name is well known and
no ordinary word, or if such an ending or a noun behind it ("Bab ilçesi") says what it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.gazetteer import LONGEST_NAME
from geo.text import APOSTROPHES, fold, join_key, listed
from geo.toponyms import lists
from geo.toponyms.lists import folded
from geo.toponyms.renown import (
    LONGEST_WORD,
    Reading,
    Renown,
    beside,
    is_demonym,
    is_miswritten,
    renown,
    run,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.gazetteer import Gazetteer
    from geo.model import Document, Toponym
    from geo.text import Word

_ENOUGH = 0.15
"""Share of Turkish words that makes a text Turkish; English ones with Turkish names stay
far below it, since names are not counted."""
_FIRST = 300
"""So many words tell the language."""
_JOINS = frozenset({" ", "\u00a0", "-"})
_HOME = listed("CY IQ SY TR")
"""Where the language is spoken, or written of every day."""
_SHORTEST, _SHORTEST_BARE = 3, 5
"""Letters of the shortest people and place that stand before an ending without apostrophe."""
_SUFFIX = re.compile(rf"[{APOSTROPHES}]([a-zçğıöşü]{{1,9}})$", re.IGNORECASE)
_PLACE_CASE = re.compile(rf"[{APOSTROPHES}]n?[dt][ae](?:n|ki.{{0,4}}|yd[ıi])?", re.IGNORECASE)
"""Endings of "in" and "from"."""
_PEOPLE_CASE = re.compile(rf"[{APOSTROPHES}]l[ıiuü](?:l[ae]r)?.{{0,4}}", re.IGNORECASE)
"""What makes of a place the people of it: "ABD'li"."""
_BARE_CASE = re.compile("[dt][ae](?:n|ki)?")
_PLURAL_CASE = re.compile("(?:l[ae]r)?(?:n?[iu]n|[ny]?[iu]|[ny]?[ae]|n?[dt][ae]n?|y?l[ae])?")
_NAME_CASE = re.compile("[ny]?[iu]n?|[ny]?[ae]|n?[dt][ae](?:n|ki.{0,4})?|l[iu].{0,6}|y?l[ae]")
"""Endings of names, and those of peoples and places without an apostrophe, all folded."""


_FREQUENT = listed(
    """
    ve bir bu şu için ile olarak olan sonra önce göre kadar çok daha ancak gibi ise değil veya ama
    fakat karşı üzere arasında arasındaki üzerinde içinde altında ilk yeni büyük iki üç dört beş
    hem bazı tüm bütün eden edildi etti ettiği oldu olduğu olduğunu tarafından söyledi açıkladı
    belirtti bildirdi bildirildi ifade dedi var yok dün bugün yarın gün gece sabah akşam saat yıl
    kişi sivil asker askeri güvenlik güçleri saldırı saldırıda saldırısı bölge bölgesi bölgede
    kenti ilçesi ilçesinde köyü ili kırsalı kırsalında sınır hükümet hükümeti ordusu uçakları
    yaşamını hayatını kaybetti öldü yaralandı çatışma düzenlenen yapılan
    """
)
_PLACE_NOUNS = folded(
    """
    kent kenti kentinde kentinin kentine şehri şehrinde şehrine şehrinin ili ilinde iline ilinin
    ilçesi ilçesinde ilçesine ilçesinin köyü köyünde köyüne köyünün beldesi beldesinde beldesine
    kasabası kasabasında kasabasına bölgesi bölgesinde bölgesine bölgesinin kırsalı kırsalında
    kırsalına kırsalını kırsalının mahallesi mahallesinde vilayeti vilayetinde valisi valiliği
    belediyesi havalimanı limanı kampı merkezi merkezinde kentleri kentlerinde illeri illerinde
    ilçeleri ilçelerinde köyleri köylerinde yakınlarında yakınında çevresinde
    """
)
"""Nouns that stand behind the name of what they are: "the district of"."""
_TITLES = folded(
    """
    bay bayan sayın dr prof av general albay yarbay binbaşı yüzbaşı teğmen bakan bakanı başkan
    başkanı başbakan cumhurbaşkanı milletvekili vali valisi sözcüsü gazeteci avukat doktor hakim
    savcı komutan komutanı müdürü kaptan hoca öğretmen
    """
)
_FIRST_NAMES = folded(
    """
    ahmet mehmet mustafa ali hasan hüseyin ibrahim ismail osman ömer yusuf murat hakan recep tayyip
    süleyman kemal abdullah halil mahmut hulusi mevlüt ayşe fatma emine hatice zeynep elif merve
    selin deniz cem can emre burak serkan volkan onur barış özgür ufuk gökhan tolga uğur umut yasin
    fatih yavuz orhan turgut bülent erdal erdem levent selim cihan devlet meral ekrem mansur
    """
)
_ORDINARY = folded(
    """
    ordu van batman of ağrı tokat kartal uşak sur bab kale ada sana eden kabul para genç anda varsa
    tane kara barış selam adalet deli sarı dili evin hani alma oran oranı aman vali meydan şükür
    keskin salı mali malı perşembe turan vize çarşamba karın dalı kalite kazan tuz adem kış bahçe
    menderes muharrem andan kiraz konak buda kasa kemer girin cin esen nilüfer körfez sulu burs
    yıldızlı koş dana gold kura soma solo çubuk çukur kumaş göle zara demirci hendek bulanık salata
    sera bariz delice kula kulu kıta baki banu idil stadı tango side tuba sine afiş bucak kandil
    söke öder havan berna bozkır harem kangal dize kurnaz rabia çiftlik maden saray büşra alaca
    katma rast gama durağan havza kota dinar kolon lice sena handan mut tire eşme bala aydın selçuk
    """
)
"""Names that are common words or first names too: a place only where something says so."""


def is_written(document: Document, written: list[Word]) -> bool:
    """Tell whether a document is in Turkish: what its source says, or else its words."""
    if document.language:
        return document.language.casefold().startswith("tr")
    # Letters that a Turkish text is never without; most others are told by this alone.
    if not any(letter in document.text for letter in "ığşİ"):
        return False
    first = written[:_FIRST]
    return sum(map(_is_turkish, first)) > _ENOUGH * len(first)


def _is_turkish(word: Word) -> bool:
    """Tell whether a word is Turkish, and no name but by its ending."""
    text = word.text
    if text[0].islower():
        return text in _FREQUENT or "ı" in text or "ğ" in text
    if text.isalpha():
        return False
    suffix = _SUFFIX.search(text)
    return suffix is not None and _NAME_CASE.fullmatch(fold(suffix[1])) is not None


def recognise(text: str, written: list[Word], gazetteer: Gazetteer) -> list[Toponym]:
    """Find the place names of a Turkish text.

    Parameters
    ----------
    text : str
    written : list of Word
        Its words.
    gazetteer : Gazetteer

    Returns
    -------
    list of Toponym
        In order, not overlapping, each without its case ending. Adjectives and peoples are
        marked as demonyms.
    """
    found: list[Toponym] = []
    at = 0
    while at < len(written):
        word = written[at]
        reading = None
        if word.text[0].isupper() and len(word.text) <= LONGEST_WORD:
            readings = _readings(text, written, at, gazetteer)
            believed = (each for each in readings if _is_believed(each, text, written, at))
            reading = next(believed, None)
        if reading is not None:
            found.append(reading.toponym(text))
        at = reading.stop if reading is not None else at + 1
    return found


def _readings(text: str, written: list[Word], at: int, gazetteer: Gazetteer) -> Iterator[Reading]:
    """Yield what the words from one on may be names of, the longest first."""
    stop = run(text, written, at, _JOINS, LONGEST_NAME)
    keys, ends = [], []
    for word in written[at:stop]:
        suffix = _SUFFIX.search(word.text)
        base = word.text[: suffix.start()] if suffix else word.text
        keys.append(fold(base))
        ends.append(word.start + len(base))
        if suffix or not keys[-1]:
            break
    for key in reversed(gazetteer.prefixes(join_key(keys))):
        last = key.count(" ")
        bearers = gazetteer.bearers(key)
        if bearers is None or not written[at + last].text[0].isupper():
            continue
        if is_miswritten(bearers, text[written[at].start : ends[last]]):
            continue
        people = _PEOPLE_CASE.fullmatch(text, ends[last], written[at + last].end)
        demonym = is_demonym(bearers) or people is not None
        yield Reading(written[at].start, ends[last], at + last + 1, key, bearers, demonym)
    yield from _bare(written, at, gazetteer)


def _bare(written: list[Word], at: int, gazetteer: Gazetteer) -> Iterator[Reading]:
    """Yield a name in a word whose case ending has no apostrophe before it."""
    word = written[at]
    if gazetteer.bearers(word.key) is not None:
        return
    for length in range(len(word.text) - 1, _SHORTEST - 1, -1):
        ending, key = fold(word.text[length:]), fold(word.text[:length])
        if not _PLURAL_CASE.fullmatch(ending):
            continue
        bearers = gazetteer.bearers(key)
        if bearers is None or is_miswritten(bearers, key):
            continue
        demonym = is_demonym(bearers)
        place = _BARE_CASE.fullmatch(ending) and length >= _SHORTEST_BARE
        if demonym or (place and renown(bearers, _HOME) is Renown.KNOWN):
            yield Reading(word.start, word.start + length, at + 1, key, bearers, demonym)
            return


def _is_believed(reading: Reading, text: str, written: list[Word], at: int) -> bool:
    """Tell whether a reading is a place name here."""
    if reading.demonym:
        return True
    before = beside(text, written, at, at - 1)
    last = written[at - 1].text
    follows_name = before != "" and last[0].isupper() and last.isalpha()
    if before in _TITLES or (follows_name and _is_first_name(before)):
        return False
    if _PLACE_CASE.fullmatch(text, reading.end, written[reading.stop - 1].end):
        return True
    # "The region of Olive Branch" is none of a place called Branch.
    behind = beside(text, written, reading.stop - 1, reading.stop)
    if behind in _PLACE_NOUNS and not follows_name:
        return True
    if reading.key in _ORDINARY:
        return False
    capitals = text[reading.start : reading.end].isupper()
    return renown(reading.bearers, _HOME, capitals=capitals) is Renown.KNOWN


def _is_first_name(word: str) -> bool:
    return word in _FIRST_NAMES or word in lists.words("first-names")
