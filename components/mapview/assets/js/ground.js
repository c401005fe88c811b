/** The built-in basemap: countries, first-level areas, lakes and rivers of Natural Earth. */
(function () {
  "use strict";
  const W = window.Whoheld;
  const DETAIL_FROM_ZOOM = 4;
  const AREAS_FROM_ZOOM = 5;

  /**
   * Lines as basemap.py encodes them, on the world square.
   * @param {string} text @param {number} scale degrees a step
   * @returns {{points: Float64Array, box: number[]}[]}
   */
  W.decodeLines = (text, scale) => {
    const bytes = W.bytesOf(text);
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
        const x = (points[2 * k] = W.mercatorX(lon * scale));
        const y = (points[2 * k + 1] = W.mercatorY(lat * scale));
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
  W.GroundSource = class {
    /** @param {{world?: any, details?: any}} inline @param {string} baseUrl */
    constructor(inline, baseUrl) {
      this.inline = inline;
      this.baseUrl = baseUrl;
      this.asked = new Map();
    }
    async world() {
      if (this.inline) return this.inline.world;
      return (await fetch(this.baseUrl + "basemap/world.json")).json();
    }
    /** @param {string} code @returns {Promise<any | null>} */
    detail(code) {
      if (!this.asked.has(code)) this.asked.set(code, this.load(code));
      return this.asked.get(code);
    }
    async load(code) {
      if (this.inline) return this.inline.details[code] || null;
      const answer = await fetch(`${this.baseUrl}basemap/${code}.json`);
      return answer.ok ? answer.json() : null;
    }
  };

  /** @param {any} world @param {Set<string>} focus codes of the countries shown */
  W.makeGround = (world, focus) => ({
    countries: world.countries.map((item) => ({
      code: item.code,
      name: item.name,
      focus: focus.has(item.code),
      boxes: item.boxes.map(([west, south, east, north]) => [
        W.mercatorX(west), W.mercatorY(north), W.mercatorX(east), W.mercatorY(south),
      ]),
      coarse: W.decodeLines(item.rings, world.scale),
      fine: null,
      lines: [],
      names: [],
    })),
    lakes: W.decodeLines(world.lakes, world.water_scale),
    rivers: W.decodeLines(world.rivers, world.water_scale),
    seas: world.seas.map(([name, west, south, east, north]) => ({
      name,
      box: [W.mercatorX(west), W.mercatorY(north), W.mercatorX(east), W.mercatorY(south)],
    })),
  });

  const meets = (box, seen) =>
    box[0] <= seen[2] && seen[0] <= box[2] && box[1] <= seen[3] && seen[1] <= box[3];

  const isNear = (country, seen) => country.boxes.some((box) => meets(box, seen));

  /** @param {CanvasRenderingContext2D} g @param {any[]} lines @param {boolean} closed */
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

  W.GroundPainter = class {
    /** @param {any} app @param {any} ground @param {any} source @param {() => void} onDetail */
    constructor(app, ground, source, onDetail) {
      Object.assign(this, { app, ground, source, showAreas: true, hidden: false });
      this.soon = W.oncePerFrame(onDetail);
    }
    seen(frame, width, height) {
      const { scale, left, top } = frame;
      return [left / scale, top / scale, (left + width) / scale, (top + height) / scale];
    }
    wantDetails(seen) {
      if (this.app.map.getZoom() < DETAIL_FROM_ZOOM) return;
      for (const country of this.ground.countries)
        if (!country.asked && isNear(country, seen)) {
          country.asked = true;
          this.source.detail(country.code).then((detail) => {
            if (!detail) return;
            country.fine = W.decodeLines(detail.rings, detail.scale);
            country.lines = W.decodeLines(detail.lines, detail.scale);
            country.names = detail.names.map(([name, lat, lon]) => ({
              name, x: W.mercatorX(lon), y: W.mercatorY(lat),
            }));
            this.soon();
          });
        }
    }
    /** The outline of a country for this zoom. */
    rings(country) {
      return country.fine && this.app.map.getZoom() >= DETAIL_FROM_ZOOM ? country.fine : country.coarse;
    }
    paint(g, frame, width, height) {
      if (this.hidden) return;
      const seen = this.seen(frame, width, height);
      this.wantDetails(seen);
      const near = this.ground.countries.filter((country) => isNear(country, seen));
      const shown = near.filter((country) => country.focus);
      const c = this.app.colours();
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
      this.paintInside(g, frame, seen, shown, c);
    }
    paintInside(g, frame, seen, shown, c) {
      const { ground } = this;
      trace(g, ground.lakes, frame, seen, true);
      g.fillStyle = c.water;
      g.fill("evenodd");
      g.strokeStyle = c.river;
      g.lineWidth = 0.8;
      g.stroke();
      if (this.app.map.getZoom() >= 3.5) {
        trace(g, ground.rivers, frame, seen, false);
        g.lineWidth = this.app.map.getZoom() < 5 ? 1 : 1.6;
        g.stroke();
      }
      if (this.showAreas && this.app.map.getZoom() >= AREAS_FROM_ZOOM) {
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
  };

  /**
   * Which country lies where, on a coarse grid: for names of countries and seas.
   * @returns {{cell: number, columns: number, rows: number, owner: Int16Array}} -1 is water
   */
  W.gridOfCountries = (layer, width, height, frame, cell = 10) => {
    const columns = Math.ceil(width / cell);
    const rows = Math.ceil(height / cell);
    const owner = new Int16Array(columns * rows).fill(-1);
    const seen = layer.seen(frame, width, height);
    layer.ground.countries.forEach((country, number) => {
      if (!isNear(country, seen)) return;
      for (let row = 0; row < rows; row++) {
        const y = (frame.top + (row + 0.5) * cell) / frame.scale;
        const crossings = [];
        for (const { points, box } of layer.rings(country)) {
          if (box[1] > y || box[3] < y) continue;
          let last = points.length - 2;
          for (let k = 0; k < points.length; last = k, k += 2) {
            const ya = points[last + 1];
            const yb = points[k + 1];
            if (ya > y !== yb > y) {
              const x = points[last] + ((y - ya) / (yb - ya)) * (points[k] - points[last]);
              crossings.push(x * frame.scale - frame.left);
            }
          }
        }
        crossings.sort((a, b) => a - b);
        for (let k = 0; k + 1 < crossings.length; k += 2) {
          const from = Math.max(0, Math.ceil(crossings[k] / cell - 0.5));
          const to = Math.min(columns - 1, Math.floor(crossings[k + 1] / cell - 0.5));
          for (let column = from; column <= to; column++) owner[row * columns + column] = number;
        }
      }
    });
    return { cell, columns, rows, owner };
  };
})();
