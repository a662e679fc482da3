"""The search for the words of bodies: what is a hit, what is none, and where it stands."""

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.models.evidence import Found, Unseen
from catalog.models.facts import GeneralitySeen, ManifestSeen
from harvesters.reading import generality
from harvesters.reading.generality import Names, Word
from harvesters.reading.listing import LINK, Entry, Listing

NAMES = Names(
    own=(
        Word("provköping.se", "domain"), Word("provköping", "name"), Word("lund kommun", "name"),
        Word("borgby", "name"), Word("digitalby", "account"), Word("212000-1157", "number"),
    ),
    others=(Word("annanstad.se", "domain"), Word("annanstads kommun", "name")),
    accounts=frozenset({"provkoping-stad", "digitalby"}),
)  # fmt: skip


def searched(files: dict[str, str | bytes], names: Names = NAMES, **facts: Any) -> GeneralitySeen:
    """Search invented files of a repository called ``kod``."""
    listing = Listing(Entry(path, path, "100644") for path in files)
    oids = generality.oids(listing, names)
    pieces = [(o, d.encode() if isinstance(d, str) else d) for o in oids for d in [files[o]]]
    said = generality.said("https://git.example.org/x/kod", listing, facts)
    found = generality.read(names, listing, pieces, said)
    assert isinstance(found, Found)
    return found.found


def place(line: str, path: str = "src/a.ts", **facts: Any) -> str | None:
    """Return where the only line of a file was found to stand, None where it is no hit."""
    hits = searched({path: f"{line}\n"}, **facts).hits
    return hits[0].place if hits else None


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("const a = 'Provköping'", "provköping"),
        ("const a = 'PROVKÖPINGS kommun'", "provköping"),
        ("const provkopingUser = 1", "provköping"),
        ("MITT_PROVKOPING_ID = 1", "provköping"),
        ("mittprovkoping = 1", "provköping"),
        ('a = "Provk\\u00f6ping"', "provköping"),
        ("get('https://api.provköping.se/x')", "provköping.se"),
        ("x = '2120001157'", "212000-1157"),
        ("x = '212000-1157'", "212000-1157"),
        ("f(lundKommun)", "lund kommun"),
        ("f('Lunds-kommun')", None),
        ("const borgbyApi = 1", "borgby"),
        ("const iBorgby = 1", "borgby"),
        ("f('borgbyar')", None),
        ("f('Annanstad')", None),
        ("f('annanstads-kommun')", "annanstads kommun"),
        ("f('https://annanstad.se')", "annanstad.se"),
        ("f('mannanstad.se')", None),
        ("f('annanstad.semester')", None),
        ("const owner = 'digitalby'", "digitalby"),
    ],
)
def test_words_are_found_however_they_are_written(line: str, word: str | None) -> None:
    """With and without their own letters, joined, in other case; never inside another word."""
    assert ([word] if word else []) == [hit.word for hit in searched({"a.ts": line}).hits]


@pytest.mark.parametrize(
    "line",
    [
        "namespace ProvkopingStad\\Kod;",
        "use ProvkopingStad\\Kod\\Del;",
        "new \\ProvkopingStad\\Kod\\Del();",
        "import se.provkoping.kod.Del;",
        "x = Class.forName('se.provkoping.kod.Del')",
        "import { a } from '@provkoping-stad/ui'",
        '@import "~@provkoping-stad/karta/main.css"',
        "$ref = 'provkoping-stad/kod';",
        "see('https://github.com/provkoping-stad/kod')",
        "git@github.com:provkoping-stad/kod.git",
        " * @author Provköpings stad",
        " * Author URI: https://provköping.se",
        "// Copyright 2024 Provköpings stad",
        "# SPDX-FileCopyrightText: Provköpings stad",
        " * Text Domain: provkoping-kod",
        "ProvkopingPrime.Helper.find()",
    ],
)
def test_packages_addresses_and_authors_are_no_hits(line: str) -> None:
    """What tells whose a program is does not tie it to anybody."""
    assert () == searched({"a.php": f"{line}\n"}).hits


def test_a_time_zone_is_no_hit() -> None:
    """Half of Sweden's programs say Europe/Stockholm."""
    names = Names(own=(Word("stockholm", "name"),))
    assert () == searched({"a.py": "ZONE = 'Europe/Stockholm'\n"}, names).hits


def test_the_softwares_own_name_is_no_hit() -> None:
    """Neither that of the repository, its packages, plugins and modules; but hosts are."""
    manifest = ManifestSeen(path="package.json", ecosystem="npm", name="@x/mitt-provkoping-app")
    files = {
        "a.js": "f('Mitt Provköping')\n",
        "plugins/provkoping-kiosk/a.php": "provkoping_kiosk();",
    }
    known: Any = {"manifests": Found(found=(manifest,))}
    assert () == searched(dict(files), **known).hits
    assert "logic" == place("f('https://mitt-provkoping.example.org')", **known)


@pytest.mark.parametrize(
    ("path", "line", "expected"),
    [
        ("src/a.ts", "const city = 'Provköping'", "logic"),
        ("src/a.ts", "if (city === 'Provköping') {", "logic"),
        ("src/a.php", "define('HOST', 'intra.provköping.se');", "logic"),
        ("src/a.java", "static final String PROVKOPINGS_MUNICIPALITY_NUMBER = 1;", "logic"),
        ("src/a.ts", "// only in Provköping", "comment"),
        ("src/a.ts", "f() // only in Provköping", "comment"),
        ("src/a.py", "x = 1  # Provköping", "comment"),
        ("src/a.ts", "title: 'Provköpings stad'", "label"),
        ("src/a.ts", "f('Välkommen till Provköpings nya app')", "label"),
        ("src/a.tsx", "  <h1>Föreningar i Provköping</h1>", "label"),
        ("src/a.html", "  Välkommen till Provköping", "label"),
        ("src/a.html", '<a href="https://provköping.se">', "logic"),
        ("src/a.ts", "import logo from './provkoping-logo.svg'", "branding"),
        ("src/a.scss", ".provkoping { color: red }", "branding"),
        ("src/branding/a.ts", "const a = 'Provköping'", "branding"),
        ("app.yaml", "host: provköping.se", "configuration"),
        (".env.example", "HOST=https://provköping.se", "configuration"),
        ("config/mail.php", "'from' => 'info@provköping.se',", "configuration"),
        ("backend/settings.py", "FROM = 'info@provköping.se'", "configuration"),
    ],
)
def test_places_are_told_apart(path: str, line: str, expected: str) -> None:
    """Logic is what is left when it is no comment, label, look or setting."""
    assert expected == place(line, path)


@pytest.mark.parametrize(
    "text",
    ["/**\n * x\n Provköping\n */\n", "/* x\nProvköping\n*/", "<!--\nProvköping\n-->"],
)
def test_long_comments_are_comments(text: str) -> None:
    """A line between the marks has none of its own."""
    assert ["comment"] == [hit.place for hit in searched({"a.php": text}).hits]


def test_a_long_string_is_no_comment() -> None:
    """Python writes documentation and data with the same quotes."""
    text = 'def f():\n    """Provköping."""\n    g("""\n    VALUES (\'provköping.se\')\n    """)\n'
    assert ["logic", "comment"] == [hit.place for hit in searched({"a.py": text}).hits]


@pytest.mark.parametrize(
    "path",
    [
        "README.md", "docs/a.js", "tests/a.py", "src/a.test.ts", "src/__tests__/a.js",
        "src/AppTest.java", "fixtures/a.json", "src/mocks/a.ts", "db/seeds.rb", "locales/sv.json",
        "messages/sv.json", "src/i18n/sv.ts", "LICENSE", "package-lock.json", "composer.lock",
        "vendor/a/a.php", "node_modules/a/a.js", "dist/a.js", "a.min.js", ".github/workflows/a.yml",
        ".gitlab-ci.yml", "logo.svg", "package.json", "pom.xml", "publiccode.yml",
    ],
)  # fmt: skip
def test_some_files_are_not_searched(path: str) -> None:
    """Documents, tests, data for them, translations, licences, locks, machines' work, CI."""
    assert 0 == searched({path: "x = 'Provköping'\n"}).files


@pytest.mark.parametrize(
    "data",
    [
        b"\0\1\2provkoping", b"/* eslint */ x='provkoping';" * 900,
        b"// Code generated by protoc. DO NOT EDIT.\nx = 'provkoping'\n",
    ],
)  # fmt: skip
def test_what_no_person_wrote_has_no_hits(data: bytes) -> None:
    """Binary, minified and generated files."""
    assert () == searched({"a.js": data}).hits


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
def test_encodings_of_people(encoding: str) -> None:
    """A word is found in whatever way its letters are stored."""
    assert 1 == searched({"a.js": "f('Provköping')\n".encode(encoding)}).logic


def test_what_was_not_there_is_counted() -> None:
    """An object that was not given is a file that was not searched; links are none."""
    listing = Listing([Entry("a.js", "1", "100644"), Entry("b.js", "2", "100644"),
                       Entry("c.js", "3", LINK)])  # fmt: skip
    found = generality.read(NAMES, listing, [("1", b"x")], ())
    assert isinstance(found, Found)
    assert (1, 1) == (found.found.files, found.found.skipped)


def test_a_line_counts_once_and_logic_comes_first() -> None:
    """All hits are counted, twenty kept; nothing of a line but where it stands."""
    lines = ["// Provköping"] * 30 + ["f('provköping', 'provköping.se', secret='hemligt')"] * 3
    seen = searched({"a.js": "\n".join(lines)})
    assert (3, 30, 20) == (seen.logic, seen.surface, len(seen.hits))
    assert ["logic"] * 3 == [hit.place for hit in seen.hits[:3]]
    assert "hemligt" not in seen.model_dump_json()


def test_without_words_nothing_is_searched() -> None:
    """A source whose body nobody has described."""
    listing = Listing([Entry("a.js", "1", "100644")])
    assert [] == generality.oids(listing, Names())
    assert Unseen(unseen="not-read") == generality.read(Names(), listing, [], ())


def test_many_bodies_are_searched_for_as_well() -> None:
    """With the words of hundreds, a file is asked for its own words instead."""
    others = [Word(f"stad{n}.se", "domain") for n in range(300)]
    others += [Word(f"orten{n} kommun", "name") for n in range(300)]
    names = NAMES._replace(others=tuple(others))
    text = "f('https://www.stad7.se')\nf('Orten9 kommun')\nf('orten9kommun')\nf('provköping')\n"
    assert 4 == searched({"a.js": text}, names).logic


WORDS = st.sampled_from(
    'provköping Provköping provkoping.se // /* */ <!-- --> """ \' " ` < > { } ( ) = ; \\ \\n : '  # noqa: SIM905
    "# @ / . :// github.com se. namespace use import 212000-1157 digitalby/ annanstad.se å".split()
)


@given(st.lists(st.one_of(WORDS, st.sampled_from([" ", "\n", "\r"])), max_size=80))
@settings(deadline=None, max_examples=150)
def test_any_mixture_is_searched(pieces: list[str]) -> None:
    """No mixture of marks and words raises; every hit is a line of the file."""
    text = "".join(pieces)
    for path in ("a.php", "a.py", "a.html", "a.css", "a.yml"):
        seen = searched({path: text})
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert all(0 < hit.line <= len(lines) for hit in seen.hits)


@given(st.binary(max_size=300))
@settings(deadline=None, max_examples=100)
def test_any_bytes_are_searched(data: bytes) -> None:
    """No bytes raise."""
    assert searched({"a.php": data + b"provkoping" + data}).files <= 1


@given(st.text(max_size=60), st.text(max_size=60))
@settings(deadline=None, max_examples=100)
def test_any_names_and_paths_are_taken(name: str, path: str) -> None:
    """No name of a body and no path raises."""
    names = Names(own=(Word(name.lower() or "x", "name"),))
    searched({path or "a": name, "a.js": name}, names)


@pytest.mark.parametrize(
    "piece",
    [
        "provkoping ", "provkoping\n", "provkoping", "x.provkoping/", "a\\provkoping",
        "/* provkoping\n", "'provkoping\" ", ">provkoping<", "@provkoping-stad/\n",
        "provkoping-kiosk ", "\\", "a.b.", "f('annanstads kommun')\n",
    ],
)  # fmt: skip
def test_a_mebibyte_is_searched_in_seconds(piece: str) -> None:
    """However a file is filled, the time stays in proportion to it."""
    names = {f"plugins/provkoping-kiosk-{n}/a.txt": b"" for n in range(200)}
    data = (piece * (2**20 // len(piece))).encode()
    start = time.perf_counter()
    searched({"a.php": data, **names})
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("digitalby.info.yml", "name: Digitalby\ntype: profile\n"),
        ("b.py", "from digitalby.plugins import toolkit\n"),
        ("B.java", "// This file is part of Digitalby.\n"),
    ],
)
def test_software_that_bears_an_accounts_name(path: str, said: str) -> None:
    """What is said to be called so, to be part of it, or is imported, is no body."""
    files: dict[str, str | bytes] = {"a.py": "x = 'digitalby'\ny = 'https://digitalby.se'\n"}
    names = NAMES._replace(own=(Word("digitalby.se", "domain"), Word("digitalby", "account")))
    assert [1, 2] == [hit.line for hit in searched(dict(files), names).hits]
    assert () == searched({**files, path: said}, names).hits


def test_a_body_is_no_software() -> None:
    """A theme that is called as its municipality still names the municipality."""
    files: dict[str, str | bytes] = {"a.php": "x('Provköping')", "a.info.yml": "name: Provköping"}
    assert "a.php" in [hit.path for hit in searched(files).hits]
