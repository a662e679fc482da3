"""Asking once for all locked packages of all repositories, whichever were read this time."""

import re
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor

from catalog.models.advisories import Advisories, Advisory, keyed
from catalog.models.evidence import Found
from catalog.models.facts import RepositoryFacts
from harvesters.advisories.osv import Osv, Question
from harvesters.advisories.rating import kept

_AT_ONCE = 8  # advisories that are fetched at a time
_NUMBERED = re.compile(r"v?\d[\w.+!-]{0,99}$", re.IGNORECASE)
_BRANCH = re.compile(r"dev-|.*-dev$", re.IGNORECASE)  # Composer's names for a branch's tip


def asked(osv: Osv, facts: Iterable[RepositoryFacts], known: Advisories | None) -> Advisories:
    """Ask for every package once; what is known and unchanged is not fetched again.

    Raises:
        AdvisoriesError: OSV did not answer everything; nothing is taken over then.
    """
    packages = _packages(facts)
    questions = {key: question for key, question in packages.items() if question}
    answers = dict(zip(questions, osv.concerning(list(questions.values())), strict=True))
    marks = {one: mark for answer in answers.values() for one, mark in answer.items()}
    advisories = _advisories(osv, marks, known.advisories if known else {})
    return Advisories(
        advisories=advisories,
        asked={key: tuple(sorted(advisories.keys() & answer.keys()))
               for key, answer in answers.items()},
        unasked=tuple(key for key, question in packages.items() if not question),
    )  # fmt: skip


def _packages(facts: Iterable[RepositoryFacts]) -> dict[str, Question | None]:
    """List every package once, in order; without a question where it has no version to ask for."""
    found: dict[str, Question | None] = {}
    for one in facts:
        for key, lock, package in keyed(one.locked.found if isinstance(one.locked, Found) else ()):
            if key not in found:
                registry = key.partition(":")[0]
                version = package.version.removeprefix("v") if lock.ecosystem == "go" else None
                found[key] = _question(registry, package.name, version or package.version)
    return dict(sorted(found.items()))


def _question(registry: str, name: str, version: str) -> Question | None:
    if not _NUMBERED.match(version) or _BRANCH.match(version):
        return None
    return {"package": {"ecosystem": registry, "name": name}, "version": version}


def _advisories(
    osv: Osv, marks: Mapping[str, str], known: Mapping[str, Advisory]
) -> dict[str, Advisory]:
    old = {one: known[one] for one, mark in marks.items()
           if one in known and known[one].modified == mark}  # fmt: skip
    lacking = sorted(marks.keys() - old.keys())
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        told = list(pool.map(osv.advisory, lacking))
    pairs = zip(lacking, told, strict=True)
    new = {one: kept(one, advisory, marks[one]) for one, advisory in pairs if advisory is not None}
    return dict(sorted((old | new).items()))
