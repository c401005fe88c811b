"""From the words on time to the days on which an event may have happened."""

from datetime import date

import pytest

from components.dates import before, event_interval, find, find_durations
from components.records import DateInterval

REPORT = DateInterval.on(date(2015, 4, 26))


def _event(words: str, **how) -> DateInterval:
    (expression,) = find(f"They took the town {words}.", REPORT)
    return event_interval(expression, REPORT, **how)


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("on 24 April 2015", date(2015, 4, 24), date(2015, 4, 24)),
        ("since 24 April 2015", date(2015, 4, 24), date(2015, 4, 24)),
        ("in April 2015", date(2015, 4, 1), date(2015, 4, 26)),
        ("after 20 April 2015", date(2015, 4, 21), date(2015, 4, 26)),
        ("before 20 April 2015", None, date(2015, 4, 19)),
        ("by 20 April 2015", None, date(2015, 4, 20)),
        ("between 3 and 7 April 2015", date(2015, 4, 3), date(2015, 4, 7)),
    ],
)
def test_the_relation_opens_and_the_report_closes_the_days_of_an_event(words, earliest, latest):
    assert _event(words) == DateInterval(earliest, latest)


def test_an_open_start_closes_on_the_day_told_before():
    assert _event("by 20 April 2015", not_before=date(2015, 4, 10)) == DateInterval(
        date(2015, 4, 10), date(2015, 4, 20)
    )


def test_undated_news_happened_in_the_days_before_its_report():
    assert event_interval(None, REPORT) == DateInterval(date(2015, 4, 23), date(2015, 4, 26))


def test_undated_news_of_a_report_within_bounds_lies_within_them():
    reported = DateInterval(date(2015, 3, 28), date(2015, 5, 10))
    assert event_interval(None, reported) == reported


def test_undated_background_may_lie_anywhere_before_the_report():
    assert event_interval(None, REPORT, is_news=False) == DateInterval(None, date(2015, 4, 26))


def test_what_went_on_before_an_event_began_as_many_days_earlier():
    capture = DateInterval(date(2015, 4, 23), date(2015, 4, 26))
    (fighting,) = find_durations("It fell after three days of clashes.")
    assert before(capture, fighting.days) == DateInterval(date(2015, 4, 20), date(2015, 4, 23))


@pytest.mark.parametrize(
    ("text", "words", "days", "rough"),
    [
        ("after four days of fighting", "four days", 4, False),
        ("the four-year war", "four-year", 1460, False),
        ("a 12-day siege", "12-day", 12, False),
        ("a week of clashes", "a week", 7, False),
        ("for twenty-five days", "twenty-five days", 25, False),
        ("three straight days of shelling", "three straight days", 3, False),
        ("several days of fighting", "several days", 4, True),
        ("a couple of weeks", "a couple of weeks", 14, True),
        ("after weeks of fighting", "weeks", 21, True),
        ("a 36-hour truce", "36-hour", 2, False),
    ],
)
def test_a_length_of_time_is_a_duration_and_no_date(text, words, days, rough):
    (found,) = find_durations(text)
    assert (found.text, found.days, found.rough) == (words, days, rough)
    assert text[found.start : found.end] == words
    assert find(text, REPORT) == ()


@pytest.mark.parametrize(
    "text", ["two days later", "three weeks ago", "a day earlier", "the next day"]
)
def test_a_distance_is_a_date_and_no_duration(text):
    assert find_durations(text) == ()
    assert len(find(text, REPORT)) == 1


def test_the_next_day_after_the_report_is_not_taken_for_a_year_ago():
    (expression,) = find("The next day they took the town.", REPORT)
    assert event_interval(expression, REPORT) == DateInterval(date(2015, 4, 23), date(2015, 4, 26))
