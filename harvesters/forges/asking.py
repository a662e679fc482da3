"""What asking any forge needs: staying with its host, waiting within bounds, faults in words."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import requests

from catalog.models.evidence import UnseenReason
from harvesters.forges.listing import Asked, ListingError

_PORTS = {"http": 80, "https": 443}
_FIRST_WAIT = 15.0  # seconds, where a forge asks to wait and does not say how long


class UnansweredError(ListingError):
    """A question went without an answer; the sentence is published.

    ``reason`` is what evidence gives. ``heavy``: less asked at a time may be answered; ``costly``:
    because the forge counts what a question costs, not because answering took too long.
    """

    def __init__(
        self,
        sentence: str,
        reason: UnseenReason = "failed",
        *,
        heavy: bool = False,
        costly: bool = False,
    ) -> None:
        """Keep what the asker decides by."""
        super().__init__(sentence)
        self.reason: UnseenReason = reason
        self.heavy = heavy
        self.costly = costly


class NotThereError(UnansweredError):
    """The forge says that there is no such thing, or none that we may see."""


class ElsewhereError(requests.RequestException):
    """A request would have left the forge's host: the token stays where it belongs."""


@dataclass
class Patience:
    """Waits when a forge asks for it, so many seconds in all."""

    left: float = 900.0
    sleep: Callable[[float], None] = time.sleep

    def wait(self, seconds: float) -> bool:
        """Wait and return True, or return False where it would be too long."""
        if seconds > self.left:
            return False
        self.left -= seconds
        self.sleep(seconds)
        return True


class SameHostSession(requests.Session):
    """Sends nothing to another scheme, host or port, and waits where a forge answers 429.

    requests follows redirects with every header that it does not know to be a secret.
    """

    def __init__(self, root: str, asked: Asked, patience: Patience) -> None:
        """Take the one address that may be asked, and what counts and waits."""
        super().__init__()
        self.home = _origin(root)
        self.asked = asked
        self.patience = patience
        self.auth = _as_it_is  # else requests would look for a password in the user's files

    def send(
        self,
        request: requests.PreparedRequest,
        **kwargs: Any,  # noqa: ANN401 as in requests itself
    ) -> requests.Response:
        """Send a request, again after each wait; redirects come through here too.

        Raises:
            ElsewhereError: the request is for another host.
        """
        if _origin(request.url or "") != self.home:
            raise ElsewhereError
        turn = 0
        while True:
            self.asked.requests += 1
            response = super().send(request, **kwargs)
            if response.status_code != requests.codes.too_many_requests:
                return response
            if not self.patience.wait(_wait_asked_for(response, turn)):
                return response
            turn += 1

    def rebuild_auth(self, *_: object) -> None:
        """Leave a redirected request's authorisation as it is: it goes to the same host."""


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _origin(url: str) -> tuple[str, str, int | None]:
    parts = urlsplit(url)
    return parts.scheme, (parts.hostname or "").lower(), parts.port or _PORTS.get(parts.scheme)


def _wait_asked_for(response: requests.Response, turn: int) -> float:
    after = response.headers.get("Retry-After", "").strip()
    until = response.headers.get("RateLimit-Reset", "").strip()
    if after.isdigit():
        return max(1.0, float(after))
    if after:
        return _until_date(after, turn)
    if until.isdigit():
        return max(1.0, float(until) - time.time())
    return _FIRST_WAIT * 2.0**turn


def _until_date(after: str, turn: int) -> float:
    try:
        return max(1.0, parsedate_to_datetime(after).timestamp() - time.time())
    except ValueError:
        return _FIRST_WAIT * 2.0**turn
