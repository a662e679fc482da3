"""Conditions that a catalogue writes for checks of its own, and how a project meets them.

A condition is met, not met, or cannot be told: what was not read, and what nobody has said, is
never held against a project. What was found is cited.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Any, Literal, NamedTuple, TypeAlias, get_args

from pydantic import Field, model_validator

from catalog.models.base import Frozen
from catalog.models.curated import CatalogKeys
from catalog.models.evidence import Absent, Found, Unseen
from catalog.models.facts import DocumentKind, RepositoryFacts, Subject
from catalog.models.forge import ForgeFacts
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite, Statement, Status, Verdict
from catalog.readiness.checks.evidence_of import cite, curated, in_order, unseen

FileKind: TypeAlias = Literal[
    "compose", "devcontainer", "dockerfile", "helm", "kustomize", "vagrant", "wp-env", "nix",
    "asyncapi", "openapi", "graphql", "github-action", "wsdl", "protobuf", "raml",
    "configuration", "data", "fixture", "seed",
    "dependabot", "renovate", "scala-steward", "pyup",
]  # fmt: skip
_STATED = tuple(CatalogKeys.key(name) for name in CatalogKeys.model_fields)


class Condition(Frozen):
    """Exactly one question; ``all`` and ``any`` put several together.

    ``stated`` is the path of a key below a project's ``catalog:``, in the words of the data file:
    ``prerequisites.identity.accountSource``. ``mention`` is a subject, or ``subject/term``.
    """

    all: tuple["Condition", ...] | None = None
    any: tuple["Condition", ...] | None = None
    document: DocumentKind | None = None
    file: FileKind | None = None
    mention: str | None = None
    dependency: str | None = None  # the name of a package that a manifest asks for
    licence: tuple[str, ...] | None = None  # SPDX ids, one of which the licence text is
    topic: str | None = None  # a topic on the forge
    stated: str | None = None

    @model_validator(mode="after")
    def _asks_one_thing(self) -> "Condition":
        asked = [name for name in type(self).model_fields if getattr(self, name) is not None]
        if len(asked) != 1:
            names = ", ".join(type(self).model_fields)
            raise ValueError(f"a condition asks one thing, one of: {names}")
        if self.stated is not None:
            _known("key of 'catalog'", self.stated.partition(".")[0], _STATED)
        if self.mention is not None:
            _known("subject", self.mention.partition("/")[0], get_args(Subject))
        return self


def _known(what: str, given: str, known: Collection[str]) -> None:
    if given not in known:
        raise ValueError(f"'{given}' is no {what}; they are: {', '.join(known)}")


class Answer(Frozen):
    """Which condition makes which status; ``otherwise`` is what remains when all was read."""

    met: Condition = Field(alias="pass")
    partial: Condition | None = None
    otherwise: Status = "unknown"

    @model_validator(mode="after")
    def _ends_low(self) -> "Answer":
        if self.otherwise not in ("fail", "unknown"):
            raise ValueError("otherwise is 'fail' or 'unknown'")
        return self


class Told(NamedTuple):
    """Whether a condition is met (None: it cannot be told), by what, or why not."""

    met: bool | None
    cites: tuple[Cite, ...] = ()
    why: tuple[Statement, ...] = ()


def answered(check: str, answer: Answer, project: Project) -> Verdict:
    """Answer a check of the catalogue's own; its rules' texts are its sentences."""
    full = _asked(answer.met, project)
    if full.met:
        return _verdict(check, "pass", full)
    half = _asked(answer.partial, project) if answer.partial else Told(met=False)
    if half.met:
        return _verdict(check, "partial", half)
    if full.met is None or half.met is None:
        why = {(one.code, str(one.values)): one for one in (*full.why, *half.why)}
        return Verdict(check=check, status="unknown", because=tuple(why.values()))
    return _verdict(check, answer.otherwise, full)


def sentence_code(check: str, status: str) -> str:
    """Return the code under which a rule's text is the sentence of a verdict."""
    return f"{check}-{status}"


def _verdict(check: str, status: Status, told: Told) -> Verdict:
    code = sentence_code(check, status)
    return Verdict(
        check=check, status=status, because=(Statement(code=code, cites=told.cites[:_MOST]),)
    )


def _asked(condition: Condition, project: Project) -> Told:
    if condition.all is not None:
        return _all([_asked(one, project) for one in condition.all])
    if condition.any is not None:
        return _any([_asked(one, project) for one in condition.any])
    if condition.stated is not None:
        return _stated(condition.stated, project)
    return _any([_of(condition, r) for r in in_order(project)]) if project.repositories else _NONE


def _all(told: list[Told]) -> Told:
    cites = tuple(c for one in told for c in one.cites)
    if all(one.met for one in told):
        return Told(met=True, cites=cites)
    if any(one.met is False for one in told):
        return Told(met=False, cites=cites)
    return Told(met=None, why=tuple(w for one in told for w in one.why))


def _any(told: list[Told]) -> Told:
    if met := [one for one in told if one.met]:
        return Told(met=True, cites=tuple(c for one in met for c in one.cites))
    if open_ones := [one for one in told if one.met is None]:
        return Told(met=None, why=tuple(w for one in open_ones for w in one.why))
    return Told(met=False, cites=tuple(c for one in told for c in one.cites))


def _stated(path: str, project: Project) -> Told:
    """Look up a key that people write; what they leave out is unknown, never a failure."""
    value: Any = project.entry.catalog.model_dump(by_alias=True) if project.entry else None
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    if value in (None, (), [], {}):
        return Told(met=None, why=(Statement(code="unsaid"),))
    return Told(met=True, cites=(curated(),))


def _of(condition: Condition, repository: ProjectRepository) -> Told:
    facts = repository.facts
    if facts is None:
        return Told(met=None, why=unseen(repository, "not-harvested").because)
    name, wanted = next(
        (name, value) for name in _LOOKED_AT if (value := getattr(condition, name)) is not None
    )
    fields, matches = _LOOKED_AT[name]
    return _among(repository, [field(facts) for field in fields], lambda one: matches(one, wanted))


def _among(
    repository: ProjectRepository, evidence: list[Any], matches: Callable[[Any], bool]
) -> Told:
    found = [x for e in evidence if isinstance(e, Found) for x in _each(e.found) if matches(x)]
    if found:
        places = ((getattr(x, "path", None), getattr(x, "line", None)) for x in found)
        return Told(met=True, cites=tuple(cite(repository, *place) for place in places))
    if reasons := [e.unseen for e in evidence if isinstance(e, Unseen)]:
        return Told(met=None, why=unseen(repository, *reasons).because)
    return Told(met=False, cites=(cite(repository),))


def _each(found: Any) -> Iterable[Any]:  # noqa: ANN401 - evidence of any kind
    return found if isinstance(found, tuple) else (found,)


def _about(facts: RepositoryFacts) -> Any:  # noqa: ANN401 - evidence of any kind
    return facts.forge.about if isinstance(facts.forge, ForgeFacts) else facts.forge


def _is_mention(seen: Any, wanted: str) -> bool:  # noqa: ANN401
    subject, _, term = wanted.partition("/")
    return seen.subject == subject and term in ("", seen.term)


_Fields = tuple[Callable[[RepositoryFacts], Found[Any] | Absent | Unseen], ...]
_LOOKED_AT: dict[str, tuple[_Fields, Callable[[Any, Any], bool]]] = {
    "document": ((lambda f: f.documents,), lambda seen, kind: seen.kind == kind),
    "file": (
        (
            lambda f: f.containers, lambda f: f.interfaces, lambda f: f.samples,
            lambda f: f.updaters,
        ),
        lambda seen, kind: seen.kind == kind,
    ),
    "mention": ((lambda f: f.mentions,), _is_mention),
    "dependency": ((lambda f: f.manifests,), lambda seen, name: name in seen.dependencies),
    "licence": ((lambda f: f.licences,), lambda seen, ids: seen.spdx in ids),
    "topic": ((_about,), lambda about, topic: topic in about.topics),
}  # fmt: skip
_MOST = 5
_NONE = Told(met=None, why=(Statement(code="no-repository"),))
