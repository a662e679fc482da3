"""The names in a tree: what is the software's own, and where a file of a kind may stand."""

import posixpath
import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from catalog.models.facts import Tree

LINK = "120000"
SUBMODULE = "160000"
LONGEST_PATH = 1000

_VENDORED = re.compile(
    r"(?:^|/)(?:vendor|vendors|node_modules|bower_components|jspm_packages|third[_-]?party"
    r"|pods|carthage|wp-admin|wp-includes|\.yarn|\.pnp\.[a-z]+|dist|site-packages|\.venv|venv|__pycache__)(?:/|$)"
    r"|[.-]min\.(?:js|css|mjs)$|\.bundle\.js$|\.(?:js|css)\.map$",
    re.IGNORECASE,
)

# Programs as people write them; markup, styles, data and settings are none, nor are the shell
# scripts that stand beside settings and workflows.
_SOURCE = re.compile(
    r"\.(?:php|js|mjs|cjs|jsx|ts|tsx|vue|svelte|py|rb|java|kt|kts|scala|groovy|cs|fs|vb|go|rs|c|h|cc"
    r"|cpp|hpp|m|mm|swift|dart|pl|pm|lua|ex|exs|erl|hs|clj|r|jl|ps1|sql|ipynb|xsl|xslt|elm)$",
    re.IGNORECASE,
)

_INFRASTRUCTURE = re.compile(r"\.(?:tf|tfvars|hcl|bicep|pp)$", re.IGNORECASE)
_UNREAD_MANIFEST = re.compile(
    r"(?:^|/)(?:project\.clj|deps\.edn|mix\.exs|Package\.swift|Podfile|pubspec\.yaml|build\.sbt|DESCRIPTION"
    r"|cpanfile|CMakeLists\.txt|conanfile\.(?:txt|py)|stack\.yaml|rebar\.config|Project\.toml"
    r"|environment\.ya?ml|packages\.config)$"
)
_TEXT = re.compile(r"\.(?:md|markdown|mdx|rst|adoc|asciidoc)$", re.IGNORECASE)


class Entry(NamedTuple):
    """One name of a tree, as ``git ls-tree -r`` prints it."""

    path: str
    oid: str
    mode: str

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    @property
    def folder(self) -> str:
        """The path of the folder, empty for the root."""
        return self.path.rpartition("/")[0]

    @property
    def depth(self) -> int:
        """How many folders lie above it."""
        return self.path.count("/")


class Listing:
    """The whole tree of a commit, names only.

    ``own`` leaves out what is vendored, minified, a submodule, or named so that no page could show
    it; root files come first. What is left out of ``own`` is counted in ``size`` all the same.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        plain = [entry for entry in self.entries if _is_plain(entry.path)]
        self.by_path = {entry.path: entry for entry in plain if entry.mode != SUBMODULE}
        own = (entry for entry in self.by_path.values() if not _VENDORED.search(entry.path))
        self.own = tuple(sorted(own, key=lambda entry: (entry.depth, entry.path)))

    @property
    def size(self) -> Tree:
        """Count the tree."""
        return Tree(
            files=sum(entry.mode != SUBMODULE for entry in self.entries),
            vendored=sum(bool(_VENDORED.search(entry.path)) for entry in self.entries),
            links=sum(entry.mode == LINK for entry in self.entries),
            submodules=sum(entry.mode == SUBMODULE for entry in self.entries),
            sources=len(self.sources),
            infrastructure=self._counted(_INFRASTRUCTURE),
            texts=self._counted(_TEXT),
            unread_manifests=self._counted(_UNREAD_MANIFEST),
        )

    @cached_property
    def sources(self) -> tuple[Entry, ...]:
        """The files of program code that are its own."""
        return tuple(entry for entry in self.own if _SOURCE.search(entry.path))

    def _counted(self, pattern: re.Pattern[str]) -> int:
        return sum(bool(pattern.search(entry.path)) for entry in self.own)

    def named(self, name: re.Pattern[str], *, deepest: int = 100) -> list[Entry]:
        """List own files whose last part matches, at most ``deepest`` folders down."""
        return [e for e in self.own if e.depth <= deepest and name.match(e.name)]

    def at(self, path: re.Pattern[str]) -> list[Entry]:
        """List own files whose whole path matches."""
        return [entry for entry in self.own if path.match(entry.path)]

    def target(self, link: Entry, destination: str) -> Entry | None:
        """Return what a link leads to, or None where that is outside the tree or not there."""
        path = posixpath.normpath(posixpath.join(link.folder, destination[:LONGEST_PATH]))
        return self.by_path.get(path)


def _is_plain(path: str) -> bool:
    return len(path) <= LONGEST_PATH and path.isprintable()
