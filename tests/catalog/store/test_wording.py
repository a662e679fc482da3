"""Faults of nested and of two-form values: one sentence each, at the right line and column."""

from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from catalog.errors import DataProblemsError
from catalog.models.curated import CuratedData
from catalog.store.curated import read_curated
from catalog.store.schema import words
from catalog.store.wording import in_words

CASES = yaml.safe_load(Path(__file__).with_name("wording.yaml").read_text(encoding="utf-8"))
CATALOGUE = """\
bodies:
  - {id: exempel, type: municipality, name: Exempel}
projects:
  - id: kod
    name: Kod
    body: exempel
"""


def problems_of(folder: Path, more: str) -> list[str]:
    """Read curated data that ends with these keys of a project, and return its problems."""
    (folder / "data").mkdir()
    (folder / "data" / "projects.yaml").write_text(CATALOGUE + more, encoding="utf-8")
    with pytest.raises(DataProblemsError) as raised:
        read_curated(folder)
    return [str(problem).removeprefix("data/projects.yaml:") for problem in raised.value.problems]


@pytest.mark.parametrize("case", CASES, ids=[case["problems"][0] for case in CASES])
def test_a_nested_fault_is_said_once_at_its_place(tmp_path: Path, case: dict[str, Any]) -> None:
    """Line, column, what is wrong, what to write; nothing of how models are made."""
    assert case["problems"] == problems_of(tmp_path, case["written"])


KEYS = sorted({key for _, said in words().items() for key in said})
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
    | st.sampled_from(["2026-01-01", "9999-12-31", "exempel", "https://example.org", "open"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), inner, max_size=6),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=200)
@given(ANY, st.sampled_from(sorted(CuratedData.model_fields)))
def test_whatever_is_written_can_be_worded(written: Any, name: str) -> None:
    """No value makes anything but a model, or faults of which each has two halves of a sentence."""
    annotation = CuratedData.model_fields[name].annotation
    model = get_args(annotation)[0]
    try:
        model.model_validate(written, by_name=False)
    except ValidationError as error:
        for fault in error.errors():
            assert all(in_words(model, fault))
