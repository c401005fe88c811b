from components.places import find_toponyms, resolve


def test_in_a_list_of_areas_none_lies_in_the_next(gazetteer):
    # Nevada is a town of Missouri too.
    text = "Floods were reported in Kansas, Nevada, Missouri and Texas."
    answers = resolve(find_toponyms(text, gazetteer), text, gazetteer)
    assert [answer.place and answer.place.kind for answer in answers] == ["province"] * 4
    text = "A man of Nevada, Missouri, was found in Kansas City."
    first = resolve(find_toponyms(text, gazetteer), text, gazetteer)[0]
    assert first.place
    assert first.place.kind == "town"


def test_in_a_list_of_areas_none_is_a_country(gazetteer):
    text = "Bandits raided villages in Niger, Zamfara and Kebbi, the police said."
    niger = resolve(find_toponyms(text, gazetteer), text, gazetteer)[0].place
    assert niger
    assert (niger.kind, niger.country) == ("province", "NG")
    text = "Troops of Niger, Chad and Nigeria met at the lake."
    niger = resolve(find_toponyms(text, gazetteer), text, gazetteer)[0].place
    assert niger
    assert niger.kind == "country"


def test_an_abbreviation_in_brackets_is_no_container(gazetteer):
    text = "Soldiers of the Central African Republic (CAR) left Birao."
    answers = resolve(find_toponyms(text, gazetteer), text, gazetteer)
    assert [answer.place and answer.place.country for answer in answers] == ["CF"] * 3


def test_a_part_of_a_kingdom_is_no_village_of_its_name(gazetteer):
    text = "The cow was sold in Texas in the United States. Later cases were found in Wales."
    wales = resolve(find_toponyms(text, gazetteer), text, gazetteer)[-1]
    assert wales.place
    assert wales.place.country == "GB"


def test_a_capital_lies_in_the_province_it_is_the_capital_of(gazetteer):
    text = "Fighters entered Al Hazm, capital of Al Jawf governorate."
    first = resolve(find_toponyms(text, gazetteer), text, gazetteer)[0].place
    assert first
    assert (first.country, first.admin1) == ("YE", "Al Jawf")


def test_who_says_so_behind_a_comma_is_not_where_it_lies(gazetteer):
    for tail in ("Russia's defence ministry said", "Russia said", "Russia has claimed"):
        text = f"Troops took Avdiivka, {tail}."
        first = resolve(find_toponyms(text, gazetteer), text, gazetteer)[0].place
        assert first
        assert first.country == "UA"
    text = "Troops left Avdiivka, Russia, on Monday."
    assert resolve(find_toponyms(text, gazetteer), text, gazetteer)[0].place is None
