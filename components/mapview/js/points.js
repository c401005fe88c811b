/** The places: their marks, and above them the chosen place and the one pointed at. */
import { drawMark, radiusOf } from "./marks.js";
import { worldSize } from "./projection.js";
import { blit, blitClipped, Sprites } from "./sprites.js";

// How far a mark reaches at most, with its halo, px.
const BEYOND = 20;

export class PointsPainter {
  /** @param {import("./pane.js").Pane} pane */
  constructor(pane) {
    this.pane = pane;
    /** By radii and density; a scene goes to and fro between two densities. @type {Map<string, Sprites>} */
    this.sprites = new Map();
  }
  get app() {
    return this.pane.app;
  }
  /** Forget the drawn marks: the theme, the palette or the history is another. */
  restyle() {
    this.sprites.clear();
  }
  /** Radius by rank (mention, small, medium, large) at the zoom shown. */
  radii() {
    const zoom = this.pane.map.getZoom();
    return [
      radiusOf(1, true, zoom), radiusOf(1, false, zoom), radiusOf(2, false, zoom),
      radiusOf(3, false, zoom),
    ];
  }
  /** @param {import("./history.js").History} history @param {number[]} radii @param {number} ratio */
  prepare(history, radii, ratio) {
    const key = radii.join() + "/" + ratio;
    const found = this.sprites.get(key);
    if (found && found.looks === history.looks) return found;
    if (this.sprites.size > 1) this.sprites.clear();
    const made = new Sprites(history.looks, this.app.colours(), ratio);
    this.sprites.set(key, made);
    return made;
  }
  /** Whether a place steps back: the same on both days, or of no party asked for. @param {number} i */
  isFaded(i) {
    const { moment } = this.pane;
    if (!moment) return false;
    const { against } = this.pane;
    if (against && !moment.differs(against, i)) return true;
    return !this.app.concerns(moment.lookOf(i));
  }
  /**
   * Copy every mark but the chosen place's to pixels.
   * @param {Int32Array} pixels @param {number} width @param {number} height in device px
   * @param {Frame} frame @param {number} ratio @param {Box} part that is seen, in device px
   */
  blitAll(pixels, width, height, frame, ratio, part) {
    const { moment, crowding } = this.pane;
    if (!moment || !this.app.settings.marks) return;
    const { history, code } = moment;
    const radii = this.radii();
    const sprites = this.prepare(history, radii, ratio);
    const { x, y, mentioned, importance, order } = history;
    const { place, settings } = this.app;
    const fades = Boolean(this.pane.against || this.app.actors);
    const hidden = crowding.hidden();
    const scale = frame.scale * ratio;
    const left = frame.left * ratio;
    const top = frame.top * ratio;
    const beyond = BEYOND * ratio;
    const [west, north] = [part[0] - beyond, part[1] - beyond];
    const [east, south] = [part[2] + beyond, part[3] + beyond];
    for (let k = 0; k < order.length; k++) {
      const i = order[k];
      if (i === place || (mentioned[i] && !settings.mentions) || (hidden && hidden[i])) continue;
      const px = Math.round(x[i] * scale - left);
      const py = Math.round(y[i] * scale - top);
      if (px < west || py < north || px > east || py > south) continue;
      const rank = mentioned[i] ? 0 : importance[i];
      const sprite = sprites.get(code[i], rank, radii[rank], fades && this.isFaded(i));
      const reach = sprite.reach;
      if (px < reach || py < reach || px + reach >= width || py + reach >= height)
        blitClipped(pixels, sprite, px, py, width, height);
      else {
        sprite.fitTo(width);
        blit(pixels, sprite, py * width + px);
      }
    }
  }
  /** The chosen place and the one pointed at, above all others. @param {CanvasRenderingContext2D} g @param {Frame} frame */
  paintChosen(g, frame) {
    const { moment } = this.pane;
    if (!moment) return;
    const { history } = moment;
    const { place, hover } = this.app;
    const radii = this.radii();
    /** @param {number} i @param {{selected?: boolean, hover?: boolean}} over */
    const draw = (i, over) => {
      const at = this.pane.crowding.spotOf(i, frame);
      drawMark(
        g, at.x, at.y, radii[history.rank(i)], moment.lookOf(i), moment.code[i] & 7,
        this.app.colours(), over,
      );
    };
    if (hover >= 0 && hover !== place) draw(hover, { hover: true });
    if (place >= 0) draw(place, { selected: true });
  }
  /**
   * The nearest place to a point of the map's container, -1 if none is in reach.
   * @param {Spot} point @param {number} reach px beyond the mark
   */
  hit(point, reach) {
    const { history, map, crowding } = this.pane;
    if (!history) return -1;
    const onRing = crowding.hit(point);
    if (onRing !== null) return onRing;
    const radii = this.radii();
    const origin = map.getPixelBounds().min ?? { x: 0, y: 0 };
    const scale = worldSize(map.getZoom());
    const hidden = crowding.hidden();
    let best = -1;
    let least = Infinity;
    for (let i = 0; i < history.n; i++) {
      if ((history.mentioned[i] && !this.app.settings.mentions) || (hidden && hidden[i])) continue;
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
}
