"""Documents that outsiders look for."""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

import pytest

from catalog.models.evidence import Absent, Found
from catalog.models.facts import DocumentSeen
from harvesters.reading import documents
from harvesters.reading.contents import Contents

Plant: TypeAlias = Callable[..., Contents]


def only(contents: Contents) -> DocumentSeen:
    """Read the one document there is."""
    found = documents.read(contents)
    assert isinstance(found, Found)
    return found.found[0]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("SECURITY.md", "security"),
        (".github/security.md", "security"),
        ("docs/CONTRIBUTING.rst", "contributing"),
        ("CODE_OF_CONDUCT.md", "code-of-conduct"),
        ("GOVERNANCE.md", "governance"),
        ("changelog.txt", "changelog"),
        ("RELEASE_NOTES.md", "changelog"),
        ("docs/src/changelog.md", "changelog"),
        ("packages/@a/react/CHANGELOG.md", "changelog"),
        ("collector/CHANGELOG.md", "changelog"),
        (".github/CODEOWNERS", "codeowners"),
        (".github/ISSUE_TEMPLATE/bug.yml", "issue-template"),
        ("PULL_REQUEST_TEMPLATE.md", "change-request-template"),
        ("docs/adr/0001-databas.md", "architecture"),
        ("REUSE.toml", "reuse"),
        ("CITATION.cff", "citation"),
        ("codemeta.json", "codemeta"),
        ("docs/guide/first.md", "documentation"),
        ("apps/web/docs/src/architecture.md", "architecture"),
        ("catalog-info.yaml", "catalog-info"),
        ("INSTALL", "install"),
    ],
)
def test_kinds(plant: Plant, path: str, kind: str) -> None:
    """A document is known by its name in any of the usual places."""
    assert (path, kind) == (only(plant({path: "x"})).path, only(plant({path: "x"})).kind)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# Security\n\nWrite to sakerhet@exempelkommun.se\n", 3),
        ("Use https://hackerone.com/exempel\n", 1),
        ("Use private vulnerability reporting.\n", 1),
        ("See https://example.org/vulnerability-disclosure-policy\n", 1),
        ("We take security seriously.\n", None),
        ("Contact: mailto:x@example.com", None),
    ],
)
def test_private_channel(plant: Plant, text: str, line: int | None) -> None:
    """A private channel is a mailbox, form or private report; a template's placeholder is none."""
    assert line == only(plant({"SECURITY.md": text})).private_channel_line


@pytest.mark.parametrize(
    ("text", "version", "day"),
    [
        (
            "# Changelog\n## [Unreleased]\n## [1.2.0] - 2026-03-04\n- New\n",
            "1.2.0",
            date(2026, 3, 4),
        ),
        ("## 2.0.0 (2026-05-01)\n## 1.9.0 (2025-01-01)\nText\n", "1.9.0", date(2026, 5, 1)),
        ("## v3.1, 4 maj 2026\nText\n", "3.1", date(2026, 5, 4)),
        ("= 1.0 =\n* First\n", "1.0", None),
        ("## 1.0.0 - 2026-13-45\nText\n", "1.0.0", None),
    ],
)
def test_changelog(plant: Plant, text: str, version: str, day: date | None) -> None:
    """The newest version with text counts, and the newest date; an empty entry is no note."""
    name = "CHANGELOG.txt" if text.startswith("=") else "CHANGELOG.md"
    seen = only(plant({name: text}))
    assert (version, day) == (seen.latest_version, seen.latest_entry)


def test_codeowners_counts_persons(plant: Plant) -> None:
    """Team handles are kept, persons only counted."""
    text = "* @exempel/webb @person-a\n*.js @person-b b@example.org # @not-counted\n"
    seen = only(plant({"CODEOWNERS": text}))
    assert (("@exempel/webb",), 3) == (seen.teams, seen.persons)


def test_pdf_is_not_read(plant: Plant) -> None:
    """A document that is not text is listed as one that a person must read."""
    assert not only(plant({"docs/manual.pdf": b"%PDF-1.7"})).readable


def test_guides(plant: Plant) -> None:
    """Documentation says whether it is for users and for administrators."""
    text = "# Handbok\n## Konfiguration\nx\n## Uppgradering\nx\n"
    seen = only(plant({"docs/handbok.md": text}))
    assert (True, True) == (seen.usage, seen.administration)


PIECES = "# Foo modules\n" + "".join(f"\n## {n}\n\nIt does a thing.\n" for n in "abc")
LINKED = "# Foo\n\n## Components\n\n" + "- A [part](#p), serving all the pages.\n" * 3


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("docs/modules.md", PIECES, 1),
        ("docs/view_modules.md", PIECES, None),
        ("docs/modules.md", PIECES.replace("It does a thing.", "Yes."), None),
        ("docs/software.md", LINKED, 3),
        ("AGENTS.md", "# Foo\n\n## Structure\n\n" + "- **a** - does one thing\n" * 3, 3),
        ("docs/news.md", LINKED, None),
    ],
)
def test_overviews_of_parts(plant: Plant, path: str, text: str, line: int | None) -> None:
    """A list of parts, or a section on each, in a document that is on the whole by its name."""
    assert line == only(plant({path: text})).parts_line


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("docs/commands.rst", "CLI commands\n============\n\nx\n", (True, False)),
        ("docs/user-permissions.md", "# User permissions\n\nx\n", (False, True)),
        ("AGENTS.md", "# Usage\n\n## Configuration\n\nx\n", (False, False)),
    ],
)
def test_what_a_document_explains(
    plant: Plant, path: str, text: str, expected: tuple[bool, bool]
) -> None:
    """Commands are for use, permissions for administration; what helps to write code is neither."""
    seen = only(plant({path: text}))
    assert expected == (seen.usage, seen.configuration)


def test_nothing(plant: Plant) -> None:
    """An empty document is none."""
    assert Absent(absent=documents.LOOKED_FOR) == documents.read(plant({"SECURITY.md": " \n"}))


GUIDE = "# Guide\n\n## Running it\n```\ndocker compose up\n```\n"


@pytest.mark.parametrize(
    ("readme", "expected"),
    [
        ("See the [guide](docs/guide.md).", (3, 5, 5)),
        ("See the folder [docs](./docs/).", (3, 5, 5)),
        ("See https://exempel.github.io/foo/", (3, 5, 5)),
        ("# Foo", (None, None, None)),
    ],
)
def test_instructions_where_a_readme_leads(
    plant: Plant, readme: str, expected: tuple[int | None, ...]
) -> None:
    """Documents count as README does when one gets there from README."""
    seen = only(plant({"README.md": readme, "docs/guide.md": GUIDE}))
    assert expected == (seen.install_line, seen.commands_line, seen.one_command_line)


def test_a_style_guide_is_no_manual(plant: Plant) -> None:
    """Rules for those who write the code explain no use of it."""
    assert not only(plant({"docs/STYLEGUIDE.md": "# Guide\n\n## Using tabs\nNo.\n"})).usage


@pytest.mark.parametrize(
    ("text", "expected"),
    [("spec:\n  lifecycle: production\n", "stable"), ("spec:\n  lifecycle: unknown\n", None)],
)
def test_lifecycle_of_a_catalogue_entry(plant: Plant, text: str, expected: str | None) -> None:
    """Backstage's words are ours by another name."""
    assert expected == only(plant({"catalog-info.yaml": text})).status


SWEDISH = "Det här är en handledning för dem som arbetar med lösningen i kommunen varje dag.\n"


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("docs/en/index.md", SWEDISH, "en"),
        ("docs/guide.nb.md", SWEDISH, "no"),
        ("docs/guide.md", SWEDISH, "sv"),
        ("CONTRIBUTING.md", SWEDISH, None),
        ("docs/guide.md", "x\n", None),
    ],
)
def test_language(plant: Plant, path: str, text: str, expected: str | None) -> None:
    """A path names its language; otherwise the words tell, of documents that explain."""
    assert expected == only(plant({path: text})).language


def test_only_the_first_documents_are_listened_to(plant: Plant) -> None:
    """Telling a language takes time: after the third document it is not told."""
    found = documents.read(plant({f"docs/{n}.md": SWEDISH for n in range(5)}))
    assert isinstance(found, Found)
    assert ["sv"] * 3 + [None] * 2 == [seen.language for seen in found.found]
