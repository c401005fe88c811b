/** The history that packing.py packs: who held what, when. It never changes once unpacked. */
import { dayOf } from "./days.js";
import { mercatorX, mercatorY } from "./projection.js";

export const NO_DAY = 0xffff;
const BANDS = 40;
const STRETCH = 1e6;
// Of the places of the country that has most.
const SUBJECT_SHARE = 0.06;
/** @type {Record<string, any>} */
const ARRAYS = { f4: Float32Array, u4: Uint32Array, u2: Uint16Array, u1: Uint8Array };

/** @param {string} text base64 @returns {Uint8Array<ArrayBuffer>} */
export const bytesOf = (text) => {
  const signs = atob(text);
  const bytes = new Uint8Array(signs.length);
  for (let k = 0; k < signs.length; k++) bytes[k] = signs.charCodeAt(k);
  return bytes;
};

/** @param {string} text base64 of a deflated block @returns {Promise<ArrayBuffer>} */
export const inflate = (text) =>
  new Response(
    new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream("deflate-raw")),
  ).arrayBuffer();
/** @param {string} text @returns {Promise<string[]>} */
const linesOf = async (text) => new TextDecoder().decode(await inflate(text)).split("\n");

/**
 * In order of whole numbers; equal ones keep their order. Sorting numbers is many times as fast
 * as sorting by a function.
 * @template T @param {T[]} items @param {(item: T) => number} keyOf @returns {T[]}
 */
export function ordered(items, keyOf) {
  const keys = Float64Array.from(items, (item, k) => keyOf(item) * items.length + k).sort();
  const n = items.length;
  return Array.from(keys, (key) => items[((key % n) + n) % n]);
}

export class History {
  /** @param {Packed} packed @param {Columns} columns @param {{ids: string[], names: string[], native: string[]}} texts */
  constructor(packed, columns, texts) {
    this.ids = texts.ids;
    this.names = texts.names;
    this.native = texts.native;
    this.lat = columns.lat;
    this.lon = columns.lon;
    this.kind = columns.kind;
    this.area = columns.area;
    // A state is shown from `shown`; it may have begun from `start` on, and has by start + span.
    this.shown = columns.shown;
    this.start = columns.start;
    this.span = columns.span;
    this.last = columns.last;
    this.look = columns.look;
    this.open = columns.open;
    this.n = columns.lat.length;
    this.first = dayOf(packed.first_day);
    this.lastDay = Math.max(dayOf(packed.last_day), this.first);
    this.knownBy = packed.known_by;
    this.staleAfter = packed.stale_after_days;
    this.articles = packed.articles;
    this.parties = packed.parties;
    this.kinds = packed.kinds;
    this.areas = packed.areas;
    // Two looks that no interval has: before the first report, and only mentioned.
    /** @type {Look[]} */
    this.looks = packed.looks.concat([
      { state: "unknown", standing: "unknown", parties: [], words: "No report yet" },
      { state: "mentioned", standing: "", parties: [], words: "Mentioned only" },
    ]);
    this.noneLook = this.looks.length - 2;
    this.mentionedLook = this.looks.length - 1;
    this.importance = new Uint8Array(this.n);
    this.mentioned = new Uint8Array(this.n);
    this.off = new Uint32Array(this.n + 1);
    this.x = new Float64Array(this.n);
    this.y = new Float64Array(this.n);
    for (let i = 0; i < this.n; i++) {
      this.mentioned[i] = columns.importance[i] >> 2;
      this.importance[i] = columns.importance[i] & 3;
      this.off[i + 1] = this.off[i] + columns.count[i];
      this.x[i] = mercatorX(columns.lon[i]);
      this.y[i] = mercatorY(columns.lat[i]);
    }
    this.byId = new Map(this.ids.map((id, i) => [id, i]));
    this.order = this.drawingOrder();
    this.changes = this.findChanges();
    this.reports = this.countReports(columns);
    this.holders = this.looks.map((look) => `${look.state}|${[...look.parties].sort().join()}`);
  }

  /** Small below large, mentions lowest; among equals neighbours follow one another: their
   * pixels lie close in memory. */
  drawingOrder() {
    const top = this.y.reduce((a, b) => Math.min(a, b), 1);
    const bottom = this.y.reduce((a, b) => Math.max(a, b), 0);
    const high = (bottom - top) / BANDS || 1;
    const bands = Uint16Array.from(this.y, (y) => Math.floor((y - top) / high));
    const places = Array.from({ length: this.n }, (_, i) => i);
    // Bands first, then a way along each: x is below 1.
    const weight = (/** @type {number} */ i) => Math.floor(this.x[i] * STRETCH);
    return Uint32Array.from(
      ordered(places, (i) => (this.rank(i) * (BANDS + 1) + bands[i]) * STRETCH + weight(i)),
    );
  }

  /** 0 for a mention, else the importance, 1 to 3. @param {number} i */
  rank(i) {
    return this.mentioned[i] ? 0 : this.importance[i];
  }

  /** Every change that a report states, by the day from which it is shown. @returns {Change[]} */
  findChanges() {
    const found = [];
    for (let i = 0; i < this.n; i++)
      for (let c = this.off[i]; c < this.off[i + 1]; c++) {
        const look = this.looks[this.look[c]];
        if (this.open[c] || look.standing === "inferred") continue;
        if (c === this.off[i] && look.state === "unknown") continue;
        const earliest = this.first + this.start[c];
        const latest = this.span[c] === NO_DAY ? this.lastDay : earliest + this.span[c];
        found.push({ day: this.first + this.shown[c], earliest, latest, place: i, interval: c, look });
      }
    return ordered(found, (change) => 4 * change.day + 3 - this.rank(change.place));
  }

  /** Reports a day over the whole timeline. @param {Columns} columns */
  countReports({ report_day, report_count }) {
    const counts = new Float32Array(this.lastDay - this.first + 1);
    for (let k = 0; k < report_day.length; k++)
      if (report_day[k] < counts.length) counts[report_day[k]] += report_count[k];
    return counts;
  }

  /** Index of the first change after a day. @param {number} day */
  changeAfter(day) {
    let low = 0;
    let high = this.changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.changes[middle].day <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param {number} day @returns {number} the day within the timeline */
  within(day) {
    return Math.max(this.first, Math.min(this.lastDay, day));
  }

  /** The next interval of a place, with other holders than one that is shown, that may have begun
   * by then; -1 if there is none.
   * @param {number} c interval shown @param {number} k last one looked at
   * @param {number} end of the place @param {number} at days from the first */
  possibleAfter(c, k, end, at) {
    for (let next = k + 1; next < end && this.start[next] <= at; next++)
      if (this.holders[this.look[next]] !== this.holders[this.look[c]]) return next;
    return -1;
  }

  /** @param {string} id @returns {number} the place's number, -1 if there is none */
  indexOf(id) {
    return this.byId.get(id) ?? -1;
  }

  /** Code of the country that a place lies in, "" where none applies. @param {number} i */
  countryOf(i) {
    return this.areas[this.area[i]][1];
  }

  /** Codes of the countries that the places with a state lie in; of all mentioned if none has.
   * A country with a place or two among many is a neighbour, not the subject. */
  countries() {
    /** @type {Map<string, number>} */
    const counts = new Map();
    let most = 0;
    const stated = this.mentioned.includes(0);
    for (let i = 0; i < this.n; i++) {
      if (stated && this.mentioned[i]) continue;
      const count = (counts.get(this.countryOf(i)) || 0) + 1;
      counts.set(this.countryOf(i), count);
      most = Math.max(most, count);
    }
    const codes = [...counts].filter(([, count]) => count >= SUBJECT_SHARE * most);
    return new Set(codes.map(([code]) => code));
  }
}

/** Columns of numbers as packing.py wrote them, by name. @param {{columns: Packed["columns"], block: string}} packed */
export const columnsOf = async (packed) => {
  const block = await inflate(packed.block);
  /** @type {any} */
  const columns = {};
  let at = 0;
  for (const [name, type, length] of packed.columns) {
    const Kind = ARRAYS[type.replace("|", "")];
    const size = length * Kind.BYTES_PER_ELEMENT;
    columns[name] = new Kind(block.slice(at, at + size));
    at += size;
  }
  return columns;
};

/** @param {Packed} packed */
export const textsOf = async (packed) => {
  const [ids, names, native] = await Promise.all(
    [packed.ids, packed.names, packed.native].map(linesOf),
  );
  return { ids, names, native };
};

/** @param {Packed} packed what packing.py wrote @returns {Promise<History>} */
export const unpack = async (packed) => {
  const [columns, texts] = await Promise.all([columnsOf(packed), textsOf(packed)]);
  return new History(packed, columns, texts);
};
