"""Asking an online service, in the background: a slow or dead one never holds the page."""

import threading
from dataclasses import dataclass, field

import streamlit as st

from components.errors import ReaderError
from components.panels.notes import Note
from components.panels.settings import gazetteer, online
from components.panels.text import escape
from components.places.online import OnlineGazetteer
from components.records import Place

# A quick answer is there with the click; for a slow one the page goes on meanwhile.
_AT_ONCE_S = 0.6
_POLL_S = 1.0


@dataclass
class Inquiry:
    """A name that a service is asked for.

    Args:
        service: The service.
        words: The name.
        places: What it knows, once it has answered.
        refused: Why it gave no answer, in words, "" if it did.
    """

    service: OnlineGazetteer
    words: str
    places: tuple[Place, ...] = ()
    refused: str = ""
    _ended: threading.Event = field(default_factory=threading.Event)

    def start(self) -> "Inquiry":
        """Ask in a thread of its own."""
        threading.Thread(target=self._ask, daemon=True).start()
        return self

    def wait(self, seconds: float) -> bool:
        """Wait for the answer, at most so long; return whether it is over."""
        return self._ended.wait(seconds)

    def _ask(self) -> None:
        self.refused = "The look-up stopped for a reason that Whoheld does not know."
        try:
            self.places = self.service.lookup(self.words)
            self.refused = ""
        except ReaderError as refused:
            self.refused = str(refused)
        finally:
            self._ended.set()


def found_online(words: str, key: str) -> list[Place]:
    """Draw the button that asks the online service; return what it answered for these words.

    Args:
        words: The name, "" draws nothing.
        key: Makes the keys differ from those of other forms.
    """
    try:
        service = online()
    except ReaderError as refused:
        st.html(Note("bad", str(refused)).html())
        return []
    if service is None or not words:
        return []
    asked = f"{key}_asked"
    if st.button("Look up online", key=f"{key}_online", type="tertiary"):
        st.session_state[asked] = Inquiry(service, words).start()
    inquiry = st.session_state.get(asked)
    if not isinstance(inquiry, Inquiry) or inquiry.words != words:
        return []
    provider = inquiry.service.provider
    if not inquiry.wait(_AT_ONCE_S):
        _watch(asked)
        return []
    if inquiry.refused:
        st.html(Note("bad", inquiry.refused).html())
        return []
    found = [gazetteer().place(place.id) or place for place in inquiry.places]
    nothing = "" if found else f"{provider.title} knows no such place. "
    st.caption(f"{nothing}{provider.credit}")
    return found


@st.fragment(run_every=_POLL_S)
def _watch(asked: str) -> None:
    inquiry = st.session_state.get(asked)
    if not isinstance(inquiry, Inquiry) or inquiry.wait(0):
        st.rerun()
    st.html(
        f'<p class="quiet" role="status">Asking {escape(inquiry.service.provider.title)} about '
        f"“{escape(inquiry.words)}”. You can go on meanwhile.</p>"
    )
