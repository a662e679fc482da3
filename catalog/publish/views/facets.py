"""What the project list can be narrowed by: facets, their choices and how many have each."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from catalog.publish.sorting import swedish
from catalog.publish.views.project import ProjectView

FacetId: TypeAlias = Literal[
    "level", "body", "kind", "category", "licence", "identity", "platform", "language",
    "activity", "use", "call",
]  # fmt: skip
MOST_CHOICES = 40  # of one facet; what is rarer is found by words


class Choice(NamedTuple):
    """One value of a facet: its code, a name where the code is none, and how many have it."""

    code: str
    name: str
    projects: int


@dataclass(frozen=True)
class Facet:
    """A facet over the list; ``codes`` are each project's, in the list's order."""

    id: FacetId
    codes: tuple[tuple[str, ...], ...]
    names: dict[str, str]
    ordered: Sequence[str] = ()  # where the order is not the alphabet's

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """Every value that a project has; by their order, else the commonest kept, by name."""
        counted = Counter(code for codes in self.codes for code in codes)
        if self.ordered:
            kept = [code for code in self.ordered if code in counted]
        else:
            common = [code for code, _ in counted.most_common(MOST_CHOICES)]
            kept = sorted(common, key=lambda code: swedish(str(self.names.get(code, code))))
        return tuple(Choice(code, self.names.get(code, code), counted[code]) for code in kept)

    @property
    def indexes(self) -> list[list[int]]:
        """For each project the places of its choices."""
        place = {choice.code: number for number, choice in enumerate(self.choices)}
        return [[place[code] for code in codes if code in place] for codes in self.codes]


def facets(projects: Sequence[ProjectView]) -> tuple[Facet, ...]:
    """Return every facet in which at least two projects differ."""
    return tuple(f for f in every_facet(projects) if _tells_apart(f, len(projects)))


def every_facet(projects: Sequence[ProjectView]) -> tuple[Facet, ...]:
    """Return every facet, those too in which all projects are the same."""
    return (
        Facet("level", _codes(projects, _level), {}, [str(level) for level in range(6)] + ["left"]),
        Facet("use", _codes(projects, _use), {}, _USES),
        Facet("body", _codes(projects, lambda p: [p.project.body.id]), _bodies(projects)),
        Facet("kind", _codes(projects, lambda p: [p.kind]), {}, _KINDS),
        Facet("category", _codes(projects, _categories), {}),
        Facet("licence", _codes(projects, lambda p: p.licences), {}),
        Facet("identity", _codes(projects, _identity), {}),
        Facet("platform", _codes(projects, _platforms), {}),
        Facet("language", _codes(projects, _languages), {}),
        Facet("activity", _codes(projects, _activity), {}, _ACTIVITIES),
        Facet("call", _codes(projects, _call), {}, ("open",)),
    )


def _tells_apart(facet: Facet, projects: int) -> bool:
    return any(choice.projects < projects for choice in facet.choices)


_Codes: TypeAlias = Callable[[ProjectView], Iterable[str]]
_KINDS = ("app", "addon", "library", "site", "config", "docs")
_USES = ("elsewhere", "production", "tried", "unsaid")
_ACTIVITIES = ("maintained", "maintained-partly", "older", "unknown")


def _codes(projects: Sequence[ProjectView], codes: _Codes) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(dict.fromkeys(codes(project))) for project in projects)


def _bodies(projects: Sequence[ProjectView]) -> dict[str, str]:
    return {project.project.body.id: project.body_name for project in projects}


def _level(project: ProjectView) -> Iterator[str]:
    yield "left" if project.level.left_ladder else str(project.level.proven.id)


def _use(project: ProjectView) -> Iterator[str]:
    """Who runs it for real, as far as the checks of use hold it to be known."""
    status = {check: project.checks[check].status for check in ("USE-1", "USE-2", "USE-4")}
    if status["USE-2"] == "pass":
        yield "elsewhere"
    if status["USE-1"] == "pass":
        yield "production"
    if any(use.adoption.stage in _TRIALS and use.adoption.count != 0 for use in project.adoptions):
        yield "tried"
    if not project.adoptions:
        yield "unsaid"


_TRIALS = frozenset({"evaluating", "testing", "pilot", "stopped"})


def _categories(project: ProjectView) -> tuple[str, ...]:
    said = project.project.said.categories
    return said.value if said else ()


def _identity(project: ProjectView) -> tuple[str, ...]:
    entry = project.project.entry
    stated = entry.catalog.prerequisites if entry else None
    return stated.identity.protocols if stated and stated.identity else ()


def _platforms(project: ProjectView) -> tuple[str, ...]:
    return project.platforms


def _languages(project: ProjectView) -> tuple[str, ...]:
    said = project.project.said.languages
    return tuple(language.partition("-")[0] for language in said.value) if said else ()


def _activity(project: ProjectView) -> Iterator[str]:
    day, last = project.edition.day, project.last_activity
    if last is None:
        yield "unknown"
    elif not day.is_past(last, "maintained"):
        yield "maintained"
    else:
        yield "older" if day.is_past(last, "maintained-partly") else "maintained-partly"


def _call(project: ProjectView) -> Iterator[str]:
    if any(call.is_open for call in project.edition.calls_about(project.id)):
        yield "open"
