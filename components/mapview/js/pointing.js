/** What the pointer does on a map: points, chooses, zooms to a front, measures. */
import { whenQuiet } from "./dom.js";

const MOVE_QUIET_MS = 400;
const FINGER_PX = 14;
const CLICK_PX = 5;
const POINT_PX = 4;

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./pane.js").Pane} Pane */

/** @param {App} app @param {Pane} pane */
export function listenToMap(app, pane) {
  const { map } = pane;
  const moved = whenQuiet(() => app.tell("move"), MOVE_QUIET_MS);
  map.doubleClickZoom.disable();
  map.on("moveend", () => {
    app.scale.update();
    if (pane.isQuiet) return;
    pane.isFitted = false;
    pane.asked = null;
    moved();
  });
  map.on("movestart zoomstart", () => app.pointAt(-1));
  map.on("click", (event) => onClick(app, pane, event));
  map.on("dblclick", (event) => {
    if (!app.measure.isOn && !app.picking.isOn) pane.flyToFront(event.latlng);
  });
  const { container } = pane;
  container.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || event.buttons || app.measure.isOn) return;
    const from = container.getBoundingClientRect();
    const at = { x: event.clientX - from.left, y: event.clientY - from.top };
    app.pointAt(at.x < pane.room().width ? pane.points.hit(at, POINT_PX) : -1, pane);
  });
  container.addEventListener("pointerleave", () => app.pointAt(-1));
}

/** @param {App} app @param {Pane} pane @param {L.LeafletMouseEvent} event */
function onClick(app, pane, event) {
  if (app.picking.isOn) {
    app.picking.take(event.latlng);
    return;
  }
  if (app.measure.isOn) {
    app.measure.add(event.latlng, pane.map);
    return;
  }
  const { pointerType } = /** @type {PointerEvent} */ (event.originalEvent);
  const i = pane.points.hit(event.containerPoint, pointerType === "touch" ? FINGER_PX : CLICK_PX);
  if (pane.crowding.click(event.containerPoint, i)) return;
  if (i >= 0) app.chooseByHand(i);
}

/** Go through the places in view, from north to south. @param {App} app @param {number} step 1 or -1 */
export function pointAtNext(app, step) {
  const { history, moment } = app;
  if (!history || !moment) return;
  const room = app.first.room();
  const ring = app.first.crowding.spread;
  const seen = [];
  for (let i = 0; i < history.n; i++) {
    if (history.mentioned[i]) continue;
    // While some are spread, only those are gone through.
    if (ring && !ring.spotOf(i)) continue;
    const at = app.first.spotOf(i);
    if (at.x > 0 && at.y > 0 && at.x < room.width && at.y < room.height) seen.push(i);
  }
  if (!seen.length) return;
  seen.sort((a, b) => history.lat[b] - history.lat[a] || a - b);
  const from = app.hover >= 0 ? seen.indexOf(app.hover) : step > 0 ? -1 : 0;
  const next = seen[(from + step + seen.length) % seen.length];
  app.pointAt(next);
  app.live.textContent = `${history.names[next]}. ${moment.lookOf(next).words}`;
}
