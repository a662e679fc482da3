"""Addresses that open what a statement rests on. Only https addresses ever come out."""

from typing import Literal, TypeAlias
from urllib.parse import quote, urlsplit

from catalog.models.curated import ForgeName
from catalog.models.verdict import Cite

Style: TypeAlias = Literal["github", "gitlab", "forgejo"]

_HOSTS: dict[str, Style] = {
    "github.com": "github",
    "gitlab.com": "gitlab",
    "code.overheid.nl": "forgejo",
    "codeberg.org": "forgejo",
}
_FILE: dict[Style, str] = {
    "github": "/blob/{commit}/{path}",
    "gitlab": "/-/blob/{commit}/{path}",
    "forgejo": "/src/commit/{commit}/{path}",
}
_COMMIT: dict[Style, str] = {
    "github": "/commit/{commit}",
    "gitlab": "/-/commit/{commit}",
    "forgejo": "/commit/{commit}",
}
_TREE: dict[Style, str] = {
    "github": "/tree/{commit}",
    "gitlab": "/-/tree/{commit}",
    "forgejo": "/src/commit/{commit}",
}
_TAG: dict[Style, str] = {
    "github": "/releases/tag/{tag}",
    "gitlab": "/-/tags/{tag}",
    "forgejo": "/src/tag/{tag}",
}
_BRANCH: dict[Style, str] = {
    "github": "/tree/{branch}",
    "gitlab": "/-/tree/{branch}",
    "forgejo": "/src/branch/{branch}",
}
_ISSUES: dict[Style, str] = {"github": "/issues", "gitlab": "/-/issues", "forgejo": "/issues"}
_CHANGES: dict[Style, str] = {
    "github": "/pulls",
    "gitlab": "/-/merge_requests",
    "forgejo": "/pulls",
}
_EDIT: dict[Style, str] = {
    "github": "/edit/{branch}/{path}",
    "gitlab": "/-/edit/{branch}/{path}",
    "forgejo": "/_edit/{branch}/{path}",
}
# Forgejo has no way to name the new file in the address.
_CREATE: dict[Style, str] = {
    "github": "/new/{branch}?filename={path}",
    "gitlab": "/-/new/{branch}?file_name={path}",
    "forgejo": "/_new/{branch}/",
}
# A rendered document has no line numbers: this asks the forge for the text as written.
_AS_WRITTEN: dict[Style, str] = {
    "github": "?plain=1",
    "gitlab": "?plain=1",
    "forgejo": "?display=source",
}
_RENDERED = (".md", ".markdown", ".rst", ".adoc", ".asciidoc")


def https(address: str | None) -> str | None:
    """Return the address where it is a full https one, else nothing."""
    if not address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme == "https" and parts.netloc else None


def style_of(repository: str, forge: ForgeName | None = None) -> Style | None:
    """Return how a repository's host writes its addresses; None where nobody knows."""
    known = _HOSTS.get(urlsplit(repository).hostname or "")
    return known or (None if forge == "git" else forge)


def cited(cite: Cite, forge: ForgeName | None = None) -> str | None:
    """Return the address of a place in a repository, as exact as its host allows."""
    repository = https(cite.repository)
    style = style_of(repository, forge) if repository else None
    if not repository or not style or not cite.commit:
        return repository
    if not cite.path:  # a dated place is an event, another is what was looked through
        opened = _COMMIT if cite.on else _TREE
        return repository + opened[style].format(commit=quote(cite.commit))
    place = _FILE[style].format(commit=quote(cite.commit), path=quote(cite.path))
    if not cite.line:
        return repository + place
    as_written = _AS_WRITTEN[style] if cite.path.lower().endswith(_RENDERED) else ""
    return f"{repository}{place}{as_written}#L{cite.line}"


def tag(repository: str, name: str, forge: ForgeName | None = None) -> str | None:
    """Return the address of a tag or release."""
    style = style_of(repository, forge)
    if not https(repository) or not style:
        return https(repository)
    return repository + _TAG[style].format(tag=quote(name, safe=""))


def branch(repository: str, name: str, forge: ForgeName | None = None) -> str | None:
    """Return the address of a branch."""
    style = style_of(repository, forge)
    if not https(repository) or not style:
        return https(repository)
    return repository + _BRANCH[style].format(branch=quote(name))


def issues(repository: str, forge: ForgeName | None = None) -> str | None:
    """Return the address of the issue tracker; None where nobody knows how its host writes it."""
    style = style_of(repository, forge)
    return repository + _ISSUES[style] if style and https(repository) else None


def changes(repository: str, forge: ForgeName | None = None) -> str | None:
    """Return the address of the pull or merge requests; None as above."""
    style = style_of(repository, forge)
    return repository + _CHANGES[style] if style and https(repository) else None


def edit(
    repository: str, branch: str | None, path: str, forge: ForgeName | None = None
) -> str | None:
    """Return the address where a file is edited; the repository's where its host is unknown."""
    return _opened(_EDIT, repository, branch, path, forge)


def create(
    repository: str, branch: str | None, path: str, forge: ForgeName | None = None
) -> str | None:
    """Return the address where a new file is written; the repository's where as above."""
    return _opened(_CREATE, repository, branch, path, forge)


def _opened(
    places: dict[Style, str], repository: str, branch: str | None, path: str,
    forge: ForgeName | None,
) -> str | None:  # fmt: skip
    style = style_of(repository, forge)
    if not https(repository) or not style or not branch:
        return https(repository)
    place = places[style].format(branch=quote(branch), path=quote(path))
    return repository.rstrip("/") + place
