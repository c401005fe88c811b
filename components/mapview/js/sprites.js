/**
 * Marks drawn once per look, size and screen density, then copied pixel by pixel: without a
 * graphics card this is an order of magnitude faster than drawing thousands of paths a frame.
 */
import { context, drawMark } from "./marks.js";
import { CHANGED, UNCERTAIN } from "./moment.js";

// What is the same on both days compared, or not among the parties asked for.
const FADED = 0.3;

/** @typedef {{at: Int32Array, colour: Int32Array}} Run */

/** Offsets for a canvas of this width. @param {number[]} list dx, dy, colour … @param {number} width @returns {Run} */
function runOf(list, width) {
  const at = new Int32Array(list.length / 3);
  const colour = new Int32Array(list.length / 3);
  for (let k = 0; k < at.length; k++) {
    at[k] = list[3 * k] + list[3 * k + 1] * width;
    colour[k] = list[3 * k + 2];
  }
  return { at, colour };
}

export class Sprite {
  /** @param {ImageData} image @param {number} centre in device px @param {number} [fade] */
  constructor(image, centre, fade = 1) {
    const side = image.width;
    const pixels = new Int32Array(image.data.buffer);
    /** @type {number[]} */
    this.solid = [];
    /** @type {number[]} */
    this.soft = [];
    for (let k = 0; k < pixels.length; k++) {
      const alpha = Math.round((pixels[k] >>> 24) * fade);
      if (!alpha) continue;
      const dx = (k % side) - centre;
      const dy = Math.floor(k / side) - centre;
      const colour = (pixels[k] & 0xffffff) | (alpha << 24);
      (alpha > 250 ? this.solid : this.soft).push(dx, dy, colour);
    }
    this.reach = centre + 1;
    this.width = 0;
    this.solidRun = runOf([], 0);
    this.softRun = runOf([], 0);
  }

  /** Turn positions into offsets for a canvas of this width. @param {number} width */
  fitTo(width) {
    if (this.width === width) return;
    this.width = width;
    this.solidRun = runOf(this.solid, width);
    this.softRun = runOf(this.soft, width);
  }
}

export class Sprites {
  /** @param {Look[]} looks @param {Colours} colours @param {number} ratio device px per CSS px */
  constructor(looks, colours, ratio) {
    this.looks = looks;
    this.colours = colours;
    this.ratio = ratio;
    /** @type {Sprite[]} */
    this.made = [];
    this.canvas = document.createElement("canvas");
    this.g = context(this.canvas, { willReadFrequently: true });
  }

  /**
   * @param {number} code look and flags @param {number} size 0 to 3, index of a radius
   * @param {number} r @param {boolean} faded
   */
  get(code, size, r, faded) {
    const key = code * 8 + size * 2 + (faded ? 1 : 0);
    return this.made[key] || (this.made[key] = this.draw(code, r, faded));
  }

  /** @param {number} code @param {number} r @param {boolean} faded */
  draw(code, r, faded) {
    const flags = code & 7;
    const room = r + (flags & CHANGED ? 8 : flags & UNCERTAIN ? 5 : 2.5);
    const centre = Math.ceil(room * this.ratio);
    const side = 2 * centre + 1;
    const { g } = this;
    this.canvas.width = this.canvas.height = side;
    g.scale(this.ratio, this.ratio);
    const middle = (centre + 0.5) / this.ratio;
    drawMark(g, middle, middle, r, this.looks[code >> 3], flags, this.colours);
    return new Sprite(g.getImageData(0, 0, side, side), centre, faded ? FADED : 1);
  }
}

/** Put one colour over another; both are RGBA, lowest byte first, not premultiplied. @param {number} top @param {number} below */
export function over(top, below) {
  const ta = top >>> 24;
  if (below >>> 24 === 255) {
    const rest = 255 - ta;
    const r = (((top & 255) * ta + (below & 255) * rest) * 257 + 32768) >>> 16;
    const g = ((((top >> 8) & 255) * ta + ((below >> 8) & 255) * rest) * 257 + 32768) >>> 16;
    const b = ((((top >> 16) & 255) * ta + ((below >> 16) & 255) * rest) * 257 + 32768) >>> 16;
    return -16777216 | (b << 16) | (g << 8) | r;
  }
  return overClear(top, below);
}

/** The same where what lies below can be seen through. @param {number} top @param {number} below */
function overClear(top, below) {
  const ta = top >>> 24;
  const rest = ((below >>> 24) * (255 - ta)) / 255;
  const alpha = ta + rest;
  const mix = (/** @type {number} */ shift) =>
    Math.round((((top >> shift) & 255) * ta + ((below >> shift) & 255) * rest) / alpha);
  return (Math.round(alpha) << 24) | (mix(16) << 16) | (mix(8) << 8) | mix(0);
}

/** Copy a sprite to pixels. @param {Int32Array} pixels @param {Sprite} sprite @param {number} at */
export const blit = (pixels, sprite, at) => {
  const solid = sprite.solidRun.at;
  const solidColour = sprite.solidRun.colour;
  for (let k = 0; k < solid.length; k++) pixels[at + solid[k]] = solidColour[k];
  const soft = sprite.softRun.at;
  const softColour = sprite.softRun.colour;
  for (let k = 0; k < soft.length; k++) {
    const p = at + soft[k];
    pixels[p] = over(softColour[k], pixels[p]);
  }
};

/** The same across the edge: only the pixels that are inside. @param {Int32Array} pixels @param {Sprite} sprite @param {number} px @param {number} py @param {number} width @param {number} height */
export const blitClipped = (pixels, sprite, px, py, width, height) => {
  for (const list of [sprite.solid, sprite.soft])
    for (let k = 0; k < list.length; k += 3) {
      const x = px + list[k];
      const y = py + list[k + 1];
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const p = y * width + x;
      pixels[p] = over(list[k + 2], pixels[p]);
    }
};
