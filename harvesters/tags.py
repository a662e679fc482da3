"""Tags as they are named: counted, dated by the commit they point to, the latest release found."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from catalog.models.facts import Tag, Tags
from harvesters.command import Git, batch

_PRE_RELEASE = re.compile(
    r"(?i)(^|[-_.+\d])(alpha|beta|rc|pre|preview|dev|snapshot|nightly|canary|next|test)(?![a-z])"
)

# What a pipeline leaves behind it, version or not.
_DEPLOYMENT = re.compile(r"(?i)(^|[-_.])(staging|preview|success|failed|deploy(ed|ment)?)([-_.]|$)")
_COMMITTER = re.compile(rb"(?m)^committer [^\n]*> (\d{1,11}) ([+-])(\d\d)(\d\d)$")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# packages/a/v1.0.0, @scope/a@1.0.0, a@1.0.0, a-v1.0.0
_OF_PART = re.compile(
    r"(?P<part>@?[A-Za-z][\w.-]{0,60}(?:/[A-Za-z][\w.-]{0,60}){0,4})"
    r"(?:/v?|@v?|(?<!\d)[-_]v)\d{1,5}\.\d{1,5}[\w.+-]{0,60}"
)
_NO_PART = re.compile(
    r"(?i)(?:^|[-_./])(?:releases?|versions?|tags?|v|heads|refs|hotfix|staging|prod\w{0,8}|test"
    r"|dev|"
    r"build|deploy\w{0,6}|main|master|rc|beta|alpha)$"
)
MOST_PARTS = 100


def read_tags(git: Git, folder: Path, tags: Mapping[str, str]) -> Tags:
    """Count the tags and find the latest by the date of its commit.

    Args:
        git: the contained git.
        folder: the git directory that holds the tags' commits.
        tags: name -> object that the tag, peeled, points to.
    """
    dates = _dates(git, folder, sorted(set(tags.values())))
    dated = [Tag(name=n, commit=c, on=dates.get(c)) for n, c in tags.items()]
    return Tags(
        count=len(dated),
        latest=_latest(dated),
        latest_release=_latest([tag for tag in dated if is_release(tag.name)]),
        parts=parts(tags),
    )


def is_release(name: str) -> bool:
    """Say whether a tag marks a release of the whole: no pre-release, no path prefix, a digit."""
    marks_other = _PRE_RELEASE.search(name) or _DEPLOYMENT.search(name)
    return "/" not in name and any(c.isdigit() for c in name) and not marks_other


def parts(names: Iterable[str]) -> tuple[str, ...]:
    """List what tags with a path or a package before the version mark releases of, in order."""
    found = {hit["part"] for name in names if (hit := _OF_PART.fullmatch(name))}
    return tuple(sorted(part for part in found if not _NO_PART.search(part)))[:MOST_PARTS]


def _latest(tags: list[Tag]) -> Tag | None:
    return max(tags, key=lambda t: (t.on or date.min, _by_number(t.name)), default=None)


def _by_number(name: str) -> tuple[tuple[int, str], ...]:
    """Order names as versions, so that 1.10 comes after 1.9 where two share a date."""
    parts = re.findall(r"\d+|[^\d]+", name)
    return tuple((int(p), "") if p.isdigit() and p.isascii() else (-1, p) for p in parts)


def _dates(git: Git, folder: Path, objects: list[str]) -> dict[str, date]:
    """Read the committer's date of each object that is a commit; a tag may point to anything."""
    if not objects:
        return {}
    stdin = "".join(f"{oid}\n" for oid in objects).encode()
    out = git.run("cat-file", "--batch", "--buffer", folder=folder, offline=True, stdin=stdin)
    return {oid: on for oid, content in batch(out) if (on := _committed(content))}


def _committed(content: bytes) -> date | None:
    header = content.partition(b"\n\n")[0]
    told = _COMMITTER.search(header)
    if told is None:
        return None
    sign, hours, minutes = told[2], int(told[3]), int(told[4])
    offset = timedelta(hours=hours, minutes=minutes) * (-1 if sign == b"-" else 1)
    return (_EPOCH + timedelta(seconds=int(told[1])) + offset).date()
