"""Links that lead to documentation which is not in the tree."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from catalog.models.evidence import Found
from harvesters.reading import mentions
from harvesters.reading.contents import Contents

Plant: TypeAlias = Callable[..., Contents]


def elsewhere(contents: Contents) -> list[tuple[str, int]]:
    """Read what leads elsewhere, and the lines."""
    found = mentions.read(contents)
    every = found.found if isinstance(found, Found) else ()
    return [(seen.term, seen.line) for seen in every if seen.subject == "elsewhere"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("See the [documentation](https://docs.kommun.example/)", "documentation"),
        ("Documentation: https://kommun.example/docs", "documentation"),
        ("Dokumentationen finns på https://kommun.example/handbok", "documentation"),
        ("Follow our [documentation](https://github.com/kommun/dev-guide)", "documentation"),
        ("> More information: [kommun.example](https://kommun.example/x)", "documentation"),
        ("[User guide](https://kommun.example/x)", "documentation"),
        ("## Documentation\n\nhttps://kommun.example/x", "documentation"),
        ("<a href='https://kommun.example/x'>Documentation</a>", "documentation"),
        ("Läs mer i [wikin](https://github.com/kommun/kod/wiki)", "wiki"),
        ("[Wiki](../../wiki)", "wiki"),
        ("https://confluence.kommun.example/spaces/OA/pages/1/Flaggor", "wiki"),
        ("[Om X](https://kommun.atlassian.net/wiki/spaces/X/overview)", "wiki"),
        ("[Mer information om X](https://kommun.example/x)", "documentation"),
        ("# Torget\n\nFragor. See [x](https://kommun.example/produkt/torget)", "documentation"),
        ("[Installationsguide](https://kommun.example/guide.pdf)", "document"),
        ("[Beskrivning](kravspecifikation.docx)", "document"),
        ("Visit the new repository: [a/b](https://github.com/a/b)", "repository"),
        ("Use our build repository. [Here](https://github.com/a/b)", "repository"),
    ],
)
def test_leads_elsewhere(plant: Plant, text: str, kind: str) -> None:
    """A documentation site, a wiki, another repository or a document that is no text."""
    assert [kind] == [term for term, _ in elsewhere(plant({"README.md": text}))]


@pytest.mark.parametrize(
    "text",
    [
        "See the [Create React App documentation](https://facebook.github.io/create-react-app/x)",
        "Read the [documentation](https://docs.docker.com/compose/)",
        "## Documentation\n\n- [Another tool](https://github.com/other/tool)",
        "See [documentation](docs/start.md)",
        "See [documentation](https://github.com/kommun/kod/blob/main/docs/start.md)",
        "See [documentation](https://github.com/kommun/kod/tree/main/docs)",
        "[Report a bug](https://github.com/kommun/kod/issues)",
        "[Tags on this repository](https://github.com/kommun/kod/tags)",
        "[Licence](licence.pdf)",
        "https://en.wikipedia.org/wiki/LDAP",
        "The [docs](#docs) below",
        "Visit https://kommun.example",
        "# Torget\n\nSee [its logo](https://kommun.example/produkt/annat)",
        "Ärenden: https://kommun.atlassian.net/browse/X-1",
        "Open an issue on the [GitHub repository](https://github.com/kommun/kod)",
        "[tags on this repository](https://github.com/kommun/kod/tags)",
        "# Min kod\n\nSee [the repository](https://github.com/kommun/min-kod)",
    ],
)
def test_leads_nowhere_else(plant: Plant, text: str) -> None:
    """The documentation of what it is built with is another's, and what is in the tree is here."""
    assert [] == elsewhere(plant({"README.md": text, "docs/start.md": "# Start\n"}))


def test_pages_built_from_the_tree_are_here(plant: Plant) -> None:
    """A site on the forge's pages shows the folder docs, where there is one of some size."""
    text = "[Documentation](https://kommun.github.io/kod/)"
    docs = {f"docs/{number}.md": "# Text\n" for number in range(3)}
    assert [("documentation", 1)] == elsewhere(plant({"README.md": text}))
    assert [] == elsewhere(plant({"README.md": text, **docs}))


def test_publiccode_leads(plant: Plant) -> None:
    """publiccode.yml names its documentation, which may lie in the tree."""
    text = "description:\n  sv:\n    documentation: {}\n"
    away = text.format("https://kommun.example/docs")
    here = text.format("https://github.com/kommun/kod/blob/main/docs/start.md")
    assert [("documentation", 3)] == elsewhere(plant({"publiccode.yml": away}))
    assert [] == elsewhere(plant({"publiccode.yml": here, "docs/start.md": "x"}))


@pytest.mark.parametrize(
    "text",
    [
        "See [policy](https://github.com/exempel/docs#review).",
        "As in the [Exempel team manual](https://handbok.exempel.se/a).",
        "# Exempelkatalog\n\nSee [this](https://docs.exempel.example.org/a).",
    ],
)
def test_documentation_of_the_owner(plant: Plant, text: str) -> None:
    """A repository of documents, a team's manual, and a host that is called as the project is."""
    found = mentions.read(plant({"README.md": text}))
    assert isinstance(found, Found)
    assert [("elsewhere", "documentation")] == [
        (m.subject, m.term) for m in found.found if m.subject == "elsewhere"
    ]


URL = "https://github.com/kommun/kod"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Use the [contacts](https://github.com/kommun/kod/wiki/Contacts).", ["wiki"]),
        ("Use the [contacts](https://github.com/other/tool/wiki/Contacts).", []),
        ("See [start](https://github.com/kommun/annan/blob/main/README.md).", ["repository"]),
        ("See [start](https://github.com/kommun/kod/blob/main/README.md).", []),
        ("See [start](https://github.com/fork/kod/blob/main/README.md).", []),
        ("[Mer information om Kod](https://kommun.example/x)", ["documentation"]),
        ("[Drift](https://kommun.atlassian.net/wiki/spaces/K/pages/1)", ["wiki"]),
        ("Try [it](https://api.kommun.example/v1/swagger-ui/index.html)", ["documentation"]),
        ("Try [it](http://localhost:3000/v1/swagger-ui/index.html)", []),
        ("# Demokod\n\nSee [it](https://os.example/demokod)\nfor more information.",
         ["documentation"]),
        ("# Demokod\n\nSee [it](https://os.example/annat) for more information.", []),
    ],
)  # fmt: skip
def test_leads_elsewhere_from_a_known_address(plant: Plant, text: str, kinds: list[str]) -> None:
    """Where the repository's own address is known, its wiki and other repositories are as well."""
    assert kinds == [term for term, _ in elsewhere(plant({"README.md": text}, url=URL))]


def test_a_guide_to_start_with_leads_as_well(plant: Plant) -> None:
    """What is beside the README to start with leads on as it does."""
    text = "See the [documentation](https://docs.kommun.example/)"
    assert [("documentation", 1)] == elsewhere(plant({"GETTINGSTARTED.md": text}))
