/** Small elements, and what the window is like. */
/** @type {Record<string, [string, "line" | "fill", string]>} */
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
  close: ["0 0 16 16", "line", "M3.5 3.5l9 9M12.5 3.5l-9 9"],
};

/**
 * Make an element. Text is set as text: names and words come from articles.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {string} [className] @param {string | null} [text]
 * @returns {HTMLElementTagNameMap[T]}
 */
export const el = (tag, className, text) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text != null) element.textContent = text;
  return element;
};

/** @param {string} name of a picture @param {number} size in px @returns {SVGElement} */
export const icon = (name, size) => {
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

/** @param {string} words @param {() => void} work @param {string} [className] */
export const button = (words, work, className) => {
  const made = el("button", className, words);
  made.type = "button";
  made.onclick = work;
  return made;
};

/** A button with a picture. @param {string} label @param {string} name @param {number} size */
export const iconButton = (label, name, size) => {
  const made = el("button");
  made.type = "button";
  made.setAttribute("aria-label", label);
  made.title = label;
  made.appendChild(icon(name, size));
  return made;
};

/** A box to tick with its words. @param {string} words @param {boolean} on @param {(on: boolean) => void} set @param {string} [note] */
export const tickBox = (words, on, set, note) => {
  const label = el("label");
  const box = el("input");
  box.type = "checkbox";
  box.checked = on;
  box.onchange = () => set(box.checked);
  const text = el("span", "", words);
  if (note) text.appendChild(el("small", "", note));
  label.append(box, text);
  return { label, box };
};

/** @param {string} text @returns {string} language of its script, for fonts and readers */
export const languageOf = (text) =>
  /[\u0600-\u06ff]/.test(text) ? "ar" : /[\u0400-\u04ff]/.test(text) ? "uk" : "und";

export const isPhone = () => window.innerWidth < 900;
export const wantsLessMotion = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Run at most once a frame. @param {() => void} work */
export const oncePerFrame = (work) => {
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
export const whenQuiet = (work, wait_ms) => {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(work, wait_ms);
  };
};

/** @param {number} value @param {number} low @param {number} high */
export const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
