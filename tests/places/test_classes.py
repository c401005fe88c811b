import pytest

from components.places.classes import PROVINCE, SETTLEMENT, class_before, fits_class, split_class


@pytest.mark.parametrize(
    ("name", "core", "kinds"),
    [
        ("tabqa dam", "tabqa", {"dam"}),
        ("tabqa air base", "tabqa", {"base", "airport"}),
        ("hama military airport", "hama", {"base", "airport"}),
        ("bab al hawa border crossing", "bab al hawa", {"crossing"}),
        ("idlib province", "idlib", PROVINCE),
        ("province of idlib", "idlib", PROVINCE),
        ("gwoza lga", "gwoza", {"district"}),
        ("kurmuk sub district", "kurmuk", {"district"}),
        ("idlib city", "idlib", SETTLEMENT),
        ("idlib", "idlib", set()),
        ("dam", "dam", set()),
    ],
)
def test_a_class_word_is_taken_off_and_kept_as_a_condition(name, core, kinds):
    classed = split_class(name)
    assert (classed.core, classed.kinds) == (core, kinds)


def test_words_before_a_name_class_it_only_next_to_it():
    assert class_before(["the", "town", "of"])[0] == SETTLEMENT
    assert class_before(["town", "near"])[0] == frozenset()
    assert class_before(["the", "provinces", "of"]) == (PROVINCE, True)


def test_a_township_is_a_district_where_that_is_what_the_word_means():
    kinds = split_class("hpakant township").kinds
    assert fits_class("town", "ZA", kinds)
    assert not fits_class("town", "MM", kinds)
    assert fits_class("district", "MM", kinds)
    assert fits_class("town", "MM", split_class("hpakant city").kinds)
