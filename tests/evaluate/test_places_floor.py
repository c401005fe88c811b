"""Places in event notes are told as well as before: floors are pinned in tests/gold/floors.json."""

from components.actors import Roster
from components.places import open_gazetteer
from tests.evaluate.places import below_floors, measure_notes


def test_places_in_event_notes_are_told_as_well_as_before(tmp_path):
    counts, faults = measure_notes(open_gazetteer(data_dir=tmp_path), Roster.load())
    assert below_floors(counts) == [], "\n".join(faults)
