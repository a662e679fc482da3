"""A small catalogue in a real git repository, and issues taken into it."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from catalog.intake.taking import Outcome, Wish, take
from tests.repositories import Repository

TODAY = dt.date(2026, 11, 1)
CASES = Path(__file__).parent / "cases"

MakeCatalogue: TypeAlias = Callable[..., Repository]
Take: TypeAlias = Callable[..., Outcome]


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Commit the catalogue of the cases; git knows a writer."""
    for name, value in {
        "GIT_AUTHOR_NAME": "A Writer", "GIT_AUTHOR_EMAIL": "writer@example.org",
        "GIT_COMMITTER_NAME": "A Writer", "GIT_COMMITTER_EMAIL": "writer@example.org",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    repository = Repository(tmp_path)
    repository.git("init", "--quiet", "--initial-branch=main")
    repository.commit({"data/projects.yaml": (CASES / "catalogue.yaml").read_bytes()})
    return repository


@pytest.fixture
def taken(catalogue: Repository) -> Take:
    """Return a function that takes an issue in."""

    def take_in(content: str | bytes, **wish: object) -> Outcome:
        given = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        return take(catalogue.path, given, Wish(TODAY, **wish))  # type: ignore[arg-type]

    return take_in
