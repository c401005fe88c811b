/**
 * Whoheld in the browser: the namespace, days, and small elements.
 * A day is a whole number: days since 1 January 1970, in UTC.
 */
(function () {
  "use strict";
  const W = (window.Whoheld = window.Whoheld || {});
  const DAY_MS = 864e5;
  const MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ];
  W.MONTHS = MONTHS;

  /** @param {string} iso @returns {number} */
  W.dayOf = (iso) => Math.round(Date.parse(iso + "T00:00:00Z") / DAY_MS);
  /** @param {number} day @returns {Date} */
  W.dateOf = (day) => new Date(day * DAY_MS);
  /** @param {number} day @returns {string} such as 2015-03-28 */
  W.isoOf = (day) => W.dateOf(day).toISOString().slice(0, 10);
  /** @param {number} day @returns {string} such as 28 March 2015 */
  W.longDay = (day) => {
    const date = W.dateOf(day);
    return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  };
  /** @param {number} day @returns {string} such as 28 Mar 2015 */
  W.shortDay = (day) => {
    const date = W.dateOf(day);
    return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()].slice(0, 3)} ${date.getUTCFullYear()}`;
  };
  /** @param {number} year @param {number} month 0 to 11 @returns {number} its first day */
  W.monthDay = (year, month) => Math.round(Date.UTC(year, month, 1) / DAY_MS);

  /**
   * Make an element. Text is set as text: names and words come from articles.
   * @param {string} tag @param {string} [className] @param {string} [text]
   * @returns {HTMLElement}
   */
  W.el = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text != null) element.textContent = text;
    return element;
  };

  const ICONS = {
    plus: ["0 0 16 16", "line", "M8 3v10M3 8h10"],
    minus: ["0 0 16 16", "line", "M3 8h10"],
    fit: ["0 0 15 15", "line", "M1 5V1h4M10 1h4v4M14 10v4h-4M5 14H1v-4"],
    layers: ["0 0 16 16", "line", "M8 1.5 15 5.5 8 9.5 1 5.5zM1 9l7 4 7-4"],
    previous: ["0 0 18 18", "fill", "M3 3h2v12H3zM15 3v12L6.5 9z"],
    back: ["0 0 18 18", "line", "M11.5 3.5 6 9l5.5 5.5"],
    play: ["0 0 20 20", "fill", "M6.5 3.5v13L17 10z"],
    pause: ["0 0 20 20", "fill", "M5.5 4h3.2v12H5.5zM11.3 4h3.2v12h-3.2z"],
    on: ["0 0 18 18", "line", "M6.5 3.5 12 9l-5.5 5.5"],
    next: ["0 0 18 18", "fill", "M13 3h2v12h-2zM3 3v12l8.5-6z"],
  };
  /** @param {keyof ICONS} name @param {number} size in px @returns {SVGElement} */
  W.icon = (name, size) => {
    const space = "http://www.w3.org/2000/svg";
    const [box, kind, path] = ICONS[name];
    const svg = document.createElementNS(space, "svg");
    svg.setAttribute("viewBox", box);
    svg.setAttribute("width", String(size));
    svg.setAttribute("height", String(size));
    svg.setAttribute("aria-hidden", "true");
    const shape = document.createElementNS(space, "path");
    shape.setAttribute("d", path);
    shape.setAttribute("fill", kind === "fill" ? "currentColor" : "none");
    if (kind === "line") {
      shape.setAttribute("stroke", "currentColor");
      shape.setAttribute("stroke-width", "1.6");
    }
    svg.appendChild(shape);
    return svg;
  };
  /** A button with a picture. @param {string} label @param {keyof ICONS} icon @param {number} size */
  W.iconButton = (label, icon, size) => {
    const button = /** @type {HTMLButtonElement} */ (W.el("button"));
    button.type = "button";
    button.setAttribute("aria-label", label);
    button.title = label;
    button.appendChild(W.icon(icon, size));
    return button;
  };

  W.isPhone = () => window.innerWidth < 900;
  W.isTablet = () => window.innerWidth >= 900 && window.innerWidth < 1200;
  W.wantsLessMotion = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  /** Run at most once a frame. @param {() => void} work */
  W.oncePerFrame = (work) => {
    let asked = 0;
    return () => {
      if (!asked)
        asked = requestAnimationFrame(() => {
          asked = 0;
          work();
        });
    };
  };
  /** Run when nothing has asked for `wait_ms`. @param {() => void} work @param {number} wait_ms */
  W.whenQuiet = (work, wait_ms) => {
    let timer = 0;
    return () => {
      clearTimeout(timer);
      timer = window.setTimeout(work, wait_ms);
    };
  };
})();
