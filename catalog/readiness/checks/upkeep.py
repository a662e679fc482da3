"""Maintenance and vitality (MNT): activity, releases, independence of one person, stewardship."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from catalog.models.curated import Kind, Stewardship, value_of
from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import ActivityWindow, DocumentSeen, History, RepositoryFacts, Tag
from catalog.models.forge import ForgeReleases
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite, Statement, Verdict
from catalog.readiness.checks.evidence_of import (
    Judged,
    best_of,
    better,
    cite,
    curated,
    items,
    judged,
    of_main,
    reasons_unseen,
    unread,
    unseen,
    worst_of,
)
from catalog.readiness.checks.replies import answers
from catalog.readiness.checks.told import releases
from catalog.readiness.checks.windows import Day

_SLOW_KINDS: frozenset[Kind] = frozenset({"library", "config", "addon", "docs"})
_PUBLISHED = frozenset({"npm", "pypi", "maven", "gradle", "nuget", "rubygems", "cargo"})
_HALF, _NEAR = 50.0, 5.0  # per cent
_FORMS = frozenset({"internal", "contract", "community"})


def is_looked_after(project: Project, day: Day) -> Verdict:
    """MNT-1: a person has worked on it lately; the worst part decides."""
    slow = project.kind.value in _SLOW_KINDS
    window = "maintained-slow" if slow else "maintained"
    return worst_of(project, partial(_activity, day, window)).of("MNT-1")


def releases_versions(project: Project, day: Day) -> Verdict:
    """MNT-2: versions are marked, and notes say what changed."""
    stable = project.status is not None and project.status.value == "stable"
    resting = stable and project.kind.value == "library"
    window = "release-stable-library" if resting else "release"
    return of_main(project, partial(_releases, day, window, project.kind.value)).of("MNT-2")


def answers_outsiders(project: Project, day: Day) -> Verdict:
    """MNT-3: outsiders who open issues or change requests get an answer."""
    return of_main(project, partial(answers, day)).of("MNT-3")


def survives_one_leaving(project: Project, day: Day) -> Verdict:
    """MNT-4: more than one person makes half of the work."""
    found = of_main(project, partial(_authors, day))
    stewardship = _stewardship(project)
    if found.status == "fail" and stewardship and value_of(stewardship.deputies):
        deputy = Statement(code="authors-deputy", cites=(curated(),))
        return Judged("partial", (*found.because, deputy)).of("MNT-4")
    return found.of("MNT-4")


def has_steward(project: Project, day: Day) -> Verdict:
    """MNT-5: who looks after it, in what form, and until when."""
    stewardship = _stewardship(project)
    until = _curated_until(stewardship)
    stated = best_of(project, partial(_maintenance, day, until))
    written = _curated_steward(stewardship, until, day)
    if written and written.status == "fail" and stated.status == "unknown":
        return written.of("MNT-5")  # an end that has passed is an answer
    return better(stated, written).of("MNT-5")


def _activity(
    day: Day, window: str, repository: ProjectRepository, facts: RepositoryFacts
) -> Judged:
    if _maintenance_type(facts) == "none" and isinstance(facts.publiccode, Found):
        return judged("fail", "upkeep-none", [cite(repository, facts.publiccode.found.path)])
    match facts.history:
        case Unseen(unseen=reason):
            return unseen(repository, reason)
        case Absent():
            return judged("fail", "activity-no-commits", [cite(repository)])
        case Found(found=history) if history.last_human is None:
            return judged("fail", "activity-bots-only", [cite(repository)])
        case Found(found=history) as evidence:
            commit = history.last_human_commit or evidence.commit
            place = Cite(repository=repository.url, commit=commit, on=history.last_human)
            return _age(day, window, repository, place)


def _age(day: Day, window: str, repository: ProjectRepository, last: Cite) -> Judged:
    on, read = last.on or day.today, day.read_on(repository)
    then = day.at(read)
    if then.is_past(on, f"{window}-partly"):
        return judged("fail", "activity-old", [last], on=on)
    if day.is_stale(repository, window):
        return judged("unknown", "stale", [last], read=read)
    if then.is_past(on, window):
        return judged("partial", "activity-slowing", [last], on=on)
    return judged("pass", "activity-recent", [last], on=on)


def _releases(
    day: Day, window: str, kind: Kind, repository: ProjectRepository, facts: RepositoryFacts
) -> Judged:
    match facts.tags:
        case Unseen(unseen=reason):
            return unseen(repository, reason)
        case Absent():
            return _without_tags(kind, repository, facts)
        case Found(found=tags):
            if day.is_stale(repository, window):
                return judged("unknown", "stale", [cite(repository)], read=day.read_on(repository))
            if tags.latest_release is None:
                return judged("partial", "release-none-final", [cite(repository)], count=tags.count)
            return _release(day, window, repository, facts, tags.latest_release)


def _release(
    day: Day,
    window: str,
    repository: ProjectRepository,
    facts: RepositoryFacts,
    tag: Tag,
) -> Judged:
    place = Cite(repository=repository.url, commit=tag.commit, on=tag.on)
    if tag.on is None:
        return judged("partial", "release-undated", [place], tag=tag.name)
    if day.at(day.read_on(repository)).is_past(tag.on, window):
        return judged("partial", "release-old", [place], tag=tag.name, on=tag.on)
    if notes := [d for d in _changelogs(facts) if _describes(d, tag)]:
        cites = [place, *(cite(repository, d.path) for d in notes)]
        return judged("pass", "release-with-notes", cites, tag=tag.name, on=tag.on)
    found = judged("partial", "release-without-notes", [place], tag=tag.name, on=tag.on)
    match _noted_at_forge(releases(facts, day), tag):
        case True:
            return judged("pass", "release-with-forge-notes", [place], tag=tag.name, on=tag.on)
        case False:
            return Judged("partial", (*found.because, Statement(code="release-forge-silent")))
        case None:
            return Judged("partial", (*found.because, *unread("release-notes").because))


def _noted_at_forge(released: Found[ForgeReleases] | Absent | Unseen, tag: Tag) -> bool | None:
    """Tell whether the forge says what changed in a version; None where it was not looked at."""
    match released:
        case Unseen():
            return None
        case Absent():
            return False
        case Found(found=ForgeReleases(count=count, newest=newest)):
            for release in newest:
                if release.tag == tag.name:
                    return release.notes
            return None if count > len(newest) else False


def _without_tags(kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    dated = [d for d in _changelogs(facts) if d.latest_version or d.latest_entry]
    if dated:
        cites = [cite(repository, d.path) for d in dated]
        return judged("partial", "release-changelog-only", cites)
    match facts.publiccode:
        case Found(found=seen) if seen.software_version:
            place = cite(repository, seen.path)
            return judged("partial", "release-stated", [place], version=seen.software_version)
    if reasons := reasons_unseen(facts.documents, facts.publiccode, facts.manifests):
        return unseen(repository, *reasons)
    if _may_be_in_a_registry(kind, facts):
        return unread("registry")
    return judged("fail", "release-never", [cite(repository)])


def _may_be_in_a_registry(kind: Kind, facts: RepositoryFacts) -> bool:
    return any(
        m.name and not m.private and not m.tooling and m.ecosystem in _PUBLISHED
        for m in items(facts.manifests)
        if kind in {"library", "addon"} or m.executable
    )


def _changelogs(facts: RepositoryFacts) -> list[DocumentSeen]:
    return [d for d in items(facts.documents) if d.kind == "changelog"]


def _describes(changelog: DocumentSeen, tag: Tag) -> bool:
    """Tell whether a changelog's newest entry is the tag's version, or not older than it."""
    version = changelog.latest_version
    if version and version.lower().lstrip("v") == tag.name.lower().lstrip("v"):
        return True
    return bool(version and tag.on and changelog.latest_entry and changelog.latest_entry >= tag.on)


def _authors(day: Day, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    match facts.history:
        case Unseen(unseen=reason):
            return unseen(repository, reason)
        case Absent():
            return judged("unknown", "authors-too-few", [cite(repository)])
        case Found(found=history):
            then = day.at(day.read_on(repository))
            if history.last_human is None or then.is_past(history.last_human, "activity-long"):
                return judged("unknown", "authors-too-few", [cite(repository)])
            for window in _windows(history, then):
                if window and window.commits >= day.limits["absence-commits"]:
                    return _factor(day, repository, window)
            return judged("unknown", "authors-too-few", [cite(repository)])


def _windows(history: History, then: Day) -> Iterator[ActivityWindow | None]:
    """Yield the year and the two years that end when the repository was read.

    Facts of an earlier harvest only have those that end with the last human commit.
    """
    if not history.since:
        yield from (history.year, history.two_years)
        return
    for span in ("activity", "activity-long"):
        days = then.windows[span]
        yield history.window_since(then.today - timedelta(days=days), days)


def _factor(day: Day, repository: ProjectRepository, window: ActivityWindow) -> Judged:
    place = [cite(repository)]
    near = abs(window.absence_share - _HALF) <= _NEAR and window.authors > 1
    single = window.absence_factor < 2 and window.regulars < 2  # noqa: PLR2004 - the rule's own
    if single and not near:
        return judged("fail", "authors-one", place, commits=window.commits, days=window.days)
    if day.is_stale(repository, "activity"):
        return judged("unknown", "stale", place, read=day.read_on(repository))
    if near:
        return judged("unknown", "authors-near-half", place, days=window.days)
    if window.absence_factor < 2:  # noqa: PLR2004
        return judged("partial", "authors-uneven", place, regulars=window.regulars)
    return judged("pass", "authors-several", place, factor=window.absence_factor, days=window.days)


def _maintenance(
    day: Day, until: date | None, repository: ProjectRepository, facts: RepositoryFacts
) -> Judged:
    readme = next((r for r in items(facts.readmes) if r.support_until), None)
    stated = (until, readme and readme.support_until, _contracted_until(facts))
    until = max((d for d in stated if d), default=None)
    form = _maintenance_type(facts)
    cites = [cite(repository, readme.path)] if readme else []
    if isinstance(facts.publiccode, Found):
        cites.insert(0, cite(repository, facts.publiccode.found.path))
    if form == "none":
        return judged("fail", "upkeep-none", cites)
    if until and until < day.today:
        return judged("fail", "support-ended", cites or [curated()], until=until)
    if form in _FORMS and until:
        return judged("pass", "steward-until", cites, form=form, until=until)
    if form in _FORMS:
        return judged("partial", "steward-form-only", cites, form=form)
    if until and readme:
        return judged("partial", "support-until-only", cites, until=until)
    reasons = reasons_unseen(facts.publiccode, facts.readmes)
    return unseen(repository, *reasons) if reasons else judged("unknown", "steward-unsaid")


def _curated_steward(
    stewardship: Stewardship | None, until: date | None, day: Day
) -> Judged | None:
    if stewardship is None or not (until or stewardship.unit or stewardship.body):
        return None
    if until and until < day.today:
        return judged("fail", "support-ended", [curated()], until=until)
    if until:
        return judged("partial", "support-until-only", [curated()], until=until)
    return judged("partial", "steward-named", [curated()])


def _contracted_until(facts: RepositoryFacts) -> date | None:
    """Return the last day of the suppliers' contracts; None where one has no end."""
    contracts = facts.publiccode.found.contracts if isinstance(facts.publiccode, Found) else ()
    ends = [until for until in contracts if until]
    return max(ends) if ends and len(ends) == len(contracts) else None


def _maintenance_type(facts: RepositoryFacts) -> str | None:
    return facts.publiccode.found.maintenance if isinstance(facts.publiccode, Found) else None


def _stewardship(project: Project) -> Stewardship | None:
    return project.entry.catalog.stewardship if project.entry else None


def _curated_until(stewardship: Stewardship | None) -> date | None:
    if stewardship is None:
        return None
    stated = (stewardship.support_until, stewardship.budget_until)
    dates = [day for fact in stated if (day := value_of(fact))]
    return max(dates, default=None)
