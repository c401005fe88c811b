/**
 * Divides land between places: cells round each, districts round their seats, or provinces.
 * Made once for a history; what a view shows of it is in areas_raster.js.
 */
import { Delaunay } from "d3-delaunay";
import { decodeLines } from "./ground.js";
import { mercatorX, mercatorY } from "./projection.js";

/** @typedef {import("./history.js").History} History */
/** @typedef {"cells" | "districts" | "provinces"} AreaKind */
/** @typedef {{scale: number, areas: {name: string, rings: string}[], districts: [string, number, number][]}} CountryAreas */
/** @typedef {{x: number, y: number, label: number}} Site on the world square */
/** @typedef {{label: number, x: number, y: number, points: Float64Array | null}} Cell `points` null for all of the part */

const STRIPS = 64;
// Geometry is worked out in steps of about a metre: on the world square, 0 to 1, the library
// would take small triangles for straight lines.
const STEPS = 4e7;
// A point of these stands for more than a place.
const NOT_PLACES = new Set(["country", "province", "region", "district"]);

/** One first-level area, quick to ask what lies in it. */
export class Part {
  /** @param {string} name @param {Line[]} rings */
  constructor(name, rings) {
    this.name = name;
    this.rings = rings;
    this.box = [2, 2, -1, -1];
    for (const { box } of rings) {
      this.box = [
        Math.min(this.box[0], box[0]), Math.min(this.box[1], box[1]),
        Math.max(this.box[2], box[2]), Math.max(this.box[3], box[3]),
      ];
    }
    /** @type {Cell[]} */
    this.cells = [];
    /** Sides by the strips they cross: ax, ay, bx, by. @type {number[][] | null} */
    this.strips = null;
  }
  /** @param {number} y */
  stripOf(y) {
    const high = this.box[3] - this.box[1] || 1;
    return Math.max(0, Math.min(STRIPS - 1, Math.floor(((y - this.box[1]) / high) * STRIPS)));
  }
  makeStrips() {
    /** @type {number[][]} */
    const strips = Array.from({ length: STRIPS }, () => []);
    for (const { points } of this.rings)
      for (let k = 0, last = points.length - 2; k < points.length; last = k, k += 2) {
        const side = [points[last], points[last + 1], points[k], points[k + 1]];
        const from = this.stripOf(Math.min(side[1], side[3]));
        const to = this.stripOf(Math.max(side[1], side[3]));
        for (let s = from; s <= to; s++) strips[s].push(...side);
      }
    return (this.strips = strips);
  }
  /** @param {number} x @param {number} y */
  contains(x, y) {
    const { box } = this;
    if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false;
    const sides = (this.strips || this.makeStrips())[this.stripOf(y)];
    let inside = false;
    for (let k = 0; k < sides.length; k += 4) {
      const ay = sides[k + 1];
      const by = sides[k + 3];
      if (ay > y === by > y) continue;
      if (x < sides[k] + ((y - ay) / (by - ay)) * (sides[k + 2] - sides[k])) inside = !inside;
    }
    return inside;
  }
}

/** The cells of sites inside a box: each point of the box belongs to the nearest site. @param {Site[]} sites @param {number[]} box @returns {Cell[]} */
export function cellsOf(sites, box) {
  if (sites.length === 1) return [{ ...sites[0], points: null }];
  const flat = new Float64Array(2 * sites.length);
  sites.forEach((site, k) => {
    flat[2 * k] = (site.x - box[0]) * STEPS;
    flat[2 * k + 1] = (site.y - box[1]) * STEPS;
  });
  const edge = STEPS * 1e-6;
  const voronoi = new Delaunay(flat).voronoi([
    -edge, -edge, (box[2] - box[0]) * STEPS + edge, (box[3] - box[1]) * STEPS + edge,
  ]);
  /** @type {Cell[]} */
  const cells = [];
  sites.forEach(({ x, y, label }, k) => {
    const polygon = voronoi.cellPolygon(k);
    if (!polygon) return; // another site stands on the same spot
    const points = new Float64Array(2 * polygon.length - 2);
    for (let p = 0; p + 1 < polygon.length; p++) {
      points[2 * p] = polygon[p][0] / STEPS + box[0];
      points[2 * p + 1] = polygon[p][1] / STEPS + box[1];
    }
    cells.push({ label, x, y, points });
  });
  return cells;
}

/** The number of the part that a point lies in, -1 for none. @param {Part[]} parts @param {number} x @param {number} y @param {number} guess */
function partAt(parts, x, y, guess) {
  if (guess >= 0 && parts[guess].contains(x, y)) return guess;
  return parts.findIndex((part) => part.contains(x, y));
}

export class Division {
  /**
   * @param {AreaKind} kind @param {Part[]} parts
   * @param {number} size how many areas @param {Int32Array} member the area of each place, -1 for none
   */
  constructor(kind, parts, size, member) {
    this.kind = kind;
    this.parts = parts;
    this.size = size;
    this.member = member;
    this.hasReach = kind === "cells";
  }
}

/** @param {History} history @param {Part[]} parts @returns {Int32Array} the part of each place that may stand for land round it */
function partsOfPlaces(history, parts) {
  const found = new Int32Array(history.n).fill(-1);
  let guess = -1;
  for (const i of history.order) {
    const has = history.off[i + 1] > history.off[i] && !history.mentioned[i];
    if (!has || NOT_PLACES.has(history.kinds[history.kind[i]])) continue;
    const part = partAt(parts, history.x[i], history.y[i], guess);
    if (part >= 0) guess = part;
    found[i] = part;
  }
  return found;
}

/** @param {History} history @param {Part[]} parts @param {Int32Array} partOf */
function roundPlaces(history, parts, partOf) {
  /** @type {Site[][]} */
  const sites = parts.map(() => []);
  // The most important first: of two on the same spot that one has the cell.
  for (let k = history.n - 1; k >= 0; k--) {
    const i = history.order[k];
    if (partOf[i] >= 0) sites[partOf[i]].push({ x: history.x[i], y: history.y[i], label: i });
  }
  parts.forEach((part, p) => {
    part.cells = sites[p].length ? cellsOf(sites[p], part.box) : [];
  });
  const member = Int32Array.from(partOf, (part, i) => (part >= 0 ? i : -1));
  return new Division("cells", parts, history.n, member);
}

/** @param {History} history @param {Part[]} parts @param {Int32Array} partOf @param {Site[]} seats */
function roundSeats(history, parts, partOf, seats) {
  /** @type {Site[][]} */
  const sites = parts.map(() => []);
  for (const seat of seats) {
    const part = partAt(parts, seat.x, seat.y, -1);
    if (part >= 0) sites[part].push(seat);
  }
  /** @type {(Delaunay<unknown> | null)[]} */
  const nearest = parts.map((part, p) => {
    if (!sites[p].length) return null;
    part.cells = cellsOf(sites[p], part.box);
    return Delaunay.from(sites[p], (site) => site.x * STEPS, (site) => site.y * STEPS);
  });
  const member = Int32Array.from(partOf, (p, i) => {
    const found = p >= 0 && nearest[p];
    return found ? sites[p][found.find(history.x[i] * STEPS, history.y[i] * STEPS)].label : -1;
  });
  return new Division("districts", parts, seats.length, member);
}

/**
 * @param {History} history @param {AreaKind} kind @param {CountryAreas[]} countries
 * @returns {Division}
 */
export function divide(history, kind, countries) {
  const parts = countries.flatMap(({ areas, scale }) =>
    areas.map((area) => new Part(area.name, decodeLines(area.rings, scale))),
  );
  const partOf = partsOfPlaces(history, parts);
  if (kind === "cells") return roundPlaces(history, parts, partOf);
  if (kind === "districts") {
    const seats = countries.flatMap(({ districts }) => districts);
    const sites = seats.map(([, lat, lon], label) => ({
      x: mercatorX(lon), y: mercatorY(lat), label,
    }));
    return roundSeats(history, parts, partOf, sites);
  }
  parts.forEach((part, label) => (part.cells = [{ label, x: 0, y: 0, points: null }]));
  return new Division("provinces", parts, parts.length, partOf);
}
