import base64
import json
import zlib

import numpy as np

from components.mapview import pack
from tests.mapview.synthetic import collection, feature, idlib, interval, many


def _columns(packed):
    block = zlib.decompress(base64.b64decode(packed["block"]), -15)
    found, at = {}, 0
    for name, kind, length in packed["columns"]:
        found[name] = np.frombuffer(block, kind.replace("|", ""), length, at)
        at += found[name].nbytes
    assert at == len(block)
    return found


def _lines(text):
    return zlib.decompress(base64.b64decode(text), -15).decode().split("\n")


def test_ten_thousand_places_fit_in_350_kb():
    assert len(pack(many(10_000))) < 350_000


def test_days_count_from_the_first_day():
    packed = json.loads(pack(idlib()))
    columns = _columns(packed)
    assert list(columns["count"]) == [3, 2, 0]
    # 24 and 28 March 2015; then an interval of 36 days from 29 March.
    assert list(columns["start"]) == [0, 1470, 1474, 0, 1475]
    assert list(columns["span"]) == [0, 0, 0, 0, 36]
    assert list(columns["open"]) == [1, 0, 0, 1, 0]


def test_places_keep_names_ids_and_positions():
    packed = json.loads(pack(idlib()))
    assert _lines(packed["names"]) == ["Idlib", "Jisr al-Shughur", "Aleppo"]
    assert _lines(packed["ids"])[0] == "geonames:169389"
    assert abs(_columns(packed)["lat"][0] - 35.93) < 1e-5


def test_a_line_break_in_a_name_does_not_shift_the_others():
    bad = feature("x:1", "A\nB", (35, 36), [interval("held", "claimed", [], (None, None))])
    good = feature("x:2", "C", (35, 36), [interval("held", "claimed", [], (None, None))])
    packed = json.loads(pack(collection([bad, good])))
    assert _lines(packed["names"]) == ["A B", "C"]


def test_looks_that_repeat_are_kept_once():
    packed = json.loads(pack(many(1_000)))
    looks = [json.dumps(look) for look in packed["looks"]]
    assert len(looks) == len(set(looks)) < 100


def test_an_empty_history_packs():
    packed = json.loads(pack(collection([], parties={}, reports={})))
    assert packed["looks"] == []
    assert _columns(packed)["lat"].size == 0


def test_text_of_articles_cannot_end_a_script():
    nasty = feature(
        "x:1", "</script><img src=x onerror=alert(1)>", (35, 36),
        [interval("held", "claimed", ["</script>"], ("2015-01-01", None), words="</script>")],
    )  # fmt: skip
    parties = {"</script>": {"name": "</script>", "phrase": "x", "kind": "other"}}
    packed = pack(collection([nasty], parties=parties))
    assert "</" not in packed
    assert json.loads(packed)["looks"][0]["words"] == "</script>"
