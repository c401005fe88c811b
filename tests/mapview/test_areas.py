"""Areas in a browser: off until asked for, labelled, recoloured day by day."""

import json

import pytest

from components.mapview import asset_text, assets_dir, basemap_for
from tests.conftest import take_offline
from tests.mapview.open_map import IDLIB, open_map

pytestmark = pytest.mark.browser

# The colour of the land five km east of a place, past its mark.
_BESIDE = """id => {
  const {history, scene} = Whoheld.app, i = history.byId.get(id), f = scene.frame();
  const x = (history.x[i] * f.scale - f.left + 34) * scene.ratio;
  const y = (history.y[i] * f.scale - f.top) * scene.ratio;
  const from = Math.round(x), row = Math.round(y);
  return [...scene.g.getImageData(from, row, 24, 1).data].join();
}"""


def _show(page, kind):
    page.get_by_role("button", name="Layers").click()
    page.get_by_text(kind, exact=True).click()
    page.wait_for_function("Whoheld.app.first.areas.isOn")
    page.wait_for_timeout(200)
    page.keyboard.press("Escape")


def _go(page, day):
    page.evaluate("day => Whoheld.app.setDay(Whoheld.dayOf(day))", day)
    page.wait_for_timeout(120)


def test_areas_are_off_until_asked_for_and_then_said_to_be_interpolated(offline_page):
    with open_map(offline_page) as page:
        assert "interpolated" not in page.inner_text(".wh-key")
        before = page.evaluate(_BESIDE, IDLIB)
        _show(page, "Land round each place")
        assert page.evaluate(_BESIDE, IDLIB) != before
        assert "Areas are interpolated" in page.inner_text(".wh-key")
        assert page.evaluate("sent.at(-1).layers") == "areas-cells-30"
        assert [event["event"] for event in page.evaluate("sent")] == ["switch"]


def test_a_new_day_colours_the_land_and_a_fight_stripes_it(offline_page):
    with open_map(offline_page, layers="areas-cells-30") as page:
        page.wait_for_function("Whoheld.app.first.areas.isOn")
        seen = set()
        for day in ("2015-03-20", "2015-03-25", "2015-03-30"):
            _go(page, day)
            seen.add(page.evaluate(_BESIDE, IDLIB))
        assert len(seen) == 3
        _go(page, "2015-03-25")
        stripes = page.evaluate(_BESIDE, IDLIB).split(",")
        assert len({tuple(stripes[k : k + 3]) for k in range(0, len(stripes), 4)}) >= 2
        assert page.evaluate("sent") == []


def test_land_beyond_the_reach_stays_as_it_is(offline_page):
    with open_map(offline_page, layers="areas-cells-5") as page:
        page.wait_for_function("Whoheld.app.first.areas.isOn")
        near = page.evaluate("Whoheld.app.first.areas.runs.length")
        page.evaluate("Whoheld.app.settings.reach = 100; Whoheld.app.redrawAll()")
        assert page.evaluate("Whoheld.app.first.areas.runs.length") > near


def test_provinces_and_districts_take_the_colour_of_most_of_their_places(offline_page):
    with open_map(offline_page) as page:
        for kind in ("Provinces", "Districts"):
            _show(page, kind)
            _go(page, "2015-03-30")
            held = page.evaluate(_BESIDE, IDLIB)
            _go(page, "2015-03-20")
            assert page.evaluate(_BESIDE, IDLIB) != held, kind
            assert "interpolated" in page.inner_text(".wh-key")


# Colours beside a place on two days: sharp, then while days pass too fast, then sharp again.
_PASSING = """async id => {
  const {app} = Whoheld, {history, scene} = app, {canvas, pace} = scene;
  const days = ["2015-03-20", "2015-04-10"], i = history.byId.get(id), f = scene.frame();
  const beside = () => {
    const {ratio} = scene.sheet;
    const x = Math.round((history.x[i] * f.scale - f.left + 40) * ratio);
    const y = Math.round((history.y[i] * f.scale - f.top) * ratio);
    return [...scene.g.getImageData(x, y, 1, 1).data];
  };
  const go = day => { app.day = Whoheld.dayOf(day); app.drawDay(); return beside(); };
  const sharp = days.map(go), wide = canvas.width, coarse = [], widths = [];
  for (let k = 0; k < 8; k++) {
    pace.slow = 2;
    pace.last = performance.now();
    coarse[k % 2] = go(days[k % 2]);
    widths.push(canvas.width);
  }
  await new Promise(done => setTimeout(done, 600));
  return {sharp, coarse, after: beside(), wide, least: Math.min(...widths), end: canvas.width};
}"""


@pytest.mark.parametrize("density", [2, 3])
def test_areas_have_the_day_s_colours_on_coarser_pixels_too(chromium, density):
    context = chromium.new_context(
        viewport={"width": 800, "height": 560}, device_scale_factor=density
    )
    with open_map(take_offline(context.new_page()), layers="areas-cells-30") as page:
        page.wait_for_function("Whoheld.app.first.areas.isOn")
        page.wait_for_timeout(200)
        seen = page.evaluate(_PASSING, IDLIB)
        assert seen["least"] == seen["wide"] / density
        assert seen["end"] == seen["wide"]
        for coarse, sharp in zip(seen["coarse"], seen["sharp"], strict=True):
            assert coarse == pytest.approx(sharp, abs=4)
        first, second = seen["coarse"]
        assert max(abs(a - b) for a, b in zip(first, second, strict=True)) > 20
        assert seen["after"] == seen["sharp"][1]
    context.close()


def test_every_country_of_the_basemap_has_its_areas_and_a_saved_page_brings_its_own():
    world = json.loads(asset_text("basemap/world.json"))
    for country in world["countries"]:
        assert (assets_dir() / "areas" / f"{country['code']}.json").is_file(), country["code"]
    areas = basemap_for(code for code in ("SY",))["areas"]
    assert list(areas) == ["SY"]
    assert {area["name"] for area in areas["SY"]["areas"]} >= {"Idlib", "Homs"}
    assert len(areas["SY"]["districts"]) > 50
