"""Reasons and sentences are held to each other over many made-up projects."""

import random
import string
from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

import pytest

from catalog.models.advisories import Advisory, AdvisoryHit, Concern
from catalog.models.curated import Adoption, Body, Call, Contact, Scale
from catalog.models.evidence import Absent, Unseen, UnseenReason
from catalog.models.facts import (
    ActivityWindow,
    ChangeSeen,
    CiSeen,
    DescribedSeen,
    DocumentSeen,
    FileSeen,
    GeneralitySeen,
    GuideSeen,
    HitSeen,
    LicenceHeaders,
    LicenceSeen,
    LockedSeen,
    ManifestSeen,
    MentionSeen,
    NeededSeen,
    PackageSeen,
    PlaceSeen,
    PubliccodeSeen,
    ReadmeSeen,
    ScreensSeen,
    SettingsSeen,
    Tag,
    Tags,
    TranslationsSeen,
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
    Reviews,
)
from catalog.models.project import Project, Stated
from catalog.models.verdict import Statement, Verdict
from catalog.readiness.definition import Model
from catalog.readiness.levels import assess
from catalog.readiness.texts import sentence
from tests.facts import forge_facts, tombstone
from tests.projects import OWNER, TODAY, facts_of, history_of, project_of

PROJECTS = 4000
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
        "pieces_line",
        "provided_line",
        "calls_line",
        "operation_line",
        "package_line",
        "interface_line",
        "one_command_line",
        "secret_line",
        "demo_line",
        "contributing_line",
        "roadmap_line",
        "decides_line",
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
        "roadmap_lead": dice.choice(("elsewhere", "nowhere")),
    }
    known |= {name: word for name, word in words.items() if dice.random() < share}
    return ReadmeSeen(language=dice.choice((None, "sv", "sv", "en")), **known)


def _guide(dice: random.Random) -> GuideSeen | None:
    given = dice.choice(({"welcome_line": 1}, {"welcome_line": 1, "review_line": 2}, None))
    signed = dice.choice(({}, {}, {"agreement_line": 3}))
    return GuideSeen.model_validate(given | signed) if given else None


def _documents(dice: random.Random) -> tuple[DocumentSeen, ...]:
    kinds = dice.choice(
        (
            ("security", "changelog"),
            ("install", "architecture"),
            ("documentation", "reuse"),
            ("issue-template", "decision"),
            ("roadmap", "governance"),
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
            decides_line=7 if kind == "governance" else None,
            guide=_guide(dice) if kind == "contributing" else None,
            usage=dice.random() < 0.2,
            administration=dice.random() < 0.2,
            install_line=4 if kind == "documentation" else None,
            commands_line=6 if kind == "documentation" else None,
            language=dice.choice((None, "en", "en")),
        )
        for kind in kinds
    )


def _general_mentions(dice: random.Random) -> tuple[MentionSeen, ...]:
    terms = (
        ("standard", "oidc"),
        ("standard", "openapi"),
        ("settings-interface", "settings-interface"),
        ("extension", "hook"),
        ("parts", "monorepo"),
        ("accessibility-claim", "wcag"),
        ("accessibility-statement", "accessibility-statement"),
        ("accessibility-tool", "tool"),
        ("export", "open-format"),
        ("export", "data"),
        ("import", "open-format"),
        ("backup", "backup"),
        ("localisable", "translation"),
        ("elsewhere", "wiki"),
    )
    chosen = dice.sample(terms, dice.randint(1, 4))
    return tuple(
        MentionSeen(subject=subject, term=term, path="README.md", line=3, linked=linked)
        for subject, term in chosen
        for linked in (dice.random() < 0.5,)
    )


def _settings(dice: random.Random) -> tuple[SettingsSeen, ...]:
    named = dice.choice((0, 4))
    return (
        SettingsSeen(
            path="README.md",
            line=3,
            named=named,
            explained=dice.choice((0, named)),
            shipped=not named and dice.random() < 0.5,
        ),
    )


def _screens(dice: random.Random) -> ScreensSeen:
    place = PlaceSeen(path="index.html", line=4)
    return ScreensSeen(
        files=dice.choice((1, 9)),
        examples=(dice.choice(("index.html", "a/b.twig")),),
        sampled=1,
        built_in=dice.choice(((), (place,))),
        translated=dice.choice(((), (), (place,))),
        statement=dice.choice((None, None, "accessibility-statement.html")),
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
        faults=dice.choice((None, (), (), ({"key": dice.choice(("name", "")), "line": 2},))),
        contracts=dice.choice(((), (DAYS[3],), (None, None))),
        funders=dice.choice((0, 2)),
        contacts=dice.choice((0, 0, 1)),
        users=dice.choice((0, 2)),
        roadmap=dice.choice((None, "https://example.org/plan")),
        proprietary=dice.choice(
            (None, None, (), (NeededSeen(name="Exempel", optional=dice.random() < 0.5),))
        ),
    )


def _manifest(dice: random.Random) -> ManifestSeen:
    return ManifestSeen(
        path=dice.choice(("package.json", "sub/package.json")),
        ecosystem=dice.choice(("npm", "composer")),
        name=dice.choice((None, "demo", "sub")),
        version=dice.choice((None, "1.0.0-beta", "2.1.0", "2.1.0")),
        library=dice.random() < 0.7,
        localisation=dice.choice(((), ("i18next",))),
        accessibility=dice.choice(((), ("jest-axe",))),
        licence=dice.choice((None, "ISC", "MIT", "proprietary", "hemma gjord", "CC-BY-NC-4.0")),
        dependencies=dice.choice(((), (), ("left",), ("highcharts",), ("firebase",))),
        executable=dice.random() < 0.3,
    )


def _generality(dice: random.Random) -> GeneralitySeen:
    logic, surface = dice.choice(((0, 0), (0, 0), (0, 3), (2, 1), (9, 0)))
    hit = HitSeen(path="a.php", line=3, word="exempelkommun", place="logic" if logic else "label")
    return GeneralitySeen(
        words=("exempelkommun",), files=dice.choice((0, 5, 5)), skipped=dice.choice((0, 0, 2)),
        logic=logic, surface=surface, hits=(hit,) if logic or surface else (),
    )  # fmt: skip


def _mentions(dice: random.Random) -> tuple[MentionSeen, ...]:
    """Make what documents say of prerequisites: of one subject, or of several beside each other."""
    groups = dice.choice((
        ("login/login protocol/SAML accounts/SCIM", "runtime/PHP database/MySQL hosting/nginx"),
        ("runtime/PHP hosting/WordPress sizing/size", "integration/SMTP"),
        ("runtime/PHP no-database/no-database hosting/nginx", "no-integration/no-integration"),
        ("no-login/no-login", "data-material/categories data-material/retention"),
        ("login/login", "no-personal-data/no-personal-data"),
        ("login/unnamed", "login/unnamed integration/unnamed"),
        ("integration/unnamed", "personal-data/GDPR", "effort/time"),
        ("protocol/LDAP", "elsewhere/wiki"),
    ))  # fmt: skip
    named = [name.partition("/") for group in _tuple(dice, *groups) for name in group.split()]
    return tuple(
        MentionSeen.model_validate({"subject": subject, "term": term, "path": "a.md", "line": 2})
        for subject, _, term in named
    )


def _locked(dice: random.Random, path: str) -> LockedSeen:
    """Make a lock file: of packages under one licence, of none, or one that was not read."""
    licence = dice.choice((None, "MIT", "MIT", "MIT", "GPL-2.0-only", "MPL-2.0", "UNLICENSED"))
    count = dice.choice((0, 1, 1, 6))
    packages = [PackageSeen(name=f"p{n}", version="1.0.0", licence=licence) for n in range(count)]
    others = dice.choice(((), (), (), (PackageSeen(name="other", version="1.0.0"),)))
    unread = dice.choice((None, None, None, None, "failed"))
    return LockedSeen(
        path=path, ecosystem="npm", packages=() if unread else (*packages, *others),
        apart=dice.random() < 0.7, unread=unread,
    )  # fmt: skip


def _mention(dice: random.Random) -> MentionSeen:
    """Make a mention of closed software."""
    subject: Any = dice.choice(("paid", "paid-choice", "platform", "elsewhere"))
    term = dice.choice(("highcharts", "aws"))
    return MentionSeen(subject=subject, term=term, path="README.md", line=4)


def _concern(dice: random.Random) -> Concern | None:
    """Make what advisories say: nothing, something serious, or something that nobody has rated."""
    if dice.random() < 0.1:
        return None
    advisory = Advisory(
        modified="", severity=dice.choice((None, "high", "high")), fixed=dice.random() < 0.5,
        published=dice.choice((None, date(2026, 8, 20), date(2026, 1, 1))),
    )  # fmt: skip
    path = dice.choice(("package-lock.json", "sub/a.lock"))
    hit = AdvisoryHit(id="GHSA-a", advisory=advisory, package="p0", version="1.0.0", path=path)
    return Concern(
        on=dice.choice((TODAY, TODAY, TODAY, date(2026, 6, 1))),
        hits=dice.choice(((), (hit,))),
        asked=9, unasked=dice.choice((0, 0, 3)), unknown=dice.choice((0, 0, 0, 1)),
    )  # fmt: skip


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
        "tags": Tags(
            parts=dice.choice(((), ("demo", "sub"))),
            count=2,
            latest=tag,
            latest_release=dice.choice((None, tag, tag)),
        ),
        "licences": _tuple(
            dice,
            LicenceSeen(
                path="LICENSE",
                spdx=dice.choice(("MIT", "Apache-2.0", "GPL-2.0", "CC-BY-NC-4.0", None)),
                score=1,
            ),
            LicenceSeen(path=dice.choice(("COPYING", "sub/LICENSE")), spdx="CC-BY-ND-4.0", score=1),
        ),
        "readmes": (_readme(dice),),
        "documents": _documents(dice),
        "publiccode": _publiccode(dice, url),
        "manifests": (_manifest(dice), _manifest(dice)),
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
        "licence_headers": LicenceHeaders(
            files=10,
            marked=dice.choice((2, 10)),
            spdx=dice.choice((None, "MIT", "EUPL-1.2")),
        ),
        "generality": _generality(dice),
        "interfaces": (FileSeen(path=dice.choice(("openapi.yml", "oidc.yml")), kind="openapi"),),
        "samples": (
            FileSeen(path="fixtures/a.json", kind="fixture"),
            FileSeen(path=".env.example", kind="configuration"),
        ),
        "mentions": (*_mentions(dice), *_general_mentions(dice), _mention(dice)),
        "settings": _settings(dice),
        "screens": _screens(dice),
        **dice.choice(
            ({}, {"translations": TranslationsSeen(languages=("sv",), examples=("sv.po",))})
        ),
        "tree": Tree(
            files=9,
            vendored=0,
            links=0,
            submodules=0,
            sources=dice.choice((None, 0)),
            unread_manifests=dice.choice((0, 1)),
        ),
        "locked": _tuple(dice, _locked(dice, "package-lock.json"), _locked(dice, "sub/a.lock")),
    }
    forge = {"forge": _forge(dice, url)} if dice.random() < 0.6 else {}
    share = dice.choice((0.2, 0.5, 0.9))
    some = {name: value for name, value in found.items() if dice.random() < share}
    unseen = {n: Unseen(unseen=dice.choice(REASONS)) for n in found if dice.random() < 0.05}
    unseen |= {"mentions": Unseen(unseen="not-read")} if dice.random() < 0.2 else {}
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
        "reviews": Reviews(
            protected=dice.choice((True, False, None)), merged=dice.choice((3, 20)),
            approved=dice.choice((0, 2, 3)), commits=dice.choice((None, 12)),
            direct=dice.choice((2, 11)),
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


def _spread(dice: random.Random) -> tuple[Adoption, ...]:
    """Make attested use at three bodies, alike or not, or that are not named."""
    known = {"project": "demo", "stage": "production", "as_of": DAYS[0], "basis": "attested"}
    named = dice.choice(
        (("by-0", "by-1", "by-2"), ("by-0", "by-1", "by-3"), ("by-0", "by-1", "by-4"))
    )
    whose: list[dict[str, Any]] = dice.choice(([{"body": b} for b in named], [{"count": 3}]))
    return tuple(
        Adoption.model_validate({"id": f"s-{n}"} | known | one) for n, one in enumerate(whose)
    )


def _adoptions(dice: random.Random) -> tuple[Adoption, ...]:
    stages = ("testing", "pilot", "production", "production", "stopped", "retired")
    if dice.random() < 0.1:
        return _spread(dice)
    return tuple(
        Adoption.model_validate(
            {
                "id": f"a-{number}",
                "project": "demo",
                "stage": dice.choice(stages),
                "as_of": dice.choice(DAYS),
                "basis": dice.choice(("observed", "attested", "declared")),
                "variant_url": dice.choice((None, _PAGE)),
                "role": dice.choice((None, "originator", "adopter")),
                "outcome": dice.choice((None, "Klart")),
                "blockers": dice.choice(((), ("identity",))),
                "in_house": dice.choice((None, True)),
                "economy": dice.choice(
                    (
                        None,
                        {"licence_cost_avoided": 9},
                        {"running_cost_per_year": 9, "year": 2025, "method": "x"},
                    )
                ),
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
    governed = {"forum": "user-group"}
    steered: dict[str, Any] = {
        "governance": dice.choice((None, None, governed | new, governed | old))
    }
    served = {
        "suppliers": dice.choice((None, None, [], [{"name": "Ett AB"}], _SUPPLIERS)),
        "operations": dice.choice((None, {"in_house": True})),
    }
    gap = {"reason": "Vi väntar.", "date": dice.choice((DAYS[0], DAYS[3]))}
    gaps = dice.choice(({}, {"INF-4": gap}, {"INF-1": gap | {"by": "IT"}}))
    steered |= {"explained": gaps}
    general = {
        "standards": dice.choice((None, [], [{"name": "X"}], [{"name": "X", "url": _PAGE}])),
        "accessibility": dice.choice((None, {"statement": _PAGE}, _TESTED, _TESTED_LONG_AGO)),
        "exit": dice.choice((None, {"formats": ["CSV"]})),
    }
    return (
        {"prerequisites": prerequisites, "stewardship": stewardship}
        | general
        | steered
        | served
        | (dice.choice(({}, {"mandate": mandate})))
    )


_SUPPLIERS = [{"name": "Ett AB"}, {"name": "Två AB"}]
_BODIES = {
    f"by-{number}": Body(id=f"by-{number}", type=kind, name=f"By {number}", population=inhabitants)
    for number, (kind, inhabitants) in enumerate(
        (
            ("municipality", 9000),
            ("municipality", 9500),
            ("municipality", 9900),
            ("region", None),
            ("municipality", None),
        )
    )
}
_CALL = Call.model_validate({
    "id": "anrop", "type": "co-fund", "status": "active", "title": "Pengar", "owner": "by-1",
    "ask": "x", "offer": "y", "published": DAYS[0], "reviewBy": date(2027, 1, 1),
    "contact": {"role": "Support", "form": "https://example.org/f"}, "legalForm": "Avtal",
    "participants": [{"body": "by-2", "role": "co-funding"}],
})  # fmt: skip


def _held(dice: random.Random, project: Project) -> Project:
    """Say whose the repositories' accounts are, and who else is known."""
    given = dice.choice(({}, {"owner": OWNER.id}, {"owner": OWNER.id}, {"suppliers": True}))
    return project.model_copy(update={
        "repositories": tuple(r.model_copy(update=given) for r in project.repositories),
        "bodies": dice.choice((_BODIES, {k: b for k, b in _BODIES.items() if k < "by-2"})),
        "calls": dice.choice(((), (_CALL,))),
    })  # fmt: skip


_PAGE = "https://example.org/p"
_TESTED = {"standard": "WCAG 2.1", "tested": True, "date": DAYS[0], "statement": _PAGE}
_TESTED_LONG_AGO = _TESTED | {"date": DAYS[3]}


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
            "legal": dice.choice((None, {"main_copyright_owner": "Ett AB"})),
        },
        body=dice.choice((OWNER, other)),
    )
    held = _held(dice, made)
    concerned = tuple(r.model_copy(update={"concern": _concern(dice)}) for r in held.repositories)
    held = held.model_copy(update={"repositories": concerned})
    return held if dice.random() < 0.95 else _bereft(held)


def _bereft(project: Project) -> Project:
    """Let every repository of a project be gone."""
    gone = [r.model_copy(update={"facts": None, "gone": tombstone(r.url)})
            for r in project.repositories]  # fmt: skip
    return project.model_copy(update={"repositories": tuple(gone)})


def _rare() -> Iterator[Project]:
    """Make projects whose dependencies meet in ways that chance seldom throws."""
    npm: Any = {"ecosystem": "npm", "name": "demo"}
    texts = (LicenceSeen(path="LICENSE", spdx="Apache-2.0", score=1),)
    chart = (ManifestSeen(path="package.json", dependencies=("highcharts",), **npm),)
    plain = (ManifestSeen(path="package.json", dependencies=("p0",), **npm),)
    elsewhere = (MentionSeen(subject="elsewhere", term="site", path="README.md", line=1),)
    unread = Unseen(unseen="not-read")
    form = MentionSeen(subject="host-addon", term="acf-pro", path="acf/a.json", line=1)
    lock = (FileSeen(path="package-lock.json", kind="npm"),)
    change = ChangeSeen(path="package-lock.json", on=TODAY, commit="a" * 40)

    def moved(**given: Any) -> ChangeSeen:
        return change.model_copy(update=given)

    english = (ReadmeSeen(path="README.md", bytes=9, encoding="utf-8", markup="markdown",
                          language="en"),)  # fmt: skip
    command = (ManifestSeen(path="package.json", executable=True, **npm),)
    drawn = ScreensSeen(files=4, examples=("a.tsx",), sampled=4)
    yield project_of(facts_of(readmes=english, manifests=command))
    yield project_of(facts_of(readmes=english, screens=drawn), kind="library")
    sent = ScreensSeen(files=0, examples=(), messages=("email/a.njk",))
    yield project_of(facts_of(readmes=english, screens=sent))

    def locked(*licences: str | None, apart: bool = True) -> tuple[LockedSeen, ...]:
        packages = tuple(PackageSeen(name=f"p{number}", version="1.0.0", licence=licence)
                         for number, licence in enumerate(licences))  # fmt: skip
        return (LockedSeen(path="package-lock.json", packages=packages, apart=apart,
                           ecosystem="npm"),)  # fmt: skip

    def hit(severity: Any, on: date | None, *, fixed: bool = True) -> tuple[AdvisoryHit, ...]:
        told = Advisory(modified="", severity=severity, published=on, fixed=fixed)
        return (AdvisoryHit(id="GHSA-a", advisory=told, package="p0", version="1.0.0",
                            path="package-lock.json"),)  # fmt: skip

    found: tuple[dict[str, Any], ...] = (
        {"licences": texts, "locked": locked("GPL-2.0-only")},
        {"locked": locked("MIT", "MIT", "MIT", "MIT", None)},
        {"locked": locked("MPL-2.0")},
        {"locked": locked("GPL-3.0-only")},
        {"manifests": chart, "mentions": elsewhere},
        {"manifests": chart, "mentions": unread},
        {"mentions": (MentionSeen(subject="paid", term="jira", path="README.md", line=1),)},
        {
            "mentions": (
                form,
                form.model_copy(update={"path": "README.md", "term": "advanced-custom-fields"}),
            )
        },
        {"manifests": plain, "locked": locked("MIT")},
        {"manifests": plain, "locked": locked("UNLICENSED")},
        {"manifests": plain},
        {"manifests": (plain[0].model_copy(update={"exact": True}),)},
        {"manifests": plain, "locks": lock, "lock_changes": (change,)},
        {"manifests": plain, "locks": lock, "lock_changes": (moved(on=DAYS[3]),)},
        {"manifests": plain, "locks": lock, "lock_changes": (moved(earlier=True),)},
        {"manifests": plain, "locks": lock, "lock_changes": unread},
        {"manifests": (ManifestSeen(path="package.json", registries=("a.example.se",), **npm),)},
        {"manifests": (ManifestSeen(path="package.json", **npm),)},
    )
    yield from (project_of(facts_of(**facts)) for facts in found)
    client = MentionSeen(subject="integration", term="one-service", path="README.md", line=1)
    yield project_of(facts_of(manifests=plain, mentions=(client,)), kind="library")
    concerns: tuple[tuple[bool, dict[str, Any]], ...] = (
        (True, {"hits": hit("high", TODAY)}),
        (True, {"hits": hit("high", TODAY, fixed=False)}),
        (True, {"hits": hit("high", None)}),
        (False, {"hits": hit("high", DAYS[3])}),
        (True, {"hits": hit(None, DAYS[3])}),
        (True, {"unasked": 1}),
        (True, {"unknown": 1}),
        (True, {}),
    )
    for apart, given in concerns:
        made = project_of(facts_of(locked=locked("MIT", apart=apart)))
        concern = Concern(**{"on": TODAY, "asked": 1} | given)
        repository = made.repositories[0].model_copy(update={"concern": concern})
        yield made.model_copy(update={"repositories": (repository,)})


@pytest.fixture(name="verdicts", scope="module")
def _verdicts(model: Model) -> list[Verdict]:
    dice = random.Random(20260901)  # noqa: S311 - the same projects every time
    projects = (*(_project(dice) for _ in range(PROJECTS)), *_rare())
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
    general = {"na", "explained"}
    answered = {(v.check, v.status) for v in verdicts if v.status not in general}
    described = {(check.id, status) for check in model.checks for status in check.rules}
    assert set() == answered - described
