/** What the layers menu sets, and its short text in the link. */

/**
 * @typedef {{marks: boolean, names: boolean, lines: boolean, mentions: boolean, local: boolean,
 *   areas: string, reach: number}} Settings
 */

/** @type {Readonly<Settings>} */
export const USUAL = {
  marks: true, names: true, lines: true, mentions: true, local: false, areas: "", reach: 30,
};
const AREAS = ["cells", "districts", "provinces"];
const SWITCHES = /** @type {const} */ (["marks", "names", "lines", "mentions", "local"]);

/** Only what differs from the usual: "nonames.areas-cells-30". @param {Settings} settings */
export function layersText(settings) {
  const words = [];
  for (const name of SWITCHES)
    if (settings[name] !== USUAL[name]) words.push(settings[name] ? name : `no${name}`);
  if (settings.areas) words.push(`areas-${settings.areas}-${settings.reach}`);
  return words.join(".");
}

/** A text of a link; what makes no sense is left out. @param {string} text @returns {Settings} */
export function readLayers(text) {
  const settings = { ...USUAL };
  for (const word of text.split(".")) {
    for (const name of SWITCHES) {
      if (word === name) settings[name] = true;
      if (word === `no${name}`) settings[name] = false;
    }
    const [kind, areas, reach] = word.split("-");
    if (kind !== "areas" || !AREAS.includes(areas)) continue;
    settings.areas = areas;
    const km = Number(reach);
    if (km >= 1 && km <= 500) settings.reach = km;
  }
  return settings;
}
