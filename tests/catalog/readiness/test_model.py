"""The model's file: complete, consistent, and refused in words where it is not."""

from importlib.resources import files
from pathlib import Path

import pytest

from catalog.errors import ModelError
from catalog.readiness.checks import CHECKS
from catalog.readiness.definition import Model
from catalog.readiness.model import load

LEVEL_3 = (
    "GEN-1 GEN-2 GEN-4 GOV-1 GOV-2 INF-4 MNT-1 MNT-2 MNT-5 "
    "PRE-1 PRE-2 PRE-3 PRE-4 SEC-1 SEC-2 USE-1"
)
TEXT = files("catalog.readiness").joinpath("model.yaml").read_text(encoding="utf-8")


def test_six_levels_eight_dimensions_forty_five_checks(model: Model) -> None:
    """The model has the size it is described by."""
    assert (6, 8, 45) == (len(model.levels), len(model.dimensions), len(model.checks))


def test_checks_and_functions_are_one_to_one(model: Model) -> None:
    """Every check has a function and every function a description, in the same order."""
    assert list(CHECKS) == [check.id for check in model.checks]


def test_every_function_says_which_check_it_is() -> None:
    """The first words of a check's docstring are its id."""
    assert list(CHECKS) == [(f.__doc__ or "").split(":")[0] for f in CHECKS.values()]


@pytest.mark.parametrize(
    ("level", "gates"),
    [
        (1, "INF-1 LIC-1"),
        (2, "GOV-2 INF-2 INF-3 INF-6 MNT-1"),
        (3, LEVEL_3),
        (4, "GOV-3 MNT-3 USE-2"),
        (5, "GOV-4 GOV-5 GOV-6 MNT-4 MNT-5 USE-3"),
    ],
)  # fmt: skip
def test_the_gates_of_each_level(model: Model, level: int, gates: str) -> None:
    """A level's gates are those the model is published with."""
    assert gates.split() == sorted(check for check, _ in model.gates[level])


def test_every_text_is_there_in_both_languages(model: Model) -> None:
    """No text is empty, and no sentence is the same in Swedish and English."""
    pairs = [(words.sv, words.en) for words in model.sentences.values()]
    pairs += [(c.question.sv, c.question.en) for c in model.checks]
    pairs += [(c.advice.sv, c.advice.en) for c in model.checks]
    pairs += [(rule.sv, rule.en) for c in model.checks for rule in c.rules.values()]
    assert [] == [pair for pair in pairs if not all(pair) or pair[0] == pair[1]]


def test_every_sentence_ends(model: Model) -> None:
    """Reasons are whole sentences."""
    texts = [text for words in model.sentences.values() for text in (words.sv, words.en)]
    assert [] == [text for text in texts if not text.endswith(".")]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("id: LIC-2", "id: LIC-1", "LIC-1 is written twice"),
        ("id: LIC-3", "id: LIC-9", "no function answers LIC-9"),
        ("id: LIC-3", "id: XYZ-3", "XYZ is not defined"),
        ("maintained: 180", "mended: 200", "windows must have .* maintained, mended"),
        ("weight: 3", "weight: 7", "less than or equal to 3"),
        ("nature: property", "nature: feeling", "checks.0.nature"),
        ("{level: 1, min: pass}", "{level: 9, min: pass}", "gates: 9 is not defined"),
        ("levels:", "levels: [", "is not YAML"),
    ],
)
def test_an_inconsistent_model_is_refused(
    tmp_path: Path, old: str, new: str, complaint: str
) -> None:
    """What is wrong is said in words, with the file's name."""
    path = tmp_path / "egen.yaml"
    path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ModelError, match=complaint) as error:
        load(path)
    assert "egen.yaml" in str(error.value)


def test_a_model_of_ones_own_can_be_loaded(tmp_path: Path) -> None:
    """Texts may be changed in a copy."""
    path = tmp_path / "egen.yaml"
    path.write_text(TEXT.replace('sv: "Uppfyller"', 'sv: "Klart"'), encoding="utf-8")
    assert "Klart" == load(path).labels["pass"].sv
