/** The part of the layers menu that is about areas, and what the key says of them. */
import { el } from "./dom.js";

/** @typedef {import("./app.js").App} App */

const CHOICES = [
  ["", "No areas"],
  ["cells", "Land round each place"],
  ["districts", "Districts"],
  ["provinces", "Provinces"],
];
const NOTES = {
  cells: "Interpolated: each point takes the colour of the nearest place in its province.",
  districts: "By most of their places. Drawn round their seats: no free outlines are known.",
  provinces: "By most of their places; pale where these are one or two.",
};
const REACHES = [5, 10, 20, 30, 50, 100, 200];

/** What the key says while areas are drawn. @param {import("./settings.js").Settings} settings @param {boolean} short */
export function areasWords({ areas, reach }, short) {
  if (!areas) return "";
  if (short) return "Areas interpolated";
  if (areas === "cells") return `Areas are interpolated: the nearest place, within ${reach} km`;
  const of = areas === "districts" ? "districts, drawn round their seats" : "provinces";
  return `Areas are interpolated: ${of}, by most of their places; pale: one or two; level stripes: no majority`;
}

/** @param {App} app @param {string} areas @param {number} reach km */
export function setAreas(app, areas, reach) {
  app.settings.areas = areas;
  app.settings.reach = reach;
  app.redrawAll();
  app.tell("switch");
}

/** Ways to draw areas. Returns what brings the menu up to date. @param {App} app @param {HTMLElement} menu */
export function areaChoices(app, menu) {
  const box = el("fieldset", "wh-areas");
  box.appendChild(el("legend", "", "Areas"));
  /** @type {[HTMLInputElement, string][]} */
  const inputs = CHOICES.map(([kind, words]) => {
    const label = el("label");
    const input = el("input");
    input.type = "radio";
    input.name = "wh-areas";
    input.onchange = () => {
      setAreas(app, kind, app.settings.reach);
      update();
    };
    label.append(input, el("span", "", words));
    box.appendChild(label);
    return [input, kind];
  });
  const far = el("label", "wh-reach");
  const reach = el("select");
  for (const km of REACHES) {
    const option = el("option", "", `${km} km`);
    option.value = String(km);
    reach.appendChild(option);
  }
  reach.onchange = () => setAreas(app, app.settings.areas, Number(reach.value));
  far.append(el("span", "", "At most"), reach);
  const note = el("small");
  // The reach belongs to the land round places.
  inputs[1][0].parentElement?.after(far);
  box.append(note);
  menu.appendChild(box);
  const update = () => {
    const { areas, reach: km } = app.settings;
    for (const [input, kind] of inputs) input.checked = kind === areas;
    far.hidden = areas !== "cells";
    note.textContent = NOTES[/** @type {keyof NOTES} */ (areas)] || "";
    if (!REACHES.includes(km)) {
      const option = el("option", "", `${km} km`);
      option.value = String(km);
      reach.appendChild(option);
    }
    reach.value = String(km);
  };
  update();
  return update;
}
