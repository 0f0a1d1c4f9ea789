"""Where a place name is: the gazetteer's readings, ranked by the whole document.

Each reading of a name gets a score, a sum of named parts in the same unit (about a
factor of ten in likelihood each): what is usually meant by the name, the countries
that the text speaks of, a parent behind a comma, a noun like "province", and nearness
to what is already sure. The same name means the same place throughout a document. The
confidence is the best reading's share of the whole, and the reason names the parts.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.gazetteer import EXACT, FUZZY, LOOSE, Gazetteer, Match, Role
from geo.model import Document, Place, Resolution, Toponym
from geo.sphere import distance_km
from geo.text import name_key, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SAME_PLACE_KM = 10.0
"""Readings closer than this tell the same story and do not compete."""
_NEAR_KM = 150.0
_OUTSKIRTS_KM = 50.0
"""How far from a town or a region one still says that a place is in it."""
_MOST_READINGS = 60
_SURE = 0.35
"""Below this share the name stays open."""
_DIVISION_BEHIND = re.compile(
    r" (provinces?|governorates?|region|county|district|oblast|prefecture|state|countryside)\b",
    re.IGNORECASE,
)
_TOWN_BEFORE = re.compile(r"\b(city|town|village|suburb|capital) of $", re.IGNORECASE)
_COMMAS = re.compile("[,،，、]")
_PARENT_FOLLOWS = frozenset({", ", ", in ", " in ", " (", ", southern ", ", northern "})
_SPELLED = {LOOSE: "in another spelling", FUZZY: "with a letter mistaken"}
_TRUST = {EXACT: 1.0, LOOSE: 0.9, FUZZY: 0.6}
"""How far a confidence may go, by how the name was found."""
_ROLE_COST = {
    Role.PRIMARY: 0.0,
    Role.SHORT: 0.3,
    Role.ALTERNATE: 0.8,
    Role.CODE: 2.0,
    Role.DEMONYM: 3.0,
}


def resolve(
    document: Document, toponyms: Sequence[Toponym], gazetteer: Gazetteer
) -> list[Resolution]:
    """Say where each toponym of a document is.

    Parameters
    ----------
    document : Document
    toponyms : sequence of Toponym
        Of that document, in order.
    gazetteer : Gazetteer

    Returns
    -------
    list of Resolution
        One for each toponym, in the same order. A name that stays open has no place
        and a reason.
    """
    names = [_Name(toponym, name_key(toponym.text)) for toponym in toponyms]
    for name in names:
        name.readings = _readings(gazetteer.by_key(name.key))
    _add_cues(document.text, names)
    context = _Context.of(document, names, gazetteer)
    for name in names:
        shares = context.shares(name.key)
        for reading in name.readings:
            _weigh(reading, shares, context.admin1)
    sure = {
        name.key: name.best.place for name in names if name.readings and _lead(name.readings) > 1.0
    }
    for name in names:
        # A name is no witness for itself here either.
        _add_nearness(name, [place for key, place in sure.items() if key != name.key])
    _one_sense(names)
    return [_decide(name) for name in names]


def look_up(
    name: str, gazetteer: Gazetteer, *, country: str | None = None, admin1: str | None = None
) -> Resolution:
    """Say where a place is that is asked for by name alone.

    Parameters
    ----------
    name : str
        "Aleppo", or with its parents, "Tripoli, Lebanon", "Azaz, Aleppo, Syria".
    country : str, optional
        ISO 3166-1 alpha-2 code; only places there are considered.
    admin1 : str, optional
        Name of the first-order division that it should lie in: a hint, which may be
        out of date, so a place elsewhere stays possible and is only less sure.

    Returns
    -------
    Resolution
        Its toponym spans the whole `name`. A name with a parent that none of its
        places lies in stays open.
    """
    wanted = _Name(Toponym(0, len(name), name), name_key(name))
    wanted.readings = _readings(gazetteer.by_key(wanted.key))
    head, *written = (part.strip() for part in _COMMAS.split(name))
    if not wanted.readings and written:
        wanted.readings = _readings(gazetteer.by_key(name_key(head)))
    else:
        written = []
    anywhere = wanted.readings
    if country:
        code = country.upper()
        wanted.readings = [each for each in anywhere if each.place.country == code]
        if anywhere and not wanted.readings:
            places = tuple(each.place for each in anywhere[:5])
            reason = f"no place in {code} bears this name, but one elsewhere does"
            return Resolution(wanted.toponym, None, 0.0, reason, places)
    for parent in filter(None, written):
        places = tuple(each.place for each in wanted.readings)
        parents = [match.place for match in gazetteer.find(parent) if match.role < Role.DEMONYM]
        _add_parent(wanted, parent, parents)
        wanted.readings = [each for each in wanted.readings if _may_lie(each.place, parents)]
        if places and not wanted.readings:
            reason = f"no place of this name lies in “{parent}”"
            return Resolution(wanted.toponym, None, 0.0, reason, places[:5])
    return _decide(wanted) if not admin1 else _hinted(wanted, admin1, gazetteer)


def _may_lie(place: Place, parents: Sequence[Place]) -> bool:
    """Tell whether nothing is known against a place lying in one of those written behind it."""
    return not parents or any(
        parent.kind == "L.CONT"
        or _contains(parent, place)
        or (parent.kind.startswith("A.PCL") and parent.country == place.country)
        or (
            not parent.kind.startswith("A.PCL")
            and distance_km(parent.lat, parent.lon, place.lat, place.lon)
            <= parent.radius_km + _OUTSKIRTS_KM
        )
        for parent in parents
    )


def _hinted(name: _Name, admin1: str, gazetteer: Gazetteer) -> Resolution:
    """Decide with a division that the place should lie in."""
    key = name_key(admin1)
    parents = [match.place for match in gazetteer.by_key(key) if match.place.kind == "A.ADM1"]
    inside = {
        each.place.id
        for each in name.readings
        if name_key(each.place.admin1 or "") == key
        or any(parent.id == each.place.id or _contains(parent, each.place) for parent in parents)
    }
    for reading in name.readings:
        if reading.place.id in inside:
            reading.add(6.0, f"it lies in “{admin1}”")
    found = _decide(name)
    if found.place is None or found.place.id in inside or found.place.kind.startswith("A.PCL"):
        return found
    share = round(found.confidence / 2, 3)
    reason = f"{found.reason}; it is not known to lie in “{admin1}”"
    if share < _SURE:
        return replace(found, place=None, confidence=share, reason=reason)
    return replace(found, confidence=share, reason=reason)


@dataclass(slots=True)
class _Reading:
    """One place that a name may mean, with what speaks for it."""

    place: Place
    role: Role
    score: float
    why: list[str] = field(default_factory=list)
    how: str = EXACT

    def add(self, score: float, why: str) -> None:
        self.score += score
        self.why.append(why)


@dataclass(slots=True)
class _Name:
    toponym: Toponym
    key: str
    readings: list[_Reading] = field(default_factory=list)
    has_parent: bool = False
    """A parent behind a comma settles this mention alone."""

    @property
    def best(self) -> _Reading:
        return max(self.readings, key=lambda reading: reading.score)


def _readings(matches: Iterable[Match]) -> list[_Reading]:
    """Give the readings of a name by what is usually meant, the likeliest first."""
    found = [
        _Reading(match.place, match.role, _prior(match.place) - _cost(match), how=match.how)
        for match in matches
        if match.role is not Role.DEMONYM
    ]
    found.sort(key=lambda reading: (-reading.score, reading.place.id))
    return found[:_MOST_READINGS]


def _cost(match: Match) -> float:
    """Weigh how far a name is from the place's own: its role, and its spelling."""
    return _ROLE_COST[match.role] + (100.0 - match.likeness) / 10.0


def _prior(place: Place) -> float:
    """Weigh how often a place is meant by its name, all else unknown."""
    # GeoNames knows no population of many a chief town; it is then taken for a small one.
    people = math.log10(place.population or 3000)
    curated = 1.0 if place.id.startswith("dl:") else 0.0
    by_kind = {
        "A.PCLI": 9.0,
        "A.ADM1": 2.5 + 0.5 * people + curated,
        "A.ADM2": 0.5 + 0.5 * people,
        "L.CONT": 8.0,
        "S.AIRP": 2.5 + curated,
        "S.AIRB": 2.5 + curated,
    }
    if place.kind in by_kind:
        return by_kind[place.kind]
    if place.kind[0] == "P":
        return people + curated + (1.0 if place.kind == "P.PPLC" else 0.0)
    return 5.0 + curated


@dataclass(frozen=True, slots=True)
class _Context:
    """What the whole document says about where it plays."""

    votes: dict[str, Counter[str]]
    """By name key, for which countries its mentions speak, by ISO code; "" for demonyms."""
    admin1: frozenset[tuple[str | None, str | None]]
    """Divisions that the text names: (country, admin1)."""

    @classmethod
    def of(cls, document: Document, names: list[_Name], gazetteer: Gazetteer) -> _Context:
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        votes[""] = _demonyms(document, gazetteer)
        divisions = set()
        for name in names:
            best = name.readings[0].place if name.readings else None
            if best is None:
                continue
            if best.kind == "A.PCLI" and best.country:
                votes[name.key][best.country] += 2
            elif best.country and _lead(name.readings) > 1.0:
                votes[name.key][best.country] += 1
            divisions |= {
                (reading.place.country, reading.place.admin1)
                for reading in name.readings[:3]
                if reading.place.kind == "A.ADM1"
            }
        return cls(votes, frozenset(divisions))

    def shares(self, key: str) -> dict[str, float]:
        """Give each country's share of what is said beside one name.

        A name is no witness for itself: "Tripoli" alone would always speak for Libya.
        """
        counts: Counter[str] = Counter()
        for other, votes in self.votes.items():
            if other != key:
                counts.update(votes)
        total = sum(counts.values())
        return {country: count / total for country, count in counts.items()}


def _demonyms(document: Document, gazetteer: Gazetteer) -> Counter[str]:
    """Count the countries of demonyms ("Syrian") in the title and the text."""
    counts: Counter[str] = Counter()
    for word in words(f"{document.title or ''}\n{document.text}"):
        if not word.text[:1].islower():
            for match in gazetteer.by_key(word.key):
                if match.role is Role.DEMONYM and match.place.country:
                    counts[match.place.country] += 1
    return counts


def _weigh(
    reading: _Reading,
    shares: dict[str, float],
    divisions: frozenset[tuple[str | None, str | None]],
) -> None:
    place = reading.place
    share = shares.get(place.country or "", 0.0)
    if share > 0 and place.kind != "A.PCLI":
        # The first mention says most; ten times as many say twice as much.
        reading.add(1.0 + 2.5 * share, f"the text speaks of {place.country}")
    if place.admin1 and place.kind[0] != "A" and (place.country, place.admin1) in divisions:
        reading.add(0.8, f"the text names {place.admin1}")


def _add_cues(text: str, names: list[_Name]) -> None:
    """Use what stands directly around each name: "city of X", "X province", "X, Y"."""
    for name in names:
        behind = _DIVISION_BEHIND.match(text, name.toponym.end)
        before = _TOWN_BEFORE.search(text[max(0, name.toponym.start - 20) : name.toponym.start])
        noun, kinds = "", ""
        if before:
            noun, kinds = before.group(1).lower(), "P."
        elif behind:
            noun, kinds = behind.group(1).lower(), "A.ADM"
        for reading in name.readings:
            if kinds and reading.place.kind.startswith(kinds):
                reading.add(4.0, f"it is called a {noun}")
    for name, parent in pairwise(names):
        between = text[name.toponym.end : parent.toponym.start]
        if between in _PARENT_FOLLOWS and parent.readings:
            places = [reading.place for reading in parent.readings[:8]]
            _add_parent(name, parent.toponym.text, places)


def _add_parent(name: _Name, written: str, parents: Sequence[Place]) -> None:
    """Favour the readings that lie in one of the places written behind the name."""
    for reading in name.readings:
        if any(_contains(parent, reading.place) for parent in parents):
            reading.add(6.0, f"“{written}” stands behind it")
            name.has_parent = True


def _contains(parent: Place, place: Place) -> bool:
    if parent.id == place.id:
        return False
    if parent.kind == "A.PCLI":
        return parent.country == place.country and place.kind != "A.PCLI"
    if parent.kind in {"A.ADM1", "A.ADM2"} and place.kind not in {"A.PCLI", "A.ADM1"}:
        if parent.country != place.country or parent.admin1 != place.admin1:
            return False
        return parent.kind == "A.ADM1" or parent.admin2 == place.admin2
    return False


def _add_nearness(name: _Name, sure: list[Place]) -> None:
    for reading in name.readings:
        place = reading.place
        if place.kind in {"A.PCLI", "L.CONT"}:
            continue
        near = 0.0
        nearest: Place | None = None
        for other in sure:
            if other.kind in {"A.PCLI", "L.CONT"} or other.id == place.id:
                continue
            # A degree is at most 111 km: most places need no exact distance.
            if abs(other.lat - place.lat) > 3.0:  # noqa: PLR2004
                continue
            weight = math.exp(-distance_km(place.lat, place.lon, other.lat, other.lon) / _NEAR_KM)
            if weight > near:
                near, nearest = weight, other
        if nearest is not None and near > 0.2:  # noqa: PLR2004  (about 240 km)
            reading.add(1.5 * near, f"it is near {nearest.name}")


def _one_sense(names: list[_Name]) -> None:
    """Let all mentions of a name share their scores, but those with a parent of their own."""
    groups: dict[str, list[_Name]] = defaultdict(list)
    for name in names:
        groups[name.key].append(name)
    for group in groups.values():
        settled = [name for name in group if name.has_parent]
        if not settled:
            continue
        chosen = settled[0].best.place
        for name in group:
            if name.has_parent:
                continue
            for reading in name.readings:
                if reading.place.id == chosen.id:
                    reading.add(4.0, f"elsewhere the text says “{settled[0].toponym.text}” of it")


def _lead(readings: Sequence[_Reading]) -> float:
    """Give how far the best reading is ahead of the next one that lies elsewhere."""
    ranked = sorted(readings, key=lambda reading: -reading.score)
    best = ranked[0]
    rival = next((each for each in ranked[1:] if not _same(each.place, best.place)), None)
    return math.inf if rival is None else best.score - rival.score


def _same(a: Place, b: Place) -> bool:
    if distance_km(a.lat, a.lon, b.lat, b.lon) <= _SAME_PLACE_KM:
        return True
    # A town and the division named after it are one story at two scales.
    return a.country == b.country and a.admin1 == b.admin1 and "A.ADM1" in {a.kind, b.kind}


def _decide(name: _Name) -> Resolution:
    if not name.readings:
        reason = "no place in the gazetteer bears this name"
        return Resolution(name.toponym, None, 0.0, reason)
    ranked = sorted(name.readings, key=lambda reading: (-reading.score, reading.place.id))
    best = ranked[0]
    rivals = [each for each in ranked[1:] if not _same(each.place, best.place)]
    share = 1.0 / (1.0 + sum(10 ** (each.score - best.score) for each in rivals))
    others = tuple(each.place for each in ranked[1:6])
    confidence = round(min(0.99, share) * _TRUST[best.how], 3)
    if share < _SURE:
        reason = (
            f"{len(rivals) + 1} places bear this name, and nothing in the text tells them apart"
        )
        return Resolution(name.toponym, None, confidence, reason, (best.place, *others))
    return Resolution(name.toponym, best.place, confidence, _reason(best, len(rivals)), others)


def _reason(best: _Reading, rivals: int) -> str:
    how = {
        Role.PRIMARY: "its name in the gazetteer",
        Role.ALTERNATE: "another of its names",
        Role.SHORT: "an abbreviation of its name",
        Role.CODE: "its code",
    }[best.role]
    if best.how != EXACT:
        how = f"{how}, {_SPELLED[best.how]}"
    parts = [f"this is {how}", *dict.fromkeys(best.why)]
    if rivals:
        parts.append(
            "one other place bears it" if rivals == 1 else f"{rivals} other places bear it"
        )
    else:
        parts.append("no other place bears it")
    return "; ".join(parts)
