/** The key: only the marks that are on the map. */
import { areasWords } from "./areas_menu.js";
import { neutralParty } from "./colours.js";
import { el, isPhone } from "./dom.js";
import { markElement } from "./marks.js";
import { CHANGED, STALE, UNCERTAIN } from "./moment.js";

/** @typedef {import("./moment.js").Moment} Moment */

/** Kind, words, and short words for a phone, where those without are reached by a sweep. */
const KEY = [
  ["corroborated", "Two or more sources", "Two sources"],
  ["claimed", "One side says so", "One side"],
  ["inferred", "Inferred", ""],
  ["contested", "Fought over", "Fought over"],
  ["disputed", "Sources disagree", "Disputed"],
  ["unknown", "Unknown", ""],
  ["mentioned", "Mentioned only", ""],
  ["uncertain", "Date uncertain", ""],
  ["stale", "Old news", ""],
  ["changed", "Changed this week", ""],
];
/** State, standing, flags, radius and room round it. @type {Record<string, [string, string, number, number, number]>} */
const KEY_MARKS = {
  corroborated: ["held", "corroborated", 0, 5.2, 2],
  claimed: ["held", "claimed", 0, 5.2, 2],
  inferred: ["held", "inferred", 0, 5.2, 2],
  contested: ["contested", "claimed", 0, 5.2, 2],
  disputed: ["disputed", "disputed", 0, 5.2, 2],
  unknown: ["unknown", "unknown", 0, 5.2, 2],
  mentioned: ["mentioned", "", 0, 5.2, 0],
  uncertain: ["held", "corroborated", UNCERTAIN, 3.6, 5],
  stale: ["held", "corroborated", STALE, 5.2, 2],
  changed: ["held", "corroborated", CHANGED, 3.6, 7],
};

/** Which marks are on the map. @param {Moment[]} moments @param {boolean} mentions @returns {Set<string>} */
export const kindsShown = (moments, mentions) => {
  const kinds = new Set();
  for (const moment of moments)
    for (const code of new Set(moment.code)) {
      const look = moment.history.looks[code >> 3];
      if (look.state === "mentioned") {
        if (mentions) kinds.add("mentioned");
        continue;
      }
      kinds.add(look.state === "held" ? look.standing : look.state);
      if (code & UNCERTAIN) kinds.add("uncertain");
      if (code & STALE) kinds.add("stale");
      if (code & CHANGED) kinds.add("changed");
    }
  return kinds;
};

/** How many places lie under other marks. @param {number} count */
function hiddenEntry(count) {
  const entry = el("span", "wh-key-hidden");
  const figure = `+${count.toLocaleString("en")}`;
  entry.append(el("b", "", figure), "under other marks: click one, or zoom in");
  return entry;
}

/** @param {import("./app.js").App} app */
export const makeKey = (app) => {
  const key = el("div", "wh-key");
  key.setAttribute("role", "group");
  key.setAttribute("aria-label", "Key to the marks");
  app.root.appendChild(key);
  let drawn = "";
  return {
    element: key,
    update() {
      const kinds = kindsShown(app.shownMoments(), app.settings.mentions);
      const hidden = app.panes.reduce((sum, pane) => sum + pane.crowding.total, 0);
      const areas = areasWords(app.settings, isPhone());
      const signature = [...kinds, hidden, areas].sort().join() + app.theme + window.innerWidth;
      if (signature === drawn) return;
      drawn = signature;
      const colours = { ...app.colours(), party: neutralParty(app.colours()) };
      const entries = KEY.filter(([kind]) => kinds.has(kind));
      if (isPhone()) entries.sort((a, b) => Number(!a[2]) - Number(!b[2]));
      // What can be swept aside must be reached by keys too.
      if (isPhone()) key.tabIndex = 0;
      else key.removeAttribute("tabindex");
      key.replaceChildren(
        ...entries.map(([kind, words, short]) => {
          const [state, standing, flags, r, pad] = KEY_MARKS[kind];
          const entry = el("span");
          const look = { state, standing, parties: ["", "second"], words };
          const text = document.createTextNode(isPhone() ? short || words : words);
          entry.append(markElement(look, r, flags, colours, pad), text);
          return entry;
        }),
      );
      // Always in sight: on a phone the rest of the line may not be.
      if (areas && isPhone()) key.prepend(el("span", "wh-key-areas", areas));
      else if (areas) key.append(el("span", "wh-key-areas", areas));
      if (hidden && !isPhone()) key.appendChild(hiddenEntry(hidden));
      app.layout();
    },
  };
};
