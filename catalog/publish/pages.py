"""Every page of the catalogue: where it is, its template and what it shows."""

from collections.abc import Iterator
from typing import NamedTuple

from catalog.models.project import Project
from catalog.publish.incremental.watched import Watched
from catalog.publish.ready import DraftView
from catalog.publish.views.badge import NAME as BADGE
from catalog.publish.views.badge import BadgeView
from catalog.publish.views.board import BoardView
from catalog.publish.views.body import BodyView
from catalog.publish.views.check import check_pages
from catalog.publish.views.edition import Edition
from catalog.publish.views.fit import FitView
from catalog.publish.views.gathering import by_body, in_order
from catalog.publish.views.letters import LetterView, index
from catalog.publish.views.listing import ListingView, StartView
from catalog.publish.views.maintainers import maintainers_view
from catalog.publish.views.model import ModelView
from catalog.publish.views.project import ProjectView
from catalog.publish.views.reuse import ReuseView
from catalog.publish.views.statistics import StatisticsView
from catalog.publish.views.status import StatusView


class Page(NamedTuple):
    """One page; ``path`` begins with the language, and ends with a slash or is a file's own.

    ``watched`` is the edition that all of the view reads, where the page need not be written again
    as long as nothing of that has changed. ``also`` are other places for the same bytes.
    """

    path: str
    template: str
    view: object
    watched: Watched | None = None
    also: tuple[str, ...] = ()


def pages(edition: Edition) -> Iterator[Page]:
    """Yield every page of one edition."""
    projects = tuple(ProjectView(project, edition) for project in edition.projects)
    bodies = body_views(edition, projects)
    top = f"{edition.language}/"
    yield Page(top, "start.html", StartView(edition, projects))
    listing = ListingView(edition, projects)
    yield Page(f"{top}projects/", "projects.html", listing)
    yield Page(f"{top}projects/projects.json", "projects.json", listing)
    if listing.is_long:
        yield Page(f"{top}projects/rest.json", "rest.json", listing)
        yield from _letter_pages(f"{top}projects/", edition, listing)
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
        shown = Watched(edition, shows=(*check.by_status.items(),))
        yield Page(f"{top}model/{check.id}/", "check.html", check, shown)
    statistics = StatisticsView(edition, projects)
    yield Page(f"{top}statistics/", "statistics.html", statistics)
    for name in ("levels.csv", "checks.csv", "spread.csv"):
        yield Page(f"{top}statistics/{name}", f"statistics/{name}", statistics)
    yield Page(f"{top}status/", "status.html", StatusView(edition, projects))
    for body in bodies:
        yield from _body_pages(f"{top}bodies/{body.id}/", edition, body)
    for project in edition.projects:
        yield from _project_pages(f"{top}projects/", edition, project)


def _letter_pages(path: str, edition: Edition, listing: ListingView) -> Iterator[Page]:
    """Yield the pages by letter of a list that is long."""
    places = index(listing.letters)
    for page in listing.letters:
        watched = Watched(edition, (view.project for view in page.projects), shows=places)
        projects = tuple(ProjectView(view.project, watched.edition) for view in page.projects)
        view = LetterView(page, places, projects)
        yield Page(path + page.path, "letter.html", view, watched)


def _body_pages(path: str, edition: Edition, body: BodyView) -> Iterator[Page]:
    """Yield a body's pages, of views of their own."""
    watched = Watched(edition, (view.project for view in body.projects))
    watched.note("body", body.id)
    projects = tuple(ProjectView(view.project, watched.edition) for view in body.projects)
    own = BodyView(body.body, watched.edition, projects)
    yield Page(path, "body.html", own, watched)
    if projects:
        yield Page(f"{path}todo/", "todo.html", own.todo, watched)
        for view in body.todo.drafted:
            seen = Watched(edition, (view.project,))
            drafted = DraftView(ProjectView(view.project, seen.edition))
            yield Page(f"{path}todo/publiccode/{view.id}.yml", "draft.yml", drafted, seen)


def _project_pages(above: str, edition: Edition, project: Project) -> Iterator[Page]:
    """Yield a project's pages; at its former addresses, files again and what leads to the page.

    Their view is kept no longer than they, or thousands of verdicts stay in memory.
    """
    former = edition.moved.get(project.id, ())
    watched = Watched(edition, (project,), shows=former)
    view = ProjectView(project, watched.edition)
    path = f"{above}{project.id}/"
    yield Page(path, "project.html", view, watched)
    for name, shown in (("compared.json", view), (BADGE, BadgeView(view))):
        also = tuple(f"{above}{one}/{name}" for one in former)
        yield Page(path + name, name, shown, watched, also)
    for one in former:
        yield Page(f"{above}{one}/", "moved.html", view, watched)


def body_views(edition: Edition, projects: tuple[ProjectView, ...]) -> tuple[BodyView, ...]:
    """Return every body with its own projects, in alphabetical order."""
    owned = by_body(projects)
    bodies = in_order(edition.catalogue.bodies.values(), edition)
    return tuple(BodyView(body, edition, owned.get(body.id, ())) for body in bodies)
