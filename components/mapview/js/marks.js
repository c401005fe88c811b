/** Draws one mark on a canvas, as marks.py draws it in SVG. */
import { el, isPhone } from "./dom.js";
import { CHANGED, STALE, UNCERTAIN } from "./moment.js";

/** @param {HTMLCanvasElement} canvas @param {CanvasRenderingContext2DSettings} [settings] */
export const context = (canvas, settings) => {
  const g = canvas.getContext("2d", settings);
  if (!g) throw new Error("this browser draws no canvas");
  return g;
};

const FULL = 2 * Math.PI;

/** Radius of a place in px. @param {number} importance @param {boolean} mentioned @param {number} zoom */
export const radiusOf = (importance, mentioned, zoom) => {
  const base = mentioned ? 4.6 : [4.1, 4.1, 5.4, 7.4][importance];
  const more = zoom >= 8.4 ? 2 : zoom >= 7.6 ? 1 : 0;
  return (base + more) * (isPhone() ? 0.86 : 1);
};

/** @param {CanvasRenderingContext2D} g @param {number} x @param {number} y @param {number} r */
function circle(g, x, y, r) {
  g.beginPath();
  g.arc(x, y, r, 0, FULL);
}

/** @param {CanvasRenderingContext2D} g @param {number} x @param {number} y @param {string} sign @param {number} size @param {string} colour */
function letter(g, x, y, sign, size, colour) {
  g.fillStyle = colour;
  g.font = `700 ${size}px sans-serif`;
  g.textAlign = "center";
  g.textBaseline = "middle";
  g.fillText(sign, x, y + size * 0.05);
}

/** @param {CanvasRenderingContext2D} g @param {number} x @param {number} y @param {number} r @param {Colours} colours */
function casing(g, x, y, r, colours) {
  circle(g, x, y, r + 1.25);
  g.fillStyle = colours.land;
  g.fill();
}

/** @param {CanvasRenderingContext2D} g @param {number} x @param {number} y @param {number} r @param {PartyColour} party @param {Colours} colours @param {boolean} faded */
function disc(g, x, y, r, party, colours, faded) {
  circle(g, x, y, r);
  g.globalAlpha = faded ? 0.3 : 1;
  g.fillStyle = party.fill;
  g.fill();
  g.globalAlpha = faded ? 0.5 : 1;
  g.lineWidth = 0.75;
  g.strokeStyle = party.outline;
  g.stroke();
  if (party.letter) letter(g, x, y, party.letter, r * 1.3, colours.land);
}

/** @param {CanvasRenderingContext2D} g @param {number} x @param {number} y @param {number} r @param {PartyColour} party @param {Colours} colours @param {boolean} faded */
function ring(g, x, y, r, party, colours, faded) {
  const width = Math.max(2.1, 0.4 * r);
  g.globalAlpha = faded ? 0.5 : 1;
  circle(g, x, y, r - width / 2);
  g.fillStyle = colours.land;
  g.fill();
  g.lineWidth = width;
  g.strokeStyle = party.fill;
  g.stroke();
  circle(g, x, y, r);
  g.lineWidth = 0.75;
  g.strokeStyle = party.outline;
  g.stroke();
  if (party.letter && r >= 6) letter(g, x, y, party.letter, r * 0.95, party.outline);
}

/** @param {CanvasRenderingContext2D} g @param {number} x @param {number} y @param {number} r @param {PartyColour} party @param {Colours} colours */
function inferred(g, x, y, r, party, colours) {
  circle(g, x, y, r - 0.7);
  g.fillStyle = colours.land;
  g.fill();
  g.lineWidth = 1.4;
  g.strokeStyle = party.fill;
  g.stroke();
  circle(g, x, y, Math.max(1.5, 0.36 * r));
  g.fillStyle = party.fill;
  g.fill();
}

/** @param {CanvasRenderingContext2D} g @param {number} x @param {number} y @param {number} r @param {PartyColour[]} parties @param {Colours} colours @param {boolean} faded */
function diamond(g, x, y, r, parties, colours, faded) {
  const side = 1.72 * r;
  const bands = Math.max(r < 5 ? 2 : 4, parties.length);
  g.translate(x, y);
  g.rotate(Math.PI / 4);
  g.fillStyle = colours.land;
  g.fillRect(-side / 2 - 1.25, -side / 2 - 1.25, side + 2.5, side + 2.5);
  g.globalAlpha = faded ? 0.3 : 1;
  for (let k = 0; k < bands; k++) {
    const gap = k ? 0.35 : 0;
    g.fillStyle = parties[k % parties.length].fill;
    g.fillRect(-side / 2 + (k * side) / bands + gap, -side / 2, side / bands - gap, side);
  }
  g.globalAlpha = faded ? 0.5 : 1;
  g.lineWidth = 1;
  g.strokeStyle = colours.ink;
  g.strokeRect(-side / 2, -side / 2, side, side);
}

/** @param {CanvasRenderingContext2D} g @param {number} x @param {number} y @param {number} r @param {PartyColour[]} parties @param {Colours} colours @param {boolean} faded */
function halves(g, x, y, r, parties, colours, faded) {
  const apart = 0.19 * r + 0.3;
  [parties[0], parties[parties.length - 1]].forEach((party, right) => {
    const at = x + (right ? apart : -apart);
    g.beginPath();
    g.arc(at, y, r, -Math.PI / 2, Math.PI / 2, right === 0);
    g.closePath();
    g.globalAlpha = faded ? 0.3 : 1;
    g.fillStyle = party.fill;
    g.fill();
    g.globalAlpha = faded ? 0.5 : 1;
    g.lineWidth = 0.75;
    g.strokeStyle = party.outline;
    g.stroke();
  });
}

/** @param {CanvasRenderingContext2D} g @param {number} x @param {number} y @param {number} r @param {Look} look @param {PartyColour[]} parties @param {Colours} colours @param {boolean} faded */
function shape(g, x, y, r, look, parties, colours, faded) {
  if (look.state === "contested") return diamond(g, x, y, r, parties, colours, faded);
  if (look.state === "disputed") {
    casing(g, x, y, r, colours);
    return halves(g, x, y, r, parties, colours, faded);
  }
  if (look.standing === "inferred") return inferred(g, x, y, Math.max(r, 5), parties[0], colours);
  casing(g, x, y, r, colours);
  if (look.standing === "claimed") return ring(g, x, y, r, parties[0], colours, faded);
  return disc(g, x, y, r, parties[0], colours, faded);
}

/**
 * @param {CanvasRenderingContext2D} g @param {number} x @param {number} y @param {number} r
 * @param {Look} look
 * @param {number} flags UNCERTAIN, STALE, CHANGED
 * @param {Colours} colours of the theme
 * @param {{selected?: boolean, hover?: boolean}} [over]
 */
export const drawMark = (g, x, y, r, look, flags, colours, over = {}) => {
  g.save();
  if (look.state === "mentioned") {
    circle(g, x, y, Math.max(1.8, 0.34 * r));
    g.fillStyle = colours.unknown;
    g.fill();
  } else if (look.state === "unknown") {
    circle(g, x, y, 0.74 * r);
    g.fillStyle = colours.land;
    g.fill();
    g.lineWidth = 1.25;
    g.strokeStyle = colours.unknown;
    g.stroke();
  } else {
    const parties = (look.parties.length ? look.parties : [""]).map(colours.party);
    if (flags & CHANGED) {
      circle(g, x, y, r + 7);
      g.globalAlpha = 0.26;
      g.fillStyle = parties[parties.length - 1].fill;
      g.fill();
      g.globalAlpha = 1;
    }
    g.save();
    shape(g, x, y, r, look, parties, colours, Boolean(flags & STALE));
    g.restore();
  }
  rings(g, x, y, r, flags, colours, over);
  g.restore();
};

/** @param {CanvasRenderingContext2D} g @param {number} x @param {number} y @param {number} r @param {number} flags @param {Colours} colours @param {{selected?: boolean, hover?: boolean}} over */
function rings(g, x, y, r, flags, colours, over) {
  g.globalAlpha = 1;
  g.strokeStyle = colours.ink;
  if (flags & UNCERTAIN) {
    circle(g, x, y, r + (over.selected ? 8.4 : 3.1));
    g.lineWidth = 1.3;
    g.setLineDash([2.6, 2.6]);
    g.stroke();
    g.setLineDash([]);
  }
  if (over.hover) {
    circle(g, x, y, r + 3);
    g.lineWidth = 1.25;
    g.stroke();
  }
  if (over.selected) {
    circle(g, x, y, r + 4.6);
    g.lineWidth = 3.5;
    g.strokeStyle = colours.land;
    g.stroke();
    g.lineWidth = 2;
    g.strokeStyle = colours.ink;
    g.stroke();
  }
}

/** A mark as an element of its own, for the key and the card. @param {Look} look @param {number} r @param {number} flags @param {Colours} colours @param {number} [pad] */
export const markElement = (look, r, flags, colours, pad = 2) => {
  const side = Math.ceil(2 * (r + pad));
  const ratio = Math.max(2, window.devicePixelRatio || 1);
  const canvas = el("canvas", "wh-mark");
  canvas.width = canvas.height = side * ratio;
  canvas.style.width = canvas.style.height = side + "px";
  canvas.setAttribute("aria-hidden", "true");
  const g = context(canvas);
  g.scale(ratio, ratio);
  drawMark(g, side / 2, side / 2, r, look, flags, colours);
  return canvas;
};
