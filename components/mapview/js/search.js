/** Finding a place by its name: on the phone, in saved pages, and by the key "/". */
import { el } from "./dom.js";

const MOST = 8;

/** A name without accents, signs and capitals. @param {string} text */
export const plain = (text) =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f\u064b-\u0652]/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * Places whose name holds the words, those that begin with them first, then the larger ones.
 * @param {import("./history.js").History} history @param {string} words @returns {number[]}
 */
export function findPlaces(history, words) {
  const asked = plain(words);
  if (!asked) return [];
  /** @type {[number, number][]} */
  const found = [];
  for (let i = 0; i < history.n; i++) {
    const names = [plain(history.names[i]), plain(history.native[i])];
    const at = Math.min(...names.map((name) => (name.includes(asked) ? name.indexOf(asked) : Infinity)));
    if (at === Infinity) continue;
    found.push([(at === 0 ? 0 : 10) - history.rank(i), i]);
  }
  found.sort((a, b) => a[0] - b[0] || (history.names[a[1]] < history.names[b[1]] ? -1 : 1));
  return found.slice(0, MOST).map((item) => item[1]);
}

/** @param {import("./app.js").App} app @param {() => void} done */
export function makeSearch(app, done) {
  const box = el("div", "wh-search");
  const field = el("input");
  field.type = "search";
  field.placeholder = "Find a place";
  field.setAttribute("aria-label", "Find a place");
  field.setAttribute("autocomplete", "off");
  const list = el("ul");
  const none = el("p", "wh-quiet");
  none.setAttribute("role", "status");
  box.append(field, list, none);
  const go = (/** @type {number} */ i) => {
    field.value = "";
    fill();
    done();
    app.chooseByHand(i);
    app.first.flyToPlace(i);
  };
  const fill = () => {
    const { history } = app;
    const found = history ? findPlaces(history, field.value) : [];
    none.textContent = field.value.trim() && !found.length ? "No place of this name on the map" : "";
    list.replaceChildren(
      ...found.map((i) => {
        const item = el("li");
        const button = el("button");
        button.type = "button";
        const name = el("span", "", history ? history.names[i] : "");
        name.dir = "auto";
        const where = el("small", "", history ? history.areas[history.area[i]][0] : "");
        button.append(name, " ", where);
        button.onclick = () => go(i);
        item.appendChild(button);
        return item;
      }),
    );
    return found;
  };
  field.addEventListener("input", fill);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const [first] = fill();
    if (first !== undefined) go(first);
  });
  return { element: box, focus: () => field.focus() };
}
