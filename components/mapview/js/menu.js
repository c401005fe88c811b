/** The layers menu: what is drawn, in which colours, and on a phone the search. */
import { areaChoices } from "./areas_menu.js";
import { button, el, isPhone, tickBox } from "./dom.js";
import { showKeys, toggleCompare } from "./keys.js";
import { OnlineMap, PATIENCE_MS } from "./online.js";
import { makeSearch } from "./search.js";
import { SPANS } from "./timeline.js";

const FAILED = "The online map did not answer. The built-in map is shown instead.";
const ONLINE_NOTE =
  "Off, nothing leaves this computer. On, a tile server learns which part of the map you look at.";
const PALETTE_NOTE =
  "Red, green and grey as many maps have them. Some eyes tell these apart less well.";

/** @typedef {import("./app.js").App} App */

/** @param {App} app @param {HTMLElement} menu */
function layerChoices(app, menu) {
  /** @type {[("marks" | "names" | "local" | "lines" | "mentions"), string][]} */
  const switches = [
    ["marks", "Marks of places"],
    ["names", "Names"],
    ["local", "Names in their own script"],
    ["lines", "Province lines"],
    ["mentions", "Places only mentioned"],
  ];
  /** @type {(() => void)[]} */
  const updates = [];
  for (const [name, words] of switches) {
    const { label, box } = tickBox(words, app.settings[name], (on) => app.setLayer(name, on));
    updates.push(() => (box.checked = app.settings[name]));
    menu.appendChild(label);
  }
  updates.push(areaChoices(app, menu));
  const palette = tickBox(
    "Conventional colours", app.palette === "conventional",
    (on) => {
      app.setPalette(on ? "conventional" : "default");
      app.tell("switch");
    },
    PALETTE_NOTE,
  );
  updates.push(() => (palette.box.checked = app.palette === "conventional"));
  menu.appendChild(palette.label);
  return () => updates.forEach((update) => update());
}

/** @param {App} app @param {HTMLElement} menu @param {HTMLElement} notice */
function onlineChoice(app, menu, notice) {
  const online = new OnlineMap(app, () => {
    tiles.box.checked = false;
    online.turnOff();
    app.credits.show(false);
    notice.textContent = FAILED;
    notice.hidden = false;
    setTimeout(() => (notice.hidden = true), PATIENCE_MS);
  });
  const tiles = tickBox(
    "Online map", false,
    (on) => {
      notice.hidden = true;
      app.credits.show(on);
      if (on) online.turnOn();
      else online.turnOff();
    },
    ONLINE_NOTE,
  );
  menu.appendChild(tiles.label);
}

/** What has no room on a phone's timeline. @param {App} app @param {HTMLElement} menu */
function phoneChoices(app, menu) {
  const box = el("div", "wh-phone-only");
  const row = el("div", "wh-spans");
  row.setAttribute("role", "group");
  row.setAttribute("aria-label", "Length of time shown");
  for (const [words, days] of SPANS) row.append(button(words, () => app.timeline.setSpan(days)));
  const { label, box: known } = tickBox("Known by", false, () => app.switchKnownBy());
  if (app.options.knownBySwitch !== false) box.append(label);
  box.append(row);
  menu.appendChild(box);
  return () => (known.checked = app.knownBy !== null);
}

/** @param {App} app @param {HTMLElement} opener the button */
export const makeMenu = (app, opener) => {
  const menu = el("div", "wh-menu");
  menu.hidden = true;
  menu.setAttribute("role", "group");
  menu.setAttribute("aria-label", "Layers");
  const notice = el("div", "wh-notice");
  notice.hidden = true;
  notice.setAttribute("role", "status");
  app.root.append(menu, notice);
  const search = makeSearch(app, () => show(false));
  menu.appendChild(search.element);
  const updateLayers = layerChoices(app, menu);
  onlineChoice(app, menu, notice);
  const updatePhone = phoneChoices(app, menu);
  const row = el("div", "wh-menu-row");
  row.append(
    button("Measure a distance", () => {
      show(false);
      app.measure.start();
    }),
    button("Keys", () => {
      show(false);
      showKeys(app);
    }),
  );
  // The page round the map has a button for it; a saved file has no other place.
  if (!app.options.helpByPage)
    row.append(
      button("Compare two days", () => {
        show(false);
        toggleCompare(app);
      }),
    );
  menu.appendChild(row);

  const show = (/** @type {boolean} */ open) => {
    const wasOpen = !menu.hidden;
    menu.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    search.element.hidden = !isPhone() && !app.options.search;
    if (open) {
      updateLayers();
      updatePhone();
      /** @type {HTMLElement | null} */ (menu.querySelector("label input"))?.focus();
    } else if (wasOpen && menu.contains(document.activeElement)) opener.focus();
  };
  opener.setAttribute("aria-expanded", "false");
  opener.onclick = (event) => {
    event.stopPropagation();
    show(menu.hidden);
  };
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    show(false);
    opener.focus();
  });
  app.root.addEventListener("pointerdown", (event) => {
    const target = /** @type {Node} */ (event.target);
    if (!menu.hidden && !menu.contains(target) && !opener.contains(target)) show(false);
  });
  return {
    element: menu,
    show,
    isOpen: () => !menu.hidden,
    showSearch() {
      show(true);
      search.element.hidden = false;
      search.focus();
    },
  };
};
