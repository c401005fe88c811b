/** What stands in the corners of the map: buttons, scale, credits. */
import { el, iconButton } from "./dom.js";

const SCALES_KM = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
const SCALE_PX = 110;

/** @param {import("./app.js").App} app */
export const makeScale = (app) => {
  const scale = el("div", "wh-scale");
  const words = el("span");
  const bar = el("i");
  scale.append(words, bar);
  app.root.appendChild(scale);
  return {
    element: scale,
    update() {
      const { map } = app;
      const y = map.getSize().y / 2;
      const from = map.containerPointToLatLng([0, y]);
      const reach_m = map.distance(from, map.containerPointToLatLng([SCALE_PX, y]));
      const km = SCALES_KM.filter((step) => step * 1000 <= reach_m).pop() || SCALES_KM[0];
      words.textContent = `${km.toLocaleString("en")} km`;
      bar.style.width = Math.round((SCALE_PX * km * 1000) / reach_m) + "px";
    },
  };
};

/** @param {import("./app.js").App} app */
export const makeCredits = (app) => {
  const usual = app.options.credits || "";
  const element = el("div", "wh-credits", usual);
  app.root.appendChild(element);
  return {
    element,
    /** @param {boolean} online whether pictures of a map server are shown */
    show(online) {
      element.textContent = (online ? "© OpenStreetMap contributors · " : "") + usual;
    },
  };
};

/** Zoom in and out, show everything, layers. @param {import("./app.js").App} app */
export const makeButtons = (app) => {
  const box = el("div", "wh-zoom");
  const nearer = iconButton("Zoom in", "plus", 15);
  const farther = iconButton("Zoom out", "minus", 15);
  const all = iconButton("Show everything", "fit", 15);
  const layers = iconButton("Layers", "layers", 16);
  nearer.onclick = () => app.first.zoomBy(0.5);
  farther.onclick = () => app.first.zoomBy(-0.5);
  all.onclick = () => app.fit();
  box.append(nearer, farther, all, layers);
  app.root.appendChild(box);
  return { element: box, layers };
};
