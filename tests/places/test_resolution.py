import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.places import find_toponyms, resolve, resolve_name

IDLIB_CITY, IDLIB_PROVINCE = "geonames:169389", "naturalearth:SYR-140"
JISR = "geonames:169023"


def place_ids(read):
    return {name: place for name, place, _ in read}


def test_a_town_a_city_and_a_province_of_one_war_are_told_apart(read_places):
    found = read_places(
        "Syrian opposition captures city in Idlib province\n\n"
        "Groups seized 'Jisr al-Shughur' city, the SOHR said. They began the battle for Idlib city"
        " on March 24 and took over Idlib on March 28. The road to Aleppo is cut. Government"
        " forces were forced out of Jisr al- Shughur in 2011."
    )
    assert found == [
        ("Idlib", IDLIB_PROVINCE, "province"),
        ("Jisr al-Shughur", JISR, "town"),
        ("Idlib", IDLIB_CITY, "city"),
        ("Idlib", IDLIB_CITY, "city"),
        ("Aleppo", "geonames:170063", "city"),
        ("Jisr al- Shughur", JISR, "town"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ukrainian troops left Avdiivka in Donetsk region. Kyiv said Lyman held.",
            {"Avdiivka": "UA-14", "Donetsk": "UA-14"},
        ),
        (
            "The RSF took El Fasher, the capital of North Darfur. The army holds El Obeid.",
            {"El Fasher": "SD-DN", "North Darfur": "SD-DN", "El Obeid": "SD-KN"},
        ),
        (
            "Houthi fighters captured al-Hazm, the capital of al-Jawf province, in Yemen.",
            {"al-Hazm": "YE-JA", "al-Jawf": "YE-JA"},
        ),
        (
            "Libyan forces seized Gharyan, south of Tripoli, then Tarhuna.",
            {"Gharyan": "LY", "Tripoli": "LY", "Tarhuna": "LY"},
        ),
        (
            "The Arakan Army captured Kyauktaw and Mrauk-U in Rakhine State, Myanmar.",
            {"Kyauktaw": "MM-16", "Mrauk-U": "MM-16", "Rakhine State": "MM-16"},
        ),
        (
            "Congolese troops lost Goma and Rutshuru in North Kivu to M23.",
            {"Goma": "CD-NK", "Rutshuru": "CD-NK", "North Kivu": "CD-NK"},
        ),
        (
            "Somali troops recaptured Jilib in Middle Juba from al-Shabaab.",
            {"Jilib": "SO-JD", "Middle Juba": "SO-JD"},
        ),
        (
            "Tigrayan forces retook Mekelle and advanced to Lalibela in Amhara region.",
            {"Mekelle": "ET-TI", "Lalibela": "ET-AM", "Amhara": "ET-AM"},
        ),
        (
            "The Taliban took Kunduz city and Lashkar Gah, the capital of Helmand, Afghanistan.",
            {"Kunduz": "AF-KDZ", "Lashkar Gah": "AF-HEL", "Helmand": "AF-HEL"},
        ),
    ],
)
def test_places_of_other_wars_are_found_in_their_province(gazetteer, text, expected):
    found = resolve(find_toponyms(text, gazetteer), text, gazetteer)
    codes = {r.toponym.text: r.place.pcode or r.place.country for r in found if r.place}
    assert {name: codes.get(name, "")[: len(code)] for name, code in expected.items()} == expected


def test_the_text_decides_between_namesakes(read_places):
    syria = place_ids(read_places("Syrian troops retook Palmyra, east of Homs, from militants."))
    america = place_ids(read_places("A man from Palmyra, New York, was charged in Rochester."))
    assert syria["Palmyra"] == "geonames:163808"
    assert america["Palmyra"] == "geonames:5130441"
    libya = place_ids(read_places("Libyan forces left Tripoli for Misrata and Sirte."))
    lebanon = place_ids(read_places("Lebanese soldiers were sent from Beirut to Tripoli."))
    assert libya["Tripoli"] == "geonames:2210247"
    assert lebanon["Tripoli"] == "geonames:266826"


def test_a_stated_container_is_a_condition(read_places):
    found = read_places("The firm moved from Paris, Texas to Moscow, Idaho.")
    assert [place for _, place, _ in found] == [
        "geonames:4717560",
        "naturalearth:USA-3536",
        "geonames:5601538",
        "naturalearth:USA-3518",
    ]


def test_a_name_that_is_not_in_its_stated_container_is_not_guessed(gazetteer):
    text = "Rebels took Mariupol in Idlib province, Syria."
    found = resolve(find_toponyms(text, gazetteer), text, gazetteer)
    mariupol = next(r for r in found if r.toponym.text == "Mariupol")
    assert (mariupol.place, mariupol.reason_code) == (None, "not_found")
    assert "Idlib" in mariupol.candidates[0].why[0]


def test_a_facility_is_never_the_town_of_its_name(gazetteer):
    text = "Syrian rebels hold Binnish and shelled Binnish dam and Ariha air base."
    found = resolve(find_toponyms(text, gazetteer), text, gazetteer)
    by_name = {r.toponym.text: r for r in found}
    binnish = by_name["Binnish"].place
    assert binnish is not None
    assert binnish.kind == "town"
    assert by_name["Binnish dam"].reason_code == "not_found"
    assert by_name["Ariha air base"].reason_code == "not_found"


def test_namesakes_without_context_stay_open(gazetteer):
    answer = resolve_name("San Antonio", gazetteer, [])
    antonivka = resolve_name("Antonivka", gazetteer, [gazetteer.lookup("Ukraine")[0]])
    assert answer.place is None or answer.place.country == "US"
    assert (antonivka.place, antonivka.reason_code) == (None, "ambiguous")
    assert len(antonivka.candidates) > 1


def test_far_countries_and_capitals_resolve_to_themselves(gazetteer):
    syria = gazetteer.lookup("Syria")[0]
    for name, country, kind in (
        ("Britain", "GB", "country"),
        ("Iran", "IR", "country"),
        ("London", "GB", "city"),
        ("Paris", "FR", "city"),
        ("Moscow", "RU", "city"),
        ("Geneva", "CH", "city"),
    ):
        place = resolve_name(name, gazetteer, [syria]).place
        assert place is not None, name
        assert (place.country, place.kind) == (country, kind), name


def test_an_unknown_name_is_not_found(gazetteer):
    answer = resolve_name("Qwxzptl", gazetteer, [])
    assert (answer.place, answer.reason_code, answer.candidates) == (None, "not_found", ())


def test_every_candidate_says_why(gazetteer):
    text = "Syrian rebels took Nawa, Jasim and Inkhil in Daraa province."
    for resolution in resolve(find_toponyms(text, gazetteer), text, gazetteer):
        assert resolution.candidates
        assert all(candidate.why for candidate in resolution.candidates)
    nawa = resolve(find_toponyms(text, gazetteer), text, gazetteer)[0]
    assert any("which the text names" in why for why in nawa.candidates[0].why)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Aleppo", "Idlib province", "in", ",", "Syria", "Tabqa dam", "Nawa", "and", "(Homs)"]
        ),
        max_size=12,
    )
)
def test_each_name_gets_one_answer_with_a_place_or_a_reason(gazetteer, pieces):
    text = " ".join(pieces)
    toponyms = find_toponyms(text, gazetteer)
    answers = resolve(toponyms, text, gazetteer)
    assert [a.toponym for a in answers] == list(toponyms)
    for answer in answers:
        assert (answer.place is None) == bool(answer.reason_code)
        if answer.place and answer.toponym.required_kinds:
            assert answer.place.kind in answer.toponym.required_kinds
