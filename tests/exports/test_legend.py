from datetime import date

from components.exports.legend import legend_of
from components.exports.states import states_on


def legend(collection, day):
    return legend_of(states_on(collection, day), collection["whoheld"]["parties"])


def test_the_key_names_only_the_marks_that_are_shown(collection):
    assert legend(collection, date(2015, 3, 20)).marks == ("ring", "inferred", "mentioned")
    assert legend(collection, date(2015, 3, 25)).marks == ("ring", "contested", "mentioned")
    assert legend(collection, date(2015, 5, 10)).marks == ("disc", "ring", "mentioned")


def test_the_key_names_only_the_signs_that_are_shown(collection):
    assert legend(collection, date(2015, 3, 20)).signs == ("stale",)
    assert legend(collection, date(2015, 3, 29)).signs == ("stale", "changed")
    collection["features"][1]["properties"]["history"][0]["parties"] = ["sy-government"]
    signs = legend(collection, date(2015, 3, 29)).signs
    assert signs == ("date_uncertain", "stale", "changed")
    assert legend(collection, date(2015, 5, 10)).signs == ()


def test_parties_are_counted_by_the_places_they_hold(collection):
    rows = {row.party_id: row.count for row in legend(collection, date(2015, 5, 10)).parties}
    assert rows == {"sy-opposition": 2}


def test_who_only_fights_for_a_place_is_named_with_none_held(collection):
    found = legend(collection, date(2015, 3, 25))
    assert [(row.name, row.count) for row in found.parties] == [
        ("Opposition", 1),
        ("Government", 0),
    ]
    assert found.others == (("Fought over", "1"),)


def test_a_place_without_a_report_yet_is_explained_but_not_counted(collection):
    properties = collection["features"][1]["properties"]
    properties["history"] = properties["history"][1:]
    found = legend(collection, date(2015, 3, 28))
    assert "unknown" in found.marks
    assert found.others == ()


def test_the_key_to_two_days_counts_both(collection):
    before, after = (states_on(collection, day) for day in (date(2015, 3, 1), date(2015, 4, 1)))
    found = legend_of(before, collection["whoheld"]["parties"], after)
    held = {row.party_id: row.held for row in found.parties}
    assert set(held.values()) == {
        legend_words(before, after, party) for party in ("sy-government", "sy-opposition")
    }


def legend_words(before, after, party):
    counts = [sum(p.state == "held" and party in p.parties for p in day) for day in (before, after)]
    return f"{counts[0]}, then {counts[1]}"
