"""A stand-in OSV: made-up advisories, answered in the shapes and pages of the real one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.stand_in.server import Answer, Request

Advisory = Mapping[str, Any]


def advisory(identifier: str, severity: str | None = "HIGH", **given: Any) -> dict[str, Any]:
    """Make an advisory as OSV gives it; ``fixed`` is the version that mends it."""
    fixed = given.pop("fixed", "2.0.0")
    events = [{"introduced": "0"}, *([{"fixed": fixed}] if fixed else [])]
    return {
        "id": identifier,
        "modified": "2026-01-02T00:00:00Z",
        "published": "2026-01-01T00:00:00Z",
        "summary": "somebody's text, which is never kept",
        "affected": [{"ranges": [{"type": "SEMVER", "events": events}]}],
        "database_specific": {"severity": severity} if severity else {},
        **given,
    }


@dataclass
class StandInOsv:
    """Answers for packages, known by registry, name and version; ``page`` ids at a time."""

    concerning: dict[tuple[str, str, str], list[str]] = field(default_factory=dict)
    advisories: dict[str, dict[str, Any]] = field(default_factory=dict)
    page: int = 1000

    def add(self, package: tuple[str, str, str], *those: dict[str, Any]) -> None:
        """Let advisories concern a package."""
        self.concerning.setdefault(package, []).extend(one["id"] for one in those)
        self.advisories |= {one["id"]: one for one in those}

    def __call__(self, request: Request) -> Answer | None:
        """Answer the two questions that are asked; None for any other."""
        if request.path == "/v1/querybatch" and request.method == "POST":
            queries = request.json()["queries"]
            if len(queries) > 1000:
                return Answer.of({"code": 3, "message": "Too many queries."}, 400)
            return Answer.of({"results": [self._row(query) for query in queries]})
        if request.path.startswith("/v1/vulns/"):
            found = self.advisories.get(request.path.rpartition("/")[2])
            return Answer.of(found) if found else Answer.of({"message": "Bug not found."}, 404)
        return None

    def _row(self, query: Mapping[str, Any]) -> dict[str, Any]:
        package = query["package"]
        key = (package["ecosystem"], package["name"], query["version"])
        start = int(query.get("page_token", 0))
        ids = self.concerning.get(key, [])[start:]
        if not ids:
            return {}
        known = [{"id": i, "modified": self.advisories[i]["modified"]} for i in ids[: self.page]]
        more = {"next_page_token": str(start + self.page)} if len(ids) > self.page else {}
        return {"vulns": known, **more}
