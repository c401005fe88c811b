/** A canvas that lies on the map and follows it while it is dragged and zoomed. */
(function () {
  "use strict";
  const W = window.Whoheld;

  W.CanvasLayer = L.Renderer.extend({
    _initContainer() {
      this._container = document.createElement("canvas");
      this._container.style.pointerEvents = "none";
      this.g = this._container.getContext("2d", this.options.reads ? { willReadFrequently: true } : {});
    },
    _destroyContainer() {
      this._container.remove();
      delete this._container;
    },
    _updatePaths() {},
    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const canvas = this._container;
      const size = this._bounds.getSize();
      const ratio = window.devicePixelRatio || 1;
      const width = Math.round(size.x * ratio);
      const height = Math.round(size.y * ratio);
      L.DomUtil.setPosition(canvas, this._bounds.min);
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
        canvas.style.width = size.x + "px";
        canvas.style.height = size.y + "px";
      }
      this.ratio = ratio;
      this.redraw();
    },
    /** World square (0 to 1) to px of this canvas: x * scale - left. */
    frame() {
      const origin = this._map.getPixelOrigin();
      return {
        scale: 256 * 2 ** this._map.getZoom(),
        left: origin.x + this._bounds.min.x,
        top: origin.y + this._bounds.min.y,
      };
    },
    /** Draw anew; each layer has its own `paint(g, frame, width, height)`. */
    redraw() {
      if (!this._map || !this._bounds) return;
      const { g, ratio } = this;
      g.setTransform(1, 0, 0, 1, 0, 0);
      if (!this.options.reads) g.clearRect(0, 0, this._container.width, this._container.height);
      g.setTransform(ratio, 0, 0, ratio, 0, 0);
      const size = this._bounds.getSize();
      this.paint(g, this.frame(), size.x, size.y);
    },
    paint() {},
  });

  /** Make a pane for a layer. @param {any} map @param {string} name @param {number} z */
  W.pane = (map, name, z) => {
    const pane = map.getPane(name) || map.createPane(name);
    pane.style.zIndex = String(z);
    pane.style.pointerEvents = "none";
    return name;
  };
})();
