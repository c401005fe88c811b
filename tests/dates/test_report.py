"""When an article can have appeared, by its own text."""

from datetime import date
from pathlib import Path

import pytest

from components.dates import narrow_reported, stated_report
from components.records import DateInterval

TODAY = date(2026, 11, 22)
GIVEN = DateInterval(None, TODAY)
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize(
    "text",
    [
        "Published: 29 March 2015\n\nThe army left.",
        "Rebels take town\nPublished on March 29, 2015 at 14:05 GMT\n\nThe army left.",
        "Rebels take town\nFirst published Sunday 29 March 2015\n\nThe army left.",
        "Rebels take town\nBy Jane Doe\n29 March 2015 14:05\n\nThe army left.",
        "Sunday, March 29, 2015\nThe army left.",
        "DAMASCUS, March 29, 2015 (Reuters) - The army left.",
        "Beirut, 29 March 2015 (AFP) – The army left.",
        "Posted: 2015-03-29\nLast updated: 2015-04-02\n\nThe army left.",
        "Rebels take town\nBy Jane Doe | Mar 29, 2015\n\nThe army left.",
        "Rebels take town\nBy Jane Doe, John Smith, 29 March 2015\n\nThe army left.",
        "Rebels take town\nMiddle East • 29 March 2015 • 5 min read\n\nThe army left.",
    ],
)
def test_a_dateline_or_a_published_stamp_states_the_day(text):
    assert stated_report(text) == DateInterval.on(date(2015, 3, 29))


def test_an_updated_stamp_is_only_an_upper_bound():
    text = "Rebels take town\nUpdated Jul 28, 2015 14:05 GMT\n\nThe army left."
    assert stated_report(text) == DateInterval(None, date(2015, 7, 28))


def test_a_dateline_without_a_year_takes_it_from_what_is_given():
    text = "DAMASCUS, March 29 (Reuters) - The army left."
    within = DateInterval(date(2015, 1, 1), date(2015, 12, 31))
    assert stated_report(text) is None
    assert stated_report(text, GIVEN) is None
    assert stated_report(text, within) == DateInterval.on(date(2015, 3, 29))


def test_a_dateline_without_a_year_takes_it_from_an_updated_stamp():
    text = "Updated Jul 28, 2015\nDAMASCUS, March 29 (Reuters) - The army left."
    assert stated_report(text) == DateInterval.on(date(2015, 3, 29))


@pytest.mark.parametrize(
    "text",
    [
        "The army left.",
        "On 29 March 2015 the army left.",
        "March 29, 2015 - the army enters the town\nMarch 30, 2015 - it leaves",
        "The report published on 29 March 2015 by the monitor says that the army left.",
        "By morning the army had left on 29 March 2015 under fire.",
        "| 29 March 2015 | the army left A | the rebels | 200 |",
    ],
)
def test_a_date_in_running_text_states_nothing(text):
    assert stated_report(text) is None


def test_the_seed_article_was_written_between_its_last_event_and_the_talks_it_announces():
    (seed,) = SEEDS.glob("000_*.txt")
    narrowed = narrow_reported(seed.read_text(encoding="utf-8"), GIVEN)
    assert narrowed.earliest == date(2015, 3, 28)
    assert narrowed.latest in {date(2015, 5, 9), date(2015, 5, 10)}


def test_the_last_dated_event_told_in_the_past_is_the_lower_bound():
    text = "On 3 May 2013 the army took the town. On 9 June 2013 it withdrew. It was built in 1910."
    assert narrow_reported(text, GIVEN) == DateInterval(date(2013, 6, 9), TODAY)


def test_one_full_date_gives_the_others_their_year():
    text = "On 3 March 2018 they came. They split it on 10 March. Talks will begin on 20 March."
    assert narrow_reported(text, GIVEN) == DateInterval(date(2018, 3, 10), date(2018, 3, 20))


def test_an_announced_event_is_the_upper_bound():
    text = "On 3 May 2013 the army took the town. Talks will begin on 20 May 2013."
    assert narrow_reported(text, GIVEN) == DateInterval(date(2013, 5, 3), date(2013, 5, 20))


def test_what_was_foreseen_in_the_past_bounds_nothing():
    text = "In 2011 he said that he would leave by June 2012. On 3 May 2013 the army took the town."
    assert narrow_reported(text, GIVEN) == DateInterval(date(2013, 5, 3), TODAY)


def test_a_day_that_is_known_is_not_narrowed():
    text = "On 3 May 2013 the army took the town."
    given = DateInterval.on(date(2013, 5, 1))
    assert narrow_reported(text, given) == given


def test_what_contradicts_the_given_days_is_not_believed():
    text = "Published: 1 June 2014\n\nOn 3 May 2014 the army took the town."
    given = DateInterval(date(2013, 1, 1), date(2013, 12, 31))
    assert narrow_reported(text, given) == given


def test_dates_without_a_year_anywhere_narrow_nothing():
    text = "On March 24 the army took the town. Talks will begin in May."
    assert narrow_reported(text, GIVEN) == GIVEN


def test_a_dateline_is_found_before_a_paragraph_of_any_length():
    text = "GARDEZ, March 29, 2016 - " + "Villagers were moving their herds down the valley. " * 8
    assert stated_report(text) == DateInterval.on(date(2016, 3, 29))
    assert stated_report(text.replace(" - ", " ")) is None
