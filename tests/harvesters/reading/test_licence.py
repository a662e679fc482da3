"""Licence files."""

import textwrap
from collections.abc import Callable
from typing import TypeAlias

import pytest

from catalog.models.evidence import Absent, Found, Unseen
from harvesters.reading import licence
from harvesters.reading.contents import Contents
from harvesters.reading.licence_names import named_licence
from harvesters.reading.licence_texts import known

Plant: TypeAlias = Callable[..., Contents]


def text_of(spdx: str) -> str:
    """Return a known text, wrapped as a file would be."""
    return textwrap.fill(next(k.words for k in known() if k.spdx == spdx), 70)


@pytest.mark.parametrize(
    "spdx", ["MIT", "MIT-0", "EUPL-1.2", "GPL-2.0", "GPL-3.0", "AGPL-3.0", "Apache-2.0", "ISC"]
)
def test_known_text_with_a_notice(plant: Plant, spdx: str) -> None:
    """A licence text below a copyright notice is recognised, whatever its line breaks."""
    content = f"Copyright (c) 2021 Exempelkommun\n\n{text_of(spdx)}"
    found = licence.read(plant({"LICENSE": content}))
    assert isinstance(found, Found)
    assert [(spdx, "text")] == [(seen.spdx, seen.by) for seen in found.found]
    assert found.found[0].score > 0.95


def test_unknown_text_is_not_guessed(plant: Plant) -> None:
    """A text that is half a licence and half something else is an unknown text."""
    content = text_of("MIT") + " ".join(f"clause {n} forbids" for n in range(200))
    found = licence.read(plant({"LICENSE": content}))
    assert isinstance(found, Found)
    assert [None] == [seen.spdx for seen in found.found]


def test_every_known_text_is_itself() -> None:
    """No licence is taken for another: the file of each text names that licence."""
    wrong = [k.spdx for k in known() if licence.match(k.words.split())[0] != k.spdx]
    assert [] == wrong


def test_official_translation_counts_by_title(plant: Plant) -> None:
    """A translated EUPL names itself and its version, and is as valid as the English one."""
    title = "EUROPEISKA UNIONENS ÖPPNA LICENS v. 1.2\nEUPL © Europeiska unionen 2007, 2016\n"
    found = licence.read(plant({"LICENSE.txt": title + "ord som inte är engelska " * 400}))
    assert isinstance(found, Found)
    assert [("EUPL-1.2", "title")] == [(seen.spdx, seen.by) for seen in found.found]


def test_short_file_counts_by_name(plant: Plant) -> None:
    """A file that only names a licence is a statement, marked as such."""
    found = licence.read(plant({"LICENSE": "SPDX-License-Identifier: EUPL-1.2 OR MIT\n"}))
    assert isinstance(found, Found)
    assert [("EUPL-1.2 OR MIT", "name")] == [(seen.spdx, seen.by) for seen in found.found]


@pytest.mark.parametrize(
    "path",
    [
        "LICENSE", "LICENCE", "license.txt", "Licence.md", "COPYING", "COPYING.LESSER",
        "MIT-LICENCE.txt", "LICENSE-MIT", "LICENSE.Apache-2.0", "UNLICENSE", "LICENSES/MIT.txt",
        "licens.md", "EUPL-1.2.txt",
    ],
)  # fmt: skip
def test_licence_file_names(plant: Plant, path: str) -> None:
    """The names that licence files really have are known."""
    assert [path] == [entry.path for entry in licence.candidates(plant({path: ""}).listing)]


@pytest.mark.parametrize(
    "path",
    ["license.php", "src/LicenseChecker.ts", "license.svg", "vendor/a/LICENSE", "licenses.json"],
)
def test_other_names_are_no_licence_files(plant: Plant, path: str) -> None:
    """Code about licences, and licences of what is vendored, are not the project's licence."""
    assert [] == licence.candidates(plant({path: ""}).listing)


def test_link_to_a_licence(plant: Plant) -> None:
    """A licence file that is a link is read where it leads, under its own path."""
    contents = plant({"legal/text": text_of("MIT")}, {"LICENSE": "legal/text"})
    found = licence.read(contents)
    assert isinstance(found, Found)
    assert [("LICENSE", "MIT")] == [(seen.path, seen.spdx) for seen in found.found]


def test_none_and_unreadable(plant: Plant) -> None:
    """No licence file is absent; one that could not be had is unseen, never absent."""
    absent, unseen = plant({"a.py": ""}), plant({"LICENSE": None})
    assert Absent(absent=licence.LOOKED_FOR) == licence.read(absent)
    assert Unseen(unseen="unreadable") == licence.read(unseen)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Released under AGPL version 3.", "AGPL-3.0"),
        ("GNU Affero General Public License (AGPL) v3.0", "AGPL-3.0"),
        ("MIT", "MIT"),
        ("Distributed under the MIT License.", "MIT"),
        ("GNU General Public License, version 3", "GPL-3.0"),
        ("GPLv3 or later", "GPL-3.0-or-later"),
        ("GPL-2.0-only", "GPL-2.0-only"),
        ("GNU Affero General Public License v3.0", "AGPL-3.0"),
        ("European Union Public Licence (EUPL) v1.2", "EUPL-1.2"),
        ("Apache License, Version 2.0", "Apache-2.0"),
        ("CC BY-SA 4.0", "CC-BY-SA-4.0"),
        ("to be decided", None),
        ("committed by admit", None),
    ],
)
def test_names(text: str, expected: str | None) -> None:
    """Licences are recognised by the names people write."""
    assert expected == named_licence(text)


@pytest.mark.parametrize(("also", "expected"), [("", "CC0-1.0"), ("Parts are MIT.", None)])
def test_a_public_work_waived(plant: Plant, also: str, expected: str | None) -> None:
    """A dedication that names CC0 is a licence; where parts are under others, it is not told."""
    words = "This work of an agency is in the public domain where it was written. " * 8
    waiver = "We waive copyright worldwide through the CC0 1.0 Universal dedication."
    found = licence.read(plant({"LICENSE.md": f"{words}{waiver} {also}"}))
    assert isinstance(found, Found)
    assert expected == found.found[0].spdx


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SPDX-License-Identifier: EUPL-1.2", "EUPL-1.2"),
        ("SPDX-License-Identifier: (MIT OR Apache-2.0) */", "(MIT OR Apache-2.0)"),
        ("SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0",
         "GPL-2.0-only WITH Classpath-exception-2.0"),
        ("SPDX-License-Identifier: MIT Copyright 2020 A Writer", "MIT"),
        ("SPDX-License-Identifier:\nWritten by A Writer", None),
    ],
)  # fmt: skip
def test_an_identifier_ends_where_its_expression_ends(text: str, expected: str | None) -> None:
    """What follows on the line may be a person's name."""
    assert expected == named_licence(text)


GNU = (
    "This program is free software: you can redistribute it under the terms of the\n"
    "GNU {}General Public License as published by\nthe Free Software Foundation, {}.\n"
) + "This program is distributed in the hope that it will be useful. " * 5


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (GNU.format("Lesser ", "version 3"), "LGPL-3.0"),
        (GNU.format("Affero ", "either version 3 of the License, or any later version"),
         "AGPL-3.0-or-later"),
        (GNU.format("", "version 2"), "GPL-2.0"),
        ('Licensed under the Apache License, Version 2.0 (the "License");\nyou may not use it. '
         + "Unless agreed to in writing it is as it is. " * 9, "Apache-2.0"),
        (GNU.format("", "version 2") + "Not for commercial use.", None),
    ],
)  # fmt: skip
def test_a_notice_stands_for_its_text(plant: Plant, content: str, expected: str | None) -> None:
    """The words that the licences themselves give for it name it, unless some are added."""
    found = licence.read(plant({"LICENSE": content}))
    assert isinstance(found, Found)
    assert [expected] == [seen.spdx for seen in found.found]


def test_a_text_with_a_preface_and_others_works(plant: Plant) -> None:
    """A whole text that is named before it is that licence, whatever list stands after it."""
    preface = 'Demo is available under the 3-clause (or "modified") BSD license:\n\n'
    after = "\n".join(f"[Source code {n}](https://example.org/part{n})" for n in range(25))
    whole = preface + text_of("BSD-3-Clause") + "\n\n" + after
    found = licence.read(plant({"LICENSE.md": whole}))
    limited = licence.read(plant({"LICENSE.md": f"{whole}\n\nNo commercial use of part 1."}))
    assert isinstance(found, Found)
    assert isinstance(limited, Found)
    assert ["BSD-3-Clause", None] == [found.found[0].spdx, limited.found[0].spdx]


def test_the_lesser_licence_alone(plant: Plant) -> None:
    """GNU gives it out by itself; SPDX's text has the licence that it adds to after it."""
    words = next(k.words for k in known() if k.spdx == "LGPL-3.0").split()[:1230]
    found = licence.read(plant({"License_GNU_LGPL-3.0.md": textwrap.fill(" ".join(words), 70)}))
    assert isinstance(found, Found)
    assert [("LGPL-3.0", "text")] == [(seen.spdx, seen.by) for seen in found.found]


def test_a_template_of_headers_is_no_licence_file(plant: Plant) -> None:
    """It is what a tool writes into each file."""
    assert isinstance(licence.read(plant({"License_header_template.txt": "x"})), Absent)
