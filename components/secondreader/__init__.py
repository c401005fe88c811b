"""A second reader, by choice: a language model behind any OpenAI-compatible server.

Only the sentences that may speak of control are sent, each with its neighbours. Every answer is
verified against the text; what fails is not used and is counted with its reason. What only the
second reader says is recorded but colours no place until a person accepts it. Off by default.
"""

from components.secondreader.agreement import Agreement, accepted, agreement_of, agreement_words
from components.secondreader.carrying import carried
from components.secondreader.reading import SecondReader, SecondReading
from components.secondreader.server import Checked, check
from components.secondreader.settings import SecondReaderSettings, from_environment, what_leaves

__all__ = [
    "Agreement",
    "Checked",
    "SecondReader",
    "SecondReaderSettings",
    "SecondReading",
    "accepted",
    "agreement_of",
    "agreement_words",
    "carried",
    "check",
    "from_environment",
    "what_leaves",
]
