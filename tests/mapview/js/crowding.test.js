import assert from "node:assert/strict";
import { test } from "node:test";

import { figureBoxes, groupsOf } from "../../../components/mapview/js/crowding.js";
import { movedInto, ringOf } from "../../../components/mapview/js/spread.js";
import { look, makeHistory } from "./made.js";

const held = [{ look: look("held", "corroborated", ["gov"]) }];
const RADII = [4.6, 4.1, 5.4, 7.4];
/** One degree is 100 px. */
const FRAME = { scale: 36000, left: 36000 * (35 / 360 + 0.5), top: 36000 * 0.39 };

/** @param {[number, number, number][]} places lat, lon, importance */
function groups(places) {
  const history = makeHistory(
    places.map(([lat, lon, importance], k) => ({
      name: `P${k}`, lat, lon, importance, states: held,
    })),
  );
  return groupsOf(history, RADII, FRAME, 400, 400);
}

test("a place below a more important one is left out and counted there", () => {
  const { head, count, seen } = groups([[35, 36, 1], [35, 36.01, 3], [35, 37, 1]]);
  assert.deepEqual([...head], [1, -1, -1]);
  assert.deepEqual([...count], [0, 1, 0]);
  assert.deepEqual(new Set(seen), new Set([1, 2]));
});

test("marks that only touch are both drawn", () => {
  const { seen } = groups([[35, 36, 1], [35, 36.08, 1]]);
  assert.equal(seen.length, 2);
});

test("every place is drawn or counted once", () => {
  const places = /** @type {[number, number, number][]} */ (
    Array.from({ length: 200 }, (_, k) => [
      35 + ((k * 37) % 50) / 400, 36 + ((k * 91) % 60) / 300, 1 + (k % 3),
    ])
  );
  const { head, count, seen } = groups(places);
  assert.equal(seen.length + count.reduce((a, b) => a + b, 0), 200);
  assert.ok(seen.length < 150);
  for (const hider of head) if (hider >= 0) assert.equal(head[hider], -1);
});

test("no two marks of a ring stand in the same row of the same side", () => {
  for (let n = 2; n <= 24; n++) {
    const from = Array.from({ length: n }, (_, k) => ({ x: (k * 7) % 5, y: (k * 3) % 4 }));
    const { spots, radius } = ringOf(from, { x: 0, y: 0 });
    for (const side of [1, -1]) {
      const rows = spots.filter((spot) => Math.sign(spot.x) === side).map((spot) => spot.y);
      rows.sort((a, b) => a - b);
      for (let k = 1; k < rows.length; k++) assert.ok(rows[k] - rows[k - 1] >= 18.9, `${n}`);
    }
    for (const { x, y } of spots) assert.ok(Math.abs(Math.hypot(x, y) - radius) < 0.01, `${n}`);
  }
});

test("a ring at the edge moves in until all of it is seen", () => {
  assert.deepEqual(movedInto({ x: 5, y: 300 }, 80, 40, [0, 0, 400, 310]), { x: 80, y: 270 });
});

test("a number stands outside the mark", () => {
  for (const [left, top, right, bottom] of figureBoxes(0, 0, 6, 14)) {
    const x = Math.max(left, Math.min(0, right));
    const y = Math.max(top, Math.min(0, bottom));
    assert.ok(Math.hypot(x, y) > 5.4);
  }
});
