"""Other ways in which reports spell a place name, by the languages of its country.

A name's keys take in what romanisations of one language disagree on. What two languages, or two
schools of one, write with other letters is no such disagreement: "Chasiv Yar" and "Chasov Yar",
"Hpakant" and "Phakant". These spellings are kept beside the name.
"""

import re
from collections.abc import Callable

Rule = Callable[[str], str]


def respellings(name: str, country: str) -> tuple[str, ...]:
    """Return a name as other reports of the country's war write it, without what is the same.

    "Krasnohorivka" is "Krasnogorovka" to a Russian reporter, "Xudur" in Somalia is "Hudur".
    """
    found = []
    for rule in _RULES.get(country, ()):
        other = rule(name)
        if other != name and other not in found:
            found.append(other)
    return tuple(found)


def _replaced(*pairs: tuple[str, str]) -> Rule:
    """Return a rule that replaces patterns one after another and keeps a first capital."""
    compiled = [(re.compile(pattern, re.IGNORECASE), to) for pattern, to in pairs]

    def rule(name: str) -> str:
        other = name
        for pattern, to in compiled:
            other = pattern.sub(to, other)
        if other == name:
            return name
        return " ".join(word[:1].upper() + word[1:] for word in other.split())

    return rule


# A Ukrainian h is a Russian g; a Ukrainian i in a closed syllable is a Russian o or e.
_GE = (r"(?<![KSCZTPkscztp])h", "g")
_UKRAINIAN = (
    _GE, (r"\bVu(?=[gh])", "U"), (r"\bBil(?=[aeioy])", "Bel"), (r"\bSiever", "Sever"),
    (r"\bOleks", "Aleks"), (r"\bMykol", "Nikol"), (r"\bKostiantyn", "Konstantin"),
    (r"\bDmytr", "Dmitr"), (r"\bSlovian", "Slavian"), (r"\bDnipr", "Dnepr"), (r"izhzh", "ozh"),
    (r"yiv\b", "iev"), (r"\bSvit", "Svet"), (r"\bVilkh", "Olkh"), (r"\bVil(?=[n'])", "Vol"),
    (r"rih\b", "rog"), (r"\bPivnich", "Sever"), (r"\bZal[iy]z", "Zhelez"),
)  # fmt: skip
_TO_O = ((r"iv\b", "ov"), (r"ivsk", "ovsk"), (r"ivtsi\b", "ovtsy"), (r"rig\b", "rog"))
_TO_E = ((r"iv\b", "ev"), (r"ivsk", "evsk"), (r"ivtsi\b", "evtsy"), (r"rig\b", "rog"))

# Somali writes x for a sharp h and c for an ayn, but "ch" is a sound of foreign names.
_SOMALI = ((r"x", "h"), (r"c(?!h)", ""))

# Burmese breath is written before or after its letter, or not at all; ar, oe, ee stand for vowels.
_BURMESE_AFTER = (r"\bh([ptks])", r"\1h")
_BURMESE_BEFORE = (r"\b([ptk])h(?=[aeiou])", r"h\1")
_BURMESE_WITHOUT = (r"\b(?:h([ptksl])|([ptk])h)", r"\1\2")
_BURMESE_VOWELS = ((r"ar\b", "a"), (r"oe", "o"), (r"gyi\b", "ji"))

_KURDISH = ((r"x", "kh"), (r"ş", "sh"), (r"ç", "ch"))
_FRENCH = ((r"ch", "sh"),)
# Beside the Nile, in the Sahara and at the Gulf a q is spoken and written g.
_GAF = ((r"q", "g"),)
_GIM = ((r"j", "g"),)
_HAUSA_C = ((r"ch", "c"),)
_HAUSA_CH = ((r"c(?!h)(?=[aeiou])", "ch"),)

_RULES: dict[str, tuple[Rule, ...]] = {
    "UA": (_replaced(_GE), _replaced(*_UKRAINIAN, *_TO_O), _replaced(*_UKRAINIAN, *_TO_E)),
    "SO": (_replaced(*_SOMALI),),
    "MM": (
        _replaced(_BURMESE_AFTER),
        _replaced(_BURMESE_BEFORE),
        _replaced(_BURMESE_WITHOUT),
        _replaced(_BURMESE_WITHOUT, *_BURMESE_VOWELS),
    ),
    "SY": (_replaced(*_KURDISH),),
    "IQ": (_replaced(*_KURDISH), _replaced(*_GAF)),
    "TR": (_replaced(*_KURDISH),),
    "LY": (_replaced(*_GAF),),
    "SD": (_replaced(*_GAF), _replaced(*_GIM)),
    "YE": (_replaced(*_GAF), _replaced(*_GIM)),
    "LB": (_replaced(*_FRENCH),),
    "DZ": (_replaced(*_FRENCH), _replaced(*_GAF)),
    "TN": (_replaced(*_FRENCH), _replaced(*_GAF)),
    "MR": (_replaced(*_FRENCH),),
    "NG": (_replaced(*_HAUSA_C), _replaced(*_HAUSA_CH)),
    "NE": (_replaced(*_HAUSA_C), _replaced(*_HAUSA_CH)),
}
