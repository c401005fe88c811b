"""Worlds built from literal records, for tests and for benches of other packages."""

import random
from datetime import date, timedelta
from typing import Any

from components.records import (
    Actor,
    Article,
    Attribution,
    Claim,
    DateInterval,
    Membership,
    Mention,
    Party,
    Place,
    Reading,
    Span,
    claim_digest,
)
from components.territory import World

ARTICLE_ID = "seed"
TEXT = (
    "Syrian opposition groups including Ahrar al-Sham and al Qaeda's Syria affiliate Nusra Front"
    " announced they seized control over 'Jisr al-Shughur' city.\n\n"
    "The announcement comes after three days of heavy confrontations with Syrian regime forces,"
    " according to the Syrian Observatory for Human Rights (SOHR).\n\n"
    '"Fatah Army" which is an operation room comprises the main opposition factions along with'
    " Nusra Front started the battle to capture Idlib city on March 24.\n\n"
    "The alliance took over Idlib on March 28 after four days of fighting against regime forces"
    " and still advancing towards the districts of the coastal provinces.\n\n"
    "In 2011, the Syrian opposition forced regime security forces out of Jisr al-Shughur.\n\n"
    "Jisr al-Shughur has a strategic position as it is situated near the main regime supply lines"
    " between Aleppo and the Syrian coastal regions."
)
IDLIB = Place(
    "geonames:169389",
    "Idlib",
    "city",
    35.93062,
    36.63393,
    "SY",
    "",
    "geonames",
    "إدلب",
    "Idlib",
    165000,
)
JISR = Place(
    "geonames:169304",
    "Jisr al-Shughur",
    "town",
    35.81458,
    36.32084,
    "SY",
    "",
    "geonames",
    "جسر الشغور",
    "Idlib",
    39917,
)
ALEPPO = Place(
    "geonames:170063",
    "Aleppo",
    "city",
    36.20124,
    37.16117,
    "SY",
    "",
    "geonames",
    "حلب",
    "Aleppo",
    1602264,
)
GOVERNMENT = Actor(
    "sy-government", "Government", "government", ("Syrian regime",), "the government", country="SY"
)
OPPOSITION = Actor(
    "sy-opposition", "Opposition", "opposition", ("Syrian opposition",), "the opposition"
)
FATAH = Actor("fatah-army", "Fatah Army", "opposition", (), "the Fatah Army", "sy-opposition")
AHRAR = Actor("ahrar-al-sham", "Ahrar al-Sham", "opposition", (), "", "sy-opposition")
NUSRA = Actor("nusra-front", "Nusra Front", "jihadist", (), "the Nusra Front")
SOHR = Actor(
    "sohr",
    "Syrian Observatory for Human Rights",
    "monitor",
    ("SOHR",),
    "the Syrian Observatory for Human Rights",
)
MEMBERSHIPS = (Membership("nusra-front", "fatah-army", date(2015, 3, 24), None),)
REPORTED = DateInterval(date(2015, 3, 29), date(2015, 5, 9))


def sentences_of(text, article_id=ARTICLE_ID):
    """Return one sentence a line: enough for texts written here."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(article_id, at, at + len(line)))
        at += len(line) + 1
    return tuple(spans)


def article(article_id=ARTICLE_ID, text=TEXT, reported=REPORTED, title="", publisher=""):
    """Return an article of these words."""
    return Article(
        article_id, text, sentences_of(text, article_id), title, publisher, "", "en", reported
    )


def parties(**roles) -> Any:
    """Return parties by role: `parties(gaining=["a", "b"], losing=["c"])`."""
    named: dict[Any, list[str]] = roles
    return tuple(Party(a, role, a) for role, actors in named.items() for a in actors)


def claim(
    kind,
    place_id,
    event,
    given_parties,
    *,
    source="the article",
    basis="press",
    evidence=None,
    reported=REPORTED,
    counted=True,
    stance="asserted",
    reason_code="",
    reason="",
    toponym="",
    ordinal=0,
):
    """Return a claim with defaults for what a test does not care about."""
    evidence = evidence or Span(ARTICLE_ID, 0, 1)
    return Claim(
        claim_digest(evidence, kind, stance, given_parties, toponym, place_id, ordinal),
        kind,
        stance,
        given_parties,
        place_id,
        toponym,
        event,
        reported,
        Attribution(source, basis),
        evidence,
        counted,
        reason_code,
        reason,
        "test 1",
    )


def example_article():
    """Return the article of the example, shortened to the sentences that matter."""
    return article(title="Syrian opposition captures strategic city in Idlib province")


def example_claims():
    """Return what a good reader finds in the example."""
    lines = example_article().sentences
    day = DateInterval.on
    return (
        claim(
            "captured",
            JISR.id,
            DateInterval(date(2015, 3, 29), date(2015, 5, 9)),
            parties(gaining=[AHRAR.id, NUSRA.id], losing=[GOVERNMENT.id]),
            source="Ahrar al-Sham and the Nusra Front",
            basis="gaining side",
            evidence=lines[0],
            toponym="Jisr al-Shughur",
        ),
        claim(
            "contested",
            JISR.id,
            DateInterval(date(2015, 3, 26), date(2015, 5, 6)),
            parties(attacking=[OPPOSITION.id], defending=[GOVERNMENT.id]),
            source="Syrian Observatory for Human Rights",
            basis="monitor",
            evidence=lines[1],
            toponym="Jisr al-Shughur",
        ),
        claim(
            "contested",
            IDLIB.id,
            day(date(2015, 3, 24)),
            parties(attacking=[FATAH.id]),
            evidence=lines[2],
            toponym="Idlib",
        ),
        claim(
            "captured",
            IDLIB.id,
            day(date(2015, 3, 28)),
            parties(gaining=[FATAH.id], losing=[GOVERNMENT.id]),
            evidence=lines[3],
            toponym="Idlib",
        ),
        claim(
            "captured",
            None,
            DateInterval(None, date(2015, 5, 9)),
            parties(gaining=[FATAH.id]),
            evidence=lines[3],
            toponym="coastal provinces",
            counted=False,
            reason_code="direction",
            reason="A direction of advance. It names no place that changed hands.",
        ),
        claim(
            "captured",
            JISR.id,
            DateInterval(date(2011, 1, 1), date(2011, 12, 31)),
            parties(gaining=[OPPOSITION.id], losing=[GOVERNMENT.id]),
            evidence=lines[4],
            toponym="Jisr al-Shughur",
        ),
    )


def example_reading():
    """Return the example as a reader would hand it to the ledger."""
    text = example_article()
    names = {"Jisr al-Shughur": JISR, "Idlib": IDLIB, "Aleppo": ALEPPO}
    mentions = []
    for name, place in names.items():
        at = TEXT.find(name)
        while at >= 0:
            mentions.append(Mention(Span(text.id, at, at + len(name)), name, place.id))
            at = TEXT.find(name, at + 1)
    mentions.sort(key=lambda m: m.span)
    return Reading(
        text,
        example_claims(),
        tuple(mentions),
        (ALEPPO, IDLIB, JISR),
        (AHRAR, FATAH, GOVERNMENT, NUSRA, OPPOSITION, SOHR),
    )


def example_world():
    """Return the world of the example."""
    return world_of(example_reading())


def world_of(*readings, memberships=MEMBERSHIPS):
    """Return the world that these readings make."""
    counts = {}
    for reading in readings:
        for mention in reading.mentions:
            if mention.place_id:
                counts[mention.place_id] = counts.get(mention.place_id, 0) + 1
    return World(
        claims=tuple(c for r in readings for c in r.claims),
        places={p.id: p for r in readings for p in r.places},
        mentions=counts,
        actors={a.id: a for r in readings for a in r.actors},
        memberships=tuple(memberships),
        articles=len(readings),
    )


def place(place_id, name, kind="town", population=0):
    """Return a place of which little is known."""
    return Place(place_id, name, kind, 35.0, 37.0, "SY", "", "made up", population=population)


def world_from(given_places, *claims, memberships=()):
    """Return the world of these places and claims, with the actors of the example."""
    actors = (AHRAR, FATAH, GOVERNMENT, NUSRA, OPPOSITION, SOHR)
    return World(
        claims=tuple(claims),
        places={p.id: p for p in given_places},
        mentions={},
        actors={a.id: a for a in actors},
        memberships=tuple(memberships),
        articles=len({c.evidence.article_id for c in claims}),
    )


def synthetic_world(n_places, seed=0, claims_per_place=10):
    """Return a large invented world: places on a grid, six parties, five years of reports."""
    rnd = random.Random(seed)  # noqa: S311 (a bench, not a secret)
    names = [
        ("gov", "Government", "government"),
        ("opp", "Opposition", "opposition"),
        ("isis", "Islamic State", "jihadist"),
        ("kurd", "Kurdish-led", "kurdish"),
        ("nusra", "Nusra Front", "jihadist"),
        ("turk", "Turkish-backed", "foreign"),
    ]
    actors = {i: Actor(i, n, k, (), n) for i, n, k in names}
    places, claims, first = {}, [], date(2011, 3, 15)
    kinds = ["captured"] * 4 + ["held"] * 3 + ["contested"] * 2 + ["lost", "repelled", "besieged"]
    for n in range(n_places):
        place = Place(
            f"synthetic:{n}",
            f"Place {n}",
            rnd.choice(["city", "town", "village"]),
            32.5 + 4.6 * rnd.random(),
            35.8 + 6.4 * rnd.random(),
            "SY",
            "",
            "synthetic",
            "",
            "Somewhere",
            rnd.choice([500, 5000, 50000, 500000]),
        )
        places[place.id] = place
        for k in range(claims_per_place if n % 20 else 0):
            kind = rnd.choice(kinds)
            one, two = rnd.sample(list(actors), 2)
            start = first + timedelta(days=rnd.randrange(1800))
            event = DateInterval(start, start + timedelta(days=rnd.choice([0, 0, 0, 3, 30])))
            roles = {
                "captured": {"gaining": [one], "losing": [two]},
                "held": {"holding": [one]},
                "contested": {"attacking": [one], "defending": [two]},
                "lost": {"losing": [one]},
            }.get(kind, {"attacking": [one], "defending": [two]})
            assert event.latest
            claims.append(
                claim(
                    kind,
                    place.id,
                    event,
                    parties(**roles),
                    source=rnd.choice(["SOHR", "Reuters", "SANA", "the article"]),
                    basis=rnd.choice(["gaining side", "losing side", "monitor", "press"]),
                    evidence=Span(
                        f"a{rnd.randrange(max(1, n_places // 3))}", n * 50 + k, n * 50 + k + 1
                    ),
                    reported=DateInterval(event.latest, event.latest + timedelta(days=2)),
                    toponym=place.name,
                )
            )
    return World(tuple(claims), places, dict.fromkeys(places, 1), actors, (), n_places // 3)
