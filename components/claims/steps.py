"""Parses sentences without letting go of the interpreter's lock.

The parser's own loop lets it go, then takes it back for each number it compares, some fifty
thousand times an article of 360 words: that costs more than the parsing. The steps are the same.
"""

from collections.abc import Callable, Iterator
from typing import Any

from spacy.language import Language
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc
from spacy.util import minibatch

_PARSER = "parser"
_STEPS = "parser_steps"


class StepParser:
    """Parses as the model's parser does, all sentences of a batch one step at a time."""

    def __init__(self, parser: DependencyParser) -> None:
        """Bind the parser, which takes the steps."""
        self._parser: Any = parser

    def __call__(self, doc: Doc) -> Doc:
        """Set the heads and relations of one sentence."""
        return self._parsed([doc])[0]

    def pipe(self, docs: Iterator[Doc], *, batch_size: int) -> Iterator[Doc]:
        """Set the heads and relations of many sentences, `batch_size` at a time."""
        for batch in minibatch(docs, batch_size):  # type: ignore[no-untyped-call]  # spaCy's
            yield from self._parsed(list(batch))

    def _parsed(self, docs: list[Doc]) -> list[Doc]:
        states = self._parser.moves.init_batch(docs)
        going = [state for state in states if not state.is_final()]
        if going:
            scores = self.scorer(docs)
            while going:
                going = self._parser.transition_states(going, scores(going))
        self._parser.set_annotations(docs, states)
        return docs

    def scorer(self, docs: list[Doc]) -> Callable[[list[Any]], Any]:
        """Return what weighs the next steps of some sentences.

        The model sets up for learning at each step, which takes longer than the sums. They are
        done here alone, where the model has both its layers and knows every kind of step.
        """
        model = self._parser.model.predict(docs)
        if model.vec2scores is None or self._parser.model.attrs["unseen_classes"]:
            return model.predict  # type: ignore[no-any-return]  # thinc's
        hidden, upper = model.state2vec, model.vec2scores
        weights, bias, multiply = upper.get_param("W"), upper.get_param("b"), upper.ops.gemm

        def scores(states: list[Any]) -> Any:
            summed = multiply(hidden.predict(model.get_token_ids(states)), weights, trans2=True)
            summed += bias
            return summed

        return scores


@Language.factory(_STEPS)
def _made(nlp: Language, name: str) -> StepParser:  # noqa: ARG001 (spaCy passes the name)
    parser = nlp.get_pipe(_PARSER)
    assert isinstance(parser, DependencyParser)
    return StepParser(parser)


def parse_in_steps(nlp: Language) -> Language:
    """Put the steps in the place of the parser, which stays there to take them.

    A model without a parser that takes the best step each time is left alone.
    """
    if _PARSER not in nlp.pipe_names:
        return nlp
    parser = nlp.get_pipe(_PARSER)
    if isinstance(parser, DependencyParser) and parser.cfg["beam_width"] == 1:
        nlp.add_pipe(_STEPS, after=_PARSER)
        nlp.disable_pipe(_PARSER)
    return nlp
