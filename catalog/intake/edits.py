"""What an issue asks to have changed, as values: entries to add, values to put into one."""

from dataclasses import dataclass, field
from typing import Any, TypeAlias


@dataclass(frozen=True)
class Add:
    """A new entry at the end of a list of the curated data."""

    list: str
    values: dict[str, Any]


@dataclass(frozen=True)
class Put:
    """A value below an entry that is there; the number after a list's last lengthens it."""

    list: str
    id: str
    path: tuple[str | int, ...]
    value: Any


Edit: TypeAlias = Add | Put


@dataclass
class Proposal:
    """The edits of one issue, and what whoever reviews them must know.

    ``entries`` name what is touched, by list and id. ``claim`` is what the form says of who says
    it: nobody has confirmed that, so the data does not say it.
    """

    edits: list[Edit] = field(default_factory=list)
    entries: list[str] = field(default_factory=list)
    claim: str | None = None

    def add(self, name: str, values: dict[str, Any]) -> None:
        """Propose an entry; keys without a value are left out."""
        kept = {key: value for key, value in values.items() if value not in (None, [], {})}
        self.edits.append(Add(name, kept))
        self.entries.append(f"{name} {kept['id']}")

    def put(self, edit: Put) -> None:
        """Propose a value in an entry."""
        self.edits.append(edit)
        self.entries.append(f"{edit.list} {edit.id}")
