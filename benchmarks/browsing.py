"""What a browser fetches and how long the first search result takes, in this machine's Chromium."""

import gzip
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_TYPED = """(word) => new Promise((done) => {
  const box = document.getElementById("q"), started = performance.now();
  const got = (entry) => entry.startTime >= started && entry.responseEnd <= performance.now();
  const look = () => document.querySelector("#results tbody a") ? done({
    ms: performance.now() - started,
    got: performance.getEntriesByType("resource").filter(got).map((entry) => entry.name),
  }) : requestAnimationFrame(look);
  box.focus(); box.value = word;
  box.dispatchEvent(new Event("input", { bubbles: true })); look();
})"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


def compressed(path: Path) -> int:
    """Return the bytes of a file as servers send it."""
    return len(gzip.compress(path.read_bytes(), 6))


def browse(site: Path, word: str) -> dict[str, Any] | str:
    """Open start, list and a project, and search; a sentence where no browser is here."""
    path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where it is
    except ImportError:
        return "not measured: Playwright for Python is not installed"
    if path is None:
        return "not measured: no Chromium on this machine"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            told = _look(browser, f"http://127.0.0.1:{server.server_port}", site, word)
            browser.close()
    finally:
        server.shutdown()
        server.server_close()
    return told


def _look(browser: Any, address: str, site: Path, word: str) -> dict[str, Any]:  # noqa: ANN401
    told: dict[str, Any] = {}
    project = next((site / "sv" / "projects").glob("[a-z]*/index.html")).parent.name
    for name, path in {
        "start": "sv/", "project": f"sv/projects/{project}/", "list": "sv/projects/",
    }.items():  # fmt: skip
        page = browser.new_context().new_page()
        asked: list[str] = []
        page.on("request", lambda sent, asked=asked: asked.append(urlsplit(sent.url).path))
        page.goto(f"{address}/{path}", wait_until="networkidle")
        told[name] = _weight(site, asked)
    asked.clear()
    found = page.evaluate(_TYPED, word)
    told["result_ms"] = round(found["ms"])
    told["result"] = _weight(site, [urlsplit(address).path for address in found["got"]])
    page.wait_for_load_state("networkidle")
    told["all"] = _weight(site, asked)
    return told


def _weight(site: Path, asked: list[str]) -> int:
    """Return the compressed bytes of what was asked for; a folder is its page."""
    files = (site / path.strip("/") for path in asked)
    return sum(compressed(f / "index.html" if f.is_dir() else f) for f in files if f.exists())
