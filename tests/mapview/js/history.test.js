import assert from "node:assert/strict";
import test from "node:test";
import { cardLines } from "../../../components/mapview/js/card.js";
import { dayOf, isoOf } from "../../../components/mapview/js/days.js";
import { ordered } from "../../../components/mapview/js/history.js";
import { CHANGED, Moment, STALE, UNCERTAIN } from "../../../components/mapview/js/moment.js";
import { changeSentence, dayLine, dayText, sinceWords } from "../../../components/mapview/js/words.js";
import { look, makeHistory } from "./made.js";

const idlib = () =>
  makeHistory([
    {
      name: "Idlib", importance: 3,
      states: [
        { look: look("held", "inferred", ["gov"]), from: null },
        { look: look("contested", "claimed", ["gov", "opp"]), from: "2015-03-24" },
        { look: look("held", "claimed", ["opp"]), from: "2015-03-28" },
      ],
    },
    {
      name: "Jisr",
      states: [
        { look: look("held", "inferred", ["gov"]), from: null },
        { look: look("held", "claimed", ["opp"]), from: "2015-03-29", span: 36, shown: "2015-05-04" },
      ],
    },
    { name: "Aleppo", mentioned: true },
  ]);

/** @param {Moment} moment @param {string} iso @param {number} i */
const stateOn = (moment, iso, i) => {
  moment.seek(dayOf(iso));
  return moment.lookOf(i).words;
};

test("a place has the state of the day, whatever day was shown before", () => {
  const moment = new Moment(idlib());
  const days = ["2015-03-23", "2015-03-24", "2015-03-27", "2015-03-28", "2015-12-31"];
  const seen = ["held gov", "contested gov,opp", "contested gov,opp", "held opp", "held opp"];
  assert.deepEqual(days.map((day) => stateOn(moment, day, 0)), seen);
  const back = [...days].reverse().map((day) => stateOn(moment, day, 0));
  assert.deepEqual(back, [...seen].reverse());
});

test("until a change is certain the earlier holder is shown, and what may have come is said", () => {
  const history = idlib();
  const moment = new Moment(history);
  assert.equal(stateOn(moment, "2015-05-03", 1), "held gov");
  assert.deepEqual(cardLines(moment, 1).slice(1), [
    "Inferred: a later report says whom it was taken from",
    "May have been held by the opposition since 29 March 2015; certain from 4 May 2015",
  ]);
  assert.equal(stateOn(moment, "2015-05-04", 1), "held opp");
  assert.deepEqual(cardLines(moment, 1), [
    "Since some day between 29 March and 4 May 2015", "One side says so",
  ]);
});

test("seeking says how many places look different", () => {
  const moment = new Moment(idlib());
  moment.seek(dayOf("2015-03-23"));
  assert.equal(moment.seek(dayOf("2015-03-23")), 0);
  assert.equal(moment.seek(dayOf("2015-03-24")), 1);
});

test("a day is uncertain until the change is certain, and news grows old", () => {
  const moment = new Moment(idlib());
  /** @param {string} iso @param {number} i */
  const flags = (iso, i) => {
    moment.seek(dayOf(iso));
    return moment.code[i] & 7;
  };
  assert.equal(flags("2015-03-28", 1) & UNCERTAIN, 0);
  assert.equal(flags("2015-04-10", 1) & UNCERTAIN, UNCERTAIN);
  assert.equal(flags("2015-05-04", 1) & UNCERTAIN, 0);
  assert.equal(flags("2015-03-30", 0) & CHANGED, CHANGED);
  assert.equal(flags("2015-04-30", 0) & CHANGED, 0);
  assert.equal(flags("2015-12-01", 0) & STALE, STALE);
});

test("an inferred holder makes no change and no flag", () => {
  const history = idlib();
  assert.deepEqual(
    history.changes.map((change) => [isoOf(change.day), history.names[change.place]]),
    [["2015-03-24", "Idlib"], ["2015-03-28", "Idlib"], ["2015-05-04", "Jisr"]],
  );
});

test("two moments of one history do not disturb each other", () => {
  const history = idlib();
  const [one, two] = [new Moment(history), new Moment(history)];
  one.seek(dayOf("2015-03-01"));
  two.seek(dayOf("2015-06-01"));
  assert.equal(one.lookOf(0).words, "held gov");
  assert.equal(one.differs(two, 0), true);
  two.seek(dayOf("2015-03-10"));
  assert.equal(one.differs(two, 0), false);
  assert.equal(one.differs(two, 2), false);
});

test("the order of holders is no difference, better proof is none either", () => {
  const history = makeHistory([
    {
      name: "A",
      states: [
        { look: look("contested", "claimed", ["gov", "opp"]), from: "2015-01-01" },
        { look: look("contested", "corroborated", ["opp", "gov"]), from: "2015-02-01" },
      ],
    },
  ]);
  const [one, two] = [new Moment(history), new Moment(history)];
  one.seek(dayOf("2015-01-15"));
  two.seek(dayOf("2015-02-15"));
  assert.equal(one.differs(two, 0), false);
});

test("the next change after a day is found", () => {
  const history = idlib();
  assert.equal(history.changeAfter(dayOf("2015-03-23")), 0);
  assert.equal(history.changeAfter(dayOf("2015-03-24")), 1);
  assert.equal(history.changeAfter(dayOf("2015-12-31")), 3);
});

test("what happened is said in the words of the panel", () => {
  const history = idlib();
  assert.equal(changeSentence(history, history.changes[1]), "Idlib taken by the opposition");
  assert.match(dayText(history, dayOf("2015-03-24")), /fought over, the government and the opposition/);
  assert.equal(
    sinceWords(history, history.off[1] + 1), "Since some day between 29 March and 4 May 2015",
  );
});

test("a quiet day names the last change, briefly nothing", () => {
  const history = idlib();
  const day = dayOf("2015-06-01");
  assert.match(dayLine(history, day).pieces[0][0], /Last: Jisr, 4 May 2015 at the latest\./);
  assert.equal(dayLine(history, day, true).pieces[0][0], "No change reported this day.");
});

test("things are put in order by their number, and equal ones keep their order", () => {
  const words = ["ccc", "a", "bb", "b", "aaa", ""];
  assert.deepEqual(ordered(words, (word) => word.length), ["", "a", "b", "bb", "ccc", "aaa"]);
  assert.deepEqual(ordered([3, -2, 0, -7], (day) => day), [-7, -2, 0, 3]);
  assert.deepEqual(ordered(/** @type {string[]} */ ([]), () => 0), []);
});
