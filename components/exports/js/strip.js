/** A place's states from the first day to the last; a click goes there. */
import { dateOf, monthDay } from "../../mapview/js/days.js";
import { el } from "../../mapview/js/dom.js";
import { sinceWords } from "../../mapview/js/words.js";

/** @param {HTMLElement} piece @param {Look} look @param {(party: string) => string} fill */
function paint(piece, look, fill) {
  const [first, last] = [look.parties[0], look.parties[look.parties.length - 1]];
  const { style } = piece;
  if (look.state === "unknown" || !first) style.border = "1px dashed var(--unknown)";
  else if (look.state === "contested")
    style.background = `repeating-linear-gradient(135deg, ${fill(first)} 0 4px, ${fill(last)} 4px 8px)`;
  else if (look.state === "disputed")
    style.background = `linear-gradient(${fill(first)} 45%, var(--panel) 45% 55%, ${fill(last)} 55%)`;
  else if (look.standing === "inferred") style.border = `1.5px dotted ${fill(first)}`;
  else if (look.standing === "claimed") style.border = `2.5px solid ${fill(first)}`;
  else style.background = fill(first);
}

/**
 * @param {import("../../mapview/js/app.js").App} app @param {number} at place
 * @param {number} day the day shown @param {(day: number) => void} go
 */
export function makeStrip(app, at, day, go) {
  const { history } = app;
  const strip = el("div", "ex-strip");
  if (!history) return strip;
  const days = Math.max(1, history.lastDay - history.first);
  const share = (/** @type {number} */ d) =>
    (100 * Math.max(0, Math.min(days, d - history.first))) / days;
  const fill = (/** @type {string} */ party) => app.colours().party(party).fill;
  for (let c = history.off[at]; c < history.off[at + 1]; c++) {
    const begin = history.first + history.shown[c];
    const from = share(begin);
    const isLast = c + 1 === history.off[at + 1];
    const to = isLast ? 100 : share(history.first + history.shown[c + 1]);
    const look = history.looks[history.look[c]];
    const piece = el("button");
    piece.type = "button";
    piece.style.left = `${from}%`;
    piece.style.width = `calc(${Math.max(0, to - from)}% - 1px)`;
    // A state of a few days is a sliver; it must not lie under the long one after it.
    if (to - from < 2) piece.style.zIndex = "1";
    paint(piece, look, fill);
    piece.title = `${look.words}. ${sinceWords(history, c)}`;
    piece.setAttribute("aria-label", piece.title);
    piece.addEventListener("click", () => go(begin));
    strip.append(piece);
  }
  const marker = el("i");
  marker.style.left = `${share(day)}%`;
  strip.append(marker);
  const first = dateOf(history.first).getUTCFullYear() + 1;
  const last = dateOf(history.lastDay).getUTCFullYear();
  const step = Math.max(1, Math.ceil((last - first + 1) / 7));
  for (let year = first; year <= last; year += step) {
    const label = el("small", "", String(year));
    label.style.left = `${share(monthDay(year, 0))}%`;
    strip.append(label);
  }
  return strip;
}
