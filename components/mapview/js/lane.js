/** The lane of changes in the timeline: a tick in the colour of the new holder, a span where the
 * day is not known. */
import { isPhone } from "./dom.js";

const SPAN_FROM_PX = 22;
const ROWS = 3;
const HEIGHTS = [0.42, 0.42, 0.7, 1];

/** @typedef {import("./chart.js").Chart} Chart */
/** @typedef {import("./chart.js").Places} Places */
/** @typedef {import("./app.js").App} App */

/** Colours of a change: of both sides for a fight, else of who holds it now. @param {Look} look @param {Colours} c */
export const coloursOf = (look, c) => {
  if (look.state === "unknown" || !look.parties.length) return [c.unknown];
  const all = look.parties.map((id) => c.party(id).fill);
  return look.state === "contested" || look.state === "disputed" ? all : [all[0]];
};

/** Which row a span takes: the first in which it covers no other; -1 when all are full. @param {[number, number][][]} rows @param {number} left @param {number} right */
export const rowFor = (rows, left, right) => {
  for (let row = 0; row < ROWS; row++)
    if (!(rows[row] || []).some(([a, b]) => left < b + 6 && a < right + 6)) {
      (rows[row] = rows[row] || []).push([left, right]);
      return row;
    }
  return -1;
};

/** @param {Chart} chart @param {App} app @param {Places} at @param {Colours} c */
export function drawLane(chart, app, at, c) {
  // What later reports brought is drawn too: the part not known yet is whitened over it.
  const history = (app.knownBy !== null && app.fullHistory) || app.history;
  if (!history) return;
  const [from, to] = chart.domain;
  const { perMonth } = chart;
  const wide = perMonth > 25 ? 4 : perMonth > 14 ? 2.5 : 2;
  const base = at.lane + at.high;
  /** @type {[number, number][][]} */
  const rows = [];
  /** @type {[number, number][]} */
  const labels = [];
  /** @type {Map<number, {x: number, rank: number, tint: string[], uncertain: boolean}>} */
  const ticks = new Map();
  const seen = history.changes.filter(
    (change) => change.latest >= from && change.earliest <= to && app.concerns(change.look),
  );
  // Tall ticks first: the short ones of small places stay visible on them.
  seen.sort((a, b) => history.rank(b.place) - history.rank(a.place) || a.day - b.day);
  for (const change of seen) {
    const left = chart.x(change.earliest);
    const right = chart.x(change.latest);
    const tint = coloursOf(change.look, c);
    if (right - left > SPAN_FROM_PX && perMonth > 25) {
      const row = rowFor(rows, left, right);
      if (row >= 0) {
        drawSpan(chart, at.lane + 3 + row * 6, left, right, tint[tint.length - 1]);
        continue;
      }
    }
    const rank = history.rank(change.place);
    const x = (left + right) / 2;
    const uncertain = right > left;
    // Of ticks on the same spot only the last would be seen.
    ticks.set(rank * 1e5 + Math.round(2 * x) * 2 + Number(uncertain), { x, rank, tint, uncertain });
    if (perMonth > 200) labels.push([x, change.place]);
  }
  for (const { x, rank, tint, uncertain } of ticks.values())
    drawTick(chart.g, x, base, wide, at.high * HEIGHTS[rank], tint, uncertain, c);
  if (labels.length) drawLabels(chart, app, history, labels, base, c);
}

/**
 * @param {CanvasRenderingContext2D} g @param {number} x @param {number} base @param {number} wide
 * @param {number} high @param {string[]} tint @param {boolean} uncertain @param {Colours} c
 */
function drawTick(g, x, base, wide, high, tint, uncertain, c) {
  const left = x - wide / 2;
  if (uncertain) {
    g.fillStyle = c.panel;
    g.fillRect(left, base - high, wide, high);
    g.strokeStyle = tint[0];
    g.lineWidth = 1;
    g.strokeRect(left + 0.5, base - high + 0.5, wide - 0.5, high - 1);
    return;
  }
  g.fillStyle = tint[0];
  if (tint.length === 1) {
    g.fillRect(left, base - high, wide, high);
    return;
  }
  g.fillRect(left, base - high, wide, high * 0.42);
  g.fillStyle = tint[1];
  g.fillRect(left, base - high * 0.42, wide, high * 0.42);
}

/** The days a change may lie in. @param {Chart} chart @param {number} y @param {number} left @param {number} right @param {string} colour */
function drawSpan(chart, y, left, right, colour) {
  const { g } = chart;
  g.fillStyle = colour;
  g.globalAlpha = 0.28;
  g.fillRect(left, y - 2, right - left, 5);
  g.globalAlpha = 1;
  g.strokeStyle = colour;
  g.lineWidth = 1.5;
  g.setLineDash([3, 2.5]);
  g.beginPath();
  g.moveTo(left, y + 0.5);
  g.lineTo(right, y + 0.5);
  g.stroke();
  g.setLineDash([]);
  for (const x of [left, right]) chart.line(colour, x, y - 3, x, y + 4);
}

/** Names beside ticks, only where the next tick leaves room. @param {Chart} chart @param {App} app @param {import("./history.js").History} history @param {[number, number][]} labels @param {number} base @param {Colours} c */
function drawLabels(chart, app, history, labels, base, c) {
  const { g } = chart;
  g.font = "400 12px " + app.fonts.sans;
  g.fillStyle = c.ink;
  g.textAlign = "left";
  labels.sort((a, b) => a[0] - b[0]);
  labels.forEach(([x, place], k) => {
    const name = history.names[place];
    const end = x + 6 + g.measureText(name).width + 4;
    const next = labels[k + 1];
    if (end < chart.width && (!next || next[0] > end)) g.fillText(name, x + 6, base - 3);
  });
}

/** Where the chosen place changes. @param {Chart} chart @param {App} app @param {Places} at @param {Colours} c */
export function drawTriangles(chart, app, at, c) {
  const { history, place } = app;
  if (place < 0 || !history) return;
  const { g } = chart;
  const y = at.lane - (isPhone() ? 6 : 7);
  g.fillStyle = c.ink;
  for (const change of history.changes) {
    if (change.place !== place) continue;
    const x = chart.x((change.earliest + change.latest) / 2);
    if (x < -5 || x > chart.width + 5) continue;
    g.beginPath();
    g.moveTo(x - 5, y);
    g.lineTo(x + 5, y);
    g.lineTo(x, y + 6);
    g.fill();
  }
}
