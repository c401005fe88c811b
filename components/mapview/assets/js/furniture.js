/** What stands round the map: date, key, scale, credits, buttons, the card at the pointer. */
(function () {
  "use strict";
  const W = window.Whoheld;
  const SCALES_KM = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
  const SCALE_PX = 110;

  /** @param {HTMLElement} root */
  W.makeHead = (root) => {
    const head = W.el("div", "wh-head");
    const date = W.el("div", "wh-date");
    const line = W.el("div", "wh-line");
    head.append(date, line);
    root.appendChild(head);
    return {
      element: head,
      /** @param {any} history @param {number} day */
      show(history, day) {
        date.textContent = W.longDay(day);
        const { pieces, quiet } = W.dayLine(history, day);
        line.className = quiet ? "wh-line wh-quiet" : "wh-line";
        line.replaceChildren(
          ...pieces.map(([text, bold]) => (bold ? W.el("b", "", text) : document.createTextNode(text))),
        );
      },
      clear() {
        date.textContent = "";
        line.replaceChildren();
      },
    };
  };

  const KEY = [
    ["corroborated", "Two or more sources", "Two sources"],
    ["claimed", "One side says so", "One side"],
    ["inferred", "Inferred", ""],
    ["contested", "Fought over", "Fought over"],
    ["disputed", "Sources disagree", "Disputed"],
    ["unknown", "Unknown", ""],
    ["mentioned", "Mentioned only", ""],
    ["uncertain", "Date uncertain", ""],
    ["stale", "Old news", ""],
    ["changed", "Changed this week", ""],
  ];
  const KEY_MARKS = {
    corroborated: ["held", "corroborated", 0, 5.2, 2],
    claimed: ["held", "claimed", 0, 5.2, 2],
    inferred: ["held", "inferred", 0, 5.2, 2],
    contested: ["contested", "claimed", 0, 5.2, 2],
    disputed: ["disputed", "disputed", 0, 5.2, 2],
    unknown: ["unknown", "unknown", 0, 5.2, 2],
    mentioned: ["mentioned", "", 0, 5.2, 0],
    uncertain: ["held", "corroborated", W.UNCERTAIN, 3.6, 5],
    stale: ["held", "corroborated", W.STALE, 5.2, 2],
    changed: ["held", "corroborated", W.CHANGED, 3.6, 7],
  };

  /** Which marks are on the map. @param {any} history @param {boolean} mentions @returns {Set<string>} */
  W.kindsShown = (history, mentions) => {
    const codes = new Set(history.code);
    const kinds = new Set();
    for (const code of codes) {
      const look = history.looks[code >> 3];
      if (look.state === "mentioned") {
        if (mentions) kinds.add("mentioned");
        continue;
      }
      kinds.add(look.state === "held" ? look.standing : look.state);
      if (code & W.UNCERTAIN) kinds.add("uncertain");
      if (code & W.STALE) kinds.add("stale");
      if (code & W.CHANGED) kinds.add("changed");
    }
    return kinds;
  };

  /** @param {any} app */
  W.makeKey = (app) => {
    const key = W.el("div", "wh-key");
    key.setAttribute("role", "group");
    key.setAttribute("aria-label", "Key to the marks");
    app.root.appendChild(key);
    let drawn = "";
    return {
      element: key,
      update() {
        const { history } = app;
        const kinds = history ? W.kindsShown(history, app.points.showMentions) : new Set();
        const signature = [...kinds].sort().join() + app.theme + window.innerWidth;
        if (signature === drawn) return;
        drawn = signature;
        const colours = { ...app.colours(), party: app.neutral };
        const entries = KEY.filter(([kind, , short]) => kinds.has(kind) && (!W.isPhone() || short));
        key.replaceChildren(
          ...entries.map(([kind, words, short]) => {
            const [state, standing, flags, r, pad] = KEY_MARKS[kind];
            const entry = W.el("span");
            const look = { state, standing, parties: ["", "second"] };
            entry.append(
              W.markElement(look, r, flags, colours, pad),
              document.createTextNode(W.isPhone() ? short : words),
            );
            return entry;
          }),
        );
        app.layout();
      },
    };
  };

  /** @param {any} app */
  W.makeScale = (app) => {
    const scale = W.el("div", "wh-scale");
    const words = W.el("span");
    const bar = W.el("i");
    scale.append(words, bar);
    app.root.appendChild(scale);
    const update = () => {
      const { map } = app;
      const y = map.getSize().y / 2;
      const reach_m = map.distance(
        map.containerPointToLatLng([0, y]),
        map.containerPointToLatLng([SCALE_PX, y]),
      );
      const km = SCALES_KM.filter((step) => step * 1000 <= reach_m).pop() || SCALES_KM[0];
      words.textContent = `${km.toLocaleString("en")} km`;
      bar.style.width = Math.round((SCALE_PX * km * 1000) / reach_m) + "px";
    };
    return { element: scale, update };
  };

  /** The card beside a mark. @param {any} app */
  W.makeCard = (app) => {
    const card = W.el("div", "wh-card");
    card.hidden = true;
    app.root.appendChild(card);
    const fill = (i) => {
      const { history } = app;
      const code = history.code[i];
      const look = history.looks[code >> 3];
      const c = history.intervalOf(i);
      const name = W.el("b", "", history.names[i]);
      name.dir = "auto";
      const state = W.el("div", "wh-card-state");
      const words = look.state === "mentioned" ? "Mentioned only" : look.words;
      state.append(W.markElement(look, 5.5, code & W.STALE, app.colours(), 3), W.el("span", "", words));
      const more = W.el("div", "wh-card-more");
      if (look.state === "mentioned") more.textContent = "No report says who holds it.";
      else if (c >= 0) more.textContent = W.sinceWords(history, c);
      if (code & W.STALE) more.textContent += ". Old news: no report since.";
      card.replaceChildren(name, state, more);
    };
    return {
      element: card,
      show(i) {
        fill(i);
        card.hidden = false;
        const { map, history } = app;
        const at = map.latLngToContainerPoint([history.lat[i], history.lon[i]]);
        const room = app.room();
        const left = at.x + 16 + card.offsetWidth > room.width ? at.x - 16 - card.offsetWidth : at.x + 16;
        card.style.left = Math.max(8, left) + "px";
        card.style.top = Math.max(8, at.y - card.offsetHeight - 12) + "px";
      },
      hide() {
        card.hidden = true;
      },
    };
  };

  /** Zoom in and out, show everything, layers. @param {any} app */
  W.makeButtons = (app) => {
    const box = W.el("div", "wh-zoom");
    const nearer = W.iconButton("Zoom in", "plus", 15);
    const farther = W.iconButton("Zoom out", "minus", 15);
    const all = W.iconButton("Show everything", "fit", 15);
    const layers = W.iconButton("Layers", "layers", 16);
    nearer.onclick = () => app.zoomBy(0.5);
    farther.onclick = () => app.zoomBy(-0.5);
    all.onclick = () => {
      app.fit();
      app.tell("move");
    };
    box.append(nearer, farther, all, layers);
    app.root.appendChild(box);
    return { element: box, layers };
  };
})();
