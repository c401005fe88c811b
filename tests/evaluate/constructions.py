"""Families of constructions: labels call theirs freely, and one name seldom comes twice."""

import re

# A label counts under every family whose words its construction names.
_FAMILIES: dict[str, str] = {
    "ways: takes, seizes, regains": r"retook|retake|regain|took|takes|captur|seiz|recaptur|liberat",
    "ways: overruns, storms, enters": r"overr[au]n|storm|enter|swept|rolled|march|advance",
    "ways: falls, is lost": r"\bf[ae]ll\b|fallen|\blos[ets]",
    "ways: leaves, withdraws": (
        r"\bleft\b|leav|withdr|abandon|vacat|pull|retreat|evacuat|slipp|fled|redeploy"
    ),
    "ways: drives out, clears": r"dr[oi]ve|expel|clear|push|oust|driven",
    "ways: hands over, surrenders": (
        r"hand(?:ed|ing|s)? over|handover|surrender|transfer|cede|passed into|gates"
    ),
    "ways: under control, in hands of": r"control|in (?:\w+ )?hands|administration|rule|occup",
    "ways: holds, keeps": r"\bh[oe]ld|keep|standing|remain|ours|still",
    "ways: flag": r"flag|banner|hoist",
    "ways: siege, blockade, encircled": r"sieg|blockad|encircl|surround|besieg|cut off",
    "ways: fights for, repels": r"clash|fight|repel|repuls|foil|battle|contest",
    "form: passive": r"passive|by-agent",
    "form: participle, reduced relative": r"participle|reduced|relative|-ing\b",
    "form: nominal": r"nominal|noun phrase|the fall of|capture of|takeover",
    "form: headline": r"headline",
    "form: verbless, ellipsis, gapped": r"verbless|ellipsis|gapped",
    "form: history, pluperfect": r"histor|pluperfect",
    "form: said, claimed, quoted": r"said|claim|quot|announc|report",
    "form: first person, us and them": r"first person|our |\bours\b|the enemy",
    "form: list": r"\blists?\b|A and B|A & B|colon",
    "form: apposition, brackets": r"apposition|bracket|container",
    "place: anaphora, description": r"anaphor|descri|by name of|pronoun",
    "place: a site": r"\bsites?\b|base|building|airport|crossing|camp",
    "place: unnamed, part, beside": r"unnamed|\bpart|outskirt|beside|near|no place",
    "date: offset, ordinal, since": r"offset|ordinal|since|night|same day|month|later|before",
    "not so: planned, denied, conditional": (
        r"plan|vow|deni|deny|if\b|condition|hypothet|attempt|fail|negat|counter-claim|question|demand"
    ),
    "euphemism": r"euphem",
}
_COMPILED = {name: re.compile(words, re.IGNORECASE) for name, words in _FAMILIES.items()}
OTHER = "other"


def families_of(construction: str) -> tuple[str, ...]:
    """Return the families that a construction belongs to, `other` when to none."""
    found = tuple(name for name, words in _COMPILED.items() if words.search(construction))
    return found or (OTHER,)
