/** The canvas that lies on the map and follows it while it is dragged and zoomed. */
import { context } from "./marks.js";
import { Pace, Sheet } from "./sheet.js";
import { worldSize } from "./projection.js";

// Part of the map's width and height that is drawn beyond each edge, ready to be dragged in.
const MARGIN = 0.2;

/**
 * The ground and the names are drawn when the view changes and kept as pixels; a new day copies
 * them and puts the marks on top. One canvas instead of several: without a graphics card,
 * laying large canvases over one another costs more than drawing the marks.
 */
export class Scene {
  /** @param {import("./pane.js").Pane} pane @param {boolean} clear whether one sees through to a layer below */
  constructor(pane, clear) {
    this.pane = pane;
    this.clear = clear;
    this.canvas = document.createElement("canvas");
    this.canvas.className = "leaflet-zoom-animated";
    this.canvas.style.pointerEvents = "none";
    this.canvas.style.position = "absolute";
    this.g = context(this.canvas, { willReadFrequently: true, alpha: clear });
    /** Device px for one px, and how many of them a coarse pixel takes each way. */
    this.ratio = 1;
    this.grain = 1;
    this.size = L.point(1, 1);
    this.corner = L.point(0, 0);
    this.centre = pane.map.getCenter();
    this.zoom = pane.map.getZoom();
    /** As sharp as the screen. @type {Sheet | null} */
    this.fine = null;
    /** For a machine that is too slow for that, while days pass. @type {Sheet | null} */
    this.coarse = null;
    /** The one of the two that is on the canvas. @type {Sheet | null} */
    this.sheet = null;
    this.pace = new Pace(() => this.sharpen());
    /** What the last drawing showed, forgotten when the script at work ends. @type {unknown[]} */
    this.drawn = [];
    this.events = {
      viewreset: () => this.update(),
      moveend: () => this.update(),
      movestart: () => this.putAll(),
      zoom: () => this.follow(pane.map.getCenter(), pane.map.getZoom()),
      zoomanim: (/** @type {L.LeafletEvent} */ event) => {
        const { center, zoom } = /** @type {L.ZoomAnimEvent} */ (event);
        this.follow(center, zoom);
      },
    };
    layerPane(pane.map, "wh-scene", 400).appendChild(this.canvas);
    pane.map.on(this.events);
    this.update();
  }
  remove() {
    this.pane.map.off(this.events);
    this.pace.end();
    this.canvas.remove();
  }
  /** Keep the canvas over the same ground while the map zooms. @param {L.LatLng} centre @param {number} zoom */
  follow(centre, zoom) {
    const { map } = this.pane;
    const scale = map.getZoomScale(zoom, this.zoom);
    // Leaflet's own canvas does the same, with the same private function.
    const origin = /** @type {any} */ (map)._getNewPixelOrigin(centre, zoom);
    const at = map
      .project(this.centre, zoom)
      .subtract(map.getSize().multiplyBy((0.5 + MARGIN) * scale))
      .subtract(origin);
    L.DomUtil.setTransform(this.canvas, at, scale);
  }
  /** The map stands still again: cover the part seen and a margin. */
  update() {
    const { map } = this.pane;
    if (/** @type {any} */ (map)._animatingZoom) return;
    const seen = map.getSize();
    this.size = seen.multiplyBy(1 + 2 * MARGIN).round();
    this.corner = map.containerPointToLayerPoint(seen.multiplyBy(-MARGIN)).round();
    this.centre = map.getCenter();
    this.zoom = map.getZoom();
    this.ratio = window.devicePixelRatio || 1;
    this.grain = Math.max(1, Math.floor(this.ratio + 0.25));
    // Whole pixels: between two of them every name would be blurred.
    L.DomUtil.setPosition(this.canvas, this.corner);
    this.redraw();
  }
  /** World square (0 to 1) to px of this canvas: x * scale - left. @returns {Frame} */
  frame() {
    const origin = this.pane.map.getPixelOrigin();
    return {
      scale: worldSize(this.pane.map.getZoom()),
      left: origin.x + this.corner.x,
      top: origin.y + this.corner.y,
    };
  }
  /** Where the corner of the map's container is on the canvas, px. */
  shift() {
    return this.pane.map.containerPointToLayerPoint([0, 0]).subtract(this.corner);
  }
  /** Whether the script at work has drawn just this: opening a map asks for it more than once. */
  isJustDrawn() {
    const { pane } = this;
    const { app } = pane;
    const { scale, left, top } = this.frame();
    const now = [
      app.colours(), app.fonts, app.place, JSON.stringify(app.settings), app.actors, pane.moment,
      pane.moment?.day, pane.against?.day, pane.ground, pane.covered, scale, left, top, this.ratio,
      this.size.x, this.size.y,
    ];
    const same = now.length === this.drawn.length && now.every((one, k) => one === this.drawn[k]);
    this.drawn = now;
    queueMicrotask(() => (this.drawn = []));
    return same;
  }
  /** Give the canvas so many device px, and the scale that goes with them. @param {number} width @param {number} height @param {number} ratio */
  fit(width, height, ratio) {
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
      this.canvas.style.width = width / ratio + "px";
      this.canvas.style.height = height / ratio + "px";
    }
    this.g.setTransform(ratio, 0, 0, ratio, 0, 0);
  }
  /** Draw all anew: the view, the theme, the layers or the chosen place changed. */
  redraw() {
    const { g, ratio, pane, size, grain } = this;
    if (!pane.ground || this.isJustDrawn()) return;
    // A whole number of coarse pixels.
    const width = Math.max(1, Math.round((size.x * ratio) / grain)) * grain;
    const height = Math.max(1, Math.round((size.y * ratio) / grain)) * grain;
    this.fit(width, height, ratio);
    if (this.clear) g.clearRect(0, 0, size.x + 1, size.y + 1);
    else {
      g.fillStyle = pane.app.colours().water;
      g.fillRect(0, 0, size.x + 1, size.y + 1);
    }
    const frame = this.frame();
    if (!this.clear) pane.ground.paint(g, frame, size.x, size.y);
    pane.crowding.arrange(frame, size.x, size.y);
    pane.crowding.placeFigures(g, frame, size.x, size.y, this.shift());
    pane.names.paint(g, frame, size.x, size.y, this.shift(), ratio);
    pane.crowding.paintFigures(g);
    this.fine = new Sheet(g.getImageData(0, 0, width, height), ratio);
    this.coarse = null;
    this.lay(this.fine);
    this.putAll();
  }
  /** Go on with these pixels. @param {Sheet} sheet */
  lay(sheet) {
    const { areas } = this.pane;
    const { image, ratio, base } = sheet;
    this.sheet = sheet;
    this.fit(image.width, image.height, ratio);
    if (areas.isOn) areas.prepare(this.frame(), image.width, image.height, ratio, base);
  }
  /** Draw the marks of the day on the kept ground, where it is seen. */
  redrawMarks() {
    const { fine, grain } = this;
    if (!fine) return;
    if (this.sheet === fine && grain > 1 && this.pace.isTooSlow())
      this.lay((this.coarse = this.coarse || fine.thinned(grain, this.g)));
    const begun = performance.now();
    this.putSeen();
    this.pace.note(begun, performance.now(), this.sheet !== fine);
  }
  /** The days have stopped passing: as sharp as the screen again. */
  sharpen() {
    if (!this.fine || this.sheet === this.fine) return;
    this.lay(this.fine);
    this.putAll();
  }
  putSeen() {
    const { g, pane, sheet } = this;
    if (!sheet) return;
    const { image, pixels, ratio } = sheet;
    const frame = this.frame();
    const at = this.shift();
    const rows = Math.ceil(pane.map.getSize().y * ratio) + 1;
    const from = Math.max(0, Math.floor(at.y * ratio)) * image.width;
    pixels.set(this.below(sheet).subarray(from, from + rows * image.width), from);
    // What lies below the panel is not seen.
    const room = pane.room();
    const left = Math.floor(at.x * ratio);
    const top = Math.floor(at.y * ratio);
    const wide = Math.ceil(room.width * ratio) + 1;
    const high = Math.ceil(room.height * ratio) + 1;
    this.paintDay(sheet, frame, [left, top, left + wide, top + high]);
    g.putImageData(image, 0, 0, left, top, wide, high);
    this.paintAbove(frame);
  }
  /** Bring what lies beyond the edge up to date, before it is dragged into view. */
  putAll() {
    const { g, sheet } = this;
    if (!sheet) return;
    const { image, pixels } = sheet;
    pixels.set(this.below(sheet));
    const frame = this.frame();
    this.paintDay(sheet, frame, [0, 0, image.width, image.height]);
    g.putImageData(image, 0, 0);
    this.paintAbove(frame);
  }
  /** What lies below the marks that day. @param {Sheet} sheet */
  below({ base }) {
    const { areas } = this.pane;
    return areas.isOn ? areas.groundOf(base) : base;
  }
  /** @param {Sheet} sheet @param {Frame} frame @param {Box} part that is seen, device px */
  paintDay({ image, pixels, ratio }, frame, part) {
    this.pane.points.blitAll(pixels, image.width, image.height, frame, ratio, part);
  }
  /** @param {Frame} frame */
  paintAbove(frame) {
    this.pane.crowding.paint(this.g, frame);
    this.pane.points.paintChosen(this.g, frame);
    this.pane.names.paintAbove(this.g);
  }
}

/** The pane of Leaflet's for a layer. @param {L.Map} map @param {string} name @param {number} z */
export const layerPane = (map, name, z) => {
  const pane = map.getPane(name) || map.createPane(name);
  pane.style.zIndex = String(z);
  pane.style.pointerEvents = "none";
  return pane;
};
