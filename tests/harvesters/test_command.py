"""Git in a box: foreign configuration, hooks, prompts and transports stay outside."""

from pathlib import Path

import pytest

from catalog.errors import GitError
from harvesters.command import contained_git
from tests.repositories import MakeRepository


def test_a_command_that_fails_says_why_in_one_line() -> None:
    """Git's last words are the message, without its prefix."""
    with contained_git() as git, pytest.raises(GitError, match="not a git repository"):
        git.run("log", folder=Path("/nonexistent"))


def test_a_command_that_takes_too_long_is_ended() -> None:
    """The time-out holds, children included."""
    with contained_git() as git, pytest.raises(GitError, match="took longer than"):
        git.run("-c", "alias.wait=!sleep 60", "wait", timeout=0.3)


@pytest.mark.parametrize("url", ["ext::sh -c touch% x", "ssh://git@example.org/a/b", "git://h/a"])
def test_other_transports_are_refused(url: str) -> None:
    """Only https and files are spoken."""
    with contained_git() as git, pytest.raises(GitError, match="not allowed"):
        git.run("ls-remote", "--", url)


def test_plain_http_is_refused() -> None:
    """An address without encryption could be answered by anyone."""
    with contained_git() as git, pytest.raises(GitError, match="not allowed"):
        git.run("ls-remote", "--", "http://127.0.0.1:9/a")


def test_a_repository_cannot_open_a_transport(
    tmp_path: Path, make_repository: MakeRepository
) -> None:
    """Its own configuration allows what it likes; a missing object is still not fetched."""
    repository, harm = make_repository("exempel/kod", {"a": "x"}), tmp_path / "harm"
    for key, value in {
        "protocol.ext.allow": "always", "extensions.partialClone": "origin",
        "core.repositoryFormatVersion": "1", "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::sh -c touch% {harm}",
    }.items():  # fmt: skip
        repository.git("config", key, value)
    with contained_git() as git, pytest.raises(GitError):
        git.run("cat-file", "-p", "d" * 40, folder=repository.path / ".git", offline=True)
    assert not harm.exists()


def test_a_name_never_becomes_an_option(tmp_path: Path) -> None:
    """An address that looks like an option is an address."""
    harm = tmp_path / "harm"
    with contained_git() as git, pytest.raises(GitError):
        git.run("ls-remote", "--symref", "--", f"--upload-pack=touch {harm}")
    assert not harm.exists()


def test_the_callers_mirror_is_respected(make_repository: MakeRepository, stand_in: str) -> None:
    """A ``GIT_CONFIG_GLOBAL`` that the caller sets can put a mirror in a host's place."""
    make_repository("exempel/kod", {"README.md": "x"})
    with contained_git() as git:
        assert b"HEAD" in git.run("ls-remote", "--", f"{stand_in}exempel/kod")


def test_the_home_configuration_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a person has in their own ~/.gitconfig, a harvest reads the same."""
    (tmp_path / ".gitconfig").write_text("[user]\n\tname = Somebody\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("GIT_CONFIG_GLOBAL", raising=False)
    with contained_git() as git, pytest.raises(GitError):
        git.run("config", "user.name")
