"""The forms: held to the models, to each other, and to what the forges take."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from catalog.errors import KodkatalogError
from catalog.intake.copies import OWN_TEMPLATES, copies, copy_forms
from catalog.intake.corrections import KEYS
from catalog.intake.forms import (
    BETWEEN,
    FORMS,
    OWN_FORMS,
    FormKind,
    folded,
    read_choices,
    read_forms,
)
from catalog.models.curated import Basis, Blocker, BodyType, Call, ForgeName, Kind, Metric, Stage
from catalog.models.curated.overrides import overridable
from catalog.models.facts import LifecycleWord

HERE = Path(__file__).resolve().parents[3]
KINDS = get_args(FormKind)
MODELS = {
    "basis": set(get_args(Basis)) - {"observed"},  # only machines observe
    "stage": set(get_args(Stage)),
    "metric": set(get_args(Metric)),
    "blockers": set(get_args(Blocker)),
    "type": set(get_args(Call.model_fields["type"].annotation)),
    "fact": {*KEYS, "kind", "other"},
    "bodyType": set(get_args(BodyType)),
    "forge": set(get_args(ForgeName)),
    "status": set(get_args(LifecycleWord)),
    "kind": set(get_args(Kind)),
}


def raw(kind: str) -> dict[str, Any]:
    """Read a form as it is shipped."""
    read: dict[str, Any] = yaml.safe_load((FORMS / "github" / f"{kind}.yml").read_text("utf-8"))
    return read


def fields() -> Iterator[dict[str, Any]]:
    """Give every field of every form."""
    for kind in KINDS:
        yield from (e for e in raw(kind)["body"] if e["type"] != "markdown")


def test_choices_are_those_of_the_models() -> None:
    """Every word of the data can be chosen, and no other."""
    assert MODELS == {name: set(words.values()) for name, words in read_choices().items()}


def test_options_are_the_choices() -> None:
    """A drop-down list offers every choice once, in the order of the choices."""
    choices = yaml.safe_load((FORMS / "choices.yaml").read_text("utf-8"))
    offered = {f["id"]: f["attributes"]["options"] for f in fields() if f["type"] == "dropdown"}
    assert {n: list(choices[n].values()) for n in offered} == offered


def test_no_two_choices_are_said_alike() -> None:
    """Each way to say a choice, in either language, means one word."""
    choices = yaml.safe_load((FORMS / "choices.yaml").read_text("utf-8"))
    for words in choices.values():
        halves = [{folded(half) for half in said.split(BETWEEN)} for said in words.values()]
        assert sum(map(len, halves)) == len(set().union(*halves))


def test_corrected_facts_can_be_overridden() -> None:
    """What a correction may name is a key that an override may have."""
    assert set() == set(KEYS.values()) - set(overridable())


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_is_what_github_takes(kind: str) -> None:
    """Known keys, unique ids and labels, options that are no reserved word."""
    form = raw(kind)
    asked = [e for e in form["body"] if e["type"] != "markdown"]
    labels = [e["attributes"]["label"] for e in asked]
    assert {"name", "description", "title", "labels", "body"} == set(form)
    assert len(asked) == len({e["id"] for e in asked}) == len(set(labels))
    assert {"input", "textarea", "dropdown", "checkboxes"} >= {e["type"] for e in asked}
    assert 200 >= max(len(form[key]) for key in ("name", "description", "title"))


@pytest.mark.parametrize("kind", KINDS)
def test_everything_is_said_in_both_languages(kind: str) -> None:
    """Swedish stands first, English after it, in all that a person reads."""
    form = read_forms(HERE)[KINDS.index(kind)]
    said = [t for q in form.questions for t in (q.label, q.description, *q.options) if t]
    assert [] == [t for t in said if t.count(BETWEEN) != 1]


def test_this_catalogue_uses_what_is_shipped() -> None:
    """The forms in this repository are those that other catalogues get: `make forms`."""
    used = [p for folder in (OWN_FORMS, OWN_TEMPLATES) for p in (HERE / folder).iterdir()]
    assert copies() == {p.relative_to(HERE): p.read_bytes() for p in used}


def test_a_catalogue_gets_its_forms(tmp_path: Path) -> None:
    """What is written is what is shipped, for both forges."""
    assert sorted(copies()) == sorted(copy_forms(tmp_path))
    assert copies() == {place: (tmp_path / place).read_bytes() for place in copies()}


def test_a_contact_is_asked_for_with_consent() -> None:
    """A form that asks for a mailbox also asks whether it may be shown."""
    forms = read_forms(HERE)
    assert [f.asks("consent") for f in forms] == [f.asks("mailbox") for f in forms]


def test_a_catalogues_own_form_goes_before_the_shipped_one(tmp_path: Path) -> None:
    """A catalogue may ask in words of its own; the ids say what is meant."""
    own = tmp_path / ".github" / "ISSUE_TEMPLATE" / "interest.yml"
    own.parent.mkdir(parents=True)
    own.write_text("body: [{type: input, id: call, attributes: {label: Which?}}]", "utf-8")
    assert ["which?"] == list(read_forms(tmp_path)[KINDS.index("interest")].headings)


@pytest.mark.parametrize("content", ["body: 1", "[", "a: b", "body: [{type: input}]", "\x00"])
def test_a_broken_form_is_named(tmp_path: Path, content: str) -> None:
    """A form that is none is a sentence, not a stack trace."""
    own = tmp_path / ".github" / "ISSUE_TEMPLATE" / "call.yml"
    own.parent.mkdir(parents=True)
    own.write_text(content, "utf-8")
    with pytest.raises(KodkatalogError, match="is not an issue form"):
        read_forms(tmp_path)
