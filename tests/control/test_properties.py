"""What holds for any claims whatever."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from components.control import (
    SIDE_CHANGED,
    fold,
    interval_on,
    is_undated,
    possible_since,
    shown_from,
    without_undated,
)
from components.records import Attribution, Claim, DateInterval, Party, Span, claim_digest

FIRST = date(2015, 3, 1)
ROLES: dict[str, tuple[Any, Any]] = {
    "captured": ("gaining", "losing"),
    "transferred": ("gaining", "losing"),
    "lost": ("gaining", "losing"),
    "held": ("holding", "defending"),
    "contested": ("attacking", "defending"),
    "besieged": ("attacking", "defending"),
    "repelled": ("attacking", "defending"),
}
SIDES = {"a1": "a", "a2": "a", "b1": "b", "c1": "c"}


def bloc(actor_id, _day):
    return SIDES.get(actor_id, actor_id)


@st.composite
def claims(draw):
    kind = draw(st.sampled_from([*ROLES, "captured", "captured", "held"]))
    stance = draw(st.sampled_from(["asserted"] * 6 + ["denied", "planned"]))
    one, two = ROLES[kind]
    actors = st.lists(st.sampled_from(["a1", "a2", "b1", "c1"]), max_size=2, unique=True)
    parties = tuple(Party(a, one, a) for a in draw(actors))
    parties += tuple(Party(a, two, a) for a in draw(actors))
    start = FIRST + timedelta(days=draw(st.integers(0, 25)))
    end = start + timedelta(days=draw(st.sampled_from([0, 0, 0, 2, 9, 40])))
    reported = end + timedelta(days=draw(st.integers(0, 9)))
    open_start = draw(st.booleans()) and draw(st.booleans())
    event = DateInterval(None if open_start else start, draw(st.sampled_from([end, end, None])))
    article = draw(st.sampled_from(["one", "two", "three"]))
    at = draw(st.integers(0, 30))
    evidence = Span(article, at, at + 1)
    place_id = draw(st.sampled_from(["p", "p", "p", "q", None]))
    counted = draw(st.sampled_from([True, True, True, True, False]))
    return Claim(
        claim_digest(evidence, kind, stance, parties, "P", place_id, start.toordinal()),
        kind,
        stance,
        parties,
        place_id,
        "P",
        event,
        DateInterval(draw(st.sampled_from([end, None])), reported),
        Attribution(
            draw(st.sampled_from(["", "SOHR", "A", "B"])),
            draw(st.sampled_from(["gaining side", "losing side", "monitor", "press", "unknown"])),
        ),
        evidence,
        counted,
        "" if counted else draw(st.sampled_from(["part", "denied"])),
        "",
        "t 1",
    )


# No deadline: a busy computer is slow, not wrong.
OFTEN = settings(max_examples=120, deadline=None)
many = st.lists(claims(), max_size=9, unique_by=lambda c: c.id)


@OFTEN
@given(many, st.randoms())
def test_order_of_claims_does_not_matter(given_claims, rnd):
    shuffled = rnd.sample(given_claims, len(given_claims))
    assert fold(shuffled, bloc=bloc) == fold(given_claims, bloc=bloc)


@OFTEN
@given(many)
def test_repeats_change_nothing(given_claims):
    assert fold([*given_claims, *given_claims], bloc=bloc) == fold(given_claims, bloc=bloc)


@OFTEN
@given(many)
def test_intervals_of_a_place_neither_gap_nor_overlap(given_claims):
    intervals = fold(given_claims, bloc=bloc)
    for place_id in {i.place_id for i in intervals}:
        row = [i for i in intervals if i.place_id == place_id]
        for now, following in pairwise(row):
            assert now.end == following.start
            assert following.start.earliest
            assert (now.start.earliest or date.min) < following.start.earliest
            assert now.start.latest
            assert following.start.latest
            assert now.start.latest < following.start.latest
        assert row[-1].end is None


def rows_of(given_claims):
    intervals = fold(given_claims, bloc=bloc)
    for place_id in {i.place_id for i in intervals}:
        yield [i for i in intervals if i.place_id == place_id]


def is_unsure(interval):
    """Whether a state shows no sure colour: a fight, or a holder who is only inferred."""
    return interval.state == "contested" or interval.standing == "inferred"


@OFTEN
@given(many)
def test_every_state_is_shown_on_some_day_all_in_order(given_claims):
    for row in rows_of(given_claims):
        shown = shown_from(row)
        assert all(one < two for one, two in pairwise(shown))
        for interval, day in zip(row, shown, strict=True):
            assert interval_on(row, day) == interval
            assert (interval.start.earliest or date.min) <= day <= interval.start.latest


@OFTEN
@given(many, st.integers(-5, 90))
def test_no_sure_state_replaces_a_known_one_before_it_is_certain(given_claims, days):
    day = FIRST + timedelta(days=days)
    for row in rows_of(given_claims):
        now = interval_on(row, day)
        if now is not None and now != row[0] and not is_unsure(now):
            assert now.start.latest
            assert now.start.latest <= day


@OFTEN
@given(many, st.integers(-5, 90))
def test_a_state_that_is_certainly_over_is_never_shown(given_claims, days):
    day = FIRST + timedelta(days=days)
    for row in rows_of(given_claims):
        certain = [n for n, interval in enumerate(row) if interval.start.latest <= day]
        now = interval_on(row, day)
        assert not certain or row.index(now) >= certain[-1]


@OFTEN
@given(many, st.integers(-5, 90))
def test_what_may_have_begun_is_said_beside_what_is_shown(given_claims, days):
    day = FIRST + timedelta(days=days)
    for row in rows_of(given_claims):
        now = interval_on(row, day)
        number = row.index(now) if now else -1
        begun = [i for i in row if i.start.earliest is None or i.start.earliest <= day]
        assert [i for i in begun if row.index(i) > number] == list(possible_since(row, number, day))


@OFTEN
@given(many)
def test_where_every_day_is_known_the_last_change_is_shown_and_nothing_is_uncertain(given_claims):
    exact = [
        replace(c, event=DateInterval.on(c.event.latest or c.reported.latest)) for c in given_claims
    ]
    for row in rows_of(exact):
        for interval, following in pairwise(row):
            if interval.start.is_exact and following.start.is_exact:
                assert interval_on(row, following.start.latest - timedelta(days=1)) == interval
                assert interval_on(row, following.start.latest) == following


@OFTEN
@given(many, many, st.integers(0, 40))
def test_later_reports_never_alter_an_earlier_known_by(earlier, later, days):
    known_by = FIRST + timedelta(days=days)
    unheard = [c for c in later if c.reported.latest > known_by]
    told = fold(earlier, known_by=known_by, bloc=bloc)
    assert fold([*earlier, *unheard], known_by=known_by, bloc=bloc) == told


@OFTEN
@given(many, st.integers(-9000, 9000))
def test_shifting_all_days_shifts_the_result(given_claims, days):
    def later(interval):
        first, last = interval.earliest, interval.latest
        return DateInterval(
            first and first + timedelta(days=days), last and last + timedelta(days=days)
        )

    shifted = [replace(c, event=later(c.event), reported=later(c.reported)) for c in given_claims]
    expected = [
        replace(i, start=later(i.start), end=i.end and later(i.end))
        for i in fold(given_claims, bloc=bloc)
    ]
    assert list(fold(shifted, bloc=bloc)) == expected


@OFTEN
@given(many)
def test_removing_a_claim_that_nothing_cites_changes_nothing(given_claims):
    told = fold(given_claims, bloc=bloc)
    cited = {i for t in told for i in (*t.claim_ids, *t.against_ids)}
    assert fold([c for c in given_claims if c.id in cited], bloc=bloc) == told


@OFTEN
@given(many)
def test_no_counted_report_is_silently_ignored(given_claims):
    told = fold(given_claims, bloc=bloc)
    cited = {i for t in told for i in (*t.claim_ids, *t.against_ids)}
    used = [c for c in given_claims if c.counted and c.place_id and c.stance == "asserted"]
    for place_id in {c.place_id for c in used}:
        of_place = [c for c in used if c.place_id == place_id]
        listed = {c.id for c in of_place} - {c.id for c in without_undated(of_place)}
        assert {c.id for c in of_place} <= cited | listed
        assert not listed & cited
        assert all(is_undated(c) for c in of_place if c.id in listed)


@OFTEN
@given(many)
def test_claims_that_do_not_count_are_never_used(given_claims):
    told = fold(given_claims, bloc=bloc)
    by_id = {c.id: c for c in given_claims}
    for interval in told:
        for claim_id in (*interval.claim_ids, *interval.against_ids):
            claim = by_id[claim_id]
            assert claim.place_id == interval.place_id
            assert claim.counted or (claim.stance, claim.reason_code) == ("denied", "denied")
        assert not set(interval.claim_ids) & set(interval.against_ids)


@OFTEN
@given(many)
def test_one_place_never_decides_another(given_claims):
    told = fold(given_claims, bloc=bloc)
    alone = fold([c for c in given_claims if c.place_id == "p"], bloc=bloc)
    assert alone == tuple(i for i in told if i.place_id == "p")


@OFTEN
@given(many)
def test_two_sources_are_needed_to_be_corroborated(given_claims):
    one_article = [replace(c, evidence=replace(c.evidence, article_id="x")) for c in given_claims]
    assert all(i.standing != "corroborated" for i in fold(one_article, bloc=bloc))
    one_source = [replace(c, attribution=Attribution("SOHR", "monitor")) for c in given_claims]
    assert all(i.standing != "corroborated" for i in fold(one_source, bloc=bloc))
    winners = [
        replace(c, attribution=replace(c.attribution, basis="gaining side")) for c in given_claims
    ]
    assert all(i.standing != "corroborated" for i in fold(winners, bloc=bloc))


@OFTEN
@given(many)
def test_every_state_has_a_claim_and_a_rule(given_claims):
    for interval in fold(given_claims, bloc=bloc):
        assert interval.claim_ids
        assert interval.rule
        assert bool(interval.holder_ids) or interval.state in ("unknown", "contested")


@OFTEN
@given(many, st.sampled_from(["monitor", "press"]))
def test_nobody_holds_a_place_unnamed_by_any_claim(given_claims, basis):
    named = {p.actor_id for c in given_claims if c.place_id == "p" for p in c.parties}
    for interval in fold(given_claims, bloc=bloc):
        if interval.place_id == "p":
            assert set(interval.holder_ids) <= named, basis


def turning_bloc(actor_id, day):
    """Side with `a` first, then a2 with b, then alone; the others as ever."""
    if actor_id == "a2" and day and day >= TURNS[0]:
        return "b" if day < TURNS[1] else "a2"
    return bloc(actor_id, day)


TURNS = (FIRST + timedelta(days=14), FIRST + timedelta(days=30))
TURNING: dict[str, Any] = {"bloc": turning_bloc, "turns": lambda a: TURNS if a == "a2" else ()}


@OFTEN
@given(many, st.randoms())
def test_with_changing_sides_the_order_does_not_matter_and_nothing_gaps(given_claims, rnd):
    told = fold(given_claims, **TURNING)
    assert fold(rnd.sample(given_claims, len(given_claims)), **TURNING) == told
    for place_id in {i.place_id for i in told}:
        row = [i for i in told if i.place_id == place_id]
        for now, following in pairwise(row):
            assert now.end == following.start
            assert following.start.earliest
            assert (now.start.earliest or date.min) < following.start.earliest
        assert row[-1].end is None


@OFTEN
@given(many)
def test_a_place_turns_only_on_a_day_of_the_calendar_and_with_the_same_holder(given_claims):
    told = fold(given_claims, **TURNING)
    for before, now in pairwise(told):
        if now.rule == SIDE_CHANGED:
            assert now.start.earliest == now.start.latest
            assert now.start.earliest in TURNS
            assert before.place_id == now.place_id
            assert before.holder_ids == now.holder_ids
            assert set(now.claim_ids) & set(before.claim_ids)


@OFTEN
@given(many, many, st.integers(0, 40))
def test_with_changing_sides_later_reports_never_alter_an_earlier_known_by(earlier, later, days):
    known_by = FIRST + timedelta(days=days)
    unheard = [c for c in later if c.reported.latest > known_by]
    told = fold(earlier, known_by=known_by, **TURNING)
    assert fold([*earlier, *unheard], known_by=known_by, **TURNING) == told
