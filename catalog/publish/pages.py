"""Every page of the catalogue: where it is, its template and what it shows."""

from collections.abc import Iterator
from typing import NamedTuple

from catalog.publish.sorting import swedish
from catalog.publish.views.badge import NAME as BADGE
from catalog.publish.views.badge import BadgeView
from catalog.publish.views.board import BoardView
from catalog.publish.views.body import BodyView
from catalog.publish.views.check import check_pages
from catalog.publish.views.edition import Edition
from catalog.publish.views.fit import FitView
from catalog.publish.views.listing import ListingView, StartView
from catalog.publish.views.maintainers import maintainers_view
from catalog.publish.views.model import ModelView
from catalog.publish.views.project import ProjectView
from catalog.publish.views.reuse import ReuseView
from catalog.publish.views.statistics import StatisticsView
from catalog.publish.views.status import StatusView


class Page(NamedTuple):
    """One page; ``path`` begins with the language, and ends with a slash or is a file's own."""

    path: str
    template: str
    view: object


def pages(edition: Edition) -> Iterator[Page]:
    """Yield every page of one edition."""
    projects = tuple(ProjectView(project, edition) for project in edition.projects)
    bodies = body_views(edition, projects)
    top = f"{edition.language}/"
    yield Page(top, "start.html", StartView(edition, projects))
    listing = ListingView(edition, projects)
    yield Page(f"{top}projects/", "projects.html", listing)
    yield Page(f"{top}projects/projects.json", "projects.json", listing)
    yield Page(f"{top}compare/", "compare.html", listing)
    fit = FitView(edition, projects)
    yield Page(f"{top}fit/", "fit.html", fit)
    yield Page(f"{top}fit/fit.json", "fit.json", fit)
    maintainers = maintainers_view(edition, projects)
    yield Page(f"{top}maintainers/", "maintainers.html", maintainers)
    for keeper in maintainers.keepers:
        yield Page(f"{top}maintainers/{keeper.id}/", "keeper.html", keeper)
    yield Page(f"{top}bodies/", "bodies.html", bodies)
    board = BoardView(edition)
    yield Page(f"{top}calls/", "calls.html", board)
    for call in board.calls:
        yield Page(f"{top}calls/{call.id}/", "call.html", call)
    yield Page(f"{top}reuse/", "reuse.html", ReuseView(edition))
    yield Page(f"{top}model/", "model.html", ModelView(edition))
    for check in check_pages(edition):
        yield Page(f"{top}model/{check.id}/", "check.html", check)
    statistics = StatisticsView(edition, projects)
    yield Page(f"{top}statistics/", "statistics.html", statistics)
    for name in ("levels.csv", "checks.csv", "spread.csv"):
        yield Page(f"{top}statistics/{name}", f"statistics/{name}", statistics)
    yield Page(f"{top}status/", "status.html", StatusView(edition, projects))
    for body in bodies:
        yield Page(f"{top}bodies/{body.id}/", "body.html", body)
        if body.projects:
            yield Page(f"{top}bodies/{body.id}/todo/", "todo.html", body.todo)
    for project in edition.projects:
        # A view of its own: kept no longer than its page, or thousands of verdicts stay in memory.
        view = ProjectView(project, edition)
        yield Page(f"{top}projects/{project.id}/", "project.html", view)
        yield Page(f"{top}projects/{project.id}/compared.json", "compared.json", view)
        yield Page(f"{top}projects/{project.id}/{BADGE}", "badge.svg", BadgeView(view))


def body_views(edition: Edition, projects: tuple[ProjectView, ...]) -> tuple[BodyView, ...]:
    """Return every body with its own projects, in alphabetical order."""
    owned: dict[str, list[ProjectView]] = {}
    for project in projects:
        owned.setdefault(project.project.body.id, []).append(project)
    bodies = sorted(edition.catalogue.bodies.values(), key=lambda b: swedish(edition.name_of(b)))
    return tuple(BodyView(body, edition, tuple(owned.get(body.id, ()))) for body in bodies)
