"""Files to save: the map of one day as a picture, and the whole map as one page."""

from components.exports.areas import areas_geojson
from components.exports.page import reasons_of, snapshot_html
from components.exports.picture import snapshot_picture, snapshot_png

__all__ = ["areas_geojson", "reasons_of", "snapshot_html", "snapshot_picture", "snapshot_png"]
