"""Prerequisites that documentation states: PRE-1, 2, 3, 5 and 6."""

from typing import Any

import pytest

from catalog.models.evidence import Absent, Unseen
from catalog.models.facts import (
    DocumentSeen,
    FileSeen,
    ManifestSeen,
    MentionSeen,
    Tree,
    WordpressSeen,
)
from catalog.models.verdict import Verdict
from catalog.readiness.checks import CHECKS
from tests.projects import DAY, facts_of, project_of

HEADER = WordpressSeen(path="style.css", kind="theme", line=1)
WEB = ManifestSeen(path="package.json", ecosystem="npm", dependencies=("react",))
GO = ManifestSeen(path="go.mod", ecosystem="go", name="exempel")
SAYS_NOTHING = Absent(absent=("README*",))


def said(*mentions: str) -> tuple[MentionSeen, ...]:
    """Make mentions of ``subject/term`` or ``subject/term@path``."""
    found = []
    for number, mention in enumerate(mentions, 1):
        named, _, path = mention.partition("@")
        subject, _, term = named.partition("/")
        known: dict[str, Any] = {"subject": subject, "term": term, "path": path or "README.md"}
        found.append(MentionSeen(**known, line=number))
    return tuple(found)


def asked(check: str, mentions: Any, kind: str = "app", **given: Any) -> Verdict:
    """Ask a check of a project with one repository."""
    return CHECKS[check](project_of(facts_of(mentions=mentions, **given), kind=kind), DAY)


def outcome(verdict: Verdict) -> tuple[str, str]:
    """Reduce a verdict to its status and first reason."""
    return verdict.status, verdict.because[0].code


@pytest.mark.parametrize(
    ("check", "mentions", "status", "code"),
    [
        ("PRE-1", ["login/login", "protocol/SAML", "accounts/account-source"], "pass",
         "identity-documented"),
        ("PRE-1", ["login/login@docs/a.md", "protocol/SAML", "accounts/account-source@docs/a.md"],
         "pass", "identity-documented"),
        ("PRE-1", ["login/login@a.md", "protocol/SAML@b.md", "accounts/account-source@c.md"],
         "partial", "identity-mentioned"),
        ("PRE-1", ["login/login", "protocol/SAML@.env.example", "accounts/account-source"],
         "partial", "identity-mentioned"),
        ("PRE-1", ["login/login@docs/adr/1.md", "protocol/SAML@docs/adr/1.md",
                   "accounts/account-source@docs/adr/1.md"], "partial", "identity-mentioned"),
        ("PRE-2", ["runtime/PHP", "database/SQLite@modules/one/README.md", "hosting/nginx"],
         "partial", "hosting-mentioned"),
        ("PRE-1", ["protocol/SAML@.env.example"], "partial", "identity-mentioned"),
        ("PRE-1", ["login/login"], "partial", "identity-mentioned-only"),
        ("PRE-1", ["accounts/SCIM"], "partial", "identity-mentioned-only"),
        ("PRE-1", ["accounts/SS 12000"], "fail", "identity-nowhere"),
        ("PRE-1", ["login/unnamed"], "unknown", "identity-hinted"),
        ("PRE-1", ["no-login/no-login"], "pass", "identity-documented-none"),
        ("PRE-1", ["no-login/no-login", "protocol/SAML"], "partial", "identity-mentioned"),
        ("PRE-1", ["elsewhere/wiki"], "unknown", "documentation-elsewhere"),
        ("PRE-1", SAYS_NOTHING, "fail", "identity-nowhere"),
        ("PRE-1", Unseen(unseen="unreadable"), "unknown", "unseen-unreadable"),
        ("PRE-2", ["runtime/PHP", "database/MariaDB", "hosting/nginx"], "pass",
         "hosting-documented"),
        ("PRE-2", ["runtime/PHP", "no-database/no-database", "hosting/nginx"], "pass",
         "hosting-documented-no-database"),
        ("PRE-2", ["runtime/PHP", "database/MariaDB", "hosting/Docker"], "partial",
         "hosting-mentioned"),
        ("PRE-2", ["runtime/PHP", "database/MariaDB@.env.example", "hosting/nginx"], "partial",
         "hosting-mentioned"),
        ("PRE-2", ["runtime/PHP@a.md", "database/MariaDB@b.md", "hosting/nginx@c.md"], "partial",
         "hosting-mentioned"),
        ("PRE-2", ["runtime/PHP", "hosting/WordPress"], "partial", "hosting-mentioned"),
        ("PRE-2", SAYS_NOTHING, "partial", "hosting-derived"),
        ("PRE-2", Unseen(unseen="not-read"), "unknown", "unseen-not-read"),
        ("PRE-3", ["integration/SMTP", "integration/unnamed"], "partial",
         "integrations-mentioned"),
        ("PRE-3", ["no-integration/no-integration"], "pass", "integrations-documented-none"),
        ("PRE-3", ["integration/unnamed"], "unknown", "integrations-hinted"),
        ("PRE-3", ["protocol/SAML"], "partial", "integrations-mentioned"),
        ("PRE-3", ["protocol/JWT"], "fail", "integrations-nowhere"),
        ("PRE-3", ["elsewhere/documentation"], "unknown", "documentation-elsewhere"),
        ("PRE-3", SAYS_NOTHING, "fail", "integrations-nowhere"),
        ("PRE-5", ["data-material/categories", "data-material/retention"], "pass",
         "data-documented"),
        ("PRE-5", ["data-material/categories@a.md", "data-material/retention@b.md"], "partial",
         "data-in-documents"),
        ("PRE-5", ["personal-data/GDPR"], "partial", "data-in-documents"),
        ("PRE-5", ["no-personal-data/no-personal-data"], "pass", "data-documented-none"),
        ("PRE-5", ["no-personal-data/no-personal-data", "personal-data/GDPR"], "partial",
         "data-in-documents"),
        ("PRE-5", SAYS_NOTHING, "fail", "data-nowhere"),
        ("PRE-6", ["effort/time"], "partial", "effort-in-documents"),
        ("PRE-6", SAYS_NOTHING, "unknown", "effort-nowhere"),
    ],
)  # fmt: skip
def test_what_documentation_says(check: str, mentions: Any, status: str, code: str) -> None:
    """Met needs all of it stated together, partly any of it; silence counts where all was read."""
    found = said(*mentions) if isinstance(mentions, list) else mentions
    assert (status, code) == outcome(asked(check, found, manifests=(WEB,)))


def test_a_container_is_a_way_to_run_where_its_file_is_there() -> None:
    """Docker in a text is for developers until the tree holds a file that builds it."""
    mentions = said("runtime/PHP", "database/MariaDB", "hosting/Docker")
    there: dict[str, Any] = {"containers": (FileSeen(path="Dockerfile", kind="dockerfile"),)}
    only: dict[str, Any] = {
        "containers": (FileSeen(path=".devcontainer/devcontainer.json", kind="devcontainer"),)
    }
    found = [asked("PRE-2", mentions, **given).status for given in (there, only)]
    assert ["pass", "partial"] == found


def test_the_host_of_an_addon_brings_database_and_hosting() -> None:
    """An add-on that names its runtime and its host states its hosting."""
    mentions = said("runtime/PHP", "hosting/WordPress", "sizing/size")
    verdict = asked("PRE-2", mentions, kind="addon", wordpress=(HEADER,))
    assert ["hosting-documented-host", "hosting-size"] == [s.code for s in verdict.because]
    assert {"runtime": "PHP", "host": "WordPress"} == verdict.because[0].values


def test_a_program_without_a_face_may_need_no_login() -> None:
    """Where nothing shows an interface for people, silence on login says nothing."""
    codes = [
        outcome(asked("PRE-1", SAYS_NOTHING, kind, **given))
        for kind, given in (("app", {}), ("app", {"manifests": (WEB,)}), ("site", {}))
    ]
    assert [
        ("unknown", "identity-no-users-seen"),
        ("fail", "identity-nowhere"),
        ("fail", "identity-nowhere"),
    ] == codes


def test_a_program_without_an_interface_needs_no_login() -> None:
    """Where the tree was read and nothing is drawn for people, the question does not apply."""
    drawn = Absent(absent=("*.html",))
    verdict = asked("PRE-1", SAYS_NOTHING, "app", screens=drawn, manifests=(GO,))
    assert ("na", "identity-no-interface") == outcome(verdict)


@pytest.mark.parametrize(
    ("mentions", "manifests", "expected"),
    [
        (["runtime/Drupal", "hosting/Drupal"], (), "hosting-documented-host"),
        (["hosting/Linux", "database/MySQL"], (GO,), "hosting-documented"),
        (["hosting/Linux", "database/MySQL"], (), "hosting-mentioned"),
    ],
)
def test_what_it_runs_on(
    mentions: list[str], manifests: tuple[ManifestSeen, ...], expected: str
) -> None:
    """An add-on runs on its host of a version, a compiled program on the system alone."""
    kind = "addon" if "hosting/Drupal" in mentions else "app"
    assert expected == outcome(asked("PRE-2", said(*mentions), kind, manifests=manifests))[1]


def test_documents_that_are_no_text_are_to_be_read() -> None:
    """A pdf among the documents may say it: that is no silence."""
    document = DocumentSeen(kind="documentation", path="docs/drift.pdf", readable=False)
    for check in ("PRE-1", "PRE-3", "PRE-5"):
        verdict = asked(check, SAYS_NOTHING, "site", documents=(document,))
        assert ("unknown", "document-to-be-read") == outcome(verdict)


def test_sources_may_show_the_runtime() -> None:
    """Program code without any manifest is no silence on what it runs on; without code it is."""
    tree = Tree(files=1, vendored=0, links=0, submodules=0, sources=0)
    without: dict[str, Any] = {"tree": tree}
    codes = [outcome(asked("PRE-2", SAYS_NOTHING, **given)) for given in ({}, without)]
    assert [("unknown", "hosting-in-sources-only"), ("fail", "hosting-nowhere")] == codes


def test_what_people_wrote_wins_over_silence() -> None:
    """The catalogue's statement stays where documents say less, and rises where they say more."""
    login = {"login": "required"}
    given: dict[str, Any] = {"catalog": {"prerequisites": {"identity": login}}, "kind": "site"}
    full = said("login/login", "protocol/SAML", "accounts/account-source")
    verdicts = [
        CHECKS["PRE-1"](project_of(facts_of(mentions=mentions), **given), DAY)
        for mentions in (SAYS_NOTHING, full)
    ]
    found = [outcome(verdict) for verdict in verdicts]
    assert [("partial", "identity-named"), ("pass", "identity-documented")] == found


def test_silence_says_that_nobody_stated_it_either() -> None:
    """Both places that were looked in are told: the documentation and the catalogue."""
    verdict = asked("PRE-5", SAYS_NOTHING, "site")
    assert ["data-nowhere", "unsaid"] == [statement.code for statement in verdict.because]


def test_places_are_cited() -> None:
    """A verdict points at the lines, each once, four at most."""
    names = ("SAML", "LDAP", "BankID", "Freja", "SITHS")
    verdict = asked("PRE-1", said(*(f"protocol/{name}" for name in names)))
    assert [1, 2, 3, 4] == [cite.line for cite in verdict.because[0].cites]
    assert {"protocols": ", ".join(names)} == verdict.because[0].values
