/** How an area is coloured: one tint, or two in stripes. */
import { STALE } from "./moment.js";
import { over } from "./sprites.js";

/** @typedef {import("./moment.js").Moment} Moment */
/** @typedef {"" | "fought" | "disputed" | "mixed"} Stripes leaning, upright, level */
/** @typedef {{first: number, second: number, stripes: Stripes}} Tint colours as in ImageData */

const OPACITY = { light: 0.36, dark: 0.42 };
const INFERRED = 0.5;
const OLD = 0.42;
const FADED = 0.3;
// What one or two places show says little of a whole province.
const FEW = 2;
const OF_FEW = 0.5;
const BAND = 5;

/** @param {string} hex "#rrggbb" or "#rgb" @param {number} alpha 0 to 1 */
export function pixelOf(hex, alpha) {
  const long = hex.length === 4 ? hex.replace(/[^#]/g, "$&$&") : hex;
  const [r, g, b] = [1, 3, 5].map((k) => parseInt(long.slice(k, k + 2), 16));
  return (Math.round(alpha * 255) << 24) | (b << 16) | (g << 8) | r;
}

/** The holders that most places of an area have, and how clearly. */
/** @typedef {{parties: string[], stripes: Stripes, share: number}} Shown `share` of the full tint */

/** How one place's state is shown. @param {Look} look @param {number} flags @returns {Shown | null} null for nothing known */
export function shownOf(look, flags) {
  if (!look.parties.length || look.state === "unknown" || look.state === "mentioned") return null;
  const share = (flags & STALE ? OLD : 1) * (look.standing === "inferred" ? INFERRED : 1);
  if (look.state === "contested") return { parties: look.parties, stripes: "fought", share };
  if (look.state === "disputed") return { parties: look.parties, stripes: "disputed", share };
  return { parties: look.parties, stripes: "", share };
}

/**
 * What most of some places show: more than half of those with a state, else the two most
 * frequent in level stripes; paler where these are one or two in all.
 * @param {Shown[]} votes @returns {Shown | null}
 */
export function majorityOf(votes) {
  if (!votes.length) return null;
  /** @type {Map<string, {shown: Shown, count: number, share: number}>} */
  const tally = new Map();
  for (const shown of votes) {
    const key = shown.stripes + [...shown.parties].sort().join();
    const entry = tally.get(key) || { shown, count: 0, share: 0 };
    entry.count++;
    entry.share += shown.share;
    tally.set(key, entry);
  }
  const trust = votes.length > FEW ? 1 : OF_FEW;
  const [first, second] = [...tally.entries()]
    .sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1))
    .map((entry) => entry[1]);
  if (2 * first.count > votes.length) {
    return { ...first.shown, share: (trust * first.share) / first.count };
  }
  const parties = [first.shown.parties[0], second.shown.parties[0]];
  const share = (trust * (first.share + second.share)) / (first.count + second.count);
  if (parties[0] === parties[1]) return { parties: [parties[0]], stripes: "", share };
  return { parties, stripes: "mixed", share };
}

/** Tints by number; 0 is none. */
export class Tints {
  /** @param {Colours} colours @param {Theme} theme */
  constructor(colours, theme) {
    this.colours = colours;
    this.opacity = OPACITY[theme];
    /** @type {Tint[]} */
    this.list = [{ first: 0, second: 0, stripes: "" }];
    /** @type {Map<string, number>} */
    this.numbers = new Map();
  }
  /** @param {Shown | null} shown @param {boolean} faded @returns {number} */
  number(shown, faded) {
    if (!shown) return 0;
    const alpha = Math.round(this.opacity * shown.share * (faded ? FADED : 1) * 50) / 50;
    const key = `${shown.parties.join()}|${shown.stripes}|${alpha}`;
    let found = this.numbers.get(key);
    if (found === undefined) {
      const fills = shown.parties.map((id) => pixelOf(this.colours.party(id).fill, alpha));
      found = this.list.length;
      this.list.push({ first: fills[0], second: fills[fills.length - 1], stripes: shown.stripes });
      this.numbers.set(key, found);
    }
    return found;
  }
}

/**
 * A tint on what lies below, so that names keep their contrast: on the light map it darkens, on
 * the dark one it lightens.
 * @param {number} tint @param {number} below @param {Theme} theme
 */
export function stain(tint, below, theme) {
  if (below >>> 24 !== 255) return over(tint, below);
  const alpha = (tint >>> 24) / 255;
  let mixed = 0xff << 24;
  for (const shift of [0, 8, 16]) {
    const c = (tint >> shift) & 255;
    const ground = (below >> shift) & 255;
    const whole = theme === "dark" ? 255 - ((255 - c) * (255 - ground)) / 255 : (c * ground) / 255;
    mixed |= Math.round(ground + (whole - ground) * alpha) << shift;
  }
  return mixed;
}

/**
 * Colour a run of pixels that all have the same below them.
 * @param {Int32Array} pixels @param {number} start @param {number} end @param {number} below
 * @param {Tint} tint @param {number} width of a row @param {number} ratio @param {Theme} theme
 */
export function paintRun(pixels, start, end, below, tint, width, ratio, theme) {
  if (!tint.first) {
    pixels.fill(below, start, end);
    return;
  }
  const first = stain(tint.first, below, theme);
  if (!tint.stripes) {
    pixels.fill(first, start, end);
    return;
  }
  const second = stain(tint.second, below, theme);
  const band = BAND * ratio;
  const y = Math.floor(start / width);
  const across = tint.stripes === "mixed" ? 0 : 1;
  let along = (tint.stripes === "disputed" ? 0 : y) + across * (start - y * width);
  for (let p = start; p < end; p++, along += across)
    pixels[p] = Math.floor(along / band) & 1 ? second : first;
}
