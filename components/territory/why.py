"""Why a place has its colour: the rule that decided, in plain sentences."""

from collections.abc import Callable, Iterable, Mapping

from components.control import SIDE_CHANGED
from components.records import Claim, ControlInterval
from components.territory.endings import GONE
from components.territory.history import History
from components.territory.words import (
    capitalised,
    claim_words,
    format_day,
    format_days,
    joined,
    lowered,
)

Words = Callable[[History, ControlInterval], str]

_ARTICLE = "the article"
_SPEAK_OF_HOLDER = frozenset({"captured", "transferred", "held", "lost", "repelled"})


def rule_words(history: History, interval: ControlInterval) -> tuple[str, str]:
    """Return the standing, and the rule in two or three sentences ending with what would change it.

    The first carries no full stop: it is set in bold before the others.
    """
    lead, words = _KINDS.get(interval.rule) or _KINDS.get(interval.state) or _held(interval)
    return lead, words(history, interval)


def _held(interval: ControlInterval) -> tuple[str, Words]:
    if interval.standing == "inferred":
        return "Inferred", _inference
    if interval.standing == "corroborated":
        return "Two independent sources", _two_sources
    return "One side says so", _one_side


def _one_side(history: History, interval: ControlInterval) -> str:
    claims = _of(history, interval.claim_ids, _SPEAK_OF_HOLDER)
    sources = _sources(claims)
    bases = {c.attribution.basis for c in claims}
    if bases == {"gaining side"}:
        said = "Only those who hold it say so"
        said = f"{said}: {joined(sources)}." if sources != (_ARTICLE,) else f"{said}."
    elif len(sources) == 1:
        said = f"Only one source says so: {sources[0]}."
    elif len({c.evidence.article_id for c in claims}) == 1 and _ARTICLE in sources:
        quoted = joined(s for s in sources if s != _ARTICLE)
        said = f"One article says so, and quotes {quoted}; that is one source."
    elif len({c.evidence.article_id for c in claims}) == 1:
        said = f"{capitalised(joined(sources))} say so, all in one article."
    elif _is_one_text(history, claims):
        said = f"{capitalised(joined(sources))} say so, in articles that are nearly one text."
    else:
        said = f"{capitalised(joined(sources))} say so, but not independently of each other."
    fights = _of(history, interval.claim_ids, frozenset({"contested"}))
    watchers = [s for s in _sources(fights) if s not in sources]
    if watchers:
        verb = "reports" if len(watchers) == 1 else "report"
        said += f" {capitalised(joined(watchers))} {verb} the fighting, not who won it."
    denied = " Another report speaks against it." if interval.against_ids else ""
    return (
        f"{said}{denied} A second, independent source would make this “held, two or more sources”."
    )


def _is_one_text(history: History, claims: Iterable[Claim]) -> bool:
    same = history.folded.same_text
    articles = {c.evidence.article_id for c in claims}
    return len({same.get(a, a) for a in articles}) == 1 and len(articles) > 1


def _two_sources(history: History, interval: ControlInterval) -> str:
    claims = _of(history, interval.claim_ids, _SPEAK_OF_HOLDER)
    sources = _sources(claims)
    who = joined(sources) if len(sources) < 4 else f"{joined(sources[:2])} and others"
    said = f"{capitalised(who)} say so in articles of their own, and neither quotes the other."
    if interval.rule == "admitted by the loser":
        said += " The side that lost it says so itself, against its own interest."
    against = history.claims(interval.against_ids)
    if against:
        deniers = joined(_sources(against))
        said += (
            f" {capitalised(deniers)} said otherwise; what one side alone says does not "
            "outweigh two independent sources."
        )
    return f"{said} An independent report of another holder would make this “sources disagree”."


def _turned(history: History, interval: ControlInterval) -> str:
    holders = joined(history.phrase(h) for h in interval.holder_ids)
    many = len(interval.holder_ids) > 1
    who, day = _parties(history, interval), interval.start.earliest
    sides = f"{capitalised(holders)} {'count' if many else 'counts'} with {who}"
    if who == holders:
        sides = f"{capitalised(holders)} {'stand' if many else 'stands'} alone"
    since = f" from {format_day(day)} on" if day else ""
    return (
        f"{sides}{since}, by the calendar of coalitions that Whoheld goes by. No report tells of "
        "a fight for the place on that day; it goes with its holder. A report of another holder "
        "would change this."
    )


def _inference(history: History, interval: ControlInterval) -> str:
    who = _parties(history, interval)
    claims = history.claims(interval.claim_ids)
    when = lowered(format_days(claims[0].event)) if claims else ""
    if interval.rule == "besieged, so held":
        return (
            f"A siege is reported, and {who} named as the side inside it. "
            "No report says outright who holds it. One that does would replace this."
        )
    later = {
        "inferred before capture": f"A later report says that it was taken from {who}",
        "inferred before loss": f"A later report says that {who} lost it",
        "inferred before fighting": f"A later report names {who} as the side that was attacked",
    }.get(interval.rule, f"A later report names {who}")
    return (
        f"No report says who held it in these days. {later} ({when}), so {who} must have held it "
        "just before. A report about these days would replace this."
    )


def _fighting(history: History, interval: ControlInterval) -> str:
    claims = _of(history, interval.claim_ids, frozenset({"contested"}))
    sources = _sources(claims) or (_ARTICLE,)
    verb = "reports" if len(sources) == 1 else "report"
    return (
        f"{capitalised(joined(sources))} {verb} fighting for it, and no report of these days says "
        "that it is decided. A report of a capture, a retreat or a failed attack would end this."
    )


def _disagreement(history: History, interval: ControlInterval) -> str:
    one = joined(_sources(history.claims(interval.claim_ids))) or "one source"
    other = joined(_sources(history.claims(interval.against_ids))) or "another source"
    parties = joined((history.phrase(p) for p in history.parties(interval)), "or")
    if interval.rule == "order unknown":
        return (
            f"Reports name {parties}, on days that overlap, and none says which came last. "
            "Both are shown. A more exact day for either would decide."
        )
    if interval.rule == "denied":
        said = history.cited(interval)[0]
        what = lowered(claim_words(said, history.phrase))
        return (
            f"{capitalised(one)}: {what}. Denied by {other}. Neither version outweighs the other, "
            "so both are shown. A further independent source for one of them would decide."
        )
    if one == other:
        told = f"{capitalised(one)} gives more than one answer: {parties}."
    else:
        told = f"{capitalised(one)} and {other} do not agree: {parties}."
    return (
        f"{told} Neither version outweighs the other, so both are shown. "
        "A further independent source for one of them would decide."
    )


def _unknown(history: History, interval: ControlInterval) -> str:
    losers = joined(
        history.phrase(p.actor_id)
        for c in _of(history, interval.claim_ids, frozenset({"lost", "captured"}))
        for p in c.parties
        if p.role == "losing"
    )
    if interval.rule == "left, no successor":
        return (
            f"{capitalised(losers) or 'Those who held it'} left or were forced out, and no report "
            "says who holds it since. The enemy is not taken to hold what was merely left. "
            "A report that names a holder would change this."
        )
    if interval.rule == GONE:
        return (
            "The government that held it is gone, and no report says who holds it since. "
            "A report that names a holder would change this."
        )
    return "Reports speak of it, but none says who holds it. One that does would change this."


def _of(history: History, claim_ids: tuple[str, ...], kinds: frozenset[str]) -> tuple[Claim, ...]:
    return tuple(c for c in history.claims(claim_ids) if c.kind in kinds)


def _sources(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_source(c) for c in claims))


def _source(claim: Claim) -> str:
    source = claim.attribution.source
    return _ARTICLE if source.casefold() in ("", _ARTICLE) else source


def _parties(history: History, interval: ControlInterval) -> str:
    return joined(history.phrase(p) for p in history.parties(interval))


_KINDS: Mapping[str, tuple[str, Words]] = {
    SIDE_CHANGED: ("Its holder changed sides", _turned),
    "contested": ("Fought over", _fighting),
    "disputed": ("Sources disagree", _disagreement),
    "unknown": ("Unknown", _unknown),
}
