"""The badge: its level in words, readable by people and machines, the same bytes every time."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element, fromstring

import pytest

from catalog.models.curated import Language
from catalog.publish.environment import environment
from catalog.publish.views.badge import BadgeView
from catalog.publish.views.edition import Edition
from catalog.publish.views.project import ProjectView

SVG = "{http://www.w3.org/2000/svg}"
Editions = Callable[[Language], Edition]


def badge(view: ProjectView) -> Element:
    """Draw a project's badge and read it as XML."""
    template = environment(view.edition.language).get_template("badge.svg")
    text = template.render(view=BadgeView(view))
    assert text == template.render(view=BadgeView(view))
    return fromstring(text)  # noqa: S314 - our own drawing


def badges(edition: Edition) -> Iterator[tuple[ProjectView, Element]]:
    """Draw every project's badge."""
    for project in edition.projects:
        view = ProjectView(project, edition)
        yield view, badge(view)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_has_a_title_a_description_and_a_language(edition: Editions, language: Language) -> None:
    """Screen readers are told the same as eyes; nothing comes from elsewhere."""
    for view, drawn in badges(edition(language)):
        assert (language, "img") == (drawn.get("lang"), drawn.get("role"))
        title, described = drawn.findtext(f"{SVG}title"), drawn.findtext(f"{SVG}desc")
        assert title is not None
        assert view.name in title
        assert described
        assert not [e for e in drawn.iter() if "href" in "".join(e.attrib)]


def test_it_says_the_level_in_words(edition: Editions) -> None:
    """Unknown is never bad: it says what the level may be; what has left the ladder says so."""
    for view, drawn in badges(edition("sv")):
        said = " ".join(text.text or "" for text in drawn.iter(f"{SVG}text"))
        level = view.level
        assert f"nivå {level.proven.id}" in said
        if level.left_ladder:
            assert "nådde nivå" in said
        elif level.may_be_higher:
            assert f"kan vara {level.possible.id}" in said


def test_texts_stay_inside(edition: Editions) -> None:
    """Each text is given the room that it is told to take."""
    for _, drawn in badges(edition("sv")):
        texts = list(drawn.iter(f"{SVG}text"))
        ends = [float(t.get("x", 0)) + float(t.get("textLength", 0)) for t in texts]
        starts = [float(t.get("x", 0)) for t in texts] + [float(drawn.get("width", 0))]
        assert all(end < start for end, start in zip(ends, starts[1:], strict=True))
        assert all(a < b for a, b in pairwise(starts))


def test_lines_to_copy_are_harmless(view: Callable[[str], ProjectView]) -> None:
    """The name is escaped for where it is pasted, and the badge leads to its reasons."""
    portal = view("portalen")
    assert portal.badge_markdown("https://k.example/p/") == (
        "[![Portalen](https://k.example/p/badge.svg)](https://k.example/p/#readiness)"
    )
    assert 'alt="Portalen"' in portal.badge_html("https://k.example/p/")
