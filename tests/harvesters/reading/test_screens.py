"""What draws a graphical interface, and what its texts show."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import ScreensSeen
from harvesters.reading import screens
from harvesters.reading.contents import Contents
from harvesters.reading.listing import Entry, Listing

Plant: TypeAlias = Callable[..., Contents]


def read(contents: Contents) -> ScreensSeen | None:
    """Read screens; None where there are none."""
    found = screens.read(contents)
    return found.found if isinstance(found, Found) else None


@pytest.mark.parametrize(
    "path",
    [
        "index.html", "src/App.tsx", "src/Form.vue", "views/page.blade.php", "templates/a.twig",
        "app/views/a.html.erb", "Pages/Index.cshtml", "app/src/main/res/layout/main.xml",
        "lib/pages/home_page.dart", "ios/LoginView.swift", "Main.xaml", "a/Main.storyboard",
    ],
)  # fmt: skip
def test_screens(plant: Plant, path: str) -> None:
    """Files that draw screens are known by their names."""
    seen = read(plant({path: ""}))
    assert seen
    assert (1, (path,)) == (seen.files, seen.examples)


@pytest.mark.parametrize(
    "path",
    [
        "docs/index.html", "tests/page.html", "templates/email/welcome.html", "coverage/a.html",
        "src/Button.stories.tsx", "src/Button.test.tsx", "app.py",
        "public/google1234567890abcdef.html",
        "templates/base.html.twig", "app/templates/rest_framework/api.html", "new-email.html",
        "vendor/a/index.html", "swagger-ui/index.html",
    ],
)  # fmt: skip
def test_no_screens(plant: Plant, path: str) -> None:
    """Documents, mail, tests and what was copied in draw nothing for users."""
    assert isinstance(screens.read(plant({path: "<p>Hej alla</p>"})), Absent)


def test_messages_are_no_screens(plant: Plant) -> None:
    """A service that only sends messages draws nothing, but has texts of its own."""
    seen = read(plant({f"email/{name}.njk": "<p>Hej</p>" for name in "abc"}))
    assert seen
    assert (0, 3) == (seen.files, len(seen.messages))


@pytest.mark.parametrize(
    ("path", "content", "drawn"),
    [
        ("admin/form.php", "<form method='post'><input name='a'></form>", True),
        ("src/app.js", "document.getElementById('a').innerHTML = x", True),
        ("src/Mail.php", "$text = '<p>' . $name . '</p>';", False),
        ("src/server.js", "app.get('/', handler)", False),
    ],
)
def test_programs_with_markup(plant: Plant, path: str, content: str, *, drawn: bool) -> None:
    """PHP and JavaScript draw where they hold a page or a form."""
    assert drawn == (read(plant({path: content})) is not None)


@pytest.mark.parametrize(
    ("content", "built_in", "translated"),
    [
        ("<h1>Välkommen till oss</h1>", 1, None),
        ("<p>\n  Det här är en text.\n</p>", 2, None),
        ("<input placeholder='Sök i listan'>", 1, None),
        ("<h1>{{ title }}</h1>", None, None),
        ("<h1>{t('welcome')}</h1>", None, 1),
        ("<h1>{% trans 'Welcome here' %}</h1>", None, 1),
        ("<?php _e('Welcome here', 'demo'); ?>", None, 1),
        ("<h1>Hej</h1>", None, None),
        ("<a href='x'>a</a>\n<FormattedMessage id='x' />", None, 2),
    ],
)
def test_texts(plant: Plant, content: str, built_in: int | None, translated: int | None) -> None:
    """Texts of two words are built in, and calls for a translation are seen."""
    seen = read(plant({"index.html": content}))
    assert seen
    lines = [next((p.line for p in places), None) for places in (seen.built_in, seen.translated)]
    assert [built_in, translated] == lines


def test_a_few_files_of_many_folders_are_read() -> None:
    """The sample takes a file of each folder before it takes a second of any."""
    paths = [f"{folder}/{name}.vue" for folder in "abcdefghijkl" for name in ("x", "loginform")]
    sample = screens.candidates(Listing(Entry(path, path, "100644") for path in paths))
    assert [f"{folder}/loginform.vue" for folder in "abcdefghijkl"] == [e.path for e in sample]


@pytest.mark.parametrize(
    "path",
    [
        "src/pages/accessibility-statement.tsx",
        "tillganglighetsredogorelse/index.html",
        "templates/page/accessibility.html.erb",
        "app/om/tillganglighet/page.tsx",
    ],
)
def test_statement(plant: Plant, path: str) -> None:
    """A page that states how accessible it is is known by its name."""
    seen = read(plant({path: ""}))
    assert seen
    assert path == seen.statement


def test_unreadable(plant: Plant) -> None:
    """Programs that cannot be had leave it unseen whether they draw."""
    assert Unseen(unseen="unreadable") == screens.read(plant({"src/app.js": None}))


@given(st.binary(max_size=2000))
def test_no_bytes_break_it(data: bytes) -> None:
    """Whatever a file holds, reading it ends."""
    entries = [Entry("index.html", "1", "100644")]
    screens.read(Contents(Listing(entries), {"1": data}))


@pytest.mark.parametrize("part", ["<p ", "<p>a", "alt='", "<div a", ">a ", "Text('", "{{ t", "| "])
def test_long_files_are_read_in_linear_time(plant: Plant, part: str) -> None:
    """A text that nearly fits, over and over, is read."""
    assert read(plant({"index.html": part * 30_000}))


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("<body>\n<form method='post'>", 2),
        ("<script src='/static/app.js'></script>", 1),
        ("<body><p>Hej och välkommen</p></body>", None),
    ],
)
def test_pages_that_act(plant: Plant, content: str, line: int | None) -> None:
    """A form or a program is no message that is sent."""
    found = screens.read(plant({"templates/home.html": content}))
    assert isinstance(found, Found)
    assert line == (found.found.page.line if found.found.page else None)


@pytest.mark.parametrize(
    ("text", "translated"), [("(messages) => messages.map(f)", False), ("t = messages.title", True)]
)
def test_messages_are_sometimes_a_list(plant: Plant, text: str, *, translated: bool) -> None:
    """A list of that name is no catalogue of translations."""
    found = screens.read(plant({"src/pages/A.jsx": f"<p>{text}</p>"}))
    assert isinstance(found, Found)
    assert translated == bool(found.found.translated)
