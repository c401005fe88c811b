"""A part of a place is said beside its state and never colours the whole."""

from datetime import date

from components.records import DateInterval
from components.territory import build_history, part_words, parts_on
from tests import builders
from tests.builders import GOVERNMENT, OPPOSITION

TOWN = builders.place("p", "P")
TAKEN, TOLD = date(2015, 3, 1), date(2015, 3, 20)


def claim(kind, day, number, *, part, **roles):
    return builders.claim(
        kind,
        TOWN.id,
        DateInterval.on(day),
        builders.parties(**roles),
        ordinal=number,
        counted=not part,
        reason_code="part" if part else "",
        reason="Only half of it." if part else "",
    )


def history(*claims):
    held = claim("captured", TAKEN, 0, part=False, gaining=[GOVERNMENT.id])
    return build_history(builders.world_from((TOWN,), held, *claims))


def half(day, party):
    return claim("held", day, 1, part=True, holding=[party])


def test_a_part_held_by_another_is_said_and_colours_nothing():
    told = history(half(TOLD, OPPOSITION.id))
    assert told.parties(told.state(TOWN.id, TOLD).interval) == (GOVERNMENT.id,)
    assert part_words(told, TOWN.id, TOLD) == (
        "Of a part of it is reported: held by the opposition (20 March 2015). "
        "A part colours nothing."
    )


def test_a_part_is_said_only_from_the_day_of_its_report_on():
    assert part_words(history(half(TOLD, OPPOSITION.id)), TOWN.id, date(2015, 3, 19)) == ""


def test_a_part_of_the_holder_himself_says_nothing_new():
    assert parts_on(history(half(TOLD, GOVERNMENT.id)), TOWN.id, TOLD) == ()


def test_a_part_that_was_told_before_the_whole_changed_hands_is_over():
    assert parts_on(history(half(date(2015, 2, 1), OPPOSITION.id)), TOWN.id, TOLD) == ()


def test_of_one_side_only_the_last_report_is_said():
    early = claim("captured", date(2015, 3, 5), 2, part=True, gaining=[OPPOSITION.id])
    late = half(TOLD, OPPOSITION.id)
    assert parts_on(history(early, late), TOWN.id, TOLD) == (late,)


def test_a_part_lost_by_the_holder_is_said():
    lost = claim("lost", TOLD, 3, part=True, losing=[GOVERNMENT.id])
    assert "lost by the government" in part_words(history(lost), TOWN.id, TOLD)
