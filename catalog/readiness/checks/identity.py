"""Identity (PRE-1) as documentation states it: login, protocol and source of accounts."""

import re

from catalog.models.curated import Kind
from catalog.models.facts import MentionSeen, RepositoryFacts
from catalog.models.project import ProjectRepository
from catalog.readiness.checks.documentation import (
    UNNAMED,
    beside,
    cites,
    names,
    of_subjects,
    silent,
    written,
)
from catalog.readiness.checks.evidence_of import Judged, cite, items, judged

_SCHOOL_DATA = "SS 12000"  # names pupils and groups, but is an interface rather than a login
# What has people in front of it, and so may have them log in.
_FACES_PEOPLE = re.compile(
    r"(?:react(?:-dom|-native)?|vue|svelte|next|nuxt|preact|gatsby|expo|express|koa|fastify|hapi"
    r"|@(?:angular|nestjs|ionic|sveltejs|remix-run)/.+|django|flask|fastapi|starlette|plone|wagtail"
    r"|rails|sinatra|decidim|laravel/framework|symfony/framework-bundle|slim/slim|drupal/.+|cakephp/.+"
    r"|.*(?:spring-boot|quarkus|ktor|micronaut|aspnetcore|vaadin|wicket).*|phoenix|gin|echo"
    r"|github\.com/(?:gin-gonic|labstack|gofiber)/.+)$",
    re.IGNORECASE,
)


def documented(kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    """Judge what one repository's documentation says of identity."""
    every = of_subjects(facts, "login", "protocol")
    named = [seen for seen in every if seen.term != UNNAMED]
    accounts = [m for m in of_subjects(facts, "accounts") if m.term != _SCHOOL_DATA]
    if found := _stated(repository, written(named), written(accounts)):
        return found
    free = of_subjects(facts, "no-login")
    if free and not named:
        return judged("pass", "identity-documented-none", cites(repository, free))
    if named or accounts:
        return _in_part(repository, named, accounts)
    if every:
        return judged("unknown", "identity-hinted", cites(repository, every))
    found = silent(repository, facts, "identity-nowhere")
    if found.status == "fail" and kind == "app" and not _faces_people(facts):
        return judged("unknown", "identity-no-users-seen", [cite(repository)])
    return found


def _in_part(
    repository: ProjectRepository, named: list[MentionSeen], accounts: list[MentionSeen]
) -> Judged:
    if protocols := [seen for seen in named if seen.subject == "protocol"]:
        known = {"protocols": names(protocols)}
        return judged("partial", "identity-mentioned", cites(repository, protocols), **known)
    return judged("partial", "identity-mentioned-only", cites(repository, [*named, *accounts]))


def _stated(
    repository: ProjectRepository, named: list[MentionSeen], accounts: list[MentionSeen]
) -> Judged | None:
    """Judge met where source of accounts, protocol and login are stated beside each other."""
    logins = [seen for seen in named if seen.subject == "login"]
    protocols = [seen for seen in named if seen.subject == "protocol"]
    chosen = beside(accounts, protocols, logins)
    if chosen is None:
        return None
    known = {"protocols": names(protocols)}
    return judged("pass", "identity-documented", cites(repository, chosen), **known)


def _faces_people(facts: RepositoryFacts) -> bool:
    """Tell whether it shows: a theme or plugin, translations, or a framework for the web."""
    needed = (name for manifest in items(facts.manifests) for name in manifest.dependencies)
    return bool(items(facts.wordpress)) or any(_FACES_PEOPLE.match(name) for name in needed)
