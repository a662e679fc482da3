"""What bodies say on their own domains that they use: ``data/snapshot/usage.json``.

The file is ``/.well-known/publiccode-usage.json``, in the form that is proposed beside
publiccode.yml. Addresses, stages and days only: no other text of it is kept. When each domain was
asked is in the run's report.
"""

from datetime import date
from typing import Literal, get_args

from catalog.models.base import Frozen
from catalog.models.curated import Stage
from catalog.models.evidence import Evidence

PATH = "/.well-known/publiccode-usage.json"
STAGES: tuple[Stage, ...] = get_args(Stage)


class UsedSeen(Frozen):
    """Software that a file names. ``stage`` is None where it says none that we know."""

    url: str
    stage: Stage | None = None
    until: date | None = None  # when it was taken out of use


class UsageSeen(Frozen):
    """One file. ``said`` is the day that it gives as its last change."""

    said: date | None = None
    software: tuple[UsedSeen, ...] = ()


class Usage(Frozen):
    """What was read at each domain. One that was not asked, or did not answer, is unseen."""

    schema_version: Literal[1] = 1
    files: dict[str, Evidence[UsageSeen]] = {}


def address_of(domain: str) -> str:
    """Return where a body's file is."""
    return f"https://{domain}{PATH}"
