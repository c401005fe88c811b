/** Puts the parts together on one map, and holds what is shown: history, day, place, theme. */
(function () {
  "use strict";
  const W = window.Whoheld;
  const CLOSEST_FIT = 8.2;
  const LEAST_PX = 120;
  const STYLE_WAIT_MS = 5000;
  const SLOW_MS = 300;
  const MOVE_QUIET_MS = 400;

  class App {
    /** @param {any} map a Leaflet map @param {any} options */
    constructor(map, options) {
      Object.assign(this, { map, options, history: null, place: -1, hover: -1, day: 0 });
      this.theme = "light";
      this.bridge = new W.Bridge();
      this.build();
    }

    build() {
      const container = this.map.getContainer();
      const root = (this.root = W.el("div", "wh"));
      if (this.options.panel === false) root.classList.add("wh-alone");
      container.parentNode.insertBefore(root, container);
      root.appendChild(container);
      container.classList.add("wh-map");
      // Leaflet writes "relative" where no style sheet has spoken yet.
      container.style.position = "absolute";
      this.head = W.makeHead(root);
      this.buttons = W.makeButtons(this);
      this.credits = W.el("div", "wh-credits", this.options.credits || "");
      root.appendChild(this.credits);
      this.scale = W.makeScale(this);
      this.loading = W.el("div", "wh-loading", "Drawing the map");
      this.loading.hidden = true;
      this.loading.setAttribute("role", "status");
      root.appendChild(this.loading);
      this.names = new W.NamesPainter(this);
      this.points = new W.PointsPainter(this);
      this.key = W.makeKey(this);
      this.timeline = new W.Timeline(this);
      this.card = W.makeCard(this);
      W.makeLayersMenu(this, this.buttons.layers);
      this.draw = W.oncePerFrame(() => this.drawDay());
      this.afterDay = W.whenQuiet(() => this.key.update(), 120);
    }

    /** Colours of the theme, read once from the style sheet. */
    colours() {
      if (this.palette) return this.palette;
      const style = getComputedStyle(this.root);
      const palette = {};
      for (const name of [
        "land", "land-neighbour", "water", "river", "border", "border-neighbour", "admin",
        "country", "label", "ink", "ink-second", "ink-third", "rule", "panel", "bars", "axis",
        "unknown", "halo", "accent",
      ])
        palette[name.replace(/-/g, "_")] = style.getPropertyValue("--" + name).trim();
      this.neutral = (id) => {
        const fill = id === "second" ? palette.axis : palette.ink_second;
        return { fill, outline: fill, letter: "" };
      };
      palette.party = (id) => {
        const party = this.history && this.history.parties[id];
        if (!party) return this.neutral("");
        const [fill, outline] = party[this.theme];
        return { fill, outline, letter: party.letter };
      };
      return (this.palette = palette);
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
    /** @param {string} theme */
    setTheme(theme) {
      this.theme = theme;
      this.root.dataset.theme = theme;
      this.palette = null;
      this.points.restyle();
      if (this.isReady) this.redrawAll();
    }

    /** The part of the map that the panel leaves free, in px. */
    room() {
      const size = this.map.getSize();
      if (this.roomFor !== size.x) {
        this.roomFor = size.x;
        this.panel = parseFloat(getComputedStyle(this.root).getPropertyValue("--pw")) || 0;
      }
      return { width: size.x - this.panel, height: size.y };
    }
    /** Where names may not stand, in px of the map. */
    cornerBoxes() {
      const from = this.map.getContainer().getBoundingClientRect();
      const parts = [this.head, this.buttons, this.scale, { element: this.credits }];
      return parts.map(({ element }) => {
        const box = element.getBoundingClientRect();
        return [box.left - from.left - 6, box.top - from.top - 6, box.right - from.left + 12, box.bottom - from.top + 8];
      });
    }

    async start() {
      W.followTheme((theme) => this.setTheme(theme));
      await this.styleIsThere();
      const source = new W.GroundSource(this.options.basemap, this.options.baseUrl);
      const [world] = await Promise.all([source.world(), this.load(this.options), this.roomIsThere()]);
      this.source = source;
      this.world = world;
      this.key.update();
      this.layout();
      this.makeGround();
      this.opensAt = this.options.view;
      this.isReady = true;
      this.goHome();
      this.makeScene();
      this.redrawAll();
      this.listen();
      // The names were drawn with what fonts there were.
      const faces = [`500 13px ${this.fonts.sans}`, `italic 400 14px ${this.fonts.serif}`, `600 32px ${this.fonts.serif}`];
      Promise.allSettled(faces.map((face) => document.fonts.load(face, "Aa1"))).then(() => {
        this.names.widths.clear();
        this.redrawAll();
      });
      this.root.dataset.ready = "yes";
      if (W.pending) W.setView(W.pending);
    }
    /** A style sheet that comes late must not leave a map without a height. */
    async styleIsThere() {
      const until = performance.now() + STYLE_WAIT_MS;
      const there = () => getComputedStyle(this.root).getPropertyValue("--wh-ready").trim();
      while (!there() && performance.now() < until) await new Promise((go) => setTimeout(go, 20));
      this.palette = this.faces = null;
    }
    /** In a hidden frame there is no room yet. */
    async roomIsThere() {
      while (this.root.clientWidth < LEAST_PX || this.root.clientHeight < LEAST_PX)
        await new Promise((go) => setTimeout(go, 50));
    }

    /** @param {{data?: any, dataUrl?: string, day?: string, place?: string}} what */
    async load(what) {
      if (!what.data && !what.dataUrl) return;
      this.dataUrl = what.dataUrl || "";
      const slow = setTimeout(() => (this.loading.hidden = false), SLOW_MS);
      try {
        const packed = what.data || (await (await fetch(what.dataUrl)).json());
        const history = await W.unpack(typeof packed === "string" ? JSON.parse(packed) : packed);
        if (what.dataUrl && what.dataUrl !== this.dataUrl) return; // another came meanwhile
        this.history = history;
        this.points.restyle();
        const id = what.place !== undefined ? what.place : this.placeId;
        this.place = this.indexOf(id || "");
        const day = what.day ? W.dayOf(what.day) : this.day || history.lastDay;
        this.day = this.within(day);
        history.seek(this.day);
      } catch (error) {
        console.error(error);
        this.loading.textContent = "The map's data could not be read. Reload the page to try again.";
        this.loading.hidden = false;
        clearTimeout(slow);
        return;
      }
      clearTimeout(slow);
      this.loading.hidden = true;
    }
    indexOf(id) {
      const i = this.history && id ? this.history.byId.get(id) : undefined;
      return i === undefined ? -1 : i;
    }
    get placeId() {
      return this.history && this.place >= 0 ? this.history.ids[this.place] : "";
    }
    within(day) {
      return Math.max(this.history.first, Math.min(this.history.lastDay, day));
    }
    /** Countries that the places with a state lie in; all mentioned ones where none has. */
    focus() {
      const { history } = this;
      const some = new Set();
      const all = new Set();
      for (let i = 0; history && i < history.n; i++) {
        const code = history.areas[history.area[i]][1];
        all.add(code);
        if (!history.mentioned[i]) some.add(code);
      }
      const given = this.options.countries || [];
      return some.size ? some : all.size ? all : new Set(given);
    }
    makeGround() {
      const showAreas = this.ground ? this.ground.showAreas : true;
      const ground = W.makeGround(this.world, this.focus());
      this.ground = new W.GroundPainter(this, ground, this.source, () => this.scene.redraw());
      this.ground.showAreas = showAreas;
    }
    /** @param {boolean} [clear] whether an online map shows through */
    makeScene(clear) {
      if (this.scene) this.scene.remove();
      const pane = W.pane(this.map, "wh-scene", 400);
      this.ground.hidden = Boolean(clear);
      this.scene = new W.SceneLayer(this, { pane, clear });
      this.scene.addTo(this.map);
    }

    // ---------------------------------------------------------------- drawing
    /** @param {number} day */
    setDay(day) {
      const next = this.within(day);
      if (next === this.day) return;
      this.day = next;
      this.draw();
    }
    drawDay() {
      if (!this.history) return;
      const different = this.history.seek(this.day);
      if (different) this.scene.redrawMarks();
      this.head.show(this.history, this.day);
      this.timeline.show();
      if (different && this.hover >= 0) this.card.show(this.hover);
      this.afterDay();
      this.shown = this.day;
    }
    redrawAll() {
      if (this.history) {
        this.history.seek(this.day);
        this.head.show(this.history, this.day);
      } else this.head.clear();
      this.scene.redraw();
      this.key.update();
      this.timeline.redraw();
      this.scale.update();
      this.shown = this.day;
    }
    /** @param {number} i place, -1 for none */
    choose(i) {
      if (i === this.place) return false;
      this.place = i;
      this.scene.redraw();
      this.timeline.redraw();
      return true;
    }
    pointAt(i) {
      if (i === this.hover) return;
      this.hover = i;
      this.scene.redrawMarks();
      this.map.getContainer().style.cursor = i >= 0 ? "pointer" : "";
      if (i >= 0) this.card.show(i);
      else this.card.hide();
    }

    // ---------------------------------------------------------------- the view
    layout() {
      // The map must not jump while days pass, so the key's room only grows.
      const high = Math.max(this.keyRoom || 0, this.key.element.offsetHeight);
      this.keyRoom = high;
      this.root.style.setProperty("--kh", high + "px");
      this.quietly(() => this.map.invalidateSize({ animate: false, pan: false }));
    }
    quietly(work) {
      this.isQuiet = true;
      work();
      this.isQuiet = false;
    }
    /** Centre of the part seen, and zoom. */
    view() {
      // A map stands on whole pixels; what was asked for is given back as it was.
      if (this.asked) return this.asked;
      const room = this.room();
      const centre = this.map.containerPointToLatLng([room.width / 2, room.height / 2]);
      const round = (value, digits) => Number(value.toFixed(digits));
      const zoom = round(this.map.getZoom(), 2);
      return { lat: round(centre.lat, 4), lon: round(centre.lng, 4), zoom };
    }
    /** @param {[number, number, number]} view latitude, longitude, zoom of the part seen */
    goTo([lat, lon, zoom]) {
      const room = this.room();
      const size = this.map.getSize();
      const at = this.map.project([lat, lon], zoom);
      const shift = L.point((size.x - room.width) / 2, (size.y - room.height) / 2);
      this.quietly(() =>
        this.map.setView(this.map.unproject(at.add(shift), zoom), zoom, { animate: false }),
      );
      this.isFitted = false;
      this.asked = { lat, lon, zoom };
    }
    goHome() {
      if (this.opensAt) this.goTo(this.opensAt);
      else this.fit();
    }
    /** Show all places that have a state. */
    fit() {
      const bounds = this.bounds();
      const room = this.room();
      const size = this.map.getSize();
      const phone = W.isPhone();
      const side = phone ? 14 : 28;
      this.quietly(() =>
        this.map.fitBounds(bounds, {
          animate: false,
          maxZoom: CLOSEST_FIT,
          paddingTopLeft: [side, phone ? 76 : 70],
          paddingBottomRight: [size.x - room.width + side, phone ? 40 : 52],
        }),
      );
      this.isFitted = true;
      this.asked = null;
    }
    bounds() {
      const { history } = this;
      const bounds = L.latLngBounds([]);
      for (let i = 0; history && i < history.n; i++)
        if (!history.mentioned[i]) bounds.extend([history.lat[i], history.lon[i]]);
      for (let i = 0; history && !bounds.isValid() && i < history.n; i++)
        bounds.extend([history.lat[i], history.lon[i]]);
      if (bounds.isValid()) return bounds;
      const country = this.world.countries.find((item) => this.focus().has(item.code));
      if (!country) return L.latLngBounds([-40, -100], [62, 130]);
      const [west, south, east, north] = country.box;
      return L.latLngBounds([south, west], [north, east]);
    }
    /** @param {number} step levels */
    zoomBy(step) {
      const room = this.room();
      const zoom = this.map.getZoom() + step;
      this.isFitted = false;
      this.map.setZoomAround(L.point(room.width / 2, room.height / 2), zoom, {
        animate: !W.wantsLessMotion(),
      });
    }
    /** Bring a place into the part seen if it is not there. @param {number} i */
    reveal(i) {
      const { history } = this;
      const at = this.map.latLngToContainerPoint([history.lat[i], history.lon[i]]);
      const room = this.room();
      const edge = 40;
      if (at.x > edge && at.y > edge && at.x < room.width - edge && at.y < room.height - edge) return;
      this.goTo([history.lat[i], history.lon[i], Math.max(this.map.getZoom(), 7)]);
    }

    // ---------------------------------------------------------------- events
    tell(event) {
      if (!this.history) return;
      const view = this.view();
      this.bridge.tell({ day: W.isoOf(this.day), place: this.placeId, ...view }, event);
    }
    listen() {
      const { map } = this;
      const moved = W.whenQuiet(() => this.tell("move"), MOVE_QUIET_MS);
      map.on("moveend", () => {
        this.scale.update();
        if (this.isQuiet) return;
        this.isFitted = false;
        this.asked = null;
        moved();
      });
      map.on("movestart zoomstart", () => this.pointAt(-1));
      map.on("click", (event) => {
        const touch = event.originalEvent && event.originalEvent.pointerType === "touch";
        const i = this.points.hit(event.containerPoint, touch ? 14 : 5);
        if (i >= 0 && this.choose(i)) this.tell("click");
      });
      const container = map.getContainer();
      container.addEventListener("pointermove", (event) => {
        if (event.pointerType === "touch" || event.buttons) return;
        const from = container.getBoundingClientRect();
        const at = { x: event.clientX - from.left, y: event.clientY - from.top };
        this.pointAt(at.x < this.room().width ? this.points.hit(at, 4) : -1);
      });
      container.addEventListener("pointerleave", () => this.pointAt(-1));
      document.addEventListener("keydown", (event) => this.onKey(event));
      new ResizeObserver(W.whenQuiet(() => this.onResize(), 60)).observe(this.root);
    }
    onKey(event) {
      const target = /** @type {HTMLElement} */ (event.target);
      if (target.closest("input, select, textarea")) return;
      if (event.key === "Escape" && this.place >= 0 && this.choose(-1)) this.tell("click");
      if (event.key === "+" || event.key === "=") this.zoomBy(0.5);
      if (event.key === "-") this.zoomBy(-0.5);
    }
    onResize() {
      if (this.root.clientWidth < LEAST_PX || this.root.clientHeight < LEAST_PX) return;
      const { lat, lon, zoom } = this.view();
      const fitted = this.isFitted;
      this.keyRoom = 0;
      this.root.style.setProperty("--kh", "0px");
      this.layout();
      if (fitted) this.fit();
      else this.goTo([lat, lon, zoom]);
      this.points.restyle();
      this.redrawAll();
    }
    /** What the page says. @param {any} order */
    async obey(order) {
      // Other data counts even when the map has moved on meanwhile; only the view is then old.
      const isOld = this.bridge.isEcho(order.seq) || this.timeline.playing;
      if (order.dataUrl && order.dataUrl !== this.dataUrl) {
        const wasEmpty = !this.history;
        await this.load(isOld ? { dataUrl: order.dataUrl } : order);
        this.makeGround();
        if (wasEmpty || this.isFitted) this.fit();
        this.redrawAll();
      }
      if (isOld || !this.history) return;
      if (order.day) this.setDay(W.dayOf(order.day));
      const i = this.indexOf(order.place);
      if (this.choose(i) && i >= 0 && !order.view) this.reveal(i);
      if (order.view) this.goTo(order.view);
    }
  }

  /** Make a Leaflet map in an element. @param {HTMLElement} element */
  const mapIn = (element) => {
    element.style.position = element.style.position || "relative";
    const inside = element.appendChild(W.el("div"));
    inside.style.position = "absolute";
    return L.map(inside, {
      center: [20, 20], zoom: 2, zoomControl: false, attributionControl: false, keyboard: false,
      zoomSnap: 0, zoomDelta: 0.5, minZoom: 2, maxZoom: 14, worldCopyJump: true,
    });
  };

  /**
   * @param {any} mapOrElement a Leaflet map, or the element to make one in
   * @param {{data?: any, dataUrl?: string, basemap?: any, baseUrl?: string, day?: string,
   *   place?: string, view?: [number, number, number] | null, credits?: string,
   *   panel?: boolean, countries?: string[], tilesUrl?: string}} options
   * @returns {App}
   */
  W.mount = (mapOrElement, options) => {
    const map = mapOrElement instanceof HTMLElement ? mapIn(mapOrElement) : mapOrElement;
    W.app = new App(map, options);
    W.app.ready = W.app.start();
    return W.app;
  };

  /** A message of the page; kept until the map is there. @param {any} order */
  W.setView = (order) => {
    if (W.app && W.app.isReady) {
      W.pending = null;
      W.app.obey(order);
    } else W.pending = order;
  };
})();
