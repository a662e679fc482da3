"""Tests of parts: folders of program code side by side."""

import pytest

from catalog.models.evidence import Found
from harvesters.reading import parts
from harvesters.reading.listing import Entry, Listing


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["a/x.py", "b/y.py"], ("a", "b")),
        (
            ["src/php/Form/A.php", "src/php/Mail/B.php", "src/js/a.js"],
            ("src/php/Form", "src/php/Mail"),
        ),
        (["index.php"], None),
        (["src/js/a.js", "src/php/App.php"], None),
        (["a/x.py", "tests/test_x.py", "docs/conf.py"], None),
        (["src/hello/a.ts", "src/b.ts", "src/c.ts", "src/d.ts"], ("src/hello",)),
    ],
)
def test_parts_stand_side_by_side(paths: list[str], expected: tuple[str, ...] | None) -> None:
    """Tests, documents, and folders that are named after a technique are none."""
    seen = parts.read(Listing(Entry(path, "x", "100644") for path in paths))
    assert expected == (seen.found if isinstance(seen, Found) else None)
