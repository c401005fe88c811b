"""Names that no lookup knows and no dictionary has: the parser reads them as it reads a town.

A small model takes "Dinder was captured" for a common noun, and "Es Sider" for a verb. Whether such
a name is a place, only the words around it say.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from spacy.language import Language

from components.claims.lexicon import Lexicon
from components.claims.mask import Entity
from components.claims.unlisted import PLAIN

_PART = r"[A-Z][a-zà-öø-ÿāīūēōḥṣṭ'’ʼ`]{1,30}(?:[-‑][A-Za-z][\w'’]{0,30}){0,3}"
_JOINT = r" (?:(?:al|el|ad|ar|as|ash|at|an|ez|az|de|du|da|do|bin|ibn|abu|ul|ur)(?:-| )|e )?"
_RUN = re.compile(
    rf"(?<![\w-])(?:(?:al|el|ad|ar|as|ash|at|an|ez|az|Al|El|Ad|Ar|As|Ash|At|An|Ez|Az)-)?{_PART}"
    rf"(?:{_JOINT}{_PART}){{0,4}}(?![\w])"
)
# Words that begin sentences and that neither dictionary nor list of stop words has.
_ALSO = frozenset({"according", "amid", "despite", "meanwhile", "since", "whom", "versus", "let"})
# An acronym that the roster lacks; "XIV" and "II" are numbers.
_ACRONYM = re.compile(r"(?<![\w-])(?![IVXL]+\b)[A-Z]{3,6}(?:-[A-Z]{1,4})?(?![\w-])")
_WORD = re.compile(r"\S+")
_OPENING = ("person_titles", "settlements", "calendar")
_CLOSING = ("settlements", "sites", "containers", "calendar")
# "Serb-held towns": past forms that no base form is cut from.
_PAST = frozenset({"held", "led", "built", "won", "lost", "torn", "ridden", "fought", "besieged"})
_ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ly", "n", "'s", "’s")
# Ends of common nouns and adjectives that dictionaries leave out.
_COMMON_END = re.compile(r"(?:ian|ist|ists|ism|ese|isation|ization|ment|tion|ness|ship)s?\Z")


def vocabulary_of(nlp: Language) -> frozenset[str]:
    """Return the base forms of English words that the parser's lemmatizer lists."""
    if "lemmatizer" not in nlp.component_names:
        return frozenset()
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]  # spaCy's Lemmatizer
    if "lemma_index" not in lookups.tables:
        return frozenset()
    index = lookups.get_table("lemma_index")
    listed = {word for words in index.values() for word in words}
    return frozenset(listed | nlp.Defaults.stop_words | _ALSO)


def strange_names(
    text: str,
    bounds: tuple[int, int],
    known: Sequence[Entity],
    vocabulary: frozenset[str],
    lexicon: Lexicon,
) -> list[Entity]:
    """Return the unknown names in text[start:end], without overlap with those that are known.

    Args:
        text: The article.
        bounds: First code point of the sentence, and the one after its last.
        known: Names inside it that the lookups know.
        vocabulary: Base forms of English words; none means that nothing is told to be a name.
        lexicon: Says which words are titles, sites and organisations.
    """
    if not vocabulary:
        return []
    found: list[Entity] = []
    for match in _RUN.finditer(text, *bounds):
        start, end = _bare(text, match.start(), match.end(), lexicon)
        words = text[start:end].split()
        if not words or any(e.start < end and start < e.end for e in known):
            continue
        if any(w.casefold() in lexicon.words("org_words") for w in words):
            continue
        after = text[end : end + 40].split()[:1]
        if after and after[0][:1].isupper() and _plain(after[0]) in lexicon.words("org_words"):
            continue
        if not any(_is_strange(word, vocabulary) for word in words):
            continue
        found.append(Entity(start, end, "name", ""))
    taken = [*known, *found]
    for match in _ACRONYM.finditer(text, *bounds):
        start, end = match.span()
        if not any(e.start < end and start < e.end for e in taken):
            found.append(Entity(start, end, "name", ""))
    return found


def _bare(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Leave out titles and words that only begin a sentence, and the noun after a name."""
    words = list(_WORD.finditer(text, start, end))
    while words and _is_in((PLAIN, *map(lexicon.words, _OPENING)), words[0].group()):
        words = words[1:]
    while words and _is_in(map(lexicon.words, _CLOSING), words[-1].group()):
        words = words[:-1]
    if not words:
        return start, start
    end = words[-1].end()
    genitive = re.search(r"['’]s?\Z", text[words[0].start() : end])
    return words[0].start(), end - len(genitive.group()) if genitive else end


def _is_in(lists: Iterable[frozenset[str]], word: str) -> bool:
    plain = _plain(word)
    return any(plain in listed for listed in lists)


def _plain(word: str) -> str:
    return word.casefold().strip(".,;:'’")


def _is_strange(word: str, vocabulary: frozenset[str]) -> bool:
    """Return whether a word is no English one, by its base form or an inflected one."""
    parts = [p for p in re.split(r"[-‑]", _plain(word)) if p]
    return bool(parts) and all(_is_unknown(p, vocabulary) for p in parts)


# The same words come up in every article, and most take several look-ups.
@lru_cache(maxsize=1 << 14)
def _is_unknown(word: str, vocabulary: frozenset[str]) -> bool:
    if word in vocabulary or word in PLAIN or word in _PAST or _COMMON_END.search(word):
        return False
    for ending in _ENDINGS:
        base = word.removesuffix(ending)
        if base != word and (base in vocabulary or base + "e" in vocabulary):
            return False
    doubled = re.sub(r"(.)\1(?:ed|ing)\Z", r"\1", word)
    y = re.sub(r"ie[sd]\Z", "y", word)
    return doubled not in vocabulary and y not in vocabulary
