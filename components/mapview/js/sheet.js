/**
 * The pixels of a scene, and how fast days may pass over them. A screen with two or three device
 * pixels for one has four or nine times as many of them: a machine that cannot colour so many
 * in time has coarser ones while days pass, and the sharp ones as soon as they stop.
 */

// Of the 16.7 ms of a frame, the rest is needed by what shows it.
const MOST_MS = 11;
// Days that follow one another so closely pass; others are single steps.
const TOGETHER_MS = 120;
const SETTLED_MS = 160;

/** The mean of two colours in all four parts at once. @param {number} a @param {number} b */
const mean = (a, b) => (a & b) + (((a ^ b) >>> 1) & 0x7f7f7f7f);

export class Sheet {
  /** @param {ImageData} image the ground with its names @param {number} ratio device px for one px */
  constructor(image, ratio) {
    this.image = image;
    this.ratio = ratio;
    /** What is shown. */
    this.pixels = new Int32Array(image.data.buffer);
    /** The ground with its names, without marks. */
    this.base = this.pixels.slice();
  }
  /** One pixel for `grain` times `grain` of them: the mean of the four corners. @param {number} grain @param {CanvasRenderingContext2D} g */
  thinned(grain, g) {
    const from = this.image.width;
    const width = from / grain;
    const height = this.image.height / grain;
    const image = g.createImageData(width, height);
    const to = new Int32Array(image.data.buffer);
    const { base } = this;
    const far = grain - 1;
    for (let y = 0, k = 0; y < height; y++)
      for (let x = 0, at = y * grain * from; x < width; x++, k++, at += grain) {
        const low = at + far * from;
        to[k] = mean(mean(base[at], base[at + far]), mean(base[low], base[low + far]));
      }
    return new Sheet(image, this.ratio / grain);
  }
}

/** Tells when days pass faster than they can be drawn, and when they have stopped. */
export class Pace {
  /** @param {() => void} settled called a moment after the last of several days */
  constructor(settled) {
    this.settled = settled;
    this.slow = 0;
    this.last = -Infinity;
    this.timer = 0;
  }
  /** Whether days pass now, and the sharp drawing of the last ones took too long. */
  isTooSlow() {
    return this.slow >= 2 && performance.now() - this.last < TOGETHER_MS;
  }
  /** @param {number} begun @param {number} ended of a drawing @param {boolean} isCoarse */
  note(begun, ended, isCoarse) {
    if (!isCoarse) this.slow = ended - begun > MOST_MS ? this.slow + 1 : 0;
    this.last = ended;
    if (!isCoarse) return;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(this.settled, SETTLED_MS);
  }
  end() {
    clearTimeout(this.timer);
  }
}
