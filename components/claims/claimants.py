"""Whose claim is spoken of: in "A rejected B's claim that its troops had won", "its" is B's."""

from spacy.tokens import Token

from components.claims.syntax import child, governed

_CLAIMS = frozenset(
    {"claim", "assertion", "allegation", "announcement", "boast", "admission", "insistence"}
)
# How far above a word its claim may stand.
_REACH = 6


def claimants(token: Token) -> list[Token]:
    """Return who makes the claim inside which a pronoun stands, nobody outside one."""
    for above in list(token.ancestors)[:_REACH]:
        if above.pos_ == "NOUN" and above.lemma_.lower() in _CLAIMS:
            owners = [*child(above, "poss", "amod", "compound"), *governed(above, "by")]
            return [o for o in owners if o.pos_ != "PRON"]
        if above.dep_ in {"ROOT", "conj"}:
            return []
    return []
