"""How a name is meant by the words before it: on the way, beyond, reached, or spoken of."""

import re

from spacy.tokens import Token

from components.claims.mask import Entity
from components.claims.sentence import Sentence

# "of the rebels' stronghold of A".
_OF_THE = (
    r"(?: the (?:[\w'’-]+ ){0,3}"
    r"(?:capital|city|town|village|port|stronghold|bastion|base)(?: of)?,?)?"
)
# "withdrew towards B after losing the city": B is where they went, not what was lost.
_ASIDE = re.compile(
    r"\b(?:towards?|near|outside|away from|reached|reaching|arriv\w+ (?:in|at)"
    r"|(?:speaking|phone|telephone) from"
    r"|(?:ministry|spokes\w+|officials?|government|leaders?|envoys?|diplomats?|talks|council) in"
    r"|(?:north|south|east|west)(?:[- ]?(?:east|west))?(?:ern)? of"
    r"|(?:km|kilomet\w+|miles) (?:from|of)"
    # "withdrew across the Dnipro": a river, a border or a land.
    r"|(?:across|along|beyond) the"
    r"|(?:road|highway|route|way|path) (?:from|to|between)|close to|(?:suburb|district|quarter) of"
    r"|bank of the|based in|listeners in|hospital in|reporters in|native of|residents? of"
    r"|next to(?: the)?|beside(?: the)?"
    # "took A in northern B": B is the land around.
    r"|(?:in|across|of|throughout|from) (?:the )?(?:rural|(?:nor|sou|ea|we)\w+ern)"
    r"|(?:triangle|corridor|line|border|link|links) (?:of|between)"
    r"(?: [\w'-]+(?: [\w'-]+){0,3}(?:,| and))*"
    r"|(?:media|newspapers?|television|radio|correspondents?|reporters) in"
    r"|(?:withdr\w+|retreat\w*|fled|moved|pulled (?:out|back)) from [\w' -]{2,40} to(?:wards?)?"
    r"|(?:withdr\w+|retreat\w*|back|advanc\w+|fled|moved|headed|redeployed)\s+to)"
    # "north of the capital, B".
    rf"{_OF_THE}\s+\Z"
)
LIES = re.compile(
    r"\b(?:(?:north|south|east|west)(?:[- ]?(?:east|west))? of|(?:km|kilomet\w+|miles) from"
    r"|close to|next to(?: the)?|beside(?: the)?|(?:suburb|outskirts) of"
    r"|links? between(?: [\w'-]+(?: [\w'-]+){0,3}(?:,| and))*)"
    rf"{_OF_THE} \Z"
)
EDGE = re.compile(r"\b(?:outskirts|edge|edges|gates|suburbs) of \Z")
# What the town is called at whose edge something happens.
EDGED = frozenset({"town", "city", "village", "port", "capital"})
ARRIVED = re.compile(r"\b(?:reached|reaching|arriv\w+ (?:in|at))\s+\Z")
# Where those live who tell of a town: that one, if no other was spoken of.
LIVED_IN = re.compile(
    r"\b(?:(?:residents?|inhabitants?) of|an? (?:official|elder|doctor|teacher|priest) in)\s+\Z",
    re.IGNORECASE,
)
# "An official in A said the town": A, whatever other town was spoken of.
SPEAKS_IN = re.compile(
    r"\b(?:an? (?:official|elder|resident|villager) (?:in|of))\s+\Z", re.IGNORECASE
)
# "the garrison of A" are the soldiers there: A is the town.
GARRISON = re.compile(r"\bgarrison (?:of|in|at) \Z", re.IGNORECASE)
_PACTS = frozenset(
    {
        *("agreement", "agreements", "accord", "accords", "deal", "pact", "treaty", "talks"),
        *(
            "process",
            "summit",
            "declaration",
            "protocol",
            "protocols",
            "conference",
            "negotiations",
        ),
    }
)
# How many code points before a name say how it is meant.
LEAD = 64


def is_on_the_way(lead: str) -> bool:
    """Return whether a name stands behind words like "near", "towards" or "the road to"."""
    # In small letters: letting through either case takes three times as long.
    return _ASIDE.search(lead.lower()) is not None


def is_on_the_side(entity: Entity, sentence: Sentence) -> bool:
    """Return whether a name speaks ("Kinshasa said") or calls a party ("a Nuer militia")."""
    token = next((t for t in sentence.doc if sentence.place(t) is entity), None)
    if token is None:
        return False
    head = token.head
    if token.dep_ == "nsubj" and sentence.is_(head, "say"):
        return True
    party = head.lower_ in sentence.lexicon.words("group_words") or sentence.actor(head) is not None
    titles = sentence.lexicon.words("person_titles")
    official = any(t.lower_ in titles for t in (head, *head.children) if t.i > token.i)
    if official and token.dep_ in {"poss", "compound", "nmod"}:
        # "A's governor said".
        return True
    # "the Cotonou agreement" was made there, and is no place.
    pact = head.lower_ in _PACTS and head.i > token.i
    return token.dep_ in {"compound", "amod", "nmod"} and (party or pact)


def is_spoken_from(entity: Entity, sentence: Sentence) -> bool:
    """Return whether a name says where something is told: "In A, the ministry said".

    So with "at a briefing in A, the minister said", not with "in A, residents said".
    """
    token = next((t for t in sentence.doc if sentence.place(t) is entity), None)
    if token is None or token.dep_ != "pobj" or token.head.lower_ not in {"in", "at", "from"}:
        return False
    above = token.head.head
    for _ in range(2):
        if above.dep_ == "pobj" and above.head.dep_ == "prep":
            # "at a briefing in A"
            above = above.head.head
    if above.dep_ == "nsubj" and _tells(above.head, sentence):
        # "a spokesman in A said"
        return not sentence.is_(above, "locals")
    if not _tells(above, sentence):
        return False
    speakers = [c for c in above.children if c.dep_ == "nsubj"]
    return bool(speakers) and not any(sentence.is_(c, "locals") for c in speakers)


def _tells(verb: Token, sentence: Sentence) -> bool:
    return sentence.is_(verb, "say") or sentence.is_(verb, "deny")
