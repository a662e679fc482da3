"""Definitions of automatic work."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from catalog.models.evidence import Found
from catalog.models.facts import CiSeen
from harvesters.reading import automation
from harvesters.reading.contents import Contents

Plant: TypeAlias = Callable[..., Contents]


def only(contents: Contents) -> CiSeen:
    """Read the one definition there is."""
    found = automation.read(contents)
    assert isinstance(found, Found)
    return found.found[0]


@pytest.mark.parametrize(
    ("path", "system"),
    [
        (".github/workflows/ci.yml", "github-actions"),
        (".forgejo/workflows/ci.yaml", "forgejo-actions"),
        (".gitlab-ci.yml", "gitlab-ci"),
        ("Jenkinsfile", "jenkins"),
        ("azure-pipelines.yml", "azure-pipelines"),
        (".travis.yml", "travis"),
        (".circleci/config.yml", "circleci"),
        ("bitbucket-pipelines.yml", "bitbucket-pipelines"),
        (".woodpecker/test.yml", "woodpecker"),
        (".drone.yml", "drone"),
    ],
)
def test_systems(plant: Plant, path: str, system: str) -> None:
    """Every system is known by its file."""
    assert system == only(plant({path: ""})).system


@pytest.mark.parametrize(
    "line",
    [
        "- run: npm test", "run: yarn test:unit", "  - vendor/bin/phpunit -c x.xml", "pytest -q",
        "dotnet test --no-build", "sh './mvnw -B verify'", "./gradlew check", "composer run test",
        "uses: php-actions/phpunit@v3", "- npm ci && npm test", "make test", "go test ./...",
        "run: make run-test",
        "uses: exempel/ci/.github/workflows/_run-java-tests-and-publish-pacts.yml@main",
    ],
)  # fmt: skip
def test_runs_tests(plant: Plant, line: str) -> None:
    """A step that runs tests is found at its line."""
    assert 2 == only(plant({".gitlab-ci.yml": f"job:\n{line}\n"})).tests_line


@pytest.mark.parametrize(
    "line",
    [
        "- run: npm run lint", "- run: npm run test:lint", "# npm test", "name: Run pytest",
        "tools: composer, phpunit", "pip install pytest", "run: npm run build", "- latest",
        "mvn package -DskipTests", "make deploy-test",
        "uses: exempel/ci/.github/workflows/deploy-to-test.yml@main",
    ],
)  # fmt: skip
def test_runs_no_tests(plant: Plant, line: str) -> None:
    """A linter, a comment, a name and an installation are no tests."""
    assert None is only(plant({".gitlab-ci.yml": line})).tests_line


def test_only_builds_an_image(plant: Plant) -> None:
    """A workflow that only builds an image says so: its tests cannot be seen."""
    assert only(plant({".gitlab-ci.yml": "- docker build ."})).builds_image_only
    assert not only(plant({".gitlab-ci.yml": "- npm ci\n- docker build ."})).builds_image_only


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("uses: exempel/.github/.github/workflows/java-maven-ci.yml@main", 1),
        ("uses: exempel/shared/.github/workflows/release-please.yml@v1", None),
        ("uses: exempel/shared/.github/workflows/build-and-push-image.yml@v1", None),
        ("uses: actions/checkout@v4", None),
    ],
)
def test_work_handed_to_another_repository(plant: Plant, line: str, expected: int | None) -> None:
    """A shared definition may test; it lies elsewhere and is not read."""
    assert expected == only(plant({".github/workflows/ci.yml": f"    {line}\n"})).calls_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on: workflow_call\n", True),
        ("on:\n  workflow_call:\n    inputs:\n      push:\n\njobs:\n", True),
        ('"on": [workflow_call, workflow_dispatch]\n', True),
        ("on:\n  # later\n  push:\n    branches: [main]\n  workflow_call:\n", False),
        ("on:\n- push\n- workflow_call\n", False),
        ("on: workflow_dispatch\n", False),
        ("jobs:\n", False),
    ],
)
def test_waits_to_be_called(plant: Plant, text: str, expected: bool) -> None:  # noqa: FBT001
    """A workflow that no change starts runs only where another one calls it."""
    assert expected == only(plant({".github/workflows/a.yml": text})).waits


def test_calls_its_own(plant: Plant) -> None:
    """What a workflow calls beside it is named; what a comment holds is not called."""
    calls = "  uses: ./.github/workflows/{}.yml\n"
    text = calls.format("tests") + "#" + calls.format("old")
    seen = only(plant({".github/workflows/a.yml": text}))
    assert (".github/workflows/tests.yml",) == seen.calls


def test_work_offered_to_other_repositories(plant: Plant) -> None:
    """A workflow that others may call is a product of its own."""
    assert 2 == only(plant({".github/workflows/a.yml": "on:\n  workflow_call:\n"})).offered_line


@pytest.mark.parametrize(
    "command",
    ["npm run unit-test", "yarn integration-test", "opa test .", "./tests/feature_tests/test.sh"],
)
def test_tests_by_other_names(plant: Plant, command: str) -> None:
    """A script may call its tests by their kind."""
    assert 1 == only(plant({".gitlab-ci.yml": f"  - {command}\n"})).tests_line


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("run: npx pa11y-ci", 1),
        ("uses: treosh/lighthouse-ci-action@v12", 1),
        ("run: npm run test:a11y", 1),
        ("# run: npx pa11y-ci", None),
        ("run: npm test", None),
    ],
)
def test_tests_of_accessibility(plant: Plant, line: str, expected: int | None) -> None:
    """A tool that tests how accessible an interface is is found by its name."""
    assert expected == only(plant({".github/workflows/ci.yml": line})).accessibility_line
