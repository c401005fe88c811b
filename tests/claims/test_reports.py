"""Whole reports, labelled before the reader saw them: figures may not fall below these floors.

Lowering a floor is a commit of its own.
"""

import pytest

from components.pipeline import load_engine
from tests.claims.score_reports import is_odd, read_reports, score


@pytest.fixture(scope="module")
def reports():
    return read_reports(load_engine())


@pytest.mark.parametrize(
    ("half", "precision", "recall", "coloured"), [("odd", 0.95, 0.84, 1), ("even", 0.86, 0.67, 4)]
)
def test_reports_are_read_as_well_as_before(reports, half, precision, recall, coloured):
    figures = score(reports, [i for i in reports if is_odd(i) == (half == "odd")])
    assert figures.precision >= precision, figures
    assert figures.recall >= recall, figures
    assert figures.traps_coloured <= coloured, figures
