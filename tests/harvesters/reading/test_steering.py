"""Plans that can be read, links that lead to them, and who decides."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.models.evidence import Found
from catalog.models.facts import DocumentSeen, ReadmeSeen
from harvesters.reading import decisions, documents, publiccode, readme, roadmap, sections
from harvesters.reading.contents import Contents
from harvesters.reading.listing import Entry
from harvesters.reading.markup import parse

Plant: TypeAlias = Callable[..., Contents]

TEMPLATE = """# X

## Roadmap

- [ ] Feature 1
- [ ] Feature 2
    - [ ] Nested Feature

<p align="right">(<a href="#top">back to top</a>)</p>
"""


def seen(contents: Contents) -> ReadmeSeen:
    """Read the only README."""
    found = readme.read(contents)
    assert isinstance(found, Found)
    return found.found[0]


@pytest.mark.parametrize(
    ("text", "line", "lead"),
    [
        ("# X\n\n## Roadmap\n\n- [ ] Sök i arkivet\n", 3, None),
        ("# X\n\n## 🗺 Project roadmap\n\n* Byt databas under hösten\n", 3, None),
        ("# X\n\n## Färdplan\n\nUnder hösten byter vi databas och inför sökning i arkivet.\n", 3,
         None),
        ("X\n=\n\nKommande funktioner\n-------------------\n\n- Sök i arkivet\n", 4, None),
        ("# X\n\n## Roadmap\n\nSee the [open issues](https://example.org/i) for all our ideas.\n",
         3, "elsewhere"),
        ("# X\n\n## Roadmap\n\nSee the [open issues][a] for a list.\n\n[a]: https://example.org\n",
         3, "elsewhere"),
        ("# X\n\n## Roadmap\n\nSee [the plan](docs/PLAN.md).\n", 3, "here"),
        ("# X\n\n## Roadmap\n\nSee [the plan](docs/PLAN.md#nasta-ar).\n", 3, "here"),
        ("# X\n\n## Roadmap\n\nSee [the plan](docs/PLAN.md#forra-aret).\n", 3, "nowhere"),
        ("# X\n\n## Roadmap\n\nSee [the plan](docs/NONE.md).\n", 3, "nowhere"),
        (TEMPLATE, None, None),
        ("# X\n\n## Roadmap\n\nTBD\n", None, None),
        ("# X\n\n## Roadmap\n\n*if you have a ROADMAP add this here*\n\n[issues](#)\n", None, None),
        ("# X\n\n## Roadmap\n", None, None),
        ("# Roadmap for the future of data\n\nEn bok om planering av allt möjligt i staden.\n",
         None, None),
        ("# X\n\n## Roadmap\n\nSee [open issues](https://forge.nu/a/b/issues).\n", None, None),
        ("# X\n\n## The roadmap API\n\n- GET /roadmap\n", None, None),
    ],
)  # fmt: skip
def test_plans(plant: Plant, text: str, line: int | None, lead: str | None) -> None:
    """A section says what is planned, or leads somewhere; a template's words are no plan."""
    found = seen(plant({"README.md": text, "docs/PLAN.md": "# Plan\n\n## Nasta ar\n\n- Sök\n"}))
    assert (line, lead) == (found.roadmap_line, found.roadmap_lead)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# Governance\n\nThe steering group decides on the roadmap.\n", 3),
        ("# Styrning\n\nFörvaltningsgruppen möts varje kvartal och\nbeslutar om planen.\n", 3),
        ("# Styrning\n\n## Produktägare\n\nPrioriterar det som ska göras.\n", 3),
        ("# Governance\n\n- The product owner sets the direction.\n", 3),
        ("# Governance\n\nOS2's koordinationsgruppe beslutter om ændringer.\n", 3),
        ("# Governance\n\nWe are nice to each other. Be transparent and open to all.\n", None),
        ("# Governance\n\nMaintainers are listed below.\n\nDecisions were once made in 2019.\n",
         None),
        ("", None),
    ],
)  # fmt: skip
def test_who_decides(plant: Plant, text: str, line: int | None) -> None:
    """A governance text names a role or body together with what it decides."""
    found = documents.read(plant({"GOVERNANCE.md": text, "SUPPORT.md": "Fråga här."}))
    assert isinstance(found, Found)
    governing = [one for one in found.found if one.kind == "governance"]
    assert ([line] if text else []) == [one.decides_line for one in governing]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# X\n\n## Governance\n\nThe maintainers decide by consensus.\n", 5),
        ("# X\n\n## Pull requests\n\nA maintainer approves your change.\n", None),
    ],
)
def test_sections_on_governance(plant: Plant, text: str, line: int | None) -> None:
    """In a README only what stands under such a heading counts: reviewing is no governance."""
    assert line == seen(plant({"README.md": text})).decides_line


@pytest.mark.parametrize(
    ("address", "lead"),
    [
        ("https://github.com/exempel/kod/blob/main/ROADMAP.md", "here"),
        ("https://github.com/exempel/kod/blob/main/ROADMAP.md#2027", "here"),
        ("https://github.com/exempel/kod/blob/main/ROADMAP.md#2020", "nowhere"),
        ("https://github.com/exempel/kod/blob/main/PLAN.md", "nowhere"),
        ("https://github.com/exempel/kod/tree/main/docs", "here"),
        ("https://github.com/exempel/kod/milestones", "elsewhere"),
        ("https://github.com/exempel/annat/blob/main/ROADMAP.md", "elsewhere"),
        ("https://exempel.se/plan", "elsewhere"),
        ("https://[exempel.se/plan", "elsewhere"),
    ],
)
def test_where_publiccode_says_the_plan_is(plant: Plant, address: str, lead: str) -> None:
    """A link into the repository must lead to something, and its fragment to a heading."""
    text = f"name: X\nurl: https://github.com/exempel/kod\nroadmap: {address}\n"
    files = {"publiccode.yml": text, "ROADMAP.md": "# Plan\n\n## 2027\n\n- Sök\n", "docs/a.md": "x"}
    found = publiccode.read(plant(files))
    assert isinstance(found, Found)
    assert lead == found.found.roadmap_lead


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("docs/development/roadmap.rst", "roadmap"),
        ("docs/topics/technical-roadmap.md", "roadmap"),
        ("docs/Roadmap/01-Select.md", "documentation"),
        ("governance/charter.md", "governance"),
    ],
)
def test_where_plans_and_rules_stand(plant: Plant, path: str, kind: str) -> None:
    """Below docs by the file's own name, whatever the folder is called."""
    found = documents.read(plant({path: "# Rubrik\n\nText.\n"}))
    assert isinstance(found, Found)
    assert [kind] == [one.kind for one in found.found if isinstance(one, DocumentSeen)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("# Bidra\n\nVi välkomnar förslag.\n\nAlla ändringar granskas av två personer.\n",
         (3, 5, None)),
        ("# Contributing\n\n- Report a bug\n- Your pull request is reviewed by us\n", (3, 4, None)),
        ("# Bidra\n\nYou are welcome to report faults.\n", (3, None, None)),
        ("# Contributing\n\nYou must sign our CLA.\n", (None, None, 3)),
        ("# Contributing\n\nWe do not ask for a CLA.\n", (None, None, None)),
        ("# Contributing\n\n## Code review\n\nSee [our code review](x.md).\n", (None, None, None)),
        ("# Contributing\n\nPlease review the manual.\n", (None, None, None)),
    ],
)  # fmt: skip
def test_guides(plant: Plant, text: str, lines: tuple[int | None, ...]) -> None:
    """What is welcome, how it is reviewed, what is to be signed."""
    found = documents.read(plant({"CONTRIBUTING.md": text}))
    assert isinstance(found, Found)
    guide = found.found[0].guide
    assert guide
    assert lines == (guide.welcome_line, guide.review_line, guide.agreement_line)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Contact: mailto:it@exempel.se\nExpires: 2027-01-31T00:00:00Z\n", date(2027, 1, 31)),
        ("Contact: mailto:it@exempel.se\n", date(1970, 1, 1)),
        ("Contact: mailto:it@exempel.se\nExpires: 2027-13-31\n", date(1970, 1, 1)),
    ],
)
def test_until_when_a_security_txt_holds(plant: Plant, text: str, day: date) -> None:
    """The standard asks for a day; without one it holds no longer."""
    found = documents.read(plant({".well-known/security.txt": text}))
    assert isinstance(found, Found)
    assert day == found.found[0].expires


HOSTILE = [
    "# X\n\n## Roadmap\n\n" + "[" * 900 + "\n" + "](" * 400 + "\n",
    "# X\n\n## Roadmap\n\n" + "- [a](b#" + "c" * 900 + ")\n" * 300,
    "## Governance\n\n" + ("responsible for the " + "a " * 400 + "\n") * 200,
    "## Governance\n\n" + "<a " * 300 + "\n",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_read(plant: Plant, text: str) -> None:
    """Nothing here grows faster than the text, so that this ends."""
    assert "README.md" == seen(plant({"README.md": text})).path


@given(st.text(max_size=400), st.booleans())
def test_any_text(text: str, whole: Any) -> None:
    """Nothing raises; a line that is named is a line of the text."""
    texts = ["# Governance", "", "## Roadmap", *text.split("\n")]
    lines = parse(texts, "markdown")
    found = sections.sections(lines)
    line = decisions.decides_line(found, lines, whole=whole)
    planned, _ = roadmap.roadmap(found, lines, None, Entry("README.md", "x", "100644"))
    assert all(n is None or 1 <= n <= len(texts) for n in (line, planned))
