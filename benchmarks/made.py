"""Make a catalogue of many projects: the facts of the shipped one under new names and addresses.

Every project has generated words, Swedish or English, of its own. The first 200 and a tenth of the
rest are described by people, and each third of those has an adoption. The same number gives the
same bytes.
"""

import hashlib
import json
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parents[1]
DESCRIBED = 200
README_LENGTH = 3000  # characters
_COMMIT = re.compile(r"\b[0-9a-f]{40}\b")
_SYLLABLES = """
ås be da e för ga hel in ju kom land mer nå om plan re skol so tid ut vård väg äng ö bo card data ed
form go hub id join key log map net open park query road school tax use
"""
_SWEDISH = """
och att för som med kommunen tjänsten används av invånare handläggare ärende e-tjänst bygglov län
förskola skola bibliotek karta miljö drift inloggning öppen källkod förvaltas tillsammans även gör
installera kör databas inställning åtkomst över två
"""
_ENGLISH = """
and the for with service citizens case permit school library map environment operation login open
source maintained together install run database setting access within small two county municipality
used by staff report issue release build test
"""
_WORDS = {"sv": tuple(_SWEDISH.split()), "en": tuple(_ENGLISH.split())}


def make(folder: Path, count: int) -> None:
    """Write a catalogue of so many projects to a folder that is not there yet."""
    shutil.copytree(HERE / "site" / "pages", folder / "site" / "pages")
    shutil.copy(HERE / "mkdocs.yml", folder)
    snapshot = folder / "data" / "snapshot"
    samples = [path.read_text(encoding="utf-8") for path in sorted(_shipped())]
    numbers = range(count)
    bodies = [f"kommun-{n}" for n in range(max(2, count // 100))]
    for number in numbers:
        path = snapshot / f"{address(number, bodies).removeprefix('https://')}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(facts(samples[number % len(samples)], number, bodies), encoding="utf-8")
        path.with_suffix(".README.md").write_text(readme(number), encoding="utf-8")
    run = {
        "sources": {
            f"{b}-github": {"tried": "2026-08-21", "succeeded": "2026-08-21", "repositories": 1}
            for b in bodies
        }
    }
    (snapshot / "run.json").write_text(json.dumps(run) + "\n")
    (folder / "data" / "projects.yaml").write_text("".join(curated(numbers, bodies)), "utf-8")


def _shipped() -> Iterator[Path]:
    """Find the facts of the shipped catalogue."""
    return (HERE / "data" / "snapshot").glob("*/*/*.json")


def address(number: int, bodies: list[str]) -> str:
    """Return the address of a repository."""
    return f"https://github.com/{bodies[number % len(bodies)]}/{slug(number)}"


def slug(number: int) -> str:
    """Return an id in ASCII, unlike all others."""
    plain = name(number).lower().translate(str.maketrans("åäö", "aao"))
    return f"{plain.replace(' ', '-')}-{number}"


def name(number: int) -> str:
    """Return a made-up name of two words."""
    chance = random.Random(number)  # noqa: S311 - the same names each time
    words = ["".join(chance.choices(_SYLLABLES.split(), k=2)) for _ in range(2)]
    return " ".join(words).capitalize()


def language(number: int) -> str:
    """Return the language that a project's words are in."""
    return "en" if number % 3 == 0 else "sv"


def prose(number: int, length: int, *, turn: int = 0) -> str:
    """Return sentences of about that many characters."""
    chance = random.Random(f"{number} {turn}")  # noqa: S311 - the same words each time
    known = _WORDS[language(number)]
    sentences: list[str] = []
    while sum(map(len, sentences)) < length:
        words = chance.choices(known, k=chance.randint(6, 14))
        sentences.append(" ".join(words).capitalize() + ".")
    return " ".join(sentences)


def readme(number: int) -> str:
    """Return a README of about 3 kB: headings, paragraphs, a list, code, a table, a link."""
    link = f"[{name(number)}](docs/start.md)"
    parts = [f"# {name(number)}", prose(number, 400), f"See {link} and <https://example.org/>."]
    for turn in range(1, 4):
        parts += [f"## {prose(number, 20, turn=turn * 10)[:40]}", prose(number, 450, turn=turn)]
    parts += ["\n".join(f"- {prose(number, 50, turn=turn)}" for turn in range(20, 26))]
    parts += ["```sh\nmake site\n./run --port 8000\n```"]
    parts += ["| Key | Value |\n|---|---|\n| port | 8000 |\n| host | localhost |"]
    text = "\n\n".join(parts)
    return f"{text}\n\n{prose(number, max(1, README_LENGTH - len(text)), turn=99)}\n"


def facts(sample: str, number: int, bodies: list[str]) -> str:
    """Move the facts of a repository to an address of their own; its history is its own too."""
    moved = _COMMIT.sub(lambda found: _commit(found[0], number), sample)
    told: dict[str, Any] = json.loads(moved)
    told |= {"url": address(number, bodies), "source": f"{bodies[number % len(bodies)]}-github"}
    told.pop("formerly", None)
    about = {
        "archived": False,
        "description": prose(number, 80, turn=7),
        "topics": ["kommun", slug(number)[:4]],
    }
    told["forge"] = {"id": f"made/{number}", "about": {"found": about}} | {
        group: {"unseen": "not-asked"} for group in ("releases", "replies", "outside")
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _commit(commit: str, number: int) -> str:
    return hashlib.sha1(f"{commit} {number}".encode(), usedforsecurity=False).hexdigest()


def curated(numbers: range, bodies: list[str]) -> Iterator[str]:
    """Give what people have written."""
    yield "bodies:\n"
    for body in bodies:
        yield f"  - {{id: {body}, type: municipality, name: {body.capitalize()}}}\n"
    yield "sources:\n"
    for body in bodies:
        yield f"  - {{id: {body}-github, body: {body}, forge: github, org: {body}, readme: full}}\n"
    described = [n for n in numbers if n < DESCRIBED or n % 10 == 0]
    yield "projects:\n"
    for number in described:
        yield from entry(number, bodies)
    yield "adoptions:\n"
    for number in described[::3]:
        body = bodies[(number + 1) % len(bodies)]
        yield f"  - {{id: a-{number}, project: {slug(number)}, body: {body}, stage: production, "
        yield "basis: attested, asOf: 2026-05-01}\n"


def entry(number: int, bodies: list[str]) -> Iterator[str]:
    """Give one project as people write it."""
    yield f"  - id: {slug(number)}\n    name: {name(number)}\n"
    yield f"    body: {bodies[number % len(bodies)]}\n    description:\n"
    for code in ("sv", "en"):
        short = prose(number, 50, turn=ord(code[0]))[:149]
        yield f"      {code}:\n        shortDescription: {short}\n"
    yield f"    catalog:\n      repos:\n        - repo: {address(number, bodies)}\n"
