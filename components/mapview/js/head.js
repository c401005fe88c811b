/** The date and what changed, above the map. */
import { longDay } from "./days.js";
import { el, isPhone } from "./dom.js";
import { dayLine } from "./words.js";

/** @param {HTMLElement} root */
export const makeHead = (root) => {
  const head = el("div", "wh-head");
  const date = el("div", "wh-date");
  const line = el("div", "wh-line");
  head.append(date, line);
  root.appendChild(head);
  return {
    element: head,
    /** @param {import("./history.js").History} history @param {number} day @param {string} [role] instead of what changed, when two days are compared */
    show(history, day, role) {
      date.textContent = longDay(day);
      if (role) {
        line.className = "wh-line wh-quiet";
        line.textContent = role;
        return;
      }
      const { pieces, quiet } = dayLine(history, day, isPhone());
      line.className = quiet ? "wh-line wh-quiet" : "wh-line";
      line.replaceChildren(
        ...pieces.map(([text, bold]) => (bold ? el("b", "", text) : document.createTextNode(text))),
      );
    },
    clear() {
      date.textContent = "";
      line.replaceChildren();
    },
  };
};
