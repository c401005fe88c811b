/** The card beside a mark: its state, its holder, since when, and how well that is vouched for. */
import { el, languageOf } from "./dom.js";
import { markElement } from "./marks.js";
import { STALE, UNCERTAIN } from "./moment.js";
import { possibleWords, sinceWords, standingWords } from "./words.js";

/** @typedef {import("./pane.js").Pane} Pane */

/** What the card says under the state. @param {import("./moment.js").Moment} moment @param {number} i */
export const cardLines = (moment, i) => {
  const { history } = moment;
  const code = moment.code[i];
  const look = moment.lookOf(i);
  const c = moment.intervalOf(i);
  if (look.state === "mentioned") return ["No report says who holds it."];
  if (c < 0) return [];
  const lines = [sinceWords(history, c)];
  const standing = standingWords(look);
  // "one side says so" may already stand in the words of the state.
  if (standing && !look.words.toLowerCase().includes(standing.toLowerCase())) lines.push(standing);
  const possible = possibleWords(history, i, c, moment.day);
  if (possible) lines.push(possible);
  if (code & STALE) lines.push("Old news: no report since");
  return lines;
};

/** @param {import("./app.js").App} app */
export const makeCard = (app) => {
  const card = el("div", "wh-card");
  card.hidden = true;
  app.root.appendChild(card);
  /** @param {import("./moment.js").Moment} moment @param {number} i */
  const fill = (moment, i) => {
    const { history } = moment;
    const look = moment.lookOf(i);
    const name = el("b", "", history.names[i]);
    name.dir = "auto";
    const title = el("div", "wh-card-name");
    title.append(name);
    const native = history.native[i];
    if (native && native !== history.names[i]) {
      const other = el("span", "", native);
      other.lang = languageOf(native);
      other.dir = "auto";
      title.append(" ", other);
    }
    const state = el("div", "wh-card-state");
    const flags = moment.code[i] & (STALE | UNCERTAIN);
    const mark = markElement(look, 5.5, flags, app.colours(), flags & UNCERTAIN ? 5 : 3);
    state.append(mark, el("span", "", look.words));
    const lines = cardLines(moment, i).map((line) => el("div", "wh-card-more", `${line}.`));
    card.replaceChildren(title, state, ...lines);
  };
  return {
    element: card,
    /** @param {Pane} pane @param {number} i */
    show(pane, i) {
      if (!pane.moment) return;
      fill(pane.moment, i);
      card.hidden = false;
      const { x, y } = pane.spotOf(i);
      const from = pane.container.offsetLeft;
      const right = pane.room().width;
      const left = x + 16 + card.offsetWidth > right ? x - 16 - card.offsetWidth : x + 16;
      card.style.left = Math.max(8, from + left) + "px";
      card.style.top = Math.max(8, y - card.offsetHeight - 12) + "px";
    },
    hide() {
      card.hidden = true;
    },
  };
};
