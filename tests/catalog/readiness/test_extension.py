"""A catalogue's own model: what it may change and add, and what it is told when it is wrong."""

from pathlib import Path
from typing import Any

import pytest

from catalog.errors import DataProblemsError
from catalog.models.evidence import Unseen
from catalog.models.facts import DocumentSeen, ManifestSeen
from catalog.readiness.definition import Model
from catalog.readiness.extension import FILE, examine, model_of
from catalog.readiness.levels import assess
from catalog.readiness.texts import sentence
from tests.facts import forge_facts
from tests.projects import TODAY, facts_of, history_of, project_of

HEAD = "id: exempel\nversion: '1'\nname: {sv: Exempels egen, en: The example's own}\n"
OWN = """
dimensions: [{id: EXM, name: {sv: Exempel, en: Example}}]
own:
  - id: EXM-1
    question: {sv: Finns en färdplan?, en: Is there a roadmap?}
    nature: statement
    weight: 2
    applies: [app]
    gates: [{level: 1, min: pass}]
    evidence: {sv: Dokument., en: Documents.}
    advice: {sv: Skriv en., en: Write one.}
    rules:
      pass: {sv: Det finns en färdplan., en: There is a roadmap.}
      fail: {sv: Det finns ingen., en: There is none.}
    answer: {pass: CONDITION, otherwise: fail}
"""
ROADMAP = (DocumentSeen(kind="roadmap", path="ROADMAP.md"),)
MANIFEST = (ManifestSeen(path="package.json", ecosystem="npm", dependencies=("axe-core",)),)
TOPIC = forge_facts({"topics": ("samverkan",)})


def written(folder: Path, text: str) -> Path:
    """Write a catalogue's own model."""
    file = folder / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(HEAD + text, encoding="utf-8")
    return folder


def own(folder: Path, condition: str) -> Model:
    """Return a model with one check of the catalogue's own."""
    return model_of(written(folder, OWN.replace("CONDITION", condition)))


def test_a_catalogue_without_a_model_judges_by_the_shipped_one(
    tmp_path: Path, model: Model
) -> None:
    """Nothing is extended."""
    assert model is model_of(tmp_path)


def test_a_window_of_ones_own_decides(tmp_path: Path, model: Model) -> None:
    """A body that wants fresher commits gets them; the change stands in the model."""
    changed = model_of(written(tmp_path, "windows: {maintained: 10}"))
    project = project_of(facts_of(history=history_of(TODAY.replace(day=1, month=8))))
    statuses = [assess(project, m, TODAY).verdict("MNT-1").status for m in (model, changed)]
    assert ["pass", "partial"] == statuses
    assert changed.extended is not None
    (change,) = changed.extended.changes
    assert ("window", "maintained", "180", "10") == (
        change.what, change.of, change.before, change.after,
    )  # fmt: skip


def test_gates_of_ones_own_decide(tmp_path: Path) -> None:
    """A level may ask for more; the assessment says by which model."""
    changed = model_of(written(tmp_path, "checks: {GOV-1: {gates: [{level: 1, min: pass}]}}"))
    assessment = assess(project_of(facts_of()), changed, TODAY)
    assert "GOV-1" in assessment.open_questions
    assert assessment.model.endswith(" + exempel 1")


@pytest.mark.parametrize(
    ("condition", "found", "catalog", "expected"),
    [
        ("{document: roadmap}", {"documents": ROADMAP}, {}, "pass"),
        ("{document: roadmap}", {}, {}, "fail"),
        ("{document: roadmap}", {"documents": Unseen(unseen="failed")}, {}, "unknown"),
        ("{dependency: axe-core}", {"manifests": MANIFEST}, {}, "pass"),
        ("{dependency: pa11y}", {"manifests": MANIFEST}, {}, "fail"),
        ("{topic: samverkan}", {"forge": TOPIC}, {}, "pass"),
        ("{topic: samverkan}", {"forge": Unseen(unseen="no-forge")}, {}, "unknown"),
        ("{stated: demo}", {}, {"demo": "https://example.org/"}, "pass"),
        ("{stated: demo}", {}, {}, "unknown"),
        ("{any: [{document: roadmap}, {stated: demo}]}", {}, {}, "unknown"),
        ("{all: [{document: roadmap}, {stated: demo}]}", {}, {}, "fail"),
        ("{mention: standard}", {}, {}, "fail"),
        ("{file: compose}", {}, {}, "fail"),
        ("{licence: [MIT]}", {}, {}, "fail"),
    ],
)
def test_a_check_of_ones_own(
    tmp_path: Path, condition: str, found: dict[str, Any], catalog: dict[str, Any], expected: str
) -> None:
    """What was not read, or nobody has said, is unknown; what was read and lacks is not met."""
    assessment = assess(
        project_of(facts_of(**found), catalog=catalog), own(tmp_path, condition), TODAY
    )
    assert expected == assessment.verdict("EXM-1").status


def test_a_check_of_ones_own_says_why_and_cites(tmp_path: Path) -> None:
    """Its rules' texts are its sentences; its gate counts; the place is cited."""
    model = own(tmp_path, "{document: roadmap}")
    assessment = assess(project_of(facts_of(documents=ROADMAP)), model, TODAY)
    (reason,) = assessment.verdict("EXM-1").because
    assert "Det finns en färdplan." == sentence(model, "EXM-1", reason, "sv")
    assert "ROADMAP.md" == reason.cites[0].path
    assert "EXM-1" in dict(model.gates[1])


@pytest.mark.parametrize(
    ("text", "line", "complaint"),
    [
        ("windows: {maintaned: 10}", 4, "the model has no 'maintaned' in windows"),
        ("checks: {GEN-99: {weight: 1}}", 4, "the model has no 'GEN-99' in checks"),
        ("ceilings: {archived: 3}", 4, "the model has no 'archived' in ceilings"),
        ("windows: {maintained: soon}", 4, "'maintained'"),
        ("colour: blue", 4, "'colour' is not a key here"),
        ("checks: {GOV-1: {gates: [{level: 9, min: pass}]}}", 1, "gates: 9 is not defined"),
        (OWN.replace("CONDITION", "{document: roadmap, file: nix}"), 18, "asks one thing"),
        (OWN.replace("CONDITION", "{stated: demoo}"), 18, "no key of 'catalog'"),
        (OWN.replace("CONDITION", "{mention: gdpr}"), 18, "no subject"),
        (OWN.replace("CONDITION", "{document: roadmap}").replace("      fail:", "      partial:"),
         15, "has no sentence for 'fail'"),
        (OWN.replace("CONDITION", "{document: roadmap}").replace("EXM-1", "LIC-1"), 7,
         "'LIC-1' is a shipped check"),
        (OWN.replace("CONDITION", "{document: roadmap}").replace("id: EXM,", "id: XXX,"), 1,
         "EXM is not defined"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_line(
    tmp_path: Path, text: str, line: int, complaint: str
) -> None:
    """Nothing is judged by a model that does not hold together."""
    with pytest.raises(DataProblemsError, match=complaint) as error:
        model_of(written(tmp_path, text))
    assert (FILE, line) == (error.value.problems[0].file, error.value.problems[0].line)


@pytest.mark.parametrize("text", ["", "- a\n", "a: [", "id: x\nname: 3\n", "\0\n", "own: {}"])
def test_a_file_that_is_no_model_is_told(tmp_path: Path, text: str) -> None:
    """Whatever the file holds, there is a sentence and no stack trace."""
    (tmp_path / "data").mkdir()
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    assert examine(tmp_path).problems
