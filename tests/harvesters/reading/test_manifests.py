"""Package manifests."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from catalog.models.evidence import Found
from catalog.models.facts import ManifestSeen
from harvesters.reading import manifests
from harvesters.reading.contents import Contents

Plant: TypeAlias = Callable[..., Contents]

CASES: list[tuple[str, str, dict[str, Any]]] = [
    (
        "composer.json",
        ('{"name": "exempel/modul", "license": ["MIT", "GPL-3.0"], "type": "wordpress-plugin",'
        ' "require": {"php": ">=8", "ext-json": "*", "acme/core": "1"},'
            ' "require-dev": {"a/b": "1"}}'),
        {"name": "exempel/modul", "licence": "MIT OR GPL-3.0", "kind": "wordpress-plugin",
         "dependencies": ("acme/core",), "development_dependencies": 1, "library": False},
    ),
    (
        "package.json",
        '{"name": "@exempel/kit", "license": "MIT", "main": "index.js", "scripts": {"build": "x"}}',
        {"name": "@exempel/kit", "licence": "MIT", "library": True, "scripts": ("build",)},
    ),
    (
        "package.json",
        '{"private": true, "main": "a", "licenses": [{"type": "ISC"}], "scripts": {"dev": "x"}}',
        {"private": True, "licence": "ISC", "library": False},
    ),
    (
        "package.json",
        '{"devDependencies": {"eslint": "9", "@exempel/eslint-config": "1", "husky": "9"}}',
        {"tooling": True, "development_dependencies": 3},
    ),
    (
        "package.json",
        ('{"dependencies": {"i18next": "1", "react": "1"},'
         ' "devDependencies": {"eslint-plugin-jsx-a11y": "1", "@axe-core/playwright": "1"}}'),
        {"localisation": ("i18next",),
         "accessibility": ("@axe-core/playwright", "eslint-plugin-jsx-a11y")},
    ),
    (
        "pyproject.toml",
        '[project]\nname = "a"\n[dependency-groups]\ndev = ["axe-playwright-python", {x = 1}]\n',
        {"accessibility": ("axe-playwright-python",), "development_dependencies": 2},
    ),
    ("Gemfile", "gem 'axe-core-rspec'\n", {"accessibility": ("axe-core-rspec",)}),
    (
        "pyproject.toml",
        ('[build-system]\nrequires = []\n[project]\nname = "exempel"\nlicense = {text = "MIT"}\n'
        'dependencies = ["requests>=2", "rich"]\n[dependency-groups]\ndev = ["pytest"]\n'),
        {"name": "exempel", "licence": "MIT", "library": True, "development_dependencies": 1,
         "dependencies": ("requests", "rich")},
    ),
    (
        "pyproject.toml",
        '[tool.poetry]\nname = "exempel"\n[tool.poetry.dependencies]\npython = "3"\nrich = "1"\n',
        {"name": "exempel", "dependencies": ("rich",), "tooling": False},
    ),
    ("pyproject.toml", "[tool.ruff]\nline-length = 100\n", {"tooling": True, "name": None}),
    (
        "setup.cfg",
        "[metadata]\nname = exempel\nlicense = MIT\n[options]\ninstall_requires =\n  requests\n",
        {"name": "exempel", "licence": "MIT", "dependencies": ("requests",)},
    ),
    ("setup.cfg", "[flake8]\nmax-line-length = 100\n", {"tooling": True}),
    ("setup.py", "setup(name='exempel', license=\"MIT\")", {"name": "exempel", "licence": "MIT"}),
    ("setup.py", "classifiers=['Development Status :: 4 - Beta']", {"status": "beta"}),
    (
        "requirements.txt",
        f"kit @ git+https://example.org/kit.git@{'a' * 40}\nrich==1.0 \\\n    --hash=sha256:0\n",
        {"exact": True},
    ),
    (
        "setup.py",
        'setup(name="a", install_requires=["requests>=2", "flask"])',
        {"dependencies": ("flask", "requests"), "partly": False},
    ),
    ("setup.py", "setup(install_requires=read())", {"dependencies": (), "partly": True}),
    (
        "requirements.txt",
        "flask\ngoogle-cloud-storage==2.4.0 # If using Google Cloud\n",
        {"dependencies": ("flask",), "partly": False},
    ),
    (
        "requirements.txt",
        "--extra-index-url https://paket.example.se\nflask\n",
        {"dependencies": ("flask",), "partly": True},
    ),
    (
        "build.gradle",
        "dependencies {\n    implementation group: 'a.b', name: 'c'\n    api files('lib/d.jar')\n}",
        {"dependencies": ("a.b:c",), "partly": True},
    ),
    (
        "a.csproj",
        '<Project><A><Reference Include="A"><HintPath>a.dll</HintPath></Reference></A></Project>',
        {"partly": True},
    ),
    (
        "Gemfile",
        'source "https://gems.example.se"\ngem "rails"\n',
        {"registries": ("gems.example.se",), "partly": False},
    ),
    (
        "gradle/libs.versions.toml",
        '[versions]\nkit = "1.2"\n[libraries]\nkit = {module = "a:kit", version.ref = "kit"}\n',
        {"exact": True, "dependencies": ("a:kit",)},
    ),
    ("build.gradle", 'implementation("a:kit:1.+")', {"exact": False, "dependencies": ("a:kit",)}),
    ("build.gradle.kts", 'implementation("a:kit:$kitVersion")', {"exact": True}),
    (
        "requirements.txt",
        "rich==13.0  # comment\n-r other.txt\nrequests==2.0\n",
        {"dependencies": ("requests", "rich"), "exact": True},
    ),
    (
        "pom.xml",
        ('<project xmlns="http://maven.apache.org/POM/4.0.0"><groupId>se.exempel</groupId>'
        "<artifactId>app</artifactId><version>1</version><licenses><license><name>EUPL</name>"
        "</license></licenses><dependencies><dependency><groupId>a</groupId><artifactId>b"
        "</artifactId><version>1.2</version></dependency></dependencies></project>"),
        {"name": "se.exempel:app", "licence": "EUPL", "dependencies": ("a:b",), "exact": True},
    ),
    (
        "build.gradle",
        "plugins { id 'com.android.application' }\ndependencies {\n implementation 'a.b:c:1'\n}",
        {"executable": True, "dependencies": ("a.b:c",)},
    ),
    (
        "src/Exempel.csproj",
        ('<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><PackageReference Include="Acme"/>'
        "</ItemGroup></Project>"),
        {"name": "Exempel", "executable": True, "dependencies": ("Acme",)},
    ),
    ("Gemfile", "gem 'rails'\n  gem \"puma\", '1'\n", {"dependencies": ("puma", "rails")}),
    (
        "exempel.gemspec",
        "s.name = 'exempel'\ns.licenses = ['MIT']\ns.add_dependency 'a'\n",
        {"name": "exempel", "licence": "MIT", "dependencies": ("a",)},
    ),
    (
        "go.mod",
        ("module example.org/app\n\nrequire (\n\texample.org/a v1.0.0\n"
        "\texample.org/b v1.0.0 // indirect\n)\n"),
        {"name": "example.org/app", "dependencies": ("example.org/a",), "exact": True},
    ),
    (
        "Cargo.toml",
        '[package]\nname = "exempel"\nlicense = "MIT"\n[dependencies]\nserde = "1"\n',
        {"name": "exempel", "licence": "MIT", "dependencies": ("serde",)},
    ),
]  # fmt: skip


def only(contents: Any) -> ManifestSeen:
    """Read the one manifest there is."""
    found = manifests.read(contents)
    assert isinstance(found, Found)
    return found.found[0]


@pytest.mark.parametrize(("path", "text", "expected"), CASES)
def test_manifest(plant: Plant, path: str, text: str, expected: dict[str, Any]) -> None:
    """Each ecosystem's manifest says what it says."""
    seen = only(plant({path: text}))
    assert expected == {key: getattr(seen, key) for key in expected}


@pytest.mark.parametrize("path", sorted({path for path, _, _ in CASES}))
@pytest.mark.parametrize(
    "text", ["", "[1, 2]", "{", "[" * 9999, "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"]
)
def test_broken_manifest_is_listed(plant: Plant, path: str, text: str) -> None:
    """A manifest that cannot be parsed is there, and says nothing."""
    seen = only(plant({path: text}))
    assert (path, None) == (seen.path, seen.licence)


def test_vendored_manifest_is_not_ours(plant: Plant) -> None:
    """What is vendored has no say."""
    assert not isinstance(manifests.read(plant({"vendor/a/composer.json": "{}"})), Found)


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("pyproject.toml",
         '[project]\nname = "a"\nlicense = {text = "MIT License, Copyright (c) 2020 A Writer"}',
         "MIT"),
        ("package.json", '{"license": "Ours, see A Writer <writer@example.org>"}', None),
        ("Cargo.toml", '[package]\nlicense = "MIT OR Apache-2.0"', "MIT OR Apache-2.0"),
    ],
)  # fmt: skip
def test_of_a_licence_with_its_notice_the_name_is_kept(
    plant: Plant, path: str, text: str, expected: str | None
) -> None:
    """Metadata that hold a whole text name persons; no name or address is kept."""
    found = manifests.read(plant({path: text}))
    assert isinstance(found, Found)
    assert expected == found.found[0].licence


def test_what_no_page_could_show_is_left_out(plant: Plant) -> None:
    """JSON can spell half a character, which no file could be written with, and escapes."""
    text = r'{"name": "a\ud800\u001b[31mb", "dependencies": {"\udfff": "1", "c": "1"}}'
    found = manifests.read(plant({"package.json": text}))
    assert isinstance(found, Found)
    assert ("a[31mb", ("c",)) == (found.found[0].name, found.found[0].dependencies)
