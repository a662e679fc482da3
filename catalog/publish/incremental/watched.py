"""An edition that notes what is read of it, so that a page is known by what it rests on.

Whatever is read here by a way that is not foreseen makes the page one that is always written: a
view that somebody adds is right before it is quick.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias, TypeVar, cast

from catalog.hub.calls import Standing
from catalog.hub.reuse import Edge, Graph, Way
from catalog.hub.signals import Signal, Signals
from catalog.models.curated import Adoption, ForgeName
from catalog.models.history import History, Measured
from catalog.models.project import Catalogue, Project
from catalog.models.verdict import Assessment, Cite
from catalog.publish.views.edition import Edition, Link, Whereabouts

Read: TypeAlias = tuple[str, ...]  # what was asked, and of which
K = TypeVar("K")
V = TypeVar("V")

# The same for every page of an edition, or made of nothing but what is given to it.
_PLAIN = frozenset(
    {"day", "english", "language", "name_of", "summary", "today", "words", "wording"}
)
_LOOKED_UP = {"bodies": "body", "sources": "source", "references": "cited"}
_WHOLE = frozenset({"curated", "hidden", "included", "projects", "run"})


class Watched:
    """An edition as one page reads it.

    ``own`` are the projects that the page is about, ``shows`` is what it shows that was read before
    and is small.
    """

    def __init__(self, edition: Edition, own: Iterable[Project] = (), shows: object = None) -> None:
        """Watch from the beginning."""
        self._real = edition
        self.own = tuple(project.id for project in own)
        self.shows = shows
        self.reads: set[Read] = set()

    @property
    def edition(self) -> Edition:
        """This, as views know it."""
        return cast("Edition", self)

    def note(self, *read: str) -> None:
        """Note that something was read."""
        self.reads.add(read)

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue, watched as well."""
        return cast("Catalogue", _WatchedCatalogue(self._real.catalogue, self.reads))

    @property
    def assessments(self) -> Mapping[str, Assessment]:
        """The assessments; what is said of another project rests on that project."""
        return _Looked(
            self._real.assessments, "project", self.reads, ("catalogue", "projects"), self.own
        )

    @property
    def places(self) -> Mapping[tuple[str, str], Any]:
        """Where entries are written."""
        return _Looked(self._real.places, "place", self.reads, ("edition", "places"))

    @property
    def first_file(self) -> str | None:
        """As the edition's."""
        self.note("edition", "first_file")
        return self._real.first_file

    def forge(self, repository: str | None) -> ForgeName | None:
        """As the edition's."""
        self.note("forge", repository or "")
        return self._real.forge(repository)

    def reference(self, reference_id: str | None) -> Link | None:
        """As the edition's."""
        self.note("reference", reference_id or "")
        return self._real.reference(reference_id)

    def whereabouts(self, url: str | None) -> Whereabouts | None:
        """As the edition's."""
        self.note("whereabouts", url or "")
        return self._real.whereabouts(url)

    def adoptions_by(self, body: str) -> tuple[Adoption, ...]:
        """As the edition's."""
        self.note("adoptions", body)
        return self._real.adoptions_by(body)

    def calls_about(self, project: str) -> tuple[Standing, ...]:
        """As the edition's."""
        self.note("calls_about", project)
        return self._real.calls_about(project)

    def calls_with(self, body: str) -> tuple[Standing, ...]:
        """As the edition's."""
        self.note("calls_with", body)
        return self._real.calls_with(body)

    def project(self, project: str | None) -> Project | None:
        """As the edition's."""
        self.note("project", project or "")
        return self._real.project(project)

    @property
    def history(self) -> History:
        """What harvests have noted, project by project."""
        return cast("History", _WatchedHistory(self._real.history, self.reads))

    @property
    def reuse(self) -> Graph:
        """Who builds on whom, body by body."""
        return cast("Graph", _WatchedReuse(self._real.reuse, self.reads))

    @property
    def signals(self) -> Signals:
        """What is to be confirmed, body by body."""
        return cast("Signals", _WatchedSignals(self._real.signals, self.reads))

    def link(self, cite: Cite) -> Link | None:
        """As the edition's, which reads references and forges."""
        return Edition.link(self.edition, cite)

    @property
    def readmes(self) -> Any:  # noqa: ANN401 - of an edition that keeps READMEs
        """The READMEs, each a text of its own."""
        real = self._real.readmes
        return None if real is None else _WatchedReadmes(real, self.reads)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the edition has
        if name not in _PLAIN:
            self.note("unforeseen", name)
        return getattr(self._real, name)


class _WatchedCatalogue:
    """A catalogue as one page reads it."""

    def __init__(self, real: Catalogue, reads: set[Read]) -> None:
        self._real = real
        self._reads = reads

    def project(self, project_id: str) -> Project | None:
        self._reads.add(("project", project_id))
        return self._real.project(project_id)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the catalogue has
        value = getattr(self._real, name)
        if name in _LOOKED_UP:
            return _Looked(value, _LOOKED_UP[name], self._reads, ("catalogue", name))
        self._reads.add(("catalogue" if name in _WHOLE else "unforeseen", name))
        return value


class _WatchedReadmes:
    """READMEs as one page reads them."""

    def __init__(self, real: Any, reads: set[Read]) -> None:  # noqa: ANN401 - as above
        self._real = real
        self._reads = reads

    def text(self, repository: str) -> str | None:
        self._reads.add(("readme", repository))
        return cast("str | None", self._real.text(repository))

    def html(self, *given: Any) -> Any:  # noqa: ANN401 - made of nothing but what is given
        return self._real.html(*given)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever else they have
        self._reads.add(("unforeseen", name))
        return getattr(self._real, name)


class _WatchedHistory:
    """The history as one page reads it."""

    def __init__(self, real: History, reads: set[Read]) -> None:
        self._real = real
        self._reads = reads

    def of(self, project: str) -> tuple[Measured, ...]:
        self._reads.add(("history", project))
        return self._real.of(project)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever else it has
        self._reads.add(("unforeseen", name))
        return getattr(self._real, name)


class _WatchedReuse:
    """Who builds on whom, as one page reads it."""

    def __init__(self, real: Graph, reads: set[Read]) -> None:
        self._real = real
        self._reads = reads

    def of(self, body: str, way: Way) -> tuple[Edge, ...]:
        self._reads.add(("reuse", body, way))
        return self._real.of(body, way)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever else it has
        self._reads.add(("unforeseen", name))
        return getattr(self._real, name)


class _WatchedSignals:
    """What is to be confirmed, as one page reads it."""

    def __init__(self, real: Signals, reads: set[Read]) -> None:
        self._real = real
        self._reads = reads

    def of(self, body: str) -> tuple[Signal, ...]:
        self._reads.add(("signals", body))
        return self._real.of(body)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever else they have
        self._reads.add(("unforeseen", name))
        return getattr(self._real, name)


class _Looked(Mapping[K, V]):
    """A mapping in which one looks up this or that, or reads all."""

    def __init__(
        self, real: Mapping[K, V], kind: str, reads: set[Read], whole: Read, own: Iterable[K] = ()
    ) -> None:
        self._real = real
        self._kind = kind
        self._reads = reads
        self._whole = whole
        self._own = frozenset(own)

    def __getitem__(self, key: K) -> V:
        if key not in self._own:
            self._reads.add((self._kind, *(key if isinstance(key, tuple) else (str(key),))))
        return self._real[key]

    def __iter__(self) -> Iterator[K]:
        self._reads.add(self._whole)
        return iter(self._real)

    def __len__(self) -> int:
        self._reads.add(self._whole)
        return len(self._real)
