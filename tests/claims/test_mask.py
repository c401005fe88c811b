"""Masking keeps track of where every character came from."""

from hypothesis import given
from hypothesis import strategies as st

from components.claims.lexicon import Lexicon
from components.claims.mask import Entity, mask

LEXICON = Lexicon.load()


def masked(text, *names):
    found = [
        Entity(text.index(n), text.index(n) + len(n), kind, "0", container)
        for n, kind, container in names
    ]
    return mask(text, 0, len(text), sorted(found, key=lambda e: e.start), LEXICON)


def test_names_give_way_to_common_ones_and_quotes_go():
    result = masked(
        "\" Fatah Army\" took 'Ariha' .", ("Fatah Army", "actor", False), ("Ariha", "place", False)
    )
    assert "Fatah" not in result.text
    assert '"' not in result.text
    assert "Ariha" not in result.text


def test_the_area_after_a_place_is_left_out():
    text = "They took Kurmuk (Kurmuk district), Blue Nile state, in June."
    result = masked(text, ("Kurmuk", "place", False), ("Blue Nile", "place", True))
    assert "state" not in result.text
    assert "in June" in result.text
    assert [text[e.start : e.end] for e in result.dropped] == ["Blue Nile"]


def test_a_place_before_the_verb_of_another_clause_stays():
    text = "They left Ariha, Homs fell."
    result = masked(text, ("Ariha", "place", False), ("Homs", "place", False))
    assert len(result.entities) == 2


@given(st.text(max_size=80))
def test_every_character_knows_where_it_came_from(text):
    result = mask(text, 0, len(text), [], LEXICON)
    assert len(result.origin) == len(result.text)
    assert all(0 <= at <= len(text) for at in result.origin)
    assert list(result.origin) == sorted(result.origin)


def test_blanks_of_any_kind_become_one_and_every_word_knows_its_place():
    text = "\n They  took\t\n it \u00a0then. "
    result = mask(text, 0, len(text), [], LEXICON)
    assert result.text == "They took it then. "
    assert [text[at] for at in result.origin if not text[at].isspace()] == list("Theytookitthen.")
    assert result.origin[result.text.index("took")] == text.index("took")


def test_a_blank_is_not_doubled_where_something_was_left_out():
    text = " They \u2705 took Ariha \u2705 and left."
    result = masked(text, ("Ariha", "place", False))
    assert result.text == "They took Paris and left."


def test_the_month_of_may_is_no_verb():
    result = masked("An offensive on 1 May led to it; they may go in May 2015.")
    assert result.text == "An offensive on 1 April led to it; they may go in April 2015."


def test_a_year_before_the_rebels_is_set_off():
    assert masked("In late 2014 rebels left.").text == "In late 2014, rebels left."
    assert masked("In late 2014 the rebels left.").text == "In late 2014 the rebels left."
