"""What documents say of standards, settings, accessibility, and data moved in and out."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from catalog.models.evidence import Found
from catalog.models.facts import MentionSeen
from harvesters.reading import mentions
from harvesters.reading.contents import Contents

Plant: TypeAlias = Callable[..., Contents]

OURS = {
    "standard", "settings-interface", "extension", "parts", "accessibility-claim",
    "accessibility-statement", "accessibility-tool", "accessibility-test", "export", "import",
    "localisable",
}  # fmt: skip


def read(contents: Contents) -> list[MentionSeen]:
    """Read the mentions of subjects that are held to here."""
    found = mentions.read(contents)
    every = found.found if isinstance(found, Found) else ()
    return [seen for seen in every if seen.subject in OURS]


@pytest.mark.parametrize(
    ("text", "term", "linked"),
    [
        ("Inloggning sker med SAML 2.0.", "saml", False),
        ("It speaks [OpenID Connect](https://openid.net/connect/).", "oidc", True),
        ("LDAP is a protocol: https://en.wikipedia.org/wiki/Ldap", "ldap", True),
        ("Made by [the agency](https://agency.example.org) with SAML.", "saml", False),
        ("Log in with [OAuth](https://oauth.net/2/).", "oauth", False),
        ("Data enligt SS 12000:2020.", "ss12000", False),
        ("The catalogue is DCAT-AP-SE.", "dcat", False),
        ("See the [SAML documentation](https://kommun.example/saml).", "saml", False),
        ("Returns [GeoJSON](https://geojson.org/).", "geojson", True),
        ("Described with OpenAPI 3.", "openapi", False),
        ("[Health Certificate Specification](https://x.example/hcert-spec)", "hcert", True),
    ],
)
def test_standards(plant: Plant, text: str, term: str, *, linked: bool) -> None:
    """A standard is known as people write it, and has a link where the address is its own."""
    [seen] = read(plant({"README.md": f"# Demo\n\n{text}\n"}))
    assert ("standard", term, 3, linked) == (seen.subject, seen.term, seen.line, seen.linked)


def test_a_place_with_a_link_comes_before_the_first(plant: Plant) -> None:
    """Where a standard is named twice, the line that leads to it is cited."""
    text = "Uses SAML.\n\nSee [SAML](https://www.oasis-open.org/saml).\n"
    [seen] = read(plant({"README.md": text}))
    assert (3, True) == (seen.line, seen.linked)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Go to Settings > Demo and choose a colour.", "settings-interface"),
        ("All settings are found at (`/admin/config/demo`).", "settings-interface"),
        ("Go to `/admin/config/demo/start` and define the name.", "settings-interface"),
        ("You can provide your own implementation of the `DemoStore` interface.", "extension"),
        ("Own profiles should always extend the `demo.profiles.RDFProfile` class.", "extension"),
        ("Öppna Inställningar → Demo.", "settings-interface"),
        ("## Settings page\n\nHere it is.", "settings-interface"),
        ("The key is entered on the options page.", "settings-interface"),
        ("Colours are configured in the customizer.", "settings-interface"),
        ("## Writing plugins\n\nLike so.", "extension"),
        ("A source should implement `App\\Interface\\SourceInterface`.", "extension"),
        ('You can implement a "FeedSource" that fetches data.', "extension"),
        ("## Plugin API\n\nLike so.", "extension"),
        ("```php\nadd_filter('Demo/views', $x);\n```", "extension"),
        ("This is a monorepo.", "parts"),
        ("It meets WCAG 2.1 AA.", "accessibility-claim"),
        ("Kraven i EN 301 549 uppfylls.", "accessibility-claim"),
        ("## Tillgänglighet\n\nMer text.", "accessibility-claim"),
        ("Se vår tillgänglighetsredogörelse.", "accessibility-statement"),
        ("We test with pa11y.", "accessibility-tool"),
        ("Listan kan exporteras till CSV.", "export"),
        ("Results can be downloaded as JSON.", "export"),
        ("It writes CSV dumps of what was reported.", "export"),
        ("The output is a .csv file.", "export"),
        ("Import users from an Excel file.", "import"),
        ("Importera personer från katalogen.", "import"),
        ("The texts are translated in Weblate.", "localisable"),
    ],
)
def test_subjects(plant: Plant, text: str, subject: str) -> None:
    """Each subject is known by the words of both languages."""
    assert subject in {seen.subject for seen in read(plant({"README.md": f"{text}\n"}))}


@pytest.mark.parametrize(
    "text",
    [
        "See github.com/example/saml-sso for more.",
        "It works without LDAP.",
        "Go to the repository's Settings > Secrets.",
        "In VS Code, open Settings > Extensions.",
        "The id is shown on the options page.",
        "Install the plugin.",
        "Use git hooks.",
        "Hög tillgänglighet med två servrar.",
        "A lighthouse stands by the sea.",
        "```js\nimport data from './data.json'\nexport default data\n```",
        "Import test scenarios from Excel.",
        "Import the project into your IDE.",
        "Import the preconfigured realm from realm-export.json in Keycloak.",
        "Do not use relative imports from locations.",
    ],
)
def test_other_words(plant: Plant, text: str) -> None:
    """What merely resembles a subject is no mention."""
    assert [] == read(plant({"README.md": f"{text}\n"}))


@pytest.mark.parametrize(
    "part", ["export ", "settings ", "import csv ", "saml [", "a11y-", "](http"]
)
def test_long_paragraphs_are_read_in_linear_time(plant: Plant, part: str) -> None:
    """A paragraph that nearly fits, over and over, is read."""
    read(plant({"README.md": (part * 100 + "\n") * 300}))


def test_hooks_that_drupal_documents(plant: Plant) -> None:
    """A file of hooks counts beside the file by which Drupal knows the add-on."""
    hooks = {"demo.api.php": "<?php\n"}
    assert [] == read(plant(hooks))
    [seen] = read(plant({**hooks, "demo.info.yml": "name: Demo\n"}))
    assert ("extension", "demo.api.php") == (seen.subject, seen.path)
