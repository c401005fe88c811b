"""What holds for every day, every report and every text."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.dates import find, find_durations, narrow_reported, stated_report
from components.records import DateInterval

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
REPORTS = st.dates(date(1990, 1, 1), date(2050, 12, 31))
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FORMATS = (
    "{d:%B} {d.day}, {d.year}",
    "{d:%B} {d.day} {d.year}",
    "{d.day} {d:%B} {d.year}",
    "{d.day} {d:%b} {d.year}",
    "{d:%b}. {d.day}, {d.year}",
    "{d:%A}, {d.day} {d:%B} {d.year}",
    "{d:%A} {d:%B} {d.day}, {d.year}",
    "the night of {d.day} {d:%B} {d.year}",
    "{d.year}-{d.month:02}-{d.day:02}",
)
PIECES = st.sampled_from(
    """on in by since until before after early late mid - – the of next last this that same day
    days week month year later ago earlier two three a few first second March May June 24 3 31 29
    2014 1942 1940s summer winter Monday Friday yesterday today and between from to , . / ( ) \n
    \n\n night morning end half quarter Updated Published: will took 24th 2015-02-30 31/2/2015
    99/99/9999 12:30 400 BC February New Year's Day recent weekend been fall past following January
    0001-01-01 9999-12-31 century 21st decades ’s 1000000 years""".split(" ")  # noqa: SIM905
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map(" ".join))
BOUNDS = st.one_of(
    REPORTS.map(DateInterval.on),
    REPORTS.map(lambda day: DateInterval(None, day)),
    REPORTS.map(lambda day: DateInterval(day - timedelta(days=300), day)),
    st.just(DateInterval(None, None)),
    st.just(DateInterval(date.min, date.max)),
)


@given(DAYS, st.sampled_from(FORMATS), REPORTS)
def test_a_day_with_its_year_is_itself_however_it_is_written(day, written, reported):
    words = written.format(d=day)
    found = find(f"They entered the town on {words}, he said.", DateInterval.on(reported))
    assert [e.interval for e in found] == [DateInterval.on(day)]


@given(REPORTS, st.integers(0, 300), st.sampled_from(["{d:%B} {d.day}", "{d.day} {d:%B}"]))
def test_a_past_day_without_its_year_is_the_last_such_day(reported, back, written):
    day = reported - timedelta(days=back)
    text = f"The army took the town on {written.format(d=day)}."
    (found,) = find(text, DateInterval.on(reported))
    assert found.interval == DateInterval.on(day)


@given(REPORTS, st.integers(0, 6))
def test_a_weekday_moves_with_the_report(reported, back):
    day = reported - timedelta(days=back)
    text = f"The army took the town on {WEEKDAYS[day.weekday()]}."
    (found,) = find(text, DateInterval.on(reported))
    assert found.interval == DateInterval.on(day)
    (a_week_on,) = find(text, DateInterval.on(reported + timedelta(days=7)))
    assert a_week_on.interval == DateInterval.on(day + timedelta(days=7))
    (a_year_on,) = find(text, DateInterval.on(reported + timedelta(days=365)))
    later = a_year_on.interval.latest
    assert later is not None
    assert later.weekday() == day.weekday()
    assert timedelta(0) <= reported + timedelta(days=365) - later < timedelta(days=7)


@given(REPORTS, st.integers(0, 400), st.integers(0, 6))
def test_a_wider_report_never_loses_the_weekday_of_a_narrower_one(reported, width, weekday):
    text = f"The army took the town on {WEEKDAYS[weekday]}."
    wide = DateInterval(reported - timedelta(days=width), reported + timedelta(days=width))
    (exact,) = find(text, DateInterval.on(reported))
    (bounded,) = find(text, wide)
    assert bounded.interval.intersect(exact.interval) == exact.interval


@given(REPORTS, st.integers(1, 28), st.integers(1, 12), st.integers(1, 60))
def test_days_later_are_counted_from_the_day_before_them(reported, day, month, count):
    start = date(reported.year - 1, month, day)
    text = f"On {start:%B} {start.day}, {start.year} it began. {count} days later it ended."
    assert find(text, DateInterval.on(reported))[1].interval == DateInterval.on(
        start + timedelta(days=count)
    )


@given(
    DAYS,
    REPORTS,
    st.sampled_from(["{a.day}–{b.day} {b:%B} {b.year}", "{a.day}/{b.day} {b:%B} {b.year}"]),
)
def test_the_night_between_two_days_of_a_month_is_both(day, reported, written):
    following = day + timedelta(days=1)
    if following.month != day.month:
        written = "{a.day} {a:%B}/{b.day} {b:%B} {b.year}"
    words = written.format(a=day, b=following)
    found = find(f"It fell on the night of {words}.", DateInterval.on(reported))
    assert [e.interval for e in found] == [DateInterval(day, following)]


@given(REPORTS, st.sampled_from(["early", "mid-", "late "]), st.integers(1, 12), st.integers(0, 9))
def test_a_part_of_a_month_lies_in_it_and_the_month_is_kept(reported, part, month, back):
    year = reported.year - back
    words = f"{part.strip()}{'' if part == 'mid-' else ' '}{date(year, month, 1):%B} {year}"
    (found,) = find(f"It fell in {words}.", DateInterval.on(reported))
    assert found.whole.earliest == date(year, month, 1)
    assert found.whole.intersect(found.interval) == found.interval
    assert found.interval != found.whole


@given(REPORTS, st.integers(1, 11), st.integers(1, 28))
def test_months_later_are_counted_from_the_date_told_before(reported, count, day):
    start = date(reported.year - 3, 3, day)
    text = f"On {start:%B} {start.day}, {start.year} it began. {count} months later it fell."
    *_, later = find(text, DateInterval.on(reported))
    months = start.year * 12 + start.month - 1 + count
    assert later.interval.earliest == date(months // 12, months % 12 + 1, 1)


@given(TEXTS, BOUNDS)
def test_any_text_gives_expressions_in_order_that_quote_it(text, reported):
    last = 0
    for expression in find(text, reported):
        assert last <= expression.start < expression.end <= len(text)
        assert text[expression.start : expression.end] == expression.text
        assert expression.whole.intersect(expression.interval) is not None
        last = expression.end
    for duration in find_durations(text):
        assert text[duration.start : duration.end] == duration.text


@given(TEXTS, BOUNDS)
def test_a_report_is_never_narrowed_to_nothing_nor_beyond_what_is_given(text, reported):
    narrowed = narrow_reported(text, reported)
    assert narrowed.intersect(reported) == narrowed
    stated_report(text, reported)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["On March 24 ", "in May ", "March-", "agreed ", "1/", "the end of ", "3, 4, ", '"']
)
def test_a_megabyte_of_anything_is_read_in_linear_time(piece):
    reported = DateInterval.on(date(2015, 4, 26))
    seconds = []
    for size in (125_000, 500_000):
        text = piece * (size // len(piece))
        begin = time.process_time()
        find(text, reported)
        find_durations(text)
        seconds.append(time.process_time() - begin)
    # Four times the text: quadratic time would take sixteen times as long.
    assert seconds[1] < 10 * max(seconds[0], 0.05)
