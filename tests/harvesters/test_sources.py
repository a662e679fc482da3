"""Sources list every repository, by address or from a folder, or say why they cannot."""

from pathlib import Path

import pytest

from catalog.models.curated import Source
from harvesters.forges.listing import Listed, ListingError
from harvesters.sources import PlainGit, selected
from tests.repositories import MakeRepository

BASE = "https://git.example.org"


def test_addresses_are_listed_in_order_without_git(tmp_path: Path) -> None:
    """``.git`` is no part of the address a repository is known by."""
    source = Source(id="s", body="b", forge="git", urls=(f"{BASE}/b/z.git", f"{BASE}/b/a"))
    assert [f"{BASE}/b/a", f"{BASE}/b/z"] == [
        x.url for x in PlainGit(source, tmp_path).repositories()
    ]


def test_a_repository_is_listed_once_whatever_the_spelling(tmp_path: Path) -> None:
    """Two readings of one repository at a time would write one file."""
    urls = (f"{BASE}/b/a.git", f"{BASE}/b/a", f"{BASE}/B/A")
    source = Source(id="s", body="b", forge="git", urls=urls)
    assert [f"{BASE}/B/A"] == [x.url for x in PlainGit(source, tmp_path).repositories()]


def test_a_folder_lists_its_repositories_two_levels_deep(
    tmp_path: Path, make_repository: MakeRepository
) -> None:
    """Work trees and bare repositories alike; their public address is the base and the path."""
    make_repository("exempel/.github", {"README.md": "x"})
    make_repository("exempel/labor-market-statistics-api-", {"README.md": "x"})
    source = Source(id="s", body="b", forge="git", folder="forge", base_url=BASE)
    expected = [
        Listed(f"{BASE}/exempel/.github", f"file://{tmp_path}/forge/exempel/.github"),
        Listed(f"{BASE}/exempel/labor-market-statistics-api-",
               f"file://{tmp_path}/forge/exempel/labor-market-statistics-api-"),
    ]  # fmt: skip
    assert expected == list(PlainGit(source, tmp_path).repositories())


def test_a_folder_without_a_public_address_shows_no_path_of_the_machine(
    tmp_path: Path, make_repository: MakeRepository
) -> None:
    """Addresses are then made of the source's id."""
    make_repository("kod", {"README.md": "x"})
    source = Source(id="prov", body="b", forge="git", folder="forge")
    assert ["local://prov/kod"] == [x.url for x in PlainGit(source, tmp_path).repositories()]


def test_what_is_excluded_is_left_out(tmp_path: Path) -> None:
    """An exclusion takes one repository out, whatever the case of its address."""
    source = Source.model_validate(
        {"id": "s", "body": "b", "forge": "git", "urls": [f"{BASE}/b/a", f"{BASE}/b/B"],
         "exclude": [{"repo": f"{BASE}/b/b", "reason": "a test"}]}
    )  # fmt: skip
    listed = selected(source, PlainGit(source, tmp_path).repositories())
    assert [f"{BASE}/b/a"] == [x.url for x in listed]


def test_a_pattern_excludes_and_a_name_includes(tmp_path: Path) -> None:
    """``test-*`` leaves out all of them but the one that is taken in by name."""
    source = Source.model_validate(
        {"id": "s", "body": "b", "forge": "git",
         "urls": [f"{BASE}/b/{n}" for n in ("kod", "test-a", "test-kit")],
         "exclude": [{"repo": f"{BASE}/b/test-*", "reason": "experiments"}],
         "include": [{"repo": f"{BASE}/b/test-kit", "reason": "others use it"}]}
    )  # fmt: skip
    listed = selected(source, PlainGit(source, tmp_path).repositories())
    assert [f"{BASE}/b/kod", f"{BASE}/b/test-kit"] == [x.url for x in listed]


def test_what_cannot_be_listed_says_why(tmp_path: Path) -> None:
    """An incomplete listing is an error, never a short list."""
    source = Source(id="s", body="b", forge="git", folder="gone")
    with pytest.raises(ListingError, match="the folder gone of the source s"):
        PlainGit(source, tmp_path).repositories()


def test_a_name_that_breaks_an_address_is_encoded(
    tmp_path: Path, make_repository: MakeRepository
) -> None:
    """Blanks and quotes are written as they are in addresses; letters stay letters."""
    make_repository('min "kod" å', {"README.md": "x"})
    source = Source(id="prov", body="b", forge="git", folder="forge")
    assert ["local://prov/min%20%22kod%22%20å"] == [
        x.url for x in PlainGit(source, tmp_path).repositories()
    ]
