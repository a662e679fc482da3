"""The GraphQL documents that GitHub is asked, each as small as what it is for.

Connections cost points (a hundred a point, counted at what ``first`` asks for) and time (GitHub
gives up after ten seconds, and that binds sooner), so lists within lists are short.
"""

LISTED = """
fragment listed on Repository {
  id databaseId nameWithOwner url visibility diskUsage
  description homepageUrl stargazerCount forkCount isArchived archivedAt createdAt
  isFork isMirror mirrorUrl isTemplate hasIssuesEnabled hasWikiEnabled hasDiscussionsEnabled
  licenseInfo { spdxId } primaryLanguage { name }
  parent { databaseId url owner { login } defaultBranchRef { name } }
  repositoryTopics(first: 20) { nodes { topic { name } } }
  defaultBranchRef { name target { oid } }
  refs(refPrefix: "refs/tags/", first: 1) { totalCount }
}
"""

OWNED = (
    """
query($login: String!, $first: Int!, $after: String) {
  rateLimit { cost }
  repositoryOwner(login: $login) {
    repositories(
      first: $first, after: $after, ownerAffiliations: [OWNER], privacy: PUBLIC,
      orderBy: {field: NAME, direction: ASC}
    ) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ...listed }
    }
  }
}
"""
    + LISTED
)

WITH_TOPIC = (
    """
query($query: String!, $first: Int!, $after: String) {
  rateLimit { cost }
  search(type: REPOSITORY, query: $query, first: $first, after: $after) {
    repositoryCount
    pageInfo { hasNextPage endCursor }
    nodes { ...listed }
  }
}
"""
    + LISTED
)

DESCRIBED = """
fragment described on Repository {
  openIssues: issues(states: OPEN) { totalCount }
  openChanges: pullRequests(states: OPEN) { totalCount }
  securityPolicyUrl contributingGuidelines { url } codeOfConduct { url }
  releases(first: 6, orderBy: {field: CREATED_AT, direction: DESC}) {
    totalCount
    nodes { tagName publishedAt createdAt isPrerelease isDraft description }
  }
  first: issues(states: OPEN, labels: ["good first issue"], first: 10) {
    nodes { url createdAt }
  }
  wanted: issues(states: OPEN, labels: ["help wanted"], first: 10) {
    nodes { url createdAt }
  }
  issues(first: 15, orderBy: {field: CREATED_AT, direction: DESC}) {
    totalCount
    nodes {
      createdAt closedAt authorAssociation author { __typename }
      comments(first: 10) { nodes { createdAt authorAssociation author { __typename } } }
    }
  }
  changes: pullRequests(first: 15, orderBy: {field: CREATED_AT, direction: DESC}) {
    totalCount
    nodes {
      createdAt closedAt authorAssociation author { __typename }
      comments(first: 10) { nodes { createdAt authorAssociation author { __typename } } }
      reviews(first: 5) { nodes { createdAt authorAssociation author { __typename } } }
    }
  }
  merged: pullRequests(
    states: MERGED, first: 20, orderBy: {field: UPDATED_AT, direction: DESC}
  ) {
    totalCount
    nodes {
      mergedAt updatedAt authorAssociation
      author {
        __typename login
        ... on User { organizations(first: 3) { nodes { login } } }
      }
      approved: reviews(states: APPROVED, first: 3) { nodes { author { __typename login } } }
    }
  }
  branch: defaultBranchRef {
    refUpdateRule { pattern }
    rules(first: 10) { nodes { type } }
    target {
      ... on Commit {
        history(first: 15) {
          nodes { author { name } associatedPullRequests(first: 1) { totalCount } }
        }
      }
    }
  }
}
"""


def described(forks: int) -> str:
    """Ask all about repositories, and compare forks' branches (the base) with their parents'."""
    parts = [
        f"f{n}: node(id: $i{n}) {{ ... on Repository {{ defaultBranchRef "
        f"{{ compare(headRef: $h{n}) {{ aheadBy behindBy }} }} }} }}"
        for n in range(forks)
    ]
    variables = ["$ids: [ID!]!", *(f"$i{n}: ID!, $h{n}: String!" for n in range(forks))]
    return _many(variables, ["nodes(ids: $ids) { ...described }", *parts]) + DESCRIBED


def addressed(count: int) -> str:
    """Ask for repositories by owner and name, following renames."""
    parts = [f"r{n}: repository(owner: $o{n}, name: $n{n}) {{ ...listed }}" for n in range(count)]
    return _many([f"$o{n}: String!, $n{n}: String!" for n in range(count)], parts) + LISTED


def _many(variables: list[str], parts: list[str]) -> str:
    inside = "\n  ".join(["rateLimit { cost }", *parts])
    return f"query({', '.join(variables)}) {{\n  {inside}\n}}\n"
