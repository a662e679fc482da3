"""Who makes a package, and who needs it."""

import pytest

from catalog.hub.packages import makers, needs
from tests.catalog.hub.conftest import HERE, THERE, Make, locked, manifest, read


def test_a_package_with_an_owner_in_its_name_is_its_repositorys(make: Make) -> None:
    """Whatever case it is written in."""
    known = makers(make(read(f"{HERE}karta", manifest("Ek/Karta"))).projects)
    assert {("composer", "ek/karta"): f"{HERE}karta"} == {
        package: maker.repository.url for package, maker in known.items()
    }


@pytest.mark.parametrize(
    "claim",
    [
        manifest(None),
        manifest("karta"),  # anybody's name
        manifest("ek/karta", private=True),
        manifest("ek/karta", path="plugins/karta/composer.json"),  # a copy that lies there
    ],
)
def test_what_is_no_package_of_its_own(make: Make, claim: object) -> None:
    """Nothing is claimed where the manifest does not say so."""
    assert {} == makers(make(read(f"{HERE}a", claim)).projects)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "claim",
    [manifest("karta", published=True),
     manifest("ek/karta", path="packages/karta/composer.json", published=True)],
)  # fmt: skip
def test_what_says_what_to_publish_is_a_package(make: Make, claim: object) -> None:
    """Also under a name without an owner, or in a folder."""
    assert 1 == len(makers(make(read(f"{HERE}a", claim)).projects))  # type: ignore[arg-type]


def test_the_repository_of_that_name_makes_it(make: Make) -> None:
    """Another that bears it was copied from it."""
    copied = [read(f"{base}/{name}", manifest("ek/karta"))
              for base, name in ((HERE[:-1], "karta"), (HERE[:-1], "alfa"))]  # fmt: skip
    assert f"{HERE}karta" == makers(make(*copied).projects)["composer", "ek/karta"].repository.url


def test_where_two_could_have_made_it_nobody_has(make: Make) -> None:
    """Rather no line than a wrong one."""
    both = [read(f"{HERE}a", manifest("ek/karta")), read(f"{THERE}b", manifest("ek/karta"))]
    assert {} == makers(make(*both).projects)


def test_what_is_asked_for_and_what_comes_along(make: Make) -> None:
    """The manifest's own word first, with the version that is locked; each package once."""
    user = read(f"{THERE}app", manifest("provby/app", "EK/karta", "other/x"),
                locked=locked("ek/karta", "ek/sok"))  # fmt: skip
    made = make(read(f"{HERE}karta", manifest("ek/karta")),
                read(f"{HERE}sok", manifest("ek/sok")), user)  # fmt: skip
    project = next(p for p in made.projects if p.body.id == "provby")
    found = needs(project.repositories[0], makers(made.projects))
    assert [("ek/karta", "composer.json", True, "1.2.3"),
            ("ek/sok", "composer.lock", False, "1.2.3")] == [
        (n.package[1], n.path, n.direct, n.version) for n in found
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("ecosystem", "named", "other", "asked"),
    [("pypi", "Ek_Karta", "pypi", "ek.karta"), ("maven", "se.ek:karta", "gradle", "se.ek:karta"),
     ("nuget", "Ek.Karta", "nuget", "ek.karta")],
)  # fmt: skip
def test_registries_know_a_package_however_it_is_written(
    make: Make, ecosystem: str, named: str, other: str, asked: str
) -> None:
    """PyPI's signs are one, Gradle takes from Maven's registry, and letters have no size."""
    own = read(f"{HERE}karta", manifest(named, ecosystem=ecosystem, published=True))
    user = read(f"{THERE}app", manifest(None, asked, ecosystem=other))
    made = make(own, user)
    project = next(p for p in made.projects if p.body.id == "provby")
    assert 1 == len(list(needs(project.repositories[0], makers(made.projects))))
