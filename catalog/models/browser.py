"""What a run of the tests in a real browser has found, and when: machines write it."""

import datetime as dt

from pydantic import NonNegativeInt

from catalog.models.base import Frozen


class BrowserRun(Frozen):
    """One run. ``views`` is each kind of page in each language, scheme and width.

    ``commit`` is the state of the software and of the data that was looked at. A journey that was
    not begun is in neither list.
    """

    date: dt.date
    commit: str
    chromium: str
    axe: str
    kinds: tuple[str, ...]
    languages: tuple[str, ...]
    schemes: tuple[str, ...]
    widths: tuple[int, ...]
    views: NonNegativeInt
    findings: NonNegativeInt
    passed: NonNegativeInt
    failed: NonNegativeInt
    journeys: tuple[str, ...] = ()
    broken_journeys: tuple[str, ...] = ()
