/** Holds what is shown: history, days, place, theme, layers; and tells the parts to draw it. */
import { Bridge, followTheme } from "./bridge.js";
import { makeCard } from "./card.js";
import { readColours } from "./colours.js";
import { Pair, makeSideSwitch } from "./compare.js";
import { makeButtons, makeCredits, makeScale } from "./corners.js";
import { dayOf, isoOf, longDay, shortDay } from "./days.js";
import { el, isPhone, oncePerFrame, whenQuiet } from "./dom.js";
import { GroundSource, makeGround } from "./ground.js";
import { unpack } from "./history.js";
import { makeKey } from "./key.js";
import { listenToKeys, makeKeyList } from "./keys.js";
import { Measure } from "./measure.js";
import { makeMenu } from "./menu.js";
import { Moment } from "./moment.js";
import { Pane } from "./pane.js";
import { listenToMap } from "./pointing.js";
import { layersText, readLayers } from "./settings.js";
import { Timeline } from "./timeline.js";
import { dayText } from "./words.js";

const LEAST_PX = 120;
const STYLE_WAIT_MS = 5000;
const SLOW_MS = 300;
const YEAR = 365;

/** @typedef {import("./history.js").History} History */

/** A Leaflet map as Whoheld uses it. @param {HTMLElement} element */
export const makeMap = (element) =>
  L.map(element, {
    center: [20, 20], zoom: 2, zoomControl: false, attributionControl: false, keyboard: false,
    zoomSnap: 0, zoomDelta: 0.5, minZoom: 2, maxZoom: 14, worldCopyJump: true,
  });

export class App {
  /** @param {L.Map} map @param {Options} options */
  constructor(map, options) {
    this.options = options;
    /** @type {History | null} */
    this.history = null;
    /** What is known today, while only what was known by a day is shown. @type {History | null} */
    this.fullHistory = null;
    /** The day shown, and the second one when two are compared. @type {Moment[]} */
    this.moments = [];
    this.place = -1;
    this.hover = -1;
    this.day = 0;
    this.shown = 0;
    this.secondDay = 0;
    this.isComparing = false;
    /** Which of two days a phone shows. */
    this.side = 0;
    /** @type {number | null} */
    this.knownBy = options.knownBy ? dayOf(options.knownBy) : null;
    /** @type {Set<string> | null} */
    this.actors = options.actors?.length ? new Set(options.actors) : null;
    this.settings = readLayers(options.layers || "");
    /** @type {PaletteName} */
    this.palette = options.palette === "conventional" ? "conventional" : "default";
    /** @type {Theme} */
    this.theme = "light";
    this.isReady = false;
    this.seesThrough = false;
    this.dataUrl = "";
    this.flown = 0;
    /** @type {View3 | null} */
    this.opensAt = options.view || null;
    /** @type {Colours | null} */
    this.palettesRead = null;
    /** @type {{sans: string, serif: string} | null} */
    this.faces = null;
    /** @type {Promise<void>} */
    this.ready = Promise.resolve();
    this.bridge = new Bridge();
    /** @type {World | null} */
    this.world = null;
    this.source = new GroundSource(options.basemap, options.baseUrl || "");
    this.root = this.wrap(map);
    this.first = new Pane(this, map);
    /** @type {Pane[]} */
    this.panes = [this.first];
    /** @type {Pair | null} */
    this.pair = null;
    this.buttons = makeButtons(this);
    this.credits = makeCredits(this);
    this.scale = makeScale(this);
    this.loading = el("div", "wh-loading", "Drawing the map");
    this.loading.hidden = true;
    this.loading.setAttribute("role", "status");
    this.live = el("div", "wh-live");
    this.live.setAttribute("aria-live", "polite");
    this.root.append(this.loading, this.live);
    this.key = makeKey(this);
    this.timeline = new Timeline(this);
    this.card = makeCard(this);
    this.measure = new Measure(this);
    this.keyList = makeKeyList(this);
    this.menu = makeMenu(this, this.buttons.layers);
    this.sides = makeSideSwitch(this.root, (side) => this.showSide(side));
    this.draw = oncePerFrame(() => this.drawDay());
    this.redrawScenes = oncePerFrame(() => this.panes.forEach((pane) => pane.redraw()));
    this.afterDay = whenQuiet(() => this.key.update(), 120);
  }
  /** @param {L.Map} map */
  wrap(map) {
    const container = map.getContainer();
    const root = el("div", "wh");
    if (this.options.panel === false) root.classList.add("wh-alone");
    container.parentNode?.insertBefore(root, container);
    root.appendChild(container);
    this.dressContainer(container);
    return root;
  }
  /** @param {HTMLElement} container */
  dressContainer(container) {
    container.classList.add("wh-map");
    // Leaflet writes "relative" where no style sheet has spoken yet.
    container.style.position = "absolute";
    container.tabIndex = 0;
    container.setAttribute("role", "application");
    container.setAttribute("aria-roledescription", "map");
    container.setAttribute("aria-label", "Map. Comma and full stop go through the places in view.");
  }

  // ------------------------------------------------------------------ short names
  get map() {
    return this.first.map;
  }
  get scene() {
    return this.first.scene;
  }
  get moment() {
    return this.moments[0] || null;
  }
  get placeId() {
    return this.history && this.place >= 0 ? this.history.ids[this.place] : "";
  }
  view() {
    return this.first.view();
  }
  shownMoments() {
    if (!this.isComparing) return this.moments.slice(0, 1);
    return this.panes.length > 1 ? this.moments : this.moments.slice(this.side, this.side + 1);
  }
  /** Elements that names must not lie under. */
  corners() {
    return [
      this.buttons.element, this.scale.element, this.credits.element, this.sides.element,
    ];
  }
  /** Whether a look is of the parties asked for. @param {Look} look */
  concerns(look) {
    const { actors } = this;
    return !actors || look.parties.some((id) => actors.has(id));
  }

  // ------------------------------------------------------------------ colours and type
  colours() {
    if (!this.palettesRead) {
      const parties = this.history ? this.history.parties : {};
      this.palettesRead = readColours(this.root, this.theme, this.palette, parties);
    }
    return this.palettesRead;
  }
  get fonts() {
    if (!this.faces) {
      const style = getComputedStyle(this.root);
      this.faces = {
        sans: style.getPropertyValue("--sans"), serif: style.getPropertyValue("--serif"),
      };
    }
    return this.faces;
  }
  /** Forget drawn marks and colours. */
  restyle() {
    this.palettesRead = null;
    this.panes.forEach((pane) => pane.restyle());
    if (this.isReady) this.redrawAll();
  }
  /** @param {Theme} theme */
  setTheme(theme) {
    this.theme = theme;
    this.root.dataset.theme = theme;
    this.restyle();
  }
  /** @param {PaletteName} palette */
  setPalette(palette) {
    if (palette === this.palette) return;
    this.palette = palette;
    this.restyle();
  }

  // ------------------------------------------------------------------ beginning
  async start() {
    followTheme((theme) => this.setTheme(theme));
    await this.styleIsThere();
    const [world] = await Promise.all([
      this.source.world(), this.load(this.options), this.roomIsThere(),
    ]);
    this.world = world;
    this.key.update();
    this.layout();
    this.makeGround();
    this.isReady = true;
    if (this.opensAt) this.first.goTo(this.opensAt);
    else this.first.fit();
    this.first.makeScene(false);
    if (this.options.compare) this.compare(this.options.compare);
    this.redrawAll();
    this.listen();
    this.drawWhenFontsAreThere();
    this.root.dataset.ready = "yes";
  }
  /** The names were drawn with what fonts there were. */
  drawWhenFontsAreThere() {
    const { sans, serif } = this.fonts;
    const letters = this.settings.local && this.history ? this.history.native.join("").slice(0, 2000) : "";
    const faces = [`500 13px ${sans}`, `italic 400 14px ${serif}`, `600 32px ${serif}`];
    const loads = faces.map((face) => document.fonts.load(face, `Aa1${letters}`));
    Promise.allSettled(loads).then(() => this.restyle());
  }
  /** A style sheet that comes late must not leave a map without a height. */
  async styleIsThere() {
    const until = performance.now() + STYLE_WAIT_MS;
    const there = () => getComputedStyle(this.root).getPropertyValue("--wh-ready").trim();
    while (!there() && performance.now() < until) await new Promise((go) => setTimeout(go, 20));
    this.palettesRead = this.faces = null;
  }
  /** In a hidden frame there is no room yet. */
  async roomIsThere() {
    while (this.root.clientWidth < LEAST_PX || this.root.clientHeight < LEAST_PX)
      await new Promise((go) => setTimeout(go, 50));
  }
  /** @param {{data?: unknown, dataUrl?: string, day?: string, place?: string}} what */
  async load(what) {
    if (!what.data && !what.dataUrl) return;
    this.dataUrl = what.dataUrl || "";
    const slow = setTimeout(() => (this.loading.hidden = false), SLOW_MS);
    try {
      const packed = what.data || (await (await fetch(this.dataUrl)).json());
      const history = await unpack(typeof packed === "string" ? JSON.parse(packed) : packed);
      if (what.dataUrl && what.dataUrl !== this.dataUrl) return; // another came meanwhile
      this.adopt(history, what);
      this.loading.hidden = true;
    } catch (error) {
      console.error(error);
      this.loading.textContent = "The map's data could not be read. Reload the page to try again.";
      this.loading.hidden = false;
    } finally {
      clearTimeout(slow);
    }
  }
  /** @param {History} history @param {{day?: string, place?: string}} what */
  adopt(history, what) {
    const id = what.place !== undefined ? what.place : this.placeId;
    this.history = history;
    if (this.knownBy === null) this.fullHistory = history;
    this.palettesRead = null;
    this.place = history.indexOf(id);
    this.hover = -1;
    this.day = history.within(what.day ? dayOf(what.day) : this.day || history.lastDay);
    this.secondDay = history.within(this.secondDay);
    this.moments = [new Moment(history), new Moment(history)];
    this.dealMoments();
    this.panes.forEach((pane) => pane.restyle());
    this.seek();
  }
  makeGround() {
    const { world } = this;
    if (!world) return;
    const focus = this.history ? this.history.countries() : new Set(this.options.countries || []);
    const ground = makeGround(world, focus);
    this.panes.forEach((pane) => pane.setGround(ground, this.source));
  }
  /** What is shown where no place is known yet. */
  usualBounds() {
    const codes = this.options.countries || [];
    const country = this.world?.countries.find((item) => codes.includes(item.code));
    if (!country) return L.latLngBounds([-40, -100], [62, 130]);
    const [west, south, east, north] = country.box;
    return L.latLngBounds([south, west], [north, east]);
  }
  /** @param {boolean} on whether an online map shows through */
  seeThrough(on) {
    if (on === this.seesThrough) return;
    this.seesThrough = on;
    this.panes.forEach((pane) => pane.makeScene(on));
  }

  // ------------------------------------------------------------------ drawing
  /** Bring the days to their moments. Returns how many places look different. */
  seek() {
    const [now, then] = this.moments;
    if (!now) return 0;
    return now.seek(this.day) + (this.isComparing ? then.seek(this.secondDay) : 0);
  }
  /** @param {number} day */
  setDay(day) {
    if (!this.history) return;
    const next = this.history.within(day);
    if (next === this.day) return;
    this.day = next;
    this.draw();
  }
  drawDay() {
    if (!this.history) return;
    const different = this.seek();
    if (different) this.panes.forEach((pane) => pane.redrawMarks());
    this.showHeads();
    this.timeline.show();
    if (different && this.hover >= 0) this.card.show(this.first, this.hover);
    this.afterDay();
    this.shown = this.day;
  }
  showHeads() {
    const { history } = this;
    if (!history) {
      this.first.head.clear();
      return;
    }
    if (!this.isComparing) this.first.head.show(history, this.day);
    else if (this.panes.length > 1) {
      this.panes[0].head.show(history, this.day, "First day");
      this.panes[1].head.show(history, this.secondDay, "Second day");
    } else {
      const second = this.side === 1;
      this.first.head.show(
        history, second ? this.secondDay : this.day, second ? "Second day" : "First day",
      );
    }
    this.sides.update([this.day, this.secondDay].map(shortDay), this.side);
  }
  redrawAll() {
    this.seek();
    this.showHeads();
    this.panes.forEach((pane) => pane.redraw());
    this.key.update();
    this.timeline.redraw();
    this.scale.update();
    this.shown = this.day;
  }
  /** @param {number} i place, -1 for none */
  choose(i) {
    if (i === this.place) return false;
    this.place = i;
    this.panes.forEach((pane) => pane.redraw());
    this.timeline.redraw();
    return true;
  }
  /** A person chose it: the page hears of it. @param {number} i */
  chooseByHand(i) {
    if (!this.choose(i)) return;
    this.tell("click");
  }
  /** @param {number} i @param {Pane} [pane] where the card is to stand */
  pointAt(i, pane = this.first) {
    if (i === this.hover) return;
    this.hover = i;
    this.panes.forEach((each) => {
      each.redrawMarks();
      each.container.style.cursor = i >= 0 ? "pointer" : "";
    });
    if (i >= 0) this.card.show(pane, i);
    else this.card.hide();
  }
  /** Go through the places in view, from north to south. @param {number} step 1 or -1 */
  pointAtNext(step) {
    const { history, moment } = this;
    if (!history || !moment) return;
    const room = this.first.room();
    const seen = [];
    for (let i = 0; i < history.n; i++) {
      if (history.mentioned[i]) continue;
      const at = this.first.spotOf(i);
      if (at.x > 0 && at.y > 0 && at.x < room.width && at.y < room.height) seen.push(i);
    }
    if (!seen.length) return;
    seen.sort((a, b) => history.lat[b] - history.lat[a] || a - b);
    const from = this.hover >= 0 ? seen.indexOf(this.hover) : step > 0 ? -1 : 0;
    const next = seen[(from + step + seen.length) % seen.length];
    this.pointAt(next);
    this.live.textContent = `${history.names[next]}. ${moment.lookOf(next).words}`;
  }

  // ------------------------------------------------------------------ layers, parties, clocks
  /** @param {"names" | "lines" | "mentions" | "local"} name @param {boolean} on */
  setLayer(name, on) {
    this.settings[name] = on;
    if (name === "local" && on) this.drawWhenFontsAreThere();
    this.redrawAll();
    this.tell("switch");
  }
  /** @param {number} day */
  setKnownBy(day) {
    if (!this.history) return;
    this.knownBy = this.history.within(day);
    this.timeline.redraw();
  }
  switchKnownBy() {
    if (!this.history || this.options.knownBySwitch === false) return;
    this.knownBy = this.knownBy === null ? this.day : null;
    this.timeline.redraw();
    this.tell("known");
  }

  // ------------------------------------------------------------------ two days
  /** @param {string} iso the second day, "" for one day only */
  compare(iso) {
    if (!this.history) return;
    if (iso) this.secondDay = this.history.within(dayOf(iso));
    const on = Boolean(iso);
    if (on !== this.isComparing) {
      this.isComparing = on;
      this.side = 0;
      this.arrangePanes();
    }
    this.redrawAll();
  }
  /** @param {number} day */
  setSecondDay(day) {
    if (!this.history) return;
    const next = this.history.within(day);
    if (next === this.secondDay) return;
    this.secondDay = next;
    this.draw();
  }
  /** A year on, or before where there is none, for those who switch it on in a saved page. */
  secondDayToBegin() {
    const { history, day } = this;
    if (!history) return "";
    return isoOf(day + YEAR <= history.lastDay ? day + YEAR : Math.max(history.first, day - YEAR));
  }
  /** One map or two, as there is room. */
  arrangePanes() {
    const view = this.first.view();
    const two = this.isComparing && !isPhone();
    if (two && this.panes.length === 1) {
      const element = el("div");
      this.root.insertBefore(element, this.first.container.nextSibling);
      const map = makeMap(element);
      this.dressContainer(element);
      const second = new Pane(this, map);
      this.panes.push(second);
      listenToMap(this, second);
      if (this.first.ground) second.setGround(this.first.ground.ground, this.source);
    } else if (!two && this.panes.length > 1) {
      this.pair?.part();
      this.pair = null;
      this.panes.pop()?.remove();
    }
    this.root.classList.toggle("wh-two", this.panes.length > 1);
    this.root.classList.toggle("wh-comparing", this.isComparing);
    this.sides.element.hidden = !(this.isComparing && isPhone());
    this.dealMoments();
    this.layout();
    this.first.goTo([view.lat, view.lon, view.zoom]);
    const second = this.panes[1];
    if (second && !second.scene) {
      second.goTo([view.lat, view.lon, view.zoom]);
      second.makeScene(this.seesThrough);
      this.pair = new Pair(this.first, second);
    }
  }
  /** Which map shows which day. */
  dealMoments() {
    const [now, then] = this.moments;
    if (!now) return;
    const [first, second] = this.side === 1 ? [then, now] : [now, then];
    this.panes.forEach((pane, k) => {
      pane.moment = k ? second : first;
      pane.against = this.isComparing ? (k ? first : second) : null;
    });
  }
  /** @param {number} side */
  showSide(side) {
    this.side = side;
    this.dealMoments();
    this.redrawAll();
  }

  // ------------------------------------------------------------------ the window
  layout() {
    // The map must not jump while days pass, so the key's room only grows.
    const high = Math.max(this.keyRoom || 0, this.key.element.offsetHeight);
    this.keyRoom = high;
    this.root.style.setProperty("--kh", high + "px");
    const panel = parseFloat(getComputedStyle(this.root).getPropertyValue("--pw")) || 0;
    this.panes.forEach((pane, k) => {
      // Only the map at the right edge lies under the panel.
      pane.covered = k === this.panes.length - 1 ? panel : 0;
      pane.resize();
    });
  }
  onResize() {
    if (this.root.clientWidth < LEAST_PX || this.root.clientHeight < LEAST_PX) return;
    const { lat, lon, zoom } = this.first.view();
    const fitted = this.first.isFitted;
    this.keyRoom = 0;
    this.root.style.setProperty("--kh", "0px");
    this.layout();
    if (this.isComparing) this.arrangePanes();
    if (fitted) this.first.fit();
    else this.first.goTo([lat, lon, zoom]);
    this.restyle();
  }
  fit() {
    this.first.fit();
    this.tell("move");
  }
  listen() {
    listenToMap(this, this.first);
    listenToKeys(this);
    new ResizeObserver(whenQuiet(() => this.onResize(), 60)).observe(this.root);
  }
  /** Close what is open, one thing at a time; at last let the place go. */
  escape() {
    if (this.keyList.isOpen()) this.keyList.show(false);
    else if (this.menu.isOpen()) this.menu.show(false);
    else if (this.measure.isOn) this.measure.stop();
    else if (this.hover >= 0) this.pointAt(-1);
    else this.chooseByHand(-1);
  }

  // ------------------------------------------------------------------ the page
  /** @param {string} event */
  tell(event) {
    const { history } = this;
    if (!history) return;
    if (event !== "move" && event !== "switch") this.live.textContent = dayText(history, this.day);
    this.bridge.tell(
      {
        day: isoOf(this.day),
        place: this.placeId,
        ...this.view(),
        known_by: this.knownBy === null ? "" : isoOf(this.knownBy),
        compare: this.isComparing ? isoOf(this.secondDay) : "",
        layers: layersText(this.settings),
        palette: this.palette,
      },
      event,
    );
  }
  /** What the page says. @param {Order} order */
  async obey(order) {
    // Other data counts even when the map has moved on meanwhile; only the view is then old.
    const isOld = this.bridge.isEcho(order.seq) || this.timeline.playing;
    if (!isOld && order.knownBy !== undefined)
      this.knownBy = order.knownBy ? dayOf(order.knownBy) : null;
    if (order.dataUrl && order.dataUrl !== this.dataUrl) {
      const wasEmpty = !this.history;
      await this.load(isOld ? { dataUrl: order.dataUrl } : order);
      this.makeGround();
      if (wasEmpty || this.first.isFitted) this.first.fit();
      this.redrawAll();
    }
    if (!isOld && this.history) this.follow(order, this.history);
  }
  /** @param {Order} order @param {History} history */
  follow(order, history) {
    if (order.palette) this.setPalette(order.palette === "conventional" ? "conventional" : "default");
    if (typeof order.layers === "string") this.settings = readLayers(order.layers);
    if (order.actors) this.actors = order.actors.length ? new Set(order.actors) : null;
    if (order.day) this.setDay(dayOf(order.day));
    if (order.compare !== undefined) this.compare(order.compare);
    const i = history.indexOf(order.place || "");
    if (this.choose(i) && i >= 0 && !order.view) this.first.reveal(i);
    if (order.view) this.first.goTo(order.view);
    if (order.fly && order.fly !== this.flown && i >= 0) this.first.flyToPlace(i);
    this.flown = order.fly || this.flown;
    this.redrawAll();
  }
  /** @param {number} day @returns {string} for the words of others */
  dayInWords(day) {
    return longDay(day);
  }
}
