"""Reads claims: who took, lost, holds or fights for a place, when, and which sentence says so."""

from components.claims.model import load_model
from components.claims.reader import Reader
from components.claims.results import EXTRACTOR

__all__ = ["EXTRACTOR", "Reader", "load_model"]
