"""Viewers without a browser: they speak Streamlit's protocol, so that only the server works.

Twenty browsers on one machine measure themselves; in use each has a machine of its own.
"""

import asyncio
import json
import sys
import time
from itertools import count
from typing import Any

import websockets
from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.typing import Origin, Subprotocol

_WAIT_S = 300
_SECOND = 1.0


class LightViewer:
    """One connection to the server."""

    def __init__(self, port: int) -> None:
        self._address = f"ws://127.0.0.1:{port}/_stcore/stream"
        self._origin = Origin(f"http://127.0.0.1:{port}")
        self._numbers = count(1)
        self._page = self._ear = self._part = self._query = ""
        self.received = 0

    async def open(self) -> None:
        """Open the page."""
        self._socket = await websockets.connect(
            self._address,
            subprotocols=[Subprotocol("streamlit")],
            origin=self._origin,
            max_size=None,
        )
        message = BackMsg()
        message.rerun_script.query_string = ""
        await self._send(message)

    async def click(self, place_id: str) -> float:
        """Click a place as the map does; return the milliseconds until all of it was answered."""
        told = {"event": "click", "seq": next(self._numbers), "place": place_id}
        told |= {"lat": 35.1, "lon": 38.2, "zoom": 6.5}
        message = BackMsg()
        message.rerun_script.query_string = self._query
        message.rerun_script.page_script_hash = self._page
        state = message.rerun_script.widget_states.widgets.add()
        message.rerun_script.fragment_id = self._part
        state.id = _make_trigger_id(self._ear, "events")
        state.json_trigger_value = json.dumps([{"event": "told", "value": told}])
        begun = time.perf_counter()
        await self._send(message)
        return 1000 * (time.perf_counter() - begun)

    async def _send(self, message: BackMsg) -> None:
        await self._socket.send(message.SerializeToString())
        self.received = 0
        while True:
            raw: Any = await asyncio.wait_for(self._socket.recv(), _WAIT_S)
            self.received += len(raw)
            answer = ForwardMsg()
            answer.ParseFromString(raw)
            if self._is_last(answer):
                return

    def _is_last(self, answer: ForwardMsg) -> bool:
        """Note what later messages need; tell whether a run has ended that is not run again."""
        kind = answer.WhichOneof("type")
        if kind == "new_session":
            self._page = answer.new_session.page_script_hash
        elif kind == "page_info_changed":
            self._query = answer.page_info_changed.query_string
        elif kind == "delta":
            ear = answer.delta.new_element.bidi_component
            if ear.component_name == "whoheld_keys":
                self._ear, self._part = ear.id, answer.delta.fragment_id
        return kind == "script_finished" and answer.script_finished in {
            ForwardMsg.FINISHED_SUCCESSFULLY,
            ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
        }


async def clicks(port: int, viewers: int, places: list[str]) -> list[tuple[float, int]]:
    """Open so many viewers, let each click twice; return milliseconds and bytes of the second.

    The clicks fall within a second; the first ones add what a new window still lacks.
    """
    opened = [LightViewer(port) for _ in range(viewers)]
    for viewer in opened:
        await viewer.open()

    async def one(number: int, viewer: LightViewer, turn: int) -> tuple[float, int]:
        await asyncio.sleep(_SECOND * number / viewers)
        taken = await viewer.click(places[(7 * number + turn) % len(places)])
        return taken, viewer.received

    found: list[tuple[float, int]] = []
    for turn in range(2):
        found = await asyncio.gather(*(one(n, viewer, turn) for n, viewer in enumerate(opened)))
        await asyncio.sleep(1)
    return found


def main() -> None:
    """Print the clicks as JSON: port and number of viewers as arguments, places on stdin."""
    port, viewers = map(int, sys.argv[1:])
    print(json.dumps(asyncio.run(clicks(port, viewers, json.load(sys.stdin)))))


if __name__ == "__main__":
    main()
