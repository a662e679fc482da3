"""Tags: all counted, the latest by the date of its commit, whatever they are called."""

import pytest

from harvesters.command import contained_git
from harvesters.tags import is_release, parts, read_tags
from tests.repositories import MakeRepository


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("1.2.3", True), ("v2", True), ("34.20260821.02", True), ("release-3.1", True),
        ("2.0.0-beta.1", False), ("1.0rc1", False), ("v3.0.0-RC2", False), ("4.0-alpha", False),
        ("push", False), ("first", False), ("pkg/web/1.2.0", False), ("nightly-2026-01-01", False),
        ("v1.0-development", True), ("2.1.next", False), ("STAGING-OK-2026-01-01", False),
        ("app-2026-01-01-deployed", False),
    ],
)  # fmt: skip
def test_what_marks_a_release_of_the_whole(name: str, *, expected: bool) -> None:
    """A release has a digit, no path prefix and no word for a pre-release."""
    assert expected == is_release(name)


def test_latest_is_by_date_not_by_name(make_repository: MakeRepository) -> None:
    """A later commit wins over a higher number; annotated tags count by their commit."""
    repository = make_repository(files={"a": "1"})
    repository.git("tag", "9.0.0")
    newest = repository.commit({"a": "2"})
    repository.git("tag", "-a", "-m", "note", "1.2.0")
    repository.git("tag", "push")
    tags = {n: repository.git("rev-parse", f"{n}^{{}}") for n in ("9.0.0", "1.2.0", "push")}
    with contained_git() as git:
        read = read_tags(git, repository.path / ".git", tags)
    assert read.latest_release
    assert (3, "1.2.0", newest) == (
        read.count, read.latest_release.name, read.latest_release.commit
    )  # fmt: skip


def test_a_tag_of_a_tree_has_no_date_and_spoils_nothing(make_repository: MakeRepository) -> None:
    """A tag may point to anything; only commits carry a date."""
    repository = make_repository(files={"a": "1"})
    tags = {"1.0": repository.git("rev-parse", "HEAD"), "2.0": repository.git("rev-parse", "HEAD:")}
    with contained_git() as git:
        read = read_tags(git, repository.path / ".git", tags)
    assert read.latest
    assert (2, "1.0") == (read.count, read.latest.name)


def test_thousands_of_tags_are_read_in_one_go(make_repository: MakeRepository) -> None:
    """One real repository has 2,977 tags; numbers order those of one day."""
    repository = make_repository(files={"a": "1"})
    head = repository.git("rev-parse", "HEAD")
    tags = {f"1.{n}": head for n in range(2977)}
    with contained_git() as git:
        read = read_tags(git, repository.path / ".git", tags)
    assert read.latest
    assert (2977, "1.2976") == (read.count, read.latest.name)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("kits/a/v1.0.0", "kits/a/v1.1.0", "kits/b/1.0.0"), ("kits/a", "kits/b")),
        (("@exempel/kit@1.0.0", "kit@2.0.0", "kit-v2.1.0"), ("@exempel/kit", "kit")),
        (("v1.0.0", "1.0.0", "release/1.0.0", "release-v2.0", "staging/v1.2.3", "push"), ()),
    ],
)  # fmt: skip
def test_parts_that_tags_give_versions_to(
    names: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    """A path or a package before the version names a part; words for releases do not."""
    assert expected == parts(names)
