"""What may mean that a body uses another's project: what shows use, and what has been answered."""

from datetime import date
from typing import Any

import pytest

from catalog.hub.reuse import graph
from catalog.hub.signals import Signal, Signals, signals
from catalog.models.curated import CuratedData, SignalKind
from catalog.models.evidence import Absent, Evidence, Found, Unseen
from catalog.models.project import Catalogue
from catalog.models.run import UsageRun
from catalog.models.usage import Usage, UsageSeen, UsedSeen
from catalog.models.verdict import Cite
from tests.catalog.hub.conftest import HERE, READ, THERE, Make, locked, manifest, read
from tests.facts import forge_facts
from tests.projects import DAY

KARTA = [
    {"id": "karta", "name": "Karta", "body": "ek", "catalog": {"repos": [{"repo": f"{HERE}karta"}]}}
]
FORK = {"fork": True, "parent": {"url": f"{HERE}karta"}}
ADOPTION: dict[str, Any] = {"id": "a", "project": "karta", "body": "provby", "stage": "pilot",
                            "asOf": "2026-02-01", "basis": "attested"}  # fmt: skip
REJECTION: dict[str, Any] = {"project": "karta", "body": "provby", "reason": "Ett prov.",
                             "asOf": "2026-02-01"}  # fmt: skip
SAID = date(2026, 8, 1)


def seen(catalogue: Catalogue) -> Signals:
    """Return the signals of a catalogue."""
    return signals(catalogue, graph(catalogue, ()), DAY)


def one(catalogue: Catalogue) -> Signal:
    """Return the only signal."""
    (found,) = seen(catalogue).every
    return found


def depending(make: Make, **written: Any) -> Catalogue:
    """Assemble a body's app that asks for another's package."""
    return make(read(f"{HERE}karta", manifest("ek/karta")),
                read(f"{THERE}app", manifest(None, "ek/karta")), projects=KARTA,
                **written)  # fmt: skip


def saying(
    make: Make, told: Evidence[UsageSeen], *, url: str = f"{HERE}karta", **written: Any
) -> Catalogue:
    """Assemble a catalogue in which a body's domain has been asked."""
    made = make(read(url), projects=KARTA if url == f"{HERE}karta" else (), **written)
    bodies = {
        name: body.model_copy(update={"domains": ("provby.example",) if name == "provby" else ()})
        for name, body in made.bodies.items()
    }
    run = made.run.model_copy(
        update={"usage": {"provby.example": UsageRun(tried=READ, succeeded=READ)}}
    )
    usage = Usage(files={"provby.example": told})
    return made.model_copy(update={"bodies": bodies, "run": run, "usage": usage})


def using(stage: str | None, url: str = f"{HERE}karta", said: date | None = SAID) -> UsageSeen:
    """Make a file that names one piece of software."""
    used = UsedSeen.model_validate({"url": url, "stage": stage})
    return UsageSeen(said=said, software=(used,))


@pytest.mark.parametrize("ecosystem", ["composer", "npm", "pypi", "nuget", "maven", "go"])
def test_a_dependency_is_a_signal_in_every_registry(make: Make, ecosystem: str) -> None:
    """It shows use: with the file that says so, its commit and the day of the harvest."""
    name = {"maven": "se.ek:karta", "go": "github.com/ek/karta"}.get(ecosystem, "ek-karta")
    own = manifest(name, ecosystem=ecosystem, published=True)
    found = one(make(read(f"{HERE}karta", own),
                     read(f"{THERE}app", manifest(None, name, ecosystem=ecosystem))))  # fmt: skip
    assert ("provby/ek-karta/depends", "observed", None, READ) == (
        found.id, found.basis, found.stage, found.as_of)  # fmt: skip
    (place,) = found.cites
    assert (f"{THERE}app", "composer.json", True) == (place.repository, place.path,
                                                      place.commit is not None)  # fmt: skip


@pytest.mark.parametrize(("apart", "basis"), [(True, "observed"), (False, None)])
def test_a_locked_package_shows_use_where_it_is_told_from_development(
    make: Make, *, apart: bool, basis: str | None
) -> None:
    """A lock file that mixes the two tells only that somebody had it at hand."""
    (lock,) = locked("ek/karta")
    user = read(f"{THERE}app", locked=(lock.model_copy(update={"apart": apart}),))
    assert basis == one(make(read(f"{HERE}karta", manifest("ek/karta")), user)).basis


@pytest.mark.parametrize(("own", "body"), [(2, "provby"), (0, "provby")])
def test_a_fork_is_a_signal_and_shows_no_use(make: Make, own: int, body: str) -> None:
    """Whether with work of its own, or folded into what it copies."""
    fork = forge_facts(FORK, fork_work={"own": own, "behind": 1})
    found = one(make(read(f"{HERE}karta"), read(f"{THERE}karta", forge=fork)))
    assert ("descends", body, None, False) == (
        found.kind, found.body, found.basis, found.shows_use)  # fmt: skip


def test_a_shared_beginning_is_asked_of_both(make: Make) -> None:
    """Nothing tells who took it from whom."""
    made = make(read(f"{HERE}karta", root="r"), read(f"{THERE}karta", root="r"))
    assert ["ek/provby-karta/shares", "provby/ek-karta/shares"] == [
        signal.id for signal in seen(made).every
    ]


@pytest.mark.parametrize(
    ("topic", "expected"), [("Karta", ["provby/karta/topic"]), ("api", []), ("app", [])]
)
def test_a_topic_that_is_a_products_name(make: Make, topic: str, expected: list[str]) -> None:
    """Any other word is just a word; so is the name of a repository that nobody has described."""
    app = read(f"{THERE}app", forge=forge_facts({"topics": (topic,)}))
    made = make(read(f"{HERE}karta"), read(f"{HERE}api"), app, projects=KARTA)
    found = seen(made).every
    assert expected == [signal.id for signal in found]
    assert all(signal.basis is None and signal.cites == (Cite(f"{THERE}app"),) for signal in found)


def test_a_topic_at_home_is_none(make: Make) -> None:
    """A body names its own projects."""
    own = read(f"{HERE}app", forge=forge_facts({"topics": ("karta",)}))
    assert () == seen(make(read(f"{HERE}karta"), own, projects=KARTA)).every


@pytest.mark.parametrize(
    ("stage", "basis", "use"),
    [("production", "attested", True), ("pilot", "attested", True),
     ("interested", "attested", False), ("retired", "attested", False), (None, None, False)],
)  # fmt: skip
def test_the_bodys_own_domain(make: Make, *, stage: str, basis: str | None, use: bool) -> None:
    """The stage is what it says and nothing else, and so is the day."""
    found = one(saying(make, Found(found=using(stage))))
    assert ("provby/karta/declares", basis, stage, SAID, use) == (
        found.id, found.basis, found.stage, found.as_of, found.shows_use)  # fmt: skip
    assert ("https://provby.example/.well-known/publiccode-usage.json",) == found.files


@pytest.mark.parametrize(
    ("since", "expected"), [(None, READ), (date(2026, 8, 5), date(2026, 8, 5))]
)
def test_a_file_without_a_day_is_of_the_day_it_was_read(
    make: Make, since: date | None, expected: date
) -> None:
    """Where it could not be read again, of the first day that it could not."""
    told: Evidence[UsageSeen] = Found(found=using("pilot", said=None), stale_since=since)
    assert expected == one(saying(make, told)).as_of


@pytest.mark.parametrize(
    "told",
    [Unseen(unseen="failed"), Absent(absent=("x",)), Found(found=UsageSeen()),
     Found(found=using("pilot", "https://github.com/nobody/else"))],
)  # fmt: skip
def test_what_is_not_seen_is_no_signal(make: Make, told: Evidence[UsageSeen]) -> None:
    """Nor a sign that it is not used; what the catalogue does not have it cannot ask about."""
    assert () == seen(saying(make, told)).every


def test_a_body_that_names_its_own_is_no_signal(make: Make) -> None:
    """It need not confirm that to anybody."""
    assert () == seen(saying(make, Found(found=using("pilot", f"{THERE}x")), url=f"{THERE}x")).every


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ({}, "open"),
        ({"adoptions": [ADOPTION]}, "recorded"),
        ({"adoptions": [ADOPTION | {"asOf": "2020-02-01"}]}, "old"),
        ({"adoptions": [ADOPTION | {"stage": "stopped"}]}, "recorded"),
        ({"rejections": [REJECTION]}, "rejected"),
        ({"rejections": [REJECTION | {"kind": "depends"}]}, "rejected"),
        ({"rejections": [REJECTION | {"kind": "shares"}]}, "open"),
        ({"rejections": [REJECTION | {"body": "ek"}]}, "open"),
        ({"rejections": [REJECTION | {"asOf": "2020-02-01"}]}, "old"),
        ({"adoptions": [ADOPTION | {"asOf": "2020-02-01"}], "rejections": [REJECTION]}, "rejected"),
    ],
)  # fmt: skip
def test_what_has_been_answered(make: Make, written: dict[str, Any], answer: str) -> None:
    """It counts for as long as any declaration; then it is asked again."""
    found = one(depending(make, **written))
    assert (answer, answer in ("open", "old")) == (found.answer, found.is_open)


def test_signals_of_one_kind_about_one_project_are_one(make: Make) -> None:
    """Two apps that need it are asked about once, with both places."""
    made = make(read(f"{HERE}karta", manifest("ek/karta")),
                read(f"{THERE}a", manifest(None, "ek/karta")),
                read(f"{THERE}b", locked=locked("ek/karta")))  # fmt: skip
    found = one(made)
    assert (2, ["provby-a", "provby-b"]) == (len(found.cites), [p.id for p in found.seen.by])


def test_a_signal_is_found_by_its_name_and_by_its_body(make: Make) -> None:
    """As pages and commands ask."""
    found = seen(depending(make))
    assert found.every == found.of("provby")
    assert ((), found.every[0], None) == (
        found.of("ek"), found.find("provby/karta/depends"), found.find("x"))  # fmt: skip


def test_kinds_are_those_that_can_be_rejected() -> None:
    """No signal that could not be answered."""
    kinds: set[SignalKind] = {"depends", "descends", "shares", "topic", "declares"}
    made = [REJECTION | {"kind": kind} for kind in sorted(kinds)]
    assert 5 == len(CuratedData.model_validate({"rejections": made}).rejections)
