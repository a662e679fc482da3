"""Licences as people write them, understood or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.models.curated import Kind
from catalog.readiness.checks.licences import is_open, understood


@pytest.mark.parametrize(
    ("stated", "families", "exact"),
    [
        ("MIT", {"MIT"}, True),
        ("mit", {"MIT"}, True),
        ("MIT License", {"MIT"}, False),
        ("MIT OR Apache-2.0", {"MIT", "Apache-2.0"}, True),
        ("(MIT AND CC-BY-4.0)", {"MIT", "CC-BY-4.0"}, True),
        ("GPL-2.0-or-later WITH Classpath-exception-2.0", {"GPL-2.0"}, True),
        ("GPL-2.0", {"GPL-2.0"}, False),
        ("GPL-2.0+", {"GPL-2.0"}, False),
        ("GPLv2 or later", {"GPL-2.0"}, False),
        ("GPL v3", {"GPL-3.0"}, False),
        ("GNU General Public License v2 or later", {"GPL-2.0"}, False),
        ("GNU Lesser General Public License, version 2.1", {"LGPL-2.1"}, False),
        ("GNU Affero General Public License v3.0", {"AGPL-3.0"}, False),
        ("The Apache Software License, Version 2.0", {"Apache-2.0"}, False),
        ("EUPL 1.2", {"EUPL-1.2"}, False),
        ("BSD 3-Clause", {"BSD-3-Clause"}, False),
    ],
)
def test_words_are_understood(stated: str, families: set[str], exact: bool) -> None:  # noqa: FBT001
    """Identifiers are exact; words and old identifiers are understood but not exact."""
    named = understood(stated)
    assert named is not None
    assert (families, exact) == ({licence.family for licence in named.licences}, named.exact)


@pytest.mark.parametrize(
    ("stated", "suffix"),
    [
        ("GPL-3.0-only", "only"), ("GPL-3.0-or-later", "or-later"), ("GPL-3.0+", "or-later"),
        ("GPLv3 or any later version", "or-later"), ("GPL-3.0", None),
    ],
)  # fmt: skip
def test_which_versions_were_meant(stated: str, suffix: str | None) -> None:
    """Later versions count only where someone says so."""
    named = understood(stated)
    assert named is not None
    assert [suffix] == [licence.suffix for licence in named.licences]


@pytest.mark.parametrize(
    ("stated", "kind", "expected"),
    [
        ("MIT", "app", True), ("CC0-1.0", "app", True), ("CC-BY-4.0", "app", False),
        ("CC-BY-4.0", "docs", True), ("CC-BY-NC-SA-4.0", "docs", False), ("BUSL-1.1", "app", False),
        ("MIT OR BUSL-1.1", "app", True), ("MIT AND BUSL-1.1", "app", False),
        ("UNLICENSED", "app", False), ("Unlicense", "app", True), ("vad som helst", "app", None),
    ],
)  # fmt: skip
def test_which_are_open(stated: str, kind: Kind, *, expected: bool | None) -> None:
    """A choice is open when one of its licences is; a sum only when all are."""
    assert expected is is_open(stated, kind)


@given(st.text(max_size=80))
def test_nothing_stated_is_too_odd(stated: str) -> None:
    """Whatever a file states, it is understood or it is not; nothing breaks."""
    named = understood(stated)
    assert named is None or len(named.licences) > 0


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("MIT AND (GPL-2.0-only OR SSPL-1.0)", True),
        ("SSPL-1.0 AND (MIT OR Apache-2.0)", False),
        ("MIT OR (SSPL-1.0 AND Apache-2.0)", True),
        ("(MIT OR SSPL-1.0) AND GPL-2.0-or-later WITH Classpath-exception-2.0", True),
    ],
)
def test_nested_expressions_bind_as_spdx_says(stated: str, *, expected: bool) -> None:
    """A choice may be met by one part; what is added must be open as well."""
    assert expected == is_open(stated, "app")
