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
    if (!app.measure.isOn) pane.flyToFront(event.latlng);
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
  if (app.measure.isOn) {
    app.measure.add(event.latlng, pane.map);
    return;
  }
  if (pane.crowding.click(event.containerPoint)) return;
  const { pointerType } = /** @type {PointerEvent} */ (event.originalEvent);
  const i = pane.points.hit(event.containerPoint, pointerType === "touch" ? FINGER_PX : CLICK_PX);
  if (i >= 0) app.chooseByHand(i);
}
