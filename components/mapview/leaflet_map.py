"""The folium map that stands once, and the message that moves it."""

from collections.abc import Sequence
from typing import Any, Final, TypedDict, Unpack

import folium
from folium.elements import JSCSSMixin
from folium.map import Layer
from folium.template import Template

from components.mapview.assets import script_files, style_files
from components.mapview.packing import script_json

CREDITS: Final = "Natural Earth · GeoNames CC BY"


class Pick(TypedDict):
    """A point that the page asks the map for.

    Attributes:
        turn: Number of the question; the map asks each once.
        name: What lies there, as a person wrote it.
        at: Latitude and longitude in degrees once it is known; None waits for a click.
    """

    turn: int
    name: str
    at: tuple[float, float] | None


class Choices(TypedDict, total=False):
    """What a map shows besides day, place and part of the world.

    Attributes:
        known_by: ISO day by which a report must have been known to count, "" for all; the
            history is then one folded with it.
        compare: ISO day to show beside the day, "" for one map.
        actors: Parties that stand out; none for all.
        layers: What the map last said of its layers, "" for the usual ones.
        palette: "default" or "conventional".
    """

    known_by: str
    compare: str
    actors: Sequence[str]
    layers: str | None
    palette: str


class _LocalMap(folium.Map):
    """A folium map whose Leaflet comes from this project; nothing else is loaded."""

    _template = Template(
        """
        {% macro header(this, kwargs) %}
            <style>html, body {margin: 0; height: 100%;}
            #{{ this.get_name() }} {position: absolute; inset: 0;}</style>
        {% endmacro %}
        {% macro html(this, kwargs) %}
            <div class="folium-map" id={{ this.get_name()|tojson }} ></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
            document.getElementById({{ this.get_name()|tojson }}).style.position = "absolute";
            var {{ this.get_name() }} = L.map(
                {{ this.get_name()|tojson }},
                {center: {{ this.location|tojson }}, ...{{ this.options|tojavascript }}}
            );
        {% endmacro %}
        """
    )

    def __init__(self, base_url: str, view: tuple[float, float, float] | None) -> None:
        lat, lon, zoom = view or (20.0, 20.0, 2.0)
        super().__init__(
            location=(lat, lon),
            tiles=None,
            zoom_control=False,
            attribution_control=False,
            keyboard=False,
            zoom_snap=0,
            zoom_delta=0.5,
            min_zoom=2,
            max_zoom=14,
            world_copy_jump=True,
        )
        self.options["zoom"] = zoom  # folium's own argument takes whole levels only
        # Set here, not on the class, so that other folium maps keep their own.
        self.default_js = [(name, base_url + name) for name in script_files()]
        self.default_css = [(name, base_url + name) for name in style_files()]


class _Whoheld(JSCSSMixin, Layer):
    """Mounts marks, names, key and timeline on the map it is added to."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.layerGroup();
            Whoheld.mount({{ this._parent.get_name() }}, {{ this.settings }});
        {% endmacro %}
        """
    )

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(name="whoheld", overlay=True, control=False)
        self._name = "Whoheld"
        self.settings = script_json(settings)


class SetView(folium.FeatureGroup):
    """What the page tells the live map: handed to st_folium as `feature_group_to_add`."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            window.feature_group = [];
            var {{ this.get_name() }} = L.featureGroup();
            Whoheld.setView({{ this.settings }});
        {% endmacro %}
        """
    )

    def __init__(
        self,
        day: str,
        place_id: str = "",
        seq: int = 0,
        *,
        view: tuple[float, float, float] | None = None,
        data_url: str = "",
        fly: int = 0,
        pick: Pick | None = None,
        **choices: Unpack[Choices],
    ) -> None:
        """Make the message.

        Args:
            day: ISO day to show.
            place_id: Place to select, "" for none.
            seq: Number of the last message that the page had from the map. An older one is
                an echo and is ignored, so that a slow page never pulls the handle back.
            view: Latitude, longitude and zoom to go to; None leaves the map where it is.
            data_url: Another history to load; "" keeps the one shown.
            fly: A number not used before makes the map fly to the place; 0 never does.
            pick: Point that is asked for, or was given; None for none.
            choices: What else is chosen, see `Choices`. Without `layers` and `palette` these
                stay as they are; without the others nothing is chosen.
        """
        super().__init__(control=False)
        settings = {
            "day": day,
            "place": place_id,
            "seq": seq,
            "view": view,
            "dataUrl": data_url,
            "knownBy": choices.get("known_by", ""),
            "compare": choices.get("compare", ""),
            "actors": list(choices.get("actors", ())),
            "layers": choices.get("layers"),
            "palette": choices.get("palette", ""),
            "fly": fly,
            "pick": pick,
        }
        self.settings = script_json(settings)


def build_map(
    base_url: str,
    *,
    data_url: str = "",
    day: str = "",
    place_id: str = "",
    view: tuple[float, float, float] | None = None,
    credits_text: str = CREDITS,
    known_by_switch: bool = True,
    **choices: Unpack[Choices],
) -> folium.Map:
    """Return the map: its script depends on the arguments only, so keep them and it stays.

    Args:
        base_url: Where the browser finds the assets, ending in "/".
        data_url: Where it finds the packed history; "" shows the empty state until a
            `SetView` names one.
        day: ISO day to open on; "" for the last day.
        place_id: Place to open, "" for none.
        view: Latitude, longitude and zoom; None fits the map to the places.
        credits_text: Data credits, shown in the corner.
        known_by_switch: Whether the reader can ask what was known by a day.
        choices: What else it opens with, see `Choices`.
    """
    settings = {
        "baseUrl": base_url,
        "dataUrl": data_url,
        "day": day,
        "place": place_id,
        "view": view,
        "credits": credits_text,
        "knownBy": choices.get("known_by", ""),
        "compare": choices.get("compare", ""),
        "actors": list(choices.get("actors", ())),
        "layers": choices.get("layers") or "",
        "palette": choices.get("palette", "default"),
        "knownBySwitch": known_by_switch,
        # The page has the list of keys and the search of sentences; a saved file has its own.
        "helpByPage": True,
    }
    local = _LocalMap(base_url, view)
    _Whoheld(settings).add_to(local)
    return local
