/** What the page's frame and saved pages call: `Whoheld.mount` and `Whoheld.setView`. */
import { App } from "./app.js";
import { dayOf, isoOf } from "./days.js";
import { el } from "./dom.js";
import { makeMap } from "./leaflet.js";
import { openDay, openPlace } from "./orders.js";

/** @type {{app: App | null, pending: Order | null}} */
const now = { app: null, pending: null };

/** A map in an element of the page. @param {HTMLElement} element */
function mapIn(element) {
  element.style.position = element.style.position || "relative";
  const inside = element.appendChild(el("div"));
  inside.style.position = "absolute";
  return makeMap(inside);
}

/** @param {L.Map | HTMLElement} mapOrElement a Leaflet map, or the element to make one in @param {Options} options */
export function mount(mapOrElement, options) {
  const map = mapOrElement instanceof HTMLElement ? mapIn(mapOrElement) : mapOrElement;
  const app = new App(map, options);
  now.app = app;
  // Readers of screens announce a frame by its title.
  if (!document.title) document.title = "Map and timeline";
  if (!document.documentElement.lang) document.documentElement.lang = "en";
  if (window.Whoheld) window.Whoheld.app = app;
  app.ready = app.start().then(() => {
    if (now.pending) setView(now.pending);
  });
  return app;
}

/** A message of the page; kept until the map is there. @param {Order} order */
export function setView(order) {
  if (now.app && now.app.isReady) {
    now.pending = null;
    now.app.obey(order);
  } else now.pending = order;
}

window.Whoheld = {
  mount, setView, dayOf, isoOf, app: null,
  openPlace: (/** @type {string} */ id) => now.app && openPlace(now.app, id),
  openDay: (/** @type {string} */ iso) => now.app && openDay(now.app, iso),
};
