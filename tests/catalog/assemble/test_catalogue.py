"""Curated data and facts joined: every repository in exactly one place, and who said what."""

from datetime import date
from typing import Any

from catalog.assemble import assemble
from catalog.models.curated import CuratedData
from catalog.models.evidence import Found
from catalog.models.facts import ReadmeSeen
from catalog.models.problem import Problem
from catalog.models.project import Catalogue
from catalog.models.run import RunReport, SourceRun
from catalog.store.snapshot import Snapshot
from tests.facts import COMMIT, URL, facts

BASE = "https://git.example.org/exempel"


def curated(**changes: Any) -> CuratedData:
    """Make curated data of one body with one source of two repositories."""
    source = {"id": "exempel-git", "body": "exempel", "forge": "git",
              "urls": [f"{BASE}/kod", f"{BASE}/annan"]}  # fmt: skip
    plain = {
        "bodies": [{"id": "exempel", "type": "municipality", "name": "Exempelkommun"}],
        "sources": [source],
    }
    return CuratedData.model_validate(plain | changes)


def product(**changes: Any) -> dict[str, Any]:
    """Describe a product over the repository ``kod``."""
    return {
        "id": "produkt", "name": "Produkten", "body": "exempel",
        "catalog": {"kind": "library", "repos": [{"repo": f"{BASE}/Kod.git", "role": "primary"}]},
    } | changes  # fmt: skip


def assembled(data: CuratedData, *read: str, **changes: Any) -> Catalogue:
    """Assemble with facts of these addresses, harvested on 2026-02-01."""
    run = SourceRun(tried=date(2026, 2, 1), succeeded=date(2026, 2, 1), repositories=2)
    snapshot = Snapshot(facts={url: facts(url, **changes) for url in read},
                        report=RunReport(sources={"exempel-git": run}))  # fmt: skip
    return assemble(data, snapshot)


def test_a_repository_that_nobody_claims_is_a_project_of_its_own() -> None:
    """It shows without anyone typing a word, also before it was ever harvested."""
    catalogue = assembled(curated(), URL)
    assert ["exempel-annan", "exempel-kod"] == [p.id for p in catalogue.projects]
    assert [None, date(2026, 2, 1)] == [p.repositories[0].as_of for p in catalogue.projects]


def test_a_product_takes_its_repositories_whatever_the_spelling() -> None:
    """Case and ``.git`` do not matter; the source's spelling is shown."""
    catalogue = assembled(curated(projects=[product()]), URL)
    produkt = catalogue.project("produkt")
    assert produkt
    assert [URL] == [r.url for r in produkt.repositories]
    assert ["exempel-annan", "produkt"] == [p.id for p in catalogue.projects]


def test_what_people_say_of_the_kind_wins_and_the_other_is_kept() -> None:
    """The kind that the content shows stands beside the stated one."""
    produkt = assembled(curated(projects=[product()]), URL).project("produkt")
    assert produkt
    assert ("library", "curated") == (produkt.kind.value, produkt.kind.by)
    assert ["app"] == [o.value for o in produkt.kind.overruled]


def test_the_readmes_status_wins_over_curated_and_cites_its_line() -> None:
    """A harvested fact comes before what people typed; who was overruled is kept."""
    readme = ReadmeSeen(path="README.md", bytes=9, encoding="ascii", markup="markdown",
                        language=None, status="obsolete", status_line=3)  # fmt: skip
    data = curated(projects=[product(developmentStatus="stable")])
    produkt = assembled(data, URL, readmes=Found(found=(readme,))).project("produkt")
    assert produkt
    assert produkt.status
    assert produkt.status.cite
    assert ("obsolete", "README.md", 3, COMMIT) == (
        produkt.status.value, produkt.status.cite.path, produkt.status.cite.line,
        produkt.status.cite.commit,
    )  # fmt: skip
    assert ["stable"] == [o.value for o in produkt.status.overruled]


def test_stale_facts_are_dated_by_when_they_became_so() -> None:
    """Ages are not measured past the day a repository could last be read."""
    catalogue = assembled(curated(), URL, stale_since=date(2026, 1, 20))
    kod = catalogue.project("exempel-kod")
    assert kod
    assert date(2026, 1, 20) == kod.repositories[0].as_of


def test_what_is_left_out_has_its_reason() -> None:
    """Exclusions, facts without a source and corrupt files are all listed."""
    source = curated().sources[0].model_dump(by_alias=True)
    source["exclude"] = [{"repo": f"{BASE}/annan", "reason": "a mirror"}]
    stray = facts(f"{BASE}/stray").model_copy(update={"source": "gone"})
    broken = Problem(file="data/snapshot/x.json", line=None, column=None, message="corrupt",
                     hint="delete it", severity="warning")  # fmt: skip
    snapshot = Snapshot(facts={stray.url: stray}, problems=[broken])
    catalogue = assemble(curated(sources=[source]), snapshot)
    assert ["exempel-kod"] == [p.id for p in catalogue.projects]
    assert [("excluded", "a mirror"), ("no-source", "gone"), ("corrupt", "corrupt")] == [
        (h.reason, h.detail) for h in catalogue.hidden
    ]


def test_adoptions_follow_their_project() -> None:
    """Each project carries the adoptions that name it."""
    adoption = {"id": "a", "project": "produkt", "body": "exempel", "stage": "pilot",
                "asOf": "2026-01-01", "basis": "declared"}  # fmt: skip
    catalogue = assembled(curated(projects=[product()], adoptions=[adoption]), URL)
    produkt = catalogue.project("produkt")
    assert produkt
    assert ["a"] == [a.id for a in produkt.adoptions]


def test_an_address_taken_off_the_list_is_hidden_with_its_reason() -> None:
    """Its facts are kept, and not shown as if they were still confirmed."""
    source = curated().sources[0].model_dump(by_alias=True)
    source["urls"] = [f"{BASE}/annan"]
    catalogue = assembled(curated(sources=[source]), URL)
    assert ["exempel-annan"] == [p.id for p in catalogue.projects]
    assert [(URL, "no-source")] == [(h.url, h.reason) for h in catalogue.hidden]


def test_the_first_repository_stands_in_where_none_is_primary() -> None:
    """A product of one repository needs no role for its kind and status to be read."""
    only = product(catalog={"repos": [{"repo": f"{BASE}/kod"}]})
    readme = ReadmeSeen(path="README.md", bytes=9, encoding="ascii", markup="markdown",
                        status="beta", status_line=3)  # fmt: skip
    catalogue = assembled(curated(projects=[only]), URL, readmes=Found(found=(readme,)))
    produkt = catalogue.project("produkt")
    assert produkt
    assert produkt.status
    assert "beta" == produkt.status.value


def test_what_a_product_claims_is_not_left_out() -> None:
    """An exclusion of a repository that shows all the same is not told as hidden."""
    source = curated().sources[0].model_dump(by_alias=True)
    source["exclude"] = [{"repo": f"{BASE}/KOD", "reason": "a mirror"}]
    assert () == assembled(curated(sources=[source], projects=[product()]), URL).hidden
