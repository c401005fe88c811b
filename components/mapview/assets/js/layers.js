/** The layers menu, and the online map that stays off until someone asks for it. */
(function () {
  "use strict";
  const W = window.Whoheld;
  const PATIENCE_MS = 8000;
  const TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
  const FAILED = "The online map did not answer. The built-in map is shown instead.";

  /** Map pictures of a server elsewhere; only made when switched on. */
  class OnlineMap {
    /** @param {any} app @param {() => void} onFail */
    constructor(app, onFail) {
      this.app = app;
      this.onFail = onFail;
      this.layer = null;
    }
    turnOn() {
      const { map } = this.app;
      let answered = false;
      const fail = () => !answered && this.layer && this.onFail();
      this.layer = L.tileLayer(this.app.options.tilesUrl || TILES, {
        pane: W.pane(map, "wh-tiles", 140),
        maxZoom: 19,
        className: "wh-tile",
      });
      this.layer.on("tileload", () => {
        answered = true;
        if (!this.app.ground.hidden) this.app.makeScene(true);
      });
      this.layer.on("tileerror", fail);
      this.timer = setTimeout(fail, PATIENCE_MS);
      this.layer.addTo(map);
    }
    turnOff() {
      clearTimeout(this.timer);
      if (this.layer) this.layer.remove();
      this.layer = null;
      if (this.app.ground.hidden) this.app.makeScene(false);
    }
  }

  /** @param {any} app @param {HTMLElement} opener the button */
  W.makeLayersMenu = (app, opener) => {
    const menu = W.el("div", "wh-menu");
    menu.hidden = true;
    menu.setAttribute("role", "group");
    menu.setAttribute("aria-label", "Layers");
    const notice = W.el("div", "wh-notice");
    notice.hidden = true;
    notice.setAttribute("role", "status");
    app.root.append(menu, notice);

    /** @param {string} words @param {boolean} on @param {(on: boolean) => void} set @param {string} [note] */
    const choice = (words, on, set, note) => {
      const label = W.el("label");
      const box = /** @type {HTMLInputElement} */ (W.el("input"));
      box.type = "checkbox";
      box.checked = on;
      box.onchange = () => set(box.checked);
      const text = W.el("span", "", words);
      if (note) text.appendChild(W.el("small", "", note));
      label.append(box, text);
      menu.appendChild(label);
      return box;
    };
    choice("Names", true, (on) => {
      app.names.showNames = on;
      app.scene.redraw();
    });
    choice("Province lines", true, (on) => {
      app.ground.showAreas = on;
      app.scene.redraw();
    });
    choice("Places only mentioned", true, (on) => {
      app.points.showMentions = on;
      app.redrawAll();
    });
    const online = new OnlineMap(app, () => {
      tiles.checked = false;
      online.turnOff();
      credit(false);
      notice.textContent = FAILED;
      notice.hidden = false;
      setTimeout(() => (notice.hidden = true), PATIENCE_MS);
    });
    const credit = (on) => {
      app.credits.textContent =
        (on ? "© OpenStreetMap contributors · " : "") + (app.options.credits || "");
    };
    const tiles = choice(
      "Online map",
      false,
      (on) => {
        notice.hidden = true;
        credit(on);
        if (on) online.turnOn();
        else online.turnOff();
      },
      "Off, nothing leaves this computer. On, a tile server learns which part of the map you look at.",
    );
    const show = (open) => {
      menu.hidden = !open;
      opener.setAttribute("aria-expanded", String(open));
      if (open) menu.querySelector("input").focus();
    };
    opener.setAttribute("aria-expanded", "false");
    opener.onclick = (event) => {
      event.stopPropagation();
      show(menu.hidden);
    };
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      show(false);
      opener.focus();
    });
    app.root.addEventListener("pointerdown", (event) => {
      if (!menu.hidden && !menu.contains(event.target) && !opener.contains(event.target)) show(false);
    });
    return menu;
  };
})();
