/** The picture in the timeline: bars of reports, an axis of days, and what covers them. */
import { MONTHS, dateOf, monthDay } from "./days.js";
import { clamp, isPhone } from "./dom.js";
import { drawLane, drawTriangles } from "./lane.js";
import { context } from "./marks.js";

/** @type {[number, string][]} */
const BINS = [
  [1, "a day"], [7, "a week"], [14, "in two weeks"], [30, "a month"], [91, "a quarter"],
  [365, "a year"],
];
const WIDE = { lane: 39, high: 16, bars: 60, axis: 98, below: 19, total: 128 };
const PHONE = { lane: 8, high: 16, bars: 28, axis: 62, below: 13, total: 84 };
const HATCH_PX = 6;
/** From how many px a year every how many years are named. */
const YEARS_NAMED = [[34, 1], [18, 2], [8, 5]];

/** @typedef {typeof WIDE} Places px from the top of the chart's parts */
/** @typedef {{words: string, font: string, colour: string, left: number, right: number}} AxisName */

/** Px between a flag and a name beside it. */
const FLAG_GAP = 5;

/** The names that no flag touches. @template {{left: number, right: number}} T
 * @param {T[]} names @param {[number, number][]} flags px from left to right @returns {T[]} */
export const apart = (names, flags) =>
  names.filter(({ left, right }) =>
    flags.every(([from, to]) => right + FLAG_GAP <= from || left - FLAG_GAP >= to),
  );

/** Days a bar stands for, and how that is said. @param {number} perDay px */
export const binOf = (perDay) =>
  BINS.find(([length]) => length * perDay >= 4) || BINS[BINS.length - 1];

export class Chart {
  /** @param {import("./app.js").App} app @param {HTMLCanvasElement} canvas */
  constructor(app, canvas) {
    this.app = app;
    this.canvas = canvas;
    /** First and last day seen, fractions too. @type {[number, number]} */
    this.domain = [0, 1];
    this.titleText = "";
    this.width = 1;
    this.perMonth = 1;
    this.g = context(canvas);
    /** Days between which the chart is tinted while a period is drawn. @type {[number, number] | null} */
    this.brush = null;
    /** Names of days on the axis. @type {AxisName[]} */
    this.names = [];
    /** Which of them stand beside the flags. */
    this.written = "";
  }
  /** @param {number} day @returns {number} px from the left */
  x(day) {
    const [from, to] = this.domain;
    return ((day - from) / (to - from)) * this.width;
  }
  /** @param {number} x px @returns {number} day, a fraction too */
  dayAt(x) {
    const [from, to] = this.domain;
    return from + (x / this.width) * (to - from);
  }
  get places() {
    return isPhone() ? PHONE : WIDE;
  }
  draw() {
    const ratio = window.devicePixelRatio || 1;
    const at = this.places;
    const { g, app } = this;
    this.width = Math.max(1, this.canvas.parentElement?.clientWidth ?? 1);
    this.canvas.width = Math.round(this.width * ratio);
    this.canvas.height = Math.round(at.total * ratio);
    this.canvas.style.width = this.width + "px";
    this.canvas.style.height = at.total + "px";
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.perMonth = (this.width / (this.domain[1] - this.domain[0])) * 30.4;
    const c = app.colours();
    this.drawBetween(at, c);
    this.names = [];
    this.written = "";
    this.drawAxis(at, c);
    this.writeNames();
    if (!app.history) return;
    this.drawBars(at, c);
    drawLane(this, app, at, c);
    this.drawUnheard(at, c);
    drawTriangles(this, app, at, c);
    this.drawTitle(c);
  }
  /** Put a name on the axis, to be written where no flag lies. @param {string} words @param {number} x @param {string} colour @param {string} font */
  name(words, x, colour, font) {
    const { g } = this;
    g.font = font + this.app.fonts.sans;
    // A year at the very edge is moved in rather than cut.
    const half = g.measureText(words).width / 2;
    const middle = Math.max(half, Math.min(this.width - half, x));
    this.names.push({ words, font: g.font, colour, left: middle - half, right: middle + half });
  }
  /** Write the names of the axis: one that a flag would cut is left out whole. Costs nothing while
   * the flags cover the same ones. */
  writeNames() {
    const flags = this.app.timeline.flagBoxes();
    const shown = apart(this.names, flags);
    const key = shown.map((name) => name.left).join();
    if (key === this.written) return;
    this.written = key;
    const { g } = this;
    const at = this.places;
    const top = at.axis + 8;
    g.clearRect(0, top, this.width, at.total - top);
    g.textAlign = "left";
    g.textBaseline = "alphabetic";
    for (const { words, left, colour, font } of shown) {
      g.font = font;
      g.fillStyle = colour;
      g.fillText(words, left, at.axis + at.below);
    }
  }
  /** @param {string} colour @param {number} x @param {number} y @param {number} x2 @param {number} y2 */
  line(colour, x, y, x2, y2) {
    const { g } = this;
    g.strokeStyle = colour;
    g.lineWidth = 1;
    g.beginPath();
    g.moveTo(x, y);
    g.lineTo(x2, y2);
    g.stroke();
  }
  /** The days between the two compared, or of the period being drawn. @param {Places} at @param {Colours} c */
  drawBetween(at, c) {
    const { app, g } = this;
    const days = this.brush || (app.isComparing ? [app.day, app.secondDay] : null);
    if (!days) return;
    const [left, right] = days.map((day) => clamp(this.x(day), 0, this.width)).sort((a, b) => a - b);
    g.globalAlpha = 0.11;
    g.fillStyle = c.accent;
    g.fillRect(left, at.lane - 4, right - left, at.axis - at.lane + 4);
    g.globalAlpha = 1;
  }
  /** What was not known yet is whitened and hatched. @param {Places} at @param {Colours} c */
  drawUnheard(at, c) {
    const { app, g } = this;
    if (app.knownBy === null) return;
    const left = clamp(this.x(app.knownBy), 0, this.width);
    const top = at.lane - 4;
    g.save();
    g.beginPath();
    g.rect(left, top, this.width - left, at.axis - top);
    g.clip();
    g.globalAlpha = 0.62;
    g.fillStyle = c.panel;
    g.fillRect(left, top, this.width - left, at.axis - top);
    g.globalAlpha = 0.5;
    g.strokeStyle = c.bars;
    g.lineWidth = 0.75;
    g.beginPath();
    const high = at.axis - top;
    for (let x = left - high; x < this.width; x += HATCH_PX) {
      g.moveTo(x, at.axis);
      g.lineTo(x + high, top);
    }
    g.stroke();
    g.restore();
  }
  /** @param {Places} at @param {Colours} c */
  drawAxis(at, c) {
    const [from, to] = this.domain;
    this.line(c.axis, 0, at.axis + 0.5, this.width, at.axis + 0.5);
    const begin = dateOf(from);
    for (let k = begin.getUTCFullYear() * 12 + begin.getUTCMonth(); ; k++) {
      const year = Math.floor(k / 12);
      const month = k % 12;
      const day = monthDay(year, month);
      if (day > to) break;
      if (day >= from) this.drawMonth(at, c, year, month, Math.round(this.x(day)) + 0.5);
    }
    if (to - from < 70) this.drawDays(at, c);
  }
  /** @param {Places} at @param {Colours} c @param {number} year @param {number} month @param {number} x */
  drawMonth(at, c, year, month, x) {
    const { perMonth } = this;
    if (month === 0) {
      const every = YEARS_NAMED.find(([px]) => perMonth * 12 >= px)?.[1] ?? 10;
      this.line(c.rule, x, at.lane - 2, x, at.axis + 7);
      if (year % every === 0)
        this.name(String(year), x, c.ink, isPhone() ? "600 11.5px " : "600 12.5px ");
      return;
    }
    if (perMonth > 6 || (month % 3 === 0 && perMonth > 2))
      this.line(c.axis, x, at.axis, x, at.axis + (month % 3 ? 3 : 5));
    const name = MONTHS[month];
    if (perMonth > 58) this.name(name, x, c.ink_second, "400 11px ");
    else if (perMonth > 30 || (perMonth > 12 && month % 3 === 0))
      this.name(name.slice(0, 3), x, c.ink_second, "400 11px ");
  }
  /** @param {Places} at @param {Colours} c */
  drawDays(at, c) {
    const [from, to] = this.domain;
    for (let day = Math.ceil(from); day <= to; day++) {
      const x = Math.round(this.x(day)) + 0.5;
      this.line(c.axis, x, at.axis, x, at.axis + 3);
      const date = dateOf(day).getUTCDate();
      if (date % 7 === 1 && date > 1 && date < 28)
        this.name(String(date), x, c.ink_second, "400 11px ");
    }
  }
  /** @param {Places} at @param {Colours} c */
  drawBars(at, c) {
    const { history } = this.app;
    if (!history) return;
    const { reports, first } = history;
    const [from, to] = this.domain;
    const [days, words] = binOf(this.width / (to - from));
    this.titleText = `Changes of hands, and reports ${words}`;
    // Bins are counted from the first day, so that they stay while the chart is moved.
    const bins = new Float64Array(Math.ceil(reports.length / days));
    for (let k = 0; k < reports.length; k++) bins[Math.floor(k / days)] += reports[k];
    const most = bins.reduce((a, b) => Math.max(a, b), 1);
    const high = at.axis - at.bars - 2;
    this.g.fillStyle = c.bars;
    for (let k = 0; k < bins.length; k++) {
      if (!bins[k]) continue;
      const left = Math.max(0, this.x(first + k * days));
      const right = Math.min(this.width, this.x(first + (k + 1) * days));
      if (right <= left) continue;
      const tall = Math.max(1.5, (bins[k] / most) * high);
      const gap = right - left > 4 ? 1.5 : 0.6;
      this.g.fillRect(left, at.axis - tall, Math.max(1, right - left - gap), tall);
    }
  }
  /** @param {Colours} c */
  drawTitle(c) {
    if (isPhone()) return;
    const { g } = this;
    g.font = "400 12px " + this.app.fonts.sans;
    g.fillStyle = c.ink_second;
    g.textAlign = "left";
    g.fillText(this.width > 700 ? this.titleText : "Changes and reports", 0, 20);
  }
}
