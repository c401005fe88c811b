/** Which pixels of a view belong to which area, as runs along the rows. */

const EARTH_ROUND_KM = 40075.017;

/** @typedef {import("./areas_division.js").Division} Division */
/** @typedef {import("./areas_division.js").Part} Part */
/** @typedef {import("./areas_division.js").Cell} Cell */

/** Runs of pixels; those of one area follow one another. */
export class Runs {
  constructor() {
    this.start = new Int32Array(1 << 14);
    this.end = new Int32Array(1 << 14);
    /** What lies below, the same along a run. */
    this.below = new Int32Array(1 << 14);
    this.length = 0;
    /** Area, first run, run after the last. @type {number[]} */
    this.areas = [];
  }
  /** @param {number} start @param {number} end @param {number} below */
  add(start, end, below) {
    if (this.length === this.start.length) this.grow();
    const k = this.length++;
    this.start[k] = start;
    this.end[k] = end;
    this.below[k] = below;
  }
  grow() {
    for (const name of /** @type {const} */ (["start", "end", "below"])) {
      const more = new Int32Array(2 * this[name].length);
      more.set(this[name]);
      this[name] = more;
    }
  }
}

/**
 * Where each row of pixels is inside rings: pairs of x for each row, in order.
 * @param {Line[]} rings @param {Frame} frame in device px @param {number} height device px
 */
export function rowsOf(rings, { scale, left, top }, height) {
  /** @type {number[][]} */
  const rows = [];
  for (const { points } of rings)
    for (let k = 0, last = points.length - 2; k < points.length; last = k, k += 2) {
      const ay = points[last + 1] * scale - top;
      const by = points[k + 1] * scale - top;
      if (ay === by) continue;
      const from = Math.max(0, Math.ceil(Math.min(ay, by) - 0.5));
      const to = Math.min(height - 1, Math.ceil(Math.max(ay, by) - 0.5) - 1);
      if (from > to) continue;
      const ax = points[last] * scale - left;
      const slope = (points[k] * scale - left - ax) / (by - ay);
      for (let y = from; y <= to; y++) (rows[y] || (rows[y] = [])).push(ax + (y + 0.5 - ay) * slope);
    }
  for (const row of rows) if (row) row.sort((a, b) => a - b);
  return rows;
}

/** Radius of the reach round a cell's place, device px. @param {Cell} cell @param {number} reach km @param {number} scale */
export function reachOf({ y }, reach, scale) {
  // The cosine of the latitude, from the Mercator ordinate.
  const cosine = 1 / Math.cosh((0.5 - y) * 2 * Math.PI);
  return (reach / (EARTH_ROUND_KM * cosine)) * scale;
}

/**
 * @typedef {{base: Int32Array, width: number, height: number, reach: number, water: number}} Sheet
 *   what lies below, in device px; `reach` in km round a place, 0 for no end; pixels of the
 *   colour `water` stay as they are
 */
/** @typedef {Sheet & {runs: Runs, frame: Frame}} Job */

/** Note the pixels of a row from x to x. @param {Job} job @param {number} y @param {number} from @param {number} to */
function note({ runs, base, width, water }, y, from, to) {
  let at = y * width + Math.max(0, Math.ceil(from - 0.5));
  const end = y * width + Math.min(width, Math.ceil(to - 0.5));
  while (at < end) {
    const below = base[at];
    let next = at + 1;
    while (next < end && base[next] === below) next++;
    if (below !== water || !water) runs.add(at, next, below);
    at = next;
  }
}

/** The part of a row that a convex cell takes. @param {Float64Array} points @param {Frame} frame @param {number} y */
function spanOf(points, { scale, left, top }, y) {
  let from = Infinity;
  let to = -Infinity;
  for (let k = 0, last = points.length - 2; k < points.length; last = k, k += 2) {
    const ay = points[last + 1] * scale - top;
    const by = points[k + 1] * scale - top;
    if (ay > y === by > y) continue;
    const ax = points[last] * scale - left;
    const x = ax + ((y - ay) / (by - ay)) * (points[k] * scale - left - ax);
    if (x < from) from = x;
    if (x > to) to = x;
  }
  return /** @type {[number, number]} */ ([from, to]);
}

/** Rows that a cell may take, first and last. @param {Cell} cell @param {Job} job @param {number} radius */
function rowsTaken({ points, y }, { frame, height }, radius) {
  let top = y * frame.scale - frame.top - radius;
  let bottom = y * frame.scale - frame.top + radius;
  if (points) {
    let least = Infinity;
    let most = -Infinity;
    for (let k = 1; k < points.length; k += 2) {
      if (points[k] < least) least = points[k];
      if (points[k] > most) most = points[k];
    }
    top = Math.max(top, least * frame.scale - frame.top);
    bottom = Math.min(bottom, most * frame.scale - frame.top);
  }
  return [
    Math.max(0, Math.ceil(top - 0.5)), Math.min(height - 1, Math.ceil(bottom - 0.5) - 1),
  ];
}

/** @param {Cell} cell @param {number[][]} land @param {Job} job */
function noteCell(cell, land, job) {
  const { frame, runs, reach } = job;
  const radius = reach ? reachOf(cell, reach, frame.scale) : Infinity;
  const x = cell.x * frame.scale - frame.left;
  const y = cell.y * frame.scale - frame.top;
  const begin = runs.length;
  const [first, last] = rowsTaken(cell, job, radius);
  for (let row = first; row <= last; row++) {
    const pairs = land[row];
    if (!pairs) continue;
    let [from, to] = cell.points ? spanOf(cell.points, frame, row + 0.5) : [-Infinity, Infinity];
    if (reach) {
      const half = Math.sqrt(Math.max(0, radius ** 2 - (row + 0.5 - y) ** 2));
      from = Math.max(from, x - half);
      to = Math.min(to, x + half);
    }
    for (let k = 0; k + 1 < pairs.length; k += 2) {
      const a = Math.max(from, pairs[k]);
      const b = Math.min(to, pairs[k + 1]);
      if (a < b) note(job, row, a, b);
    }
  }
  if (runs.length > begin) runs.areas.push(cell.label, begin, runs.length);
}

/**
 * @param {Division} division @param {Frame} frame in device px @param {Sheet} sheet
 */
export function rasterise(division, frame, sheet) {
  const runs = new Runs();
  const { width, height } = sheet;
  const job = { ...sheet, runs, frame, reach: division.hasReach ? sheet.reach : 0 };
  for (const part of division.parts) {
    const [west, north, east, south] = part.box;
    if (east * frame.scale < frame.left || west * frame.scale > frame.left + width) continue;
    if (south * frame.scale < frame.top || north * frame.scale > frame.top + height) continue;
    if (!part.cells.length) continue;
    const land = rowsOf(part.rings, frame, height);
    for (const cell of part.cells) noteCell(cell, land, job);
  }
  return runs;
}
