"""A repository in a project's table, and what its files say of the licence."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from catalog.models.curated import ForgeName
from catalog.models.descent import ForkKind
from catalog.models.evidence import Absent, Found
from catalog.models.facts import LicenceSeen, RepositoryFacts, Tombstone
from catalog.models.forge import ForgeFacts
from catalog.models.project import Copy, ProjectRepository
from catalog.models.verdict import Cite
from catalog.publish import links
from catalog.publish.views.descent import DescentView, SignView
from catalog.publish.views.edition import Edition, Link, Whereabouts
from catalog.publish.views.forge import ForgeView

_BEGINNING = frozenset({"same-beginning", "begun-later"})


class LicenceStatement(NamedTuple):
    """What one place says of the licence; ``says`` is None where the text is not a known one."""

    says: str | None
    place: Link | None


class Dated(NamedTuple):
    """A thing with a date and an address."""

    text: str
    on: date | None
    href: str | None


class CopyView(NamedTuple):
    """Another address of a repository, what it is to it, and what tells so."""

    place: Link
    kind: ForkKind | None
    signs: tuple[SignView, ...]
    formerly: tuple[str, ...]


@dataclass(frozen=True)
class RepositoryView:
    """One repository of a project."""

    repository: ProjectRepository
    edition: Edition

    @property
    def name(self) -> str:
        """What it is called."""
        return self.repository.name

    @property
    def href(self) -> str | None:
        """Where it is."""
        return links.https(self.repository.url)

    @property
    def link(self) -> Link:
        """Its name, leading to it."""
        return Link(self.href, self.name)

    @property
    def role(self) -> str:
        """What it is there for."""
        return self.repository.role

    @property
    def facts(self) -> RepositoryFacts | None:
        """What the latest reading gave; None before the first."""
        return self.repository.facts

    @property
    def gone(self) -> Tombstone | None:
        """Its tombstone, where it is no more."""
        return self.repository.gone

    @property
    def gone_to(self) -> Whereabouts | None:
        """Where it went, as far as is known."""
        return self.edition.whereabouts(self.gone.to) if self.gone else None

    @property
    def formerly(self) -> tuple[str, ...]:
        """Addresses it had, oldest first, without the scheme."""
        return tuple(url.removeprefix("https://") for url in self.repository.former)

    @property
    def missing_since(self) -> date | None:
        """The listing that lacked it, where the next one is to decide."""
        return self.facts.missing_since if self.facts else None

    @property
    def descent(self) -> DescentView | None:
        """What it was made from."""
        descent = self.repository.descent
        return DescentView(descent, self.edition) if descent else None

    @property
    def pattern(self) -> str | None:
        """The pattern that folded it into the project, where nobody named it."""
        return self.repository.pattern

    @property
    def copies(self) -> tuple[CopyView, ...]:
        """The other addresses at which it stands."""
        return tuple(self._copy(copy) for copy in self.repository.copies)

    def _copy(self, copy: Copy) -> CopyView:
        """Show a copy; that it begins as others do is told by its being one."""
        told = DescentView(copy.descent, self.edition)
        signs = tuple(sign for sign in told.signs if sign.code not in _BEGINNING)
        former = tuple(url.removeprefix("https://") for url in copy.former)
        name = copy.url.partition("://")[2]
        return CopyView(Link(links.https(copy.url), name), told.kind, signs or told.signs, former)

    @property
    def forge(self) -> ForgeView | None:
        """What only the forge tells; None where no forge was asked."""
        told = self.facts.forge if self.facts else None
        if not isinstance(told, ForgeFacts):
            return None
        return ForgeView(told, self.repository, self.edition)

    @property
    def branch(self) -> Link | None:
        """The default branch."""
        head = self.facts.head if self.facts else None
        if not isinstance(head, Found):
            return None
        name = head.found.branch
        return Link(links.branch(self.repository.url, name, self._forge), name)

    @property
    def last_human(self) -> Dated | None:
        """The latest commit by a person."""
        history = self.facts.history if self.facts else None
        if not isinstance(history, Found) or not history.found.last_human:
            return None
        on, commit = history.found.last_human, history.found.last_human_commit
        cite = Cite(repository=self.repository.url, commit=commit, on=on)
        return Dated("", on, links.cited(cite, self._forge))

    @property
    def release(self) -> Dated | None:
        """The latest release."""
        tags = self.facts.tags if self.facts else None
        if not isinstance(tags, Found) or not tags.found.latest_release:
            return None
        latest = tags.found.latest_release
        href = links.tag(self.repository.url, latest.name, self._forge)
        return Dated(latest.name, latest.on, href)

    @property
    def no_release(self) -> bool:
        """Whether the tags were read and none marks a release."""
        tags = self.facts.tags if self.facts else None
        return isinstance(tags, Absent) or (
            isinstance(tags, Found) and tags.found.latest_release is None
        )

    @property
    def licences(self) -> tuple[str, ...]:
        """The licences of the licence files in the root, as SPDX identifiers."""
        return tuple(dict.fromkeys(seen.spdx for seen in self._root_licences if seen.spdx))

    @property
    def licence_state(self) -> str:
        """``known``, ``unrecognised``, ``absent`` or ``unseen``."""
        if self.licences:
            return "known"
        if self._root_licences:
            return "unrecognised"
        licences = self.facts.licences if self.facts else None
        return "absent" if isinstance(licences, Absent | Found) else "unseen"

    @property
    def statements(self) -> tuple[LicenceStatement, ...]:
        """Every place in the repository that says something of the licence."""
        return tuple(
            LicenceStatement(says, self.edition.link(self._cite(path, line)))
            for path, line, says in self._said()
        )

    def _said(self) -> list[tuple[str, int | None, str | None]]:
        facts = self.facts
        if facts is None:
            return []
        said: list[tuple[str, int | None, str | None]] = []
        said += [(seen.path, None, seen.spdx) for seen in _found(facts.licences)]
        if isinstance(facts.publiccode, Found) and facts.publiccode.found.licence:
            said.append((facts.publiccode.found.path, None, facts.publiccode.found.licence))
        if isinstance(facts.manifests, Found):
            said += [(m.path, None, m.licence) for m in facts.manifests.found if m.licence]
        if isinstance(facts.wordpress, Found):
            headers = facts.wordpress.found
            said += [(w.path, w.licence_line, w.licence) for w in headers if w.licence]
        return said

    def _cite(self, path: str, line: int | None) -> Cite:
        head = self.facts.head if self.facts else None
        commit = head.found.commit if isinstance(head, Found) else None
        return Cite(repository=self.repository.url, commit=commit, path=path, line=line)

    @property
    def _root_licences(self) -> tuple[LicenceSeen, ...]:
        licences = _found(self.facts.licences) if self.facts else ()
        return tuple(seen for seen in licences if "/" not in seen.path)

    @property
    def _forge(self) -> ForgeName | None:
        return self.edition.forge(self.repository.url)


def _found(
    licences: Found[tuple[LicenceSeen, ...]] | object,
) -> tuple[LicenceSeen, ...]:
    return licences.found if isinstance(licences, Found) else ()
