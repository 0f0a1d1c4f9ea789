"""The app's wiring, without a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[1]
PROBE = "![x](http://example.invalid/x.png) {{6*7*11}} </script>"


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)


def test_it_opens_on_the_sample_reports(app: AppTest) -> None:
    app.run()
    assert not app.exception
    table = app.dataframe[0].value
    assert len(table) > 20
    assert "Idlib" in set(table["admin1"])


def test_pasted_text_is_parsed_against_the_given_date(app: AppTest) -> None:
    app.run()
    app.radio(key="source").set_value("Paste text").run()
    assert "Paste the text" in app.info[0].value
    app.text_area(key="pasted").set_value("Six people were killed in Idlib on Sunday.")
    app.button[0].click().run()
    assert app.dataframe[0].value["date_start"].isna().all()
    app.date_input(key="published_pasted").set_value("2020-03-02")
    app.button[0].click().run()
    table = app.dataframe[0].value
    assert table["fatalities"].tolist() == [6]
    assert str(table["date_start"].iloc[0].date()) == "2020-03-01"


def test_text_without_events_says_so(app: AppTest) -> None:
    app.run()
    app.radio(key="source").set_value("Paste text").run()
    app.text_area(key="pasted").set_value("The weather in Idlib was fine.")
    app.button[0].click().run()
    assert not app.exception
    assert "No events were found" in app.info[0].value


def test_uploads_are_read_and_a_bad_one_is_named(app: AppTest) -> None:
    app.run()
    app.radio(key="source").set_value("Upload files").run()
    app.file_uploader(key="uploads").set_value(
        [
            (
                "good.txt",
                b"date 2020-03-02 Six people were killed in Idlib on Sunday.",
                "text/plain",
            ),
            ("bad.jsonl", b"{oops}", "application/json"),
        ]
    ).run()
    assert not app.exception
    assert app.dataframe[0].value["fatalities"].tolist() == [6]
    assert any("bad.jsonl, line 1" in text.value for text in app.text)


def test_hostile_text_reaches_no_markdown(app: AppTest) -> None:
    app.run()
    app.radio(key="source").set_value("Paste text").run()
    app.text_area(key="pasted").set_value(f"{PROBE} Six people were killed in Idlib.")
    app.button[0].click().run()
    assert not app.exception
    shown = [each.value for each in (*app.markdown, *app.caption, *app.info, *app.warning)]
    assert not any("example.invalid" in str(text) or "{{" in str(text) for text in shown)


def test_choosing_a_row_selects_its_event(app: AppTest) -> None:
    app.run()
    first = app.session_state["parsed"].table.query("event_type != 'Mention'")["event_id"].iloc[0]
    app.session_state["selected"] = first
    app.run()
    assert app.session_state["selected"] == first
    assert not app.exception


def test_another_text_under_the_same_id_is_parsed_anew(app: AppTest) -> None:
    app.run()
    app.radio(key="source").set_value("Upload files").run()
    for killed in (6, 7):
        line = f'{{"id": "1", "text": "{killed} people were killed in Idlib on 5 May 2019."}}'
        app.file_uploader(key="uploads").set_value(
            [("a.jsonl", line.encode(), "application/json")]
        ).run()
        assert app.dataframe[0].value["fatalities"].tolist() == [killed]


def test_a_changed_events_file_is_read_anew(app: AppTest) -> None:
    app.run()
    app.radio(key="source").set_value("Upload files").run()
    header = "event_id,event_type,sub_event_type,status,document_id,quote,fatalities,lat,lon"
    for killed in (2, 77):
        content = f"{header}\ne,Battles,Armed clash,reported,d,Told.,{killed},35.9,36.6\n"
        app.file_uploader(key="uploads").set_value(
            [("events.csv", content.encode(), "text/csv")]
        ).run()
        assert app.dataframe[0].value["fatalities"].tolist() == [killed]


def test_pasted_front_matter_is_read(app: AppTest) -> None:
    app.run()
    app.radio(key="source").set_value("Paste text").run()
    text = "---\npublished: 2020-03-02\n---\nSix people were killed in Idlib on Sunday."
    app.text_area(key="pasted").set_value(text)
    app.button[0].click().run()
    assert str(app.dataframe[0].value["date_start"].iloc[0].date()) == "2020-03-01"


def test_the_date_of_one_text_is_not_left_over_for_another_way_in(app: AppTest) -> None:
    app.run()
    app.radio(key="source").set_value("Paste text").run()
    app.text_area(key="pasted").set_value("Six people were killed in Idlib on Sunday.")
    app.date_input(key="published_pasted").set_value("2020-03-02")
    app.button[0].click().run()
    app.radio(key="source").set_value("Upload files").run()
    report = b"Six people were killed in Idlib on Sunday."
    app.file_uploader(key="uploads").set_value([("a.txt", report, "text/plain")]).run()
    assert app.dataframe[0].value["date_start"].isna().all()


def test_the_table_is_in_order_of_days(app: AppTest) -> None:
    app.run()
    days = app.dataframe[0].value["date_start"].dropna()
    assert days.is_monotonic_increasing
