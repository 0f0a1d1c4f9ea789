"""The rules of English. Of two that match as far, the first one is asked first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.dates.english_days import ABSOLUTE, RELATIVE
from geo.dates.english_lengths import LENGTHS, SETS, VAGUE

if TYPE_CHECKING:
    from geo.dates.grammar import Rule

ENGLISH: list[Rule] = [*ABSOLUTE, *RELATIVE, *SETS, *LENGTHS, *VAGUE]
