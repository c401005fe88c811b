/**
 * Areas as a second way to draw: cells round places, districts round their seats, or provinces.
 * All are interpolated, which the key says while they are on. The pixels of each area are noted
 * once a view; a new day colours only the areas that look different.
 */
import { divide } from "./areas_division.js";
import { rasterise, Runs } from "./areas_raster.js";
import { majorityOf, paintRun, pixelOf, shownOf, Tints } from "./areas_tints.js";

/** @typedef {import("./history.js").History} History */
/** @typedef {import("./areas_division.js").Division} Division */
/** @typedef {import("./areas_division.js").AreaKind} AreaKind */
/** @typedef {import("./areas_tints.js").Shown} Shown */

/** @type {WeakMap<History, Map<string, Promise<Division>>>} */
const made = new WeakMap();

/** @param {History} history @param {AreaKind} kind @param {import("./ground.js").GroundSource} source */
export function divisionOf(history, kind, source) {
  let kinds = made.get(history);
  if (!kinds) made.set(history, (kinds = new Map()));
  let found = kinds.get(kind);
  if (!found) {
    /** @type {Set<string>} */
    const codes = new Set();
    for (let i = 0; i < history.n; i++)
      if (!history.mentioned[i]) codes.add(history.areas[history.area[i]][1]);
    found = Promise.all([...codes].map((code) => source.areas(code))).then((countries) =>
      divide(history, kind, countries.filter((areas) => areas !== null)),
    );
    kinds.set(kind, found);
  }
  return found;
}

/** The places of each area, one after the other. @param {Division} division */
function membersOf({ member, size }) {
  const off = new Uint32Array(size + 1);
  for (const label of member) if (label >= 0) off[label + 1]++;
  for (let k = 0; k < size; k++) off[k + 1] += off[k];
  const places = new Uint32Array(off[size]);
  const at = off.slice();
  member.forEach((label, i) => {
    if (label >= 0) places[at[label]++] = i;
  });
  return { off, places };
}

export class AreasPainter {
  /** @param {import("./pane.js").Pane} pane */
  constructor(pane) {
    this.pane = pane;
    /** @type {Division | null} */
    this.division = null;
    this.wanted = "";
    /** @type {History | null} */
    this.history = null;
    this.runs = new Runs();
    /** @type {Tints | null} */
    this.tints = null;
    /** Ground and areas. */
    this.pixels = new Int32Array(0);
    this.width = 1;
    this.ratio = 1;
    this.code = new Uint16Array(0);
    this.tint = new Int32Array(0);
    this.members = { off: new Uint32Array(1), places: new Uint32Array(0) };
  }
  get app() {
    return this.pane.app;
  }
  /** Whether areas are asked for and known. */
  get isOn() {
    const kind = /** @type {AreaKind | ""} */ (this.app.settings.areas);
    const { history } = this.pane;
    if (!kind || !history) return false;
    if (this.history === history && this.wanted === kind) return this.division !== null;
    this.history = history;
    this.wanted = kind;
    this.division = null;
    divisionOf(history, kind, this.app.source).then((division) => {
      if (this.history !== history || this.wanted !== kind) return;
      this.division = division;
      this.members = membersOf(division);
      this.app.redrawScenes();
    });
    return false;
  }
  /**
   * The view changed: note which pixels belong to which area.
   * @param {Frame} frame @param {number} width @param {number} height device px
   * @param {number} ratio @param {Int32Array} base the ground with its names
   */
  prepare(frame, width, height, ratio, base) {
    if (!this.division) return;
    const own = { scale: frame.scale * ratio, left: frame.left * ratio, top: frame.top * ratio };
    const colours = this.app.colours();
    const water = this.app.seesThrough ? 0 : pixelOf(colours.water, 1);
    this.runs = rasterise(this.division, own, {
      width, height, base, water, reach: this.app.settings.reach,
    });
    this.tints = new Tints(colours, this.app.theme);
    this.pixels = base.slice();
    this.width = width;
    this.ratio = ratio;
    this.tint = new Int32Array(this.division.size);
    this.code = new Uint16Array(0);
  }
  /** Ground and areas of the day. @param {Int32Array} base the ground @returns {Int32Array} */
  groundOf(base) {
    const { division, tints, tint, runs } = this;
    if (!division || !tints || this.pixels.length !== base.length) return base;
    const changed = this.changedAreas();
    const { areas } = runs;
    for (let k = 0; k < areas.length; k += 3) {
      const label = areas[k];
      if (changed && !changed[label]) continue;
      const number = this.tintOf(label);
      if (number === tint[label]) continue;
      tint[label] = number;
      const look = tints.list[number];
      for (let run = areas[k + 1]; run < areas[k + 2]; run++)
        paintRun(
          this.pixels, runs.start[run], runs.end[run], runs.below[run], look, this.width,
          this.ratio, this.app.theme,
        );
    }
    return this.pixels;
  }
  /** Areas with a place that looks different, null for all. @returns {Uint8Array | null} */
  changedAreas() {
    const { moment, against } = this.pane;
    const { division } = this;
    if (!moment || !division) return null;
    // What is the same on both days fades, and that depends on the other day too.
    const all = this.code.length !== moment.code.length || Boolean(against);
    if (all) {
      this.code = moment.code.slice();
      return null;
    }
    const changed = new Uint8Array(division.size);
    const { member } = division;
    for (let i = 0; i < member.length; i++)
      if (this.code[i] !== moment.code[i]) {
        this.code[i] = moment.code[i];
        if (member[i] >= 0) changed[member[i]] = 1;
      }
    return changed;
  }
  /** @param {number} label @returns {number} */
  tintOf(label) {
    const { moment, points } = this.pane;
    const { division, tints, members } = this;
    if (!moment || !division || !tints) return 0;
    /** @param {number} i */
    const shown = (i) => shownOf(moment.lookOf(i), moment.code[i] & 7);
    if (division.kind === "cells") return tints.number(shown(label), points.isFaded(label));
    const votes = [];
    let faded = true;
    for (let k = members.off[label]; k < members.off[label + 1]; k++) {
      const vote = shown(members.places[k]);
      if (!vote) continue;
      votes.push(vote);
      faded = faded && points.isFaded(members.places[k]);
    }
    return tints.number(majorityOf(votes), faded);
  }
}
