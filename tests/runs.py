"""A run of the tests in a browser, invented."""

from datetime import date

from catalog.models.browser import BrowserRun

RUN = BrowserRun(
    date=date(2026, 8, 23),
    commit="c0ffee" * 6 + "c0ff",
    chromium="150.0.1",
    axe="4.12.1",
    kinds=("", "projects/"),
    languages=("sv", "en"),
    schemes=("light", "dark"),
    widths=(320, 1280),
    views=16,
    findings=0,
    passed=40,
    failed=1,
    journeys=("compare", "fit"),
    broken_journeys=("take-part",),
)
