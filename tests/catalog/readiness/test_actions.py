"""What one act does: counted by judging projects again, never by guessing."""

from collections.abc import Mapping

import pytest

from catalog.models.curated import Source
from catalog.models.facts import DocumentSeen, LifecycleWord
from catalog.models.project import Project, Stated
from catalog.models.verdict import Status
from catalog.readiness.actions import Action, Key, actions
from catalog.readiness.levels import assess, stand
from catalog.readiness.model import load
from tests.projects import TODAY, facts_of, project_of

MODEL = load()
OWNER = "https://github.com/exempel"
SOURCE = Source.model_validate(
    {"id": "exempel-git", "body": "exempel", "forge": "github", "org": "exempel"}, by_name=False
)
SOURCES = {SOURCE.id: SOURCE}
SECURITY = (DocumentSeen(path="SECURITY.md", kind="security"),)


def of_github(name: str, **given: object) -> Project:
    """Make a project of one repository on GitHub."""
    return project_of(facts_of(f"{OWNER}/{name}", **given)).model_copy(update={"id": name})


def of_status(status: LifecycleWord) -> Project:
    """Make a project that says how mature it is."""
    return project_of(facts_of(f"{OWNER}/ett"), status=Stated(value=status, by="curated"))


def found(*projects: Project, sources: Mapping[str, Source] = SOURCES) -> dict[Key, Action]:
    """Return the acts that help, by what they are."""
    assessments = {p.id: assess(p, MODEL, TODAY) for p in projects}
    every = actions(projects, assessments, sources, MODEL, MODEL.on(TODAY))
    return {action.key: action for action in every}


def test_every_act_helps_as_judging_again_says() -> None:
    """The level after an act is that of the same statuses with the one answer met."""
    one = of_github("ett")
    statuses: dict[str, Status] = {v.check: v.status for v in assess(one, MODEL, TODAY).verdicts}
    for key, action in found(one).items():
        if key.scope == "project":
            expected = stand(one, MODEL, {**statuses, key.check: "pass"})
            assert [expected] == [lift.after for lift in action.lifts]
            assert action.lifts[0].effect is not None


def test_a_shared_document_covers_what_has_none_of_its_own() -> None:
    """A repository's own SECURITY.md wins, so the owner's does nothing for it."""
    both = found(of_github("ett"), of_github("två", documents=SECURITY))
    shared = both[Key("owner", "SEC-1", OWNER)]
    assert ["ett"] == [lift.project.id for lift in shared.lifts]


def test_no_shared_document_where_the_forge_has_no_such_thing() -> None:
    """Only GitHub shows an owner's documents in every repository."""
    elsewhere = project_of(facts_of("https://git.example.org/exempel/kod"))
    assert "owner" not in {key.scope for key in found(elsewhere, sources={})}


def test_what_has_left_the_ladder_is_not_counted() -> None:
    """Nothing brings it further."""
    assert {} == found(of_status("obsolete"))


def test_a_ceiling_stops_what_lies_above_it() -> None:
    """An idea reaches level 1 at most: no act for a later level is suggested."""
    lifts = [lift for action in found(of_status("concept")).values() for lift in action.lifts]
    assert {1} == {lift.level for lift in lifts}
    assert "later" not in {lift.effect for lift in lifts}


@pytest.mark.parametrize("check", ["GOV-1", "GOV-2"])
def test_what_the_body_writes_counts_as_the_check_itself_says(check: str) -> None:
    """A contact or a policy of the body is judged by the real rule, which says partly at most."""
    assessed = found(of_github("ett"))
    action = assessed.get(Key("body", check))
    assert action is not None
    assert all(lift.effect in {"closer", "later", "reaches"} for lift in action.lifts)


def test_order_puts_levels_reached_before_all_else() -> None:
    """Most that reach a level, then most that near it."""
    every = list(found(of_github("ett"), of_github("två")).values())
    counted = [(len(a.of("reaches")), len(a.of("closer"))) for a in every]
    assert sorted(counted, reverse=True) == counted
