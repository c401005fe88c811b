"""The words that say who takes, leaves, holds or fights for a place, read from data/lexicon."""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, get_args

from components.errors import BadRecordError
from components.records import ClaimKind

_DATA = Path(__file__).resolve().parents[2] / "data" / "lexicon"
_KINDS = frozenset(get_args(ClaimKind))
_PREFIX = re.compile(r"\b(re|over|counter)-")
_LETTERS = re.compile(r"[a-z]+")
_VOWELS = frozenset("aeiou")
ROLES = ("gaining", "losing", "holding", "attacking", "defending")

Slots = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """One entry of the lexicon; data/lexicon/*.toml explains the fields."""

    id: str
    kind: ClaimKind
    place: Slots = ()
    verbs: Slots = ()
    nouns: Slots = ()
    particles: Slots = ()
    objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    complements: frozenset[str] = frozenset()
    prep_nouns: Mapping[str, frozenset[str]] = field(default_factory=dict)
    with_: Slots = ()
    only: Slots = ()
    only_if_goal: frozenset[str] = frozenset()
    gaining: Slots = ()
    losing: Slots = ()
    holding: Slots = ()
    attacking: Slots = ()
    defending: Slots = ()
    kind_for: Mapping[str, ClaimKind] = field(default_factory=dict)
    veto: frozenset[str] = frozenset()
    veto_verbs: frozenset[str] = frozenset()
    needs: str = ""
    needs_support: frozenset[str] = frozenset()
    needs_failure: bool = False
    needs_owner: bool = False
    needs_settlement: bool = False
    weak: bool = False
    first_party: bool = False
    captured_if_gaining: bool = False
    lost_if_no_gaining: bool = False
    implied: bool = False
    participle: bool = False
    complement_kind: str = ""

    def slots(self, role: str) -> Slots:
        """Return where the parties with a role stand."""
        return {
            "gaining": self.gaining,
            "losing": self.losing,
            "holding": self.holding,
            "attacking": self.attacking,
            "defending": self.defending,
        }[role]


_SETS = frozenset(
    {
        *("objects", "subjects", "complements", "only_if_goal", "veto", "veto_verbs"),
        "needs_support",
    }
)


def parse_frame(row: Mapping[str, Any], where: str) -> Frame:
    """Check one entry of the lexicon.

    Raises:
        BadRecordError: A field is unknown or a kind is; the message names the entry.
    """
    known = {f.name.rstrip("_") for f in fields(Frame)}
    unknown = set(row) - known
    if unknown:
        msg = f"{where}: entry {row.get('id')!r} has the unknown field {min(unknown)!r}."
        raise BadRecordError(msg)
    if row.get("kind") not in _KINDS:
        msg = f"{where}: entry {row.get('id')!r} has the kind {row.get('kind')!r}; use one of "
        msg += f"{sorted(_KINDS)}."
        raise BadRecordError(msg)
    if not row.get("verbs") and not row.get("nouns"):
        msg = f"{where}: entry {row.get('id')!r} names neither verbs nor nouns."
        raise BadRecordError(msg)
    values: dict[str, Any] = {}
    for name, value in row.items():
        key = "with_" if name == "with" else name
        if name in _SETS:
            values[key] = frozenset(value)
        elif name == "prep_nouns":
            values[key] = {prep: frozenset(nouns) for prep, nouns in value.items()}
        else:
            values[key] = tuple(value) if isinstance(value, list) else value
    return Frame(**values)


class Lexicon:
    """Frames by verb and by noun, and the base form of each inflected form."""

    def __init__(
        self,
        frames: Iterable[Frame],
        forms: Mapping[str, Any],
        grammar: Mapping[str, Iterable[str]],
    ) -> None:
        """Index frames; `Lexicon.load` reads them from files."""
        self.by_verb: dict[str, list[Frame]] = {}
        self.by_noun: dict[str, list[Frame]] = {}
        for frame in frames:
            for verb in frame.verbs:
                self.by_verb.setdefault(verb, []).append(frame)
            for noun in frame.nouns:
                self.by_noun.setdefault(noun, []).append(frame)
        irregular: Mapping[str, list[str]] = forms["irregular"]
        self.verb_of: dict[str, str] = {}
        self.past_of: dict[str, str] = {}
        for verb in self.by_verb:
            past = irregular.get(verb, [_past(verb)])[0]
            parts = irregular.get(verb) or [past, past, _ing(verb)]
            for form in (verb, _third(verb), *parts):
                self.verb_of.setdefault(form, verb)
            self.past_of[_third(verb)] = past
            self.past_of.setdefault(verb, past)
        self.pasts = frozenset(self.past_of.values())
        self.verb_of.update(forms["extra"])
        self.noun_of: dict[str, str] = {}
        for noun in self.by_noun:
            for form in (noun, _third(noun)):
                self.noun_of[form] = noun
        self.grammar = {name: frozenset(words) for name, words in grammar.items()}

    @classmethod
    def load(cls, folder: Path = _DATA) -> "Lexicon":
        """Read the lexicon from its data files.

        Raises:
            BadRecordError: An entry cannot be used; the message names it.
        """
        frames = []
        for name in ("verbs", "nouns"):
            table = tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))
            frames += [parse_frame(row, f"{name}.toml") for row in table["frame"]]
        forms = tomllib.loads((folder / "forms.toml").read_text("utf-8"))
        grammar = json.loads((folder / "grammar.json").read_text("utf-8"))
        return cls(frames, forms, grammar)

    def words(self, name: str) -> frozenset[str]:
        """Return a word list of grammar.json by its name."""
        return self.grammar[name]


def _third(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + "ed"


def _ing(verb: str) -> str:
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"


@dataclass(frozen=True, slots=True)
class Cues:
    """What a sentence must contain to be worth parsing: single words, and phrases."""

    words: frozenset[str]
    phrases: re.Pattern[str]

    def search(self, text: str) -> bool:
        """Return whether a text contains any."""
        # A look-up a word; one pattern of a thousand words takes ten times as long.
        lower = text.lower()
        if not self.words.isdisjoint(_LETTERS.findall(lower)):
            return True
        # "over-ran", "counter-offensive".
        joined = _PREFIX.sub(r"\1", lower)
        if joined != lower and not self.words.isdisjoint(_LETTERS.findall(joined)):
            return True
        return self.phrases.search(text) is not None


def cues_of(lexicon: Lexicon) -> Cues:
    """Return what a sentence must contain to be worth parsing."""
    common = {
        *(
            "be",
            "become",
            "get",
            "go",
            "come",
            "have",
            "put",
            "keep",
            "set",
            "build",
            "move",
            "return",
        ),
        *("run", "live", "stand", "sit", "lie", "open", "continue", "begin", "start", "see", "fly"),
        *("announce", "place", "restore", "prompt", "cause", "press", "stay", "change", "walk"),
        *("end", "cease", "collapse", "crumble"),
        *("stop", "sign", "step", "trade", "switch", "conduct", "renew", "get", "have", "beat"),
    }
    forms = {form for form, verb in lexicon.verb_of.items() if verb not in common}
    forms |= set(lexicon.noun_of) - {"return", "returns", "passage", "passages"}
    forms |= {"control", "hands", "flag", "banner", "siege", "rule", "held", "controlled"}
    forms |= {"possession", "ours", "master", "masters", "ruler", "rulers", "restored", "restoring"}
    forms |= {"charge", "resistance"}
    forms |= {"stronghold", "strongholds", "bastion", "bastions"}
    forms |= lexicon.words("fighting")
    forms = {form for form in forms if len(form) > 2}
    words = frozenset(form for form in forms if _LETTERS.fullmatch(form))
    longer = sorted(map(re.escape, forms - words), key=len, reverse=True)
    moved = r"(?:mov|walk|return|com|go|w?ent|came)\w* (?:back )?(?:into|under|to)"
    moved += r"|(?:has|have|had|now|still) runs?|runs? (?:by|the (?:city|town|village))"
    moved += r"|cl(?:ings?|ung|inging)|h(?:ang|ung|anging) on to|still with|theirs"
    moved += r"|out(?=[,;.]|\s*\Z)|back in(?= (?-i:[A-Z]))|under (?:\w+ ){1,3}flag"
    moved += r"|(?:be|is|are|was|were|been|remain(?:s|ed)?|stay(?:s|ed)?) under"
    moved += r"|(?:end|eliminat)\w* (?:[\w'’-]+ ){1,4}presence"
    moved += r"|out of(?= (?-i:[A-Z]))|(?:moved?|moving|cleared) out|return\w* (?-i:[A-Z])\w+ to"
    moved += (
        r"|been (?-i:[A-Z])\w+ since"
        r"|(?:been|now|still) (?:in|inside)(?= (?-i:[A-Z]))"
        r"|(?:\w+ )?\w+['’]s?(?: once)? (?:again|more)"
    )
    moved += (
        r"|with (?-i:[A-Z])[\w' -]{1,30} gone|mov\w+ (?:its|their|his|all|the (?:last|remaining))"
    )
    moved += r"|gone from|ke(?:eps?|pt) (?-i:[A-Z])\w+|remains? loyal"
    phrases = "|".join((*longer, moved))
    return Cues(words, re.compile(rf"(?<![A-Za-z])(?:{phrases})(?![A-Za-z])", re.IGNORECASE))
