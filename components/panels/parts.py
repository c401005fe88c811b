"""The parts of the page that run by themselves, so that a click costs what it changes.

Streamlit runs the whole script after each click. A click on the map changes the link and the
panel only, so these are a fragment, which listens to the map itself; the link is one of its own
inside it, for moves of the map. Whatever else changes is noticed by the panel, which then asks
for the whole page.
"""

from typing import NoReturn

import streamlit as st
from streamlit.errors import StreamlitAPIException

LINK, PANEL = "link", "panel"


def run_only(*names: str) -> NoReturn:
    """Go on with these parts of the page: for callbacks, the last thing that they do.

    Not for a button's: Streamlit runs it a second time then, and reads the fields that are
    bound to the link from the link as it was.

    Args:
        names: Parts; when one of them is not on the page, all of it runs.
    """
    try:
        st.rerun(list(names))
    except StreamlitAPIException:
        run_all()


def run_all() -> NoReturn:
    """Go on with the whole page."""
    st.rerun()
