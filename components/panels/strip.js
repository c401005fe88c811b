/**
 * The history strip that can be clicked: a click goes to the day under the pointer, Enter on a
 * stretch to its first day. The drawings come ready from the page; nothing here is foreign text
 * that could become markup.
 */
const DAY_MS = 86_400_000;
const MARGIN = 6;

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".strip");
  const first = Date.parse(data.first);
  const days = Math.max(1, Math.round((Date.parse(data.last) - first) / DAY_MS));
  for (const theme of ["light", "dark"]) root.querySelector(`img.${theme}`).src = data[theme];
  root.querySelector(".picture").setAttribute("aria-label", data.words);

  const inner = () => {
    const box = root.querySelector(".picture").getBoundingClientRect();
    const scale = box.width / data.width;
    return { left: box.left + MARGIN * scale, width: box.width - 2 * MARGIN * scale };
  };
  const dayAt = (x) => {
    const { left, width } = inner();
    const share = Math.min(1, Math.max(0, (x - left) / width));
    return new Date(first + Math.round(share * days) * DAY_MS).toISOString().slice(0, 10);
  };
  const words = (day) =>
    new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" })
      .format(new Date(`${day}T00:00Z`)).replace("Sept", "Sep");

  const go = (day) => {
    // The map shows the day at once, and the panel follows it.
    const map = document.querySelector(".st-key-canvas iframe")?.contentWindow.Whoheld;
    if (map?.app?.history) map.openDay(day);
    else setTriggerValue("day", day);
  };
  const list = root.querySelector(".stretches");
  list.replaceChildren(...data.stretches.map((stretch) => {
    const button = document.createElement("button");
    button.type = "button";
    button.style.left = `${stretch.left}%`;
    button.style.width = `${stretch.width}%`;
    button.setAttribute("aria-label", stretch.words);
    if (stretch.now) button.setAttribute("aria-current", "true");
    // A click of the keyboard has no place on the strip; it goes where the stretch begins.
    button.onclick = (event) => go(event.detail ? dayAt(event.clientX) : stretch.day);
    return button;
  }));

  const hint = root.querySelector(".hint");
  list.onpointermove = (event) => {
    const { left, width } = inner();
    const x = Math.min(left + width, Math.max(left, event.clientX));
    hint.hidden = false;
    hint.textContent = words(dayAt(x));
    const room = hint.offsetWidth / 2;
    const at = x - root.getBoundingClientRect().left;
    hint.style.left = `${Math.max(room, Math.min(root.clientWidth - room, at))}px`;
  };
  list.onpointerleave = () => (hint.hidden = true);
}
