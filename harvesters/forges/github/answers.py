"""What GitHub answers, mapped by hand: one function a payload. Persons are counted, never kept."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from statistics import median
from typing import Any, TypeAlias

from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.forge import (
    CommunityFile,
    CommunityKind,
    ForgeAbout,
    ForgeRelease,
    ForgeReleases,
    ForkParent,
    ForkWork,
    NewcomerIssue,
    OpenWork,
    OutsideContributions,
    Replies,
    Reviews,
)
from harvesters.forges import typed
from harvesters.forges.listing import Listed, Standing
from harvesters.history import is_bot

Node: TypeAlias = Mapping[str, Any]

INSIDERS = frozenset({"OWNER", "MEMBER", "COLLABORATOR"})
HALF_YEAR, YEAR, TWO_YEARS = timedelta(days=180), timedelta(days=365), timedelta(days=730)
NEWEST = 5  # releases that are kept
# Rules of a ruleset that keep anyone from changing the branch at will.
_PROTECTING = frozenset(
    {"PULL_REQUEST", "NON_FAST_FORWARD", "DELETION", "UPDATE", "REQUIRED_STATUS_CHECKS"}
)
_NO_LICENCE = frozenset({"NOASSERTION", ""})


def listed(node: Node, host: str, base: str) -> Listed:
    """Map a repository of a GraphQL listing."""
    branch = node["defaultBranchRef"]
    url = f"{base}/{node['nameWithOwner']}"
    topics = [entry["topic"]["name"] for entry in node["repositoryTopics"]["nodes"]]
    about = ForgeAbout(
        description=typed.line(node["description"]),
        homepage=typed.address(node["homepageUrl"]),
        topics=tuple(topics),
        stars=node["stargazerCount"],
        forks=node["forkCount"],
        archived=node["isArchived"],
        archived_on=day(node["archivedAt"]),
        visibility=node["visibility"].lower(),
        created=day(node["createdAt"]),
        fork=node["isFork"],
        parent=_parent(node["parent"], host),
        mirror_of=typed.address(node["mirrorUrl"]),
        template=node["isTemplate"],
        tracker=node["hasIssuesEnabled"],
        wiki=node["hasWikiEnabled"],
        discussions=node["hasDiscussionsEnabled"],
        licence=_licence((node["licenseInfo"] or {}).get("spdxId")),
        language=(node["primaryLanguage"] or {}).get("name"),
    )
    return Listed(
        url=url,
        location=f"{url}.git",
        id=f"{host}/{node['databaseId']}",
        handle=node["id"],
        standing=Standing(
            branch=branch["name"] if branch else None,
            commit=branch["target"]["oid"] if branch and branch["target"] else None,
            tags=(node["refs"] or {"totalCount": None})["totalCount"],
        ),
        about=about,
        kilobytes=node["diskUsage"],
        parent_branch=_parent_branch(node["parent"]),
    )


def listed_openly(node: Node, host: str, base: str) -> Listed:
    """Map a repository of a REST listing: where it stands is not in it.

    GitHub's description of the interface requires little of a repository in a list: what may be
    left out is None. ``archived`` may be too, and is always served today; whether a repository is
    looked after is not to be guessed, so without it nothing is mapped.

    Raises:
        KeyError: it lacks what is required.
    """
    url = f"{base}/{node['full_name']}"
    about = ForgeAbout(
        description=typed.line(node["description"]),
        homepage=typed.address(node.get("homepage")),
        topics=tuple(node.get("topics") or ()),
        stars=node.get("stargazers_count"),
        forks=node.get("forks_count"),
        archived=node["archived"],
        visibility=node.get("visibility") or ("private" if node["private"] else "public"),
        created=day(node.get("created_at")),
        fork=node["fork"],
        parent=_parent_openly(node.get("parent"), host),
        mirror_of=typed.address(node.get("mirror_url")),
        template=bool(node.get("is_template")),
        tracker=node.get("has_issues"),
        wiki=node.get("has_wiki"),
        discussions=node.get("has_discussions"),
        licence=_licence((node.get("license") or {}).get("spdx_id")),
        language=node.get("language"),
    )
    return Listed(
        url,
        f"{url}.git",
        f"{host}/{node['id']}",
        str(node["node_id"]),
        None,
        about,
        branch=node.get("default_branch"),
        kilobytes=node.get("size"),
    )


def open_work(node: Node) -> Found[OpenWork]:
    """Map the open issues and pull requests."""
    counts = node["openIssues"]["totalCount"], node["openChanges"]["totalCount"]
    return Found(found=OpenWork(issues=counts[0], changes=counts[1]))


def releases(node: Node) -> Found[ForgeReleases] | Absent:
    """Map the releases; drafts are nobody's to see."""
    connection = node["releases"]
    shown = [r for r in connection["nodes"] if not r["isDraft"]]
    newest = [
        ForgeRelease(
            tag=r["tagName"],
            on=_needed(day(r["publishedAt"] or r["createdAt"])),
            prerelease=r["isPrerelease"],
            notes=bool(typed.line(r["description"])),
        )
        for r in shown[:NEWEST]
    ]
    count = connection["totalCount"] - (len(connection["nodes"]) - len(shown))
    if not count:
        return Absent(absent=("releases",))
    return Found(found=ForgeReleases(count=count, newest=tuple(newest)))


def newcomers(node: Node) -> Found[tuple[NewcomerIssue, ...]] | Absent:
    """Map the open issues that are labelled for newcomers; one with both labels stands once."""
    first = [
        NewcomerIssue(url=n["url"], on=_needed(day(n["createdAt"])), label="good first issue")
        for n in node["first"]["nodes"]
    ]
    known = {issue.url for issue in first}
    wanted = [
        NewcomerIssue(url=n["url"], on=_needed(day(n["createdAt"])), label="help wanted")
        for n in node["wanted"]["nodes"]
        if n["url"] not in known
    ]
    issues = tuple(sorted((*first, *wanted), key=lambda issue: issue.url))
    return Found(found=issues) if issues else Absent(absent=("good first issue", "help wanted"))


def community(node: Node) -> Found[tuple[CommunityFile, ...]] | Absent:
    """Map the documents that hold for the repository, the organisation's defaults included."""
    told: dict[CommunityKind, str | None] = {
        "security": node["securityPolicyUrl"],
        "contributing": (node["contributingGuidelines"] or {}).get("url"),
        "code-of-conduct": (node["codeOfConduct"] or {}).get("url"),
    }
    files = tuple(
        CommunityFile(kind=kind, url=address)
        for kind, given in told.items()
        if (address := typed.address(given))
    )
    return Found(found=files) if files else Absent(absent=tuple(told))


def replies(node: Node, today: date) -> Found[Replies] | Absent:
    """Work out how outsiders were answered, from issues and pull requests of 365 days."""
    since = today - YEAR
    lists = [node["issues"], node["changes"]]
    recent = [
        n for n in chain(*(x["nodes"] for x in lists)) if _moment(n["createdAt"]).date() > since
    ]
    asked = [n for n in recent if _outsider(n)]
    if not asked:
        return Absent(absent=("issues", "pull requests"))
    hours = [hours for n in asked if (hours := _hours_to_reply(n)) is not None]
    return Found(
        found=Replies(
            opened=len(asked),
            closed=sum(bool(n["closedAt"]) for n in asked),
            answered=len(hours),
            median_hours=round(median(hours), 1) if hours else None,
            capped=any(_goes_on(x, since, "createdAt") for x in lists),
        )
    )


def merged_from_outside(node: Node, today: date) -> Found[OutsideContributions] | Absent:
    """Count outsiders' pull requests merged in 24 months, their authors and organisations."""
    since = today - TWO_YEARS
    recent = [n for n in node["merged"]["nodes"] if _moment(n["mergedAt"]).date() > since]
    authors = [n["author"] for n in recent if _outsider(n)]
    if not authors:
        return Absent(absent=("merged pull requests",))
    shown = [(author.get("organizations") or {"nodes": ()})["nodes"] for author in authors]
    return Found(
        found=OutsideContributions(
            merged=len(authors),
            authors=len({author["login"] for author in authors}),
            organisations=len({group["login"] for groups in shown for group in groups if group}),
            capped=_goes_on(node["merged"], since, "updatedAt"),
        )
    )


def reviews(node: Node, today: date) -> Found[Reviews]:
    """Count what was merged in 180 days and approved by another person, and what came past that.

    GitHub shows to all but administrators only such protection as holds for whoever asks: where it
    shows none, whether there is any is not known.
    """
    since = today - HALF_YEAR
    merged = [n for n in node["merged"]["nodes"] if _is_of_people(n, since)]
    branch = node["branch"] or {}
    rules = {rule["type"] for rule in (branch.get("rules") or {"nodes": ()})["nodes"] if rule}
    history = (branch.get("target") or {}).get("history") or {"nodes": ()}
    commits = [n for n in history["nodes"] if not is_bot((n["author"] or {}).get("name") or "")]
    direct = [n for n in commits if not (n["associatedPullRequests"] or {}).get("totalCount")]
    return Found(
        found=Reviews(
            protected=True if branch.get("refUpdateRule") or rules & _PROTECTING else None,
            merged=len(merged),
            approved=sum(_is_approved(n) for n in merged),
            capped=_goes_on(node["merged"], since, "updatedAt"),
            commits=len(commits),
            direct=len(direct),
        )
    )


def _is_of_people(node: Node, since: date) -> bool:
    return _human(node) and _moment(node["mergedAt"]).date() > since


def _is_approved(node: Node) -> bool:
    """Tell whether another person than the author approved."""
    return any(
        _human(review) and review["author"]["login"] != node["author"]["login"]
        for review in node["approved"]["nodes"]
    )


def fork_work(node: Node | None) -> Found[ForkWork] | Unseen:
    """Map a comparison with the fork's branch as its base: what it is behind by is its own."""
    compared = ((node or {}).get("defaultBranchRef") or {}).get("compare")
    if not compared:
        return Unseen(unseen="failed")
    return Found(found=ForkWork(own=compared["behindBy"], behind=compared["aheadBy"]))


def _goes_on(connection: Node, since: date, dated: str) -> bool:
    """Tell whether there are more than were given, and the last given is within the time."""
    nodes: Sequence[Node] = connection["nodes"]
    more = connection["totalCount"] > len(nodes)
    return more and bool(nodes) and _moment(nodes[-1][dated]).date() > since


def _hours_to_reply(node: Node) -> float | None:
    asked = _moment(node["createdAt"])
    told = [*node["comments"]["nodes"], *(node.get("reviews") or {"nodes": ()})["nodes"]]
    moments = [_moment(n["createdAt"]) for n in told if _insider(n)]
    moments += [_moment(node["closedAt"])] if node["closedAt"] else []
    return min(((m - asked).total_seconds() / 3600 for m in moments), default=None)


def _insider(node: Node) -> bool:
    return node["authorAssociation"] in INSIDERS and _human(node)


def _outsider(node: Node) -> bool:
    return node["authorAssociation"] not in INSIDERS and _human(node)


def _human(node: Node) -> bool:
    """Tell a person from a program; an account that is gone could have been either."""
    return bool(node["author"]) and node["author"]["__typename"] != "Bot"


def day(value: str | None) -> date | None:
    """Return the day of a moment, by universal time."""
    return _moment(value).date() if value else None


def _moment(value: str) -> datetime:
    return datetime.fromisoformat(value).astimezone(UTC)


def _needed(value: date | None) -> date:
    if value is None:
        raise ValueError("a date is missing")
    return value


def _parent(node: Node | None, host: str) -> ForkParent | None:
    return None if not node else ForkParent(url=node["url"], id=f"{host}/{node['databaseId']}")


def _parent_branch(node: Node | None) -> str | None:
    """Name a parent's default branch as a comparison wants it: ``owner:branch``."""
    branch = node and node["defaultBranchRef"]
    return f"{node['owner']['login']}:{branch['name']}" if node and branch else None


def _parent_openly(node: Node | None, host: str) -> ForkParent | None:
    return None if not node else ForkParent(url=node["html_url"], id=f"{host}/{node['id']}")


def _licence(value: object) -> str | None:
    return None if str(value or "") in _NO_LICENCE else str(value)
