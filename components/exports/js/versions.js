/** What was known by each day: the versions of each place's states, as packing.py packs them. */
import { dayOf } from "../../mapview/js/days.js";
import { columnsOf, History, textsOf } from "../../mapview/js/history.js";

const STATES = /** @type {const} */ (["shown", "start", "span", "last", "look", "open"]);
const MENTIONED = 4;

export class Versions {
  /**
   * @param {Packed} packed the history as it is known at last
   * @param {{columns: Columns, texts: {ids: string[], names: string[], native: string[]}}} base unpacked
   * @param {PackedVersions} versions @param {any} columns of the versions, unpacked
   */
  constructor(packed, base, versions, columns) {
    this.packed = packed;
    this.base = base;
    this.looks = versions.looks;
    this.columns = columns;
    this.days = versions.days.map(dayOf);
    /** Where the states of each version begin. */
    this.off = new Uint32Array(columns.count.length + 1);
    for (let v = 0; v < columns.count.length; v++) this.off[v + 1] = this.off[v] + columns.count[v];
  }
  /** @param {Packed} packed @param {PackedVersions} versions */
  static async unpack(packed, versions) {
    const [columns, texts, own] = await Promise.all([
      columnsOf(packed), textsOf(packed), columnsOf(versions),
    ]);
    return new Versions(packed, { columns, texts }, versions, own);
  }
  /** The last step up to a day, -1 before the first. @param {number} day */
  stepAt(day) {
    let at = this.days.length - 1;
    while (at >= 0 && this.days[at] > day) at--;
    return at;
  }
  /** The version of each place at a step, -1 where nothing was known. @param {number} step */
  at(step) {
    const { columns } = this;
    const found = new Int32Array(this.base.columns.lat.length).fill(-1);
    for (let v = 0; v < columns.step.length && columns.step[v] <= step; v++)
      found[columns.place[v]] = v;
    return found;
  }
  /** @param {number} step @returns {History} */
  history(step) {
    const { base, columns, off, packed } = this;
    const versions = this.at(step);
    const count = Uint16Array.from(versions, (v) => (v < 0 ? 0 : columns.count[v]));
    /** @type {any} */
    const states = Object.fromEntries(STATES.map((name) => [name, []]));
    versions.forEach((v) => {
      if (v < 0) return;
      for (const name of STATES)
        for (let k = off[v]; k < off[v + 1]; k++) states[name].push(columns[name][k]);
    });
    const importance = base.columns.importance.map(
      (rank, i) => (rank & (MENTIONED - 1)) | (count[i] ? 0 : MENTIONED),
    );
    return new History(
      { ...packed, looks: this.looks },
      { ...base.columns, ...states, importance, count },
      base.texts,
    );
  }
}
