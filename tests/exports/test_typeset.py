import pytest

from components.exports.typeset import Type, cut, drawable, outline, width_px, wrap

SANS = Type("sans-400", 13)


@pytest.mark.parametrize(
    ("given", "drawn"),
    [
        ("Jisr al-Shughur", "Jisr al-Shughur"),
        ("Al Ḩasakah", "Al Hasakah"),
        ("ʿAyn Ḥamāh – “x”", "ʿAyn Ḥamāh – “x”"),
        ("Київ", "Київ"),
        ("Idlib إدلب", "Idlib"),
        ("မြန်မာ", ""),
        ("a\u202eb\x00c\n d", "abc d"),
    ],
)
def test_letters_that_no_font_has_never_become_boxes(given, drawn):
    assert drawable(given, "sans-400") == drawn


def test_figures_are_of_equal_width():
    assert width_px("1111", SANS) == pytest.approx(width_px("0000", SANS), abs=0.2)


def test_lines_fit_and_keep_every_word():
    text = "Names and boundaries imply no opinion on the legal status of any place"
    lines = wrap(text, SANS, 120)
    assert " ".join(lines) == text
    assert all(width_px(line, SANS) <= 120 for line in lines)


def test_what_does_not_fit_ends_in_an_ellipsis():
    lines = wrap("one two three four five six seven", SANS, 60, max_lines=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")


def test_a_word_longer_than_the_line_is_cut():
    assert width_px(cut("x" * 200, SANS, 80), SANS) <= 80


def test_blank_text_has_no_outline():
    assert outline("   ", SANS, 0, 0) is None


def test_letters_can_be_set_apart():
    apart = Type("sans-400", 13, 0.16)
    assert width_px("TURKEY", apart) > width_px("TURKEY", SANS) + 5 * 0.15 * 13
