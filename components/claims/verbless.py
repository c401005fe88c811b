"""Headlines without a verb: "Rebels in A after army flees", "Liberated so far: A, B"."""

from collections.abc import Sequence

from spacy.tokens import Token

from components.claims.discourse import PartyRef
from components.claims.lexicon import Frame
from components.claims.match import Found
from components.claims.members import names_from
from components.claims.parties import PartyFinder
from components.claims.sentence import Sentence, Target
from components.claims.subjects import subjects_of
from components.claims.targets import targets_of

_TAKEN = Frame(id="headline-in", kind="captured")
_LEFT = Frame(id="headline-out", kind="lost")
# A longer sentence is no headline.
_MOST = 16
# The most words before the colon of a heading.
_HEADING = 7
_TODAY = frozenset({"today", "yesterday", "date", "now"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_FRONT = _NOUNS | {"DET", "ADJ", "NUM"}
_AFTER = frozenset({"after", "as", "while"})
_GOING = frozenset(
    {"flee", "leave", "withdraw", "retreat", "run", "go", "quit", "pull", "collapse"}
)
_IN = frozenset({"in", "inside"})


def verbless(sentence: Sentence, finder: PartyFinder, country: str) -> list[Found]:
    """Return what a headline without a verb of its own says of who came to a place or left it.

    "Rebels in A" alone may be a caption: somebody must be out or have fled, or the rebels be back.
    """
    doc = sentence.doc
    if not 2 < len(doc) <= _MOST or any(t.pos_ in {"VERB", "AUX"} for t in doc[:4]):
        return []
    reader = _Headline(sentence, finder, country)
    return reader.place_first() or reader.party_first()


def under_heading(sentence: Sentence) -> list[Found]:
    """Return what a list under a participle says: "Villages liberated today: A, B and C"."""
    doc = sentence.doc
    colon = next((t.i for t in doc[: _HEADING + 1] if t.text == ":"), 0)
    heading = doc[:colon]
    verbs = [t for t in heading if _told_by(t, sentence)]
    rest = [t for t in heading if t not in verbs]
    plain = all(
        t.pos_ in {"ADV", "DET", "NUM", "ADP"}
        or t.lower_ in _TODAY
        or sentence.is_(t, "settlements")
        or sentence.is_(t, "containers")
        or t.lower_ == "districts"
        or sentence.is_(t, "times")
        or sentence.is_(t, "calendar")
        for t in rest
    )
    if len(verbs) != 1 or not plain:
        return []
    frame = _told_by(verbs[0], sentence)
    names = names_from(colon + 1, sentence)
    listed = names and all(_is_aside(t, sentence) for t in doc[names[-1].i + 1 :])
    targets = [t for n in names for t in targets_of(n, sentence) if not t.reason]
    if frame is None or not listed or not any(t.entity for t in targets):
        return []
    return [Found(frame, frame.kind, verbs[0], tuple(targets), {})]


def _is_aside(token: Token, sentence: Sentence) -> bool:
    """Return whether a word only ends a list, or says in brackets where it lies."""
    return token.text in {".", "!", ",", "(", ")"} or sentence.place(token) is not None


def _told_by(token: Token, sentence: Sentence) -> Frame | None:
    """Return the frame of a participle that tells what befell the places of a list."""
    lexicon = sentence.lexicon
    verb = lexicon.verb_of.get(token.lower_)
    if verb is None or not token.lower_.endswith(("ed", "en", "lost", "run")):
        return None
    frames = lexicon.by_verb.get(verb, ())
    changes = (f for f in frames if f.kind in {"captured", "lost"} and "object" in f.place)
    return next((f for f in changes if not (f.objects or f.particles or f.with_)), None)


class _Headline:
    """One headline."""

    def __init__(self, sentence: Sentence, finder: PartyFinder, country: str) -> None:
        """Bind a sentence, its parties and the country at hand."""
        self.sentence, self.doc = sentence, sentence.doc
        self.finder, self.country = finder, country

    def place_first(self) -> list[Found]:
        """Return what "A: army out, rebels in" says."""
        doc = self.doc
        places = self._places(doc[0])
        if not places or doc[1].text not in {":", "-"}:
            return []
        gone, come = self._ends_with("out", 2), self._ends_with("in", 2)
        return self._told(doc[0], places, come, gone)

    def party_first(self) -> list[Found]:
        """Return what "Rebels in A after army flees" and "Army out of A, rebels in" say."""
        doc = self.doc
        head = self._head_from(0)
        if head is None or head + 2 >= len(doc):
            return []
        i = head + 1
        back = doc[i].lower_ == "back"
        i += doc[i].lower_ in {"back", "now", "again"}
        if doc[i].lower_ == "out" and doc[i + 1].lower_ == "of":
            places = self._places(doc[i + 2])
            ends = self._ends(i + 3)
            come = self._ends_with("in", i + 3)
            return self._told(doc[head], places, come, self._refs(head)) if ends else []
        places = self._places(doc[i + 1]) if doc[i].lower_ in _IN else []
        if not places or not self._ends(i + 2):
            return []
        gone = self._ends_with("out", i + 2) or self._fled(i + 2)
        if not back and not gone:
            return []
        return self._told(doc[head], places, self._refs(head), gone)

    def _told(
        self,
        trigger: Token,
        places: Sequence[Target],
        come: Sequence[PartyRef],
        gone: Sequence[PartyRef],
    ) -> list[Found]:
        """Return a capture by who came, else a loss by who went."""
        if not places or not (come or gone):
            return []
        here = {r.actor.id for r in come}
        losing = [r for r in gone if r.actor.id not in here]
        sides = {"gaining": list(come), "losing": losing}
        parties = {role: refs for role, refs in sides.items() if refs}
        frame = _TAKEN if come else _LEFT
        return [Found(frame, frame.kind, trigger, tuple(places), parties)]

    def _ends(self, i: int) -> bool:
        """Return whether a headline ends or begins anew at a position."""
        if i >= len(self.doc):
            return True
        word = self.doc[i]
        return word.text in {",", ";", ".", "-", ":"} or word.lower_ in _AFTER

    def _fled(self, start: int) -> list[PartyRef]:
        """Return B of "after B flees", whatever the parser makes of the verb."""
        for token in self.doc[start:]:
            lemma = self.sentence.lexicon.verb_of.get(token.lower_, token.lemma_.lower())
            if lemma in _GOING:
                before = token.nbor(-1)
                refs = self._armed([before, *subjects_of(token)])
                if refs:
                    return refs
        return []

    def _ends_with(self, word: str, start: int) -> list[PartyRef]:
        """Return B of "B out" or "B in" where nothing follows."""
        for i in range(start + 1, len(self.doc)):
            last = i + 1 >= len(self.doc) or self.doc[i + 1].text in {",", ";", ".", "-"}
            if self.doc[i].lower_ == word and last:
                return self._armed([self.doc[i - 1]])
        return []

    def _head_from(self, start: int) -> int | None:
        """Return where the noun phrase that opens a headline ends."""
        head = None
        for i in range(start, min(len(self.doc), start + 6)):
            token = self.doc[i]
            if token.pos_ not in _FRONT or self.sentence.place(token):
                break
            head = i if token.pos_ in _NOUNS else head
        return head

    def _places(self, token: Token) -> list[Target]:
        named = self.sentence.entities.get(token.i)
        if named is None or named.kind not in {"place", "name"} or named.container:
            return []
        return [t for t in targets_of(token, self.sentence) if not t.reason]

    def _refs(self, i: int) -> list[PartyRef]:
        return self._armed([self.doc[i]])

    def _armed(self, tokens: Sequence[Token]) -> list[PartyRef]:
        return [r for r in self.finder.parties(tokens, self.country) if r.armed]
