/** Two maps in step: where one goes, the other goes at once. */

/** @typedef {import("./pane.js").Pane} Pane */

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
export function makeSideSwitch(root, show) {
  const box = document.createElement("div");
  box.className = "wh-sides";
  box.hidden = true;
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", "Day shown of the two compared");
  const buttons = [0, 1].map((side) => {
    const button = document.createElement("button");
    button.type = "button";
    button.onclick = () => show(side);
    box.appendChild(button);
    return button;
  });
  root.appendChild(box);
  return {
    element: box,
    /** @param {string[]} days in words @param {number} side */
    update(days, side) {
      buttons.forEach((button, k) => {
        button.textContent = days[k];
        button.classList.toggle("wh-on", k === side);
        button.setAttribute("aria-pressed", String(k === side));
      });
    },
  };
}
