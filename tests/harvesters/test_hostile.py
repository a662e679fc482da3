"""Hostile repositories: nothing in them runs, leaves its place, or stops the harvest."""

from datetime import date
from pathlib import Path

from catalog.models.curated import Body, CuratedData, Source
from catalog.models.evidence import Absent, Found
from catalog.models.facts import RepositoryFacts
from catalog.store.snapshot import read_snapshot
from harvesters.run import Harvest
from tests.repositories import MakeRepository, Repository


def harvested(tmp_path: Path, repository: Repository, base: str) -> RepositoryFacts:
    """Harvest one repository and return its facts."""
    url = f"{base}exempel/{repository.path.name}"
    source = Source(id="s", body="b", forge="git", urls=(url,))
    body = Body(id="b", type="municipality", name="Exempelkommun")
    outcome = Harvest(tmp_path / "c", date(2026, 2, 1)).run(
        CuratedData(bodies=(body,), sources=(source,))
    )
    assert 0 == outcome.exit_code, outcome.failures
    return read_snapshot(tmp_path / "c").facts[url]


def linked(repository: Repository, links: dict[str, str]) -> None:
    """Commit links, as they are, to anywhere."""
    for name, target in links.items():
        (repository.path / name).symlink_to(target)
    repository.commit(message="links")


def test_links_inside_the_tree_are_followed(
    tmp_path: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """A README or a licence may be a link to a file elsewhere in the repository."""
    repository = make_repository("exempel/kod", {"docs/intro.md": "# Kod\n\nText om koden.\n"})
    linked(repository, {"README.md": "docs/intro.md"})
    facts = harvested(tmp_path, repository, stand_in)
    assert isinstance(facts.readmes, Found)
    assert ("README.md", 22) == (facts.readmes.found[0].path, facts.readmes.found[0].bytes)


def test_links_out_of_the_tree_lead_nowhere(
    tmp_path: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """Nothing of this machine is read through a link."""
    secret = tmp_path / "secret"
    secret.write_text("# Hemligt\n\nDen som läser detta har gått för långt.\n")
    repository = make_repository("exempel/kod", {"a.txt": "x"})
    linked(repository, {"README.md": str(secret), "LICENSE": "../../../secret"})
    facts = harvested(tmp_path, repository, stand_in)
    assert isinstance(facts.licences, Absent)
    assert not isinstance(facts.readmes, Found) or facts.readmes.found[0].intro_line is None


def test_names_are_never_options_or_commands(
    tmp_path: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """Files, branches and tags may be called anything."""
    files = {"--upload-pack=touch harm": "x", "$(touch harm)": "x", "a\nb.md": "x",
             "README.md": "# Kod\n"}  # fmt: skip
    repository = make_repository("exempel/kod", files, branch="x;touch-harm")
    repository.git("tag", "$(touch-harm)-1.0")
    facts = harvested(tmp_path, repository, stand_in)
    assert isinstance(facts.tree, Found)
    assert 4 == facts.tree.found.files
    assert not [p for p in tmp_path.rglob("harm") if "forge" not in p.parts]
    assert not Path("harm").exists()


def test_hooks_filters_and_submodules_do_nothing(
    tmp_path: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """Attributes, hooks and submodules of a repository are data, no instructions."""
    harm = tmp_path / "harm"
    repository = make_repository(
        "exempel/kod",
        {
            ".gitattributes": "* filter=evil\n",
            ".gitmodules": f'[submodule "x"]\n\tpath = x\n\turl = ext::touch {harm}\n',
            "README.md": "# Kod\n",
        },
    )
    for hook in ("post-checkout", "reference-transaction", "post-upload-pack"):
        path = repository.path / ".git" / "hooks" / hook
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\ntouch {harm}\n")
        path.chmod(0o755)
    facts = harvested(tmp_path, repository, stand_in)
    assert isinstance(facts.readmes, Found)
    assert not harm.exists()


def test_a_large_file_is_not_taken_into_memory(
    tmp_path: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """A README of many megabytes is unread, and all else is read."""
    files = {"README.md": b"x" * (9 * 1024 * 1024), "composer.json": '{"name": "exempel/kod"}'}
    facts = harvested(tmp_path, make_repository("exempel/kod", files), stand_in)
    assert isinstance(facts.manifests, Found)
    assert not isinstance(facts.readmes, Found | Absent)
