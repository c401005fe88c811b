/** The canvas that lies on the map and follows it while it is dragged and zoomed. */
(function () {
  "use strict";
  const W = window.Whoheld;

  const MARGIN = 0.2;

  /**
   * The ground and the names are drawn when the view changes and kept as pixels; a new day copies
   * them and puts the marks on top. One canvas instead of several: without a graphics card,
   * laying large canvases over one another costs more than drawing the marks.
   */
  W.SceneLayer = L.Renderer.extend({
    options: { padding: MARGIN },
    /** @param {any} app @param {any} options `clear`: see through to a layer below */
    initialize(app, options) {
      L.Renderer.prototype.initialize.call(this, options);
      this.app = app;
    },
    getEvents() {
      return { ...L.Renderer.prototype.getEvents.call(this), movestart: this.putAll };
    },
    _initContainer() {
      this._container = document.createElement("canvas");
      this._container.style.pointerEvents = "none";
      this.g = this._container.getContext("2d", {
        willReadFrequently: true, alpha: Boolean(this.options.clear),
      });
    },
    _destroyContainer() {
      this._container.remove();
      delete this._container;
    },
    _updatePaths() {},
    // Leaflet's own would leave the canvas between two pixels, and every name blurred.
    _reset() {
      this._update();
    },
    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const canvas = this._container;
      const size = this._bounds.getSize();
      const ratio = (this.ratio = window.devicePixelRatio || 1);
      const width = Math.max(1, Math.round(size.x * ratio));
      const height = Math.max(1, Math.round(size.y * ratio));
      L.DomUtil.setPosition(canvas, this._bounds.min);
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
        canvas.style.width = size.x + "px";
        canvas.style.height = size.y + "px";
      }
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
    /** Draw all anew: the view, the theme, the layers or the chosen place changed. */
    redraw() {
      if (!this._map || !this._bounds) return;
      const { g, ratio, app } = this;
      const { width, height } = this._container;
      const size = this._bounds.getSize();
      g.setTransform(1, 0, 0, 1, 0, 0);
      if (this.options.clear) g.clearRect(0, 0, width, height);
      else {
        g.fillStyle = app.colours().water;
        g.fillRect(0, 0, width, height);
      }
      g.setTransform(ratio, 0, 0, ratio, 0, 0);
      const frame = this.frame();
      const shift = this._map.containerPointToLayerPoint([0, 0]).subtract(this._bounds.min);
      app.ground.paint(g, frame, size.x, size.y);
      app.names.paint(g, frame, size.x, size.y, shift, ratio);
      this.image = g.getImageData(0, 0, width, height);
      this.pixels = new Int32Array(this.image.data.buffer);
      this.base = this.pixels.slice();
      this.redrawMarks(true);
    },
    /** Draw the marks of the day on the kept ground. @param {boolean} [all] also beyond the edge */
    redrawMarks(all) {
      if (!this.base) return;
      if (all) {
        this.putAll();
        return;
      }
      const { g, app, ratio, image } = this;
      const frame = this.frame();
      this.wipe();
      app.points.blitAll(this.pixels, image.width, image.height, frame, ratio);
      const at = this._map.containerPointToLayerPoint([0, 0]).subtract(this._bounds.min);
      // What lies below the panel is not seen.
      const room = app.room();
      g.putImageData(
        image, 0, 0, Math.floor(at.x * ratio), Math.floor(at.y * ratio),
        Math.ceil(room.width * ratio) + 1, Math.ceil(room.height * ratio) + 1,
      );
      app.points.paintChosen(g, frame);
    },
    /** Put the kept ground back, where it is seen. @param {boolean} [all] */
    wipe(all) {
      if (all) {
        this.pixels.set(this.base);
        return;
      }
      const above = this._map.containerPointToLayerPoint([0, 0]).y - this._bounds.min.y;
      const { width } = this.image;
      const from = Math.max(0, Math.floor(above * this.ratio)) * width;
      const rows = Math.ceil(this._map.getSize().y * this.ratio) + 1;
      this.pixels.set(this.base.subarray(from, from + rows * width), from);
    },
    /** Bring what lies beyond the edge up to date, before it is dragged into view. */
    putAll() {
      if (!this.image) return;
      const { g, app, ratio } = this;
      this.wipe(true);
      app.points.blitAll(this.pixels, this.image.width, this.image.height, this.frame(), ratio);
      g.putImageData(this.image, 0, 0);
      app.points.paintChosen(g, this.frame());
    },
  });

  /** Make a pane for a layer. @param {any} map @param {string} name @param {number} z */
  W.pane = (map, name, z) => {
    const pane = map.getPane(name) || map.createPane(name);
    pane.style.zIndex = String(z);
    pane.style.pointerEvents = "none";
    return name;
  };
})();
