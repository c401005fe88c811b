/** Which country and sea lies where in the part seen, and where their names have most room. */
import { isNear } from "./ground.js";

const CELL = 10;

/** @typedef {{cell: number, columns: number, rows: number, owner: Int16Array}} Grid */

/** Where a row of cells crosses the outlines of a country, px from the left. @param {Line[]} rings @param {number} y @param {Frame} frame */
function crossingsOf(rings, y, frame) {
  const crossings = [];
  for (const { points, box } of rings) {
    if (box[1] > y || box[3] < y) continue;
    let last = points.length - 2;
    for (let k = 0; k < points.length; last = k, k += 2) {
      const ya = points[last + 1];
      const yb = points[k + 1];
      if (ya > y !== yb > y) {
        const x = points[last] + ((y - ya) / (yb - ya)) * (points[k] - points[last]);
        crossings.push(x * frame.scale - frame.left);
      }
    }
  }
  return crossings.sort((a, b) => a - b);
}

/**
 * Which country lies where, on a coarse grid; -1 is water.
 * @param {import("./ground.js").GroundPainter} painter
 * @param {number} width @param {number} height @param {Frame} frame @returns {Grid}
 */
export const gridOfCountries = (painter, width, height, frame) => {
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const owner = new Int16Array(columns * rows).fill(-1);
  const seen = painter.seen(frame, width, height);
  painter.ground.countries.forEach((country, number) => {
    if (!isNear(country, seen)) return;
    for (let row = 0; row < rows; row++) {
      const y = (frame.top + (row + 0.5) * CELL) / frame.scale;
      const crossings = crossingsOf(painter.rings(country), y, frame);
      for (let k = 0; k + 1 < crossings.length; k += 2) {
        const from = Math.max(0, Math.ceil(crossings[k] / CELL - 0.5));
        const to = Math.min(columns - 1, Math.floor(crossings[k + 1] / CELL - 0.5));
        for (let column = from; column <= to; column++) owner[row * columns + column] = number;
      }
    }
  });
  return { cell: CELL, columns, rows, owner };
};

/** Steps to the nearest other country or edge, for each cell (two sweeps). @param {Grid} grid */
function depths(grid) {
  const { columns, rows, owner } = grid;
  const depth = new Float32Array(owner.length);
  /** @param {number} c @param {number} r @param {number} own */
  const at = (c, r, own) =>
    c < 0 || r < 0 || c >= columns || r >= rows || owner[r * columns + c] !== own
      ? 0
      : depth[r * columns + c];
  /** @param {number} c @param {number} r @param {number} d */
  const sweep = (c, r, d) => {
    const k = r * columns + c;
    const own = owner[k];
    depth[k] = Math.min(
      d < 0 ? Infinity : depth[k],
      at(c + d, r, own) + 1, at(c, r + d, own) + 1,
      at(c + d, r + d, own) + 1.4, at(c - d, r + d, own) + 1.4,
    );
  };
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) sweep(c, r, -1);
  for (let r = rows - 1; r >= 0; r--) for (let c = columns - 1; c >= 0; c--) sweep(c, r, 1);
  return depth;
}

/** Width of the country along a row, px. @param {Grid} grid @param {number} k */
function across({ columns, owner, cell }, k) {
  const row = Math.floor(k / columns) * columns;
  let from = k;
  let to = k;
  while (from > row && owner[from - 1] === owner[k]) from--;
  while (to + 1 < row + columns && owner[to + 1] === owner[k]) to++;
  return (to - from + 1) * cell;
}

/** The deepest cell of each country and sea. @param {Grid} grid @param {Ground} ground @param {Frame} frame */
function deepest(grid, ground, frame) {
  const { cell, columns, owner } = grid;
  const depth = depths(grid);
  /** @type {Map<number, {depth: number, k: number}>} */
  const countries = new Map();
  const seas = ground.seas.map((sea) => ({ sea, depth: 0, k: -1 }));
  for (let k = 0; k < owner.length; k++) {
    if (owner[k] >= 0) {
      const now = countries.get(owner[k]);
      if (!now || depth[k] > now.depth) countries.set(owner[k], { depth: depth[k], k });
      continue;
    }
    const x = (frame.left + ((k % columns) + 0.5) * cell) / frame.scale;
    const y = (frame.top + (Math.floor(k / columns) + 0.5) * cell) / frame.scale;
    for (const spot of seas) {
      const [left, top, right, bottom] = spot.sea.box;
      if (x >= left && x <= right && y >= top && y <= bottom && depth[k] > spot.depth) {
        spot.depth = depth[k];
        spot.k = k;
      }
    }
  }
  return { countries, seas };
}

/**
 * @typedef {{kind: "country" | "sea", name: string, x: number, y: number, slack: number,
 *   depth: number, room: number}} NameSpot `room`: px its name may be wide; `slack`: px it may
 *   stand higher or lower
 */

/**
 * Where the names of neighbouring countries and of seas have most room.
 * @param {Grid} grid @param {Ground} ground @param {number} zoom @param {Frame} frame
 * @returns {NameSpot[]}
 */
export const roomiest = (grid, ground, zoom, frame) => {
  const { cell, columns } = grid;
  const { countries, seas } = deepest(grid, ground, frame);
  /** @param {number} k @param {number} depth */
  const at = (k, depth) => ({
    x: ((k % columns) + 0.5) * cell,
    y: (Math.floor(k / columns) + 0.5) * cell,
    slack: Math.min(52, depth * cell * 0.6),
    depth,
  });
  const shown = ground.countries.filter((country) => country.focus).length;
  /** @type {NameSpot[]} */
  const named = [];
  for (const [number, { depth, k }] of countries) {
    const country = ground.countries[number];
    // The country shown needs no name while it is the only one.
    if ((country.focus && shown === 1 && zoom > 4.5) || depth < 2) continue;
    const name = country.name.toUpperCase();
    // A name may reach over the border, but must not hide who is meant.
    named.push({ kind: "country", name, ...at(k, depth), room: 2.2 * across(grid, k) + 20 });
  }
  const done = new Set();
  for (const { sea, depth, k } of seas.sort((a, b) => b.depth - a.depth))
    if (k >= 0 && depth >= 3 && !done.has(sea.name)) {
      done.add(sea.name);
      named.push({ kind: "sea", name: sea.name, ...at(k, depth), room: 1.6 * across(grid, k) });
    }
  return named.sort((a, b) => b.depth - a.depth);
};
