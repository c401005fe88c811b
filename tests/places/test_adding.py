import io
import json
import threading
import zipfile

import openpyxl
import pytest

from components.places import (
    GazetteerFileError,
    add_file,
    list_added,
    open_gazetteer,
    remove_added,
    resolve_name,
)
from components.places import added as added_module
from components.places.added import data_folder

OCHA = (
    "admin1Name_en,admin2Name_en,admin4Name_en,admin4Name_ar,admin4Pcode,Latitude_y,Longitude_x\n"
    "#adm1+name,#adm2+name,#adm4+name,#adm4+name+ar,#adm4+code,#geo+lat,#geo+lon\n"
    "Idleb,Ariha,Kafr Testa,كفر تستا,C9001,35.7,36.6\n"
    "Idleb,Idleb,Saraqeb,سراقب,C3916,35.8646,36.8045\n"
    "Homs,Homs,Kafr Testa,كفر تستا,C9002,34.7,36.6\n"
)
DUMP_ROW = (
    "{id}\t{name}\t{name}\t{others}\t{lat}\t{lon}\t{code}\tSY\t\t12\t\t\t\t{people}\t\t\tx\tx"
)


def dump_line(number, name, feature, lat=35.9, lon=36.5, people=0, others=""):
    return DUMP_ROW.format(
        id=number,
        name=name,
        others=others,
        lat=lat,
        lon=lon,
        code=feature.replace(".", "\t"),
        people=people,
    )


@pytest.fixture
def add(gazetteer, tmp_path):
    def add(content, file_name, **choices):
        content = content if isinstance(content, bytes) else content.encode()
        return add_file(content, file_name, gazetteer, data_dir=tmp_path, **choices)

    return add


@pytest.fixture
def reopened(tmp_path):
    return lambda **given: open_gazetteer(data_dir=tmp_path, **given)


def test_a_table_of_ocha_is_read_with_its_codes_names_and_areas(add, reopened):
    added = add(OCHA, "syr_pplp_adm4.csv")
    assert (added.name, added.places, added.passed_over) == ("syr_pplp_adm4", 3, 0)
    villages = reopened().lookup("Kafr Testa")
    found = {(p.pcode, p.native, p.admin1, p.country) for p in villages}
    assert found == {("C9001", "كفر تستا", "Idlib", "SY"), ("C9002", "كفر تستا", "Homs", "SY")}


def test_a_village_that_is_known_already_is_not_doubled(add, reopened, gazetteer):
    add(OCHA, "syr.csv")
    before, after = gazetteer.lookup("Saraqib")[0], reopened().lookup("Saraqeb")
    assert [p.id for p in after] == [before.id]
    assert (after[0].pcode, after[0].lat, after[0].name) == ("C3916", before.lat, before.name)


def test_of_two_villages_of_one_name_the_stated_province_decides(add, reopened):
    add(OCHA, "syr.csv")
    more = reopened()
    idlib = [p for p in more.lookup("Idlib") if p.kind == "province"]
    assert resolve_name("Kafr Testa", more, []).reason_code == "ambiguous"
    near = resolve_name("Kafr Testa", more, idlib)
    assert near.place
    assert near.place.pcode == "C9001"


def test_a_dump_of_geonames_is_read_as_published(add, reopened):
    lines = (
        dump_line(900001, "Tall Testa", "P.PPL", others="Tell Testa,تل تستا"),
        dump_line(900002, "Jabal Testa", "T.HLL"),
        dump_line(900003, "Nahr Testa", "H.STM"),
        dump_line(900004, "Testa Air Base", "S.AIRB"),
        "half a line",
    )
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("readme.txt", "about the columns " * 1000)
        packed.writestr("SY.txt", "\n".join(lines) + "\n")
    added = add(archive.getvalue(), "SY.zip")
    assert (added.name, added.places, added.passed_over) == ("SY", 3, 2)
    more = reopened()
    assert [p.kind for p in more.lookup("تل تستا")] == ["village"]
    assert more.lookup("Tell Testa")[0].pcode == "SY-ID"
    assert [p.kind for p in more.lookup("Testa air base")] == ["base"]
    assert more.lookup("Nahr Testa") == ()


def test_outlines_become_areas_with_a_point_inside(add, reopened):
    crescent = [[36, 35], [37, 35], [37, 36], [36, 36], [36, 35.9], [36.9, 35.9], [36.9, 35.1]]
    feature = {
        "type": "Feature",
        "properties": {"shapeName": "Testa", "shapeGroup": "SYR", "shapeType": "ADM2"},
        "geometry": {"type": "Polygon", "coordinates": [[*crescent, [36, 35.1], [36, 35]]]},
    }
    add(json.dumps({"type": "FeatureCollection", "features": [feature]}), "SYR_ADM2.geojson")
    more = reopened()
    place = more.lookup("Testa district")[0]
    assert (place.kind, place.country) == ("district", "SY")
    assert place.lon > 36.9 or not 35.1 < place.lat < 35.9
    assert more.outline(place.id)[0][:2] == (36, 35)


def test_a_workbook_is_read_from_the_sheet_with_most_places(add, reopened):
    book = openpyxl.Workbook()
    book.worksheets[0].append(["About this file"])
    sheet = book.create_sheet("Populated places")
    for row in (["Table 1"], ["NAME_EN", "NAME_AR", "LAT", "LONG"], ["Testabad", "", 35.1, 36.9]):
        sheet.append(row)
    saved = io.BytesIO()
    book.save(saved)
    add(saved.getvalue(), "places.xlsx")
    assert [p.country for p in reopened().lookup("Testabad")] == ["SY"]


def test_the_projects_own_columns_can_be_added(add, reopened):
    table = (
        "id,name,aliases,native,kind,lat,lon,precision_km,country,admin1,note\n"
        "t-dam,Testa Dam,October Testa Dam,سد تستا,dam,36.381,38.183,2,SY,SY-HL,\n"
    )
    add(table, "mine.csv")
    place = reopened().lookup("October Testa dam")[0]
    assert (place.id, place.kind, place.admin1) == ("mine:t-dam", "dam", "Aleppo")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("notes.csv", "name;text\nIdlib;a town\n", "no row of column names"),
        ("places.csv", "name,lat,lon\nA,north,east\nB,x,y\n", "2 of 2 rows"),
        ("empty.csv", "", "no row of column names"),
        ("SY.zip", b"PK\x03\x04 cut off", "no .zip file that can be opened"),
        ("cut.geojson", '{"features": [', "no whole JSON file"),
        ("other.json", '{"places": []}', "no collection of GeoJSON features"),
        ("sheet.xlsx", b"not a workbook", "no workbook"),
        ("photo.png", b"\x89PNG", "of no kind that can be read"),
        ("binary.csv", b"\x00\x01\x02" * 500, "holds no text"),
        ("turned.csv", "name,lat,lon,country\nA,36.6,35.9,SY\nB,38.5,35.1,SY\n", "swapped"),
    ],
)
def test_a_bad_file_gives_a_clear_sentence_and_changes_nothing(add, tmp_path, name, content, says):
    add(OCHA, "good.csv")
    before = list_added(tmp_path)
    with pytest.raises(GazetteerFileError, match=says):
        add(content, name)
    assert list_added(tmp_path) == before


def test_adding_again_under_a_name_replaces_and_removing_brings_back(add, reopened, tmp_path):
    add(OCHA, "a.csv", name="SY")
    add("name,lat,lon\nTestabad,35.1,36.9\n", "b.csv", name="SY")
    assert [(f.name, f.places) for f in list_added(tmp_path)] == [("SY", 1)]
    assert reopened().lookup("Kafr Testa") == ()
    remove_added("SY", tmp_path)
    assert reopened().lookup("Testabad") == ()
    with pytest.raises(GazetteerFileError, match="none so far"):
        remove_added("SY", tmp_path)


def test_an_end_while_keeping_leaves_what_was_there(add, tmp_path, monkeypatch):
    add(OCHA, "a.csv", name="SY")
    before = list_added(tmp_path)

    def broken(_part, _head, _places):
        raise KeyboardInterrupt

    monkeypatch.setattr(added_module, "_write", broken)
    with pytest.raises(KeyboardInterrupt):
        add("name,lat,lon\nTestabad,35.1,36.9\n", "b.csv", name="SY")
    assert list_added(tmp_path) == before
    assert [p for p in data_folder(tmp_path).iterdir() if p.name.startswith(".")] == []


def test_two_processes_may_index_the_added_places_at_once(add, reopened):
    add(OCHA, "syr.csv")
    opened = []
    threads = [threading.Thread(target=lambda: opened.append(reopened())) for _ in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(g.lookup("Kafr Testa")) for g in opened] == [2, 2]


def test_indexing_tells_its_progress(add, reopened):
    add(OCHA.replace("Kafr Testa", "Kafr Testin"), "syr.csv")
    told = []
    reopened(progress=lambda share, words: told.append((share, words)))
    assert (told[0][0], told[-1][0]) == (0.0, 1.0)
    assert "added" in told[0][1]


def test_a_folder_that_cannot_be_written_gives_a_clear_sentence(gazetteer, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(GazetteerFileError, match="WHOHELD_DATA_DIR"):
        add_file(OCHA.encode(), "syr.csv", gazetteer, data_dir=blocked)
