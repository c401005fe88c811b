/**
 * Where marks lie on one another. A place whose middle lies below a more important mark is left
 * out, a small figure beside that mark says how many are, and a click spreads them on a ring.
 */
import { spreadOver } from "./spread.js";
import { Taken } from "./taken.js";

// Room round the canvas, and how far beyond its edge a mark is still looked at, px.
const BEYOND = 40;
const EDGE = 28;
const MOST_COVERED = 0.5;
// More than this are not spread but shown by going nearer, where that parts them.
const MOST_SPREAD = 24;
const CLOSEST = 13;
const SIZE = 10.5;
const FIRM = 1e6;

/** @typedef {import("./history.js").History} History */
/** @typedef {{head: number, text: string, box: Box}} Figure */

/** The px that a mark covers round its middle, as steps in a raster. @param {number} r @param {number} columns */
function discOf(r, columns) {
  const steps = [];
  const reach = Math.floor(r);
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++)
      if (dx * dx + dy * dy <= r * r) steps.push(dy * columns + dx);
  return Int32Array.from(steps);
}

/**
 * Which places stay hidden below which: from the most important down, one is left out when the
 * marks above cover more than half of it.
 * @param {History} history @param {number[]} radii by rank @param {Frame} frame
 * @param {number} width @param {number} height px
 * @returns {{head: Int32Array<ArrayBuffer>, count: Uint32Array<ArrayBuffer>, seen: number[]}} of
 *   each place the one over its middle, or over most of it (-1 for none) and how many it hides;
 *   `seen` are those drawn, the first on top
 */
export function groupsOf(history, radii, frame, width, height) {
  const head = new Int32Array(history.n).fill(-1);
  const count = new Uint32Array(history.n);
  const columns = Math.ceil(width) + 2 * BEYOND;
  const rows = Math.ceil(height) + 2 * BEYOND;
  const owner = new Int32Array(columns * rows).fill(-1);
  const discs = radii.map((r) => discOf(r, columns));
  /** @type {number[]} */
  const seen = [];
  /** @param {number} middle @param {Int32Array} disc */
  const hiderOf = (middle, disc) => {
    let hidden = 0;
    for (let k = 0; k < disc.length; k++) if (owner[middle + disc[k]] >= 0) hidden++;
    if (hidden <= disc.length * MOST_COVERED) return -1;
    if (owner[middle] >= 0) return owner[middle];
    /** @type {Map<number, number>} */
    const parts = new Map();
    let best = -1;
    let most = 0;
    for (const step of disc) {
      const above = owner[middle + step];
      if (above < 0) continue;
      const part = (parts.get(above) || 0) + 1;
      parts.set(above, part);
      if (part > most) {
        most = part;
        best = above;
      }
    }
    return best;
  };
  const edge = BEYOND - EDGE;
  for (let k = history.n - 1; k >= 0; k--) {
    const i = history.order[k];
    if (history.mentioned[i]) continue;
    const x = Math.round(history.x[i] * frame.scale - frame.left) + BEYOND;
    const y = Math.round(history.y[i] * frame.scale - frame.top) + BEYOND;
    if (x < edge || y < edge || x >= columns - edge || y >= rows - edge) continue;
    const middle = y * columns + x;
    const disc = discs[history.importance[i]];
    const hider = hiderOf(middle, disc);
    if (hider >= 0) {
      head[i] = hider;
      count[hider]++;
      continue;
    }
    seen.push(i);
    for (let j = 0; j < disc.length; j++)
      if (owner[middle + disc[j]] < 0) owner[middle + disc[j]] = i;
  }
  return { head, count, seen };
}

export class Crowding {
  /** @param {import("./pane.js").Pane} pane */
  constructor(pane) {
    this.pane = pane;
    this.key = "";
    /** @type {History | null} */
    this.history = null;
    this.head = new Int32Array(0);
    this.count = new Uint32Array(0);
    this.covered = new Uint8Array(0);
    /** @type {number[]} */
    this.seen = [];
    /** @type {Figure[]} */
    this.figures = [];
    /** @type {import("./spread.js").Spread | null} */
    this.spread = null;
    this.shift = { x: 0, y: 0 };
  }
  get app() {
    return this.pane.app;
  }
  /** The view changed. @param {Frame} frame @param {number} width @param {number} height */
  arrange(frame, width, height) {
    const { history, points } = this.pane;
    if (!history) return;
    const radii = points.radii();
    const key = [frame.scale, frame.left, frame.top, width, height, ...radii].join();
    if (key === this.key && history === this.history) return;
    this.spread = null;
    this.key = key;
    this.history = history;
    const found = groupsOf(history, radii, frame, width, height);
    this.head = found.head;
    this.count = found.count;
    this.seen = found.seen;
    this.covered = Uint8Array.from(found.head, (hider) => (hider >= 0 ? 1 : 0));
    this.app.afterDay(); // the key says how many are hidden
  }
  /** Places that are not drawn now, 1 each; null for none. @returns {Uint8Array | null} */
  hidden() {
    return this.history && this.history === this.pane.history ? this.covered : null;
  }
  /** How many places are hidden in all. */
  get total() {
    return this.hidden() && this.app.settings.marks ? this.covered.reduce((sum, one) => sum + one, 0) : 0;
  }
  /** Where names may not stand because of a number, px of the canvas. @returns {Box[]} */
  boxes() {
    return this.figures.map((figure) => figure.box);
  }
  /** Find room for the numbers beside the marks. @param {CanvasRenderingContext2D} g @param {Frame} frame @param {number} width @param {number} height @param {Spot} shift where the map's corner is on the canvas, px */
  placeFigures(g, frame, width, height, shift) {
    this.figures = [];
    this.shift = { x: shift.x, y: shift.y };
    const { history } = this.pane;
    if (!history || !this.hidden() || !this.app.settings.marks) return;
    const radii = this.pane.points.radii();
    const taken = new Taken(width, height);
    for (const box of this.pane.cornerBoxes())
      taken.add([box[0] + shift.x, box[1] + shift.y, box[2] + shift.x, box[3] + shift.y], FIRM);
    for (const i of this.seen) {
      const { x, y } = this.ownSpot(i, frame);
      // A disc leaves the corners of its square free, and there a number fits.
      const r = 0.72 * radii[history.importance[i]] + (i === this.app.place ? 7.5 : 0.5);
      taken.add([x - r, y - r, x + r, y + r], 1);
    }
    g.font = this.font;
    for (const i of this.seen) {
      if (!this.count[i]) continue;
      const { x, y } = this.ownSpot(i, frame);
      const text = `+${this.count[i]}`;
      const wide = g.measureText(text).width;
      const away = radii[history.importance[i]] * 0.72 + (i === this.app.place ? 8.5 : 2.5);
      const box = figureBoxes(x, y, away, wide).find((one) => !taken.cost(one));
      if (!box) continue;
      taken.add(box, FIRM);
      this.figures.push({ head: i, text, box });
    }
  }
  get font() {
    return `600 ${SIZE}px ${this.app.fonts.sans}`;
  }
  /** The numbers; marks do not reach them, so they are drawn once a view. @param {CanvasRenderingContext2D} g */
  paintFigures(g) {
    const c = this.app.colours();
    g.font = this.font;
    if ("letterSpacing" in g) g.letterSpacing = "0px";
    g.textAlign = "left";
    g.textBaseline = "middle";
    g.lineJoin = "round";
    g.strokeStyle = c.halo;
    g.lineWidth = 3;
    g.fillStyle = c.ink_second;
    for (const { text, box } of this.figures) {
      const y = Math.round((box[1] + box[3]) / 2);
      g.strokeText(text, Math.round(box[0]) + 1, y);
      g.fillText(text, Math.round(box[0]) + 1, y);
    }
  }
  /** Where a place is, px of the canvas. @param {number} i @param {Frame} frame @returns {Spot} */
  ownSpot(i, frame) {
    const { history } = this.pane;
    if (!history) return { x: 0, y: 0 };
    return {
      x: history.x[i] * frame.scale - frame.left,
      y: history.y[i] * frame.scale - frame.top,
    };
  }
  /** Where a mark stands on the canvas, px: on the ring while it is spread. @param {number} i @param {Frame} frame @returns {Spot} */
  spotOf(i, frame) {
    return (this.spread && this.spread.spotOf(i)) || this.ownSpot(i, frame);
  }
  /** Where a spread mark stands in the map's container, px; null for one that is not. @param {number} i */
  spreadSpot(i) {
    const at = this.spread && this.spread.spotOf(i);
    return at && { x: at.x - this.shift.x, y: at.y - this.shift.y };
  }
  /** The ring, above the marks. @param {CanvasRenderingContext2D} g @param {Frame} _frame */
  paint(g, _frame) {
    if (this.spread) this.spread.paint(g);
  }

  // ------------------------------------------------------------------ spreading
  /** A place and those hidden with it. @param {number} i @returns {number[]} */
  groupOf(i) {
    if (!this.hidden()) return [];
    const top = this.head[i] >= 0 ? this.head[i] : i;
    if (!this.count[top]) return [];
    const members = [top];
    for (let k = 0; k < this.head.length; k++) if (this.head[k] === top) members.push(k);
    return members;
  }
  /** Spread a place and those hidden with it. Returns whether there are any. @param {number} i */
  open(i) {
    const members = this.groupOf(i);
    const { history, scene } = this.pane;
    if (!history || !scene || members.length < 2) return false;
    if (members.length > MOST_SPREAD && this.goNearer(members)) return true;
    const at = scene.shift();
    this.shift = { x: at.x, y: at.y };
    this.spread = spreadOver(this.pane, members, scene.frame(), this.shift);
    const names = members.map((k) => history.names[k]).join(", ");
    this.app.live.textContent = `${members.length} places lie here: ${names}`;
    scene.redrawMarks();
    return true;
  }
  /** Show a large group from nearer, if that parts it. @param {number[]} members */
  goNearer(members) {
    const { history, map } = this.pane;
    if (!history || map.getZoom() >= CLOSEST) return false;
    const bounds = L.latLngBounds(members.map((i) => [history.lat[i], history.lon[i]]));
    if (bounds.getNorthEast().equals(bounds.getSouthWest(), 1e-4)) return false;
    this.pane.isFitted = false;
    this.pane.asked = null;
    this.pane.fitTo(bounds, CLOSEST, true);
    return true;
  }
  /** Returns whether something was open. */
  close() {
    if (!this.spread) return false;
    this.spread = null;
    this.app.pointAt(-1);
    if (this.pane.scene) this.pane.scene.redrawMarks();
    return true;
  }
  /** The spread mark at a point of the container; -1 for none, null outside the ring. @param {Spot} point */
  hit(point) {
    if (!this.spread) return null;
    return this.spread.hit({ x: point.x + this.shift.x, y: point.y + this.shift.y });
  }
  /**
   * A click on the map; true if that was all it meant.
   * @param {Spot} point px of the container @param {number} i the place at that point, or -1
   */
  click(point, i) {
    if (this.spread) {
      if (this.hit(point) !== null) return i < 0;
      this.close();
    }
    const x = point.x + this.shift.x;
    const y = point.y + this.shift.y;
    const figure = this.figures.find(
      ({ box }) => x >= box[0] - 3 && y >= box[1] - 3 && x <= box[2] + 3 && y <= box[3] + 3,
    );
    if (figure && i < 0) return this.open(figure.head);
    if (i >= 0) this.open(i);
    return false;
  }
}

/** Where a number may stand beside a mark: above or below, right or left. @param {number} x @param {number} y @param {number} away @param {number} wide @returns {Box[]} */
export function figureBoxes(x, y, away, wide) {
  const high = SIZE + 1;
  const right = x + away;
  const left = x - away - wide - 2;
  return [
    [right, y - away - high + 3, right + wide + 2, y - away + 3],
    [left, y - away - high + 3, left + wide + 2, y - away + 3],
    [right, y + away - 3, right + wide + 2, y + away + high - 3],
    [left, y + away - 3, left + wide + 2, y + away + high - 3],
  ];
}

/** Whether something was spread. @param {import("./app.js").App} app */
export const closeSpread = (app) => app.panes.filter((pane) => pane.crowding.close()).length > 0;

/** Spread a place and those that lie under it, or close what is spread. @param {import("./app.js").App} app @param {number} i */
export function toggleSpread(app, i) {
  if (!closeSpread(app) && i >= 0) app.first.crowding.open(i);
}
