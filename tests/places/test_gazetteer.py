import pytest

from components.places.keys import Tier


def ids(places):
    return [place.id for place in places]


def test_a_class_word_is_a_condition_never_noise(gazetteer):
    assert {p.kind for p in gazetteer.lookup("Tabqa dam")} == {"dam"}
    assert {p.kind for p in gazetteer.lookup("Idlib province")} == {"province"}
    assert gazetteer.lookup("Tabqa")[0].kind in {"town", "city"}
    assert {p.kind for p in gazetteer.lookup("Hama air base")} <= {"base", "airport"}


def test_a_name_that_contains_a_class_word_is_still_found_whole(gazetteer):
    assert gazetteer.lookup("Mexico City")[0].country == "MX"
    assert gazetteer.lookup("Kansas City")[0].country == "US"


@pytest.mark.parametrize("name", ["إدلب", "ادلب", "Идлиб", "Idleb", "Edleb", "İdlib"])
def test_idlib_is_found_in_other_scripts_and_spellings(gazetteer, name):
    assert "geonames:169389" in ids(gazetteer.lookup(name))


def test_a_loose_key_never_comes_before_a_strict_one(gazetteer):
    for name in ("Hama", "Homs", "Aden", "Sirte", "Kharkiv", "Goma"):
        tiers = [match.tier for match in gazetteer.matches(name)]
        assert tiers == sorted(tiers)
        assert tiers[0] <= Tier.LIGHT


@pytest.mark.parametrize(
    ("written", "meant"), [("Telrifaat", "Tall Rifat"), ("Deirhafer", "Dayr Hafir")]
)
def test_a_first_part_may_be_written_together_with_the_rest(gazetteer, written, meant):
    found = gazetteer.matches(written)
    assert meant in [match.place.name for match in found]
    assert {match.tier for match in found} == {Tier.SKELETON}


@pytest.mark.parametrize("word", ["Telegram", "Talented", "Benefit", "Denied", "Daring"])
def test_a_word_that_begins_like_a_first_part_is_no_place(gazetteer, word):
    assert not gazetteer.lookup(word)


def test_places_come_back_by_their_id(gazetteer):
    idlib = gazetteer.place("geonames:169389")
    assert (idlib.name, idlib.native, idlib.country, idlib.pcode) == (
        "Idlib",
        "إدلب",
        "SY",
        "SY-ID",
    )
    assert gazetteer.place("geonames:0") is None


def test_a_search_lists_the_most_populous_first(gazetteer):
    found = gazetteer.search("jisr ash", 5)
    assert "geonames:169023" in ids(found)
    populations = [place.population for place in gazetteer.search("hom", 8)]
    assert populations == sorted(populations, reverse=True)
    assert gazetteer.search("  ") == ()


def test_an_unknown_name_finds_nothing(gazetteer):
    assert gazetteer.lookup("Qwxzptl") == ()
    assert gazetteer.lookup("") == ()


@pytest.mark.parametrize("name", ["Afrin", "Slovyansk", "Welkite", "Malmö", "Xi’an"])
def test_names_put_into_latin_script_are_plain_and_others_as_at_home(gazetteer, name):
    assert gazetteer.lookup(name)[0].name == name


def test_a_place_without_a_known_area_names_none(gazetteer):
    places = [p for p in gazetteer.lookup("Donbas") if p.gazetteer == "whoheld"]
    assert [p.admin1 for p in places] == [""]
