/**
 * What the map tells the page. In Streamlit a value is sent on release, step, pause, click and
 * after a move, never while dragging or playing. In an exported file the same becomes events of
 * the document.
 */

/** @typedef {Record<string, string | number>} Told */

/** What a saved page listens to. @type {Record<string, string>} */
const EVENTS = { click: "whoheld:select", move: "whoheld:move", help: "whoheld:help", find: "whoheld:find" };

/** What the panel answers. All else is a value of the frame: what is told by the ear alone is gone
 * when the page runs a second time for it. */
const FOR_THE_PANEL = new Set(["click", "release", "step", "pause"]);

/** The page round this frame, where it has an ear of its own: what it hears costs it less than a
 * value of the frame. @returns {((told: Told) => void) | null} */
function pageThatHears() {
  try {
    const hears = window.parent !== window && window.parent.whoheldHears;
    return hears || null;
  } catch {
    return null; // a page of somebody else
  }
}

export class Bridge {
  constructor() {
    this.seq = 0;
  }
  /** @param {Told} shown @param {string} event */
  tell(shown, event) {
    this.seq += 1;
    const value = { ...shown, seq: this.seq, event };
    const { Streamlit } = window;
    const hears = FOR_THE_PANEL.has(event) ? pageThatHears() : null;
    if (hears) hears(value);
    else if (Streamlit && Streamlit.setComponentValue) Streamlit.setComponentValue(value);
    document.dispatchEvent(new CustomEvent(EVENTS[event] || "whoheld:day", { detail: value }));
  }
  /** Whether a message of the page is older than what the map has sent since. @param {number} seq */
  isEcho(seq) {
    return seq < this.seq;
  }
}

/** Light or dark of a CSS colour, null where it cannot be told. @param {string} colour @returns {Theme | null} */
export function themeOf(colour) {
  const probe = document.createElement("canvas").getContext("2d");
  if (!probe) return null;
  probe.fillStyle = colour;
  const hex = String(probe.fillStyle);
  if (!hex.startsWith("#")) return null;
  const [r, g, b] = [1, 3, 5].map((k) => parseInt(hex.slice(k, k + 2), 16));
  return 0.3 * r + 0.59 * g + 0.11 * b < 128 ? "dark" : "light";
}

/** Follow Streamlit's theme, or the system's where there is none. @param {(theme: Theme) => void} set */
export const followTheme = (set) => {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  let told = false;
  const system = () => {
    if (!told) set(dark.matches ? "dark" : "light");
  };
  dark.addEventListener("change", system);
  const { Streamlit } = window;
  const background = getComputedStyle(document.documentElement).getPropertyValue("--background-color");
  const now = background.trim() && themeOf(background.trim());
  if (now) {
    told = true;
    set(now);
  } else system();
  if (Streamlit && Streamlit.events && Streamlit.RENDER_EVENT)
    Streamlit.events.addEventListener(Streamlit.RENDER_EVENT, (event) => {
      const theme = /** @type {CustomEvent} */ (event).detail?.theme;
      if (!theme || !theme.backgroundColor) return;
      told = true;
      set(themeOf(theme.backgroundColor) || theme.base || "light");
    });
};
