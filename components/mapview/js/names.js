/** Names on the map: places beside their marks, then areas, countries and seas where room is. */
import { gridOfCountries, roomiest } from "./countries.js";
import { isPhone } from "./dom.js";
import { Taken } from "./taken.js";

const MOST_TRIED = 300;
const FEW = 60;
const FIRM = 1e6;
// A place in focus gets its name even over small marks; it is then written above them.
const NEVER = 1e5;
// Where marks crowd round a large place its name stands this far off, px, on a line to its mark.
const ALOOF = [14, 24, 36, 50];

/** @typedef {"chosen" | "large" | "medium" | "small" | "mention" | "area" | "city" | "country" | "sea"} Kind */
/** @typedef {{i: number, x: number, y: number, rank: number, r: number, chosen: boolean, faded: boolean}} Item */
/** @typedef {{kind: Kind, text: string, x: number, y: number, line?: Box}} Written `line` leads to its mark */

/** @type {Record<Kind, {font: string, size: number, colour: "ink" | "label" | "ink_third" | "country", halo: number, spacing: number}>} */
const STYLES = {
  chosen: { font: "700 15px ", size: 15, colour: "ink", halo: 4, spacing: 0 },
  large: { font: "600 13.5px ", size: 13.5, colour: "label", halo: 3.5, spacing: 0 },
  medium: { font: "500 12.5px ", size: 12.5, colour: "label", halo: 3.5, spacing: 0 },
  small: { font: "450 11.5px ", size: 11.5, colour: "label", halo: 3, spacing: 0 },
  mention: { font: "450 11.5px ", size: 11.5, colour: "ink_third", halo: 3, spacing: 0 },
  area: { font: "400 10.5px ", size: 10.5, colour: "country", halo: 3, spacing: 0.12 },
  city: { font: "400 11px ", size: 11, colour: "ink_third", halo: 3, spacing: 0 },
  country: { font: "500 12px ", size: 12, colour: "country", halo: 3, spacing: 0.16 },
  sea: { font: "italic 400 14px ", size: 14, colour: "country", halo: 0, spacing: 0.04 },
};
/** @type {Kind[]} */
const BY_RANK = ["mention", "small", "medium", "large"];

/** Where a name may stand: [dx, dy] of its left middle, the best first. @param {number} gap @param {number} width @param {number} high */
export function positions(gap, width, high) {
  const slant = gap * 0.75;
  return [
    [gap, 0], [-gap - width, 0], [-width / 2, -gap - high / 2], [-width / 2, gap + high / 2],
    [slant, -slant], [-slant - width, -slant], [slant, slant], [-slant - width, slant],
  ];
}

/** From the middle of a mark, which covers its beginning, to the nearest point of a name's box. @param {Box} box @param {Spot} spot @returns {Box} */
export function lineTo(box, { x, y }) {
  const near = (/** @type {number} */ at, /** @type {number} */ low, /** @type {number} */ high) =>
    Math.min(Math.max(at, low), high);
  return [x, y, near(x, box[0], box[2]), near(y, box[1] + 3, box[3] - 3)];
}

/** How many thousand people a city must have to be named. @param {number} zoom */
export const leastPeople = (zoom) =>
  zoom < 5 ? Infinity : zoom < 6 ? 1500 : zoom < 7 ? 500 : zoom < 8 ? 200 : 50;

export class NamesPainter {
  /** @param {import("./pane.js").Pane} pane */
  constructor(pane) {
    this.pane = pane;
    /** @type {Map<string, number>} */
    this.widths = new Map();
    this.ratio = 1;
    /** @type {Box} */
    this.limits = [0, 0, 0, 0];
    /** The chosen place's name: it is written above all marks. @type {Written | null} */
    this.above = null;
  }
  get app() {
    return this.pane.app;
  }
  /** @param {Kind} kind */
  face(kind) {
    const { sans, serif } = this.app.fonts;
    return STYLES[kind].font + (kind === "sea" ? serif : sans);
  }
  /** @param {CanvasRenderingContext2D} g @param {Kind} kind */
  dress(g, kind) {
    g.font = this.face(kind);
    if ("letterSpacing" in g) g.letterSpacing = STYLES[kind].spacing * STYLES[kind].size + "px";
  }
  /** @param {CanvasRenderingContext2D} g @param {Kind} kind @param {string} text */
  width(g, kind, text) {
    const key = kind + "\n" + text;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.dress(g, kind);
      width = g.measureText(text).width;
      this.widths.set(key, width);
    }
    return width;
  }
  /** @param {CanvasRenderingContext2D} g @param {Written} name `x` its left, `y` its middle */
  write(g, { kind, text, x: left, y: middle, line }) {
    if (line) this.lead(g, line);
    const style = STYLES[kind];
    // Letters between two rows of pixels look blurred.
    const x = Math.round(left * this.ratio) / this.ratio;
    const y = Math.round(middle * this.ratio) / this.ratio;
    const c = this.app.colours();
    this.dress(g, kind);
    g.textBaseline = "middle";
    g.textAlign = "left";
    g.lineJoin = "round";
    if (style.halo) {
      g.strokeStyle = kind === "country" ? c.land_neighbour : c.halo;
      g.lineWidth = style.halo;
      g.strokeText(text, x, y);
    }
    g.fillStyle = c[style.colour];
    g.fillText(text, x, y);
  }
  /** The line from a mark to a name that stands aloof. @param {CanvasRenderingContext2D} g @param {Box} line */
  lead(g, line) {
    const c = this.app.colours();
    g.lineCap = "round";
    for (const [colour, width] of /** @type {[string, number][]} */ ([[c.halo, 3], [c.label, 1]])) {
      g.strokeStyle = colour;
      g.lineWidth = width;
      g.beginPath();
      g.moveTo(line[0], line[1]);
      g.lineTo(line[2], line[3]);
      g.stroke();
    }
  }
  /** @param {CanvasRenderingContext2D} g */
  paintAbove(g) {
    if (this.above) this.write(g, this.above);
  }
  /**
   * @param {CanvasRenderingContext2D} g @param {Frame} frame @param {number} width
   * @param {number} height @param {Spot} shift where the map's corner is on the canvas, px
   * @param {number} ratio
   */
  paint(g, frame, width, height, shift, ratio) {
    this.ratio = ratio;
    this.above = null;
    // Names stand only where the map is seen: not below the panel or the corners.
    const room = this.pane.room();
    this.limits = [
      shift.x + 4, shift.y + 4, shift.x + room.width - 4, shift.y + room.height - 4,
    ];
    const taken = new Taken(width, height);
    for (const box of this.pane.cornerBoxes())
      taken.add([box[0] + shift.x, box[1] + shift.y, box[2] + shift.x, box[3] + shift.y], FIRM);
    if (this.pane.moment) this.paintPlaces(g, frame, width, height, taken);
    if (this.app.settings.names) this.paintGround(g, frame, taken, shift, room);
  }
  /** Places in view with what they need, the ones to name first in front. @param {Frame} frame @param {number} width @param {number} height */
  candidates(frame, width, height) {
    const { place, settings } = this.app;
    const { points, history } = this.pane;
    if (!history) return [];
    const radii = points.radii();
    const hidden = this.pane.crowding.hidden();
    /** @type {Item[]} */
    const found = [];
    for (let k = history.n - 1; k >= 0; k--) {
      const i = history.order[k];
      if (history.mentioned[i] && !settings.mentions) continue;
      if (hidden && hidden[i] && i !== place) continue;
      const x = history.x[i] * frame.scale - frame.left;
      const y = history.y[i] * frame.scale - frame.top;
      if (x < -20 || y < -20 || x > width + 20 || y > height + 20) continue;
      const rank = history.rank(i);
      const item = { i, x, y, rank, r: radii[rank], chosen: i === place, faded: points.isFaded(i) };
      if (item.chosen) found.unshift(item);
      else found.push(item);
    }
    return found;
  }
  /** Whether a place of this rank is named at this zoom. @param {Item} item @param {number} zoom @param {boolean} few */
  isNamed(item, zoom, few) {
    if (item.chosen) return true;
    if (!this.app.settings.names || !this.app.settings.marks) return false;
    if (item.faded && this.app.actors) return false;
    if (item.rank === 3 || few) return true;
    if (item.rank === 2) return zoom >= (isPhone() ? 7.2 : 6.7);
    return zoom >= (item.rank === 1 ? 8.5 : 8.8);
  }
  /** @param {number} i */
  textOf(i) {
    const { history, app } = this.pane;
    if (!history) return "";
    return (app.settings.local && history.native[i]) || history.names[i];
  }
  /** @param {CanvasRenderingContext2D} g @param {Frame} frame @param {number} width @param {number} height @param {Taken} taken */
  paintPlaces(g, frame, width, height, taken) {
    const found = this.candidates(frame, width, height);
    const zoom = this.pane.map.getZoom();
    const few = found.length <= FEW;
    for (const item of found) {
      const reach = item.r + (item.chosen ? 9 : 1);
      const weight = item.chosen ? FIRM : [0.5, 1, 2, 4][item.rank];
      taken.add([item.x - reach, item.y - reach, item.x + reach, item.y + reach], weight);
    }
    for (const box of this.pane.crowding.boxes()) taken.add(box, 4);
    let tried = 0;
    /** @type {Written[]} */
    const placed = [];
    for (const item of found) {
      if (!this.isNamed(item, zoom, few)) continue;
      if (tried++ > MOST_TRIED) break;
      const kind = item.chosen ? "chosen" : BY_RANK[item.rank];
      const text = this.textOf(item.i);
      const at = this.position(item, this.width(g, kind, text), STYLES[kind].size, taken);
      if (!at) continue;
      taken.add(at.box, NEVER);
      const written = { kind, text, x: at.x, y: at.y, line: at.line };
      if (item.chosen) this.above = written;
      else placed.push(written);
    }
    // The most important last, so that its halo is whole.
    for (const written of placed.reverse()) this.write(g, written);
  }
  /**
   * The first free position that no mark covers: near the mark, for larger places also farther
   * off. Only the chosen place's name may lie over marks, and it is drawn above them.
   * @param {Item} item @param {number} width @param {number} size @param {Taken} taken
   */
  position(item, width, size, taken) {
    const gap = item.r + (item.chosen ? 12 : 5.5);
    const high = size * 1.15;
    const gaps = item.chosen || item.rank === 3 ? [gap, gap + 5] : [gap];
    if (item.rank === 3 && !item.chosen && this.isInside([item.x, item.y, item.x, item.y]))
      gaps.push(...ALOOF.map((more) => gap + more));
    /** @type {{x: number, y: number, box: Box, line?: Box} | null} */
    let best = null;
    let least = item.chosen ? NEVER : Number.MIN_VALUE;
    for (const distance of gaps)
      for (const [dx, dy] of positions(distance, width, high)) {
        const x = item.x + dx;
        const y = item.y + dy;
        /** @type {Box} */
        const box = [x - 2, y - high / 2 - 1, x + width + 2, y + high / 2 + 1];
        if (!this.isInside(box)) continue;
        const cost = taken.cost(box);
        if (cost < least) {
          least = cost;
          best = { x, y, box, line: distance > gap + 5 ? lineTo(box, item) : undefined };
        }
        if (!cost) return best;
      }
    return best;
  }
  /** @param {Box} box */
  isInside(box) {
    const [left, top, right, bottom] = this.limits;
    return box[0] >= left && box[1] >= top && box[2] <= right && box[3] <= bottom;
  }
  /** @param {CanvasRenderingContext2D} g @param {Frame} frame @param {Taken} taken @param {Spot} shift @param {{width: number, height: number}} room */
  paintGround(g, frame, taken, shift, room) {
    const layer = this.pane.ground;
    if (!layer || this.app.seesThrough) return;
    const zoom = this.pane.map.getZoom();
    const part = { scale: frame.scale, left: frame.left + shift.x, top: frame.top + shift.y };
    const grid = gridOfCountries(layer, room.width, room.height, part);
    for (const spot of roomiest(grid, layer.ground, zoom, part))
      if (this.width(g, spot.kind, spot.name) <= spot.room)
        this.centred(g, spot.kind, spot.name, spot.x + shift.x, spot.y + shift.y, taken, spot.slack);
    this.paintCities(g, frame, taken, zoom);
    if (zoom <= 7.9 || !this.app.settings.lines) return;
    for (const country of layer.ground.countries)
      if (country.focus)
        for (const area of country.names)
          this.centred(
            g, "area", area.name.toUpperCase(), area.x * frame.scale - frame.left,
            area.y * frame.scale - frame.top, taken, 0,
          );
  }
  /** Cities that no article has named, where marks and their names leave room: they only say where one is. @param {CanvasRenderingContext2D} g @param {Frame} frame @param {Taken} taken @param {number} zoom */
  paintCities(g, frame, taken, zoom) {
    const least = leastPeople(zoom);
    const c = this.app.colours();
    for (const country of this.pane.ground?.ground.countries || [])
      for (const city of country.cities) {
        if (city.people < least) break; // the largest come first
        const x = Math.round(city.x * frame.scale - frame.left) + 0.5;
        const y = Math.round(city.y * frame.scale - frame.top) + 0.5;
        const width = this.width(g, "city", city.name);
        /** @type {Box} */
        const box = [x - 8, y - 8, x + 6 + width, y + 8];
        if (!this.isInside(box) || taken.cost(box)) continue;
        taken.add(box, NEVER);
        // A small square is no mark: nothing is reported of this city.
        g.fillStyle = c.country;
        g.fillRect(x - 1.5, y - 1.5, 3, 3);
        this.write(g, { kind: "city", text: city.name, x: x + 5, y });
      }
  }
  /**
   * @param {CanvasRenderingContext2D} g @param {Kind} kind @param {string} text
   * @param {number} x @param {number} y @param {Taken} taken
   * @param {number} slack px that the name may stand higher or lower
   */
  centred(g, kind, text, x, y, taken, slack) {
    const width = this.width(g, kind, text);
    const high = STYLES[kind].size * 1.2;
    for (const dy of [0, -0.5 * slack, 0.5 * slack, -slack, slack]) {
      /** @type {Box} */
      const box = [x - width / 2, y + dy - high / 2, x + width / 2, y + dy + high / 2];
      if (this.isInside(box) && !taken.cost(box)) {
        taken.add(box, NEVER);
        this.write(g, { kind, text, x: box[0], y: y + dy });
        return;
      }
    }
  }
}
