"""What people write, compared entry by entry and key by key."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from catalog.models.base import Curated

E = TypeVar("E", bound=Curated)
_NAMES = ("id", "repo", "metric", "name", "body", "url")  # what an item of a list is known by


class Became(NamedTuple):
    """A value before and after; None where there was, or is, none."""

    key: str
    before: str | None
    after: str | None


class Changed(NamedTuple, Generic[E]):
    """An entry that is there before and after, and what is another."""

    before: E
    after: E
    values: tuple[Became, ...]


class Compared(NamedTuple, Generic[E]):
    """One list before and after, in order of the ids."""

    new: tuple[E, ...]
    removed: tuple[E, ...]
    changed: tuple[Changed[E], ...]

    @property
    def number(self) -> int:
        """How many entries differ."""
        return len(self.new) + len(self.removed) + len(self.changed)


def compare(before: Mapping[str, E], after: Mapping[str, E]) -> Compared[E]:
    """Compare two lists of entries, each by its ids."""
    both = sorted(before.keys() & after.keys())
    changed = (Changed(before[i], after[i], became(before[i], after[i])) for i in both)
    return Compared(
        new=tuple(after[i] for i in sorted(after.keys() - before.keys())),
        removed=tuple(before[i] for i in sorted(before.keys() - after.keys())),
        changed=tuple(one for one in changed if one.values),
    )


def became(before: Curated | None, after: Curated | None) -> tuple[Became, ...]:
    """Compare two entries key by key, in the order in which the keys are written."""
    if before == after:
        return ()
    old, new = (dict(_values(one)) for one in (before, after))
    keys = dict.fromkeys([*new, *old])
    told = (_became(key, old.get(key, ()), new.get(key, ())) for key in keys)
    return tuple(one for one in told if one.before != one.after)


def _became(key: str, before: tuple[str, ...], after: tuple[str, ...]) -> Became:
    """Of a list, tell only what went and what came; all of it where just the order is another."""
    went = [one for one in before if one not in after]
    came = [one for one in after if one not in before]
    if not (went or came):
        went, came = [*before], [*after]
    return Became(key, ", ".join(went) or None, ", ".join(came) or None)


def _values(entry: Curated | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    if entry is not None:
        plain = entry.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_unset=True)
        yield from _flat(plain, "")


def _flat(value: Any, key: str) -> Iterator[tuple[str, tuple[str, ...]]]:  # noqa: ANN401 - any JSON
    if isinstance(value, dict):
        for step, inner in value.items():
            yield from _flat(inner, f"{key}.{step}" if key else step)
    elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
        for name, inner in _named(value):
            yield from _flat(inner, f"{key}[{name}]")
    elif isinstance(value, list):
        yield key, tuple(map(_word, value))
    else:
        yield key, (_word(value),)


def _named(values: Sequence[Any]) -> Iterable[tuple[str, Any]]:
    """Name the items of a list by what they are about, by their number where that is not clear."""
    for key in _NAMES:
        names = [str(one[key]) for one in values if isinstance(one, dict) and key in one]
        if len(set(names)) == len(values):
            return zip(names, values, strict=True)
    return ((str(number), one) for number, one in enumerate(values, start=1))


def _word(value: Any) -> str:  # noqa: ANN401 - any JSON
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
