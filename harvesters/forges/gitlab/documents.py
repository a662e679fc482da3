"""The questions, in GraphQL: names checked against GitLab's published source.

A line that ends in ``# Type.field`` is left out for an instance that does not know the field.
Paths and ids go as variables: a document of more than 10,000 characters is refused.
"""

from collections.abc import Sequence

_PAGE = """
count
pageInfo { hasNextPage endCursor }
nodes {
  id
  fullPath
  description
  topics
  starCount
  forksCount
  archived
  visibility
  createdAt
  issuesEnabled
  wikiEnabled
  isForked # Project.isForked
  languages { name share } # Project.languages
  repository { rootRef tree { lastCommit { sha } } }
}
"""
_COST = "queryComplexity { score limit }"

GROUP = f"""
query($path: ID!, $first: Int!, $after: String) {{
  {_COST}
  group(fullPath: $path) {{
    projects(includeSubgroups: true, first: $first, after: $after) {{ {_PAGE} }}
  }}
}}
"""

PROJECTS = f"""
query($ids: [ID!], $paths: [String!], $topics: [String!], $first: Int!, $after: String) {{
  {_COST}
  projects(ids: $ids, fullPaths: $paths, topics: $topics, first: $first, after: $after) {{
    {_PAGE}
  }}
}}
"""

WHEREABOUTS = """
query($ids: [ID!]) {
  projects(ids: $ids, first: 50) { nodes { id fullPath visibility } }
}
"""

_MEMBERS = """
group(fullPath: $path) {
  groupMembers(relations: [DIRECT, INHERITED, DESCENDANTS, SHARED_FROM_GROUPS],
               first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { user { id } }
  }
}
"""
MEMBERS = f"query($path: ID!, $after: String) {{ {_MEMBERS} }}"

_NEWCOMER = "nodes { iid createdAt confidential }"
_THREAD = """
pageInfo { hasNextPage }
nodes {
  createdAt
  author { id bot }
  notes(first: 20) {
    nodes {
      createdAt
      system
      internal # Note.internal
      author { id bot }
    }
  }
"""

_DETAILS = f"""
projects(ids: $ids, first: $first) {{
  nodes {{
    id
    openIssuesCount
    openMergeRequestsCount # Project.openMergeRequestsCount
    releases(first: 6) {{ count nodes {{ tagName releasedAt description }} }}
    goodFirstIssue: issues(state: opened, labelName: ["good first issue"], first: 50) {{
      {_NEWCOMER}
    }}
    helpWanted: issues(state: opened, labelName: ["help wanted"], first: 50) {{ {_NEWCOMER} }}
    projectMembers(relations: $relations, first: 100) {{
      pageInfo {{ hasNextPage }}
      nodes {{ user {{ id }} }}
    }}
    issues(createdAfter: $lastYear, first: 40) {{
      {_THREAD}
        closedAt
        confidential
      }}
    }}
    mergeRequests(createdAfter: $lastYear, first: 40) {{
      {_THREAD}
        mergedAt
        closedAt # MergeRequest.closedAt
      }}
    }}
    merged: mergeRequests(state: merged, mergedAfter: $twoYears, first: 100) {{
      pageInfo {{ hasNextPage }}
      nodes {{ author {{ id bot }} sourceProject {{ group {{ fullPath }} }} }}
    }}
    %
  }}
}}
"""
_REVIEWED = """
reviewed: mergeRequests(state: merged, mergedAfter: $halfYear, first: 20) {
  pageInfo { hasNextPage }
  nodes {
    author { id bot }
    approvedBy(first: 3) { nodes { id bot } } # MergeRequest.approvedBy
  }
}
"""


def details(forks: int, *, members: bool, reviews: bool) -> str:
    """Return the question for what only the API tells, with so many forks' divergence.

    A fork is compared by its branch's name, which differs from project to project. ``members``
    asks for the group's in the same question, ``reviews`` for who approved what was merged.
    """
    return "\n".join(
        [
            "query($ids: [ID!], $first: Int!, $relations: [ProjectMemberRelation!],",
            "$lastYear: Time, $twoYears: Time",
            "$halfYear: Time" if reviews else "",
            "$path: ID!, $after: String" if members else "",
            *(f"$f{n}: ID!, $r{n}: String # Project.forkDetails" for n in range(forks)),
            ") {",
            _COST,
            _DETAILS.replace("%", _REVIEWED if reviews else ""),
            _MEMBERS if members else "",
            *(_FORK.replace("%", str(n)) for n in range(forks)),
            "}",
        ]
    )


_FORK = (
    "fork%: project(fullPath: $f%) { forkDetails(ref: $r%) { ahead behind } } # Project.forkDetails"
)


def forks_of(paths_and_branches: Sequence[tuple[str, str]]) -> dict[str, object]:
    """Return the variables that :func:`details` takes for its forks."""
    variables: dict[str, object] = {}
    for number, (path, branch) in enumerate(paths_and_branches):
        variables |= {f"f{number}": path, f"r{number}": branch}
    return variables
