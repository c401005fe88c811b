/** The keys, and the list of them. */
import { toggleSpread } from "./crowding.js";
import { closeSpread } from "./crowding.js";
import { el, icon } from "./dom.js";
import { pointAtNext } from "./pointing.js";

/** @type {[string, string][]} */
const LIST = [
  ["← →", "a day back or on"],
  ["Shift ← →", "a month"],
  ["Home, End", "first and last day"],
  ["Space", "play and pause"],
  ["[ ]", "previous and next change"],
  ["1 2 3", "all, a year, weeks"],
  [", .", "previous and next place in view; Enter chooses it"],
  ["S", "spread the places that lie under it"],
  ["/", "find a place"],
  ["+ −", "zoom; 0 shows everything"],
  ["L", "layers"],
  ["C", "compare two days"],
  ["K", "known by"],
  ["M", "measure a distance"],
  ["Esc", "closes, or lets the place go"],
  ["?", "this list"],
];

/** @param {import("./app.js").App} app */
const worksOf = (app) => {
  const { timeline } = app;
  /** @type {Record<string, (event: KeyboardEvent) => void>} */
  const works = {
    ArrowLeft: (event) => (event.shiftKey ? timeline.stepMonth(-1) : timeline.step(-1)),
    ArrowRight: (event) => (event.shiftKey ? timeline.stepMonth(1) : timeline.step(1)),
    PageDown: () => timeline.stepMonth(-1),
    PageUp: () => timeline.stepMonth(1),
    Home: () => app.history && timeline.goTo(app.history.first),
    End: () => app.history && timeline.goTo(app.history.lastDay),
    "[": () => timeline.toChange(-1),
    "]": () => timeline.toChange(1),
    1: () => timeline.setSpan(0),
    2: () => timeline.setSpan(365),
    3: () => timeline.setSpan(42),
    ",": () => pointAtNext(app, -1),
    ".": () => pointAtNext(app, 1),
    s: () => toggleSpread(app, app.hover >= 0 ? app.hover : app.place),
    k: () => app.switchKnownBy(),
    m: () => app.measure.toggle(),
  };
  return works;
};

/** The page that holds the map has a list of all keys. @param {import("./app.js").App} app */
export function showKeys(app) {
  if (app.options.helpByPage) app.tell("help");
  else app.keyList.show(true);
}

/** @param {import("./app.js").App} app */
export function toggleCompare(app) {
  app.two.show(app.isComparing ? "" : app.two.usualDay());
  app.tell("compare");
}

/** Close what is open, one thing at a time; at last let the place go. @param {import("./app.js").App} app */
function escape(app) {
  if (app.keyList.isOpen()) app.keyList.show(false);
  else if (app.menu.isOpen()) app.menu.show(false);
  else if (app.picking.isOn) app.picking.cancel();
  else if (app.measure.isOn) app.measure.stop();
  else if (closeSpread(app)) return;
  else if (app.hover >= 0) app.pointAt(-1);
  else app.chooseByHand(-1);
}

/** @param {import("./app.js").App} app */
export function listenToKeys(app) {
  const works = worksOf(app);
  /** @type {Record<string, () => void>} */
  const always = {
    "+": () => app.first.zoomBy(0.5),
    "=": () => app.first.zoomBy(0.5),
    "-": () => app.first.zoomBy(-0.5),
    0: () => app.fit(),
    l: () => app.menu.show(true),
    "/": () => (app.options.helpByPage ? app.tell("find") : app.menu.showSearch()),
    "?": () => showKeys(app),
    c: () => toggleCompare(app),
    Escape: () => escape(app),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.closest("input, select, textarea")) return;
    const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    // Space and Enter on a button press that button.
    const onButton = Boolean(target.closest("button, a, [role=switch]"));
    if (pressed === " " && !onButton && app.history) app.timeline.player.toggle();
    else if (pressed === "Enter" && !onButton && app.hover >= 0) app.chooseByHand(app.hover);
    else if (always[pressed]) always[pressed]();
    else if (app.history && works[pressed]) works[pressed](event);
    else return;
    event.preventDefault();
  });
}

/** @param {import("./app.js").App} app */
export function makeKeyList(app) {
  const box = el("div", "wh-keys");
  box.hidden = true;
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", "Keys");
  const close = el("button");
  close.type = "button";
  close.setAttribute("aria-label", "Close");
  close.appendChild(icon("close", 15));
  const head = el("div", "wh-keys-head");
  head.append(el("b", "", "Keys"), close);
  const list = el("dl");
  for (const [keys, words] of LIST)
    list.append(el("dt", "", keys), el("dd", "", words));
  list.append(
    el("dt", "", "On the timeline"),
    el("dd", "", "the wheel zooms, Shift and drag chooses a period"),
  );
  box.append(head, list);
  app.root.appendChild(box);
  /** @type {Element | null} */
  let before = null;
  const show = (/** @type {boolean} */ open) => {
    if (open === !box.hidden) return;
    box.hidden = !open;
    if (open) {
      before = document.activeElement;
      close.focus();
    } else if (before instanceof HTMLElement) before.focus();
  };
  close.onclick = () => show(false);
  return { element: box, show, isOpen: () => !box.hidden };
}
