"""Reads claims: who took, lost, holds or fights for a place, when, and which sentence says so."""

from components.claims.model import load_model
from components.claims.reader import EXTRACTOR, Reader

__all__ = ["EXTRACTOR", "Reader", "load_model"]
