"""Which repositories look like parts of one product, and that the answer can be pasted."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from catalog.assemble import assemble
from catalog.assemble.suggestions import Part, Suggestion, as_yaml, suggest
from catalog.models.curated import CuratedData
from catalog.models.evidence import Found
from catalog.models.facts import ManifestSeen, RepositoryFacts
from catalog.store.curated import read_curated
from catalog.store.snapshot import Snapshot
from tests.facts import facts, forge_facts, history

BASE = "https://git.example.org/exempel"
HEAD = """\
bodies:
  - {id: exempel, type: municipality, name: Exempelkommun}
sources:
  - {id: exempel-git, body: exempel, forge: github, org: exempel}
projects:
"""


def repository(name: str, last: date = date(2026, 1, 1), **given: Any) -> RepositoryFacts:
    """Make facts with a beginning of its own, unless ``root`` is given."""
    root = given.pop("root", f"{name.encode().hex():0<40}"[:40])
    begun = history(last).model_copy(update={"roots": (root,)})
    return facts(f"{BASE}/{name}", history=Found(found=begun), **given)


def package(name: str, *needs: str) -> Found[tuple[ManifestSeen, ...]]:
    """Make a manifest in the root."""
    seen = ManifestSeen(path="package.json", ecosystem="npm", name=name, dependencies=needs)
    return Found(found=(seen,))


def suggested(*those: RepositoryFacts, text: str = HEAD) -> tuple[Suggestion, ...]:
    """Suggest from repositories that stand for themselves."""
    data = CuratedData.model_validate(
        {name: rows or [] for name, rows in yaml.safe_load(text).items()}
    )
    return suggest(assemble(data, Snapshot(facts={one.url: one for one in those})))


def names(*those: RepositoryFacts) -> list[list[str]]:
    """Return what is suggested together, the primary first."""
    return [[part.url.rsplit("/", 1)[-1] for part in s.parts] for s in suggested(*those)]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["emma-backend", "emma-frontend"], [["emma-frontend", "emma-backend"]]),
        (["api-boka", "boka-deploy"], [["api-boka", "boka-deploy"]]),
        (["pladdra", "pladdra-glas"], [["pladdra", "pladdra-glas"]]),
        (["schema", "schema.org-transformer"], []),
        (["exempel-web", "exempel-api"], []),
        (["web-app", "api"], []),
        (["mall", "mall-a", "mall-b", "mall-c", "mall-d"], []),
        (["boka-web", "deprecated-boka-api"], []),
    ],
)
def test_names(given: list[str], expected: list[list[str]]) -> None:
    """The same stem, or a small family; not a platform, the owner's own name, or what was left."""
    assert expected == names(*(repository(name) for name in given))


def test_a_short_form_of_a_name() -> None:
    """The first letters of a longer name are its short form."""
    assert [["dsc", "digital-service-center"]] == names(
        repository("digital-service-center"), repository("dsc")
    )


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({"manifests": package("@x/a", "@x/b")}, {"manifests": package("@x/b")}, False),
        ({"root": "a" * 40}, {"root": "a" * 40}, False),
        ({"root": "a" * 40, "manifests": package("p")},
         {"root": "a" * 40, "manifests": package("p")}, True),
        ({"manifests": package("@x/a", "@x/b"), "forge": forge_facts({"topics": ["bad"]})},
         {"manifests": package("@x/b"), "forge": forge_facts({"topics": ["bad"]})}, True),
    ],
)  # fmt: skip
def test_what_facts_say(one: dict[str, Any], other: dict[str, Any], *, found: bool) -> None:
    """A dependency, a beginning, a package or a topic alone is too little; two of them tell."""
    assert found is bool(names(repository("alfa", **one), repository("omega", **other)))


def test_what_was_left_years_ago_has_been_replaced() -> None:
    """A copy that nobody has touched since is no part of the other."""
    same: dict[str, Any] = {"root": "a" * 40, "manifests": package("p")}
    old = repository("alfa", date(2020, 1, 1), **same)
    assert [] == names(old, repository("omega", **same))


def test_what_many_share_tells_nothing() -> None:
    """A library that four need, or a topic that four have, makes no product."""
    library = repository("verktyg", manifests=package("@x/v"))
    users = [repository(name, manifests=package(name, "@x/v"), root="a" * 40)
             for name in ("ask", "bok", "ceder", "en")]  # fmt: skip
    assert [] == names(library, *users)


def test_reasons_are_told() -> None:
    """Whoever pastes it sees why."""
    (one,) = suggested(repository("emma-backend"), repository("emma-frontend"))
    said = "emma-backend and emma-frontend: both are called 'emma', and differ in which part they"
    assert ("emma", (f"{said} are",)) == (one.id, one.reasons)


def test_the_answer_can_be_pasted(tmp_path: Path) -> None:
    """Below ``projects:`` it reads without a problem, and is not suggested again."""
    read = [repository(n) for n in ("emma-backend", "emma-frontend", "boka-web", "boka-docs")]
    pasted = HEAD + as_yaml(suggested(*read)) + "\n"
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "projects.yaml").write_text(pasted, encoding="utf-8")
    assert ["boka", "emma"] == [entry.id for entry in read_curated(tmp_path).projects]
    assert () == suggested(*read, text=pasted)


def test_ids_of_products_are_not_used_again() -> None:
    """What is pasted beside a product of the same name has another id."""
    text = f"{HEAD}  - {{id: emma, name: Emma, body: exempel}}\n"
    (one,) = suggested(repository("emma-backend"), repository("emma-frontend"), text=text)
    assert "exempel-emma" == one.id


def test_the_order_of_reading_does_not_matter() -> None:
    """Same facts, same bytes."""
    read = [repository(n) for n in ("emma-backend", "emma-frontend", "boka-web", "boka-docs")]
    assert as_yaml(suggested(*read)) == as_yaml(suggested(*reversed(read)))


def test_nothing_to_suggest_is_said() -> None:
    """An empty answer is a sentence, and still YAML."""
    assert None is yaml.safe_load(as_yaml(()))


@given(st.text(max_size=30), st.sampled_from(["no", "007", "null", "boka"]))
def test_any_name_is_written_as_yaml(name: str, slug: str) -> None:
    """Names of strangers stay texts, and ids stay ids."""
    parts = (Part(f"{BASE}/a", "primary"), Part(f"{BASE}/b", "component"))
    written = as_yaml([Suggestion(slug, name, "exempel", parts, ("why",))])
    (entry,) = yaml.safe_load(written)
    assert (slug, name if name.isprintable() else entry["name"]) == (entry["id"], entry["name"])
