"""What makes two repositories look like parts of one product, and how much each thing weighs."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Literal, NamedTuple, TypeAlias

from catalog.models.curated import Role
from catalog.models.evidence import Found
from catalog.models.facts import ManifestSeen, RepositoryFacts
from catalog.models.forge import ForgeFacts

ReasonCode: TypeAlias = Literal["stem", "family", "acronym", "package", "depends", "begun", "topic"]

# Words at the ends of a name that say which part it is, not of what; the order is a primary's.
_PARTS: Mapping[str, Role] = {
    **dict.fromkeys(("app", "web", "webapp", "frontend", "site", "client", "mobile", "ios",
                     "android", "plugin", "theme", "integration", "api", "backend", "server",
                     "dashboard", "admin", "core", "service", "worker", "field", "acf", "wp",
                     "db", "lib", "sdk", "cli"), "component"),
    **dict.fromkeys(("deploy", "deployment", "docker", "compose", "infra", "infrastructure",
                     "helm", "ansible", "e2e", "smoke", "tests"), "deployment"),
    **dict.fromkeys(("docs", "documentation", "boilerplate", "example"), "docs"),
}  # fmt: skip
_RANKS: dict[str, int] = {word: rank for rank, word in enumerate(_PARTS)}
_LEFT = frozenset({"deprecated", "depricated", "legacy", "old", "archive", "archived", "poc"})
_VAGUE = frozenset({"municipality", "kommun", "stad", "open", "data", "test", "demo", "tools",
                    "common", "shared", "template", "config", "portal", "manager"})  # fmt: skip
_SHORTEST = 4  # letters of a stem that can be somebody's name
_LARGEST_FAMILY = 4  # more of one first name are add-ons of a platform, not parts of a product
_RARE = 3  # repositories; what more of them share says nothing of one product
_APART = 3 * 365  # days between last changes: then one has replaced the other

_PASSING = frozenset({"package", "begun", "family"})  # what a successor has from what it replaced

ENOUGH = 2
WEIGHTS: Mapping[ReasonCode, int] = {
    "stem": 2, "family": 2, "acronym": 2, "package": 1, "depends": 1, "begun": 1, "topic": 1,
}  # fmt: skip


class Reason(NamedTuple):
    """One thing that two repositories have in common, or that leads from one to the other."""

    code: ReasonCode
    one: str
    other: str
    about: str


@dataclass(frozen=True)
class Candidate:
    """A repository that stands for itself, as its name and facts show it."""

    url: str
    facts: RepositoryFacts | None

    @property
    def name(self) -> str:
        """The last part of its address."""
        return self.url.rsplit("/", 1)[-1]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of its name, in lower case; a dot is inside a word, as in ``schema.org``."""
        return tuple(word for word in re.split(r"[^\w.]+|_", self.name.lower()) if word)

    @cached_property
    def stem(self) -> tuple[str, ...]:
        """Its name without the words at the ends that say which part it is."""
        words = list(self.words)
        while len(words) > 1 and words[-1] in _PARTS:
            words.pop()
        while len(words) > 1 and words[0] in _PARTS:
            words.pop(0)
        return tuple(words)

    @property
    def has_left(self) -> bool:
        """Whether its name says that it has been replaced or was only tried."""
        return not _LEFT.isdisjoint(self.words)

    @property
    def part(self) -> tuple[int, Role]:
        """Which part its name says it is: a rank in which the lowest is primary, and its role."""
        said = [word for word in self.words if word in _PARTS and word not in self.stem]
        return max(((_RANKS[word], _PARTS[word]) for word in said), default=(-1, "component"))

    @cached_property
    def packages(self) -> frozenset[tuple[str, str]]:
        """The packages it publishes from its root: ecosystem and name."""
        return frozenset(
            (m.ecosystem, m.name.lower())
            for m in _manifests(self.facts)
            if m.name and not m.tooling and "/" not in m.path
        )

    @cached_property
    def needs(self) -> frozenset[tuple[str, str]]:
        """The packages it depends on."""
        return frozenset(
            (m.ecosystem, name.lower()) for m in _manifests(self.facts) for name in m.dependencies
        )

    @cached_property
    def roots(self) -> frozenset[str]:
        """Its first commits."""
        history = self.facts.history if self.facts else None
        return frozenset(history.found.roots if isinstance(history, Found) else ())

    @cached_property
    def topics(self) -> frozenset[str]:
        """What its forge files it under."""
        told = self.facts.forge if self.facts else None
        about = told.about if isinstance(told, ForgeFacts) else None
        return frozenset(about.found.topics if isinstance(about, Found) else ())

    @property
    def last(self) -> int | None:
        """The day of the latest commit by a person."""
        history = self.facts.history if self.facts else None
        on = history.found.last_human if isinstance(history, Found) else None
        return on.toordinal() if on else None


def likenesses(candidates: Sequence[Candidate], owner: Iterable[str]) -> Iterator[Reason]:
    """Yield what candidates of one body have in common; ``owner`` are words of its own name.

    Only what few share tells: each kind of likeness is counted first.
    """
    vague = _VAGUE | set(owner)
    named = [one for one in candidates if _tells(one.stem, vague)]
    yield from _stems(named)
    yield from _families(named)
    yield from _acronyms(named)
    for code, having in (("package", _having(candidates, "packages")),
                         ("begun", _having(candidates, "roots")),
                         ("topic", _having(candidates, "topics"))):  # fmt: skip
        for about, those in having.items():
            for one, other in combinations(those, 2) if len(those) <= _RARE else ():
                word = about[1] if isinstance(about, tuple) else about
                yield Reason(code, one.url, other.url, word)  # type: ignore[arg-type]
    yield from _dependencies(candidates)


def have_parted(one: Candidate, other: Candidate, code: ReasonCode) -> bool:
    """Tell whether one of two has replaced the other: it says so, or was left long ago."""
    if one.has_left or other.has_left:
        return True
    if code not in _PASSING:
        return False
    return one.last is not None and other.last is not None and abs(one.last - other.last) > _APART


def _stems(named: Sequence[Candidate]) -> Iterator[Reason]:
    by_stem: dict[str, list[Candidate]] = {}
    for one in named:
        by_stem.setdefault("".join(one.stem), []).append(one)
    for those in by_stem.values():
        for one, other in combinations(those, 2):
            stem = one.stem if len(one.stem) >= len(other.stem) else other.stem
            yield Reason("stem", one.url, other.url, " ".join(stem))


def _families(named: Sequence[Candidate]) -> Iterator[Reason]:
    """A small family, one of which has nothing but the family's name."""
    by_first: dict[str, list[Candidate]] = {}
    for one in named:
        by_first.setdefault(one.stem[0], []).append(one)
    for first, those in by_first.items():
        heads = [one for one in those if one.stem == (first,)]
        if heads and len(first) >= _SHORTEST and 1 < len(those) <= _LARGEST_FAMILY:
            for other in (one for one in those if one.stem != (first,)):
                yield Reason("family", heads[0].url, other.url, first)


def _acronyms(named: Sequence[Candidate]) -> Iterator[Reason]:
    spelt = {"".join(w[0] for w in one.words): one for one in named if len(one.words) >= _RARE}
    for one in named:
        if len(one.words) == 1 and (other := spelt.get(one.words[0])):
            yield Reason("acronym", one.url, other.url, one.words[0])


def _dependencies(candidates: Sequence[Candidate]) -> Iterator[Reason]:
    needed = Counter(package for one in candidates for package in one.needs)
    makers = {package: one for one in candidates for package in sorted(one.packages)}
    for one in candidates:
        for package in sorted(one.needs):
            maker = makers.get(package)
            if maker and maker is not one and needed[package] <= _RARE:
                yield Reason("depends", one.url, maker.url, package[1])


def _having(candidates: Sequence[Candidate], what: str) -> dict[object, list[Candidate]]:
    found: dict[object, list[Candidate]] = {}
    for one in candidates:
        for thing in sorted(getattr(one, what)):
            found.setdefault(thing, []).append(one)
    return found


def _tells(stem: tuple[str, ...], vague: set[str] | frozenset[str]) -> bool:
    telling = [word for word in stem if word not in vague and word not in _PARTS]
    return bool(telling) and len("".join(stem)) >= _SHORTEST - 1


def _manifests(facts: RepositoryFacts | None) -> tuple[ManifestSeen, ...]:
    evidence = facts.manifests if facts else None
    return evidence.found if isinstance(evidence, Found) else ()
