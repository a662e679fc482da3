"""Package manifests: one module an ecosystem, each a function from path and text to what it says.

A new ecosystem is a module and its line in ``READERS``. A manifest that cannot be parsed is listed
with its path alone: it is there, and says nothing.
"""

import re
from collections.abc import Callable

from catalog.models.evidence import Evidence
from catalog.models.facts import ManifestSeen
from harvesters.reading.contents import Contents, gathered
from harvesters.reading.listing import Entry, Listing
from harvesters.reading.manifests import cargo, composer, dotnet, drupal, go, jvm, npm, python, ruby
from harvesters.reading.text import Text

MOST = 60
LOOKED_FOR = (
    "composer.json", "package.json", "pyproject.toml", "setup.cfg", "setup.py", "requirements.txt",
    "pom.xml", "build.gradle", "libs.versions.toml", "*.csproj", "Gemfile", "*.gemspec", "go.mod",
    "Cargo.toml",
)  # fmt: skip

_DRUPAL = re.compile(r"[a-z0-9_]{2,60}\.info(?:\.yml)?$")

READERS: tuple[tuple[re.Pattern[str], Callable[[str, str], ManifestSeen]], ...] = (
    (re.compile(r"composer\.json$"), composer.read),
    (re.compile(r"package\.json$"), npm.read),
    (re.compile(r"pyproject\.toml$"), python.read_pyproject),
    (re.compile(r"setup\.cfg$"), python.read_setup_cfg),
    (re.compile(r"setup\.py$"), python.read_setup_py),
    (re.compile(r"requirements(?:[-_.]\w{1,20})?\.txt$"), python.read_requirements),
    (re.compile(r"Pipfile$"), python.read_pipfile),
    (re.compile(r"pom\.xml$"), jvm.read_pom),
    (re.compile(r"build\.gradle(?:\.kts)?$"), jvm.read_gradle),
    (re.compile(r"libs\.versions\.toml$"), jvm.read_gradle_catalogue),
    (re.compile(r"[^.].{0,100}\.(?:cs|fs|vb)proj$"), dotnet.read),
    (re.compile(r"Gemfile$"), ruby.read_gemfile),
    (re.compile(r"[^.].{0,100}\.gemspec$"), ruby.read_gemspec),
    (re.compile(r"go\.mod$"), go.read),
    (re.compile(r"Cargo\.toml$"), cargo.read),
    (_DRUPAL, drupal.read),
)


def candidates(listing: Listing) -> list[Entry]:
    """List the manifests of every package that is not vendored, those near the root first."""
    return [entry for entry in listing.own if _is_manifest(entry)][:MOST]


def read(contents: Contents) -> Evidence[tuple[ManifestSeen, ...]]:
    """Read every manifest."""
    return gathered(contents, candidates(contents.listing), seen, LOOKED_FOR)


def seen(entry: Entry, text: Text) -> ManifestSeen | None:
    """Read one manifest."""
    reader = _reader(entry.name)
    return reader(entry.path, text.content) if reader else None


def _is_manifest(entry: Entry) -> bool:
    """Tell a manifest by its name; Drupal's modules inside another are parts of it."""
    nested = entry.depth and _DRUPAL.match(entry.name)
    return _reader(entry.name) is not None and not nested


def _reader(name: str) -> Callable[[str, str], ManifestSeen] | None:
    return next((reader for pattern, reader in READERS if pattern.match(name)), None)
