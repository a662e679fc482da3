""".NET: packages.lock.json of NuGet. It neither states licences nor tells what tests need."""

from harvesters.reading.locks.packages import (
    Beside,
    Packages,
    json_object,
    package,
    table,
    undivided,
)


def read(text: str, _beside: Beside) -> Packages | None:
    """Read the packages of every framework; other projects of the solution are left out."""
    document = json_object(text)
    if document is None or not isinstance(document.get("dependencies"), dict):
        return None
    rows = (
        (name, table(row))
        for framework in document["dependencies"].values()
        for name, row in table(framework).items()
    )
    return undivided(package(name, row.get("resolved")) for name, row in rows)
