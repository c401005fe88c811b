/** Map pictures of a server elsewhere: off until someone asks for them. */
import { layerPane } from "./scene.js";

export const PATIENCE_MS = 8000;
const TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";

export class OnlineMap {
  /** @param {import("./app.js").App} app @param {() => void} onFail */
  constructor(app, onFail) {
    this.app = app;
    this.onFail = onFail;
    /** @type {L.TileLayer[]} */
    this.layers = [];
    this.timer = 0;
  }
  turnOn() {
    this.turnOff();
    let answered = false;
    const fail = () => {
      if (!answered && this.layers.length) this.onFail();
    };
    for (const { map } of this.app.panes) {
      layerPane(map, "wh-tiles", 140);
      const layer = L.tileLayer(this.app.options.tilesUrl || TILES, {
        pane: "wh-tiles",
        maxZoom: 19,
        className: "wh-tile",
      });
      layer.on("tileload", () => {
        answered = true;
        this.app.seeThrough(true);
      });
      layer.on("tileerror", fail);
      layer.addTo(map);
      this.layers.push(layer);
    }
    this.timer = window.setTimeout(fail, PATIENCE_MS);
  }
  turnOff() {
    clearTimeout(this.timer);
    for (const layer of this.layers) layer.remove();
    this.layers = [];
    this.app.seeThrough(false);
  }
}
