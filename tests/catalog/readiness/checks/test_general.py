"""General and open by design: what is met, what is not, and what stays unknown."""

from typing import Any

import pytest

from catalog.models.curated import Adoption
from catalog.models.evidence import Absent, Unseen
from catalog.models.facts import (
    CiSeen,
    DescribedSeen,
    DocumentSeen,
    FileSeen,
    ManifestSeen,
    MentionSeen,
    PlaceSeen,
    PubliccodeSeen,
    ReadmeSeen,
    ScreensSeen,
    SettingsSeen,
    Tag,
    Tags,
    TranslationsSeen,
    WordpressSeen,
)
from catalog.models.verdict import Verdict
from catalog.readiness.checks import CHECKS
from tests.projects import DAY, OWNER, facts_of, project_of

PAGE = "https://example.org/p"
SECOND = "https://git.example.org/exempel/annan"
README = ReadmeSeen(path="README.md", bytes=9, encoding="utf-8", markup="markdown", language="en")
WEB = ScreensSeen(files=4, examples=("a.html",), sampled=4)


def said(subject: Any, term: str = "x", *, linked: bool = False) -> MentionSeen:
    """Make a mention of a subject in README."""
    return MentionSeen(subject=subject, term=term, path="README.md", line=3, linked=linked)


def outcome(check: str, *facts: Any, **given: Any) -> tuple[str, str]:
    """Ask a check about a project and return its status and first reason."""
    verdict: Verdict = CHECKS[check](project_of(*facts, **given), DAY)
    return verdict.status, verdict.because[0].code


def ask(check: str, *, kind: str = "app", catalog: Any = None, **found: Any) -> tuple[str, str]:
    """Ask a check about one repository with a README in English and what was found."""
    return outcome(
        check, facts_of(**({"readmes": (README,)} | found)), kind=kind, catalog=catalog or {}
    )


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ({"settings": (SettingsSeen(path="a", line=1, named=5, explained=3),)},
         ("pass", "configuration-explained")),
        ({"settings": (SettingsSeen(path="a.md", line=1, named=5, explained=2),
                       SettingsSeen(path="b.md", line=1, named=5, explained=1))},
         ("pass", "configuration-explained")),
        ({"settings": (SettingsSeen(path="a", line=1, named=5, explained=2),)},
         ("partial", "configuration-named")),
        ({"settings": (SettingsSeen(path="a", line=1),)}, ("partial", "configuration-mentioned")),
        ({"settings": (SettingsSeen(path="a", line=1, shipped=True),)},
         ("partial", "configuration-shipped")),
        ({"mentions": (said("settings-interface"),)}, ("pass", "configuration-interface")),
        ({"mentions": (said("extension"),)}, ("partial", "configuration-extension")),
        ({"samples": (FileSeen(path=".env.example", kind="configuration"),)},
         ("partial", "configuration-example")),
        ({}, ("fail", "configuration-absent")),
        ({"mentions": (said("elsewhere"),)}, ("unknown", "documentation-elsewhere")),
        ({"settings": Unseen(unseen="unreadable")}, ("unknown", "unseen-unreadable")),
        ({"mentions": Unseen(unseen="not-read")}, ("unknown", "unseen-not-read")),
        ({"documents": (DocumentSeen(kind="documentation", path="docs/a.pdf", readable=False),)},
         ("unknown", "document-to-be-read")),
    ],
)  # fmt: skip
def test_configuration(found: dict[str, Any], expected: tuple[str, str]) -> None:
    """Explained settings are a reference, named ones an example, and silence fails once read."""
    assert expected == ask("GEN-2", **found)


def test_many_documents_are_never_silent() -> None:
    """Where there are more documents than are read, nothing found says nothing."""
    documents = tuple(DocumentSeen(kind="documentation", path=f"docs/{n}.md") for n in range(30))
    assert ("unknown", "unseen-too-large") == ask("GEN-2", documents=documents)


def test_documentation_that_the_catalogue_links_to_is_not_silent() -> None:
    """An address of documentation in the entry makes a silence unknown."""
    entry = {"description": {"sv": {"documentation": PAGE}}}
    found = outcome("GEN-2", facts_of(readmes=(README,)), entry=entry)
    assert ("unknown", "documentation-link-unchecked") == found


@pytest.mark.parametrize(
    ("variants", "expected"), [((PAGE, PAGE), "fail"), ((PAGE, None), "pass"), ((PAGE,), "pass")]
)
def test_variants_of_all_adopters_fail(variants: tuple[str | None, ...], expected: str) -> None:
    """Described settings do not help where all of several adopters keep variants."""
    adoptions = tuple(
        Adoption(id=f"a-{n}", project="demo", stage="production", as_of=DAY.today, body=f"b-{n}",
                 basis="declared", role="adopter", variant_url=url)
        for n, url in enumerate(variants)
    )  # fmt: skip
    facts = facts_of(mentions=(said("settings-interface"),))
    assert expected == outcome("GEN-2", facts, adoptions=adoptions)[0]


def package(path: str, name: str | None = None, **given: Any) -> ManifestSeen:
    """Make a package's manifest."""
    return ManifestSeen(path=path, ecosystem="npm", name=name, **given)


TWO = (
    package("a/package.json", "a", version="2.1.0", library=True),
    package("b/package.json", "b", version="2.0.0", library=True),
)


@pytest.mark.parametrize(
    ("kind", "found", "expected"),
    [
        ("app", {"manifests": TWO}, ("pass", "parts-published")),
        ("app", {"manifests": (TWO[0], TWO[1].model_copy(update={"version": "1.0.0"}))},
         ("partial", "parts-visible")),
        ("app", {"manifests": (TWO[0], TWO[1].model_copy(update={"private": True}))},
         ("partial", "parts-visible")),
        ("app", {"manifests": (TWO[0], package("tests/package.json", "t"))},
         ("unknown", "parts-unsaid")),
        ("app", {"manifests": (package("a/package.json"), package("b/package.json")),
                 "tags": Tags(count=2, parts=("a", "b"))}, ("partial", "parts-visible")),
        ("app", {"manifests": (package("a/package.json", "x"), package("b/package.json", "y")),
                 "tags": Tags(count=2, parts=("a", "b"))}, ("pass", "parts-released")),
        ("app", {"mentions": (said("extension", "hook"),)}, ("pass", "parts-extension")),
        ("app", {"mentions": (said("extension", "filters"),)}, ("unknown", "parts-unsaid")),
        ("addon", {"mentions": (said("extension", "filters"),),
                   "wordpress": (WordpressSeen(path="a.php", kind="plugin", line=1),)},
         ("pass", "parts-extension")),
        ("library", {"manifests": TWO[:1]}, ("pass", "parts-package")),
        ("library", {"manifests": (package("package.json", "a"),)}, ("unknown", "parts-unsaid")),
        ("library", {"manifests": (package("package.json", "a"),),
                     "tags": Tags(count=1, latest_release=Tag(name="v1.0", commit="e" * 40))},
         ("pass", "parts-package")),
        ("app", {"mentions": (said("parts"),)}, ("partial", "parts-visible")),
        ("app", {"manifests": Unseen(unseen="unreadable")}, ("unknown", "unseen-unreadable")),
    ],
)  # fmt: skip
def test_parts(kind: str, found: dict[str, Any], expected: tuple[str, str]) -> None:
    """Parts count where they have versions of their own; what tools number for a start does not."""
    assert expected == ask("GEN-3", kind=kind, **found)


def test_repositories_with_versions_are_parts() -> None:
    """A project of several repositories is modular where each is released."""
    tags = Tags(count=1, latest_release=Tag(name="v1.0.0", commit="e" * 40))
    found = outcome("GEN-3", facts_of(tags=tags), facts_of(url=SECOND, tags=tags))
    assert ("pass", "parts-repositories") == found


@pytest.mark.parametrize(
    ("catalog", "found", "expected"),
    [
        ({}, {"mentions": (said("standard", "oidc", linked=True),)}, ("pass", "standards-linked")),
        ({}, {"mentions": (said("standard", "oidc"),)}, ("partial", "standards-named")),
        ({}, {"mentions": (said("standard", "ss12000"),),
              "interfaces": (FileSeen(path="api/SS-12000.openapi.yml", kind="openapi"),)},
         ("pass", "standards-schema")),
        ({}, {"mentions": (said("standard", "openapi", linked=True),)},
         ("partial", "standards-own-interface")),
        ({}, {"interfaces": (FileSeen(path="a.wsdl", kind="wsdl"),)},
         ("partial", "standards-own-interface")),
        ({}, {"interfaces": (FileSeen(path="action.yml", kind="github-action"),)},
         ("unknown", "standards-unsaid")),
        ({}, {}, ("unknown", "standards-unsaid")),
        ({}, {"mentions": Unseen(unseen="not-read")}, ("unknown", "unseen-not-read")),
        ({"standards": []}, {}, ("fail", "standards-none")),
        ({"standards": []}, {"mentions": (said("standard", "oidc"),)},
         ("partial", "standards-named")),
        ({"standards": [{"name": "OIDC", "url": PAGE}]}, {}, ("pass", "standards-listed")),
        ({"standards": [{"name": "OIDC"}]}, {}, ("partial", "standards-listed-unlinked")),
        ({"prerequisites": {"identity": {"protocols": ["saml2"]}}}, {},
         ("partial", "standards-listed-unlinked")),
        ({"prerequisites": {"identity": {"protocols": ["bankid"]}}}, {},
         ("unknown", "standards-unsaid")),
    ],
)  # fmt: skip
def test_standards(catalog: Any, found: dict[str, Any], expected: tuple[str, str]) -> None:
    """A standard needs its name and an address; silence is never a failure."""
    assert expected == ask("GEN-4", catalog=catalog, **found)


PO = TranslationsSeen(languages=("sv",), examples=("sv.po",))
SWEDISH = README.model_copy(update={"path": "README.sv.md", "language": "sv"})
MUTE = README.model_copy(update={"language": None})
BUILT_IN = WEB.model_copy(
    update={"built_in": (PlaceSeen(path="a.html", line=1), PlaceSeen(path="b.html", line=2))}
)
CALLS = BUILT_IN.model_copy(update={"translated": (PlaceSeen(path="a.html", line=3),)})


@pytest.mark.parametrize(
    ("kind", "found", "expected"),
    [
        ("app", {"translations": PO, "readmes": (README, SWEDISH)},
         ("pass", "languages-both-translated")),
        ("app", {"translations": PO}, ("partial", "languages-one-translated")),
        ("app", {"translations": PO, "readmes": (MUTE,)}, ("partial", "languages-translated-only")),
        ("docs", {"readmes": (README, SWEDISH)}, ("pass", "languages-both-none")),
        ("docs", {"readmes": (SWEDISH,)}, ("partial", "languages-one-none")),
        ("library", {}, ("partial", "languages-one-none")),
        ("library", {"readmes": (MUTE,)}, ("unknown", "languages-untold")),
        ("app", {"screens": BUILT_IN}, ("fail", "languages-built-in")),
        ("app", {"screens": BUILT_IN, "readmes": (README, SWEDISH)},
         ("partial", "languages-both-built-in")),
        ("app", {"screens": CALLS}, ("partial", "languages-one-prepared")),
        ("app", {"screens": BUILT_IN, "manifests": (package("p", localisation=("i18next",)),)},
         ("partial", "languages-one-prepared")),
        ("app", {"screens": BUILT_IN, "mentions": (said("localisable"),)},
         ("unknown", "languages-untold")),
        ("app", {"screens": BUILT_IN.model_copy(update={"files": 1})},
         ("unknown", "languages-untold")),
        ("app", {"screens": WEB}, ("unknown", "languages-untold")),
        ("app", {"screens": Unseen(unseen="unreadable")}, ("unknown", "unseen-unreadable")),
        ("app", {"manifests": (package("p", executable=True),)}, ("partial", "languages-commands")),
        ("app", {"screens": ScreensSeen(files=0, examples=(), messages=("email/a.njk",))},
         ("partial", "languages-messages")),
        ("addon", {"wordpress": (WordpressSeen(path="a.php", kind="plugin", line=1),)},
         ("partial", "languages-one-none")),
        ("library", {"screens": WEB.model_copy(update={"sampled": 9})},
         ("partial", "languages-no-texts")),
        ("docs", {"publiccode": PubliccodeSeen(path="publiccode.yml", parses=True, described=(
            DescribedSeen(language="sv", long=True),))}, ("pass", "languages-both-none")),
        ("docs", {"documents": (DocumentSeen(kind="documentation", path="d", language="sv"),)},
         ("pass", "languages-both-none")),
    ],
)  # fmt: skip
def test_languages(kind: str, found: dict[str, Any], expected: tuple[str, str]) -> None:
    """Files that translate and documents in both languages count; only texts in the code fail."""
    assert expected == ask("GEN-5", kind=kind, **found)


def test_english_is_enough_where_it_is_the_owners_language() -> None:
    """A body with a British domain needs no second language."""
    body = OWNER.model_copy(update={"domains": ("example.gov.uk",)})
    found = outcome("GEN-5", facts_of(readmes=(README,)), kind="docs", body=body)
    assert ("pass", "languages-both-none") == found


TESTED = {"standard": "WCAG 2.1", "tested": True, "date": "2026-02-01", "statement": PAGE}


@pytest.mark.parametrize(
    ("catalog", "found", "expected"),
    [
        ({}, {}, ("na", "accessibility-no-screens")),
        ({}, {"screens": WEB}, ("fail", "accessibility-absent")),
        ({}, {"screens": WEB, "ci": Unseen(unseen="unreadable")},
         ("unknown", "unseen-unreadable")),
        ({}, {"screens": WEB, "mentions": (said("elsewhere"),)},
         ("unknown", "documentation-elsewhere")),
        ({}, {"screens": WEB, "mentions": (said("accessibility-claim"),)},
         ("partial", "accessibility-claim")),
        ({}, {"screens": WEB, "mentions": (said("accessibility-test"),)},
         ("partial", "accessibility-tool")),
        ({}, {"screens": WEB, "manifests": (package("p", accessibility=("jest-axe",)),)},
         ("partial", "accessibility-tool")),
        ({}, {"screens": WEB, "ci": (CiSeen(path="c", system="x", accessibility_line=3),)},
         ("partial", "accessibility-tool")),
        ({}, {"screens": WEB.model_copy(update={"statement": "s.html"})},
         ("partial", "accessibility-statement")),
        ({}, {"screens": WEB.model_copy(update={"files": 1})},
         ("unknown", "accessibility-screens-untold")),
        ({}, {"manifests": (package("p", dependencies=("react-dom",)),)},
         ("unknown", "accessibility-screens-untold")),
        ({}, {"screens": Unseen(unseen="not-read")}, ("unknown", "unseen-not-read")),
        ({"accessibility": TESTED}, {"screens": WEB}, ("pass", "accessibility-tested")),
        ({"accessibility": TESTED}, {}, ("pass", "accessibility-tested")),
        ({"accessibility": TESTED | {"date": "2024-02-01"}}, {"screens": WEB},
         ("partial", "accessibility-old")),
        ({"accessibility": {"statement": PAGE}}, {"screens": WEB},
         ("partial", "accessibility-stated")),
    ],
)  # fmt: skip
def test_accessibility(catalog: Any, found: dict[str, Any], expected: tuple[str, str]) -> None:
    """Without screens it does not apply; a tool or a claim is a part; a dated test meets it."""
    assert expected == ask("GEN-6", catalog=catalog, **found)


@pytest.mark.parametrize(
    ("catalog", "mentions", "expected"),
    [
        ({}, [("export", "open-format"), ("import", "open-format")], ("pass", "moving-both")),
        ({}, [("export", "open-format"), ("import", "data")], ("partial", "moving-both-formats")),
        ({}, [("export", "data")], ("partial", "moving-out")),
        ({}, [("import", "open-format")], ("partial", "moving-in")),
        ({}, [("backup", "backup")], ("partial", "moving-backup")),
        ({}, [("elsewhere", "wiki")], ("unknown", "documentation-elsewhere")),
        ({}, [], ("fail", "moving-absent")),
        ({"exit": {"formats": ["CSV"]}}, [], ("partial", "moving-out-stated")),
        ({"exit": {"formats": ["CSV"]}}, [("import", "open-format")],
         ("pass", "moving-out-stated")),
    ],
)  # fmt: skip
def test_moving(catalog: Any, mentions: list[tuple[str, str]], expected: tuple[str, str]) -> None:
    """Both ways in open formats meet it, one of them is a part, and silence fails once read."""
    found = tuple(said(subject, term) for subject, term in mentions)
    assert expected == ask("GEN-7", catalog=catalog, mentions=found or Absent(absent=("README*",)))


def test_modules_of_a_project_that_publishes_them() -> None:
    """Maven's modules have the version of the project above, which publishes all of them."""

    def pom(path: str, **given: Any) -> ManifestSeen:
        return ManifestSeen(path=path, ecosystem="maven", name=f"se.demo:{path}", **given)

    modules = [pom(f"{name}/pom.xml", kind="jar", library=True) for name in ("a", "b")]
    above = [pom("pom.xml", kind="pom", version="0.1.0", published=told) for told in (True, False)]
    codes = [ask("GEN-3", manifests=(one, *modules))[1] for one in above]
    assert ["parts-published", "parts-visible"] == codes


def test_what_publiccode_denies_is_not_claimed() -> None:
    """A word on translation in passing does not outweigh that it says it is not prepared."""
    denied = PubliccodeSeen(
        path="publiccode.yml", parses=True, lines={"localisation.localisationReady": 9}
    )
    claim: dict[str, Any] = {"screens": BUILT_IN, "mentions": (said("localisable"),)}
    assert "unknown" == ask("GEN-5", **claim)[0]
    assert "fail" == ask("GEN-5", **claim, publiccode=denied)[0]


def test_one_page_that_acts_is_a_screen() -> None:
    """One file of markup may be a message; not one with a form."""
    one = ScreensSeen(files=1, examples=("a.html",), sampled=1)
    acting = one.model_copy(update={"page": PlaceSeen(path="a.html", line=1)})
    codes = [ask("GEN-6", screens=screens)[1] for screens in (one, acting)]
    assert ["accessibility-screens-untold", "accessibility-absent"] == codes
