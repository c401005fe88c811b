/** The places: their marks, and above them the chosen place and the one pointed at. */
(function () {
  "use strict";
  const W = window.Whoheld;

  W.PointsPainter = class {
    /** @param {any} app */
    constructor(app) {
      this.app = app;
      this.showMentions = true;
    }
    /** Forget the drawn marks: the theme or the history is another. */
    restyle() {
      this.sprites = null;
    }
    /** Radius by rank (mention, small, medium, large) at the zoom shown. */
    radii() {
      const zoom = this.app.map.getZoom();
      return [
        W.radiusOf(1, true, zoom), W.radiusOf(1, false, zoom),
        W.radiusOf(2, false, zoom), W.radiusOf(3, false, zoom),
      ];
    }
    /** @param {number[]} radii @param {number} ratio */
    prepare(radii, ratio) {
      const { history } = this.app;
      const key = radii.join() + "/" + ratio;
      if (this.sprites && this.spriteKey === key && this.sprites.looks === history.looks) return;
      this.sprites = new W.Sprites(history.looks, this.app.colours(), ratio);
      this.spriteKey = key;
    }
    /**
     * Copy every mark but the chosen place's to pixels.
     * @param {Int32Array} pixels @param {number} width @param {number} height in device px
     */
    blitAll(pixels, width, height, frame, ratio) {
      const { history, place } = this.app;
      if (!history) return;
      const radii = this.radii();
      this.prepare(radii, ratio);
      const { sprites } = this;
      const { x, y, code, mentioned, importance, order } = history;
      const scale = frame.scale * ratio;
      const left = frame.left * ratio;
      const top = frame.top * ratio;
      for (let k = 0; k < order.length; k++) {
        const i = order[k];
        if (i === place || (mentioned[i] && !this.showMentions)) continue;
        const px = Math.round(x[i] * scale - left);
        const py = Math.round(y[i] * scale - top);
        if (px < -40 || py < -40 || px > width + 40 || py > height + 40) continue;
        const rank = mentioned[i] ? 0 : importance[i];
        const sprite = sprites.get(code[i], rank, radii[rank]);
        const reach = sprite.reach;
        if (px < reach || py < reach || px + reach >= width || py + reach >= height)
          W.blitClipped(pixels, sprite, px, py, width, height);
        else {
          sprite.fitTo(width);
          W.blit(pixels, sprite, py * width + px);
        }
      }
    }
    /** The chosen place and the one pointed at, above all others. */
    paintChosen(g, frame) {
      const { history, place, hover } = this.app;
      if (!history) return;
      const radii = this.radii();
      const draw = (i, over) =>
        W.drawMark(
          g, history.x[i] * frame.scale - frame.left, history.y[i] * frame.scale - frame.top,
          radii[history.rank(i)], history.looks[history.code[i] >> 3], history.code[i] & 7,
          this.app.colours(), over,
        );
      if (hover >= 0 && hover !== place) draw(hover, { hover: true });
      if (place >= 0) draw(place, { selected: true });
    }
    /**
     * The nearest place to a point of the map's container, -1 if none is in reach.
     * @param {{x: number, y: number}} point @param {number} reach px beyond the mark
     */
    hit(point, reach) {
      const { history, map } = this.app;
      if (!history) return -1;
      const radii = this.radii();
      const origin = map.getPixelBounds().min;
      const scale = 256 * 2 ** map.getZoom();
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
    }
  };
})();
