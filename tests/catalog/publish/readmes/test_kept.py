"""READMEs rendered once a text."""

from pathlib import Path

import pytest

from catalog.publish.readmes import kept
from catalog.publish.readmes.framing import Words
from catalog.publish.readmes.kept import Readmes
from catalog.publish.readmes.place import Place
from catalog.store.snapshot import readme_of, snapshot_folder

URL = "https://github.com/a/b"
PLACE = Place(URL, "c0ffee", "README.md")


def test_a_readme_is_rendered_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another text, another commit or another language is rendered anew."""
    readmes, words = Readmes(tmp_path, tmp_path / "cache"), Words("Bild", "Tabell")
    first = readmes.html("# A", PLACE, words)
    readmes.html("# B", PLACE, words)
    readmes.html("# A", PLACE, Words("Picture", "Table"))
    assert 3 == len(list((tmp_path / "cache").iterdir()))
    monkeypatch.setattr(kept, "rendered", None)
    assert first == readmes.html("# A", PLACE, words)


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    """It is rendered each time."""
    assert "A" in Readmes(tmp_path).html("# A", PLACE, Words("Bild", "Tabell"))
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(("content", "text"), [(b"# \xc3\x85", "# Å"), (b"\xff", None)])
def test_a_readme_is_read_beside_the_facts(
    tmp_path: Path, content: bytes, text: str | None
) -> None:
    """One that is no text is as good as none."""
    path = snapshot_folder(tmp_path) / readme_of(URL)
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    assert text == Readmes(tmp_path).text(URL)
