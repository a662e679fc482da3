"""Dependencies: their licences (LIC-3), advisories on them (SEC-2), closed ones (PRE-4)."""

from datetime import date, timedelta
from typing import Any

import pytest

from catalog.models.advisories import Advisory, AdvisoryHit, Concern, Severity
from catalog.models.evidence import Unseen
from catalog.models.facts import (
    FileSeen,
    GeneralitySeen,
    LicenceSeen,
    LockedSeen,
    ManifestSeen,
    MentionSeen,
    NeededSeen,
    PackageSeen,
    PubliccodeSeen,
    Subject,
    Tree,
    WordpressSeen,
)
from catalog.models.project import Project
from catalog.models.verdict import Verdict
from catalog.readiness.checks.advisories import is_free_of_known_vulnerabilities
from catalog.readiness.checks.closed import runs_without_closed_software
from catalog.readiness.checks.dependency_licences import dependencies_are_open
from tests.projects import DAY, TODAY, facts_of, project_of

MIT, APACHE, GPL_3 = (
    (LicenceSeen(path="LICENSE", spdx=spdx, score=1.0),)
    for spdx in ("MIT", "Apache-2.0", "GPL-3.0")
)


def lock(*licences: str | None, path: str = "package-lock.json", **given: Any) -> LockedSeen:
    """Make a lock file of packages p0, p1, ... under these licences."""
    packages = tuple(PackageSeen(name=f"p{n}", version="1.0.0", licence=licence)
                     for n, licence in enumerate(licences))  # fmt: skip
    return LockedSeen(path=path, **{"ecosystem": "npm", "packages": packages, **given})


def manifest(*dependencies: str, path: str = "package.json", **given: Any) -> ManifestSeen:
    """Make a manifest."""
    known = {"ecosystem": "npm", "name": "exempel", "dependencies": dependencies}
    return ManifestSeen(path=path, **{**known, **given})


def outcome(verdict: Verdict) -> tuple[str, str]:
    """Reduce a verdict to its status and first reason."""
    return verdict.status, verdict.because[0].code.removeprefix("dependency-licences-")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"locked": (lock("MIT", "BSD", "CC-BY-4.0", "(MIT AND Zlib)"),)}, ("pass", "known")),
        ({"locked": (lock("MIT", None, "MIT", "MIT", "MIT"),)}, ("partial", "some")),
        ({"locked": (lock("MIT", None),)}, ("unknown", "few")),
        ({"locked": (lock(None, None),)}, ("unknown", "unstated")),
        ({"locked": (lock("MIT", "UNLICENSED"),)}, ("fail", "closed")),
        ({"locked": (lock("MIT", "proprietary", None, None),)}, ("fail", "closed")),
        ({"locked": (lock("MIT", "MIT OR proprietary"),)}, ("pass", "known")),
        ({"locked": (lock("MIT", "SEE LICENSE IN LICENSE"),)}, ("unknown", "few")),
        ({"locked": (lock("MPL-2.0"),)}, ("partial", "weak")),
        ({"locked": (lock("MPL-2.0 OR Apache-2.0"),)}, ("pass", "known")),
        ({"locked": (lock("AGPL-3.0-or-later"),)}, ("partial", "strong")),
        ({"licences": MIT, "locked": (lock("GPL-2.0-only"),)}, ("partial", "strong")),
        ({"licences": APACHE, "locked": (lock("GPL-2.0-only"),)}, ("fail", "incompatible")),
        ({"licences": APACHE, "locked": (lock("GPL-2.0"),)}, ("partial", "strong")),
        ({"licences": APACHE, "locked": (lock("GPL-2.0-only WITH Classpath-exception-2.0"),)},
         ("partial", "weak")),
        ({"licences": GPL_3, "locked": (lock("GPL-2.0-only"),)}, ("fail", "incompatible")),
        ({"licences": GPL_3, "manifests": (manifest(licence="UNLICENSED"),),
          "locked": (lock("GPL-2.0-only"),)}, ("fail", "incompatible")),
        ({"licences": GPL_3, "locked": (lock("GPL-2.0-or-later", "LGPL-2.1"),)}, ("pass", "known")),
        ({"locked": (lock(unread="too-large"),)}, ("unknown", "lock-unread")),
        ({"locked": (lock("MIT"),), "locks": (FileSeen(path="Podfile.lock", kind="cocoapods"),)},
         ("unknown", "lock-unread")),
        ({"locked": (lock("MIT"),), "manifests": (manifest("a", path="sub/package.json"),)},
         ("pass", "known")),
        ({"locked": (lock("MIT", path="a/package-lock.json"),),
          "manifests": (manifest("a", path="b/package.json"),)}, ("unknown", "partly-locked")),
        ({"locked": (lock("MIT"),), "manifests": (manifest("a", path="docs/pom.xml"),)},
         ("pass", "known")),
        ({"locked": (lock("UNLICENSED"),), "manifests": (manifest(tooling=True),)},
         ("unknown", "no-lock")),
        ({"locked": (lock("MIT"), lock(None, None, None, path="yarn.lock"))}, ("pass", "known")),
        ({}, ("unknown", "no-lock")),
        ({"manifests": (manifest("a"),)}, ("unknown", "no-lock")),
        ({"manifests": (manifest(),)}, ("pass", "none")),
        ({"manifests": (manifest(name=None),)}, ("unknown", "no-lock")),
        ({"manifests": (manifest(path="build.gradle", ecosystem="gradle"),)},
         ("unknown", "no-lock")),
        ({"manifests": (manifest(),), "tree": Tree(files=9, vendored=3, links=0, submodules=0)},
         ("unknown", "no-lock")),
        ({"locked": Unseen(unseen="not-read")}, ("unknown", "unseen-not-read")),
    ],
)  # fmt: skip
def test_licences_of_dependencies(facts: dict[str, Any], expected: tuple[str, str]) -> None:
    """Known, open and fitting; what is certain fails, what is not known is unknown."""
    assert expected == outcome(dependencies_are_open(project_of(facts_of(**facts)), DAY))


def test_the_packages_are_named_with_their_licences() -> None:
    """At most five; dots stand for the rest."""
    packages = project_of(facts_of(locked=(lock(*["UNLICENSED"] * 7),)))
    named = dependencies_are_open(packages, DAY).because[0].values["packages"]
    assert "p0 (UNLICENSED), p1 (UNLICENSED)" == str(named)[:32]
    assert str(named).endswith("p4 (UNLICENSED), …")


def concerned(
    severity: Severity | None = None, *, locked: LockedSeen | None = None, **given: Any
) -> Project:
    """Make a project whose first package an advisory concerns, where there is a severity."""
    locked = locked or lock("MIT")
    published = TODAY - timedelta(days=given.pop("days", 31))
    advisory = Advisory(modified="", severity=severity, published=published,
                        fixed=given.pop("fixed", True))  # fmt: skip
    hit = AdvisoryHit(
        id="GHSA-a", advisory=advisory, package="p0", version="1.0.0", path=locked.path
    )
    hits = (hit,) if severity or given.pop("unrated", False) else ()
    counts = {"on": TODAY, "asked": 1} | given.pop("concern", {})
    made = project_of(facts_of(locked=(locked,), **given))
    concern = Concern.model_validate({"hits": hits, **counts})
    repositories = tuple(r.model_copy(update={"concern": concern}) for r in made.repositories)
    return made.model_copy(update={"repositories": repositories})


UNTOLD = lock("MIT", apart=False)


@pytest.mark.parametrize(
    ("project", "expected"),
    [
        (concerned(), ("pass", "advisories-none")),
        (concerned("moderate"), ("pass", "advisories-none")),
        (concerned("high"), ("fail", "advisories-old")),
        (concerned("critical"), ("fail", "advisories-old")),
        (concerned("high", days=30), ("partial", "advisories-new")),
        (concerned("high", days=3, fixed=False), ("partial", "advisories-new-unfixed")),
        (concerned(unrated=True), ("unknown", "advisories-unrated")),
        (concerned("high", locked=UNTOLD), ("unknown", "advisories-perhaps")),
        (concerned("high", locked=UNTOLD, manifests=(manifest("p0"),)), ("fail", "advisories-old")),
        (concerned(concern={"on": date(2026, 7, 1)}), ("unknown", "advisories-stale")),
        (concerned("high", concern={"on": date(2026, 7, 1)}), ("unknown", "advisories-stale")),
        (concerned("high", days=99, concern={"on": date(2026, 7, 25)}), ("fail", "advisories-old")),
        (concerned("high", days=200, concern={"on": date(2026, 7, 1)}), ("fail", "advisories-old")),
        (concerned(concern={"unknown": 1}), ("unknown", "advisories-not-all-asked")),
        (concerned(concern={"unasked": 1}), ("unknown", "advisories-unaskable")),
        (concerned(concern={"unasked": 1, "asked": 99}), ("pass", "advisories-none")),
        (concerned(manifests=(manifest("x", path="go.mod", ecosystem="go"),)),
         ("unknown", "advisories-partly-locked")),
        (concerned(locked=lock(unread="failed")), ("unknown", "advisories-lock-unread")),
        (project_of(facts_of(locked=(lock("MIT"),))), ("unknown", "advisories-not-asked")),
        (project_of(facts_of()), ("unknown", "advisories-no-lock")),
        (project_of(facts_of(manifests=(manifest(),))), ("na", "advisories-no-dependencies")),
        (project_of(facts_of(locks=(FileSeen(path="mix.lock", kind="hex"),))),
         ("unknown", "advisories-lock-unread")),
    ],
)  # fmt: skip
def test_advisories_on_dependencies(project: Project, expected: tuple[str, str]) -> None:
    """Serious ones fail once they were public for long, in what surely runs."""
    assert expected == outcome(is_free_of_known_vulnerabilities(project, DAY))


def test_an_advisory_is_linked_and_its_lock_file_too() -> None:
    """Whoever reads it can look both up."""
    reason = is_free_of_known_vulnerabilities(concerned("high"), DAY).because[0]
    assert "p0 1.0.0: GHSA-a" == reason.values["packages"]
    assert ["package-lock.json", None] == [one.path for one in reason.cites]
    assert "https://osv.dev/vulnerability/GHSA-a" == reason.cites[1].repository


def mention(term: str, subject: Subject = "paid") -> tuple[MentionSeen, ...]:
    """Make the mentions of a README that names one product."""
    return (MentionSeen(subject=subject, term=term, path="README.md", line=3),)


def publiccode(*needed: NeededSeen) -> PubliccodeSeen:
    """Make a publiccode.yml that lists proprietary software."""
    return PubliccodeSeen(path="publiccode.yml", parses=True, proprietary=needed)


FORM = (MentionSeen(subject="host-addon", term="acf-pro", path="acf/json/a.json", line=3),)
GENERAL = GeneralitySeen(words=("exempel",), files=1)
CHART = {"manifests": (manifest("highcharts"),)}
OPEN = {"manifests": (manifest("p0"),), "locked": (lock("MIT"),)}
ACF = {"manifests": (manifest("wpengine/advanced-custom-fields-pro", path="composer.json",
                              ecosystem="composer"),)}  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "stated", "expected"),
    [
        (OPEN, None, ("pass", "closed-all-open")),
        ({"manifests": (manifest(),)}, None, ("pass", "closed-no-dependencies")),
        (OPEN | {"locked": (lock("MIT", None),)}, None, ("pass", "closed-none-known")),
        (OPEN | {"locked": (lock("MIT", "UNLICENSED"),)}, None,
         ("unknown", "closed-licences-unclear")),
        ({"manifests": (manifest("p0"),)}, None, ("pass", "closed-none-known")),
        ({"manifests": (manifest("p0", partly=True),)}, None,
         ("unknown", "closed-dependencies-unknown")),
        ({"manifests": (manifest("p0", path="sites/all/modules/a/package.json"),)}, None,
         ("unknown", "closed-dependencies-unknown")),
        ({"manifests": (manifest("p0", registries=("rubygems.org",)),)}, None,
         ("pass", "closed-none-known")),
        ({"manifests": (manifest("p0", registries=("paket.example.se",)),)}, None,
         ("unknown", "closed-registry-unknown")),
        (OPEN | {"mentions": mention("site", "elsewhere")}, None,
         ("unknown", "documentation-elsewhere")),
        (OPEN | {"mentions": mention("site", "elsewhere") + mention("PHP", "runtime")}, None,
         ("pass", "closed-all-open")),
        (OPEN | {"mentions": mention("sql-server") + mention("MySQL", "database")}, None,
         ("partial", "closed-in-documentation")),
        (OPEN | {"mentions": mention("sql-server") + mention("MySQL", "database")
                 + mention("SQLite", "database")}, None, ("pass", "closed-all-open")),
        ({"manifests": (manifest("p0"),),
          "locked": (LockedSeen(path="package-lock.json", ecosystem="npm", packages=(
              PackageSeen(name="firebase", version="1.0.0", licence="MIT"),)),)}, None,
         ("pass", "closed-all-open")),
        ({}, None, ("unknown", "closed-dependencies-unknown")),
        (OPEN | {"wordpress": (WordpressSeen(path="a.php", kind="plugin", line=1),),
                 "generality": Unseen(unseen="not-read")}, None,
         ("unknown", "closed-addons-unseen")),
        (OPEN | {"wordpress": (WordpressSeen(path="a.php", kind="plugin", line=1),),
                 "generality": GENERAL}, None, ("pass", "closed-all-open")),
        (OPEN | {"wordpress": (WordpressSeen(path="a.php", kind="plugin", line=1),),
                 "mentions": mention("advanced-custom-fields", "host-addon"),
                 "generality": GENERAL}, None, ("unknown", "closed-addons-unseen")),
        (OPEN | {"mentions": mention("jira")}, None, ("unknown", "closed-mentioned")),
        (OPEN | {"mentions": mention("jira") + mention("jira", "paid-choice")}, None,
         ("partial", "closed-optional-in-documentation")),
        (CHART, None, ("fail", "closed-undeclared")),
        (OPEN | {"mentions": FORM}, None, ("fail", "closed-undeclared")),
        (OPEN | {"mentions": FORM + mention("site", "elsewhere")}, None,
         ("unknown", "closed-declared-elsewhere")),
        (OPEN | {"mentions": FORM + mention("advanced-custom-fields", "host-addon")}, None,
         ("partial", "closed-edition")),
        (OPEN | {"mentions": FORM + mention("acf-pro")}, None,
         ("partial", "closed-in-documentation")),
        (ACF, None, ("fail", "closed-undeclared")),
        (CHART | {"mentions": mention("highcharts")}, None, ("partial", "closed-in-documentation")),
        (CHART | {"mentions": mention("highcharts", "paid-choice")}, None,
         ("partial", "closed-optional-in-documentation")),
        (CHART | {"mentions": mention("acf-pro")}, None, ("fail", "closed-undeclared")),
        (CHART | {"mentions": mention("x", "elsewhere")}, None,
         ("unknown", "closed-declared-elsewhere")),
        (CHART | {"mentions": Unseen(unseen="not-read")}, None,
         ("unknown", "closed-declared-unread")),
        (CHART | {"publiccode": publiccode(NeededSeen(name="Highcharts"))}, None,
         ("partial", "closed-in-publiccode")),
        ({"publiccode": publiccode(NeededSeen(name="X", optional=True))}, None,
         ("partial", "closed-optional-in-publiccode")),
        ({"publiccode": publiccode()}, None, ("pass", "closed-none-in-publiccode")),
        (CHART | {"publiccode": publiccode()}, None, ("fail", "closed-undeclared")),
        ({"manifests": (manifest("firebase"),)}, None, ("unknown", "closed-perhaps")),
        ({"manifests": (manifest(registries=("composer.gravity.io",)),)}, None,
         ("unknown", "closed-perhaps")),
        ({"mentions": mention("jira")}, None, ("unknown", "closed-mentioned")),
        ({"mentions": mention("aws", "platform")}, None, ("partial", "closed-in-documentation")),
        ({"manifests": (manifest("highcharts", path="tests/package.json"),)}, None,
         ("unknown", "closed-dependencies-unknown")),
        (CHART, ["Highcharts"], ("partial", "closed-stated")),
        (CHART, ["Oracle"], ("fail", "closed-undeclared")),
        (CHART, [], ("unknown", "closed-none")),
        ({}, [], ("pass", "closed-none")),
    ],
)  # fmt: skip
def test_closed_software(
    facts: dict[str, Any], stated: list[str] | None, expected: tuple[str, str]
) -> None:
    """Undeclared it fails, declared it is partial; met only where everything is known."""
    catalog = {} if stated is None else {"prerequisites": {"proprietary": stated}}
    made = project_of(facts_of(**facts), catalog=catalog)
    assert expected == outcome(runs_without_closed_software(made, DAY))


def test_a_form_is_cited_where_it_shows() -> None:
    """The line, for whoever wants to see which field it is."""
    given: dict[str, Any] = OPEN | {"mentions": FORM}
    made = project_of(facts_of(**given))
    (first, *_) = runs_without_closed_software(made, DAY).because
    assert [("acf/json/a.json", 3)] == [(cite.path, cite.line) for cite in first.cites]


def test_a_library_for_one_service_is_not_said_to_need_nothing_closed() -> None:
    """Whether the service is open cannot be told from the library."""
    given: dict[str, Any] = OPEN | {"mentions": mention("one-service", "integration")}
    expected = ("unknown", "closed-service-unknown")
    found = runs_without_closed_software(project_of(facts_of(**given), kind="library"), DAY)
    assert expected == outcome(found)


def test_an_open_alternative_is_named() -> None:
    """Where the list knows one."""
    verdict = runs_without_closed_software(project_of(facts_of(manifests=CHART["manifests"])), DAY)
    assert {"products": "Apache ECharts"} == verdict.because[1].values
