"""Which files are searched for the words of bodies, and what kind of file each is."""

import re
from functools import lru_cache
from typing import Literal, TypeAlias

from harvesters.reading.listing import LINK, Entry, Listing

FileKind: TypeAlias = Literal["code", "markup", "style", "configuration"]

_EXTENSIONS: dict[str, FileKind] = {
    **dict.fromkeys(
        "php phtml inc module install theme profile js mjs cjs jsx ts mts cts tsx py rb java kt kts"  # noqa: SIM905
        " scala groovy cs vb fs go rs c h cc cpp hpp m mm swift dart pl pm lua ex exs erl hs clj"
        " cljs r jl ps1 psm1 sql sh bash zsh bat cmd elm graphql proto".split(),
        "code",
    ),
    **dict.fromkeys(
        "html htm xhtml vue svelte astro twig ftl njk hbs handlebars mustache ejs pug erb haml jsp"  # noqa: SIM905
        " jspx asp aspx cshtml razor liquid mjml xsl xslt tpl".split(),
        "markup",
    ),
    **dict.fromkeys("css scss sass less styl pcss".split(), "style"),  # noqa: SIM905
    **dict.fromkeys(
        "yml yaml json json5 jsonc toml ini properties env conf cfg config xml plist tf tfvars hcl"  # noqa: SIM905
        " htaccess gradle cmake mk dist example sample tpl template".split(),
        "configuration",
    ),
}
_NAMED: dict[str, FileKind] = {
    "dockerfile": "configuration", "containerfile": "configuration", "makefile": "configuration",
    "procfile": "configuration", "vagrantfile": "configuration", ".env": "configuration",
    ".htaccess": "configuration", "rakefile": "code",
}  # fmt: skip
_CONFIGURING = re.compile(  # programs that only set
    r"(?:.*/)?(?:[\w-]{1,40}[._-])?(?:config(?:uration)?s?|settings?|environments?|env)"
    r"(?:[._-][\w-]{1,30})?\.(?:php|[cm]?[jt]s|py|rb|kts?|groovy|sh)$"
    r"|(?:.*/)?config/[^/]{1,80}\.(?:php|[cm]?[jt]s|py|rb|exs)$|(?:.*/)?\.env[\w.-]{0,40}$"
    r"|(?:.*/)?(?:wp-config|gulpfile|gruntfile|vite|webpack|rollup|tailwind|jest|cypress|next|nuxt"
    r"|local\.settings|capacitor|metro|babel)[\w.-]{0,40}$",
    re.IGNORECASE,
)
_BRANDING = re.compile(
    r"(?:.*/)?(?:branding|brands?|palettes?|colou?rs?|logo(?:s|type)?|fonts?|favicons?)"
    r"(?:/.{1,300}|[\w-]{0,30}\.\w{1,10})$"
    r"|(?:.*/)?themes?/[\w-]{1,60}\.(?:json|ya?ml|[jt]s|blade\.php)$|(?:.*/)?theme\.(?:json|[jt]s)$",
    re.IGNORECASE,
)
# Tests and invented data, translations, documents, continuous integration, what machines made.
_FOLDERS = frozenset(
    """
    test tests __test__ __tests__ testing spec specs e2e cypress playwright unittest unittests
    testdata androidtest fixture fixtures __fixtures__ mock mocks __mock__ __mocks__ mockdata seed
    seeds seeder seeders __snapshots__ snapshots stub stubs wiremock sample samples example examples
    demo demos eksempler exempel usage storybook .storybook stories i18n l10n locale locales lang
    langs language languages translation translations _locales intl doc docs
    documentation dokumentation manual wiki .github
    .gitlab .circleci .woodpecker .forgejo .gitea .azuredevops .azure-pipelines .travis .idea
    .vscode .settings .changeset .husky pipelines licenses licences generated generated-sources gen
    build out obj target coverage .next .nuxt xcuserdata
    """.split()  # noqa: SIM905 - a list of words
)
_FOLDER = re.compile(
    r"(?:^|.*[-_.])(?:tests?|mocks?|fixtures?|testdata|examples?)$|^test[-_]|.*tests$|^values-[a-z]{2}"
    r"|.*\.(?:lproj|xcodeproj|xcworkspace|xcassets)$"
    r"|[\w.-]{1,60}[-_](?:review|preview|playground|sandbox|website|docs|demos?)$"
)
_PAGES = re.compile(  # the pages about a library, beside its packages
    r"(?:apps|packages|sites?)/(?:www|web-?site|site|docs|documentation|storefront|playground)/"
    r"|website/",
    re.IGNORECASE,
)
_DATA = re.compile(r".*\.(?:jsonc?|json5|xml|ya?ml|sql|plist)$", re.IGNORECASE)
_FILE = re.compile(
    r".*[._-](?:tests?|spec|cy|e2e|stories|story|mocks?|fixtures?|snap|demo|bundle|generated|g|gen"
    r"|designer)\.\w{1,6}$|test_.*\.py$|seed\w{0,3}[._-].*|demo\.\w{1,6}$|conftest\.py$"
    # said by readers of their own, or addressed to tools
    r"|(?:package|composer|bower|lerna|manifest|component|publiccode|codemeta|openapi|catalog-info"
    r"|readme|license|mkdocs|chart|sonar-project|project|renovate|crowdin|funding|antora|plugin"
    r")\.(?:json5?|ya?ml|properties|plist|html?|toml)$|pom\.xml$|pyproject\.toml$|setup\.(?:py|cfg)$"
    r"|cargo\.toml$|pipfile$|.*\.(?:csproj|gemspec|nuspec|podspec|xcscheme|pbxproj)$"
    r"|[\w.-]{0,60}[.-]lock(?:\.json|\.ya?ml|\.toml|file)?$|npm-shrinkwrap\.json$"
    r"|\.gitlab-ci|\.travis\.yml$|azure-pipelines|bitbucket-pipelines|jenkinsfile|appveyor"
    r"|\.?codecov|\.pre-commit-config|\.?php[-_]cs|\.?twig-cs|phpcs|phpstan|phpunit|\.?eslint"
    r"|\.?prettier|\.?stylelint|\.?markdownlint|\.?gommitlint|\.?dependabot|swagger"
    r"|messages[\w.-]{0,20}\.properties$|(?:strings|instructions)[\w.-]{0,20}\.(?:xml|js|json|ts)$"
    r"|(?:sv|en|nb|nn|no|da|fi|de|fr|es|nl|it|pl|ar|so|uk)(?:[-_][a-z]{2})?"
    r"\.(?:json|ya?ml|[jt]s|php)$"
    r"|[\w.-]{0,60}[._-][a-z]{2}(?:[-_][a-z]{2})?\.(?:properties|resx|json|ftl)$"
)
_CLASS = re.compile(  # by its capitals: AppIT.java, but not Edit.java
    r"(?:.*[a-z\d])?(?:Tests?|TestCase|IT|Spec|Mocks?|Fixtures?|Seeder|Stub)\.\w{2,6}$"
)


def searched(listing: Listing) -> list[Entry]:
    """List the files that are searched, those nearest to the root first."""
    return [e for e in listing.own if e.mode != LINK and kind_of(e) and not left_out(e.path)]


def kind_of(entry: Entry) -> FileKind | None:
    """Tell what kind of file it is by its name; None for one that is not searched."""
    name = entry.name.lower()
    if name in _NAMED or name.startswith((".env", "dockerfile.")):
        return _NAMED.get(name, "configuration")
    if name.endswith(".blade.php"):
        return "markup"
    return _EXTENSIONS.get(name.rpartition(".")[2]) if "." in name else None


def left_out(path: str) -> bool:
    """Tell whether it is a test, a translation, a document, somebody else's or a machine's."""
    *folders, name = path.split("/")
    if _PAGES.match(path) or any(_is_left_out(folder.lower()) for folder in folders):
        return True
    return bool(_FILE.match(name.lower()) or _CLASS.match(name))


@lru_cache(maxsize=4096)
def _is_left_out(folder: str) -> bool:
    return folder in _FOLDERS or _FOLDER.match(folder) is not None


def is_data(path: str) -> bool:
    """Tell whether a file, of which nothing more is known than that it is large, holds data."""
    return _DATA.match(path) is not None


def is_branding(path: str) -> bool:
    """Tell whether a file says how things look."""
    return _BRANDING.match(path) is not None


def is_configuring(path: str) -> bool:
    """Tell whether a program only sets."""
    return _CONFIGURING.match(path) is not None
