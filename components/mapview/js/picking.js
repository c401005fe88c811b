/** A point that the page asks for: the next click on the map says where a name lies. */
import { button, el } from "./dom.js";
import { shownNow } from "./orders.js";

const PIN = "M12 31C8 23 2 18 2 11a10 10 0 0 1 20 0c0 7-6 12-10 20z";

/** Drawn by this project; its tip stands on the point. */
const makePin = () =>
  L.divIcon({
    className: "wh-pin",
    html: `<svg viewBox="0 0 24 32" width="24" height="32" aria-hidden="true"><path d="${PIN}"/><circle cx="12" cy="11" r="3.6"/></svg>`,
    iconSize: [24, 32],
    iconAnchor: [12, 31],
  });

export class Picking {
  /** @param {import("./app.js").App} app */
  constructor(app) {
    this.app = app;
    this.isOn = false;
    /** Which of the page's questions was asked last; one that was answered is not asked again. */
    this.turn = 0;
    /** @type {L.Marker[]} */
    this.pins = [];
    this.words = el("p");
    this.words.setAttribute("role", "status");
    this.cancelButton = button("Cancel", () => this.cancel());
    this.box = el("div", "wh-picker");
    this.box.hidden = true;
    this.box.append(this.words, this.cancelButton);
    app.root.appendChild(this.box);
  }
  /** What the page asks for; undefined says nothing of it. @param {PickPoint | null | undefined} pick */
  obey(pick) {
    if (pick === undefined) return;
    if (pick?.at) {
      this.turn = pick.turn;
      this.stop();
      this.pin(L.latLng(pick.at));
    } else if (!pick) {
      this.stop();
      this.unpin();
    } else if (pick.turn !== this.turn) {
      this.turn = pick.turn;
      this.start(pick.name);
    }
  }
  /** @param {string} name */
  start(name) {
    const { app } = this;
    app.timeline.player.stop(false);
    app.measure.stop();
    app.menu.show(false);
    this.unpin();
    this.isOn = true;
    app.root.classList.add("wh-picks");
    this.box.hidden = false;
    this.words.textContent = `Click where “${name}” lies. Zoom in for a finer point; Esc cancels.`;
    // From here on Esc is heard, wherever the focus was in the page.
    this.cancelButton.focus({ preventScroll: true });
  }
  stop() {
    this.isOn = false;
    this.app.root.classList.remove("wh-picks");
    this.box.hidden = true;
  }
  /** @param {L.LatLng} at */
  take(at) {
    const point = at.wrap();
    this.stop();
    this.pin(point);
    this.tell(`${point.lat.toFixed(4)}, ${point.lng.toFixed(4)}`);
  }
  cancel() {
    this.stop();
    this.tell("");
  }
  /** @param {string} picked */
  tell(picked) {
    this.app.bridge.tell({ ...shownNow(this.app), picked, turn: this.turn }, "pick");
  }
  /** @param {L.LatLng} at */
  pin(at) {
    this.unpin();
    this.pins = this.app.panes.map(({ map }) =>
      L.marker(at, { icon: makePin(), interactive: false, keyboard: false }).addTo(map),
    );
  }
  unpin() {
    this.pins.forEach((pin) => pin.remove());
    this.pins = [];
  }
}
