/**
 * Marks drawn once per look, size and screen density, then copied pixel by pixel: without a
 * graphics card this is an order of magnitude faster than drawing thousands of paths a frame.
 */
(function () {
  "use strict";
  const W = window.Whoheld;

  class Sprite {
    /** @param {ImageData} image @param {number} centre in device px */
    constructor(image, centre) {
      const side = image.width;
      const pixels = new Int32Array(image.data.buffer);
      const solid = [];
      const soft = [];
      for (let k = 0; k < pixels.length; k++) {
        const alpha = pixels[k] >>> 24;
        if (!alpha) continue;
        const dx = (k % side) - centre;
        const dy = Math.floor(k / side) - centre;
        (alpha > 250 ? solid : soft).push(dx, dy, pixels[k]);
      }
      this.reach = centre + 1;
      this.solid = solid;
      this.soft = soft;
      this.width = 0;
    }

    /** Turn positions into offsets for a canvas of this width. @param {number} width */
    fitTo(width) {
      if (this.width === width) return;
      this.width = width;
      const pack = (list) => {
        const at = new Int32Array(list.length / 3);
        const colour = new Int32Array(list.length / 3);
        for (let k = 0; k < at.length; k++) {
          at[k] = list[3 * k] + list[3 * k + 1] * width;
          colour[k] = list[3 * k + 2];
        }
        return { at, colour };
      };
      this.solidRun = pack(this.solid);
      this.softRun = pack(this.soft);
    }
  }

  W.Sprites = class {
    /** @param {any[]} looks @param {any} colours @param {number} ratio device px per CSS px */
    constructor(looks, colours, ratio) {
      this.looks = looks;
      this.colours = colours;
      this.ratio = ratio;
      this.made = [];
      this.canvas = document.createElement("canvas");
    }

    /** @param {number} code look and flags @param {number} size 0 to 3, index of a radius @param {number} r */
    get(code, size, r) {
      const key = code * 4 + size;
      return this.made[key] || (this.made[key] = this.draw(code, r));
    }

    draw(code, r) {
      const flags = code & 7;
      const room = r + (flags & W.CHANGED ? 8 : flags & W.UNCERTAIN ? 5 : 2.5);
      const centre = Math.ceil(room * this.ratio);
      const side = 2 * centre + 1;
      this.canvas.width = this.canvas.height = side;
      const g = this.canvas.getContext("2d", { willReadFrequently: true });
      g.scale(this.ratio, this.ratio);
      const middle = (centre + 0.5) / this.ratio;
      W.drawMark(g, middle, middle, r, this.looks[code >> 3], flags, this.colours);
      return new Sprite(g.getImageData(0, 0, side, side), centre);
    }
  };

  /** Put one colour over another; both are RGBA, lowest byte first, not premultiplied. */
  function over(top, below) {
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

  /** The same where what lies below can be seen through. */
  function overClear(top, below) {
    const ta = top >>> 24;
    const rest = ((below >>> 24) * (255 - ta)) / 255;
    const alpha = ta + rest;
    const mix = (shift) =>
      Math.round((((top >> shift) & 255) * ta + ((below >> shift) & 255) * rest) / alpha);
    return (Math.round(alpha) << 24) | (mix(16) << 16) | (mix(8) << 8) | mix(0);
  }

  /** Copy a sprite to pixels. @param {Int32Array} pixels @param {Sprite} sprite @param {number} at */
  W.blit = (pixels, sprite, at) => {
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

  /** The same across the edge: only the pixels that are inside. */
  W.blitClipped = (pixels, sprite, px, py, width, height) => {
    for (const list of [sprite.solid, sprite.soft])
      for (let k = 0; k < list.length; k += 3) {
        const x = px + list[k];
        const y = py + list[k + 1];
        if (x < 0 || y < 0 || x >= width || y >= height) continue;
        const p = y * width + x;
        pixels[p] = over(list[k + 2], pixels[p]);
      }
  };
})();
