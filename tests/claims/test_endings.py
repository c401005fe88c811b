"""What is no longer so: "no longer holds", and holdings with a first and a last day."""

from datetime import date

import pytest

from tests.claims.telling import counted

REPORTED = date(2017, 12, 2)


def claims(reader, text):
    return {c.kind: c for c in counted(reader, text, REPORTED)}


@pytest.mark.parametrize(
    "text",
    [
        "Islamic State no longer controls Raqqa.",
        "Raqqa is no longer under Islamic State control.",
        "Raqqa is no longer in the hands of Islamic State.",
    ],
)
def test_who_no_longer_holds_a_place_lost_it(reader, text):
    read = claims(reader, text)
    assert set(read) == {"lost"}
    assert {p.actor_id for p in read["lost"].parties} == {"islamic-state"}


@pytest.mark.parametrize(
    "text",
    [
        "Islamic State no longer controls all of Raqqa.",
        "If Islamic State no longer controls Raqqa, refugees may return.",
        "Islamic State never controlled Raqqa.",
    ],
)
def test_what_is_only_denied_is_no_loss(reader, text):
    assert claims(reader, text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Raqqa was held by the Islamic State from January 2014 until October 2017.",
        "Raqqa had been under Islamic State from January 2014 to October 2017.",
        "Islamic State, which occupied Raqqa from January 2014 to October 2017, is beaten.",
    ],
)
def test_a_term_is_held_from_its_beginning_and_lost_at_its_end(reader, text):
    read = claims(reader, text)
    assert set(read) == {"held", "lost"}
    assert (read["held"].event.earliest, read["held"].event.latest) == (
        date(2014, 1, 1),
        date(2014, 1, 31),
    )
    assert (read["lost"].event.earliest, read["lost"].event.latest) == (
        date(2017, 10, 1),
        date(2017, 10, 31),
    )


def test_a_term_that_lasts_until_the_report_is_not_over(reader):
    read = claims(reader, "Rebels have held Idlib from March 2015 until today.")
    assert set(read) == {"held"}


def test_who_took_a_place_at_the_end_of_a_term_is_told_once(reader):
    text = "Islamic State held Raqqa until October 2017, when the SDF captured Raqqa."
    assert sorted(c.kind for c in counted(reader, text, REPORTED)) == ["captured", "held"]


@pytest.mark.parametrize(
    "text",
    [
        "Islamic State's rule over Raqqa ended in October 2017.",
        "Three years of Islamic State rule in Raqqa ended in October 2017.",
        "The end of Islamic State's rule in Raqqa was celebrated.",
        "The battle put an end to Islamic State's control of Raqqa.",
    ],
)
def test_a_rule_that_ended_is_a_loss(reader, text):
    read = claims(reader, text)
    assert set(read) == {"lost"}
    assert {p.actor_id for p in read["lost"].parties} == {"islamic-state"}


def test_who_took_a_place_and_ended_a_rule_there_is_told_once(reader):
    text = "The SDF captured Raqqa in October 2017, ending years of Islamic State rule in Raqqa."
    read = claims(reader, text)
    assert set(read) == {"captured"}
    assert {p.actor_id for p in read["captured"].parties} == {"sdf", "islamic-state"}


def test_what_was_lost_before_is_lost_by_whom_the_sentence_speaks_of(reader):
    read = claims(reader, "With Raqqa lost, Islamic State fell back on Mayadin.")
    assert {p.actor_id for p in read["lost"].parties} == {"islamic-state"}
    assert read["lost"].event.earliest is None
    assert claims(reader, "With Raqqa already lost, every bridge is closed.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "Islamic State held Raqqa before losing it in October 2017.",
        "Islamic State controlled Raqqa until Kurdish forces took it in October 2017.",
        "Raqqa was under the control of Islamic State before falling to the SDF in October 2017.",
        "Raqqa was a stronghold of Islamic State until it fell in October 2017.",
    ],
)
def test_a_holding_that_the_sentence_ends_is_none_of_today(reader, text):
    read = claims(reader, text)
    assert read["held"].event.latest == date(2017, 10, 1)
    change = read.get("lost") or read["captured"]
    assert change.event.earliest == date(2017, 10, 1)


def test_how_long_a_place_was_held_tells_when_that_began(reader):
    text = "Islamic State held Raqqa for three years before losing it in October 2017."
    event = claims(reader, text)["held"].event
    assert event.earliest.year == 2014
    assert event.latest < date(2015, 6, 1)


def test_a_holding_told_by_its_length_alone_is_none_of_today(reader):
    assert claims(reader, "Islamic State ruled Raqqa for three years.") == {}
    assert "held" in claims(reader, "Islamic State ruled Raqqa on Friday.")


def test_what_it_was_held_until_may_be_told_first(reader):
    read = claims(reader, "Until Kurdish forces took it in October 2017, IS held Raqqa.")
    assert read["held"].event.latest == date(2017, 10, 1)
    assert read["captured"].place_id == read["held"].place_id


def test_a_passive_holding_told_by_its_length_is_none_of_today(reader):
    assert claims(reader, "Raqqa was held by Islamic State for three years.") == {}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Since March, Kurdish forces have taken Raqqa.", date(2017, 3, 1), REPORTED),
        ("In late 2014 Kurdish forces took Raqqa.", date(2014, 9, 1), date(2014, 12, 31)),
        ("It has been a year since Kurdish forces took Raqqa.", date(2016, 8, 1), date(2017, 4, 1)),
        ("A year ago today Kurdish forces took Raqqa.", date(2016, 12, 2), date(2016, 12, 2)),
    ],
)
def test_a_change_is_dated_by_the_words_before_it(reader, text, first, last):
    event = claims(reader, text)["captured"].event
    assert first <= event.earliest <= event.latest <= last
