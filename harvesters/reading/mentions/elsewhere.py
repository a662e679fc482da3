"""Documentation that README or publiccode.yml lead to and that is not in the tree."""

import re
from collections.abc import Iterator

from catalog.models.address import key_of
from catalog.models.facts import MentionSeen
from harvesters.reading.contents import Contents
from harvesters.reading.listing import Entry
from harvesters.reading.mentions.places import PUBLICCODE, README
from harvesters.reading.text import Text

MOST_LINKS = 400
_LONG_NAME = 5  # letters: shorter ones stand in other words
FEWEST_DOCUMENTS = 3  # below docs: then the pages of the project are built from them

_DOC = (
    r"(?:documentation|docs|dokumentation(?:en|er)?|wiki|manual(?:en)?|hand-?book|handbok(?:en)?"
    r"|(?:user|admin(?:istrator)?|developer|installation|install|deployment)[ -](?:guide|manual"
    r"|docs)s?|användar(?:guide|handledning|manual)(?:en)?|handledning(?:en)?|anvisning(?:ar|en)?"
    r"|installationsguide"
    r"|dokumentasjon(?:en)?|documentatie|dokumentaatio|documentazione|knowledge ?base|kunskapsbas"
    r"|project (?:site|website))"
)
_WITH = (
    r"(?:(?:the|our|full|complete|online|official|project|see|read|more|technical|developer"
    r"|further|detailed|additional"
    r"|general|public|external|api|team|läs|se|vår|mer|teknisk|fullständig|här|i|på|in|for|user) )*"
)
_LABEL = re.compile(
    rf"\W*(?:{_WITH}|(?:\w+ )?team ){_DOC}"
    r"(?: (?:site|pages?|website|here|portal\w{0,2}|för \w+))?\W*",
    re.IGNORECASE,
)
_LEADS = re.compile(
    rf"\b{_DOC}\b[^.!?]{{0,60}}(?:\b(?:at|here|on|in|via|på|finns|see|hos|här|is|are|to)|:)\W*$",
    re.IGNORECASE,
)
_MORE = re.compile(  # more on it, at a site of its own
    r"(?:^|[.!>*_]\s{0,4})(?:(?:for )?(?:more|further|full|all) (?:information|details|info)"
    r"|(?:för )?mer information|mer informasjon|meer informatie|lisätietoja|maggiori informazioni)"
    r"(?: (?:at|on|see|visit|is|can be found|available|here|finns|på|hos|op|zie|se|via|:)){0,3}"
    r"\s{0,2}:?\s{0,2}$",
    re.IGNORECASE,
)
_SEE = re.compile(
    r"(?:^|[.!>*_]\s{0,4})(?:please )?(?:see|visit|go to|read(?: more)?|se|besök|läs mer|læs mere)"
    r"(?: (?:also|även|at|on|på|hos)){0,2}\W*$",
    re.IGNORECASE,
)
_FOR_MORE = re.compile(
    r"[^.!?\[]{0,60}\b(?:for (?:more|further) (?:information|details|info)|för mer information)\b",
    re.IGNORECASE,
)
_STARTING = re.compile(r"getting[-_ ]?started\.(?:md|rst|adoc|txt)$", re.IGNORECASE)
_SHOWN_API = re.compile(  # what an interface tells of itself, where it runs
    r"^https?://(?!localhost|127\.|0\.0\.0\.0|[\w.-]{1,60}:\d)[\w.-]{4,100}/(?:[\w.-]{1,60}/){0,6}"
    r"(?:swagger(?:-ui)?|redoc|api-docs?)(?:[/?#.]|$)",
    re.IGNORECASE,
)
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.{1,120})$")
_LINK = re.compile(
    r"\[([^\]\[]{0,200})\]\(<?([^)\s>]{1,500})"
    r"|<a\b[^>]{0,200}href=[\"']([^\"']{1,500})[\"'][^>]{0,200}>([^<]{0,200})"
    r"|`([^`<]{0,200})<(https?://[^>]{1,500})>`|(https?://[^\s)>\]\"'`|]{4,500})"
)
_DOCS_REPOSITORY = re.compile(
    r"https?://(?:github\.com|gitlab\.com|codeberg\.org)/[^/]{1,100}/(?:docs?|documentation"
    r"|handbook|dokumentation)(?:[/#?]|$)",
    re.IGNORECASE,
)
_TEAMS = re.compile(
    r"\W*(?:the )?(?:\w{2,20} ){1,3}(?:manual|handbook|runbook|handbok)\W*", re.IGNORECASE
)
_DOCS_HOST = re.compile(
    r"https?://(?:docs?|documentation|manual|wiki)\.([\w.-]{3,100})", re.IGNORECASE
)
_WIKI = re.compile(
    r"(?:https?://[\w.-]{1,100}/[\w.-]{1,100}/[\w.-]{1,100}/(?:-/)?|(?:\.\./){1,3})wikis?(?:/|#|$)",
    re.IGNORECASE,
)
_SPACES = re.compile(  # of programs for writing together, which hold nothing but texts
    r"https?://(?:(?:[\w-]{1,60}\.){0,3}confluence\.|[\w.-]{1,100}/confluence/"
    r"|[\w-]{1,60}\.atlassian\.net/wiki/|[\w.-]{1,60}\.notion\.site/|(?:www\.)?notion\.so/)",
    re.IGNORECASE,
)
_MORE_LABEL = re.compile(
    r"\W*(?:for |för )?(?:(?:read|find out|learn) more|(?:more|further|full) (?:information|details"
    r"|info)|läs mer|mer informa(?:tion|sjon)|meer informatie)"
    r"(?: (?:about|on|om|kring|over) .{1,100})?\W*",
    re.IGNORECASE,
)
_NOT_TEXT = re.compile(r"[^?#]{1,400}\.(?:pdf|docx?|pptx?|odt|xlsx?)(?:[?#]|$)", re.IGNORECASE)
_DESCRIBES = re.compile(
    r"\b(?:documentation|dokumentation|guide|manual|handbok|handledning|anvisning|instru[ck]tion"
    r"|beskrivning|description|specification|specifikation|overview|översikt|krav|requirements)",
    re.IGNORECASE,
)
_IN_TREE = re.compile(
    r"https?://[^/]{1,100}/[^/]{1,100}/[^/]{1,100}/(?:-/)?(?:blob|tree"
    r"|raw)/[^/]{1,100}/([^?#]{1,300})"
)
_PAGES = re.compile(
    r"https?://[\w-]{1,60}\.(?:(?:github|gitlab)\.io|codeberg\.page|readthedocs\.(?:io|org))\b",
    re.IGNORECASE,
)
_FORGE = re.compile(r"https?://(?:github\.com|gitlab\.com|codeberg\.org)/", re.IGNORECASE)
_FORGE_ROOT = re.compile(
    r"https?://(?:github\.com|gitlab\.com|codeberg\.org)/[^/]{1,100}/?$", re.IGNORECASE
)
_DOCS_REPOSITORY = re.compile(
    r"https?://(?:github\.com|gitlab\.com|codeberg\.org)/[^/]{1,100}/(?:[\w.-]{1,60}[-_.])?"
    r"(?:docs|documentation|dokumentation|wiki|handbook)(?:[/#?]|$)",
    re.IGNORECASE,
)
_ANOTHER_TEXT = re.compile(
    r"https?://(?:github\.com|gitlab\.com|codeberg\.org)/[^/]{1,100}/[^/]{1,100}/(?:-/)?blob/"
    r"(?![^?#\s]{0,300}(?:licen[sc]e|conduct|changelog|changes)[^/]{0,20}$)"
    r"[^?#\s]{1,300}\.(?:md|rst|adoc|txt)",
    re.IGNORECASE,
)
_REPOSITORY = re.compile(r"\b(?:repo(?:sitory)?|kodförråd|repositor\w{2,3})\b", re.IGNORECASE)
_SAID_BEFORE = re.compile(
    r"\b(?:new|our|other|another|separate|main|its own|eget|nya?|annat|separat)"
    r" (?:[\w-]{2,20} ){0,2}(?:repo(?:sitory)?|kodförråd)\b[^!?]{0,12}$",
    re.IGNORECASE,
)
_NAME = re.compile(r"https?://[^/]{1,100}/[^/]{1,100}/([^/?#\s]{1,100}?)(?:\.git)?/?$")
_ISSUES = re.compile(r"\bissues? (?:in|on|at)\b|\bärenden? (?:i|på)\b", re.IGNORECASE)
_NO_TEXT = re.compile(  # pages of a forge where nobody documents anything
    r"https?://[^/]{1,100}/[^/]{1,100}/[^/]{1,100}/(?:-/)?(?:tags|releases|issues|pulls?|commits?|projects"
    r"|merge_requests|contributors|graphs|actions|network|stargazers|archive|fork"
    r"|compare|branches)(?:[/?#]|$)",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(  # the documentation of what it is built with
    r"https?://(?:[\w-]{1,60}\.){0,4}(?:create-react-app\.dev|facebook\.github\.io|reactjs\.org"
    r"|react\.dev|reactnative\.dev"
    r"|expo\.(?:dev|io)|docker\.com|docker\.io|laravel\.com|symfony\.com|wordpress\.(?:org|com)"
    r"|nextjs\.org|vuejs\.org|nuxt\.com"
    r"|vitejs\.dev|vite\.dev|angular\.(?:io|dev)|svelte\.dev|(?:docs|help)\.github\.com"
    r"|docs\.gitlab\.com|amazonaws\.com|aws\.amazon\.com"
    r"|microsoft\.com|visualstudio\.com|nodejs\.org|npmjs\.com|yarnpkg\.com|pnpm\.io"
    r"|getcomposer\.org|php\.net|python\.org|djangoproject\.com"
    r"|django-rest-framework\.org|spring\.io|maven\.apache\.org|apache\.org|gradle\.org"
    r"|kubernetes\.io|helm\.sh|terraform\.io|hashicorp\.com"
    r"|postgresql\.org|mysql\.com|mariadb\.(?:org|com)|mongodb\.com|elastic\.co|redis\.io"
    r"|nginx\.(?:org|com)|advancedcustomfields\.com"
    r"|google\.com/(?!document|presentation|file|drive)|developers?\.google\.com|mapbox\.com"
    r"|leafletjs\.com|openstreetmap\.org|cockroachlabs\.com|w3\.org|mozilla\.org"
    r"|jestjs\.io|cypress\.io|playwright\.dev|storybook\.js\.org|webpack\.js\.org|eslint\.org"
    r"|prettier\.io|typescriptlang\.org"
    r"|graphql\.org|apollographql\.com|prisma\.io|drupal\.org|drush\.org|ddev\.(?:com"
    r"|readthedocs\.io)|lando\.dev|keycloak\.org|auth0\.com"
    r"|swagger\.io|openapis\.org|sentry\.io|datatracker\.ietf\.org|wikipedia\.org"
    r"|stackoverflow\.com|medium\.com|youtube\.com|opensource\.org"
    r"|choosealicense\.com|keepachangelog\.com|semver\.org|conventionalcommits\.org"
    r"|editorconfig\.org|shields\.io|contributor-covenant\.org"
    r"|localhost|127\.0\.0\.1|0\.0\.0\.0|example\.(?:com|org)|astral\.sh|pip\.pypa\.io|pypi\.org"
    r"|rubyonrails\.org|rubygems\.org|golang\.org|go\.dev"
    r"|pkg\.go\.dev|rust-lang\.org|jitpack\.io|android\.com|apple\.com|fastlane\.tools"
    r"|flutter\.dev|sitevision\.se|n8n\.io|openai\.com|getkirby\.com"
    r"|nuget\.org|typeorm\.io|nestjs\.com|expressjs\.com|koajs\.com|fastapi\.tiangolo\.com"
    r"|palletsprojects\.com|celeryq\.dev|tailwindcss\.com"
    r"|getbootstrap\.com|mui\.com|material-ui\.com|sass-lang\.com|gulpjs\.com|gruntjs\.com"
    r"|bower\.io|husky|lerna\.js\.org|nx\.dev|turbo\.build|turborepo\.org"
    r"|vercel\.com|netlify\.com|heroku\.com|cloudflare\.com|firebase\.google\.com|supabase\.(?:com"
    r"|io)|algolia\.com|typesense\.org|wp-cli\.org"
    r"|docsify\.js\.org|docusaurus\.io|mkdocs\.org|jekyllrb\.com|gatsbyjs\.(?:com|org)|gohugo\.io"
    r"|roots\.io|timber\.github\.io|phpunit\.(?:de|readthedocs\.io)"
    r"|phpcs|squizlabs|typicode\.github\.io|gitlab\.com/gitlab-org|github\.com/(?:facebook"
    r"|facebookincubator|docker|laravel|WordPress|nodejs|microsoft"
    r"|symfony|npm|nvm-sh|composer|expo|react-native-community|aws|awslabs|aws-amplify|99designs"
    r"|wp-cli|vuejs|angular|typicode|storybookjs|prettier|eslint"
    r"|pyenv|jazzband|encode|django|psf|spring-projects|swagger-api|OpenAPITools|pre-commit"
    r"|actions|github|google|googlemaps|vercel|tailwindlabs)/)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\s{1,12}(?:documentation|apiDocumentation):\s{1,4}[\"']?(https?://[^\s\"']{4,500})"
)


def links(contents: Contents, entry: Entry, text: Text) -> Iterator[MentionSeen]:
    """Yield the first link of each kind that leads to documentation elsewhere."""
    if PUBLICCODE.match(entry.path):
        found = _told(contents, text.lines)
    elif (README.match(entry.name) and entry.depth <= 1) or _STARTING.match(entry.path):
        found = _of_readme(contents, text.lines)
    else:
        return
    done: set[str] = set()
    for kind, number in found:
        if kind not in done:
            done.add(kind)
            yield MentionSeen(
                subject="elsewhere", term=kind, path=entry.path, line=number, linked=True
            )


def _told(contents: Contents, lines: list[str]) -> Iterator[tuple[str, int]]:
    for number, line in enumerate(lines, 1):
        hit = _TOLD.match(line)
        if hit and not _is_here(contents, hit[1]):
            yield "documentation", number


def _of_readme(contents: Contents, lines: list[str]) -> Iterator[tuple[str, int]]:
    below = title = ""
    left = MOST_LINKS
    for number, line in enumerate(lines, 1):
        heading = _HEADING.match(line)
        below = heading[1] if heading else below
        title = title or below
        for hit in _LINK.finditer(line):
            left -= 1
            if left < 0:
                return
            address = hit[2] or hit[3] or hit[6] or hit[7] or ""
            label = (hit[1] or hit[4] or hit[5] or "").strip()
            before = line[max(0, hit.start() - 120) : hit.start()]
            around = before, " ".join((line[hit.end() :], *lines[number : number + 1]))[:120]
            named = (
                bool(_DOCS_REPOSITORY.match(address))
                or _is_own_host(address, title)
                or _tells_more(address, title, around)
                or bool(_SEE.search(before) and _is_of_it(address, title))
            )
            kind = "documentation" if named else _kind(contents, address, label, before, below)
            if kind and not (kind == "repository" and _is_named(address, title)):
                yield kind, number


def _is_own_host(address: str, title: str) -> bool:
    """Tell whether a host of documentation is called as the project is."""
    host = _DOCS_HOST.match(address)
    parts = host[1].lower().split(".")[:-1] if host else []
    words = _bare(title)
    return any(len(part) >= _LONG_NAME and _bare(part) in words for part in parts)


def _tells_more(address: str, title: str, around: tuple[str, str]) -> bool:
    """Tell whether a page that bears the project's name is said to hold more about it."""
    words = _bare(title)
    if len(words) < _LONG_NAME or words not in _bare(address) or _FORGE.match(address):
        return False
    before, after = around
    return bool(_SEE.search(before) and _FOR_MORE.match(after))


def _is_of_it(address: str, title: str) -> bool:
    """Tell whether an address outside of forges ends in what the README is headed."""
    last = _bare(address.partition("?")[0].rstrip("/").rpartition("/")[2])
    outside = not (_FORGE.match(address) or _OF_OTHERS.match(address))
    return outside and len(last) >= _LONG_NAME and last == _bare(title)


def _is_named(address: str, title: str) -> bool:
    """Tell whether a repository is called as the README's title: then it is most likely this."""
    found = _NAME.match(address)
    return found is not None and _bare(found[1]) == _bare(title)


def _bare(words: str) -> str:
    return "".join(c for c in words.lower() if c.isalnum())


def _kind(contents: Contents, address: str, label: str, before: str, below: str) -> str | None:
    if _is_own_wiki(contents.url, address) or _SPACES.match(address):
        return "wiki"
    if _WIKI.match(address):
        return "wiki" if _leads_to_wiki(address, label, before) else None
    if _NOT_TEXT.match(address):
        return "document" if _DESCRIBES.search(f"{label} {before} {address}") else None
    return _of_address(address, label, before, below) if _may_document(contents, address) else None


def _of_address(address: str, label: str, before: str, below: str) -> str | None:
    """Tell what a page at another address is: documentation, another repository or neither."""
    outside = not _FORGE.match(address)
    labelled = _LABEL.fullmatch(label) or _TEAMS.fullmatch(label)
    named = labelled or _LEADS.search(before) or (outside and _SHOWN_API.match(address))
    more = _MORE.search(before) or _MORE_LABEL.fullmatch(label)
    if named or (outside and (more or _LABEL.fullmatch(below))) or _DOCS_REPOSITORY.match(address):
        return "documentation"
    if _ANOTHER_TEXT.match(address) or _is_repository(address, label, before):
        return "repository"
    return None


def _is_repository(address: str, label: str, before: str) -> bool:
    """Tell whether a link is said to lead to another repository, rather than to a part of this."""
    if not _FORGE.match(address) or _NO_TEXT.match(address) or _ISSUES.search(before):
        return False
    return bool(_REPOSITORY.search(label) or (_SAID_BEFORE.search(before)))


def _leads_to_wiki(address: str, label: str, before: str) -> bool:
    """Tell whether a wiki is said to be this software's."""
    wiki = _LABEL.fullmatch(label) or _LEADS.search(before) or "wiki" in label.lower()
    return bool(wiki) and not _OF_OTHERS.match(address)


def _may_document(contents: Contents, address: str) -> bool:
    """Tell whether an address may hold documentation of this software that is not in the tree."""
    return address.startswith("http") and not (
        _NO_TEXT.match(address) or _OF_OTHERS.match(address) or _is_here(contents, address)
    )


def _is_own_wiki(url: str | None, address: str) -> bool:
    """Tell whether an address is a page of the repository's own wiki."""
    if url is None:
        return False
    key = key_of(address)
    return any(
        key == f"{key_of(url)}{way}" or key.startswith(f"{key_of(url)}{way}/")
        for way in ("/wiki", "/wikis", "/-/wikis")
    )


def _is_another(url: str | None, address: str) -> bool:
    """Tell whether an address is of another repository than this, by its name as well."""
    if url is None:
        return False
    own, other = key_of(url), key_of(address)
    return not other.startswith(f"{own}/") and own.rpartition("/")[2] not in other.split("/")


def _is_here(contents: Contents, address: str) -> bool:
    """Tell whether an address leads back into the tree, or to pages built from it."""
    listing = contents.listing
    if hit := _IN_TREE.match(address):
        path = hit[1].strip("/")
        if "/" not in path and _is_another(contents.url, address):
            return False  # every repository has a README
        return path in listing.by_path or any(e.path.startswith(f"{path}/") for e in listing.own)
    if _PAGES.match(address):
        below = (e for e in listing.own if e.path.startswith(("docs/", "doc/", "documentation/")))
        return (
            sum(e.name.endswith((".md", ".mdx", ".rst", ".adoc")) for e in below)
            >= FEWEST_DOCUMENTS
        )
    return bool(_FORGE_ROOT.match(address)) or address.endswith("#readme")
