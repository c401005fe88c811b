/** Sentences about states and changes, in the words the panel uses. */
(function () {
  "use strict";
  const W = window.Whoheld;

  /** @param {string[]} names @param {string} word */
  const joined = (names, word) =>
    names.length < 2
      ? names.join("")
      : `${names.slice(0, -1).join(", ")} ${word} ${names[names.length - 1]}`;

  /** @param {any} history @param {string[]} ids @param {string} [word] */
  W.partiesInWords = (history, ids, word = "and") =>
    joined(ids.map((id) => (history.parties[id] ? history.parties[id].phrase : id)), word);

  /** What happened to a place, to follow its name: "taken by the opposition". */
  W.changeWords = (history, change) => {
    const { look, interval, place } = change;
    if (look.change) return look.change;
    const who = W.partiesInWords(history, look.parties);
    const from = history.off[place];
    const before = interval > from ? history.looks[history.look[interval - 1]] : null;
    if (look.state === "contested") return who ? `fought over, ${who}` : "fought over";
    if (look.state === "disputed")
      return `: sources disagree, ${W.partiesInWords(history, look.parties, "or")}`;
    if (look.state === "unknown") {
      const lost = before ? W.partiesInWords(history, before.parties) : "";
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

  /** Since when an interval lasts. @param {any} history @param {number} c */
  W.sinceWords = (history, c) => {
    const day = history.first + history.start[c];
    const span = history.span[c];
    if (history.open[c]) {
      const inferred = history.looks[history.look[c]].standing === "inferred";
      return inferred || !span ? "Before the first report" : `Since ${W.longDay(day + span)} at the latest`;
    }
    if (span === 0xffff) return `Since some day from ${W.longDay(day)} on`;
    if (!span) return `Since ${W.longDay(day)}`;
    const last = day + span;
    const sameYear = W.isoOf(day).slice(0, 4) === W.isoOf(last).slice(0, 4);
    const first = sameYear ? W.longDay(day).replace(/ \d+$/, "") : W.longDay(day);
    return `Since some day between ${first} and ${W.longDay(last)}`;
  };

  /** Changes that may have begun on a day, the largest place first. */
  W.changesOn = (history, day) => {
    const found = [];
    for (let k = history.changeAfter(day - 1); k < history.changes.length; k++) {
      if (history.changes[k].day !== day) break;
      found.push(history.changes[k]);
    }
    return found;
  };

  /**
   * The line below the date, as [text, is bold] pieces.
   * @returns {{pieces: [string, boolean][], quiet: boolean}}
   */
  W.dayLine = (history, day) => {
    const today = W.changesOn(history, day);
    if (today.length) {
      const pieces = [];
      today.slice(0, 2).forEach((change, k) => {
        const words = W.changeWords(history, change);
        if (k) pieces.push([" ", false]);
        pieces.push([history.names[change.place], true]);
        pieces.push([`${words.startsWith(":") ? "" : " "}${words}`, false]);
        if (change.latest > change.day) pieces.push([", on this day at the earliest", false]);
        pieces.push([".", false]);
      });
      if (today.length > 2) pieces.push([` And ${today.length - 2} more.`, false]);
      return { pieces, quiet: false };
    }
    let text = "No change reported this day.";
    const k = history.changeAfter(day) - 1;
    if (k >= 0 && !W.isPhone()) {
      const last = history.changes[k];
      const uncertain = last.latest > last.day ? " at the earliest" : "";
      text += ` Last: ${history.names[last.place]}, ${W.shortDay(last.day)}${uncertain}.`;
    }
    return { pieces: [[text, false]], quiet: true };
  };
})();
