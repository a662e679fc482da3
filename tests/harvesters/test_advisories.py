"""Asking OSV for advisories at the end of a harvest, against a stand-in."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.models.advisories import Advisories
from catalog.models.curated import Body, CuratedData, Source
from catalog.models.run import AdvisoriesRun
from catalog.store.snapshot import ADVISORIES, read_snapshot, snapshot_folder
from harvesters.advisories.rating import kept
from harvesters.forges.asking import Patience
from harvesters.run import Harvest, Outcome
from tests.repositories import MakeRepository
from tests.stand_in.osv import StandInOsv, advisory
from tests.stand_in.server import Answer, Fault, StandIn, running

TODAY = date(2026, 2, 1)
LEFT = ("npm", "left", "1.0.0")


@dataclass
class Asking:
    """A catalogue over one repository, and the OSV it asks."""

    folder: Path
    osv: StandInOsv
    server: StandIn
    url: str
    waited: list[float]

    def harvest(self, today: date = TODAY, **settings: Any) -> Outcome:
        """Harvest, and ask."""
        self.server.requests.clear()
        run = Harvest(
            self.folder, today, advisories=settings.pop("advisories", True),
            environment={"KODKATALOG_STAND_IN": f"api.osv.dev={self.server.base}"},
            patience=lambda: Patience(sleep=self.waited.append), **settings,
        )  # fmt: skip
        body = Body(id="exempel", type="municipality", name="Exempelkommun")
        source = Source(id="git", body="exempel", forge="git", urls=(self.url,))
        return run.run(CuratedData(bodies=(body,), sources=(source,)))

    @property
    def known(self) -> Advisories:
        """What is written."""
        snapshot = read_snapshot(self.folder)
        assert ([], True) == (snapshot.problems, snapshot.advisories is not None)
        return snapshot.advisories or Advisories()

    @property
    def run(self) -> AdvisoriesRun | None:
        """What the report says."""
        return read_snapshot(self.folder).report.advisories

    @property
    def asked(self) -> list[str]:
        """The paths that were asked for."""
        return [request.path for request in self.server.requests]


def lock_of(*packages: tuple[str, str]) -> str:
    """Make an npm lock file."""
    return json.dumps({"lockfileVersion": 3, "packages": {
        f"node_modules/{name}": {"version": version} for name, version in packages}})  # fmt: skip


@pytest.fixture
def asking(tmp_path: Path, make_repository: MakeRepository, stand_in: str) -> Iterator[Asking]:
    """Lock two npm packages and a branch of a composer one."""
    composer = {"packages": [{"name": "acme/tip", "version": "dev-main"}]}
    make_repository("exempel/kod", {
        "package-lock.json": lock_of(("left", "1.0.0"), ("right", "2.0.0")),
        "composer.lock": json.dumps(composer)})  # fmt: skip
    osv = StandInOsv()
    folder = tmp_path / "catalogue"
    folder.mkdir()
    with running(StandIn(osv)) as server:
        yield Asking(folder, osv, server, f"{stand_in}exempel/kod", [])


def test_every_package_is_asked_for_once_and_the_answer_is_one_file(asking: Asking) -> None:
    """With what concerns each, and what could not be asked for."""
    asking.osv.add(LEFT, advisory("GHSA-aaaa"), advisory("PYSEC-1", severity=None, fixed=None))
    assert 0 == asking.harvest().exit_code
    known = asking.known
    assert {"npm:left@1.0.0": ("GHSA-aaaa", "PYSEC-1"), "npm:right@2.0.0": ()} == known.asked
    assert ("Packagist:acme/tip@dev-main",) == known.unasked
    first, second = known.advisories["GHSA-aaaa"], known.advisories["PYSEC-1"]
    assert ("high", date(2026, 1, 1), True) == (first.severity, first.published, first.fixed)
    assert (None, False) == (second.severity, second.fixed)
    assert AdvisoriesRun(tried=TODAY, succeeded=TODAY) == asking.run


def test_only_registry_name_and_version_are_sent(asking: Asking) -> None:
    """No address of a repository, no token, nothing of the catalogue."""
    asking.harvest()
    (request,) = asking.server.requests
    question = {"package": {"ecosystem": "npm", "name": "left"}, "version": "1.0.0"}
    assert question == request.json()["queries"][0]
    assert "authorization" not in request.headers
    assert b"exempel" not in request.body


def test_nothing_of_the_advisories_texts_is_kept(asking: Asking) -> None:
    """Ids, dates and numbers only; and no day of asking, so that same facts are same bytes."""
    asking.osv.add(LEFT, advisory("GHSA-aaaa"))
    asking.harvest()
    path = snapshot_folder(asking.folder) / ADVISORIES
    before = path.read_bytes()
    assert b"somebody" not in before
    asking.harvest(TODAY + timedelta(days=1))
    assert before == path.read_bytes()


def test_what_is_known_and_unchanged_is_not_fetched_again(asking: Asking) -> None:
    """OSV's own mark of the version tells."""
    asking.osv.add(LEFT, advisory("GHSA-aaaa"), advisory("GHSA-bbbb"))
    asking.harvest()
    asking.osv.advisories["GHSA-bbbb"] |= {"modified": "2026-01-09T00:00:00Z", "withdrawn": None}
    asking.harvest()
    assert ["/v1/querybatch", "/v1/vulns/GHSA-bbbb"] == asking.asked


def test_pages_are_followed(asking: Asking) -> None:
    """Each question has its own."""
    asking.osv.page = 2
    asking.osv.add(LEFT, *(advisory(f"GHSA-{n}") for n in range(5)))
    asking.harvest()
    assert [f"GHSA-{n}" for n in range(5)] == list(asking.known.asked["npm:left@1.0.0"])


def test_a_withdrawn_advisory_is_none(asking: Asking) -> None:
    """Also one that is gone between two questions."""
    asking.osv.add(LEFT, advisory("GHSA-aaaa", withdrawn="2026-01-03T00:00:00Z"))
    asking.osv.add(LEFT, advisory("GHSA-bbbb"))
    asking.server.faults.append(
        Fault(lambda _r: Answer.of({}, 404), lambda r: r.path.endswith("GHSA-bbbb"))
    )
    asking.harvest()
    assert () == asking.known.asked["npm:left@1.0.0"]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer.of({}, 503), "answered with the status 503"),
        (Answer.of({}, 403), "answered with the status 403"),
        (Answer(200, b"<html>"), "answered with something that is not its format"),
        (Answer.of({"results": []}), "answered another number of questions than were asked"),
        (Answer(302, headers={"Location": "https://evil.example.org/"}), "cannot be reached"),
    ],
)  # fmt: skip
def test_where_osv_does_not_answer_the_older_answer_stays(
    asking: Asking, answer: Answer, reason: str
) -> None:
    """The harvest goes well all the same, and the report says why and since when."""
    asking.osv.add(LEFT, advisory("GHSA-aaaa"))
    asking.harvest()
    asking.server.faults.append(Fault(lambda _request: answer, times=None))
    later = TODAY + timedelta(days=9)
    outcome = asking.harvest(later)
    said = f"api.osv.dev {reason}"
    assert (0, said) == (outcome.exit_code, outcome.advisories)
    assert AdvisoriesRun(tried=later, succeeded=TODAY, failure=said) == asking.run
    assert ["GHSA-aaaa"] == list(asking.known.advisories)


def test_a_fault_that_passes_is_waited_for(asking: Asking) -> None:
    """As long as the answer asks to wait."""
    busy = Answer(429, b"{}", {"Retry-After": "7"})
    asking.server.faults.append(Fault(lambda _request: busy))
    assert None is asking.harvest().advisories
    assert [7.0] == asking.waited


def test_switched_off_nothing_is_asked_and_the_report_keeps_what_it_had(asking: Asking) -> None:
    """What an earlier harvest was told stays, with its day."""
    asking.harvest()
    before = asking.run
    asking.harvest(TODAY + timedelta(days=3), advisories=False)
    assert ([], before) == (asking.asked, asking.run)


def rated(standard: str, vector: str) -> dict[str, Any]:
    """Make the rating of an advisory."""
    return {"severity": [{"type": standard, "score": vector}]}


@pytest.mark.parametrize(
    ("told", "severity"),
    [
        ({"database_specific": {"severity": "MODERATE"}}, "moderate"),
        (rated("CVSS_V3", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"), "critical"),
        (rated("CVSS_V4", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N"),
         "high"),
        ({"affected": [rated("CVSS_V2", "AV:N/AC:M/Au:N/C:N/I:P/A:N")]}, "moderate"),
        (rated("CVSS_V3", "CVSS:3.1/AV:X"), None),
        ({}, None),
    ],
)  # fmt: skip
def test_severity_is_the_databases_word_or_what_the_vectors_give(
    told: dict[str, Any], severity: str | None
) -> None:
    """By the bounds that the standard sets."""
    assert severity == kept("X-1", told, "").severity


def test_a_malicious_package_is_critical() -> None:
    """Nobody rates it, and nothing is worse."""
    assert "critical" == kept("MAL-2026-1", {}, "").severity


_ANY = st.recursive(
    st.none() | st.text(max_size=10) | st.integers() | st.just("CVSS_V3"),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(("severity", "score", "type", "affected", "ranges", "events",
                                       "published", "aliases", "database_specific")),
                      inner, max_size=4),
    max_leaves=20,
)  # fmt: skip


@given(told=st.dictionaries(st.sampled_from(("severity", "affected", "published", "aliases",
                                             "database_specific")), _ANY))  # fmt: skip
def test_no_advisory_makes_reading_raise(told: dict[str, Any]) -> None:
    """Whatever its shape."""
    kept("X-1", told, "")
