"""Which party spoken of before "the alliance", "the militants" or "the group" points to."""

from spacy.tokens import Token

from components.actors import Roster
from components.claims.discourse import Discourse
from components.claims.groups import STATES, is_nameless, suits_group
from components.claims.sentence import Sentence
from components.claims.subjects import subjects_of
from components.records import Actor

# Words that reporters use of any armed group, jihadists too.
_ANY_FIGHTERS = frozenset({"insurgents", "gunmen", "militia", "insurgent", "attackers"})
_ONE = frozenset({"group", "movement", "faction", "organisation", "organization", "outfit"})


class Descriptions:
    """Resolves definite descriptions of one sentence to parties named before."""

    def __init__(self, sentence: Sentence, roster: Roster, discourse: Discourse) -> None:
        """Bind a sentence to the roster and to what was said before."""
        self.sentence = sentence
        self.roster = roster
        self.discourse = discourse

    def at(  # noqa: C901, PLR0911, PLR0912 (one return for each rule)
        self, token: Token, group: str, country: str
    ) -> Actor | None:
        """Return the actor named before that "the alliance" or "the militants" points to."""
        definite = any(c.lower_ in {"the", "this"} for c in token.children)
        within = (c for c in token.children if c.dep_ in {"compound", "nmod"})
        if any(c.pos_ == "PROPN" and not self.sentence.actor(c) for c in within):
            # "the Tripoli side", "the Jathran militia": named.
            return None
        bare_rebels = group in {"opposition", "jihadist", "armed", "militia", "separatist"}
        if group == "government" or (not definite and not bare_rebels):
            return None
        if token.lower_ not in self.sentence.lexicon.words(
            "group_words"
        ) and token.lemma_.lower() not in self.sentence.lexicon.words("group_words"):
            return None
        if not definite and token.lower_ not in {"rebels", "militants", "insurgents", "jihadists"}:
            return None
        coalition = token.lower_ in {"alliance", "coalition", "room"}
        if coalition:
            before = (self.roster.actors[e.ref] for _, e in self.sentence.actors_before(token))
            for actor in (*before, *reversed(self.discourse.recent)):
                if not suits_group(actor, group) and group == "kurdish":
                    continue
                if actor.id in self.discourse.coalitions or token.lower_ in actor.name.lower():
                    return actor
        own = self.roster.generic(group, country, self.discourse.day).id in self.roster.actors
        beside = self._beside(token) if token.lower_ in _ONE and definite else None
        if beside is not None:
            return beside
        several = {r.actor.id for r in self.discourse.subject}
        for actor in reversed(self.discourse.recent):
            if len(several) > 1 and actor.id in several and token.lower_ in _ONE:
                # Of two that acted together neither is "the group".
                continue
            # "Rebels" says more than "a group"; and who has an opposition means it by the word.
            vaguer = group != "armed" and is_nameless(actor)
            other = group == "opposition" and actor.kind == "militia" and (own or not definite)
            if vaguer or other:
                continue
            suits = suits_group(actor, group) or (
                actor.kind == "jihadist" and token.lower_ in _ANY_FIGHTERS
            )
            if actor.kind not in STATES and suits and self._opposes(actor, country):
                return actor
        later = [
            a
            for a in self.discourse.named
            if suits_group(a, group) and a.kind not in STATES and self._opposes(a, country)
            if not (own and group == "opposition" and a.kind == "militia")
        ]
        if not definite and self.roster.generic(group, country).id in self.roster.actors:
            return None
        fighting = [a for a in later if country in self.roster.fights_in(a.id)]
        return fighting[0] if len(fighting) == 1 and group != "armed" else None

    def _beside(self, token: Token) -> Actor | None:
        """Return B of "all that B holds; the group was driven into it": not who acts on it."""
        acting = {t.i for t in subjects_of(token.head)} - {token.i}
        for t, entity in self.sentence.actors_before(token):
            actor = self.roster.actors[entity.ref]
            if actor.kind in STATES:
                continue
            listed = t.dep_ == "conj" or any(c.dep_ == "conj" for c in t.children)
            return None if listed or t.i in acting else actor
        return None

    def _opposes(self, actor: Actor, country: str) -> bool:
        """Return whether an actor can be "the rebels": the government's and states' allies not."""
        bloc = self.roster.bloc(actor.id, self.discourse.day)
        other = self.roster.actors.get(bloc)
        if other is not None and other.kind == "foreign":
            return country in self.roster.fights_in(actor.id)
        return not country or bloc != self._government(country).id

    def generic_armed(self, token: Token, country: str) -> Actor | None:
        """Return whom "gunmen", "the garrison" or "the forces" means that names nobody."""
        attacking = self.discourse.subject if token.lower_ == "attackers" else ()
        if len(attacking) == 1 and attacking[0].actor.kind not in STATES:
            # "B stormed A. Attackers hoisted a flag."
            return attacking[0].actor
        if token.lower_ in {"militants", "militant", "fighters", "gunmen", "attackers"}:
            label, code = token.lower_, country
            actor = self.roster.generic("armed", code, self.discourse.day)
            name = label.capitalize()
            where = self.roster.countries.get(code)
            shown = f"{name} ({where.name})" if where else name
            return (
                Actor(f"{label}:{code.casefold() or 'unknown'}", shown, "other", (), label)
                if actor
                else None
            )
        subject = self.discourse.subject
        if token.lower_ == "garrison" and country:
            # Whoever attacked was the subject; the garrison is the other side.
            subject = tuple(r for r in subject if r.actor.kind == "government")
            return subject[0].actor if subject else self._government(country)
        # No state's army is called "the armed groups" or "the faction".
        band = token.lemma_.lower() in {*_ONE, "cell"}
        named = subject and not (band and subject[0].actor.kind in STATES)
        if named and any(c.lower_ == "the" for c in token.children):
            return subject[0].actor
        return self.roster.generic("armed", country, self.discourse.day)

    def _government(self, country: str) -> Actor:
        return self.roster.government(country, self.discourse.day)
