"""Who says what, field by field, as the project page tells it."""

from collections.abc import Callable
from datetime import date

from catalog.models.curated import Language, Override
from catalog.models.descent import Descent, Sign
from catalog.models.project import Copy, Project, ProjectRepository, Said, Stated
from catalog.models.verdict import Cite
from catalog.publish.environment import environment
from catalog.publish.views.edition import Edition
from catalog.publish.views.project import ProjectView
from catalog.publish.views.provenance import ProvenanceView, Row
from catalog.publish.views.repository import RepositoryView
from tests.facts import COMMIT
from tests.projects import project_of

MakeEdition = Callable[[Language], Edition]
PORTAL = "https://github.com/exempel/portal"
FILE = Cite(repository=PORTAL, commit=COMMIT, path="publiccode.yml", line=4)
CORRECTION = Override(
    value="stable", reason={"sv": "I drift"}, by="Redaktionen", date=date(2026, 5, 4)
)
SAID = Said(
    name=Stated[str](
        value="Egna namnet", by="publiccode", cite=FILE,
        overruled=(Stated[str](value="<b>Katalogens</b>", by="curated"),),
    ),
    short={"sv": Stated[str](value="x" * 300, by="curated")},
    landing=Stated[str](value="javascript:alert(1)", by="publiccode", cite=FILE),
    categories=Stated[tuple[str, ...]](value=("cms", "other"), by="publiccode", cite=FILE),
    maintenance=Stated[str](value="commercial", by="publiccode", cite=FILE),
    released=Stated[date](value=date(2026, 8, 1), by="harvest"),
)  # fmt: skip


def project() -> Project:
    """Make a project of which these things are said, its status corrected by hand."""
    harvested = Stated[str](value="beta", by="publiccode", cite=FILE)
    status = Stated[str](
        value="stable", by="override", correction=CORRECTION, overruled=(harvested,)
    )
    return project_of(status=status).model_copy(update={"said": SAID})


def rows(edition: Edition) -> dict[str, Row]:
    """Return the rows by their field."""
    return {row.field: row for row in ProvenanceView(project(), edition).rows}


def test_only_what_is_said_has_a_row(edition: MakeEdition) -> None:
    """Fields that nobody mentions are left out; two are said differently elsewhere."""
    view = ProvenanceView(project(), edition("sv"))
    expected = ["name", "short", "landing", "kind", "status", "maintenance", "categories",
                "released"]  # fmt: skip
    assert (expected, 2) == ([row.field for row in view.rows], view.overruled)


def test_a_statement_leads_to_its_line(edition: MakeEdition) -> None:
    """Who says it is linked; who was overruled stands beside it."""
    name = rows(edition("sv"))["name"]
    assert name.taken.place
    assert f"{PORTAL}/blob/{COMMIT}/publiccode.yml#L4" == name.taken.place.href
    assert [("<b>Katalogens</b>", "curated", None)] == [
        (other.value, other.by, other.place) for other in name.overruled
    ]


def test_a_correction_shows_both_values_reason_author_and_date(edition: MakeEdition) -> None:
    """The reason is in the language there is."""
    status = rows(edition("en"))["status"]
    assert status.correction
    assert status.correction.reason
    assert ("stable", "beta", "I drift", "sv", "Redaktionen", date(2026, 5, 4)) == (
        status.taken.value, status.overruled[0].value, *status.correction.reason,
        status.correction.by, status.correction.on,
    )  # fmt: skip


def test_values_are_shown_as_what_they_are(edition: MakeEdition) -> None:
    """Lists are joined, long texts cut, dates are dates; only https addresses are links."""
    found = rows(edition("sv"))
    assert "cms · other" == found["categories"].taken.value
    assert 201 == len(found["short"].taken.value)
    assert ("day", date(2026, 8, 1)) == (found["released"].taken.shape, found["released"].taken.on)
    assert (None, "javascript:alert(1)") == (
        found["landing"].taken.href, found["landing"].taken.value
    )  # fmt: skip


def test_another_language_is_marked(edition: MakeEdition) -> None:
    """A Swedish sentence on an English page says that it is Swedish."""
    assert ("sv", None) == (
        rows(edition("en"))["short"].taken.lang, rows(edition("sv"))["short"].taken.lang
    )  # fmt: skip


def test_the_template_escapes_and_tells(edition: MakeEdition) -> None:
    """Texts of strangers stay texts; a word that no list knows is shown as it stands."""
    swedish = edition("sv")
    source = (
        '{% import "parts.html" as parts %}{% import "words.html" as words %}'
        '{% include "project/provenance.html" %}'
    )
    shown = environment("sv").from_string(source).render(view=_View(swedish))
    assert "&lt;b&gt;Katalogens&lt;/b&gt;" in shown
    for words in ("commercial", "I drift", "Redaktionen", "två sägs annorlunda", "Stabil"):
        assert words in shown


class _View:
    """As much of a project's view as the section needs."""

    def __init__(self, edition: Edition) -> None:
        self.said = ProvenanceView(project(), edition)


def test_the_page_shows_what_was_taken(edition: MakeEdition) -> None:
    """Licence, site and documentation of the page are those of the table."""
    said = Said(
        licence=Stated[tuple[str, ...]](value=("EUPL-1.2",), by="publiccode"),
        landing=Stated[str](value="https://a.example.org", by="forge"),
        documentation={"en": Stated[str](value="https://d.example.org", by="publiccode")},
        long={"sv": Stated[str](value="Länge", by="curated")},
    )
    view = ProjectView(project_of().model_copy(update={"said": said}), edition("sv"))
    assert (("EUPL-1.2",), "known", "https://a.example.org", "https://d.example.org") == (
        view.licences, view.licence_state, view.landing, view.documentation
    )  # fmt: skip


def test_copies_say_why_they_are_copies(edition: MakeEdition) -> None:
    """That they begin as the original does is left out where something better is known."""
    signs = (Sign(code="mirror", address=PORTAL), Sign(code="same-beginning", address=PORTAL))
    copy = Copy(
        url="https://kod.example.net/portal", source=None,
        descent=Descent(kind="mirror", origin=PORTAL, signs=signs),
        former=("https://kod.example.net/gammal",),
    )  # fmt: skip
    row = ProjectRepository(url=PORTAL, role="primary", source=None, facts=None, as_of=None,
                            copies=(copy,), pattern=f"{PORTAL}*")  # fmt: skip
    view = RepositoryView(row, edition("sv"))
    (shown,) = view.copies
    assert ("kod.example.net/portal", "mirror", ["mirror"], ("kod.example.net/gammal",)) == (
        shown.place.text, shown.kind, [sign.code for sign in shown.signs], shown.formerly
    )  # fmt: skip
    assert f"{PORTAL}*" == view.pattern
