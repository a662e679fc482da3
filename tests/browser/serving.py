"""A folder on this machine's loopback, compressed as a host of static files would."""

import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

WORDS = (".html", ".css", ".js", ".json", ".svg", ".csv", ".xml", ".txt", ".yml", ".yaml")


@cache
def compressed(path: Path) -> bytes:
    """Return a file as gzip makes it at its usual level."""
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class _Compressing(SimpleHTTPRequestHandler):
    """Gives what is text compressed, and says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""

    def send_head(self) -> io.BytesIO | None:
        """Answer with a compressed file where the path is one; else as every server."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if self.path.partition("?")[0].endswith("/") else path
        if not path.is_file() or path.suffix not in WORDS:
            return super().send_head()  # type: ignore[return-value]  # a file, open for reading
        content = compressed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)


def _serve(folder: Path, port: Connection) -> None:
    """Serve until the process ends; tell the port first."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressing, directory=str(folder)))
    port.send(server.server_port)
    server.serve_forever()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; yields its address, without a slash at the end.

    In a process of its own, for builds copy this one, which must have no threads then.
    """
    spawning = get_context("spawn")
    ours, theirs = spawning.Pipe(duplex=False)
    process = spawning.Process(target=_serve, args=(folder, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        yield f"http://127.0.0.1:{ours.recv()}"
    finally:
        process.terminate()
        process.join()
