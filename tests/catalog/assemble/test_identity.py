"""Ids of projects that nobody has written about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.assemble.identity import project_id, slug_of


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://github.com/exempel/Kod", "exempel-kod"),
        ("https://github.com/exempel/.github", "exempel-github"),
        ("https://github.com/exempel/readme.md", "exempel-readme-md"),
        ("https://github.com/exempel/statistics-api-", "exempel-statistics-api"),
        ("https://gitlab.com/a/b/c", "a-b-c"),
        ("https://git.example.org/Åmåls kommun/öl", "amals-kommun-ol"),
    ],
)
def test_ids_are_owner_and_name(url: str, expected: str) -> None:
    """Readable, ASCII, and independent of what other bodies call theirs."""
    assert expected == project_id(url, ())


def test_names_that_fold_to_one_id_are_told_apart() -> None:
    """``.github`` and ``github`` of one owner are two projects; the second has a digest."""
    first = project_id("https://github.com/exempel/.github", ())
    second = project_id("https://github.com/exempel/github", {first})
    assert "exempel-github" == first
    assert second.startswith("exempel-github-")


@given(st.text())
def test_a_slug_is_ascii_letters_digits_and_hyphens(name: str) -> None:
    """Whatever the name, the slug can be part of an address."""
    slug = slug_of(name)
    assert slug == slug.strip("-")
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
