/** What changed on the day under the pointer. */
import { longDay, shortDay } from "./days.js";
import { clamp, el } from "./dom.js";
import { changeSentence, changesOn } from "./words.js";

const MOST = 4;
const NEAR_PX = 4;

/** Changes of the day nearest to a point of the chart, and that day. @param {import("./history.js").History} history @param {import("./chart.js").Chart} chart @param {number} x */
export const nearest = (history, chart, x) => {
  const day = Math.round(chart.dayAt(x));
  const reach = Math.max(0, Math.floor(chart.dayAt(x + NEAR_PX) - chart.dayAt(x)));
  for (let away = 0; away <= reach; away++)
    for (const other of [day - away, day + away]) {
      const changes = changesOn(history, other);
      if (changes.length) return { day: other, changes };
    }
  return { day, changes: [] };
};

/** @param {import("./timeline.js").Timeline} timeline */
export const makeTooltip = (timeline) => {
  const box = el("div", "wh-tooltip");
  box.hidden = true;
  const { app } = timeline;
  return {
    element: box,
    /** @param {number} x px from the chart's left */
    show(x) {
      const { history } = app;
      const { chart } = timeline;
      if (!history || x < 0 || x > chart.width) {
        box.hidden = true;
        return;
      }
      const { day, changes } = nearest(history, chart, x);
      const lines = changes.slice(0, MOST).map((change) => {
        const [first, last] = [change.earliest, change.latest].map(shortDay);
        const days = first === last ? "" : ` (${first} to ${last})`;
        return el("div", "", changeSentence(history, change) + days);
      });
      if (changes.length > MOST) lines.push(el("div", "wh-quiet", `And ${changes.length - MOST} more`));
      const reports = history.reports[day - history.first] || 0;
      const told = `${reports.toLocaleString("en")} ${reports === 1 ? "report" : "reports"}`;
      if (!lines.length) lines.push(el("div", "wh-quiet", reports ? told : "No report"));
      box.replaceChildren(el("b", "", longDay(day)), ...lines);
      box.hidden = false;
      const half = box.offsetWidth / 2;
      box.style.left = `${clamp(x, half, Math.max(half, chart.width - half)) - half}px`;
    },
    hide() {
      box.hidden = true;
    },
  };
};
