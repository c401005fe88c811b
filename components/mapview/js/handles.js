/** The other handles on the timeline: the second day compared, and what was known by then. */
import { longDay, shortDay } from "./days.js";
import { el } from "./dom.js";

/** @typedef {import("./timeline.js").Timeline} Timeline */

/** Between words and the tools over the end of the chart, px. */
const TOOLS_GAP = 12;

/**
 * A handle that is dragged or moved by keys.
 * @param {Timeline} timeline
 * @param {{className: string, label: string, day: () => number | null, set: (day: number) => void,
 *   release: () => void, words: (day: number) => string, parts: HTMLElement[]}} what
 */
function makeHandle(timeline, what) {
  const element = el("div", what.className);
  element.tabIndex = 0;
  element.hidden = true;
  element.setAttribute("role", "slider");
  element.setAttribute("aria-label", what.label);
  element.setAttribute("aria-orientation", "horizontal");
  element.append(...what.parts);
  let dragging = false;
  let left = 0;
  element.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    dragging = true;
    left = timeline.area.getBoundingClientRect().left;
    element.setPointerCapture(event.pointerId);
    event.stopPropagation();
  });
  element.addEventListener("pointermove", (event) => {
    if (!dragging) return;
    what.set(Math.round(timeline.chart.dayAt(event.clientX - left)));
  });
  const release = () => {
    if (dragging) what.release();
    dragging = false;
  };
  element.addEventListener("pointerup", release);
  element.addEventListener("pointercancel", release);
  return {
    element,
    /** @param {number} first @param {number} last */
    place(first, last) {
      const day = what.day();
      element.hidden = day === null;
      if (day === null) return 0;
      const x = timeline.chart.x(day);
      element.classList.toggle("wh-out", x < -1 || x > timeline.chart.width + 1);
      element.style.transform = `translateX(${x}px)`;
      element.setAttribute("aria-valuemin", String(first));
      element.setAttribute("aria-valuemax", String(last));
      element.setAttribute("aria-valuenow", String(day));
      element.setAttribute("aria-valuetext", what.words(day));
      return x;
    },
  };
}

/** The second of two days compared. @param {Timeline} timeline */
export function makeSecond(timeline) {
  const { app } = timeline;
  const flag = el("span", "wh-flag");
  const handle = makeHandle(timeline, {
    className: "wh-second",
    label: "Second day compared",
    day: () => (app.isComparing ? app.secondDay : null),
    set: (day) => app.setSecondDay(day),
    release: () => app.tell("compare"),
    words: longDay,
    parts: [el("i", "wh-handle"), el("i", "wh-tip"), flag],
  });
  return {
    element: handle.element,
    /** @param {number} first @param {number} last */
    place(first, last) {
      const x = handle.place(first, last);
      flag.textContent = shortDay(app.secondDay);
      const [, box] = timeline.flagBoxes();
      if (box) flag.style.transform = `translateX(${box[0] - x}px)`;
    },
  };
}

/** The day by which something must have been reported to count. @param {Timeline} timeline */
export function makeKnown(timeline) {
  const { app } = timeline;
  const label = el("span", "wh-known-words");
  /** How wide the chart was when the room was measured, and the room beside the tools, px. */
  let measured = { width: 0, room: 0 };
  const roomOf = () => {
    const { width } = timeline.chart;
    if (measured.width !== width) {
      measured = { width, room: width - (timeline.tools?.offsetWidth ?? 0) - TOOLS_GAP };
    }
    return measured.room;
  };
  const handle = makeHandle(timeline, {
    className: "wh-known",
    label: "Known by",
    day: () => app.knownBy,
    set: (day) => app.setKnownBy(day),
    release: () => app.tell("known"),
    words: (day) => `Only what was reported by ${longDay(day)}`,
    parts: [el("i", "wh-known-line"), el("i", "wh-known-diamond"), label],
  });
  return {
    element: handle.element,
    /** @param {number} first @param {number} last */
    place(first, last) {
      const x = handle.place(first, last);
      if (app.knownBy === null) return;
      label.textContent = `Known by ${shortDay(app.knownBy)}`;
      // The words stand left of the line, or right of it where there is no room.
      label.classList.toggle("wh-right", x < 150);
      // The tools stand over the end of the chart: the words keep left of them.
      label.style.right = x >= 150 && x > roomOf() ? `${x - roomOf()}px` : "";
    },
  };
}
