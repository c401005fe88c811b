"""Parts of the page that need no browser: the link, the strip, the notes, waiting."""

import threading
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.articles import Given, Problem
from components.errors import UnreadableArticleError
from components.panels.adding import Submission, Upload, refuse
from components.panels.day import signed
from components.panels.notes import notes_on
from components.panels.place import kicker, native_html
from components.panels.served import histories_dir, serve_history
from components.panels.strip import (
    WIDTH,
    Inks,
    Scale,
    strip_alt,
    strip_data,
    strip_svg,
    years_html,
)
from components.panels.view import BASES, PARAMETERS, Known, View, read_link
from components.panels.workshop import STOPPED_UNEXPECTEDLY, Job, Workshop
from components.pipeline import Added
from tests import builders

FIRST, LAST = date(2011, 1, 1), date(2016, 12, 31)
USUAL = View(date(2015, 3, 28), "a")
TODAY = date(2026, 11, 22)


KNOWN = Known(FIRST, LAST, {"a", "b"}, {"g", "o"}, {"SOHR", "A, B"}, {"Paper"}, {"own"})


def read(parameters):
    return read_link(parameters, usual=USUAL, known=KNOWN)


def test_an_empty_link_means_the_usual_view():
    assert read({}).view == USUAL
    assert read({}).complaints == ()


@given(
    st.dates(FIRST, LAST),
    st.sampled_from(["", "a", "b"]),
    st.none() | st.tuples(st.floats(-84, 84), st.floats(-179, 179), st.floats(2, 14)),
    st.fixed_dictionaries(
        {
            "known_by": st.none() | st.dates(FIRST, LAST),
            "compare": st.none() | st.dates(FIRST, LAST),
            "actors": st.sampled_from([(), ("g",), ("o", "g")]),
            "bases": st.sets(st.sampled_from(BASES), max_size=len(BASES) - 1).map(
                lambda chosen: tuple(base for base in BASES if base in chosen)
            ),
            "voices": st.sampled_from([(), ("SOHR", "A, B")]),
            "publishers": st.sampled_from([(), ("Paper",)]),
            "collections": st.sampled_from([(), ("own",)]),
            "groups": st.booleans(),
            "layers": st.sampled_from(["", "areas=cells:30"]),
            "palette": st.sampled_from(["", "conventional"]),
        }
    ),
)
def test_a_link_written_is_read_back_and_written_the_same(day, place_id, part, choices):
    lat, lon, zoom = part or (None, None, None)
    written = View(day, place_id, lat, lon, zoom, **choices).parameters()
    again = read(written)
    assert again.complaints == ()
    assert again.view.parameters() == written


@given(st.dictionaries(st.sampled_from(PARAMETERS), st.text()))
def test_any_link_opens_within_the_timeline(parameters):
    view = read(parameters).view
    assert FIRST <= view.day <= LAST
    assert view.place_id in {"", "a", "b"}
    assert (view.lat is None) == (view.zoom is None)


def test_a_long_value_in_a_link_cannot_flood_the_page():
    assert len(read({"place": "x" * 5000}).complaints[0]) < 150


def stretch(state, standing, parties, start, words="Held"):
    return {
        "state": state,
        "standing": standing,
        "parties": parties,
        "start": start,
        "from": start[0],
        "words": words,
    }


HISTORY = (
    stretch("held", "inferred", ["g"], [None, "2011-01-01"]),
    stretch("held", "claimed", ["o"], ["2012-01-01", "2012-06-01"]),
    stretch("contested", "claimed", ["g", "o"], ["2013-01-01", "2013-01-01"]),
    stretch("disputed", "disputed", ["g", "o"], ["2014-01-01", "2014-01-01"]),
    stretch("held", "corroborated", ["o"], ["2015-01-01", "2015-01-01"]),
    stretch("unknown", "unknown", [], ["2016-01-01", "2016-01-01"]),
)
INKS = Inks({"g": "#aa0000", "o": "#00aa00"}, "#ffffff", "#000000", "#777777")
SCALE = Scale(FIRST, LAST)


def test_the_strip_draws_every_state_in_its_own_way():
    svg = strip_svg(HISTORY, SCALE, date(2015, 3, 28), INKS)
    assert 'stroke-dasharray="1.5 2.5"' in svg
    assert 'stroke-width="2.5"' in svg
    assert "url(#stripes2)" in svg
    assert svg.count('height="10.0"') == 2
    assert 'stroke="#777777"' in svg
    assert 'stroke-dasharray="2 1.6"' in svg


def test_the_strip_ends_where_the_timeline_ends():
    assert SCALE.x(FIRST) == 0
    assert SCALE.x(LAST) == WIDTH
    assert SCALE.x(date(2030, 1, 1)) == WIDTH


def test_a_timeline_of_one_day_has_a_strip_too():
    assert strip_svg(HISTORY[1:2], Scale(FIRST, FIRST), FIRST, INKS).startswith("<svg")
    assert years_html(Scale(FIRST, FIRST)).count("<span") == 0


def test_a_long_timeline_names_at_most_eight_years():
    assert years_html(Scale(date(1950, 1, 1), LAST)).count("<span") <= 9


def test_the_strip_speaks_to_those_who_do_not_see_it():
    assert strip_alt(HISTORY).startswith("Held, at first; Held, from 1 January 2012")


def test_each_stretch_of_the_strip_leads_to_its_first_day():
    drawn = strip_data(HISTORY, SCALE, date(2013, 5, 1), {"light": "", "dark": ""})
    assert [stretch["day"] for stretch in drawn["stretches"]] == [
        *("2011-01-01", "2012-01-01", "2013-01-01", "2014-01-01", "2015-01-01", "2016-01-01")
    ]
    assert [stretch["now"] for stretch in drawn["stretches"]] == [0, 0, 1, 0, 0, 0]
    assert drawn["stretches"][0]["left"] == 0
    assert sum(stretch["width"] for stretch in drawn["stretches"]) == pytest.approx(100, abs=0.01)


@pytest.mark.parametrize(("change", "words"), [(2, "+2"), (-3, "−3"), (0, ""), (1200, "+1,200")])
def test_a_change_has_its_sign(change, words):
    assert signed(change) == words


def test_a_place_says_what_and_where_it_is():
    assert kicker(builders.JISR) == "Town, Idlib province, Syria"


@pytest.mark.parametrize(
    ("name", "sign"), [("إدلب", 'lang="ar" dir="rtl"'), ("Бахмут", 'lang="und"'), ("", "")]
)
def test_a_native_name_carries_its_direction(name, sign):
    assert sign in native_html(name)


def words_of(added):
    return [f"{note.lead} {note.text}".strip() for note in notes_on(added, lambda i: f"<{i}>")]


def test_what_was_read_is_counted_in_words():
    added = Added(read=["a", "b"], claims=12, not_counted=1, places={"p"})
    assert words_of(added) == ["2 articles read. 12 claims, 1 place, 1 claim not counted."]


def test_a_bad_line_is_named_and_the_others_are_kept():
    added = Added(read=["a"] * 41, problems=[Problem("r.jsonl", 7, "Line 7 of r.jsonl is bad.")])
    assert words_of(added)[0] == (
        "Line 7 of r.jsonl is bad. The other 41 articles were read. Nothing else was changed."
    )


def test_several_bad_lines_are_listed():
    added = Added(problems=[Problem("a.jsonl", n, "not JSON") for n in range(1, 30)])
    note = notes_on(added, str)[0]
    assert note.lead == "29 items could not be read."
    assert note.names[0] == "a.jsonl, line 1: not JSON"
    assert "and 9 more" in note.html()


def test_nothing_found_is_said_and_twice_is_said():
    found = words_of(Added(read=["a", "b"], without_place=["a", "b"]))
    assert found[0].startswith("No place found in 2 articles.")
    assert words_of(Added(already_here=["a"])) == ["Already here. Nothing was added."]


def test_an_upload_counts_its_articles():
    assert Upload("a.jsonl", b'{"a": 1}\n\n{"b": 2}\n').article_count() == 2
    assert Upload("a.txt", b"one\ntwo").article_count() == 1


def test_date_and_publisher_go_to_articles_that_state_none():
    lines = (
        b'{"id": "1", "text": "Rebels took Idlib city on Saturday.", "published": "2015-03-28"}\n'
        b'{"id": "2", "text": "Rebels took Aleppo city on Sunday.", "publisher": "Own"}\n'
    )
    given_items = list(
        Submission("", (Upload("a.jsonl", lines),), date(2015, 5, 1), "Paper").items(TODAY)
    )
    first, second = (item.article for item in given_items if isinstance(item, Given))
    assert (first.reported.earliest, first.publisher) == (date(2015, 3, 28), "Paper")
    assert (second.reported.earliest, second.publisher) == (date(2015, 5, 1), "Own")


def test_binary_text_is_a_problem_not_a_crash():
    items = list(Submission("\x00\x01\x02\x03", (), None, "").items(TODAY))
    assert [type(item) for item in items] == [Problem]


def test_nothing_and_the_future_are_refused():
    assert refuse(Submission(" ", (), None, ""), TODAY).startswith("There is nothing")
    future = Submission("text", (), date(2027, 1, 1), "")
    assert "2027-01-01 lies in the future" in refuse(future, TODAY)


def test_a_job_says_how_far_it_is_and_stops_when_asked():
    job = Job("Reading 3 articles", 3)
    job.begin()
    assert job.handled(1)
    assert job.share_done() == pytest.approx(1 / 3)
    assert job.words() == "1 done"
    job.stop()
    assert not job.handled(2)
    assert job.words() == "Stopping after this article"


def workshop():
    def load(progress):
        progress(0.5, "Loading")
        return object()

    return Workshop(load, prepare=lambda _progress: None)


def test_a_refusal_ends_a_job_with_its_sentence():
    def refuse_it(_engine, _job):
        msg = "No text in it."
        raise UnreadableArticleError(msg)

    job = workshop().start("Reading", refuse_it)
    assert job.wait(5)
    assert job.failed == "No text in it."


def test_an_unforeseen_failure_ends_a_job_in_words_and_is_told_to_the_terminal(monkeypatch):
    told = threading.Event()
    monkeypatch.setattr(threading, "excepthook", lambda _: told.set())
    job = workshop().start("Reading", lambda _engine, _job: 1 / 0)
    assert job.wait(5)
    assert job.failed == STOPPED_UNEXPECTEDLY
    assert told.wait(5)


def test_two_windows_that_open_the_example_share_one_reading():
    let_go = threading.Event()
    shop = workshop()
    first = shop.start("a", lambda _engine, _job: let_go.wait(5) and None, name="example")
    second = shop.start("a", lambda _engine, _job: None, name="example")
    let_go.set()
    assert first is second
    assert first.wait(5)


def test_a_history_is_served_under_a_name_of_its_content(tmp_path, monkeypatch):
    monkeypatch.setenv("WHOHELD_CACHE_DIR", str(tmp_path))
    first = serve_history('{"a":1}')
    assert serve_history('{"a":1}') == first
    for number in range(100):
        last = serve_history(f'{{"n":{number}}}')
    files = {file.name for file in histories_dir().iterdir()}
    assert len(files) == 81
    assert last.rpartition("/")[2] in files
