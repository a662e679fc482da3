"""What is shipped is what is tested: the wheel builds a catalogue far from this checkout."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parents[2]

PROJECTS = """\
bodies:
  - {id: exempel, type: municipality, name: Exempelkommun}
projects:
  - id: kod
    name: Kod för alla
    body: exempel
    description:
      sv: {shortDescription: Ett program som visar att allt följer med}
"""
MKDOCS = """\
site_name: Exempelkatalogen
docs_dir: pages
site_dir: public
theme: kodkatalog
plugins: [kodkatalog]
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from this checkout."""
    target = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", target, HERE)
    return next(target.glob("*.whl"))


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """Run a command with nothing of this checkout in its environment."""
    kept = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(command, cwd=cwd, env=kept, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_carries_what_the_site_needs(wheel: Path) -> None:
    """Templates, theme and translations lie in the package; the site folder has no Python."""
    names = zipfile.ZipFile(wheel).namelist()
    for part in ("templates/base.html", "theme/assets/kodkatalog.css",
                 "locale/sv/LC_MESSAGES/kodkatalog.po", "forms/choices.yaml",
                 "forms/github/adoption.yml"):  # fmt: skip
        assert f"catalog/_site/{part}" in names
    assert not [n for n in names if n.startswith("catalog/_site/") and n.endswith(".py")]
    assert "catalog/readiness/model.yaml" in names
    assert not [n for n in names if n.startswith(("site/", "tests/", "data/"))]


def test_the_wheel_builds_a_catalogue_elsewhere(wheel: Path, tmp_path: Path) -> None:
    """Installed in an environment of its own, the command builds both languages."""
    environment = tmp_path / "environment"
    venv.create(environment, symlinks=True, with_pip=True)
    (python,) = environment.glob("bin/python")
    dependencies = next(p for p in sys.path if p.endswith("site-packages"))
    installed = next(environment.glob("lib/python*/site-packages"))
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel)
    (installed / "dependencies.pth").write_text(f"{dependencies}\n")
    catalogue = tmp_path / "katalog"
    (catalogue / "data").mkdir(parents=True)
    (catalogue / "data" / "projects.yaml").write_text(PROJECTS, encoding="utf-8")
    (catalogue / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    (catalogue / "pages").mkdir()
    where = run(python, "-c", "import catalog; print(catalog.__file__)", cwd=tmp_path).strip()
    assert str(installed) in where
    run(python, "-m", "catalog", "build", cwd=catalogue)
    for language in ("sv", "en"):
        page = catalogue / "public" / language / "projects" / "kod" / "index.html"
        assert "Kod för alla" in page.read_text(encoding="utf-8")
