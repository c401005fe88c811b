/** Sentences about states and changes, in the words the panel uses. */
import { isoOf, longDay, shortDay } from "./days.js";
import { NO_DAY } from "./history.js";

/** @typedef {import("./history.js").History} History */

/** @param {string[]} names @param {string} word */
const joined = (names, word) =>
  names.length < 2
    ? names.join("")
    : `${names.slice(0, -1).join(", ")} ${word} ${names[names.length - 1]}`;

/** @param {History} history @param {string[]} ids @param {string} [word] */
export const partiesInWords = (history, ids, word = "and") =>
  joined(ids.map((id) => (history.parties[id] ? history.parties[id].phrase : id)), word);

/** What happened to a place, to follow its name: "taken by the opposition". @param {History} history @param {Change} change */
export const changeWords = (history, change) => {
  const { look, interval, place } = change;
  if (look.change) return look.change;
  const who = partiesInWords(history, look.parties);
  const from = history.off[place];
  const before = interval > from ? history.looks[history.look[interval - 1]] : null;
  if (look.state === "contested") return who ? `fought over, ${who}` : "fought over";
  if (look.state === "disputed")
    return `: sources disagree, ${partiesInWords(history, look.parties, "or")}`;
  if (look.state === "unknown") {
    const lost = before ? partiesInWords(history, before.parties) : "";
    return lost ? `lost by ${lost}` : "left, nobody named as holding it";
  }
  let holder = null;
  for (let c = interval - 1; c >= from && !holder; c--) {
    const earlier = history.looks[history.look[c]];
    if (earlier.state === "held") holder = earlier.parties.join();
  }
  if (holder !== null && holder !== look.parties.join()) return `taken by ${who}`;
  if (before && before.state === "contested") return `held by ${who} after fighting`;
  return holder === null ? `reported held by ${who}` : `held by ${who}`;
};

/** Since when an interval lasts. @param {History} history @param {number} c */
export const sinceWords = (history, c) => {
  const day = history.first + history.start[c];
  const span = history.span[c];
  if (history.open[c]) {
    const inferred = history.looks[history.look[c]].standing === "inferred";
    return inferred || !span ? "Before the first report" : `Since ${longDay(day + span)} at the latest`;
  }
  if (span === NO_DAY) return `Since some day from ${longDay(day)} on`;
  if (!span) return `Since ${longDay(day)}`;
  const last = day + span;
  const sameYear = isoOf(day).slice(0, 4) === isoOf(last).slice(0, 4);
  const first = sameYear ? longDay(day).replace(/ \d+$/, "") : longDay(day);
  return `Since some day between ${first} and ${longDay(last)}`;
};

const STANDING = {
  corroborated: "Two or more sources",
  claimed: "One side says so",
  inferred: "Inferred: a later report says whom it was taken from",
};

/** How well a state is vouched for, "" where the state says it. @param {Look} look */
export const standingWords = (look) =>
  look.state === "held" ? (STANDING[/** @type {keyof STANDING} */ (look.standing)] ?? "") : "";

/** On which side of the day from which it is shown a change may lie, "" where its day is known.
 * @param {Change} change */
export const boundWords = ({ day, earliest, latest }) => {
  if (earliest === latest) return "";
  if (latest <= day) return "at the latest";
  return day <= earliest ? "at the earliest" : "or about then";
};

/** What an interval may have made of a place. @param {History} history @param {number} k */
const possibleState = (history, k) => {
  const look = history.looks[history.look[k]];
  const who = partiesInWords(history, look.parties, look.state === "disputed" ? "or" : "and");
  if (look.state === "held") return `held by ${who}`;
  if (look.state === "contested") return "fought over";
  return look.state === "disputed" ? `claimed for ${who}` : "left, nobody named as holding it,";
};

/** What a place may be on a day on which it is shown as something else, "" if nothing.
 * @param {History} history @param {number} place @param {number} c interval shown @param {number} day */
export const possibleWords = (history, place, c, day) => {
  const [end, at] = [history.off[place + 1], day - history.first];
  const told = [];
  let last = -1;
  for (let k = history.possibleAfter(c, c, end, at); k >= 0; k = history.possibleAfter(c, k, end, at)) {
    told.push(`${possibleState(history, k)} since ${longDay(history.first + history.start[k])}`);
    last = k;
  }
  if (last < 0) return "";
  const begin = history.first + history.start[last];
  const span = history.span[last];
  const certain = span === NO_DAY ? "" : `; certain from ${longDay(begin + span)}`;
  return `May have been ${joined(told, "or")}${certain}`;
};

/** Changes shown from a day on, the largest place first. @param {History} history @param {number} day */
export const changesOn = (history, day) => {
  const found = [];
  for (let k = history.changeAfter(day - 1); k < history.changes.length; k++) {
    if (history.changes[k].day !== day) break;
    found.push(history.changes[k]);
  }
  return found;
};

/** One change as a sentence without its full stop. @param {History} history @param {Change} change */
export const changeSentence = (history, change) => {
  const words = changeWords(history, change);
  const bound = boundWords(change);
  const uncertain = bound ? `, on this day ${bound}` : "";
  return `${history.names[change.place]}${words.startsWith(":") ? "" : " "}${words}${uncertain}`;
};

/**
 * The line below the date, as [text, is bold] pieces.
 * @param {History} history @param {number} day @param {boolean} [brief] without the last change
 * @returns {{pieces: [string, boolean][], quiet: boolean}}
 */
export const dayLine = (history, day, brief = false) => {
  const today = changesOn(history, day);
  if (today.length) {
    /** @type {[string, boolean][]} */
    const pieces = [];
    today.slice(0, 2).forEach((change, k) => {
      const name = history.names[change.place];
      if (k) pieces.push([" ", false]);
      pieces.push([name, true]);
      pieces.push([`${changeSentence(history, change).slice(name.length)}.`, false]);
    });
    if (today.length > 2) pieces.push([` And ${today.length - 2} more.`, false]);
    return { pieces, quiet: false };
  }
  let text = "No change reported this day.";
  const k = history.changeAfter(day) - 1;
  if (k >= 0 && !brief) {
    const last = history.changes[k];
    const bound = boundWords(last);
    text += ` Last: ${history.names[last.place]}, ${shortDay(last.day)}${bound ? ` ${bound}` : ""}.`;
  }
  return { pieces: [[text, false]], quiet: true };
};

/** The same as one text, for readers of screens. @param {History} history @param {number} day */
export const dayText = (history, day) =>
  `${longDay(day)}. ${dayLine(history, day).pieces.map((piece) => piece[0]).join("")}`;
