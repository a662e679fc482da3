"""What stops a build, and when."""

from datetime import date
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError

from catalog.errors import DataProblemsError, NotACatalogueError
from catalog.publish.build import build, plugin_of
from catalog.publish.plugin import refuse_output

TODAY = date(2026, 9, 1)


@pytest.mark.parametrize("output", ["site", "site/pages", ".", "data"])
def test_refuses_an_output_over_the_sources(tmp_path: Path, output: str) -> None:
    """MkDocs empties its output first: one that holds what people wrote is refused."""
    with pytest.raises(PluginError, match="would be emptied"):
        refuse_output(tmp_path / output, (tmp_path / "site/pages", tmp_path / "data"))


def test_allows_an_output_beside_the_sources(tmp_path: Path) -> None:
    """A folder of its own is fine."""
    refuse_output(tmp_path / "public", (tmp_path / "site/pages", tmp_path / "data"))


def test_build_stops_before_the_sources_are_emptied(folder: Path) -> None:
    """The refusal comes while everything is still there."""
    with pytest.raises(Abort):
        build(folder, TODAY, output=folder / "data")
    assert (folder / "data" / "projects.yaml").is_file()


def test_wrong_data_leaves_the_old_site(folder: Path) -> None:
    """Errors in the data are found before the output is emptied."""
    old = folder / "public" / "index.html"
    old.parent.mkdir()
    old.write_text("gammal", encoding="utf-8")
    (folder / "data" / "projects.yaml").write_text("projects: [{id: x}]\n", encoding="utf-8")
    with pytest.raises(DataProblemsError):
        build(folder, TODAY)
    assert "gammal" == old.read_text(encoding="utf-8")


def test_needs_a_configuration(tmp_path: Path) -> None:
    """A folder without mkdocs.yml is no catalogue."""
    with pytest.raises(NotACatalogueError, match=r"mkdocs\.yml"):
        build(tmp_path, TODAY)


def test_wrong_data_does_not_stop_what_is_shown(folder: Path) -> None:
    """While pages are served, they show the data as it was until a fault is mended."""
    config = load_config(config_file=str(folder / "mkdocs.yml"))
    plugin = plugin_of(config)
    plugin.serving = True
    good = plugin.on_config(config) and plugin.editions
    data = folder / "data" / "projects.yaml"
    whole = data.read_text(encoding="utf-8")
    data.write_text("projects: [{id: x}]\n", encoding="utf-8")
    assert plugin.on_config(config) is config
    assert good is plugin.editions
    data.write_text(whole, encoding="utf-8")
    assert plugin.on_config(config) is config
    assert good is not plugin.editions
