import assert from "node:assert/strict";
import test from "node:test";
import { apart, binOf } from "../../../components/mapview/js/chart.js";
import { rowFor } from "../../../components/mapview/js/lane.js";
import { kmWords, wayKm } from "../../../components/mapview/js/measure.js";
import { leastPeople, lineTo, positions } from "../../../components/mapview/js/names.js";
import { distanceKm, mercatorX, mercatorY } from "../../../components/mapview/js/projection.js";
import { findPlaces, plain } from "../../../components/mapview/js/search.js";
import { layersText, readLayers, USUAL } from "../../../components/mapview/js/settings.js";
import { over, Sprite } from "../../../components/mapview/js/sprites.js";
import { Taken } from "../../../components/mapview/js/taken.js";
import { look, makeHistory } from "./made.js";

test("the layers of a link come back as they were", () => {
  const cases = [
    {}, { names: false }, { local: true, mentions: false }, { areas: "cells", reach: 45 },
  ];
  for (const some of cases) {
    const settings = { ...USUAL, ...some };
    assert.deepEqual(readLayers(layersText(settings)), settings);
  }
  assert.equal(layersText({ ...USUAL }), "");
});

test("a link's layers that make no sense are left out", () => {
  assert.deepEqual(readLayers("nonsense.areas-cells-9999.nonames.areas-moon-3"), {
    ...USUAL, names: false, areas: "cells",
  });
});

test("a search forgives accents, signs and capitals", () => {
  assert.equal(plain("Jisr al-Shughūr"), "jisr al shughur");
  const history = makeHistory([
    { name: "Kafr Idlib", importance: 1, states: [{ look: look("held", "claimed", ["gov"]) }] },
    { name: "Idlib", native: "إدلب", importance: 3, states: [] },
    { name: "Aleppo", importance: 3, states: [] },
  ]);
  assert.deepEqual(findPlaces(history, "IDLIB"), [1, 0]);
  assert.deepEqual(findPlaces(history, "إدلب"), [1]);
  assert.deepEqual(findPlaces(history, "   "), []);
  assert.deepEqual(findPlaces(history, "nowhere"), []);
});

test("a distance is that over the globe", () => {
  const damascus = { lat: 33.5131, lng: 36.2919 };
  const aleppo = { lat: 36.2012, lng: 37.1612 };
  assert.ok(Math.abs(distanceKm(damascus, aleppo) - 309) < 2);
  assert.equal(distanceKm(aleppo, aleppo), 0);
  assert.equal(wayKm([damascus, aleppo, damascus]), 2 * distanceKm(damascus, aleppo));
  assert.deepEqual([0.4, 3.14159, 1234.5].map(kmWords), ["400 m", "3.1 km", "1,235 km"]);
});

test("the middle of the world is in the middle of its square", () => {
  assert.equal(mercatorX(0), 0.5);
  assert.ok(Math.abs(mercatorY(0) - 0.5) < 1e-12);
  assert.ok(mercatorY(90) >= 0 && mercatorY(-90) <= 1);
});

test("spans that would cover one another take rows below, then none", () => {
  /** @type {[number, number][][]} */
  const rows = [];
  assert.deepEqual([[0, 50], [60, 90], [10, 80], [20, 30], [0, 99]].map(([a, b]) => rowFor(rows, a, b)), [0, 0, 1, 2, -1]);
});

test("a bar is at least four pixels wide, up to a year a bar", () => {
  assert.deepEqual([5, 1, 0.14, 0.001].map((px) => binOf(px)[0]), [1, 7, 30, 365]);
});

test("a name that a flag would cut is left out whole, one beside it stays", () => {
  const names = [[0, 30], [60, 90], [96, 120], [200, 230]].map(([left, right]) => ({ left, right }));
  assert.deepEqual(apart(names, []), names);
  assert.deepEqual(apart(names, [[80, 178]]), [names[0], names[3]]);
  assert.deepEqual(apart(names, [[36, 50], [240, 300]]), names);
  assert.deepEqual(apart(names, [[32, 50], [232, 300]]), [names[1], names[2]]);
});

test("a name is tried on eight sides of its mark and covers it on none", () => {
  const [width, high, gap] = [40, 14, 12];
  for (const [dx, dy] of positions(gap, width, high)) {
    const inside = dx < 0 && dx + width > 0 && dy - high / 2 < 0 && dy + high / 2 > 0;
    assert.equal(inside, false);
  }
  assert.equal(positions(gap, width, high).length, 8);
});

test("a line leads from a mark to the nearest point of a name", () => {
  /** @type {Box} */
  const box = [100, 40, 150, 60];
  assert.deepEqual(lineTo(box, { x: 60, y: 50 }), [60, 50, 100, 50]);
  assert.deepEqual(lineTo(box, { x: 190, y: 90 }), [190, 90, 150, 57]);
  assert.deepEqual(lineTo(box, { x: 120, y: 10 }), [120, 10, 120, 43]);
});

test("a box taken costs what lies in it, beside it nothing", () => {
  const taken = new Taken(200, 200);
  taken.add([10, 10, 30, 30], 4);
  assert.equal(taken.cost([20, 20, 25, 25]), 4);
  assert.equal(taken.cost([30, 10, 40, 30]), 0);
});

test("colours are put over one another as a canvas does", () => {
  const white = -1;
  const half = (0x80 << 24) | 0x000000;
  const grey = over(half, white);
  assert.equal(grey >>> 24, 255);
  assert.ok(Math.abs((grey & 255) - 127) <= 1);
  assert.equal(over((255 << 24) | 0x112233, white) & 0xffffff, 0x112233);
});

test("a mark that steps back keeps its colours at three tenths", () => {
  const data = new Uint8ClampedArray(4 * 9);
  data.set([10, 20, 30, 255], 16);
  const image = /** @type {ImageData} */ (/** @type {unknown} */ ({ width: 3, height: 3, data }));
  const plainSprite = new Sprite(image, 1);
  const faded = new Sprite(image, 1, 0.3);
  assert.deepEqual(plainSprite.solid.slice(0, 2), [0, 0]);
  assert.equal(faded.solid.length, 0);
  assert.equal(faded.soft[2] >>> 24, Math.round(255 * 0.3));
  assert.equal(faded.soft[2] & 0xffffff, 10 | (20 << 8) | (30 << 16));
});

test("more cities are named the nearer the map is, and none from far off", () => {
  const least = [4, 5, 6, 7, 8, 12].map(leastPeople);
  assert.deepEqual(least, [...least].sort((a, b) => b - a));
  assert.equal(least[0], Infinity);
});
