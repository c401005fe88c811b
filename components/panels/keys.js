/**
 * Keys that work wherever the focus is: those of the page are answered here, those of the map
 * are handed to its frame, as if they had been pressed there.
 */
const MAP_KEYS = new Set([
  "ArrowLeft", "ArrowRight", "Home", "End", " ", "[", "]", "+", "=", "-", "0", "Escape",
  "1", "2", "3", ",", ".", "c", "C", "k", "K", "l", "L", "m", "M", "s", "S",
]);
const TAKES_KEYS =
  "input, textarea, select, [contenteditable], [role=dialog], [role=tab], [role=radio], " +
  "[role=listbox], [role=combobox], [role=slider], [role=menu]";

export default function (component) {
  const { parentElement, setTriggerValue } = component;
  // Streamlit calls this again when something changes, and cleans up only at the end.
  if (parentElement.forgetKeys) parentElement.forgetKeys();
  const onKey = (event) => {
    const target = event.composedPath()[0];
    if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.closest(TAKES_KEYS) || document.querySelector("[role=dialog]")) return;
    if (event.key === "?") {
      event.preventDefault();
      setTriggerValue("asked", "keys");
    } else if (event.key === "/") {
      event.preventDefault();
      const box = document.querySelector(".st-key-search input");
      if (box && box.offsetParent) box.focus();
      else setTriggerValue("asked", "find");
    } else if (MAP_KEYS.has(event.key)) {
      if (event.key === " " && target.closest("button, a, summary, label")) return;
      const frame = document.querySelector(".st-key-canvas iframe");
      const there = frame && frame.contentDocument;
      if (!there) return;
      event.preventDefault();
      const { key, code, shiftKey } = event;
      const Pressed = frame.contentWindow.KeyboardEvent;
      there.body.dispatchEvent(
        new Pressed("keydown", { key, code, shiftKey, bubbles: true, cancelable: true }),
      );
    }
  };
  document.addEventListener("keydown", onKey);
  parentElement.forgetKeys = () => document.removeEventListener("keydown", onKey);
  return () => parentElement.forgetKeys();
}
