"""A real browser, and the shipped catalogue's site on this machine to look at with it."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    Request,
    expect,
    sync_playwright,
)

from catalog.publish.build import build
from tests.browser.report import JOURNEY, Report, commit_of
from tests.browser.serving import served

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 8, 22)  # of the shipped harvest
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
REQUIRED = "KODKATALOG_BROWSER"  # set to "required", a missing browser is a failure
NONE = "No Chromium on this machine, so no page was looked at: install Debian's package chromium."
REPORT = "--accessibility-report"
PATIENCE = 30_000  # milliseconds; a machine that does other things as well is slow, not wrong

# What moves by itself on a page is told as an error; what a reader has touched may move others.
MOVED = """(() => {
  let touched = Infinity;
  for (const kind of ["input", "change", "click", "keydown"]) {
    addEventListener(kind, (event) => { touched = Math.min(touched, event.timeStamp); }, true);
  }
  new PerformanceObserver((list) => {
    for (const { value, startTime, hadRecentInput, sources } of list.getEntries()) {
      if (!value || hadRecentInput || startTime > touched || matchMedia("print").matches) continue;
      if (document.querySelector("details :target")) continue;  // the browser itself unfolds it
      const what = sources.map(({ node }) => node?.id || node?.className || node?.nodeName);
      console.error(`moved by ${value}: ${what.join(", ")}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
})()"""

Open = Callable[..., Page]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what ``make accessibility-report`` asks for."""
    parser.addoption(REPORT, metavar="FILE", help="write there what was looked at and found")
    parser.addoption("--on", metavar="DAY", help="the day of the report")


def pytest_configure(config: pytest.Config) -> None:
    """Gather what tests tell where a report is asked for."""
    path = config.getoption(REPORT, default=None)
    if path:
        report = Report(ROOT / path, date.fromisoformat(config.getoption("--on")),
                        commit_of(ROOT, Path(path)))  # fmt: skip
        config.pluginmanager.register(report)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Find the machine's Chromium; where there is none, say so."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None and os.environ.get(REQUIRED) == "required":
        pytest.exit(NONE, returncode=1)
    if path is None:
        pytest.skip(NONE)
    return path


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once, in a sentence, why nothing was looked at."""
    if any(NONE in str(report.longrepr) for report in terminalreporter.getreports("skipped")):
        terminalreporter.write_line(NONE)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Start it, once."""
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE)
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
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
def fetched() -> list[Request]:
    """Gather what the pages of a test have fetched."""
    return []


@pytest.fixture
def visit(browser: Browser, address: str, fetched: list[Request]) -> Iterator[Open]:
    """Open a page of the site; whatever goes wrong in it, or leaves for elsewhere, is an error.

    ``day`` is the reader's; ``leaves`` begins the addresses that the test itself leaves for.
    """
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_page(path: str, *, width: int = 1280, scripts: bool = True,
                  day: str | None = None, leaves: str | None = None) -> Page:  # fmt: skip
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            reduced_motion="reduce",
            locale="sv-SE",
            java_script_enabled=scripts,
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(MOVED)
        watch(context, tuple(filter(None, (address, leaves))), wrong)
        context.on("requestfinished", lambda request: fetched.extend([request]))
        page = context.new_page()
        if day:
            page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T12:00"))
        page.goto(f"{address}/{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [] == wrong


@pytest.fixture(autouse=True)
def _journey(
    request: pytest.FixtureRequest, record_property: Callable[[str, object], None]
) -> None:
    """Tell which journey a test makes."""
    for mark in request.node.iter_markers(JOURNEY):
        record_property(JOURNEY, mark.args[0])


def watch(context: BrowserContext, within: tuple[str, ...], wrong: list[str]) -> None:
    """Note errors, dialogs, and requests for what does not begin with one of these addresses."""

    def refuse(dialog: Dialog) -> None:
        wrong.append(dialog.message)
        dialog.dismiss()

    context.on("console", lambda told: wrong.extend(_error(told)))
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    context.on(
        "request",
        lambda sent: None if sent.url.startswith(within) else wrong.append(sent.url),
    )
    context.on("dialog", refuse)


def _error(told: ConsoleMessage) -> list[str]:
    """Return an error of the console with where it comes from; nothing for what is none.

    The browser fetches the icon of the tab when it likes, also where a test has no network.
    """
    where = told.location["url"]
    is_icon = where.endswith("/assets/kodkatalog.svg") and "DISCONNECTED" in told.text
    return [] if told.type != "error" or is_icon else [f"{told.text} ({where})"]
