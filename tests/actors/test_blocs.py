"""Which party carries on another."""

from datetime import date

from components.actors import Roster, forerunners_of
from components.records import Actor, Membership


def actor(actor_id, kind="opposition"):
    return Actor(actor_id, actor_id.title(), kind, (), "", "", "")


ACTORS = {a.id: a for a in map(actor, ("one", "two", "whole"))}
SINCE = date(2017, 1, 28)


def test_a_coalition_carries_on_the_only_one_of_its_kind_that_never_leaves():
    joined = [
        Membership("one", "whole", SINCE, None),
        Membership("two", "whole", SINCE, date(2017, 7, 20)),
    ]
    assert forerunners_of(ACTORS, joined) == {"whole": "one"}


def test_what_several_join_for_good_carries_on_none_of_them():
    joined = [Membership(member, "whole", SINCE, None) for member in ("one", "two")]
    assert forerunners_of(ACTORS, joined) == {}


def test_another_kind_is_not_carried_on():
    actors = {**ACTORS, "whole": actor("whole", "jihadist")}
    assert forerunners_of(actors, [Membership("one", "whole", SINCE, None)]) == {}


def test_hayat_tahrir_al_sham_carries_on_the_nusra_front():
    roster = Roster.load()
    assert forerunners_of(roster.actors, roster.memberships)["hts"] == "nusra-front"
