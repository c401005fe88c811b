"""Two days side by side, what was known by a day, and the other choices of the page."""

import pytest

from components.mapview import CONVENTIONAL, HUES
from tests.mapview.open_map import IDLIB, JISR, NEAR, chart_x, open_map, spot_of
from tests.mapview.synthetic import collection, feature, idlib, interval

pytestmark = pytest.mark.browser

CENTRES = """Whoheld.app.panes.map(pane => {
  const at = pane.centre();
  return [at.lat, at.lng, pane.map.getZoom()];
})"""


def _titles(page):
    return page.locator(".wh-date").all_text_contents()


def test_two_days_stand_side_by_side_with_their_dates(offline_page):
    with open_map(offline_page, day="2015-03-20", compare="2015-04-10") as page:
        assert _titles(page) == ["20 March 2015", "10 April 2015"]
        assert page.locator(".wh-line").all_text_contents() == ["First day", "Second day"]
        assert page.evaluate(
            "Whoheld.app.panes.map(pane => pane.moment.day - pane.against.day)"
        ) == [
            -21,
            21,
        ]


def test_the_two_maps_go_in_step(offline_page):
    with open_map(offline_page, compare="2015-04-10") as page:
        page.mouse.move(300, 300)
        page.mouse.down()
        page.mouse.move(380, 340, steps=6)
        page.mouse.up()
        page.wait_for_timeout(400)
        page.mouse.move(900, 300)
        page.mouse.wheel(0, -200)
        page.wait_for_timeout(600)
        one, two = page.evaluate(CENTRES)
        assert one == pytest.approx(two, abs=0.02)


def test_what_is_the_same_on_both_days_steps_back(offline_page):
    stays = interval("held", "corroborated", ["sdf"], ("2011-04-01", "2011-04-01"))
    world = idlib()
    world["features"].append(feature("x:1", "Kobani", (36.89, 38.35), [stays]))
    with open_map(
        offline_page, collections={"history": world}, day="2015-03-20", compare="2015-04-10"
    ) as page:
        assert page.evaluate("Whoheld.app.first.points.isFaded(3)") is True
        assert HUES["yellow"].light_fill not in page.evaluate(NEAR, ["x:1"])
        assert page.evaluate("Whoheld.app.first.points.isFaded(0)") is False


def test_the_second_handle_is_dragged_and_told_on_release(offline_page):
    with open_map(offline_page, compare="2015-04-10") as page:
        page.evaluate("Whoheld.app.timeline.setSpan(42)")
        page.mouse.move(*chart_x(page, "2015-04-10"))
        page.mouse.down()
        page.mouse.move(*chart_x(page, "2015-04-02"), steps=4)
        page.wait_for_timeout(80)
        assert page.evaluate("sent") == []
        assert _titles(page)[1] == "2 April 2015"
        page.mouse.up()
        (told,) = page.evaluate("sent")
        assert (told["event"], told["compare"], told["day"]) == (
            "compare",
            "2015-04-02",
            "2015-03-20",
        )


def test_keys_move_the_handle_in_focus(offline_page):
    with open_map(offline_page, compare="2015-04-10", known_by="2015-06-01") as page:
        page.locator(".wh-second").focus()
        page.keyboard.press("ArrowRight")
        page.locator(".wh-known").focus()
        page.keyboard.press("Shift+ArrowLeft")
        told = page.evaluate("sent")
        assert [(each["event"], each["compare"], each["known_by"]) for each in told] == [
            ("compare", "2015-04-11", "2015-06-01"),
            ("known", "2015-04-11", "2015-05-01"),
        ]


def test_a_comparison_ends_with_one_map_as_before(offline_page):
    with open_map(offline_page, compare="2015-04-10") as page:
        page.evaluate("Whoheld.setView({day: '2015-03-20', place: '', seq: 0, compare: ''})")
        page.wait_for_timeout(100)
        assert page.locator(".wh-map").count() == 1
        assert _titles(page) == ["20 March 2015"]
        page.mouse.click(*spot_of(page, JISR))
        page.wait_for_timeout(100)
        assert page.evaluate("Whoheld.app.placeId") == JISR


def test_a_phone_has_one_map_and_a_switch(offline_page):
    offline_page.page.set_viewport_size({"width": 390, "height": 700})
    with open_map(offline_page, compare="2015-04-10") as page:
        assert page.locator(".wh-map").count() == 1
        second = page.locator(".wh-sides button").nth(1)
        assert second.bounding_box()["height"] >= 40
        second.click()
        assert _titles(page) == ["10 April 2015"]
        assert second.get_attribute("aria-pressed") == "true"


def test_known_by_is_off_until_it_is_switched_on(offline_page):
    with open_map(offline_page, day="2015-03-28") as page:
        assert page.locator(".wh-known").is_hidden()
        switch = page.get_by_role("switch", name="Known by")
        assert switch.get_attribute("aria-checked") == "false"
        switch.click()
        assert switch.get_attribute("aria-checked") == "true"
        handle = page.get_by_role("slider", name="Known by")
        assert handle.get_attribute("aria-valuetext") == "Only what was reported by 28 March 2015"
        (told,) = page.evaluate("sent")
        assert (told["event"], told["known_by"]) == ("known", "2015-03-28")


def test_another_known_by_draws_the_history_that_the_page_sends(offline_page):
    before = idlib()
    for each in before["features"]:
        each["properties"]["history"] = each["properties"]["history"][:1]
    given = {"history": idlib(), "before": before}
    with open_map(offline_page, collections=given, day="2015-04-10") as page:
        assert HUES["teal"].light_fill in page.evaluate(NEAR, [IDLIB])
        page.evaluate(
            "Whoheld.setView({day: '2015-04-10', place: '', seq: 0, dataUrl: '/before.json',"
            " knownBy: '2015-03-25'})"
        )
        page.wait_for_timeout(400)
        assert HUES["teal"].light_fill not in page.evaluate(NEAR, [IDLIB])
        # The lane still has what later reports brought; it lies under the white.
        assert page.evaluate("Whoheld.app.fullHistory.changes.length") == 3
        assert page.evaluate("Whoheld.app.history.changes.length") == 0


def test_parties_that_are_not_asked_for_step_back(offline_page):
    with open_map(offline_page, day="2015-04-10", actors=["sy-government"]) as page:
        assert page.evaluate("Whoheld.app.first.points.isFaded(0)") is True
        page.evaluate("Whoheld.setView({day: '2015-04-10', place: '', seq: 0, actors: []})")
        page.wait_for_timeout(60)
        assert page.evaluate("Whoheld.app.first.points.isFaded(0)") is False


def test_the_conventional_colours_are_a_choice_that_the_page_hears_of(offline_page):
    with open_map(offline_page, day="2015-04-10") as page:
        page.get_by_role("button", name="Layers").click()
        page.get_by_label("Conventional colours").check()
        page.wait_for_timeout(100)
        assert CONVENTIONAL["teal"].light_fill in page.evaluate(NEAR, [IDLIB])
        (told,) = page.evaluate("sent")
        assert (told["event"], told["palette"]) == ("switch", "conventional")


def test_layers_of_a_link_are_drawn_and_told_again(offline_page):
    with open_map(offline_page, layers="nonames.local") as page:
        assert page.evaluate("Whoheld.app.settings.names") is False
        page.get_by_role("button", name="Layers").click()
        assert not page.get_by_label("Names", exact=True).is_checked()
        page.get_by_label("Province lines").uncheck()
        assert page.evaluate("sent")[-1]["layers"] == "nonames.nolines.local"


def test_a_place_found_by_the_page_is_flown_to(offline_page):
    with open_map(offline_page) as page:
        page.evaluate(
            "id => Whoheld.setView({day: '2015-03-20', place: id, seq: 0, fly: 1})", IDLIB
        )
        page.wait_for_timeout(1500)
        view = page.evaluate("Whoheld.app.view()")
        assert (view["lat"], view["lon"]) == pytest.approx((35.93, 36.63), abs=0.05)
        assert view["zoom"] >= 8
        assert page.evaluate("sent")[-1]["event"] == "move"


def test_more_than_six_parties_are_told_apart_by_letters(offline_page):
    parties = {
        f"p{n}": {"name": f"{chr(65 + n)} brigade", "phrase": "x", "kind": "militia"}
        for n in range(9)
    }
    features = [
        feature(f"x:{n}", f"Town {n}", (35 + n / 5, 36 + n / 5), [
            interval("held", "corroborated", [f"p{n}"], ("2015-01-01", "2015-01-01"))
        ])
        for n in range(9)
    ]  # fmt: skip
    world = collection(features, parties=parties)
    with open_map(offline_page, collections={"history": world}, day="2015-02-01") as page:
        letters = page.evaluate(
            "Object.values(Whoheld.app.history.parties).map(p => p.letter).filter(Boolean)"
        )
        assert len(letters) == len(set(letters)) == 3
