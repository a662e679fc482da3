"""The progress of a harvest as people see it."""

import pytest

from catalog.models.curated import Source
from catalog.progress import show_harvest


def test_an_address_is_shown_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    """Brackets in an address are no markup, which could hide it or break the line."""
    source = Source(id="s", body="b", forge="git", folder="f")
    with show_harvest() as watcher:
        watcher.begins(source, 1)
        watcher.done("local://s/[red]a[/b]", "failed")
    assert "s: local://s/[red]a[/b] failed" in capsys.readouterr().out
