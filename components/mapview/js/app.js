/** Holds what is shown: history, days, place, theme, layers; and tells the parts to draw it. */
import { Bridge, followTheme } from "./bridge.js";
import { makeCard } from "./card.js";
import { readColours } from "./colours.js";
import { Comparison } from "./compare.js";
import { makeButtons, makeCredits, makeScale } from "./corners.js";
import { dayOf } from "./days.js";
import { el, oncePerFrame, whenQuiet } from "./dom.js";
import { GroundSource, makeGround } from "./ground.js";
import { unpack } from "./history.js";
import { makeKey } from "./key.js";
import { listenToKeys, makeKeyList } from "./keys.js";
import { Measure } from "./measure.js";
import { wrap } from "./leaflet.js";
import { makeMenu } from "./menu.js";
import { Moment } from "./moment.js";
import { fontsFor, hasRoom, roomIsThere, styleIsThere } from "./opening.js";
import { obey, shownNow } from "./orders.js";
import { Pane } from "./pane.js";
import { Picking } from "./picking.js";
import { listenToMap } from "./pointing.js";
import { readLayers } from "./settings.js";
import { Timeline } from "./timeline.js";
import { dayText } from "./words.js";

const SLOW_MS = 300;

/** @typedef {import("./history.js").History} History */

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
    this.root = wrap(map, options.panel !== false);
    this.first = new Pane(this, map);
    /** @type {Pane[]} */
    this.panes = [this.first];
    this.two = new Comparison(this);
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
    this.picking = new Picking(this);
    this.keyList = makeKeyList(this);
    this.menu = makeMenu(this, this.buttons.layers);
    this.draw = oncePerFrame(() => this.drawDay());
    this.redrawScenes = oncePerFrame(() => this.panes.forEach((pane) => pane.redraw()));
    this.afterDay = whenQuiet(() => this.key.update(), 120);
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
    return this.panes.length > 1 ? this.moments : [this.moments[this.two.side]];
  }
  /** Elements that names must not lie under. */
  corners() {
    return [
      this.buttons.element, this.scale.element, this.credits.element, this.two.sides.element,
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
    await styleIsThere(this.root);
    this.palettesRead = this.faces = null;
    const [world] = await Promise.all([
      this.source.world(), this.load(this.options), roomIsThere(this.root),
    ]);
    this.world = world;
    this.key.update();
    this.layout();
    this.makeGround();
    this.isReady = true;
    if (this.opensAt) this.first.goTo(this.opensAt);
    else this.first.fit();
    this.first.makeScene(false);
    if (this.options.compare) this.two.show(this.options.compare);
    this.redrawAll();
    this.listen();
    this.restyleWithFonts();
    this.root.dataset.ready = "yes";
  }
  /** The names were drawn with what fonts there were. */
  restyleWithFonts() {
    const native = this.settings.local && this.history ? this.history.native : [];
    fontsFor(this.fonts, native).then(() => this.restyle());
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
    this.two.day = history.within(this.two.day);
    this.moments = [new Moment(history), new Moment(history)];
    this.two.deal();
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
    if (this.isComparing) this.two.showHeads(history);
    else this.first.head.show(history, this.day);
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
  // ------------------------------------------------------------------ layers, parties, clocks
  /** @param {"marks" | "names" | "lines" | "mentions" | "local"} name @param {boolean} on */
  setLayer(name, on) {
    this.settings[name] = on;
    if (name === "local" && on) this.restyleWithFonts();
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
  get isComparing() {
    return this.two.isOn;
  }
  get secondDay() {
    return this.two.day;
  }
  /** @param {number} day */
  setSecondDay(day) {
    this.two.setDay(day);
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
    if (!hasRoom(this.root)) return;
    const { lat, lon, zoom } = this.first.view();
    const fitted = this.first.isFitted;
    this.keyRoom = 0;
    this.root.style.setProperty("--kh", "0px");
    this.layout();
    if (this.isComparing) this.two.arrange();
    if (fitted) this.first.fit();
    else this.first.goTo([lat, lon, zoom]);
    this.restyle();
  }
  fit() {
    this.first.fit(true);
    this.tell("move");
  }
  listen() {
    listenToMap(this, this.first);
    listenToKeys(this);
    new ResizeObserver(whenQuiet(() => this.onResize(), 60)).observe(this.root);
  }
  // ------------------------------------------------------------------ the page
  /** @param {string} event */
  tell(event) {
    const { history } = this;
    if (!history) return;
    if (event !== "move" && event !== "switch") this.live.textContent = dayText(history, this.day);
    this.bridge.tell(shownNow(this), event);
  }
  /** What the page says. @param {Order} order */
  obey(order) {
    return obey(this, order);
  }
}
