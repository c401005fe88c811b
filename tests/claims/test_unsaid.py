"""What a text leaves unsaid or says in a way that the parser does not know."""

import pytest

from tests.claims.telling import asserted, claims_of, read_text, with_actors


def told(reader, text):
    """Return kind, place as written, and who gained or lost, of all asserted claims."""
    return with_actors(asserted(reader, text), "gaining", "holding", "losing")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Clashes between SAF and RSF in Um Rawaba. RSF withdrew and SAF took control.",
            ("captured", "Um Rawaba", "rsf", "saf"),
        ),
        (
            "Al Shabaab captured Kismayo. The militants withdrew after two hours.",
            ("lost", "Kismayo", "al-shabaab"),
        ),
        (
            "Troops of the SAF retook Umm Rawaba. They include Tendelti, Umm Rawaba and Kosti.",
            ("captured", "Kosti", "saf"),
        ),
    ],
)
def test_a_place_left_unsaid_is_the_one_told_just_before(reader, text, claim):
    assert claim in told(reader, text)


def test_who_raids_a_place_and_leaves_has_not_lost_it(reader):
    found = told(reader, "Al Shabaab attacked Kismayo. The militants withdrew after two hours.")
    assert not any(kind in {"captured", "lost"} for kind, *_ in found)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Boko Haram Overruns Gwoza, Emir Missing", ("captured", "Gwoza", "boko-haram")),
        ("RSF troops in control of Nyala", ("held", "Nyala", "rsf")),
        ("Kherson, liberated on 11 November, was shelled again.", ("captured", "Kherson")),
        (
            "The LNA withdrew from Sebha and GNA forces took control of it.",
            ("captured", "Sebha", "gna", "lna"),
        ),
        (
            "It took the army two weeks to wrest Sinja from the RSF.",
            ("captured", "Sinja", "rsf", "saf"),
        ),
        (
            "The Syrian army and its Lebanese ally Hezbollah captured al-Qusayr on Wednesday.",
            ("captured", "al-Qusayr", "hezbollah", "sy-government"),
        ),
    ],
)
def test_a_clause_that_the_parser_misreads_is_read_all_the_same(reader, text, claim):
    assert claim in told(reader, text)


def test_a_name_that_nothing_knows_is_a_place_not_found(reader):
    reading = read_text(reader, "Qerwanshil was captured by the RSF on Friday.")
    claim = next(c for c in reading.claims if c.kind == "captured")
    assert (claim.toponym, claim.reason_code) == ("Qerwanshil", "not_found")


def test_where_a_place_lies_is_not_what_was_taken(reader):
    text = "Government forces stormed Daraya, a suburb southwest of Damascus, and took it."
    assert not any(place == "Damascus" for _, place, *_ in told(reader, text))


def test_posts_in_a_town_do_not_colour_the_town(reader):
    text = "The Iraqi army took over positions in Sinjar from the PMF."
    assert told(reader, text) == set()


def test_anti_houthi_forces_are_not_the_houthis(reader):
    found = told(reader, "Anti-Houthi forces captured Mokha.")
    assert found
    assert not any("houthis" in claim for claim in found)


def test_what_is_being_cleared_is_not_yet_taken(reader):
    text = "State media said Douma was being cleared of terrorists."
    assert not any(kind == "captured" for kind, *_ in told(reader, text))


@pytest.mark.parametrize(
    "base", ["the army camp at Brigade 93", "the sprawling base of the army's Brigade 93"]
)
def test_the_camp_at_a_base_is_that_base(reader, base):
    text = f"Islamic State captured Raqqa in January 2014. On Thursday it seized {base}."
    found = {(kind, place, gainer) for kind, place, gainer, *_ in told(reader, text)}
    assert ("captured", "Brigade 93", "islamic-state") in found


@pytest.mark.parametrize(
    "text",
    [
        "Idlib, from which the Syrian army withdrew on Saturday, was quiet.",
        "Driven out of Idlib, the Syrian army dug in at Ariha.",
        "With Idlib lost, the Syrian army dug in at Ariha.",
        "The Syrian army moved out of Idlib on Saturday.",
        "The Syrian army is out of Idlib.",
    ],
)
def test_a_place_is_left_however_the_clause_is_built(reader, text):
    claims = claims_of(reader, text)
    assert {(c.kind, c.toponym) for c in claims if c.counted} == {("lost", "Idlib")}


@pytest.mark.parametrize(
    "text",
    [
        "The last 120 rebels left Zabadani for Idlib on Monday.",
        "The rebels withdrew from Zabadani to spare its residents.",
        "The rebels melted away from Zabadani.",
        "Islamic State fighters retreated from Zabadani westwards to Madaya.",
        "Residents found the rebels gone from Zabadani.",
        "The rebels' withdrawal from Zabadani was a matter of strategy.",
    ],
)
def test_who_leaves_a_place_has_lost_it(reader, text):
    claims = claims_of(reader, text)
    assert {(c.kind, c.toponym) for c in claims if c.counted} == {("lost", "Zabadani")}


@pytest.mark.parametrize(
    "text",
    [
        "The rebels began to pull out of Zabadani.",
        "Wagner began handing Zabadani over to Syrian troops.",
        "The command has allowed the rebels to leave Zabadani.",
        "SDF to hand Manbij to Syrian army",
        "The rebels' withdrawal from Zabadani is a matter of days.",
        "The rebel commander left Zabadani for Idlib.",
        "Rebels kept Zabadani supplied.",
    ],
)
def test_who_is_only_about_to_leave_has_not(reader, text):
    claims = claims_of(reader, text)
    assert {(c.kind, c.toponym) for c in claims if c.counted} == set()


def test_it_after_a_camp_that_lies_at_a_town_is_the_camp(reader):
    text = "Minusma has quit its camp at Kidal; the CSP took it over within the hour."
    claims = claims_of(reader, text)
    assert {(c.kind, c.toponym) for c in claims} == {
        ("lost", "camp at Kidal"),
        ("captured", "camp at Kidal"),
    }


def test_there_is_the_place_spoken_of(reader):
    text = "The KNLA pulled out of Myawaddy on Tuesday; junta soldiers raised their flag there."
    claims = claims_of(reader, text)
    assert {(c.kind, c.toponym) for c in claims if c.counted} == {
        ("lost", "Myawaddy"),
        ("captured", "Myawaddy"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Shops closed. A day later the army drove them out.",
        "The army has since pushed the rebels out.",
        "Prices rose. Many hid. Then soldiers chased them out.",
    ],
)
def test_who_is_driven_out_loses_the_place_told_last(reader, text):
    claim = ("captured", "Saraqib", "sy-government", "sy-opposition")
    assert claim in told(reader, f"Rebels captured Saraqib in Syria on 3 May 2019. {text}")


@pytest.mark.parametrize(
    "text",
    [
        "Hunger drove people out.",
        "Families fled to Binnish. The army drove them out.",
        "The army pushed them out of a hospital.",
        "The army failed to drive them out.",
    ],
)
def test_nothing_is_taken_where_people_leave_or_another_place_was_named_between(reader, text):
    text = f"Rebels captured Saraqib in Syria on 3 May 2019. {text}"
    told_of = {claim[:2] for claim in told(reader, text) if "sy-government" in claim[2:]}
    assert ("captured", "Saraqib") not in told_of


def test_a_place_told_two_sentences_before_is_still_spoken_of(reader):
    text = (
        "Somalia. Clashes broke out in Moqokori on Friday. Fighters came from all sides."
        " By noon soldiers had left and Al Shabaab seized control."
    )
    assert ("captured", "Moqokori", "al-shabaab") in told(reader, text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Islamic State captured Sirte in 2015. The group was ousted in December 2016.",
            ("lost", "Sirte", "islamic-state"),
        ),
        (
            "Boko Haram overran Bama in 2014. The jihadists were driven out by Nigerian soldiers.",
            ("captured", "Bama", "boko-haram", "ng-government"),
        ),
        (
            "Mukalla was held by al-Qaeda until the group was driven out in April 2016.",
            ("lost", "Mukalla", "al-qaeda"),
        ),
    ],
)
def test_who_was_driven_out_lost_the_place_that_was_told_before(reader, text, claim):
    assert claim in told(reader, text)


def test_civilians_and_officials_who_are_driven_out_lose_no_place(reader):
    text = "The Syrian army retook Saraqeb. Five journalists were expelled, the mayor was ousted."
    assert {kind for kind, *_ in told(reader, text)} == {"captured"}


def test_driving_officials_to_flee_is_no_flight_of_those_who_drive_them(reader):
    text = (
        "The Houthis took over Saada and other parts of Yemen in 2014, driving government members"
        " to flee towards the south."
    )
    assert ("lost", "Saada", "houthis") not in told(reader, text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Islamic State overran Derna in 2015 before being ousted by the Libyan National Army.",
            ("captured", "Derna", "islamic-state", "lna"),
        ),
        (
            "Boko Haram seized Gwoza on Monday, only to be driven out by the Nigerian army.",
            ("captured", "Gwoza", "boko-haram", "ng-government"),
        ),
        ("Boko Haram seized Gwoza but was driven out.", ("lost", "Gwoza", "boko-haram")),
        (
            "Boko Haram seized Gwoza but was driven out by hunger.",
            ("lost", "Gwoza", "boko-haram"),
        ),
    ],
)
def test_who_drives_the_takers_out_has_the_place(reader, text, claim):
    assert claim in told(reader, text)
