"""Signals of use that somebody has looked into and found to be none."""

from typing import Literal, TypeAlias

from catalog.models.base import Curated
from catalog.models.curated.words import Day, Slug, Text

SignalKind: TypeAlias = Literal["depends", "descends", "shares", "topic", "declares"]


class Rejection(Curated):
    """Why signals that a body uses a project are not asked about; ``kind`` is None for all.

    ``project`` may be one that stands for its repository alone. It counts as long as any
    declaration does; after that the signals are asked about again.
    """

    body: Slug
    project: Slug
    reason: Text
    as_of: Day
    kind: SignalKind | None = None
