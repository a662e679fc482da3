"""Repositories at more addresses than one: which is the original, and what stands for it."""

from collections.abc import Mapping
from datetime import date

from catalog.assemble.forks import Now
from catalog.models.address import key_of
from catalog.models.descent import Descent, Sign
from catalog.models.evidence import Found
from catalog.models.facts import RepositoryFacts
from catalog.models.forge import ForgeAbout, ForgeFacts
from catalog.models.verdict import Cite


def originals(descents: Mapping[str, Descent], live: Mapping[str, object], now: Now) -> dict[
    str, str
]:  # fmt: skip
    """Return for each copy the identity of what it is a copy of in the end, harvested or not.

    Copies of each other, round in a circle, have the first of them as their original: what says of
    itself that it is a copy must not take the software off the page.
    """
    steps = {k: now(d.origin) for k, d in descents.items() if d.is_copy and d.origin and k in live}
    found = {key: _end(key, steps) for key in steps}
    return {key: end for key, end in found.items() if end != key}


def _end(key: str, steps: Mapping[str, str]) -> str:
    way = [key]
    while (onward := steps.get(way[-1])) is not None:
        if onward in way:
            return min(way[way.index(onward) :])
        way.append(onward)
    return way[-1]


def twins(read: Mapping[str, RepositoryFacts], ranks: Mapping[str, int]) -> dict[str, Descent]:
    """Tell those whose default branch stands at one commit at two hosts: one repository, twice.

    The original is the one that is not archived, was created first where the forges tell, stands in
    the source that people list first (``ranks``). Two at one host are left: the forge says there
    what is a copy.
    """
    standing: dict[str, list[str]] = {}
    for key, facts in read.items():
        if isinstance(facts.head, Found):
            standing.setdefault(facts.head.found.commit, []).append(key)
    found: dict[str, Descent] = {}
    for keys in (keys for keys in standing.values() if len({_host(key) for key in keys}) > 1):
        first = min(keys, key=lambda key: _seniority(key, read[key], ranks))
        alike = [key for key in keys if _host(key) != _host(first)]
        found |= {key: _twin(read[key], read[first]) for key in alike}
    return found


def _twin(copy: RepositoryFacts, original: RepositoryFacts) -> Descent:
    head = copy.head.found if isinstance(copy.head, Found) else None
    cite = Cite(
        repository=copy.url, commit=head.commit if head else None, on=head.on if head else None
    )
    sign = Sign(code="same-head", address=original.url, cite=cite)
    return Descent(kind="mirror", origin=original.url, signs=(sign,))


def _seniority(
    key: str, facts: RepositoryFacts, ranks: Mapping[str, int]
) -> tuple[bool, date, int, str]:
    about = _about(facts)
    archived = about.archived if about else False
    created = about.created if about else None
    return archived, created or date.max, ranks.get(facts.source, len(ranks)), key


def _about(facts: RepositoryFacts) -> ForgeAbout | None:
    told = facts.forge.about if isinstance(facts.forge, ForgeFacts) else None
    return told.found if isinstance(told, Found) else None


def _host(key: str) -> str:
    return key_of(key).partition("/")[0]
