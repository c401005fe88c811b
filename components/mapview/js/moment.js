/** All places on one day: which interval is in force, and what the day adds to its look. */
import { NO_DAY } from "./history.js";

/** @typedef {import("./history.js").History} History */

const WEEK = 7;
// Flags beside the look in a place's code.
export const UNCERTAIN = 1;
export const STALE = 2;
export const CHANGED = 4;

export class Moment {
  /** @param {History} history */
  constructor(history) {
    this.history = history;
    this.day = NaN;
    this.cursor = history.off.slice(0, history.n);
    this.code = new Uint16Array(history.n);
  }

  /** Bring every place to the day. Returns how many look different. @param {number} day */
  seek(day) {
    const { off, shown, look, mentioned, n, first, mentionedLook, noneLook } = this.history;
    const { cursor, code } = this;
    const at = day - first;
    this.day = day;
    let different = 0;
    for (let i = 0; i < n; i++) {
      let now;
      const from = off[i];
      const end = off[i + 1];
      if (from === end || mentioned[i]) now = mentionedLook << 3;
      else {
        let c = cursor[i];
        while (c + 1 < end && shown[c + 1] <= at) c++;
        while (c > from && shown[c] > at) c--;
        cursor[i] = c;
        now = shown[c] > at ? noneLook << 3 : (look[c] << 3) | this.flags(c, end, at);
      }
      if (now !== code[i]) {
        code[i] = now;
        different++;
      }
    }
    return different;
  }

  /** @param {number} c interval @param {number} end of the place @param {number} at days from the first */
  flags(c, end, at) {
    const { history } = this;
    const look = history.looks[history.look[c]];
    const begin = history.start[c];
    const span = history.span[c];
    const sure = at >= begin + span && history.possibleAfter(c, c, end, at) < 0;
    let flags = sure ? 0 : UNCERTAIN;
    if (look.standing === "inferred" || look.state === "unknown") return flags;
    if (!history.open[c] && span < WEEK && at - history.shown[c] < WEEK) flags |= CHANGED;
    const reported = history.last[c] === NO_DAY ? begin : begin + history.last[c];
    if (at - reported > history.staleAfter) flags |= STALE;
    return flags;
  }

  /** The interval in force, or -1. @param {number} i */
  intervalOf(i) {
    const { history } = this;
    if (history.mentioned[i] || history.off[i] === history.off[i + 1]) return -1;
    return this.code[i] >> 3 === history.noneLook ? -1 : this.cursor[i];
  }

  /** @param {number} i @returns {Look} */
  lookOf(i) {
    return this.history.looks[this.code[i] >> 3];
  }

  /** Whether a place has another state or other holders than in another moment. @param {Moment} other @param {number} i */
  differs(other, i) {
    const { holders } = this.history;
    return holders[this.code[i] >> 3] !== holders[other.code[i] >> 3];
  }
}
