from hypothesis import given
from hypothesis import strategies as st
from matplotlib.path import Path

from components.exports.labels import Box, Name, Room, place_names, roomiest_point
from components.exports.typeset import Type

SHEET = Box(0, 0, 600, 400)
STYLE = Type("sans-500", 12.5)


def name(text, x, y, rank=0, *, may_crowd=False):
    return Name(text, x, y, 5.0, STYLE, "#000000", (rank,), may_crowd=may_crowd)


spots = st.lists(st.tuples(st.floats(0, 600), st.floats(0, 400), st.integers(1, 3)), max_size=40)


@given(spots)
def test_no_two_names_overlap_and_none_leaves_the_sheet(given_spots):
    names = [name("Idlib", x, y, rank) for x, y, rank in given_spots]
    boxes = [each.box for each in place_names(names, Room(), Room(), SHEET)]
    assert all(box.lies_in(SHEET) for box in boxes)
    pairs = [(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :]]
    assert not any(a.meets(b) for a, b in pairs)


@given(spots, st.randoms())
def test_the_order_of_places_does_not_matter(given_spots, rnd):
    names = [name(f"P{n}", x, y, rank) for n, (x, y, rank) in enumerate(given_spots)]
    shuffled = rnd.sample(names, len(names))
    first = place_names(names, Room(), Room(), SHEET)
    assert place_names(shuffled, Room(), Room(), SHEET) == first


def test_the_important_name_gets_the_room():
    names = [name("Small", 300, 200, 2), name("Large", 300, 200, 1)]
    placed = place_names(names, Room(), Room(), SHEET)
    assert placed[0].name.text == "Large"


def test_an_important_name_stands_under_a_small_mark_rather_than_nowhere():
    room = Room()
    room.take(Box(200, 100, 400, 300))
    plain, important = name("Aleppo", 300, 200), name("Aleppo", 300, 200, may_crowd=True)
    assert place_names([plain], room, Room(), SHEET) == []
    assert len(place_names([important], room, Room(), SHEET)) == 1


def test_a_name_that_many_marks_would_cover_is_left_out():
    room = Room()
    for x in range(0, 600, 6):
        for y in range(0, 400, 6):
            room.take(Box(x, y, x + 4, y + 4))
    important = name("Aleppo", 300, 200, may_crowd=True)
    assert place_names([important], room, Room(), SHEET) == []


def test_a_country_s_name_stands_on_its_own_land():
    land = Path([(100, 100), (400, 100), (400, 300), (100, 300), (100, 100)], closed=True)
    point = roomiest_point(land, 80, 20, Room(), SHEET)
    assert point
    x, y = point
    assert 140 <= x <= 360
    assert 110 <= y <= 290


def test_a_country_too_small_for_its_name_gets_none():
    land = Path([(100, 100), (140, 100), (140, 140), (100, 100)], closed=True)
    assert roomiest_point(land, 80, 20, Room(), SHEET) is None
