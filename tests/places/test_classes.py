import pytest

from components.places.classes import PROVINCE, SETTLEMENT, class_before, split_class


@pytest.mark.parametrize(
    ("name", "core", "kinds"),
    [
        ("tabqa dam", "tabqa", {"dam"}),
        ("tabqa air base", "tabqa", {"base", "airport"}),
        ("hama military airport", "hama", {"base", "airport"}),
        ("bab al hawa border crossing", "bab al hawa", {"crossing"}),
        ("idlib province", "idlib", PROVINCE),
        ("province of idlib", "idlib", PROVINCE),
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
