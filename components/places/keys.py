"""Keys under which a place name is found again when it is spelled another way.

A name has three keys, from strict to loose; each is a function of the one before, so two
names that agree on a strict key agree on every looser one:

- light: case, accents, apostrophes, hyphens and stray blanks are gone;
- bare: articles (al-, ash-, El) are gone too, and parts like Tall and Tell are one;
- skeleton: what romanisations disagree on (ou/u, q/k, -ah/-eh, doubled letters) is gone.
"""

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache

_APOSTROPHES = "'’‘`´ʹʺʻʼʽʾʿˈˊˋ′‵ʿʾ՚׳״＇“”\"«»"
_LETTERS = {
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe",
    "ß": "ss", "ə": "e", "ħ": "h", "ŋ": "ng", "ŧ": "t", "ɣ": "g", "ƙ": "k", "ɗ": "d", "ɓ": "b",
    "ƴ": "y",
    "ى": "ي", "ة": "ه", "ء": "", "ـ": "", "ک": "ك", "ی": "ي", "ۀ": "ه", "ە": "ه", "گ": "ك",
    "ґ": "г", "є": "е", "ы": "и", "і": "и", "э": "е", "ъ": "", "ь": "",
}  # fmt: skip
_MARKS = [mark for mark in map(chr, range(0x300, 0xFE30)) if unicodedata.combining(mark)]
_FOLD = str.maketrans(
    dict.fromkeys(_MARKS, "")
    | dict.fromkeys(_APOSTROPHES, "")
    | dict.fromkeys("-‐‑‒–—_/.,()[]·•", " ")
    | _LETTERS
)
_ARTICLE_WORDS = (
    "al el ul an ar as ash at ad az ath adh ez es esh ech ed er et en edh il la le les los las"
    " l the"
)
_ARTICLES = frozenset(_ARTICLE_WORDS.split())
_CYRILLIC_LETTERS = "абвгдежзийклмнопрстуфхцчшщюя"
_LATIN_LETTERS = "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch iu ia"
_CYRILLIC = dict(zip(_CYRILLIC_LETTERS, _LATIN_LETTERS.split(), strict=True))
_CYRILLIC_TABLE = str.maketrans(_CYRILLIC)

# Parts of names that reporting spells in many ways, each with the spelling it stands for here.
_SPELLINGS = (
    "tal tall tell tel tul",
    "kafr kafar kfar kefr kufr kfr kafer",
    "ain ayn ein ayin",
    "dair deir dayr der deyr dar",
    "um umm oum om oumm",
    "abu abou abo aboo albu",
    "jabal jebel djebel jabel gebel gabal jbel",
    "wadi ouadi oued wady",
    "shaikh sheikh shaykh cheikh sheik shekh sheykh cheik",
    "kalat qalaat qalat kalaat qalaa",
    "marat maarrat maaret maarat maarret marrat maara",
    "hirbat khirbet khirbat kherbet khirba",
    "bait beit bayt bet beyt",
    "bin ben ibn",
    "saint st ste sainte sankt",
    "mount mt",
    "bani beni bany",
    "burj borj bourj burg",
    "bir bier beer bir",
    "nahr nahar",
    "marj merj marge",
    "khan han",
    "tin teen",
    "busra bosra busr",
    "birnin birni",
    "debre debra dabra",
    "balad beled belet",
    "north northern nord",
    "south southern sud",
    "east eastern est",
    "west western ouest",
    "nova novaya novaia",
    "novi novyi novy novye",
    "velika velyka velikaya velikaia",
    "velikii velykyi veliki velyki veliky",
    "mala malaya malaia",
    "stara staraya staraia",
    "verkhnie verkhnye",
    "krasnii krasny krasnyi krasniy",
)
_PARTS = {spelling: group.split()[0] for group in _SPELLINGS for spelling in group.split()}
# First parts that are also written together with what follows; shorter ones begin other words.
_JOINED = tuple(
    sorted((part for part in _PARTS if len(part) >= 3 and part.isascii()), key=len, reverse=True)
)
_LEAST_REST = 4

_ENDINGS = re.compile(
    r"(?:(?P<sk>sk)(?:oye|oie|oe|e|ii|yi|y|iy|yy|i|aya|aia|a)"
    r"|(?P<ivka>(?:y?e|i?i|yi|o|ye)vka)"
    r"|(?P<ov>[oe]v)(?:oye|oe|oie|e|o)"
    r"|(?P<yn>(?<=..)[iy]n)(?:oye|oe|e|o)"
    r"|(?P<a>aya|aia))$"
)
_MAY_END = re.compile(r"sk|v|n|a[yi]a")
_DOUBLED = re.compile(r"(.)\1+")
_LAST_VOWEL = re.compile(r"(?<=..)(?:ia|ai|i|a)$")
_CONSTRUCT = re.compile(r"(?<=...)[aei]t$")


class Tier(IntEnum):
    """How well a name in a text agrees with a name in the gazetteer; lower is better."""

    EXACT = 0
    LIGHT = 1
    BARE = 2
    SKELETON = 3


def written_key(name: str) -> str:
    """Return the name as written, without case and with single blanks."""
    return " ".join(unicodedata.normalize("NFC", name).replace("’", "'").casefold().split())


def light_key(name: str) -> str:
    """Return the name without case, accents, apostrophes, hyphens and repeated blanks."""
    if name.isalpha() and name.isascii():
        return name.lower()
    if name.isascii():
        return " ".join(name.lower().translate(_FOLD).split())
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return " ".join(decomposed.translate(_FOLD).split())


def bare_key(light: str) -> str:
    """Return a light key without articles and with one spelling of common parts (Tall, Tell).

    A name that is nothing but articles keeps them.
    """
    return " ".join(_bare_words(light)) or light


def _bare_words(light: str) -> list[str]:
    words = light.split()
    if light[:1].isascii():
        if len(words) == 1:
            return words
        kept = [word for word in words if word not in _ARTICLES]
        return [_PARTS.get(word, word) for word in kept] if len(kept) > 1 else kept or words
    return [
        word.removeprefix("ال") if len(word) > 4 and word.startswith("ال") else word
        for word in words
    ]


def parted_key(light: str) -> str:
    """Return a single word as its first part and the rest: "kafarzita" is "kafar zita".

    Empty where it does not begin with such a part.
    """
    if not light.isalpha():
        return ""
    part = next((p for p in _JOINED if light.startswith(p)), "")
    rest = light[len(part) :]
    return f"{part} {rest}" if part and len(rest) >= _LEAST_REST else ""


def skeleton_key(light: str) -> str:
    """Return what different romanisations of a light key have in common, without blanks."""
    words = _bare_words(light)
    if len(words) == 1:
        return _word_skeleton(words[0])
    # The -at of Khirbat al-Joz is the -a of Khirba; that of Rabat is not.
    first = "".join(
        [_word_skeleton(_PARTS.get(word) or _CONSTRUCT.sub("a", word)) for word in words[:-1]]
    )
    return first + _word_skeleton(words[-1]) if words else light


@lru_cache(maxsize=500_000)
def _word_skeleton(word: str) -> str:
    if "Ѐ" <= word[:1] <= "ӿ":
        word = word.translate(_CYRILLIC_TABLE)
    elif not word.isascii():
        return word
    word = _PARTS.get(word, word)
    if word[-1:] in "eioya" and _MAY_END.search(word, max(0, len(word) - 7)):
        word = _ENDINGS.sub(lambda m: m.lastgroup or "", word)
    word = _sounds(word)
    if _DOUBLED.search(word):
        word = _DOUBLED.sub(r"\1", word)
    if word[-1:] == "h" and word[-2:-1] not in "sc":
        word = word[:-1]
    return _LAST_VOWEL.sub("a", word) if word[-1:] in "ia" else word


def _sounds(word: str) -> str:
    """Return a word with one letter for the spellings of a sound, consonants first."""
    # A million words are keyed: most have no c or h, and need no look for their spellings.
    if "c" in word:
        word = word.replace("ca", "ka").replace("co", "ko").replace("cu", "ku")
        word = word.replace("cl", "kl").replace("cr", "kr").replace("dsch", "j")
        word = word.replace("sch", "sh").replace("tch", "ch").replace("ck", "k")
    if "j" in word:
        word = word.replace("dj", "j")
    if "h" in word:
        word = word.replace("dzh", "j").replace("ph", "f").replace("kh", "h")
        word = word.replace("gh", "g").replace("dh", "d").replace("th", "t")
    if "gu" in word:
        word = word.replace("gue", "ge").replace("gui", "gi")
    if "y" in word:
        word = word.replace("iyy", "i").replace("iy", "i").replace("yi", "i")
        word = word.replace("ii", "i").replace("ye", "e").replace("ey", "ai").replace("ay", "ai")
    word = word.replace("ii", "i").replace("ou", "u").replace("oo", "u").replace("ee", "i")
    word = word.replace("ei", "ai").replace("aw", "au").replace("ow", "au").replace("x", "ks")
    word = word.replace("q", "k").replace("w", "u").replace("o", "u").replace("e", "i")
    return word.replace("y", "i").replace("au", "u").replace("ai", "i")


def forget_words() -> None:
    """Free what was remembered of single words while a million names were keyed."""
    _word_skeleton.cache_clear()


def tier_of(query: str, name_written: str, name_light: str) -> Tier | None:
    """Return how well `query` agrees with a gazetteer name, None when they differ.

    Args:
        query: The name as it stands in a text.
        name_written: The gazetteer name's `written_key`.
        name_light: The gazetteer name's `light_key`.
    """
    if written_key(query) == name_written:
        return Tier.EXACT
    light = light_key(query)
    if light == name_light:
        return Tier.LIGHT
    if bare_key(light) == bare_key(name_light):
        return Tier.BARE
    if skeleton_key(light) == skeleton_key(name_light):
        return Tier.SKELETON
    return None
