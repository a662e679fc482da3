"""How one GitLab instance is asked, and what its faults are called."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, TypeVar

import gitlab
import requests
from gitlab.exceptions import GitlabError, RedirectError
from pydantic import SecretStr

from harvesters.forges.account import Account
from harvesters.forges.asking import Patience
from harvesters.forges.gitlab.session import WaitingSession
from harvesters.forges.listing import (
    Asked,
    ListingError,
    RefusedError,
    TooHeavyError,
)

T = TypeVar("T")
Json: TypeAlias = dict[str, Any]

TIMEOUT = 40  # seconds; GitLab itself gives up on a GraphQL question after 30
JOB_TOKEN = "CI_JOB_TOKEN"  # noqa: S105 the variable's name
_PAUSES = (1.0, 4.0)  # seconds before a connection that failed is tried again
_HEAVY = frozenset({500, 502, 503, 504})
_REFUSALS: dict[int | None, tuple[type[ListingError], str]] = {
    None: (ListingError, "answered with something other than whole JSON"),
    403: (RefusedError, "refuses to answer"),
}


class NotThereError(ListingError):
    """The instance has no such thing, or none that it shows to us."""


class TooCostlyError(TooHeavyError):
    """A question costs more than the instance allows: it counts before it answers."""


class Api:
    """GraphQL and REST of one instance, as one account."""

    def __init__(self, account: Account, asked: Asked, patience: Patience) -> None:
        """Open a session that stays with the instance."""
        self.host = account.host
        self.asked = asked
        self.patience = patience
        token = _token(account)
        self.token_name = account.token_name if token else None
        self._dropped: frozenset[str] = frozenset()
        self._graphql = f"{account.root}/api/graphql"
        self._gitlab = gitlab.Gitlab(
            account.root,
            session=WaitingSession(account.host, account.root, token, asked, patience),
            timeout=TIMEOUT,
            keep_base_url=True,
            retry_transient_errors=False,
        )

    def graphql(self, document: str, variables: Mapping[str, object]) -> tuple[Json, list[Json]]:
        """Ask, and return the data with the errors that came beside it.

        A line of the document that ends in ``# Type.field`` is left out, and the rest asked again,
        where the instance does not know that field.

        Raises:
            ListingError: there is no data.
        """
        asked = {"query": without(document, self._dropped), "variables": dict(variables)}
        payload = self._payload(self._answer(lambda: self._post(asked)))
        errors: list[Json] = payload.get("errors") or []
        unknown = frozenset(map(_unknown, errors)) & _optional(document)
        if unknown - self._dropped:
            self._dropped |= unknown
            return self.graphql(document, variables)
        data = payload.get("data")
        if not isinstance(data, dict) or _too_much(errors):
            raise self._fault(errors)
        self._count(data)
        return data, errors

    def get(self, path: str) -> Json:
        """Read one thing by REST.

        Raises:
            NotThereError: it is not there, or not for us.
            ListingError: there is no answer.
        """
        answer = self._answer(lambda: self._gitlab.http_get(path), again=_HEAVY)
        if not isinstance(answer, dict):
            raise self.in_another_shape()
        return answer

    def rows(self, path: str, query: Mapping[str, str]) -> list[Json]:
        """Read a whole list by REST, every page of it.

        Raises:
            NotThereError: it is not there, or not for us.
            ListingError: the list is not complete.
        """
        rows, total = self._answer(
            lambda: self._list(path, {**query, "per_page": 100}), again=_HEAVY
        )
        if total is not None and total != len(rows):
            raise ListingError(f"{self.host} announced {total} and gave {len(rows)}")
        if not all(isinstance(row, dict) for row in rows):
            raise self.in_another_shape()
        return rows

    def total(self, path: str, query: Mapping[str, str]) -> int | None:
        """Return how long a list is; None where the instance does not say."""
        _, total = self._answer(
            lambda: self._list(path, {**query, "per_page": 1}, rows=False), again=_HEAVY
        )
        return total

    def in_another_shape(self) -> ListingError:
        """Return the fault for an answer that does not look like GitLab's."""
        return ListingError(f"{self.host} answered with something that GitLab would not say")

    def _post(self, asked: Json) -> object:
        return self._gitlab.http_post(self._graphql, post_data=asked)

    def _list(self, path: str, query: Json, *, rows: bool = True) -> tuple[list[Json], int | None]:
        found = self._gitlab.http_list(path, query, iterator=True)
        total = found.total if isinstance(found, gitlab.GitlabList) else None
        return list(found) if rows else [], total

    def _payload(self, answer: object) -> Json:
        errors = (answer.get("errors") or []) if isinstance(answer, dict) else None
        if not isinstance(answer, dict) or not isinstance(errors, list):
            raise self.in_another_shape()
        if not all(isinstance(error, dict) for error in errors):
            raise self.in_another_shape()
        return answer

    def _fault(self, errors: list[Json]) -> ListingError:
        if _too_much(errors):
            kind = TooCostlyError if "complexity" in _said(errors) else TooHeavyError
            return _heavy(self.host, kind)
        if errors:
            return ListingError(f"{self.host} did not understand the question")
        return self.in_another_shape()

    def _count(self, data: Json) -> None:
        complexity = data.get("queryComplexity")
        score = complexity.get("score") if isinstance(complexity, dict) else None
        self.asked.points += score if isinstance(score, int) else 0

    def breathe(self, fault: ListingError) -> None:
        """Wait a moment before less is asked, unless the instance only counted."""
        if not isinstance(fault, TooCostlyError):
            self.patience.wait(_PAUSES[0])

    def _answer(self, ask: Callable[[], T], again: frozenset[int] = frozenset()) -> T:
        """Ask, again where the connection failed, and put what goes wrong into words.

        Args:
            ask: the question.
            again: statuses that may pass by themselves, where nothing smaller could be asked.

        Raises:
            ListingError: it went wrong.
        """
        for pause in (*_PAUSES, None):
            try:
                return ask()
            except requests.ReadTimeout:
                raise _heavy(self.host) from None
            except (requests.ConnectionError, requests.exceptions.ChunkedEncodingError):
                pass
            except requests.RequestException:
                break
            except RedirectError:
                raise ListingError(f"{self.host} answers at another address") from None
            except GitlabError as error:
                if pause is None or error.response_code not in again:
                    raise self._refusal(error.response_code) from None
            if pause is None or not self.patience.wait(pause):
                break
        raise ListingError(f"the connection to {self.host} failed or broke off")

    def _refusal(self, status: int | None) -> ListingError:
        if status == requests.codes.unauthorized:
            return self._unauthorised()
        if status == requests.codes.not_found:
            return NotThereError(f"{self.host} does not answer as a GitLab does there")
        if status in _HEAVY:
            return _heavy(self.host)
        kind, said = _REFUSALS.get(status, (ListingError, f"answered with the error {status}"))
        return kind(f"{self.host} {said}")

    def _unauthorised(self) -> RefusedError:
        if self.token_name is None:
            refused = RefusedError(f"{self.host} tells nothing without a token")
            refused.unseen = "no-token"
            return refused
        said = f"{self.host} does not accept the token in {self.token_name}: expired or withdrawn"
        return RefusedError(said)


def without(document: str, fields: frozenset[str]) -> str:
    """Return a document without the lines that end in ``# `` and the name of such a field."""
    lines = document.splitlines()
    return "\n".join(line for line in lines if line.partition("# ")[2] not in fields)


def _optional(document: str) -> frozenset[str]:
    return frozenset(line.partition("# ")[2] for line in document.splitlines()) - {""}


def _token(account: Account) -> SecretStr | None:
    """Return the token to show: a job's is not accepted by GraphQL, nor needed for what is public.

    https://docs.gitlab.com/ci/jobs/ci_job_token/#job-token-access
    """
    return None if account.token_name == JOB_TOKEN else account.token


def _heavy(host: str, kind: type[TooHeavyError] = TooHeavyError) -> TooHeavyError:
    return kind(f"{host} could not answer, however little was asked at once")


def _said(errors: list[Json]) -> str:
    return " ".join(str(error.get("message", "")) for error in errors).lower()


def _too_much(errors: list[Json]) -> bool:
    """Tell whether a question cost too much or took too long; GitLab has no codes for these."""
    return any(word in _said(errors) for word in ("complexity", "timed out", "timeout"))


def _unknown(error: Json) -> str:
    """Return ``Type.field`` for the field that an error says does not exist."""
    extensions = error.get("extensions")
    if not isinstance(extensions, dict):
        return ""
    return f"{extensions.get('typeName')}.{extensions.get('fieldName')}"
