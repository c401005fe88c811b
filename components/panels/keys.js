/**
 * Keys that work wherever the focus is: those of the page are answered here, those of the map
 * are handed to its frame, as if they had been pressed there. Links of the panel are the map's
 * too: it shows the place at once, and the panel follows as after a click on the map. What the
 * map says of a click, a step or a release comes through here, because this part runs with the
 * panel: it costs one short run of the script.
 */
const MAP_KEYS = new Set([
  "ArrowLeft", "ArrowRight", "Home", "End", " ", "[", "]", "+", "=", "-", "0", "Escape",
  "1", "2", "3", ",", ".", "c", "C", "k", "K", "l", "L", "m", "M", "s", "S",
]);
const TAKES_KEYS =
  "input, textarea, select, [contenteditable], [role=dialog], [role=tab], [role=radio], " +
  "[role=listbox], [role=combobox], [role=slider], [role=menu]";

const mapFrame = () => document.querySelector(".st-key-canvas iframe");

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
      const frame = mapFrame();
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
  const onClick = (event) => {
    const link = event.target instanceof Element && event.target.closest("button[data-place]");
    if (link) mapFrame()?.contentWindow.Whoheld?.openPlace(link.dataset.place);
  };
  const hear = (value) => setTriggerValue("told", value);
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
  window.whoheldHears = hear;
  parentElement.forgetKeys = () => {
    document.removeEventListener("keydown", onKey);
    document.removeEventListener("click", onClick);
    if (window.whoheldHears === hear) delete window.whoheldHears;
  };
  return () => parentElement.forgetKeys();
}
