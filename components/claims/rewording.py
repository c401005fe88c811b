"""Words that the parser misreads, with words that say the same and that it knows."""

import re

# "lost A to resistance fighters": the parser reads "to resist".
_TO_RESISTANCE = re.compile(r"\bto (resistance)(?= (?:fighters|forces|groups|troops|units)\b)")
# "Rebels control A": the parser takes the verb for a noun.
_CONTROL = re.compile(
    r"\b(?:[Rr]ebels|[Tt]roops|[Ff]orces|[Ff]ighters|[Mm]ilitants|[Ii]nsurgents|[Ss]oldiers"
    r"|[Jj]ihadists|[Mm]ilitias|[Uu]nits|[Gg]unmen|[Kk]urds|[Ss]eparatists|[Ii]slamists)"
    r"(?: now| still| also)? (control)"
    r"(?=\s*\Z|\s+(?:and|but|the|all|both|most|al|el|town of|city of|[A-Z]))"
)
# A verb that the parser takes for an adjective.
_WREST = re.compile(r"\bwrest(ed|ing|s|)\b")
# "Fell to rebel forces": the parser reads "to rebel".
_TO_REBEL = re.compile(
    r"\bto (rebel)"
    r"(?= (?:forces?|fighters|troops|groups?|units|soldiers|militias?|gunmen|factions?)\b)"
)
# "Over-ran", "re-occupied", "counter-offensive": the parser makes two words of one.
_HYPHEN = re.compile(
    r"\b(?:[Oo]ver(?P<over>-)(?=r[au]n)|[Cc]ounter(?P<counter>-)(?=attack|assault)"
    r"|[Rr]e(?P<re>-)(?=captur|occup|conquer|gain|enter|claim|assert|establish|impos))"
)
# "Re-liberated", "re-seized" are no words of the lexicon, "counteroffensive" none of the parser's.
_AGAIN = re.compile(r"\b[Cc]ounter-?(?=offensive)|\b[Rr]e-(?=liberat|seiz|secur|free)")
# "The army retook A": the parser takes the verb for a noun.
_RETAKE = re.compile(r"\bre-?t(?P<form>ook|aken|aking|akes?)\b")
_RETAKEN = {"ook": "ed", "aken": "ed", "aking": "ing", "akes": "es", "ake": "e"}
# "The Taliban overran A, a city of": the parser makes a name of the verb.
_OVERRUN = re.compile(
    r"\bover(?P<form>ran|running|runs)\b"
    r"|(?<=\b(?:been|were|also) )over(?P<past>run)\b|(?<=\bwas )over(?P<was>run)\b"
    r"|\bover(?P<by>run)(?= by\b)|(?<=\bto )over(?P<to>run)\b"
)
_OVERRAN = {"ran": "ed", "running": "ing", "runs": "es"}
# "Overran troops in A" is no capture of prisoners: the town fell with those who stood in it.
_OVERPOWER = re.compile(
    r"\bover(?P<form>ran|running|runs?)\b"
    r"(?= (?P<the>(?:the|an?|some|many|its|their|his) )?(?:(?!(?:in|at|of|and)\b)[\w'’-]+ ){0,3}?"
    r"(?:troops|soldiers|forces|defenders|garrisons?|units|militiamen|fighters)\b)"
)
# "Army says retakes A": headlines leave out who, and the parser takes the verb for a noun.
_SAYS = re.compile(
    r"\bsays?(?P<who> )(?=(?:has |have )?(?:(?:re)?(?:takes?|taken|captures?d?|seizes?d?"
    r"|conquers?)|gains? control|overruns?|liberates?d?|enters?|loses|controls)\b"
    r"(?! (?:of|from|were|was)\b))"
)
# It makes a noun of "cling to", and of "hang on to" a place to hang on.
_CLING = re.compile(
    r"\b(?:cl(?P<c>ings?|ung|inging)(?: on)? to|h(?P<h>angs?|ung|anging) on to"
    r"|h(?P<o>olds?|eld|olding) (?:on to|onto))\b"
)
# "The army is gone from A", "the army gone from A": it withdrew.
_GONE = re.compile(r"\bgone(?= from )")
# "The last rebels left on Thursday": the parser reads "rebels that were left".
_LEFT = re.compile(
    r"\b(?:rebels|troops|forces|fighters|militants|insurgents|soldiers|jihadists|gunmen|defenders)"
    r" (left)(?= (?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|at (?:dawn|dusk|noon|night)"
    r"|overnight|yesterday|hours|days|without)\b)"
)
# "Rebels 3 Sept captured A", as digests of news have it: the parser explains the rebels by the day.
_BARE_DAY = re.compile(
    r" (?P<day>\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)"
    r"(?= (?:[a-z]+ly )?"
    r"(?:[a-z]+ed|(?:re|over)?took|(?:with)?drew|overran|fell|fled|left|lost|won|held|drove|began)\b)"
)
_BEFORE_DAY = re.compile(
    r"(?:[a-z]{3,}|[A-Z]\w+)\Z"
    r"(?<!\bthe)(?<!\bfrom)(?<!\buntil)(?<!\bsince)(?<!\bafter)(?<!\bbefore)(?<!\band)(?<!day)"
    r"(?<!\bbetween)(?<!\bearly)(?<!\blate)(?<!\bdated)(?<!\btill)(?<!\bthis)(?<!\bin)(?<!\bon)"
)
# The month, which the parser takes for the verb.
_MAY = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?|[Ii]n|[Oo]f|[Bb]y|[Ss]ince|[Uu]ntil|[Ff]rom|[Ee]arly|[Ll]ate"
    r"|[Mm]id|last|this|[Aa]fter|[Bb]efore)[ -](May)\b|\b(May)(?= \d)"
)
# "In 2014 rebels took A": the parser makes one name of the year and the rebels.
_FRONT_DATE = re.compile(
    r"(?:In|On|At|By|Over|During|Since|Late|Early|Earlier|Last|This|Throughout)\b[^,;.:()]{0,34}?"
    r"\b(?:(?:19|20)\d\d|week(?:end)?|month|year|night|morning|evening|spring|summer|autumn|winter"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December)"
    r"(?= (?:(?:[A-Z]\w+|[a-z]+-?(?:backed|led)|government|rebel|opposition|regime|joint|local"
    r"|armed|allied|suspected|loyalist|separatist|insurgent) ){0,2}"
    r"(?:rebels|troops|forces|fighters|units"
    r"|militants|insurgents|soldiers|jihadists|gunmen|guerrillas|separatists|militiamen|militias"
    r"|Islamists|tribesmen|paramilitaries)\b)"
)
# "Russia's MoD": the parser makes a plural of the capitals.
_MINISTRY = re.compile(r"\b(?:MoD|MOD|MinDef)\b(?!-)")
_KEPT = {"ung": "kept", "eld": "kept", "ing": "keep", "ang": "keep", "old": "keep"}
_FORMS = {"ed": "ed", "ing": "ing", "s": "es", "": "e"}


def rewordings(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Return what in text[start:end] gives way to other words: from where, to where, to what."""
    found = [(*m.span(1), "opposition") for m in _TO_RESISTANCE.finditer(text, start, end)]
    found += [(*m.span(1), "insurgent") for m in _TO_REBEL.finditer(text, start, end)]
    found += [(*m.span(m.lastgroup or 0), "") for m in _HYPHEN.finditer(text, start, end)]
    found += [(*m.span(), "") for m in _AGAIN.finditer(text, start, end)]
    found += [(*m.span(1), "hold") for m in _CONTROL.finditer(text, start, end)]
    found += [(*m.span(), "seiz" + _FORMS[m.group(1)]) for m in _WREST.finditer(text, start, end)]
    found += [(*m.span(), _retaken(m)) for m in _RETAKE.finditer(text, start, end)]
    over = {m.start(): _overpower(m) for m in _OVERPOWER.finditer(text, start, end)}
    found += [
        (*m.span(), over.get(m.start()) or _overrun(m)) for m in _OVERRUN.finditer(text, start, end)
    ]
    found += [(*m.span("who"), " it ") for m in _SAYS.finditer(text, start, end)]
    found += [(*m.span(), _keeping(m)) for m in _CLING.finditer(text, start, end)]
    found += [(*m.span(m.lastindex or 1), "April") for m in _MAY.finditer(text, start, end)]
    front = _FRONT_DATE.match(text, start)
    if front and front.end() <= end:
        found.append((front.end(), front.end(), ","))
    found += [(*m.span(1), "withdrew") for m in _LEFT.finditer(text, start, end)]
    for m in _MINISTRY.finditer(text, start, end):
        # Letter by letter, so that the words shown are whole.
        last = m.end() - 1
        found += [(m.start(), last, "minist"), (last, m.end(), "ry")]
    found += [(*m.span(), "withdrawn") for m in _GONE.finditer(text, start, end)]
    found += [
        (m.start("day"), m.start("day"), "on ")
        for m in _BARE_DAY.finditer(text, start, end)
        if _BEFORE_DAY.search(text, max(0, m.start() - 20), m.start())
    ]
    return found


def _retaken(match: re.Match[str]) -> str:
    """Return the form of "recapture" that stands for one of "retake"."""
    return "recaptur" + _RETAKEN[match["form"]]


def _overrun(match: re.Match[str]) -> str:
    """Return the form of "capture" that stands for one of "overrun"."""
    if match["to"]:
        return "capture"
    return "captur" + _OVERRAN.get(match["form"] or "", "ed")


def _overpower(match: re.Match[str]) -> str:
    """Return the form of "overpower" that stands for one of "overrun".

    Without an article the parser takes it for an adjective of the troops.
    """
    form = {"ran": "ed", "running": "ing", "runs": "s"}.get(match["form"], "")
    return f"overpower{form}" + ("" if match["the"] else " the")


def _keeping(match: re.Match[str]) -> str:
    """Return the form of "keep" that stands for one of "cling to"."""
    form = next(f for f in match.groups() if f)
    if form in _KEPT:
        return _KEPT[form]
    return "keeping" if form.endswith("ing") else "keeps"
