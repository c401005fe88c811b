import json
import re
import zlib
from base64 import b64decode
from datetime import date
from pathlib import Path

import pytest

from components.errors import ReaderError
from components.exports import reasons_of, snapshot_html
from components.exports.embedding import script_element
from components.territory import Learned, build_history, feature_collection
from tests.builders import example_world
from tests.exports.conftest import interval
from tests.mapview.axe import serious_violations

DAY = date(2015, 4, 1)
IDLIB, JISR = "geonames:169389", "geonames:169304"
SENTENCE = "The alliance took over Idlib on March 28 after four days of fighting."
HOSTILE = (
    "</script><script>window.struck=1</script><img src=x onerror=window.struck=1>"
    "<!--<script> \u2028 & ]]> <a href='javascript:window.struck=1'>x</a>"
)


def card(sentence, *, counted=True, place_id=IDLIB, **more):
    return {
        "words": "Captured from the government by the Fatah Army",
        "kind": "captured",
        "stance": "asserted",
        "when": "28 Mar 2015",
        "source": "The article",
        "basis": "press",
        "article": "Syrian opposition captures a city",
        "dates": "Article written between 29 March and 4 May 2015",
        "publisher": "",
        "url": "",
        "before": "Before it. ",
        "sentence": sentence,
        "after": " After it.",
        "counted": counted,
        "reason_code": "" if counted else "planned",
        "reason_title": "" if counted else "Planned, not done",
        "reason": "" if counted else "The sentence speaks of a plan.",
        "toponym": "Idlib",
        "place_id": place_id,
        **more,
    }


@pytest.fixture
def evidence():
    return {
        "c-idlib": card(SENTENCE),
        "c-plan": card("They vowed to take Idlib.", counted=False),
        "c-nowhere": card("They took al-Nowhere.", counted=False, place_id=None),
    }


def data_of(page, name):
    found = re.search(
        rf'<script type="application/json" id="{name}">(.*?)</script>', page, re.DOTALL
    )
    assert found, f"the page holds no {name}"
    data = json.loads(found[1])
    if isinstance(data, dict) and "deflated" in data:
        return json.loads(zlib.decompress(b64decode(data["deflated"]), -15))
    return data


def test_the_page_carries_claims_by_place_with_those_left_out(collection, evidence):
    saved = data_of(snapshot_html(collection, day=DAY, evidence=evidence), "saved")
    cards = data_of(snapshot_html(collection, day=DAY, evidence=evidence), "evidence")
    places = saved["claims"]
    assert [cards[n]["sentence"] for n in places[IDLIB]["for"][2]] == [SENTENCE]
    assert [cards[n]["sentence"] for n in places[IDLIB]["out"]] == ["They vowed to take Idlib."]
    assert [cards[n]["sentence"] for n in saved["loose"]] == ["They took al-Nowhere."]


def test_the_page_carries_disclaimer_credits_method_and_day_of_the_data(collection, evidence):
    about = " ".join(
        data_of(snapshot_html(collection, day=DAY, evidence=evidence), "saved")["about"]
    )
    for words in (
        "imply no opinion on the legal status",
        "GeoNames, CC BY 4.0",
        "Natural Earth",
        "22 November 2026",
        "two or more sources",
    ):
        assert words in about


def test_the_same_input_gives_the_same_page(collection, evidence):
    pages = [snapshot_html(collection, day=DAY, evidence=evidence) for _ in range(2)]
    assert pages[0] == pages[1]


def test_nothing_in_the_page_points_to_a_network(collection, evidence):
    page = snapshot_html(collection, day=DAY, evidence=evidence)
    assert not re.search(r"""<(link|script|img|iframe|object)\b[^>]*\b(src|href)\s*=""", page)
    assert not re.search(r"url\(\s*['\"]?(?!data:|#|\))", page)
    assert "@import" not in page


def test_hostile_text_cannot_end_the_data_it_stands_in(collection, evidence):
    evidence["c-idlib"] = card(HOSTILE)
    collection["features"][0]["properties"]["name"] = HOSTILE
    page = snapshot_html(collection, day=DAY, evidence=evidence, title=HOSTILE)
    assert "window.struck=1</script>" not in page
    assert "<img src=x" not in page
    assert data_of(page, "evidence")[0]["sentence"] == HOSTILE


def test_the_rules_of_a_world_come_from_its_history():
    history = build_history(example_world())
    why = reasons_of(history)
    collection = feature_collection(history)
    for each in collection["features"]:
        assert len(why.get(each["id"], [])) == len(each["properties"]["history"])
    page = snapshot_html(collection, day=DAY, evidence={}, why=why)
    saved = data_of(page, "saved")
    idlib = saved["claims"][IDLIB]["why"]
    assert [tuple(saved["why"][n]) for n in idlib] == why[IDLIB]


def test_long_data_are_deflated_and_come_back_whole(collection, evidence):
    for number in range(4000):
        evidence[f"d-{number}"] = card(f"Sentence {number} " + "and so on " * 20)
    page = snapshot_html(collection, day=DAY, evidence=evidence)
    assert len(data_of(page, "evidence")) == 4003
    assert len(page) < 2_500_000


def test_only_fonts_with_letters_in_use_are_carried(collection):
    collection["features"] = collection["features"][:1]
    properties = collection["features"][0]["properties"]
    latin = snapshot_html(collection, day=DAY, evidence={}).count("data:font")
    properties["native"] = ""
    assert snapshot_html(collection, day=DAY, evidence={}).count("data:font") == latin - 1
    properties["native"] = "Київ"
    assert snapshot_html(collection, day=DAY, evidence={}).count("data:font") == latin + 1


def test_an_empty_collection_says_what_to_do(collection):
    collection["features"] = []
    with pytest.raises(ReaderError, match="Add an article first"):
        snapshot_html(collection, day=DAY, evidence={})


# In a browser, from disk


@pytest.fixture
def opened(offline_page, collection, evidence, tmp_path):
    """Open a saved page from disk with every request but the file itself noted."""
    page = offline_page.page
    offline_page.asked = []
    offline_page.complaints = []
    page.on("request", lambda request: offline_page.asked.append(request.url))
    page.on(
        "console",
        lambda said: offline_page.complaints.append(said.text) if said.type == "error" else None,
    )

    def open_page(**choices):
        choices = {"day": DAY, "evidence": evidence, **choices}
        path = Path(tmp_path) / "saved.html"
        path.write_text(snapshot_html(collection, **choices), encoding="utf-8")
        page.goto(path.as_uri())
        page.wait_for_selector("body[data-ready=yes]")
        return page

    offline_page.open = open_page
    return offline_page


def quiet(opened):
    """Whether it asked for nothing but itself and nothing went wrong in it."""
    asked = [url for url in opened.asked if not url.startswith(("data:", "blob:"))]
    return (
        len(asked) == 1
        and asked[0].startswith("file:")
        and not opened.refused
        and not opened.errors
        and not opened.complaints
    )


@pytest.mark.browser
def test_the_page_opens_from_disk_and_shows_sentence_source_and_reason(opened):
    page = opened.open(place_id=IDLIB)
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text().startswith("Idlib")
    assert "Held by the opposition, one side says so" in panel.inner_text()
    assert "Since 28 March 2015" in panel.inner_text()
    assert panel.locator("mark").first.inner_text() == SENTENCE
    assert "Publisher not stated" in panel.inner_text()
    panel.locator("summary", has_text="Not counted (1)").click()
    assert "The sentence speaks of a plan." in panel.inner_text()
    panel.locator("summary", has_text="About this map").click()
    assert "imply no opinion on the legal status" in panel.inner_text()
    assert quiet(opened)


@pytest.mark.browser
def test_axe_finds_nothing_serious_in_a_saved_page(opened):
    page = opened.open(place_id=IDLIB)
    assert not serious_violations(page)
    page.locator(".ex-tabs button").first.click()
    assert not serious_violations(page)


@pytest.mark.browser
def test_a_saved_page_compares_two_days(opened):
    page = opened.open(day=date(2015, 3, 1))
    page.get_by_role("button", name="Layers").click()
    page.get_by_role("button", name="Compare two days").click()
    dates = page.locator(".wh-date").all_text_contents()
    assert len(dates) == 2
    assert dates[0] == "1 March 2015"
    assert quiet(opened)


@pytest.mark.browser
def test_a_saved_page_opens_with_the_layers_palette_days_and_parties_it_was_saved_with(opened):
    page = opened.open(
        opening={
            "layers": "nonames.areas-cells-20",
            "palette": "conventional",
            "compare": "2015-05-01",
            "actors": ["sy-opposition"],
        }
    )
    page.wait_for_function("Whoheld.app.first.areas.isOn")
    settings = page.evaluate("Whoheld.app.settings")
    assert (settings["areas"], settings["reach"], settings["names"]) == ("cells", 20, False)
    assert page.evaluate("Whoheld.app.palette") == "conventional"
    assert page.evaluate("[...Whoheld.app.actors]") == ["sy-opposition"]
    assert len(page.locator(".wh-date").all_text_contents()) == 2
    assert quiet(opened)


@pytest.fixture
def grown():
    """A plan is known from early April, the capture from two weeks later."""
    fought = interval("contested", "claimed", ["sy-government"], ("2015-03-24", "2015-03-24"))
    held = interval(
        *("held", "claimed", ["sy-opposition"], ("2015-03-28", "2015-03-28")),
        words="Held by the opposition, one side says so",
        claims=["c-idlib"],
    )
    return (
        Learned(date(2015, 4, 2), {IDLIB: [fought]}, {IDLIB: [("Fought over", "It began.")]}),
        Learned(
            date(2015, 4, 16),
            {IDLIB: [fought, held]},
            {IDLIB: [("Fought over", "It began."), ("One side says so", "And no other.")]},
        ),
    )


@pytest.mark.browser
def test_a_saved_page_shows_what_was_known_by_a_day_and_what_came_later(opened, grown):
    evidence = {
        "c-idlib": card(SENTENCE, known_from="2015-04-16"),
        "c-plan": card("They vowed to take Idlib.", counted=False, known_from="2015-04-02"),
        "c-nowhere": card("They took al-Nowhere.", counted=False, place_id=None, known_from=""),
    }
    page = opened.open(place_id=IDLIB, evidence=evidence, grown=grown)
    panel = page.locator("#panel")
    assert "Held by the opposition" in panel.inner_text()
    assert "What came later" not in panel.inner_text()
    page.locator("body").press("k")
    page.evaluate("Whoheld.app.setKnownBy(Whoheld.dayOf('2015-04-10'))")
    page.evaluate("Whoheld.app.tell('known')")
    page.get_by_text("Not known on 10 April 2015, and not on the map now.").wait_for()
    words = panel.inner_text()
    assert "Fought over. It began." in words
    assert "Held by" not in words.partition("What came later")[0]
    assert panel.locator(".ex-later mark").all_inner_texts() == [SENTENCE]
    assert "Not counted (1)" in words
    page.evaluate("Whoheld.app.setKnownBy(Whoheld.dayOf('2015-04-20'))")
    page.evaluate("Whoheld.app.tell('known')")
    page.get_by_text("No report on this place appeared after 20 April 2015.").wait_for()
    assert "One side says so. And no other." in panel.inner_text()
    page.get_by_role("switch", name="Known by").click()
    page.get_by_text("What came later").wait_for(state="detached")
    assert "Held by the opposition" in panel.inner_text()
    assert quiet(opened)


def test_a_page_without_what_was_known_when_says_so(collection, evidence, grown):
    word = "This file is without “known by”"
    without = snapshot_html(collection, day=DAY, evidence=evidence)
    assert word in " ".join(data_of(without, "saved")["about"])
    whole = snapshot_html(collection, day=DAY, evidence=evidence, grown=grown)
    assert word not in " ".join(data_of(whole, "saved")["about"])
    assert data_of(whole, "known")["versions"]["days"] == ["2015-04-02", "2015-04-16"]


@pytest.mark.browser
def test_the_rule_behind_a_state_is_told_in_its_own_words(opened):
    why = {
        IDLIB: [("Inferred", "Before."), ("Fought over", "Then."), ("One side", "Only <b>he</b>.")]
    }
    page = opened.open(place_id=IDLIB, why=why)
    assert "One side. Only <b>he</b>." in page.locator("#panel").inner_text()
    assert quiet(opened)


@pytest.mark.browser
def test_the_page_scrubs_and_the_panel_follows(opened):
    page = opened.open(place_id=IDLIB, day=date(2015, 3, 27))
    panel = page.locator("#panel")
    assert "Fought over: the government and the opposition" in panel.inner_text()
    page.locator("body").press("ArrowRight")
    page.get_by_text("Since 28 March 2015").wait_for()
    assert panel.locator("mark").first.inner_text() == SENTENCE
    assert quiet(opened)


@pytest.mark.browser
def test_a_click_on_a_place_opens_its_tab_and_the_strip_goes_to_its_days(opened):
    page = opened.open()
    assert page.locator("#panel h2").inner_text() == "1 April 2015"
    spot = page.evaluate(
        """() => {
            const {map, history} = Whoheld.app;
            const i = history.byId.get("geonames:169389");
            const at = map.latLngToContainerPoint([history.lat[i], history.lon[i]]);
            const box = map.getContainer().getBoundingClientRect();
            return [at.x + box.left, at.y + box.top];
        }"""
    )
    page.mouse.click(*spot)
    page.get_by_text("Why this colour").wait_for()
    assert page.locator("#panel h2").inner_text().startswith("Idlib")
    page.locator(".ex-strip button").nth(1).click()
    page.get_by_text("Since 24 March 2015").wait_for()
    assert page.evaluate("Whoheld.isoOf(Whoheld.app.day)") == "2015-03-24"
    assert quiet(opened)


@pytest.mark.browser
def test_the_day_lists_who_holds_how_many_and_what_changed(opened):
    page = opened.open()
    panel = page.locator("#panel")
    assert panel.locator(".ex-balance tr").first.inner_text().split() == ["Opposition", "2"]
    panel.locator(".ex-changes button", has_text="Idlib").first.click()
    page.get_by_text("Why this colour").wait_for()
    assert quiet(opened)


@pytest.mark.browser
def test_hostile_text_is_shown_as_text_and_stays_inert(opened, collection, evidence):
    evidence["c-idlib"] = card(
        HOSTILE,
        before=HOSTILE,
        after=HOSTILE,
        source=HOSTILE,
        publisher=HOSTILE,
        article=HOSTILE,
        words=HOSTILE,
        when=HOSTILE,
        url="javascript:window.struck=1",
    )
    evidence["c-plan"] = card(HOSTILE, counted=False, reason=HOSTILE, reason_title=HOSTILE)
    properties = collection["features"][0]["properties"]
    properties.update(name=HOSTILE, native=HOSTILE, admin1=HOSTILE, kind=HOSTILE)
    properties["history"][2]["words"] = HOSTILE
    collection["whoheld"]["parties"]["sy-opposition"].update(name=HOSTILE, phrase=HOSTILE)
    page = opened.open(place_id=IDLIB, title=HOSTILE)
    page.locator("#panel summary").first.click()
    page.locator("#panel [role=tab]").first.click()
    page.locator("#panel [role=tab]").nth(1).click()
    page.wait_for_timeout(300)
    assert page.evaluate("window.struck") is None
    assert page.locator("#panel img, #panel script, #panel iframe").count() == 0
    assert page.locator("#panel a").count() == 0
    assert (
        HOSTILE.split("\u2028", maxsplit=1)[0].strip()
        in page.locator("#panel mark").first.inner_text()
    )
    assert page.title().startswith("</script>")
    assert quiet(opened)


@pytest.mark.browser
def test_only_addresses_of_web_pages_become_links(opened, evidence):
    evidence["c-idlib"]["url"] = "https://example.org/a?b=1&c=2"
    page = opened.open(place_id=IDLIB)
    link = page.locator("#panel article a").first
    assert link.get_attribute("href") == "https://example.org/a?b=1&c=2"
    assert "noreferrer" in link.get_attribute("rel")


@pytest.mark.browser
def test_the_page_s_own_policy_forbids_a_request(opened):
    page = opened.open()
    answer = page.evaluate("fetch('https://example.org/').then(() => 'sent', () => 'refused')")
    assert answer == "refused"
    assert not opened.refused, "the policy, not the test, must have stopped it"


@pytest.mark.browser
@pytest.mark.parametrize(("width", "height"), [(1024, 768), (390, 844)])
def test_the_page_fits_tablet_and_phone(opened, width, height):
    opened.page.set_viewport_size({"width": width, "height": height})
    page = opened.open(place_id=JISR)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("#panel h2").is_visible()
    page.locator("#panel h2").scroll_into_view_if_needed()
    assert "Jisr al-Shughur" in page.locator("#panel h2").inner_text()
    assert quiet(opened)


def test_a_script_keeps_its_meaning_when_it_is_made_safe_to_embed():
    element, digest = script_element('const a = "</script><!-- x";')
    assert element.count("</script>") == 1
    assert element.endswith("</script>")
    assert "<!--" not in element
    assert digest.startswith("'sha256-")
