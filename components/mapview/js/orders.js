/** What the map says of itself, and what it does when the page says something. */
import { dayOf, isoOf } from "./days.js";
import { layersText, readLayers } from "./settings.js";

/** @typedef {import("./app.js").App} App */

/** All that a link needs to open this view again. @param {App} app */
export const shownNow = (app) => ({
  day: isoOf(app.day),
  place: app.placeId,
  ...app.view(),
  known_by: app.knownBy === null ? "" : isoOf(app.knownBy),
  compare: app.isComparing ? isoOf(app.secondDay) : "",
  layers: layersText(app.settings),
  palette: app.palette,
});

/** A link of the page leads to a place. @param {App} app @param {string} id */
export function openPlace(app, id) {
  const i = app.history ? app.history.indexOf(id) : -1;
  if (i < 0) return;
  app.timeline.player.stop(false);
  if (app.choose(i)) app.first.reveal(i);
  app.tell("click");
}

/** A drawing of the page leads to a day. @param {App} app @param {string} iso */
export function openDay(app, iso) {
  app.timeline.player.stop(false);
  app.setDay(dayOf(iso));
  app.tell("step");
}

/** @param {App} app @param {Order} order */
export async function obey(app, order) {
  // Other data counts even when the map has moved on meanwhile; only the view is then old.
  const isOld = app.bridge.isEcho(order.seq) || app.timeline.playing;
  app.picking.obey(order.pick);
  if (!isOld && order.knownBy !== undefined)
    app.knownBy = order.knownBy ? dayOf(order.knownBy) : null;
  if (order.dataUrl && order.dataUrl !== app.dataUrl) {
    const wasEmpty = !app.history;
    await app.load(isOld ? { dataUrl: order.dataUrl } : order);
    app.makeGround();
    if (wasEmpty || app.first.isFitted) app.first.fit();
    app.redrawAll();
  }
  if (!isOld && app.history) follow(app, order, app.history);
}

/** Choices that change what all marks look like. @param {App} app @param {Order} order */
function choose(app, order) {
  const before = JSON.stringify([app.settings, [...(app.actors || [])], app.knownBy]);
  if (order.palette) app.setPalette(order.palette === "conventional" ? "conventional" : "default");
  if (typeof order.layers === "string") app.settings = readLayers(order.layers);
  if (order.actors) app.actors = order.actors.length ? new Set(order.actors) : null;
  if (before !== JSON.stringify([app.settings, [...(app.actors || [])], app.knownBy]))
    app.redrawAll();
}

/** @param {App} app @param {Order} order @param {import("./history.js").History} history */
function follow(app, order, history) {
  choose(app, order);
  if (order.day) app.setDay(dayOf(order.day));
  if (order.compare !== undefined) app.two.show(order.compare);
  const i = history.indexOf(order.place || "");
  if (app.choose(i) && i >= 0 && !order.view) app.first.reveal(i);
  if (order.view) app.first.goTo(order.view);
  const isNew = order.fly && order.fly !== app.flown;
  app.flown = order.fly || app.flown;
  if (isNew && i >= 0) app.first.flyToPlace(i);
  app.timeline.redraw();
}
