/**
 * The tour: five short steps, each a black box that points at a thing on the page or in the map's
 * frame. It opens by itself once; whoever skips or ends it is not asked again in this browser.
 */
const KEY = "whoheld-tour";
const PHONE = 900;
const GAP = 14;

export default function (component) {
  const { parentElement, data } = component;
  const box = parentElement.querySelector(".tour");
  const state = (parentElement.tour ||= { step: -1, asked: 0, before: null });
  state.steps = data.steps;
  // Streamlit calls this again at each run: what is open stays open where it was.
  if (parentElement.forgetTour) parentElement.forgetTour();

  const wide = () => window.innerWidth >= PHONE;
  const frame = () => document.querySelector(".st-key-canvas iframe");

  /** Where a thing is in the window, null while it is not there. */
  function rectOf(target) {
    const inFrame = target.startsWith("map:");
    const selector = inFrame ? target.slice(4) : target;
    const holder = frame();
    const root = inFrame ? holder && holder.contentDocument : document;
    const found = root && [...root.querySelectorAll(selector)].find((e) => e.getClientRects().length);
    if (!found) return null;
    const rect = found.getBoundingClientRect();
    const off = inFrame ? holder.getBoundingClientRect() : { left: 0, top: 0 };
    const left = rect.left + off.left, top = rect.top + off.top;
    return { left, top, width: rect.width, height: rect.height };
  }

  /** Stand above or below the thing, within the window, the arrow towards its middle. */
  function place() {
    if (state.step < 0) return;
    const step = state.steps[state.step];
    const rect = (wide() ? step.at : step.phone).map(rectOf).find(Boolean);
    const width = box.offsetWidth, height = box.offsetHeight;
    const margin = 12;
    if (!rect) {
      box.dataset.side = "none";
      box.style.left = `${(window.innerWidth - width) / 2}px`;
      box.style.top = `${(window.innerHeight - height) / 2}px`;
      return;
    }
    const [ax, ay] = step.spot || [0.5, 0.5];
    const x = rect.left + rect.width * ax, y = rect.top + rect.height * ay;
    const tall = rect.height > window.innerHeight / 2;
    const top = tall ? y : rect.top, bottom = tall ? y : rect.top + rect.height;
    const above = top - GAP - height >= margin;
    const left = Math.min(Math.max(margin, x - width / 2), window.innerWidth - width - margin);
    const at = above ? top - GAP - height : bottom + GAP;
    box.dataset.side = above ? "above" : "below";
    box.style.left = `${left}px`;
    box.style.top = `${Math.min(Math.max(margin, at), window.innerHeight - height - margin)}px`;
    const arrow = Math.min(Math.max(18, x - left), width - 18);
    box.style.setProperty("--arrow", `${arrow}px`);
  }

  function show(step, focus = true) {
    state.step = step;
    const { title, words } = state.steps[step];
    const last = step === state.steps.length - 1;
    box.querySelector(".count").textContent = `${step + 1} of ${state.steps.length}`;
    box.querySelector("h2").textContent = title;
    box.querySelector(".words").textContent = words;
    box.querySelector(".back").hidden = step === 0;
    box.querySelector(".skip").hidden = last;
    box.querySelector(".next").textContent = last ? "Done" : "Next";
    box.hidden = false;
    place();
    if (focus) box.querySelector("h2").focus({ preventScroll: true });
  }

  function open() {
    state.before = document.activeElement;
    show(0);
  }

  function end() {
    state.step = -1;
    box.hidden = true;
    remember();
    const back = state.before;
    state.before = null;
    if (back && back.isConnected && back !== document.body) back.focus({ preventScroll: true });
  }

  function remember() {
    try {
      localStorage.setItem(KEY, "done");
    } catch {
      // A browser that stores nothing shows the tour again; nothing else is lost.
    }
  }

  function seen() {
    try {
      return localStorage.getItem(KEY) === "done";
    } catch {
      return false;
    }
  }

  const next = () => (state.step + 1 < state.steps.length ? show(state.step + 1) : end());
  const back = () => state.step > 0 && show(state.step - 1);
  box.querySelector(".next").onclick = next;
  box.querySelector(".back").onclick = back;
  box.querySelector(".skip").onclick = end;
  box.onkeydown = (event) => {
    // The page's own keys move the day; inside the box they belong to it.
    event.stopPropagation();
    if (event.key === "Escape") end();
    else if (event.key === "ArrowRight") next();
    else if (event.key === "ArrowLeft") back();
  };

  const ready = () => {
    const there = frame() && frame().contentDocument;
    return Boolean(there && there.querySelector(".wh[data-ready=yes]"));
  };
  const watch = setInterval(() => {
    if (state.step >= 0) return place();
    if (document.querySelector("[role=dialog][aria-modal=true], [data-testid=stDialog]")) return;
    const wanted = data.asked > state.asked || (data.auto && !seen() && !state.offered);
    if (wanted && ready()) {
      state.asked = data.asked;
      state.offered = true;
      open();
    }
  }, 300);
  window.addEventListener("resize", place);
  parentElement.forgetTour = () => {
    clearInterval(watch);
    window.removeEventListener("resize", place);
  };
  if (state.step >= 0) show(state.step, false);
  return () => parentElement.forgetTour();
}
