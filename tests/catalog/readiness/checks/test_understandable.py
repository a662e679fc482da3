"""Understandable and triable: description, maturity, instructions, trial and metadata."""

from datetime import date
from typing import Any

import pytest

from catalog.models.curated import Kind
from catalog.models.evidence import Unseen
from catalog.models.facts import (
    DescribedSeen,
    DocumentKind,
    DocumentSeen,
    FileSeen,
    ManifestSeen,
    PubliccodeSeen,
    ReadmeSeen,
    Tag,
    Tags,
)
from catalog.models.verdict import Verdict
from catalog.readiness.checks import CHECKS
from tests import facts as plain
from tests.projects import DAY, facts_of, project_of

UNREAD = Unseen(unseen="unreadable")
OTHER = "https://git.example.org/exempel/demo-poc"


def readme(**seen: Any) -> tuple[ReadmeSeen, ...]:
    """Make a README that shows this."""
    known = {"path": "README.md", "bytes": 9, "encoding": "utf-8", "markup": "markdown"}
    return (ReadmeSeen.model_validate(known | seen),)


def document(kind: DocumentKind, **given: Any) -> tuple[DocumentSeen, ...]:
    """Make one document."""
    return (DocumentSeen(kind=kind, path=f"docs/{kind}.md", **given),)


def publiccode(**given: Any) -> PubliccodeSeen:
    """Make a publiccode.yml of this repository."""
    known = {"path": "publiccode.yml", "parses": True, "url": plain.URL}
    return PubliccodeSeen.model_validate(known | given)


def outcome(verdict: Verdict) -> tuple[str, str]:
    """Reduce a verdict to its status and first reason."""
    return verdict.status, verdict.because[0].code


RELEASE = Tag(name="v2.0.0", commit="e" * 40, on=date(2026, 5, 1))
TAGS = Tags(count=1, latest=RELEASE, latest_release=RELEASE)
UNFINISHED = Tags(count=1, latest=RELEASE.model_copy(update={"name": "0.9.1"}))
COMPOSE = (FileSeen(path="compose.yaml", kind="compose"),)
SAMPLES = (FileSeen(path="fixtures/a.json", kind="fixtures"),)
SETTINGS = (FileSeen(path=".env.example", kind="configuration"),)
CLASSIFIED = (ManifestSeen(path="setup.py", ecosystem="pypi", status="beta"),)
SUFFIXED = (ManifestSeen(path="package.json", ecosystem="npm", version="1.0.0-beta.2"),)


SERVICES = (FileSeen(path="compose.yml", kind="compose", services_only=True),)
STAND_INS = (FileSeen(path="compose.yml", kind="compose", stand_ins=True),)
PARTS = tuple(DocumentSeen(kind="part", path=f"{name}/README.md") for name in ("a", "b", "c"))
DECIDED = (DocumentSeen(kind="architecture", path="docs/adr/001.md"),)
JAVADOC = (DocumentSeen(kind="documentation", path="docs/javadoc/a/index.html"),)
KEPT = (DocumentSeen(kind="documentation", path="docs/installation/staying-up-to-date.md"),)
LONG = (DescribedSeen(language="en", short="A map.", long=True, audience_word="researchers"),)
DESCRIBED = (DescribedSeen(language="sv", short="För elever och lärare"),)


@pytest.mark.parametrize(
    ("check", "found", "status", "code"),
    [
        (
            "INF-1",
            {"readmes": readme(intro_line=3, audience_word="elever")},
            "pass",
            "described-for-whom",
        ),
        ("INF-1", {"readmes": readme(intro_line=3)}, "partial", "described-what"),
        ("INF-1", {"publiccode": publiccode(short_description=True)}, "partial", "described-what"),
        ("INF-1", {"readmes": readme()}, "unknown", "described-nowhere"),
        ("INF-1", {"readmes": UNREAD}, "unknown", "unseen-unreadable"),
        (
            "INF-2",
            {"readmes": readme(status="obsolete", status_line=2)},
            "pass",
            "maturity-obsolete",
        ),
        ("INF-2", {"publiccode": publiccode(development_status="beta")}, "pass", "maturity-beta"),
        (
            "INF-2",
            {
                "readmes": readme(status="development"),
                "publiccode": publiccode(development_status="stable"),
            },
            "fail",
            "maturity-contradicted",
        ),
        ("INF-2", {"readmes": readme(status_hint="prototype")}, "partial", "maturity-hint"),
        ("INF-2", {"manifests": CLASSIFIED}, "pass", "maturity-beta"),
        (
            "INF-2",
            {"manifests": CLASSIFIED, "readmes": readme(status="stable", status_line=2)},
            "pass",
            "maturity-stable",
        ),
        ("INF-2", {"tags": UNFINISHED}, "partial", "maturity-version"),
        ("INF-2", {"manifests": SUFFIXED}, "partial", "maturity-version"),
        ("INF-2", {"readmes": readme()}, "unknown", "maturity-unsaid"),
        (
            "INF-3",
            {"readmes": readme(install_line=5, commands_line=7)},
            "pass",
            "install-described",
        ),
        ("INF-3", {"readmes": readme(install_line=5)}, "partial", "install-heading-only"),
        ("INF-3", {"readmes": readme(commands_line=7)}, "partial", "install-commands-only"),
        ("INF-3", {"readmes": readme(contact_only_line=7)}, "fail", "install-contact-only"),
        (
            "INF-3",
            {"documents": document("documentation", install_line=3, commands_line=5)},
            "pass",
            "install-in-documents",
        ),
        (
            "INF-3",
            {"readmes": readme(), "documents": document("install")},
            "unknown",
            "document-to-be-read",
        ),
        (
            "INF-3",
            {"documents": document("documentation", readable=False)},
            "unknown",
            "document-to-be-read",
        ),
        ("INF-3", {"readmes": readme()}, "fail", "install-absent"),
        ("INF-3", {}, "fail", "install-absent"),
        ("INF-3", {"documents": UNREAD}, "unknown", "unseen-unreadable"),
        (
            "INF-4",
            {"readmes": readme(usage_line=4, administration_line=9)},
            "partial",
            "documentation-use",
        ),
        (
            "INF-4",
            {"documents": document("documentation", usage=True, administration=True)},
            "pass",
            "documentation-both",
        ),
        ("INF-4", {"readmes": readme(usage_line=4)}, "partial", "documentation-use"),
        (
            "INF-4",
            {"readmes": readme(administration_line=4)},
            "partial",
            "documentation-administration",
        ),
        (
            "INF-4",
            {"publiccode": publiccode(documentation=True)},
            "unknown",
            "documentation-link-unchecked",
        ),
        ("INF-4", {"readmes": readme()}, "unknown", "documentation-not-found"),
        (
            "INF-5",
            {"readmes": readme(architecture_line=4, interface_line=9)},
            "pass",
            "architecture-both",
        ),
        ("INF-5", {"documents": document("architecture")}, "partial", "architecture-parts"),
        ("INF-5", {"interfaces": COMPOSE}, "partial", "architecture-interfaces"),
        ("INF-5", {"documents": document("documentation")}, "unknown", "document-to-be-read"),
        ("INF-5", {"readmes": readme()}, "fail", "architecture-absent"),
        ("INF-6", {"readmes": readme(demo_line=4)}, "pass", "trial-demo"),
        (
            "INF-6",
            {"readmes": readme(one_command_line=4), "samples": SAMPLES},
            "pass",
            "trial-one-command",
        ),
        ("INF-6", {"readmes": readme(one_command_line=4)}, "partial", "trial-no-samples"),
        (
            "INF-6",
            {"readmes": readme(one_command_line=4, secret_line=9), "samples": SAMPLES},
            "partial",
            "trial-secrets",
        ),
        (
            "INF-2",
            {
                "documents": (
                    DocumentSeen(kind="changelog", path="CHANGELOG.md", latest_version="0.0.1"),
                )
            },
            "partial",
            "maturity-version",
        ),
        (
            "INF-6",
            {"documents": document("install", one_command_line=4), "samples": SAMPLES},
            "pass",
            "trial-one-command",
        ),
        (
            "INF-6",
            {"readmes": readme(one_command_line=4), "samples": SETTINGS},
            "partial",
            "trial-no-samples",
        ),
        ("INF-6", {"containers": COMPOSE}, "partial", "trial-container"),
        ("INF-6", {"readmes": readme(commands_line=4)}, "partial", "trial-by-hand"),
        ("INF-6", {"readmes": readme()}, "unknown", "trial-unsaid"),
        (
            "INF-6",
            {"readmes": readme(one_command_line=4), "containers": SERVICES},
            "partial",
            "trial-container",
        ),
        (
            "INF-6",
            {"readmes": readme(one_command_line=4), "containers": STAND_INS},
            "pass",
            "trial-one-command",
        ),
        ("INF-3", {"readmes": readme(guide_line=4)}, "partial", "install-elsewhere"),
        (
            "INF-3",
            {"documents": document("install", commands_line=4)},
            "pass",
            "install-in-documents",
        ),
        (
            "INF-3",
            {"readmes": readme(install_line=4, example_line=5)},
            "partial",
            "install-heading-only",
        ),
        (
            "INF-4",
            {"readmes": readme(install_line=2, configuration_line=4)},
            "partial",
            "documentation-administration",
        ),
        ("INF-4", {"readmes": readme(configuration_line=4)}, "unknown", "documentation-not-found"),
        (
            "INF-5",
            {"documents": document("documentation", interface_line=4, parts_line=9)},
            "pass",
            "architecture-both",
        ),
        ("INF-5", {"documents": PARTS}, "partial", "architecture-parts-apart"),
        ("INF-5", {"documents": DECIDED}, "partial", "architecture-decisions"),
        ("INF-5", {"documents": PARTS[:2]}, "fail", "architecture-absent"),
        (
            "INF-5",
            {"documents": DECIDED, "interfaces": COMPOSE},
            "partial",
            "architecture-interfaces",
        ),
        (
            "INF-1",
            {"publiccode": publiccode(described=LONG)},
            "pass",
            "described-in-publiccode",
        ),
        (
            "INF-1",
            {"publiccode": publiccode(described=DESCRIBED)},
            "pass",
            "described-in-publiccode",
        ),
        ("INF-7", {"publiccode": publiccode()}, "unknown", "publiccode-untested"),
        ("INF-7", {"publiccode": publiccode(faults=())}, "pass", "publiccode-valid"),
        (
            "INF-7",
            {"publiccode": publiccode(faults=[{"key": "legal.license", "line": 4}])},
            "partial",
            "publiccode-errors",
        ),
        (
            "INF-7",
            {"publiccode": publiccode(faults=(), url=OTHER, based_on=OTHER)},
            "pass",
            "publiccode-valid",
        ),
        (
            "INF-7",
            {"publiccode": publiccode(faults=(), contracts=(date(2026, 8, 31),))},
            "partial",
            "publiccode-contract-ended",
        ),
        (
            "INF-7",
            {"publiccode": publiccode(faults=(), release_date=date(2026, 1, 1)), "tags": UNREAD},
            "unknown",
            "unseen-unreadable",
        ),
        (
            "INF-7",
            {"publiccode": publiccode(parses=False, faults=[{"key": "x", "line": 4}])},
            "unknown",
            "publiccode-not-taken",
        ),
        (
            "INF-7",
            {"publiccode": publiccode(parses=False, faults=[{"key": "", "line": 4}])},
            "fail",
            "publiccode-unreadable",
        ),
        (
            "INF-7",
            {"publiccode": publiccode(faults=(), url=f"{plain.URL.upper()}.git")},
            "pass",
            "publiccode-valid",
        ),
        ("INF-7", {"publiccode": publiccode(url=OTHER)}, "partial", "publiccode-elsewhere"),
        (
            "INF-7",
            {"publiccode": publiccode(missing=("legal.license",))},
            "partial",
            "publiccode-missing",
        ),
        (
            "INF-7",
            {"publiccode": publiccode(release_date=date(2026, 1, 1)), "tags": TAGS},
            "partial",
            "publiccode-stale",
        ),
        (
            "INF-7",
            {"publiccode": publiccode(faults=(), release_date=date(2026, 3, 1)), "tags": TAGS},
            "pass",
            "publiccode-valid",
        ),
        (
            "INF-3",
            {"readmes": readme(commands_line=4, package_line=4)},
            "pass",
            "install-described",
        ),
        (
            "INF-3",
            {"readmes": readme(install_line=4, contact_only_line=5)},
            "fail",
            "install-contact-only",
        ),
        (
            "INF-3",
            {"documents": (DocumentSeen(kind="documentation", path="A.md"),)},
            "fail",
            "install-absent",
        ),
        ("INF-5", {"readmes": readme(calls_line=4)}, "partial", "architecture-calls"),
        ("INF-5", {"readmes": readme(pieces_line=4)}, "partial", "architecture-pieces"),
        ("INF-5", {"readmes": readme(provided_line=4)}, "partial", "architecture-named"),
        ("INF-5", {"readmes": readme(guide_line=4)}, "unknown", "architecture-elsewhere"),
        ("INF-6", {"readmes": readme(package_line=4)}, "pass", "trial-package"),
        ("INF-6", {"readmes": readme(install_line=4)}, "partial", "trial-by-hand"),
        (
            "INF-6",
            {"readmes": readme(install_line=4, contact_only_line=5)},
            "unknown",
            "trial-unsaid",
        ),
        ("INF-7", {"publiccode": publiccode(parses=False)}, "fail", "publiccode-unreadable"),
        ("INF-7", {}, "fail", "publiccode-absent"),
        ("INF-7", {"publiccode": UNREAD}, "unknown", "unseen-unreadable"),
    ],
)
def test_an_application(check: str, found: dict[str, Any], status: str, code: str) -> None:
    """What was found, absent and unseen in one repository of an application."""
    assert (status, code) == outcome(CHECKS[check](project_of(facts_of(**found)), DAY))


@pytest.mark.parametrize(
    ("check", "kind", "found", "status"),
    [
        ("INF-3", "docs", {"readmes": readme(usage_line=4)}, "pass"),
        ("INF-3", "config", {"readmes": readme(usage_line=4)}, "pass"),
        ("INF-3", "library", {"readmes": readme(usage_line=4)}, "fail"),
        ("INF-3", "library", {"readmes": readme(usage_line=4, example_line=6)}, "pass"),
        ("INF-3", "docs", {"readmes": readme(commands_line=4)}, "pass"),
        ("INF-4", "library", {"readmes": readme(usage_line=4, administration_line=9)}, "pass"),
        ("INF-4", "library", {"readmes": readme(), "documents": JAVADOC}, "partial"),
        ("INF-4", "app", {"readmes": readme(), "documents": JAVADOC}, "unknown"),
        ("INF-4", "library", {"readmes": readme(usage_line=4), "documents": KEPT}, "pass"),
        ("INF-5", "library", {"readmes": readme(example_line=4)}, "partial"),
        ("INF-6", "library", {"readmes": readme(one_command_line=4)}, "pass"),
        ("INF-6", "library", {"readmes": readme(commands_line=4)}, "partial"),
        ("INF-6", "library", {}, "partial"),
        ("INF-6", "addon", {"readmes": readme(one_command_line=4), "samples": SAMPLES}, "partial"),
        ("INF-6", "addon", {"readmes": readme(commands_line=4)}, "partial"),
        ("INF-7", "site", {}, "na"),
        ("INF-7", "docs", {"publiccode": publiccode()}, "unknown"),
    ],
)
def test_kind_matters(check: str, kind: Kind, found: dict[str, Any], status: str) -> None:
    """Documents are used, packages are installed, and metadata is judged wherever it is."""
    assert status == CHECKS[check](project_of(facts_of(**found), kind=kind), DAY).status


def test_a_name_only_hints_at_maturity() -> None:
    """A repository called a proof of concept has not said what it is."""
    assert "partial" == CHECKS["INF-2"](project_of(facts_of(url=OTHER)), DAY).status


def test_people_may_state_the_maturity() -> None:
    """What the repository leaves unsaid, the catalogue's own entry can say."""
    project = project_of(facts_of(), entry={"development_status": "stable"})
    assert ("pass", "maturity-stable") == outcome(CHECKS["INF-2"](project, DAY))


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("Skolportal för elever och pedagoger.", "pass"),
        ("Ett program som ritar kartor.", "partial"),
    ],
)
def test_people_may_describe_it(written: str, status: str) -> None:
    """A curated sentence counts, fully when it says for whom."""
    project = project_of(entry={"description": {"sv": {"short_description": written}}})
    assert status == CHECKS["INF-1"](project, DAY).status


def test_evidence_in_another_repository_is_named() -> None:
    """The best evidence counts, wherever in the product, and the reader is told where."""
    other = facts_of(url=OTHER, readmes=readme(install_line=5, commands_line=7))
    verdict = CHECKS["INF-3"](project_of(facts_of(), other), DAY)
    assert ("pass", {"repository": "demo-poc"}) == (verdict.status, verdict.because[-1].values)
