"""Reasons and sentences are held to each other over many made-up projects."""

import random
import string
from datetime import date
from typing import Any, get_args

import pytest

from catalog.models.curated import Adoption, Contact, Scale
from catalog.models.evidence import Absent, Unseen, UnseenReason
from catalog.models.facts import (
    ActivityWindow,
    CiSeen,
    DescribedSeen,
    DocumentSeen,
    FileSeen,
    LicenceHeaders,
    LicenceSeen,
    ManifestSeen,
    PubliccodeSeen,
    ReadmeSeen,
    Tag,
    Tags,
    Tree,
    WordpressSeen,
)
from catalog.models.forge import (
    CommunityFile,
    ForgeFacts,
    ForgeRelease,
    ForgeReleases,
    OutsideContributions,
    Replies,
)
from catalog.models.project import Project, Stated
from catalog.models.verdict import Statement, Verdict
from catalog.readiness.definition import Model
from catalog.readiness.levels import assess
from catalog.readiness.texts import sentence
from tests.facts import forge_facts, tombstone
from tests.projects import OWNER, TODAY, facts_of, history_of, project_of

PROJECTS = 2500
REASONS = get_args(UnseenReason)
DAYS = (date(2026, 8, 1), date(2026, 1, 5), date(2025, 3, 1), date(2020, 10, 6))
KINDS = ("app", "addon", "library", "config", "site", "docs")


def _tuple(dice: random.Random, *options: Any) -> tuple[Any, ...]:
    return tuple(dice.sample(options, dice.randint(1, min(2, len(options)))))


def _readme(dice: random.Random) -> ReadmeSeen:
    known: dict[str, Any] = {
        "path": "README.md",
        "bytes": 9,
        "encoding": "utf-8",
        "markup": "markdown",
    }
    lines = (
        "intro_line",
        "install_line",
        "commands_line",
        "contact_only_line",
        "usage_line",
        "administration_line",
        "architecture_line",
        "interface_line",
        "one_command_line",
        "demo_line",
        "contributing_line",
        "review_line",
        "agreement_line",
        "example_line",
        "guide_line",
        "configuration_line",
    )
    share = dice.choice((0.0, 0.1, 0.4))
    known |= {line: 3 for line in lines if dice.random() < share}
    words = {
        "audience_word": "elever",
        "status": dice.choice(("stable", "beta")),
        "status_hint": "poc",
        "licence": dice.choice(("MIT", "GPL-2.0", "Egen")),
        "support_until": dice.choice((DAYS[3], date(2030, 1, 1))),
    }
    known |= {name: word for name, word in words.items() if dice.random() < share}
    return ReadmeSeen(language=None, **known)


def _documents(dice: random.Random) -> tuple[DocumentSeen, ...]:
    kinds = dice.choice(
        (
            ("security", "changelog"),
            ("install", "architecture"),
            ("documentation", "reuse"),
            ("issue-template", "decision"),
            ("contributing", "part", "part", "part", "changelog"),
        )
    )
    return tuple(
        DocumentSeen(
            kind="architecture" if kind == "decision" else kind,
            path="docs/decisions/1.md" if kind == "decision" else f"{kind}.md",
            readable=dice.random() < 0.7,
            private_channel_line=dice.choice((None, None, 4)),
            latest_version=dice.choice((None, "1.0.0")),
            words=dice.choice((None, 90)),
            usage=dice.random() < 0.2,
            administration=dice.random() < 0.2,
            install_line=4 if kind == "documentation" else None,
            commands_line=6 if kind == "documentation" else None,
        )
        for kind in kinds
    )


def _publiccode(dice: random.Random, url: str) -> PubliccodeSeen:
    return PubliccodeSeen(
        path="publiccode.yml",
        parses=dice.random() < 0.9,
        url=dice.choice((url, f"{url}.git", "https://git.example.org/x/y")),
        licence=dice.choice((None, "MIT", "GPL-2.0-only", "GPL-2.0-or-later")),
        development_status=dice.choice(
            (None, "stable", "concept", "development", "beta", "obsolete")
        ),
        maintenance=dice.choice((None, "internal", "none")),
        software_version=dice.choice((None, "1.0")),
        release_date=dice.choice((None, date(2020, 1, 1))),
        copyright_owner=dice.random() < 0.5,
        short_description=dice.random() < 0.5,
        documentation=dice.random() < 0.5,
        described=dice.choice(((), (DescribedSeen(language="sv", short="För elever."),))),
        missing=dice.choice(((), ("name",))),
    )


def _manifest(dice: random.Random) -> ManifestSeen:
    return ManifestSeen(
        path=dice.choice(("package.json", "sub/package.json")),
        ecosystem=dice.choice(("npm", "composer")),
        name=dice.choice((None, "demo")),
        version=dice.choice((None, "1.0.0-beta")),
        licence=dice.choice((None, "ISC", "MIT", "proprietary", "hemma gjord", "CC-BY-NC-4.0")),
        dependencies=dice.choice(((), ("left",))),
        executable=dice.random() < 0.3,
    )


def _facts(dice: random.Random, url: str) -> dict[str, Any]:
    window = ActivityWindow(
        days=365,
        commits=dice.choice((5, 40)),
        authors=3,
        regulars=dice.choice((1, 2)),
        absence_factor=dice.choice((1, 2)),
        absence_share=dice.choice((40.0, 51.0, 90.0)),
    )
    last = dice.choice(DAYS)
    tag = Tag(name=dice.choice(("v1.0.0", "0.3.1")), commit="e" * 40, on=dice.choice((None, *DAYS)))
    found: dict[str, Any] = {
        "history": history_of(
            last,
            last_human=dice.choice((last, last, None)),
            last_update_bot=dice.choice((None, last)),
            year=window,
        ),
        "tags": Tags(count=2, latest=tag, latest_release=dice.choice((None, tag, tag))),
        "licences": _tuple(
            dice,
            LicenceSeen(
                path="LICENSE", spdx=dice.choice(("MIT", "GPL-2.0", "CC-BY-NC-4.0", None)), score=1
            ),
            LicenceSeen(path=dice.choice(("COPYING", "sub/LICENSE")), spdx="CC-BY-ND-4.0", score=1),
        ),
        "readmes": (_readme(dice),),
        "documents": _documents(dice),
        "publiccode": _publiccode(dice, url),
        "manifests": (_manifest(dice),),
        "wordpress": (
            WordpressSeen(
                path="style.css",
                kind="theme",
                line=1,
                licence=dice.choice((None, "GPL v2 or later")),
            ),
        ),
        "locks": (FileSeen(path="package-lock.json", kind="npm"),),
        "updaters": (FileSeen(path="renovate.json", kind="renovate"),),
        "ci": (
            CiSeen(
                path=".gitlab-ci.yml",
                system="gitlab",
                tests_line=dice.choice((None, 4)),
                calls_line=5 if url.endswith("poc") else None,
            ),
        ),
        "containers": (FileSeen(path="Dockerfile", kind="dockerfile"),),
        "interfaces": (FileSeen(path="openapi.yml", kind="openapi"),),
        "samples": (FileSeen(path="fixtures/a.json", kind="fixture"),),
        "tree": Tree(files=9, vendored=0, links=0, submodules=0, unread_manifests=1),
        "licence_headers": LicenceHeaders(files=10, marked=dice.choice((2, 10))),
    }
    forge = {"forge": _forge(dice, url)} if dice.random() < 0.6 else {}
    share = dice.choice((0.2, 0.5, 0.9))
    some = {name: value for name, value in found.items() if dice.random() < share}
    unseen = {n: Unseen(unseen=dice.choice(REASONS)) for n in found if dice.random() < 0.05}
    absent = {"history": Absent(absent=("commits",))} if dice.random() < 0.05 else {}
    return some | absent | unseen | forge


def _forge(dice: random.Random, url: str) -> ForgeFacts | Unseen:
    if dice.random() < 0.1:
        return Unseen(unseen="no-forge")
    words = (None, "https://example.org/", "demo", "Stöd för elever", "En tjänst", "Old, moved")
    about = {
        "archived": dice.random() < 0.2,
        "description": dice.choice(words),
        "tracker": dice.choice((None, True, False)),
        "wiki": dice.choice((None, True, False)),
    }
    release = ForgeRelease(tag=dice.choice(("v1.0.0", "x")), on=DAYS[0], notes=dice.random() < 0.5)
    shared = dice.choice((url, "https://git.example.org/exempel/.github"))
    answered = dice.choice((0, 6))
    groups: dict[str, Any] = {
        "releases": ForgeReleases(count=dice.choice((1, 9)), newest=(release,)),
        "replies": Replies(
            opened=dice.choice((2, 9)), closed=min(answered, 4), answered=answered,
            median_hours=30.0 if answered else None, capped=dice.random() < 0.3,
        ),
        "outside": OutsideContributions(merged=2, authors=1, organisations=0),
        "community": tuple(
            CommunityFile(kind=kind, url=f"{shared}/blob/main/{kind}.md")
            for kind in dice.choice((("security",), ("contributing",), ("code-of-conduct",)))
        ),
    }  # fmt: skip
    some = {name: dice.choice((value, Absent(absent=("x",)), Unseen(unseen=dice.choice(REASONS))))
            for name, value in groups.items()}  # fmt: skip
    return forge_facts(about, **some)


def _adoptions(dice: random.Random) -> tuple[Adoption, ...]:
    stages = ("testing", "pilot", "production", "production", "stopped", "retired")
    return tuple(
        Adoption.model_validate(
            {
                "id": f"a-{number}",
                "project": "demo",
                "stage": dice.choice(stages),
                "as_of": dice.choice(DAYS),
                "basis": dice.choice(("observed", "attested", "declared")),
                "role": dice.choice((None, "originator", "adopter")),
                "outcome": dice.choice((None, "Klart")),
                "blockers": dice.choice(((), ("identity",))),
                "scale": tuple(
                    Scale(metric=metric, value=3)
                    for metric in dice.sample(("accounts", "sites"), dice.randint(0, 2))
                ),
            }
            | dice.choice(
                (
                    {"body": "exempelkommun"},
                    {"body": f"by-{number}"},
                    {"count": 0},
                    {"count": "several"},
                    {"count": 3},
                )
            )
        )
        for number in range(dice.randint(0, 4))
    )


def _catalog(dice: random.Random) -> dict[str, Any]:
    old, new = {"as_of": DAYS[3]}, {"as_of": DAYS[0]}
    login = {"login": "required", "protocols": ["saml2"], "account_source": "katalog"}
    contact = {"role": "Support", "mailbox": "support@example.org"}
    prerequisites = {
        "identity": dice.choice(
            ({"note": "x"} | old, {"note": "x"} | new, login, {"login": "none"}, None)
        ),
        "hosting": dice.choice(
            (
                {"note": "x"} | old,
                {"note": "x"},
                {"runtime": "PHP", "database": "MariaDB", "models": ["on-premises"]},
                None,
            )
        ),
        "integrations": dice.choice(
            (None, [], [{"name": "x"}], [{"name": "x", "required": True, "standard": "OIDC"}])
        ),
        "proprietary": dice.choice((None, [], ["Exempelprodukt"])),
        "data": dice.choice(
            (
                None,
                {"personal_data": False},
                {"categories": ["namn"]},
                {"categories": ["namn"], "retention": "5 år"},
            )
        ),
        "effort": dice.choice(
            (None, {"note": "x"}, {"roles": ["it"], "hours": {"value": 40, "ref": "ref"}})
        ),
    }
    stewardship = {
        "unit": dice.choice((None, "IT")),
        "deputies": dice.choice((None, 1)),
        "contact": dice.choice(
            (None, contact, contact | {"confirmed": DAYS[0]}, contact | {"confirmed": DAYS[3]})
        ),
        "support_until": dice.choice((None, None, DAYS[3], date(2030, 1, 1))),
    }
    mandate = {"kind": "policy"} | dice.choice(({}, {"date": DAYS[3], "reference": "KS 2020/1"}))
    return {"prerequisites": prerequisites, "stewardship": stewardship} | dice.choice(
        ({}, {"mandate": mandate})
    )


def _project(dice: random.Random) -> Project:
    urls = [f"https://git.example.org/exempel/{name}" for name in ("demo", "demo-poc")]
    chosen = dice.sample(urls, dice.randint(0, 2))
    descriptions: tuple[dict[str, Any], ...] = (
        {},
        {"sv": {"short_description": "Ett program."}},
        {"sv": {"short_description": "För elever."}},
    )
    contact = Contact(role="Support", form="https://example.org/f")
    other = OWNER.model_copy(update={"policy": "https://example.org/p", "contact": contact})
    made = project_of(
        *(facts_of(url=url, **_facts(dice, url)) for url in chosen),
        kind=dice.choice(KINDS),
        as_of=dice.choice((TODAY, TODAY, date(2025, 6, 1))),
        status=dice.choice((None, Stated(value="stable", by="curated"))),
        adoptions=_adoptions(dice),
        catalog=_catalog(dice),
        entry={
            "description": dice.choice(descriptions),
            "development_status": dice.choice((None, "stable", "obsolete")),
        },
        body=dice.choice((OWNER, other)),
    )
    return made if dice.random() < 0.95 else _bereft(made)


def _bereft(project: Project) -> Project:
    """Let every repository of a project be gone."""
    gone = [r.model_copy(update={"facts": None, "gone": tombstone(r.url)})
            for r in project.repositories]  # fmt: skip
    return project.model_copy(update={"repositories": tuple(gone)})


@pytest.fixture(name="verdicts", scope="module")
def _verdicts(model: Model) -> list[Verdict]:
    dice = random.Random(20260901)  # noqa: S311 - the same projects every time
    projects = (_project(dice) for _ in range(PROJECTS))
    return [verdict for one in projects for verdict in assess(one, model, TODAY).verdicts]


def test_every_reason_has_a_sentence_and_every_sentence_a_reason(
    model: Model, verdicts: list[Verdict]
) -> None:
    """Reasons that checks give and sentences of the model are the same set, one to one."""
    given = {statement.code for verdict in verdicts for statement in verdict.because}
    assert sorted(model.sentences) == sorted(given)


def test_a_check_gives_only_its_own_reasons_or_shared_ones(
    model: Model, verdicts: list[Verdict]
) -> None:
    """A reason described at one check is never given by another."""
    strays = {
        (verdict.check, statement.code)
        for verdict in verdicts
        for statement in verdict.because
        if statement.code not in model.by_id[verdict.check].because.keys() | model.because.keys()
    }
    assert set() == strays


def test_sentences_name_exactly_the_values_given(model: Model, verdicts: list[Verdict]) -> None:
    """Both languages have the placeholders that the check fills in, no fewer and no others."""
    wrong = {
        (statement.code, language, tuple(statement.values))
        for verdict in verdicts
        for statement in verdict.because
        for language in ("sv", "en")
        if _placeholders(model, statement, language) != set(statement.values)
    }
    assert set() == wrong


def _placeholders(model: Model, statement: Statement, language: Any) -> set[str]:
    words = model.sentences[statement.code][language]
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


def test_every_reason_can_be_worded(model: Model, verdicts: list[Verdict]) -> None:
    """No placeholder is left in any sentence of any verdict."""
    sentences = [
        sentence(model, verdict.check, statement, "sv")
        for verdict in verdicts
        for statement in verdict.because
    ]
    assert [] == [words for words in sentences if "{" in words]


def test_every_verdict_says_why(verdicts: list[Verdict]) -> None:
    """There is no verdict without a reason."""
    assert [] == [verdict for verdict in verdicts if not verdict.because]


def test_a_status_that_occurs_has_a_rule(model: Model, verdicts: list[Verdict]) -> None:
    """The model describes every status a check can come to."""
    answered = {(verdict.check, verdict.status) for verdict in verdicts if verdict.status != "na"}
    described = {(check.id, status) for check in model.checks for status in check.rules}
    assert set() == answered - described
