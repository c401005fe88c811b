"""Nobody is inferred to hold a place before any report names them; a government is."""

from dataclasses import replace
from datetime import date, timedelta

from components.records import Actor, DateInterval
from components.territory import build_history
from tests.builders import FATAH, GOVERNMENT, OPPOSITION, claim, parties, place, world_from

LOST = date(2015, 6, 1)
NAMED = date(2014, 1, 10)
TOWN, OTHER = place("made up:1", "Town"), place("made up:2", "Other")
DAY = timedelta(days=1)


def history(loser):
    taken = parties(gaining=[OPPOSITION.id], losing=[loser])
    return build_history(
        world_from(
            [TOWN, OTHER],
            claim("captured", TOWN.id, DateInterval.on(LOST), taken),
            claim("held", OTHER.id, DateInterval.on(NAMED), parties(holding=[loser]), ordinal=1),
        )
    )


def test_a_group_is_not_inferred_to_hold_a_place_before_it_is_heard_of():
    shown = history("text:newcomers")
    assert shown.state(TOWN.id, LOST - DAY).interval.holder_ids == ("text:newcomers",)
    assert shown.state(TOWN.id, NAMED - DAY) is None
    assert shown.intervals(TOWN.id)[0].start == DateInterval(NAMED, LOST - DAY)


def lost_long_after(days):
    taken = parties(gaining=[GOVERNMENT.id], losing=[OPPOSITION.id])
    early = DateInterval.on(date(2008, 1, 1))
    world = world_from(
        [TOWN, OTHER],
        claim("captured", TOWN.id, DateInterval.on(LOST), taken),
        claim("held", OTHER.id, early, parties(holding=[OPPOSITION.id]), ordinal=1),
    )
    return build_history(world, stale_after_days=days)


def test_a_loss_tells_of_the_days_before_it_and_not_of_all_years():
    shown = lost_long_after(100)
    assert shown.state(TOWN.id, LOST - DAY).interval.holder_ids == (OPPOSITION.id,)
    assert shown.state(TOWN.id, LOST - 101 * DAY).interval.holder_ids == (OPPOSITION.id,)
    assert shown.state(TOWN.id, LOST - 102 * DAY) is None


def test_a_government_was_there_before_any_report():
    shown = history(GOVERNMENT.id)
    assert shown.state(TOWN.id, date(2011, 1, 1)).interval.holder_ids == (GOVERNMENT.id,)


def test_a_government_that_followed_another_was_not_there_before():
    rules = {"old": "XX", "new": "XX"}
    world = world_from(
        [TOWN, OTHER],
        claim("held", OTHER.id, DateInterval.on(NAMED), parties(holding=["old"]), ordinal=1),
        claim(
            *("captured", TOWN.id, DateInterval.on(LOST)),
            parties(gaining=[OPPOSITION.id], losing=["new"]),
        ),
    )
    actors = {a: Actor(a, a, "government", country=code) for a, code in rules.items()}
    shown = build_history(replace(world, actors={**world.actors, **actors}))
    assert shown.state(TOWN.id, NAMED) is None


def test_what_is_asserted_is_left_as_it_is():
    shown = history(FATAH.id)
    assert shown.intervals(TOWN.id)[-1].start == DateInterval.on(LOST)
    for before, after in zip(shown.intervals(TOWN.id), shown.intervals(TOWN.id)[1:], strict=False):
        assert before.end == after.start


def after_a_known_holder(loser):
    return build_history(
        world_from(
            [TOWN],
            claim("captured", TOWN.id, DateInterval.on(NAMED), parties(gaining=[OPPOSITION.id])),
            claim(
                *("captured", TOWN.id, DateInterval.on(LOST)),
                parties(gaining=["text:third"], losing=[loser]),
                ordinal=1,
            ),
        )
    )


def test_a_known_holder_is_shown_until_another_must_have_been_there():
    shown = after_a_known_holder("text:newcomers")
    assert shown.state(TOWN.id, LOST - 2 * DAY).interval.holder_ids == (OPPOSITION.id,)
    assert shown.state(TOWN.id, LOST - DAY).interval.holder_ids == ("text:newcomers",)
    first, second, _ = shown.intervals(TOWN.id)
    assert first.end == second.start


def test_a_government_comes_back_untold_on_any_day_since_a_known_holder():
    shown = after_a_known_holder(GOVERNMENT.id)
    state = shown.state(TOWN.id, NAMED + DAY)
    assert state.interval.holder_ids == (GOVERNMENT.id,)
    assert state.date_uncertain


def test_an_inferred_holder_has_a_day_before_a_capture_of_uncertain_days():
    days = DateInterval(LOST, LOST + 30 * DAY)
    taken = parties(gaining=["text:third"], losing=["text:newcomers"])
    shown = build_history(
        world_from(
            [TOWN],
            claim("captured", TOWN.id, DateInterval.on(NAMED), parties(gaining=[OPPOSITION.id])),
            claim("captured", TOWN.id, days, taken, ordinal=1),
        )
    )
    assert [i.start.earliest for i in shown.intervals(TOWN.id)] == [NAMED, LOST - DAY, LOST]
    assert shown.intervals(TOWN.id)[1].start.latest == LOST + 29 * DAY
