import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.places import find_toponyms


@pytest.fixture(scope="module")
def names(gazetteer):
    def find(text, **options):
        return [t.text for t in find_toponyms(text, gazetteer, **options)]

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels took 'Jisr al-Shughur' city.", ["Jisr al-Shughur"]),
        ("They were forced out of Jisr al- Shughur, killing 140.", ["Jisr al- Shughur"]),
        ("Troops entered Jisr ash-Shughour.", ["Jisr ash-Shughour"]),
        ("Fighting in Ma’arrat al-Nu’man went on.", ["Ma’arrat al-Nu’man"]),
        ("Saraqeb's market was bombed.", ["Saraqeb"]),
        ("A convoy left al-Bab at dawn.", ["al-Bab"]),
        ("Hama, Homs and Idlib were quiet.", ["Hama", "Homs", "Idlib"]),
        ("They hold Deir ez-Zor and Al-Mayadin.", ["Deir ez-Zor", "Al-Mayadin"]),
        ("Shelling hit Mrauk-U and Sittwe.", ["Mrauk-U", "Sittwe"]),
        ("The army left Nova Kakhovka for Kherson.", ["Nova Kakhovka", "Kherson"]),
        ("They fled N'Djamena for El Geneina.", ["N'Djamena", "El Geneina"]),
        ("KYIV (Reuters) - Shells hit Izium.", ["KYIV", "Izium"]),
        ("The Taliban hold Pul-e Khumri and Khwaja-e Ghar.", ["Pul-e Khumri", "Khwaja-e Ghar"]),
        ("They left Kala-i-Naw for Herat.", ["Kala-i-Naw", "Herat"]),
        ("Clashes reached the Hama-al-Bab line and Homs.", ["Hama", "al-Bab", "Homs"]),
        ("Gangs left Port-au-Prince for Les Cayes.", ["Port-au-Prince", "Les Cayes"]),
        ("Fighters from the town of Of fought in the town of May.", ["Of", "May"]),
        ("They took Homs and then Mobile, then Hama.", ["Homs", "Mobile", "Hama"]),
        ("Talks in Addis Ababa about Port Sudan failed.", ["Addis Ababa", "Port Sudan"]),
    ],
)
def test_names_are_found_as_written(names, text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Of course they left in March.",
        "He said it was nice, and may be reading on a mobile.",
        "Reading the news, Nice people like March and May.",
        "UN envoy Stephen De Mistura called for talks.",
        "Washington said it would send aid.",
        "General Homs and Colonel Aden were promoted.",
        "President Hassan Kobani spoke; Kobani was calm.",
        "Islam Army joined Levant front.",
        "The Britain-based monitor and Turkey-backed fighters agreed.",
        "Syrian, Russian and Ukrainian officials met Kurds.",
        "The New York Times and the Washington Post reported it.",
        "The Damascus University and the Baghdad Operations Command denied it.",
        "An anti-Syria group and pro-Russia militias rallied.",
        "They met at Tal al-Qwxzptl.",
        "The University of Aleppo and the Times of Homs were named.",
        "They took Tal Sarmin and Wadi Binnish.",
        "They met at Qwxz-e Pul and in Qwxz-au-Bari.",
        "They met at Kabul-e Qwxzptl.",
        "Of the town, May said little.",
        "On Monday, ISIS and the SDF clashed with the UN.",
    ],
)
def test_words_that_only_look_like_places_are_left_alone(names, text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They hold Idlib city.", "Idlib", "city"),
        ("They hold Idlib province.", "Idlib", "province"),
        ("They hold the city of Idlib.", "Idlib", "city"),
        ("They hold the province of Idlib.", "Idlib", "province"),
        ("They hold Tabqa dam.", "Tabqa dam", "dam"),
        ("They hold the Hama air base.", "Hama air base", "base"),
        ("They hold Donetsk oblast.", "Donetsk", "province"),
        ("They hold the Torkham border crossing.", "Torkham border crossing", "crossing"),
        ("They crossed Mount Sinjar.", "Mount Sinjar", "mountain"),
    ],
)
def test_a_class_word_beside_a_name_is_required(gazetteer, text, name, kind):
    (toponym,) = find_toponyms(text, gazetteer)
    assert toponym.text == name
    assert kind in toponym.required_kinds
    assert not {"province", "dam", "city"} - {kind} & toponym.required_kinds


def test_a_class_word_after_a_list_counts_for_every_name(gazetteer):
    found = find_toponyms("In Hama, Homs and Idlib provinces it was quiet.", gazetteer)
    assert [t.text for t in found] == ["Hama", "Homs", "Idlib"]
    assert all("province" in t.required_kinds for t in found)
    found = find_toponyms("They took the towns of Binnish and Saraqib.", gazetteer)
    assert all("town" in t.required_kinds for t in found)


def test_the_suburbs_of_a_city_are_not_the_city(gazetteer):
    found = find_toponyms("Douma and Harasta, suburbs of Damascus, were shelled.", gazetteer)
    assert [t.text for t in found] == ["Douma", "Harasta", "Damascus"]
    assert found[2].required_kinds == frozenset()


def test_a_class_word_belongs_to_the_name_after_of(gazetteer):
    found = find_toponyms("They entered the Damascus suburb of Douma.", gazetteer)
    assert [t.required_kinds for t in found if t.text == "Damascus"] == [frozenset()]


def test_stretches_to_skip_hold_no_names(gazetteer):
    text = "The men of Homs Shield left Idlib."
    assert [t.text for t in find_toponyms(text, gazetteer, skip=[(11, 22)])] == ["Idlib"]
    assert [t.text for t in find_toponyms(text, gazetteer, skip=[(28, 33)])] == []


def test_headlines_in_capitals_give_only_what_the_text_or_a_preposition_confirms(names):
    text = "Rebels Capture Idlib From Army\n\nRebels captured Idlib on Saturday."
    assert names(text) == ["Idlib", "Idlib"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *"'’\"“(),.-\n",
                "Aleppo",
                "al-",
                "Idlib's",
                "province",
                "in",
                "The",
                "the dam",
                "ل",
                "é",
            ]
        ),
        max_size=14,
    )
)
def test_offsets_always_mark_the_words_of_the_text(gazetteer, pieces):
    text = " ".join(pieces)
    last = 0
    for toponym in find_toponyms(text, gazetteer):
        assert text[toponym.start : toponym.end] == toponym.text
        assert last <= toponym.start < toponym.end
        last = toponym.end
