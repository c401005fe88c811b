"""When a map was first on the screen: asked in the page itself, which may be busy afterwards."""

from playwright.sync_api import Page

# The frame after the one in which all was drawn begins when that one is on the screen.
_WATCH = """
new MutationObserver((_, watch) => {
  if (!document.querySelector(".wh[data-ready]")) return;
  watch.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => {
    window.firstPaint = performance.now();
  }));
}).observe(document, {subtree: true, childList: true, attributes: true});
"""
_LONGEST_MS = 120_000


def open_map(page: Page, address: str) -> int:
    """Open the map alone; return the milliseconds from asking for the page to its first paint."""
    page.add_init_script(_WATCH)
    page.goto(address)
    painted = page.wait_for_function("window.firstPaint", timeout=_LONGEST_MS).json_value()
    page.wait_for_timeout(1500)
    return round(float(painted))
