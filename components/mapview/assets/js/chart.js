/** The picture in the timeline: a lane of changes, bars of reports, an axis of days. */
(function () {
  "use strict";
  const W = window.Whoheld;
  const BINS = [
    [1, "day"], [7, "week"], [14, "two weeks"], [30, "month"], [91, "quarter"], [365, "year"],
  ];
  const WIDE = { lane: 39, high: 16, bars: 60, axis: 98, below: 19, total: 128 };
  const PHONE = { lane: 8, high: 16, bars: 28, axis: 62, below: 13, total: 84 };

  W.chartPlaces = () => (W.isPhone() ? PHONE : WIDE);

  W.Chart = class {
    /** @param {any} app @param {HTMLCanvasElement} canvas */
    constructor(app, canvas) {
      this.app = app;
      this.canvas = canvas;
      this.domain = [0, 1];
      this.titleText = "";
    }
    /** @param {number} day @returns {number} px from the left */
    x(day) {
      const [from, to] = this.domain;
      return ((day - from) / (to - from)) * this.width;
    }
    /** @param {number} x px @returns {number} day, a fraction too */
    dayAt(x) {
      const [from, to] = this.domain;
      return from + (x / this.width) * (to - from);
    }
    draw() {
      const ratio = window.devicePixelRatio || 1;
      const at = W.chartPlaces();
      this.width = Math.max(1, this.canvas.parentElement.clientWidth);
      this.canvas.width = Math.round(this.width * ratio);
      this.canvas.height = Math.round(at.total * ratio);
      this.canvas.style.width = this.width + "px";
      this.canvas.style.height = at.total + "px";
      const g = this.canvas.getContext("2d");
      g.setTransform(ratio, 0, 0, ratio, 0, 0);
      this.perMonth = (this.width / (this.domain[1] - this.domain[0])) * 30.4;
      const c = this.app.colours();
      this.drawAxis(g, at, c);
      if (!this.app.history) return;
      this.drawBars(g, at, c);
      this.drawLane(g, at, c);
      this.drawTriangles(g, at, c);
      this.drawTitle(g, c);
    }
    text(g, words, x, y, colour, font) {
      g.font = font + this.app.fonts.sans;
      g.fillStyle = colour;
      g.textAlign = "center";
      g.textBaseline = "alphabetic";
      // A year at the very edge is moved in rather than cut.
      const half = g.measureText(words).width / 2;
      g.fillText(words, Math.max(half, Math.min(this.width - half, x)), y);
    }
    line(g, colour, x, y, x2, y2) {
      g.strokeStyle = colour;
      g.lineWidth = 1;
      g.beginPath();
      g.moveTo(x, y);
      g.lineTo(x2, y2);
      g.stroke();
    }
    drawAxis(g, at, c) {
      const [from, to] = this.domain;
      const crisp = (x) => Math.round(x) + 0.5;
      this.line(g, c.axis, 0, at.axis + 0.5, this.width, at.axis + 0.5);
      const begin = W.dateOf(from);
      for (let k = begin.getUTCFullYear() * 12 + begin.getUTCMonth(); ; k++) {
        const year = Math.floor(k / 12);
        const month = k % 12;
        const day = W.monthDay(year, month);
        if (day > to) break;
        if (day >= from) this.drawMonth(g, at, c, year, month, crisp(this.x(day)));
      }
      if (to - from < 70) this.drawDays(g, at, c, crisp);
    }
    drawMonth(g, at, c, year, month, x) {
      const below = at.axis + at.below;
      const { perMonth } = this;
      if (month === 0) {
        const every = perMonth * 12 < 34 ? (perMonth * 12 < 8 ? 10 : 5) : 1;
        this.line(g, c.rule, x, at.lane - 2, x, at.axis + 7);
        if (year % every === 0)
          this.text(g, String(year), x, below, c.ink, W.isPhone() ? "600 11.5px " : "600 12.5px ");
        return;
      }
      if (perMonth > 6 || (month % 3 === 0 && perMonth > 2))
        this.line(g, c.axis, x, at.axis, x, at.axis + (month % 3 ? 3 : 5));
      const name = W.MONTHS[month];
      const words =
        perMonth > 58
          ? name
          : perMonth > 30 || (perMonth > 12 && month % 3 === 0)
            ? name.slice(0, 3)
            : "";
      if (words) this.text(g, words, x, below, c.ink_second, "400 11px ");
    }
    drawDays(g, at, c, crisp) {
      const [from, to] = this.domain;
      for (let day = Math.ceil(from); day <= to; day++) {
        const x = crisp(this.x(day));
        this.line(g, c.axis, x, at.axis, x, at.axis + 3);
        const date = W.dateOf(day).getUTCDate();
        if (date % 7 === 1 && date > 1 && date < 28)
          this.text(g, String(date), x, at.axis + at.below, c.ink_second, "400 11px ");
      }
    }
    drawBars(g, at, c) {
      const { reports, first } = this.app.history;
      const [from, to] = this.domain;
      const perDay = this.width / (to - from);
      const [days, word] = BINS.find(([length]) => length * perDay >= 4) || BINS[BINS.length - 1];
      this.titleText = `Changes of hands, and reports a ${word}`.replace("a two weeks", "in two weeks");
      // Bins are counted from the first day, so that they stay while the chart is moved.
      const bins = new Float64Array(Math.ceil(reports.length / days));
      for (let k = 0; k < reports.length; k++) bins[Math.floor(k / days)] += reports[k];
      const most = bins.reduce((a, b) => Math.max(a, b), 1);
      const high = at.axis - at.bars - 2;
      g.fillStyle = c.bars;
      for (let k = 0; k < bins.length; k++) {
        if (!bins[k]) continue;
        const left = Math.max(0, this.x(first + k * days));
        const right = Math.min(this.width, this.x(first + (k + 1) * days));
        if (right <= left) continue;
        const tall = Math.max(1.5, (bins[k] / most) * high);
        const gap = right - left > 4 ? 1.5 : 0.6;
        g.fillRect(left, at.axis - tall, Math.max(1, right - left - gap), tall);
      }
    }
    /** Colours of a change: of both sides for a fight, else of who holds it now. */
    coloursOf(look, c) {
      if (look.state === "unknown" || !look.parties.length) return [c.unknown];
      const all = look.parties.map((id) => c.party(id).fill);
      return look.state === "contested" || look.state === "disputed" ? all : [all[0]];
    }
    drawLane(g, at, c) {
      const { changes } = this.app.history;
      const [from, to] = this.domain;
      const wide = this.perMonth > 25 ? 4 : this.perMonth > 14 ? 2.5 : 2;
      const base = at.lane + at.high;
      const rows = [];
      this.labels = [];
      // Tall ticks first: the short ones of small places stay visible on them.
      const { history } = this.app;
      const seen = changes.filter((change) => change.latest >= from && change.day <= to);
      seen.sort((a, b) => history.rank(b.place) - history.rank(a.place) || a.day - b.day);
      for (const change of seen) {
        const left = this.x(change.day);
        const right = this.x(change.latest);
        const tint = this.coloursOf(change.look, c);
        if (right - left > 22 && this.perMonth > 25 && this.drawSpan(g, at, left, right, tint, rows))
          continue;
        const high = at.high * [0.42, 0.42, 0.7, 1][history.rank(change.place)];
        const x = (left + right) / 2;
        this.drawTick(g, x, base, wide, high, tint, right > left, c);
        if (this.perMonth > 200) this.labels.push([x, change.place]);
      }
      if (this.perMonth > 200) this.drawLabels(g, base, c);
    }
    drawTick(g, x, base, wide, high, tint, uncertain, c) {
      if (uncertain) {
        g.fillStyle = c.panel;
        g.fillRect(x - wide / 2, base - high, wide, high);
        g.strokeStyle = tint[0];
        g.lineWidth = 1;
        g.strokeRect(x - wide / 2 + 0.5, base - high + 0.5, wide - 0.5, high - 1);
      } else if (tint.length > 1) {
        g.fillStyle = tint[0];
        g.fillRect(x - wide / 2, base - high, wide, high * 0.42);
        g.fillStyle = tint[1];
        g.fillRect(x - wide / 2, base - high * 0.42, wide, high * 0.42);
      } else {
        g.fillStyle = tint[0];
        g.fillRect(x - wide / 2, base - high, wide, high);
      }
    }
    /** The days a change may lie in; false when three rows are full. */
    drawSpan(g, at, left, right, tint, rows) {
      let row = 0;
      while (rows[row] && rows[row].some(([a, b]) => left < b + 6 && a < right + 6)) row++;
      if (row > 2) return false;
      (rows[row] = rows[row] || []).push([left, right]);
      const y = at.lane + 3 + row * 6;
      const colour = tint[tint.length - 1];
      g.fillStyle = colour;
      g.globalAlpha = 0.28;
      g.fillRect(left, y - 2, right - left, 5);
      g.globalAlpha = 1;
      g.strokeStyle = colour;
      g.lineWidth = 1.5;
      g.setLineDash([3, 2.5]);
      g.beginPath();
      g.moveTo(left, y + 0.5);
      g.lineTo(right, y + 0.5);
      g.stroke();
      g.setLineDash([]);
      for (const x of [left, right]) this.line(g, colour, x, y - 3, x, y + 4);
      return true;
    }
    /** Names beside ticks, only where the next tick leaves room. */
    drawLabels(g, base, c) {
      g.font = "400 12px " + this.app.fonts.sans;
      g.fillStyle = c.ink;
      g.textAlign = "left";
      this.labels.sort((a, b) => a[0] - b[0]);
      this.labels.forEach(([x, place], k) => {
        const name = this.app.history.names[place];
        const end = x + 6 + g.measureText(name).width + 4;
        const next = this.labels[k + 1];
        if (end < this.width && (!next || next[0] > end)) g.fillText(name, x + 6, base - 3);
      });
    }
    drawTriangles(g, at, c) {
      const { history, place } = this.app;
      if (place < 0) return;
      const y = at.lane - (W.isPhone() ? 6 : 7);
      g.fillStyle = c.ink;
      for (const change of history.changes) {
        if (change.place !== place) continue;
        const x = this.x((change.day + change.latest) / 2);
        if (x < -5 || x > this.width + 5) continue;
        g.beginPath();
        g.moveTo(x - 5, y);
        g.lineTo(x + 5, y);
        g.lineTo(x, y + 6);
        g.fill();
      }
    }
    drawTitle(g, c) {
      if (W.isPhone()) return;
      g.font = "400 12px " + this.app.fonts.sans;
      g.fillStyle = c.ink_second;
      g.textAlign = "left";
      g.fillText(this.width > 700 ? this.titleText : "Changes and reports", 0, 20);
    }
  };
})();
