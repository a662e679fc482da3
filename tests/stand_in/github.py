"""A GitHub that answers on this machine: who may ask, what is left of the budget, which interface.

``StandIn(GitHub(body))`` serves both of its interfaces: for PyGithub the address of the first is
``f"{server.base}/api/v3"``, from which it finds the second at ``/api/graphql``. Plain http works.
"""

import json
import time
from base64 import urlsafe_b64decode
from collections import Counter
from dataclasses import replace
from typing import Any

from tests.stand_in.body import Body
from tests.stand_in.github_graphql import judged, run, variables_of, weigh
from tests.stand_in.github_nodes import RefusedError, root
from tests.stand_in.github_rest import rest
from tests.stand_in.github_world import World, stamp_of
from tests.stand_in.schema import github_schema
from tests.stand_in.server import Answer, Request

TOKEN = "ghp_standin"  # noqa: S105 - opens nothing but the stand-in
_GRAPHQL = ("/graphql", "/api/graphql")


class GitHub:
    """Answers for github.com, or a GitHub of one's own, out of bodies.

    ``tokens`` are accepted; ``insider`` lets them see private repositories. ``limit`` is the hourly
    budget of each interface, ``anonymous`` that of who shows no token. What is asked wrongly, or
    what the stand-in does not know, is answered as an error and collected in ``complaints``.
    All of these may be changed while it serves; so may the bodies.
    """

    def __init__(self, *bodies: Body, insider: bool = False, keep: bool = False) -> None:
        """``keep`` remembers answers to equal queries: for measuring, while bodies stay as is."""
        github_schema()  # where it is missing, say so to the test, not to the server's thread
        self.world = World(bodies, insider=insider)
        self.tokens = {TOKEN}
        self.limit, self.anonymous = 5000, 60
        self.complaints: list[str] = []
        self.used: Counter[str] = Counter()  # points of "graphql", requests of "core", "anonymous"
        self.reset = int(time.time()) + 3600
        self.kept: dict[bytes, tuple[int, Any]] | None = {} if keep else None

    @property
    def points(self) -> int:
        """What all GraphQL queries have cost."""
        return self.used["graphql"]

    def __call__(self, request: Request) -> Answer | None:
        """Answer a request, or None: it is for no interface of GitHub."""
        if request.path in _GRAPHQL:
            return self._limited(request, "graphql", self._graphql(request))
        prefix = "/api/v3" if request.path.startswith("/api/v3/") else ""
        base = f"http://{request.headers.get('host', 'localhost')}{prefix}"
        asked = replace(request, path=request.path.removeprefix(prefix))
        if (refusal := self._refusal(asked)) is not None:
            return refusal
        answer = self._apps(asked) or rest(self.world, asked, base)
        kind = "core" if _shown(request) else "anonymous"
        return answer and self._limited(request, kind, (1, answer))

    def _limited(self, request: Request, kind: str, priced: tuple[int, Answer]) -> Answer:
        """Take what an answer costs from the budget; refuse it when there is too little left."""
        points, answer = priced
        limit = self.anonymous if kind == "anonymous" else self.limit
        if self.used[kind] + points > limit:
            answer = self._exhausted(kind)
        else:
            self.used[kind] += points
        headers = {
            "X-RateLimit-Limit": str(limit),
            "X-RateLimit-Remaining": str(max(0, limit - self.used[kind])),
            "X-RateLimit-Used": str(self.used[kind]),
            "X-RateLimit-Reset": str(self.reset),
            "X-RateLimit-Resource": "graphql" if request.path in _GRAPHQL else "core",
        }
        return replace(answer, headers=headers | dict(answer.headers))

    def _exhausted(self, kind: str) -> Answer:
        self.used[kind] = self.anonymous if kind == "anonymous" else self.limit
        message = "API rate limit exceeded for user ID 1."
        if kind == "graphql":
            return Answer.of({"errors": [{"type": "RATE_LIMITED", "message": message}]})
        return Answer.of({"message": message, "documentation_url": "about:rate-limits"}, 403)

    def _refusal(self, request: Request) -> Answer | None:
        shown = _shown(request)
        if shown is None or shown in self.tokens or _is_app(request):
            return None
        return Answer.of({"message": "Bad credentials", "status": "401"}, 401)

    def _graphql(self, request: Request) -> tuple[int, Answer]:
        if _shown(request) is None:
            return 0, Answer.of({"message": "Requires authentication", "status": "401"}, 401)
        if (refusal := self._refusal(request)) is not None:
            return 0, refusal
        if self.kept is not None and request.body in self.kept:
            points, answer = self.kept[request.body]
        else:
            points, answer = self._answer(request.json())
        if self.kept is not None:
            self.kept[request.body] = points, answer
        return points, Answer.of(answer)

    def _answer(self, asked: Any) -> tuple[int, dict[str, Any]]:
        """Judge, weigh and run a query; return its points and the answer."""
        query = judged(asked.get("query") or "")
        if query.document is None:
            self.complaints += [error["message"] for error in query.errors]
            return 1, {"errors": list(query.errors)}
        variables = variables_of(query.document, asked.get("variables") or {})
        if isinstance(variables, list):
            self.complaints += [error["message"] for error in variables]
            return 1, {"errors": variables}
        try:
            weight = weigh(query.document, variables)
        except RefusedError as refused:
            self.complaints.append(str(refused))
            return 1, {"data": None, "errors": [{"type": refused.kind, "message": str(refused)}]}
        rate = self._rate(weight.points, weight.nodes)
        answer, complaints = run(query.document, asked.get("variables") or {},
                                 root(self.world, rate))  # fmt: skip
        self.complaints += complaints
        return weight.points, answer

    def _rate(self, cost: int, nodes: int) -> dict[str, Any]:
        used = self.used["graphql"] + cost
        return {"cost": cost, "limit": self.limit, "remaining": max(0, self.limit - used),
                "used": used, "resetAt": stamp_of(self.reset), "nodeCount": nodes}  # fmt: skip

    def _apps(self, request: Request) -> Answer | None:
        """Answer what a GitHub App asks: where it is installed, and a token for an hour."""
        parts = request.path.strip("/").split("/")
        login = self.world.bodies[0].login if self.world.bodies else "nobody"
        match request.method, parts:
            case "GET", ["orgs" | "users", login, "installation"]:
                known = self.world.body(login) is not None
            case "GET", ["app", "installations", "1"]:
                known = True
            case "POST", ["app", "installations", "1", "access_tokens"]:
                return self._hand_out() if _is_app(request) else _no_app()
            case _:
                return None
        if not _is_app(request):
            return _no_app()
        installation = {"id": 1, "app_id": 1, "account": {"login": login, "id": 1}}
        return Answer.of(installation) if known else Answer.of({"message": "Not Found"}, 404)

    def _hand_out(self) -> Answer:
        token = f"ghs_{len(self.tokens)}"
        self.tokens.add(token)
        given = {"token": token, "expires_at": stamp_of(int(time.time()) + 3600),
                 "permissions": {"metadata": "read"}, "repository_selection": "all"}  # fmt: skip
        return Answer.of(given, 201)


def _no_app() -> Answer:
    return Answer.of({"message": "A JSON web token could not be decoded", "status": "401"}, 401)


def _shown(request: Request) -> str | None:
    """Return the token that a request shows."""
    scheme, _, shown = request.headers.get("authorization", "").partition(" ")
    return shown.strip() if scheme.lower() in {"bearer", "token"} else None


def _is_app(request: Request) -> bool:
    """Tell whether a request shows the signed word of a GitHub App; its signature is not read."""
    parts = (_shown(request) or "").split(".")
    if len(parts) != 3:
        return False
    try:
        head, claims = (json.loads(urlsafe_b64decode(part + "==")) for part in parts[:2])
    except ValueError:
        return False
    return bool(head.get("alg") == "RS256" and claims["iss"] and claims["exp"] > time.time())
