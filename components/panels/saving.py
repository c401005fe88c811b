"""The dialog "Save this view": a picture, or one page that still scrubs."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import streamlit as st

from components.exports import reasons_of, snapshot_html, snapshot_picture
from components.exports.sheet import FileFormat
from components.panels.atlas import Atlas
from components.panels.heard import heard_words
from components.panels.text import count_words, escape
from components.panels.view import View
from components.territory import History, Learned, format_day, learned

# Beyond so many a page is saved without "known by".
_MOST_CLAIMS = 5_000
PICTURE, PAGE = "Picture", "Interactive page"
# What each is called, how the file ends, and its kind as the browser knows it.
_FORMATS: Mapping[str, tuple[FileFormat, str]] = {
    "PNG, 2400 × 1600": ("png", "image/png"),
    "SVG, for editing": ("svg", "image/svg+xml"),
    "PDF, for printing": ("pdf", "application/pdf"),
}
_NOTE = (
    "The file carries the date, legend, scale, sources, credits and the note that names and "
    "boundaries imply no opinion on their legal status."
)


def draw_save(
    atlas: Atlas, view: View, today: date, close: Callable[[], None], label: str = ""
) -> None:
    """Draw what can be saved; a file is made when it is asked for.

    Args:
        atlas: What is shown.
        view: Day, place and part of the map.
        today: The current day.
        close: Closes the dialog.
        label: What must be said of the collection in every file, "" for nothing.
    """
    st.html(f'<p class="quiet">{escape(contents_words(atlas, view, today))}</p>')
    label = " ".join(filter(None, (label, part_words(view))))
    what = st.segmented_control(
        "What", [PICTURE, PAGE], default=PICTURE, key="save_what", required=True
    )
    with_sources, theme, chosen = True, "Light", next(iter(_FORMATS))
    if what == PICTURE:
        left, right = st.columns(2)
        chosen = left.selectbox("Format", list(_FORMATS), key="save_format") or chosen
        theme = right.selectbox("Theme", ["Light", "Dark"], key="save_theme") or theme
        with_sources = st.checkbox("Include the list of sources", value=True, key="save_sources")
    st.html(f'<p class="quiet">{_NOTE} {escape(label)}</p>')
    stem = file_stem(atlas, view)
    with st.container(key="saveacts", horizontal=True, horizontal_alignment="right"):
        st.button("Close", key="close_save", on_click=close)
        if what == PICTURE:
            ending, kind = _FORMATS[chosen]
            st.download_button(
                f"Save {ending.upper()}",
                lambda: picture_bytes(
                    atlas, view, theme.lower(), ending, with_sources=with_sources, label=label
                ),
                file_name=f"{stem}.{ending}",
                mime=kind,
                key=f"save_{ending}",
                type="primary",
                icon=":material/download:",
                on_click="ignore",
            )
        else:
            st.download_button(
                "Save HTML",
                lambda: page_bytes(atlas, view, label),
                file_name=f"{stem}.html",
                mime="text/html",
                key="save_html",
                type="primary",
                icon=":material/download:",
                on_click="ignore",
            )


def contents_words(atlas: Atlas, view: View, today: date) -> str:
    """Return what the file will show, in words."""
    place = atlas.history.world.places.get(view.place_id)
    number = len(atlas.places)
    if place is None:
        what = count_words(number, "place")
    elif number == 1:
        what = place.name
    else:
        what = f"{place.name} and {count_words(number - 1, 'other place')}"
    known = format_day(view.known_by or today)
    days = " and ".join(format_day(day) for day in (view.day, view.compare) if day)
    return f"{what} on {days}, as known on {known}."


def part_words(view: View) -> str:
    """Return which part of the reports a file shows, "" when it shows them all."""
    heard = heard_words(view)
    known = f"As known by {format_day(view.known_by)}." if view.known_by else ""
    return " ".join(filter(None, (f"{heard}." if heard else "", known)))


def file_stem(atlas: Atlas, view: View) -> str:
    """Return a file's name without its ending, such as "whoheld-syria-2011-2015-2015-03-28"."""
    title = re.sub(r"[^a-z0-9]+", "-", atlas.title().lower()).strip("-")
    days = "-".join(day.isoformat() for day in (view.day, view.compare) if day)
    return f"whoheld-{title}-{days}"


def picture_bytes(
    atlas: Atlas,
    view: View,
    theme: str,
    file_format: FileFormat = "png",
    *,
    with_sources: bool,
    label: str = "",
) -> bytes:
    """Return the picture."""
    return snapshot_picture(
        atlas.collection,
        day=view.day,
        file_format=file_format,
        theme=theme,
        place_id=view.place_id,
        view=view.part(),
        title=atlas.title(),
        sources=source_names(atlas) if with_sources else (),
        note=" ".join(filter(None, (label, standing_out(atlas, view)))),
        layers=view.layers,
        palette=view.palette,
        compare=view.compare,
        actors=view.actors,
    )


def standing_out(atlas: Atlas, view: View) -> str:
    """Return which parties stand out, "" when all do."""
    alone = " and ".join(atlas.phrase(party) for party in view.actors)
    return f"Only {alone}: places of others are pale." if alone else ""


def page_bytes(atlas: Atlas, view: View, label: str = "") -> bytes:
    """Return the page, self-contained."""
    alone = " and ".join(atlas.phrase(party) for party in view.actors)
    said = f"Opens with {alone} standing out." if alone else ""
    page = snapshot_html(
        atlas.collection,
        day=view.day,
        place_id=view.place_id,
        view=view.part(),
        evidence=heard_evidence(atlas),
        grown=growth(atlas.history),
        why=reasons_of(atlas.history),
        title=atlas.title(),
        note=" ".join(filter(None, (label, said))),
        opening={
            "layers": view.layers,
            "palette": view.palette,
            "compare": view.compare.isoformat() if view.compare else "",
            "actors": list(view.actors),
        },
    )
    return page.encode()


@lru_cache(maxsize=2)
def growth(history: History) -> tuple[Learned, ...]:
    """Return how what is known grew; nothing where it would take too long to work out."""
    return learned(history) if len(history.heard) <= _MOST_CLAIMS else ()


def heard_evidence(atlas: Atlas) -> Mapping[str, Mapping[str, Any]]:
    """Return the evidence of the claims that are heard: no file tells what the map leaves out."""
    heard = (claim.id for claim in atlas.history.heard)
    return {claim_id: atlas.evidence[claim_id] for claim_id in heard}


def source_names(atlas: Atlas) -> tuple[str, ...]:
    """Return who is quoted, each once, in the order of the first claim."""
    names = (str(card["source"]) for card in heard_evidence(atlas).values() if card["counted"])
    return tuple(dict.fromkeys(name for name in names if name))
