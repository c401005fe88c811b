/** The timeline: the chart that can be dragged anywhere, its handles, and the period it shows. */
import { Chart } from "./chart.js";
import { addMonths, shortDay } from "./days.js";
import { button, clamp, el, isPhone } from "./dom.js";
import { makeKnown, makeSecond } from "./handles.js";
import { Player } from "./player.js";
import { makeTooltip } from "./tooltip.js";
import { dayText } from "./words.js";

/** @type {[string, number][]} */
export const SPANS = [["All", 0], ["Year", 365], ["Weeks", 42]];
const LEAST_DAYS = 30;
const CLOSEST_DAYS = 14;
const WHEEL_STEP = 1.2;
/** As wide as in whoheld.css. */
const FLAG_PX = { wide: 98, phone: 92 };

export class Timeline {
  /** @param {import("./app.js").App} app */
  constructor(app) {
    this.app = app;
    /** Days seen at once, 0 for all. */
    this.span = 0;
    this.drawnSpan = -1;
    this.player = new Player(app, this);
    this.element = el("div", "wh-timeline");
    this.area = this.buildArea();
    this.canvas = el("canvas");
    this.canvas.setAttribute("aria-hidden", "true");
    this.handle = el("i", "wh-handle");
    this.flag = el("span", "wh-flag");
    this.tip = el("i", "wh-tip");
    this.empty = el("div", "wh-empty", "The timeline appears with the first article");
    this.area.append(this.canvas, this.handle, this.tip, this.flag);
    this.chart = new Chart(app, this.canvas);
    this.second = makeSecond(this);
    this.known = makeKnown(this);
    this.tooltip = makeTooltip(this);
    const frame = el("div", "wh-chart-frame");
    frame.append(
      this.area, this.empty, this.second.element, this.known.element, this.buildTools(),
      this.tooltip.element,
    );
    this.element.append(this.player.element, frame);
    app.root.appendChild(this.element);
    this.listen();
    this.markSpan();
  }
  buildArea() {
    const area = el("div", "wh-chart");
    area.tabIndex = 0;
    area.setAttribute("role", "slider");
    area.setAttribute("aria-label", "Day shown on the map");
    area.setAttribute("aria-orientation", "horizontal");
    return area;
  }
  /** "Known by", and how much time is seen. */
  buildTools() {
    const tools = el("div", "wh-tools");
    this.tools = tools;
    this.knownSwitch = button("Known by", () => this.app.switchKnownBy(), "wh-switch");
    this.knownSwitch.setAttribute("role", "switch");
    this.knownSwitch.title = "Show only what was reported by a day";
    this.knownSwitch.hidden = this.app.options.knownBySwitch === false;
    const spans = el("div", "wh-spans");
    spans.setAttribute("role", "group");
    spans.setAttribute("aria-label", "Length of time shown");
    this.spanButtons = SPANS.map(([words, days]) => {
      const made = button(words, () => this.setSpan(days));
      spans.appendChild(made);
      return made;
    });
    tools.append(this.knownSwitch, spans);
    return tools;
  }
  markSpan() {
    this.spanButtons?.forEach((made, k) => {
      const on = SPANS[k][1] === this.span;
      made.classList.toggle("wh-on", on);
      made.setAttribute("aria-pressed", String(on));
    });
  }
  get playing() {
    return this.player.playing;
  }
  /** First and last day that can be shown. @returns {[number, number]} */
  bounds() {
    const { history, fullHistory } = this.app;
    if (!history) return this.chart.domain;
    const first = Math.min(history.first, fullHistory ? fullHistory.first : Infinity);
    const last = Math.max(history.lastDay, fullHistory ? fullHistory.lastDay : -Infinity);
    const more = Math.ceil(Math.max(0, LEAST_DAYS - (last - first)) / 2);
    return [first - more, last + more];
  }

  // ------------------------------------------------------------------ the period seen
  /** Choose how much is seen: 0 for all, else days round the day shown. @param {number} days */
  setSpan(days) {
    this.span = days;
    this.redraw();
  }
  /** See just this period. @param {number} from @param {number} to */
  showPeriod(from, to) {
    const [first, last] = this.bounds();
    const length = clamp(to - from, CLOSEST_DAYS, last - first);
    const middle = (from + to) / 2;
    const left = clamp(middle - length / 2, first, last - length);
    this.span = this.drawnSpan = length >= last - first ? 0 : length;
    this.chart.domain = [left, left + length];
    this.redraw();
  }
  /** See more or less time round a day. @param {number} day @param {number} factor */
  zoomAround(day, factor) {
    const [from, to] = this.chart.domain;
    const [first, last] = this.bounds();
    const length = clamp((to - from) * factor, CLOSEST_DAYS, last - first);
    const left = day - ((day - from) / (to - from)) * length;
    this.showPeriod(left, left + length);
  }
  /** Keep the day in the part seen. @param {boolean} centre */
  place(centre) {
    const [first, last] = this.bounds();
    const length = Math.min(this.span || last - first, last - first);
    let [from] = this.chart.domain;
    const { day } = this.app;
    const stays = !centre && this.drawnSpan === this.span && day >= from && day <= from + length;
    if (!stays) from = day - length / 2;
    from = clamp(from, first, last - length);
    const moved = from !== this.chart.domain[0] || from + length !== this.chart.domain[1];
    this.chart.domain = [from, from + length];
    this.drawnSpan = this.span;
    return moved;
  }

  // ------------------------------------------------------------------ drawing
  redraw() {
    const { history } = this.app;
    this.element.classList.toggle("wh-none", !history);
    for (const control of this.element.querySelectorAll("button, select"))
      /** @type {HTMLButtonElement} */ (control).disabled = !history;
    this.empty.hidden = Boolean(history);
    for (const part of [this.handle, this.flag, this.tip]) part.hidden = !history;
    this.markSpan();
    if (!history) {
      const today = Math.floor(Date.now() / 864e5);
      this.chart.domain = [today - 5 * 365, today];
      this.area.setAttribute("aria-valuenow", "0");
      this.area.setAttribute("aria-valuetext", "No article yet");
      this.chart.draw();
      return;
    }
    // A period that a person chose stays, even where it leaves out the day shown.
    if (this.span === 0 || this.drawnSpan !== this.span) this.place(this.span !== 0);
    this.chart.draw();
    this.moveHandles();
  }
  /** A day changed: move the handles, and the chart only if the day left it. */
  show() {
    if (this.place(false) || this.app.isComparing) this.chart.draw();
    this.moveHandles();
  }
  /**
   * Where a flag begins: in the middle of its handle, within the chart, beside the other flag.
   * @param {number} x @param {number} wide @param {number | null} other px of the other handle
   * @param {boolean} isLeft where both stand on one day
   */
  flagLeft(x, wide, other, isLeft) {
    const most = this.chart.width - wide;
    if (other === null || Math.abs(other - x) >= wide + 4) return clamp(x - wide / 2, 0, most);
    const middle = clamp((x + other) / 2, wide + 2, this.chart.width - wide - 2);
    return x < other || (x === other && isLeft) ? middle - wide - 2 : middle + 2;
  }
  /** Where the flags lie on the axis, px from left to right. @returns {[number, number][]} */
  flagBoxes() {
    const { app, chart } = this;
    if (!app.history) return [];
    const wide = isPhone() ? FLAG_PX.phone : FLAG_PX.wide;
    const [x, second] = [app.day, app.secondDay].map((day) => chart.x(day));
    /** @param {number} left @returns {[number, number]} */
    const box = (left) => [left, left + wide];
    if (!app.isComparing) return [box(this.flagLeft(x, wide, null, true))];
    const isSeen = second >= -1 && second <= chart.width + 1;
    const first = box(this.flagLeft(x, wide, second, true));
    return isSeen ? [first, box(this.flagLeft(second, wide, x, false))] : [first];
  }
  moveHandles() {
    const { day, history } = this.app;
    if (!history) return;
    const { chart } = this;
    const x = chart.x(day);
    const [[left]] = this.flagBoxes();
    chart.writeNames();
    this.handle.style.transform = this.tip.style.transform = `translateX(${x}px)`;
    this.flag.style.transform = `translateX(${left}px)`;
    this.flag.textContent = shortDay(day);
    this.area.setAttribute("aria-valuemin", String(history.first));
    this.area.setAttribute("aria-valuemax", String(history.lastDay));
    this.area.setAttribute("aria-valuenow", String(day));
    this.area.setAttribute("aria-valuetext", dayText(history, day));
    this.second.place(history.first, history.lastDay);
    this.known.place(history.first, history.lastDay);
    this.knownSwitch?.setAttribute("aria-checked", String(this.app.knownBy !== null));
  }

  // ------------------------------------------------------------------ pointer
  listen() {
    const { area } = this;
    /** @type {Map<number, number>} fingers on the chart, px */
    const down = new Map();
    // Asked once for a drag: each day moves the handle, and asking again would lay all out anew.
    let left = 0;
    const at = (/** @type {MouseEvent} */ event) => {
      if (!down.size) left = area.getBoundingClientRect().left;
      return event.clientX - left;
    };
    area.addEventListener("pointerdown", (event) => {
      if (!this.app.history || event.button) return;
      this.player.stop(false);
      this.tooltip.hide();
      down.set(event.pointerId, at(event));
      area.setPointerCapture(event.pointerId);
      area.classList.add("wh-dragging");
      if (event.shiftKey) this.chart.brush = [this.chart.dayAt(at(event)), this.chart.dayAt(at(event))];
      else if (down.size === 1) this.app.setDay(Math.round(this.chart.dayAt(at(event))));
    });
    area.addEventListener("pointermove", (event) => {
      const before = down.get(event.pointerId);
      if (before === undefined) {
        if (event.pointerType !== "touch") this.tooltip.show(at(event));
      } else if (down.size === 2) this.pinch(down, event.pointerId, at(event));
      else if (this.chart.brush) {
        this.chart.brush[1] = this.chart.dayAt(clamp(at(event), 0, this.chart.width));
        this.chart.draw();
      } else this.app.setDay(Math.round(this.chart.dayAt(at(event))));
    });
    const release = (/** @type {PointerEvent} */ event) => {
      if (!down.delete(event.pointerId) || down.size) return;
      area.classList.remove("wh-dragging");
      if (this.chart.brush) this.endBrush();
      else this.app.tell("release");
    };
    area.addEventListener("pointerup", release);
    area.addEventListener("pointercancel", release);
    area.addEventListener("pointerleave", () => this.tooltip.hide());
    area.addEventListener("wheel", (event) => this.onWheel(event, at(event)), { passive: false });
    area.addEventListener("dblclick", (event) => {
      if (this.app.history) this.zoomAround(this.chart.dayAt(at(event)), 1 / 3);
    });
  }
  /** Two fingers apart or together. @param {Map<number, number>} down @param {number} id @param {number} x */
  pinch(down, id, x) {
    const others = [...down].filter(([other]) => other !== id);
    const fixed = others[0][1];
    const before = Math.max(20, Math.abs((down.get(id) ?? x) - fixed));
    down.set(id, x);
    this.zoomAround(this.chart.dayAt(fixed), before / Math.max(20, Math.abs(x - fixed)));
  }
  endBrush() {
    const brush = this.chart.brush || [0, 0];
    this.chart.brush = null;
    const [from, to] = [...brush].sort((a, b) => a - b);
    if (this.chart.x(to) - this.chart.x(from) > 8) this.showPeriod(from, to);
    else this.redraw();
  }
  /** The wheel zooms; sideways, or with Shift, it goes along. @param {WheelEvent} event @param {number} x */
  onWheel(event, x) {
    if (!this.app.history) return;
    event.preventDefault();
    const [from, to] = this.chart.domain;
    const sideways = event.shiftKey ? event.deltaY : event.deltaX;
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      const by = (sideways / this.chart.width) * (to - from);
      this.showPeriod(from + by, to + by);
    } else this.zoomAround(this.chart.dayAt(x), event.deltaY > 0 ? WHEEL_STEP : 1 / WHEEL_STEP);
    this.tooltip.hide();
  }

  // ------------------------------------------------------------------ steps
  /** The day that keys move: that of the handle in focus. @returns {"day" | "second" | "known"} */
  inHand() {
    if (document.activeElement === this.second.element && this.app.isComparing) return "second";
    if (document.activeElement === this.known.element && this.app.knownBy !== null) return "known";
    return "day";
  }
  dayInHand() {
    const hand = this.inHand();
    if (hand === "second") return this.app.secondDay;
    return hand === "known" ? (this.app.knownBy ?? this.app.day) : this.app.day;
  }
  /** @param {number} day */
  goTo(day) {
    this.player.stop(false);
    const hand = this.inHand();
    if (hand === "second") this.app.setSecondDay(day);
    else if (hand === "known") this.app.setKnownBy(day);
    else this.app.setDay(day);
    this.app.tell(hand === "second" ? "compare" : hand === "known" ? "known" : "step");
  }
  /** @param {number} days */
  step(days) {
    this.goTo(this.dayInHand() + days);
  }
  /** @param {number} months */
  stepMonth(months) {
    this.goTo(addMonths(this.dayInHand(), months));
  }
  /** To the next or previous change of those asked for. @param {number} direction -1 or 1 */
  toChange(direction) {
    const { history } = this.app;
    if (!history) return;
    const day = this.dayInHand();
    const { changes } = history;
    let at = direction > 0 ? history.changeAfter(day) : history.changeAfter(day - 1) - 1;
    while (changes[at] && !this.app.concerns(changes[at].look)) at += direction;
    if (changes[at]) this.goTo(changes[at].day);
  }
}
