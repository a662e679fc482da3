"""A project and its repositories."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from catalog.models.curated import Language
from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import LicenceSeen, ManifestSeen, RepositoryFacts
from catalog.models.history import History, Measured
from catalog.models.project import ProjectRepository
from catalog.publish.views.edition import Edition
from catalog.publish.views.project import ProjectView
from catalog.publish.views.repository import RepositoryView
from tests.facts import COMMIT, facts

MakeEdition = Callable[[Language], Edition]
View = Callable[[str], ProjectView]
PORTAL = "https://github.com/exempel/portal"


def all_projects(edition: Edition) -> tuple[ProjectView, ...]:
    """Return every project as a view, in order."""
    return tuple(ProjectView(project, edition) for project in edition.projects)


def test_product_and_lone_repository(view: View) -> None:
    """A described project is a product; a repository nobody claims stands for itself."""
    lone = next(p for p in all_projects(view("portalen").edition) if p.name == "ängsblomma")
    assert (True, False, None) == (view("portalen").is_product, lone.is_product, lone.summary)


def test_project_without_repositories(view: View) -> None:
    """Nothing is known of a project whose repository nobody has named, and nothing breaks."""
    arenan = view("arenan")
    assert ((), None, "unseen", None) == (
        arenan.licences, arenan.primary, arenan.licence_state, arenan.last_activity
    )  # fmt: skip


def test_adoptions_old_and_new(view: View) -> None:
    """An adoption past two years is stale, a scale past three as well; the rest is not."""
    fresh, old, none = view("portalen").adoptions
    assert (False, True, True) == (fresh.stale, old.stale, old.several)
    assert (0, None) == (none.count, none.body_name)
    assert [False, True] == [amount.stale for amount in fresh.scale]


def test_rights_are_both_checks_of_the_licence(view: View) -> None:
    """Whether we may is shown with whether all sources agree."""
    assert ["LIC-1", "LIC-2"] == [check.id for check in view("portalen").rights]


def test_adoption_names_its_source(view: View) -> None:
    """The document that says so is linked."""
    source = view("portalen").adoptions[0].source
    assert source is not None
    assert "Protokoll" == source.text


def test_prerequisites_past_their_date(view: View) -> None:
    """Prerequisites said long ago are stale and keep their date and source."""
    needs = view("portalen").prerequisites
    assert needs is not None
    assert (True, date(2020, 1, 1)) == (needs.stale, needs.as_of)
    assert ["Protokoll"] == [link.text for link in needs.sources]


def test_every_check_is_shown_once(view: View) -> None:
    """The dimensions hold every check of the model."""
    portal = view("portalen")
    shown = [check.id for dimension in portal.dimensions for check in dimension.checks]
    assert list(portal.edition.wording.checks) == shown


def test_who_runs_it_leaves_out_that_nobody_does(view: View) -> None:
    """A count of none is no user, and a test is no production."""
    assert ["Exempelkommun"] == [use.body_name for use in view("portalen").running]
    assert () == view("arenan").running


def test_who_could_tell_is_named_once(view: View) -> None:
    """The owner, and whoever runs it."""
    assert ["exempelkommun"] == [body.id for body in view("portalen").tellers]
    assert ["provby"] == [body.id for body in view("arenan").tellers]


def test_what_is_needed_first_is_in_its_order(view: View) -> None:
    """Identity, hosting, integrations and closed parts; what is unknown is known to be."""
    arenan = view("arenan")
    assert ["PRE-1", "PRE-2", "PRE-3", "PRE-4"] == list(arenan.needs)
    assert (True, True) == (arenan.lacks_needs, arenan.lacks_answers)


def test_every_further_question_has_an_answer(view: View) -> None:
    """Each question that adopters ask is answered by a check, if only by 'unknown'."""
    assert all(answer.checks for answer in view("portalen").answers)


def test_failure_is_worded_by_the_nature_of_the_check(edition: MakeEdition) -> None:
    """What should be stated is not stated; what should have happened is not shown."""
    checks = edition("sv").wording.checks
    labels = [checks[check].label("fail") for check in ("INF-1", "LIC-1", "USE-1")]
    assert ["Inte angivet", "Uppfyller inte", "Inte visat"] == labels


def shown(edition: Edition, read: RepositoryFacts | None) -> RepositoryView:
    """Show a repository with these facts."""
    url = read.url if read else PORTAL
    return RepositoryView(
        ProjectRepository(url=url, role="primary", source=None, facts=read, as_of=None), edition
    )


@pytest.mark.parametrize(
    ("licences", "state"),
    [
        (Found(found=(LicenceSeen(path="LICENSE", spdx="MIT", score=1),)), "known"),
        (Found(found=(LicenceSeen(path="LICENSE", spdx=None, score=0.2),)), "unrecognised"),
        (Found(found=(LicenceSeen(path="lib/LICENSE", spdx="MIT", score=1),)), "absent"),
        (Absent(absent=("LICENSE*",)), "absent"),
        (Unseen(unseen="too-large"), "unseen"),
    ],
)
def test_licence_state(edition: MakeEdition, licences: object, state: str) -> None:
    """A licence below the root does not cover the whole; unseen is not absent."""
    assert state == shown(edition("sv"), facts(licences=licences)).licence_state


def test_licence_statements_name_their_places(edition: MakeEdition) -> None:
    """Manifests speak beside licence files; one that says nothing is left out."""
    read = facts(
        PORTAL,
        licences=Found(found=(LicenceSeen(path="LICENSE", spdx="MIT", score=1),)),
        manifests=Found(
            found=(
                ManifestSeen(path="package.json", ecosystem="npm", licence="ISC"),
                ManifestSeen(path="composer.json", ecosystem="composer"),
            )
        ),
    )
    said = [
        (s.says, s.place.text if s.place else None) for s in shown(edition("sv"), read).statements
    ]
    assert [("MIT", "portal: LICENSE"), ("ISC", "portal: package.json")] == said


def test_repository_that_was_never_read(edition: MakeEdition) -> None:
    """Before the first harvest everything is unknown, and nothing is said to be missing."""
    view = shown(edition("sv"), None)
    assert (None, None, None, False, "unseen", ()) == (
        view.branch, view.last_human, view.release, view.no_release, view.licence_state,
        view.statements,
    )  # fmt: skip


def test_release_and_commit_are_linked(view: View) -> None:
    """The latest release and commit open at the forge."""
    primary = view("portalen").primary
    assert primary is not None
    assert primary.release is not None
    assert primary.last_human is not None
    assert f"{PORTAL}/releases/tag/v1.2%2F%C3%A5" == primary.release.href
    assert f"{PORTAL}/commit/{COMMIT}" == primary.last_human.href


def test_the_history_goes_on_under_another_name(view: View) -> None:
    """What was measured under a former id stands before; that it then ended there does not."""
    project = view("portalen").project
    assert project.entry
    keys = project.entry.catalog.model_copy(update={"former": ("gamla",)})
    entry = project.entry.model_copy(update={"catalog": keys})
    lines = (
        Measured(date(2026, 6, 1), "gamla", 0), Measured(date(2026, 7, 1), "gamla"),
        Measured(date(2026, 7, 1), "portalen", 1),
    )  # fmt: skip
    edition = replace(view("portalen").edition, history=History(lines))
    shown = ProjectView(project.model_copy(update={"entry": entry}), edition).level_history
    assert [0, 1] == [change.level.id for change in shown.changes if change.level]
