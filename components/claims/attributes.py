"""Word classes and base forms read off a table: the model's ruler matches nearly 200 patterns on
every token of every sentence; here it and the lemmatizer are asked only about combinations that
they have not answered before.
"""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

_RULER = "attribute_ruler"
_LEMMATIZER = "lemmatizer"
_TABLE = "attribute_table"
# What a rule may look at if its answer is to be kept.
_ASKED = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
_ASKED_OF: list[Any] = ["TAG", "ORTH", "DEP", "IS_SPACE"]
_SET: list[Any] = ["POS", "LEMMA", "MORPH"]
# Far more combinations than English has; a corpus of noise must not fill the memory.
_MOST = 200_000
_Key = tuple[int, int, int, int]


class AttributeTable:
    """Sets what ruler and lemmatizer would set, from what they set before for the same word, tag
    and relation.

    A rule of one token depends on nothing else, so words are asked about without their sentence.
    Where a longer rule may begin, or a token is blank, the sentence is asked about.
    """

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer, vocab: Vocab) -> None:
        """Bind both and note with what the ruler's longer rules begin."""
        self._ruler = ruler
        self._lemmatizer = lemmatizer
        self._known: dict[_Key, list[int]] = {}
        self._vocab = vocab
        self._begins = [rule[0] for rule in _rules(ruler) if len(rule) > 1]
        self._may_begin: dict[tuple[int, int], bool] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set word class, form and base form of every token."""
        keys: list[_Key] = [tuple(row) for row in doc.to_array(_ASKED_OF).tolist()]
        if any(space or self._begins_longer(orth, dep) for _, orth, dep, space in keys):
            return self._asked(doc)
        if len(self._known) > _MOST:
            self._known.clear()
        self._learn(doc, keys)
        if keys:
            values: Any = np.array([self._known[key] for key in keys], dtype=np.uint64)
            doc.from_array(_SET, values)
        return doc

    def _learn(self, doc: Doc, keys: list[_Key]) -> None:
        """Ask about the words of a sentence that are not known yet, in a row of their own."""
        new = {key: i for i, key in enumerate(keys) if key not in self._known}
        if not new:
            return
        told = [doc[i] for i in new.values()]
        row = Doc(
            doc.vocab,
            words=[token.text for token in told],
            tags=[token.tag_ for token in told],
            deps=[token.dep_ for token in told],
            heads=list(range(len(told))),
        )
        self._known.update(zip(new, self._asked(row).to_array(_SET).tolist(), strict=True))

    def _asked(self, doc: Doc) -> Doc:
        return self._lemmatizer(self._ruler(doc))

    def _begins_longer(self, orth: int, dep: int) -> bool:
        key = (orth, dep)
        known = self._may_begin.get(key)
        if known is None:
            strings = self._vocab.strings
            word = {"LOWER": strings[orth].lower(), "DEP": strings[dep]}
            known = any(_may_be(word, pattern) for pattern in self._begins)
            if len(self._may_begin) < _MOST:
                self._may_begin[key] = known
        return known


def _rules(ruler: AttributeRuler) -> Iterator[list[dict[str, Any]]]:
    entries: list[Any] = ruler.patterns
    for entry in entries:
        yield from entry["patterns"]


def _may_be(word: dict[str, str], pattern: dict[str, Any]) -> bool:
    """Return whether a pattern of one token may fit a word, by the parts that can be told."""
    return all(_fits(word[name], wanted) for name, wanted in pattern.items() if name in word)


def _fits(value: str, wanted: Any) -> bool:
    if isinstance(wanted, str):
        return value == wanted
    if isinstance(wanted, dict) and set(wanted) == {"IN"}:
        return value in wanted["IN"]
    if isinstance(wanted, dict) and set(wanted) == {"REGEX"}:
        return re.search(wanted["REGEX"], value) is not None
    return True


@Language.factory(_TABLE)
def _made(nlp: Language, name: str) -> AttributeTable:  # noqa: ARG001 (spaCy passes the name)
    ruler, lemmatizer = nlp.get_pipe(_RULER), nlp.get_pipe(_LEMMATIZER)
    assert isinstance(ruler, AttributeRuler)
    assert isinstance(lemmatizer, Lemmatizer)
    return AttributeTable(ruler, lemmatizer, nlp.vocab)


def read_off_table(nlp: Language) -> Language:
    """Put the table in the place of ruler and lemmatizer, which stay there to be asked.

    A model whose ruler looks at more than the table keeps, or that lacks either, is left alone.
    """
    if nlp.pipe_names[-2:] != [_RULER, _LEMMATIZER]:
        return nlp
    ruler, lemmatizer = nlp.get_pipe(_RULER), nlp.get_pipe(_LEMMATIZER)
    if not isinstance(ruler, AttributeRuler) or not isinstance(lemmatizer, Lemmatizer):
        return nlp
    asked = {name for rule in _rules(ruler) for token in rule for name in token}
    if asked <= _ASKED and lemmatizer.mode == "rule":
        nlp.add_pipe(_TABLE, last=True)
        for name in (_RULER, _LEMMATIZER):
            nlp.disable_pipe(name)
    return nlp
