"""The newest entry of a changelog that says anything."""

import re
from datetime import date
from typing import Any

from harvesters.reading.markup import Line

_VERSION = re.compile(r"\bv?(\d{1,4}\.\d{1,6}(?:\.\d{1,8})?(?:-[\w.]{1,30})?)\b")
_DATE = re.compile(r"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b")
_MONTHS = ("jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "dec")
_MONTH_NAME = r"(jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]{0,7}\.?"
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)? {_MONTH_NAME},? (\d{{4}})\b", re.IGNORECASE
)
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH_NAME} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b", re.IGNORECASE
)
_BARE_VERSION = re.compile(
    r"\W{0,6}(?:version |release )?v?\d{1,4}\.\d{1,6}[\w.-]{0,30}\W", re.IGNORECASE
)


def latest(lines: list[Line]) -> dict[str, Any]:
    """Return the newest version that has text, and the newest date of any entry.

    An entry is a heading, or in plain text a line that begins with a version.
    """
    entries = [i for i, line in enumerate(lines) if _is_entry(line)]
    dates = [found for i in entries if (found := _date(lines[i].text))]
    version = None
    for position, start in enumerate(entries):
        end = entries[position + 1] if position + 1 < len(entries) else len(lines)
        stated = _VERSION.search(_DATE.sub(" ", lines[start].plain))
        if stated and any(line.kind in {"text", "item", "code"} for line in lines[start + 1 : end]):
            version = stated[1]
            break
    return {"latest_entry": max(dates, default=None), "latest_version": version}


def _is_entry(line: Line) -> bool:
    if line.kind == "heading":
        return bool(_VERSION.search(line.text) or _date(line.text))
    return line.kind == "text" and bool(_BARE_VERSION.match(f"{line.plain} "))


def _date(text: str) -> date | None:
    if found := _DATE.search(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.search(text):
        return _day(int(found[3]), _month(found[2]), int(found[1]))
    if found := _MONTH_FIRST.search(text):
        return _day(int(found[3]), _month(found[1]), int(found[2]))
    return None


def _month(name: str) -> int:
    name = name.lower()
    return next((n for n, start in enumerate(_MONTHS, 1) if name.startswith(start)), 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
