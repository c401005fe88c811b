"""Places: a gazetteer that needs no network, names in running text, and which place they mean."""

from components.places.added import (
    AddedFile,
    GazetteerFileError,
    list_added,
    remove_added,
)
from components.places.adding import add_file
from components.places.gazetteer import Gazetteer, Match
from components.places.index import GazetteerError
from components.places.marked import toponyms_at
from components.places.official import OfficialAddress, official_addresses
from components.places.opening import gazetteer_revision, open_gazetteer
from components.places.resolution import Candidate, Resolution, resolve, resolve_name
from components.places.toponyms import Toponym, find_toponyms

__all__ = [
    "AddedFile",
    "Candidate",
    "Gazetteer",
    "GazetteerError",
    "GazetteerFileError",
    "Match",
    "OfficialAddress",
    "Resolution",
    "Toponym",
    "add_file",
    "find_toponyms",
    "gazetteer_revision",
    "list_added",
    "official_addresses",
    "open_gazetteer",
    "remove_added",
    "resolve",
    "resolve_name",
    "toponyms_at",
]
