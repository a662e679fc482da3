"""The right to reuse: licence texts, statements elsewhere, and whether they agree."""

from typing import Any

import pytest

from catalog.models.curated import Kind
from catalog.models.evidence import Unseen
from catalog.models.facts import (
    LicenceHeaders,
    LicenceSeen,
    ManifestSeen,
    PubliccodeSeen,
    ReadmeSeen,
    WordpressSeen,
)
from catalog.models.verdict import Verdict
from catalog.readiness.checks.rights import may_be_reused, sources_agree
from tests.projects import DAY, facts_of, project_of

OTHER = "https://git.example.org/exempel/modul"
UNREAD = Unseen(unseen="unreadable")


def text(path: str, spdx: str | None) -> LicenceSeen:
    """Make a licence text."""
    return LicenceSeen(path=path, spdx=spdx, score=0.99 if spdx else 0.2)


def manifest(stated: str, path: str = "package.json", ecosystem: Any = "npm", **given: Any) -> Any:
    """Make the manifests of a repository with one package."""
    return (ManifestSeen(path=path, ecosystem=ecosystem, licence=stated, **given),)


def readme(stated: str) -> tuple[ReadmeSeen, ...]:
    """Make a README that names a licence."""
    seen = ReadmeSeen(path="README.md", bytes=9, encoding="utf-8", markup="markdown", language="sv")
    return (seen.model_copy(update={"licence": stated, "licence_line": 12}),)


def header(stated: str) -> tuple[WordpressSeen, ...]:
    """Make a theme's header that states a licence."""
    return (WordpressSeen(path="style.css", kind="theme", line=1, licence=stated, licence_line=8),)


def publiccode(**given: Any) -> PubliccodeSeen:
    """Make a publiccode.yml."""
    return PubliccodeSeen(path="publiccode.yml", parses=True, **given)


def marks(marked: int, **given: Any) -> LicenceHeaders:
    """Make the marks of ten source files."""
    return LicenceHeaders(files=10, marked=marked, **given)


MIT = (text("LICENSE", "MIT"),)
GPL = (text("LICENSE", "GPL-2.0-only"),)
NPM_MIT = manifest("MIT")


def outcome(verdict: Verdict) -> tuple[str, str]:
    """Reduce a verdict to its status and first reason."""
    return verdict.status, verdict.because[0].code


@pytest.mark.parametrize(
    ("found", "status", "code"),
    [
        ({"licences": MIT}, "pass", "licence-open"),
        ({"licences": (text("LICENSES/EUPL-1.2.txt", "EUPL-1.2"),)}, "pass", "licence-open"),
        ({"licences": (text("LICENSE", "CC0-1.0"),)}, "pass", "licence-open"),
        ({"licences": (*MIT, text("LICENSE-THIRD-PARTY", None))}, "pass", "licence-open"),
        (
            {"licences": (text("LICENSE", None), text("COPYING.lib", "MIT"))},
            "partial",
            "licence-unidentified",
        ),
        ({"licences": (text("LICENSE.md", None),)}, "partial", "licence-unidentified"),
        ({"licences": (text("LICENSE", "CC-BY-NC-4.0"),)}, "fail", "licence-not-open"),
        ({"licences": (text("LICENSE", "CC-BY-4.0"),)}, "fail", "licence-not-open"),
        ({"licences": (text("lib/LICENSE", "MIT"),)}, "fail", "licence-below-root"),
        ({}, "fail", "licence-nowhere"),
        ({"manifests": NPM_MIT}, "partial", "licence-stated-only"),
        ({"readmes": readme("EUPL-1.2")}, "partial", "licence-stated-only"),
        ({"wordpress": header("GPLv2 or later")}, "partial", "licence-stated-only"),
        ({"publiccode": publiccode(licence="AGPL-3.0-or-later")}, "partial", "licence-stated-only"),
        ({"manifests": manifest("MIT", "lib/package.json")}, "fail", "licence-nowhere"),
        ({"manifests": manifest("ISC")}, "fail", "licence-nowhere"),
        (
            {"manifests": manifest("proprietary", "composer.json", "composer")},
            "fail",
            "licence-nowhere",
        ),
        ({"manifests": manifest("MIT", tooling=True)}, "fail", "licence-nowhere"),
        ({"manifests": manifest("UNLICENSED")}, "fail", "licence-stated-not-open"),
        ({"manifests": manifest("Egen licens")}, "partial", "licence-words-unknown"),
        ({"licences": UNREAD}, "unknown", "unseen-unreadable"),
        ({"manifests": UNREAD}, "unknown", "unseen-unreadable"),
        ({"licences": MIT, "manifests": UNREAD}, "pass", "licence-open"),
    ],
)
def test_may_be_reused(found: dict[str, Any], status: str, code: str) -> None:
    """LIC-1: only a known open text that covers the whole is enough."""
    project = project_of(facts_of(**found))
    assert (status, code) == outcome(may_be_reused(project, DAY))


@pytest.mark.parametrize(
    ("kind", "status"),
    [("docs", "pass"), ("config", "pass"), ("app", "fail"), ("library", "fail"), ("site", "fail")],
)
def test_creative_commons_is_for_texts(kind: Kind, status: str) -> None:
    """CC BY-SA is open for documents and settings, not for programs."""
    project = project_of(facts_of(licences=(text("LICENSE", "CC-BY-SA-4.0"),)), kind=kind)
    assert status == may_be_reused(project, DAY).status


def test_the_worst_part_decides_and_is_named() -> None:
    """A component without a licence takes the product down with it (rule 7)."""
    verdict = may_be_reused(project_of(facts_of(licences=MIT), facts_of(url=OTHER)), DAY)
    assert "fail" == verdict.status
    assert {"repository": "modul"} == verdict.because[-1].values


def test_parts_that_agree_are_not_blamed() -> None:
    """Where all parts get the same answer none of them is said to decide."""
    project = project_of(facts_of(licences=MIT), facts_of(url=OTHER, licences=MIT))
    verdict = may_be_reused(project, DAY)
    assert ("pass", "all-parts") == (verdict.status, verdict.because[-1].code)


def test_an_unread_part_leaves_the_answer_open() -> None:
    """A part that could not be read may be the worst: nothing is proven."""
    project = project_of(facts_of(licences=MIT), facts_of(url=OTHER, licences=UNREAD))
    assert "unknown" == may_be_reused(project, DAY).status


def test_a_verdict_cites_path_and_commit() -> None:
    """The licence's file is named at the commit that was read."""
    cite = may_be_reused(project_of(facts_of(licences=MIT)), DAY).because[0].cites[0]
    assert "LICENSE" == cite.path
    assert cite.commit is not None


@pytest.mark.parametrize(
    ("found", "status", "code"),
    [
        ({}, "na", "licence-no-statement"),
        ({"manifests": manifest("ISC")}, "na", "licence-no-statement"),
        (
            {"licences": MIT, "wordpress": header("GPL-2.0-or-later")},
            "fail",
            "licence-contradiction",
        ),
        ({"licences": MIT, "manifests": manifest("GPL-3.0-only")}, "fail", "licence-contradiction"),
        ({"manifests": NPM_MIT, "readmes": readme("GPL-3.0")}, "fail", "licence-contradiction"),
        ({"licences": MIT, "manifests": manifest("UNLICENSED")}, "fail", "licence-contradiction"),
        (
            {
                "licences": GPL,
                "manifests": manifest("GPL-2.0-only"),
                "wordpress": header("GPL-2.0-or-later"),
            },
            "fail",
            "licence-contradiction",
        ),
        ({"licences": MIT, "manifests": manifest("gör som du vill")}, "fail", "licence-invalid"),
        ({"licences": MIT, "manifests": manifest("ISC")}, "partial", "licence-default"),
        (
            {"licences": MIT, "manifests": manifest("proprietary", "composer.json", "composer")},
            "partial",
            "licence-default",
        ),
        ({"licences": GPL, "manifests": manifest("GPL-2.0")}, "partial", "licence-vague"),
        ({"licences": GPL, "wordpress": header("GPLv2 or later")}, "partial", "licence-vague"),
        ({"licences": MIT, "manifests": NPM_MIT}, "partial", "licence-owner-missing"),
        (
            {"licences": GPL, "manifests": manifest("GPL-2.0-or-later")},
            "partial",
            "licence-owner-missing",
        ),
        (
            {"licences": (*MIT, text("LICENSES/CC0-1.0.txt", "CC0-1.0")), "manifests": NPM_MIT},
            "partial",
            "licence-owner-missing",
        ),
        (
            {"licences": MIT, "manifests": NPM_MIT, "licence_headers": UNREAD},
            "unknown",
            "licence-marks-unread",
        ),
        (
            {"licences": MIT, "publiccode": publiccode(licence="MIT", copyright_owner=True)},
            "pass",
            "licence-nothing-to-mark",
        ),
        ({"licences": MIT, "licence_headers": marks(8)}, "partial", "licence-unmarked"),
        ({"licences": MIT, "licence_headers": marks(9)}, "partial", "licence-owner-unsaid"),
        ({"licences": MIT, "licence_headers": marks(9, owned=1)}, "pass", "licence-marked"),
        (
            {"licences": MIT, "licence_headers": marks(9, spdx="MIT", owned=9)},
            "pass",
            "licence-marked",
        ),
        (
            {"licences": MIT, "licence_headers": marks(9, spdx="EUPL-1.2")},
            "fail",
            "licence-marks-differ",
        ),
        (
            {"licences": GPL, "licence_headers": marks(9, spdx="GPL-2.0-or-later", owned=9)},
            "pass",
            "licence-marked",
        ),
        (
            {
                "licences": MIT,
                "licence_headers": marks(9),
                "publiccode": publiccode(licence="MIT", copyright_owner=True),
            },
            "pass",
            "licence-marked",
        ),
        (
            {"licences": (text("LICENSE", None),), "manifests": NPM_MIT},
            "unknown",
            "licence-not-comparable",
        ),
        ({"licences": MIT}, "unknown", "licence-one-source"),
        ({"licences": MIT, "licence_headers": marks(0)}, "unknown", "licence-one-source"),
        ({"licences": MIT, "licence_headers": marks(0, worded=6)}, "partial", "licence-unmarked"),
        (
            {"licences": (text("lib/LICENSE", "GPL-2.0"),), "manifests": NPM_MIT},
            "unknown",
            "licence-below-differs",
        ),
        ({"licences": MIT, "manifests": UNREAD}, "unknown", "unseen-unreadable"),
        (
            {"licences": MIT, "manifests": UNREAD, "wordpress": header("GPL-3.0")},
            "fail",
            "licence-contradiction",
        ),
    ],
)
def test_sources_agree(found: dict[str, Any], status: str, code: str) -> None:
    """LIC-2: contradictions fail, vagueness and defaults are partial, silence does not apply."""
    project = project_of(facts_of(**found))
    assert (status, code) == outcome(sources_agree(project, DAY))


def test_a_contradiction_names_its_files() -> None:
    """The reader is told which file says what, and can open both."""
    found: dict[str, Any] = {"licences": MIT, "wordpress": header("GPL-2.0-or-later")}
    reason = sources_agree(project_of(facts_of(**found)), DAY).because[0]
    assert {"licences": "MIT (LICENSE), GPL-2.0-or-later (style.css)"} == reason.values
    assert [("LICENSE", None), ("style.css", 8)] == [(c.path, c.line) for c in reason.cites]


def test_a_package_with_its_own_licence_file_is_not_a_contradiction() -> None:
    """A folder that carries its own licence text is compared with nothing else."""
    licences = (*MIT, text("lib/LICENSE", "Apache-2.0"))
    found: dict[str, Any] = {
        "licences": licences,
        "manifests": manifest("Apache-2.0", "lib/package.json"),
    }
    assert "unknown" == sources_agree(project_of(facts_of(**found)), DAY).status


def test_a_notice_beside_its_text_is_a_second_source() -> None:
    """Two files of which one names the other's licence agree with each other."""
    notice = text("License_Demo.md", "LGPL-3.0").model_copy(update={"by": "name"})
    whole = text("License_LGPL.md", "LGPL-3.0")
    both = facts_of(licences=(whole, notice), licence_headers=marks(0))
    alone = facts_of(licences=(whole,), licence_headers=marks(0))
    assert ("partial", "licence-unmarked") == outcome(sources_agree(project_of(both), DAY))
    assert ("unknown", "licence-one-source") == outcome(sources_agree(project_of(alone), DAY))
