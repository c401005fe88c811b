/** The built-in basemap: countries, first-level areas, lakes and rivers of Natural Earth. */
import { bytesOf } from "./history.js";
import { mercatorX, mercatorY } from "./projection.js";

const DETAIL_FROM_ZOOM = 4;
const AREAS_FROM_ZOOM = 5;
const RIVERS_FROM_ZOOM = 3.5;

/**
 * Lines as basemap.py encodes them, on the world square.
 * @param {string} text @param {number} scale degrees a step
 * @returns {Line[]}
 */
export const decodeLines = (text, scale) => {
  const bytes = bytesOf(text);
  const lines = [];
  let at = 0;
  const number = () => {
    let value = 0;
    let factor = 1;
    let byte;
    do {
      byte = bytes[at++];
      value += (byte & 127) * factor;
      factor *= 128;
    } while (byte > 127);
    return value % 2 ? -(value + 1) / 2 : value / 2;
  };
  while (at < bytes.length) {
    const count = number();
    const points = new Float64Array(2 * count);
    const box = [2, 2, -1, -1];
    let lon = 0;
    let lat = 0;
    for (let k = 0; k < count; k++) {
      lon += number();
      lat += number();
      const x = (points[2 * k] = mercatorX(lon * scale));
      const y = (points[2 * k + 1] = mercatorY(lat * scale));
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    }
    lines.push({ points, box });
  }
  return lines;
};

/** Where detail files come from: inline in an exported file, else fetched once each. */
export class GroundSource {
  /** @param {Basemap | undefined} inline @param {string} baseUrl */
  constructor(inline, baseUrl) {
    this.inline = inline;
    this.baseUrl = baseUrl;
    /** @type {Map<string, Promise<CountryDetail | null>>} */
    this.asked = new Map();
  }
  /** @returns {Promise<World>} */
  async world() {
    if (this.inline) return this.inline.world;
    return (await fetch(this.baseUrl + "basemap/world.json")).json();
  }
  /** @param {string} code @returns {Promise<CountryDetail | null>} */
  detail(code) {
    let found = this.asked.get(code);
    if (!found) this.asked.set(code, (found = this.load(code)));
    return found;
  }
  /** Outlines of a country's first-level areas. @param {string} code @returns {Promise<import("./areas_division.js").CountryAreas | null>} */
  async areas(code) {
    if (this.inline) return this.inline.areas?.[code] || null;
    const answer = await fetch(`${this.baseUrl}areas/${code}.json`);
    return answer.ok ? answer.json() : null;
  }
  /** @param {string} code @returns {Promise<CountryDetail | null>} */
  async load(code) {
    if (this.inline) return this.inline.details[code] || null;
    const answer = await fetch(`${this.baseUrl}basemap/${code}.json`);
    return answer.ok ? answer.json() : null;
  }
}

/** @param {number[]} box west, south, east, north */
const squareOf = ([west, south, east, north]) => [
  mercatorX(west), mercatorY(north), mercatorX(east), mercatorY(south),
];

/** @param {World} world @param {Set<string>} focus codes of the countries shown @returns {Ground} */
export const makeGround = (world, focus) => ({
  countries: world.countries.map((item) => ({
    code: item.code,
    name: item.name,
    focus: focus.has(item.code),
    boxes: item.boxes.map(squareOf),
    coarse: decodeLines(item.rings, world.scale),
    fine: null,
    lines: [],
    names: [],
    cities: [],
  })),
  lakes: decodeLines(world.lakes, world.water_scale),
  rivers: decodeLines(world.rivers, world.water_scale),
  seas: world.seas.map(([name, ...box]) => ({ name, box: squareOf(box) })),
});

/** @param {number[]} box @param {number[]} seen */
const meets = (box, seen) =>
  box[0] <= seen[2] && seen[0] <= box[2] && box[1] <= seen[3] && seen[1] <= box[3];

/** @param {Country} country @param {number[]} seen */
export const isNear = (country, seen) => country.boxes.some((box) => meets(box, seen));

/**
 * @param {CanvasRenderingContext2D} g @param {Line[]} lines @param {Frame} frame
 * @param {number[]} seen @param {boolean} closed
 */
function trace(g, lines, frame, seen, closed) {
  const { scale, left, top } = frame;
  g.beginPath();
  for (const { points, box } of lines) {
    if (!meets(box, seen)) continue;
    g.moveTo(points[0] * scale - left, points[1] * scale - top);
    for (let k = 2; k < points.length; k += 2)
      g.lineTo(points[k] * scale - left, points[k + 1] * scale - top);
    if (closed) g.closePath();
  }
}

export class GroundPainter {
  /**
   * @param {import("./pane.js").Pane} pane @param {Ground} ground shared by all maps
   * @param {GroundSource} source @param {() => void} onDetail
   */
  constructor(pane, ground, source, onDetail) {
    this.pane = pane;
    this.ground = ground;
    this.source = source;
    this.onDetail = onDetail;
  }
  /** @param {Frame} frame @param {number} width @param {number} height */
  seen({ scale, left, top }, width, height) {
    return [left / scale, top / scale, (left + width) / scale, (top + height) / scale];
  }
  get zoom() {
    return this.pane.map.getZoom();
  }
  /** @param {number[]} seen */
  wantDetails(seen) {
    if (this.zoom < DETAIL_FROM_ZOOM) return;
    for (const country of this.ground.countries)
      if (!country.asked && isNear(country, seen)) {
        country.asked = true;
        this.source.detail(country.code).then((detail) => {
          if (!detail) return;
          country.fine = decodeLines(detail.rings, detail.scale);
          country.lines = decodeLines(detail.lines, detail.scale);
          country.names = detail.names.map(([name, lat, lon]) => ({
            name, x: mercatorX(lon), y: mercatorY(lat),
          }));
          country.cities = (detail.cities || []).map(([name, lat, lon, people]) => ({
            name, x: mercatorX(lon), y: mercatorY(lat), people,
          }));
          this.onDetail();
        });
      }
  }
  /** The outline of a country for this zoom. @param {Country} country */
  rings(country) {
    return country.fine && this.zoom >= DETAIL_FROM_ZOOM ? country.fine : country.coarse;
  }
  /** @param {CanvasRenderingContext2D} g @param {Frame} frame @param {number} width @param {number} height */
  paint(g, frame, width, height) {
    const seen = this.seen(frame, width, height);
    this.wantDetails(seen);
    const near = this.ground.countries.filter((country) => isNear(country, seen));
    const shown = near.filter((country) => country.focus);
    const c = this.pane.app.colours();
    g.lineJoin = "round";
    for (const country of near) {
      trace(g, this.rings(country), frame, seen, true);
      g.fillStyle = g.strokeStyle = c.land_neighbour;
      g.fill("evenodd");
      // A little wider, so that a coarse outline beside a fine one leaves no gap.
      g.lineWidth = 1.2;
      g.stroke();
    }
    for (const country of near) {
      trace(g, this.rings(country), frame, seen, true);
      g.strokeStyle = c.border_neighbour;
      g.lineWidth = 0.8;
      g.stroke();
    }
    for (const country of shown) {
      trace(g, this.rings(country), frame, seen, true);
      g.fillStyle = c.land;
      g.fill("evenodd");
    }
    this.paintWater(g, frame, seen, c);
    this.paintBorders(g, frame, seen, shown, c);
  }
  /** @param {CanvasRenderingContext2D} g @param {Frame} frame @param {number[]} seen @param {Colours} c */
  paintWater(g, frame, seen, c) {
    trace(g, this.ground.lakes, frame, seen, true);
    g.fillStyle = c.water;
    g.fill("evenodd");
    g.strokeStyle = c.river;
    g.lineWidth = 0.8;
    g.stroke();
    if (this.zoom < RIVERS_FROM_ZOOM) return;
    trace(g, this.ground.rivers, frame, seen, false);
    g.lineWidth = this.zoom < 5 ? 1 : 1.6;
    g.stroke();
  }
  /** @param {CanvasRenderingContext2D} g @param {Frame} frame @param {number[]} seen @param {Country[]} shown @param {Colours} c */
  paintBorders(g, frame, seen, shown, c) {
    if (this.pane.app.settings.lines && this.zoom >= AREAS_FROM_ZOOM) {
      g.strokeStyle = c.admin;
      g.lineWidth = 1;
      for (const country of shown) {
        trace(g, country.lines, frame, seen, false);
        g.stroke();
      }
    }
    g.strokeStyle = c.border;
    g.lineWidth = 1.6;
    for (const country of shown) {
      trace(g, this.rings(country), frame, seen, true);
      g.stroke();
    }
  }
}
