"""Looser keys, under which transliterations of one name meet, and bounded misspellings.

A transliteration keeps the consonants and varies the vowels: Maarat al-Numan, Ma'arrat
an-Nu'man, Maaret al-Noman. The loose key is the row of consonants, with those unified
that writers exchange (q and k, kh and h, sh and s …). Short rows of consonants meet by
chance too, so those who meet are then compared letter by letter.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from anyascii import anyascii

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST_LOOSE, SHORTEST_FUZZY = 4, 6
"""Letters that a name needs before it is taken for another spelling, or a misspelling."""
LOOSE_ENOUGH = 75.0
"""Likeness (0–100) from which two spellings with the same consonants are one name."""
LOOSE_ENOUGH_IF_SHORT = 80.0
"""The same for names of a few letters, which are alike by chance."""
FUZZY_ENOUGH = 85.0
"""Likeness from which a misspelling is taken for a name, as it sounds and as it is written."""

_FEW = 2
"""So few consonants tell nothing without the number of vowels between them."""
_LETTERS = "bdfghjklmnrstwz"
"""What loose keys are made of."""
_UNIFIED = (
    ("sch", "s"), ("tch", "s"), ("sh", "s"), ("ch", "s"), ("kh", "h"), ("gh", "g"), ("th", "t"),
    ("dh", "d"), ("zh", "z"), ("ph", "f"), ("dj", "j"), ("ck", "k"), ("q", "k"), ("c", "k"),
    ("x", "h"), ("v", "w"), ("p", "b"),
)  # fmt: skip
_ARABIC = str.maketrans(
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگء", "abttjhhddrzssSdtz'gfkklmnhwybszg'"
) | {ord("S"): "s"}  # fmt: skip
_ARABIC_ARTICLE = "ال"
_ARTICLE = re.compile(r"\bal |\bال")
_SOFT = re.compile(r"(?<=.)[wy]")
_LAST_H = re.compile(r"h(?= |$)")
_VOWELS = re.compile(r"[aiu]+")
_DOUBLED = re.compile(r"(.)\1+")
_NO_VOWELS = re.compile("[\u0590-\u08ff]")
_CLASSES = str.maketrans("eyow", "iiuu")


def other_article(key: str) -> str:
    """Give a name key in Arabic letters without its article, or else with one.

    Adjectives take the article of their noun, and names lose theirs to a particle, so that
    the gazetteer may have the other form. Empty for a key in other letters.

    Examples
    --------
    >>> other_article("السوري"), other_article("رقه"), other_article("raqqa")
    ('سوري', 'الرقه', '')
    """
    if not "\u0620" <= key[:1] <= "\u064a":
        return ""
    bare = key.removeprefix(_ARABIC_ARTICLE)
    return f"{_ARABIC_ARTICLE}{key}" if bare == key else bare


@lru_cache(maxsize=4096)
def sound(key: str) -> str:
    """Give a name key as it sounds, roughly: the letters that writers exchange unified.

    Parameters
    ----------
    key : str
        As :func:`geo.text.name_key` gives it, in any script.

    Returns
    -------
    str
        ASCII letters without spaces and articles; the vowels are a, i and u.
    """
    name = _ARTICLE.sub("", key)
    if not name.isascii():
        name = anyascii(name.translate(_ARABIC)).casefold()
    for written, unified in _UNIFIED:
        name = name.replace(written, unified)
    name = _LAST_H.sub("", name)
    words = [word[:1] + word[1:].translate(_CLASSES) for word in name.split()]
    joined = "".join(char for char in "".join(words) if char.isalnum())
    return _DOUBLED.sub(r"\1", joined.replace("e", "i").replace("o", "u"))


def loose_key(key: str) -> str:
    """Give the consonants of a name key.

    Parameters
    ----------
    key : str
        As :func:`geo.text.name_key` gives it.

    Returns
    -------
    str
        Where there are one or two, the number of vowels between stands behind them.
        Empty if there is none.

    Examples
    --------
    >>> loose_key("maarat al numan") == loose_key("maaret al noman")
    True
    >>> loose_key("qamishli") == loose_key("kamishlo")
    True
    """
    heard = sound(key)
    bare = _DOUBLED.sub(r"\1", _VOWELS.sub("", heard))
    if not bare or len(bare) > _FEW:
        return bare
    return f"{bare}{len(_VOWELS.findall(heard))}"


def neighbours(key: str, known: int | None = None) -> Iterator[str]:
    """Yield the loose keys one letter away: dropped, exchanged, swapped, put in.

    Parameters
    ----------
    key : str
    known : int, optional
        How many of its first letters some name begins with. What leaves more of them
        as they are cannot be the key of a name, and is left out.
    """
    known = len(key) if known is None else known
    for at in range(min(len(key), known + 1)):
        yield key[:at] + key[at + 1 :]
        if at + 1 < len(key):
            yield key[:at] + key[at + 1] + key[at] + key[at + 2 :]
        for letter in _LETTERS:
            yield key[:at] + letter + key[at + 1 :]
    for at in range(min(len(key), known) + 1):
        for letter in _LETTERS:
            yield key[:at] + letter + key[at:]


def writes_no_vowels(name: str) -> bool:
    """Tell whether a name is in a script such as Arabic, which leaves most vowels out."""
    return not name.isascii() and _NO_VOWELS.search(name) is not None
