"""Files that matter by being there: locks, updaters, containers, interfaces, samples, tests."""

import re
from collections.abc import Iterable

from catalog.models.evidence import Absent, Evidence, Found
from catalog.models.facts import FileSeen, TestsSeen
from harvesters.reading.listing import Entry, Listing

MOST = 60
EXAMPLES = 5

_LOCKS = {
    "composer.lock": "composer", "package-lock.json": "npm", "npm-shrinkwrap.json": "npm",
    "yarn.lock": "npm", "pnpm-lock.yaml": "npm", "bun.lock": "npm", "bun.lockb": "npm",
    "deno.lock": "npm", "poetry.lock": "pypi", "uv.lock": "pypi", "pipfile.lock": "pypi",
    "pdm.lock": "pypi", "pylock.toml": "pypi", "gemfile.lock": "rubygems", "cargo.lock": "cargo",
    "go.sum": "go", "packages.lock.json": "nuget", "gradle.lockfile": "gradle",
    "podfile.lock": "cocoapods", "package.resolved": "swift", "pubspec.lock": "pub",
    "mix.lock": "hex",
}  # fmt: skip
_UPDATERS = (
    ("dependabot", r"\.github/dependabot\.ya?ml$"),
    ("renovate", r"(?:\.github/|\.gitlab/)?(?:\.?renovate\.json5?|\.renovaterc(?:\.json5?)?)$"),
    ("scala-steward", r"\.scala-steward\.conf$"),
    ("pyup", r"\.pyup\.ya?ml$"),
)
_CONTAINERS = (
    ("compose", r"(?:.*/)?(?:docker-)?compose(?:[._-][\w.-]{1,40})?\.ya?ml$"),
    ("devcontainer", r"(?:.*/)?\.?devcontainer(?:/.{1,60})?\.json$"),
    (
        "dockerfile",
        r"(?:.*/)?(?:Dockerfile|Containerfile)(?:\.[\w.-]{1,40})?$|(?:.*/)?[\w.-]{1,60}\.[Dd]ockerfile$",
    ),
    ("helm", r"(?:.*/)?Chart\.ya?ml$"),
    ("kustomize", r"(?:.*/)?kustomization\.ya?ml$"),
    ("vagrant", r"(?:.*/)?Vagrantfile$"),
    ("wp-env", r"(?:.*/)?\.wp-env\.json$"),
    ("nix", r"(?:flake|shell|default)\.nix$"),
)
_INTERFACES = (
    ("asyncapi", r"(?:.*/)?[\w.-]{0,60}asyncapi[\w.-]{0,40}\.(?:ya?ml|json)$"),
    ("openapi", (
        r"(?:.*/)?[\w.-]{0,60}(?:openapi|swagger|api-spec)[\w.-]{0,40}\.(?:ya?ml|json)$"
        r"|(?!\.)(?:.*/)?api[-_]?docs?\.(?:ya?ml|json)$"
        r"|(?:.*/)?(?:openapi|swagger)/[\w.-]{1,80}\.(?:ya?ml|json)$"
    )),
    ("graphql", (
        r"(?:.*/)?[\w.-]{0,60}schema[\w.-]{0,40}\.(?:graphqls?|gql)$"
        r"|(?:.*/)?[\w.-]{1,60}\.graphqls$"
    )),
    ("github-action", r"(?!\.github/)(?:[^/]{1,60}/){0,3}action\.ya?ml$"),
    ("wsdl", r"(?:.*/)?[\w.-]{1,80}\.wsdl$"),
    ("protobuf", r"(?:.*/)?[\w.-]{1,80}\.proto$"),
    ("raml", r"(?:.*/)?[\w.-]{1,80}\.raml$"),
)  # fmt: skip
_SAMPLES = (
    ("configuration", (
        r"(?:.*/)?(?:\.env|env|config|settings|values|local"
        r"|docker-compose)[\w.-]{0,40}[._-](?:example|sample|dist|template|tpl"
        r"|default)s?(?:\.\w{1,8})?$"
    )),
    ("configuration", r"(?:.*/)?(?:example|sample)s?[._-](?:\.?env|config|settings)[\w.-]{0,40}$"),
    ("configuration", (
        r"(?:.*/)?(?:appsettings|local\.settings|secrets|credentials)[._-](?:example|sample"
        r"|template)\.json$"
    )),
    ("configuration", (
        r"(?:.*/)?[\w-]{1,40}\.(?:ya?ml|ini|toml|conf|cfg|properties|json|php|py|rb)[._-]"
        r"(?:example|sample)$"
    )),
    ("data", r"(?:.*/)?dumps?/[^/]{1,80}\.(?:json|sql|csv|xml|gz|zip)$"),
    ("fixture", r"(?:.*/)?(?:__|(?![\w-]*test)[\w-]{1,30}[_-])?fixtures?(?:__)?/[^/].{0,200}$"),
    ("seed", r"(?:.*/)?(?:db/|database/)?seed(?:s|ers|er|-data|data)?(?:/.{1,200}|\.\w{1,6})$"),
    ("seed", r"(?:.*/)?management/commands/(?:seed|populate)\w{0,30}\.py$"),
    ("data", (
        r"(?:.*/)?(?:sample|example|demo|test|mock|dummy)[-_]?data(?:/.{1,200}"
        r"|[\w.-]{0,40}\.(?!py$|php$|java$|kt$|cs$|rb$)\w{1,8})$"
    )),
)  # fmt: skip
_OF_TESTS = re.compile(
    r"(?:.*/)?(?:[\w.-]*tests?|__tests__|spec|e2e|cypress|playwright|testing)/.*"
    r"|.*\.(?:java|kt|cs|go|swift|ts|tsx|jsx)$"
)
_EXAMPLE = re.compile(r"(?:^|/)(?:[\w.-]{0,40}examples?|fixtures?|__mocks__|mocks?)/")
_CODE = r"(?:php|[cm]?[jt]sx?|py|java|kt|cs|rb|go|swift|rs|vue|groovy|scala|feature|bats)"
_TEST = re.compile(
    rf"(?:.*/)?(?:__tests?__|tests?|specs?|e2e|cypress|unit_?tests?|[\w.-]{{1,40}}[._-]tests"
    rf"|androidTest|\w{{1,40}}Tests)/.{{1,300}}\.{_CODE}$"
    rf"|(?:.*/)?[\w.-]{{1,80}}[._-](?:[Tt]ests?|spec|cy|e2e)\.{_CODE}$"
    rf"|(?:.*/)?test_[\w.-]{{1,80}}\.py$|(?:.*/)?\w{{1,80}}Tests?\.(?:php|java|kt|cs|swift|groovy)$"
    r"|(?:.*/)?[\w.-]{1,80}\.feature$"
)
_SCAFFOLD = re.compile(
    r".*(?:/|^)(?:fixtures?|__fixtures__|snapshots?|__snapshots__|__?mocks?_?_?|stubs?|views|_?support|includes"
    r"|examples?)/.*|(?:.*/)?(?:setup[\w.-]{0,20}|bootstrap[\w.-]{0,30}|conftest|__init__|index|babel"
    rf"|[\w.-]{{1,40}}[.-]config|\.[\w.-]{{1,40}}|karma\.conf|\w{{0,40}}TestCase)\.{_CODE}$|.*\.blade\.php$",
    re.IGNORECASE,
)
Kinds = tuple[tuple[str, re.Pattern[str]], ...]


def _compiled(kinds: Iterable[tuple[str, str]]) -> Kinds:
    return tuple((kind, re.compile(pattern)) for kind, pattern in kinds)


_UPDATER_KINDS = _compiled(_UPDATERS)
_CONTAINER_KINDS = _compiled(_CONTAINERS)
_INTERFACE_KINDS = _compiled(_INTERFACES)
_SAMPLE_KINDS = _compiled(_SAMPLES)


def locks(listing: Listing) -> Evidence[tuple[FileSeen, ...]]:
    """List lock files; kind is the ecosystem."""
    found = [
        FileSeen(path=entry.path, kind=_LOCKS[entry.name.lower()])
        for entry in listing.own
        if entry.name.lower() in _LOCKS
    ]
    return _evidence(found, ("composer.lock", "package-lock.json", "yarn.lock", "*.lock"))


def updaters(listing: Listing) -> Evidence[tuple[FileSeen, ...]]:
    """List the settings of tools that keep dependencies fresh."""
    return _evidence(_seen(listing, _UPDATER_KINDS), (".github/dependabot.yml", "renovate.json"))


def containers(listing: Listing) -> list[FileSeen]:
    """List what builds or starts a ready environment."""
    return _seen(listing, _CONTAINER_KINDS)[:MOST]


def interfaces(listing: Listing) -> Evidence[tuple[FileSeen, ...]]:
    """List machine-readable descriptions of interfaces."""
    names = ("*openapi*", "*swagger*", "*asyncapi*", "*schema*.graphql", "*.wsdl", "*.proto")
    own = [seen for seen in _seen(listing, _INTERFACE_KINDS) if not _EXAMPLE.search(seen.path)]
    return _evidence(own, names)


def samples(listing: Listing) -> Evidence[tuple[FileSeen, ...]]:
    """List example configuration and invented data."""
    names = (".env.example", "*.example.*", "fixtures/", "seeds/", "*sample-data*")
    own = [seen for seen in _seen(listing, _SAMPLE_KINDS) if not _OF_TESTS.match(seen.path)]
    return _evidence(own, names)


def tests(listing: Listing) -> Evidence[TestsSeen]:
    """Count the files that test, by the names that test runners look for."""
    paths = [e.path for e in listing.own if _TEST.match(e.path) and not _SCAFFOLD.match(e.path)]
    if not paths:
        return Absent(absent=("test/", "tests/", "spec/", "*Test.*", "*.test.*", "test_*.py"))
    return Found(found=TestsSeen(files=len(paths), examples=tuple(paths[:EXAMPLES])))


def _seen(listing: Listing, kinds: Kinds) -> list[FileSeen]:
    return [
        FileSeen(path=entry.path, kind=kind)
        for entry in listing.own
        if (kind := _kind(entry, kinds)) is not None
    ]


def _kind(entry: Entry, kinds: Kinds) -> str | None:
    return next((kind for kind, pattern in kinds if pattern.match(entry.path)), None)


def _evidence(found: list[FileSeen], names: tuple[str, ...]) -> Evidence[tuple[FileSeen, ...]]:
    return Found(found=tuple(found[:MOST])) if found else Absent(absent=names)
