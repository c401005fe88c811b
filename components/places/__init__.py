"""Places: a gazetteer that needs no network, names in running text, and which place they mean."""

from components.places.gazetteer import Gazetteer, Match, open_gazetteer
from components.places.index import GazetteerError
from components.places.marked import toponyms_at
from components.places.resolution import Candidate, Resolution, resolve, resolve_name
from components.places.toponyms import Toponym, find_toponyms

__all__ = [
    "Candidate",
    "Gazetteer",
    "GazetteerError",
    "Match",
    "Resolution",
    "Toponym",
    "find_toponyms",
    "open_gazetteer",
    "resolve",
    "resolve_name",
    "toponyms_at",
]
