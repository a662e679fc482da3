"""A real browser, and the shipped catalogue's site on this machine to look at with it."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    sync_playwright,
)

from catalog.publish.build import build

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 8, 22)  # of the shipped harvest
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
REQUIRED = "KODKATALOG_BROWSER"  # set to "required", a missing browser is a failure

Open = Callable[..., Page]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; yields its address, without a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the machine's Chromium; where there is none, say so."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        told = "no Chromium on this machine: install Debian's package chromium to run these tests"
        if os.environ.get(REQUIRED) == "required":
            pytest.fail(told)
        pytest.skip(told)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build the shipped catalogue and serve it."""
    output = tmp_path_factory.mktemp("site") / "public"
    build(ROOT, TODAY, output=output)
    with served(output) as at:
        yield at


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Open]:
    """Open a page of the site; whatever goes wrong in it, or leaves for elsewhere, is an error."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def refuse(dialog: Dialog) -> None:
        wrong.append(dialog.message)
        dialog.dismiss()

    def open_page(path: str, *, width: int = 1280, scheme: str = "light") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
            locale="sv-SE",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda told: wrong.extend(_error(told)))
        page.on("dialog", refuse)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request",
            lambda sent: None if sent.url.startswith(address) else wrong.append(sent.url),
        )
        page.goto(f"{address}/{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [] == wrong


def _error(told: ConsoleMessage) -> list[str]:
    """Return an error of the console with where it comes from; nothing for what is none.

    The browser fetches the icon of the tab when it likes, also where a test has no network.
    """
    where = told.location["url"]
    is_icon = where.endswith("/assets/kodkatalog.svg") and "DISCONNECTED" in told.text
    return [] if told.type != "error" or is_icon else [f"{told.text} ({where})"]
