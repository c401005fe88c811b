import re

import folium

from components.mapview import SetView, assets_dir, build_map, script_files, style_files

BASE = "../component/assets/"


def _rendered(**settings):
    return build_map(BASE, **settings).get_root().render()


def test_the_map_asks_no_other_server_for_anything():
    page = _rendered(data_url="history.json")
    addresses = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert addresses
    assert all(address.startswith(BASE) for address in addresses)
    assert "//" not in page.replace(BASE, "").replace("<!--", "")


def test_every_file_it_names_is_kept_in_the_project():
    for name in (*script_files(), *style_files()):
        assert (assets_dir() / name).is_file()


def test_other_folium_maps_keep_their_own_scripts():
    before = list(folium.Map.default_js)
    build_map(BASE)
    assert folium.Map.default_js == before


def test_the_script_is_the_same_for_the_same_settings():
    def script():
        return re.sub(r"_[0-9a-f]{32}", "", _rendered(data_url="a.json", day="2015-03-28"))

    assert script() == script()


def test_a_place_id_from_a_text_cannot_end_the_script():
    page = _rendered(place_id="text:</script><script>alert(1)</script>")
    assert "<script>alert" not in page


def test_the_message_calls_the_live_map_and_resets_the_list():
    message = SetView("2015-03-28", "geonames:1", 4, view=(35.5, 36.5, 8.0))
    message.add_to(build_map(BASE))
    script = message._template.module.script(message)
    assert "window.feature_group = [];" in script
    assert '"day":"2015-03-28"' in script
    assert '"seq":4' in script
