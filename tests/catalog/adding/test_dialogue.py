"""Adding an entry: what is asked, what is proposed, what is refused."""

import datetime as dt
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.adding.adoptions import ADOPTION
from catalog.adding.bodies import BODY
from catalog.adding.calls import CALL
from catalog.adding.dialogue import AnswersError, answered, cleaned
from catalog.adding.kinds import Kind
from catalog.adding.projects import PROJECT
from catalog.adding.proposals import body_type, in_half_a_year, place_of
from catalog.adding.questions import Known
from catalog.adding.sources import SOURCE
from catalog.models.curated.data import CuratedData
from catalog.store.curated import read_curated
from catalog.store.editing import added
from tests.facts import facts, write_facts

DAY = dt.date(2026, 8, 31)
DATA = """\
references:
  - {id: summary, title: A summary, kind: summary, date: 2020-10-06}
bodies:
  - {id: exempel, type: municipality, name: Exempels kommun}
  - {id: annan, type: municipality, name: Annan kommun}
sources:
  - id: exempel-git
    body: exempel
    forge: git
    urls:
      - https://github.com/exempel/kod # the first
projects:
  - {id: portal, name: Portal, body: exempel}
"""


class Typist:
    """Answers with these lines, one after the other, and remembers what was said."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = iter(lines)
        self.said: list[str] = []

    def ask(self, text: str, proposal: str) -> str:
        """Give the next line, or the proposal."""
        self.said.append(f"{text} [{proposal}]")
        return next(self.lines) or proposal

    def tell(self, text: str) -> None:
        """Remember it."""
        self.said.append(text)

    object = tell


@pytest.fixture
def known(tmp_path: Path) -> Known:
    """Return a catalogue of two bodies, a source and a project."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "projects.yaml").write_text(DATA)
    return Known(tmp_path, read_curated(tmp_path), DAY)


def new_lines(known: Known, kind: Kind, **given: str | list[str]) -> list[str]:
    """Return the lines that these options add."""
    answers = answered(kind, known, cleaned(given), None)
    diff = added(known.catalogue, kind.edits(known, answers)).diff()
    return [line[1:].strip() for line in diff.splitlines()[2:] if line.startswith("+")]


@pytest.mark.parametrize(
    ("kind", "given", "expected"),
    [
        (
            BODY,
            {"name": "Åmåls kommun", "org_number": "212000-1355", "domain": ["amal.se"]},
            [("- {id: amals, type: municipality, name: Åmåls kommun, "
             'orgNumber: "212000-1355", domains: [amal.se]}')],
        ),
        (
            SOURCE,
            {"address": "gitlab.com/annan/grupp", "body": "annan"},
            ["- id: annan-gitlab", "body: annan", "forge: gitlab", "org: annan/grupp"],
        ),
        (
            SOURCE,
            {"address": "https://codeberg.org/annan", "body": "annan", "token_env": "TOKEN"},
            ["- id: annan-forgejo", "body: annan", "forge: forgejo", "org: annan",
             "baseUrl: https://codeberg.org", "tokenEnv: TOKEN"],
        ),
        (
            SOURCE,
            {"address": "https://github.com/exempel/mer"},
            ["- id: exempel-github", "body: exempel", "forge: github", "urls:",
             "- https://github.com/exempel/mer"],
        ),
        (
            SOURCE,
            {"address": "https://kod.annan.se/grupp", "forge": "gitlab", "body": "annan"},
            ["- id: annan-gitlab", "body: annan", "forge: gitlab", "org: grupp",
             "baseUrl: https://kod.annan.se"],
        ),
        (
            PROJECT,
            {"name": "Ny: tjänst", "body": "annan", "short_sv": "Gör allt"},
            [('- {id: ny-tjanst, name: "Ny: tjänst", body: annan, '
             "description: {sv: {shortDescription: Gör allt}}}")],
        ),
        (
            ADOPTION,
            {"project": "portal", "body": "annan", "stage": "pilot", "basis": "attested"},
            ["adoptions:", "- id: portal-annan", "project: portal", "body: annan",
             "role: adopter", "stage: pilot", "asOf: 2026-08-31", "basis: attested"],
        ),
        (
            ADOPTION,
            {"project": "portal", "count": "3", "stage": "testing", "basis": "reported",
             "since": "2019", "ref": "summary"},
            ["adoptions:", "- id: portal-testing-2026", "project: portal", "count: 3",
             "role: adopter", "stage: testing", "asOf: 2026-08-31", "since: 2019",
             "basis: reported", "ref: summary"],
        ),
        (
            CALL,
            {"type": "co-develop", "project": "portal", "title_sv": "Bygg med oss"},
            ["calls:", "- id: portal-co-develop", "type: co-develop", "status: draft",
             "owner: exempel", "project: portal", "title:", "sv: Bygg med oss",
             "reviewBy: 2027-02-28"],
        ),
    ],
)  # fmt: skip
def test_what_a_machine_knows_is_not_asked_for(
    known: Known, kind: Kind, given: dict[str, str | list[str]], expected: list[str]
) -> None:
    """Ids, types, forges, owners, roles and dates are proposed, and taken where nobody is asked."""
    assert expected == new_lines(known, kind, **given)


def test_a_harvested_repository_tells_name_and_body(known: Known) -> None:
    """The address is enough: the rest is in the snapshot."""
    url = "https://github.com/exempel/kod"
    write_facts(known.catalogue, facts(url))
    assert [
        (
            f"- {{id: kod, name: kod, body: exempel, catalog: {{repos: [{{repo: {url}, "
            "role: primary}]}}"
        )
    ] == new_lines(known, PROJECT, repo=[url])


def test_what_no_source_lists_is_listed(known: Known) -> None:
    """A new repository of the same account comes at the end of that source's list."""
    url = "https://github.com/exempel/ny"
    lines = new_lines(known, PROJECT, repo=[url], name="Ny", body="exempel")
    assert f"- {url}" == lines[0]
    assert f"repos: [{{repo: {url}, role: primary}}]" in lines[1]


@pytest.mark.parametrize(
    ("kind", "given", "option", "expected"),
    [
        (ADOPTION, {"stage": "prod"}, "--stage",
         "'prod' is not a value of 'stage' - did you mean 'production'?"),
        (ADOPTION, {"project": "portl"}, "--project",
         "no entry of projects has the id 'portl' - did you mean 'portal'?"),
        (ADOPTION, {"body": "xyz"}, "--body",
         "no entry of bodies has the id 'xyz' - add it first: kodkatalog add body"),
        (ADOPTION, {"count": "many"}, "--count",
         "'many' is not a count - write a number, or 'several'"),
        (ADOPTION, {"as_of": "2026-02-30"}, "--as-of",
         "'2026-02-30' is not a date for 'asOf' - write YYYY-MM-DD, for example 2026-03-31"),
        (ADOPTION, {}, None,
         ("--project, --body or --count, --stage, --basis are missing - give them, or run "
         "'kodkatalog add adoption' in a terminal to be asked")),
        (BODY, {"name": "Exempel"}, None,
         "--type is missing - give it, or run 'kodkatalog add body' in a terminal to be asked"),
        (BODY, {"name": "exempels KOMMUN"}, "--name",
         "the body 'exempel' has that name - nothing is to be added"),
        (BODY, {"id": "exempel"}, "--id",
         "the id 'exempel' stands twice in bodies - give it another id"),
        (BODY, {"id": "Exempel"}, "--id",
         "'Exempel' cannot be an id - use lower-case a-z, 0-9 and single hyphens"),
        (BODY, {"name": "A\u202eB"}, "--name",
         "a character that nobody sees is in it (U+202E) - type it anew"),
        (BODY, {"name": "A\0"}, "--name",
         "a character that nobody sees is in it (U+0000) - type it anew"),
        (SOURCE, {"address": "github.com"}, "--address",
         "'github.com' is not the address of an account - write https://github.com/name"),
        (SOURCE, {"address": "https://me:secret@github.com/x"}, "--address",
         ("'urls' does not hold together - write a full address that begins with https://, "
         "without a user name")),
        (PROJECT, {"repo": ["https://github.com"], "list_in": "x"}, "--list-in",
         "no entry of sources has the id 'x' - add it first: kodkatalog add source"),
        (CALL, {"type": "review", "owner": "annan", "title_en": "T", "status": "open"}, None,
         ("--ask-sv or --ask-en, --offer-sv or --offer-en, --contact-role, --contact-mailbox or "
         "--contact-form are missing - give them, or run 'kodkatalog add call' in a terminal to "
         "be asked")),
    ],
)  # fmt: skip
def test_bad_options_are_answered_in_a_sentence(
    known: Known, kind: Kind, given: dict[str, str], option: str | None, expected: str
) -> None:
    """With the option, what is wrong, and what to write."""
    with pytest.raises(AnswersError) as raised:
        answered(kind, known, cleaned(given), None)
    assert (option, expected) == (raised.value.option, str(raised.value))


def test_a_person_is_asked_again_until_it_is_right(known: Known) -> None:
    """Mistakes are told, choices listed; what is optional may be left out."""
    typist = Typist(["", "Region Ny", "regio", "?", "", "", "", "", "a b", "a.se, b.se"])
    answers = answered(BODY, known, {}, typist)
    assert {"name": "Region Ny", "type": "region", "id": "region-ny",
            "domain": ("a.se", "b.se")} == answers  # fmt: skip
    assert "  this is needed - Ctrl-C ends without writing" in typist.said
    assert "  'regio' is not a value of 'type' - did you mean 'region'?" in typist.said
    assert "Domains of its websites (spaces between, optional) []" == typist.said[-3]


def test_a_person_who_gives_all_is_not_asked(known: Known) -> None:
    """Unless it is wished for."""
    assert "id" in answered(BODY, known, {"name": "Region Ny"}, Typist([]))
    asked = answered(BODY, known, {"name": "Region Ny"}, Typist([""] * 9), always=True)
    assert "region-ny" == asked["id"]


@settings(deadline=None, max_examples=50)
@given(st.sampled_from([BODY, SOURCE, PROJECT, ADOPTION, CALL]), st.lists(st.text()), st.data())
def test_no_answers_make_a_stack_trace(kind: Kind, lines: list[str], data: st.DataObject) -> None:
    """Whatever is typed or given, the outcome is an entry, a sentence, or another question."""
    known = Known(Path("nowhere"), CuratedData(), DAY)
    options = st.sampled_from([question.option for question in kind.questions])
    given_ = data.draw(st.dictionaries(options, st.text(), max_size=4))
    with suppress(AnswersError):
        assert kind.edits(known, answered(kind, known, cleaned(given_), None))
    with pytest.raises((StopIteration, AnswersError)):
        answered(kind, known, {}, Typist([*lines, "?"]), always=True)


@pytest.mark.parametrize(
    ("address", "forge", "account", "base"),
    [
        ("github.com/exempel", "github", "exempel", ""),
        ("https://www.GitHub.com/Exempel/", "github", "Exempel", ""),
        ("https://gitlab.exempel.se/grupp/under", "gitlab", "grupp/under",
         "https://gitlab.exempel.se"),
        ("https://kod.exempel.se/x", "", "x", ""),
        ("https://[", "", "", ""),
    ],
)  # fmt: skip
def test_an_address_tells_the_forge(address: str, forge: str, account: str, base: str) -> None:
    """Where the host is known, or says what it is."""
    place = place_of(address)
    assert (forge, account, base) == (place.forge, place.account, place.base_url)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Exempels kommun", "municipality"), ("Exempelstad", ""), ("Exempels stad", "municipality"),
     ("Region Exempel", "region"), ("Exempelmyndigheten", "agency"), ("Exempel AB",
     "municipal-company"), ("Exempels kommunalförbund", "joint-body")],
)  # fmt: skip
def test_a_name_tells_the_type(name: str, expected: str) -> None:
    """Where it is one of the usual words."""
    assert expected == body_type(name)


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-01-15", "2026-07-15"), ("2026-08-31", "2027-02-28"), ("2026-12-31", "2027-06-30")],
)
def test_half_a_year_ends_on_a_day_that_is(day: str, expected: str) -> None:
    """The last day of a shorter month stands for the ones it lacks."""
    assert expected == in_half_a_year(dt.date.fromisoformat(day)).isoformat()
