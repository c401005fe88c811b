"""The rules that decide, in words, where more than one place or one day is concerned."""

from dataclasses import replace
from datetime import date

import pytest

from components.records import DateInterval, Membership, Span
from components.territory import (
    Origin,
    Selection,
    World,
    build_history,
    change_words,
    changes_between,
    rule_words,
    stages,
)
from tests import builders
from tests.builders import FATAH, GOVERNMENT, NUSRA, OPPOSITION, claim, parties

ON = DateInterval.on
P = builders.place("p", "P")
MARCH = date(2015, 3, 1)


def said(kind, day, source, article, basis="press", stance="asserted", **roles):
    return claim(
        *(kind, "p", ON(day), parties(**roles)),
        source=source,
        basis=basis,
        stance=stance,
        evidence=Span(article, 0, 9),
        reported=ON(day),
        toponym="P",
        counted=stance == "asserted",
        reason_code="" if stance == "asserted" else "denied",
    )


TAKEN = said("captured", MARCH, "SOHR", "a", gaining=[NUSRA.id], losing=[GOVERNMENT.id])
# Something later, so that the timeline goes on.
LATER = replace(said("held", date(2017, 6, 1), "SOHR", "z", holding=[GOVERNMENT.id]), place_id="q")
PLACES = [P, builders.place("q", "Q")]


def turning(*claims):
    return build_history(
        builders.world_from(
            PLACES,
            *claims,
            memberships=[
                Membership(NUSRA.id, FATAH.id, None, date(2016, 7, 27)),
                Membership(NUSRA.id, GOVERNMENT.id, date(2017, 1, 28), None),
            ],
        )
    )


def test_a_place_goes_with_its_holder_and_nobody_is_said_to_have_taken_it():
    history = turning(TAKEN, LATER)
    told = stages(history, "p")
    assert [(s.words, s.interval.start.earliest) for s in told[1:]] == [
        ("Held by the opposition, one side says so", MARCH),
        ("Held by the Nusra Front, one side says so", date(2016, 7, 28)),
        ("Held by the government, one side says so", date(2017, 1, 28)),
    ]
    assert told[2].lead == "Its holder changed sides"
    assert told[2].rule.startswith("The Nusra Front stands alone from 28 July 2016 on")
    assert told[3].rule.startswith("The Nusra Front counts with the government from 28 January")
    turned = history.changes(date(2016, 1, 1), date(2017, 3, 1))
    assert [c.is_of_hands for c in turned] == [False, False]
    assert change_words(turned[1], history).startswith("counted with the government")
    found = changes_between(history, date(2016, 1, 1), date(2017, 3, 1))
    assert [d.words for d in found.places] == [
        "counted with the government, as its holder is from then on"
    ]


def test_the_calendar_of_coalitions_adds_nothing_after_the_last_report():
    history = turning(TAKEN)
    assert len(history.intervals("p")) == 2
    assert history.intervals("p")[-1].end is None
    assert history.last_day == MARCH


def test_allies_that_part_keep_the_place_together_until_a_report_names_one():
    both = said("captured", MARCH, "SOHR", "a", gaining=[NUSRA.id, OPPOSITION.id])
    named = said("held", date(2017, 3, 1), "AP", "b", holding=[NUSRA.id])
    history = turning(both, named, LATER)
    assert [history.parties(i) for i in history.intervals("p")] == [
        (OPPOSITION.id,),
        (GOVERNMENT.id,),
    ]


def test_with_factions_apart_nothing_turns():
    world = turning(TAKEN, LATER).world
    history = build_history(world, Selection(factions=True))
    assert [history.parties(i) for i in history.intervals("p")[1:]] == [(NUSRA.id,)]


def lead_and_rule(*claims, **changes):
    world = replace(builders.world_from(PLACES, *claims), **changes)
    history = build_history(world)
    return rule_words(history, history.intervals("p")[-1])


def test_an_admission_by_the_loser_is_named():
    admitted = said(*("lost", MARCH, "the army", "b", "losing side"), losing=[GOVERNMENT.id])
    lead, rule = lead_and_rule(TAKEN, admitted)
    assert lead == "Two independent sources"
    assert "The side that lost it says so itself, against its own interest." in rule


def test_a_denial_is_told_with_what_it_denies():
    denied = said(
        *("captured", MARCH, "the army", "b", "losing side", "denied"),
        gaining=[NUSRA.id],
        losing=[GOVERNMENT.id],
    )
    lead, rule = lead_and_rule(TAKEN, denied)
    assert lead == "Sources disagree"
    assert rule.startswith(
        "SOHR: captured from the government by the Nusra Front. Denied by the army."
    )


def test_copies_of_one_text_are_named_as_such():
    again = replace(TAKEN, id="again", evidence=Span("b", 0, 9), attribution=TAKEN.attribution)
    again = replace(again, attribution=replace(again.attribution, source="AP"))
    origins = {a: Origin("", "", "", ON(MARCH)) for a in "ab"}
    _, rule = lead_and_rule(TAKEN, again, origins=origins, copies=(("a", "b"),))
    assert "SOHR and AP say so, in articles that are nearly one text." in rule


PROVINCE = builders.place("idlib", "Idlib", "province")
TOWN = replace(builders.place("town", "Ariha"), admin1="Idlib")
ELSEWHERE = replace(builders.place("elsewhere", "Hama"), admin1="Hama")


def area(*, whole):
    taken = replace(TAKEN, place_id="idlib", whole=whole)
    plain = builders.world_from([PROVINCE, TOWN, ELSEWHERE], taken)
    return build_history(plain)


def test_a_claim_on_a_province_says_nothing_of_its_towns():
    assert area(whole=False).place_ids == ("idlib",)


def test_a_claim_on_all_of_a_province_speaks_for_the_towns_in_it_and_no_others():
    history = area(whole=True)
    assert history.place_ids == ("idlib", "town")
    assert history.intervals("town")[-1].claim_ids == (TAKEN.id,)


@pytest.mark.parametrize(
    ("district", "places"),
    [
        ("SY0705", ("idlib", "town")),
        # Neither the code of a whole province nor none at all tells what lies in a district.
        ("SY-ID", ("idlib",)),
        ("", ("idlib",)),
    ],
)
def test_all_of_a_district_reaches_the_places_whose_codes_begin_with_its_own(district, places):
    inside = replace(TOWN, pcode="SY070503" if district == "SY0705" else "SY-ID")
    outside = replace(ELSEWHERE, pcode="SY0706")
    area = replace(PROVINCE, kind="district", pcode=district)
    whole = replace(TAKEN, place_id="idlib", whole=True)
    assert build_history(builders.world_from([area, inside, outside], whole)).place_ids == places


@pytest.mark.parametrize("first", [0, 1])
def test_all_of_an_area_and_reports_on_a_town_are_one_story(first):
    whole = replace(TAKEN, place_id="idlib", whole=True)
    own = replace(
        said("captured", date(2015, 5, 1), "AP", "b", gaining=[GOVERNMENT.id]), place_id="town"
    )
    told = [whole, own]
    start = build_history(builders.world_from([PROVINCE, TOWN], told[first]))
    world = builders.world_from([PROVINCE, TOWN], *told)
    assert isinstance(world, World)
    history = build_history(world, previous=start)
    assert [i.holder_ids for i in history.intervals("town")] == [
        (GOVERNMENT.id,),
        (NUSRA.id,),
        (GOVERNMENT.id,),
    ]
    assert history.folded.rows == build_history(world).folded.rows


def test_what_tells_namesakes_apart_is_left_out_while_only_one_of_them_occurs():
    first = replace(GOVERNMENT, name="Government (first)")
    second = replace(GOVERNMENT, id="second", name="Government (second)")
    plain = builders.world_from([P], TAKEN)
    world = replace(plain, actors={**plain.actors, first.id: first, second.id: second})
    alone = build_history(world)
    assert alone.name(first.id) == "Government"
    back = said("captured", date(2015, 4, 1), "SOHR", "b", gaining=[second.id])
    both = build_history(replace(world, claims=(TAKEN, back)))
    assert (both.name(first.id), both.name("second")) == (first.name, second.name)
