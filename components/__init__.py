"""Whoheld: who held what, when, and which sentence says so."""
