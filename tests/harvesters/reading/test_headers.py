"""Licence marks of source files, where the sources were brought."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import LicenceHeaders
from harvesters.reading import headers
from harvesters.reading.contents import Contents
from harvesters.reading.listing import Entry, Listing

Plant: TypeAlias = Callable[..., Contents]

MARK = "// SPDX-FileCopyrightText: 2026 Exempelkommun\n// SPDX-License-Identifier: EUPL-1.2\n"
REUSE = """\
version = 1
[[annotations]]
path = ["src/**", "x.py"]
SPDX-License-Identifier = "MIT"
[[annotations]]
path = "y.py"
SPDX-FileCopyrightText = "2026 Exempelkommun"
"""
DEP5 = "Format: x\n\nFiles: src/*\n x.py\nCopyright: Exempelkommun\nLicense: MIT\n"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"a.py": MARK, "b.js": "x"}, {"files": 2, "marked": 1, "owned": 1, "spdx": "EUPL-1.2"}),
        ({"a.py": "/* SPDX-License-Identifier: MIT */"}, {"files": 1, "marked": 1, "spdx": "MIT"}),
        ({"a.py": "# SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0\r\n"},
         {"files": 1, "marked": 1, "spdx": "GPL-2.0-only WITH Classpath-exception-2.0"}),
        ({"a.py": "# SPDX-License-Identifier: MIT\n# Copyright (C) 2019 - 2020 Exempelkommun"},
         {"files": 1, "marked": 1, "owned": 1, "spdx": "MIT"}),
        ({"a.py": "# Copyright 2019 Exempelkommun"}, {"files": 1, "marked": 0}),
        ({"a.py": "\n" * 5000 + MARK}, {"files": 1, "marked": 0}),
        ({"a.py": "x", "a.py.license": MARK}, {"files": 1, "marked": 1, "owned": 1}),
        ({"src/a/b.py": "x", "x.py": "", "y.py": "", "z.py": "", "REUSE.toml": REUSE},
         {"files": 4, "marked": 2, "owned": 2}),
        ({"src/a/b.py": "x", "x.py": "", "z.py": "", ".reuse/dep5": DEP5},
         {"files": 3, "marked": 2, "owned": 2}),
        ({"a.py": "# Licensed under the MIT License"}, {"files": 1, "marked": 0, "worded": 1}),
        ({"a.py": "x", "b.py": None}, {"files": 1, "marked": 0}),
        ({"a.py": MARK, "vendor/b.py": "x", "c.md": "x"},
         {"files": 1, "marked": 1, "owned": 1, "spdx": "EUPL-1.2"}),
        ({"a.py": "# SPDX-License-Identifier: MIT", "b.py": "# SPDX-License-Identifier: ISC"},
         {"files": 2, "marked": 2}),
    ],
)  # fmt: skip
def test_marks(plant: Plant, files: dict[str, str], expected: dict[str, Any]) -> None:
    """In the first lines, beside the file, or in REUSE's own lists."""
    found = headers.read(plant(files))
    assert isinstance(found, Found)
    assert LicenceHeaders(**expected) == found.found


def test_what_was_not_brought_says_nothing(plant: Plant) -> None:
    """One file that another reader wanted is not the sources."""
    assert Unseen(unseen="not-read") == headers.read(plant({"a.py": MARK, "b.py": None}))
    assert Absent(absent=("source files",)) == headers.read(plant({"README.md": "x"}))


@pytest.mark.parametrize(
    "text", ["", "annotations = 1", "[[annotations]]\npath = 1", "[" * 5000, "Files: " + "*" * 9000]
)
def test_hostile_lists_mark_nothing(plant: Plant, text: str) -> None:
    """Whatever REUSE.toml and dep5 hold."""
    found = headers.read(plant({"a.py": "x", "REUSE.toml": text, ".reuse/dep5": text[:300]}))
    assert isinstance(found, Found)


@given(st.binary(max_size=300), st.text(max_size=60))
def test_any_bytes(data: bytes, glob: str) -> None:
    """Nothing raises, and no more is marked than there is."""
    reuse = f"[[annotations]]\npath = {glob!r}\nSPDX-License-Identifier = 'MIT'\n"
    listing = Listing([Entry("a.py", "a", "100644"), Entry("REUSE.toml", "r", "100644")])
    found = headers.read(Contents(listing, {"a": data, "r": reuse.encode("utf-8", "replace")}))
    assert isinstance(found, Found)
    assert 0 <= found.found.marked <= 1
