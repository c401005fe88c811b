/** Boxes taken on the map, found again by the squares they lie in. */
const CELL = 48;

export class Taken {
  /** @param {number} width @param {number} height px that boxes lie in */
  constructor(width, height) {
    this.columns = Math.ceil(width / CELL) + 1;
    this.rows = Math.ceil(height / CELL) + 1;
    /** @type {{box: Box, weight: number}[][]} */
    this.squares = [];
  }
  /** @param {Box} box @param {(square: number) => void} work */
  each(box, work) {
    const right = Math.min(this.columns - 1, Math.floor(box[2] / CELL));
    const bottom = Math.min(this.rows - 1, Math.floor(box[3] / CELL));
    for (let y = Math.max(0, Math.floor(box[1] / CELL)); y <= bottom; y++)
      for (let x = Math.max(0, Math.floor(box[0] / CELL)); x <= right; x++)
        work(y * this.columns + x);
  }
  /** @param {Box} box @param {number} weight how firmly it is held */
  add(box, weight) {
    const entry = { box, weight };
    this.each(box, (k) => (this.squares[k] || (this.squares[k] = [])).push(entry));
  }
  /** Weights of what a box would cover; what lies in two squares counts twice. @param {Box} box */
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
