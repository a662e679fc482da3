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
_DOMAIN = re.compile(
    r"(?:[a-zåäö0-9-]+\.)+(?:se|nu|eu|com|org|net|info|no|dk|fi|nl|be|de|fr|es|cat|uk|ie|gov)$",
    re.IGNORECASE,
)
_DOCS_NAME = re.compile(
    r"(?:^|[-_.])(?:docs?|documentation|dokumentation|handbook|handbok|guides?|guidelines|riktlinjer"
    r"|conventions|specs?|specifications?|specifikation(?:er)?|checklists?|mallar|readme\.md)$",
    re.IGNORECASE,
)
_CONFIG_NAME = re.compile(r"^\.github$|^dotfiles$|(?:^|[-_.])(?:config|settings)$", re.IGNORECASE)
_HOSTED = re.compile(r"(?:wordpress|drupal|typo3|silverstripe|magento2?|moodle|joomla|craft)-")
_EXTENDING = re.compile(r"(?:decidim-|ckanext-).", re.IGNORECASE)  # packages named after their host
_SITE_GEMS = frozenset({"decidim"})  # a program that requires it is one body's site
_STARTS = frozenset({"start", "serve"})
_PROJECTS = frozenset({"wordpress-site", "drupal-project", "drupal-core"})
_BESIDE = re.compile(  # what stands beside the packages that are published
    r"(?:.*/)?(?:[\w.-]*tests?|e2e|examples?|samples?|demos?|docs?|www|website|storybook|playground"
    r"|benchmarks?|tools?|scripts?|internal|fixtures|[\w-]*review[\w-]*|\.github)/",
    re.IGNORECASE,
)
_SERVICES = re.compile(r"(?:services|apps|functions|lambdas?|server|frontend|backend)/")  # are run
_LETTERS = re.compile(r"[^a-zåäö0-9]")
_TEXTS_PER_SOURCE = 3
_FEWEST_TEXTS = 10
_INFRASTRUCTURE_PER_SOURCE = 5


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
    library = _library(facts, packages, name)
    hosted = _addon(facts, packages)
    few_sources = _is_licensed_as_text(facts) or not _has_sources(facts)
    programless = not packages and hosted is None and few_sources
    if library is None and _DOMAIN.match(name):
        return Shown("site")
    if site := _site(packages):
        return Shown("site", site)
    if programless and (kind := _without_program(facts, name)):
        return Shown(kind)
    return hosted or library or Shown(_mostly(facts) or "app")


def _site(packages: tuple[ManifestSeen, ...]) -> str | None:
    """Return the manifest that makes a site out of a platform for participation."""
    root = [p for p in packages if "/" not in p.path and p.ecosystem == "rubygems"]
    if any(package.library for package in root):
        return None
    return next((p.path for p in root if not _SITE_GEMS.isdisjoint(p.dependencies)), None)


def _mostly(facts: RepositoryFacts) -> Kind | None:
    """Tell what far outweighs the program code: infrastructure described, or texts."""
    tree = facts.tree.found if isinstance(facts.tree, Found) else None
    if tree is None or not tree.sources:
        return None
    if (tree.infrastructure or 0) >= _INFRASTRUCTURE_PER_SOURCE * tree.sources:
        return "config"
    texts = tree.texts or 0
    return "docs" if texts >= max(_FEWEST_TEXTS, _TEXTS_PER_SOURCE * tree.sources) else None


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
    written = any(d.kind == "documentation" and "/" in d.path for d in _items(facts.documents))
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
        if package.library and "/" not in package.path and _EXTENDING.match(package.name or ""):
            return Shown("addon", package.path)
    return None


def _library(facts: RepositoryFacts, packages: tuple[ManifestSeen, ...], name: str) -> Shown | None:
    """Find a package for other code, in the root or in a workspace, and no program to run."""
    own = [package for package in packages if not _BESIDE.match(package.path)]
    if not _is_run(facts) and (called := _called_as(name, own)):
        return Shown("library", called.path)
    if any(package.executable and not package.published for package in own):
        return None
    root = [package for package in own if "/" not in package.path]
    published = [package for package in own if package.published and not package.executable]
    if alone := next((package for package in root if package in published), None):
        return Shown("library", alone.path)
    if published and all(map(_is_workspace, root)) and (_holds_npm(root) or not _is_run(facts)):
        return Shown("library", published[0].path)
    return None if any(_SERVICES.match(p.path) for p in packages) else _unpublished(facts, root)


def _unpublished(facts: RepositoryFacts, root: list[ManifestSeen]) -> Shown | None:
    """Find a package that is not prepared for a registry, or that README tells to install."""
    if isinstance(facts.containers, Found):
        return None
    installed = any(readme.package_line for readme in _items(facts.readmes))
    for package in root:
        startable = not _STARTS.isdisjoint(package.scripts)
        if (package.library or (package.name and installed)) and not (
            package.private or package.executable or startable
        ):
            return Shown("library", package.path)
    return None


def _called_as(name: str, packages: list[ManifestSeen]) -> ManifestSeen | None:
    """Find the published package that bears the repository's name: others beside it are samples."""
    wanted = _LETTERS.sub("", name.lower())
    published = (package for package in packages if package.published and not package.executable)
    named = ((package, _LETTERS.sub("", (package.name or "").lower())) for package in published)
    return next((package for package, bare in named if bare and bare.startswith(wanted)), None)


def _is_workspace(package: ManifestSeen) -> bool:
    """Tell whether a manifest in the root only holds packages together."""
    return package.kind == "pom" or (package.private and not package.dependencies)


def _holds_npm(root: list[ManifestSeen]) -> bool:
    return any(package.ecosystem == "npm" for package in root)


def _is_run(facts: RepositoryFacts) -> bool:
    """Tell whether it is built to be run; then its packages are parts of a program."""
    return any(not _BESIDE.match(container.path) for container in _items(facts.containers))


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
