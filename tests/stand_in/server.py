"""A forge that answers on this machine: made-up bodies, latency, limits and faults on demand.

The server knows no forge. A forge is a function from a request to an answer (or None: not mine);
faults come before it and latency before all.
"""

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Request:
    """A request as it came in. Header names are in lower case."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """Return the body as JSON."""
        return json.loads(self.body)


@dataclass(frozen=True)
class Answer:
    """An answer; ``cut`` sends only that many bytes of the body and then hangs up."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None

    @classmethod
    def of(cls, value: object, status: int = 200, **headers: str) -> "Answer":
        """Answer with JSON; ``x_total=3`` is the header ``X-Total: 3``."""
        named = {name.replace("_", "-").title(): text for name, text in headers.items()}
        content = {"Content-Type": "application/json; charset=utf-8"}
        return cls(status, json.dumps(value).encode(), content | named)


Forge: TypeAlias = Callable[[Request], Answer | None]


@dataclass
class Fault:
    """Answers in a forge's place: for requests that match, ``times`` times (None: always)."""

    answer: Callable[[Request], Answer | None]  # None: let the forge answer after all
    matches: Callable[[Request], bool] = lambda _request: True
    times: int | None = 1
    after: int = 0  # matching requests that are let through first

    def strike(self, request: Request) -> Answer | None:
        """Return the faulty answer where it is this fault's turn."""
        if self.times == 0 or not self.matches(request):
            return None
        if self.after:
            self.after -= 1
            return None
        answer = self.answer(request)
        if answer is not None and self.times is not None:
            self.times -= 1
        return answer


class StandIn(ThreadingHTTPServer):
    """The server: its address is ``base``, what it was asked is in ``requests``."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, *forges: Forge, latency: float = 0.0) -> None:
        """Listen on a free port of this machine; ``latency`` is in seconds a request."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.forges = list(forges)
        self.latency = latency
        self.faults: list[Fault] = []
        self.requests: list[Request] = []
        self.sent = 0  # bytes of bodies
        self.lock = threading.Lock()

    @property
    def base(self) -> str:
        """The address, without a slash at its end."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def answer(self, request: Request) -> Answer:
        """Answer one request."""
        with self.lock:
            self.requests.append(request)
            struck = next((a for f in self.faults if (a := f.strike(request))), None)
        if struck:
            return struck
        answers = (forge(request) for forge in self.forges)
        return next((a for a in answers if a), Answer.of({"message": "Not Found"}, 404))


@contextmanager
def running(server: StandIn) -> Iterator[StandIn]:
    """Serve for as long as the block lasts."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: StandIn
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def _answer(self) -> None:
        time.sleep(self.server.latency)
        parts = urlsplit(self.path)
        answer = self.server.answer(
            Request(
                self.command,
                parts.path,
                dict(parse_qsl(parts.query, keep_blank_values=True)),
                {name.lower(): value for name, value in self.headers.items()},
                self._body(),
            )
        )
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        body = answer.body if answer.cut is None else answer.body[: answer.cut]
        self.wfile.write(body)
        with self.server.lock:
            self.server.sent += len(body)
        self.close_connection = self.close_connection or answer.cut is not None

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            return b"".join(iter(self._chunk, b""))
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def _chunk(self) -> bytes:
        size = int(self.rfile.readline().split(b";")[0], 16)
        chunk = self.rfile.read(size)
        self.rfile.readline()
        return chunk

    def log_message(self, *_: object) -> None:
        """Say nothing: the test asks ``requests``."""
