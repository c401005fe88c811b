/** Plays the days one after another at a speed that can be chosen. */
import { el, icon, iconButton, wantsLessMotion } from "./dom.js";

/** @type {[number, string][]} */
const SPEEDS = [
  [1, "1 day a second"], [7, "1 week a second"], [30.4, "1 month a second"],
  [365.25, "1 year a second"],
];
const MONTH = 2;
// Who asks for less motion sees a step at a time instead of a film.
const STEP_MS = 1000;

export class Player {
  /** @param {import("./app.js").App} app @param {import("./timeline.js").Timeline} timeline */
  constructor(app, timeline) {
    this.app = app;
    this.timeline = timeline;
    this.playing = false;
    this.element = el("div", "wh-transport");
    const row = el("div", "wh-row");
    /** @param {string} label @param {string} name @param {number} size @param {() => void} work */
    const button = (label, name, size, work) => {
      const made = iconButton(label, name, size);
      made.onclick = work;
      row.appendChild(made);
      return made;
    };
    button("Previous change", "previous", 18, () => timeline.toChange(-1));
    button("One day back", "back", 18, () => timeline.step(-1));
    this.button = button("Play", "play", 20, () => this.toggle());
    this.button.classList.add("wh-play");
    button("One day on", "on", 18, () => timeline.step(1));
    button("Next change", "next", 18, () => timeline.toChange(1));
    const label = el("label", "wh-speed");
    this.speed = el("select");
    this.speed.setAttribute("aria-label", "Speed");
    for (const [days, words] of SPEEDS) this.speed.add(new Option(words, String(days)));
    this.speed.selectedIndex = MONTH;
    label.append(el("span", "", "Speed"), this.speed);
    this.element.append(row, label);
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
    this.dress();
    const calm = wantsLessMotion();
    const frame = (/** @type {number} */ now) => {
      if (!this.playing) return;
      requestAnimationFrame(frame);
      if (calm && now - before < STEP_MS) return;
      exact += (Number(this.speed.value) * (now - before)) / 1000;
      before = now;
      this.app.setDay(Math.min(Math.floor(exact), history.lastDay));
      if (exact >= history.lastDay) this.stop(true);
    };
    requestAnimationFrame(frame);
  }
  /** @param {boolean} tells whether the page hears of it */
  stop(tells) {
    if (!this.playing) return;
    this.playing = false;
    this.dress();
    if (tells) this.app.tell("pause");
  }
  dress() {
    const words = this.playing ? "Pause" : "Play";
    this.button.replaceChildren(icon(this.playing ? "pause" : "play", 20));
    this.button.setAttribute("aria-label", words);
    this.button.title = words;
  }
}
