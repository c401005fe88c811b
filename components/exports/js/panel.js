/**
 * The panel of a saved page: the day, and for a chosen place the sentences behind its colour.
 * Every text is set as text, never as markup: names and sentences come from articles.
 */
import { dayOf, isoOf, longDay, shortDay } from "../../mapview/js/days.js";
import { el, languageOf, oncePerFrame } from "../../mapview/js/dom.js";
import { setView } from "../../mapview/js/main.js";
import { markElement } from "../../mapview/js/marks.js";
import { UNCERTAIN } from "../../mapview/js/moment.js";
import { changeWords, possibleWords, sinceWords } from "../../mapview/js/words.js";
import { cardOf, notCounted } from "./evidence.js";
import { makeStrip } from "./strip.js";

/** @typedef {import("../../mapview/js/history.js").History} History */
/** @typedef {import("../../mapview/js/moment.js").Moment} Moment */

const RECENT_DAYS = 30;
const MOST_CHANGES = 40;
const MOST_LATER = 4;
/** @type {Record<string, [string, string]>} */
const WHY = {
  corroborated: [
    "Two or more sources",
    "Two or more sources that do not quote each other say so. " +
      "An independent report of another holder would make this “sources disagree”.",
  ],
  claimed: [
    "One side says so",
    "Only one source, or only one side, says so. " +
      "A second, independent source would make this “held, two or more sources”.",
  ],
  inferred: [
    "Inferred",
    "No report says who held it in these days; a later report says whom it was taken from. " +
      "A report about these days would replace this.",
  ],
  contested: [
    "Fought over",
    "Reports speak of fighting for it, and none of these days says that it is decided. " +
      "A report of a capture, a retreat or a failed attack would end this.",
  ],
  disputed: [
    "Sources disagree",
    "Sources name different holders, and neither version outweighs the other: both are shown. " +
      "A further independent source for one of them would decide.",
  ],
  unknown: ["Unknown", "No report says who holds it. One that does would change this."],
};
const OTHER_STATES = [
  ["contested", "Fought over"],
  ["disputed", "Sources disagree"],
  ["unknown", "Unknown"],
];

const capital = (/** @type {string} */ text) => text.charAt(0).toUpperCase() + text.slice(1);
const plural = (/** @type {number} */ n, /** @type {string} */ word) =>
  `${n.toLocaleString("en")} ${word}${n === 1 ? "" : "s"}`;

/** @param {Saved} saved */
export const countsLine = (saved) =>
  `${plural(saved.places, "place")}, ${plural(saved.claimCount, "claim")} ` +
  `from ${plural(saved.articles, "article")}`;

/** How many places each party holds, and how many are in each other state. @param {Moment} moment */
export function countHolders(moment) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (let i = 0; i < moment.history.n; i++) {
    if (moment.intervalOf(i) < 0) continue;
    const look = moment.lookOf(i);
    const keys = look.state === "held" ? look.parties : ["state:" + look.state];
    for (const key of keys) counts.set(key, (counts.get(key) || 0) + 1);
  }
  return counts;
}

export class Panel {
  /**
   * @param {import("../../mapview/js/app.js").App} app the mounted map
   * @param {Saved} saved what page.py wrote @param {Card[]} evidence cards by number
   */
  constructor(app, saved, evidence) {
    this.app = app;
    this.saved = saved;
    this.evidence = evidence;
    /** What was known by the day asked for, null while all is. @type {KnownClaims | null} */
    this.known = null;
    this.element = /** @type {HTMLElement} */ (document.getElementById("panel"));
    this.shown = saved.place ? "place" : "day";
    this.place = saved.place;
    this.day = app.day;
    this.aboutOpen = false;
    // The map brings its places to the day at its own next frame; the panel reads them after.
    this.drawSoon = oncePerFrame(() => this.draw());
  }

  /** Show a day and a place, "" for none. @param {string} iso @param {string} place */
  show(iso, place) {
    if (place !== this.place) {
      this.shown = place ? "place" : "day";
      this.element.scrollTop = 0;
    }
    this.place = place;
    this.day = dayOf(iso);
    this.drawSoon();
  }

  draw() {
    const { history, moment } = this.app;
    if (!history || !moment) return;
    const at = history.indexOf(this.place);
    /** @type {HTMLElement[]} */
    const parts = [this.tabs(history, at)];
    if (this.shown === "place" && at >= 0) parts.push(...this.placeParts(moment, at));
    else parts.push(...this.dayParts(moment));
    this.element.replaceChildren(...parts, this.about());
  }

  /** @param {History} history @param {number} at */
  tabs(history, at) {
    const row = el("div", "ex-tabs");
    row.setAttribute("role", "tablist");
    const names = [["day", "The day"]];
    if (at >= 0) names.push(["place", history.names[at]]);
    for (const [key, words] of names) {
      const tab = el("button", "", words);
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-selected", String(this.shown === key || names.length === 1));
      tab.addEventListener("click", () => {
        this.shown = key;
        this.draw();
      });
      row.append(tab);
    }
    return row;
  }

  /** @param {Look} look @param {number} [flags] @param {number} [r] @param {number} [pad] */
  mark(look, flags = 0, r = 6, pad = 3) {
    return markElement(look, r, flags, this.app.colours(), pad);
  }

  /** Whether a card's report had appeared by the day asked for. @param {number} number */
  isKnown(number) {
    return !this.known || this.known.isKnown(number);
  }

  /** The cards of the chosen place, as far as they were known. @returns {SavedClaims} */
  claims() {
    const claims = this.saved.claims[this.place] || { for: [], against: [], out: [] };
    if (!this.known) return claims;
    const out = claims.out.filter((number) => this.isKnown(number));
    return { ...this.known.of(this.place), out };
  }

  /** What came later, where only what was known by a day is shown. @returns {HTMLElement[]} */
  later() {
    const claims = this.saved.claims[this.place];
    if (!this.known || !claims) return [];
    const every = new Set([...claims.for, ...claims.against, claims.out].flat());
    const numbers = [...every].filter((number) => !this.isKnown(number));
    const heading = el("h3", "", "What came later");
    heading.append(" ", el("em", "", String(numbers.length)));
    const day = longDay(this.known.day);
    const words = numbers.length
      ? `Not known on ${day}, and not on the map now.`
      : `No report on this place appeared after ${day}.`;
    const cards = this.cardsOf(numbers.slice(0, MOST_LATER));
    const more = numbers.length - cards.length;
    return [
      heading, el("p", "ex-quiet", words), ...cards.map((card) => cardOf(card, null, "ex-later")),
      ...(more > 0 ? [el("p", "ex-quiet", `And ${more.toLocaleString("en")} more.`)] : []),
    ];
  }

  /** @param {number[]} numbers */
  cardsOf(numbers) {
    return numbers.map((number) => this.evidence[number]).filter(Boolean);
  }

  // The day

  /** @param {Moment} moment @returns {HTMLElement[]} */
  dayParts(moment) {
    const counts = countHolders(moment);
    /** @type {HTMLElement[]} */
    const parts = [el("h2", "ex-headline", longDay(this.day))];
    if (counts.size) parts.push(this.balance(moment.history, counts));
    else parts.push(el("p", "ex-quiet", "No report speaks of this day yet."));
    parts.push(el("h3", "", `Changed in the last ${RECENT_DAYS} days`), this.changes(moment.history));
    const hint = "Choose a place on the map to read what is reported about it.";
    parts.push(el("p", "ex-quiet ex-hint", hint));
    const loose = this.saved.loose.filter((number) => this.isKnown(number));
    if (loose.length) parts.push(notCounted("Not on the map", this.cardsOf(loose)));
    return parts;
  }

  /** @param {History} history @param {Map<string, number>} counts */
  balance(history, counts) {
    const table = el("table", "ex-balance");
    const body = el("tbody");
    /** @param {string} name @param {HTMLElement | null} mark @param {number} count @param {string} className */
    const row = (name, mark, count, className) => {
      const line = el("tr", className);
      const head = el("th");
      const label = el("span");
      if (mark) label.append(mark);
      label.append(name);
      head.setAttribute("scope", "row");
      head.append(label);
      line.append(head, el("td", "", count.toLocaleString("en")));
      body.append(line);
    };
    [...counts]
      .filter(([key]) => history.parties[key])
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .forEach(([key, count]) => {
        const look = { state: "held", standing: "corroborated", parties: [key], words: "" };
        row(history.parties[key].name, this.mark(look), count, "");
      });
    for (const [state, words] of OTHER_STATES) {
      const count = counts.get("state:" + state);
      if (count) row(words, null, count, "ex-none");
    }
    table.append(body);
    return table;
  }

  /** @param {History} history @returns {HTMLElement} */
  changes(history) {
    const list = el("ul", "ex-changes");
    const recent = history.changes
      .filter((change) => change.day <= this.day && change.day > this.day - RECENT_DAYS)
      .slice(-MOST_CHANGES)
      .reverse();
    if (!recent.length) return el("p", "ex-quiet", "No change is reported in these days.");
    for (const change of recent) {
      const item = el("li");
      const name = el("button", "", history.names[change.place]);
      name.addEventListener("click", () => this.ask(this.day, history.ids[change.place]));
      const words = el("span");
      const told = changeWords(history, change);
      words.append(name, `${told.startsWith(":") ? "" : " "}${told}`);
      if (change.latest > change.earliest)
        words.append(`, between ${shortDay(change.earliest)} and ${shortDay(change.latest)}`);
      const date = el("time", "", shortDay(change.day).replace(/ \d+$/, ""));
      date.setAttribute("datetime", isoOf(change.day));
      const flags = change.latest > change.earliest ? UNCERTAIN : 0;
      item.append(date, this.mark(change.look, flags, 5, 4), words);
      list.append(item);
    }
    return list;
  }

  /** Bring the map and the panel to a day and a place. @param {number} day @param {string} place */
  ask(day, place) {
    const iso = isoOf(day);
    this.app.timeline.player.stop(false);
    setView({ day: iso, place, seq: Number.MAX_SAFE_INTEGER });
    this.show(iso, place);
  }

  // The place

  /** @param {History} history @param {number} at @returns {HTMLElement[]} */
  title(history, at) {
    const [admin1, country] = history.areas[history.area[at]];
    const kind = capital(history.kinds[history.kind[at]] || "place");
    const kicker = [kind, admin1, this.saved.countries[country] || country].filter(Boolean);
    const title = el("h2", "", history.names[at]);
    const native = history.native[at];
    if (native) {
      const other = el("span", "", native);
      other.lang = languageOf(native);
      other.dir = "auto";
      title.append(other);
    }
    return [el("p", "ex-kicker", kicker.join(", ")), title];
  }

  /** @param {Moment} moment @param {number} at @returns {HTMLElement[]} */
  placeParts(moment, at) {
    const { history } = moment;
    const parts = this.title(history, at);
    const claims = this.claims();
    const interval = moment.intervalOf(at);
    if (interval < 0) {
      const mentioned = Boolean(history.mentioned[at]);
      const look = history.looks[mentioned ? history.mentionedLook : history.noneLook];
      parts.push(this.state(look, 0, ""));
      if (mentioned && this.known)
        parts.push(el("p", "", "By then no report had appeared that says who holds it."));
      else if (mentioned)
        parts.push(el("p", "", "Articles name this place, but say nothing of who holds it."));
    } else {
      const look = history.looks[history.look[interval]];
      const number = interval - history.off[at];
      const possible = possibleWords(history, at, interval, moment.day);
      const since = [sinceWords(history, interval), possible].filter(Boolean).join(". ");
      parts.push(this.state(look, moment.code[at] & 7, since));
      parts.push(makeStrip(this.app, at, this.day, (day) => this.ask(day, this.place)));
      parts.push(...this.why(look, claims.why && this.saved.why[claims.why[number]]));
      parts.push(...this.cards("For", claims.for[number] || [], look, at));
      parts.push(...this.cards("Against", claims.against[number] || [], look, at));
      parts.push(...this.possible(moment, at, interval, claims));
    }
    parts.push(...this.later());
    if (claims.out.length) parts.push(notCounted("Not counted", this.cardsOf(claims.out)));
    return parts;
  }

  /** @param {Look} look @param {number} flags @param {string} since */
  state(look, flags, since) {
    const row = el("div", "ex-state");
    const text = el("div");
    text.append(el("b", "", look.words));
    if (since) text.append(el("span", "", since));
    row.append(this.mark(look, flags, 9, 8), text);
    return row;
  }

  /** @param {Look} look @param {[string, string]} [told] the rule in words, if the page has it */
  why(look, told) {
    const [lead, words] = told || WHY[look.state === "held" ? look.standing : look.state] || ["", ""];
    const text = el("p");
    text.append(el("b", "", `${lead}.`), ` ${words}`);
    return [el("h3", "", "Why this colour"), text];
  }

  /** @param {"For" | "Against" | "May have come already"} title @param {number[]} numbers @param {Look} look @param {number} at */
  cards(title, numbers, look, at) {
    const heading = el("h3", "", title);
    heading.append(" ", el("em", "", String(numbers.length)));
    /** @type {HTMLElement[]} */
    const parts = [heading];
    const against = title === "Against";
    if (!numbers.length && against) parts.push(el("p", "ex-quiet", "No report contradicts it."));
    for (const card of this.cardsOf(numbers)) {
      const mark = against ? null : this.claimLook(card, look, at);
      parts.push(cardOf(card, mark && this.mark(mark), against ? "ex-against" : ""));
    }
    return parts;
  }

  /** The reports of what may have come already. @param {Moment} moment @param {number} at
   * @param {number} interval shown @param {SavedClaims} claims */
  possible(moment, at, interval, claims) {
    const { history } = moment;
    const [from, end] = [history.off[at], history.off[at + 1]];
    /** @param {number} c */
    const told = (c) => [...(claims.for[c - from] || []), ...(claims.against[c - from] || [])];
    const seen = new Set(told(interval));
    const numbers = [];
    let look = history.looks[history.look[interval]];
    const days = moment.day - history.first;
    for (let k = interval; (k = history.possibleAfter(interval, k, end, days)) >= 0; ) {
      numbers.push(...told(k).filter((number) => !seen.has(number) && seen.add(number)));
      look = history.looks[history.look[k]];
    }
    return numbers.length ? this.cards("May have come already", numbers, look, at) : [];
  }

  /** The mark of one claim: a ring, never a disc, for it is one source. @param {Card} card @param {Look} look @param {number} at @returns {Look | null} */
  claimLook(card, look, at) {
    const { history } = this.app;
    if (history && ["contested", "besieged"].includes(card.kind)) {
      for (let c = history.off[at]; c < history.off[at + 1]; c++) {
        const other = history.looks[history.look[c]];
        if (other.state === "contested") return other;
      }
      return null;
    }
    if (look.state !== "held" || look.standing === "inferred") return null;
    return { state: "held", standing: "claimed", parties: look.parties.slice(-1), words: "" };
  }

  // What every page carries

  about() {
    const details = el("details", "ex-about");
    details.append(el("summary", "", "About this map"));
    for (const line of this.saved.about) details.append(el("p", "", line));
    details.open = this.aboutOpen;
    details.addEventListener("toggle", () => (this.aboutOpen = details.open));
    return details;
  }
}
