from __future__ import annotations

import codecs
import gzip
import io
import json
import random
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.documents import from_bytes, from_text, parse_day, read
from geo.errors import DocumentError, PassedOverError

GIVEN = date(2001, 1, 1)
BODY = "Shells fell on Azaz on Monday, killing three traders."
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Shells hit the market of Azaz | Border Courier</title>
<meta property="og:title" content="Shells hit the market of Azaz">
<meta property="og:site_name" content="Border Courier">
<link rel="canonical" href="https://courier.example/news/azaz-market">
{head}
</head>
<body>
<nav><ul><li><a href="/">Start page</a></li><li><a href="/world">World</a></li>
<li><a href="/login">Sign in to read later</a></li></ul></nav>
<aside><p>Most read: Ten recipes for the weekend</p></aside>
<article>
<h1>Shells hit the market of Azaz</h1>
<p>Shells fell on the market of Azaz early in the morning, killing three traders and wounding eleven
others, the town council said in a statement.</p>
<p>Residents carried the wounded to the clinic at Sijjo, the only one in the district that is
still open, because the road to the north was closed for most of the day.</p>
<p>It was the third attack on the town since winter, and the council asked for the crossing
to be opened to ambulances. Nobody has said who fired.</p>
</article>
<footer><p>Copyright 2011 Border Courier. Subscribe to our newsletter.</p></footer>
</body>
</html>
"""
PAGE_DATE = '<meta property="article:published_time" content="2019-05-15T08:30:00+03:00">'


class Refusals(list):
    """Collects what is refused."""

    def __call__(self, error):
        self.append(error)

    @property
    def said(self):
        return [str(error) for error in self]


@pytest.fixture
def refusals():
    return Refusals()


def one(name, content, **options):
    """Read what has to be exactly one document."""
    data = content if isinstance(content, bytes) else content.encode()
    (document,) = from_bytes(name, data, **options)
    return document


def page(*, head=""):
    return PAGE.format(head=head)


# --- text with and without front matter


@pytest.mark.parametrize("name", ["a.txt", "a.md", "A.TXT", "-"])
def test_plain_text_is_the_body(name):
    document = one(name, BODY)
    assert document.text == BODY
    assert document.path == name
    assert (document.title, document.source, document.url) == (None, None, None)
    assert document.published is None
    assert document.notes == ()


def test_front_matter_gives_the_fields_and_is_no_part_of_the_body():
    content = f"""---
title: "Azaz: the market"
source: Border Courier
url: https://courier.example/azaz
published: 2019-05-15
language: en
---

{BODY}
"""
    document = one("a.md", content)
    assert document.text == BODY
    assert document.title == "Azaz: the market"
    assert document.source == "Border Courier"
    assert document.url == "https://courier.example/azaz"
    assert document.published == date(2019, 5, 15)
    assert document.language == "en"


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ('"Azaz"', "Azaz"),
        ("'Azaz'", "Azaz"),
        ('Rebels take "Azaz"', 'Rebels take "Azaz"'),
        ("Azaz' fall", "Azaz' fall"),
        ('"', '"'),
    ],
)
def test_quotes_around_a_whole_value_alone_are_taken_off(written, title):
    assert one("a.md", f"---\ntitle: {written}\n---\n{BODY}").title == title


def test_empty_front_matter_is_no_part_of_the_body():
    assert one("a.md", f"---\n---\n{BODY}").text == BODY


def test_front_matter_that_never_ends_is_text():
    content = f"---\n{BODY}"
    assert one("a.md", content).text == content


def test_rule_within_the_text_is_no_front_matter():
    content = f"{BODY}\n---\ntitle: no\n---\n"
    document = one("a.md", content)
    assert document.text == content
    assert document.title is None


def test_unused_front_matter_field_is_noted():
    document = one("a.md", f"---\nauthor: N. N.\n# a comment\n\n---\n{BODY}")
    assert document.notes == ("front matter field 'author' is not used",)


def test_front_matter_line_without_colon_is_refused_by_its_number(refusals):
    assert not list(from_bytes("a.md", b"---\ntitle: x\nnonsense\n---\nText", on_error=refusals))
    assert refusals.said == ["a.md, line 3: is not of the form 'name: value'"]


def test_lists_in_front_matter_are_passed_by():
    document = one("a.md", f"---\ntags:\n- war\n  - Idlib\ntitle: x\n---\n{BODY}")
    assert (document.title, document.text) == ("x", BODY)
    assert document.notes == ("front matter field 'tags' is not used",)


def test_front_matter_without_a_body_is_refused(refusals):
    assert not list(from_bytes("a.md", b"---\ntitle: x\n---\n\n", on_error=refusals))
    assert refusals.said == ["a.md: it holds no text"]


@pytest.mark.parametrize("content", [b"", b" \n\t\n", codecs.BOM_UTF8])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_empty_file_is_refused(name, content, refusals):
    assert not list(from_bytes(name, content, on_error=refusals))
    assert refusals.said == [f"{name}: it holds no text"]


def test_first_refusal_is_raised_where_nobody_listens():
    with pytest.raises(DocumentError, match="holds no text"):
        list(from_bytes("a.txt", b""))


def test_unknown_suffix_is_refused_with_the_choices(refusals):
    assert not list(from_bytes("a.docx", b"PK", on_error=refusals))
    assert refusals.said == ["a.docx: '.docx' is not one of .txt, .md, .jsonl, .html, .htm"]


def test_kind_given_by_the_caller_outdoes_the_suffix():
    assert one("pasted", BODY, kind=".txt").text == BODY


def test_source_falls_back_to_the_host_of_the_address():
    assert one("a.md", f"---\nurl: https://News.Example/x\n---\n{BODY}").source == "news.example"


def test_odd_address_costs_no_document():
    document = one("a.md", f"---\nurl: http://[broken\n---\n{BODY}")
    assert document.url == "http://[broken"
    assert document.source is None


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_of_other_systems_become_newlines(newline):
    content = f"---\ntitle: x\n---\nOne.\nTwo.\n{BODY}".replace("\n", newline)
    document = one("a.md", content)
    assert document.title == "x"
    assert document.text == f"One.\nTwo.\n{BODY}"


# --- JSON lines


def lines(*objects):
    return "\n".join(each if isinstance(each, str) else json.dumps(each) for each in objects)


def test_each_line_is_a_document():
    content = lines(
        {"text": "One.", "title": "A", "published": "2020-03-02", "id": "x-1"},
        "",
        {"text": "Two.", "source": "B", "url": "https://b.example/2", "language": "en"},
    )
    first, second = from_bytes("a.jsonl", content.encode())
    assert (first.id, first.text, first.title) == ("x-1", "One.", "A")
    assert first.published == date(2020, 3, 2)
    assert (second.text, second.source, second.url) == ("Two.", "B", "https://b.example/2")
    assert second.language == "en"
    assert second.published is None


def test_bad_lines_are_named_and_the_others_go_on(refusals):
    content = lines(
        {"text": "One."},
        "{not json",
        "[1, 2]",
        {"title": "no text"},
        {"text": 7},
        {"text": "  "},
        {"text": "Two.", "title": ["x"]},
        {"text": "Two.", "published": "soon"},
        {"text": "Two.", "published": 20200302},
        {"text": "Two."},
    )
    found = list(from_bytes("a.jsonl", content.encode(), on_error=refusals))
    assert [document.text for document in found] == ["One.", "Two."]
    assert [(error.line, error.field) for error in refusals] == [
        (2, None),
        (3, None),
        (4, "text"),
        (5, "text"),
        (6, None),
        (7, "title"),
        (8, "published"),
        (9, "published"),
    ]
    assert all(f"a.jsonl, line {error.line}" in str(error) for error in refusals)
    assert "not JSON" in refusals.said[0]


def test_deeply_nested_line_is_refused_like_any_other(refusals):
    content = lines("[" * 100_000, {"text": "Two."})
    (document,) = from_bytes("a.jsonl", content.encode(), on_error=refusals)
    assert document.text == "Two."
    assert [error.line for error in refusals] == [1]


def test_number_as_id_is_its_text():
    assert one("a.jsonl", lines({"text": BODY, "id": 17})).id == "17"


@pytest.mark.parametrize("value", [True, 1.5, ["x"]])
def test_id_of_another_kind_is_refused(value, refusals):
    content = lines({"text": BODY, "id": value})
    assert not list(from_bytes("a.jsonl", content.encode(), on_error=refusals))
    assert [error.field for error in refusals] == ["id"]


def test_lone_surrogates_are_replaced_and_noted():
    document = one("a.jsonl", '{"text": "Az\\ud800az", "title": "\\udfffx"}')
    assert document.text == "Az\ufffdaz"
    assert document.title == "\ufffdx"
    assert document.notes == ("half characters (lone surrogates) were replaced",)


def test_whole_pairs_of_surrogates_are_characters():
    document = one("a.jsonl", '{"text": "fire \\ud83d\\udd25"}')
    assert document.text == "fire 🔥"
    assert document.notes == ()


def test_windows_line_ends_part_json_lines_too():
    content = lines({"text": "One."}, {"text": "Two."}).replace("\n", "\r\n")
    assert [each.text for each in from_bytes("a.jsonl", content.encode())] == ["One.", "Two."]


def test_refusal_by_a_strict_listener_is_told_once():
    told = []

    def strict(error):
        told.append(error)
        raise error

    with pytest.raises(DocumentError):
        list(from_bytes("a.jsonl", b"{", on_error=strict))
    assert len(told) == 1


# --- saved web pages


@pytest.mark.parametrize("name", ["a.html", "a.htm", "A.HTML"])
def test_article_is_read_out_of_a_page(name):
    document = one(name, page(head=PAGE_DATE))
    assert "killing three traders and wounding eleven" in document.text
    assert "Nobody has said who fired." in document.text
    assert document.title == "Shells hit the market of Azaz"
    assert document.source == "Border Courier"
    assert document.url == "https://courier.example/news/azaz-market"
    assert document.published == date(2019, 5, 15)
    assert document.notes == ("publication date from the page's metadata",)


@pytest.mark.parametrize("scrap", ["Sign in", "recipes", "Subscribe", "Start page", "<p>"])
def test_what_stands_around_the_article_is_left_out(scrap):
    assert scrap not in one("a.html", page(head=PAGE_DATE)).text


def test_year_of_a_copyright_line_is_no_publication_date():
    assert one("a.html", page()).published is None


def test_page_without_an_article_is_refused(refusals):
    assert not list(from_bytes("a.html", b"<html><body></body></html>", on_error=refusals))
    assert refusals.said == ["a.html: no article was found in this page"]


def test_script_in_a_page_is_no_text():
    document = one("a.html", page(head="<script>document.title = 'stolen'</script>"))
    assert "stolen" not in document.text
    assert "stolen" not in document.title


# --- the day of publication


def test_day_in_the_fields_outdoes_the_text():
    text = f"date 2018-02-21 {BODY}"
    front = one("a.md", f"---\npublished: 2020-03-02\n---\n{text}", published=GIVEN)
    line = one("a.jsonl", lines({"text": text, "published": "2020-03-02"}), published=GIVEN)
    assert front.published == line.published == date(2020, 3, 2)
    assert front.notes == line.notes == ()


@pytest.mark.parametrize("head", ["date 2018-02-21 ", "Date: 2018-02-21\n", "\n DATE 2018-02-21. "])
def test_leading_date_outdoes_what_the_caller_gave(head):
    document = one("a.txt", f"{head}{BODY}", published=GIVEN)
    assert document.published == date(2018, 2, 21)
    assert document.notes == ("publication date from the text's first words",)
    assert document.text.startswith(head)


def test_leading_date_outdoes_a_dateline():
    document = one("a.txt", f"date 2018-02-21 BEIRUT, March 2, 2020 — {BODY}")
    assert document.published == date(2018, 2, 21)


@pytest.mark.parametrize(
    "head",
    [
        "BEIRUT, March 2, 2020 —",
        "BEIRUT, Mar. 2, 2020 -",
        "BEIRUT, 2 March 2020 –",
        "BEIRUT March 2, 2020 —",
        "Beirut, March 2, 2020 —",
        "ALEPPO, Syria (AP), 2 March 2020 -",
        "ALEPPO, Syria, March 2, 2020 (Border Courier) —",
        "DEIR EZ-ZOR, Syria, March 2, 2020 —",
        "Deir al-Zor, March 2, 2020 —",
        "Rio de Janeiro, 2 March 2020 —",
        "ÇANAKKALE, March 2, 2020 —",
    ],
)
def test_dateline_gives_the_day(head):
    document = one("a.txt", f"{head} {BODY}", published=GIVEN)
    assert document.published == date(2020, 3, 2)
    assert document.notes == ("publication date from the dateline",)


@pytest.mark.parametrize(
    "text",
    [
        "The truce of 5 March 2020 — brokered in Moscow — has collapsed.",
        "On March 5, 2020 — a Thursday — guns fell silent.",
        "On Thursday, March 5, 2020 - the day of the truce - guns fell silent.",
        "Fighting that began on March 2, 2019 — the day of the vote — goes on.",
        "BEIRUT, Mayor 2, 2020 — no month.",
        "BEIRUT, February 30, 2020 — no day.",
        "date 2018-02-30 no day either",
        "BEIRUT, March 2, 2020 was a quiet day.",
        "Update 2018-02-21 is out.",
    ],
)
def test_date_in_a_sentence_is_no_day_of_publication(text):
    assert one("a.txt", text).published is None


def test_dateline_outdoes_the_metadata_of_a_page():
    content = page(head=PAGE_DATE).replace(
        "<h1>Shells hit the market of Azaz</h1>\n<p>", "<p>BEIRUT, March 2, 2020 — "
    )
    document = one("a.html", content)
    assert document.text.startswith("BEIRUT, March 2, 2020")
    assert document.published == date(2020, 3, 2)
    assert document.notes == ("publication date from the dateline",)


def test_metadata_of_a_page_outdoes_what_the_caller_gave():
    assert one("a.html", page(head=PAGE_DATE), published=GIVEN).published == date(2019, 5, 15)


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.txt", BODY), ("a.html", page()), ("a.jsonl", lines({"text": BODY, "published": ""}))],
)
def test_day_given_by_the_caller_stands_in_and_is_noted(name, content):
    document = one(name, content, published=GIVEN)
    assert document.published == GIVEN
    assert document.notes == ("publication date as given by you",)
    assert one(name, content).published is None


@pytest.mark.parametrize("value", ["2020-02-30", "yesterday", "02/03/2020", "2020", "2020-3-2"])
def test_invalid_day_of_publication_is_refused_by_its_field(value, refusals):
    content = f"---\npublished: {value}\n---\n{BODY}"
    assert not list(from_bytes("a.md", content.encode(), on_error=refusals))
    assert [error.field for error in refusals] == ["published"]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2020-03-01", date(2020, 3, 1)),
        (" 2020-03-01 ", date(2020, 3, 1)),
        ("2020-03-01T23:59:59-11:00", date(2020, 3, 1)),
        ("2020-03-01 00:00", date(2020, 3, 1)),
    ],
)
def test_day_is_read_as_written_whatever_its_time(value, day):
    assert parse_day(value) == day


@pytest.mark.parametrize("value", ["", "2020-03-011", "2020-13-01", "٢٠٢٠-٠٣-٠١", "1.3.2020"])
def test_what_is_no_day_is_refused(value):
    with pytest.raises(ValueError, match=r"."):
        parse_day(value)


@given(st.dates())
def test_days_are_read_as_they_are_written(day):
    assert parse_day(day.isoformat()) == day


# --- encodings

ARABIC = "قتل ثلاثة أشخاص في قصف استهدف سوق مدينة إعزاز شمال حلب صباح يوم الثلاثاء."
WESTERN = "Dos personas murieron en Málaga el martes, según la policía."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_by_its_mark_without_a_note(encoding):
    document = one("a.txt", ARABIC.encode(encoding))
    assert document.text == ARABIC
    assert document.notes == ()


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_either_order_of_bytes_is_read(mark, encoding):
    assert one("a.txt", mark + ARABIC.encode(encoding)).text == ARABIC


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ARABIC, "cp1256"),
        ("قصف على إدلب", "cp1256"),
        (WESTERN, "cp1252"),
        ("Düsseldorf", "cp1252"),
        ("The council’s “truce” — broken.", "cp1252"),
        ("Трое погибли при обстреле Донецка", "cp1251"),
        ("北京发生爆炸，三人死亡，警方称。", "gb18030"),
    ],
)
def test_encoding_of_old_systems_is_guessed_and_noted(text, encoding):
    document = one("a.txt", text.encode(encoding))
    assert document.text == text
    (note,) = document.notes
    assert note.startswith("read as ")
    assert note.endswith("it is not UTF-8 and does not say what it is")


def test_guess_is_noted_on_every_line_of_a_file():
    content = '{"text": "Málaga está en calma."}\n{"text": "León también."}'.encode("cp1252")
    found = list(from_bytes("a.jsonl", content))
    assert [document.text for document in found] == ["Málaga está en calma.", "León también."]
    assert all("read as" in document.notes[0] for document in found)


@pytest.mark.parametrize(
    "data",
    [
        b"text with a \0 in it",
        b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(400),  # noqa: S311  (no secret)
        gzip.compress(b"shells fell on Azaz " * 300, mtime=0),
        bytes(random.Random(2).choices(range(1, 256), k=3000)),  # noqa: S311  (no secret)
        codecs.BOM_UTF16_LE + b"a",
        codecs.BOM_UTF8 + b"\xff\xfe\xfd",
    ],
    ids=["zero", "picture", "archive", "noise", "half of UTF-16", "broken UTF-8"],
)
def test_binary_content_is_refused(data, refusals):
    assert not list(from_bytes("a.txt", data, on_error=refusals))
    assert len(refusals) == 1
    assert refusals[0].path == "a.txt"


# --- identity


def test_ids_are_hashes_of_the_content_and_never_change():
    assert one("a.txt", BODY).id == "3a0635d4d5c3b1e7"


def test_ids_do_not_depend_on_the_file():
    assert one("a.txt", BODY).id == one("b.md", f"---\ntitle: x\n---\n{BODY}\n").id


def test_ids_depend_on_text_day_and_address():
    variants = [
        from_text(BODY),
        from_text(BODY + " "),
        from_text(BODY, published=GIVEN),
        from_text(BODY, url="https://a.example/"),
    ]
    assert len({document.id for document in variants}) == len(variants)


def test_ids_are_the_same_in_another_process():
    program = "from geo.documents import from_text; print(from_text('Azaz').id)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().strip() == from_text("Azaz").id


# --- a text of the caller's


def test_text_of_the_callers_keeps_what_it_was_given():
    document = from_text(
        BODY,
        published=GIVEN,
        title="T",
        source="S",
        url="https://a.example/1",
    )
    assert (document.title, document.source, document.url) == ("T", "S", "https://a.example/1")
    assert document.published == GIVEN
    assert document.path is None


def test_text_of_the_callers_may_bring_its_own_day():
    document = from_text(f"BEIRUT, March 2, 2020 — {BODY}")
    assert document.published == date(2020, 3, 2)
    assert document.notes == ("publication date from the dateline",)


def test_text_of_the_callers_is_read_as_a_file_would_be():
    text = f"---\ntitle: Own\npublished: 2020-03-02\n---\n{BODY}"
    document = from_text(text, published=GIVEN, title="T", source="S")
    assert (document.title, document.source) == ("Own", "S")
    assert (document.published, document.text) == (date(2020, 3, 2), BODY)


def test_text_of_the_callers_that_is_empty_is_refused():
    with pytest.raises(DocumentError, match="holds no text"):
        from_text(" \n")


@given(st.text().filter(lambda text: text.strip() and not text.startswith("---")))
def test_text_of_the_callers_keeps_its_length_and_can_be_written(text):
    document = from_text(text)
    assert len(document.text) == len(text)
    document.text.encode("utf-8")


# --- files, folders, globs and standard input


@pytest.fixture
def folder(tmp_path):
    for name, content in {
        "b.txt": "Two.",
        "a.md": "One.",
        "sub/c.jsonl": '{"text": "Three."}',
        "sub/.hidden.txt": "No.",
        ".git/d.txt": "No.",
        "e.pdf": "No.",
        "f": "No.",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
    return tmp_path


def test_folder_is_read_through_in_order_of_names(folder, refusals):
    assert [each.text for each in read([folder], on_error=refusals)] == ["One.", "Two.", "Three."]


def test_hidden_files_are_not_spoken_of_and_other_kinds_are_passed_over(folder, refusals):
    list(read([folder], on_error=refusals))
    assert [error.path for error in refusals] == [str(folder / "e.pdf"), str(folder / "f")]
    assert all(isinstance(error, PassedOverError) for error in refusals)


def test_hidden_folder_named_by_the_caller_is_read(folder):
    assert [each.text for each in read([folder / ".git"])] == ["No."]


def test_files_are_read_in_the_order_of_the_inputs(folder):
    found = read([str(folder / "b.txt"), folder / "a.md"])
    assert [each.text for each in found] == ["Two.", "One."]


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [("*.txt", ["Two."]), ("[ab].*", ["One.", "Two."]), ("**/*.jsonl", ["Three."])],
)
def test_globs_are_read_in_order_of_names(folder, pattern, texts):
    assert [each.text for each in read([str(folder / pattern)])] == texts


def test_file_whose_name_looks_like_a_glob_is_itself(tmp_path):
    (tmp_path / "a[1].txt").write_text("One.")
    (tmp_path / "a1.txt").write_text("Two.")
    assert [each.text for each in read([tmp_path / "a[1].txt"])] == ["One."]


def test_file_of_another_kind_that_the_caller_named_is_refused(folder, refusals):
    assert not list(read([folder / "e.pdf"], on_error=refusals))
    assert not any(isinstance(error, PassedOverError) for error in refusals)
    assert "'.pdf' is not one of" in refusals.said[0]


@pytest.mark.parametrize("name", ["missing.txt", "missing/*.txt", "n" * 5000, "zero\0.txt"])
def test_input_that_is_not_there_is_refused_and_the_others_go_on(name, folder, refusals):
    found = list(read([name, folder / "a.md"], on_error=refusals))
    assert [each.text for each in found] == ["One."]
    assert [error.path for error in refusals] == [name]


def test_file_that_cannot_be_read_is_refused_and_the_others_go_on(folder, refusals, monkeypatch):
    whole = Path.read_bytes

    def read_bytes(path):
        if path.name == "a.md":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    found = list(read([folder / "a.md", folder / "b.txt"], on_error=refusals))
    assert [each.text for each in found] == ["Two."]
    assert refusals.said == [f"{folder / 'a.md'}: cannot be read: Permission denied"]


def test_standard_input_is_a_text(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARABIC.encode())))
    (document,) = read(["-"], published=GIVEN)
    assert (document.path, document.text, document.published) == ("-", ARABIC, GIVEN)


def test_reading_waits_until_it_is_asked(folder):
    found = read([folder / "b.txt", "missing.txt"])
    assert next(found).text == "Two."
    with pytest.raises(DocumentError, match="no such file"):
        next(found)


# --- repeated reports


def test_same_report_in_another_file_is_passed_over_with_a_word_on_where(tmp_path, refusals):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(BODY)
    (document,) = read([tmp_path], on_error=refusals)
    assert document.path == str(tmp_path / "a.txt")
    (error,) = refusals
    assert isinstance(error, PassedOverError)
    assert error.path == str(tmp_path / "b.txt")
    assert str(tmp_path / "a.txt") in error.reason


def test_file_named_twice_is_read_once(tmp_path, refusals):
    (tmp_path / "a.txt").write_text(BODY)
    assert len(list(read([tmp_path / "a.txt", tmp_path], on_error=refusals))) == 1
    assert [type(error) for error in refusals] == [PassedOverError]


def test_two_reports_under_one_id_are_both_kept_and_it_is_noted(tmp_path, refusals):
    path = tmp_path / "a.jsonl"
    path.write_text(lines({"id": "x", "text": "One."}, {"id": "x", "text": "Two."}))
    first, second = read([path], on_error=refusals)
    assert (first.text, second.text) == ("One.", "Two.")
    assert first.id == "x"
    assert second.id.startswith("x-")
    assert "taken by another report" in second.notes[-1]
    assert refusals.said == []


def test_json_lines_and_pages_on_standard_input_are_told_by_their_head(monkeypatch):
    for content, text in (
        (b'{"id": "7", "text": "Shells fell."}\n', "Shells fell."),
        (b"Shells fell on {Azaz}.", "Shells fell on {Azaz}."),
    ):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
        assert [each.text for each in read(["-"])] == [text]


def test_broken_links_are_refused(tmp_path, refusals):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "b.txt").write_text("Shells fell.")
    assert [each.text for each in read([tmp_path], on_error=refusals)] == ["Shells fell."]
    assert [error.path for error in refusals] == [str(tmp_path / "a.txt")]
