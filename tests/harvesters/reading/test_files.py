"""Files that matter by being there."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from catalog.models.evidence import Absent, Found
from harvesters.reading import files, translations
from harvesters.reading.contents import Contents

Plant: TypeAlias = Callable[..., Contents]


@pytest.mark.parametrize(
    ("find", "path", "kind"),
    [
        (files.locks, "web/package-lock.json", "npm"),
        (files.locks, "uv.lock", "pypi"),
        (files.updaters, ".github/dependabot.yml", "dependabot"),
        (files.updaters, "renovate.json5", "renovate"),
        (files.interfaces, "services/common-openapi.yml", "openapi"),
        (files.interfaces, "client/apidoc/api-docs.json", "openapi"),
        (files.interfaces, "asyncapi.json", "asyncapi"),
        (files.interfaces, "src/schema.graphql", "graphql"),
        (files.samples, ".env.example", "configuration"),
        (files.samples, ".env-example", "configuration"),
        (files.samples, "config/database.yml.example", "configuration"),
        (files.samples, "fixtures/a.json", "fixture"),
        (files.samples, "db/seeds.rb", "seed"),
        (files.samples, "examples/dumps/start.json", "data"),
        (files.interfaces, "app/src/main/openapi/gateway.yaml", "openapi"),
        (files.updaters, ".pyup.yml", "pyup"),
        (files.interfaces, "2.0/action.yml", "github-action"),
    ],
)
def test_file(plant: Plant, find: Callable[..., Any], path: str, kind: str) -> None:
    """Each kind is known by its name."""
    found = find(plant({path: ""}).listing)
    assert [(path, kind)] == [(seen.path, seen.kind) for seen in found.found]


@pytest.mark.parametrize(
    ("find", "path"),
    [
        (files.samples, "tests/fixtures/a.json"),
        (files.locks, "vendor/a/composer.lock"),
        (files.interfaces, "src/query.graphql"),
        (files.samples, "src/environment.ts"),
        (files.samples, "tests/test_data_source.py"),
        (files.interfaces, ".github/actions/setup/action.yml"),
        (files.interfaces, "kit-example/src/openapi.yaml"),
        (files.interfaces, ".github/workflows/api-docs.yaml"),
    ],
)
def test_other_file(plant: Plant, find: Callable[..., Any], path: str) -> None:
    """A name that merely resembles one is not counted."""
    assert isinstance(find(plant({path: ""}).listing), Absent)


@pytest.mark.parametrize(
    "path",
    [
        "tests/test_a.py", "src/a.test.tsx", "src/Foo.Test.php", "library/FooTest.php", "spec/a.rb",
        "src/__tests__/a.js", "app.tests/A.cs", "cypress/e2e/a.cy.js", "features/login.feature",
    ],
)  # fmt: skip
def test_test_files(plant: Plant, path: str) -> None:
    """The names that test runners look for count."""
    found = files.tests(plant({path: ""}).listing)
    assert isinstance(found, Found)
    assert (path,) == found.found.examples


@pytest.mark.parametrize(
    "path",
    [
        "src/latest.js",
        "tests/bootstrap.php",
        "src/setupTests.ts",
        "tests/fixtures/a.php",
        "js/modelTest.js",
    ],
)
def test_scaffolding_is_no_test(plant: Plant, path: str) -> None:
    """What only prepares tests is none."""
    assert isinstance(files.tests(plant({path: ""}).listing), Absent)


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("languages/my-plugin-sv_SE.po", "sv"),
        ("src/locales/en.json", "en"),
        ("src/i18n/sv/common.json", "sv"),
        ("lang/sv/messages.php", "sv"),
        ("app/src/main/res/values-sv/strings.xml", "sv"),
        ("ios/sv.lproj/Localizable.strings", "sv"),
        ("Resources.sv-SE.resx", "sv"),
    ],
)
def test_translations(plant: Plant, path: str, language: str) -> None:
    """The language of a translation file is told from its name."""
    found = translations.read(plant({path: ""}).listing)
    assert isinstance(found, Found)
    assert (language,) == found.found.languages


@pytest.mark.parametrize(
    "path",
    [
        "languages/demo.pot",
        "app/src/main/res/values/strings.xml",
        "src/main/resources/messages.properties",
        "Demo/Resources/Texts.resx",
        "Demo/Localizable.xcstrings",
        "src/i18n/translations.json",
    ],
)
def test_translation_templates(plant: Plant, path: str) -> None:
    """Texts apart from the code are seen, though their language is not named."""
    found = translations.read(plant({path: ""}).listing)
    assert isinstance(found, Found)
    assert ((), (path,)) == (found.found.languages, found.found.templates)


@pytest.mark.parametrize(
    "path",
    [
        "src/app.js",
        "lang/index.php",
        "docs/xx.json",
        "a.xq.resx",
        "sites/all/libraries/ckeditor/lang/sv.js",
        "tests/locales/sv.json",
    ],
)
def test_no_translations(plant: Plant, path: str) -> None:
    """A name without a language code is no translation."""
    assert isinstance(translations.read(plant({path: ""}).listing), Absent)
