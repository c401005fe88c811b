/** Names on the map: places beside their marks, then areas, countries and seas where room is. */
(function () {
  "use strict";
  const W = window.Whoheld;
  const CELL = 48;
  const MOST_TRIED = 300;
  const FEW = 60;

  /** Boxes taken, found again by the squares they lie in. */
  class Taken {
    /** @param {number} width @param {number} height px that boxes lie in */
    constructor(width, height) {
      this.columns = Math.ceil(width / CELL) + 1;
      this.rows = Math.ceil(height / CELL) + 1;
      this.squares = [];
    }
    each(box, work) {
      const right = Math.min(this.columns - 1, Math.floor(box[2] / CELL));
      const bottom = Math.min(this.rows - 1, Math.floor(box[3] / CELL));
      for (let y = Math.max(0, Math.floor(box[1] / CELL)); y <= bottom; y++)
        for (let x = Math.max(0, Math.floor(box[0] / CELL)); x <= right; x++)
          work(y * this.columns + x);
    }
    /** @param {number[]} box left, top, right, bottom @param {number} weight how firmly it is held */
    add(box, weight) {
      const entry = { box, weight };
      this.each(box, (k) => (this.squares[k] || (this.squares[k] = [])).push(entry));
    }
    /** Weights of what a box would cover; what lies in two squares counts twice. */
    cost(box) {
      let sum = 0;
      this.each(box, (k) => {
        for (const { box: other, weight } of this.squares[k] || [])
          if (box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])
            sum += weight;
      });
      return sum;
    }
  }

  const STYLES = {
    chosen: { font: "700 15px ", size: 15, colour: "ink", halo: 4 },
    3: { font: "600 13.5px ", size: 13.5, colour: "label", halo: 3.5 },
    2: { font: "500 12.5px ", size: 12.5, colour: "label", halo: 3.5 },
    1: { font: "450 11.5px ", size: 11.5, colour: "label", halo: 3 },
    0: { font: "450 11.5px ", size: 11.5, colour: "ink_third", halo: 3 },
    area: { font: "400 10.5px ", size: 10.5, colour: "country", halo: 3, spacing: 0.12 },
    country: { font: "500 12px ", size: 12, colour: "country", halo: 3, spacing: 0.16 },
    sea: { font: "italic 400 14px ", size: 14, colour: "country", halo: 0, spacing: 0.04 },
  };

  W.NamesPainter = class {
    /** @param {any} app */
    constructor(app) {
      Object.assign(this, { app, showNames: true, widths: new Map(), ratio: 1 });
    }
    face(kind) {
      const c = this.app.fonts;
      return STYLES[kind].font + (kind === "sea" ? c.serif : c.sans);
    }
    spacing(g, kind) {
      if ("letterSpacing" in g)
        g.letterSpacing = (STYLES[kind].spacing || 0) * STYLES[kind].size + "px";
    }
    width(g, kind, text) {
      const key = kind + "\n" + text;
      let width = this.widths.get(key);
      if (width === undefined) {
        g.font = this.face(kind);
        this.spacing(g, kind);
        width = g.measureText(text).width;
        this.widths.set(key, width);
      }
      return width;
    }
    write(g, kind, text, left, middle) {
      const style = STYLES[kind];
      // Letters between two rows of pixels look blurred.
      const x = Math.round(left * this.ratio) / this.ratio;
      const y = Math.round(middle * this.ratio) / this.ratio;
      const c = this.app.colours();
      g.font = this.face(kind);
      this.spacing(g, kind);
      g.textBaseline = "middle";
      g.textAlign = "left";
      g.lineJoin = "round";
      if (style.halo) {
        g.strokeStyle = kind === "country" ? c.land_neighbour : c.halo;
        g.lineWidth = style.halo;
        g.strokeText(text, x, y);
      }
      g.fillStyle = c[style.colour];
      g.fillText(text, x, y);
    }
    /** @param {{x: number, y: number}} shift where the map's corner is on the canvas, px */
    paint(g, frame, width, height, shift, ratio) {
      this.ratio = ratio;
      // Names stand only where the map is seen: not below the panel or the corners.
      const room = this.app.room();
      const limits = [
        shift.x + 4, shift.y + 4, shift.x + room.width - 4, shift.y + room.height - 4,
      ];
      const taken = new Taken(width, height);
      for (const box of this.app.cornerBoxes())
        taken.add([box[0] + shift.x, box[1] + shift.y, box[2] + shift.x, box[3] + shift.y], 1e6);
      this.limits = limits;
      if (this.app.history) this.paintPlaces(g, frame, width, height, taken);
      if (this.showNames) this.paintGround(g, frame, taken, shift, room);
    }
    /** Places in view with what they need, the ones to name first in front. */
    candidates(frame, width, height) {
      const { history, place, points } = this.app;
      const radii = points.radii();
      const found = [];
      for (let k = history.n - 1; k >= 0; k--) {
        const i = history.order[k];
        if (history.mentioned[i] && !points.showMentions) continue;
        const x = history.x[i] * frame.scale - frame.left;
        const y = history.y[i] * frame.scale - frame.top;
        if (x < -20 || y < -20 || x > width + 20 || y > height + 20) continue;
        const rank = history.rank(i);
        const item = { i, x, y, rank, r: radii[rank], chosen: i === place };
        if (item.chosen) found.unshift(item);
        else found.push(item);
      }
      return found;
    }
    /** Whether a place of this rank is named at this zoom. */
    isNamed(item, zoom, few) {
      if (item.chosen) return true;
      if (!this.showNames) return false;
      if (item.rank === 3 || few) return true;
      if (item.rank === 2) return zoom >= (W.isPhone() ? 7.2 : 6.7);
      return zoom >= (item.rank === 1 ? 8.5 : 8.8);
    }
    paintPlaces(g, frame, width, height, taken) {
      const found = this.candidates(frame, width, height);
      const zoom = this.app.map.getZoom();
      const few = found.length <= FEW;
      for (const item of found) {
        const reach = item.r + (item.chosen ? 9 : 0);
        const weight = item.chosen ? 1e6 : [0.5, 1, 2, 4][item.rank];
        taken.add([item.x - reach, item.y - reach, item.x + reach, item.y + reach], weight);
      }
      let tried = 0;
      const placed = [];
      for (const item of found) {
        if (!this.isNamed(item, zoom, few)) continue;
        if (tried++ > MOST_TRIED) break;
        const kind = item.chosen ? "chosen" : item.rank;
        const text = this.app.history.names[item.i];
        const at = this.position(item, this.width(g, kind, text), STYLES[kind].size, taken);
        if (!at) continue;
        taken.add(at.box, 1e5);
        placed.push([kind, text, at.x, at.y]);
      }
      // The most important last, so that its halo is whole.
      for (const [kind, text, x, y] of placed.reverse()) this.write(g, kind, text, x, y);
    }
    /** The first of eight free positions; large and chosen places may cover small marks. */
    position(item, width, size, taken) {
      const gap = item.r + (item.chosen ? 12 : 5.5);
      const slant = gap * 0.75;
      const high = size * 1.15;
      const tries = [
        [gap, 0], [-gap - width, 0], [-width / 2, -gap - high / 2], [-width / 2, gap + high / 2],
        [slant, -slant], [-slant - width, -slant], [slant, slant], [-slant - width, slant],
      ];
      const most = item.chosen ? 1e5 : item.rank === 3 ? 6 : 0;
      let best = null;
      let least = Infinity;
      for (const [dx, dy] of tries) {
        const x = item.x + dx;
        const y = item.y + dy;
        const box = [x - 2, y - high / 2 - 1, x + width + 2, y + high / 2 + 1];
        if (!this.isInside(box)) continue;
        const cost = taken.cost(box);
        if (cost < least) {
          least = cost;
          best = { x, y, box };
        }
        if (!cost) break;
      }
      return least <= most ? best : null;
    }
    isInside(box) {
      const [left, top, right, bottom] = this.limits;
      return box[0] >= left && box[1] >= top && box[2] <= right && box[3] <= bottom;
    }
    paintGround(g, frame, taken, shift, room) {
      const layer = this.app.ground;
      if (!layer || layer.hidden) return;
      const zoom = this.app.map.getZoom();
      const part = {
        scale: frame.scale, left: frame.left + shift.x, top: frame.top + shift.y,
      };
      const grid = W.gridOfCountries(layer, room.width, room.height, part);
      for (const spot of W.roomiest(grid, layer.ground, zoom, part))
        if (this.width(g, spot.kind, spot.name) <= spot.room)
          this.centred(g, spot.kind, spot.name, spot.x + shift.x, spot.y + shift.y, taken, spot.slack);
      if (zoom <= 7.9 || !layer.showAreas) return;
      for (const country of layer.ground.countries)
        if (country.focus)
          for (const area of country.names)
            this.centred(
              g, "area", area.name.toUpperCase(), area.x * frame.scale - frame.left,
              area.y * frame.scale - frame.top, taken,
            );
    }
    /** @param {number} [slack] px that the name may stand higher or lower */
    centred(g, kind, text, x, y, taken, slack = 0) {
      const width = this.width(g, kind, text);
      const high = STYLES[kind].size * 1.2;
      for (const dy of [0, -0.5 * slack, 0.5 * slack, -slack, slack]) {
        const box = [x - width / 2, y + dy - high / 2, x + width / 2, y + dy + high / 2];
        if (this.isInside(box) && !taken.cost(box)) {
          taken.add(box, 1e5);
          this.write(g, kind, text, box[0], y + dy);
          return;
        }
      }
    }
  };

  /** Steps to the nearest other country or edge, for each cell (two sweeps). */
  function depths(grid) {
    const { columns, rows, owner } = grid;
    const depth = new Float32Array(owner.length);
    const at = (c, r, own) =>
      c < 0 || r < 0 || c >= columns || r >= rows || owner[r * columns + c] !== own
        ? 0
        : depth[r * columns + c];
    const sweep = (c, r, d) => {
      const k = r * columns + c;
      const own = owner[k];
      depth[k] = Math.min(
        d < 0 ? Infinity : depth[k],
        at(c + d, r, own) + 1, at(c, r + d, own) + 1,
        at(c + d, r + d, own) + 1.4, at(c - d, r + d, own) + 1.4,
      );
    };
    for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) sweep(c, r, -1);
    for (let r = rows - 1; r >= 0; r--) for (let c = columns - 1; c >= 0; c--) sweep(c, r, 1);
    return depth;
  }

  /** Where the names of neighbouring countries and of seas have most room. */
  W.roomiest = (grid, ground, zoom, frame) => {
    const { cell, columns, owner } = grid;
    const depth = depths(grid);
    const best = new Map();
    const seas = ground.seas.map((sea) => ({ sea, depth: 0, k: -1 }));
    for (let k = 0; k < owner.length; k++) {
      if (owner[k] >= 0) {
        const now = best.get(owner[k]);
        if (!now || depth[k] > now.depth) best.set(owner[k], { depth: depth[k], k });
        continue;
      }
      const x = (frame.left + ((k % columns) + 0.5) * cell) / frame.scale;
      const y = (frame.top + (Math.floor(k / columns) + 0.5) * cell) / frame.scale;
      for (const spot of seas) {
        const [left, top, right, bottom] = spot.sea.box;
        if (x >= left && x <= right && y >= top && y <= bottom && depth[k] > spot.depth) {
          spot.depth = depth[k];
          spot.k = k;
        }
      }
    }
    const at = (k) => ({
      x: ((k % columns) + 0.5) * cell,
      y: (Math.floor(k / columns) + 0.5) * cell,
      slack: Math.min(52, depth[k] * cell * 0.6),
    });
    /** Width of the country along a row, px. */
    const across = (k) => {
      const row = Math.floor(k / columns) * columns;
      let from = k;
      let to = k;
      while (from > row && owner[from - 1] === owner[k]) from--;
      while (to + 1 < row + columns && owner[to + 1] === owner[k]) to++;
      return (to - from + 1) * cell;
    };
    const shown = ground.countries.filter((country) => country.focus).length;
    const named = [];
    for (const [number, spot] of best) {
      const country = ground.countries[number];
      // The country shown needs no name while it is the only one.
      if ((country.focus && shown === 1 && zoom > 4.5) || spot.depth < 2) continue;
      named.push({
        kind: "country", name: country.name.toUpperCase(), ...at(spot.k), depth: spot.depth,
        // A name may reach over the border, but must not hide who is meant.
        room: 2.2 * across(spot.k) + 20,
      });
    }
    const done = new Set();
    for (const { sea, depth: deep, k } of seas.sort((a, b) => b.depth - a.depth))
      if (k >= 0 && deep >= 3 && !done.has(sea.name)) {
        done.add(sea.name);
        named.push({ kind: "sea", name: sea.name, ...at(k), depth: deep, room: 1.6 * across(k) });
      }
    return named.sort((a, b) => b.depth - a.depth);
  };
})();
