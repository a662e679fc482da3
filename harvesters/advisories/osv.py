"""OSV over HTTP (google.github.io/osv.dev/api): what concerns a package, and what that says.

What is sent: a registry's name, a package's name and its version, nothing else. No token, no
address of a repository.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

import requests

from catalog.errors import KodkatalogError
from harvesters.forges.account import standing_in
from harvesters.forges.asking import Patience, asked_to_wait
from harvesters.forges.listing import Asked
from harvesters.forges.rest import OneHost, RefusalError, Token

HOST = "api.osv.dev"
BATCH = 1000  # questions of one request: the most that is answered
MOST_PAGES = 50
_TIMEOUT = (20.0, 60.0)  # seconds to connect, and between two pieces of an answer
_LARGEST = 32 * 1024 * 1024  # bytes of one answer
_TRIES = 3
_PASSING = frozenset({429, 500, 502, 503, 504})
_NOT_FOUND = 404

_ID = re.compile(r"[A-Za-z][A-Za-z0-9:._-]{0,99}")

Question = Mapping[str, Any]


class AdvisoriesError(KodkatalogError):
    """OSV did not answer as asked. The text is published."""


class Osv:
    """Asks OSV, or what stands in for it on this machine."""

    def __init__(self, environment: Mapping[str, str], patience: Patience) -> None:
        """``patience`` is how long it may be waited for in all."""
        self._root = standing_in(HOST, environment) or f"https://{HOST}"
        self._session = OneHost(HOST, Token(None, ""), Asked())
        self._session.headers.update({"Accept": "application/json", "User-Agent": "kodkatalog"})
        self._patience = patience

    def concerning(self, questions: Sequence[Question]) -> list[dict[str, str]]:
        """Return for each question the ids that concern it, with the mark of their version.

        Raises:
            AdvisoriesError: it did not answer, or not as its documentation says.
        """
        found: list[dict[str, str]] = [{} for _ in questions]
        open_ones = list(enumerate(questions))
        for _ in range(MOST_PAGES):
            if not open_ones:
                return found
            further: list[tuple[int, Question]] = []
            for start in range(0, len(open_ones), BATCH):
                part = open_ones[start : start + BATCH]
                for (number, question), row in zip(part, self._batch(part), strict=True):
                    found[number] |= _ids(row)
                    if token := row.get("next_page_token"):
                        further.append((number, {**question, "page_token": token}))
            open_ones = further
        raise AdvisoriesError(f"{HOST} answers without end")

    def advisory(self, identifier: str) -> dict[str, Any] | None:
        """Return one advisory as OSV has it; None where it was withdrawn meanwhile.

        Raises:
            AdvisoriesError: it did not answer, or not with an advisory.
        """
        answer = self._ask("GET", f"/v1/vulns/{quote(identifier, safe='')}")
        if answer is not None and answer.get("id") != identifier:
            raise AdvisoriesError(f"{HOST} answered with another advisory than was asked for")
        return None if answer and answer.get("withdrawn") else answer

    def _batch(self, part: Sequence[tuple[int, Question]]) -> list[dict[str, Any]]:
        answer = self._ask("POST", "/v1/querybatch", {"queries": [q for _, q in part]}) or {}
        rows = answer.get("results")
        if not isinstance(rows, list) or len(rows) != len(part):
            raise AdvisoriesError(f"{HOST} answered another number of questions than were asked")
        return [row if isinstance(row, dict) else {} for row in rows]

    def _ask(self, method: str, path: str, body: Question | None = None) -> dict[str, Any] | None:
        """Ask, again where a fault may pass, for as long as patience lasts."""
        for tries in range(_TRIES):
            reason, wait = "", 2.0**tries
            try:
                answer = self._session.request(
                    method, f"{self._root}{path}", json=body, timeout=_TIMEOUT
                )
            except requests.Timeout:
                reason = f"{HOST} did not answer in time"
            except (requests.RequestException, RefusalError):
                reason = f"{HOST} cannot be reached"
            else:
                if answer.status_code not in _PASSING:
                    return _object(answer)
                reason = f"{HOST} answered with the status {answer.status_code}"
                wait = asked_to_wait(answer.headers, otherwise=wait)
            if tries + 1 == _TRIES or not self._patience.wait(wait):
                break
        raise AdvisoriesError(reason)


def _object(answer: requests.Response) -> dict[str, Any] | None:
    if answer.status_code == _NOT_FOUND:
        return None
    if not answer.ok:
        raise AdvisoriesError(f"{HOST} answered with the status {answer.status_code}")
    if len(answer.content) > _LARGEST:
        raise AdvisoriesError(f"{HOST} answered with more than can be read")
    try:
        value = answer.json()
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise AdvisoriesError(f"{HOST} answered with something that is not its format")
    return value


def _ids(row: Mapping[str, Any]) -> dict[str, str]:
    listed = row.get("vulns")
    vulns = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    told = ((one.get("id"), one.get("modified")) for one in vulns)
    return {i: str(m or "") for i, m in told if isinstance(i, str) and _ID.fullmatch(i)}
