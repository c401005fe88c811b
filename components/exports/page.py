"""The whole map as one page: opens from disk, still scrubs, and shows the sentences."""

import html
import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from components.exports.embedding import (
    data_element,
    json_text,
    policy,
    script_element,
    style_text,
)
from components.exports.method import method_lines
from components.exports.picture import View
from components.exports.states import places_of, states_on
from components.mapview import (
    CREDITS,
    asset_text,
    basemap_for,
    css_variables,
    pack,
    pack_versions,
    script_files,
    style_files,
)
from components.territory import MOST_STEPS, History, Learned, format_day, rule_words

_OWN = Path(__file__).parent / "assets"
CREDIT_LINE = """\
Map data: Natural Earth (public domain). Places: GeoNames, CC BY 4.0 \
(creativecommons.org/licenses/by/4.0), and Whoheld. Map display: Leaflet. Typefaces: Libre \
Franklin, Public Sans, Source Serif 4, Noto Naskh Arabic (SIL Open Font License)."""


def snapshot_html(  # noqa: PLR0913 (each is a choice of the person who saves)
    fc: Mapping[str, Any],
    *,
    day: date,
    place_id: str = "",
    view: View | None = None,
    evidence: Mapping[str, Mapping[str, Any]],
    why: Mapping[str, Sequence[tuple[str, str]]] | None = None,
    title: str = "",
    note: str = "",
    opening: Mapping[str, Any] | None = None,
    grown: Sequence[Learned] = (),
) -> str:
    """Return the map with its timeline and evidence as one HTML page.

    Args:
        fc: The feature collection that the page of the dashboard draws too.
        day: The day it opens on.
        place_id: The place it opens on, "" for none.
        view: Latitude, longitude and zoom it opens on; None fits the map to the places.
        evidence: What the cards show of each claim, by the claim's id; see
            `territory.evidence`. Texts as the articles have them, not escaped.
        why: The rule behind each state of a place, by the place's id; see `reasons_of`.
            Without it the page explains the kind of state only.
        title: What the map is about, "" for none.
        note: What must be said of the collection, "" for nothing.
        opening: What else it opens with: "layers" in the map's own words, "palette",
            "compare" (an ISO day, "" for one map) and "actors" (those that stand out).
        grown: How what is known grew, for "known by"; see `territory.learned`. Without it the
            page shows what is known at last.

    Returns:
        HTML with everything inside: no address in it is asked for anything. The same input
        gives the same page.

    Raises:
        BadChoiceError: The collection holds no place.
    """
    states_on(fc, day)
    meta = fc["whoheld"]
    countries = sorted({place.country for place in places_of(fc) if place.country})
    basemap = basemap_for(countries)
    cards, claims, loose = _cards(fc, evidence)
    texts: dict[tuple[str, str], int] = {}
    for place, rules in (why or {}).items():
        if place in claims:
            claims[place]["why"] = [
                texts.setdefault((rule[0], rule[1]), len(texts)) for rule in rules
            ]
    known = _known(fc, evidence, grown, texts) if grown else None
    saved = {
        "day": day.isoformat(),
        "place": place_id,
        "view": list(view) if view else None,
        "credits": CREDITS,
        **{name: (opening or {}).get(name) or "" for name in ("layers", "palette", "compare")},
        "actors": list((opening or {}).get("actors") or ()),
        "places": sum(1 for feature in fc["features"] if feature["properties"]["history"]),
        "articles": int(meta.get("articles", 0)),
        "claimCount": int(meta.get("claims", 0)),
        "claims": claims,
        "loose": loose,
        "why": list(texts),
        "countries": {
            each["code"]: each["name"]
            for each in basemap["world"]["countries"]
            if each["code"] in countries
        },
        "about": [*filter(None, [note]), *_about(meta, with_known=bool(grown))],
    }
    history = json.loads(pack(fc))
    letters = frozenset(json_text([saved, cards, title, [f["properties"] for f in fc["features"]]]))
    data = [
        data_element("saved", saved),
        data_element("history", history),
        data_element("basemap", basemap),
        data_element("evidence", cards),
        data_element("known", known),
    ]
    return _page((title or "Who held what", note), data, style_text(style_files(), letters))


def reasons_of(history: History) -> dict[str, list[tuple[str, str]]]:
    """Return the rule behind each state of each place, in words, for `snapshot_html`."""
    return {
        place_id: [rule_words(history, each) for each in history.intervals(place_id)]
        for place_id in history.place_ids
    }


def _cards(
    fc: Mapping[str, Any], evidence: Mapping[str, Mapping[str, Any]]
) -> tuple[list[Mapping[str, Any]], dict[str, dict[str, list[Any]]], list[int]]:
    """Return the cards, which of them each place has, and those of no place shown.

    Claims are numbered, because their ids would be longer than all else a place has.
    """
    number = {claim_id: n for n, claim_id in enumerate(sorted(evidence))}
    claims: dict[str, dict[str, list[Any]]] = {}
    for feature in fc["features"]:
        history = feature["properties"]["history"]
        claims[str(feature["id"])] = {
            "for": [_numbers(entry["claims"], number) for entry in history],
            "against": [_numbers(entry["against"], number) for entry in history],
            "out": [],
        }
    loose: list[int] = []
    for claim_id, n in number.items():
        card = evidence[claim_id]
        if card.get("counted"):
            continue
        place = claims.get(str(card.get("place_id")))
        (place["out"] if place else loose).append(n)
    return [evidence[claim_id] for claim_id in number], claims, loose


def _known(
    fc: Mapping[str, Any],
    evidence: Mapping[str, Mapping[str, Any]],
    grown: Sequence[Learned],
    texts: dict[tuple[str, str], int],
) -> dict[str, Any]:
    """Return what "known by" needs; the rules that are not yet among the texts are added."""
    number = {claim_id: n for n, claim_id in enumerate(sorted(evidence))}
    drawn = {str(feature["id"]) for feature in fc["features"]}
    claims = []
    for step in grown:
        for place, states in step.places.items():
            if place in drawn:
                claims.append(
                    [
                        [_numbers(state["claims"], number) for state in states],
                        [_numbers(state["against"], number) for state in states],
                        [texts.setdefault(rule, len(texts)) for rule in step.rules[place]],
                    ]
                )
    since = [str(evidence[claim_id].get("known_from") or "") for claim_id in number]
    return {
        "versions": pack_versions(fc, [(step.day, step.places) for step in grown]),
        "claims": claims,
        "since": since,
        "exact": len(set(filter(None, since))) <= MOST_STEPS,
    }


def _numbers(claim_ids: Sequence[str], number: Mapping[str, int]) -> list[int]:
    return [number[claim_id] for claim_id in claim_ids if claim_id in number]


def _about(meta: Mapping[str, Any], *, with_known: bool) -> list[str]:
    known_by = meta.get("known_by")
    of_day = f"Data of {format_day(date.fromisoformat(known_by))}." if known_by else ""
    days = int(meta.get("stale_after_days", 900))
    switch = "" if with_known else "This file is without “known by”; Whoheld itself has it."
    made = "Made with Whoheld. This file asks nothing of any network."
    return [*method_lines(days), CREDIT_LINE, " ".join(filter(None, (of_day, switch, made)))]


def _page(words: tuple[str, str], data: Sequence[str], styles: str) -> str:
    # Leaflet, then map and panel in one script made of the modules that the dashboard's frame has.
    leaflet = asset_text(script_files()[0])
    own = (_OWN / "page.js").read_text(encoding="utf-8")
    scripts = [script_element(text) for text in (leaflet, own)]
    page_style = "".join(
        (
            f".ex{{{css_variables('light')}}}",
            f".ex[data-theme='dark']{{{css_variables('dark')}}}",
            (_OWN / "page.css").read_text(encoding="utf-8"),
        )
    )
    written, note = map(html.escape, words)
    said = f'<em class="ex-note">{note}</em>' if note else ""
    head = (
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(h for _, h in scripts)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{written} · Whoheld</title><style>{styles}\n{page_style}</style>"
    )
    body = (
        f'<header class="ex-bar"><b>Whoheld</b><h1>{written}</h1>{said}'
        '<span id="counts"></span></header>'
        '<main><div id="map" class="ex-map"></div>'
        '<aside id="panel" class="ex-panel" aria-label="The day and the place"></aside></main>'
        "<noscript>This map needs JavaScript; nothing is loaded from a network.</noscript>"
    )
    parts = (*data, *(element for element, _ in scripts))
    return (
        f'<!doctype html>\n<html lang="en"><head>{head}</head>\n<body class="ex">{body}\n'
        + "\n".join(parts)
        + "\n</body></html>\n"
    )
