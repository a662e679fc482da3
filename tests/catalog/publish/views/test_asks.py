"""What a project asks for: known by its basis, or unknown with the reason; never a guess."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.models.facts import FileSeen, ManifestSeen, MentionSeen, WordpressSeen
from catalog.models.project import Project
from catalog.models.verdict import Status
from catalog.publish.views.asks import Ask, asks, shared_standards
from catalog.publish.views.capabilities import SUBJECTS, SubjectId
from tests.projects import DAY, facts_of, project_of

OLD = date(2020, 1, 1)
PHP = ManifestSeen(path="composer.json", ecosystem="composer")
NPM = ManifestSeen(path="package.json", ecosystem="npm")
THEME = WordpressSeen(path="style.css", kind="theme", line=1)
COMPOSE = FileSeen(path="compose.yml", kind="compose")
DEVCONTAINER = FileSeen(path=".devcontainer/devcontainer.json", kind="devcontainer")


def said(*mentions: str) -> tuple[MentionSeen, ...]:
    """Make mentions of ``subject/term`` or ``subject/term@path``."""
    made = []
    for mention in mentions:
        named, _, path = mention.partition("@")
        subject, _, term = named.partition("/")
        seen = {"subject": subject, "term": term, "path": path or "README.md", "line": 1}
        made.append(MentionSeen.model_validate(seen))
    return tuple(made)


def asked(
    project: Project, subject: SubjectId, status: Status = "unknown"
) -> tuple[str | None, Any]:
    """Return why it is unknown, or the basis and the needs."""
    ask = asks(project, {"PRE-1": status, "PRE-2": status}, DAY)[subject]
    return ("unknown", ask.why) if ask.why else (ask.basis, ask.needs)


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        (["protocol/SAML", "protocol/BankID"], ("read", (("saml", "bankid"),))),
        (["protocol/SAML@.env.example"], ("seen", (("saml",),))),
        (["protocol/SAML@.env.example", "protocol/LDAP"], ("read", (("ldap",),))),
        (["protocol/SAML", "login/local-accounts"], ("read", ())),
        (["no-login/no-login"], ("read", ())),
        (["protocol/JWT"], ("unknown", "unsaid")),
        (["login/login"], ("unknown", "how")),
        ([], ("unknown", "unsaid")),
    ],
)
def test_log_in_as_documents_tell(mentions: list[str], expected: tuple[str, Any]) -> None:
    """Several protocols are alternatives; that one logs in does not tell how."""
    assert expected == asked(project_of(facts_of(mentions=said(*mentions))), "login")


@pytest.mark.parametrize(
    ("identity", "expected"),
    [
        ({"login": "none"}, ("stated", ())),
        ({"login": "required", "protocols": ["saml2", "ad"]},
         ("stated", (("saml", "active-directory"),))),
        ({"protocols": ["oidc", "local-accounts"]}, ("stated", ())),
        ({"login": "required"}, ("unknown", "how")),
        ({"note": "Ordning och reda"}, ("unknown", "words")),
        ({"protocols": ["saml2"], "asOf": OLD}, ("unknown", "old")),
        ({"federation": "Skolfederation"}, ("stated", (("skolfederation",),))),
    ],
)  # fmt: skip
def test_log_in_as_people_state(identity: dict[str, Any], expected: tuple[str, Any]) -> None:
    """What people state goes first; what was stated too long ago is unknown."""
    project = project_of(facts_of(), catalog={"prerequisites": {"identity": identity}})
    assert expected == asked(project, "login")


def test_what_is_stated_goes_before_what_is_read() -> None:
    """And what is read goes before what was stated without telling anything, or long ago."""
    read = facts_of(mentions=said("protocol/LDAP"))
    stated = {"prerequisites": {"identity": {"protocols": ["saml2"]}}}
    old = {"prerequisites": {"identity": {"protocols": ["saml2"], "asOf": OLD}}}
    found = [asked(project_of(read, catalog=catalog), "login") for catalog in (stated, old)]
    assert [("stated", (("saml",),)), ("read", (("ldap",),))] == found


@pytest.mark.parametrize(
    ("given_facts", "expected"),
    [
        ({"manifests": (PHP, NPM)}, ("seen", (("php",),))),
        ({"manifests": (NPM,)}, ("seen", (("node",),))),
        ({"manifests": (PHP,), "containers": (COMPOSE,)}, ("seen", (("containers", "php"),))),
        ({"containers": (DEVCONTAINER,)}, ("unknown", "unsaid")),
        ({"mentions": said("runtime/PHP", "hosting/nginx")}, ("read", (("php",),))),
        ({"mentions": said("hosting/nginx")}, ("read", (("linux",),))),
        ({"mentions": said("hosting/app-store")}, ("unknown", "unsaid")),
        ({"wordpress": (THEME,), "manifests": (PHP,), "containers": (COMPOSE,)},
         ("seen", (("wordpress",),))),
    ],
)  # fmt: skip
def test_where_it_runs(given_facts: dict[str, Any], expected: tuple[str, Any]) -> None:
    """A host takes all with it; containers stand in for a language; what is in front asks none."""
    known: dict[str, Any] = {"mentions": (), **given_facts}
    assert expected == asked(project_of(facts_of(**known)), "run")


def test_several_languages_are_needed_together() -> None:
    """A server must have both, but containers alone are enough."""
    python = ManifestSeen(path="pyproject.toml", ecosystem="pypi")
    facts = facts_of(mentions=(), manifests=(PHP, python), containers=(COMPOSE,))
    assert (("containers", "php"), ("containers", "python")) == asked(project_of(facts), "run")[1]


@pytest.mark.parametrize(
    ("given_facts", "expected"),
    [
        ({"mentions": said("database/MySQL", "database/SQLite@.env.example")},
         ("read", (("mysql",),))),
        ({"mentions": said("no-database/no-database")}, ("read", ())),
        ({"mentions": said("database/MySQL"), "wordpress": (THEME,)}, ("na", ())),
        ({"mentions": ()}, ("unknown", "unsaid")),
    ],
)  # fmt: skip
def test_database(given_facts: dict[str, Any], expected: tuple[str, Any]) -> None:
    """A host brings its own; no database is something that must be said."""
    assert expected == asked(project_of(facts_of(**given_facts)), "db")


def test_what_does_not_apply_asks_for_nothing() -> None:
    """A library has no log-in of its own: that is neither unknown nor a fit."""
    library = project_of(facts_of(mentions=said("protocol/SAML")), kind="library")
    assert ("na", ()) == asked(library, "login", "na")


@pytest.mark.parametrize(
    ("catalog", "expected"),
    [
        ({"suppliers": [{"name": "Bolaget"}]}, ("stated", (("own", "supplier"),))),
        ({"suppliers": [{"name": "Bolaget", "until": OLD}]}, ("unknown", "old")),
        ({"suppliers": []}, ("stated", (("own",),))),
        ({}, ("unknown", "unsaid")),
    ],
)
def test_who_may_run_it(catalog: dict[str, Any], expected: tuple[str, Any]) -> None:
    """That anyone can run it oneself is no knowledge; that a supplier does must be said."""
    assert expected == asked(project_of(facts_of(), catalog=catalog), "staff")


def test_a_standard_that_is_named_is_no_demand() -> None:
    """Only a required connection asks for its standard; the others can be shared."""
    link = {"name": "Elevregister", "required": True, "standard": "SS 12000"}
    catalog = {"prerequisites": {"integrations": [link]}, "standards": [{"name": "GeoJSON"}]}
    read = facts_of(mentions=said("standard/rss", "standard/openapi"))
    project = project_of(read, catalog=catalog)
    assert ("stated", (("ss12000",),)) == asked(project, "standard")
    assert ("geojson", "rss") == shared_standards(project)


@given(
    st.lists(
        st.builds(
            MentionSeen,
            subject=st.sampled_from(["protocol", "login", "no-login", "hosting", "runtime",
                                     "database", "no-database", "standard"]),
            term=st.text(), path=st.sampled_from(["README.md", ".env"]), line=st.just(1),
        )
    ),
    st.sampled_from(["app", "addon", "library"]),
)  # fmt: skip
def test_unknown_is_never_an_empty_demand(mentions: list[MentionSeen], kind: str) -> None:
    """Whatever documents say, a need has things to meet it, and no need has a reason beside it."""
    project = project_of(facts_of(mentions=tuple(mentions)), kind=kind)
    found = asks(project, {}, DAY)
    assert set(SUBJECTS) == set(found)
    assert all(all(ask.needs) and not (ask.why and ask.needs) for ask in found.values())


def test_no_repository_is_unknown_throughout() -> None:
    """Where nothing was read and nobody has said, nothing is known."""
    found = asks(project_of(), {}, DAY)
    assert {Ask(why="unsaid")} == set(found.values())
