/** One map on the screen: its day, its painters, and the part of the world it shows. */
import { AreasPainter } from "./areas.js";
import { Crowding } from "./crowding.js";
import { isPhone, wantsLessMotion } from "./dom.js";
import { GroundPainter } from "./ground.js";
import { makeHead } from "./head.js";
import { NamesPainter } from "./names.js";
import { PointsPainter } from "./points.js";
import { worldSize } from "./projection.js";
import { Scene } from "./scene.js";

const CLOSEST_FIT = 8.2;
const CLOSEST_FRONT = 10;
const FRONT_PLACES = 10;
const NEAR_ZOOM = 8;
const EDGE = 40;

export class Pane {
  /** @param {import("./app.js").App} app @param {L.Map} map */
  constructor(app, map) {
    this.app = app;
    this.map = map;
    /** The day shown. @type {import("./moment.js").Moment | null} */
    this.moment = null;
    /** The other day, when two are compared. @type {import("./moment.js").Moment | null} */
    this.against = null;
    this.head = makeHead(app.root);
    this.names = new NamesPainter(this);
    this.points = new PointsPainter(this);
    this.crowding = new Crowding(this);
    this.areas = new AreasPainter(this);
    /** @type {GroundPainter | null} */
    this.ground = null;
    /** @type {Scene | null} */
    this.scene = null;
    this.isFitted = false;
    this.isQuiet = false;
    this.covered = 0;
    /** @type {{lat: number, lon: number, zoom: number} | null} */
    this.asked = null;
  }
  get container() {
    return this.map.getContainer();
  }
  get history() {
    return this.moment && this.moment.history;
  }
  remove() {
    if (this.scene) this.scene.remove();
    this.head.element.remove();
    const container = this.container;
    this.map.remove();
    container.remove();
  }

  // ------------------------------------------------------------------ drawing
  /** @param {Ground} ground @param {import("./ground.js").GroundSource} source */
  setGround(ground, source) {
    this.ground = new GroundPainter(this, ground, source, () => this.app.redrawScenes());
  }
  /** @param {boolean} clear whether an online map shows through */
  makeScene(clear) {
    if (this.scene) this.scene.remove();
    this.scene = new Scene(this, clear);
  }
  redraw() {
    if (this.scene) this.scene.redraw();
  }
  redrawMarks() {
    if (this.scene) this.scene.redrawMarks();
  }
  restyle() {
    this.points.restyle();
    this.names.widths.clear();
  }

  // ------------------------------------------------------------------ the part seen
  /** The part of the map that the panel leaves free, in px. */
  room() {
    const size = this.map.getSize();
    return { width: size.x - this.covered, height: size.y };
  }
  /** Where names may not stand, in px of the map. @returns {Box[]} */
  cornerBoxes() {
    const from = this.container.getBoundingClientRect();
    return [this.head.element, ...this.app.corners()].map((element) => {
      const box = element.getBoundingClientRect();
      return [
        box.left - from.left - 6, box.top - from.top - 6, box.right - from.left + 12,
        box.bottom - from.top + 8,
      ];
    });
  }
  /** @param {() => void} work that moves the map without the page hearing of it */
  quietly(work) {
    this.isQuiet = true;
    work();
    this.isQuiet = false;
  }
  resize() {
    this.quietly(() => this.map.invalidateSize({ animate: false, pan: false }));
  }
  centre() {
    const room = this.room();
    return this.map.containerPointToLatLng([room.width / 2, room.height / 2]);
  }
  /** Centre of the part seen, and zoom. */
  view() {
    // A map stands on whole pixels; what was asked for is given back as it was.
    if (this.asked) return this.asked;
    const centre = this.centre();
    /** @param {number} value @param {number} digits */
    const round = (value, digits) => Number(value.toFixed(digits));
    const zoom = round(this.map.getZoom(), 2);
    return { lat: round(centre.lat, 4), lon: round(centre.lng, 4), zoom };
  }
  /** Where Leaflet must stand so that a place is in the middle of the part seen. @param {number} lat @param {number} lon @param {number} zoom */
  stand(lat, lon, zoom) {
    const room = this.room();
    const size = this.map.getSize();
    const shift = L.point((size.x - room.width) / 2, (size.y - room.height) / 2);
    return this.map.unproject(this.map.project([lat, lon], zoom).add(shift), zoom);
  }
  /** @param {View3} view latitude, longitude, zoom of the part seen */
  goTo([lat, lon, zoom]) {
    this.quietly(() => this.map.setView(this.stand(lat, lon, zoom), zoom, { animate: false }));
    this.isFitted = false;
    this.asked = { lat, lon, zoom };
  }
  /** Go there in sight of the reader; the page hears of it at the end. @param {View3} view */
  flyTo([lat, lon, zoom]) {
    this.isFitted = false;
    this.asked = null;
    const still = wantsLessMotion() || this.app.isComparing;
    if (still) this.map.setView(this.stand(lat, lon, zoom), zoom, { animate: false });
    else this.map.flyTo(this.stand(lat, lon, zoom), zoom, { duration: 0.8 });
  }
  /** Show the places that have a state: at first those of the countries it is about. @param {boolean} [all] */
  fit(all = false) {
    this.fitTo(this.bounds(all), CLOSEST_FIT, false);
    this.isFitted = true;
    this.asked = null;
  }
  /** @param {L.LatLngBounds} bounds @param {number} maxZoom @param {boolean} flies */
  fitTo(bounds, maxZoom, flies) {
    const room = this.room();
    const size = this.map.getSize();
    const side = isPhone() ? 14 : 28;
    const options = {
      animate: false,
      maxZoom,
      // The date and what changed stand above the places, not on them.
      paddingTopLeft: L.point(side, Math.max(isPhone() ? 76 : 70, this.head.element.offsetHeight + 28)),
      paddingBottomRight: L.point(size.x - room.width + side, isPhone() ? 40 : 52),
    };
    if (flies && !wantsLessMotion() && !this.app.isComparing)
      this.map.flyToBounds(bounds, { ...options, animate: true, duration: 0.6 });
    else if (flies) this.map.fitBounds(bounds, options);
    else this.quietly(() => this.map.fitBounds(bounds, options));
  }
  /** @param {boolean} all */
  bounds(all) {
    const { history } = this;
    const bounds = L.latLngBounds([]);
    const about = history && !all ? history.countries() : null;
    for (let i = 0; history && i < history.n; i++)
      if (!history.mentioned[i] && (!about || about.has(history.countryOf(i)))) bounds.extend([history.lat[i], history.lon[i]]);
    for (let i = 0; history && !bounds.isValid() && i < history.n; i++)
      bounds.extend([history.lat[i], history.lon[i]]);
    return bounds.isValid() ? bounds : this.app.usualBounds();
  }
  /** @param {number} step levels */
  zoomBy(step) {
    const room = this.room();
    this.isFitted = false;
    this.map.setZoomAround(L.point(room.width / 2, room.height / 2), this.map.getZoom() + step, {
      animate: !wantsLessMotion() && !this.app.isComparing,
    });
  }
  /** Where a place stands in the map's container, px. @param {number} i */
  spotOf(i) {
    const { history } = this;
    if (!history) return L.point(0, 0);
    const onRing = this.crowding.spreadSpot(i);
    if (onRing) return L.point(onRing.x, onRing.y);
    return this.map.latLngToContainerPoint([history.lat[i], history.lon[i]]);
  }
  /** Bring a place into the part seen if it is not there. @param {number} i */
  reveal(i) {
    const at = this.spotOf(i);
    const room = this.room();
    const inside =
      at.x > EDGE && at.y > EDGE && at.x < room.width - EDGE && at.y < room.height - EDGE;
    if (inside || !this.history) return;
    this.goTo([this.history.lat[i], this.history.lon[i], Math.max(this.map.getZoom(), 7)]);
  }
  /** @param {number} i */
  flyToPlace(i) {
    if (!this.history) return;
    const zoom = Math.max(this.map.getZoom(), NEAR_ZOOM);
    this.flyTo([this.history.lat[i], this.history.lon[i], zoom]);
  }
  /** Zoom to where sides meet round a point: the nearest places, with one of another holder. @param {L.LatLng} at */
  flyToFront(at) {
    const { moment } = this;
    if (!moment) return;
    const { history } = moment;
    const spot = this.map.project(at, 0).divideBy(worldSize(0));
    const near = [];
    for (let i = 0; i < history.n; i++)
      if (!history.mentioned[i])
        near.push([(history.x[i] - spot.x) ** 2 + (history.y[i] - spot.y) ** 2, i]);
    near.sort((a, b) => a[0] - b[0]);
    const chosen = near.slice(0, FRONT_PLACES).map((item) => item[1]);
    const holders = (/** @type {number} */ i) => history.holders[moment.code[i] >> 3];
    const other = near.find(([, i]) => chosen.length && holders(i) !== holders(chosen[0]));
    if (other) chosen.push(other[1]);
    const bounds = L.latLngBounds([at]);
    for (const i of chosen) bounds.extend([history.lat[i], history.lon[i]]);
    this.isFitted = false;
    this.asked = null;
    this.fitTo(bounds, CLOSEST_FRONT, true);
  }
}
