"""What a machine read out of one repository: one file of ``data/snapshot/`` each.

Every path is relative to the repository's root and holds at ``head.commit``, unless the evidence
carries a commit of its own (kept from an earlier reading). No text of other people is kept: facts
are names, numbers, dates, identifiers, paths and line numbers. Lines are counted from 1.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from operator import attrgetter
from typing import ClassVar, Literal, TypeAlias

from pydantic import ConfigDict

from catalog.models.address import RepositoryAddress
from catalog.models.aside import is_aside
from catalog.models.base import Frozen
from catalog.models.evidence import Evidence, Found, Unseen, UnseenReason
from catalog.models.forge import ForgeFacts

DocumentKind: TypeAlias = Literal[
    "security",
    "contributing",
    "code-of-conduct",
    "governance",
    "changelog",
    "codeowners",
    "support",
    "roadmap",
    "install",
    "architecture",
    "issue-template",
    "change-request-template",
    "documentation",  # a text below docs/ or doc/
    "part",  # the README of a folder
    "reuse",  # REUSE.toml, .reuse/dep5, LICENSES/
    "citation",
    "codemeta",
    "catalog-info",  # Backstage's catalog-info.yaml
]
Ecosystem: TypeAlias = Literal[
    "composer", "npm", "pypi", "maven", "gradle", "nuget", "rubygems", "go", "cargo"
]
Subject: TypeAlias = Literal[
    "elsewhere",  # documentation that is not in the tree: a site, a wiki, a pdf
    "login", "no-login", "protocol", "accounts",
    "runtime", "database", "no-database", "hosting", "sizing", "backup",
    "integration", "integration-choice", "no-integration",
    "paid", "paid-choice", "platform",
    "host-addon",  # an add-on of its host that has a paid edition too
    "personal-data", "data-material", "no-personal-data",
    "effort", "costs",
    "configuration", "settings-interface", "extension", "parts",
    "standard", "localisable",
    "accessibility-claim", "accessibility-statement", "accessibility-tool", "accessibility-test",
    "export", "import",
    "roadmap", "influence",
]  # fmt: skip
HitPlace: TypeAlias = Literal["logic", "comment", "label", "branding", "configuration"]
Lead: TypeAlias = Literal["here", "elsewhere", "nowhere"]  # what a link leads to
LifecycleWord: TypeAlias = Literal["concept", "development", "beta", "stable", "obsolete"]


_HALF_A_WEEK = 3


class Head(Frozen):
    """The default branch and the commit it points to; ``on`` is the committer's date."""

    branch: str
    commit: str
    on: date


class ActivityWindow(Frozen):
    """Human, non-merge commits in a span of days that ends with the last human commit.

    ``absence_factor`` is the smallest number of authors who made half of the commits;
    ``absence_share`` is the largest author's share in per cent; ``regulars`` have five or more.
    """

    days: int
    commits: int
    authors: int
    regulars: int
    absence_factor: int
    absence_share: float


class History(Frozen):
    """Numbers of the default branch's history. Authors are only ever counted."""

    commits: int
    authors: int
    bot_authors: int
    first: date
    last: date
    last_human: date | None = None
    last_human_commit: str | None = None
    last_update_bot: date | None = None  # the last commit of a dependency updater
    year: ActivityWindow | None = None
    two_years: ActivityWindow | None = None
    months: dict[str, int]  # "2026-08" -> human commits, the 36 latest months that have any
    since: dict[str, str] = {}  # a Monday -> commits, authors, regulars, factor, share since then
    roots: tuple[str, ...]  # root commits: shared ones show a fork the forge does not know

    def window_since(self, start: date, days: int) -> ActivityWindow | None:
        """Return what was done since the Monday nearest to a day."""
        near = str(start - timedelta(days=_HALF_A_WEEK))
        later = (week for week in sorted(self.since) if week >= near)
        week = next(later, None)
        if week is None:
            return None
        commits, authors, regulars, factor, share = self.since[week].split()
        return ActivityWindow(
            days=days, commits=int(commits), authors=int(authors), regulars=int(regulars),
            absence_factor=int(factor), absence_share=float(share),
        )  # fmt: skip


class Tag(Frozen):
    """A tag's name as it is, the commit it points to, and that commit's date where readable."""

    name: str
    commit: str
    on: date | None = None


class Tags(Frozen):
    """All tags counted; the latest, and the latest that marks a release of the whole."""

    count: int
    latest: Tag | None = None
    latest_release: Tag | None = None  # no pre-release, no path prefix, has a digit
    parts: tuple[str, ...] = ()  # what tags with a prefix version: packages/a/v1, @x/a@1.0


class Tree(Frozen):
    """The size of the tree at the head, with what never counts held apart."""

    files: int
    vendored: int
    links: int
    submodules: int
    sources: int | None = None  # files of program code, not vendored; None where not counted
    infrastructure: int | None = None  # files that describe infrastructure (Terraform and the like)
    texts: int | None = None  # documents in a markup for texts
    unread_manifests: int = 0  # manifests of package tools that are not read


class LicenceSeen(Frozen):
    """A licence text: ``spdx`` is null where the text is not a known one."""

    path: str
    spdx: str | None = None
    score: float  # Sørensen-Dice over word bigrams, 0 to 1
    by: Literal["text", "name", "title"] = "text"  # title: an official translation naming itself


class GuideSeen(Frozen):
    """What a guide for contributors says, and where."""

    words: int | None = None  # of prose; None in facts of an earlier harvest
    welcome_line: int | None = None  # which contributions are welcome
    review_line: int | None = None  # how they are reviewed
    agreement_line: int | None = None  # an agreement, or a transfer of rights, that it asks for


class ReadmeSeen(Frozen):
    """A README and what its text shows; only positions and matched words are kept."""

    path: str
    bytes: int
    encoding: str
    markup: Literal["markdown", "restructuredtext", "asciidoc", "html", "text"]
    language: str | None = None  # ISO 639-1, null where undetermined
    intro_line: int | None = None  # first paragraph that says what it is
    audience_word: str | None = None  # the word in the introduction that names the users
    features_line: int | None = None
    install_line: int | None = None  # a heading on installing or running
    install_word: str | None = None
    commands_line: int | None = None  # a command that installs or starts it
    example_line: int | None = None  # code in a section on installing or using it
    guide_line: int | None = None  # a link to a guide or documentation that stands elsewhere
    contact_only_line: int | None = None  # "contact us for instructions"
    usage_line: int | None = None
    administration_line: int | None = None
    configuration_line: int | None = None
    architecture_line: int | None = None
    pieces_line: int | None = None  # a section on parts with a text on at least two
    interface_line: int | None = None
    provided_line: int | None = None  # a sentence says that it provides an interface
    calls_line: int | None = None  # the first of at least three ways to call its commands
    operation_line: int | None = None  # a heading on what those who run it see to
    one_command_line: int | None = None  # one command starts all of it
    secret_line: int | None = None  # a key or token that whoever starts it has to bring
    package_line: int | None = None  # one command installs the package of this name
    status: LifecycleWord | None = None  # an explicit statement of maturity
    status_line: int | None = None
    status_hint: str | None = None  # "poc", "prototype" in title or heading: inference only
    licence: str | None = None  # SPDX id named in a licence section
    licence_line: int | None = None
    contributing_line: int | None = None
    guide: GuideSeen | None = None  # what that section says; None: not read
    private_channel_line: int | None = None  # a section on security that names a private channel
    roadmap_line: int | None = None  # a section that says what is planned, or leads there
    roadmap_lead: Lead | None = None  # of a section that only leads there
    decides_line: int | None = None  # a section on governance names who decides
    support_until: date | None = None
    demo_line: int | None = None


class DocumentSeen(Frozen):
    """A document that outsiders look for. ``readable`` is false for docx, pdf and the like."""

    kind: DocumentKind
    path: str
    readable: bool = True
    private_channel_line: int | None = None  # security: where a private channel is named
    latest_entry: date | None = None  # changelog: the newest dated entry
    latest_version: str | None = None  # changelog: the newest version that has text
    teams: tuple[str, ...] = ()  # codeowners: @org/team handles
    persons: int = 0  # codeowners: personal handles, counted
    administration: bool = False  # explains configuration with upgrade or permissions
    usage: bool = False  # explains operation by a user
    configuration: bool = False  # explains configuration, deployment or faults
    install_line: int | None = None  # a heading on installing or running; README leads there
    commands_line: int | None = None  # a command that installs or starts it, likewise
    one_command_line: int | None = None  # one command starts all of it, likewise
    package_line: int | None = None  # one command installs the package of this name, likewise
    example_line: int | None = None  # code in a section on installing or using it
    parts_line: int | None = None  # an overview of parts and what each does
    interface_line: int | None = None  # a description of interfaces
    status: LifecycleWord | None = None  # catalog-info, codemeta: the maturity stated
    decides_line: int | None = None  # governance: names a role or body that decides
    guide: GuideSeen | None = None  # contributing: what it says; None: not read
    expires: date | None = None  # security.txt: the day until which it holds
    language: str | None = None  # ISO 639-1, of the first few that are told at all


class DescribedSeen(Frozen):
    """A publiccode.yml's description in one language: of its texts only the short one is kept."""

    language: str  # BCP 47
    short: str | None = None
    long: bool = False
    audience_word: str | None = None  # the first word of the long one that names users
    features: bool = False
    documentation: str | None = None
    api_documentation: str | None = None


class FaultSeen(Frozen):
    """An error of a publiccode.yml: the key, as ``maintenance.contacts[0].name``, and its line.

    The key is empty where the whole file is wrong, or where the key is no name.
    """

    key: str
    line: int | None = None


class NeededSeen(Frozen):
    """A product that a publiccode.yml says the software depends on (``dependsOn``)."""

    name: str
    optional: bool = False


class PubliccodeSeen(Frozen):
    """A publiccode.yml read tolerantly: what is right is used, what is wrong is counted.

    ``lines`` says where the keys stand that are cited: ``legal.license`` -> 12.
    """

    path: str
    parses: bool
    version: str | None = None
    url: str | None = None
    name: str | None = None
    software_type: str | None = None
    development_status: LifecycleWord | None = None
    licence: str | None = None
    copyright_owner: bool = False
    maintenance: str | None = None
    software_version: str | None = None
    release_date: date | None = None
    languages: tuple[str, ...] = ()
    localisation_ready: bool = False
    short_description: bool = False
    long_description: bool = False
    documentation: bool = False
    api_documentation: bool = False
    missing: tuple[str, ...] = ()  # mandatory keys that are not there
    based_on: str | None = None  # the software that this one is a variant of (isBasedOn)
    landing_url: str | None = None
    categories: tuple[str, ...] = ()
    described: tuple[DescribedSeen, ...] = ()
    faults: tuple[FaultSeen, ...] | None = None  # errors by strict rules; None: not tested
    roadmap: str | None = None
    roadmap_lead: Lead | None = None
    funders: int = 0  # distinct organisations under fundedBy
    contacts: int = 0  # under maintenance, with a mailbox or a number
    users: int = 0  # distinct names under usedBy
    contracts: tuple[date | None, ...] = ()  # of each company under maintenance, the last day
    proprietary: tuple[NeededSeen, ...] | None = None  # dependsOn.proprietary; empty: none, it says
    lines: dict[str, int] = {}


class ManifestSeen(Frozen):
    """A package manifest of the software itself (nothing vendored)."""

    path: str
    ecosystem: Ecosystem
    name: str | None = None
    version: str | None = None
    licence: str | None = None  # as stated, not parsed
    kind: str | None = None  # composer's "type", npm's "private", and the like
    private: bool = False
    tooling: bool = False  # only a formatter or a linter
    library: bool = False  # declares an entry for other code and no program
    published: bool = False  # says what to publish as a package, so that it is one
    executable: bool = False  # declares a program
    scripts: tuple[str, ...] = ()
    dependencies: tuple[str, ...] = ()
    registries: tuple[str, ...] = ()  # hosts of further package registries that it names
    development_dependencies: int = 0
    partly: bool = False  # it also asks for what its text does not name
    exact: bool = False  # every version is exact (a Maven pom counts as locked)
    status: LifecycleWord | None = None  # the maturity a classifier states
    accessibility: tuple[str, ...] = ()  # tools that test it, development's included
    localisation: tuple[str, ...] = ()  # libraries and tools that translate


class WordpressSeen(Frozen):
    """The header of a WordPress theme (style.css) or plugin (its main PHP file)."""

    path: str
    kind: Literal["theme", "plugin"]
    line: int
    name: str | None = None
    version: str | None = None
    licence: str | None = None  # as stated
    licence_line: int | None = None


class CiSeen(Frozen):
    """A definition of automatic work; ``tests_line`` is where it runs tests."""

    path: str
    system: str
    tests_line: int | None = None
    builds_image_only: bool = False
    calls_line: int | None = None  # where it hands the work to a definition in another repository
    offered_line: int | None = None  # where it offers itself to other repositories
    waits: bool = False  # nothing starts it but a call, by another definition or by hand
    calls: tuple[str, ...] = ()  # definitions of this repository that it calls, by path
    accessibility_line: int | None = None  # where it runs a test of accessibility


class TestsSeen(Frozen):
    """Test files counted, with up to five as examples."""

    files: int
    examples: tuple[str, ...]


class FileSeen(Frozen):
    """A file that matters by being there; ``kind`` says as what."""

    path: str
    kind: str
    services_only: bool = False  # compose: it starts what the software needs, not the software
    stand_ins: bool = False  # compose: it starts something in place of another's service
    complete: bool = False  # compose: it builds the software and asks for no settings


class ChangeSeen(Frozen):
    """When the default branch last changed a file; ``earlier``: then or at some time before."""

    path: str
    on: date
    commit: str
    earlier: bool = False


class TranslationsSeen(Frozen):
    """Translation files: the languages they carry and one example each.

    ``templates`` hold the texts apart from the code without naming a language: gettext's .pot,
    Android's values/strings.xml. There may be these alone.
    """

    languages: tuple[str, ...]
    examples: tuple[str, ...]
    templates: tuple[str, ...] = ()


class PlaceSeen(Frozen):
    """A line that shows something."""

    path: str
    line: int


class ScreensSeen(Frozen):
    """What draws a graphical interface, and what a few of its files show of their texts.

    ``built_in`` are texts for people that stand in the code, ``translated`` calls for a
    translation: up to three places each, over ``sampled`` files.
    """

    files: int
    examples: tuple[str, ...]
    sampled: int = 0
    built_in: tuple[PlaceSeen, ...] = ()
    translated: tuple[PlaceSeen, ...] = ()
    statement: str | None = None  # a page that states how accessible it is
    page: PlaceSeen | None = None  # a form or a program in a page: no message that is sent
    messages: tuple[str, ...] = ()  # where nothing draws a screen: templates of what is sent


class SettingsSeen(Frozen):
    """A document or an example file that names settings; ``explained`` have a text beside them.

    ``line`` is that of the first one explained, or of the first one named, or of the section on
    configuration where it names none.
    """

    path: str
    line: int
    named: int = 0
    explained: int = 0
    shipped: bool = False  # settings of the code itself, of which nothing is told to others


class MentionSeen(Frozen):
    """A term of our own vocabulary in a document: what it is about, and the first place of it.

    ``linked``: the same line leads to an address. ``explained``: how many of it have a text beside
    them (settings). The words around it are never kept.
    """

    subject: Subject
    term: str  # our name for it: "saml2", "postgresql"
    path: str
    line: int
    linked: bool = False
    explained: int = 0


class HitSeen(Frozen):
    """A line of source that names a body: never the line itself, which may hold secrets."""

    path: str
    line: int
    word: str  # one of the words searched for
    place: HitPlace


class GeneralitySeen(Frozen):
    """What a search of the source for the names of bodies gave.

    ``words`` of the repository's body were searched for, and as many of ``others``; ``asked`` is
    what differs when any of these changes. ``files`` were searched and ``skipped`` not: too large,
    too many, or not to be had. ``logic`` and ``surface`` count all hits; ``hits`` holds up to
    twenty of them, logic first.
    """

    words: tuple[str, ...]
    others: int = 0
    asked: str = ""
    files: int
    skipped: int = 0
    logic: int = 0
    surface: int = 0
    hits: tuple[HitSeen, ...] = ()


@dataclass(frozen=True, slots=True)
class PackageSeen:
    """A package that a lock file fixes; ``licence`` as the lock file states it, where it does.

    There are hundreds in a repository, most of what is read of it: plain ones take a tenth of the
    memory of models, and half of the time.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    name: str
    version: str
    licence: str | None = None


_NAME, _LICENCE = attrgetter("name"), attrgetter("licence")  # quicker over hundreds of packages


class LockedSeen(Frozen):
    """A lock file's packages that run with the software; those of development are only counted.

    ``apart``: the file tells the two apart; where not, all are in ``packages``. ``unread`` says why
    nothing is known of its packages.
    """

    path: str
    ecosystem: Ecosystem
    packages: tuple[PackageSeen, ...]
    development: int = 0
    apart: bool = True
    unread: UnseenReason | None = None

    @property
    def beside(self) -> tuple[str, Ecosystem]:
        """Its folder and ecosystem, which another lock file may share."""
        return self.path.rpartition("/")[0], self.ecosystem

    @cached_property
    def states_licences(self) -> bool:
        """Whether it carries the licences of its packages."""
        return any(self.licences)

    @cached_property
    def licences(self) -> dict[str | None, int]:
        """How many packages state each licence; None for those that state none."""
        return dict(Counter(map(_LICENCE, self.packages)))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of its packages in small letters, in order: some registries know no case."""
        return tuple(sorted("\n".join(map(_NAME, self.packages)).lower().split("\n")))


class LicenceHeaders(Frozen):
    """How many source files are marked with a licence, in themselves, beside them or by REUSE.

    ``files`` are those that were read. ``owned``: so many say whose the copyright is; ``worded``:
    so many name a licence in words only. ``spdx`` is what nearly all the marks say.
    """

    files: int
    marked: int
    owned: int = 0
    worded: int = 0
    spdx: str | None = None


Fate: TypeAlias = Literal["renamed", "transferred", "private", "gone", "unlisted"]


class Tombstone(Frozen):
    """A repository that two complete listings of its source lacked. Written by the harvest only.

    ``gone``: deleted or made private, which a forge does not tell apart for outsiders.
    ``unlisted``: still at its address, but no longer in the source's listing. ``to`` is the address
    of one that was renamed or transferred; ``last`` is where it last stood.
    """

    schema_version: Literal[1] = 1
    url: RepositoryAddress
    source: str
    gone_since: date  # the first listing that lacked it
    reason: Fate
    to: RepositoryAddress | None = None
    id: str | None = None  # the forge's own
    last: Head | None = None


class RepositoryFacts(Frozen):
    """All that one reading of one repository gave. Written by the harvest only."""

    schema_version: Literal[1] = 1
    url: RepositoryAddress
    source: str
    probe: str  # fingerprint of default branch, its commit and all tags
    formerly: tuple[RepositoryAddress, ...] | None = None  # addresses it had before, oldest first
    stale_since: date | None = None  # the first harvest that failed to read it, or to find it
    missing_since: date | None = None  # a complete listing lacked it; the next one decides
    head: Evidence[Head]
    history: Evidence[History]
    tags: Evidence[Tags]
    tree: Evidence[Tree]
    licences: Evidence[tuple[LicenceSeen, ...]]
    readmes: Evidence[tuple[ReadmeSeen, ...]]
    documents: Evidence[tuple[DocumentSeen, ...]]
    publiccode: Evidence[PubliccodeSeen]
    manifests: Evidence[tuple[ManifestSeen, ...]]
    wordpress: Evidence[tuple[WordpressSeen, ...]]
    locks: Evidence[tuple[FileSeen, ...]]
    updaters: Evidence[tuple[FileSeen, ...]]
    lock_changes: Evidence[tuple[ChangeSeen, ...]] = Unseen(unseen="not-read")
    ci: Evidence[tuple[CiSeen, ...]]
    tests: Evidence[TestsSeen]
    containers: Evidence[tuple[FileSeen, ...]]
    interfaces: Evidence[tuple[FileSeen, ...]]
    samples: Evidence[tuple[FileSeen, ...]]  # fixtures, seeds, example configuration
    translations: Evidence[TranslationsSeen]
    licence_headers: Evidence[LicenceHeaders] = Unseen(unseen="not-read")
    mentions: Evidence[tuple[MentionSeen, ...]] = Unseen(unseen="not-read")
    settings: Evidence[tuple[SettingsSeen, ...]] = Unseen(unseen="not-read")
    screens: Evidence[ScreensSeen] = Unseen(unseen="not-read")
    generality: Evidence[GeneralitySeen] = Unseen(unseen="not-read")
    locked: Evidence[tuple[LockedSeen, ...]] = Unseen(unseen="not-read")
    parts: Evidence[tuple[str, ...]] = Unseen(unseen="not-read")  # folders of code side by side
    forge: ForgeFacts | Unseen = Unseen(unseen="no-forge")

    @cached_property
    def own_manifests(self) -> tuple[ManifestSeen, ...]:
        """The manifests of the software itself."""
        every = self.manifests.found if isinstance(self.manifests, Found) else ()
        return tuple([m for m in every if not m.tooling and not is_aside(m.path)])

    @cached_property
    def mentioned(self) -> Mapping[Subject, tuple[MentionSeen, ...]]:
        """What documents and example configuration mention, by subject, each in order."""
        by_subject: dict[Subject, list[MentionSeen]] = {}
        for seen in self.mentions.found if isinstance(self.mentions, Found) else ():
            by_subject.setdefault(seen.subject, []).append(seen)
        return {subject: tuple(seen) for subject, seen in by_subject.items()}

    @cached_property
    def own_locks(self) -> tuple[LockedSeen, ...]:
        """The lock files of the software itself, not those of a formatter or a linter.

        Of two beside each other, the one that states licences stands for both.
        """
        every = self.locked.found if isinstance(self.locked, Found) else ()
        locks = [lock for lock in every if not self._is_tooling(lock.path)]
        told = {lock.beside for lock in locks if lock.states_licences}
        return tuple([lock for lock in locks if lock.states_licences or lock.beside not in told])

    def _is_tooling(self, path: str) -> bool:
        place = path.rpartition("/")[0]
        every = self.manifests.found if isinstance(self.manifests, Found) else ()
        beside = [m for m in every if m.path.rpartition("/")[0] == place]
        return bool(beside) and all(m.tooling for m in beside)
