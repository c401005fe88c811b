/** Unpacks the history that packing.py packs, and says which interval is in force on a day. */
(function () {
  "use strict";
  const W = window.Whoheld;
  const NO_DAY = 0xffff;
  const WEEK = 7;
  const BANDS = 40;
  const ARRAYS = { f4: Float32Array, u4: Uint32Array, u2: Uint16Array, u1: Uint8Array };
  // Flags beside the look in a place's code.
  W.UNCERTAIN = 1;
  W.STALE = 2;
  W.CHANGED = 4;

  /** @param {string} text base64 @returns {Uint8Array} */
  W.bytesOf = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

  /** @param {string} text base64 of a deflated block @returns {Promise<ArrayBuffer>} */
  const inflate = (text) =>
    new Response(
      new Blob([W.bytesOf(text)]).stream().pipeThrough(new DecompressionStream("deflate-raw")),
    ).arrayBuffer();
  /** @param {string} text @returns {Promise<string[]>} */
  const linesOf = async (text) => new TextDecoder().decode(await inflate(text)).split("\n");

  /** Longitude and latitude to the square of the world, 0 to 1, as Leaflet projects them. */
  W.mercatorX = (lon) => lon / 360 + 0.5;
  W.mercatorY = (lat) => {
    const sine = Math.sin((Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 180);
    return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  };

  class History {
    /** @param {any} packed @param {any} columns @param {{ids: string[], names: string[], native: string[]}} texts */
    constructor(packed, columns, texts) {
      Object.assign(this, columns, texts);
      this.n = columns.lat.length;
      this.first = W.dayOf(packed.first_day);
      this.lastDay = Math.max(W.dayOf(packed.last_day), this.first);
      this.knownBy = packed.known_by;
      this.staleAfter = packed.stale_after_days;
      this.articles = packed.articles;
      this.parties = packed.parties;
      this.kinds = packed.kinds;
      this.areas = packed.areas;
      // Two looks that no interval has: before the first report, and only mentioned.
      this.looks = packed.looks.concat([
        { state: "unknown", standing: "unknown", parties: [], words: "No report yet" },
        { state: "mentioned", standing: "", parties: [], words: "Mentioned only" },
      ]);
      this.noneLook = this.looks.length - 2;
      this.mentionedLook = this.looks.length - 1;
      this.mentioned = new Uint8Array(this.n);
      this.off = new Uint32Array(this.n + 1);
      this.x = new Float64Array(this.n);
      this.y = new Float64Array(this.n);
      for (let i = 0; i < this.n; i++) {
        this.mentioned[i] = columns.importance[i] >> 2;
        columns.importance[i] &= 3;
        this.off[i + 1] = this.off[i] + columns.count[i];
        this.x[i] = W.mercatorX(columns.lon[i]);
        this.y[i] = W.mercatorY(columns.lat[i]);
      }
      this.byId = new Map(this.ids.map((id, i) => [id, i]));
      this.cursor = this.off.slice(0, this.n);
      this.code = new Uint16Array(this.n);
      // Small below large, mentions lowest: the order of drawing.
      // Among equals, neighbours follow one another: their pixels lie close in memory.
      const bands = this.bands();
      this.order = Uint32Array.from({ length: this.n }, (_, i) => i).sort(
        (a, b) => this.rank(a) - this.rank(b) || bands[a] - bands[b] || this.x[a] - this.x[b],
      );
      this.changes = this.findChanges();
      this.reports = this.countReports();
    }

    /** Which of some horizontal bands each place lies in. */
    bands() {
      const top = this.y.reduce((a, b) => Math.min(a, b), 1);
      const bottom = this.y.reduce((a, b) => Math.max(a, b), 0);
      const high = (bottom - top) / BANDS || 1;
      return Uint16Array.from(this.y, (y) => Math.floor((y - top) / high));
    }

    /** @param {number} i */
    rank(i) {
      return this.mentioned[i] ? 0 : this.importance[i];
    }

    /** Bring every place to the day. Returns how many look different. @param {number} day */
    seek(day) {
      const { off, start, span, last, look, cursor, code, mentioned } = this;
      const at = day - this.first;
      let different = 0;
      for (let i = 0; i < this.n; i++) {
        let now;
        const from = off[i];
        const end = off[i + 1];
        if (from === end || mentioned[i]) now = this.mentionedLook << 3;
        else {
          let c = cursor[i];
          while (c + 1 < end && start[c + 1] <= at) c++;
          while (c > from && start[c] > at) c--;
          cursor[i] = c;
          now = start[c] > at ? this.noneLook << 3 : (look[c] << 3) | this.flags(c, at);
        }
        if (now !== code[i]) {
          code[i] = now;
          different++;
        }
      }
      return different;
    }

    /** @param {number} c interval @param {number} at days from the first */
    flags(c, at) {
      const look = this.looks[this.look[c]];
      if (look.standing === "inferred") return 0;
      const begin = this.start[c];
      const span = this.span[c];
      let flags = at < begin + span ? W.UNCERTAIN : 0;
      if (look.state === "unknown") return flags;
      if (!this.open[c] && span < WEEK && at - begin < WEEK) flags |= W.CHANGED;
      const reported = this.last[c] === NO_DAY ? begin : begin + this.last[c];
      if (at - reported > this.staleAfter) flags |= W.STALE;
      return flags;
    }

    /** The interval in force after seek(), or -1. @param {number} i */
    intervalOf(i) {
      if (this.mentioned[i] || this.off[i] === this.off[i + 1]) return -1;
      return this.code[i] >> 3 === this.noneLook ? -1 : this.cursor[i];
    }

    /** Every change that a report states, by first possible day. */
    findChanges() {
      const found = [];
      for (let i = 0; i < this.n; i++)
        for (let c = this.off[i]; c < this.off[i + 1]; c++) {
          const look = this.looks[this.look[c]];
          if (this.open[c] || look.standing === "inferred") continue;
          if (c === this.off[i] && look.state === "unknown") continue;
          const day = this.first + this.start[c];
          const latest = this.span[c] === NO_DAY ? this.lastDay : day + this.span[c];
          found.push({ day, latest, place: i, interval: c, look });
        }
      found.sort((a, b) => a.day - b.day || this.rank(b.place) - this.rank(a.place));
      return found;
    }

    /** Reports a day over the whole timeline. */
    countReports() {
      const counts = new Float32Array(this.lastDay - this.first + 1);
      for (let k = 0; k < this.report_day.length; k++)
        if (this.report_day[k] < counts.length) counts[this.report_day[k]] += this.report_count[k];
      return counts;
    }

    /** Index of the first change after a day. @param {number} day */
    changeAfter(day) {
      let low = 0;
      let high = this.changes.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.changes[middle].day <= day) low = middle + 1;
        else high = middle;
      }
      return low;
    }
  }

  /** @param {any} packed what packing.py wrote @returns {Promise<History>} */
  W.unpack = async (packed) => {
    const [block, ids, names, native] = await Promise.all([
      inflate(packed.block), linesOf(packed.ids), linesOf(packed.names), linesOf(packed.native),
    ]);
    const columns = {};
    let at = 0;
    for (const [name, type, length] of packed.columns) {
      const Kind = ARRAYS[type.replace("|", "")];
      const size = length * Kind.BYTES_PER_ELEMENT;
      columns[name] = new Kind(block.slice(at, at + size));
      at += size;
    }
    return new History(packed, columns, { ids, names, native });
  };
})();
