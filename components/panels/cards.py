"""Evidence cards: a claim, the sentence that makes it in its paragraph, and who says so."""

from collections.abc import Mapping
from typing import Any

from components.panels.chronicle import CHRONICLE, NOTE
from components.panels.text import escape, safe_link

Evidence = Mapping[str, Any]
_LONGEST_PARAGRAPH = 900


def card_html(evidence: Evidence, mark: str, *, side: str = "for") -> str:
    """Return the card of a counted claim.

    Args:
        evidence: What is known of the claim, every text as the article has it.
        mark: Image of the claim's mark.
        side: "for" or "against" what the map shows.
    """
    lead, rest = claim_lead(str(evidence["words"]))
    when = str(evidence["when"])
    basis = str(evidence["basis"])
    frame = f'<span class="basis">{escape(basis)}</span>' if basis not in {"", "unknown"} else ""
    return (
        f'<article class="card {side}"><header>{mark}<div><b>{escape(lead)}</b>{escape(rest)}'
        f'<span class="when">{escape(when)}</span></div></header>'
        f"{quote_html(evidence)}"
        f"<footer><b>{escape(str(evidence['source']) or 'The article')}</b>{frame}<br>"
        f"{origin_html(evidence)}</footer></article>"
    )


def left_out_html(evidence: Evidence) -> str:
    """Return the card of a claim that does not colour the map, with the reason as its title."""
    reason = str(evidence["reason"])
    title = str(evidence.get("reason_title") or evidence["words"])
    return (
        f'<article class="card left-out"><header><b>{escape(title)}</b></header>'
        f"{quote_html(evidence)}"
        f"<footer>{escape(reason)}<br>{origin_html(evidence)}</footer></article>"
    )


def later_html(evidence: Evidence) -> str:
    """Return the short card of a claim that is not heard: its words, days, sentence, origin."""
    return (
        f'<article class="card later"><header><div><b>{escape(str(evidence["words"]))}</b>'
        f'<span class="when">{escape(str(evidence["when"]))}</span></div></header>'
        f"{quote_html(evidence)}<footer><b>{escape(str(evidence['source']) or 'The article')}</b>"
        f"<br>{origin_html(evidence)}</footer></article>"
    )


def quote_html(evidence: Evidence) -> str:
    """Return the paragraph with the sentence marked."""
    before, after = str(evidence["before"]), str(evidence["after"])
    room = max(120, (_LONGEST_PARAGRAPH - len(str(evidence["sentence"]))) // 2)
    if len(before) > room:
        before = "… " + before[-room:].partition(" ")[2]
    if len(after) > room:
        after = after[:room].rpartition(" ")[0] + " …"
    return (
        f"<blockquote>{_one_line(before)}<mark>{escape(str(evidence['sentence']))}</mark>"
        f"{_one_line(after)}</blockquote>"
    )


def _one_line(text: str) -> str:
    """Return a part of a paragraph; the blank beside the marked sentence is kept."""
    return escape(text.replace("\n", " "))


def origin_html(evidence: Evidence) -> str:
    """Return which article it is: its name, dates, publisher and address."""
    parts = [str(evidence["article"]).strip(), str(evidence["dates"]).strip()]
    parts.append(str(evidence["publisher"]).strip() or "Publisher not stated")
    if CHRONICLE in evidence.get("collections", ()):
        parts.append(NOTE)
    words = " ".join(_closed(escape(part)) for part in parts if part)
    url = safe_link(str(evidence["url"]))
    if not url:
        return words
    return f'{words} <a href="{escape(url)}" target="_blank" rel="noopener">Read the article</a>'


def _closed(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", "…", "”")) else sentence + "."


def claim_lead(words: str) -> tuple[str, str]:
    """Split a claim's words into what happened, set in bold, and the rest as it follows."""
    for lead in ("Fought over", "Handed over", "Attack failed"):
        if words.startswith(lead):
            return lead, words[len(lead) :]
    lead, blank, rest = words.partition(" ")
    return lead, blank + rest
