"""Closed word lists of our own: all that the recogniser knows about a word.

Each file in ``words/`` is a list; its first line says of what. A word may stand on
several. Nothing else about a word's letters reaches the model, so that its weights hold
no word of anybody's text.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from geo.text import fold, listed

SINGLES = (
    "a", "and", "at", "between", "by", "for", "from", "in", "near", "of", "on", "or", "said",
    "the", "to", "with",
)  # fmt: skip
"""Words that are a list by themselves."""
SHAPES = (
    "capital", "capitals", "small", "digits", "dotted", "initial", "short", "opens_sentence",
)  # fmt: skip
"""What is told by how a word is written and where it stands; bits like those of the lists."""


def folded(block: str) -> frozenset[str]:
    """Give the words of a block of text as keys."""
    return frozenset(map(fold, listed(block)))


@cache
def names() -> tuple[str, ...]:
    """Give the names of the lists, in the order of their bits, the shapes last."""
    folder = files("geo.toponyms") / "words"
    stems = sorted(entry.name[:-4] for entry in folder.iterdir() if entry.name.endswith(".txt"))
    return (*stems, *(f"={word}" for word in SINGLES), *SHAPES)


@cache
def words(name: str) -> frozenset[str]:
    """Give the words of a list, in folded form."""
    if name.startswith("="):
        return frozenset({name[1:]})
    text = (files("geo.toponyms") / "words" / f"{name}.txt").read_text("utf-8")
    return listed(text.partition("\n")[2])


@cache
def bits() -> dict[str, int]:
    """Map each word of any list to the lists it stands on, a bit each."""
    found: dict[str, int] = {}
    for at, name in enumerate(names()):
        if name not in SHAPES:
            for word in words(name):
                found[word] = found.get(word, 0) | 1 << at
    return found


@cache
def bit(name: str) -> int:
    """Give the bit of a list or shape."""
    return 1 << names().index(name)
