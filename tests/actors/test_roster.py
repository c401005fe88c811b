"""The roster: names, governments, coalitions by day, sources."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.actors import Roster, bloc_of, is_common_noun
from components.errors import BadRecordError
from components.records import Actor, Membership

ROSTER = Roster.load()


def ids(text, *countries):
    return [m.actor_id for m in ROSTER.find(text, frozenset(countries))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jaish al-Fatah and the Army of Conquest", ["fatah-army", "fatah-army"]),
        ("Syrian regime forces fought ISIL", ["sy-government", "islamic-state"]),
        ("Da'esh fled; so did the al- Nusra Front", ["islamic-state", "nusra-front"]),
        ("AFC/M23 rebels and the FARDC", ["m23", "cd-government"]),
        ("TPLF fighters met ENDF troops", ["tplf", "et-government"]),
    ],
)
def test_names_are_found_in_the_spellings_that_articles_use(text, expected):
    assert ids(text) == expected


def test_a_name_that_two_armies_share_is_told_apart_by_the_country():
    assert ids("The SNA withdrew.", "SO") == ["so-government"]
    assert ids("The SNA withdrew.", "SY") == ["sna"]
    assert ids("The SNA withdrew.") == []


def test_a_small_word_is_no_acronym():
    assert ids("it is said that he ran with aa batteries") == []


def test_who_governs_depends_on_the_day():
    assert ROSTER.government("SY", date(2015, 4, 1)).id == "sy-government"
    assert ROSTER.government("SY", date(2025, 4, 1)).id == "sy-transitional"
    assert ROSTER.government("AF", date(2021, 8, 15)).id == "af-government"
    assert ROSTER.government("AF", date(2022, 1, 1)).id == "taliban"


def test_a_country_outside_the_roster_still_has_a_government():
    peru = ROSTER.government("PE")
    assert (peru.kind, peru.country) == ("government", "PE")


def test_nusra_counts_with_the_opposition_only_while_it_is_in_the_fatah_army():
    assert ROSTER.bloc("nusra-front", date(2015, 4, 1)) == "sy-opposition"
    assert ROSTER.bloc("nusra-front", date(2015, 3, 1)) == "nusra-front"


def test_a_ring_of_coalitions_does_not_hang():
    actors = {name: Actor(name, name, "other") for name in "ab"}
    ring = [Membership("a", "b", None, None), Membership("b", "a", None, None)]
    assert bloc_of(actors, ring)("a", None) == "b"


@pytest.mark.parametrize(
    ("words", "standing", "actor"),
    [
        ("the Britain-based Syrian Observatory for Human Rights", "monitor", ""),
        ("SANA", "side", "sy-government"),
        ("Ukraine's general staff", "side", "ukraine"),
        ("a Houthi spokesman", "side", "houthis"),
        ("residents of the town", "unknown", ""),
        ("Reuters", "press", ""),
        ("state television", "side", "government"),
    ],
)
def test_a_source_is_known_by_whom_it_speaks_for(words, standing, actor):
    source = ROSTER.source(words)
    assert (source.standing, source.actor_id) == (standing, actor)


@pytest.mark.parametrize(
    ("words", "group"),
    [
        (["opposition", "forces"], "opposition"),
        (["pro-government", "militia"], "government"),
        (["tribal", "fighters"], "militia"),
        (["elite", "troops"], "government"),
        (["rebel", "army"], "opposition"),
        (["health", "ministry"], ""),
    ],
)
def test_common_nouns_say_which_kind_of_party_is_meant(words, group):
    assert ROSTER.words.group_of(words) == group


def test_every_membership_and_bloc_names_an_actor_of_the_roster():
    known = set(ROSTER.actors)
    for membership in ROSTER.memberships:
        assert {membership.actor, membership.coalition} <= known
    assert {a.bloc for a in ROSTER.actors.values() if a.bloc} <= known


def test_an_entry_of_an_unknown_kind_is_refused_by_name():
    war = {
        "actors": [{"id": "x", "name": "X", "kind": "pirates", "aliases": []}],
        "memberships": [],
    }
    tables = {"countries": {}, "sources": _EMPTY_SOURCES, "words": _EMPTY_WORDS}
    with pytest.raises(BadRecordError, match=r"'x'.*'pirates'"):
        Roster([war], tables)


_EMPTY_WORDS = {"heads": {}, "modifiers": {}, "labels": {}}
_EMPTY_SOURCES = {
    "sources": [],
    **{group: ["-"] for group in ("witnesses", "monitors", "press", "state_media", "official")},
}


@given(st.text(max_size=200))
def test_mentions_lie_in_the_text_in_order_and_apart(text):
    mentions = ROSTER.find(text)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@given(st.sampled_from(sorted(ROSTER.actors)), st.none() | st.dates())
def test_a_side_is_its_own_side(actor_id, day):
    side = ROSTER.bloc(actor_id, day)
    assert ROSTER.bloc(side, day) == side


def test_a_party_called_by_a_common_noun_has_no_name():
    called = ROSTER.generic("jihadist", "mx"), ROSTER.generic("militia", "")
    assert [is_common_noun(actor.id) for actor in called] == [True, True]


def test_governments_and_whoever_a_text_names_have_a_name():
    named = ROSTER.government("mx"), ROSTER.named("Sons of Liberty"), ROSTER.actors["hezbollah"]
    assert [is_common_noun(actor.id) for actor in named] == [False, False, False]
