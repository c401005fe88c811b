/**
 * Where marks lie on one another: which are left out, how many stand for them, and how they
 * spread at a click. Nothing is hidden yet: every mark is drawn where its place is.
 */
export class Crowding {
  /** @param {import("./pane.js").Pane} pane */
  constructor(pane) {
    this.pane = pane;
  }
  /** The view changed. @param {Frame} _frame @param {number} _width @param {number} _height */
  arrange(_frame, _width, _height) {}
  /** Places that are not drawn now, 1 each; null for none. @returns {Uint8Array | null} */
  hidden() {
    return null;
  }
  /** Where names may not stand because of a number, px of the canvas. @returns {Box[]} */
  boxes() {
    return [];
  }
  /** Where a mark stands on the canvas, px. @param {number} i @param {Frame} frame @returns {Spot} */
  spotOf(i, frame) {
    const { history } = this.pane;
    if (!history) return { x: 0, y: 0 };
    return {
      x: history.x[i] * frame.scale - frame.left,
      y: history.y[i] * frame.scale - frame.top,
    };
  }
  /** Numbers of hidden places, above the marks. @param {CanvasRenderingContext2D} _g @param {Frame} _frame */
  paint(_g, _frame) {}
  /** A click on the map; true if it opened or closed a group. @param {Spot} _point px of the container */
  click(_point) {
    return false;
  }
}
