import assert from "node:assert/strict";
import test from "node:test";
import { Pace, Sheet } from "../../../components/mapview/js/sheet.js";

/** @param {number} width @param {number[]} colours @returns {ImageData} */
const image = (width, colours) => ({
  width,
  height: colours.length / width,
  data: new Uint8ClampedArray(new Int32Array(colours).buffer),
  colorSpace: "srgb",
});
const canvas = /** @type {CanvasRenderingContext2D} */ (/** @type {unknown} */ ({
  /** @param {number} width @param {number} height */
  createImageData: (width, height) => image(width, new Array(width * height).fill(0)),
}));
/** @param {number} r @param {number} g @param {number} b */
const colour = (r, g, b) => (255 << 24) | (b << 16) | (g << 8) | r;

test("a thinned sheet has one pixel for several, of their mean colour", () => {
  const [black, white] = [colour(0, 0, 0), colour(255, 255, 255)];
  const fine = new Sheet(image(4, [white, white, black, white, white, white, white, black]), 2);
  const coarse = fine.thinned(2, canvas);
  assert.equal(coarse.ratio, 1);
  assert.deepEqual([coarse.image.width, coarse.image.height], [2, 1]);
  assert.equal(coarse.base[0], white);
  const grey = coarse.base[1] & 255;
  assert.ok(Math.abs(grey - 127) <= 1, `half black, half white became ${grey}`);
  assert.equal(coarse.base[1] >>> 24, 255);
});

test("three pixels for one are thinned by their corners", () => {
  const colours = new Array(9).fill(colour(40, 80, 120));
  colours[4] = colour(255, 0, 0);
  assert.equal(new Sheet(image(3, colours), 3).thinned(3, canvas).base[0], colour(40, 80, 120));
});

test("a machine is too slow after two slow drawings one after the other, and only while days pass", () => {
  const pace = new Pace(() => {});
  // Ahead of the clock, so that a busy machine cannot let too much time pass meanwhile.
  const now = performance.now() + 60_000;
  pace.note(now - 30, now, false);
  assert.ok(!pace.isTooSlow());
  pace.note(now - 30, now, false);
  assert.ok(pace.isTooSlow());
  pace.last = performance.now() - 1000;
  assert.ok(!pace.isTooSlow(), "a single step is drawn sharp");
  pace.note(now - 2, now, false);
  assert.ok(!pace.isTooSlow(), "a quick drawing ends it");
});

test("a moment after the last day it is told, once", async () => {
  let told = 0;
  Object.assign(globalThis, { window: globalThis });
  const pace = new Pace(() => told++);
  const now = performance.now();
  pace.note(now, now, true);
  pace.note(now, now, true);
  assert.equal(told, 0);
  await new Promise((done) => setTimeout(done, 400));
  assert.equal(told, 1);
});
