"""Settings that documents and example files name, and whether they are explained."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.models.evidence import Absent, Found, Unseen
from harvesters.reading import setting_texts, settings
from harvesters.reading.contents import Contents
from harvesters.reading.listing import Entry
from harvesters.reading.text import decode

Plant: TypeAlias = Callable[..., Contents]

TABLE = """# Demo

| Variable | Meaning |
|----------|---------|
| `DB_HOST` | Address of the database |
| DB_NAME | Name of the database |
| `DB_USER` | |
"""
LIST = """- `API_KEY` - the key of the service
* **API_URL**: where the service is
- `theme.colour`: colour of the theme
"""
HEADED = """## Configuration

- `theme.colour`: colour of the theme
- `logo` - path of the logo
"""
BLOCK = """```bash
# where the database can be reached
DB_HOST=localhost
DB_NAME=demo # what the database is called here
# Database settings
DB_USER=demo
```
"""
MODULE = """| Name | Description |
|------|-------------|
| <a name="input_size"></a> [size](#input_size) | How large it is |
"""
ROLES = """| Role | Meaning |
|------|---------|
| `DEMO_ADMIN` | May change all settings |
"""
SECRETS = """## GitHub Actions secrets

- `SIGNING_KEY`: the key that signs it
"""
EXAMPLE = """# Address that the service is reached at
APP_URL=http://localhost

###> vendor/bundle ###
# Format described at the site of the vendor
DATABASE_URL=sqlite://
###< vendor/bundle ###
# PORT_OF_APP=80
"""
VALUES = """# how many copies are to be started
replicas: 1
image:
  # -- name of the image that is run
  name: demo
"""
ACTION = """name: Demo
inputs:
  token:
    description: Key of the service
  path:
    required: true
"""


@pytest.mark.parametrize(
    ("path", "content", "counted"),
    [
        ("README.md", TABLE, (5, 3, 2)),
        ("README.md", LIST, (1, 2, 2)),
        ("README.md", HEADED, (3, 2, 2)),
        ("README.md", BLOCK, (3, 3, 2)),
        ("README.md", "### `DEMO_STRATEGY`\nChooses the strategy of demo.\n", (1, 1, 1)),
        ("README.md", "## Configuration\n\nAsk us.\n", (1, 0, 0)),
        ("README.md", MODULE, (3, 1, 1)),
        ("README.md", "Set the path (`DEMO_PATH`) first.\n", (1, 1, 0)),
        (".env.example", EXAMPLE, (2, 3, 1)),
        (".env", "DB_HOST=1\nDB_NAME=2\n", (1, 2, 0)),
        ("chart/values.yaml", VALUES, (5, 3, 1)),
        ("action.yml", ACTION, (2, 2, 1)),
    ],
)
def test_settings(plant: Plant, path: str, content: str, counted: tuple[int, int, int]) -> None:
    """The first line, how many settings there are, and how many have a text of their own."""
    found = settings.read(plant({path: content, "chart/Chart.yaml": ""}))
    assert isinstance(found, Found)
    [seen] = found.found
    assert (path, *counted) == (seen.path, seen.line, seen.named, seen.explained)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("README.md", "# Demo\n\n- `theme.colour`: colour of the theme\n"),
        ("README.md", SECRETS),
        ("README.md", ROLES),
        ("README.md", "## Configuration\n"),
        ("values.yaml", VALUES),
        ("ios/fastlane/.env.example", EXAMPLE),
        ("tests/.env.example", EXAMPLE),
        ("action.yml", "name: Demo\nruns: {}\n"),
        ("action.yml", "inputs: [\n"),
    ],
)
def test_no_settings(plant: Plant, path: str, content: str) -> None:
    """Properties, secrets of pipelines and other things' settings are none."""
    assert isinstance(settings.read(plant({path: content})), Absent)


@pytest.mark.parametrize(
    "path",
    [
        "src/main/resources/application.yml",
        "App/appsettings.json",
        "app/settings.py",
        "config/config.php",
        "source/php/Admin/SettingsPage.php",
    ],
)
def test_settings_of_the_code(plant: Plant, path: str) -> None:
    """A file of settings that comes with the code is seen, and explains nothing."""
    found = settings.read(plant({path: "# a comment of five words\nA_B = 1\n"}))
    assert isinstance(found, Found)
    assert [(path, True, 0)] == [(s.path, s.shipped, s.explained) for s in found.found]


def test_unreadable_documents(plant: Plant) -> None:
    """A document that cannot be had is unseen."""
    assert Unseen(unseen="unreadable") == settings.read(plant({"README.md": None}))


@given(st.binary(max_size=2000))
def test_no_bytes_break_it(data: bytes) -> None:
    """Whatever a file holds, reading it ends."""
    for path in ("README.md", ".env.example", "chart/values.yaml", "action.yml"):
        settings.seen(Entry(path, "1", "100644"), decode(data))


@pytest.mark.parametrize("part", ["| `A", "- `A_B", "A_", "# ", "###> a/b ###", "`" * 9, " | "])
def test_long_lines_are_read_in_linear_time(part: str) -> None:
    """A line that nearly fits, over and over, is read."""
    settings.seen(Entry("README.md", "1", "100644"), decode((part * 30_000).encode()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("    ES_HOST=a\n\nSpecifies which search host to use.\n", ["ES_HOST"]),
        ("- `SAML_SSO` behöver pekas till en IdP som ni har\n", ["SAML_SSO"]),
        ("Se till att `SAML_SSO` är satt till en adress som finns\n", []),
        ("# Keys\nA key adds places to forms.\n```\ndefine('A_KEY', '');\n```\n", ["A_KEY"]),
        ("# Config\n```yaml\nStorageType: a\n```\nThe StorageType says which driver to use.\n",
         ["StorageType"]),
        ("# Answer\n```json\nuserId: a\n```\nThe userId says which person it is about.\n", []),
        ("# Release secrets\nSet `STORE_KEY` to the key that the store gave you.\n", []),
        ("## Profiling\n### Setup\nSet `A_KEY` to a value that is true here.\n", []),
        ("# Settings\n```yaml\n# How many are kept at one time\nsize: 3\n```\n", ["size"]),
    ],
)  # fmt: skip
def test_running_text_explains(text: str, expected: list[str]) -> None:
    """A line of words explains one setting, and a comment or a text the code below it."""
    assert expected == [one.name for one in setting_texts.explained(text.splitlines())]


def test_a_page_of_settings_that_nothing_calls(plant: Plant) -> None:
    """A template leaves a page whose call is a comment: nobody sets anything there."""
    page = "class Settings {\n    //add_action('init', [$this, 'page']);\n}\n"
    called = page.replace("//add", "add")
    assert isinstance(settings.read(plant({"src/Settings.php": page})), Absent)
    assert isinstance(settings.read(plant({"src/Settings.php": called})), Found)


def test_keys_of_properties_below_words_about_them(plant: Plant) -> None:
    """A block of properties below a text is explained by it: its first key, once."""
    block = "```properties\ndemo.login.issuer-uri=https://x\ndemo.login.group=y\n```\n"
    text = f"# Demo\n\nLogging in requires an issuer, which is set like this:\n\n{block}"
    found = settings.read(plant({"README.md": text}))
    assert isinstance(found, Found)
    assert [(6, 1)] == [(seen.line, seen.explained) for seen in found.found]
