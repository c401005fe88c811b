/** The places: a layer of marks, and above it one for the chosen place and the one pointed at. */
(function () {
  "use strict";
  const W = window.Whoheld;

  W.PointsLayer = W.CanvasLayer.extend({
    options: { padding: 0, reads: true },
    /** @param {any} app */
    initialize(app, options) {
      L.Renderer.prototype.initialize.call(this, options);
      this.app = app;
      this.showMentions = true;
      this.follow = W.oncePerFrame(() => this._map && this._update());
    },
    getEvents() {
      return { ...L.Renderer.prototype.getEvents.call(this), move: this.follow };
    },
    /** Forget the drawn marks: the theme or the history is another. */
    restyle() {
      this.sprites = null;
    },
    /** Radius by rank (mention, small, medium, large) at the zoom shown. */
    radii() {
      const zoom = this._map.getZoom();
      return [
        W.radiusOf(1, true, zoom), W.radiusOf(1, false, zoom),
        W.radiusOf(2, false, zoom), W.radiusOf(3, false, zoom),
      ];
    },
    prepare() {
      const { history } = this.app;
      const radii = this.radii();
      const key = radii.join() + "/" + this.ratio;
      if (!this.sprites || this.spriteKey !== key || this.sprites.looks !== history.looks) {
        this.sprites = new W.Sprites(history.looks, this.app.colours(), this.ratio);
        this.spriteKey = key;
      }
      const canvas = this._container;
      if (!this.image || this.image.width !== canvas.width || this.image.height !== canvas.height) {
        this.image = this.g.createImageData(canvas.width || 1, canvas.height || 1);
        this.pixels = new Uint32Array(this.image.data.buffer);
      }
      return radii;
    },
    paint(g, frame) {
      const { history, place } = this.app;
      if (!history) return;
      const radii = this.prepare();
      const { sprites, pixels, ratio } = this;
      const { width, height } = this.image;
      const { x, y, code, mentioned, importance, order } = history;
      const scale = frame.scale * ratio;
      const left = frame.left * ratio;
      const top = frame.top * ratio;
      pixels.fill(0);
      for (let k = 0; k < order.length; k++) {
        const i = order[k];
        if (i === place || (mentioned[i] && !this.showMentions)) continue;
        const px = Math.round(x[i] * scale - left);
        const py = Math.round(y[i] * scale - top);
        if (px < -40 || py < -40 || px > width + 40 || py > height + 40) continue;
        const rank = mentioned[i] ? 0 : importance[i];
        const sprite = sprites.get(code[i], rank, radii[rank]);
        const reach = sprite.reach;
        if (px < reach || py < reach || px + reach >= width || py + reach >= height) {
          this.clipped(sprite, px, py);
          continue;
        }
        sprite.fitTo(width);
        W.blit(pixels, sprite, py * width + px);
      }
      g.putImageData(this.image, 0, 0);
    },
    /** A mark across the edge: only its pixels that are on the canvas. */
    clipped(sprite, px, py) {
      const { width, height } = this.image;
      for (const list of [sprite.solid, sprite.soft])
        for (let k = 0; k < list.length; k += 3) {
          const cx = px + list[k];
          const cy = py + list[k + 1];
          if (cx >= 0 && cy >= 0 && cx < width && cy < height)
            this.pixels[cy * width + cx] = list[k + 2];
        }
    },
    /**
     * The nearest place to a point of the map's container, -1 if none is in reach.
     * @param {{x: number, y: number}} point @param {number} reach px beyond the mark
     */
    hit(point, reach) {
      const { history } = this.app;
      if (!history) return -1;
      const radii = this.radii();
      const origin = this._map.getPixelBounds().min;
      const scale = 256 * 2 ** this._map.getZoom();
      let best = -1;
      let least = Infinity;
      for (let i = 0; i < history.n; i++) {
        if (history.mentioned[i] && !this.showMentions) continue;
        const dx = history.x[i] * scale - origin.x - point.x;
        const dy = history.y[i] * scale - origin.y - point.y;
        const away = Math.hypot(dx, dy);
        const rank = history.rank(i);
        if (away > radii[rank] + reach) continue;
        // Of two in reach, the one on top wins unless the other is clearly nearer.
        const weight = away - rank * 1.5;
        if (weight < least) {
          least = weight;
          best = i;
        }
      }
      return best;
    },
  });

  W.ChosenLayer = W.CanvasLayer.extend({
    options: { padding: 0.35 },
    initialize(app, options) {
      L.Renderer.prototype.initialize.call(this, options);
      this.app = app;
    },
    paint(g, frame) {
      const { history, place, hover, points } = this.app;
      if (!history) return;
      const radii = points.radii();
      const draw = (i, over) =>
        W.drawMark(
          g, history.x[i] * frame.scale - frame.left, history.y[i] * frame.scale - frame.top,
          radii[history.rank(i)], history.looks[history.code[i] >> 3], history.code[i] & 7,
          this.app.colours(), over,
        );
      if (hover >= 0 && hover !== place) draw(hover, { hover: true });
      if (place >= 0) draw(place, { selected: true });
    },
  });
})();
