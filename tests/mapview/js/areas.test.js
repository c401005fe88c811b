import assert from "node:assert/strict";
import { test } from "node:test";

import { areasWords } from "../../../components/mapview/js/areas_menu.js";
import { cellsOf, Division, divide, Part } from "../../../components/mapview/js/areas_division.js";
import { rasterise } from "../../../components/mapview/js/areas_raster.js";
import {
  majorityOf, paintRun, pixelOf, shownOf, stain, Tints,
} from "../../../components/mapview/js/areas_tints.js";
import { STALE } from "../../../components/mapview/js/moment.js";
import { look, makeHistory, PARTIES } from "./made.js";

/** @param {number[]} box @returns {Line} */
const square = ([west, north, east, south]) => ({
  points: Float64Array.of(west, north, east, north, east, south, west, south),
  box: [west, north, east, south],
});
/** 0.0001 of the world is 1 px. */
const FRAME = { scale: 10000, left: 5000, top: 4000 };
const BASE = 0xff << 24;
/** @param {Partial<import("../../../components/mapview/js/areas_raster.js").Sheet>} [more] */
const sheet = (more) => ({
  base: new Int32Array(400).fill(BASE), width: 20, height: 20, reach: 0, water: 0, ...more,
});

/** The area of each pixel, -1 for none. @param {ReturnType<typeof rasterise>} runs */
function labelsOf(runs) {
  const labels = new Int32Array(400).fill(-1);
  for (let k = 0; k < runs.areas.length; k += 3)
    for (let run = runs.areas[k + 1]; run < runs.areas[k + 2]; run++)
      for (let p = runs.start[run]; p < runs.end[run]; p++) {
        assert.equal(labels[p], -1, "no pixel belongs to two areas");
        labels[p] = runs.areas[k];
      }
  return labels;
}

/** @param {{x: number, y: number}[]} spots px @param {number[]} box px */
function cells(spots, box = [0, 0, 20, 20]) {
  const world = [0.5 + box[0] / 1e4, 0.4 + box[1] / 1e4, 0.5 + box[2] / 1e4, 0.4 + box[3] / 1e4];
  const part = new Part("P", [square(world)]);
  const sites = spots.map(({ x, y }, label) => ({ x: 0.5 + x / 1e4, y: 0.4 + y / 1e4, label }));
  part.cells = cellsOf(sites, part.box);
  return new Division("cells", [part], spots.length, Int32Array.from(sites.keys()));
}

test("each point belongs to the nearest place", () => {
  const spots = [{ x: 3, y: 3 }, { x: 15, y: 5 }, { x: 8, y: 16 }, { x: 16.5, y: 17 }];
  const labels = labelsOf(rasterise(cells(spots), FRAME, sheet()));
  for (let p = 0; p < 400; p++) {
    const at = { x: (p % 20) + 0.5, y: Math.floor(p / 20) + 0.5 };
    const away = spots.map((spot) => Math.hypot(spot.x - at.x, spot.y - at.y));
    const sorted = [...away].sort((a, b) => a - b);
    if (sorted[1] - sorted[0] < 0.01) continue;
    assert.equal(labels[p], away.indexOf(sorted[0]), `at ${at.x}, ${at.y}`);
  }
});

test("an area ends where its land ends", () => {
  const labels = labelsOf(rasterise(cells([{ x: 5, y: 5 }], [2, 3, 12, 9]), FRAME, sheet()));
  labels.forEach((label, p) => {
    const inside = p % 20 >= 2 && p % 20 < 12 && p >= 60 && p < 180;
    assert.equal(label, inside ? 0 : -1);
  });
});

test("an area ends at the reach, and what no place reaches stays empty", () => {
  // One px is 40075 km / 10000 * cos(latitude of 0.4) = 3.33 km here.
  const labels = labelsOf(rasterise(cells([{ x: 10, y: 10 }]), FRAME, sheet({ reach: 16.6 })));
  const taken = labels.filter((label) => label === 0).length;
  assert.ok(Math.abs(taken - Math.PI * 25) < 8, `${taken}`);
  assert.equal(labels[0], -1);
});

test("water keeps its colour", () => {
  const base = sheet().base;
  base[210] = 77;
  const labels = labelsOf(rasterise(cells([{ x: 10, y: 10 }]), FRAME, sheet({ base, water: 77 })));
  assert.equal(labels[210], -1);
  assert.equal(labels[211], 0);
});

test("of two places on one spot the first has the cell", () => {
  const box = [0.5, 0.4, 0.502, 0.402];
  const spot = { x: 0.501, y: 0.401 };
  const found = cellsOf([{ ...spot, label: 7 }, { ...spot, label: 8 }, { x: 0.5001, y: 0.4001, label: 9 }], box);
  assert.deepEqual(new Set(found.map((cell) => cell.label)), new Set([7, 9]));
});

test("a place that is only mentioned has no land, and a province is no place", () => {
  const states = [{ look: look("held", "claimed", ["gov"]) }];
  const history = makeHistory([
    { name: "A", lat: 35.5, lon: 36.5, states }, { name: "B", lat: 35.6, lon: 36.6, mentioned: true },
  ]);
  // A square of one degree from 35, 36: count, then steps of a degree as zigzag numbers.
  const rings = Buffer.from([8, 72, 70, 2, 0, 0, 2, 1, 0]).toString("base64");
  const countries = [{ scale: 1, areas: [{ name: "P", rings }], districts: [] }];
  assert.deepEqual([...divide(history, "cells", countries).member], [0, -1]);
  assert.deepEqual([...divide(history, "provinces", countries).member], [0, -1]);
  history.kinds = ["province"];
  assert.deepEqual([...divide(history, "cells", countries).member], [-1, -1]);
});

test("a place belongs to the district whose seat is nearest", () => {
  const states = [{ look: look("held", "claimed", ["gov"]) }];
  const history = makeHistory([{ name: "A", lat: 35.2, lon: 36.2, states }]);
  const rings = Buffer.from([8, 72, 70, 2, 0, 0, 2, 1, 0]).toString("base64");
  /** @type {[string, number, number][]} */
  const districts = [["far", 35.9, 36.9], ["near", 35.25, 36.25], ["outside", 34, 36]];
  const division = divide(history, "districts", [{ scale: 1, areas: [{ name: "P", rings }], districts }]);
  assert.deepEqual([...division.member], [1]);
  assert.deepEqual(division.parts[0].cells.map((cell) => cell.label), [0, 1]);
});

test("what is not known has no colour; what is fought over has two", () => {
  assert.equal(shownOf(look("unknown", "unknown", []), 0), null);
  assert.equal(shownOf(look("mentioned", "", []), 0), null);
  assert.equal(shownOf(look("contested", "claimed", ["gov", "opp"]), 0)?.stripes, "fought");
  const fresh = shownOf(look("held", "claimed", ["gov"]), 0)?.share ?? 0;
  const old = shownOf(look("held", "claimed", ["gov"]), STALE)?.share ?? 0;
  assert.ok(old < fresh);
});

test("a majority is more than half; without one both are shown in level stripes", () => {
  const vote = (/** @type {string} */ party) => ({
    parties: [party], stripes: /** @type {const} */ (""), share: 1,
  });
  assert.deepEqual(majorityOf([vote("gov"), vote("gov"), vote("opp")])?.parties, ["gov"]);
  const split = majorityOf([vote("gov"), vote("gov"), vote("opp"), vote("opp")]);
  assert.equal(split?.stripes, "mixed");
  assert.deepEqual(new Set(split?.parties), new Set(["gov", "opp"]));
  assert.equal(majorityOf([]), null);
});

test("one or two places tint a whole area paler than three", () => {
  const vote = { parties: ["gov"], stripes: /** @type {const} */ (""), share: 1 };
  const [one, two, three] = [1, 2, 3].map((n) => majorityOf(Array(n).fill(vote))?.share ?? 0);
  assert.ok(one === two && two < three);
  assert.equal(three, 1);
});

test("a tint darkens the light map, lightens the dark one and leaves names legible", () => {
  const red = pixelOf("#AE2418", 0.36);
  const [white, black] = [pixelOf("#ffffff", 1), pixelOf("#000000", 1)];
  assert.equal(stain(red, black, "light"), black);
  assert.equal(stain(red, white, "dark"), white);
  assert.notEqual(stain(red, white, "light"), white);
});

test("a run is painted in bands of two colours, and cleared again", () => {
  const colours = /** @type {any} */ ({
    party: (/** @type {string} */ id) => ({ fill: PARTIES[id].light[0] }),
  });
  const tints = new Tints(colours, "light");
  const fought = tints.number({ parties: ["gov", "opp"], stripes: "fought", share: 1 }, false);
  const ground = pixelOf("#ffffff", 1);
  const pixels = new Int32Array(40).fill(ground);
  paintRun(pixels, 0, 20, ground, tints.list[fought], 20, 1, "light");
  assert.equal(new Set(pixels.slice(0, 20)).size, 2);
  assert.equal(pixels[20], ground);
  assert.notEqual(pixels[0], pixels[5]);
  paintRun(pixels, 0, 20, ground, tints.list[0], 20, 1, "light");
  assert.ok(pixels.every((pixel) => pixel === ground));
});

test("the key says that areas are interpolated, in any kind and on a phone", () => {
  for (const areas of ["cells", "districts", "provinces"])
    for (const short of [true, false])
      assert.match(areasWords({ areas, reach: 30, marks: true, names: true, lines: true, mentions: true, local: false }, short), /interpolated/);
});
