/** Small histories for the tests, from literals. */
import { dayOf } from "../../../components/mapview/js/days.js";
import { History } from "../../../components/mapview/js/history.js";

export const FIRST = "2015-01-01";
export const LAST = "2015-12-31";
/** @param {string} iso */
export const after = (iso) => dayOf(iso) - dayOf(FIRST);

/** @type {Record<string, Party>} */
export const PARTIES = {
  gov: {
    name: "Government", phrase: "the government", kind: "government",
    light: ["#a00", "#600"], dark: ["#f55", "#faa"], letter: "",
  },
  opp: {
    name: "Opposition", phrase: "the opposition", kind: "opposition",
    light: ["#088", "#044"], dark: ["#2bb", "#aee"], letter: "",
  },
};

/** @param {string} state @param {string} standing @param {string[]} parties @returns {Look} */
export const look = (state, standing, parties) => ({
  state, standing, parties, words: `${state} ${parties.join()}`,
});

/**
 * @typedef {{name: string, native?: string, lat?: number, lon?: number, importance?: number,
 *   mentioned?: boolean, states?: {look: Look, from?: string | null, span?: number,
 *   shown?: string,
 *   last?: number}[]}} MadePlace
 */

/** @param {MadePlace[]} places @returns {History} */
export function makeHistory(places) {
  const states = places.flatMap((place) => place.states || []);
  const looks = states.map((state) => state.look);
  /** @type {Packed} */
  const packed = {
    first_day: FIRST, last_day: LAST, known_by: "", stale_after_days: 100, articles: 1, claims: 1,
    parties: PARTIES, kinds: ["town"], areas: [["Idlib", "SY"]], looks, columns: [], block: "",
    ids: "", names: "", native: "",
  };
  const begins = states.map((state) => (state.from ? after(state.from) : 0));
  return new History(
    packed,
    {
      lon: Float32Array.from(places, (place) => place.lon ?? 36),
      lat: Float32Array.from(places, (place) => place.lat ?? 35),
      importance: Uint8Array.from(
        places, (place) => (place.importance ?? 2) + (place.mentioned ? 4 : 0),
      ),
      count: Uint16Array.from(places, (place) => (place.states || []).length),
      kind: new Uint8Array(places.length),
      area: new Uint16Array(places.length),
      shown: Uint16Array.from(states, (state, k) => (state.shown ? after(state.shown) : begins[k])),
      start: Uint16Array.from(begins),
      span: Uint16Array.from(states, (state) => state.span ?? 0),
      last: Uint16Array.from(states, (state) => state.last ?? 0),
      look: Uint16Array.from(states, (_, k) => k),
      open: Uint8Array.from(states, (state) => (state.from ? 0 : 1)),
      report_day: Uint16Array.of(0, 86),
      report_count: Uint16Array.of(1, 3),
    },
    {
      ids: places.map((_, k) => `p:${k}`),
      names: places.map((place) => place.name),
      native: places.map((place) => place.native || ""),
    },
  );
}
