"""Which product has which repository: by name first, then by pattern; and what is contended."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from catalog.models.address import matches
from catalog.models.curated import ProjectEntry


class Claim(NamedTuple):
    """A product's hold on a repository; ``pattern`` is None where it is named."""

    project: str
    pattern: str | None = None


class ClaimWarning(NamedTuple):
    """Something to mend in a product's ``catalog.match``: which pattern, what, what to write."""

    project: str
    pattern: str
    message: str
    hint: str


def by_pattern(
    products: Iterable[ProjectEntry], free: Mapping[str, Iterable[str]]
) -> dict[str, list[Claim]]:
    """Return for each free repository the products whose patterns fit it, the winner first.

    ``free`` are those that no product names: identities with every address they have had. Of
    several products the first by id has it.
    """
    patterns = [
        (Claim(entry.id, pattern), pattern)
        for entry in sorted(products, key=lambda entry: entry.id)
        for pattern in entry.catalog.match
    ]
    found: dict[str, list[Claim]] = {}
    for key, addresses in free.items() if patterns else ():
        fitting: dict[str, Claim] = {}
        for claim, pattern in patterns:
            if claim.project not in fitting and any(matches(pattern, a) for a in addresses):
                fitting[claim.project] = claim
        if fitting:
            found[key] = list(fitting.values())
    return found


def warnings(
    products: Iterable[ProjectEntry],
    claimed: Mapping[str, list[Claim]],
    named: Iterable[str],
    urls: Mapping[str, str],
) -> tuple[ClaimWarning, ...]:
    """Tell the repositories that patterns of several products fit, and patterns that fit nothing.

    A pattern that fits only what is ``named`` by a product is no mistake: a name wins over it.
    """
    return (*_contended(claimed, urls), *_idle(products, claimed, list(named)))


def _contended(claimed: Mapping[str, list[Claim]], urls: Mapping[str, str]) -> list[ClaimWarning]:
    return [
        ClaimWarning(
            claim.project,
            claim.pattern or "",
            f"the pattern also fits {urls.get(key, key)}, which '{winner.project}' has",
            "name the repository under repos of the product that it belongs to",
        )
        for key, (winner, *others) in sorted(claimed.items())
        for claim in others
    ]


def _idle(
    products: Iterable[ProjectEntry], claimed: Mapping[str, list[Claim]], named: list[str]
) -> list[ClaimWarning]:
    used = {claim for claims in claimed.values() for claim in claims}
    return [
        ClaimWarning(
            entry.id,
            pattern,
            f"the pattern {pattern} fits no repository",
            "write an address in which * stands for any letters: https://github.com/body/name-*",
        )
        for entry in products
        for pattern in entry.catalog.match
        if Claim(entry.id, pattern) not in used and not any(matches(pattern, url) for url in named)
    ]
