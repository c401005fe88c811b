"""What kind of party a common noun means: "troops", "rebels", "tribal fighters"."""

from collections.abc import Mapping, Sequence
from typing import Any

from components.actors.matching import fold_word

# What the id of an actor begins with that has no entry and yet a name of its own.
_NAMES = frozenset({"text", "government"})


class Words:
    """The nouns and modifiers by which texts call parties that they do not name."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Index the table of data/actors/words.json."""
        self._heads: dict[str, str] = {
            fold_word(word): group for group, words in table["heads"].items() for word in words
        }
        self._modifiers: dict[str, str] = {
            word.casefold(): group for group, words in table["modifiers"].items() for word in words
        }
        self._if_armed = frozenset(map(fold_word, table.get("if_armed", ())))
        self._labels: dict[str, tuple[str, str]] = {
            group: (label, kind) for group, (label, kind) in table["labels"].items()
        }

    def head_group(self, noun: str) -> str:
        """Return the group of a noun; "armed" fits any side, "" is no armed party."""
        return self._heads.get(fold_word(noun), "")

    def modifier_group(self, word: str) -> str:
        """Return the group that a modifier ("regime", "tribal") points to, "" for none."""
        return self._modifiers.get(word.casefold(), "")

    def group_of(self, words: Sequence[str]) -> str:
        """Return the group of a noun phrase, head last: modifiers decide before the head.

        "opposition forces" gives opposition, "pro-government militia" government, "forces"
        armed, "the ministry of health" "".
        """
        if not words:
            return ""
        head = self.head_group(words[-1])
        if not head and fold_word(words[-1]) in self._if_armed and "armed" in words[:-1]:
            # "armed villagers"; villagers alone are no party.
            return "militia"
        if not head:
            return ""
        if head == "government" and "ethnic" in words[:-1]:
            # An ethnic army is a people's, not the state's.
            return "opposition"
        groups = [self.modifier_group(word) for word in words[:-1]]
        told = [g for g in groups if g]
        # "military", "special" or "security" say less than the noun they stand with.
        faint = {"military", "special", "elite", "security", "national", "state", "police"}
        clear = [g for g, w in zip(groups, words, strict=False) if g and w.casefold() not in faint]
        if clear:
            return clear[0]
        return told[0] if told and head == "armed" else head

    def label(self, group: str) -> tuple[str, str]:
        """Return name and kind of an unnamed party of a group."""
        return self._labels.get(group, ("Armed group", "other"))


def is_common_noun(actor_id: str) -> bool:
    """Return whether an actor stands for a common noun in a country ("jihadist:sy")."""
    group, colon, _ = actor_id.partition(":")
    return bool(colon) and group not in _NAMES
