/** The timeline: buttons, the chart that can be dragged anywhere, the handle, the keys. */
(function () {
  "use strict";
  const W = window.Whoheld;
  const SPEEDS = [
    [1, "1 day a second"], [7, "1 week a second"], [30.4, "1 month a second"],
    [365.25, "1 year a second"],
  ];
  const SPANS = [["All", 0], ["Year", 365], ["Weeks", 42]];
  const LEAST_DAYS = 30;

  W.Timeline = class {
    /** @param {any} app */
    constructor(app) {
      this.app = app;
      this.span = 0;
      this.playing = false;
      this.build();
      this.listen();
    }
    build() {
      this.element = W.el("div", "wh-timeline");
      this.element.append(this.buildTransport(), this.buildChart());
      this.app.root.appendChild(this.element);
      this.chart = new W.Chart(this.app, this.canvas);
      this.markSpan();
    }
    markSpan() {
      this.spanButtons.forEach((button, k) => {
        const on = SPANS[k][1] === this.span;
        button.classList.toggle("wh-on", on);
        button.setAttribute("aria-pressed", String(on));
      });
    }
    buildTransport() {
      const box = W.el("div", "wh-transport");
      const row = W.el("div", "wh-row");
      const button = (label, icon, size, work) => {
        const made = W.iconButton(label, icon, size);
        made.onclick = work;
        row.appendChild(made);
        return made;
      };
      button("Previous change", "previous", 18, () => this.toChange(-1));
      button("One day back", "back", 18, () => this.step(-1));
      this.playButton = button("Play", "play", 20, () => this.toggle());
      this.playButton.classList.add("wh-play");
      button("One day on", "on", 18, () => this.step(1));
      button("Next change", "next", 18, () => this.toChange(1));
      const speed = W.el("label", "wh-speed");
      this.speed = /** @type {HTMLSelectElement} */ (W.el("select"));
      this.speed.setAttribute("aria-label", "Speed");
      for (const [days, words] of SPEEDS) this.speed.add(new Option(words, String(days)));
      this.speed.selectedIndex = 2;
      speed.append(W.el("span", "", "Speed"), this.speed);
      box.append(row, speed);
      return box;
    }
    buildChart() {
      const area = (this.area = W.el("div", "wh-chart"));
      area.tabIndex = 0;
      area.setAttribute("role", "slider");
      area.setAttribute("aria-label", "Day shown on the map");
      area.setAttribute("aria-orientation", "horizontal");
      this.canvas = /** @type {HTMLCanvasElement} */ (W.el("canvas"));
      this.canvas.setAttribute("aria-hidden", "true");
      this.handle = W.el("div", "wh-handle");
      this.flag = W.el("div", "wh-flag");
      this.tip = W.el("i", "wh-tip");
      this.empty = W.el("div", "wh-empty", "The timeline appears with the first article");
      area.append(this.canvas, this.handle, this.tip, this.flag, this.empty);
      const frame = W.el("div", "wh-chart-frame");
      const spans = W.el("div", "wh-spans");
      spans.setAttribute("role", "group");
      spans.setAttribute("aria-label", "Length of time shown");
      this.spanButtons = SPANS.map(([words, days]) => {
        const made = /** @type {HTMLButtonElement} */ (W.el("button", "", String(words)));
        made.type = "button";
        made.onclick = () => this.setSpan(Number(days));
        spans.appendChild(made);
        return made;
      });
      frame.append(area, spans);
      return frame;
    }
    /** First and last day that can be shown. */
    bounds() {
      const { history } = this.app;
      const more = Math.max(0, LEAST_DAYS - (history.lastDay - history.first)) / 2;
      return [history.first - Math.ceil(more), history.lastDay + Math.ceil(more)];
    }
    /** Choose how much is seen: 0 for all, else days round the day shown. @param {number} days */
    setSpan(days) {
      this.span = days;
      this.markSpan();
      this.redraw();
    }
    /** Keep the day in the part seen. @param {boolean} centre */
    place(centre) {
      const [first, last] = this.bounds();
      const length = Math.min(this.span || last - first, last - first);
      let [from] = this.chart.domain;
      const { day } = this.app;
      const stays = !centre && this.drawnSpan === this.span && day >= from && day <= from + length;
      if (!stays) from = day - length / 2;
      from = Math.max(first, Math.min(last - length, from));
      const moved = from !== this.chart.domain[0] || from + length !== this.chart.domain[1];
      this.chart.domain = [from, from + length];
      this.drawnSpan = this.span;
      return moved;
    }
    redraw() {
      const { history } = this.app;
      this.element.classList.toggle("wh-none", !history);
      for (const control of this.element.querySelectorAll("button, select"))
        /** @type {HTMLButtonElement} */ (control).disabled = !history;
      this.empty.hidden = Boolean(history);
      for (const part of [this.handle, this.flag, this.tip]) part.hidden = !history;
      if (!history) {
        const today = Math.floor(Date.now() / 864e5);
        this.chart.domain = [today - 5 * 365, today];
        this.chart.draw();
        return;
      }
      this.place(this.drawnSpan !== this.span);
      this.chart.draw();
      this.moveHandle();
    }
    /** The day changed: move the handle, and the chart only if the day left it. */
    show() {
      if (this.place(false)) this.chart.draw();
      this.moveHandle();
    }
    moveHandle() {
      const { day, history } = this.app;
      const { chart } = this;
      const x = chart.x(day);
      const wide = W.isPhone() ? 92 : 98;
      const left = Math.max(0, Math.min(chart.width - wide, x - wide / 2));
      this.handle.style.transform = this.tip.style.transform = `translateX(${x}px)`;
      this.flag.style.transform = `translateX(${left}px)`;
      this.flag.textContent = W.shortDay(day);
      this.area.setAttribute("aria-valuemin", String(history.first));
      this.area.setAttribute("aria-valuemax", String(history.lastDay));
      this.area.setAttribute("aria-valuenow", String(day));
      const line = W.dayLine(history, day).pieces.map((piece) => piece[0]).join("");
      this.area.setAttribute("aria-valuetext", `${W.longDay(day)}. ${line}`);
    }
    listen() {
      const { area } = this;
      const follow = (event) => {
        const at = event.clientX - area.getBoundingClientRect().left;
        this.app.setDay(Math.round(this.chart.dayAt(at)));
      };
      let dragging = false;
      area.addEventListener("pointerdown", (event) => {
        if (!this.app.history || event.button) return;
        this.stop(false);
        dragging = true;
        area.setPointerCapture(event.pointerId);
        area.classList.add("wh-dragging");
        follow(event);
      });
      area.addEventListener("pointermove", (event) => dragging && follow(event));
      const release = () => {
        if (!dragging) return;
        dragging = false;
        area.classList.remove("wh-dragging");
        this.app.tell("release");
      };
      area.addEventListener("pointerup", release);
      area.addEventListener("pointercancel", release);
      document.addEventListener("keydown", (event) => this.onKey(event));
    }
    onKey(event) {
      const target = /** @type {HTMLElement} */ (event.target);
      if (!this.app.history || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target.closest("input, select, textarea")) return;
      const work = {
        ArrowLeft: () => (event.shiftKey ? this.stepMonth(-1) : this.step(-1)),
        ArrowRight: () => (event.shiftKey ? this.stepMonth(1) : this.step(1)),
        Home: () => this.goTo(this.app.history.first),
        End: () => this.goTo(this.app.history.lastDay),
        "[": () => this.toChange(-1),
        "]": () => this.toChange(1),
      }[event.key];
      // Space on a button presses that button.
      if (event.key === " " && !target.closest("button, a")) this.toggle();
      else if (work) work();
      else return;
      event.preventDefault();
    }
    /** @param {number} day */
    goTo(day) {
      this.stop(false);
      this.app.setDay(day);
      this.app.tell("step");
    }
    /** @param {number} days */
    step(days) {
      this.goTo(this.app.day + days);
    }
    /** @param {number} months */
    stepMonth(months) {
      const date = W.dateOf(this.app.day);
      const first = W.monthDay(date.getUTCFullYear(), date.getUTCMonth() + months);
      const after = W.monthDay(date.getUTCFullYear(), date.getUTCMonth() + months + 1);
      this.goTo(Math.min(first + date.getUTCDate() - 1, after - 1));
    }
    /** @param {number} direction -1 or 1 */
    toChange(direction) {
      const { history, day } = this.app;
      const { changes } = history;
      const at = direction > 0 ? history.changeAfter(day) : history.changeAfter(day - 1) - 1;
      if (at >= 0 && at < changes.length) this.goTo(changes[at].day);
    }
    toggle() {
      if (this.playing) this.stop(true);
      else this.start();
    }
    start() {
      const { history } = this.app;
      if (!history) return;
      let exact = this.app.day >= history.lastDay ? history.first : this.app.day;
      let before = performance.now();
      this.playing = true;
      this.dressButton();
      const frame = (now) => {
        if (!this.playing) return;
        exact += (Number(this.speed.value) * (now - before)) / 1000;
        before = now;
        this.app.setDay(Math.min(Math.floor(exact), history.lastDay));
        if (exact >= history.lastDay) this.stop(true);
        else requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    }
    /** @param {boolean} tells whether the page hears of it */
    stop(tells) {
      if (!this.playing) return;
      this.playing = false;
      this.dressButton();
      if (tells) this.app.tell("pause");
    }
    dressButton() {
      this.playButton.replaceChildren(W.icon(this.playing ? "pause" : "play", 20));
      this.playButton.setAttribute("aria-label", this.playing ? "Pause" : "Play");
      this.playButton.title = this.playing ? "Pause" : "Play";
    }
  };
})();
