"""The map alone in Chromium, with everything but this machine out of reach."""

import json

import pytest

from components.mapview import (
    HUES,
    asset_text,
    basemap_for,
    pack,
    script_files,
    style_files,
)
from tests.conftest import take_offline
from tests.mapview.open_map import IDLIB, JISR, NEAR, chart_x, day_of, open_map, spot_of
from tests.mapview.synthetic import collection, feature, idlib, interval

pytestmark = pytest.mark.browser


def _date(page):
    return page.locator(".wh-date").text_content()


def test_it_opens_without_asking_another_machine(offline_page):
    with open_map(offline_page) as page:
        assert _date(page) == "20 March 2015"
        assert page.locator(".wh-credits").text_content() == "Natural Earth · GeoNames CC BY"
    assert offline_page.refused == []


def test_dragging_recolours_idlib_and_tells_the_page_only_on_release(offline_page):
    with open_map(offline_page) as page:
        assert HUES["teal"].light_fill not in page.evaluate(NEAR, [IDLIB])
        page.evaluate("Whoheld.app.timeline.setSpan(42)")
        x, y = chart_x(page, "2015-03-21")
        page.mouse.move(x, y)
        page.mouse.down()
        for day in ("2015-03-22", "2015-03-25", "2015-03-28"):
            page.mouse.move(chart_x(page, day)[0], y, steps=4)
        page.wait_for_timeout(100)
        assert day_of(page) == "2015-03-28"
        assert HUES["teal"].light_fill in page.evaluate(NEAR, [IDLIB])
        assert "Idlib taken by the opposition." in page.locator(".wh-line").text_content()
        assert page.evaluate("sent") == []
        page.mouse.up()
        (told,) = page.evaluate("sent")
        assert (told["day"], told["event"], told["seq"]) == ("2015-03-28", "release", 1)


def test_a_fight_shows_both_sides(offline_page):
    with open_map(offline_page, day="2015-03-25") as page:
        seen = page.evaluate(NEAR, [IDLIB])
        assert {HUES["red"].light_fill, HUES["teal"].light_fill} <= set(seen)


def test_a_click_chooses_the_place_and_tells_the_page(offline_page):
    with open_map(offline_page) as page:
        page.mouse.click(*spot_of(page, JISR))
        page.wait_for_timeout(100)
        (told,) = [value for value in page.evaluate("sent") if value["event"] == "click"]
        assert told["place"] == JISR
        assert {"lat", "lon", "zoom", "day"} <= told.keys()


def test_pointing_at_a_place_shows_its_state_in_words(offline_page):
    with open_map(offline_page, day="2015-04-10") as page:
        page.mouse.move(*spot_of(page, JISR))
        page.wait_for_timeout(100)
        card = page.locator(".wh-card").inner_text()
        assert "Jisr al-Shughur" in card
        assert "May have been held by the opposition since 29 March 2015" in card
        assert "certain from 4 May 2015" in card


def test_keys_move_through_time(offline_page):
    presses = (
        ("ArrowRight", "2015-03-21"),
        ("ArrowLeft", "2015-03-20"),
        ("Shift+ArrowRight", "2015-04-20"),
        ("Shift+ArrowLeft", "2015-03-20"),
        ("]", "2015-03-24"),
        ("]", "2015-03-28"),
        ("[", "2015-03-24"),
        ("Home", "2011-03-15"),
        ("End", "2016-12-31"),
    )
    with open_map(offline_page) as page:
        page.locator(".wh-chart").focus()
        for key, day in presses:
            page.keyboard.press(key)
            assert day_of(page) == day
        assert [value["event"] for value in page.evaluate("sent")] == ["step"] * len(presses)


def test_playing_says_nothing_until_the_pause(offline_page):
    with open_map(offline_page) as page:
        page.locator(".wh-chart").focus()
        page.keyboard.press("Space")
        page.wait_for_timeout(600)
        assert page.evaluate("sent") == []
        page.keyboard.press("Space")
        (told,) = page.evaluate("sent")
        assert told["event"] == "pause"
        assert told["day"] > "2015-03-20"


def test_a_screen_reader_hears_the_day_and_what_changed(offline_page):
    with open_map(offline_page, day="2015-03-28") as page:
        slider = page.locator(".wh-chart")
        assert slider.get_attribute("role") == "slider"
        spoken = slider.get_attribute("aria-valuetext")
        assert spoken == "28 March 2015. Idlib taken by the opposition."


def test_an_older_message_of_the_page_is_ignored_and_a_newer_one_obeyed(offline_page):
    with open_map(offline_page) as page:
        page.locator(".wh-chart").focus()
        page.keyboard.press("ArrowRight")
        page.evaluate("Whoheld.setView({day: '2012-01-01', place: '', seq: 0})")
        assert day_of(page) == "2015-03-21"
        page.evaluate("id => Whoheld.setView({day: '2012-01-01', place: id, seq: 1})", JISR)
        assert day_of(page) == "2012-01-01"
        assert page.evaluate("Whoheld.app.placeId") == JISR


def test_a_point_is_asked_for_once_and_told_once(offline_page):
    with open_map(offline_page) as page:
        order = "Whoheld.setView({seq: 0, pick: {turn: 3, name: 'Idlib', at: null}})"
        page.evaluate(order)
        assert "Click where “Idlib” lies" in page.locator(".wh-picker").inner_text()
        page.mouse.click(*spot_of(page, JISR))
        page.wait_for_timeout(100)
        (told,) = [value for value in page.evaluate("sent") if value["event"] in {"pick", "click"}]
        assert (told["turn"], told["place"]) == (3, "")
        lat, lon = (float(part) for part in told["picked"].split(", "))
        assert abs(lat - 35.81) < 0.05
        assert abs(lon - 36.32) < 0.05
        assert page.locator(".wh-pin").count() == 1
        # A slow page that repeats its question does not ask a second time.
        page.evaluate(order)
        assert page.locator(".wh-picker").is_hidden()
        page.evaluate("Whoheld.setView({seq: 9, pick: null})")
        assert page.locator(".wh-pin").count() == 0


def test_a_message_brings_another_history_without_a_new_page(offline_page):
    held = interval("held", "claimed", ["sdf"], ("2015-01-01", "2015-01-01"))
    other = collection([feature("x:1", "Elsewhere", (48.0, 37.8), [held])])
    with open_map(offline_page, collections={"history": idlib(), "other": other}) as page:
        page.evaluate(
            "Whoheld.setView({day: '2015-02-01', place: '', seq: 0, dataUrl: '/other.json'})"
        )
        page.wait_for_timeout(400)
        assert page.evaluate("Whoheld.app.history.names") == ["Elsewhere"]
        assert day_of(page) == "2015-02-01"


def test_a_link_opens_the_same_view(offline_page):
    with open_map(offline_page, view=(35.5, 36.5, 8.25), place_id=JISR) as page:
        view = page.evaluate("Whoheld.app.view()")
        assert view == {"lat": 35.5, "lon": 36.5, "zoom": 8.25}
        assert page.evaluate("Whoheld.app.placeId") == JISR


def test_scripts_in_names_never_run(offline_page):
    nasty = "<img src=x onerror='window.hit=1'>"
    state = interval("held", "claimed", ["bad"], ("2015-03-28", "2015-03-28"), words=nasty)
    given = collection(
        [feature("x:1", nasty, (35, 36), [state])],
        parties={"bad": {"name": nasty, "phrase": nasty, "kind": "other"}},
    )
    with open_map(offline_page, collections={"history": given}, day="2015-03-28") as page:
        page.mouse.move(*spot_of(page, "x:1"))
        page.mouse.click(*spot_of(page, "x:1"))
        page.wait_for_timeout(200)
        assert nasty in page.locator(".wh-card").inner_text()
        assert page.evaluate("window.hit") is None
        assert page.locator(".wh img[src=x]").count() == 0


def test_the_online_map_is_off_and_falls_back_with_a_word(offline_page):
    with open_map(offline_page) as page:
        assert offline_page.refused == []
        page.get_by_role("button", name="Layers").click()
        box = page.get_by_role("checkbox", name="Online map")
        assert "a tile server learns which part of the map you look at" in (
            page.locator(".wh-menu").inner_text()
        )
        box.click()
        page.wait_for_selector(".wh-notice:not([hidden])")
        assert page.locator(".wh-notice").inner_text() == (
            "The online map did not answer. The built-in map is shown instead."
        )
        assert not box.is_checked()
    assert offline_page.refused


def test_an_empty_map_says_what_to_wait_for(offline_page):
    with open_map(offline_page, collections={}, day="") as page:
        assert page.locator(".wh-empty").is_visible()
        assert page.locator(".wh-key").inner_text() == ""
        assert page.get_by_role("button", name="Play").is_disabled()


def test_the_key_lists_only_what_is_on_the_map(offline_page):
    with open_map(offline_page, day="2015-03-25") as page:
        page.wait_for_timeout(300)
        words = page.locator(".wh-key").inner_text()
        assert "Fought over" in words
        assert "Mentioned only" in words
        assert "Sources disagree" not in words


def test_a_phone_s_key_has_every_mark_of_the_map_within_a_sweep(offline_page):
    offline_page.page.set_viewport_size({"width": 390, "height": 700})
    with open_map(offline_page, day="2015-03-26") as page:
        page.wait_for_timeout(300)
        key = page.locator(".wh-key")
        words = key.inner_text()
        assert words.index("Fought over") < words.index("Inferred")
        assert "Mentioned only" in words
        wide, seen = key.evaluate("key => [key.scrollWidth, key.clientWidth]")
        key.evaluate("key => key.scrollTo(1e4, 0)")
        assert key.evaluate("key => key.scrollLeft") == pytest.approx(wide - seen, abs=1)
        assert key.get_attribute("tabindex") == "0"


@pytest.mark.parametrize("width", [390, 1024, 1440])
def test_nothing_leaves_the_frame_and_touch_targets_are_large(chromium, width):
    height = 692 if width == 390 else 716
    context = chromium.new_context(
        viewport={"width": width, "height": height}, has_touch=width == 390, color_scheme="dark"
    )
    with open_map(take_offline(context.new_page())) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("document.querySelector('.wh').dataset.theme") == "dark"
        if width == 390:
            for button in page.locator(".wh button:visible").all():
                box = button.bounding_box()
                assert min(box["width"], box["height"]) >= 40
    context.close()


def test_with_less_motion_nothing_is_animated(chromium):
    context = chromium.new_context(reduced_motion="reduce")
    with open_map(take_offline(context.new_page())) as page:
        zoom = page.evaluate("Whoheld.app.map.getZoom()")
        page.get_by_role("button", name="Zoom in").click()
        assert page.evaluate("Whoheld.app.map.getZoom()") == pytest.approx(zoom + 0.5)
    context.close()


def test_one_file_with_everything_inside_opens_from_disk_and_scrubs(offline_page, tmp_path):
    scripts = "".join(f"<script>{asset_text(name)}</script>" for name in script_files())
    styles = "".join(f"<style>{asset_text(name)}</style>" for name in style_files())
    basemap = json.dumps(basemap_for(["SY"])).replace("<", "\\u003c")
    mount = (
        "document.addEventListener('whoheld:select', e => window.chosen = e.detail.place);"
        f"Whoheld.mount(document.getElementById('map'), {{data: {pack(idlib())}, "
        f"basemap: {basemap}, day: '2015-03-28', panel: false}});"
    )
    file = tmp_path / "saved.html"
    file.write_text(
        f"<!doctype html><meta charset=utf-8>{styles}<body style='margin:0'>"
        f"<div id=map style='height:100vh'></div>{scripts}<script>{mount}</script>",
        encoding="utf-8",
    )
    page = offline_page.page
    page.goto(file.as_uri())
    page.wait_for_selector(".wh[data-ready]")
    page.locator(".wh-chart").focus()
    page.keyboard.press("[")
    assert day_of(page) == "2015-03-24"
    page.mouse.click(*spot_of(page, JISR))
    page.wait_for_timeout(100)
    assert page.evaluate("window.chosen") == JISR
    assert offline_page.refused == []
    assert offline_page.errors == []
