"""Raids that two sentences tell of: "Gunmen stormed A. They burnt houses and killed villagers"."""

import re
from collections.abc import Sequence

from components.claims.drafts import Draft
from components.claims.gainers import is_same_place
from components.claims.groups import STATES
from components.claims.lexicon import Lexicon
from components.claims.losers import NAMED
from components.claims.won import COMING
from components.records import Span

_INVADING = frozenset({"invade"})
_WORDS = ("harming", "killing")
_NO_HARM = frozenset({"clash", "free", "release", "arrest", "detain", "execute"})
# Who goes on to do harm, at the head of a sentence.
_RAIDERS = (
    r"\A\W*(?:[Tt]hey\b|[Tt]he (?:\w+ )?(?:attackers|assailants|gunmen|raiders|militants|bandits"
    r"|fighters|insurgents|jihadists|militiamen|men|rebels|terrorists)\b)"
)
# Who does so stays: "looted shops and now patrol the streets".
_STAYS = re.compile(r"\b(?:now|still|control\w*|flag|remain\w*|patrol\w*|took over|in charge)\b")
_NEXT = 2


def without_retold_raids(
    drafts: Sequence[Draft], text: str, sentences: Sequence[Span], lexicon: Lexicon
) -> None:
    """Let an entry that the next sentences tell as a raid colour nothing, nor the leaving after it.

    Args:
        drafts: The claims of an article in the order of its text.
        text: The article.
        sentences: Its sentences.
        lexicon: Says which words tell of harm.
    """
    harm = _harm(lexicon)
    for number, draft in enumerate(drafts):
        if not _is_coming(draft) or _is_held(draft, drafts):
            continue
        at = next((i for i, s in enumerate(sentences) if s.end >= draft.span.end), len(sentences))
        after = [text[s.start : s.end] for s in sentences[at + 1 : at + 1 + _NEXT]]
        if any(harm.search(said) and not _STAYS.search(said) for said in after):
            for other in drafts[number:]:
                left = other.kind == "lost" and is_same_place(other, draft)
                if other is draft or (left and _takers(draft) & _takers(other)):
                    other.reason = "not_territory"


def _harm(lexicon: Lexicon) -> re.Pattern[str]:
    words = {w for name in _WORDS for w in lexicon.words(name)} - _NO_HARM
    stems = "|".join(sorted(re.escape(w.removesuffix("e")) for w in words))
    return re.compile(
        rf"{_RAIDERS}.{{0,80}}?\b(?:(?:{stems})\w{{0,4}}|burnt|shot|opened fire|stole"
        r"|set [^.]{0,40}(?:ablaze|alight|on fire|fire to))\b"
    )


def _is_coming(draft: Draft) -> bool:
    """Return whether a party that is no state's comes into a place, and no more is told."""
    told = draft.kind == "captured" and draft.status.stance == "asserted"
    told = told and draft.reason in NAMED
    came = draft.found.frame.id in COMING or draft.found.trigger.lemma_.lower() in _INVADING
    takers = draft.parties.get("gaining", [])
    return told and came and not any(r.actor.kind in STATES for r in takers)


def _is_held(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Return whether another statement says that the same party took or holds the place."""
    return any(
        other is not draft
        and other.status.stance == "asserted"
        and not _is_coming(other)
        and other.kind in {"captured", "held"}
        and is_same_place(other, draft)
        and bool(_takers(draft) & _takers(other))
        for other in drafts
    )


def _takers(draft: Draft) -> set[str]:
    return {
        r.actor.id
        for role in ("gaining", "holding", "losing")
        for r in draft.parties.get(role, ())
        if role != "losing" or draft.kind == "lost"
    }
