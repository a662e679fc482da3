"""What is asked of a new project."""

from collections.abc import Sequence
from typing import Any, get_args

from catalog.adding.kinds import Kind
from catalog.adding.proposals import (
    body_at,
    free_id,
    harvested,
    only,
    owner_of,
    word,
)
from catalog.adding.questions import Answers, Known, Question, needed, refused
from catalog.models.address import key_of
from catalog.models.curated.projects import Kind as ProjectKind
from catalog.models.evidence import Found
from catalog.models.facts import LifecycleWord, PubliccodeSeen
from catalog.store.editing import Setting


def _repositories(answers: Answers) -> Sequence[str]:
    given = answers.get("repo", ())
    return (given,) if isinstance(given, str) else given


def _name(known: Known, answers: Answers) -> str:
    """Return the name that the primary repository has, by its publiccode.yml or its address."""
    address = word(answers, "repo")
    facts = harvested(known, address)
    match facts.publiccode if facts else None:
        case Found(found=PubliccodeSeen(name=str(name))) if name:
            return name
    return address.rstrip("/").removesuffix(".git").rpartition("/")[2] if facts else ""


def _body(known: Known, answers: Answers) -> str:
    address = word(answers, "repo")
    facts = harvested(known, address) if address else None
    bodies = [s.body for s in known.curated.sources if facts and s.id == facts.source]
    return only(bodies) or (body_at(known, address) if address else only(known.ids("bodies")))


def _id(known: Known, answers: Answers) -> str:
    return free_id(word(answers, "name"), known, "projects")


def _unlisted(known: Known, answers: Answers) -> list[str]:
    """Return the repositories that no source lists, where every source is a list."""
    sources = known.curated.sources
    if not sources or not all(source.is_list for source in sources):
        return []
    listed = {key_of(url) for source in sources for url in source.named}
    return [url for url in _repositories(answers) if key_of(url) not in listed]


def _is_unlisted(known: Known, answers: Answers) -> bool:
    return bool(_unlisted(known, answers))


def _source(known: Known, answers: Answers) -> str:
    owners = {owner_of(url) for url in _unlisted(known, answers)}
    sources = known.curated.sources
    return only([s.id for s in sources if owners & {owner_of(url) for url in s.named}])


def _lengthened(known: Known, answers: Answers) -> list[Setting]:
    """Return the edits that put what no source lists into the list of one."""
    source = next((s for s in known.curated.sources if s.id == answers.get("list-in")), None)
    if not source:
        return []
    return [
        Setting("sources", source.id, ("urls", len(source.urls) + number), url)
        for number, url in enumerate(_unlisted(known, answers))
    ]


def _repos(_known: Known, answers: Answers) -> dict[str, Any]:
    given = _repositories(answers)
    repos = [
        {"repo": url, "role": "component" if number else "primary"}
        for number, url in enumerate(given)
    ]
    return {"catalog": {"repos": repos}} if repos else {}


def _fault(answer: str, known: Known) -> str | None:
    fault = refused("projects", {"catalog": {"repos": [{"repo": answer}]}}, ("catalog",))
    if fault:
        return fault
    for project in known.curated.projects:
        if key_of(answer) in {key_of(one.repo) for one in project.catalog.repos}:
            return f"{answer} is already in the project '{project.id}' - keep it in one of the two"
    return None


PROJECT = Kind(
    "project", "projects",
    ("id", "name", "body", "description", "developmentStatus", "catalog"),
    (
        Question("repo", "Repositories, the most important first", several=True, refuses=_fault),
        Question("list-in", "No source lists it yet. Source to add it to", names="sources",
                 asked=_is_unlisted, proposes=_source),
        Question("name", "Name", ("name",), needed=needed, proposes=_name),
        Question("body", "Body that owns it", ("body",), names="bodies", needed=needed,
                 proposes=_body),
        Question("id", "Id, which stays for ever", ("id",), needed=needed, proposes=_id),
        Question("short-sv", "What it does and for whom, in Swedish, one sentence",
                 ("description", "sv", "shortDescription")),
        Question("short-en", "The same in English", ("description", "en", "shortDescription")),
        Question("kind", "Kind", ("catalog", "kind"), choices=get_args(ProjectKind)),
        Question("status", "How far it has come", ("developmentStatus",),
                 choices=get_args(LifecycleWord)),
    ),
    more_keys=_repos,
    more_edits=_lengthened,
)  # fmt: skip
