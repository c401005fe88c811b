import assert from "node:assert/strict";
import test from "node:test";
import { Versions } from "../../../components/exports/js/versions.js";
import { dayOf } from "../../../components/mapview/js/days.js";
import { Moment } from "../../../components/mapview/js/moment.js";
import { after, FIRST, LAST, look, PARTIES } from "./made.js";

/** Two places; the first is known to be held from March, and to be fought over from June on. */
function versions() {
  /** @type {any} */
  const packed = {
    first_day: FIRST, last_day: LAST, known_by: "", stale_after_days: 100, articles: 1, claims: 1,
    parties: PARTIES, kinds: ["town"], areas: [["Idlib", "SY"]], looks: [],
  };
  const columns = {
    lon: Float32Array.of(36, 37), lat: Float32Array.of(35, 36), importance: Uint8Array.of(2, 7),
    count: Uint16Array.of(0, 0), kind: new Uint8Array(2), area: new Uint16Array(2),
    report_day: Uint16Array.of(0), report_count: Uint16Array.of(1),
  };
  const texts = { ids: ["a", "b"], names: ["A", "B"], native: ["", ""] };
  const feb = after("2015-02-01");
  const may = after("2015-05-01");
  return new Versions(
    packed, /** @type {any} */ ({ columns, texts }),
    /** @type {any} */ ({
      days: ["2015-03-01", "2015-06-01"],
      looks: [look("held", "claimed", ["gov"]), look("contested", "claimed", ["gov", "opp"])],
    }),
    {
      step: Uint16Array.of(0, 1), place: Uint32Array.of(0, 0), count: Uint16Array.of(1, 2),
      shown: Uint16Array.of(feb, feb, may), start: Uint16Array.of(feb, feb, may),
      span: new Uint16Array(3), last: new Uint16Array(3), look: Uint8Array.of(0, 0, 1),
      open: new Uint8Array(3),
    },
  );
}

/** What both places show on a day, as known by another. @param {string} day @param {string} knownBy */
function shown(day, knownBy) {
  const all = versions();
  const history = all.history(all.stepAt(dayOf(knownBy)));
  const moment = new Moment(history);
  moment.seek(dayOf(day));
  return [0, 1].map((i) => moment.lookOf(i).state);
}

test("a day shows what was known by another, and no more", () => {
  assert.deepEqual(shown("2015-05-10", "2015-02-28"), ["mentioned", "mentioned"]);
  assert.deepEqual(shown("2015-05-10", "2015-03-01"), ["held", "mentioned"]);
  assert.deepEqual(shown("2015-05-10", "2015-05-31"), ["held", "mentioned"]);
  assert.deepEqual(shown("2015-05-10", "2015-06-01"), ["contested", "mentioned"]);
  assert.deepEqual(shown("2015-04-10", "2015-12-31"), ["held", "mentioned"]);
});

test("each place has the last version up to a step", () => {
  const all = versions();
  assert.deepEqual([-1, 0, 1].map((step) => [...all.at(step)]), [[-1, -1], [0, -1], [1, -1]]);
});
