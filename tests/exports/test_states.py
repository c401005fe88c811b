from datetime import date

import pytest

from components.errors import ReaderError
from components.exports.states import places_of, states_on


def shown(collection, place_id, day):
    return next((p for p in states_on(collection, day) if p.place_id == place_id), None)


IDLIB, JISR = "geonames:169389", "geonames:169304"


@pytest.mark.parametrize(
    ("day", "mark"),
    [
        (date(2011, 1, 1), "inferred"),
        (date(2015, 3, 23), "inferred"),
        (date(2015, 3, 24), "contested"),
        (date(2015, 3, 27), "contested"),
        (date(2015, 3, 28), "ring"),
    ],
)
def test_the_last_state_of_the_day_is_the_one_shown(collection, day, mark):
    assert shown(collection, IDLIB, day).mark == mark


def test_until_a_change_is_certain_the_earlier_holder_is_shown_as_uncertain(collection):
    collection["features"][1]["properties"]["history"][0]["parties"] = ["sy-government"]
    days = [date(2015, 3, 28), date(2015, 3, 29), date(2015, 5, 3), date(2015, 5, 4)]
    seen = [shown(collection, JISR, day) for day in days]
    assert [place.date_uncertain for place in seen] == [False, True, True, False]
    assert [place.parties for place in seen] == [("sy-government",)] * 3 + [("sy-opposition",)]


def test_the_same_holder_better_known_later_is_not_uncertain(collection):
    assert not shown(collection, JISR, date(2015, 4, 1)).date_uncertain


def test_an_inferred_holder_may_be_gone_already(collection):
    history = collection["features"][1]["properties"]["history"]
    history[0] |= {
        "standing": "inferred",
        "parties": ["sy-government"],
        "start": [None, "2011-01-01"],
    }
    assert shown(collection, JISR, date(2015, 4, 1)).date_uncertain
    assert not shown(collection, JISR, date(2015, 3, 28)).date_uncertain


def test_a_change_on_a_known_day_is_marked_for_a_week(collection):
    days = [date(2015, 3, 28), date(2015, 4, 3), date(2015, 4, 4)]
    assert [shown(collection, IDLIB, day).changed for day in days] == [True, True, False]


def test_a_change_within_five_weeks_is_never_marked_as_one_of_this_week(collection):
    assert not shown(collection, JISR, date(2015, 3, 30)).changed


def test_old_news_fades_after_the_days_that_the_setting_allows(collection):
    last_fresh = date(2011, 12, 31).toordinal() + 900
    assert not shown(collection, JISR, date.fromordinal(last_fresh)).stale
    assert shown(collection, JISR, date.fromordinal(last_fresh + 1)).stale


def test_an_inferred_state_wears_no_signs(collection):
    place = shown(collection, IDLIB, date(2015, 3, 1))
    assert (place.date_uncertain, place.stale, place.changed) == (False, False, False)


def test_before_its_first_report_a_place_wears_the_mark_of_the_unknown(collection):
    properties = collection["features"][1]["properties"]
    properties["history"] = properties["history"][1:]
    place = shown(collection, JISR, date(2015, 3, 28))
    assert (place.state, place.mark, place.parties) == ("none", "unknown", ())


def test_the_same_party_with_another_standing_is_no_change_of_hands(collection):
    history = collection["features"][0]["properties"]["history"]
    history.append(
        {
            **history[-1],
            "standing": "corroborated",
            "start": ["2015-04-01"] * 2,
            "from": "2015-04-01",
        }
    )
    assert shown(collection, IDLIB, date(2015, 4, 1)).changed_on is None
    assert shown(collection, IDLIB, date(2015, 3, 28)).changed_on == date(2015, 3, 28)


def test_a_collection_without_places_says_what_to_do(collection):
    collection["features"] = []
    with pytest.raises(ReaderError, match="Add an article first"):
        states_on(collection, date(2015, 3, 28))


def test_places_that_are_only_mentioned_do_not_widen_the_area(collection):
    assert {p.name for p in places_of(collection)} == {"Idlib", "Jisr al-Shughur"}
