"""The fields of a claim: what happened, who did what, when and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args

import streamlit as st

from components.panels.atlas import Atlas
from components.panels.countries import area_name, country_name
from components.panels.inquiring import found_online
from components.panels.kept import FIRST_DAY
from components.panels.settings import gazetteer
from components.records import (
    Actor,
    Attribution,
    Basis,
    Claim,
    ClaimKind,
    DateInterval,
    Party,
    Place,
)
from components.records.claims import Role

KIND_NAMES: Mapping[ClaimKind, str] = {
    "captured": "Captured",
    "lost": "Lost, nobody named since",
    "transferred": "Handed over",
    "held": "Held",
    "contested": "Fought over",
    "besieged": "Under siege",
    "repelled": "Attack repelled",
}
_ROLES: Mapping[ClaimKind, tuple[Role, ...]] = {
    "captured": ("gaining", "losing"),
    "lost": ("losing",),
    "transferred": ("gaining", "losing"),
    "held": ("holding",),
    "contested": ("attacking", "defending"),
    "besieged": ("attacking", "defending"),
    "repelled": ("defending", "attacking"),
}
_ROLE_NAMES: Mapping[Role, str] = {
    "gaining": "Taken by",
    "losing": "Lost by",
    "holding": "Held by",
    "attacking": "Attacked by",
    "defending": "Defended by",
}
# Where a kind has no such role, who most likely plays it after another kind was chosen.
_ALIKE: Mapping[Role, tuple[Role, ...]] = {
    "gaining": ("holding", "attacking"),
    "losing": ("defending",),
    "holding": ("gaining", "defending"),
    "attacking": ("gaining",),
    "defending": ("losing", "holding"),
}
_HITS = 6


@dataclass(frozen=True, slots=True)
class Fields:
    """What stands in the form.

    Args:
        kind: What happened.
        parties: Who did what.
        event: Days on which it may have happened.
        place: Where, None as long as none is chosen.
        attribution: Who says so.
        problem: Why it is no claim yet, in words, "" if it is one.
        actors: Parties that a person typed and that nobody knew before.
    """

    kind: ClaimKind
    parties: tuple[Party, ...]
    event: DateInterval
    place: Place | None
    attribution: Attribution
    problem: str
    actors: tuple[Actor, ...] = ()


def draw_fields(whole: Atlas, claim: Claim | None, key: str) -> Fields:
    """Draw the fields and return what stands in them.

    Args:
        whole: All that was read.
        claim: What they begin with, None for an empty form.
        key: Makes the fields' keys differ from those of the last form.
    """
    kinds: tuple[ClaimKind, ...] = get_args(ClaimKind)
    left, right = st.columns(2)
    kind = left.selectbox(
        "What happened",
        kinds,
        index=kinds.index(claim.kind) if claim else 0,
        format_func=lambda one: KIND_NAMES[one],
        key=f"{key}_kind",
    )
    with right:
        place = _draw_place(whole, claim, key)
    parties = _draw_parties(whole, claim, kind, key)
    event, problem = _draw_days(claim, key)
    attribution = _draw_source(claim, key)
    if not parties:
        problem = problem or "Name at least one party."
    if place is None:
        problem = problem or "Choose the place. Type the beginning of its name."
    new = dict.fromkeys(p.actor_id for p in parties if p.actor_id not in whole.world.actors)
    actors = tuple(Actor(name, name, "other") for name in new)
    return Fields(kind, parties, event, place, attribution, problem, actors)


def place_label(place: Place) -> str:
    """Return a place told from its namesakes: "Idlib, city, Idlib province, Syria"."""
    parts = [place.name, place.kind]
    if place.admin1 and place.admin1 != place.name:
        parts.append(area_name(place.admin1, place.country))
    if place.country:
        parts.append(country_name(place.country))
    return ", ".join(parts)


def _draw_place(whole: Atlas, claim: Claim | None, key: str) -> Place | None:
    now = whole.world.places.get(claim.place_id or "") if claim else None
    words = st.text_input(
        "Place",
        key=f"{key}_place",
        placeholder=now.name if now else "Beginning of its name",
        live="300ms",
        help="Looked up in the list of places on this computer.",
    )
    found = list(gazetteer().search(words, _HITS)) if words else []
    found += found_online(words or "", key)
    choices = {place.id: place for place in ([now] if now else []) + found}
    if not choices:
        if words:
            st.caption("No place of this name is known.")
        return None
    if len(choices) == 1 and not words:
        return now
    chosen = st.selectbox(
        "Which",
        list(choices),
        index=min(len(choices) - 1, 1 if now and found and now.id != found[0].id else 0),
        format_func=lambda place_id: place_label(choices[place_id]),
        key=f"{key}_which_{words}",
    )
    return choices[chosen]


def _draw_parties(
    whole: Atlas, claim: Claim | None, kind: ClaimKind, key: str
) -> tuple[Party, ...]:
    actors = whole.world.actors
    names = {a.id: a.name for a in actors.values() if a.kind != "monitor"}
    options = sorted(names, key=lambda one: names[one].casefold())
    written = {p.actor_id: p.text for p in claim.parties} if claim else {}
    parties: list[Party] = []
    for column, role in zip(st.columns(len(_ROLES[kind])), _ROLES[kind], strict=True):
        chosen = column.multiselect(
            _ROLE_NAMES[role],
            [*options, *(one for one in written if one not in names)],
            default=_before(claim, kind, role),
            format_func=lambda one: names.get(one, one),
            accept_new_options=True,
            placeholder="Choose or type",
            key=f"{key}_{kind}_{role}",
        )
        parties += [Party(one, role, written.get(one) or names.get(one, one)) for one in chosen]
    return tuple(parties)


def _before(claim: Claim | None, kind: ClaimKind, role: Role) -> list[str]:
    """Return who played a role in the claim as it is, or would play it in one of this kind."""
    if claim is None:
        return []
    roles = (role,) if claim.kind == kind else (role, *_ALIKE[role])
    for one in roles:
        found = [p.actor_id for p in claim.parties if p.role == one]
        if found:
            return list(dict.fromkeys(found))
    return []


def _draw_days(claim: Claim | None, key: str) -> tuple[DateInterval, str]:
    left, right = st.columns(2)
    days: list[date | None] = []
    for column, label, day in (
        (left, "First possible day", claim.event.earliest if claim else None),
        (right, "Last possible day", claim.event.latest if claim else None),
    ):
        chosen = column.date_input(
            label, value=day, min_value=FIRST_DAY, format="YYYY-MM-DD", key=f"{key}_{label}"
        )
        days.append(chosen if isinstance(chosen, date) else None)
    first, last = days
    if first and last and last < first:
        return DateInterval(None, None), (
            f"The last possible day, {last.isoformat()}, lies before the first, "
            f"{first.isoformat()}. Change one of them."
        )
    return DateInterval(first, last), ""


def _draw_source(claim: Claim | None, key: str) -> Attribution:
    bases: tuple[Basis, ...] = get_args(Basis)
    left, right = st.columns(2)
    source = left.text_input(
        "Who says so",
        value=claim.attribution.source if claim else "",
        placeholder="Name of the source",
        key=f"{key}_source",
    )
    basis = right.selectbox(
        "How it stands to the event",
        bases,
        index=bases.index(claim.attribution.basis) if claim else bases.index("press"),
        format_func=str.capitalize,
        key=f"{key}_basis",
    )
    return Attribution((source or "").strip(), basis)
