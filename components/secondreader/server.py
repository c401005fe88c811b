"""Calls to a server that speaks the OpenAI chat-completions protocol: bounded in every way."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

import httpx

from components.secondreader.asking import FORMATS
from components.secondreader.settings import SecondReaderSettings

Result = TypeVar("Result")
_CONNECT_S = 10.0
_LONGEST_ANSWER = 2_000_000
_TRIES = 2
_PAUSE_S = 1.0
_POLL_S = 0.1
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
# What servers answer to a `response_format` that they do not know.
_REFUSALS = frozenset({400, 404, 415, 422, 501})


class ServerProblemError(Exception):
    """The server did not give a usable answer; the message says why, for a person."""


class StoppedError(Exception):
    """A person stopped the reading."""


@dataclass
class Server:
    """One server, asked one call at a time; remembers which form of answer it understands."""

    settings: SecondReaderSettings
    is_stopped: Callable[[], bool] = lambda: False
    _format: int = field(default=0, init=False)

    def ask(self, messages: list[dict[str, str]]) -> str:
        """Return the text of the answer.

        Raises:
            ServerProblemError: There was none, after as many tries as make sense.
            StoppedError: A person stopped the reading.
        """
        while True:
            response = self._tried(messages)
            if response.status_code in _REFUSALS and self._format + 1 < len(FORMATS):
                self._format += 1
                continue
            if response.status_code != httpx.codes.OK:
                self._format = 0
                raise ServerProblemError(_refusal(response, self.settings))
            return _content(response, self.settings)

    def _tried(self, messages: list[dict[str, str]]) -> httpx.Response:
        body = {"model": self.settings.model, "messages": messages, "temperature": 0}
        form = FORMATS[self._format]
        if form is not None:
            body["response_format"] = form
        for last in (False,) * (_TRIES - 1) + (True,):
            try:
                response = self._run(self._post(body))
            except (httpx.TransportError, TimeoutError) as wrong:
                # Whoever waited in vain once is not kept waiting twice.
                if last or isinstance(wrong, TimeoutError | httpx.TimeoutException):
                    raise ServerProblemError(_unreachable(wrong, self.settings)) from wrong
            else:
                if last or response.status_code not in _BUSY:
                    return response
            self._run(asyncio.sleep(_PAUSE_S))
        raise AssertionError  # the last try returns or raises

    async def _post(self, body: dict[str, Any]) -> httpx.Response:
        async with _client(self.settings) as client:
            return await _bounded(client, "POST", self.settings.completions, body)

    def _run(self, call: Coroutine[Any, Any, Result]) -> Result:
        # A thread of its own: whoever calls may already run a loop, where asyncio.run refuses.
        with ThreadPoolExecutor(max_workers=1) as alone:
            return alone.submit(lambda: asyncio.run(self._watched(call))).result()

    async def _watched(self, call: Coroutine[Any, Any, Result]) -> Result:
        """Wait for a call, for as long as the settings allow and nobody stops it."""
        task = asyncio.ensure_future(call)
        try:
            async with asyncio.timeout(self.settings.wait_s):
                while not task.done():
                    if self.is_stopped():
                        raise StoppedError
                    await asyncio.wait({task}, timeout=_POLL_S)
            return task.result()
        finally:
            task.cancel()


@dataclass(frozen=True, slots=True)
class Checked:
    """Whether a server answers; `models` are those it names, `words` says it for a person."""

    is_ok: bool
    models: tuple[str, ...]
    words: str


def check(settings: SecondReaderSettings) -> Checked:
    """Ask a server for its models: sends no text of any article."""
    server = Server(settings)
    try:
        response = server._run(_models(settings))  # noqa: SLF001 (the same module's)
    except (httpx.TransportError, TimeoutError) as wrong:
        return Checked(False, (), _unreachable(wrong, settings))
    except ServerProblemError as wrong:
        return Checked(False, (), str(wrong))
    if response.status_code in {401, 403}:
        return Checked(False, (), _refusal(response, settings))
    names = _model_names(response)
    if not names:
        words = f"{settings.host} answers but names no models; whether it knows {settings.model!r} "
        return Checked(True, (), f"{words}shows with the first article.")
    if settings.model not in names and f"{settings.model}:latest" not in names:
        known = ", ".join(names[:8])
        words = f"{settings.host} has no model {settings.model!r}. It has: {known}."
        return Checked(False, names, words)
    return Checked(True, names, f"{settings.host} answers and has the model {settings.model!r}.")


async def _models(settings: SecondReaderSettings) -> httpx.Response:
    async with _client(settings) as client:
        return await _bounded(client, "GET", f"{settings.base}/models", None)


def _model_names(response: httpx.Response) -> tuple[str, ...]:
    try:
        listed = response.json()["data"]
        return tuple(str(entry["id"]) for entry in listed)
    except (ValueError, KeyError, TypeError):
        return ()


def _client(settings: SecondReaderSettings) -> httpx.AsyncClient:
    headers = {"Authorization": f"Bearer {settings.key}"} if settings.key else {}
    return httpx.AsyncClient(
        headers=headers,
        timeout=httpx.Timeout(settings.wait_s, connect=min(_CONNECT_S, settings.wait_s)),
        # A redirect could carry the key and the sentences to a host that nobody chose.
        follow_redirects=False,
        trust_env=not settings.is_here,
    )


async def _bounded(
    client: httpx.AsyncClient, method: str, address: str, body: dict[str, Any] | None
) -> httpx.Response:
    async with client.stream(method, address, json=body) as response:
        chunks = bytearray()
        async for chunk in response.aiter_bytes():
            chunks += chunk
            if len(chunks) > _LONGEST_ANSWER:
                msg = f"The answer is longer than {_LONGEST_ANSWER:,} bytes and was not read."
                raise ServerProblemError(msg)
        return httpx.Response(response.status_code, content=bytes(chunks))


def _content(response: httpx.Response, settings: SecondReaderSettings) -> str:
    try:
        content = response.json()["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError) as wrong:
        msg = (
            f"{settings.host} answered in another form than the chat-completions protocol has. "
            f"Check the address {settings.completions}."
        )
        raise ServerProblemError(msg) from wrong
    return content if isinstance(content, str) else json.dumps(content)


def _unreachable(wrong: Exception, settings: SecondReaderSettings) -> str:
    if isinstance(wrong, httpx.ConnectError | httpx.ConnectTimeout):
        return f"No server answers at {settings.base}. Start it, or check the address."
    if isinstance(wrong, TimeoutError | httpx.TimeoutException):
        return (
            f"{settings.host} gave no answer within {settings.wait_s:g} s. "
            "Try a smaller model, or allow more time."
        )
    return f"{settings.host} broke off without an answer ({type(wrong).__name__}). Try again."


def _refusal(response: httpx.Response, settings: SecondReaderSettings) -> str:
    code = response.status_code
    if code in {401, 403}:
        return f"{settings.host} refused the key ({code}). Check it."
    if code == httpx.codes.NOT_FOUND:
        return (
            f"{settings.host} knows no {settings.completions} or no model {settings.model!r} (404)."
        )
    if 300 <= code < 400:
        return f"{settings.host} points to another address ({code}). Give that one if you trust it."
    return f"{settings.host} answered with the error {code}. Its own log says why."
