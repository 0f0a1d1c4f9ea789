"""One server that speaks OpenAI's chat completions, asked with patience that has an end.

No redirect is followed, no proxy or other setting is taken from the environment, and an
answer is read only up to a size and a time.
"""

from __future__ import annotations

import asyncio
import json
import ssl
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from geo.errors import ModelError
from geo.events.llm.prompt import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable

_Read = TypeVar("_Read")

MOST_BYTES = 2_000_000
"""A longer answer is not read to its end."""
_MOST_TOKENS = 4096
_CONNECT_SECONDS = 10.0
_ELSEWHERE = ("-cloud", ":cloud")
"""So end the names of models for which Ollama passes on what it is sent."""
_FIRST_WAIT = 0.5
_LONGEST_WAIT = 8.0
"""Seconds before a question is asked again; doubled each time."""
_LONGEST_ASKED_WAIT = 60.0
"""A server that asks for more is not waited for."""
_PATH = "/chat/completions"
_JSON_SCHEMA = {
    "type": "json_schema",
    "json_schema": {"name": "events", "strict": True, "schema": SCHEMA},
}
_FORMS: tuple[dict[str, Any], ...] = (
    {"response_format": _JSON_SCHEMA, "seed": 0},
    {"response_format": _JSON_SCHEMA},
    {"response_format": {"type": "json_object"}},
    {},
)
"""What is asked for beyond the bare minimum; each in turn, until the server takes one."""
_NOT_SO = frozenset({400, 415, 422, 501})
"""Answers of servers that do not know a part of the question."""
_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})


class NoAnswerError(Exception):
    """The endpoint gave nothing usable; it never leaves this package."""


class _AgainError(Exception):
    """It failed in a way that may pass."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


class _OtherFormError(Exception):
    """It refused the form of the question."""


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    headers: dict[str, str]
    body: bytes


class Endpoint:
    """A model behind an address.

    Parameters
    ----------
    url : str
        Its base, such as ``http://localhost:11434/v1``; without a path, ``/v1`` is meant.
    model : str
        The model's name, as the server knows it.
    timeout : float
        Seconds for a whole answer.
    retries : int
        How often a question is asked again after a failure that may pass.
    key : str, optional
        Sent as a bearer token.
    sleep : callable, optional
        Waits some seconds.

    Raises
    ------
    ModelError
        If the address is none that is asked, or the key none that can be sent.
    """

    def __init__(  # noqa: PLR0913  (all that limits a request)
        self,
        url: str,
        model: str,
        *,
        timeout: float,
        retries: int,
        key: str | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._url, self.host = _checked(url)
        if key and not (key.isascii() and key.isprintable()):
            message = "the key for the language model has characters that no header takes"
            raise ModelError(message)
        if timeout <= 0 or retries < 0:
            message = "a language model needs a time-out above 0 seconds, and 0 or more retries"
            raise ModelError(message)
        self.model = model
        self._timeout = timeout
        self._retries = retries
        self._key = key
        self._sleep = sleep
        self._form = 0
        self._httpx: Any = None
        self._tls: ssl.SSLContext | None = None

    @property
    def on_this_machine(self) -> bool:
        """Whether what is sent stays here, as far as address and name tell."""
        if self.model.endswith(_ELSEWHERE):
            return False
        host = urlsplit(self._url).hostname or ""
        try:
            return ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"

    @property
    def encrypted(self) -> bool:
        """Whether what is sent cannot be read on its way."""
        return self._url.startswith("https:")

    def load(self) -> None:
        """Load httpx, if it is not loaded yet.

        Raises
        ------
        ModelError
            If it is not installed, or takes the address for none.
        """
        if self._httpx is not None:
            return
        if find_spec("httpx") is None:
            message = "httpx is not installed; install it with: pip install 'dateline[llm]'"
            raise ModelError(message)
        httpx = import_module("httpx")
        try:
            httpx.URL(self._url)
        except httpx.InvalidURL as error:
            message = f"{self._url!r} is no address: {error}"
            raise ModelError(message) from error
        # Either checks certificates; without TLS there is no need to read whom to trust.
        self._tls = (
            ssl.create_default_context()
            if self.encrypted
            else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        )
        self._httpx = httpx

    def ask(self, messages: list[dict[str, str]], read: Callable[[str], _Read]) -> _Read:
        """Ask, and give what was read of the answer.

        Parameters
        ----------
        messages : list of dict
        read : callable
            Makes something of the answer's text; a ValueError is a bad answer.

        Raises
        ------
        NoAnswerError
            If there is no good answer within all limits; with the reason.
        ModelError
            As :meth:`load` does.
        """
        self.load()
        try:
            return self._in_some_form(messages, read)
        except NoAnswerError as error:
            # A server may say back what it was sent.
            reason = str(error).replace(self._key, "…") if self._key else str(error)
            raise NoAnswerError(reason) from None

    def _in_some_form(self, messages: list[dict[str, str]], read: Callable[[str], _Read]) -> _Read:
        refusal = ""
        for form in range(self._form, len(_FORMS)):
            try:
                found = self._patiently(messages, _FORMS[form], read)
            except _OtherFormError as error:
                refusal = str(error)
            else:
                self._form = form
                return found
        raise NoAnswerError(refusal)

    def _patiently(
        self,
        messages: list[dict[str, str]],
        form: dict[str, Any],
        read: Callable[[str], _Read],
    ) -> _Read:
        question = {"model": self.model, "messages": messages, "temperature": 0, "stream": False,
                    "max_tokens": _MOST_TOKENS, **form}  # fmt: skip
        sent = json.dumps(question).encode("ascii")
        wait = _FIRST_WAIT
        for left in range(self._retries, -1, -1):
            try:
                return _said(self._reply(sent), read)
            except _AgainError as error:
                if not left:
                    raise NoAnswerError(str(error)) from error
                self._sleep(min(wait, _LONGEST_WAIT) if error.wait is None else error.wait)
                wait *= 2
        raise AssertionError  # pragma: no cover

    def _reply(self, sent: bytes) -> _Reply:
        """Send a question once; the time-out is for all of it, however slowly it drips."""
        httpx = self._httpx
        try:
            reply = _run(self._fetched, sent)
        except TimeoutError as error:
            message = f"it gave no whole answer within {self._timeout:g} seconds"
            raise NoAnswerError(message) from error
        except httpx.ConnectTimeout as error:
            message = "it cannot be reached in time"
            raise _AgainError(message) from error
        except httpx.TimeoutException as error:
            message = f"it said nothing for {self._timeout:g} seconds"
            raise NoAnswerError(message) from error
        except (httpx.HTTPError, OSError, UnicodeError) as error:
            reason = _short(str(error)) or type(error).__name__
            message = f"the connection failed ({reason})"
            raise _AgainError(message) from error
        _judge(reply)
        return reply

    async def _fetched(self, sent: bytes) -> _Reply:
        httpx = self._httpx
        headers = {"Content-Type": "application/json", "Accept-Encoding": "identity"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        limits = httpx.Timeout(self._timeout, connect=min(self._timeout, _CONNECT_SECONDS))
        async with (
            asyncio.timeout(self._timeout),
            httpx.AsyncClient(
                timeout=limits, trust_env=False, follow_redirects=False, verify=self._tls
            ) as client,
            client.stream("POST", self._url, content=sent, headers=headers) as response,
        ):
            body = bytearray()
            # Raw: nothing is unpacked, so that few bytes cannot become many.
            async for chunk in response.aiter_raw():
                body += chunk
                if len(body) > MOST_BYTES:
                    message = f"its answer is longer than {MOST_BYTES // 1_000_000} MB"
                    raise NoAnswerError(message)
            return _Reply(response.status_code, dict(response.headers), bytes(body))


def _checked(url: str) -> tuple[str, str]:
    """Give the address that is asked, and its host with its port."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        message = f"{url!r} is no address of a language model: {error}"
        raise ModelError(message) from error
    if parts.scheme not in {"http", "https"} or not parts.hostname or not url.isprintable():
        message = (
            f"{url!r} is no address of a language model; it begins with http:// or https://, such"
            " as http://localhost:11434/v1"
        )
        raise ModelError(message)
    if parts.username is not None or parts.query or parts.fragment or " " in url:
        message = "the address of a language model has no user, password, query, # or space"
        raise ModelError(message)
    path = parts.path.rstrip("/") or "/v1"
    whole = path if path.endswith(_PATH) else path + _PATH
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    netloc = host if port is None else f"{host}:{port}"
    return f"{parts.scheme}://{netloc}{whole}", netloc


def _run(fetch: Callable[[bytes], Any], sent: bytes) -> _Reply:
    """Run a request to its end, also where a loop runs already, as in a notebook."""

    def to_its_end() -> _Reply:
        reply: _Reply = asyncio.run(fetch(sent))
        return reply

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return to_its_end()
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(to_its_end).result()


def _judge(reply: _Reply) -> None:
    """Raise what a status other than 200 means."""
    status = reply.status
    if status == 200:  # noqa: PLR2004  (HTTP's OK)
        return
    said = _short(reply.body[:2000].decode("utf-8", "replace"))
    reason = f"it answered with status {status}" + (f": {said}" if said else "")
    if 300 <= status < 400:  # noqa: PLR2004  (HTTP's redirections)
        target = _short(reply.headers.get("location", "")) or "elsewhere"
        message = f"it redirects to {target}, which is not followed"
        raise NoAnswerError(message)
    if status in _NOT_SO:
        raise _OtherFormError(reason)
    if status in _LATER:
        wait = _asked_wait(reply.headers.get("retry-after", ""))
        if wait is not None and wait > _LONGEST_ASKED_WAIT:
            message = f"it asks to wait for {wait:.0f} seconds"
            raise NoAnswerError(message)
        raise _AgainError(reason, wait)
    raise NoAnswerError(reason)


def _asked_wait(header: str) -> float | None:
    """Read ``Retry-After`` in seconds; a day instead is answered by our own back-off."""
    return float(header) if header.isascii() and header.isdigit() and len(header) < 10 else None  # noqa: PLR2004  (digits)


def _said(reply: _Reply, read: Callable[[str], _Read]) -> _Read:
    """Read the text of an answer out of its envelope."""
    try:
        choice = json.loads(reply.body)["choices"][0]
        content = choice["message"]["content"]
        cut = choice.get("finish_reason") == "length"
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        message = "what it sent is no chat completion"
        raise _AgainError(message) from None
    if not isinstance(content, str):
        message = "its answer holds no text"
        raise _AgainError(message)
    try:
        return read(content)
    except ValueError as error:
        if cut:
            message = f"its answer was cut off at {_MOST_TOKENS} tokens, or its context is full"
            raise NoAnswerError(message) from error
        raise _AgainError(str(error)) from error


def _short(text: str) -> str:
    """Give the start of what a server says, in a line."""
    line = " ".join(text.split())
    return line if len(line) <= 200 else f"{line[:200]}…"  # noqa: PLR2004  (characters)
