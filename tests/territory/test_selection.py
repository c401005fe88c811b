"""The world by chosen sources, as known by a day."""

from dataclasses import replace
from datetime import date, timedelta

from components.records import DateInterval, Span
from components.territory import Origin, Selection, build_history
from tests import builders
from tests.builders import GOVERNMENT, IDLIB, JISR, OPPOSITION, claim, parties

ON = DateInterval.on
P = builders.place("p", "P")


def said(kind, day, source, basis, article, **roles):
    return claim(
        kind,
        "p",
        ON(day),
        parties(**roles),
        source=source,
        basis=basis,
        evidence=Span(article, 0, 9),
        reported=ON(day),
        toponym="P",
    )


TAKEN = said(
    *("captured", date(2015, 3, 1), "the rebels", "gaining side", "one"),
    gaining=[OPPOSITION.id],
    losing=[GOVERNMENT.id],
)
HELD = said("held", date(2015, 3, 1), "the army", "losing side", "two", holding=[GOVERNMENT.id])
SEEN = said("held", date(2015, 3, 5), "", "press", "three", holding=[OPPOSITION.id])
UNSAID = replace(SEEN, id="planned", counted=False, reason_code="planned", reason="A plan.")


def world():
    plain = builders.world_from([P], TAKEN, HELD, SEEN, UNSAID)
    return replace(
        plain,
        origins={
            "one": Origin("", "Rebel News", "", TAKEN.reported),
            "two": Origin("", "State Agency", "", HELD.reported),
            "three": Origin("", "The Paper", "", SEEN.reported),
        },
    )


def last(selection):
    row = build_history(world(), selection).intervals("p")
    return [(i.state, i.holder_ids) for i in row[-1:]]


def test_by_one_side_alone_the_map_shows_what_that_side_says():
    assert last(Selection(bases=frozenset({"gaining side"}))) == [("held", (OPPOSITION.id,))]
    assert last(Selection(bases=frozenset({"losing side"}))) == [("held", (GOVERNMENT.id,))]
    assert last(Selection(bases=frozenset())) == []


def test_single_publishers_and_sources_can_be_chosen():
    assert last(Selection(publishers=frozenset({"State Agency"}))) == [("held", (GOVERNMENT.id,))]
    assert last(Selection(sources=frozenset({"the rebels"}))) == [("held", (OPPOSITION.id,))]
    # What an article says without naming anybody is its publisher's word.
    assert last(Selection(sources=frozenset({"The Paper"}))) == [("held", (OPPOSITION.id,))]


def test_what_the_choice_leaves_out_is_neither_for_nor_against_nor_uncounted():
    told = build_history(world(), Selection(bases=frozenset({"press"})))
    cited = {i for row in told.intervals("p") for i in (*row.claim_ids, *row.against_ids)}
    assert cited == {SEEN.id}
    assert told.left_out("p") == (TAKEN, HELD) == told.left_out()
    assert told.not_counted("p") == (UNSAID,)
    assert build_history(world()).left_out("p") == ()


def test_what_came_later_is_told_in_the_order_of_reports():
    told = build_history(world(), Selection(known_by=date(2015, 3, 1)))
    assert told.later("p") == (SEEN, UNSAID)
    assert told.intervals("p")[-1].state == "disputed"
    assert told.left_out() == ()
    by_losers = Selection(known_by=date(2015, 3, 1), bases=frozenset({"losing side"}))
    assert build_history(world(), by_losers).later() == ()
    assert build_history(world()).later() == ()


def test_who_can_be_chosen_is_counted_over_the_whole_world():
    told = build_history(world(), Selection(bases=frozenset({"press"})))
    assert [(v.name, v.basis, v.claims) for v in told.voices] == [
        ("the army", "losing side", 1),
        ("The Paper", "press", 1),
        ("the rebels", "gaining side", 1),
    ]
    assert [v.name for v in told.publishers] == ["Rebel News", "State Agency", "The Paper"]
    assert dict(told.basis_counts) == {"gaining side": 1, "losing side": 1, "press": 1}


def test_a_selection_can_be_a_key():
    assert {Selection(bases=frozenset({"press"})), Selection(bases=frozenset({"press"}))} == {
        Selection(bases=frozenset({"press"}))
    }


def test_two_articles_of_one_publisher_are_one_voice():
    again = replace(SEEN, id="again", evidence=Span("four", 0, 9))
    plain = builders.world_from([P], SEEN, again)
    apart = build_history(plain).intervals("p")[-1]
    assert apart.standing == "corroborated"
    origin = Origin("", "The Paper", "", SEEN.reported)
    other = Origin("", "the paper", "", SEEN.reported)
    told = build_history(replace(plain, origins={"three": origin, "four": other}))
    assert told.intervals("p")[-1].standing == "claimed"


def test_nearly_the_same_texts_are_one_report():
    again = replace(SEEN, id="again", evidence=Span("four", 0, 9), reported=ON(date(2015, 3, 6)))
    origins = {
        "three": Origin("", "The Paper", "", SEEN.reported),
        "four": Origin("", "The Mail", "", again.reported),
    }
    plain = replace(builders.world_from([P], SEEN, again), origins=origins)
    assert build_history(plain).intervals("p")[-1].standing == "corroborated"
    copied = replace(plain, copies=(("three", "four"),))
    assert build_history(copied).intervals("p")[-1].standing == "claimed"


def test_undated_reports_do_not_stretch_the_timeline_and_are_listed():
    today = date(2026, 11, 22)
    undated = claim(
        "captured",
        JISR.id,
        DateInterval(None, today),
        parties(gaining=[GOVERNMENT.id]),
        evidence=Span("undated", 0, 9),
        reported=DateInterval(None, today),
        toponym="Jisr al-Shughur",
    )
    example = builders.example_world()
    told = build_history(replace(example, claims=(*example.claims, undated)))
    plain = build_history(example)
    assert (told.first_day, told.last_day) == (plain.first_day, plain.last_day)
    assert told.intervals(JISR.id) == plain.intervals(JISR.id)
    assert told.undated(JISR.id) == (undated,) == told.unplaced_in_time(JISR.id) == told.undated()
    assert list(told.reports().index) == list(plain.reports().index)


def test_a_place_of_which_only_undated_reports_speak_is_shown_with_an_uncertain_day():
    today = date(2026, 11, 22)
    undated = claim(
        "captured",
        "p",
        DateInterval(None, today),
        parties(gaining=[GOVERNMENT.id]),
        evidence=Span("undated", 0, 9),
        reported=DateInterval(None, today),
    )
    example = builders.example_world()
    both = replace(example, claims=(*example.claims, undated), places={**example.places, "p": P})
    told = build_history(both)
    assert told.last_day == build_history(example).last_day
    state = told.state("p", told.last_day)
    assert state
    assert (state.interval.state, state.date_uncertain) == ("held", True)
    assert told.unplaced_in_time("p") == ()
    alone = build_history(replace(both, claims=(undated,)))
    assert alone.last_day == today


def test_undated_news_is_heard_beside_what_its_own_article_dates():
    today = date(2026, 11, 22)

    def tell(kind, event, **roles):
        return claim(
            *(kind, "p", event, parties(**roles)),
            evidence=Span("one", 0, 9),
            reported=DateInterval(None, today),
        )

    past = tell("captured", DateInterval(date(2011, 1, 1), date(2011, 12, 31)), gaining=["a"])
    news = tell("captured", DateInterval(None, today), gaining=["b"])
    told = build_history(builders.world_from([P], past, news))
    assert [(i.state, i.rule) for i in told.intervals("p")] == [("disputed", "order unknown")]
    assert told.unplaced_in_time("p") == ()
    elsewhere = replace(past, evidence=Span("two", 0, 9))
    told = build_history(builders.world_from([P], elsewhere, news))
    assert [i.holder_ids for i in told.intervals("p")] == [("a",)]
    assert told.unplaced_in_time("p") == (news,)


def test_a_history_continued_with_another_article_equals_one_made_anew():
    world = builders.synthetic_world(40, 3)
    for at in range(0, len(world.claims), 37):
        fewer = replace(world, claims=world.claims[:at] + world.claims[at + 5 :])
        for selection in (Selection(), Selection(bases=frozenset({"press", "monitor"}))):
            start = build_history(fewer, selection)
            told = build_history(world, selection, previous=start)
            anew = build_history(world, selection)
            assert told.folded.rows == anew.folded.rows
            assert list(told.place_ids) == list(anew.place_ids)
            back = build_history(fewer, selection, previous=told)
            assert back.folded.rows == start.folded.rows
            assert back.heard == start.heard


def test_only_places_that_something_new_is_said_of_are_folded_again():
    world = builders.synthetic_world(40, 3)
    start = build_history(world)
    news = replace(world.claims[0], id="news")
    told = build_history(replace(world, claims=(*world.claims, news)), previous=start)
    assert news.place_id
    rows, again = start.folded.rows, told.folded.rows
    same = [p for p in start.place_ids if again[p] is rows[p]]
    assert set(start.place_ids) - set(same) == {news.place_id}


def test_a_copy_found_later_folds_the_places_of_both_again():
    again = replace(SEEN, id="again", evidence=Span("four", 0, 9))
    origin = Origin("", "The Paper", "", SEEN.reported)
    other = Origin("", "The Mail", "", SEEN.reported)
    plain = replace(builders.world_from([P], SEEN, again), origins={"three": origin, "four": other})
    told = build_history(replace(plain, copies=(("four", "three"),)), previous=build_history(plain))
    assert told.intervals("p")[-1].standing == "claimed"


def test_a_copy_that_came_later_never_joins_what_was_apart_by_then():
    day = SEEN.reported.latest
    assert day
    chain = replace(SEEN, id="again", evidence=Span("four", 0, 9))
    origins = {
        a: Origin("", a, "", ON(day if a != "late" else day + timedelta(days=9)))
        for a in ("three", "four", "late")
    }
    plain = replace(
        builders.world_from([P], SEEN, chain),
        origins=origins,
        copies=(("three", "late"), ("late", "four")),
    )
    assert build_history(plain).intervals("p")[-1].standing == "claimed"
    then = build_history(plain, Selection(known_by=day)).intervals("p")[-1]
    assert then.standing == "corroborated"


def test_idlib_by_monitors_alone_has_no_state():
    told = build_history(builders.example_world(), Selection(bases=frozenset({"monitor"})))
    assert told.intervals(IDLIB.id) == ()
    assert len(told.left_out(IDLIB.id)) == 2
