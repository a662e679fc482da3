"""What a source lists: a list of addresses, a folder of repositories, or an account on a forge."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import quote

from catalog.models.address import key_of, matches
from catalog.models.curated import ForgeName, Source
from catalog.models.forge import ForgeFacts
from harvesters.forges.account import Account, account_of
from harvesters.forges.asking import Patience
from harvesters.forges.forgejo import Forgejo
from harvesters.forges.github import GitHub
from harvesters.forges.listing import Asked, Forge, Listed, ListingError, Missing, Whereabouts

FORGES: dict[ForgeName, Callable[[Account, Patience], Forge]] = {
    "github": GitHub,
    "forgejo": Forgejo,
}


def opened(source: Source, catalogue: Path, environment: Mapping[str, str], today: date) -> Forge:
    """Open a source for listing: the forge that its account is on, or plain git.

    Raises:
        TokenError: a secret that the source names is not there.
    """
    if source.forge == "git":
        return PlainGit(source, catalogue)
    return FORGES[source.forge](account_of(source, environment, today), Patience())


def selected(source: Source, listed: Iterable[Listed]) -> list[Listed]:
    """Leave out what the source excludes and does not include by name."""
    return [one for one in listed if not _excluded(source, one.url)]


def _excluded(source: Source, url: str) -> bool:
    if any(matches(included.repo, url) for included in source.include):
        return False
    return any(matches(excluded.repo, url) for excluded in source.exclude)


@dataclass
class PlainGit:
    """Repositories by address, or in a folder of the catalogue: git is all that can be asked."""

    source: Source
    catalogue: Path
    asked: Asked = field(default_factory=Asked)

    def repositories(self) -> list[Listed]:
        """List every repository once, whatever the spellings, in order of address.

        Raises:
            ListingError: the folder is not there.
        """
        if self.source.folder:
            listed = _in_folder(self.source, self.catalogue)
        else:
            listed = _by_address(self.source)
        once = {key_of(x.url): x for x in sorted(listed, reverse=True)}
        return sorted(once.values())

    def describe(self, _chosen: Sequence[Listed]) -> Iterator[tuple[Listed, ForgeFacts]]:
        """Tell nothing: there is no interface."""
        return iter(())

    def whereabouts(self, _missing: Iterable[Missing]) -> dict[str, Whereabouts]:
        """Tell nothing: people took it off a list, or a folder lost it."""
        return {}


def _by_address(source: Source) -> list[Listed]:
    return [Listed(url.removesuffix(".git"), url) for url in source.urls]


def _in_folder(source: Source, catalogue: Path) -> list[Listed]:
    folder = (catalogue / str(source.folder)).resolve()
    if not folder.is_dir():
        raise ListingError(f"the folder {source.folder} of the source {source.id} is not there")
    base = source.base_url or f"local://{source.id}"
    found = [path for depth in ("*", "*/*") for path in folder.glob(depth) if _is_repository(path)]
    return [
        Listed(f"{base}/{_address(path.relative_to(folder))}", f"file://{path}")
        for path in found
        if not _is_repository(path.parent)
    ]


def _address(path: Path) -> str:
    """Write a folder's path as part of an address: letters as they are, what breaks one encoded."""
    plain = path.as_posix().removesuffix(".git")
    return re.sub(r'[\s"\\%?#]|[^\x21-\uffff]', lambda found: quote(found[0]), plain)


def _is_repository(path: Path) -> bool:
    return (path / ".git" / "HEAD").is_file() or (
        (path / "HEAD").is_file() and (path / "objects").is_dir()
    )
