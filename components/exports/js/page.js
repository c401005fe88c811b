/** Starts a saved page from the data that lies in it. */
import { followTheme } from "../../mapview/js/bridge.js";
import { isoOf } from "../../mapview/js/days.js";
import { el } from "../../mapview/js/dom.js";
import { inflate } from "../../mapview/js/history.js";
import { mount } from "../../mapview/js/main.js";
import { Knowing } from "./knowing.js";
import { countsLine, Panel } from "./panel.js";

/** An element that the page is known to have. @param {string} id */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** Data of the page; long ones are deflated. @param {string} id */
async function read(id) {
  const data = JSON.parse(part(id).textContent || "null");
  if (typeof data?.deflated !== "string") return data;
  return JSON.parse(new TextDecoder().decode(await inflate(data.deflated)));
}

async function start() {
  const [saved, history, basemap, evidence, known] = await Promise.all(
    ["saved", "history", "basemap", "evidence", "known"].map(read),
  );
  const knowing = await Knowing.of(history, known);
  part("counts").textContent = countsLine(saved);
  const app = mount(part("map"), {
    data: history,
    basemap,
    day: saved.day,
    place: saved.place,
    view: saved.view,
    credits: saved.credits,
    compare: saved.compare,
    actors: saved.actors,
    layers: saved.layers,
    palette: saved.palette,
    search: true,
    knownBySwitch: Boolean(knowing),
  });
  await app.ready;
  if (!app.history) throw new Error("the history could not be read");
  const panel = new Panel(app, saved, evidence);
  // A day outside the timeline has been moved to its end.
  panel.show(isoOf(app.day), app.placeId);
  const follow = (/** @type {Event} */ event) => {
    const { day, place, event: what, known_by } = /** @type {CustomEvent} */ (event).detail;
    if (what === "known" && knowing) panel.known = knowing.show(app, known_by);
    panel.show(day, place);
  };
  document.addEventListener("whoheld:select", follow);
  document.addEventListener("whoheld:day", follow);
  followTheme((theme) => {
    document.body.dataset.theme = theme;
    panel.drawSoon();
  });
  document.body.dataset.ready = "yes";
}

start().catch((error) => {
  console.error(error);
  const word = "The map could not be drawn. Open this file in a browser of 2023 or later.";
  part("panel").replaceChildren(el("p", "", word));
});
