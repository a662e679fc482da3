"""Where the answer to a check is written: a file of the repository, a key of the catalogue's data.

A path is the usual one; whoever shows it looks for the file that is there already.
"""

from typing import Literal, NamedTuple, TypeAlias

Sharing: TypeAlias = Literal["security", "contributing"]


class Place(NamedTuple):
    """A file that a repository may have, and a key below the project's entry; either may lack.

    ``shared`` names the document that an owner can keep once for all its repositories.
    """

    file: str | None = None
    key: str | None = None
    shared: Sharing | None = None


_README = "README.md"
_PUBLICCODE = "publiccode.yml"

PLACES: dict[str, Place] = {
    "LIC-1": Place("LICENSE"),
    "LIC-2": Place(_PUBLICCODE),
    "INF-1": Place(_README, "description"),
    "INF-2": Place(_PUBLICCODE, "developmentStatus"),
    "INF-3": Place(_README),
    "INF-4": Place("docs/admin.md"),
    "INF-5": Place("docs/architecture.md"),
    "INF-6": Place("compose.yaml"),
    "INF-7": Place(_PUBLICCODE),
    "PRE-1": Place(_README, "catalog.prerequisites.identity"),
    "PRE-2": Place(_README, "catalog.prerequisites.hosting"),
    "PRE-3": Place(_README, "catalog.prerequisites.integrations"),
    "PRE-4": Place(_README, "catalog.prerequisites.proprietary"),
    "PRE-5": Place(_README, "catalog.prerequisites.data"),
    "PRE-6": Place(key="catalog.prerequisites.effort"),
    "GEN-2": Place("docs/configuration.md"),
    "GEN-3": Place(_README),
    "GEN-4": Place(_PUBLICCODE, "catalog.standards"),
    "GEN-5": Place(_README),
    "GEN-6": Place(_README, "catalog.accessibility"),
    "GEN-7": Place(_README, "catalog.exit"),
    "MNT-1": Place(_README),
    "MNT-2": Place("CHANGELOG.md"),
    "MNT-3": Place("CONTRIBUTING.md"),
    "MNT-5": Place(_PUBLICCODE, "catalog.stewardship"),
    "SEC-1": Place("SECURITY.md", shared="security"),
    "SEC-3": Place("renovate.json"),
    "USE-1": Place(key="adoptions"),
    "USE-2": Place(key="adoptions"),
    "USE-3": Place(key="adoptions"),
    "USE-4": Place(key="adoptions"),
    "USE-5": Place(key="adoptions"),
    "USE-6": Place(key="adoptions"),
    "GOV-1": Place(key="catalog.mandate"),
    "GOV-2": Place(key="catalog.stewardship"),
    "GOV-3": Place("CONTRIBUTING.md", shared="contributing"),
    "GOV-4": Place(_PUBLICCODE),
    "GOV-5": Place(_PUBLICCODE, "catalog.suppliers"),
    "GOV-6": Place(key="calls"),
}

NOWHERE = Place()


def place_of(check: str) -> Place:
    """Return where a check is answered; nowhere where no single file or key is the place."""
    return PLACES.get(check, NOWHERE)
