"""Each kind of expression, resolved against a report on Tuesday, 12 January 2016."""

from datetime import date

import pytest

from components.dates import find
from components.records import DateInterval

REPORT = DateInterval.on(date(2016, 1, 12))
UNKNOWN = DateInterval(None, date(2026, 11, 22))


def _days(text: str, reported: DateInterval = REPORT) -> list[str]:
    """Return what was found as "first..last", one day alone, open ends empty."""
    found = []
    for expression in find(text, reported):
        assert text[expression.start : expression.end] == expression.text
        low, high = expression.interval.earliest, expression.interval.latest
        found.append(str(low) if low == high else f"{low or ''}..{high or ''}")
    return found


@pytest.mark.parametrize(
    "words",
    [
        "March 24, 2015",
        "March 24 2015",
        "March 24th, 2015",
        "24 March 2015",
        "24th March 2015",
        "the 24th of March, 2015",
        "Mar. 24, 2015",
        "24 Mar 2015",
        "Tuesday, March 24, 2015",
        "Tue 24 March 2015",
        "MARCH 24, 2015",
        "24-Mar-2015",
        "2015-03-24",
        "2015-03-24T08:00:00Z",
        "24/3/2015",
        "24.03.2015",
        "3/24/2015",
        "2015/03/24",
        "the night of 24 March 2015",
    ],
)
def test_a_day_is_read_in_all_usual_orders(words):
    assert _days(f"They entered on {words} at dawn.") == ["2015-03-24"]


def test_figures_that_could_be_swapped_give_both_days_as_bounds():
    assert _days("On 3/4/2015 it fell.") == ["2015-03-04..2015-04-03"]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("March 2015", "2015-03-01..2015-03-31"),
        ("early May 2015", "2015-05-01..2015-05-10"),
        ("mid-May 2015", "2015-05-11..2015-05-20"),
        ("late February 2015", "2015-02-21..2015-02-28"),
        ("the end of August 2015", "2015-08-24..2015-08-31"),
        ("the first half of May 2015", "2015-05-01..2015-05-16"),
        ("the first week of May 2015", "2015-05-01..2015-05-07"),
        ("the last week of May 2015", "2015-05-25..2015-05-31"),
        ("2015", "2015-01-01..2015-12-31"),
        ("early 1942", "1942-01-01..1942-04-30"),
        ("mid-1942", "1942-05-01..1942-08-31"),
        ("late 1942", "1942-09-01..1942-12-31"),
        ("the summer of 2014", "2014-06-01..2014-08-31"),
        ("autumn 2014", "2014-09-01..2014-11-30"),
        ("the winter of 1942–43", "1942-12-01..1943-02-28"),
        ("the winter of 1942", "1942-01-01..1943-02-28"),
        ("the 1940s", "1940-01-01..1949-12-31"),
        ("the late 1940s", "1946-09-01..1949-12-31"),
        ("the 20th century", "1901-01-01..2000-12-31"),
        ("the third quarter of 2014", "2014-07-01..2014-09-30"),
        ("Q3 2014", "2014-07-01..2014-09-30"),
        ("the second half of 2014", "2014-07-01..2014-12-31"),
        ("New Year's Day 2015", "2015-01-01"),
        ("Christmas Eve 2014", "2014-12-24"),
    ],
)
def test_months_years_seasons_and_their_parts_are_intervals(words, days):
    assert _days(f"The town fell in {words}.") == [days]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("between 3 and 7 May 2014", "2014-05-03..2014-05-07"),
        ("between May 3 and 7, 2014", "2014-05-03..2014-05-07"),
        ("between May 30 and June 2, 2014", "2014-05-30..2014-06-02"),
        ("from March to June 2014", "2014-03-01..2014-06-30"),
        ("from November to February 2014", "2013-11-01..2014-02-28"),
        ("March 24-28, 2015", "2015-03-24..2015-03-28"),
        ("17–19 July 2014", "2014-07-17..2014-07-19"),
        ("24 March – 2 April 2015", "2015-03-24..2015-04-02"),
        ("December 30, 2014 to January 2, 2015", "2014-12-30..2015-01-02"),
        ("3, 4 and 5 July 2014", "2014-07-03..2014-07-05"),
        ("1942–43", "1942-01-01..1943-12-31"),
        ("from 1939 to 1945", "1939-01-01..1945-12-31"),
        ("between Monday and Wednesday", "2016-01-04..2016-01-06"),
    ],
)
def test_a_range_is_one_interval_from_its_first_day_to_its_last(words, days):
    assert _days(f"They fought {words}, he said.") == [days]


def test_a_range_keeps_the_two_dates_between_which_it_runs():
    (found,) = find("They held it from March to June 2014.", REPORT)
    start, end = found.ends
    assert (start.text, start.relation, start.interval.earliest) == (
        "March",
        "since",
        date(2014, 3, 1),
    )
    assert (end.text, end.relation, end.interval.latest) == (
        "June 2014",
        "until",
        date(2014, 6, 30),
    )


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They left yesterday.", "2016-01-11"),
        ("They left today.", "2016-01-12"),
        ("They left the day before yesterday.", "2016-01-10"),
        ("Clashes went on overnight.", "2016-01-11..2016-01-12"),
        ("They left last night.", "2016-01-11"),
        ("They left this morning.", "2016-01-12"),
        ("They left last week.", "2016-01-04..2016-01-10"),
        ("They left earlier this week.", "2016-01-11..2016-01-12"),
        ("They left last month.", "2015-12-01..2015-12-31"),
        ("They left last year.", "2015-01-01..2015-12-31"),
        ("They left late last year.", "2015-09-01..2015-12-31"),
        ("They left earlier this month.", "2016-01-01..2016-01-12"),
        ("They left two days ago.", "2016-01-10"),
        ("They left a week ago.", "2016-01-02..2016-01-08"),
        ("They left two months ago.", "2015-11-01..2015-11-30"),
        ("They left two years ago.", "2014-01-01..2014-12-31"),
        ("They left over the weekend.", "2016-01-09..2016-01-10"),
        ("Ten died in the past 24 hours.", "2016-01-11..2016-01-12"),
        ("Ten died over the past three days.", "2016-01-09..2016-01-12"),
        ("They left last March.", "2015-03-01..2015-03-31"),
        ("They left in March last year.", "2015-03-01..2015-03-31"),
    ],
)
def test_what_is_told_against_the_report_is_counted_from_it(text, days):
    assert _days(text) == [days]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The army left on Friday.", "2016-01-08"),
        ("The army left on Tuesday.", "2016-01-12"),
        ("The army left last Tuesday.", "2016-01-05"),
        ("The army left on Saturday evening.", "2016-01-09"),
        ("Talks will resume on Friday.", "2016-01-15"),
        ("Talks will resume next Tuesday.", "2016-01-19"),
        ("Schools will open. Shops burned on Friday. Votes will come.", "2016-01-08"),
        ("Shops burned. Schools will open on Friday. Trains ran.", "2016-01-15"),
        ("Friday's attack killed ten.", "2016-01-08"),
    ],
)
def test_the_tense_says_whether_a_weekday_lies_before_or_after_the_report(text, day):
    assert _days(text) == [day]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("In December they took the town.", "2015-12-01..2015-12-31"),
        ("They took the town on January 5.", "2016-01-05"),
        ("They took the town on February 5.", "2015-02-05"),
        ("Talks will begin on February 5.", "2016-02-05"),
        ("Elections will be held in March.", "2016-03-01..2016-03-31"),
        ("A truce is to begin on 27 February.", "2016-02-27"),
        ("He announced elections on 5 February.", "2016-02-05"),
        ("The envoy called on all sides - and on their allies - to attend talks in February.",
         "2016-02-01..2016-02-29"),
    ],
)  # fmt: skip
def test_a_date_without_a_year_is_the_last_or_by_its_tense_the_next(text, days):
    assert _days(text) == [days]


def test_a_parser_may_say_what_lies_ahead():
    text = "Ceremony: 5 February."
    assert find(text, REPORT, is_future=lambda _: True)[0].interval.latest == date(2016, 2, 5)
    assert find(text, REPORT, is_future=lambda _: False)[0].interval.latest == date(2015, 2, 5)


def test_anchors_run_through_a_narrative():
    text = (
        "On 30 June 2014 the group declared itself. The next day it marched on the city. By 3 July "
        "it stood at the gates, and two days later it held the north. Later that month, by the "
        "24th, the south fell. The following month the army came back. In January it was over. "
        "That year ended the war. The same day in 1914 another began."
    )
    assert _days(text)[:9] == [
        "2014-06-30",
        "2014-07-01",
        "2014-07-03",
        "2014-07-05",
        "2014-07-05..2014-07-31",
        "2014-07-24",
        "2014-08-01..2014-08-31",
        "2015-01-01..2015-01-31",
        "2015-01-01..2015-12-31",
    ]


def test_one_year_behind_several_dates_is_the_year_of_all():
    assert _days("In April and June 1955 they met.") == [
        "1955-04-01..1955-04-30",
        "1955-06-01..1955-06-30",
    ]


def test_a_year_in_passing_does_not_draw_the_news_into_the_past():
    text = "The group, founded in March 2013, attacked on January 5. After the 1973 war it fell."
    assert _days(text)[1] == "2016-01-05"


def test_a_year_inside_a_sentence_does_not_reach_into_the_next():
    text = "The city, which fell in June 2014, was retaken. In January, they took the east."
    assert _days(text)[1] == "2016-01-01..2016-01-31"
    text = "The city fell in June 2014 and was retaken in January."
    assert _days(text)[1] == "2015-01-01..2015-01-31"


def test_how_long_something_lasts_does_not_date_what_follows():
    text = "Since 2011, many have died. In October, talks collapsed."
    assert _days(text)[1] == "2015-10-01..2015-10-31"


def test_an_attack_named_by_a_recent_day_is_dated():
    assert _days("The January 3 attack killed ten.") == ["2016-01-03"]


def test_a_year_that_opens_a_sentence_is_the_year_of_what_follows():
    text = "In 2011, protests began. In March the army fired on them."
    assert _days(text)[1] == "2011-03-01..2011-03-31"


def test_a_year_before_people_is_their_number_only_where_it_is_round():
    assert _days("On 5 May 2014 rebels took it.") == ["2014-05-05"]
    assert _days("On 5 May 2000 rebels took it.") == ["2015-05-05"]


def test_the_years_of_a_heading_bound_what_stands_below():
    text = (
        "The war\n\nIn 1938 it was planned. In 1939 it came. In 1940 it grew.\n\n"
        "The invasion, 1941-1942\n\nIn June the army crossed the river. In September 1950 a book "
        "told of it. In October the capital fell.\n"
    )
    assert _days(text)[-1] == "1941-10-01..1941-10-31"


def test_the_same_day_has_no_end_in_sight_where_no_year_is_known():
    assert _days("They took the town on March 24.", UNKNOWN) == ["..2026-03-24"]


def test_an_updated_stamp_gives_the_year():
    assert (
        _days("Updated Jul 28, 2015\n\nThey took the town on March 24.", UNKNOWN)[1] == "2015-03-24"
    )


def test_a_report_within_bounds_gives_weekdays_within_bounds():
    reported = DateInterval(date(2015, 3, 28), date(2015, 5, 10))
    assert _days("On Friday they left.", reported) == ["2015-03-27..2015-05-08"]


@pytest.mark.parametrize(
    "text",
    [
        "He may march on the town, and the rest may follow.",
        "May said so. March on, they cried.",
        "He sat in the sun. The mar was deep; Mon ami.",
        "A force of 2000 men. By 1500 GMT. 1,914 people died, 2014 soldiers fled.",
        "The March 14 alliance and the April 6 Movement agreed.",
        "Under Resolution 2254 and on Highway 2000.",
        "The battle of 480 BC.",
        "The September 11 attacks and the October 7 massacre.",
        "It rose from 1500 to 2000, and 1200–1500 were killed.",
        "He came second, fell back, and spring water ran.",
        "After four days of fighting, the four-year war ended.",
        "It cost $2015 and grew by 2015%.",
        "",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert _days(text) == []


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("on", "on"),
        ("in", "on"),
        ("since", "since"),
        ("from", "since"),
        ("before", "before"),
        ("prior to", "before"),
        ("after", "after"),
        ("until", "until"),
        ("up to", "until"),
        ("by", "by"),
        ("by about", "by"),
    ],
)
def test_the_word_before_says_how_the_date_relates(words, relation):
    (found,) = find(f"They held it {words} May 2014.", REPORT)
    assert found.relation == relation


def test_bounds_are_open_on_the_side_that_the_relation_leaves_open():
    bounds = {
        words: find(f"They held it {words} May 2014.", REPORT)[0].bounds
        for words in ("since", "before", "after", "until")
    }
    assert bounds == {
        "since": DateInterval(date(2014, 5, 1), None),
        "before": DateInterval(None, date(2014, 4, 30)),
        "after": DateInterval(date(2014, 6, 1), None),
        "until": DateInterval(None, date(2014, 5, 31)),
    }


def test_a_year_without_29_february_is_passed_over():
    assert _days("They left on 29 February.") == ["2012-02-29"]


def test_a_plan_does_not_move_the_story_to_its_year():
    text = (
        "The war began in March 1975. In April 1975 the army took the north and was ready for a"
        " campaign planned for 1976. Its lines held until the talks of 1977. On 11 May it took"
        " the coast."
    )
    assert _days(text, UNKNOWN)[-1] == "1975-05-11"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They came in the night of 31 May/1 June 2015.", ["2015-05-31..2015-06-01"]),
        ("They came overnight on January 3-4.", ["2016-01-03..2016-01-04"]),
        ("It fell on 5.6.2015.", ["2015-06-05"]),
        ("It fell in the last days of May 2015.", ["2015-05-24..2015-05-31"]),
        ("It fell in the first months of 2015.", ["2015-01-01..2015-03-31"]),
        ("It fell half a year ago.", ["2015-07-01..2015-07-31"]),
        ("A day after the fall, on 6 January, they left.", ["2016-01-06"]),
        (
            "In 1954 it began. Another began on August 23, 1958, ending in June of the same year.",
            ["1954-01-01..1954-12-31", "1958-08-23", "1958-06-01..1958-06-30"],
        ),
    ],
)
def test_nights_parts_and_named_years_are_read_as_they_are_meant(text, days):
    assert _days(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Rebels ruled the port from February 2012. In winter they left it.",
            "2012-12-01..2013-02-28",
        ),
        ("They took it in March 2012. This winter they left.", "2012-12-01..2013-02-28"),
        ("They took it in March 2012. They had left in winter.", "2011-12-01..2012-02-29"),
        ("Rebels ruled the port from October 2012. In April they left.", "2013-04-01..2013-04-30"),
    ],
)
def test_what_follows_a_beginning_is_not_before_it(text, days):
    assert _days(text, UNKNOWN)[-1] == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They lost the fort in March 2012 and regained it in December.", "2012-12"),
        ("They lost the fort in March 2012. They regained it in December.", "2012-12"),
        ("In March 2012 the fort was lost, but they regained it in October.", "2012-10"),
        ("They won the fort in February 2012 after a siege begun in November.", "2011-11"),
        ("They won the fort in February 2012, having lost it in November.", "2011-11"),
        ("The fort, which was lost in March 2012, was bombed in November.", "2015-11"),
        ("The fort has been theirs since March 2012. It was bombed in November.", "2015-11"),
        ("The fort was lost in March 2012. In November, bombs killed ten.", "2015-11"),
    ],
)
def test_a_month_goes_on_from_the_one_before_it_looks_back_or_is_of_the_news(text, days):
    assert _days(text)[-1].startswith(f"{days}-01..")


def test_a_chain_of_days_goes_on_in_its_year():
    text = "They took it on 3 March 2012, lost it in October and retook it on 5 December."
    assert _days(text) == ["2012-03-03", "2012-10-01..2012-10-31", "2012-12-05"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("They took the town in 2012. The army retook it the next year.", "2013"),
        ("They took the town in 2012. The army retook it the following year.", "2013"),
        ("They took the town in 2012. The previous year the army had lost it.", "2011"),
    ],
)
def test_the_next_year_counts_from_the_year_named_last(text, last):
    assert _days(text)[-1] == f"{last}-01-01..{last}-12-31"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("A year ago today they left.", ["2015-01-12"]),
        ("Two years ago this month they left.", ["2014-01-01..2014-01-31"]),
        ("A year ago this week they left.", ["2015-01-12..2015-01-18"]),
        ("Six months ago today they left.", ["2015-07-12"]),
        ("In 2014 rebels took it.", ["2014-01-01..2014-12-31"]),
        ("By the end of 2014 rebels held it.", ["2014-10-01..2014-12-31"]),
        ("A force of 2000 rebels took it.", []),
    ],
)
def test_so_long_ago_today_and_years_before_rebels(text, days):
    assert _days(text) == days


def test_days_earlier_are_not_counted_from_what_has_lasted_since():
    text = "On 8 January they took Ain. They had ruled Bab since 1996. Two days earlier Dar fell."
    assert _days(text)[-1] == "2016-01-06"


def test_before_that_points_to_the_day_told():
    text = "On 8 January they took Ain. Three days before that his troops took Bab."
    assert _days(text)[-1] == "2016-01-05"
