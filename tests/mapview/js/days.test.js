import assert from "node:assert/strict";
import test from "node:test";
import { addMonths, dayOf, isoOf, longDay, monthDay, shortDay } from "../../../components/mapview/js/days.js";

test("a day is written and read back", () => {
  for (const iso of ["1969-12-31", "1970-01-01", "2000-02-29", "2015-03-28"])
    assert.equal(isoOf(dayOf(iso)), iso);
});

test("a day in words has no leading nought", () => {
  assert.equal(longDay(dayOf("2015-03-08")), "8 March 2015");
  assert.equal(shortDay(dayOf("2015-09-28")), "28 Sep 2015");
});

test("a month on from the 31st is the shorter month's last day", () => {
  assert.equal(isoOf(addMonths(dayOf("2015-01-31"), 1)), "2015-02-28");
  assert.equal(isoOf(addMonths(dayOf("2016-03-31"), -1)), "2016-02-29");
  assert.equal(isoOf(addMonths(dayOf("2015-12-15"), 1)), "2016-01-15");
});

test("months count on over the year's end", () => {
  assert.equal(isoOf(monthDay(2014, 12)), "2015-01-01");
});
