"""The environment escapes, formats and refuses."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup

from catalog.publish.environment import environment, in_short, once


def test_escapes_what_others_wrote() -> None:
    """Harvested text never becomes markup, not even inside a translated sentence."""
    template = environment("sv").from_string("{{ _('Products of %(body)s', body=body) }}{{ body }}")
    assert "Produkter från &lt;b&gt;&lt;b&gt;" == template.render(body="<b>")


def test_undefined_name_is_an_error() -> None:
    """A name that the view lacks stops the build instead of leaving a hole."""
    with pytest.raises(UndefinedError):
        environment("sv").from_string("{{ missing }}").render()


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("sv", "6 oktober 2020, 6 okt. 2020, 17\xa0000, 43\xa0%"),
        ("en", "6 October 2020, 6 Oct 2020, 17,000, 43%"),
    ],
)
def test_dates_and_numbers(language: str, written: str) -> None:
    """Dates and numbers are written as the language does."""
    template = environment(language).from_string(
        "{{ d|day }}, {{ d|brief }}, {{ n|number }}, {{ s|share }}"
    )
    assert written == template.render(d=date(2020, 10, 6), n=17000, s=0.43)


def test_catalogue_template_wins(tmp_path: Path) -> None:
    """A template in the catalogue's own folder replaces the shipped one."""
    (tmp_path / "front.html").write_text("vår egen", encoding="utf-8")
    assert "vår egen" == environment("sv", (tmp_path,)).get_template("front.html").render()


def test_once_keeps_by_key() -> None:
    """The same key gives the first answer; without a key nothing is kept."""
    said = iter("abc")
    keep = once()
    answers = [keep(key, lambda: next(said)) for key in ("x", "x", None, None)]
    assert ["a", "a", "b", "c"] == answers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kort.", "Kort."),
        (" flera\n rader\tta ", "flera rader ta"),
        (Markup("A &amp; <b>b</b> &lt;i&gt;"), "A & b <i>"),
        ("\u202eomvänt\u202c \0tecken", "omvänt tecken"),
        ("ord " * 39 + "slut!", f"{'ord ' * 38}ord…"),
        ("ord " * 39 + "slut", f"{'ord ' * 39}slut"),
        ("x" * 500, f"{'x' * 159}…"),
    ],
)
def test_a_description_is_cut_between_words(text: str, expected: str) -> None:
    """At most 160 signs, whole words where they have an end, nothing that turns or hides."""
    assert expected == in_short(text)


@given(st.text(max_size=400))
def test_a_description_is_never_too_long(text: str) -> None:
    """Whatever somebody writes, as words or as HTML."""
    for one in (text, Markup(text), Markup.escape(text)):  # noqa: S704 - any text at all
        found = in_short(one)
        assert len(found) <= 160
        assert found.isprintable()
