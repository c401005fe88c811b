/** What must be there before a map can be drawn: its style, its room, its fonts. */
const LEAST_PX = 120;
const STYLE_WAIT_MS = 5000;
const MOST_LETTERS = 2000;

/** A style sheet that comes late must not leave a map without a height. @param {HTMLElement} root */
export async function styleIsThere(root) {
  const until = performance.now() + STYLE_WAIT_MS;
  const there = () => getComputedStyle(root).getPropertyValue("--wh-ready").trim();
  while (!there() && performance.now() < until) await new Promise((go) => setTimeout(go, 20));
}

/** @param {HTMLElement} root */
export const hasRoom = (root) => root.clientWidth >= LEAST_PX && root.clientHeight >= LEAST_PX;

/** In a hidden frame there is no room yet. @param {HTMLElement} root */
export async function roomIsThere(root) {
  while (!hasRoom(root)) await new Promise((go) => setTimeout(go, 50));
}

/** Wait for the faces of the map, and of names in other scripts where such are shown. @param {{sans: string, serif: string}} fonts @param {string[]} native */
export function fontsFor({ sans, serif }, native) {
  const letters = `Aa1${native.join("").slice(0, MOST_LETTERS)}`;
  const faces = [`500 13px ${sans}`, `italic 400 14px ${serif}`, `600 32px ${serif}`];
  return Promise.allSettled(faces.map((face) => document.fonts.load(face, letters)));
}
