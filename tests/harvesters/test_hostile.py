"""Hostile repositories: nothing in them runs, leaves its place, or stops the harvest."""

from datetime import date
from pathlib import Path

import pytest

from catalog.errors import GitError
from catalog.models.curated import Body, CuratedData, Source
from catalog.models.evidence import Absent, Found
from catalog.models.facts import RepositoryFacts
from catalog.store.snapshot import read_snapshot
from harvesters.command import contained_git
from harvesters.forges.listing import Listed
from harvesters.git import Probe, probe, read_repository
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


@pytest.mark.parametrize("seconds", ["253402300800", "99999999999999", "0"])
def test_a_date_out_of_bounds_stops_nothing(
    tmp_path: Path, make_repository: MakeRepository, stand_in: str, seconds: str
) -> None:
    """A commit of the year 10000 is counted; the harvest goes on."""
    repository = make_repository("exempel/kod", {"README.md": "# Kod\n"})
    tree, who = repository.git("rev-parse", "HEAD^{tree}"), f"A <a@example.org> {seconds} +0000"
    commit = f"tree {tree}\nauthor {who}\ncommitter {who}\n\nx\n".encode()
    oid = repository.git("hash-object", "-t", "commit", "-w", "--literally", "--stdin",
                         stdin=commit)  # fmt: skip
    repository.git("update-ref", "HEAD", oid)
    facts = harvested(tmp_path, repository, stand_in)
    assert isinstance(facts.history, Found)
    assert date(1970, 1, 1) == facts.history.found.last


def test_no_program_that_a_repository_names_is_run(
    tmp_path: Path, make_repository: MakeRepository
) -> None:
    """The configuration of a repository in a folder is not ours to obey."""
    repository, harm = make_repository("exempel/kod", {"README.md": "# Kod\n"}), tmp_path / "harm"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {harm}\n")
    program.chmod(0o755)
    who = "A <a@example.org> 1700000000 +0000"
    head = f"tree {repository.git('rev-parse', 'HEAD^{tree}')}\nauthor {who}\ncommitter {who}\n"
    signed = f"{head}gpgsig -----BEGIN PGP SIGNATURE-----\n \n -----END PGP SIGNATURE-----\n\nx\n"
    oid = repository.git("hash-object", "-t", "commit", "-w", "--stdin", stdin=signed.encode())
    repository.git("update-ref", "HEAD", oid)
    repository.git("config", "log.showSignature", "true")
    repository.git("config", "gpg.program", str(program))
    url = f"file://{repository.path}"
    with contained_git() as git:
        facts = read_repository(git, Listed("https://e.example/k", url), "s", probe(git, url))
    assert isinstance(facts.history, Found)
    assert not harm.exists()


def test_a_head_that_is_not_there_is_a_failure_of_the_repository(
    make_repository: MakeRepository,
) -> None:
    """A damaged repository in a folder does not end the harvest of the others."""
    repository = make_repository("exempel/kod", {"README.md": "# Kod\n"})
    head = repository.git("rev-parse", "HEAD")
    (repository.path / ".git" / "objects" / head[:2] / head[2:]).unlink()
    url = f"file://{repository.path}"
    with contained_git() as git, pytest.raises(GitError, match="bad object"):
        read_repository(git, Listed("https://e.example/k", url), "s", Probe("main", head, {}))


def test_a_large_file_is_not_taken_into_memory(
    tmp_path: Path, make_repository: MakeRepository, stand_in: str
) -> None:
    """A README of many megabytes is unread, and all else is read."""
    files = {"README.md": b"x" * (9 * 1024 * 1024), "composer.json": '{"name": "exempel/kod"}'}
    facts = harvested(tmp_path, make_repository("exempel/kod", files), stand_in)
    assert isinstance(facts.manifests, Found)
    assert not isinstance(facts.readmes, Found | Absent)
