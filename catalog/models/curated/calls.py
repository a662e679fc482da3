"""Calls for collaboration."""

import datetime as dt
from typing import Literal

from catalog.models.base import Curated
from catalog.models.curated.words import Slug, Text


class Call(Curated):
    """A collaboration call. A draft proposed by the catalogue is never shown as a body's own."""

    id: Slug
    type: Literal[
        "experience", "pilot-partner", "adopt-together", "co-develop", "co-fund",
        "joint-procurement", "user-group", "review", "maintainer", "handover",
    ]  # fmt: skip
    status: Literal[
        "draft", "open", "forming", "agreed", "active", "done", "expired", "withdrawn", "paused"
    ]
    title: Text
    owner: Slug
    ask: Text | None = None
    offer: Text | None = None
    project: Slug | None = None
    published: dt.date | None = None
    review_by: dt.date | None = None
    proposed_by: Literal["body", "catalog"] = "body"
