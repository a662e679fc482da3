"""Asking bodies' own domains what they use, against domains that tell, lie, stall or send away."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.models.curated import Body, CuratedData, Source
from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.run import UsageRun
from catalog.models.usage import PATH, UsageSeen, UsedSeen
from catalog.store.snapshot import USAGE, read_snapshot, snapshot_folder
from harvesters.reading.usage import MOST, UsageError, read_usage
from harvesters.run import Harvest, Outcome
from harvesters.usage import LARGEST, Domains, is_same_site
from tests.stand_in.server import Answer, Request, StandIn, running

TODAY = date(2026, 2, 1)
KARTA = "https://github.com/annan/karta"
FILE: dict[str, Any] = {
    "organization": {"url": "https://ek.example", "contact": "somebody@ek.example"},
    "software": [{"url": KARTA, "status": "production", "note": "somebody's words"}],
    "lastUpdated": "2026-01-05",
}
SEEN = UsageSeen(said=date(2026, 1, 5), software=(UsedSeen(url=KARTA, stage="production"),))


@dataclass
class Domain:
    """A catalogue over one body, and the domain it is asked at."""

    folder: Path
    answer: Answer = field(default_factory=lambda: Answer.of(FILE))
    base: str = ""
    asked: list[Request] = field(default_factory=list)

    def __call__(self, request: Request) -> Answer:
        """Answer as the test wants."""
        self.asked.append(request)
        return self.answer

    def harvest(self, today: date = TODAY, only: tuple[str, ...] = (), **given: Any) -> Outcome:
        """Harvest nothing but what the domain tells."""
        run = Harvest(
            self.folder, today, usage=given.pop("usage", True),
            environment={"KODKATALOG_STAND_IN": f"ek.example={self.base}"},
        )  # fmt: skip
        domains = given.pop("domains", ("ek.example",))
        body = Body(id="ek", type="municipality", name="Ek", domains=domains)
        other = Body(id="provby", type="municipality", name="Provby")
        sources = tuple(Source(id=b, body=b, forge="git", folder="none") for b in ("ek", "provby"))
        return run.run(CuratedData(bodies=(body, other), sources=sources), only)

    @property
    def known(self) -> Any:
        """What is written of the domain."""
        usage = read_snapshot(self.folder).usage
        return usage.files.get("ek.example") if usage else None

    @property
    def run(self) -> UsageRun | None:
        """What the report says of it."""
        return (read_snapshot(self.folder).report.usage or {}).get("ek.example")


@pytest.fixture
def domain(tmp_path: Path) -> Iterator[Domain]:
    """Serve a file."""
    made = Domain(tmp_path)
    (tmp_path / "none").mkdir()
    with running(StandIn(made)) as server:
        made.base = server.base
        yield made


def test_what_a_domain_tells_is_kept_with_its_day(domain: Domain) -> None:
    """Addresses, stages and days; of all its other words nothing."""
    assert (0, ()) == ((done := domain.harvest()).exit_code, done.usage)
    assert Found(found=SEEN) == domain.known
    assert UsageRun(tried=TODAY, succeeded=TODAY) == domain.run
    written = (snapshot_folder(domain.folder) / USAGE).read_text()
    assert "somebody" not in written
    (request,) = domain.asked
    assert (PATH, "identity") == (request.path, request.headers["accept-encoding"])


def test_the_same_answer_is_the_same_bytes(domain: Domain) -> None:
    """The day of asking is in the report alone."""
    domain.harvest()
    path = snapshot_folder(domain.folder) / USAGE
    before = path.read_bytes()
    domain.harvest(TODAY + timedelta(days=2))
    assert before == path.read_bytes()


@pytest.mark.parametrize("status", [404, 410])
def test_that_there_is_no_file_is_an_answer(domain: Domain, status: int) -> None:
    """Also where there was one before."""
    domain.harvest()
    domain.answer = Answer(status)
    domain.harvest()
    assert Absent(absent=(f"https://ek.example{PATH}",)) == domain.known
    assert UsageRun(tried=TODAY, succeeded=TODAY) == domain.run


WRONG = [
    (Answer(403), "answered with the status 403", "forbidden"),
    (Answer(429), "answered with the status 429", "rate-limited"),
    (Answer(503), "answered with the status 503", "failed"),
    (Answer(200, b"<html>Not found</html>"), "something that is not its format", "unreadable"),
    (Answer(200, b"[" * 90_000), "something that is not its format", "unreadable"),
    (Answer.of([FILE]), "something that is not its format", "unreadable"),
    (Answer.of(FILE | {"organization": {"url": "https://provby.example"}}),
     "the file of another organisation", "unreadable"),
    (Answer.of(FILE | {"organization": {"url": "https://[ek.example"}}),
     "the file of another organisation", "unreadable"),
    (Answer.of(FILE | {"software": [{}] * (MOST + 1)}), "more software than", "unreadable"),
    (Answer(200, b" " * (LARGEST + 1)), "more than can be read", "too-large"),
    (Answer(200, b"\x1f\x8b", {"Content-Encoding": "gzip"}), "something that is packed",
     "unreadable"),
    (Answer(302, headers={"Location": "https://evil.example/usage.json"}),
     "sends us on to another host: refused", "failed"),
    (Answer(302, headers={"Location": "http://[evil"}),
     "sends us on to another host: refused", "failed"),
    (Answer(302, headers={"Location": PATH}), "sends us round in circles", "failed"),
    (Answer.of(FILE, 200).__class__(200, b"{}", cut=1), "cannot be reached", "failed"),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "reason", "unseen"), WRONG)
def test_what_is_no_answer_is_unseen_and_never_absent(
    domain: Domain, answer: Answer, reason: str, unseen: str
) -> None:
    """The harvest goes well all the same, and the report says why."""
    domain.answer = answer
    outcome = domain.harvest()
    assert (0, Unseen.model_validate({"unseen": unseen})) == (outcome.exit_code, domain.known)
    assert domain.run == UsageRun(tried=TODAY, failure=outcome.usage[0])
    assert reason in outcome.usage[0]


@pytest.mark.parametrize(("answer", "reason", "unseen"), WRONG[2:11:4])
def test_what_was_known_stays(domain: Domain, answer: Answer, reason: str, unseen: str) -> None:
    """Dated by the first day on which it could not be had, until it can again."""
    domain.harvest()
    first = TODAY + timedelta(days=3)
    domain.answer = answer
    domain.harvest(first)
    domain.harvest(first + timedelta(days=1))
    assert Found(found=SEEN, stale_since=first) == domain.known
    assert reason in str(domain.run)
    domain.answer = Answer.of(FILE)
    domain.harvest(first)
    assert (Found(found=SEEN), unseen != "") == (domain.known, True)


@contextmanager
def dripping(begun: bytes | None) -> Iterator[str]:
    """Begin an answer and go on a byte at a time, or say nothing at all, until nobody waits."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        done = threading.Event()

        def serve() -> None:
            with suppress(OSError):
                connection, _ = listening.accept()
                with connection:
                    connection.recv(65_536)
                    connection.sendall(begun or b"")
                    while not done.wait(0.02):
                        connection.sendall(b"x" if begun else b"")

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            done.set()
            thread.join()


@pytest.mark.parametrize(
    ("begun", "silence", "longest"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n", 9.0, 0.1),
        (b"HTTP/1.1 200 OK\r\nX-Long: ", 9.0, 0.1),
        (None, 0.01, 9.0),
    ],
)
def test_who_is_slow_is_left(begun: bytes | None, silence: float, longest: float) -> None:
    """Whether nothing comes for a while, or a byte now and then for ever."""
    with dripping(begun) as base:
        environment = {"KODKATALOG_STAND_IN": f"ek.example={base}"}
        read = Domains(environment, TODAY, silence, longest).read_all(["ek.example"])
    assert {"ek.example": (Unseen(unseen="failed"), "ek.example did not answer in time")} == read


def test_only_names_of_hosts_are_asked(domain: Domain) -> None:
    """What could be anything else in an address never becomes one."""
    read = Domains({}, TODAY).read("127.0.0.1")
    assert (Unseen(unseen="failed"), "127.0.0.1 is no name of a host") == read
    assert [] == domain.asked


@pytest.mark.parametrize(
    ("target", "expected"),
    [("/elsewhere", True), ("https://www.ek.example/a", True), ("http://ek.example/a", False),
     ("https://ek.example:8443/", False), ("https://ek.example.evil.example/", False),
     ("//evil.example/", False), ("https://[", False), ("https://ek.example:x/", False)],
)  # fmt: skip
def test_a_redirect_stays_at_the_domain(*, target: str, expected: bool) -> None:
    """With or without www; never from https to http, nor to another port."""
    assert expected == is_same_site(f"https://ek.example{PATH}", target)


def test_what_stands_in_is_on_this_machine_and_else_https_is_asked(domain: Domain) -> None:
    """Any other address in the variable is as none."""
    environment = {"KODKATALOG_STAND_IN": "ek.example=http://192.0.2.1:80"}
    read = Domains(environment, TODAY, 0.2).read("ek.example")
    assert (Unseen(unseen="failed"), "ek.example cannot be reached") == read
    assert [] == domain.asked


def test_switched_off_nobody_is_asked_and_what_was_known_stays(domain: Domain) -> None:
    """With its day."""
    domain.harvest()
    before = domain.run
    domain.harvest(TODAY + timedelta(days=3), usage=False)
    assert (1, before, Found(found=SEEN)) == (len(domain.asked), domain.run, domain.known)


def test_only_bodies_of_the_chosen_sources_are_asked(domain: Domain) -> None:
    """A harvest of one source concerns nobody else's domain."""
    domain.harvest(only=("provby",))
    assert ([], None) == (domain.asked, domain.known)
    domain.harvest(only=("ek",))
    assert 1 == len(domain.asked)


def test_a_domain_that_is_no_bodys_any_more_is_forgotten(domain: Domain) -> None:
    """In what is known and in the report."""
    domain.harvest()
    domain.harvest(domains=())
    assert (None, None) == (domain.known, domain.run)


def test_a_source_harvested_later_keeps_what_the_report_says_of_domains(domain: Domain) -> None:
    """The report is written source by source."""
    domain.harvest()
    domain.harvest(only=("provby",), usage=False)
    assert UsageRun(tried=TODAY, succeeded=TODAY) == domain.run


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"url": KARTA, "status": "evaluation"}, UsedSeen(url=KARTA, stage="evaluating")),
        ({"url": KARTA, "status": "testing"}, UsedSeen(url=KARTA, stage="testing")),
        ({"url": KARTA, "status": "everywhere"}, UsedSeen(url=KARTA)),
        ({"url": KARTA, "status": "retired", "until": "2025-12-01T10:00:00Z"},
         UsedSeen(url=KARTA, stage="retired", until=date(2025, 12, 1))),
        ({"url": KARTA, "until": "2031-01-01"}, UsedSeen(url=KARTA)),
        ({"url": KARTA, "until": "2026-02-31"}, UsedSeen(url=KARTA)),
        ({"url": "javascript:alert(1)"}, None),
        ({"url": "http://github.com/annan/karta"}, None),
        ({"url": "https://user@github.com/annan/karta"}, None),
        ({"url": f"https://github.com/{'a' * 600}"}, None),
        ({"url": 7}, None),
        ("karta", None),
    ],
)  # fmt: skip
def test_an_entry(row: object, expected: UsedSeen | None) -> None:
    """What is not understood is left out, or unknown; days to come have not been."""
    content = json.dumps({"software": [row]}).encode()
    assert ((expected,) if expected else ()) == read_usage(content, "ek.example", TODAY).software


def test_software_named_twice_has_come_as_far_as_it_has(domain: Domain) -> None:
    """A body may run it at one place and have retired it at another."""
    rows = [{"url": KARTA, "status": "retired"}, {"url": f"{KARTA}/", "status": "pilot"}]
    seen = read_usage(json.dumps({"software": rows}).encode(), "ek.example", TODAY)
    assert ["pilot"] == [used.stage for used in seen.software]
    assert domain.asked == []


_ANY = st.recursive(
    st.none() | st.booleans() | st.text(max_size=12) | st.integers() | st.just(KARTA),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("url", "status", "until", "software")), inner, max_size=4
        )
    ),
    max_leaves=20,
)


@given(told=st.dictionaries(st.sampled_from(("organization", "software", "lastUpdated")), _ANY))
def test_no_file_makes_reading_fail_otherwise(told: dict[str, Any]) -> None:
    """It is a file, or it is none."""
    with suppress(UsageError):
        assert isinstance(read_usage(json.dumps(told).encode(), "ek.example", TODAY), UsageSeen)


@given(content=st.binary(max_size=60))
def test_no_bytes_do_either(content: bytes) -> None:
    """Whatever is sent."""
    with suppress(UsageError):
        read_usage(content, "ek.example", TODAY)
