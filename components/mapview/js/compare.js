/** Two days side by side: two maps in step, or on a phone one map and a switch. */
import { dayOf, isoOf, shortDay } from "./days.js";
import { button, el, isPhone } from "./dom.js";
import { dressContainer, makeMap } from "./leaflet.js";
import { Pane } from "./pane.js";
import { listenToMap } from "./pointing.js";

const YEAR = 365;

/** Where one map goes, the other goes at once. */
export class Pair {
  /** @param {Pane} first @param {Pane} second */
  constructor(first, second) {
    this.panes = [first, second];
    this.isBusy = false;
    /** @type {[L.Map, Record<string, () => void>][]} */
    this.listeners = [];
    for (const [from, to] of [[first, second], [second, first]]) {
      const events = {
        move: () => this.follow(from, to, false),
        moveend: () => this.follow(from, to, true),
      };
      from.map.on(events);
      this.listeners.push([from.map, events]);
      // While two maps are in step neither may be ahead of the other by an animation.
      /** @type {any} */ (from.map)._zoomAnimated = false;
    }
  }
  part() {
    for (const [map, events] of this.listeners) map.off(events);
    /** @type {any} */ (this.panes[0].map)._zoomAnimated = L.Browser.any3d;
  }
  /** @param {Pane} from @param {Pane} to @param {boolean} ends */
  follow(from, to, ends) {
    if (this.isBusy) return;
    this.isBusy = true;
    const centre = from.centre();
    const zoom = from.map.getZoom();
    if (ends || zoom !== to.map.getZoom()) {
      to.goTo([centre.lat, centre.lng, zoom]);
      to.asked = from.asked;
    } else {
      const room = to.room();
      const at = to.map.latLngToContainerPoint(centre);
      const by = at.subtract(L.point(room.width / 2, room.height / 2)).round();
      // The way Leaflet itself moves a map under a drag: nothing is drawn anew.
      if (by.x || by.y) /** @type {any} */ (to.map)._rawPanBy(by);
    }
    this.isBusy = false;
  }
}

/** What the switch between two days says on a phone. @param {HTMLElement} root @param {(side: number) => void} show */
function makeSideSwitch(root, show) {
  const box = el("div", "wh-sides");
  box.hidden = true;
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", "Day shown of the two compared");
  const buttons = [0, 1].map((side) => {
    const made = button("", () => show(side));
    box.appendChild(made);
    return made;
  });
  root.appendChild(box);
  return {
    element: box,
    /** @param {string[]} days in words @param {number} side */
    update(days, side) {
      buttons.forEach((made, k) => {
        made.textContent = days[k];
        made.classList.toggle("wh-on", k === side);
        made.setAttribute("aria-pressed", String(k === side));
      });
    },
  };
}

export class Comparison {
  /** @param {import("./app.js").App} app */
  constructor(app) {
    this.app = app;
    this.isOn = false;
    this.day = 0;
    /** Which of the two days a phone shows. */
    this.side = 0;
    /** @type {Pair | null} */
    this.pair = null;
    this.sides = makeSideSwitch(app.root, (side) => {
      this.side = side;
      this.deal();
      app.redrawAll();
    });
  }
  /** @param {string} iso the second day, "" for one day only */
  show(iso) {
    const { app } = this;
    const { history } = app;
    if (!history || iso === (this.isOn ? isoOf(this.day) : "")) return;
    if (iso) this.day = history.within(dayOf(iso));
    if (Boolean(iso) !== this.isOn) {
      this.isOn = Boolean(iso);
      this.side = 0;
      this.arrange();
    }
    app.redrawAll();
  }
  /** @param {number} day */
  setDay(day) {
    const { history } = this.app;
    if (!history) return;
    const next = history.within(day);
    if (next === this.day) return;
    this.day = next;
    this.app.draw();
  }
  /** A year on, or before where there is none: the second day to begin with. */
  usualDay() {
    const { history, day } = this.app;
    if (!history) return "";
    return isoOf(day + YEAR <= history.lastDay ? day + YEAR : Math.max(history.first, day - YEAR));
  }
  /** One map or two, as there is room. */
  arrange() {
    const { app } = this;
    const view = app.first.view();
    const { isFitted } = app.first;
    const two = this.isOn && !isPhone();
    if (two && app.panes.length === 1) this.open();
    else if (!two && app.panes.length > 1) this.close();
    app.root.classList.toggle("wh-two", app.panes.length > 1);
    app.root.classList.toggle("wh-comparing", this.isOn);
    this.sides.element.hidden = !this.isOn || two;
    this.deal();
    app.layout();
    if (isFitted) app.first.fit();
    else app.first.goTo([view.lat, view.lon, view.zoom]);
    const second = app.panes[1];
    if (!second || second.scene) return;
    const { lat, lon, zoom } = app.first.view();
    second.goTo([lat, lon, zoom]);
    second.makeScene(app.seesThrough);
    this.pair = new Pair(app.first, second);
  }
  open() {
    const { app } = this;
    const element = el("div");
    app.root.insertBefore(element, app.first.container.nextSibling);
    const map = makeMap(element);
    dressContainer(element);
    const second = new Pane(app, map);
    app.panes.push(second);
    listenToMap(app, second);
    if (app.first.ground) second.setGround(app.first.ground.ground, app.source);
  }
  close() {
    this.pair?.part();
    this.pair = null;
    this.app.panes.pop()?.remove();
  }
  /** Which map shows which day. */
  deal() {
    const [now, then] = this.app.moments;
    if (!now) return;
    const [first, second] = this.side === 1 ? [then, now] : [now, then];
    this.app.panes.forEach((pane, k) => {
      pane.moment = k ? second : first;
      pane.against = this.isOn ? (k ? first : second) : null;
    });
  }
  /** The dates are the titles. @param {import("./history.js").History} history */
  showHeads(history) {
    const days = [this.app.day, this.day];
    const roles = ["First day", "Second day"];
    this.app.panes.forEach((pane, k) => {
      const which = this.app.panes.length > 1 ? k : this.side;
      pane.head.show(history, days[which], roles[which]);
    });
    this.sides.update(days.map(shortDay), this.side);
  }
}
