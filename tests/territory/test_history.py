"""The example's history, day by day."""

import gc
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from components.records import DateInterval, Membership, Span
from components.territory import World, build_history
from tests import builders
from tests.builders import ALEPPO, FATAH, GOVERNMENT, IDLIB, JISR, NUSRA, OPPOSITION

DAY = timedelta(days=1)


def history(**options):
    return build_history(builders.example_world(), **options)


def shown(place, day, **options):
    state = history(**options).state(place.id, day)
    if state is None:
        return None
    return state.interval.state, state.interval.standing, history().parties(state.interval)


def test_idlib_changes_hands_on_the_day_the_article_says():
    assert shown(IDLIB, date(2015, 3, 23)) == ("held", "inferred", (GOVERNMENT.id,))
    assert shown(IDLIB, date(2015, 3, 24))[:2] == ("contested", "claimed")
    assert shown(IDLIB, date(2015, 3, 24))[2] == (GOVERNMENT.id, OPPOSITION.id)
    assert shown(IDLIB, date(2015, 3, 27))[0] == "contested"
    assert shown(IDLIB, date(2015, 3, 28)) == ("held", "claimed", (OPPOSITION.id,))


def test_the_strip_of_jisr_al_shughur_reads_as_the_article_tells_it():
    row = [
        (i.state, i.standing, history().parties(i), i.start.earliest, i.start.latest)
        for i in history().intervals(JISR.id)
    ]
    assert row == [
        ("held", "inferred", (GOVERNMENT.id,), None, date(2010, 12, 31)),
        ("held", "claimed", (OPPOSITION.id,), date(2011, 1, 1), date(2011, 12, 31)),
        ("held", "inferred", (GOVERNMENT.id,), date(2012, 1, 1), date(2015, 5, 5)),
        (
            "contested",
            "claimed",
            (GOVERNMENT.id, OPPOSITION.id),
            date(2015, 3, 26),
            date(2015, 5, 6),
        ),
        ("held", "claimed", (OPPOSITION.id,), date(2015, 3, 29), date(2015, 5, 9)),
    ]


def test_a_second_source_narrows_the_day_and_raises_the_standing_until_it_is_unsaid():
    second = builders.claim(
        "captured",
        JISR.id,
        DateInterval.on(date(2015, 4, 25)),
        builders.parties(gaining=[OPPOSITION.id], losing=[GOVERNMENT.id]),
        source="Reuters",
        evidence=Span("second", 0, 9),
        reported=DateInterval.on(date(2015, 4, 26)),
    )
    world = builders.example_world()
    told = build_history(replace(world, claims=(*world.claims, second)))
    last = told.intervals(JISR.id)[-1]
    assert last.start == DateInterval.on(date(2015, 4, 25))
    assert last.standing == "corroborated"
    # The example's own article may have appeared as late as 9 May; on 25 April none is heard.
    assert build_history(told.world, known_by=date(2015, 4, 25)).place_ids == ()
    only = build_history(told.world, known_by=date(2015, 4, 26)).intervals(JISR.id)[-1]
    assert (only.standing, only.claim_ids) == ("claimed", (second.id,))


def test_a_place_that_is_only_mentioned_has_no_state():
    assert history().state(ALEPPO.id, date(2015, 4, 1)) is None
    assert ALEPPO.id not in history().place_ids


def test_before_anything_is_known_nothing_is_drawn():
    synthetic = build_history(builders.synthetic_world(20, 3))
    for place_id in synthetic.place_ids:
        first = synthetic.intervals(place_id)[0].start.earliest
        if first:
            assert synthetic.state(place_id, first - DAY) is None


@settings(deadline=None)
@given(st.integers(0, 2000), st.integers(0, 9))
def test_what_is_shown_is_never_over_and_what_may_have_come_is_named(days, number):
    told = SYNTHETIC
    day = told.first_day + timedelta(days=days)
    place_id = told.place_ids[number % len(told.place_ids)]
    state, row = told.state(place_id, day), told.intervals(place_id)
    begun = [i for i in row if i.start.earliest is None or i.start.earliest <= day]
    certain = [i for i in row if i.start.latest and i.start.latest <= day]
    assert (state is None) == (not begun)
    if state:
        assert not certain or row.index(state.interval) >= row.index(certain[-1])
        later = begun[begun.index(state.interval) + 1 :]
        assert set(state.possible) <= set(later)
        others = [i for i in later if told.parties(i) != told.parties(state.interval)]
        assert set(others) <= set(state.possible)


def test_until_a_capture_is_certain_the_fight_is_shown_and_that_it_may_be_over():
    told = history()
    for day, state, possible in [
        (date(2015, 3, 25), "held", []),
        (date(2015, 3, 26), "contested", []),
        (date(2015, 3, 29), "contested", ["held"]),
        (date(2015, 5, 8), "contested", ["held"]),
        (date(2015, 5, 9), "held", []),
    ]:
        shown = told.state(JISR.id, day)
        assert (shown.interval.state, [i.state for i in shown.possible]) == (state, possible), day


def test_a_day_on_which_another_state_may_be_true_is_uncertain():
    told = history()
    assert told.state(JISR.id, date(2011, 1, 1)).date_uncertain
    # The government came back on some day since: it may not have been there yet.
    assert told.state(JISR.id, date(2012, 6, 1)).date_uncertain
    assert told.state(JISR.id, date(2015, 4, 1)).date_uncertain
    assert told.state(JISR.id, date(2015, 5, 8)).date_uncertain
    assert not told.state(JISR.id, date(2015, 5, 9)).date_uncertain
    assert not told.state(IDLIB.id, date(2015, 3, 28)).date_uncertain


def test_an_unknown_day_of_a_year_leaves_the_earlier_holder_until_the_year_ends():
    shown = history().state(JISR.id, date(2011, 7, 1))
    assert shown.interval.standing == "inferred"
    assert [history().parties(i) for i in shown.possible] == [(OPPOSITION.id,)]
    assert history().state(JISR.id, date(2011, 12, 31)).interval.standing == "claimed"


def test_what_held_before_the_first_report_is_not_called_uncertain_for_years():
    assert not history().state(IDLIB.id, date(2012, 1, 1)).date_uncertain


def test_a_state_is_marked_as_changed_for_a_week_if_its_day_is_known():
    told = history()
    marked = [told.state(IDLIB.id, date(2015, 3, 28) + n * DAY).changed for n in range(9)]
    assert marked == [True] * 7 + [False] * 2
    assert not told.state(JISR.id, date(2015, 3, 30)).changed


def test_a_state_is_old_news_when_no_report_spoke_of_it_for_so_many_days():
    told = history(stale_after_days=30)
    assert not told.state(IDLIB.id, date(2015, 6, 8)).stale
    assert told.state(IDLIB.id, date(2015, 6, 9)).stale


def test_changes_come_in_the_order_of_days_and_say_which_are_of_hands():
    told = history()
    found = told.changes(date(2015, 3, 24), date(2015, 3, 29))
    assert [(c.day, c.place_id, c.is_of_hands, c.is_uncertain) for c in found] == [
        (date(2015, 3, 24), IDLIB.id, False, False),
        (date(2015, 3, 26), JISR.id, False, True),
        (date(2015, 3, 28), IDLIB.id, True, False),
    ]
    last = told.changes(date(2015, 3, 29), date(2015, 5, 9))
    assert [(c.day, c.place_id, c.is_of_hands) for c in last] == [
        (date(2015, 5, 9), JISR.id, True),
    ]
    assert (last[0].is_uncertain, last[0].is_certain_by) == (True, True)
    assert told.changes(date(2015, 3, 25), date(2015, 3, 25)) == ()


def test_a_party_that_keeps_a_place_after_an_attack_did_not_take_it():
    place = builders.place("p", "P")
    world = builders.world_from(
        (place,),
        builders.claim(
            "held",
            "p",
            DateInterval.on(date(2015, 3, 1)),
            builders.parties(holding=[GOVERNMENT.id]),
        ),
        builders.claim(
            "contested",
            "p",
            DateInterval.on(date(2015, 3, 5)),
            builders.parties(attacking=[OPPOSITION.id], defending=[GOVERNMENT.id]),
        ),
        builders.claim(
            "repelled",
            "p",
            DateInterval.on(date(2015, 3, 7)),
            builders.parties(attacking=[OPPOSITION.id], defending=[GOVERNMENT.id]),
        ),
    )
    assert not any(c.is_of_hands for c in build_history(world).changes(date.min, date.max))


def test_the_balance_counts_places_and_what_changed_in_thirty_days():
    table = history().balance(date(2015, 4, 1))
    assert table.to_dict("records") == [
        {"party": OPPOSITION.id, "held": 1, "change": 1},
        {"party": GOVERNMENT.id, "held": 0, "change": -2},
        {"party": "contested", "held": 1, "change": 1},
    ]
    assert history().balance(date(2015, 5, 9)).to_dict("records")[0]["held"] == 2
    fought = history().balance(date(2015, 3, 25), back_days=1)
    assert ("contested", 1) in set(zip(fought["party"], fought["held"], strict=True))


def test_the_balance_of_a_day_counts_each_place_once():
    told = SYNTHETIC
    for n in range(0, 1800, 300):
        day = told.first_day + timedelta(days=n)
        assert told.balance(day)["held"].sum() == len(told.snapshot(day).places)


def test_reports_are_counted_by_day():
    assert history().reports().to_dict() == {date(2015, 5, 9): 6}
    assert build_history(EMPTY).reports().empty


def test_groups_of_one_coalition_are_shown_as_one_side_unless_kept_apart():
    told = history()
    assert told.parties(told.intervals(JISR.id)[-1]) == (OPPOSITION.id,)
    apart = history(factions=True)
    assert apart.parties(apart.intervals(JISR.id)[-1]) == ("ahrar-al-sham", NUSRA.id)


def test_a_group_counts_with_its_coalition_only_while_it_is_in_it():
    place = builders.place("p", "P")
    held = [
        builders.claim(
            "held",
            "p",
            DateInterval.on(day),
            builders.parties(holding=[NUSRA.id]),
            ordinal=day.year,
        )
        for day in (date(2014, 1, 1), date(2015, 6, 1))
    ]
    world = builders.world_from(
        (place,),
        *held,
        memberships=(Membership(NUSRA.id, FATAH.id, date(2015, 3, 24), None),),
    )
    told = build_history(world)
    assert [told.parties(i) for i in told.intervals("p")] == [(NUSRA.id,), (OPPOSITION.id,)]


def test_what_was_not_counted_is_listed_with_the_place():
    claim = builders.claim(
        "captured",
        JISR.id,
        DateInterval.on(date(2015, 4, 1)),
        builders.parties(gaining=[FATAH.id]),
        counted=False,
        reason_code="part",
        reason="Only half of it.",
    )
    world = builders.example_world()
    told = build_history(replace(world, claims=(*world.claims, claim)))
    assert told.not_counted(JISR.id) == (claim,)
    assert told.not_counted(IDLIB.id) == ()
    assert told.intervals(JISR.id) == history().intervals(JISR.id)


def test_the_timeline_begins_a_little_before_the_first_change_and_ends_with_the_last_report():
    told = history()
    assert told.first_day < date(2011, 1, 1)
    assert date(2011, 1, 1) - told.first_day < timedelta(days=60)
    assert told.last_day == date(2015, 5, 9)


def test_one_report_of_an_unknown_day_still_gives_a_timeline():
    place = builders.place("p", "P")
    claim = builders.claim(
        "captured", "p", DateInterval(None, date(2015, 5, 9)), builders.parties(gaining=[FATAH.id])
    )
    told = build_history(builders.world_from((place,), claim))
    assert told.first_day < told.last_day == date(2015, 5, 9)
    state = told.state("p", told.first_day)
    assert state
    assert state.date_uncertain


def test_an_empty_world_has_a_history_without_places():
    told = build_history(EMPTY)
    assert told.place_ids == ()
    assert told.first_day <= told.last_day
    assert told.snapshot(told.last_day).places == ()
    assert told.balance(told.last_day).empty


EMPTY = World((), {}, {}, {}, (), 0)
SYNTHETIC = build_history(builders.synthetic_world(20, 3))


def test_a_day_at_the_edge_of_the_calendar_breaks_nothing():
    place = builders.place("p", "P")
    claim = builders.claim(
        "captured",
        "p",
        DateInterval(date.min, date(2015, 5, 9)),
        builders.parties(gaining=[FATAH.id], losing=[GOVERNMENT.id]),
    )
    told = build_history(builders.world_from((place,), claim))
    assert told.first_day == date.min
    assert told.state("p", told.first_day)
    assert told.changes(date.min, date.max)
    assert not told.balance(date.min).empty


def test_the_capture_is_cited_before_the_fighting_that_it_decided():
    example = history()
    idlib = example.state(IDLIB.id, date(2015, 4, 1)).interval
    kinds = [claim.kind for claim in example.cited(idlib)]
    assert kinds[0] == "captured"
    assert sorted(claim.id for claim in example.cited(idlib)) == sorted(idlib.claim_ids)
    fought = example.state(IDLIB.id, date(2015, 3, 25)).interval
    assert example.cited(fought)[0].kind == "contested"


def test_after_a_fold_garbage_is_collected_again_where_it_was_before():
    gc.enable()
    build_history(builders.synthetic_world(3, 1))
    assert gc.isenabled()
    gc.disable()
    try:
        build_history(builders.synthetic_world(3, 1))
        assert not gc.isenabled()
    finally:
        gc.enable()
