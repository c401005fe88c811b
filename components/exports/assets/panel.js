/**
 * The panel of a saved page: the day, and for a chosen place the sentences behind its colour.
 * Every text is set as text, never as markup: names and sentences come from articles.
 */
(function () {
  "use strict";
  const W = window.Whoheld;
  const RECENT_DAYS = 30;
  const LONGEST_CONTEXT = 450;
  const WHY = {
    corroborated:
      "Two or more sources that do not quote each other say so. " +
      "An independent report of another holder would make this “sources disagree”.",
    claimed:
      "Only one source, or only one side, says so. " +
      "A second, independent source would make this “held, two or more sources”.",
    inferred:
      "No report says who held it in these days; a later report says whom it was taken from. " +
      "A report about these days would replace this.",
    contested:
      "Reports speak of fighting for it, and none of these days says that it is decided. " +
      "A report of a capture, a retreat or a failed attack would end this.",
    disputed:
      "Sources name different holders, and neither version outweighs the other: both are shown. " +
      "A further independent source for one of them would decide.",
    unknown: "No report says who holds it. One that does would change this.",
  };
  const WHY_LEAD = {
    corroborated: "Two or more sources",
    claimed: "One side says so",
    inferred: "Inferred",
    contested: "Fought over",
    disputed: "Sources disagree",
    unknown: "Unknown",
  };

  const LEADS = ["Fought over", "Under siege", "Attack repelled", "Handed over", "Forced out"];
  /** What happened, to be set in bold, and the rest. @param {any} words @returns {[string, string]} */
  const leadOf = (words) => {
    if (Array.isArray(words)) return [String(words[0] || ""), String(words[1] || "")];
    const text = String(words || "");
    const lead = LEADS.find((each) => text.startsWith(each)) || text.split(" ", 1)[0];
    return [lead, text.slice(lead.length)];
  };

  /** @param {string} address @returns {string} the address if it leads to a web page, else "" */
  const webAddress = (address) => {
    try {
      const url = new URL(address);
      return url.protocol === "https:" || url.protocol === "http:" ? url.href : "";
    } catch {
      return "";
    }
  };

  /** @param {string} text @returns {string} language of its script, for fonts and readers */
  const languageOf = (text) =>
    /[\u0600-\u06ff]/.test(text) ? "ar" : /[\u0400-\u04ff]/.test(text) ? "uk" : "und";

  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  const plural = (n, word) => `${n.toLocaleString("en")} ${word}${n === 1 ? "" : "s"}`;

  class Panel {
    /** @param {any} app the mounted map @param {any} saved what page.py wrote @param {any} evidence cards by claim */
    constructor(app, saved, evidence) {
      Object.assign(this, { app, saved, evidence });
      this.element = document.getElementById("panel");
      this.shown = saved.place ? "place" : "day";
      this.place = saved.place;
      this.day = app.day;
      // The map brings its places to the day at its own next frame; the panel reads them after.
      this.drawSoon = W.oncePerFrame(() => this.draw());
    }

    /** Show a day and a place, "" for none. @param {string} iso @param {string} place */
    show(iso, place) {
      if (place !== this.place) {
        this.shown = place ? "place" : "day";
        this.element.scrollTop = 0;
      }
      this.place = place;
      this.day = W.dayOf(iso);
      this.drawSoon();
    }

    draw() {
      const { history } = this.app;
      const at = this.place ? history.byId.get(this.place) : undefined;
      const parts = [this.tabs(at)];
      if (this.shown === "place" && at !== undefined) parts.push(...this.placeParts(at));
      else parts.push(...this.dayParts());
      parts.push(...this.about());
      this.element.replaceChildren(...parts);
    }

    tabs(at) {
      const row = W.el("div", "ex-tabs");
      row.setAttribute("role", "tablist");
      const names = [["day", "The day"]];
      if (at !== undefined) names.push(["place", this.app.history.names[at]]);
      for (const [key, words] of names) {
        const tab = W.el("button", "", words);
        tab.setAttribute("role", "tab");
        tab.setAttribute("aria-selected", String(this.shown === key || names.length === 1));
        tab.addEventListener("click", () => {
          this.shown = key;
          this.draw();
        });
        row.append(tab);
      }
      return row;
    }

    mark(look, flags = 0, r = 6, pad = 3) {
      return W.markElement(look, r, flags, this.app.colours(), pad);
    }

    // The day

    dayParts() {
      const { history } = this.app;
      const counts = new Map();
      for (let i = 0; i < history.n; i++) {
        if (history.intervalOf(i) < 0) continue;
        const look = history.looks[history.code[i] >> 3];
        const keys = look.state === "held" ? look.parties : ["state:" + look.state];
        for (const key of keys) counts.set(key, (counts.get(key) || 0) + 1);
      }
      const parts = [W.el("h2", "ex-headline", W.longDay(this.day))];
      if (counts.size) parts.push(this.balance(counts));
      else parts.push(W.el("p", "ex-quiet", "No report speaks of this day yet."));
      parts.push(W.el("h3", "", `Changed in the last ${RECENT_DAYS} days`));
      parts.push(this.changes());
      parts.push(W.el("p", "ex-quiet ex-hint", "Choose a place on the map to read what is reported about it."));
      if (this.saved.loose.length) parts.push(this.notCounted("Not on the map", this.saved.loose));
      return parts;
    }

    balance(counts) {
      const { history } = this.app;
      const table = W.el("table", "ex-balance");
      const body = W.el("tbody");
      const row = (name, mark, count, className) => {
        const line = W.el("tr", className);
        const head = W.el("th");
        const label = W.el("span");
        if (mark) label.append(mark);
        label.append(name);
        head.setAttribute("scope", "row");
        head.append(label);
        line.append(head, W.el("td", "", count.toLocaleString("en")));
        body.append(line);
      };
      [...counts]
        .filter(([key]) => history.parties[key])
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .forEach(([key, count]) => {
          const look = { state: "held", standing: "corroborated", parties: [key] };
          row(history.parties[key].name, this.mark(look), count);
        });
      for (const [state, words] of [
        ["contested", "Fought over"],
        ["disputed", "Sources disagree"],
        ["unknown", "Unknown"],
      ]) {
        const count = counts.get("state:" + state);
        if (count) row(words, null, count, "ex-none");
      }
      table.append(body);
      return table;
    }

    changes() {
      const { history } = this.app;
      const list = W.el("ul", "ex-changes");
      const recent = history.changes
        .filter((change) => change.day <= this.day && change.day > this.day - RECENT_DAYS)
        .slice(-40)
        .reverse();
      if (!recent.length) return W.el("p", "ex-quiet", "No change is reported in these days.");
      for (const change of recent) {
        const item = W.el("li");
        const name = W.el("button", "", history.names[change.place]);
        name.addEventListener("click", () => this.choose(history.ids[change.place]));
        const words = W.el("span");
        const told = W.changeWords(history, change);
        words.append(name, `${told.startsWith(":") ? "" : " "}${told}`);
        if (change.latest > change.day) {
          words.append(`, on some day up to ${W.shortDay(change.latest)}`);
        }
        const date = W.el("time", "", W.shortDay(change.day).replace(/ \d+$/, ""));
        date.setAttribute("datetime", W.isoOf(change.day));
        const flags = change.latest > change.day ? W.UNCERTAIN : 0;
        item.append(date, this.mark(change.look, flags, 5, 4), words);
        list.append(item);
      }
      return list;
    }

    /** @param {string} place */
    choose(place) {
      this.ask(this.day, place);
    }

    /** Bring the map and the panel to a day and a place. @param {number} day @param {string} place */
    ask(day, place) {
      const iso = W.isoOf(day);
      if (this.app.timeline.playing) this.app.timeline.stop(false);
      W.setView({ day: iso, place, seq: Number.MAX_SAFE_INTEGER });
      this.show(iso, place);
    }

    // The place

    placeParts(at) {
      const { history } = this.app;
      const [admin1, country] = history.areas[history.area[at]];
      const kind = capital(history.kinds[history.kind[at]] || "place");
      const kicker = [kind, admin1, this.saved.countries[country] || country].filter(Boolean);
      const title = W.el("h2", "", history.names[at]);
      const native = history.native[at];
      if (native) {
        const other = W.el("span", "", native);
        other.lang = languageOf(native);
        other.dir = "auto";
        title.append(other);
      }
      const parts = [W.el("p", "ex-kicker", kicker.join(", ")), title];
      const claims = this.saved.claims[this.place] || { for: [], against: [], out: [] };
      const interval = history.intervalOf(at);
      if (interval < 0) {
        const mentioned = Boolean(history.mentioned[at]);
        const look = history.looks[mentioned ? history.mentionedLook : history.noneLook];
        parts.push(this.state(look, 0, mentioned ? "Mentioned only" : "No report yet", ""));
        if (mentioned) parts.push(W.el("p", "", "Articles name this place, but say nothing of who holds it."));
      } else {
        const look = history.looks[history.look[interval]];
        const number = interval - history.off[at];
        const since = W.sinceWords(history, interval);
        parts.push(this.state(look, history.code[at] & 7, look.words, since));
        parts.push(this.strip(at));
        parts.push(...this.why(look, claims.why && this.saved.why[claims.why[number]]));
        parts.push(...this.cards("For", claims.for[number] || [], look, ""));
        parts.push(...this.cards("Against", claims.against[number] || [], look, "ex-against"));
      }
      if (claims.out.length) parts.push(this.notCounted("Not counted", claims.out));
      return parts;
    }

    state(look, flags, words, since) {
      const row = W.el("div", "ex-state");
      const text = W.el("div");
      text.append(W.el("b", "", words));
      if (since) text.append(W.el("span", "", since));
      row.append(this.mark(look, flags, 9, 8), text);
      return row;
    }

    /** @param {any} look @param {[string, string]} [told] the rule in words, if the page has it */
    why(look, told) {
      const rule = look.state === "held" ? look.standing : look.state;
      const [lead, words] = told || [WHY_LEAD[rule] || "", WHY[rule] || ""];
      const text = W.el("p");
      text.append(W.el("b", "", `${lead}.`), ` ${words}`);
      return [W.el("h3", "", "Why this colour"), text];
    }

    /** The place's states from the first day to the last; a click goes there. */
    strip(at) {
      const { history } = this.app;
      const days = Math.max(1, history.lastDay - history.first);
      const share = (day) => (100 * Math.max(0, Math.min(days, day - history.first))) / days;
      const strip = W.el("div", "ex-strip");
      for (let c = history.off[at]; c < history.off[at + 1]; c++) {
        const from = share(history.first + history.start[c]);
        const isLast = c + 1 === history.off[at + 1];
        const to = isLast ? 100 : share(history.first + history.start[c + 1]);
        const look = history.looks[history.look[c]];
        const piece = W.el("button");
        piece.style.left = `${from}%`;
        piece.style.width = `calc(${Math.max(0, to - from)}% - 1px)`;
        // A state of a few days is a sliver; it must not lie under the long one after it.
        if (to - from < 2) piece.style.zIndex = "1";
        this.paint(piece, look);
        piece.title = `${look.words}. ${W.sinceWords(history, c)}`;
        piece.setAttribute("aria-label", piece.title);
        piece.addEventListener("click", () => this.ask(history.first + history.start[c], this.place));
        strip.append(piece);
      }
      const marker = W.el("i");
      marker.style.left = `${share(this.day)}%`;
      strip.append(marker);
      const first = W.dateOf(history.first).getUTCFullYear() + 1;
      const last = W.dateOf(history.lastDay).getUTCFullYear();
      const step = Math.max(1, Math.ceil((last - first + 1) / 7));
      for (let year = first; year <= last; year += step) {
        const label = W.el("small", "", String(year));
        label.style.left = `${share(W.monthDay(year, 0))}%`;
        strip.append(label);
      }
      return strip;
    }

    paint(piece, look) {
      const fill = (party) => this.app.colours().party(party).fill;
      const [first, last] = [look.parties[0], look.parties[look.parties.length - 1]];
      const { style } = piece;
      if (look.state === "unknown" || !first) style.border = "1px dashed var(--unknown)";
      else if (look.state === "contested")
        style.background = `repeating-linear-gradient(135deg, ${fill(first)} 0 4px, ${fill(last)} 4px 8px)`;
      else if (look.state === "disputed")
        style.background = `linear-gradient(${fill(first)} 45%, var(--panel) 45% 55%, ${fill(last)} 55%)`;
      else if (look.standing === "inferred") style.border = `1.5px dotted ${fill(first)}`;
      else if (look.standing === "claimed") style.border = `2.5px solid ${fill(first)}`;
      else style.background = fill(first);
    }

    cards(title, claims, look, className) {
      const heading = W.el("h3", "", title);
      heading.append(" ", W.el("em", "", String(claims.length)));
      const parts = [heading];
      if (!claims.length && title === "Against")
        parts.push(W.el("p", "ex-quiet", "No report contradicts it."));
      for (const id of claims) if (this.evidence[id]) parts.push(this.card(this.evidence[id], look, className));
      return parts;
    }

    card(card, look, className) {
      const article = W.el("article", `ex-card ${className}`);
      const header = W.el("header");
      const text = W.el("div");
      const [lead, rest] = leadOf(card.words);
      const told = rest.trim();
      const gap = told.startsWith(":") ? "" : " ";
      text.append(W.el("b", "", lead), gap + told, W.el("span", "", card.when || ""));
      const mark = className ? null : this.claimLook(card, look);
      if (mark) header.append(this.mark(mark));
      header.append(text);
      article.append(header, this.quote(card), this.origin(card));
      return article;
    }

    /** The mark of one claim: a ring, never a disc, for it is one source. @returns {any} */
    claimLook(card, look) {
      const { history } = this.app;
      if (["contested", "besieged"].includes(card.kind)) {
        const at = history.byId.get(this.place);
        for (let c = history.off[at]; c < history.off[at + 1]; c++) {
          const other = history.looks[history.look[c]];
          if (other.state === "contested") return other;
        }
        return null;
      }
      if (look.state !== "held" || look.standing === "inferred") return null;
      return { state: "held", standing: "claimed", parties: look.parties.slice(-1) };
    }

    quote(card) {
      const quote = W.el("blockquote");
      let before = String(card.before || "");
      let after = String(card.after || "");
      if (before.length > LONGEST_CONTEXT) before = `… ${before.slice(-LONGEST_CONTEXT).replace(/^\S*\s/, "")}`;
      if (after.length > LONGEST_CONTEXT) after = `${after.slice(0, LONGEST_CONTEXT).replace(/\s\S*$/, "")} …`;
      quote.append(before, W.el("mark", "", card.sentence || ""), after);
      quote.dir = "auto";
      return quote;
    }

    origin(card) {
      const footer = W.el("footer");
      footer.append(W.el("b", "", card.source || "The article"));
      if (card.basis && card.basis !== "unknown") footer.append(W.el("i", "", card.basis));
      const told = [card.article, card.dates, card.publisher || "Publisher not stated"]
        .map((part) => String(part || "").trim())
        .filter(Boolean)
        .map((part) => (/[.!?…”]$/.test(part) ? part : `${part}.`));
      footer.append(W.el("br"), told.join(" "));
      const address = webAddress(String(card.url || ""));
      if (address) {
        const link = W.el("a", "", "Read the article");
        link.href = address;
        link.rel = "noopener noreferrer";
        link.target = "_blank";
        footer.append(" ", link);
      }
      return footer;
    }

    notCounted(title, claims) {
      const details = W.el("details");
      details.append(W.el("summary", "", `${title} (${claims.length})`));
      for (const id of claims) {
        const card = this.evidence[id];
        if (!card) continue;
        const article = W.el("article", "ex-card");
        const header = W.el("header");
        header.append(W.el("b", "", card.reason_title || leadOf(card.words).join(" ")));
        article.append(header, this.quote(card));
        if (card.reason) article.append(W.el("p", "ex-quiet", card.reason));
        article.append(this.origin(card));
        details.append(article);
      }
      return details;
    }

    // What every page carries

    about() {
      const details = W.el("details", "ex-about");
      details.append(W.el("summary", "", "About this map"));
      for (const line of this.saved.about) details.append(W.el("p", "", line));
      details.open = this.aboutOpen !== false;
      details.addEventListener("toggle", () => (this.aboutOpen = details.open));
      return [details];
    }
  }

  W.countsLine = (saved) =>
    [plural(saved.places, "place"), `${plural(saved.claimCount, "claim")} from ${plural(saved.articles, "article")}`].join(", ");
  W.Panel = Panel;
})();
