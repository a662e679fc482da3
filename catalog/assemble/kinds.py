"""What kind of thing a repository is: stated in publiccode.yml, else shown by its content."""

import re
from typing import NamedTuple, TypeVar

from catalog.models.curated import Kind
from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import ManifestSeen, PubliccodeSeen, RepositoryFacts
from catalog.models.project import Stated
from catalog.models.verdict import Cite

T = TypeVar("T")
# A repository called as a website's address. Endings that also end software's names are left out.
_DOMAIN = re.compile(r"(?:[a-zåäö0-9-]+\.)+(?:se|nu|eu|com|org|net|info)$", re.IGNORECASE)
_DOCS_NAME = re.compile(
    r"(?:^|[-_.])(?:docs?|documentation|dokumentation|handbook|handbok|guides?|guidelines|riktlinjer"
    r"|conventions|specs?|specifications?|specifikation(?:er)?|checklists?|mallar|readme\.md)$",
    re.IGNORECASE,
)
_CONFIG_NAME = re.compile(r"^\.github$|^dotfiles$|(?:^|[-_.])(?:config|settings)$", re.IGNORECASE)
_HOSTED = re.compile(r"(?:wordpress|drupal|typo3|silverstripe|magento2?|moodle|joomla|craft)-")
_STARTS = frozenset({"start", "serve"})
_PROJECTS = frozenset({"wordpress-site", "drupal-profile", "drupal-core"})


class Shown(NamedTuple):
    """A kind that content shows; ``sure`` where it outweighs what publiccode.yml says."""

    kind: Kind
    path: str | None = None
    line: int | None = None
    sure: bool = False


def kind_of(facts: RepositoryFacts, name: str) -> Stated[Kind]:
    """Tell the kind of a repository: publiccode.yml's softwareType, unless its content contradicts.

    Where they contradict, the content is taken and the other is kept as overruled.
    """
    shown = _by_content(facts, name)
    content = Stated[Kind](
        value=shown.kind, by="content", cite=_cite(facts, shown.path, shown.line)
    )
    stated = _by_publiccode(facts)
    if stated is None:
        return content
    if shown.sure and shown.kind != stated.value:
        return content.model_copy(update={"overruled": (stated,)})
    return stated


def _by_publiccode(facts: RepositoryFacts) -> Stated[Kind] | None:
    match facts.publiccode:
        case Found(found=PubliccodeSeen(path=path, software_type=str(written))):
            kind = of_software_type(written)
            cite = _cite(facts, path)
            return Stated[Kind](value=kind, by="publiccode", cite=cite) if kind else None
    return None


def of_software_type(written: str) -> Kind | None:
    """Return the kind that publiccode.yml's softwareType says; None where it is not one of its."""
    if written == "standalone" or written.startswith("standalone/"):
        return "app"
    known: dict[str, Kind] = {
        "addon": "addon", "library": "library", "configurationFiles": "config",
    }  # fmt: skip
    return known.get(written)


def _by_content(facts: RepositoryFacts, name: str) -> Shown:
    """Ask in the order of the model's ruling: site, docs, config, addon, library, else app."""
    packages = tuple(m for m in _items(facts.manifests) if not m.tooling)
    library = _library(facts, packages)
    hosted = _addon(facts, packages)
    few_sources = _is_licensed_as_text(facts) or not _has_sources(facts)
    programless = not packages and hosted is None and few_sources
    if _DOMAIN.match(name) and library is None:
        return Shown("site")
    if programless and (kind := _without_program(facts, name)):
        return Shown(kind)
    return hosted or library or Shown("app")


def _without_program(facts: RepositoryFacts, name: str) -> Kind | None:
    """Tell documents from settings; None where sources were not counted and the name is silent."""
    if _CONFIG_NAME.search(name):
        return "config"
    if _DOCS_NAME.search(name):
        return "docs"
    if not _sources_counted(facts):
        return None
    steps = any(interface.kind == "github-action" for interface in _items(facts.interfaces))
    if steps or any(workflow.offered_line for workflow in _items(facts.ci)):
        return "config"
    written = any(d.kind == "documentation" for d in _items(facts.documents))
    running = facts.ci, facts.containers, facts.manifests, facts.samples
    if not written and any(isinstance(evidence, Found) for evidence in running):
        return "config"
    return "docs" if isinstance(facts.readmes, Found) or written else None


def _addon(facts: RepositoryFacts, packages: tuple[ManifestSeen, ...]) -> Shown | None:
    """Find a header or a package type that names the host it extends."""
    for header in _items(facts.wordpress):
        if "/" not in header.path:
            return Shown("addon", header.path, header.line, sure=True)
    for package in packages:
        if package.kind and _HOSTED.match(package.kind) and package.kind not in _PROJECTS:
            return Shown("addon", package.path, sure=True)
    return None


def _library(facts: RepositoryFacts, packages: tuple[ManifestSeen, ...]) -> Shown | None:
    """Find a package for other code in the root, where there is no program to run or start."""
    if any(package.executable for package in packages) or isinstance(facts.containers, Found):
        return None
    for package in packages:
        startable = not _STARTS.isdisjoint(package.scripts)
        if package.library and "/" not in package.path and not (package.private or startable):
            return Shown("library", package.path)
    return None


def _is_licensed_as_text(facts: RepositoryFacts) -> bool:
    """Tell whether the licence is one for texts: scripts beside them only build the pages."""
    root = [seen.spdx or "" for seen in _items(facts.licences) if "/" not in seen.path]
    return bool(root) and all(spdx.startswith("CC-BY") for spdx in root)


def _has_sources(facts: RepositoryFacts) -> bool:
    return isinstance(facts.tree, Found) and bool(facts.tree.found.sources)


def _sources_counted(facts: RepositoryFacts) -> bool:
    return isinstance(facts.tree, Found) and facts.tree.found.sources is not None


def _items(evidence: "Found[tuple[T, ...]] | Absent | Unseen") -> tuple[T, ...]:
    return evidence.found if isinstance(evidence, Found) else ()


def _cite(facts: RepositoryFacts, path: str | None = None, line: int | None = None) -> Cite:
    commit = facts.head.found.commit if isinstance(facts.head, Found) else None
    return Cite(repository=facts.url, commit=commit, path=path, line=line)
