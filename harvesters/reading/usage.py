"""What a body says on its own domain that it uses: ``/.well-known/publiccode-usage.json``.

The form is the one proposed beside publiccode.yml: ``organization.url``, ``lastUpdated`` and
``software[]`` with ``url``, ``status`` and ``until``. Our own stages are understood as well.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from catalog.errors import KodkatalogError
from catalog.models.address import key_of
from catalog.models.curated import Stage
from catalog.models.usage import STAGES, UsageSeen, UsedSeen
from harvesters.reading.structured import json_mapping

MOST = 1000  # entries that are believed of one body
_LONGEST = 500  # characters of an address
_ADDRESS = re.compile(r"https://[\w.-]+(?::\d{1,5})?/[^\s\"<>\\]+", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_STATUS: dict[str, Stage] = {"evaluation": "evaluating", **{stage: stage for stage in STAGES}}


class UsageError(KodkatalogError):
    """It is no such file, or not this body's. The text is published."""


def read_usage(content: bytes, domain: str, today: date) -> UsageSeen:
    """Read a file. What is not understood in it is left out, and so is what is still to come.

    Raises:
        UsageError: it is not of that form, or names another organisation than the domain's.
    """
    document = json_mapping(content.decode("utf-8-sig", "replace"))
    rows = document.get("software") if document else None
    if document is None or not isinstance(rows, list):
        raise UsageError(f"{domain} answered with something that is not its format")
    if not _is_own(document.get("organization"), domain):
        raise UsageError(f"{domain} answered with the file of another organisation")
    if len(rows) > MOST:
        raise UsageError(f"{domain} names more software than can be believed")
    found: dict[str, UsedSeen] = {}
    for used in _used(rows, today):
        key = key_of(used.url)
        found[key] = _further(found[key], used) if key in found else used
    software = tuple(sorted(found.values(), key=lambda used: used.url))
    return UsageSeen(said=_day(document.get("lastUpdated"), today), software=software)


def _is_own(organisation: Any, domain: str) -> bool:  # noqa: ANN401 - whatever was sent
    """Tell whether it says nothing of whose it is, or that it is this domain's."""
    url = organisation.get("url") if isinstance(organisation, dict) else None
    if url is None:
        return True
    text = str(url)[:_LONGEST]
    try:
        host = urlsplit(text if "://" in text else f"https://{text}").hostname or ""
    except ValueError:
        return False
    return host.lower().removeprefix("www.") == domain.lower().removeprefix("www.")


def _used(rows: list[Any], today: date) -> Iterator[UsedSeen]:
    for row in rows:
        url = row.get("url") if isinstance(row, dict) else None
        if isinstance(url, str) and len(url) <= _LONGEST and _ADDRESS.fullmatch(url):
            stage = _STATUS.get(str(row.get("status", ""))[:20].lower())
            yield UsedSeen(url=url, stage=stage, until=_day(row.get("until"), today))


def _further(one: UsedSeen, other: UsedSeen) -> UsedSeen:
    """Return the entry that has come further, where a file names software twice."""
    use: tuple[Stage | None, ...] = ("production", "pilot", "testing", "evaluating", "interested")
    for stage in use:
        if stage in (one.stage, other.stage):
            return one if one.stage == stage else other
    return one


def _day(value: Any, today: date) -> date | None:  # noqa: ANN401 - whatever was sent
    """Return a day that has been; a moment's day where it gives one."""
    text = value[:10] if isinstance(value, str) else ""
    if not _DAY.fullmatch(text):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day <= today else None
