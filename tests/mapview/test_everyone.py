"""The map by keyboard, by touch, by ear, and at any density of the screen."""

import pytest

from components.mapview import HUES
from tests.mapview.axe import serious_violations
from tests.mapview.open_map import ALEPPO, IDLIB, JISR, NEAR, chart_x, day_of, open_map, spot_of

pytestmark = pytest.mark.browser


def test_axe_finds_nothing_serious_in_any_state_of_the_map(offline_page):
    with open_map(
        offline_page, place_id=IDLIB, compare="2015-04-10", known_by="2015-06-01"
    ) as page:
        assert not serious_violations(page)
        page.evaluate("Whoheld.app.menu.show(true)")
        assert not serious_violations(page)
        page.evaluate("Whoheld.app.menu.show(false); Whoheld.app.keyList.show(true)")
        assert not serious_violations(page)


def test_axe_finds_nothing_serious_in_the_dark_on_a_phone_and_empty(offline_page):
    page = offline_page.page
    page.emulate_media(color_scheme="dark")
    with open_map(offline_page, day="2015-03-28") as page:
        assert not serious_violations(page)
    page.set_viewport_size({"width": 390, "height": 700})
    with open_map(offline_page, collections={}, day="") as page:
        assert not serious_violations(page)


def test_places_are_gone_through_and_chosen_by_keys(offline_page):
    with open_map(offline_page) as page:
        page.keyboard.press(".")
        assert page.locator(".wh-live").text_content().startswith("Idlib. ")
        page.keyboard.press(".")
        assert page.locator(".wh-live").text_content().startswith("Jisr al-Shughur. ")
        page.keyboard.press(",")
        page.keyboard.press("Enter")
        assert page.evaluate("sent")[-1]["place"] == IDLIB
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        assert page.evaluate("sent")[-1]["place"] == ""


def test_the_day_is_told_aloud_after_a_step(offline_page):
    with open_map(offline_page, day="2015-03-27") as page:
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(60)
        live = page.locator(".wh-live")
        assert live.get_attribute("aria-live") == "polite"
        assert live.text_content() == "28 March 2015. Idlib taken by the opposition."


def test_the_keys_are_listed_where_no_page_lists_them(offline_page):
    with open_map(offline_page) as page:
        page.evaluate("Whoheld.app.options.helpByPage = false")
        page.keyboard.press("?")
        listed = page.get_by_role("dialog", name="Keys")
        assert "previous and next change" in listed.inner_text()
        page.keyboard.press("Escape")
        assert listed.is_hidden()


def test_the_page_is_asked_for_its_list_and_its_search(offline_page):
    with open_map(offline_page) as page:
        page.keyboard.press("?")
        page.keyboard.press("/")
        assert [each["event"] for each in page.evaluate("sent")] == ["help", "find"]


def test_a_place_is_found_by_part_of_its_name_and_opened(offline_page):
    with open_map(offline_page) as page:
        page.evaluate("Whoheld.app.menu.showSearch()")
        page.keyboard.type("shughur")
        page.keyboard.press("Enter")
        page.wait_for_timeout(1500)
        told = page.evaluate("sent")
        assert (told[0]["event"], told[0]["place"]) == ("click", JISR)
        assert page.evaluate("Whoheld.app.view().zoom") >= 8


def test_a_finger_has_room_on_every_button(offline_page):
    offline_page.page.set_viewport_size({"width": 390, "height": 700})
    with open_map(offline_page) as page:
        page.get_by_role("button", name="Layers").click()
        for button in page.locator("button:visible, select:visible").all():
            box = button.bounding_box()
            assert min(box["width"], box["height"]) >= 40, button.get_attribute("aria-label")


def test_a_period_is_chosen_by_shift_and_drag_and_left_by_all(offline_page):
    with open_map(offline_page) as page:
        y = chart_x(page, "2014-01-01")[1]
        page.keyboard.down("Shift")
        page.mouse.move(chart_x(page, "2014-01-01")[0], y)
        page.mouse.down()
        page.mouse.move(chart_x(page, "2015-01-01")[0], y, steps=5)
        page.mouse.up()
        page.keyboard.up("Shift")
        from_, to = page.evaluate("Whoheld.app.timeline.chart.domain.map(d => Whoheld.isoOf(d))")
        assert from_[:7] in {"2013-12", "2014-01"}
        assert to[:7] in {"2014-12", "2015-01"}
        assert page.evaluate("sent") == []
        page.get_by_role("button", name="All", exact=True).click()
        assert page.evaluate("Whoheld.isoOf(Whoheld.app.timeline.chart.domain[0])") == "2011-03-15"


@pytest.mark.parametrize("width", [390, 768, 1024, 1440])
def test_no_year_is_cut_by_a_flag_at_any_width(offline_page, width):
    offline_page.page.set_viewport_size({"width": width, "height": 700})
    with open_map(offline_page, day="2014-01-20", compare="2015-02-10") as page:
        for day in ("2014-01-20", "2014-12-31", "2013-06-01"):
            page.evaluate("day => { Whoheld.app.setDay(Whoheld.dayOf(day)); }", day)
            page.wait_for_timeout(60)
            cut, written, flags = page.evaluate(
                """() => {
                  const {chart, area} = Whoheld.app.timeline;
                  const {left} = area.getBoundingClientRect();
                  const flags = [...document.querySelectorAll(".wh-flag")]
                    .map(flag => flag.getBoundingClientRect())
                    .map(box => [box.left - left, box.right - left]);
                  const lefts = chart.written.split(",").map(Number);
                  const names = chart.names.filter(name => lefts.includes(name.left));
                  const isCut = n => flags.some(([a, b]) => n.left < b && n.right > a);
                  return [names.filter(isCut).length, names.length, flags.length];
                }"""
            )
            assert (cut, flags) == (0, 2)
            assert written >= 1


def test_the_wheel_over_the_timeline_zooms_time_not_the_map(offline_page):
    with open_map(offline_page) as page:
        before = page.evaluate("Whoheld.app.map.getZoom()")
        page.mouse.move(*chart_x(page, "2015-03-28"))
        for _ in range(12):
            page.mouse.wheel(0, -100)
        page.wait_for_timeout(100)
        from_, to = page.evaluate("Whoheld.app.timeline.chart.domain")
        assert to - from_ < 400
        assert page.evaluate("Whoheld.app.map.getZoom()") == before


def test_what_changed_is_told_at_the_pointer_of_the_timeline(offline_page):
    with open_map(offline_page) as page:
        page.evaluate("Whoheld.app.timeline.setSpan(42)")
        page.mouse.move(*chart_x(page, "2015-03-28"))
        page.wait_for_timeout(60)
        words = page.locator(".wh-tooltip").inner_text()
        assert "28 March 2015" in words
        assert "Idlib taken by the opposition" in words
        # On the first of its possible days nothing is certain yet.
        page.mouse.move(*chart_x(page, "2015-03-29"))
        page.wait_for_timeout(60)
        assert "No report" in page.locator(".wh-tooltip").inner_text()
        page.evaluate("Whoheld.app.setDay(Whoheld.dayOf('2015-04-25'))")
        page.wait_for_timeout(100)
        page.evaluate("Whoheld.app.timeline.setSpan(42)")
        page.mouse.move(*chart_x(page, "2015-05-04"))
        page.wait_for_timeout(60)
        words = page.locator(".wh-tooltip").inner_text()
        assert "Jisr al-Shughur taken by the opposition" in words, words


def test_a_double_click_zooms_to_where_sides_meet(offline_page):
    with open_map(offline_page, day="2015-03-30", view=(35.5, 38.0, 5.5)) as page:
        page.mouse.dblclick(*spot_of(page, IDLIB))
        page.wait_for_timeout(1200)
        assert page.evaluate("Whoheld.app.map.getZoom()") > 7
        for place in (IDLIB, JISR):
            x, y = spot_of(page, place)
            assert 0 < x < 1048
            assert 0 < y < 700


def test_a_distance_is_measured_between_two_clicks(offline_page):
    with open_map(offline_page) as page:
        page.keyboard.press("m")
        page.mouse.click(*spot_of(page, IDLIB))
        page.mouse.click(*spot_of(page, ALEPPO))
        page.wait_for_timeout(50)
        words = page.locator(".wh-measured").inner_text()
        assert words.startswith(("56 km", "57 km"))
        assert page.evaluate("Whoheld.app.placeId") == ""
        page.keyboard.press("Escape")
        assert page.locator(".wh-measured").is_hidden()


def test_who_asks_for_less_motion_sees_a_step_a_second_and_no_flight(offline_page):
    offline_page.page.emulate_media(reduced_motion="reduce")
    with open_map(offline_page) as page:
        page.keyboard.press("Space")
        page.wait_for_timeout(500)
        assert day_of(page) == "2015-03-20"
        page.wait_for_timeout(900)
        assert day_of(page) > "2015-04-01"


def test_the_hover_card_names_state_holder_since_and_standing(offline_page):
    with open_map(offline_page, day="2015-04-10") as page:
        page.mouse.move(*spot_of(page, IDLIB))
        page.wait_for_timeout(80)
        card = page.locator(".wh-card").inner_text()
        assert "Idlib" in card
        assert "إدلب" in card
        assert "Since 28 March 2015" in card
        assert "One side says so" in card


@pytest.mark.parametrize("density", [1, 1.5, 2, 3])
def test_marks_are_drawn_at_the_density_of_the_screen(chromium, density):
    from tests.conftest import take_offline  # noqa: PLC0415 (a window of its own here)

    context = chromium.new_context(
        viewport={"width": 1000, "height": 700}, device_scale_factor=density
    )
    with open_map(take_offline(context.new_page()), day="2015-04-10") as page:
        assert page.evaluate("Whoheld.app.scene.ratio") == density
        assert HUES["teal"].light_fill in page.evaluate(NEAR, [IDLIB])
        wide = page.evaluate("[Whoheld.app.scene.canvas.width, Whoheld.app.scene.size.x]")
        assert wide[0] == pytest.approx(wide[1] * density, abs=density)
    context.close()


@pytest.mark.parametrize("density", [2, 3])
def test_a_slow_machine_has_coarser_pixels_while_days_pass_and_sharp_ones_after(chromium, density):
    from tests.conftest import take_offline  # noqa: PLC0415 (a window of its own here)

    context = chromium.new_context(
        viewport={"width": 800, "height": 500}, device_scale_factor=density
    )
    with open_map(take_offline(context.new_page()), day="2015-03-20") as page:
        sharp, coarse, width, after = page.evaluate(
            """async () => {
              const {app} = Whoheld, {scene} = app, {canvas, pace} = scene;
              const size = () => [canvas.width, canvas.getBoundingClientRect().width];
              const sharp = size();
              let coarse = sharp;
              for (let k = 0; k < 12; k++) {
                pace.slow = 2;
                pace.last = performance.now();
                app.day = Whoheld.dayOf(k % 2 ? "2015-03-20" : "2015-04-10");
                app.drawDay();
                if (canvas.width < coarse[0]) coarse = size();
              }
              await new Promise(done => setTimeout(done, 600));
              return [sharp, coarse, canvas.width, size()];
            }"""
        )
        assert coarse[0] == sharp[0] / density
        assert coarse[1] == pytest.approx(sharp[1], abs=0.1)
        assert after == sharp
        assert width == sharp[0]
        page.evaluate("Whoheld.app.setDay(Whoheld.dayOf('2015-04-10'))")
        page.wait_for_timeout(300)
        assert HUES["teal"].light_fill in page.evaluate(NEAR, [IDLIB])
    context.close()


def test_no_mark_covers_a_name(offline_page):
    from tests.mapview.synthetic import many  # noqa: PLC0415 (only here)

    with open_map(offline_page, collections={"history": many(400)}, day="2015-04-10") as page:
        covered = page.evaluate(
            """() => {
              const {app} = Whoheld, pane = app.first, names = pane.names, written = [];
              const write = names.write.bind(names);
              names.write = (g, name) => { written.push(name); write(g, name); };
              app.scene.redraw();
              const f = app.scene.frame(), h = app.history, radii = pane.points.radii();
              const bad = [];
              for (const {kind, text, x, y} of written) {
                if (!["large", "medium", "small", "mention"].includes(kind)) continue;
                const w = names.widths.get(kind + "\\n" + text);
                for (let i = 0; i < h.n; i++) {
                  const px = h.x[i] * f.scale - f.left, py = h.y[i] * f.scale - f.top;
                  const r = radii[h.rank(i)];
                  if (px + r > x && px - r < x + w && py + r > y - 6 && py - r < y + 6)
                    bad.push(text);
                }
              }
              return [written.length, bad];
            }"""
        )
        assert covered[0] > 20
        assert covered[1] == []
