"""Ready environments: which there are, and what a compose file starts."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from catalog.models.evidence import Absent, Found
from harvesters.reading import containers
from harvesters.reading.contents import Contents

Plant: TypeAlias = Callable[..., Contents]
DATABASE = "services:\n  db:\n    image: postgres:16\n"
OTHER = "services:\n  router:\n    image: vagar\n"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("docker-compose.local.yml", "compose"),
        ("compose.yaml", "compose"),
        (".devcontainer/devcontainer.json", "devcontainer"),
        ("backend/Dockerfile.local", "dockerfile"),
        ("charts/app/Chart.yaml", "helm"),
    ],
)
def test_environment(plant: Plant, path: str, kind: str) -> None:
    """Each kind is known by its name."""
    found = containers.read(plant({path: ""}))
    assert isinstance(found, Found)
    assert [(path, kind)] == [(seen.path, seen.kind) for seen in found.found]


def test_other_file(plant: Plant) -> None:
    """A name that merely resembles one is not counted."""
    assert isinstance(containers.read(plant({".github/workflows/composer.yml": ""})), Absent)


@pytest.mark.parametrize(
    ("text", "names", "services_only", "stand_ins"),
    [
        (DATABASE, "", True, False),
        (f"{DATABASE}  app:\n    build: .\n", "", False, False),
        (f"{DATABASE}  app:\n    image: registry.example.org/bokning:1\n", "bokning", False, False),
        (f"{DATABASE}{OTHER}", "bokning", True, False),
        (OTHER, "", False, False),
        (f"{DATABASE}  # build: .\n", "", True, False),
        (f"{DATABASE}  login:\n    image: keycloak\n", "", True, True),
        ("", "", False, False),
    ],
)
def test_compose(
    plant: Plant, text: str, names: str, *, services_only: bool, stand_ins: bool
) -> None:
    """What is built, or called as the software, is the software; else it is what stands beside."""
    contents = plant({"compose.yml": text})
    contents.names = names
    found = containers.read(contents)
    assert isinstance(found, Found)
    assert (services_only, stand_ins) == (found.found[0].services_only, found.found[0].stand_ins)
