/** Areas as a second way to draw. Not made yet: `isOn` stays false. */
export class AreasPainter {
  /** @param {import("./pane.js").Pane} pane */
  constructor(pane) {
    this.pane = pane;
  }
  get isOn() {
    return false;
  }
  /** The view changed: note which place each pixel belongs to. @param {Frame} _frame @param {number} _width @param {number} _height @param {number} _ratio device px per CSS px */
  prepare(_frame, _width, _height, _ratio) {}
  /** A day: colour the pixels, above the ground. @param {Int32Array} _pixels @param {Int32Array} _base the ground @param {number} _width @param {number} _height device px */
  blit(_pixels, _base, _width, _height) {}
}
