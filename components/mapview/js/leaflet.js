/** The Leaflet map beneath it all. */
import { el } from "./dom.js";

/** A Leaflet map as Whoheld uses it. @param {HTMLElement} element */
export const makeMap = (element) =>
  L.map(element, {
    center: [20, 20], zoom: 2, zoomControl: false, attributionControl: false, keyboard: false,
    zoomSnap: 0, zoomDelta: 0.5, minZoom: 2, maxZoom: 14, worldCopyJump: true,
  });

/** @param {HTMLElement} container of a map */
export function dressContainer(container) {
  container.classList.add("wh-map");
  // Leaflet writes "relative" where no style sheet has spoken yet.
  container.style.position = "absolute";
  container.tabIndex = 0;
  container.setAttribute("role", "application");
  container.setAttribute("aria-roledescription", "map");
  container.setAttribute("aria-label", "Map. Comma and full stop go through the places in view.");
}

/** Put the map into an element that can hold all that stands round it. @param {L.Map} map @param {boolean} hasPanel */
export function wrap(map, hasPanel) {
  const container = map.getContainer();
  const root = el("div", "wh");
  if (!hasPanel) root.classList.add("wh-alone");
  container.parentNode?.insertBefore(root, container);
  root.appendChild(container);
  dressContainer(container);
  return root;
}
