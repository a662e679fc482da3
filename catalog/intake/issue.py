"""An issue as a forge tells of it, or as a Markdown file: its number, day and text."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from catalog.errors import KodkatalogError
from catalog.intake.plain import cleaned

MOST_BYTES = 4 * 1024 * 1024
MOST_LETTERS = 70_000  # GitHub ends an issue at 65,536
_MOST_DIGITS = 9


class NotAnIssueError(KodkatalogError):
    """The file is not an issue; the text says what was expected."""


@dataclass(frozen=True)
class Issue:
    """What intake uses of an issue: never who wrote it. ``name`` is its number, or made of it."""

    name: str
    body: str
    day: dt.date | None = None
    too_long: bool = False


def read_issue(content: bytes) -> Issue:
    """Read what GitHub or GitLab say of an issue, as an object or an event, or Markdown.

    Raises:
        NotAnIssueError: it is neither.
    """
    if len(content) > MOST_BYTES:
        raise NotAnIssueError(f"the issue is larger than {MOST_BYTES // 2**20} MiB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotAnIssueError("the issue is not UTF-8 text - save it as UTF-8") from None
    if not text.lstrip().startswith("{"):
        return _issue({}, text)
    return _from_forge(text)


def _from_forge(text: str) -> Issue:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        raise NotAnIssueError("the file begins as JSON but is not - is it whole?") from None
    for key in ("issue", "object_attributes"):  # events of GitHub and of GitLab
        told = told[key] if isinstance(told.get(key), dict) else told
    body = next((told[k] for k in ("body", "description") if k in told), told)
    if body is not None and not isinstance(body, str):
        raise NotAnIssueError("this JSON is no issue - give the forge's issue object, or an event")
    return _issue(told, body or "")


def _issue(told: Mapping[str, Any], body: str) -> Issue:
    too_long = len(body) > MOST_LETTERS
    body = cleaned(body[:MOST_LETTERS])
    number = told.get("number") or told.get("iid")
    if type(number) is int and 0 < number < 10**_MOST_DIGITS:
        name = str(number)
    else:  # the same text is the same branch
        name = f"text-{sha256(body.encode()).hexdigest()[:_MOST_DIGITS]}"
    return Issue(name, body, _day(told.get("created_at")), too_long)


def _day(told: object) -> dt.date | None:
    """Return the day that a forge's time begins with; forges differ in how they go on."""
    try:
        return dt.date.fromisoformat(told[:10]) if isinstance(told, str) else None
    except ValueError:
        return None
