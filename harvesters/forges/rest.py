"""Asking a forge over HTTP: waits that end, secrets for one host only, faults as sentences."""

import threading
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

import requests
from pydantic import SecretStr
from requests.auth import AuthBase

from catalog.models.evidence import UnseenReason
from harvesters.forges.account import Account
from harvesters.forges.asking import Patience, asked_to_wait, in_words
from harvesters.forges.listing import Asked, ListingError, RateLimitedError

TIMEOUT = 20.0  # seconds to connect, and between two pieces of an answer
NOT_FOUND = 404
_TRIES = 3  # for what may pass by itself
_UNAUTHORIZED, _FORBIDDEN, _GONE, _TOO_MANY = 401, 403, 410, 429
_PASSING = frozenset({500, 502, 503, 504})


class RefusalError(ListingError):
    """A forge did not answer as asked. The text is published: no address, no token."""

    def __init__(self, text: str, reason: UnseenReason, status: int | None = None) -> None:
        """Keep what becomes unseen by it, and the status that was answered."""
        super().__init__(text)
        self.unseen = reason
        self.status = status

    @property
    def of_listing(self) -> ListingError:
        """What it means for a listing."""
        known = RateLimitedError if self.unseen == "rate-limited" else ListingError
        return known(str(self))


class _PassingError(RefusalError):
    """A fault that may be over when asked again."""


class Reply(NamedTuple):
    """JSON with what its headers say: how many there are of all, and whether a page follows."""

    value: Any
    total: int | None
    more: bool | None  # None: no header tells


class Token(AuthBase):
    """Shows a token, or nothing; either way no other secret of this machine (netrc) is shown."""

    def __init__(self, token: SecretStr | None, scheme: str) -> None:
        """Keep the token out of every representation."""
        self._token = token
        self._scheme = scheme

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Put the token into a request."""
        if self._token:
            request.headers["Authorization"] = f"{self._scheme} {self._token.get_secret_value()}"
        return request


class OneHost(requests.Session):
    """A session that goes where it was sent and nowhere else, and counts what it asks."""

    def __init__(self, host: str, auth: AuthBase, asked: Asked) -> None:
        """Name the host as people know it, for what is said of refused redirects."""
        super().__init__()
        self.auth = auth
        self._host = host
        self._asked = asked
        self._lock = threading.Lock()

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:  # noqa: ANN401 -- as the library has it
        """Count a request, redirected ones too."""
        with self._lock:
            self._asked.requests += 1
        return super().send(request, **kwargs)

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        """Refuse a redirect to another host, port or scheme."""
        target: str | None = super().get_redirect_target(resp)
        if target and origin(urljoin(resp.url, target)) != origin(resp.url):
            resp.close()
            raise RefusalError(f"{self._host} sends us on to another host: refused", "failed")
        return target

    def rebuild_auth(self, *_: object) -> None:
        """Leave the secret as it is: only redirects within its host are followed."""


class Client:
    """Gets JSON from one forge's API, from several threads if need be."""

    def __init__(self, account: Account, api: str, scheme: str, patience: Patience) -> None:
        """``api`` is the path below the forge's root, ``scheme`` how it wants its token shown."""
        self.asked = Asked()
        self._account = account
        self._api = f"{account.root}{api}"
        self._session = OneHost(account.host, Token(account.token, scheme), self.asked)
        self._session.headers.update({"Accept": "application/json", "User-Agent": "kodkatalog"})
        self._patience = patience
        self._stopped = False

    def get(self, path: str, query: Mapping[str, str | int] | None = None) -> Reply:
        """Ask until there is an answer, or none is to be had.

        Raises:
            RefusalError: with the reason, and the status where one was answered.
        """
        tries = 0
        while True:
            try:
                answer = self._once(path, query or {})
            except _PassingError:
                tries += 1
                if tries >= _TRIES:
                    raise
                self._wait(float(2 ** (tries - 1)))
                continue
            if answer.status_code != _TOO_MANY:
                return self._reply(answer)
            self._wait(asked_to_wait(answer.headers, otherwise=2.0**tries))
            tries += 1

    def _once(self, path: str, query: Mapping[str, str | int]) -> requests.Response:
        host = self._account.host
        if self._stopped:
            raise self._too_long()
        try:
            answer = self._session.get(f"{self._api}{path}", params=query, timeout=TIMEOUT)
        except requests.Timeout:
            raise _PassingError(f"{host} did not answer in time", "failed") from None
        except requests.exceptions.ChunkedEncodingError:
            raise _PassingError(f"{host} hung up in the middle of an answer", "failed") from None
        except requests.ConnectionError:
            raise _PassingError(f"{host} cannot be reached", "failed") from None
        except requests.RequestException:
            raise RefusalError(f"{host} could not be asked", "failed") from None
        status = answer.status_code
        if status in _PASSING:
            text = f"{host} could not answer and said so with status {status}"
            raise _PassingError(text, "failed", status)
        return answer

    def _reply(self, answer: requests.Response) -> Reply:
        if not answer.ok:
            raise self._refusal(answer.status_code)
        try:
            value = answer.json()
        except ValueError:
            raise RefusalError(
                f"{self._account.host} answered with something that is not JSON", "failed"
            ) from None
        total = answer.headers.get("X-Total-Count", "")
        more = "next" in answer.links if answer.links else None
        return Reply(value, int(total) if total.isascii() and total.isdigit() else None, more)

    def _refusal(self, status: int) -> RefusalError:
        host, name = self._account.host, self._account.token_name
        if status in (_UNAUTHORIZED, _FORBIDDEN) and self._account.token:
            text = f"the token in the environment variable {name} is not accepted by {host}"
            lacking = ": it may lack the right to read this" if status == _FORBIDDEN else ""
            return RefusalError(text + lacking, "forbidden", status)
        if status == _UNAUTHORIZED:
            text = f"{host} answers only to those who show a token"
            return RefusalError(text, "no-token", status)
        if status == _FORBIDDEN:
            return RefusalError(f"{host} refuses to answer", "forbidden", status)
        reason: UnseenReason = "unreadable" if status in (NOT_FOUND, _GONE) else "failed"
        return RefusalError(f"{host} answered with the status {status}", reason, status)

    def _wait(self, seconds: float) -> None:
        """Wait as asked; where it would be too long, never ask again."""
        if not self._patience.wait(seconds):
            self._stopped = True
            raise self._too_long(seconds)

    def _too_long(self, seconds: float = 0) -> RefusalError:
        time = f" about {in_words(seconds)}" if seconds else ""
        text = f"{self._account.host} asks us to wait{time} before the next question"
        return RefusalError(text, "rate-limited", _TOO_MANY)


def origin(address: str) -> tuple[str, str | None, int | None]:
    """Return scheme, host and port: where a secret may go is one such and no other."""
    parts = urlsplit(address)
    default = {"http": 80, "https": 443}.get(parts.scheme)
    return parts.scheme, parts.hostname, parts.port or default
