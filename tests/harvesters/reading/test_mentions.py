"""Terms found in documents: where is looked, what stands apart, what is denied."""

import time
from collections.abc import Callable
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import MentionSeen
from harvesters.reading import mentions
from harvesters.reading.contents import Contents
from harvesters.reading.listing import Entry, Listing

Plant: TypeAlias = Callable[..., Contents]
SAML = "Users log in with SAML.\n"


def told(contents: Contents) -> tuple[MentionSeen, ...]:
    """Read mentions; none where there are none."""
    found = mentions.read(contents)
    return found.found if isinstance(found, Found) else ()


def terms(contents: Contents) -> set[str]:
    """Read the names of the terms that are mentioned."""
    return {seen.term for seen in told(contents)}


@pytest.mark.parametrize(
    ("path", "is_read"),
    [
        ("README.md", True),
        ("readme.txt", True),
        ("README", True),
        ("docs/a/b/c/d/login.rst", True),
        ("src/module/README.adoc", True),
        ("doc/drift.txt", True),
        ("backend/.env.example", True),
        (".env-example", True),
        ("config.sample.yml", True),
        ("appsettings.example.json", True),
        ("a/b/c/notes.md", False),
        ("CHANGELOG.md", False),
        ("CONTRIBUTING.md", False),
        ("LICENSE.md", False),
        ("docs/changelog.md", False),
        (".github/pull.md", False),
        ("vendor/other/README.md", False),
        ("tests/README.md", False),
        ("docs/contributing/start.md", False),
        ("browser_tests_new/README.md", False),
        ("src/login.php", False),
        (".env", False),
    ],
)
def test_where_is_looked(plant: Plant, path: str, *, is_read: bool) -> None:
    """Documentation and example configuration are read; changelogs, licences and code are not."""
    assert is_read == ("SAML" in terms(plant({path: SAML})))


@pytest.mark.parametrize(
    "text",
    [
        "# Kod\n\n## Changelog\n\n- Users log in with SAML.\n",
        "# Kod\n\n## Changelog\n\n### 1.0\n\nSAML added.\n",
        "# Kod\n\n## License\n\nSAML\n",
        "# Kod\n\n## Contributing\n\nSAML\n",
        "# Kod\n\n## Roadmap\n\n- SAML\n",
        "# Kod\n\n## Dependencies\n\n- SAML\n",
        "= Kod =\n\n== Changelog ==\n\n* SAML\n",
        "# Kod\n\n```\nSAML\n```\n",
        "# Kod\n\n`helsing/saml-sso` is fine\n",
        "# Kod\n\n[![SAML](https://e.example/b.svg)](https://e.example/saml)\n",
        "# Kod\n\nSee https://e.example/saml/start\n",
        "<!-- SAML -->\n",
    ],
)
def test_what_stands_apart(plant: Plant, text: str) -> None:
    """What stands in history, plans, licence, lists of packages, code or badges says nothing."""
    name = "readme.txt" if text.startswith("=") else "README.md"
    assert "SAML" not in terms(plant({name: text}))


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("Works without SAML.", False),
        ("It does not support SAML.", False),
        ("Kräver inte SAML.", False),
        ("Den använder inget SAML.", False),
        ("SAML is not supported.", False),
        ("SAML stöds inte.", False),
        ("Løsningen virker uten SAML.", False),
        ("Not only SAML but LDAP too.", True),
        ("Inte bara SAML utan LDAP också.", True),
        ("No worries: SAML it is.", True),
        ("Without SAML it runs. With SAML you log in.", True),
        ("SAML is used.", True),
    ],
)
def test_denial(plant: Plant, text: str, *, is_said: bool) -> None:
    """A thing that is denied is not mentioned."""
    assert is_said == ("SAML" in terms(plant({"README.md": text})))


def test_places(plant: Plant) -> None:
    """A term is told once a document, at its first line, in three documents at most."""
    files = {f"docs/{n}.md": f"# Titel\n\n{SAML}{SAML}" for n in range(5)}
    found = [(m.path, m.line) for m in told(plant(files)) if m.term == "SAML"]
    assert [("docs/0.md", 3), ("docs/1.md", 3), ("docs/2.md", 3)] == found


def test_a_wrapped_sentence_is_read_whole(plant: Plant) -> None:
    """A sentence that goes on over lines is found, at the line where the term begins."""
    text = "Den här tjänsten är öppen: det krävs\ningen inloggning för att använda den.\n"
    found = [(m.term, m.line) for m in told(plant({"README.md": text})) if m.subject == "no-login"]
    assert [("no-login", 1)] == found


def test_publiccode(plant: Plant) -> None:
    """Of publiccode.yml what it depends on and supports is read, and what is set to no is not."""
    text = (
        "name: SCIM\ndependsOn:\n  open:\n    - name: PostgreSQL\n      versionMin: '14'\n"
        "    - name: Keycloak\nsupports:\n  - eidas\ncategories:\n  - oidc\nit:\n  piattaforme:\n"
        "    spid: true\n    cie: no\nlegal:\n  license: LDAP\n"
    )
    found = {(m.term, m.line) for m in told(plant({"publiccode.yml": text}))}
    assert {("PostgreSQL", 4), ("Keycloak", 6), ("eIDAS", 8), ("SPID", 13)} == found


def test_example_configuration(plant: Plant) -> None:
    """Names of settings are words; addresses in comments are none."""
    text = "# see https://github.com/auth0/x\nSAML_ENTITY_ID=\nDB=postgres://u:p@h/d\nSMTP_HOST=\n"
    found = {(m.subject, m.term) for m in told(plant({".env.example": text}))}
    expected = {
        ("protocol", "SAML"),
        ("database", "PostgreSQL"),
        ("integration", "SMTP"),
    }
    assert expected == found


def test_nothing_and_unreadable(plant: Plant) -> None:
    """Nothing said is absent, a document that could not be had is unseen."""
    assert isinstance(mentions.read(plant({"README.md": "# Kod\n"})), Absent)
    assert Unseen(unseen="unreadable") == mentions.read(plant({"README.md": None}))


def test_every_trigger_is_a_word() -> None:
    """Triggers are lower-case words without spaces, and every vocabulary has terms."""
    every = [term for terms in mentions.VOCABULARIES for term in terms]
    wrong = [t.name for t in every if not t.triggers or any(w != w.lower() for w in t.triggers)]
    assert [] == wrong


PATHS = ("README.md", "docs/a.rst", "publiccode.yml", ".env.example", "readme.txt", "a.adoc")


def read_all(data: bytes) -> object:
    """Read a tree in which every document has the same bytes."""
    return mentions.read(Contents(Listing(Entry(p, "x", "100644") for p in PATHS), {"x": data}))


PIECES = (
    "saml oauth users log in no not ingen inloggning php 8 from api ( ) [ ]( `` `a-b` | # ## -"
    " http:// wiki .pdf docs documentation : _ = dependsOn: name: spid: true gdpr"
)
WORDS = st.sampled_from([*PIECES.split(), "\n", "\n\n", " "])


@given(st.lists(WORDS, max_size=120).map(" ".join) | st.text(max_size=300))
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_read(text: str) -> None:
    """No text raises, and every place told is a line of it."""
    found = read_all(text.encode("utf-8", "replace"))
    most = text.count("\n") + text.count("\r") + 1
    lines = [seen.line for seen in found.found] if isinstance(found, Found) else []
    assert all(1 <= line <= most for line in lines)


@pytest.mark.parametrize(
    "piece",
    ["users log in ", "from a api ", "no login ", "api key ", "[a](b ", "oauth user ", "data ",
     "gallras data raderas ", "requires php ", "`a-", "docs: ", "integration ", "in 3 days "],
)  # fmt: skip
def test_long_documents_are_read_in_linear_time(piece: str) -> None:
    """A mebibyte of one repeated piece, in long lines and short, is read in a moment."""
    text = (piece * 60 + "\n") * (2**20 // (60 * len(piece)))
    start = time.perf_counter()
    read_all(text.encode())
    assert time.perf_counter() - start < 10
