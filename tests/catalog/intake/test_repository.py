"""The branch that an issue leaves: one commit of data, and nothing else touched."""

import re
from pathlib import Path

import pytest

from catalog.errors import DataProblemsError, GitError, NotACatalogueError
from catalog.intake.repository import DataRepository
from catalog.intake.taking import Wish, take
from tests.catalog.intake.conftest import CASES, TODAY, Take
from tests.repositories import Repository

ISSUE = (CASES / "adoption-github.json").read_bytes()
BRANCH = "intake/adoption-12"


def test_a_branch_with_one_commit_of_data(catalogue: Repository, taken: Take) -> None:
    """The commit stands on the one that is checked out, and changes the curated data only."""
    outcome = taken(ISSUE)
    assert BRANCH == outcome.branch
    assert catalogue.git("rev-parse", "HEAD") == catalogue.git("rev-parse", f"{BRANCH}^")
    assert "data/projects.yaml" == catalogue.git("diff", "--name-only", "HEAD", BRANCH)
    changed = [line for line in outcome.diff.splitlines() if line[:1] in ("+", "-")]
    shown = catalogue.git("diff", "HEAD", BRANCH).splitlines()
    assert sorted(changed) == sorted(line for line in shown if line[:1] in ("+", "-"))


def test_the_commit_says_what_and_who_says_it(catalogue: Repository, taken: Take) -> None:
    """Ids only: no word of the issue is in a commit message, where forges look for mentions."""
    taken(ISSUE)
    expected = (
        "data: take in adoption 12\n\n- bodies exempelkommun\n"
        "- adoptions skolportalen-exempelkommun\n\n"
        "Who says it: attested, not confirmed by a maintainer."
    )
    assert expected == catalogue.git("log", "-1", "--format=%B", BRANCH)


def test_the_author_is_the_one_of_git(catalogue: Repository, taken: Take) -> None:
    """Whoever wrote the issue is not the author."""
    taken(ISSUE)
    assert "A Writer <writer@example.org>" == catalogue.git(
        "log", "-1", "--format=%an <%ae>", BRANCH
    )


def test_nothing_else_is_touched(catalogue: Repository, taken: Take) -> None:
    """Work that is not committed stays, in the working tree and in the index, and out of it."""
    catalogue.commit({"README": "one\n"})
    (catalogue.path / "README").write_text("two\n", "utf-8")
    (catalogue.path / "data" / "projects.yaml").write_text("bodies: []\n", "utf-8")
    catalogue.git("add", "README")
    before = catalogue.git("status", "--porcelain")
    taken(ISSUE)
    assert ("main", before) == (
        catalogue.git("branch", "--show-current"), catalogue.git("status", "--porcelain")
    )  # fmt: skip
    assert "data/projects.yaml" == catalogue.git("diff", "--name-only", "main", BRANCH)


def test_the_same_issue_again_is_the_same_branch(catalogue: Repository, taken: Take) -> None:
    """Continuous integration may run twice."""
    taken(ISSUE)
    first = catalogue.git("rev-parse", BRANCH)
    assert (False, first) == (taken(ISSUE).is_new, catalogue.git("rev-parse", BRANCH))


def test_a_branch_that_differs_is_kept(catalogue: Repository, taken: Take) -> None:
    """What a maintainer has done on it is not lost."""
    taken(ISSUE)
    catalogue.git("checkout", "--quiet", BRANCH)
    tip = catalogue.commit({"README": "more"})
    catalogue.git("checkout", "--quiet", "main")
    with pytest.raises(GitError, match=r"differs .* git branch -D intake/adoption-12"):
        taken(ISSUE)
    assert tip == catalogue.git("rev-parse", BRANCH)


def test_a_catalogue_below_its_repository(catalogue: Repository) -> None:
    """The catalogue may be a folder of a larger repository, and its data several files."""
    data = (CASES / "catalogue.yaml").read_bytes()
    catalogue.commit({"sub/data/projects/a.yaml": data, "sub/data/projects/b.txt": "no"})
    take(catalogue.path / "sub", ISSUE, Wish(TODAY))
    assert "sub/data/projects/a.yaml" == catalogue.git("diff", "--name-only", "HEAD", BRANCH)


def test_no_hook_runs(catalogue: Repository, taken: Take) -> None:
    """A repository's hooks are not for a machine that reads other people's words."""
    hook = catalogue.path / ".git" / "hooks" / "reference-transaction"
    hook.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    assert taken(ISSUE).is_new


def test_a_dry_run_makes_no_branch(catalogue: Repository, taken: Take) -> None:
    """Only what would be is said."""
    assert taken(ISSUE, dry_run=True).diff
    assert "main" == catalogue.git("branch", "--format=%(refname:short)")


def test_the_files_themselves_can_be_edited(catalogue: Repository, taken: Take) -> None:
    """Without a branch the change stands in the working tree."""
    taken(ISSUE, branch=False)
    assert re.search("skolportalen-exempelkommun", catalogue.git("diff"))
    assert "main" == catalogue.git("branch", "--format=%(refname:short)")


def test_an_answer_leaves_nothing(catalogue: Repository, taken: Take) -> None:
    """An issue that lacks something changes nothing."""
    assert taken((CASES / "adoption-unanswered.md").read_bytes()).lacks
    assert "main" == catalogue.git("branch", "--format=%(refname:short)")


def test_a_folder_without_git_is_told_what_to_do(tmp_path: Path) -> None:
    """No branch can be made where there is no repository."""
    with pytest.raises(GitError, match="use --no-branch"):
        take(tmp_path, ISSUE, Wish(TODAY))


def test_git_must_know_who_commits(
    catalogue: Repository, taken: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No author is made up."""
    for name in (
        "GIT_AUTHOR_NAME",
        "GIT_AUTHOR_EMAIL",
        "GIT_COMMITTER_NAME",
        "GIT_COMMITTER_EMAIL",
    ):
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    catalogue.git("config", "user.useConfigOnly", "true")
    with pytest.raises(GitError, match=r"user\.name and user\.email"):
        taken(ISSUE)


@pytest.mark.parametrize("name", ["main", "intake/a b", "intake/../x", "-x", "intake/A", "intake/"])
def test_no_other_branch_is_ever_made(catalogue: Repository, name: str) -> None:
    """A branch's name has one form."""
    with pytest.raises(GitError, match="no name of a branch"):
        DataRepository.of(catalogue.path).commit(name, {}, "x")


def test_data_with_errors_takes_nothing_in(catalogue: Repository, taken: Take) -> None:
    """The catalogue's own data is mended first."""
    catalogue.commit({"data/projects.yaml": "bodies: 1\n"})
    with pytest.raises(DataProblemsError):
        taken(ISSUE)


def test_what_changes_nothing_is_answered(catalogue: Repository, taken: Take) -> None:
    """No empty commit is made of what the data says already."""
    issue = (CASES / "correction-of-the-kind.md").read_bytes()
    taken(issue, branch=False)
    catalogue.commit()
    assert ["there"] == [lack.code for lack in taken(issue).lacks]


def test_a_repository_without_data_is_no_catalogue(catalogue: Repository, taken: Take) -> None:
    """What is not committed cannot be built on."""
    catalogue.git("rm", "--quiet", "--cached", "data/projects.yaml")
    catalogue.git("commit", "--quiet", "-m", "none")
    with pytest.raises(NotACatalogueError, match="no committed catalogue"):
        taken(ISSUE)
