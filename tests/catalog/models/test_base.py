"""What machines write is never changed, and a copy stands for itself."""

from functools import cached_property

from catalog.models.base import Frozen


class _Length(Frozen):
    words: tuple[str, ...]

    @cached_property
    def count(self) -> int:
        """How many there are."""
        return len(self.words)


def test_what_was_worked_out_is_not_copied() -> None:
    """A copy with other values works it out from these."""
    one = _Length(words=("a", "b"))
    counted = one.count
    copied = one.model_copy(update={"words": ("c",)})
    assert (counted, copied.count, one.count) == (2, 1, 2)
