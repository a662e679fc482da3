"""Whether people see the software on a screen, which several questions hang on."""

import re
from functools import lru_cache
from typing import Literal, TypeAlias

from catalog.models.evidence import Found
from catalog.models.facts import RepositoryFacts, ScreensSeen
from catalog.models.project import ProjectRepository
from catalog.models.verdict import Cite
from catalog.readiness.checks.evidence_of import cite, items

Shown: TypeAlias = Literal["yes", "no", "perhaps"]

# What draws screens from code that reads like any other.
_DRAWS = re.compile(
    r"(?:react(?:-dom|-native)?|preact|vue|svelte|@angular/core|@sveltejs/kit|next|nuxt|gatsby|expo|electron|ember-source"
    r"|solid-js|lit|streamlit|gradio|dash|nicegui|flet|pyqt\d?|pyside\d?|kivy|jquery|leaflet|ol|govuk-frontend"
    r"|django-crispy-forms|wagtail|flask-admin|sonata-project/admin-bundle|easycorp/easyadmin-bundle|filament/filament"
    r"|django|drupal/.{1,60}|johnpbloch/wordpress\w{0,20}|roots/wordpress\w{0,20}|silverstripe/.{1,40}|typo3/cms-.{1,40}"
    r"|androidx\.(?:appcompat|compose)[\w.:-]{0,60}|org\.openjfx:.{1,40})$",
    re.IGNORECASE,
)
_HOSTS = frozenset({"django", "Django"})
_SERVE = frozenset({"djangorestframework", "django-ninja", "drf-spectacular"})
_PAGE = re.compile(r"(?:^|/)index\.(?:html?|php|jsx?|tsx?|vue)$", re.IGNORECASE)
ENOUGH = 3  # files: one may be a message that a service sends


def screens_of(facts: RepositoryFacts) -> ScreensSeen | None:
    """Return what draws screens; None where nothing does, be there templates of messages."""
    found = facts.screens.found if isinstance(facts.screens, Found) else None
    return found if found and (found.files or not found.messages) else None


@lru_cache(maxsize=16_384)  # the same packages are asked for everywhere
def _draws(package: str) -> bool:
    return bool(_DRAWS.match(package))


def shown(facts: RepositoryFacts) -> Shown:
    """Tell whether the repository draws a graphical interface; ask first whether it was read."""
    drawn = any(any(map(_draws, m.dependencies)) for m in items(facts.manifests))
    hosted = isinstance(facts.wordpress, Found)  # its administration shows what a plugin adds
    if screens := screens_of(facts):
        page = screens.page or any(_PAGE.search(path) for path in screens.examples)
        return "yes" if drawn or hosted or page or screens.files >= ENOUGH else "perhaps"
    names = {name for m in items(facts.manifests) for name in m.dependencies}
    if names & _SERVE and set(filter(_draws, names)) <= _HOSTS:
        return "no"  # an interface for programs, without a page of its own
    return "perhaps" if drawn or hosted else "no"


def screens_at(repository: ProjectRepository, facts: RepositoryFacts) -> list[Cite]:
    """Point at some of what draws the screens."""
    if not isinstance(facts.screens, Found):
        return [cite(repository)]
    return [cite(repository, path) for path in facts.screens.found.examples]
