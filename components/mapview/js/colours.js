/** Colours of the interface from the style sheet, and those of the parties from the history. */

const NAMES = [
  "land", "land-neighbour", "water", "river", "border", "border-neighbour", "admin", "country",
  "label", "ink", "ink-second", "ink-third", "rule", "panel", "bars", "axis", "unknown", "halo",
  "accent",
];

/** For what has no party: the key. @param {Colours} colours @returns {(id: string) => PartyColour} */
export const neutralParty = (colours) => (id) => {
  const fill = id === "second" ? colours.axis : colours.ink_second;
  return { fill, outline: fill, letter: "" };
};

/**
 * @param {HTMLElement} root @param {Theme} theme @param {PaletteName} palette
 * @param {Record<string, Party>} parties @returns {Colours}
 */
export function readColours(root, theme, palette, parties) {
  const style = getComputedStyle(root);
  /** @type {any} */
  const colours = {};
  for (const name of NAMES)
    colours[name.replace(/-/g, "_")] = style.getPropertyValue("--" + name).trim();
  const neutral = neutralParty(colours);
  colours.party = (/** @type {string} */ id) => {
    const party = parties[id];
    if (!party) return neutral("");
    const shades = (palette === "conventional" && party.conventional) || party;
    const [fill, outline] = shades[theme];
    return { fill, outline, letter: party.letter };
  };
  return colours;
}
