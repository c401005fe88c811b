"""A small world, written out, that shows every mark."""

import copy

import pytest


def interval(state, standing, parties, start, *, last_report=None, words="", claims=()):
    return {
        "state": state,
        "standing": standing,
        "parties": list(parties),
        "start": list(start),
        "from": start[0] and start[0 if standing == "inferred" or state == "contested" else 1],
        "last_report": last_report or start[1] or start[0],
        "claims": list(claims),
        "against": [],
        "rule": "one side",
        "words": words,
    }


def feature(place_id, name, lon, lat, *history, importance=2, country="SY", native=""):
    return {
        "type": "Feature",
        "id": place_id,
        "geometry": {"type": "Point", "coordinates": [lon, lat]},
        "properties": {
            "name": name,
            "native": native,
            "kind": "city",
            "admin1": "Idlib",
            "country": country,
            "importance": importance,
            "mentioned_only": not history,
            "history": list(history),
        },
    }


def collection_of(*features, **facts):
    return {
        "type": "FeatureCollection",
        "whoheld": {
            "first_day": "2011-01-01",
            "last_day": "2015-05-20",
            "known_by": "2026-11-22",
            "stale_after_days": 900,
            "articles": 1,
            "claims": 7,
            "parties": {
                "sy-government": {
                    "name": "Government",
                    "phrase": "the government",
                    "kind": "government",
                },
                "sy-opposition": {
                    "name": "Opposition",
                    "phrase": "the opposition",
                    "kind": "opposition",
                },
            },
            "reports": {"2015-03-28": 3},
            **facts,
        },
        "features": list(features),
    }


IDLIB = feature(
    "geonames:169389",
    "Idlib",
    36.63393,
    35.93062,
    interval("held", "inferred", ["sy-government"], [None, "2011-01-01"]),
    interval(
        "contested",
        "claimed",
        ["sy-government", "sy-opposition"],
        ["2015-03-24", "2015-03-24"],
        words="Fought over: the government and the opposition",
    ),
    interval(
        "held",
        "claimed",
        ["sy-opposition"],
        ["2015-03-28", "2015-03-28"],
        words="Held by the opposition, one side says so",
        claims=["c-idlib"],
    ),
    importance=3,
    native="إدلب",
)
JISR = feature(
    "geonames:169304",
    "Jisr al-Shughur",
    36.32084,
    35.81458,
    {
        # Nothing is known before it: it is shown from the first possible day.
        **interval("held", "claimed", ["sy-opposition"], ["2011-01-01", "2011-12-31"]),
        "from": "2011-01-01",
    },
    interval("held", "corroborated", ["sy-opposition"], ["2015-03-29", "2015-05-04"]),
    native="جسر الشغور",
)
ALEPPO = feature("geonames:170063", "Aleppo", 37.16117, 36.20124, importance=3, native="حلب")


@pytest.fixture
def collection():
    return copy.deepcopy(collection_of(IDLIB, JISR, ALEPPO))
