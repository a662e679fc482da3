"""READMEs."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

import pytest

from catalog.models.evidence import Absent, Found
from catalog.models.facts import ReadmeSeen
from harvesters.reading import readme
from harvesters.reading.contents import Contents

Plant: TypeAlias = Callable[..., Contents]

FULL = (
    """\
# Exempelportalen

[![Build](https://example.org/badge.svg)](https://example.org)

<!-- a comment
that nobody sees -->
Exempelportalen är en samlad ingång till skolans tjänster
för elever och lärare.

## Funktioner
- Visar scheman

## Kom igång
```sh
npm run lint
npm install
docker compose up
```

## Konfiguration
Ställ in PORT.

### Uppgradering
Kör migreringen.

## Arkitektur
- **Webb**: visar sidor för användaren
- **API**: svarar på frågor utifrån
- **Kö**: håller ordning på jobben

## API
Se https://api.example.org/openapi

## Bidra
"""
    + "Vi tar gärna emot rättningar. " * 12
    + """

## Licens
Koden är licensierad under EUPL v1.2.

Stöds till och med 2027-12-31. Prova vår demo: https://demo.example.org
"""
)


NESTED_PARTS = """# Foo

## Parts
* `web/`
    Shows the pages to all
* `api/`
    Answers all questions asked
* [queue](queue/)
    - Keeps the right order
"""


def only(contents: Contents) -> ReadmeSeen:
    """Read the one README there is."""
    found = readme.read(contents)
    assert isinstance(found, Found)
    return found.found[0]


def test_everything_a_good_readme_shows(plant: Plant) -> None:
    """Each promise is found at its line."""
    seen = only(plant({"README.md": FULL}))
    expected: dict[str, Any] = {
        "language": "sv", "intro_line": 7, "audience_word": "elever", "features_line": 10,
        "install_line": 13, "install_word": "kom igång", "commands_line": 16,
        "one_command_line": 17, "administration_line": 20, "architecture_line": 26,
        "interface_line": 31, "contributing_line": 34, "licence": "EUPL-1.2", "licence_line": 38,
        "support_until": date(2027, 12, 31), "demo_line": 40, "status": None,
        "contact_only_line": None,
    }  # fmt: skip
    assert expected == {key: getattr(seen, key) for key in expected}


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("# Återbruk\n".encode("latin-1"), "iso-8859-1"),
        ("\ufeff# Återbruk\n".encode(), "utf-8-sig"),
        ("# Återbruk\n".encode("utf-16"), "utf-16"),
        (b"", "ascii"),
    ],
)
def test_encodings(plant: Plant, data: bytes, encoding: str) -> None:
    """Any encoding is read, and its size is that of the bytes."""
    seen = only(plant({"README.md": data}))
    assert (len(data), encoding) == (seen.bytes, seen.encoding)


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["readme.md"], "readme.md"),
        (["Readme.MD"], "Readme.MD"),
        (["readme.html"], "readme.html"),
        (["README"], "README"),
        (["README.rst", "README.md"], "README.md"),
        (["docs/README.md", ".github/README.md", "README.txt"], "README.txt"),
        (["docs/README.md", ".github/README.md"], ".github/README.md"),
        (["README.sv.md", "README.md"], "README.md"),
    ],
)
def test_which_readme_comes_first(plant: Plant, paths: list[str], expected: str) -> None:
    """The README that a forge would show comes first."""
    assert expected == only(plant(dict.fromkeys(paths, "# Titel"))).path


def test_no_readme(plant: Plant) -> None:
    """A README of a part is not the project's."""
    assert Absent(absent=readme.LOOKED_FOR) == readme.read(plant({"src/part/README.md": "x"}))


def test_readme_that_is_a_link(plant: Plant) -> None:
    """A README that is a link has the size and text of its target."""
    seen = only(plant({"docs/start.md": "# Titel\n"}, {"README.md": "docs/start.md"}))
    assert ("README.md", 8) == (seen.path, seen.bytes)


@pytest.mark.parametrize(
    "text",
    [
        "# Foo\n\nFoo\n",
        "# Foo\n\nhttps://example.org/foo/a/long/address/that/is/no/sentence\n",
        "# Foo\n\n![a badge with many words in it](https://example.org/a.svg)\n",
        "# Foo\n\n[Report a bug now](https://example.org) [Request a feature](https://example.org)\n",
        "# Foo\n\n## Installation\n\nRun this command in your own terminal window.\n",
        "# Foo\n\n<!-- Replace this text with a sentence about it -->\n",
    ],
)
def test_no_introduction(plant: Plant, text: str) -> None:
    """A bare name, an address, a badge or an instruction says not what it is."""
    assert None is only(plant({"README.md": text})).intro_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# Build tool\n\nA tool that draws maps of cycle paths.\n", 3),
        ("# Foo\n\nContains:\n- a service that sends letters\n- a queue of jobs\n", 3),
        ("# Foo\n\n## API\n\nThe specification lies in the folder public.\n", None),
        ("# Foo\n\nRequirements:\n- a web server of some kind\n", None),
        ("# Getting started\n\nEdit the settings to fit your needs.\n", None),
        ("# Foo\n\nThis project was bootstrapped with Exempel App.\n", None),
    ],
)
def test_where_the_introduction_is(plant: Plant, text: str, line: int | None) -> None:
    """A title promises nothing, a list may say what there is, and a section on an API does not."""
    assert line == only(plant({"README.md": text})).intro_line


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Sett opp appen lokalt", "install_line"),
        ("With Docker", "install_line"),
        ("Install and run", "install_line"),
        ("How to Utilize", "usage_line"),
        ("Development", "install_line"),
        ("OpenAPI schema", "interface_line"),
        ("Actions and filters", "interface_line"),
        ("User manual", "usage_line"),
    ],
)
def test_what_a_heading_promises(plant: Plant, heading: str, field: str) -> None:
    """Headings are known in the words that people use."""
    assert 3 == getattr(only(plant({"README.md": f"# Foo\n\n## {heading}\nBar baz.\n"})), field)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Build tool: Vite", "install_line"),
        ("About Exempel deploy", "install_line"),
        ("Include this to be able to run examples", "install_line"),
        ("Libraries of the development phase", "install_line"),
        ("Platform actions", "interface_line"),
        ("Git hooks", "interface_line"),
        ("Manual setup", "usage_line"),
        ("Using Docker", "usage_line"),
    ],
)
def test_what_a_heading_does_not_promise(plant: Plant, heading: str, field: str) -> None:
    """A word in passing is no promise."""
    seen = only(plant({"README.md": f"# Foo\n\n## {heading}\nBar baz.\n"}))
    assert None is getattr(seen, field)


def test_a_drawn_tree_names_parts(plant: Plant) -> None:
    """Three folders with a remark on what each does are an overview."""
    tree = (
        "├── web/  # shows the pages\n├── api/  # answers questions\n└── queue/ # keeps the order\n"
    )
    text = f"# Foo\n\n## Repository structure\n```\n{tree}```\n"
    assert 3 == only(plant({"README.md": text})).architecture_line


@pytest.mark.parametrize(
    ("text", "field", "line"),
    [
        (NESTED_PARTS, "architecture_line", 3),
        ("# Foo\n\n## Services\n- [web](/web)\n- [api](./api)\n- [queue](queue/README.md)\n",
         "architecture_line", 3),
        ("# Foo\n\n## Services\n- [web](/web)\n- [api](./api)\n- [lost](lost)\n",
         "architecture_line", None),
        (f"# Foo\n\n## Plugins\n### One\n{'ord ' * 15}\n### Two\n{'ord ' * 15}\n",
         "pieces_line", 3),
        ("# Foo\n\n## Plugins\n### One\nKort.\n### Two\nKort.\n", "pieces_line", None),
        ("# Foo\n\nEn server som tillhandahåller ett REST-api.\n", "provided_line", 3),
        ("# Foo\n\nThe page calls a REST API.\n", "provided_line", None),
        ("# Foo\n\n```\nfoo a\nfoo b --c\nfoo d\n```\n", "calls_line", 4),
        ("# Foo\n\n```\nfoo a\nfoo a\ngit foo\nnpm foo\n```\n", "calls_line", None),
        ("# Foo\n\nInstall it with `pip install foo` or ask.\n", "package_line", 3),
        ("# Foo\n\nIt needs `pip install bar`.\n", "package_line", None),
        ("# Foo\n\n```composer create-project a/foo```\n", "package_line", None),
        ("# Foo\n\n```composer create-project a/foo```\n", "commands_line", 3),
    ],
)  # fmt: skip
def test_what_stands_in_the_text(plant: Plant, text: str, field: str, line: int | None) -> None:
    """Parts, commands and interfaces are found where they are told, and nowhere else."""
    parts = dict.fromkeys(("web/README.md", "api/README.md", "queue/README.md"), "# Del\n")
    assert line == getattr(only(plant({"README.md": text, **parts})), field)


@pytest.mark.parametrize("address", ["http://127.0.0.1:8000/admin", "http://localhost:3000"])
def test_a_demo_on_ones_own_machine_is_none(plant: Plant, address: str) -> None:
    """A demo is somewhere that outsiders can reach."""
    assert None is only(plant({"README.md": f"# Foo\n\nMake a demo: see {address} .\n"})).demo_line


def test_a_page_generators_readme_is_none(plant: Plant) -> None:
    """How to build the pages says nothing of how to build the software."""
    text = "# Website\n\nThis website is built using [Docusaurus](https://example.org).\n"
    assert isinstance(readme.read(plant({"docs/README.md": text})), Absent)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("README.md", "Intro\n\n    npm install\n"),
        ("README.md", "1. Run `npm install` in the folder\n"),
        ("README.md", "~~~\n$ pip install -r requirements.txt\n~~~\n"),
        ("README.rst", "Title\n=====\n\nInstall::\n\n  composer install\n"),
        ("README.adoc", "= Title\n\n----\nmake\n----\n"),
        ("readme.html", "<pre>\nnpm start\n</pre>\n"),
        ("README.md", "# exempel-kit\n```\npip install exempel-kit\n```\n"),
        ("README.md", "```\nnpx expo start\n```\n"),
        ("README.md", "### Steg 2\n\n`bun install`\n"),
        ("README.md", "# Zip step\n```\n- uses: exempel/zip-step@v1\n```\n"),
        ("README.md", "| Kommando | Gör |\n| --- | --- |\n| `yarn dev` | Startar allt |\n"),
    ],
)
def test_commands_in_any_markup(plant: Plant, name: str, text: str) -> None:
    """Fenced, indented, RST, AsciiDoc, HTML and inline code in a numbered step all count."""
    assert None is not only(plant({name: text})).commands_line


@pytest.mark.parametrize(
    "text",
    [
        "```\nnpm run lint\n```\n",
        "```\nnpm test\n```\n",
        "```\nnpm install npm@latest -g\n```\n",
        "# Foo\n```\npip install awscli\n```\n",
        "```\nbrew install node\n```\n",
        "```\nphp artisan make:model Post\n```\n",
        "```\nbundle exec rake\nbundle exec rake permissions\n```\n",
        "```\ndocker run -p 6379:6379 -d redis redis-server\n```\n",
        "Use `npm install` to get started\n",
        "npm install\n",
    ],
)
def test_no_commands(plant: Plant, text: str) -> None:
    """Linters, tests, tools that one needs beforehand, and mentions start nothing."""
    assert None is only(plant({"README.md": text})).commands_line


@pytest.mark.parametrize(
    "text", ["# Foo\n", "```\nfoo bar baz qux quux corge\n```\n", "nav block acf repo div\n"]
)
def test_too_little_to_tell_the_language(plant: Plant, text: str) -> None:
    """Below twenty letters of prose, or without certainty, the language is undetermined."""
    assert None is only(plant({"README.md": text})).language


def test_html_keeps_scripts_out(plant: Plant) -> None:
    """An HTML README is read as a person sees it."""
    script = "<script>\nvar a = 'This is not a sentence';\n</script>"
    html = f"<h1>Foo</h1>\n{script}\n<p>Foo shows schedules to pupils.</p>\n"
    seen = only(plant({"readme.html": html}))
    assert ("html", 5, "pupils") == (seen.markup, seen.intro_line, seen.audience_word)


def test_contact_for_instructions(plant: Plant) -> None:
    """An invitation to ask is no instruction."""
    text = "# Foo\n\n## Installation\nContact us for instructions.\n"
    assert 4 == only(plant({"README.md": text})).contact_only_line


@pytest.mark.parametrize(
    ("field", "text", "line"),
    [
        ("package_line", "# Foo\n```xml\n<artifactId>foo</artifactId>\n```", 3),
        ("package_line", "# Foo\n```\nimplementation 'se.example:foo:1.0'\n```", 3),
        ("package_line", "# Foo\n```\ndocker run -p 80:80 example/foo\n```", 3),
        ("package_line", "# Foo\n```\ndocker run -e KEY=1 example/foo\n```", None),
        ("package_line", "# Foo\n```xml\n<artifactId>junit</artifactId>\n```", None),
        ("commands_line", "# Foo\n1. Import with $> drush sql-cli foo.sql", 2),
        ("secret_line", "# Foo\n```\nTRACKER_TOKEN=<VALUE>\n```", 3),
        ("secret_line", "# Foo\n```\nTRACKER_TOKEN=dev\n```", None),
        ("operation_line", "# Foo\n## Deploy\n```\nmake build\nmake push\n```", 2),
        ("operation_line", "# Foo\n## Deploy\nInstructions for deploys.", None),
        (
            "pieces_line",
            "# Foo\nIt includes:\n- a web app for users\n- an API for others\n- a script to clean",
            2,
        ),
        (
            "pieces_line",
            "# Foo\nIt includes:\n- boxes that are nicer\n- a picker of dates\n- mail sent daily",
            None,
        ),
    ],
)
def test_what_is_given_to_run(plant: Plant, field: str, text: str, line: int | None) -> None:
    """Declarations, images, prompts, secrets and lists of parts are told from what resembles."""
    found = readme.read(plant({"README.md": text}))
    assert isinstance(found, Found)
    assert line == getattr(found.found[0], field)
