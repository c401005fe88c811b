"""A server on this machine that speaks the protocol, as well or as badly as a test asks."""

import json
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answering = Callable[[dict[str, Any]], str | int | bytes]


@dataclass
class Loopback:
    """Where it listens, and what it was asked."""

    url: str = ""
    bodies: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)


@contextmanager
def loopback(answering: Answering, models: tuple[str, ...] = ("small",)):
    """Serve until the block ends; an answer is the model's text, a status code, or raw bytes."""
    told = Loopback()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            told.bodies.append(body)
            told.keys.append(self.headers.get("Authorization", ""))
            answer = answering(body)
            if isinstance(answer, int):
                self._send(answer, b"{}")
            elif isinstance(answer, bytes):
                self._send(200, answer)
            else:
                message = {"role": "assistant", "content": answer}
                self._send(200, json.dumps({"choices": [{"message": message}]}).encode())

        def do_GET(self) -> None:
            told.keys.append(self.headers.get("Authorization", ""))
            listed = [{"id": name} for name in models]
            self._send(200, json.dumps({"data": listed}).encode())

        def _send(self, code: int, content: bytes) -> None:
            try:
                self.send_response(code)
                if code == 307:
                    self.send_header("Location", "http://127.0.0.1:1/elsewhere")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)
            except OSError:
                pass  # the asker left

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    told.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def asked_of(body: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the items that a call asks about."""
    items: list[dict[str, Any]] = json.loads(body["messages"][1]["content"])
    return items


def slowly(seconds: float) -> Answering:
    """Return an answering that keeps the asker waiting."""

    def answer(_: dict[str, Any]) -> str:
        time.sleep(seconds)
        return '{"claims": []}'

    return answer
