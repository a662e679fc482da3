"""What does not show as a project of its own, and why; and what is taken in by name."""

from collections.abc import Iterable, Iterator
from itertools import chain

from catalog.assemble.repositories import Repositories
from catalog.models.address import matches
from catalog.models.curated import Source
from catalog.models.problem import Problem
from catalog.models.project import Hidden, Included


def hidden(known: Repositories, problems: Iterable[Problem]) -> tuple[Hidden, ...]:
    """List all that does not show: left out, strays, copies, what is gone, damaged files."""
    return tuple(
        chain(
            chain.from_iterable(_excluded(known, source) for source in known.curated.sources),
            (Hidden(url=f.url, reason="no-source", detail=f.source) for f in known.strays()),
            _folded(known),
            _gone(known),
            (Hidden(url=p.file, reason="corrupt", detail=p.message) for p in problems),
        )
    )


def included(known: Repositories) -> tuple[Included, ...]:
    """List what sources take in by name; a pattern names each repository that it takes in."""
    return tuple(
        Included(url=url, source=source.id, reason=selection.reason)
        for source in known.curated.sources
        for selection in source.include
        for url in known.fitting(source, selection) or [selection.repo]
    )


def _excluded(known: Repositories, source: Source) -> Iterator[Hidden]:
    """Tell each repository that exclusions keep away, once; a pattern that fits none stands so."""
    for selection in source.exclude:
        for url in known.fitting(source, selection) or [selection.repo]:
            key = known.addresses.now(url)
            if known.shows(key) or key in known.addresses.gone or _is_taken_in(source, url):
                continue
            if known.exclusion(key) in (None, selection):
                yield Hidden(url=url, reason="excluded", detail=selection.reason)


def _is_taken_in(source: Source, url: str) -> bool:
    return any(matches(selection.repo, url) for selection in source.include)


def _folded(known: Repositories) -> Iterator[Hidden]:
    for key, url in sorted(known.urls.items()):
        if known.is_folded(key) and known.exclusion(key) is None:
            descent = known.descents[key]
            reason = "mirror" if descent.kind == "mirror" else "technical-fork"
            yield Hidden(url=url, reason=reason, to=descent.origin)


def _gone(known: Repositories) -> Iterator[Hidden]:
    """Tell what is gone, but for what stands as gone in its product's table."""
    for key, grave in sorted(known.addresses.gone.items()):
        if key not in known.claims:
            to = known.addresses.destination(grave)
            yield Hidden(url=grave.url, reason=grave.reason, to=to, since=grave.gone_since)
