"""Marks that lie on one another in a browser: counted, spread, chosen, closed."""

import pytest

from tests.mapview.open_map import open_map
from tests.mapview.synthetic import collection, feature, interval

pytestmark = pytest.mark.browser


def _crowd():
    """Return a large town with four villages under it, and one town far off."""
    held = [interval("held", "corroborated", ["sy-government"], (None, "2011-03-15"))]
    villages = [
        feature(f"v{k}", f"Village {k}", (35.5 + k / 4000, 36.5), held, 1) for k in range(4)
    ]
    return collection(
        [
            feature("town", "Town", (35.5, 36.5), held, 3),
            *villages,
            feature("far", "Far", (33.5, 39.5), held, 3),
        ]
    )


def _open(offline_page):
    return open_map(offline_page, collections={"history": _crowd()})


def _figure(page):
    box = page.evaluate(
        "(() => { const c = Whoheld.app.first.crowding, f = c.figures[0];"
        " return f && {text: f.text, x: (f.box[0] + f.box[2]) / 2 - c.shift.x,"
        " y: (f.box[1] + f.box[3]) / 2 - c.shift.y} })()"
    )
    assert box, "no number beside the town"
    return box


def _ring(page):
    return page.evaluate(
        "(Whoheld.app.first.crowding.spread?.members || []).map(m => "
        "({name: m.name, x: m.at.x - Whoheld.app.first.crowding.shift.x, "
        "y: m.at.y - Whoheld.app.first.crowding.shift.y}))"
    )


def test_a_number_says_how_many_lie_under_a_mark_and_the_key_says_what_it_means(offline_page):
    with _open(offline_page) as page:
        page.wait_for_timeout(300)
        assert _figure(page)["text"] == "+4"
        assert "+4" in page.inner_text(".wh-key")


def test_a_click_on_the_number_spreads_them_and_a_click_on_one_chooses_it(offline_page):
    with _open(offline_page) as page:
        page.wait_for_timeout(300)
        at = _figure(page)
        page.mouse.click(at["x"], at["y"])
        ring = _ring(page)
        names = {"Town", "Village 0", "Village 1", "Village 2", "Village 3"}
        assert {one["name"] for one in ring} == names
        village = next(one for one in ring if one["name"] == "Village 2")
        page.mouse.click(village["x"], village["y"])
        assert page.evaluate("Whoheld.app.placeId") == "v2"
        assert len(_ring(page)) == 5
        page.mouse.click(700, 120)
        assert _ring(page) == []
        assert page.evaluate("Whoheld.app.placeId") == "v2"


def test_keys_spread_go_round_choose_and_close(offline_page):
    with _open(offline_page) as page:
        page.wait_for_timeout(300)
        page.keyboard.press(".")
        page.keyboard.press("s")
        assert len(_ring(page)) == 5
        seen = set()
        for _ in range(6):
            page.keyboard.press(".")
            seen.add(page.evaluate("Whoheld.app.history.names[Whoheld.app.hover]"))
        assert seen == {"Town", "Village 0", "Village 1", "Village 2", "Village 3"}
        page.keyboard.press("Enter")
        chosen = page.evaluate("Whoheld.app.placeId")
        page.keyboard.press("Escape")
        assert _ring(page) == []
        assert page.evaluate("Whoheld.app.placeId") == chosen


def test_what_is_spread_goes_on_through_time_and_closes_when_the_map_moves(offline_page):
    with _open(offline_page) as page:
        page.wait_for_timeout(300)
        at = _figure(page)
        page.mouse.click(at["x"], at["y"])
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(100)
        assert len(_ring(page)) == 5
        page.keyboard.press("+")
        page.wait_for_timeout(500)
        assert _ring(page) == []
