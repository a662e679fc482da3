"""PHP: composer.lock, which states every package's licences."""

from typing import Any

from catalog.models.facts import PackageSeen
from harvesters.reading.locks.packages import Beside, Packages, divided, json_object, package, rows


def read(text: str, _beside: Beside) -> Packages | None:
    """Read ``packages``; several licences are a choice (getcomposer.org/doc/04-schema.md)."""
    document = json_object(text)
    if document is None or not isinstance(document.get("packages"), list):
        return None
    run = [_package(row) for row in rows(document["packages"])]
    return divided(run, len(rows(document.get("packages-dev"))))


def _package(row: dict[str, Any]) -> PackageSeen | None:
    stated = row.get("license")
    licences = [one for one in stated if isinstance(one, str)] if isinstance(stated, list) else []
    joined = " OR ".join(licences[:5]) if licences else stated
    return package(row.get("name"), row.get("version"), joined)
