"""Terse notes of event databases: who took what in one line, and raids that take nothing."""

import pytest

from tests.claims.telling import asserted, claims_of, won_and_lost


def changes(reader, text):
    """Return (kind, place, gaining, losing) of each change, of places not found too."""
    told = [
        c
        for c in asserted(reader, text)
        if c.reason_code != "ambiguous" and c.kind in {"captured", "lost", "transferred"}
    ]
    return won_and_lost(told, winning=["gaining"])


@pytest.mark.parametrize(
    ("text", "change"),
    [
        (
            "The Libyan National Army retook Ubari on Monday.",
            ("captured", "Ubari", "lna", ""),
        ),
        (
            "Chadian and Nigerien troops retake Malam Fatori as Islamist fighters flee.",
            ("captured", "Malam Fatori", "td-government+ne-government", ""),
        ),
        (
            (
                "On 2 March 2024, in Hsihseng town (Hsihseng township, Shan), a joint force of"
                " PNLA and KNDF seized the town from the Myanmar military."
            ),
            ("captured", "Hsihseng", "pnla+kndf", "mm-junta"),
        ),
        (
            "TNLA, MNDAA and PDF seized Mongmit town.",
            ("captured", "Mongmit", "tnla+mndaa+pdf", ""),
        ),
        (
            "The junta lost control of Falam to resistance fighters.",
            ("captured", "Falam", "opposition:mm", "mm-junta"),
        ),
        (
            "On 3 July 2019, GNA forces advanced and took control of Wadi Qirza south of Tarhuna.",
            ("captured", "Wadi Qirza", "gna", ""),
        ),
        (
            (
                "Al Shabaab fighters attacked soldiers in Gulane (Balcad, Middle Shabelle) and took"
                " control of the village."
            ),
            ("captured", "Gulane", "al-shabaab", ""),
        ),
        (
            "CODECO militiamen clashed with FARDC in Ngazba and took over the village.",
            ("captured", "Ngazba", "codeco", "cd-government"),
        ),
        (
            "FANO militiamen moved into Shewa village hours after Ethiopian forces vacated it.",
            ("captured", "Shewa", "fano", "et-government"),
        ),
        (
            "The Nigerian army announced it is in full control of Gwoza after two days of clashes.",
            ("captured", "Gwoza", "ng-government", ""),
        ),
        (
            "Resistance forces took control of Al Jubah from Houthi forces.",
            ("captured", "Al Jubah", "ye-government", "houthis"),
        ),
        (
            "Syrian troops left Maadan; SDF fighters took control.",
            ("captured", "Maadan", "sdf", "sy-government"),
        ),
        (
            "Taliban militants overran the district center of Khanabad, clashing with police.",
            ("captured", "Khanabad", "taliban", ""),
        ),
        (
            (
                "The army says it is in full control of Damboa in Borno State, after three days of"
                " clashes with Boko Haram militants."
            ),
            ("captured", "Damboa", "ng-government", "boko-haram"),
        ),
        (
            (
                "Al Shabaab fighters moved into Gulane village (Middle Shabelle) hours after"
                " Burundian troops vacated it."
            ),
            ("captured", "Gulane", "al-shabaab", "burundi"),
        ),
        (
            "On 3 May 2021, soldiers retook Pundanhar village (Palma, Cabo Delgado).",
            ("captured", "Pundanhar", "mz-government", ""),
        ),
        (
            "Gangs took control of Carrefour-Feuilles neighborhood in Port-au-Prince.",
            ("captured", "Carrefour-Feuilles neighborhood", "militia:ht", ""),
        ),
        (
            "RUF re-take Makeni.",
            ("captured", "Makeni", "ruf", ""),
        ),
        (
            "UPC rebels drove MPC fighters out of Kaga-Bandoro.",
            ("captured", "Kaga-Bandoro", "upc-cf", "mpc-cf"),
        ),
        (
            "On 6 June 2018, NDC-R combatants took control of Kalembe from APCLS.",
            ("captured", "Kalembe", "ndc-r", "apcls"),
        ),
        (
            "RCD-ML retakes Butembo from RCD-Goma.",
            ("captured", "Butembo", "rcd-ml", "rcd"),
        ),
        (
            "UPC militia seizes Fataki from FNI in Ituri.",
            ("captured", "Fataki", "upc-cd", "fni-cd"),
        ),
        (
            "Coalition forces captured Mokha city from Houthi forces.",
            ("captured", "Mokha", "saudi-coalition", "houthis"),
        ),
        (
            "Emirati-backed forces seized Azzan from AQAP.",
            ("captured", "Azzan", "armed:ye", "aqap"),
        ),
        (
            "On 1 December 2024, JWS forces took control of Tall Rifat after clashes with YPG.",
            ("captured", "Tall Rifat", "sna", "ypg"),
        ),
    ],
)
def test_a_terse_note_says_who_took_what(reader, text, change):
    assert change in changes(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Myanmar military troops entered Pauk town, torched forty houses and left the town.",
        "The Myanmar military torched houses in Pauk town after entering it.",
        "ADF rebels entered Mbau town, killed six civilians and withdrew.",
        "CODECO militiamen stormed Plaine Savo camp, killing 60 IDPs.",
        "Armed men stormed Yorou village, stealing cattle.",
        "Israeli forces stormed Tubas city and clashed with Palestinian militants.",
        "The army is still in control of Bama after a week of clashes with Boko Haram.",
    ],
)
def test_a_raid_changes_no_hands(reader, text):
    assert changes(reader, text) == set()


def test_who_comes_in_and_stays_has_the_town(reader):
    text = "RSF fighters entered Umm Rawaba town and occupied the town hall and the barracks."
    assert any(kind == "captured" for kind, *_ in changes(reader, text))


def test_namesakes_in_lands_the_text_does_not_speak_of_leave_a_name_not_found(reader):
    text = "AMISOM troops captured Bariire village from Al Shabaab in Lower Shabelle, Somalia."
    claims = claims_of(reader, text)
    assert [(c.toponym, c.reason_code) for c in claims] == [("Bariire", "not_found")]


def test_where_they_negotiate_is_not_whose_army_fights(reader):
    text = "The army recaptured Lewaro from Kachin rebels; talks were held in Bangkok."
    claims = claims_of(reader, text)
    gained = [p.actor_id for c in claims for p in c.parties if p.role == "gaining"]
    assert gained == ["mm-junta"]


def test_his_army_is_no_movement_of_which_he_spoke(reader):
    text = (
        "President Bola Tinubu said he wants to drive Boko Haram out of every district of Borno."
        " Since May his army has recovered Gudumbali."
    )
    claims = claims_of(reader, text)
    gained = {p.actor_id for c in claims for p in c.parties if p.role == "gaining"}
    assert "boko-haram" not in gained
