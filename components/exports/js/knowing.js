/** "Known by" in a saved page: what the versions in the file say of a day. */
import { dayOf, isoOf } from "../../mapview/js/days.js";
import { Versions } from "./versions.js";

/** @typedef {import("../../mapview/js/app.js").App} App */

export class Knowing {
  /** @param {Versions} versions @param {SavedKnown} saved @param {string[]} ids of the places */
  constructor(versions, saved, ids) {
    this.versions = versions;
    this.saved = saved;
    this.number = new Map(ids.map((id, i) => [id, i]));
  }
  /** @param {Packed} packed the history in the page @param {SavedKnown | null} saved */
  static async of(packed, saved) {
    if (!saved) return null;
    const versions = await Versions.unpack(packed, saved.versions);
    return new Knowing(versions, saved, versions.base.texts.ids);
  }
  /** The claims behind what was known by a day. @param {number} day @returns {KnownClaims} */
  claims(day) {
    const step = this.versions.stepAt(day);
    const version = this.versions.at(step);
    return {
      day,
      isKnown: (card) => this.saved.since[card] !== "" && this.saved.since[card] <= isoOf(day),
      of: (place) => {
        const v = version[this.number.get(place) ?? -1] ?? -1;
        const [told, against, why] = v < 0 ? [[], [], []] : this.saved.claims[v];
        return { for: told, against, why };
      },
    };
  }
  /**
   * Show what was known by a day, or all. Where the file has months or years only, the handle
   * goes to the last of them.
   * @param {App} app @param {string} iso "" for all @returns {KnownClaims | null}
   */
  show(app, iso) {
    const { versions } = this;
    const at = { day: "", place: app.placeId };
    let day = iso ? dayOf(iso) : 0;
    const step = iso ? versions.stepAt(day) : -1;
    if (iso && !this.saved.exact && step >= 0) app.knownBy = day = versions.days[step];
    const whole = app.fullHistory;
    if (iso) app.adopt(versions.history(step), at);
    else if (whole) app.adopt(whole, at);
    app.redrawAll();
    return iso ? this.claims(day) : null;
  }
}
