"""GEN-5: can be translated, and is explained in the owner's language and in English."""
# ruff: noqa: PLR0911 - a rule reads as a ladder of answers

import re
from functools import partial
from typing import Literal, TypeAlias

from catalog.models.curated import Kind
from catalog.models.evidence import Found
from catalog.models.facts import PlaceSeen, RepositoryFacts
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite, Verdict
from catalog.readiness.checks.documentation import of_subjects
from catalog.readiness.checks.evidence_of import (
    Judged,
    best_of,
    cite,
    items,
    judged,
    reasons_unseen,
    unseen,
)
from catalog.readiness.checks.screens import ENOUGH, screens_at, screens_of, shown
from catalog.readiness.checks.windows import Day

_ENGLISH = re.compile(r"\.(?:uk|us|gov|ie|au|nz|sg)$")  # domains of bodies whose language it is
_SEVERAL = 2
_COMMANDS = frozenset({"npm", "pypi", "cargo", "go"})
_NO_SCREEN: frozenset[Kind] = frozenset({"docs"})
_SHOWN_BY_OTHERS: frozenset[Kind] = frozenset({"addon", "library"})  # where they draw nothing

Interface: TypeAlias = Literal[
    "none", "translated", "prepared", "built-in", "commands", "messages", "no-texts", "untold"
]


def speaks_languages(project: Project, _day: Day) -> Verdict:
    """GEN-5: can be translated, and is explained in the owner's language and English."""
    english = any(_ENGLISH.search(domain) for domain in project.body.domains)
    return best_of(project, partial(_languages, project.kind.value, "en" if english else None)).of(
        "GEN-5"
    )


def _languages(
    kind: Kind,
    own: str | None,
    repository: ProjectRepository,
    facts: RepositoryFacts,
) -> Judged:
    written = _written(facts)
    others = {language for language in written if language != "en"}
    both = "en" in written and (own == "en" or bool(others))
    interface, cites = _interface(kind, repository, facts)
    cites = [*cites, *(cite(repository, path) for path in written.values())]
    named = ", ".join(sorted(written))
    if interface == "untold":
        reasons = reasons_unseen(facts.translations, facts.screens, facts.manifests)
        return (
            unseen(repository, *reasons)
            if reasons
            else judged("unknown", "languages-untold", cites)
        )
    if not written:
        return _unwritten(interface, repository, facts, cites)
    if interface in {"commands", "messages", "no-texts"}:
        return judged("partial", f"languages-{interface}", cites, languages=named)
    if both and interface in {"none", "translated"}:
        return judged("pass", f"languages-both-{interface}", cites, languages=named)
    if both:
        return judged("partial", f"languages-both-{interface}", cites, languages=named)
    if interface == "built-in":
        return judged("fail", "languages-built-in", cites)
    return judged("partial", f"languages-one-{interface}", cites, languages=named)


def _unwritten(
    interface: Interface, repository: ProjectRepository, facts: RepositoryFacts, cites: list[Cite]
) -> Judged:
    """Judge where the language of no document could be told."""
    if interface == "built-in":
        return judged("fail", "languages-built-in", cites)
    if interface == "translated":
        return judged("partial", "languages-translated-only", cites)
    reasons = reasons_unseen(facts.readmes, facts.documents)
    return (
        unseen(repository, *reasons)
        if reasons
        else judged("unknown", "languages-untold", cites or [cite(repository)])
    )


def _written(facts: RepositoryFacts) -> dict[str, str]:
    """Return the languages of the documents, with one document each."""
    found = [(readme.language, readme.path) for readme in items(facts.readmes)]
    documents = [d for d in items(facts.documents) if d.kind != "part"]
    found += [(document.language, document.path) for document in documents]
    found += _of_parts(facts)
    if isinstance(facts.publiccode, Found):
        seen = facts.publiccode.found
        found += [(d.language[:2].lower(), seen.path) for d in seen.described if d.long]
    return {language: path for language, path in reversed(found) if language}


def _of_parts(facts: RepositoryFacts) -> list[tuple[str | None, str]]:
    """Return the languages of the parts' own READMEs: one of them alone is often a tool's.

    Parts are packages: what else lies in folders with a README may be another's.
    """
    packages = {m.path.rpartition("/")[0] for m in items(facts.manifests) if m.name}
    parts = [d for d in items(facts.documents) if d.kind == "part"]
    found = [(d.language, d.path) for d in parts if d.path.rpartition("/")[0] in packages]
    spoken = [language for language, _ in found]
    return [one for one in found if spoken.count(one[0]) >= _SEVERAL]


def _interface(
    kind: Kind, repository: ProjectRepository, facts: RepositoryFacts
) -> tuple[Interface, list[Cite]]:
    """Tell how an interface treats its texts, and where that is seen."""
    if kind in _NO_SCREEN:
        return "none", []
    if isinstance(facts.translations, Found):
        files = facts.translations.found
        return "translated", [cite(repository, p) for p in (*files.examples, *files.templates)[:4]]
    if reasons_unseen(facts.translations, facts.screens, facts.manifests):
        return "untold", []
    prepared = [cite(repository, m.path) for m in items(facts.manifests) if m.localisation]
    screens = screens_of(facts)
    if screens is None:
        return _without_screens(kind, repository, facts, prepared)
    if prepared or screens.translated:
        return "prepared", [*prepared, *_at(repository, screens.translated)]
    if screens.built_in and len(screens.built_in) >= min(2, screens.sampled):
        if shown(facts) == "perhaps":
            return "untold", screens_at(repository, facts)
        return "untold" if _is_claimed(facts) else "built-in", _at(repository, screens.built_in)
    if kind == "library" and not screens.built_in and screens.sampled >= ENOUGH:
        return "no-texts", screens_at(repository, facts)
    return "untold", screens_at(repository, facts)


def _without_screens(
    kind: Kind, repository: ProjectRepository, facts: RepositoryFacts, prepared: list[Cite]
) -> tuple[Interface, list[Cite]]:
    if prepared:
        return "prepared", prepared
    commands = [m for m in items(facts.manifests) if m.executable and m.ecosystem in _COMMANDS]
    if kind in _SHOWN_BY_OTHERS:
        return "none", []
    if shown(facts) == "perhaps":
        return "untold", [cite(repository)]
    if kind == "app" and commands:
        return "commands", [cite(repository, m.path) for m in commands]
    if isinstance(facts.screens, Found) and facts.screens.found.messages:
        return "messages", [cite(repository, path) for path in facts.screens.found.messages]
    return "none", []


def _at(repository: ProjectRepository, seen: tuple[PlaceSeen, ...]) -> list[Cite]:
    return [cite(repository, place.path, place.line) for place in seen]


def _is_claimed(facts: RepositoryFacts) -> bool:
    """Tell whether it is said to be translatable, which no file bears out."""
    match facts.publiccode:
        case Found(found=seen) if "localisation.localisationReady" in seen.lines:
            return seen.localisation_ready  # in so many words, either way
    return bool(of_subjects(facts, "localisable"))
