"""Asks GitHub through PyGithub, waits where it must, and words what went wrong.

PyGithub's own retrying is off: it repeats what is too heavy, sleeps as long as it is told, and
leaves a 429 and a 200 that says RATE_LIMITED alone (measured). Its throttle of one write a second
is off too, since a GraphQL query is a read that happens to be posted.
"""

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

import github
import jwt
import requests
from github import Auth, Github, GithubException, GithubIntegration

from harvesters.forges.account import Account, TokenError
from harvesters.forges.asking import Patience, asked_to_wait, in_words
from harvesters.forges.listing import (
    Asked,
    ListingError,
    NoSuchAccountError,
    RateLimitedError,
    RefusedError,
    TooHeavyError,
)

TRIES = 3  # of what may pass: a cut connection, a 500, an answer that is no JSON
PAUSE = 2.0  # seconds before the second try, twice that before the third
BETWEEN = 0.05  # seconds between two requests
TIMEOUT = 20  # seconds without an answer; GitHub gives up after ten
_HEAVY = frozenset({"RESOURCE_LIMITS_EXCEEDED", "MAX_NODE_LIMIT_EXCEEDED", "TIMEOUT"})
# As it is imported, PyGithub makes its log print addresses that have moved, on the terminal.
logging.getLogger("github").setLevel(logging.ERROR)
_SERVER_ERROR, _TOO_MANY, _GATEWAY = 500, 429, (502, 504)


class Reply(NamedTuple):
    """The data of a GraphQL answer, as much as there is, and its errors by the path they tell."""

    data: dict[str, Any]
    errors: tuple[Mapping[str, Any], ...]

    def error_at(self, *path: str | int) -> str | None:
        """Return the kind of the error at a path or above it."""
        for error in self.errors:
            where = error.get("path") or ()
            if tuple(where) == path[: len(where)] and where:
                return str(error.get("type") or "UNKNOWN")
        return None


@dataclass
class Client:
    """One account's conversation with GitHub."""

    account: Account
    patience: Patience = field(default_factory=Patience)
    asked: Asked = field(default_factory=Asked)

    @property
    def has_token(self) -> bool:
        """Whether GraphQL can be asked, which GitHub answers to nobody without a token."""
        return self.account.token is not None or self.account.app is not None

    def graphql(self, document: str, variables: Mapping[str, object]) -> Reply:
        """Ask one GraphQL document; partial data comes back with its errors.

        Raises:
            RateLimitedError: it asks to wait for too long.
            TooHeavyError: it gave up; ask for less.
            ListingError: anything else that leaves no data.
        """
        body = {"query": document, "variables": dict(variables)}
        while True:
            headers, answer = self._ask("POST", self._requester.graphql_url, body)
            with understood(self._host):
                errors = _errors_of(answer)
            kinds = {str(error.get("type")) for error in errors}
            if "RATE_LIMITED" in kinds:
                self._wait(headers)
                continue
            data = answer.get("data")
            if kinds & _HEAVY or (not data and errors and kinds == {"None"}):
                raise TooHeavyError(f"{self._host} gave up on a question that is too heavy")
            if not isinstance(data, dict):
                raise ListingError(f"{self._host} gave an answer without data")
            self.asked.points += _cost_of(data)
            return Reply(data, errors)

    def rest(self, path: str, **parameters: object) -> Any:  # noqa: ANN401 - JSON of any shape
        """Ask one REST address; the answer is JSON of any shape.

        Raises:
            NoSuchAccountError: there is nothing at this address.
            ListingError: as :meth:`graphql`.
        """
        return self._ask("GET", path, None, parameters)[1]

    def page(self, path: str, **parameters: object) -> tuple[Any, bool | None]:
        """Ask one page of a list; tell whether more follow, None where there are no links.

        https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api

        Raises:
            ListingError: as :meth:`rest`.
        """
        headers, part = self._ask("GET", path, None, parameters)
        links = {name.lower(): value for name, value in headers.items()}.get("link")
        return part, 'rel="next"' in links if links else None

    def _ask(
        self, verb: str, url: str, body: object, parameters: Mapping[str, object] | None = None
    ) -> tuple[Mapping[str, str], Any]:
        tries = 0
        while True:
            self.asked.requests += 1
            try:
                return self._requester.requestJsonAndCheck(
                    verb, url, parameters=dict(parameters or {}), input=body
                )
            except GithubException as error:
                passing = self._told(error)
            except (requests.exceptions.RequestException, json.JSONDecodeError) as error:
                passing = self._cut(error)
            except RuntimeError:  # PyGithub's word for being led to another host or to plain http
                raise ListingError(f"{self._host} leads to another host") from None
            tries += 1
            if tries >= TRIES or not self.patience.wait(PAUSE * tries):
                raise passing

    def _told(self, error: GithubException) -> ListingError:
        """Return what may pass when asked again; raise what will not; wait where it is asked."""
        status, headers = error.status, error.headers or {}
        if status == _TOO_MANY or (status == requests.codes.forbidden and _is_limit(error)):
            self._wait(headers)
            return RateLimitedError(f"{self._host} asked us to wait again and again")
        if status == requests.codes.unauthorized:
            raise RefusedError(self._refusal()) from None
        if status == requests.codes.forbidden:
            raise RefusedError(f"{self._host} refuses to answer ({status})") from None
        if status in {requests.codes.not_found, requests.codes.gone}:
            raise NoSuchAccountError(f"{self._host} has nothing of that name") from None
        if status in _GATEWAY:
            raise TooHeavyError(f"{self._host} gave up on answering ({status})") from None
        if status >= _SERVER_ERROR:
            return ListingError(f"{self._host} answered with an error ({status})")
        raise ListingError(f"{self._host} did not understand the question ({status})") from None

    def _cut(self, error: Exception) -> ListingError:
        if isinstance(error, json.JSONDecodeError):
            return ListingError(f"{self._host} gave an answer that breaks off or is no JSON")
        if isinstance(error, requests.exceptions.Timeout):
            return TooHeavyError(f"{self._host} did not answer in time")
        return ListingError(f"{self._host} could not be reached, or the answer was cut off")

    def _wait(self, headers: Mapping[str, str]) -> None:
        seconds = asked_to_wait(headers)
        if not self.patience.wait(seconds):
            raise RateLimitedError(
                f"{self._host} asks us to wait about {in_words(seconds)} before the next question"
            ) from None

    def _refusal(self) -> str:
        if self.account.token_name:
            name = self.account.token_name
            return f"{self._host} does not accept the token in {name}: it may have expired"
        if self.account.app:
            return f"{self._host} does not accept the app's key"
        return f"{self._host} asks for a log-in"

    @property
    def _host(self) -> str:
        return self.account.host

    @cached_property
    def _requester(self) -> "github.Requester.Requester":
        return Github(
            base_url=self._base_url, auth=self._auth(), retry=None, lazy=True, timeout=TIMEOUT,
            seconds_between_requests=BETWEEN, seconds_between_writes=BETWEEN,
        ).requester  # fmt: skip

    @property
    def _base_url(self) -> str:
        root = self.account.root
        return "https://api.github.com" if root == "https://github.com" else f"{root}/api/v3"

    def _auth(self) -> Auth.Auth | None:
        if self.account.token:
            return Auth.Token(self.account.token.get_secret_value())
        app = self.account.app
        if app is None:
            return None
        try:
            signed = Auth.AppAuth(app.id, app.key.get_secret_value())
            signed.create_jwt()  # so that a key that is none shows here
            number = app.installation or self._installation(signed)
            return signed.get_installation_auth(number)
        except GithubException as error:
            raise self._told(error) from None
        except requests.exceptions.RequestException as error:
            raise self._cut(error) from None
        except (ValueError, jwt.PyJWTError):  # the key's own text would be in the error
            raise TokenError("the app's private key cannot be read as a PEM file") from None

    def _installation(self, signed: Auth.AppAuth) -> int:
        self.asked.requests += 1
        integration = GithubIntegration(
            auth=signed, base_url=self._base_url, retry=None, timeout=TIMEOUT
        )
        if self.account.org is None:
            raise TokenError("a source without an org gives its app's installation")
        return integration.get_org_installation(self.account.org).id


@contextmanager
def understood(host: str) -> Iterator[None]:
    """Word an answer whose form is not the documented one; its own text stays out.

    Raises:
        ListingError: what was read in the block has another form.
    """
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        raise ListingError(f"{host} gave an answer of a form we do not know") from None


def _errors_of(answer: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    return tuple(dict(error) for error in answer.get("errors") or ())


def _cost_of(data: Mapping[str, Any]) -> int:
    limit = data.get("rateLimit")
    return int(limit.get("cost") or 0) if isinstance(limit, dict) else 0


def _is_limit(error: GithubException) -> bool:
    """Tell a 403 that means "later" from one that means "no"."""
    named = {name.lower(): str(value) for name, value in (error.headers or {}).items()}
    if "retry-after" in named or named.get("x-ratelimit-remaining") == "0":
        return True
    message = error.data.get("message") if isinstance(error.data, dict) else None
    return "rate limit" in str(message).lower()
