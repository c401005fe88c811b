/** Places that lie on one another, drawn on a ring with lines to where they are. */
import { drawMark } from "./marks.js";

const ROW = 19;
const LEAST = 30;
const ROOM = 16;
const NAME = 12.5;
const WIDEST = 190;

/** @typedef {{i: number, from: Spot, at: Spot, r: number, name: string, box: Box}} Member */

/**
 * Where members stand round a middle: half on the right, half on the left, each in a row of its
 * own, so that no name beside one meets another.
 * @param {Spot[]} from where the places are @param {Spot} middle
 * @returns {{radius: number, spots: Spot[]}}
 */
export function ringOf(from, middle) {
  const byX = from.map((_, k) => k).sort((a, b) => from[b].x - from[a].x || a - b);
  const half = Math.ceil(from.length / 2);
  const radius = Math.max(LEAST, ((half - 1) * ROW) / 2 + 6);
  /** @type {Spot[]} */
  const spots = new Array(from.length);
  for (const [side, list] of [[1, byX.slice(0, half)], [-1, byX.slice(half)]]) {
    const rows = /** @type {number[]} */ (list).sort((a, b) => from[a].y - from[b].y || a - b);
    rows.forEach((k, row) => {
      const dy = (row - (rows.length - 1) / 2) * Math.max(ROW, (2 * radius - 12) / rows.length);
      const dx = Math.sqrt(Math.max(0, radius * radius - dy * dy));
      spots[k] = { x: middle.x + /** @type {number} */ (side) * dx, y: middle.y + dy };
    });
  }
  return { radius, spots };
}

export class Spread {
  /**
   * @param {import("./pane.js").Pane} pane @param {Spot} middle @param {number} radius px
   * @param {Member[]} members
   */
  constructor(pane, middle, radius, members) {
    this.pane = pane;
    this.middle = middle;
    this.radius = radius;
    this.members = members;
  }
  /** @param {number} i @returns {Spot | null} px of the canvas */
  spotOf(i) {
    const member = this.members.find((one) => one.i === i);
    return member ? member.at : null;
  }
  /** A member's number, -1 between them, null outside. @param {Spot} point px of the canvas */
  hit(point) {
    for (const { i, at, r, box } of this.members) {
      const onName =
        point.x >= box[0] && point.x <= box[2] && point.y >= box[1] && point.y <= box[3];
      if (onName || Math.hypot(point.x - at.x, point.y - at.y) <= r + 5) return i;
    }
    const away = Math.hypot(point.x - this.middle.x, point.y - this.middle.y);
    return away <= this.radius + ROOM ? -1 : null;
  }
  /** @param {CanvasRenderingContext2D} g */
  paint(g) {
    const { app, moment } = this.pane;
    if (!moment) return;
    const c = app.colours();
    g.save();
    this.paintGround(g, c);
    for (const { from, at } of this.members) {
      g.beginPath();
      g.moveTo(from.x, from.y);
      g.lineTo(at.x, at.y);
      g.stroke();
    }
    // A line may pass below a name, never over it.
    g.fillStyle = c.panel;
    g.globalAlpha = 0.94;
    for (const { box } of this.members) {
      g.beginPath();
      g.roundRect(box[0], box[1], box[2] - box[0], box[3] - box[1], 3);
      g.fill();
    }
    g.globalAlpha = 1;
    g.fillStyle = c.ink_second;
    for (const { from } of this.members) {
      g.beginPath();
      g.arc(from.x, from.y, 1.6, 0, 2 * Math.PI);
      g.fill();
    }
    for (const { i, at, r, name, box } of this.members) {
      drawMark(g, at.x, at.y, r, moment.lookOf(i), moment.code[i] & 7, c);
      g.font = fontOf(app.fonts.sans, i === app.place);
      g.fillStyle = c.ink;
      g.textAlign = "left";
      g.textBaseline = "middle";
      g.fillText(name, box[0] + 4, (box[1] + box[3]) / 2 + 0.5, WIDEST);
    }
    g.restore();
  }
  /** What lies below steps back. @param {CanvasRenderingContext2D} g @param {Colours} c */
  paintGround(g, c) {
    if ("letterSpacing" in g) g.letterSpacing = "0px";
    g.fillStyle = c.panel;
    g.strokeStyle = c.rule;
    g.lineWidth = 1;
    g.globalAlpha = 0.94;
    g.beginPath();
    g.arc(this.middle.x, this.middle.y, this.radius + ROOM, 0, 2 * Math.PI);
    g.fill();
    g.stroke();
    g.globalAlpha = 1;
    g.strokeStyle = c.ink_third;
  }
}

/** @param {string} sans @param {boolean} chosen */
const fontOf = (sans, chosen) => `${chosen ? 700 : 500} ${NAME}px ${sans}`;

/** The middle of a ring, moved so that all of it is seen. @param {Spot} middle @param {number} wide px to each side @param {number} high px up and down @param {Box} seen */
export const movedInto = (middle, wide, high, seen) => ({
  x: Math.max(seen[0] + wide, Math.min(seen[2] - wide, middle.x)),
  y: Math.max(seen[1] + high, Math.min(seen[3] - high, middle.y)),
});

/**
 * @param {import("./pane.js").Pane} pane @param {number[]} places the one on top first
 * @param {Frame} frame @param {Spot} shift where the map's corner is on the canvas, px
 */
export function spreadOver(pane, places, frame, shift) {
  const { crowding, points, names } = pane;
  const radii = points.radii();
  const from = places.map((i) => crowding.ownSpot(i, frame));
  const g = /** @type {import("./scene.js").Scene} */ (pane.scene).g;
  const texts = places.map((i) => names.textOf(i));
  g.font = fontOf(pane.app.fonts.sans, true);
  if ("letterSpacing" in g) g.letterSpacing = "0px";
  const wide = texts.map((text) => Math.min(WIDEST, g.measureText(text).width));
  const flat = ringOf(from, { x: 0, y: 0 });
  const room = pane.room();
  /** @type {Box} */
  const seen = [shift.x, shift.y, shift.x + room.width, shift.y + room.height];
  const reach = flat.radius + ROOM + 6;
  const middle = movedInto(from[0], reach + Math.max(...wide), reach, seen);
  const { radius, spots } = ringOf(from, middle);
  const members = places.map((i, k) => {
    const r = radii[pane.history ? pane.history.importance[i] : 1];
    const at = spots[k];
    const left = at.x >= middle.x ? at.x + r + 4 : at.x - r - 12 - wide[k];
    /** @type {Box} */
    const box = [left, at.y - 9.5, left + wide[k] + 8, at.y + 9.5];
    return { i, from: from[k], at, r, name: texts[k], box };
  });
  return new Spread(pane, middle, radius, members);
}
