"""Kinds of repositories, in the order of the model's ruling."""

from typing import Any

import pytest

from catalog.assemble.kinds import kind_of
from catalog.models.curated import Kind
from catalog.models.evidence import Found
from catalog.models.facts import (
    CiSeen,
    DocumentSeen,
    FileSeen,
    LicenceSeen,
    ManifestSeen,
    PubliccodeSeen,
    ReadmeSeen,
    RepositoryFacts,
    Tree,
    WordpressSeen,
)
from catalog.models.project import Stated
from tests.facts import facts

THEME = (WordpressSeen(path="style.css", kind="theme", line=2),)
NESTED_THEME = (WordpressSeen(path="wp-content/themes/x/style.css", kind="theme", line=2),)
LIBRARY = (ManifestSeen(path="composer.json", ecosystem="composer", library=True),)
PRIVATE = (ManifestSeen(path="package.json", ecosystem="npm", library=True, private=True),)
NESTED = (ManifestSeen(path="tema/composer.json", ecosystem="composer", library=True),)
STARTED = (ManifestSeen(path="package.json", ecosystem="npm", library=True, scripts=("start",)),)
PROGRAM = (*LIBRARY, ManifestSeen(path="package.json", ecosystem="npm", executable=True))
PLUGIN = (ManifestSeen(path="composer.json", ecosystem="composer", kind="wordpress-plugin"),)
WHOLE_SITE = (ManifestSeen(path="composer.json", ecosystem="composer", kind="wordpress-site"),)
TOOLS = (ManifestSeen(path="package.json", ecosystem="npm", tooling=True),)
CONTAINER = (FileSeen(path="Dockerfile", kind="dockerfile"),)
WORKFLOW = (CiSeen(path=".github/workflows/x.yml", system="github"),)
README = (
    ReadmeSeen(path="README.md", bytes=9, encoding="utf-8", markup="markdown", language=None),
)
CC_BY = (LicenceSeen(path="LICENSE", spdx="CC-BY-4.0", score=1.0),)
OFFERED = (CiSeen(path=".github/workflows/x.yml", system="github", offered_line=3),)
ACTION = (FileSeen(path="action.yml", kind="github-action"),)
GUIDE = (DocumentSeen(kind="documentation", path="docs/guide.md"),)
PUBLISHED = (
    ManifestSeen(path="package.json", ecosystem="npm", private=True),
    ManifestSeen(path="packages/a/package.json", ecosystem="npm", library=True, published=True),
)
STARTED_PACKAGE = (
    ManifestSeen(
        path="package.json", ecosystem="npm", library=True, published=True, scripts=("start",)
    ),
)
PROGRAM_WITH_PACKAGE = (
    ManifestSeen(path="package.json", ecosystem="npm", private=True, dependencies=("react",)),
    PUBLISHED[1],
)
PROFILE = (ManifestSeen(path="composer.json", ecosystem="composer", kind="drupal-profile"),)
INSTANCE = (ManifestSeen(path="Gemfile", ecosystem="rubygems", dependencies=("decidim",)),)
EXTENSION = (ManifestSeen(path="setup.py", ecosystem="pypi", name="ckanext-a", library=True),)
TERRAFORM = Tree(files=9, vendored=0, links=0, submodules=0, sources=1, infrastructure=7, texts=1)
HANDBOOK = Tree(files=99, vendored=0, links=0, submodules=0, sources=9, infrastructure=0, texts=80)
SERVICE = (ManifestSeen(path="services/a/package.json", ecosystem="npm", name="a", library=True),)
SAMPLED = (
    ManifestSeen(path="a/Paketet.A.csproj", ecosystem="nuget", name="Paketet.A", published=True),
    ManifestSeen(path="b/Web.csproj", ecosystem="nuget", name="Web", executable=True),
)
NO_CODE = Tree(files=3, vendored=0, links=0, submodules=0, sources=0)
SOME_CODE = Tree(files=3, vendored=0, links=0, submodules=0, sources=2)


def facts_with(**found: Any) -> RepositoryFacts:
    """Make facts of a repository in which only this was found."""
    evidence: dict[str, Any] = {name: Found(found=value) for name, value in found.items()}
    return facts(**evidence)


@pytest.mark.parametrize(
    ("name", "found", "expected"),
    [
        ("skola.example.org", {}, "site"),
        ("exempel.se", {"wordpress": THEME}, "site"),
        ("socket.io", {"manifests": LIBRARY}, "library"),
        ("coding-conventions", {}, "docs"),
        ("readme.md", {"readmes": README}, "docs"),
        ("coding-conventions", {"tree": SOME_CODE}, "app"),
        ("handlingar", {"tree": NO_CODE, "readmes": README}, "docs"),
        ("handlingar", {"tree": NO_CODE, "documents": GUIDE, "ci": WORKFLOW}, "docs"),
        (".github", {"documents": GUIDE}, "config"),
        ("eslint-config", {"manifests": TOOLS}, "config"),
        ("arbetsgang", {"tree": NO_CODE, "ci": WORKFLOW, "readmes": README}, "config"),
        ("begrepp", {"tree": SOME_CODE, "licences": CC_BY, "documents": GUIDE}, "docs"),
        ("floden", {"tree": NO_CODE, "documents": GUIDE, "ci": OFFERED}, "config"),
        ("steg", {"tree": NO_CODE, "documents": GUIDE, "interfaces": ACTION}, "config"),
        ("tema", {"wordpress": THEME, "manifests": LIBRARY}, "addon"),
        ("tillagg", {"manifests": PLUGIN}, "addon"),
        ("hela-webben", {"manifests": WHOLE_SITE, "wordpress": NESTED_THEME}, "app"),
        ("bibliotek", {"manifests": LIBRARY}, "library"),
        ("bibliotek", {"manifests": PRIVATE}, "app"),
        ("bibliotek", {"manifests": PROGRAM}, "app"),
        ("bibliotek", {"manifests": NESTED}, "app"),
        ("bibliotek", {"manifests": STARTED}, "app"),
        ("bibliotek", {"manifests": LIBRARY, "containers": CONTAINER}, "app"),
        ("bibliotek", {"manifests": PUBLISHED}, "library"),
        ("bibliotek", {"manifests": PUBLISHED, "containers": CONTAINER}, "library"),
        ("bibliotek", {"manifests": STARTED_PACKAGE}, "library"),
        ("program", {"manifests": PROGRAM_WITH_PACKAGE}, "app"),
        ("tjanster", {"manifests": LIBRARY + SERVICE}, "app"),
        ("paketet", {"manifests": SAMPLED}, "library"),
        ("paketet", {"manifests": SAMPLED, "containers": CONTAINER}, "app"),
        ("program", {"manifests": PUBLISHED[1:], "containers": CONTAINER}, "app"),
        ("profil", {"manifests": PROFILE}, "addon"),
        ("ckanext-a", {"manifests": EXTENSION}, "addon"),
        ("deltagande", {"manifests": INSTANCE, "tree": SOME_CODE}, "site"),
        ("plattform", {"tree": TERRAFORM, "containers": CONTAINER}, "config"),
        ("handbok", {"tree": HANDBOOK, "manifests": PRIVATE}, "docs"),
        ("tomt", {"tree": NO_CODE}, "app"),
        ("okant", {"readmes": README}, "app"),
    ],
)
def test_content_shows_the_kind(name: str, found: dict[str, Any], expected: Kind) -> None:
    """Site, docs, config, addon and library each need their sign; all else is an app."""
    kind = kind_of(facts_with(**found), name)
    assert (expected, "content") == (kind.value, kind.by)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("standalone/web", "app"), ("standalone/backend", "app"), ("addon", "addon"),
        ("library", "library"), ("configurationFiles", "config"),
    ],
)  # fmt: skip
def test_publiccode_says_the_kind(written: str, expected: Kind) -> None:
    """The software type is taken before what the content merely suggests."""
    publiccode = PubliccodeSeen(path="publiccode.yml", parses=True, software_type=written)
    kind = kind_of(facts_with(publiccode=publiccode, manifests=LIBRARY), "demo")
    assert (expected, "publiccode", ()) == (kind.value, kind.by, kind.overruled)


def test_an_unknown_software_type_says_nothing() -> None:
    """A word that publiccode.yml does not have leaves the content to show it."""
    publiccode = PubliccodeSeen(path="publiccode.yml", parses=True, software_type="webapp")
    kind = kind_of(facts_with(publiccode=publiccode, manifests=LIBRARY), "demo")
    assert ("library", "content") == (kind.value, kind.by)


def test_a_contradiction_shows_both() -> None:
    """A theme's header outweighs a software type that says otherwise, which is kept."""
    publiccode = PubliccodeSeen(path="publiccode.yml", parses=True, software_type="standalone/web")
    kind = kind_of(facts_with(publiccode=publiccode, wordpress=THEME), "demo")
    assert ("addon", "content") == (kind.value, kind.by)
    assert ["app"] == [other.value for other in kind.overruled]


def test_the_place_is_cited() -> None:
    """What shows the kind is a file and a line at the commit that was read."""
    kind: Stated[Kind] = kind_of(facts_with(wordpress=THEME), "demo")
    assert kind.cite is not None
    assert ("style.css", 2) == (kind.cite.path, kind.cite.line)
