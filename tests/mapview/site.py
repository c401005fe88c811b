"""A plain web server for the map alone: the assets, a packed history and the folium page."""

import http.server
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from components.mapview import assets_dir, build_map, pack

_TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".woff2": "font/woff2",
    ".html": "text/html",
}


def map_page(**settings: Any) -> str:
    """Return the folium page as it would be saved, with the assets beside it."""
    page: str = build_map("/assets/", **settings).get_root().render()
    # Browsers ask for an icon of their own accord.
    return page.replace("<head>", '<head><link rel="icon" href="data:,">', 1)


@contextmanager
def serve(collections: Mapping[str, Any], **settings: Any) -> Iterator[str]:
    """Serve the map of the first collection at "/" and all of them as /NAME.json.

    Args:
        collections: Name to feature collection.
        settings: Passed to `build_map`.
    """
    first = next(iter(collections), None)
    pages = {f"/{name}.json": pack(item) for name, item in collections.items()}
    address = f"/{first}.json" if first else ""
    pages["/"] = map_page(**{"data_url": address, **settings})

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.split("?")[0]
            if path in pages:
                self._answer(pages[path].encode(), ".html" if path == "/" else ".json")
                return
            file = assets_dir() / path.removeprefix("/assets/")
            if path.startswith("/assets/") and file.is_file():
                self._answer(file.read_bytes(), file.suffix)
            else:
                self.send_error(404)

        def _answer(self, body: bytes, suffix: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", f"{_TYPES.get(suffix, 'text/plain')}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
