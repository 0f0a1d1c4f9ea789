"""Exports of ACLED, UCDP GED and GDELT, recognised and mapped. All rows are made up."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from geo.errors import TableError
from geo.schema import faults
from geo.tables import Columns, geocode_table, known, reading
from geo.tables import from_bytes as events_from_bytes
from geo.tables.cameo import act

ACLED = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
    "actor2,iso,country,admin1,admin2,location,latitude,longitude,geo_precision,source,notes,"
    "fatalities"
)
GED = (
    "id,year,type_of_violence,side_a,side_b,source_article,source_office,source_headline,"
    "where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,country,"
    "date_prec,date_start,date_end,best,high,low"
)


def geocoded(text: str, gazetteer, name: str = "export.csv"):
    table = reading.from_bytes(name, text.encode())
    done = geocode_table(table, Columns(), gazetteer)
    assert len(done) == len(table.rows)
    assert faults(done.placed) == ()
    return done


def acled(**given: str) -> str:
    row = {
        "event_id_cnty": "SYR1", "event_date": "05 March 2020", "year": "2020",
        "time_precision": "1", "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence", "sub_event_type": "Air/drone strike",
        "actor1": "Air force", "actor2": "", "iso": "760", "country": "Syria", "admin1": "Idleb",
        "admin2": "Ariha", "location": "Ariha", "latitude": "35.8137", "longitude": "36.6100",
        "geo_precision": "1", "source": "Border Courier",
        "notes": '"On 5 March, aircraft struck Ariha, killing two."', "fatalities": "2",
    } | given  # fmt: skip
    return ",".join(row[name] for name in ACLED.split(","))


def test_acled_keeps_its_point_type_and_words(gazetteer) -> None:
    row = geocoded(f"{ACLED}\n{acled()}\n", gazetteer).placed.loc[0]
    assert (row.geometry.y, row.geometry.x) == (35.8137, 36.61)
    assert row["event_id"] == "SYR1"
    assert (row["event_type"], row["sub_event_type"]) == (
        "Explosions/Remote violence",
        "Air/drone strike",
    )
    assert row["date_start"].date() == row["date_end"].date() == date(2020, 3, 5)
    assert (row["country"], row["admin1"], row["location"]) == ("SY", "Idleb", "Ariha")
    assert (row["geo_precision"], row["fatalities"], row["time_precision"]) == (1, 2, 1)
    assert row["quote"] == "On 5 March, aircraft struck Ariha, killing two."
    assert row["input_country"] == "Syria"
    assert row["disorder_type"] == "Political violence"
    assert "ACLED" in row["reason"]


@pytest.mark.parametrize(("theirs", "ours"), [("1", 1), ("2", 3), ("3", 4)])
def test_acled_precision_never_claims_more_than_it_says(gazetteer, theirs, ours) -> None:
    done = geocoded(f"{ACLED}\n{acled(geo_precision=theirs)}\n", gazetteer)
    assert done.placed.loc[0, "geo_precision"] == ours


@pytest.mark.parametrize(
    ("level", "first", "last"),
    [("2", date(2020, 3, 2), date(2020, 3, 8)), ("3", date(2020, 3, 1), date(2020, 3, 31))],
)
def test_acled_days_that_stand_for_a_week_or_a_month_become_it(
    gazetteer, level, first, last
) -> None:
    row = geocoded(f"{ACLED}\n{acled(time_precision=level)}\n", gazetteer).placed.loc[0]
    assert (row["date_start"].date(), row["date_end"].date()) == (first, last)
    assert row["time_precision"] == int(level)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"latitude": ""}, "no coordinates"),
        ({"latitude": "north"}, "are no coordinates"),
        ({"latitude": "nan"}, "are no coordinates"),
        ({"latitude": "91"}, "nowhere on earth"),
        ({"latitude": "0", "longitude": "0"}, "never filled in"),
    ],
)
def test_a_row_without_a_point_is_refused(gazetteer, given, reason) -> None:
    done = geocoded(f"{ACLED}\n{acled(**given)}\n{acled(event_id_cnty='SYR2')}\n", gazetteer)
    assert (len(done.placed), len(done.refused)) == (1, 1)
    assert reason in done.refused.loc[0, "reason"]
    assert done.refused.loc[0, "row"] == 2


def test_a_bad_day_costs_the_day_and_not_the_row(gazetteer) -> None:
    row = geocoded(f"{ACLED}\n{acled(event_date='soon')}\n", gazetteer).placed.loc[0]
    assert pd.isna(row["date_start"])
    assert "no day taken" in row["reason"]


def test_an_unknown_type_is_left_open_and_kept(gazetteer) -> None:
    row = geocoded(f"{ACLED}\n{acled(sub_event_type='Raid')}\n", gazetteer).placed.loc[0]
    assert row["event_type"] == "Mention"
    assert row["input_sub_event_type"] == "Raid"
    assert "left open" in row["reason"]


def test_ged_keeps_its_point_days_counts_and_precision(gazetteer) -> None:
    text = (
        f"{GED}\n77,2019,3,Group A,Civilians,Border Courier 2019-05-14,Border Courier,"
        "Five killed,3,Ariha district,near Ariha,Idlib governorate,Ariha district,35.8,36.6,"
        "Syria,2,2019-05-10 00:00:00.000,2019-05-13 00:00:00.000,5,7,4\n"
    )
    row = geocoded(text, gazetteer).placed.loc[0]
    assert (row["event_id"], row["geo_precision"], row["country"]) == ("77", 3, "SY")
    assert (row["fatalities"], row["fatalities_low"], row["fatalities_high"]) == (5, 4, 7)
    assert (row["event_type"], row["sub_event_type"]) == ("Violence against civilians", "Attack")
    assert (row["date_start"].date(), row["date_end"].date(), row["time_precision"]) == (
        date(2019, 5, 10),
        date(2019, 5, 13),
        2,
    )
    assert (row["actor1"], row["actor2"], row["quote"]) == ("Group A", "Civilians", "Five killed")
    assert row["date_prec"] == "2"


@pytest.mark.parametrize(
    ("country", "code"), [("Myanmar (Burma)", "MM"), ("DR Congo (Zaire)", "CD"), ("Atlantis", None)]
)
def test_ged_countries_with_an_older_name_are_known(gazetteer, country, code) -> None:
    text = f"{GED}\n1,2019,1,A,B,,,,1,X,,,,1.5,2.5,{country},1,2019-05-10,2019-05-10,0,0,0\n"
    found = geocoded(text, gazetteer).placed.loc[0, "country"]
    assert found == code or (code is None and pd.isna(found))


def gdelt(**given: str) -> str:
    row = dict.fromkeys(known.GDELT_COLUMNS, "") | {
        "GLOBALEVENTID": "900000001", "SQLDATE": "20200305", "EventCode": "195",
        "EventRootCode": "19", "Actor1Name": "AIR FORCE", "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Ariha, Idlib, Syria", "ActionGeo_CountryCode": "SY",
        "ActionGeo_Lat": "35.8137", "ActionGeo_Long": "36.61", "DATEADDED": "20200305101500",
        "SOURCEURL": "https://courier.example/ariha",
    }  # fmt: skip
    return "\t".join((row | given).values())


def test_gdelt_is_known_without_a_header(gazetteer) -> None:
    assert len(known.GDELT_COLUMNS) == 61
    text = f"{gdelt()}\n{gdelt(GLOBALEVENTID='2', Actor1Name=chr(34))}\n"
    done = geocoded(text, gazetteer, "20200305.export.CSV")
    row = done.placed.loc[0]
    assert list(done.placed["event_id"]) == ["900000001", "2"]
    assert (row["sub_event_type"], row["country"], row["admin1"]) == (
        "Air/drone strike",
        "SY",
        "Idlib",
    )
    assert (row["url"], row["source"]) == ("https://courier.example/ariha", "courier.example")
    assert row["date_start"].date() == date(2020, 3, 5)
    assert row["geo_precision"] == 1
    assert row["EventCode"] == "195"
    assert (row.geometry.y, row.geometry.x) == (35.8137, 36.61)


def test_gdelt_is_known_with_a_header_too(gazetteer) -> None:
    header = "\t".join(known.GDELT_COLUMNS)
    assert len(geocoded(f"{header}\n{gdelt()}\n", gazetteer, "t.tsv").placed) == 1


@pytest.mark.parametrize(("kind", "level"), [("1", 6), ("2", 4), ("3", 1), ("4", 1), ("5", 4)])
def test_gdelt_levels_become_precision(gazetteer, kind, level) -> None:
    done = geocoded(gdelt(ActionGeo_Type=kind), gazetteer, "t.csv")
    assert done.placed.loc[0, "geo_precision"] == level


def test_gdelt_countries_are_fips_and_not_iso(gazetteer) -> None:
    done = geocoded(gdelt(ActionGeo_CountryCode="GM"), gazetteer, "t.csv")
    assert done.placed.loc[0, "country"] == "DE"


def test_gdelt_without_a_place_is_refused(gazetteer) -> None:
    done = geocoded(gdelt(ActionGeo_Lat="", ActionGeo_Long=""), gazetteer, "t.csv")
    assert (len(done.placed), len(done.refused)) == (0, 1)


@pytest.mark.parametrize(
    ("code", "root", "sub", "status"),
    [
        ("141", "14", "Peaceful protest", "reported"),
        ("145", "14", "Violent demonstration", "reported"),
        ("1821", "18", "Sexual violence", "reported"),
        ("190", "19", "Armed clash", "reported"),
        ("010", "01", "Other", "reported"),
        ("14", "1", "Other", "reported"),
        ("57", "5", "Agreement", "reported"),
        ("138", "13", "Other", "threatened"),
        ("036", "03", "Other", "planned"),
        ("", "", "Other", "reported"),
        ("---", "--", "Other", "reported"),
    ],
)
def test_cameo_codes_become_types_where_both_know_the_act(code, root, sub, status) -> None:
    assert act(code, root)[1:] == (sub, status)


@pytest.mark.parametrize("header", [("place", "date"), ("id", "latitude", "longitude"), ()])
def test_other_tables_are_not_taken_for_an_export(header) -> None:
    assert known.recognise(header) is None


def test_a_named_place_column_wins_over_the_exports_own_points(gazetteer) -> None:
    table = reading.from_bytes("t.csv", f"{ACLED}\n{acled(location='Aleppo')}\n".encode())
    row = geocode_table(table, Columns(place="location"), gazetteer).placed.loc[0]
    assert row["place_id"] == "gn:170063"


def test_an_export_that_is_no_table_of_events_yet_says_how_to_make_one() -> None:
    tables = {"acled ex.csv": f"{ACLED}\n{acled()}\n", "a.csv": gdelt(), "b.csv": "town\nHoms\n"}
    said = {
        "acled ex.csv": "ACLED.*: dateline geocode 'acled ex.csv' -o 'acled ex.geojson'",
        "a.csv": "GDELT.*: dateline geocode a.csv -o a.geojson",
        "b.csv": "lacks .*dateline geocode b.csv --place COLUMN -o b.geojson",
    }
    for name, text in tables.items():
        with pytest.raises(TableError, match=said[name]):
            events_from_bytes(name, text.encode())


def test_rows_whose_date_cannot_be_read_are_counted(gazetteer) -> None:
    rows = "\n".join((ACLED, acled(event_date="soon"), acled(event_id_cnty="SYR2")))
    assert geocoded(f"{rows}\n", gazetteer).undated == 1
