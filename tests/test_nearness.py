"""What is only near a named place is not put on it."""

from __future__ import annotations

import pytest

import geo


@pytest.mark.parametrize(
    ("where", "radius"),
    [
        ("near Saraqib", 13), ("outside the town of Saraqib", 13),
        ("on the southern outskirts of Saraqib", 13), ("south-east of Saraqib", 13),
        ("12 km north of Saraqib", 15), ("10 miles from Saraqib", 19.1),
    ],
)  # fmt: skip
def test_an_event_near_a_place_is_known_to_some_kilometres(where: str, radius: float) -> None:
    (event,) = geo.parse(f"Shells killed two people {where} on 3 May 2019.").itertuples()
    assert (event.location, event.geo_precision) == ("Saraqib", 2)
    assert event.radius_km == pytest.approx(radius, abs=0.6)


@pytest.mark.parametrize(
    "where", ["in Saraqib", "in the town of Saraqib", "at a market in Saraqib"]
)
def test_an_event_in_a_place_is_there(where: str) -> None:
    (event,) = geo.parse(f"Shells killed two people {where} on 3 May 2019.").itertuples()
    assert event.geo_precision == 1
