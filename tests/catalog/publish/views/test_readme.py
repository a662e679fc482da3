"""A README on the page of its project."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from catalog.models.evidence import Found
from catalog.models.facts import ReadmeSeen, RepositoryFacts
from catalog.models.project import ProjectRepository
from catalog.publish.readmes.kept import Readmes
from catalog.publish.views.project import ProjectView
from catalog.publish.views.readme import ReadmeView, readme_of
from catalog.store.snapshot import readme_of as file_of
from catalog.store.snapshot import snapshot_folder
from tests.facts import COMMIT, facts

View = Callable[[str], ProjectView]
PORTAL = "https://github.com/exempel/portal"


def repository_with(read: RepositoryFacts | None) -> ProjectRepository:
    """Return the primary repository with these facts."""
    return ProjectRepository(url=PORTAL, role="primary", source="exempel", facts=read, as_of=None)


def shown(view: View, folder: Path, language: str | None = "sv") -> ReadmeView:
    """Return the README of a repository of a catalogue in a folder."""
    seen = ReadmeSeen(path="README.md", bytes=5, encoding="utf-8", markup="markdown",
                      language=language)  # fmt: skip
    repository = repository_with(facts(PORTAL, readmes=Found(found=(seen,))))
    edition = replace(view("portalen").edition, readmes=Readmes(folder))
    found = readme_of(repository, edition)
    assert found is not None
    return found


def kept(folder: Path, text: str) -> None:
    """Put a README into the snapshot of a folder."""
    path = snapshot_folder(folder) / file_of(PORTAL)
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def test_a_readme_that_is_not_kept_is_led_to(view: View, tmp_path: Path) -> None:
    """At the commit that was read."""
    readme = shown(view, tmp_path)
    assert f"{PORTAL}/blob/{COMMIT}/README.md" == readme.href
    assert (False, False, "") == (readme.is_kept, readme.is_cut, readme.html("Bild", "Tabell"))


def test_a_readme_that_is_kept_is_shown(view: View, tmp_path: Path) -> None:
    """Its links lead to its repository."""
    kept(tmp_path, "# A\n[b](b.md)")
    readme = shown(view, tmp_path)
    assert (True, False) == (readme.is_kept, readme.is_cut)
    assert f'href="{PORTAL}/blob/{COMMIT}/b.md"' in readme.html("Bild", "Tabell")


@pytest.mark.parametrize(("told", "lang"), [("sv", "sv"), (None, ""), ('" onclick="a', "")])
def test_its_language_is_one_or_none(
    view: View, tmp_path: Path, told: str | None, lang: str
) -> None:
    """What is no code of a language is left out."""
    assert lang == shown(view, tmp_path, told).lang


def test_no_readme_is_none(view: View) -> None:
    """A repository that has none, or that was not read."""
    edition = view("portalen").edition
    for read in (None, facts(PORTAL)):
        assert readme_of(repository_with(read), edition) is None
