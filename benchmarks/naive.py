"""A harvester as people usually write one, with PyGithub: everything asked of each repository.

A measure to compare with, run by ``benchmarks/harvest.py``; its pauses are off, to be kind to it.
It collects what ours does as far as the interface tells, reads no history and finds no authors.
"""

import json
import os
import sys
from collections.abc import Callable
from typing import Any

from github import Auth, Github, GithubException
from github.Repository import Repository

FILES = (
    "publiccode.yml", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "CHANGELOG.md",
    ".github/workflows", "composer.json", "package.json",
)  # fmt: skip


def main() -> None:
    """List an organisation and read so many of its repositories: ``naive.py API ORG COUNT``."""
    api, organisation, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    token = Auth.Token(os.environ["NAIVE_TOKEN"])
    github = Github(base_url=api, auth=token, seconds_between_requests=0, seconds_between_writes=0)
    repositories = list(github.get_organization(organisation).get_repos())
    print(json.dumps([read(repository) for repository in repositories[:count]]))


def read(repository: Repository) -> dict[str, Any]:
    """Ask for everything about one repository."""
    return {
        "name": repository.full_name,
        "topics": repository.get_topics(),
        "languages": repository.get_languages(),
        "licence": tried(lambda: repository.get_license().license.spdx_id),
        "readme": tried(lambda: len(repository.get_readme().decoded_content)),
        "releases": [release.tag_name for release in repository.get_releases()],
        "tags": [tag.name for tag in repository.get_tags()],
        "issues": [issue.number for issue in repository.get_issues(state="all")],
        "pulls": [pull.number for pull in repository.get_pulls(state="all")],
        "contributors": [person.login for person in repository.get_contributors()],
        "commits": sum(1 for _ in repository.get_commits()),
        "files": {name: tried(lambda name=name: there(repository, name)) for name in FILES},  # type: ignore[misc]
    }


def there(repository: Repository, name: str) -> bool:
    """Tell that a file is there, or raise."""
    return bool(repository.get_contents(name))


def tried(ask: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever was asked for
    """Return an answer, or None where there is none."""
    try:
        return ask()
    except GithubException:
        return None


if __name__ == "__main__":
    main()
