"""Claims as rows of JSON Lines."""

import json
from datetime import date

import pytest

from components.errors import BadRecordError
from components.pipeline.rows import claim_rows, claims_from_rows
from components.records import (
    Actor,
    Article,
    Attribution,
    Claim,
    DateInterval,
    Party,
    Place,
    Reading,
    Span,
    claim_digest,
)

TEXT = "Rebels took Idlib on 28 March 2015."
IDLIB = Place("geonames:1", "Idlib", "city", 35.93, 36.63, "SY", "", "geonames")
REBELS = Actor("sy-opposition", "Opposition", "opposition")


def _claim(**changes):
    span = Span("a", 0, len(TEXT))
    parties = (Party("sy-opposition", "gaining", "Rebels"),)
    fields = {
        "id": claim_digest(span, "captured", "asserted", parties, "Idlib", IDLIB.id),
        "kind": "captured",
        "stance": "asserted",
        "parties": parties,
        "place_id": IDLIB.id,
        "toponym": "Idlib",
        "event": DateInterval.on(date(2015, 3, 28)),
        "reported": DateInterval(None, date(2015, 5, 1)),
        "attribution": Attribution("The article", "press"),
        "evidence": span,
        "counted": True,
        "reason_code": "",
        "reason": "",
        "extractor": "test",
    }
    return Claim(**{**fields, **changes})


def _reading(*claims):
    article = Article(
        "a",
        TEXT,
        (Span("a", 0, len(TEXT)),),
        "",
        "",
        "",
        "en",
        DateInterval(None, date(2015, 5, 1)),
    )
    return Reading(article, claims, (), (IDLIB,), (REBELS,))


def _through_json(reading):
    lines = [json.dumps(row) for row in claim_rows(reading)]
    return [(f"line {n}", json.loads(line)) for n, line in enumerate(lines, start=1)]


def test_a_claim_comes_back_from_its_row_unchanged():
    claim = _claim()
    back = claims_from_rows(_through_json(_reading(claim)), {REBELS.id: REBELS})
    assert back.claims == (claim,)
    assert back.actors == {REBELS.id: REBELS}
    assert back.sentences == {claim.evidence: TEXT}


def test_a_claim_on_a_place_not_found_keeps_its_name_and_reason():
    claim = _claim(
        id="x",
        place_id=None,
        toponym="Atlantis",
        counted=False,
        reason_code="not_found",
        reason="No gazetteer has this place.",
    )
    (row,) = claim_rows(_reading(claim))
    assert row["place"] is None
    assert claims_from_rows([("line 1", row)], {}).claims == (claim,)


def test_rows_without_an_id_get_the_digest_of_their_content():
    claim = _claim()
    (row,) = claim_rows(_reading(claim))
    del row["id"]
    assert claims_from_rows([("line 1", row)], {}).claims == (claim,)


@pytest.mark.parametrize(
    ("field", "value"), [("event", None), ("kind", "liberated"), ("start", "zero"), ("parties", 3)]
)
def test_a_row_of_the_wrong_shape_is_named_with_its_line(field, value):
    (row,) = claim_rows(_reading(_claim()))
    with pytest.raises(BadRecordError, match="line 1"):
        claims_from_rows([("line 1", {**row, field: value})], {})


def test_a_row_that_lacks_a_field_says_which():
    (row,) = claim_rows(_reading(_claim()))
    del row["toponym"]
    with pytest.raises(BadRecordError, match="toponym"):
        claims_from_rows([("line 1", row)], {})
