"""The environment escapes, formats and refuses."""

from datetime import date
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from catalog.publish.environment import environment, once


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
