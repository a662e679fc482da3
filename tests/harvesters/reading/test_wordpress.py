"""WordPress headers."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from catalog.models.evidence import Found
from catalog.models.facts import WordpressSeen
from harvesters.reading import wordpress
from harvesters.reading.contents import Contents

Plant: TypeAlias = Callable[..., Contents]

THEME = "/*\nTheme Name: Exempeltema\nVersion: 1.0\nLicense: GPL-2.0\n*/\n"
PLUGIN = "<?php\n/**\n * Plugin Name: Exempel\n * License:     MIT */\n"


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("style.css", THEME, WordpressSeen(path="style.css", kind="theme", line=2,
            name="Exempeltema", version="1.0", licence="GPL-2.0", licence_line=4)),
        ("exempel/exempel.php", PLUGIN, WordpressSeen(path="exempel/exempel.php", kind="plugin",
            line=3, name="Exempel", licence="MIT", licence_line=4)),
        ("a.php", "<?php // Plugin Name: Kort", WordpressSeen(path="a.php", kind="plugin", line=1,
            name="Kort")),
    ],
)  # fmt: skip
def test_headers(plant: Plant, path: str, text: str, expected: WordpressSeen) -> None:
    """A header is read with its lines; what is not stated stays unknown."""
    assert Found(found=(expected,)) == wordpress.read(plant({path: text}))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("style.css", "body {}"),
        ("app.php", "<?php echo 1;"),
        ("a/b/c.php", PLUGIN),
        ("wp-content/object-cache.php", PLUGIN),
        ("wp-content/themes/twentyseventeen/style.css", THEME),
    ],
)
def test_no_header(plant: Plant, path: str, text: str) -> None:
    """Other files, deep files, drop-ins and WordPress' own themes are not the software."""
    assert not isinstance(wordpress.read(plant({path: text})), Found)
