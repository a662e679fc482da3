"""A catalogue with a look of its own: brand, one language, templates and pages."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from mkdocs.config import load_config

from catalog.publish.brand.reading import SettingsError
from catalog.publish.brand.settings import Settings
from catalog.publish.build import build, plugin_of
from catalog.publish.faults import TemplateFaultError
from catalog.publish.plugin import Options
from catalog.publish.site import PagesNotWrittenError

TODAY = date(2026, 9, 1)
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 48"><path d="M4 4h36"/></svg>'
OWN = """{% extends "shipped/base.html" %}
{% block head %}<meta name="theme-color" content="#1b6b3a">{% endblock %}
{% block footer %}<p>{{ page.name }} & <b>Enheten</b></p>{{ super() }}{% endblock %}
"""
BRAND = {
    "name": {"sv": "Grönviks kodkatalog", "en": "The code of Grönvik"},
    "logo": {"file": "logo.svg", "alt": 'Grönvik "stad"', "dark": "logo.svg"},
    "icon": "logo.svg",
    "colour": "#1b6b3a",
}
Branded = Callable[..., Path]


@pytest.fixture
def branded(folder: Path) -> Branded:
    """Return a function that gives the invented catalogue a look."""

    def make(**options: object) -> Path:
        path = folder / "mkdocs.yml"
        text = path.read_text(encoding="utf-8")
        (folder / "logo.svg").write_text(LOGO, encoding="utf-8")
        plugins = json.dumps([{"kodkatalog": options}])
        path.write_text(text.replace("[kodkatalog]", plugins), encoding="utf-8")
        return folder

    return make


def own_template(folder: Path, name: str, text: str) -> None:
    """Write a template of the catalogue's own."""
    (folder / "templates").mkdir(exist_ok=True)
    (folder / "templates" / name).write_text(text, encoding="utf-8")


def test_every_page_has_the_look(branded: Branded) -> None:
    """Name, logo, icon and colours, by relative addresses that lead to files."""
    output = build(branded(brand=BRAND), TODAY).output
    for page in ("sv/index.html", "en/projects/portalen/index.html", "sv/about/index.html"):
        text = (output / page).read_text(encoding="utf-8")
        assert ("Grönviks kodkatalog" if page.startswith("sv") else "The code of Grönvik") in text
        assert 'alt="Grönvik &#34;stad&#34;" width="37" height="40"' in text
        used = re.findall(r'(?:href|src|srcset)="([^"]*assets/[^"]+)"', text)
        assert 5 <= len(used)
        assert all((output / page).parent.joinpath(name).is_file() for name in used)
    for page in ("index.html", "404.html"):
        text = (output / page).read_text(encoding="utf-8")
        assert re.search("assets/brand-[0-9a-f]{10}.css", text)
        assert "Grönviks kodkatalog" in text


def test_without_a_look_nothing_changes(folder: Path) -> None:
    """The shipped sheet and mark alone."""
    output = build(folder, TODAY).output
    assert [] == [*output.glob("assets/brand*"), *output.glob("assets/icon*")]


@pytest.mark.parametrize(("language", "other"), [("sv", "en"), ("en", "sv")])
def test_one_language(branded: Branded, language: str, other: str) -> None:
    """It is the front door; of the other there is no page, no switch and no link."""
    output = build(branded(languages=[language]), TODAY).output
    assert f"url={language}/" in (output / "index.html").read_text(encoding="utf-8")
    assert not (output / other).exists()
    pages = [path.read_text(encoding="utf-8") for path in output.rglob("*.html")]
    assert len(pages) > 20
    assert not [t for t in pages if 'class="languages"' in t or f'hreflang="{other}"' in t]


def test_the_first_language_is_the_default(branded: Branded) -> None:
    """Whichever it is."""
    output = build(branded(languages=["en", "sv"]), TODAY).output
    door = (output / "index.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in door
    assert 0 < door.index('href="en/"') < door.index('href="sv/"')


def test_a_template_of_ones_own_extends_the_shipped_one(branded: Branded) -> None:
    """Its blocks are on every page, and what others wrote stays escaped in them."""
    folder = branded(brand={"name": "<Grönvik>"})
    own_template(folder, "base.html", OWN)
    output = build(folder, TODAY).output
    for page in ("sv/index.html", "sv/projects/portalen/index.html", "en/about/index.html"):
        text = (output / page).read_text(encoding="utf-8")
        assert "<p>&lt;Grönvik&gt; & <b>Enheten</b></p><nav" in text
        assert 'content="#1b6b3a">' in text.partition("</head>")[0]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("base.html", "\n{{ nothing.at_all }}", r"templates/base\.html:2: 'nothing' is undefined"),
        ("base.html", "{% block x %}\n", r"templates/base\.html:1: Unexpected end"),
        ("front.html", '{% extends "lost.html" %}', r"front\.html:1: there is no template 'lost"),
    ],
)
def test_a_template_with_a_fault(branded: Branded, name: str, text: str, told: str) -> None:
    """Is named with its line, instead of a way through Jinja."""
    folder = branded(languages=["sv"])
    own_template(folder, name, text)
    with pytest.raises(TemplateFaultError, match=told):
        build(folder, TODAY)


def test_a_fault_in_the_second_language(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The process that writes it says so."""
    fault = "{% if page.language == 'en' %}{{ lost }}{% endif %}"
    own_template(folder, "body.html", fault)
    with pytest.raises(PagesNotWrittenError):
        build(folder, TODAY)
    assert "body.html:1: 'lost' is undefined\n" in capfd.readouterr().err


def test_every_option_of_the_plugin_is_known() -> None:
    """What MkDocs takes is not refused as a key that nobody knows."""
    assert {name for name, _ in Options._schema} <= Settings.model_fields.keys()


def test_a_mistake_leaves_the_old_site(branded: Branded) -> None:
    """It is found before anything is written."""
    folder = branded(brand={"colour": "#ffcc00"})
    (folder / "public").mkdir()
    (folder / "public/index.html").write_text("gammal", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"mkdocs\.yml:5:\d+: #ffcc00 is too pale"):
        build(folder, TODAY)
    assert ["gammal"] == [path.read_text("utf-8") for path in (folder / "public").rglob("*")]


def test_a_mistake_does_not_stop_what_is_shown(branded: Branded) -> None:
    """While pages are served, they keep the look that they had."""
    folder = branded(brand={"colour": "#1b6b3a"})
    config = load_config(config_file=str(folder / "mkdocs.yml"))
    plugin = plugin_of(config)
    plugin.serving = True
    plugin.on_config(config)
    plugin.config["brand"] = {"colour": "#ffcc00"}
    plugin.on_config(config)
    assert "#1b6b3a" == plugin.site.brand.colour


def test_a_page_in_no_language_is_named(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It could have no frame, so it is left out, and whoever builds is told."""
    (folder / "pages/extra.md").write_text("# Extra\n", encoding="utf-8")
    output = build(folder, TODAY).output
    assert not list(output.rglob("extra*"))
    assert "extra.md is no page of the site: put it into sv/" in caplog.text
