/** Measuring a distance on the map: a line through the points clicked, and its length. */
import { el } from "./dom.js";
import { distanceKm } from "./projection.js";

/** @param {number} km @returns {string} with as many digits as make sense */
export const kmWords = (km) => {
  if (km < 1) return `${Math.round(km * 1000)} m`;
  const digits = km < 10 ? 1 : 0;
  return `${km.toLocaleString("en", { maximumFractionDigits: digits })} km`;
};

/** Length of a way through points, km. @param {L.LatLngLiteral[]} points */
export const wayKm = (points) =>
  points.slice(1).reduce((sum, point, k) => sum + distanceKm(points[k], point), 0);

export class Measure {
  /** @param {import("./app.js").App} app */
  constructor(app) {
    this.app = app;
    this.isOn = false;
    /** @type {L.LatLng[]} */
    this.points = [];
    /** @type {L.Polyline | null} */
    this.line = null;
    this.note = el("div", "wh-measured");
    this.note.hidden = true;
    this.note.setAttribute("role", "status");
    app.root.appendChild(this.note);
  }
  toggle() {
    if (this.isOn) this.stop();
    else this.start();
  }
  start() {
    this.isOn = true;
    this.points = [];
    this.app.root.classList.add("wh-measuring");
    this.say("Click two or more points. Esc ends.");
  }
  stop() {
    this.isOn = false;
    this.app.root.classList.remove("wh-measuring");
    this.note.hidden = true;
    if (this.line) this.line.remove();
    this.line = null;
  }
  /** @param {string} words */
  say(words) {
    this.note.textContent = words;
    this.note.hidden = false;
  }
  /** @param {L.LatLng} at @param {L.Map} map */
  add(at, map) {
    this.points.push(at);
    if (!this.line) {
      const pane = map.getPane("wh-measure") || map.createPane("wh-measure");
      pane.style.zIndex = "450";
      pane.style.pointerEvents = "none";
      const style = { pane: "wh-measure", interactive: false, className: "wh-way", weight: 2 };
      this.line = L.polyline([], style).addTo(map);
    }
    this.line.setLatLngs(this.points);
    if (this.points.length > 1) this.say(`${kmWords(wayKm(this.points))} as the crow flies. Esc ends.`);
  }
}
