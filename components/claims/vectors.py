"""Word vectors remembered: what the model makes of a word before it looks at the words around it.

That first layer takes a third of the time of the layers, and knows of a word only its letters, its
shape and whether a blank follows. The same words come up in every article.
"""

from itertools import pairwise
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import Tok2Vec
from spacy.tokens import Doc
from thinc.api import Model

_TOK2VEC = "tok2vec"
# From what the layer is made that embeds words one by one.
_EMBEDDING = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
_MIXED = ("maxout", "layernorm")
# Some 12 MB once they are all known; a corpus of noise must not fill the memory.
_MOST = 1 << 15


class WordVectors:
    """Embeds the words of sentences, each word once."""

    def __init__(self, embedding: Model[Any, Any]) -> None:
        """Bind the layer that embeds words."""
        self._embedding = embedding
        self._features, _, tables, mixed, _ = embedding.layers
        self._tables: Model[Any, Any] = tables.layers[0]
        self._maxout, self._norm = (
            next(layer for layer in mixed.walk() if layer.name == name) for name in _MIXED
        )
        self._number: dict[bytes, int] = {}
        self._vectors: Any = None

    def __call__(self, docs: list[Doc]) -> list[Any]:
        """Return a matrix for each sentence, one row for each of its words."""
        features = self._features.predict(docs)
        rows = np.concatenate(features)
        if len(rows) > _MOST:
            return self._embedding.predict(docs)  # type: ignore[no-any-return]  # thinc's
        keys: list[bytes] = rows.view(f"V{rows.strides[0]}").ravel().tolist()
        numbers = [*map(self._number.get, keys)]
        if None in numbers:
            self._learn(dict(zip(keys, rows, strict=True)))
            numbers = [*map(self._number.get, keys)]
        found = self._vectors[numbers]
        ends = np.cumsum([0, *map(len, features)]).tolist()
        return [found[start:end] for start, end in pairwise(ends)]

    @property
    def known(self) -> int:
        """How many words are remembered."""
        return len(self._number)

    def _learn(self, words: dict[bytes, Any]) -> None:
        """Embed those of some words that are not known yet."""
        if len(self._number) + len(words) > _MOST:
            self._number.clear()
        new = {key: row for key, row in words.items() if key not in self._number}
        vectors = self._embedded(np.stack([*new.values()]))
        known = len(self._number)
        if self._vectors is None:
            self._vectors = np.empty((_MOST, vectors.shape[1]), dtype=vectors.dtype)
        self._vectors[known : known + len(new)] = vectors
        self._number.update(zip(new, range(known, known + len(new)), strict=True))

    def _embedded(self, rows: Any) -> Any:
        """Return the vectors of words that are given by their features."""
        maxout: Model[Any, Any] = self._maxout
        weights: Any = maxout.get_param("W")
        bias: Any = maxout.get_param("b")
        # One word at a time: in a product of matrices the last bits of a row depend on where it
        # stands, and what is read must not depend on what was read before.
        words = self._tables.predict(rows)[:, np.newaxis]
        mixed = np.matmul(words, weights.reshape(-1, weights.shape[-1]).T)
        best, _ = maxout.ops.maxout(mixed.reshape(-1, *bias.shape) + bias)
        return self._norm.predict(best)


def _forward(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[Any, Any]:  # noqa: ARG001 (thinc passes it)
    return model.attrs["vectors"](docs), None


def remember_words(nlp: Language) -> Language:
    """Put remembered vectors in the place of the layer that embeds words.

    A model whose first layers are others is left alone.
    """
    pipe = nlp.get_pipe(_TOK2VEC) if _TOK2VEC in nlp.pipe_names else None
    if isinstance(pipe, Tok2Vec) and len(pipe.model.layers) == 2:
        embedding = pipe.model.layers[0]
        kinds = tuple(layer.name.partition("(")[0] for layer in embedding.layers)
        if kinds == _EMBEDDING and set(_MIXED) <= {layer.name for layer in embedding.walk()}:
            vectors = WordVectors(embedding)
            pipe.model.layers[0] = Model("word_vectors", _forward, attrs={"vectors": vectors})
    return nlp
