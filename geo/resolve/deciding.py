"""The likeliest reading of a name, with how sure that is and why; or why it stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.gazetteer import FUZZY, LOOSE, TOWNS, Role, Sort
from geo.model import Place, Resolution
from geo.resolve.areas import contains, same_story
from geo.sphere import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.resolve.mentions import Name
    from geo.resolve.weighing import Weighed

SURE = 0.5
"""Below this belief a name stays open: the other readings together are likelier."""
_CERTAIN = 0.99
_MOST_OTHERS = 5
_LEAST = 0.001
"""A reading less likely than this is no rival worth a word."""
_WITNESS = 0.5
"""How sure another name has to be to be called a witness."""
_NEAR_KM = 150.0
_NEAR_DEGREES = _NEAR_KM / 111.0
"""A degree of latitude is a little longer than that."""
_SMALL = 15_000
"""People below which a town is small."""
_FAR_LARGER = 10
"""So many times as large a town is meant, though it is written otherwise in the gazetteer."""
_CITY = 100_000
"""People from which on a town is known by any of its names."""
SPELLED = {LOOSE: "in another spelling", FUZZY: "with a letter mistaken"}
"""What a reason says where the gazetteer does not write a name as it was asked for."""
_TRUST = {LOOSE: 0.9, FUZZY: 0.6}
"""How far a confidence may go, by how the name was found."""
_OF_PART = 0.7
"""The same for the part of a name."""
_ROLES = {
    Role.PRIMARY: "its name in the gazetteer",
    Role.ALTERNATE: "another of its names",
    Role.SHORT: "an abbreviation of its name",
    Role.DEMONYM: "the adjective of its name",
    Role.CODE: "its code",
}


def decide(weighed: Weighed, others: Sequence[Weighed] | None = None) -> Resolution:
    """Choose the likeliest reading of a name, or leave it open.

    Parameters
    ----------
    weighed : Weighed
    others : sequence of Weighed, optional
        All names of the document, to be named as witnesses. None for a name that was
        asked for by itself: then it is a place's for sure.
    """
    name, belief = weighed.name, weighed.belief.tolist()
    order = ranking(weighed)
    ranked = [name.bearers.places[at] for at in order]
    best = ranked[0]
    likeliest = belief.index(max(belief))
    # What a town came before tells of the same town.
    sharing = [
        at
        for at in order
        if at in {order[0], likeliest} or same_story(name.bearers.places[at], best)
    ]
    trust = _TRUST.get(name.how, 1.0) * (_OF_PART if name.within else 1.0)
    share = sum(belief[at] for at in sharing)
    first = belief[order[0]]
    # A town that comes before its likelier division leaves half of that one's share in doubt.
    sure = share if first == max(belief) else first + (share - first) / 2
    confidence = round(min(_CERTAIN, sure) * trust, 3)
    left_out = name.bearers.left_out
    if share < SURE:
        rivals = sum(belief[at] >= _LEAST for at in order) + left_out
        reason = f"{rivals} places bear this name, and nothing in the text tells them apart"
        if others is None:
            reason = (
                f"{rivals} places are called “{best.name}”; name the country or the province to"
                " tell them apart"
            )
        return Resolution(name.toponym, None, confidence, reason, tuple(ranked[: _MOST_OTHERS + 1]))
    rest = tuple(ranked[1 : _MOST_OTHERS + 1])
    witnesses = list(_witnesses(weighed, best, others or ()))
    if others is not None and not witnesses and _is_hearsay(weighed, order[0]):
        reason = (
            f"only {best.name}, a small place, has this as another name,"
            " and nothing in the text speaks for it"
        )
        return Resolution(name.toponym, None, round(confidence / 2, 3), reason, (best, *rest))
    reasons = [
        f"this is {_found(weighed, order[0])}",
        *witnesses,
        _company(best, len(order) - len(sharing) + left_out, rest, name.among),
    ]
    return Resolution(name.toponym, best, confidence, "; ".join(reasons), rest)


def ranking(weighed: Weighed) -> list[int]:
    """Give the numbers of a name's places, the likeliest first; see :func:`_town_of`."""
    belief, places = weighed.belief.tolist(), weighed.name.bearers.places
    order = sorted(range(len(belief)), key=lambda at: (-belief[at], places[at].id))
    town = _town_of(weighed, order)
    if town is not None:
        order.remove(town)
        order.insert(0, town)
    return order


def _town_of(weighed: Weighed, order: Sequence[int]) -> int | None:
    """Give the town that a likeliest division is named for, where no noun says division.

    "In Kherson" is the town, as far as one can tell; and "Zaporizhzhia" the city that
    gazetteers spell otherwise, not the hamlet near it that they spell so.
    """
    bearers = weighed.name.bearers
    best = bearers.places[order[0]]
    towns = [at for at in order[1:] if TOWNS[bearers.sorts[at]] and _may_be_seat(weighed, at, best)]
    if not _is_bare_division(weighed, order[0]):
        hamlet = best.kind[0] == "P" and best.population < _SMALL
        towns = [at for at in towns if hamlet and bearers.places[at].population >= _CITY]
    large = max(towns, key=lambda at: bearers.places[at].population, default=None)
    if large is None:
        return None
    least = bearers.places[large].population / _FAR_LARGER
    own = (at for at in towns if bearers.own[at] and bearers.places[at].population >= least)
    return next(own, large)


def _is_bare_division(weighed: Weighed, at: int) -> bool:
    """Tell whether a place is a division that no noun calls one."""
    bearers = weighed.name.bearers
    if weighed.name.told.called == "division":
        return False
    sort = bearers.sorts[at]
    return bool(
        (sort == Sort.DIVISION and bearers.roles[at] == Role.ALTERNATE) or sort == Sort.DISTRICT
    )


def _may_be_seat(weighed: Weighed, at: int, best: Place) -> bool:
    """Tell whether a town of the same name is known by it, and lies where the other does."""
    bearers = weighed.name.bearers
    place = bearers.places[at]
    if not bearers.own[at] and place.population < _CITY:
        return False
    if place.country != best.country or place.admin1 != best.admin1:
        return False
    apart = distance_km(place.lat, place.lon, best.lat, best.lon)
    return best.kind == "A.ADM1" or apart <= _NEAR_KM


def _is_hearsay(weighed: Weighed, at: int) -> bool:
    """Tell whether a name is no more than another name of a small town.

    Gazetteers know many of those, and the place that is meant may not be among them.
    """
    bearers = weighed.name.bearers
    place = bearers.places[at]
    return (
        bearers.roles[at] == Role.ALTERNATE
        and place.kind[0] == "P"
        and place.population < _SMALL
        and not place.noted
        and not bearers.begins[at]
    )


def _found(weighed: Weighed, at: int) -> str:
    """Say how the place bears the name."""
    name = weighed.name
    role = Role(int(name.bearers.roles[at]))
    if role is Role.PRIMARY and not name.bearers.own[at]:
        role = Role.ALTERNATE
    how = _ROLES[role]
    if name.within:
        return f"“{name.within}” within a name that the gazetteer lacks"
    return f"{how}, {SPELLED[name.how]}" if name.how in SPELLED else how


def _witnesses(weighed: Weighed, best: Place, others: Sequence[Weighed]) -> Iterator[str]:
    """Say what at the mention and in the document speaks for a place."""
    name, told = weighed.name, weighed.name.told
    at = name.bearers.places.index(best)
    if name.parent[at]:
        yield f"“{told.parent}” stands {told.side} it"
    if told.noun and weighed.is_as_called(at):
        yield f"“{told.noun}” stands beside it"
    sure = [
        (other.name, other.best)
        for other in others
        if other.name.told.key != told.key and other.share >= _WITNESS
    ]
    if not best.kind.startswith("A.PCL") and best.country:
        yield from _country(best, sure)
    if best.kind[0] != "A" and best.admin1:
        named = [place for _, place in sure if place.kind == "A.ADM1" and contains(place, best)]
        if named:
            yield f"the text names {named[0].name}"
    yield from _nearest(best, [place for _, place in sure])


def _country(best: Place, sure: list[tuple[Name, Place]]) -> Iterator[str]:
    within = [(name, place) for name, place in sure if place.country == best.country]
    named = next((place for _, place in within if place.kind.startswith("A.PCL")), None)
    if named is not None:
        yield f"the text speaks of {named.name}"
    elif within:
        yield f"“{within[0][0].toponym.text}” lies in the same country"


def _nearest(best: Place, places: list[Place]) -> Iterator[str]:
    if best.kind.startswith(("A.PCL", "L.CONT")):
        return
    near = [
        (distance_km(best.lat, best.lon, place.lat, place.lon), place.name)
        for place in places
        if abs(best.lat - place.lat) < _NEAR_DEGREES  # quicker to tell than how far it is
        and place.kind[0] != "A"
        and place.kind != "L.CONT"
        and place.id != best.id
    ]
    away, name = min(near, default=(_NEAR_KM, ""))
    if away < _NEAR_KM:
        yield f"it is near {name}"


def _company(place: Place, rivals: int, others: Sequence[Place], among: str) -> str:
    """Say which others bear the name; a reading of the same story is no rival."""
    elsewhere = f"elsewhere{among}"
    if rivals:
        return (
            f"{rivals} places {elsewhere} bear it too"
            if rivals > 1
            else f"one place {elsewhere} bears it too"
        )
    if not others:
        return f"no other place{among} bears it"
    if all(contains(other, place) for other in others):
        return "only the division around it bears it too"
    if all(contains(place, other) for other in others):
        return "only places within it bear it too"
    return "only places around it bear it too"
