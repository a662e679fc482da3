"""Other generators with the same projects as Markdown: each project a page in Swedish and English.

They are installed from PyPI into a folder of their own and are no dependencies of ours.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.made import language, name, prose, readme, slug

LANGUAGES = ("sv", "en")
_HUGO_PAGE = """<!doctype html><html lang="{{ .Site.Language.Lang }}"><head><meta charset="utf-8">
<title>{{ .Title }}</title></head><body><nav><a href="/">Start</a></nav><main><h1>{{ .Title }}</h1>
{{ .Content }}{{ range .Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}
</main></body></html>
"""


class Rival(NamedTuple):
    """A generator: what PyPI calls it, how its sources are written, the command that builds."""

    package: str
    write: Callable[[Path, int], None]
    command: tuple[str, ...]
    pages: str  # where its pages are written, below its folder


def page(number: int) -> str:
    """Return a project as one Markdown page."""
    return f"# {name(number)}\n\n{prose(number, 80, turn=7)}\n\n{readme(number)}"


def write_mkdocs(folder: Path, count: int, theme: str = "mkdocs") -> None:
    """Write a project of MkDocs; the pages stay out of the navigation, which would be quadratic."""
    settings = {
        "site_name": "Made", "theme": {"name": theme}, "nav": ["index.md"], "plugins": ["search"],
        "validation": {"nav": {"omitted_files": "ignore"},
                       "links": {"not_found": "ignore", "unrecognized_links": "ignore"}},
    }  # fmt: skip
    folder.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    _write_pages(folder / "docs", count, "")
    (folder / "docs" / "index.md").write_text("# Made\n", encoding="utf-8")


def write_material(folder: Path, count: int) -> None:
    """Write the same for Material."""
    write_mkdocs(folder, count, "material")


def write_hugo(folder: Path, count: int) -> None:
    """Write a site of Hugo with the smallest templates there are."""
    folder.mkdir(parents=True)
    (folder / "hugo.toml").write_text('title = "Made"\nbaseURL = "/"\n', encoding="utf-8")
    for kind in ("single", "list"):
        path = folder / "layouts" / "_default" / f"{kind}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_HUGO_PAGE, encoding="utf-8")
    shutil.copy(path, folder / "layouts" / "index.html")
    _write_pages(folder / "content", count, "---\ntitle: {name}\n---\n")


def _write_pages(folder: Path, count: int, front: str) -> None:
    for code in LANGUAGES:
        (folder / code).mkdir(parents=True)
        for number in range(count):
            text = front.format(name=name(number)) + page(number)
            (folder / code / f"{slug(number)}.md").write_text(text, encoding="utf-8")


def touch(folder: Path) -> None:
    """Change one page of a rival's sources."""
    path = next(path for path in sorted(folder.rglob("*.md")) if path.name != "index.md")
    path.write_text(path.read_text(encoding="utf-8") + f"\nMore, in {language(1)}.\n", "utf-8")


RIVALS = {
    "mkdocs": Rival("mkdocs", write_mkdocs, ("mkdocs", "build", "--quiet"), "site"),
    "material": Rival("mkdocs-material", write_material, ("mkdocs", "build", "--quiet"), "site"),
    "hugo": Rival("hugo", write_hugo, ("hugo", "--quiet"), "public"),
}


def install(names: Sequence[str], folder: Path) -> dict[str, str]:
    """Install rivals into a virtual environment; return those that could not be had, and why."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    lacking = {}
    for one in names:
        done = subprocess.run(
            [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet",
             "--disable-pip-version-check", RIVALS[one].package],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            lacking[one] = (done.stderr.strip().splitlines() or ["pip failed"])[-1]
    return lacking
