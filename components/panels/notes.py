"""Words after reading: what was read, what was not, and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from components.panels.text import count_words, escape
from components.pipeline import Added

_LISTED = 20


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to say: a sentence in bold, what follows from it, and names if there are any."""

    tone: Literal["good", "careful", "bad"]
    lead: str
    text: str = ""
    names: tuple[str, ...] = ()

    def html(self) -> str:
        """Return the note as HTML, every word of it escaped."""
        listed = "".join(f"<li>{escape(name)}</li>" for name in self.names[:_LISTED])
        more = len(self.names) - _LISTED
        if more > 0:
            listed += f"<li>and {more:,} more</li>"
        items = f"<ul>{listed}</ul>" if listed else ""
        role = "alert" if self.tone == "bad" else "status"
        return (
            f'<div class="note {self.tone}" role="{role}"><b>{escape(self.lead)}</b> '
            f"{escape(self.text)}{items}</div>"
        )


def notes_on(added: Added, name_of: Callable[[str], str]) -> tuple[Note, ...]:
    """Return what to say about articles that were read, the worst first.

    Args:
        added: What became of them.
        name_of: Returns an article's name from its id.
    """
    notes = [*_problems(added), *_found_nothing(added, name_of)]
    if added.already_here:
        notes.append(_already_here(added))
    if added.stopped:
        notes.append(Note("careful", "Stopped.", "What had been read before is kept."))
    notes += [Note("careful", sentence) for sentence in added.server_problems]
    if added.read:
        notes.append(_read(added))
    if added.second:
        notes.append(Note("good", added.second))
    return tuple(notes)


def _problems(added: Added) -> list[Note]:
    if not added.problems:
        return []
    kept = len(added.read) + len(added.already_here)
    rest = (
        f"The other {count_words(kept, 'article')} {'was' if kept == 1 else 'were'} read. "
        "Nothing else was changed."
        if kept
        else "Nothing was changed."
    )
    sentences = [problem_words(p.source, p.line, p.message) for p in added.problems]
    if len(sentences) == 1:
        return [Note("bad", sentences[0], rest)]
    lead = f"{count_words(len(sentences), 'item')} could not be read."
    return [Note("bad", lead, rest, tuple(sentences))]


def problem_words(source: str, line: int | None, message: str) -> str:
    """Return what is wrong with an item, with its name and line if the words lack them."""
    if source in message or not source:
        return message
    where = source if line is None else f"{source}, line {line}"
    return f"{where}: {message}"


def _found_nothing(added: Added, name_of: Callable[[str], str]) -> list[Note]:
    notes = []
    for ids, what in (
        (added.without_place, "No place found"),
        (added.without_claim, "Nothing said about control"),
    ):
        if ids:
            names = tuple(name_of(article_id) for article_id in ids)
            kept = "It is kept" if len(ids) == 1 else "They are kept"
            notes.append(
                Note(
                    "careful",
                    f"{what} in {count_words(len(ids), 'article')}.",
                    f"{kept} and listed under “Articles”.",
                    names if len(added.read) > 1 else (),
                )
            )
    return notes


def _already_here(added: Added) -> Note:
    if not added.read and not added.problems:
        return Note("good", "Already here.", "Nothing was added.", _several(added.already_here))
    lead = f"{count_words(len(added.already_here), 'article')} already here."
    return Note("good", lead, "Not added again.")


def _several(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(names) if len(names) > 1 else ()


def _read(added: Added) -> Note:
    found = ", ".join(
        (
            count_words(added.claims, "claim"),
            count_words(len(added.places), "place"),
            f"{count_words(added.not_counted, 'claim')} not counted",
        )
    )
    return Note("good", f"{count_words(len(added.read), 'article')} read.", f"{found}.")
