"""What is wrong in people's data, as a value: where, what, and what to write instead."""

from typing import Literal, TypeAlias

from catalog.models.base import Frozen

Severity: TypeAlias = Literal["error", "warning"]


class Problem(Frozen):
    """One thing to mend. ``line`` and ``column`` count from 1; None where the file has none.

    ``key`` names the value for machines, as ``maintenance.contacts[0].name``; "" is the file.
    """

    file: str
    line: int | None
    column: int | None
    message: str
    hint: str
    severity: Severity = "error"
    key: str = ""
    rule: str = "data"  # which kind of problem it is, for machines that sort and filter

    def __str__(self) -> str:
        """Read as ``file:line:column: what is wrong - what to write``."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{place}: {self.message} - {self.hint}"
