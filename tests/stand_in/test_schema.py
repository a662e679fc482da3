"""GitHub's schema is there, or one sentence says what to run."""

from pathlib import Path

import pytest

from tests.stand_in.schema import SchemaMissingError, github_schema, schema_text


def test_the_schema_is_githubs() -> None:
    """A repository has what a listing asks for."""
    repository = github_schema().type_map["Repository"]
    assert {"databaseId", "defaultBranchRef"} <= set(getattr(repository, "fields", ()))


@pytest.mark.parametrize(("content", "words"), [(None, "is missing"), ("x", "expected version")])
def test_what_to_run_is_said(tmp_path: Path, content: str | None, words: str) -> None:
    """Nothing is skipped in silence."""
    path = tmp_path / "schema.graphql"
    if content:
        path.write_text(content)
    with pytest.raises(SchemaMissingError, match=f"{words}.*run `make recordings`"):
        schema_text(path)
