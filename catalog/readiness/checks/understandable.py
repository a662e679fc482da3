"""Understandable and triable (INF): what it is, how far along, how to run and try it."""

import re
from functools import partial

from catalog.models.evidence import Found
from catalog.models.facts import RepositoryFacts
from catalog.models.forge import ForgeAbout
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite, Status, Verdict
from catalog.readiness.checks.evidence_of import (
    Judged,
    best_of,
    better,
    cite,
    curated,
    items,
    judged,
    reasons_unseen,
    unread,
    unseen,
)
from catalog.readiness.checks.instructions import instructions, trial
from catalog.readiness.checks.manuals import architecture, curated_documentation, documentation
from catalog.readiness.checks.maturity import maturity_of
from catalog.readiness.checks.metadata import metadata
from catalog.readiness.checks.places import at, both, every
from catalog.readiness.checks.told import about
from catalog.readiness.checks.windows import Day

# Words that name users, in Swedish and English; the start of a word is enough.
_USERS = re.compile(
    r"\b(?:elev|lärar|pedagog|vårdnadshavar|föräld|medborgar|invånar|boende|handläggar|redaktör"
    r"|webbredaktör|kommun|regioner|myndighet|medarbetar|personal|anställda|besökar|utvecklar"
    r"|förvaltning|verksamhet|användar|utställ|kund|pupil|student|teacher|parent|guardian|citizen"
    r"|pubblic(?:a|he) amministrazion|cittadin|comuni\b|svilupp|gemeenten|burgers|ontwikkelaars"
    r"|ciudadan|ciutadan|ayuntamiento|ajuntament|citoyen|collectivit|bürger|behörde|kommune"
    r"|borger|innbygger|bruker|bruger|saksbehandl|sagsbehandl|public administration|government"
    r"|agenc(?:y|ies)|council|organi[sz]ations"
    r"|resident|case worker|editor|municipalit|authorit|employee|staff|visitor|developer|user)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\w]|_")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def is_described(project: Project, _day: Day) -> Verdict:
    """INF-1: what it does and for whom, without reading code."""
    return better(best_of(project, _described), _curated_description(project)).of("INF-1")


def states_maturity(project: Project, _day: Day) -> Verdict:
    """INF-2: one explicit status that nothing contradicts."""
    return maturity_of(project).of("INF-2")


def can_be_installed(project: Project, _day: Day) -> Verdict:
    """INF-3: instructions to install and run it."""
    return best_of(project, partial(instructions, project.kind.value)).of("INF-3")


def is_documented(project: Project, _day: Day) -> Verdict:
    """INF-4: documentation for those who use it and those who run it."""
    return better(
        best_of(project, partial(documentation, project.kind.value)), curated_documentation(project)
    ).of("INF-4")


def explains_architecture(project: Project, _day: Day) -> Verdict:
    """INF-5: its parts and its interfaces are described."""
    return best_of(project, partial(architecture, project.kind.value)).of("INF-5")


def can_be_tried(project: Project, _day: Day) -> Verdict:
    """INF-6: it can be tried without the owner's systems and without real data."""
    return best_of(project, partial(trial, project.kind.value)).of("INF-6")


def has_publiccode(project: Project, day: Day) -> Verdict:
    """INF-7: a valid publiccode.yml; assessed for every kind where there is one."""
    return best_of(project, partial(metadata, day, project.kind.value)).of("INF-7")


def _described(repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    readmes = items(facts.readmes)
    for readme in readmes:
        if readme.intro_line and readme.audience_word:
            place = cite(repository, readme.path, readme.intro_line)
            return judged("pass", "described-for-whom", [place], word=readme.audience_word)
    if isinstance(facts.publiccode, Found):
        for described in facts.publiccode.found.described:
            user = _USERS.search(described.short or "")
            if word := user[0] if user else described.short and described.audience_word:
                place = cite(repository, facts.publiccode.found.path)
                return judged("pass", "described-in-publiccode", [place], word=word)
    told = about(facts)
    at_forge = told and _description(repository, told)
    if at_forge and (user := _USERS.search(at_forge)):
        place = Cite(repository=repository.url)
        return judged("pass", "described-at-forge", [place], word=user[0])
    places = at(repository, readmes, lambda readme: readme.intro_line)
    if isinstance(facts.publiccode, Found) and facts.publiccode.found.short_description:
        places.append(cite(repository, facts.publiccode.found.path))
    places += [Cite(repository=repository.url)] if at_forge else []
    if places:
        return judged("partial", "described-what", places)
    reasons = reasons_unseen(facts.readmes, facts.publiccode)
    read = told is not None and not reasons
    status: Status = "fail" if read else "unknown"
    nowhere = judged(status, "described-nowhere", every(repository, readmes))
    here = unseen(repository, *reasons) if reasons else nowhere
    also = judged(status, "described-not-at-forge") if told else unread("description")
    return both(here, also)


def _description(repository: ProjectRepository, told: ForgeAbout) -> str | None:
    """Return the description on the forge; an address or the bare name is none."""
    words = (told.description or "").strip()
    bare = _LETTERS.sub("", words.lower()) in {"", _LETTERS.sub("", repository.name.lower())}
    return None if bare or _ADDRESS.fullmatch(words) else words


def _curated_description(project: Project) -> Judged | None:
    described = project.entry.description if project.entry else {}
    texts = [d.short_description or d.long_description for d in described.values()]
    written = [text for text in texts if text]
    if any(_USERS.search(text) for text in written):
        return judged("pass", "described-in-catalogue", [curated()])
    return judged("partial", "described-in-catalogue-what", [curated()]) if written else None
