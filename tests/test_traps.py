"""Names that mean several things: ranked, or refused, as a person would, given the country."""

from __future__ import annotations

import pytest

from geo import resolve
from geo.gazetteer import Gazetteer
from geo.sphere import distance_km

# name; country asked for or "-"; expected country, kind (or its class) and point, or "None"
TRAPS = """
Tripoli; -; LY P 32.89 13.19
Tripoli; LB; LB P 34.44 35.85
Tripoli; LY; LY P 32.89 13.19
Tripoli, Lebanon; -; LB P 34.44 35.85
Tripoli, Libya; -; LY P 32.89 13.19
Tripoli; GR; GR P 37.51 22.38
Homs; -; SY P 34.73 36.72
Homs; LY; LY P 32.65 14.26
Hama; -; SY P 35.13 36.76
Hama; JP; JP P
Georgia; -; GE A.PCLI
Georgia; US; US A.ADM1 32.75 -83.5
Georgia; GE; GE A.PCLI
Jordan; -; JO A.PCLI
Jordan; JO; JO A.PCLI
Turkey; -; TR A.PCLI
Turkey; TR; TR A.PCLI
Chad; -; TD A.PCLI
Mali; -; ML A.PCLI
Mary; TM; TM
Mary, Turkmenistan; -; TM
Nice; FR; FR P 43.70 7.27
Reading; GB; GB P 51.46 -0.97
Reading; US; US P 40.34 -75.93
Batman; TR; TR P 37.88 41.13
Van; TR; TR P 38.49 43.38
Ordu; TR; TR P 40.98 37.88
Of; TR; TR P 40.94 40.27
Cairo; -; EG P 30.06 31.25
Cairo; US; US P
Cairo, Illinois; -; US P 37.0 -89.18
Alexandria; -; EG P 31.2 29.92
Alexandria; US; US P 38.8 -77.05
Alexandria, Virginia; -; US P 38.8 -77.05
Alexandria, Egypt; -; EG P 31.2 29.92
Valencia; ES; ES P 39.47 -0.38
Valencia; VE; VE P 10.16 -68.0
Cordoba; ES; ES P 37.89 -4.77
Cordoba; AR; AR P -31.41 -64.18
Santiago; CL; CL P -33.46 -70.65
Santiago; -; CL P -33.46 -70.65
Santiago; DO; DO P
San Jose; CR; CR P 9.93 -84.08
San Jose; US; US P 37.34 -121.89
Victoria; CA; CA P 48.43 -123.37
Victoria; AU; AU A.ADM1 -37 145
Victoria; SC; SC P -4.62 55.45
Perth; AU; AU P -31.95 115.86
Perth; GB; GB P 56.4 -3.43
Birmingham; GB; GB P 52.48 -1.9
Birmingham; US; US P 33.52 -86.8
Birmingham, Alabama; -; US P 33.52 -86.8
London; -; GB P 51.51 -0.13
London; CA; CA P 42.98 -81.23
London, Ontario; -; CA P 42.98 -81.23
Paris; -; FR P 48.85 2.35
Paris; US; None
Paris, Texas; -; US P 33.66 -95.56
Athens; -; GR P 37.98 23.73
Athens, Georgia; -; US P 33.96 -83.38
Rome; -; IT P 41.89 12.51
Rome, Georgia; -; US P 34.26 -85.16
Moscow; -; RU P 55.75 37.62
Moscow; US; US P 46.73 -117
Berlin; -; DE P 52.52 13.41
Hamburg; -; DE P 53.55 9.99
Vienna; -; AT P 48.21 16.37
Vienna, Virginia; -; US P 38.9 -77.27
Odessa; UA; UA P 46.48 30.73
Odessa; US; US P 31.85 -102.37
Odesa; -; UA P 46.48 30.73
Manchester; -; GB P 53.48 -2.24
Manchester; US; None
Manchester, New Hampshire; -; US P 43.0 -71.45
Boston; -; US P 42.36 -71.06
Boston; GB; GB P 52.98 -0.02
Cambridge; GB; GB P 52.2 0.12
Cambridge; US; US P 42.38 -71.11
Oxford; GB; GB P 51.75 -1.26
Lincoln; GB; GB P 53.23 -0.54
Lincoln; US; US P 40.8 -96.67
Washington; GB; GB P 54.9 -1.52
Washington, D.C.; -; US P 38.9 -77.04
New York; -; US P 40.71 -74.01
Kingston; JM; JM P 18.0 -76.79
Kingston; CA; CA P 44.23 -76.48
Hamilton; CA; CA P 43.25 -79.85
Hamilton; NZ; NZ P -37.79 175.28
Hamilton; BM; BM P 32.29 -64.78
Wellington; NZ; NZ P -41.29 174.78
Newcastle; AU; AU P -32.93 151.78
Newcastle; ZA; ZA P -27.76 29.93
Hyderabad; IN; IN P 17.38 78.46
Hyderabad; PK; PK P 25.39 68.37
Punjab; IN; IN A.ADM1
Punjab; PK; PK A.ADM1
Balochistan; PK; PK A.ADM1
Kandahar; AF; AF P 31.61 65.71
Galicia; ES; ES A.ADM1
Lagos; NG; NG P 6.45 3.39
Lagos; PT; PT P 37.1 -8.67
Granada; ES; ES P 37.19 -3.61
Granada; NI; NI P 11.93 -85.96
Merida; MX; MX P 20.97 -89.62
Merida; VE; VE P 8.6 -71.14
Leon; MX; MX P 21.13 -101.67
Leon; NI; NI P 12.44 -86.88
Barcelona; ES; ES P 41.39 2.16
Barcelona; VE; VE P 10.14 -64.69
Cartagena; CO; CO P 10.4 -75.5
Cartagena; ES; ES P 37.6 -0.99
Trujillo; PE; PE P -8.12 -79.03
Guadalajara; MX; MX P 20.67 -103.35
Guadalajara; ES; ES P 40.63 -3.17
Salem; IN; IN P 11.65 78.16
Salem, Oregon; -; US P 44.94 -123.04
Portland, Maine; -; US P 43.66 -70.26
Portland, Oregon; -; US P 45.52 -122.68
Springfield, Illinois; -; US P 39.8 -89.64
Springfield, Missouri; -; US P 37.2 -93.29
Bangor, Maine; -; US P 44.8 -68.78
Bangor; GB; GB P
Long Beach, CA; -; US P 33.77 -118.19
Idlib; -; SY P 35.93 36.63
Idlib province; -; SY A.ADM1
Aleppo province; -; SY A.ADM1
Damascus; US; US P
Lebanon; -; LB A.PCLI
Lebanon; US; None
Palestine; -; PS A.PCLI
Palestine, Texas; -; US P 31.76 -95.63
Kosovo; -; XK A.PCLI
Niger; -; NE A.PCLI
Guinea; -; GN A.PCLI
Dominica; -; DM A.PCLI
Ireland; -; IE A.PCLI
Luxembourg; -; LU
Mexico; -; MX A.PCLI
Brazil; US; US P
Cuba; -; CU A.PCLI
Peru; US; None
Gaza; PS; PS
Jericho; PS; PS P 31.87 35.44
Bethlehem; PS; PS P 31.7 35.2
Bethlehem; US; US P 40.63 -75.37
Medina; SA; SA P 24.47 39.61
Abkhazia; -; GE A.ADM1
Kharkiv region; -; UA A.ADM1
W.Va.; -; US A.ADM1 38.5 -80.5
Heathrow; GB; GB S.AIRP 51.47 -0.46
Euphrates; -; - H.STM
Qwxyzville; -; None
Tripoli; JP; None
Homs; IS; None
Syrians; -; None
"""


def _cases() -> list[object]:
    found: list[object] = []
    for line in TRAPS.strip().splitlines():
        name, country, expected = line.split("; ")
        found.append(pytest.param(name, country, expected.split(), id=f"{name} {country}"))
    return found


def test_there_are_enough_of_them() -> None:
    assert len(_cases()) >= 100


@pytest.mark.parametrize(("name", "country", "expected"), _cases())
def test_a_name_means_what_a_person_would_take_it_for(
    gazetteer: Gazetteer, name: str, country: str, expected: list[str]
) -> None:
    found = resolve.look_up(name, gazetteer, country=None if country == "-" else country)
    place = found.place
    if expected == ["None"]:
        assert place is None
        return
    assert place is not None, found.reason
    assert (place.country or "-") == expected[0], place
    if len(expected) > 1:
        assert place.kind.startswith(expected[1]), place
    if len(expected) > 2:
        lat, lon = map(float, expected[2:])
        assert distance_km(lat, lon, place.lat, place.lon) <= 25, place
