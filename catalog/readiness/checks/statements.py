"""What a repository states about its licence, and where: one list for every check of rights."""

from collections.abc import Iterator
from typing import NamedTuple

from catalog.models.evidence import Found, UnseenReason
from catalog.models.facts import LicenceSeen, ManifestSeen, RepositoryFacts
from catalog.readiness.checks.evidence_of import items, reasons_unseen
from catalog.readiness.checks.licences import is_default

# These formats ask for an SPDX expression; headers and READMEs are words.
_SPDX_FIELDS = frozenset({"npm", "composer", "cargo"})


class Said(NamedTuple):
    """A licence stated somewhere else than in a licence text."""

    stated: str
    path: str
    line: int | None = None
    spdx_field: bool = False
    default: bool = False  # written by the package tool, not by a person


def is_root(path: str) -> bool:
    """Tell whether a file lies in the root."""
    return "/" not in path


def project_texts(facts: RepositoryFacts) -> tuple[LicenceSeen, ...]:
    """Return the licence texts that cover the project: in the root, or as REUSE lays them."""
    return tuple(
        seen
        for seen in items(facts.licences)
        if is_root(seen.path) or (seen.path.startswith("LICENSES/") and seen.path.count("/") == 1)
    )


def statements(facts: RepositoryFacts) -> tuple[Said, ...]:
    """List every licence stated in metadata, README and headers, in order of weight."""
    return (*_publiccode(facts), *_manifests(facts), *_wordpress(facts), *_readmes(facts))


def unseen_sources(facts: RepositoryFacts) -> tuple[UnseenReason, ...]:
    """List why some source of licence statements was not read."""
    return reasons_unseen(
        facts.licences, facts.publiccode, facts.manifests, facts.wordpress, facts.readmes
    )


def _publiccode(facts: RepositoryFacts) -> Iterator[Said]:
    match facts.publiccode:
        case Found(found=seen) if seen.licence:
            yield Said(seen.licence, seen.path, spdx_field=True)


def _manifests(facts: RepositoryFacts) -> Iterator[Said]:
    own_text = {_folder(seen.path) for seen in items(facts.licences) if not is_root(seen.path)}
    for manifest in items(facts.manifests):
        if manifest.licence and not manifest.tooling and _folder(manifest.path) not in own_text:
            yield _of_manifest(manifest, manifest.licence)


def _of_manifest(manifest: ManifestSeen, stated: str) -> Said:
    return Said(
        stated,
        manifest.path,
        spdx_field=manifest.ecosystem in _SPDX_FIELDS,
        default=is_default(manifest.ecosystem, stated),
    )


def _wordpress(facts: RepositoryFacts) -> Iterator[Said]:
    for header in items(facts.wordpress):
        if header.licence:
            yield Said(header.licence, header.path, header.licence_line or header.line)


def _readmes(facts: RepositoryFacts) -> Iterator[Said]:
    for readme in items(facts.readmes):
        if readme.licence and is_root(readme.path):
            yield Said(readme.licence, readme.path, readme.licence_line)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
