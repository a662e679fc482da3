"""The faults that GitHub is known for, each as a :class:`Fault` for a stand-in's ``faults``."""

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeAlias

from tests.stand_in.body import Body
from tests.stand_in.github import GitHub
from tests.stand_in.server import Answer, Fault, Request

Matches: TypeAlias = Callable[[Request], bool]


def is_graphql(request: Request) -> bool:
    """Match what is asked of the graph."""
    return request.path.endswith("/graphql")


def is_rest(request: Request) -> bool:
    """Match all but the graph and git."""
    return not is_graphql(request) and ".git/" not in request.path


def everything(_request: Request) -> bool:
    """Match every request."""
    return True


def mentions(words: str) -> Matches:
    """Match the queries that contain these words."""
    return lambda request: is_graphql(request) and words in request.json()["query"]


def fault(
    answer: Answer, matches: Matches = is_graphql, *, times: int | None = 1, after: int = 0
) -> Fault:
    """Give one answer in place of the forge's."""
    return Fault(lambda _request: answer, matches, times, after)


def too_many(retry_after: int | None = None) -> Answer:
    """429, which may say in how many seconds to come again."""
    message = {"message": "Too many requests"}
    headers = {} if retry_after is None else {"retry_after": str(retry_after)}
    return replace(Answer.of(message, 429), headers=_json(**headers))


def secondary(retry_after: int | None = None) -> Answer:
    """403 of the secondary limit, which is about too much at once."""
    message = {"message": "You have exceeded a secondary rate limit. Please wait a few minutes."}
    headers = {} if retry_after is None else {"retry_after": str(retry_after)}
    return replace(Answer.of(message, 403), headers=_json(**headers))


def exhausted(seconds: int = 3600) -> Answer:
    """403 of the hourly limit: nothing is left until ``seconds`` from now."""
    message = {"message": "API rate limit exceeded for user ID 1."}
    headers = _json(
        x_ratelimit_limit="5000",
        x_ratelimit_remaining="0",
        x_ratelimit_used="5000",
        x_ratelimit_reset=str(int(time.time()) + seconds),
    )
    return replace(Answer.of(message, 403), headers=headers)


def rate_limited(seconds: int = 3600) -> Answer:
    """200 that says in its body that the hourly points are used up."""
    message = {"errors": [{"type": "RATE_LIMITED", "message": "API rate limit exceeded."}]}
    return replace(Answer.of(message), headers=exhausted(seconds).headers)


def too_heavy() -> Answer:
    """200 of a query that asked for more than the server would compute."""
    message = "Resource limits for this query exceeded."
    return Answer.of({"data": None, "errors": [{"type": "RESOURCE_LIMITS_EXCEEDED",
                                                "message": message}]})  # fmt: skip


def bad_gateway() -> Answer:
    """502, as a query gets that takes longer than ten seconds: a page of HTML."""
    return Answer(502, b"<html><body>502 Bad Gateway</body></html>", {"Content-Type": "text/html"})


def html() -> Answer:
    """200 with a page for people where JSON should be."""
    return Answer(200, b"<!DOCTYPE html><title>Unicorn!</title>", {"Content-Type": "text/html"})


def half_json() -> Answer:
    """200 whose JSON ends in the middle, though all its bytes came."""
    return Answer(200, b'{"data": {"repositoryOwner": {"repositories": {"nod', _json())


def bad_credentials() -> Answer:
    """401, as an expired or revoked token gets."""
    return Answer.of({"message": "Bad credentials", "status": "401"}, 401)


def larger_than(limit: int, answer: Answer | None = None) -> Fault:
    """Fail always when a query asks for more than ``limit`` at once (``first``, ``ids``)."""
    return fault(answer or bad_gateway(), lambda request: size_of(request) > limit, times=None)


def size_of(request: Request) -> int:
    """Return how many a query asks for: its variables' largest number, or longest list."""
    if not is_graphql(request):
        return 0
    values = (request.json().get("variables") or {}).values()
    sizes = [len(v) if isinstance(v, list) else v for v in values if isinstance(v, list | int)]
    return max(sizes, default=0)


def holding(node_id: str, answer: Answer | None = None) -> Fault:
    """Fail always when this node is among those asked for: one repository that never works."""

    def matches(request: Request) -> bool:
        if not is_graphql(request):
            return False
        return node_id in str((request.json().get("variables") or {}).values())

    return fault(answer or bad_gateway(), matches, times=None)


def cut(forge: GitHub, matches: Matches = is_graphql, *, times: int = 1, after: int = 0) -> Fault:
    """Hang up in the middle of the forge's own answer."""

    def half(request: Request) -> Answer | None:
        answer = forge(request)
        return answer and replace(answer, cut=len(answer.body) // 2)

    return Fault(half, matches, times, after)


def without(
    forge: GitHub, names: Iterable[str], kind: str = "FORBIDDEN", *, times: int | None = None
) -> Fault:
    """Answer 200 with data in part: repositories of these names are null, each with an error."""
    hidden = set(names)

    def partly(request: Request) -> Answer | None:
        answer = forge(request)
        if answer is None or answer.status != 200:
            return answer
        told: dict[str, Any] = _parsed(answer)
        errors = list(_blank(told.get("data"), hidden, kind, []))
        told["errors"] = [*told.get("errors", []), *errors]
        return Answer.of(told) if errors else answer

    return Fault(partly, is_graphql, times)


def shrinks(body: Body, after: int = 1, *, by: float = 0.5) -> Fault:
    """Lose a part of the body's repositories once ``after`` requests were answered."""

    def lose(_request: Request) -> None:
        if not lost:
            lost.append(True)
            kept = int(len(body.repositories) * (1 - by))
            del body.repositories[kept:]

    lost: list[bool] = []
    return Fault(lose, everything, None, after)


def expires(after: int) -> Fault:
    """Refuse the token for ever once ``after`` requests were answered."""
    shown = "authorization"
    return fault(bad_credentials(), lambda r: shown in r.headers, times=None, after=after)


def _json(**headers: str) -> dict[str, str]:
    return dict(Answer.of(None, **headers).headers)  # type: ignore[arg-type]


def _parsed(answer: Answer) -> Any:
    return Request("", "", {}, {}, answer.body).json()


def _blank(value: Any, hidden: set[str], kind: str, path: list[Any]) -> Iterable[dict[str, Any]]:
    """Replace repositories of these names by null, and say so for each."""
    inside = value.items() if isinstance(value, dict) else enumerate(value or ())
    for key, part in list(inside) if isinstance(value, dict | list) else ():
        if isinstance(part, dict) and part.get("name", part.get("nameWithOwner")) in hidden:
            value[key] = None
            yield {"type": kind, "path": [*path, key], "message": "Resource not accessible."}
        elif isinstance(part, dict | list):
            yield from _blank(part, hidden, kind, [*path, key])
